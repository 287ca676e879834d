// What can be done, each once: the toolbar, the row's own buttons, the keys and the map of keys come from here.
import {sought} from '/page/ladder.js';
import {t} from '/page/strings.js';

/**
 * A command: keys ("Ctrl+z", "Alt+ArrowUp"; the first is shown), group of the toolbar, sided (one button for
 * each side), anywhere (it needs no row), when(editor, at) → whether it can be done now, run(editor, at). `at` is {row, side}.
 */
export const commands = {
  undo: {keys: ['Ctrl+z'], anywhere: true, group: 'history', when: (editor) => editor.ladder.can_undo, run: (editor) => editor.act('undo')},
  redo: {keys: ['Ctrl+Shift+Z', 'Ctrl+y'], anywhere: true, group: 'history', when: (editor) => editor.ladder.can_redo, run: (editor) => editor.act('redo')},

  merge: {keys: ['m'], group: 'rows', when: below, run: (editor, {row}) => editor.act('merge', {row})},
  split: {keys: ['s'], group: 'rows', run: split},
  link: {keys: ['l'], group: 'rows', when: (editor, {row}) => editor.ladder.partner(row) !== null, run: link},
  unlink: {keys: ['Shift+L'], group: 'rows', when: two_sided, run: (editor, {row}) => editor.act('unlink', {row})},
  up: {keys: ['Alt+ArrowUp'], group: 'sides', sided: true, when: (editor, at) => above(editor, at) && filled(editor, at), run: (editor, {row, side}) => editor.act('move', {row, side, direction: 'up'})},
  down: {keys: ['Alt+ArrowDown'], group: 'sides', sided: true, when: (editor, at) => below(editor, at) && filled(editor, at), run: (editor, {row, side}) => editor.act('move', {row, side, direction: 'down'})},
  take: {keys: ['Alt+Shift+ArrowUp'], sided: true, when: (editor, {row, side}) => below(editor, {row}) && filled(editor, {row: editor.ladder.near(row, 1), side}), run: take},

  edit: {keys: ['Enter', 'F2'], group: 'words', when: filled, run: edit},
  confirm: {keys: ['c', 'Space'], group: 'words', on: (editor, {row}) => editor.ladder.row(row)?.state === 'confirmed', run: (editor, at) => toggle(editor, at, 'confirmed')},
  confirm_next: {keys: ['Ctrl+Enter'], run: confirm_next},
  review: {keys: ['r'], group: 'words', on: (editor, {row}) => editor.ladder.row(row)?.state === 'review', run: (editor, at) => toggle(editor, at, 'review')},
  bookmark: {keys: ['b'], group: 'words', on: (editor, {row}) => editor.ladder.row(row)?.bookmark, run: (editor, {row}) => editor.act('bookmark', {row, on: !editor.ladder.row(row).bookmark})},
  until: {keys: ['Shift+C'], group: 'words', run: (editor, {row}) => editor.act('confirm_until', {row})},
  dismiss: {keys: ['i', 'Delete'], run: dismiss},
  dismissed: {keys: ['Shift+I'], anywhere: true, on: (editor) => editor.view.dismissed, run: show_dismissed},
  realign: {keys: ['Shift+R'], anywhere: true, group: 'words', run: realign},

  search: {keys: ['/'], anywhere: true, group: 'panels', run: (editor) => editor.search.open()},
  export: {keys: ['e'], anywhere: true, group: 'panels', run: (editor) => editor.export.open()},
  keys: {keys: ['?'], anywhere: true, group: 'panels', on: (editor) => editor.keys.shown, run: (editor) => editor.keys.toggle()},
};

/** Keys of "next …"; with Shift it is the previous one. */
export const seekers = {doubtful: 'd', uneven: 'x', unaligned: 'u', finding: 'f', bookmark: 'g', review: 'v'};

function above(editor, {row}) { return editor.ladder.near(row, -1) !== null; }
function below(editor, {row}) { return editor.ladder.near(row, 1) !== null; }
function filled(editor, {row, side}) { return Boolean(editor.ladder.row(row)?.[side]?.length); }
function two_sided(editor, {row}) { return filled(editor, {row, side: 'source'}) && filled(editor, {row, side: 'target'}); }

async function split(editor, {row, side}) {
  const {cursor} = editor;
  if (cursor.place?.row === row && cursor.cuts) {
    const {segment, offset, side: cut} = cursor.place;
    cursor.clear();
    await editor.act('split', {row, side: cut, segment, offset});
  } else if (cursor.choose(row, side)) {
    editor.select(row, side);
    editor.notices.say(t('split_hint'), 0);
  } else {
    editor.notices.say(t('nothing_to_split'));
  }
}

async function link(editor, {row}) {
  const other = editor.ladder.partner(row);
  if (other === null) editor.notices.say(t('nothing_to_link'));
  else await editor.act('link', {row, other});
}

async function take(editor, {row, side}) {
  await editor.act('move', {row: editor.ladder.near(row, 1), side, direction: 'up'}, {stay: row});
}

function edit(editor, {row, side}) {
  const segments = editor.ladder.row(row)[side];
  const {place} = editor.cursor;
  const chosen = place?.row === row && segments.some((segment) => segment.id === place.segment) ? place : null;
  editor.cursor.clear();
  editor.typing.open(chosen?.segment ?? segments[0].id, chosen?.offset ?? null);
}

function toggle(editor, {row}, state) {
  const now = editor.ladder.row(row).state;
  return editor.act('state', {row, state: now === state ? 'open' : state});
}

async function confirm_next(editor, {row, side}) {
  const already = editor.ladder.row(row).state === 'confirmed';
  if (!already && (await editor.act('state', {row, state: 'confirmed'}, {stay: row})) !== 'done') return;
  const next = editor.ladder.near(row, 1);
  if (next !== null) editor.select(next, side);
}

async function dismiss(editor, {row, finding}) {
  const {findings} = editor.ladder.row(row);
  const wanted = finding ?? editor.view.finding;
  const chosen = findings.find((one) => one.id === wanted) ?? findings.find((one) => !one.dismissed);
  if (!chosen) editor.notices.say(t('no_finding'));
  else await editor.act('dismiss', {row, finding: chosen.id, on: !chosen.dismissed});
}

function show_dismissed(editor) {
  editor.view.dismissed = !editor.view.dismissed;
  editor.grid.draw_all();
  editor.toolbar.update();
}

async function realign(editor) {
  editor.notices.say(t('realigning'), 0);
  if ((await editor.act('realign')) === 'done') editor.notices.say(t('done', t('realign')));
  else editor.notices.hush();
}

/** Goes to the next row (or finding) that is sought, or says that there is none. */
export function seek(editor, what, steps) {
  const {ladder, view} = editor;
  if (what === 'finding') {
    // A row may have several: one after the other.
    const open = ladder.row(view.current)?.findings.filter((finding) => !finding.dismissed) ?? [];
    const next = open[open.findIndex((finding) => finding.id === view.finding) + (view.finding === null && steps < 0 ? 0 : steps)];
    if (next && view.finding !== next.id && (view.finding !== null || steps > 0)) return editor.select(view.current, 'margin', {finding: next.id});
  }
  const row = ladder.seek(what, view.current, steps);
  if (row === null || (row === view.current && !sought[what](ladder.row(row)))) {
    editor.notices.say(t('found_none', t(`sought_${what}`)));
    return undefined;
  }
  if (what !== 'finding') return editor.select(row, view.side);
  const open = ladder.row(row).findings.filter((finding) => !finding.dismissed);
  return editor.select(row, 'margin', {finding: open.at(steps > 0 ? 0 : -1).id});
}
