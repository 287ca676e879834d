// Editing a sentence in its place. What was typed is kept until the server has it.
import {h} from '/page/dom.js';
import {t} from '/page/strings.js';

const kept_as = 'drafts';

/** Text is one line: what pasting brings of line ends becomes spaces. */
const one_line = (text) => text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ').trim();

export class Typing {
  #editor;
  #open = null;  // a place (see #place) and what is open there: {base: the text as it was when we began, field, box, note}
  #drafts;       // id of a segment → a place and {text, base} that the server doesn't have yet; outlives a reload

  constructor(editor) {
    this.#editor = editor;
    this.#drafts = new Map(JSON.parse(sessionStorage.getItem(kept_as) ?? '[]'));
    addEventListener('beforeunload', (event) => {
      if (this.#drafts.size || this.#changed()) event.preventDefault();
    });
  }

  field(segment) { return this.#open?.segment === segment ? this.#open.box : null; }
  draft(segment) { return this.#drafts.get(segment)?.text ?? null; }

  /** Opens a segment for typing, with the cursor at an offset (the end when none is given). */
  open(segment, offset = null) {
    if (this.#open?.segment === segment) return;
    if (this.#open) this.save();
    const place = this.#place(segment);
    if (!place) return;
    const {project} = this.#editor.ladder;
    const text = this.#find(place).segment.text;
    const draft = this.#drafts.get(segment);
    const field = h('textarea', {rows: 1, dir: 'auto', lang: project[place.side].lang,
      'aria-label': t('editing', this.#editor.ladder.number(place.row), t(place.side)),
      oninput: () => this.#typed(), onkeydown: (event) => this.#key(event), onblur: () => this.#left()});
    field.value = draft?.text ?? text;
    const note = h('div', {class: 'note', role: 'alert', lang: document.documentElement.lang});
    this.#open = {...place, base: draft?.base ?? text, field, note, box: h('div', {class: 'field'}, field, note)};
    this.#editor.grid.draw(place.row);
    const at = offset ?? field.value.length;
    field.focus();
    field.setSelectionRange(at, at);
    this.#grow();
  }

  /** Takes the text to the server; true once there. What can't be saved stays as a draft, or open. */
  async save() {
    if (!this.#open) return true;
    const text = one_line(this.#open.field.value);
    const now = this.#find(this.#open)?.segment.text;
    if (now !== undefined && now !== this.#open.base && text !== now) return this.#conflict(now);
    const {row, side, index, count, segment, base} = this.#open;
    const draft = {row, side, index, count, segment, base, text};
    this.#open = null;
    if (text === now) {
      this.#forget(draft);
      return true;
    }
    this.#drafts.set(segment, draft);
    this.#store();
    this.#editor.grid.draw(row);
    return this.#send(draft);
  }

  cancel() {
    if (!this.#open) return;
    const place = this.#open;
    this.#open = null;
    this.#forget(place);
  }

  /** Sends again what the server didn't get. */
  async resend() {
    for (const draft of [...this.#drafts.values()]) if (draft.segment !== this.#open?.segment) await this.#send(draft);
  }

  /** Follows what is typed to where it now belongs, and says so when another window changed it. */
  ladder_changed() {
    const drafts = [...this.#drafts.values()];
    for (const draft of drafts) draft.segment = this.#find(draft)?.segment.id ?? draft.segment;
    this.#drafts = new Map(drafts.map((draft) => [draft.segment, draft]));
    if (!this.#open) return;
    const now = this.#find(this.#open)?.segment;
    if (!now) {
      const {field} = this.#open;
      const place = this.#open;
      this.#open = null;
      this.#homeless(place, field.value);
      return;
    }
    if (now.id !== this.#open.segment) {
      this.#open.segment = now.id;
      this.#editor.grid.draw(this.#open.row);
    }
    if (now.text === this.#open.base) return;
    if (this.#changed()) this.#conflict(now.text);
    else this.#open.base = this.#open.field.value = now.text;
  }

  async #send(draft) {
    const found = this.#find(draft);
    if (!found) {
      this.#homeless(draft, draft.text);
      return false;
    }
    if (found.segment.text !== draft.base) return this.#reopen(draft);
    const outcome = await this.#editor.act('edit', {row: found.row.id, side: found.side, segment: found.segment.id, text: draft.text}, {focus: false});
    if (outcome === 'done') {
      this.#forget(draft);
      return true;
    }
    if (outcome === 'refused') this.#reopen(draft);
    return false;
  }

  #reopen(draft) {
    const now = this.#find(draft);
    if (!now) {
      this.#homeless(draft, draft.text);
    } else if (!this.#open) {
      this.open(now.segment.id);
      if (now.segment.text !== draft.base) this.#conflict(now.segment.text);
    }
    return false;
  }

  // Where a segment stands. An edit by anybody gives it another id in the same place.
  #place(segment) {
    const found = this.#editor.ladder.segment(segment);
    if (!found) return null;
    const segments = found.row[found.side];
    return {row: found.row.id, side: found.side, index: segments.indexOf(found.segment), count: segments.length, segment};
  }

  #find(place) {
    const found = this.#editor.ladder.segment(place.segment);
    if (found) return found;
    const row = this.#editor.ladder.row(place.row);
    return row && row[place.side].length === place.count ? {row, side: place.side, segment: row[place.side][place.index]} : null;
  }

  // From here on saving is a choice made with both texts in sight.
  #conflict(theirs) {
    this.#open.base = theirs;
    this.#open.note.replaceChildren(t('conflict_text'), h('q', {dir: 'auto'}, theirs), t('conflict_choice'));
    this.#open.warned = true;
    return false;
  }

  #homeless(place, text) {
    this.#forget(place);
    this.#editor.notices.alert(t('homeless'), text);
  }

  #key(event) {
    if (event.isComposing) return;
    const {side, segment} = this.#open;
    const act = (work) => {
      event.preventDefault();
      event.stopPropagation();
      work();
    };
    if (event.key === 'Escape') act(() => this.#to_cell(() => this.cancel()));
    else if (event.key === 'Enter' && event.altKey) act(() => this.#split());
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) act(async () => (await this.#to_cell(() => this.save())) && this.#editor.run('confirm_next'));
    else if (event.key === 'Enter') act(() => this.#to_cell(() => this.save()));
    else if (event.key === 'Tab') {
      const next = this.#beside(side, segment, event.shiftKey ? -1 : 1);
      if (next !== null) act(async () => (await this.save()) && this.open(next));
    }
  }

  /** The segment before or after one, in its row: first the source's, then the target's. */
  #beside(side, segment, steps) {
    const {row} = this.#editor.ladder.segment(segment) ?? {};
    if (!row) return null;
    const order = [...row.source, ...row.target].map((one) => one.id);
    return order[order.indexOf(segment) + steps] ?? null;
  }

  // Ends typing, and goes back to the cell.
  #to_cell(work) {
    const {side} = this.#open;
    const row = this.#find(this.#open)?.row.id ?? this.#editor.view.current;
    const done = work();
    if (!this.#open) this.#editor.select(row, side);
    return done;
  }

  async #split() {
    const {field} = this.#open;
    const place = this.#open;
    const offset = one_line(field.value.slice(0, field.selectionStart)).length;
    // White space that was taken from the end belongs between the two halves.
    const text = one_line(field.value);
    const at = offset + (/^\s*/.exec(text.slice(offset))[0].length);
    if (!(await this.save())) return;
    const found = this.#find(place);
    if (found) await this.#editor.act('split', {row: found.row.id, side: found.side, segment: found.segment.id, offset: at});
  }

  #left() {
    // Being drawn anew takes the focus away for no longer than that.
    setTimeout(() => {
      if (this.#open && !this.#open.warned && document.activeElement !== this.#open.field && document.hasFocus()) this.save();
    });
  }

  #typed() {
    this.#grow();
    this.#store();
  }

  // A copy for the case that the page is reloaded or closed while somebody types.
  #store() {
    const kept = new Map(this.#drafts);
    if (this.#changed()) {
      const {row, side, index, count, segment, base, field} = this.#open;
      kept.set(segment, {row, side, index, count, segment, base, text: field.value});
    }
    try {
      sessionStorage.setItem(kept_as, JSON.stringify([...kept]));
    } catch {
      // More than the browser keeps: leaving the page still asks first.
    }
  }

  #grow() {
    const {field} = this.#open;
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight}px`;
  }

  #changed() { return Boolean(this.#open) && this.#open.field.value !== this.#open.base; }

  #forget(place) {
    this.#drafts.delete(place.segment);
    this.#store();
    this.#editor.grid.draw(place.row);
  }
}
