// The buttons: those of the toolbar, and those that come to the row under the mouse and to the current one.
import {commands, seekers} from '/page/commands.js';
import {h, icon} from '/page/dom.js';
import {shown_keys} from '/page/keys.js';
import {sides} from '/page/ladder.js';
import {t} from '/page/strings.js';

const picture = (name) => (name === 'take' ? 'up' : name);

/** "Merge with the next row (M)" */
const title = (name) => `${t(name)} (${shown_keys(commands[name].keys[0])})`;

function button(editor, name, side = null) {
  const of_side = side ? ` · ${t(side)}` : '';
  return h('button', {type: 'button', class: 'tool', title: title(name) + of_side, 'aria-label': t(name) + of_side, 'data-do': name, 'data-side': side}, name === 'keys' ? '?' : icon(picture(name)));
}

export class Toolbar {
  #editor;
  #root;
  #what;

  constructor(editor, root) {
    this.#editor = editor;
    this.#root = root;
  }

  fill() {
    const editor = this.#editor;
    const group = (name, ...children) => h('div', {class: 'group', role: 'group', 'data-group': name}, ...children);
    const of = (wanted) => Object.keys(commands).filter((name) => commands[name].group === wanted);
    this.#what = h('select', {'aria-label': t('go')}, ...Object.keys(seekers).map((what) => h('option', {value: what}, t(`sought_${what}`))));
    const step = (name, steps) => h('button', {type: 'button', class: 'tool', title: t(name, '…'), 'aria-label': t(name, t('go')), 'data-go': steps}, icon(name));
    const panel = (name) => {
      const made = button(editor, name);
      if (name !== 'keys') made.append(h('span', {class: 'label'}, t(name)));
      return made;
    };
    this.#root.setAttribute('aria-label', t('toolbar'));
    this.#root.replaceChildren(
      group('history', ...of('history').map((name) => button(editor, name))),
      group('rows', ...of('rows').map((name) => button(editor, name))),
      ...sides.map((side) => group(side, h('span', {class: 'language', 'aria-hidden': true}, editor.ladder.project[side].lang.toUpperCase()),
        ...of('sides').map((name) => button(editor, name, side)))),
      group('words', ...of('words').map((name) => button(editor, name))),
      group('go', step('previous', -1), this.#what, step('next', 1)),
      group('panels', ...of('panels').map(panel)));
    document.querySelector('.headings .margin').append(button(editor, 'dismissed'));
    this.#root.addEventListener('click', (event) => {
      const pressed = event.target.closest('button');
      if (pressed?.dataset.go) editor.seek(this.#what.value, Number(pressed.dataset.go));
      else if (pressed) editor.run(pressed.dataset.do, pressed.dataset.side ? {side: pressed.dataset.side} : {});
    });
    this.update();
  }

  /** Buttons that can do nothing now say so; those that stand for a state show it. */
  update() {
    for (const made of document.querySelectorAll('#toolbar [data-do], .headings [data-do]')) {
      const command = commands[made.dataset.do];
      if (this.#editor.view.current === null) continue;
      const at = {row: this.#editor.view.current, side: made.dataset.side ?? this.#editor.view.text_side};
      made.setAttribute('aria-disabled', Boolean(command.when) && !command.when(this.#editor, at));
      if (command.on) made.setAttribute('aria-pressed', Boolean(command.on(this.#editor, at)));
    }
  }
}

/** Buttons on the border between a row and the next, moved to the row they are for. */
export class RowTools {
  #editor;
  #parts = null;
  #row = null;

  constructor(editor) { this.#editor = editor; }

  /** Moves to a row; null takes them away. */
  attach(row) {
    if (this.#row === row && (row === null || this.#editor.grid.element(row)?.contains(this.#parts?.source))) return this.update();
    this.#row = row;
    const element = row === null ? null : this.#editor.grid.element(row);
    if (!element) {
      for (const part of Object.values(this.#parts ?? {})) part.remove();
      return undefined;
    }
    this.#parts ??= this.#make();
    for (const [place, part] of Object.entries(this.#parts)) element.querySelector(`.${place}`).append(part);
    return this.update();
  }

  #make() {
    const editor = this.#editor;
    const part = (...buttons) => h('div', {class: 'tools'}, ...buttons.map((made) => {
      made.tabIndex = -1;
      return made;
    }));
    return {
      source: part(button(editor, 'down', 'source'), button(editor, 'take', 'source')),
      between: part(button(editor, 'merge'), button(editor, 'link'), button(editor, 'unlink')),
      target: part(button(editor, 'down', 'target'), button(editor, 'take', 'target')),
    };
  }

  update() {
    if (this.#row === null || !this.#parts) return;
    for (const part of Object.values(this.#parts)) {
      for (const made of part.children) {
        const {when} = commands[made.dataset.do];
        made.hidden = Boolean(when) && !when(this.#editor, {row: this.#row, side: made.dataset.side ?? 'source'});
      }
    }
  }
}

