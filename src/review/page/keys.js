// The keyboard, and its map.
import {commands, seek, seekers} from '/page/commands.js';
import {h, icon} from '/page/dom.js';
import {t} from '/page/strings.js';

const arrows = {ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→'};
const named = new Set(['Enter', 'Escape', 'Tab', 'Shift', 'Ctrl', 'Alt', 'Space', 'Delete', 'Home', 'End', 'PageUp', 'PageDown']);

/** "Ctrl+Shift+Z" as people read it. */
export const shown_keys = (keys) => keys.split('+').map((key) => arrows[key] ?? (named.has(key) ? t(`key_${key}`) : key.toUpperCase())).join(' + ');

/** The keys of an event as the table of commands writes them. */
function pressed(event) {
  const key = event.key === ' ' ? 'Space' : event.key;
  const letter = key.length === 1;
  const sign = letter && key.toLowerCase() === key.toUpperCase();  // Shift is how ? and / are made
  return [
    (event.ctrlKey || event.metaKey) && 'Ctrl', event.altKey && 'Alt', event.shiftKey && !sign && 'Shift',
    letter && !event.shiftKey ? key.toLowerCase() : letter && !sign ? key.toUpperCase() : key,
  ].filter(Boolean).join('+');
}

const by_keys = new Map(Object.entries(commands).flatMap(([name, {keys}]) => keys.map((key) => [key, name])));
for (const [what, key] of Object.entries(seekers)) {
  by_keys.set(key, (editor) => seek(editor, what, 1));
  by_keys.set(`Shift+${key.toUpperCase()}`, (editor) => seek(editor, what, -1));
}
const page = 10;
const moves = {
  ArrowUp: (editor) => editor.step(-1),
  ArrowDown: (editor) => editor.step(1),
  ArrowLeft: (editor) => editor.sideways(-1),
  ArrowRight: (editor) => editor.sideways(1),
  PageUp: (editor) => editor.step(-page),
  PageDown: (editor) => editor.step(page),
  Home: (editor) => editor.step(-Infinity),
  End: (editor) => editor.step(Infinity),
  n: (editor) => editor.search.step(1),
  'Shift+N': (editor) => editor.search.step(-1),
  Escape: (editor) => editor.leave(),
};
for (const [key, move] of Object.entries(moves)) by_keys.set(key, move);
by_keys.set('Ctrl+Home', moves.Home).set('Ctrl+End', moves.End);

const choosing = {
  ArrowLeft: (editor) => editor.cursor.move(-1),
  ArrowRight: (editor) => editor.cursor.move(1),
  Enter: (editor) => editor.run('split'),
};

export class Keys {
  #editor;
  #panel;

  constructor(editor, panel) {
    this.#editor = editor;
    this.#panel = panel;
    document.addEventListener('keydown', (event) => this.#down(event));
  }

  get shown() { return !this.#panel.hidden; }

  toggle() {
    this.#panel.hidden = !this.#panel.hidden;
    this.#editor.toolbar.update();
  }

  #down(event) {
    const editor = this.#editor;
    if (event.defaultPrevented || event.isComposing || !editor.ready) return;
    // Fields and dialogs have keys of their own; on a button, Enter and the space bar press it.
    if (event.target.closest('textarea, input, select, dialog')) return;
    const keys = pressed(event);
    if (event.target.closest('button, a') && ['Enter', 'Space'].includes(keys)) return;
    const found = (editor.cursor.choosing && choosing[keys]) || by_keys.get(keys);
    if (!found) return;
    event.preventDefault();
    if (typeof found === 'function') found(editor);
    else editor.run(found);
  }

  fill() {
    const row = (keys, text) => h('tr', {}, h('th', {scope: 'row'}, ...keys.flatMap((key, n) => [n ? ' ' : '', h('kbd', {}, shown_keys(key))])), h('td', {}, text));
    const of = (...names) => names.map((name) => row(commands[name].keys, t(name)));
    const table = (name, rows) => [h('h3', {}, t(name)), h('table', {}, h('tbody', {}, ...rows))];
    this.#panel.setAttribute('aria-label', t('keys'));
    this.#panel.replaceChildren(
      h('div', {class: 'bar'}, h('h2', {}, t('keys')), h('button', {type: 'button', class: 'plain', title: t('close'), 'aria-label': t('close'), onclick: () => this.#editor.run('keys')}, icon('close'))),
      ...table('keys_move', [row(['ArrowUp', 'ArrowDown'], t('key_up_down')), row(['ArrowLeft', 'ArrowRight'], t('key_left_right')),
        row(['PageUp', 'PageDown'], t('key_page')), row(['Home', 'End'], t('key_home_end'))]),
      ...table('key_next', Object.entries(seekers).map(([what, key]) => row([key], t(`sought_${what}`)))),
      ...table('keys_rows', of('merge', 'split', 'link', 'unlink', 'up', 'down', 'take')),
      ...table('keys_words', of('edit', 'confirm', 'confirm_next', 'review', 'bookmark', 'until', 'dismiss', 'dismissed')),
      ...table('keys_all', [...of('undo', 'redo', 'realign', 'search'), row(['n'], t('key_match')), ...of('export', 'keys')]),
      ...table('keys_while_editing', [row(['Enter'], t('key_save')), row(['Ctrl+Enter'], t('key_save_next')), row(['Tab', 'Shift+Tab'], t('key_tab')),
        row(['Alt+Enter'], t('key_split_here')), row(['Escape'], t('key_leave'))]));
  }
}
