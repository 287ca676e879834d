// Searching with regular expressions on either side.
import {h, icon} from '/page/dom.js';
import {joined} from '/page/ladder.js';
import {count, t} from '/page/strings.js';

const patience = 2000;  // milliseconds before a pattern is given up
const pause = 150;      // after typing

export class Search {
  #editor;
  #form;
  #pattern;
  #where;
  #cased;
  #note;
  #worker = null;
  #sent = null;    // revision whose rows the worker has
  #number = 0;     // of the question asked last
  #deadline = 0;
  #timer = 0;
  #matches = [];   // {row, side, begin, end}
  #by_row = new Map();
  #at = -1;        // the match shown
  #many = false;

  constructor(editor, form) {
    this.#editor = editor;
    this.#form = form;
  }

  fill() {
    const tool = (name, act) => h('button', {type: 'button', class: 'tool', title: t(name), 'aria-label': t(name), onclick: act}, icon({next_match: 'next', previous_match: 'previous', close: 'close'}[name]));
    this.#pattern = h('input', {type: 'search', 'aria-label': t('search_pattern'), placeholder: t('search_pattern'), autocomplete: 'off', spellcheck: 'false', dir: 'auto', 'aria-describedby': 'search-note', oninput: () => this.#soon()});
    this.#where = h('select', {'aria-label': t('search_where'), onchange: () => this.#ask()},
      h('option', {value: 'both'}, t('search_both')), ...['source', 'target'].map((side) => h('option', {value: side}, t(side))));
    this.#cased = h('input', {type: 'checkbox', onchange: () => this.#ask()});
    this.#note = h('output', {id: 'search-note', 'aria-live': 'polite'});
    this.#form.setAttribute('aria-label', t('search'));
    this.#form.replaceChildren(this.#pattern, this.#where, h('label', {}, this.#cased, t('search_case')),
      tool('previous_match', () => this.step(-1)), tool('next_match', () => this.step(1)), this.#note, tool('close', () => this.close()));
    this.#form.addEventListener('submit', (event) => event.preventDefault());
    this.#form.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close();
      else if (event.key === 'Enter' && event.target === this.#pattern) this.step(event.shiftKey ? -1 : 1, false);
      else return;
      event.preventDefault();
    });
  }

  get shown() { return !this.#form.hidden; }

  open() {
    this.#form.hidden = false;
    this.#pattern.focus();
    this.#pattern.select();
    if (this.#pattern.value) this.#ask();
  }

  close() {
    this.#form.hidden = true;
    this.#show([], false);
    this.#note.textContent = '';
    this.#editor.focus();
  }

  /** Marks of the matches in a row, by side. */
  marks(row) {
    const found = this.#by_row.get(row.id);
    if (!found) return null;
    const marks = {source: [], target: []};
    for (const match of found) marks[match.side].push({begin: match.begin, end: match.end, class: match === this.#matches[this.#at] ? 'match chosen' : 'match'});
    return marks;
  }

  /** Goes to the next match; the focus goes along unless it is to stay in the search field. */
  step(steps, along = true) {
    if (!this.#matches.length) return;
    const before = this.#matches[this.#at];
    if (before) this.#at = (this.#at + steps + this.#matches.length) % this.#matches.length;
    else this.#at = this.#first(steps);
    const {row, side} = this.#matches[this.#at];
    if (before) this.#editor.grid.draw(before.row);
    this.#editor.select(row, side, {focus: along});
    this.#editor.grid.draw(row);
    this.#count();
  }

  /** Searches anew when the rows have changed. */
  ladder_changed() { if (this.shown && this.#pattern.value) this.#soon(); }

  #first(steps) {
    const {ladder, view} = this.#editor;
    const here = ladder.index(view.current);
    const next = this.#matches.findIndex((match) => ladder.index(match.row) >= here);
    if (steps > 0) return next < 0 ? 0 : next;
    return ((next < 0 ? 0 : next) - 1 + this.#matches.length) % this.#matches.length;
  }

  #soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), pause);
  }

  #ask() {
    clearTimeout(this.#timer);
    clearTimeout(this.#deadline);
    const number = ++this.#number;
    if (!this.#pattern.value) {
      this.#show([], false);
      this.#tell('');
      return;
    }
    const {ladder} = this.#editor;
    if (!this.#worker) {
      this.#worker = new Worker('/page/search_worker.js');
      this.#worker.onmessage = ({data}) => this.#answered(data);
      this.#sent = null;
    }
    const rows = this.#sent === ladder.revision ? null : ladder.all().map((row) => [row.id, joined(row.source), joined(row.target)]);
    this.#sent = ladder.revision;
    this.#worker.postMessage({number, rows, pattern: this.#pattern.value, where: this.#where.value, flags: this.#cased.checked ? 'gu' : 'giu'});
    this.#deadline = setTimeout(() => {
      this.#worker.terminate();
      this.#worker = null;
      this.#show([], false);
      this.#tell(t('search_slow'), true);
    }, patience);
  }

  #answered({number, error, matches, many}) {
    if (number !== this.#number) return;
    clearTimeout(this.#deadline);
    if (error) {
      this.#show([], false);
      this.#tell(t('search_bad', error), true);
      return;
    }
    this.#show(matches.map(([row, side, begin, end]) => ({row, side, begin, end})), many);
    this.#count();
  }

  #show(matches, many) {
    const touched = new Set(this.#by_row.keys());
    this.#matches = matches;
    this.#many = many;
    this.#at = -1;
    this.#by_row = grouped(matches);
    for (const id of this.#by_row.keys()) touched.add(id);
    for (const id of touched) this.#editor.grid.draw(id);
  }

  #count() {
    const total = this.#matches.length;
    const at = this.#at < 0 ? '–' : count(this.#at + 1);
    this.#tell(total ? t(this.#many ? 'search_many' : 'search_count', at, count(total)) : t('search_none'));
  }

  #tell(text, wrong = false) {
    this.#note.textContent = text;
    this.#note.classList.toggle('wrong', wrong);
    this.#pattern.setAttribute('aria-invalid', wrong);
  }
}

function grouped(matches) {
  const by_row = new Map();
  for (const match of matches) {
    if (!by_row.has(match.row)) by_row.set(match.row, []);
    by_row.get(match.row).push(match);
  }
  return by_row;
}
