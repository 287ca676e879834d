// The ladder on the page: a row element for each row, in groups that the browser lays out only when near.
import {h, icon} from '/page/dom.js';
import {sides} from '/page/ladder.js';
import {most_shown, painted, starts} from '/page/text.js';
import {count, language_name, t} from '/page/strings.js';

const group_size = 20;
const at_leisure = 4;    // rows drawn before it is asked again whether there is time for more
const time_left = 3;     // milliseconds that such rows may take
const most_marks = 200;  // of one row's matches

export class Grid {
  #root;
  #ladder;
  #view;
  #elements = new Map();  // id of a row → its element
  #groups = [];
  #near = new Set();   // groups in sight or nearly
  #stale = new Set();  // ids of rows elsewhere that must be drawn before they are seen
  #observer;
  #filling = false;
  #reached = null;  // the cell that the keyboard reaches

  /**
   * `view` tells what is to be drawn besides the rows: {current, side, finding, cursor, dismissed, whole: Set of
   * segment ids shown in full, matches(row) → {source: marks, target: marks}, field(segment) → element or null,
   * draft(segment) → text or null}.
   */
  constructor(root, ladder, view) {
    this.#root = root;
    this.#ladder = ladder;
    this.#view = view;
    this.#observer = new IntersectionObserver((entries) => {
      for (const {target, isIntersecting} of entries) {
        if (!isIntersecting) {
          this.#near.delete(target);
          continue;
        }
        this.#near.add(target);
        for (const row of target.children) this.#freshen(Number(row.dataset.row));
      }
    }, {root, rootMargin: '100%'});
  }

  element(id) { return this.#elements.get(id) ?? null; }
  cell(id, side) { return this.#elements.get(id)?.querySelector(`.${side}`) ?? null; }

  /** Puts the rows in their order and draws those given: those in sight now, the others when there is time. */
  update(rows, order) {
    if (order) this.#arrange();
    for (const id of rows) this.draw(id);
    this.#fill();
  }

  headings() {
    const {source, target} = this.#ladder.project;
    const edition = ({lang, name}) => [h('b', {}, language_name(lang)), h('bdi', {class: 'file'}, name)];
    const heading = (kind, column, text) => h('div', {role: 'columnheader', class: kind, 'aria-colindex': column}, ...[text].flat());
    this.#root.setAttribute('aria-label', t('ladder'));
    this.#root.setAttribute('aria-colcount', 5);
    this.#root.prepend(h('div', {role: 'rowgroup', class: 'headings'},
      h('div', {role: 'row', 'aria-rowindex': 1},
        heading('head', 1, t('number')), heading('source', 2, edition(source)), heading('between', 3, t('bead')),
        heading('target', 4, edition(target)), heading('margin', 5, t('findings')))));
  }

  #arrange() {
    const {order} = this.#ladder;
    const focused = document.activeElement;
    const known = new Set(order);
    for (const [id, element] of this.#elements) {
      if (known.has(id)) continue;
      element.remove();
      this.#elements.delete(id);
    }
    for (let g = 0; g * group_size < order.length; ++g) {
      const group = (this.#groups[g] ??= this.#new_group());
      let at = group.firstChild;
      for (let n = g * group_size; n < Math.min(order.length, (g + 1) * group_size); ++n) {
        const element = this.#elements.get(order[n]) ?? this.#new_row(order[n]);
        if (element === at) at = at.nextSibling;
        else group.insertBefore(element, at);
        this.#number(element, n);
      }
      while (at) {
        const next = at.nextSibling;
        at.remove();
        at = next;
      }
    }
    for (const group of this.#groups.splice(Math.ceil(order.length / group_size))) {
      this.#observer.unobserve(group);
      this.#near.delete(group);
      group.remove();
    }
    this.#root.setAttribute('aria-rowcount', order.length + 1);
    if (focused !== document.activeElement && this.#root.contains(focused)) focused.focus({preventScroll: true});
  }

  #new_group() {
    const group = h('div', {role: 'rowgroup', class: 'group'});
    this.#root.append(group);
    this.#observer.observe(group);
    return group;
  }

  #new_row(id) {
    const element = h('div', {role: 'row', class: 'row', 'data-row': id});
    this.#elements.set(id, element);
    this.#stale.add(id);
    return element;
  }

  #cells(id) {
    const {source, target} = this.#ladder.project;
    const cell = (side, column, language) => h('div',
      {role: 'gridcell', class: `cell ${side}`, lang: language, tabindex: -1, 'aria-colindex': column, 'data-side': side},
      h('div', {class: 'words'}));
    return [
      h('div', {role: 'rowheader', class: 'head', 'aria-colindex': 1},
        h('span', {class: 'number'}, this.#ladder.number(id)),
        h('button', {type: 'button', class: 'state', tabindex: -1, 'data-do': 'confirm'}),
        h('button', {type: 'button', class: 'mark', tabindex: -1, 'data-do': 'bookmark', 'aria-label': t('bookmark')}, icon('bookmark'))),
      cell('source', 2, source.lang),
      h('div', {role: 'gridcell', class: 'between', 'aria-colindex': 3}, h('div', {class: 'shape'})),
      cell('target', 4, target.lang),
      h('div', {role: 'gridcell', class: 'cell margin', tabindex: -1, 'aria-colindex': 5, 'data-side': 'margin'}),
    ];
  }

  #number(element, index) {
    element.setAttribute('aria-rowindex', index + 2);
    const number = element.querySelector('.number');
    if (number) number.textContent = index + 1;
  }

  /** Draws a row as it now is; one that is far away when it comes near, unless it is wanted now. */
  draw(id, now = false) {
    const element = this.#elements.get(id);
    if (!element) return;
    this.#stale.add(id);
    if (now || this.#near.has(element.parentElement) || id === this.#view.current) this.#freshen(id);
  }

  draw_all() {
    for (const id of this.#ladder.order) this.draw(id);
    this.#fill();
  }
  /** For print, where nothing is far away. */
  draw_rest() { for (const id of [...this.#stale]) this.#freshen(id); }

  // Rows out of sight are drawn too, for the browser's own search and for screen readers, but a few at a time.
  #fill() {
    if (this.#filling || !this.#stale.size) return;
    this.#filling = true;
    (window.requestIdleCallback ?? setTimeout)((idle) => {
      this.#filling = false;
      let drawn = 0;
      for (const id of this.#stale) {
        if (drawn++ % at_leisure === 0 && drawn > 1 && !(idle?.timeRemaining() > time_left)) break;
        this.#freshen(id);
      }
      this.#fill();
    });
  }

  #freshen(id) { if (this.#stale.delete(id)) this.#draw(id); }

  #draw(id) {
    const element = this.#elements.get(id);
    const row = this.#ladder.row(id);
    if (!element || !row) return;
    if (!element.firstChild) element.append(...this.#cells(id));
    const current = id === this.#view.current;
    const finding = current ? this.#view.finding : null;
    const unaligned = !row.source.length || !row.target.length;
    element.className = ['row', row.state, current && 'current', row.bookmark && 'bookmarked', unaligned && 'unaligned']
      .filter(Boolean).join(' ');
    element.setAttribute('aria-selected', current);
    element.style.setProperty('--doubt', unaligned ? 1 : Math.min(1, 2 * (1 - row.confidence)).toFixed(2));

    const state = element.querySelector('.state');
    state.replaceChildren(icon(row.state === 'confirmed' ? 'confirm' : row.state));
    state.title = t(`state_${row.state}`);
    state.setAttribute('aria-label', `${t('confirm')} (${t(`state_${row.state}`)})`);
    state.setAttribute('aria-pressed', row.state === 'confirmed');
    element.querySelector('.mark').setAttribute('aria-pressed', row.bookmark);
    for (const button of element.querySelectorAll('.head button')) button.tabIndex = current ? 0 : -1;

    const percent = t('percent', Math.floor(row.confidence * 100));
    element.querySelector('.shape').replaceChildren(
      h('span', {class: 'beads', title: t('bead_explained', row.source.length, row.target.length)}, `${row.source.length}–${row.target.length}`),
      ...(unaligned ? [] : [h('span', {class: 'sure', title: t('sure', percent)}, percent)]),
      ...(row.moved ? [h('span', {class: 'moved', title: t('moved_explained')}, t('moved'))] : []));

    const marks = this.#view.matches(row);
    for (const side of sides) this.#draw_side(element, row, side, marks?.[side] ?? [], finding);
    element.querySelector('.margin').replaceChildren(...this.#findings(row, current, finding));
  }

  #draw_side(element, row, side, matches, finding) {
    const words = element.querySelector(`.${side} > .words`);
    const kept = document.activeElement;
    const segments = row[side];
    const begins = starts(segments);
    const shown = row.findings.filter((one) => one[side][0] < one[side][1] && (!one.dismissed || one.id === finding));
    const marks = shown.map((one) => ({begin: one[side][0], end: one[side][1], class: `finding ${one.severity}${one.id === finding ? ' chosen' : ''}`}))
      .concat(matches.slice(0, most_marks));
    words.replaceChildren(...segments.flatMap((segment, n) => this.#segment(segment, begins[n], marks)));
    if (!segments.length) words.append(h('div', {class: 'none', lang: document.documentElement.lang}, t('no_counterpart')));
    if (kept !== document.activeElement && words.contains(kept)) kept.focus({preventScroll: true});
  }

  #segment(segment, begin, marks) {
    const field = this.#view.field(segment.id);
    if (field) return [field];
    const draft = this.#view.draft(segment.id);
    const text = draft ?? segment.text;
    const whole = text.length <= most_shown || this.#view.whole.has(segment.id);
    const {cursor} = this.#view;
    const here = draft === null ? marks.map((mark) => ({...mark, begin: mark.begin - begin, end: mark.end - begin})) : [];
    const element = h('div', {class: `segment${draft === null ? '' : ' unsaved'}`, dir: 'auto', 'data-segment': segment.id},
      ...painted(whole ? text : text.slice(0, most_shown), here, cursor?.segment === segment.id ? cursor.offset : null));
    if (segment.edited) element.classList.add('edited');
    const notes = [];
    if (draft !== null) notes.push(h('div', {class: 'note', lang: document.documentElement.lang}, t('unsaved')));
    if (!whole) notes.push(h('button', {type: 'button', class: 'plain', tabindex: -1, 'data-do': 'show_whole', 'data-segment': segment.id}, t('show_whole', count(text.length))));
    return [element, ...notes];
  }

  #findings(row, current, chosen) {
    return row.findings.filter((finding) => this.#view.dismissed || !finding.dismissed).map((finding) => h('div',
      {class: `remark ${finding.severity}${finding.dismissed ? ' dismissed' : ''}${finding.id === chosen ? ' chosen' : ''}`, 'data-finding': finding.id},
      h('div', {class: 'kind'}, `${t(`kind_${finding.kind}`)} · ${t(`severity_${finding.severity}`)}`),
      h('p', {dir: 'auto'}, finding.message),
      h('button', {type: 'button', class: 'dismiss', tabindex: current ? 0 : -1, 'data-do': 'dismiss', 'data-finding': finding.id,
        title: t(finding.dismissed ? 'restore' : 'dismiss'),
        'aria-label': `${t(finding.dismissed ? 'restore' : 'dismiss')}: ${t(`kind_${finding.kind}`)}`}, icon(finding.dismissed ? 'restore' : 'close'))));
  }

  /** Moves the focus to a cell and brings its row into sight. */
  focus(id, side, smoothly = false) {
    const cell = this.cell(id, side);
    if (!cell) return;
    if (this.#reached) this.#reached.tabIndex = -1;
    this.#reached = cell;
    cell.tabIndex = 0;
    if (!cell.contains(document.activeElement)) cell.focus({preventScroll: true});
    const behaviour = smoothly && !matchMedia('(prefers-reduced-motion: reduce)').matches ? 'smooth' : 'instant';
    const row = this.element(id);
    row.scrollIntoView({block: 'nearest', behavior: behaviour});
    // The rows that came into sight have their real heights only now.
    requestAnimationFrame(() => row.scrollIntoView({block: 'nearest', behavior: behaviour}));
  }

  /** Shows for a moment that rows were changed by somebody else. */
  flash(ids) {
    for (const id of ids) {
      const element = this.element(id);
      element?.classList.add('flash');
      element?.addEventListener('animationend', () => element.classList.remove('flash'), {once: true});
    }
  }
}
