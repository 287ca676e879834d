// Editing a sentence in its place. What was typed is kept until the server has it.
import {h} from '/page/dom.js';
import {t} from '/page/strings.js';

const kept_as = 'drafts';

/** Text is one line: what pasting brings of line ends becomes spaces. */
const one_line = (text) => text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ').trim();

export class Typing {
  #editor;
  #open = null;  // {segment, side, base: the text as it was when we began, field, box, note}
  #drafts;       // id of a segment → {text, base} the server doesn't have yet; outlives a reload

  constructor(editor) {
    this.#editor = editor;
    this.#drafts = new Map(JSON.parse(sessionStorage.getItem(kept_as) ?? '[]'));
    addEventListener('beforeunload', (event) => {
      if (this.#drafts.size || this.#changed()) event.preventDefault();
    });
  }

  get segment() { return this.#open?.segment ?? null; }
  get waiting() { return this.#drafts.size > 0; }
  field(segment) { return this.#open?.segment === segment ? this.#open.box : null; }
  draft(segment) { return this.#drafts.get(segment)?.text ?? null; }

  /** Opens a segment for typing, with the cursor at an offset (the end when none is given). */
  open(segment, offset = null) {
    const found = this.#editor.ladder.segment(segment);
    if (!found || this.#open?.segment === segment) return;
    if (this.#open) this.save();
    const {row, side} = found;
    const {project} = this.#editor.ladder;
    const draft = this.#drafts.get(segment);
    const field = h('textarea', {rows: 1, dir: 'auto', lang: project[side].lang,
      'aria-label': t('editing', this.#editor.ladder.number(row.id), project[side].name),
      oninput: () => this.#typed(), onkeydown: (event) => this.#key(event), onblur: () => this.#left()});
    field.value = draft?.text ?? found.segment.text;
    const note = h('div', {class: 'note', role: 'alert', lang: document.documentElement.lang});
    this.#open = {segment, side, base: draft?.base ?? found.segment.text, field, note, box: h('div', {class: 'field'}, field, note)};
    this.#editor.grid.draw(row.id);
    const at = offset ?? field.value.length;
    field.focus();
    field.setSelectionRange(at, at);
    this.#grow();
  }

  /** Takes the text to the server; true once there. What can't be saved stays as a draft, or open. */
  async save() {
    if (!this.#open) return true;
    const {segment, base, field} = this.#open;
    const text = one_line(field.value);
    const now = this.#editor.ladder.segment(segment);
    if (now && now.segment.text !== base && text !== now.segment.text) return this.#conflict(now.segment.text);
    this.#close();
    if (now && text === now.segment.text) {
      this.#forget(segment);
      this.#draw(segment);
      return true;
    }
    this.#keep(segment, text, base);
    this.#draw(segment);
    return this.#send(segment);
  }

  cancel() {
    if (!this.#open) return;
    const {segment} = this.#open;
    this.#close();
    this.#forget(segment);
    this.#draw(segment);
  }

  /** Sends again what the server didn't get. */
  async resend() {
    for (const segment of [...this.#drafts.keys()]) if (segment !== this.segment) await this.#send(segment);
  }

  /** Says so when a sentence we type in was changed by another window. */
  ladder_changed() {
    if (!this.#open) return;
    const now = this.#editor.ladder.segment(this.#open.segment);
    if (!now) {
      const {segment, field} = this.#open;
      this.#close();
      this.#homeless(segment, field.value);
    } else if (now.segment.text !== this.#open.base) {
      if (this.#changed()) this.#conflict(now.segment.text);
      else this.#open.base = this.#open.field.value = now.segment.text;
    }
  }

  async #send(segment) {
    const {text, base} = this.#drafts.get(segment);
    const found = this.#editor.ladder.segment(segment);
    if (!found) {
      this.#homeless(segment, text);
      return false;
    }
    if (found.segment.text !== base) {
      this.open(segment);
      return this.#conflict(found.segment.text);
    }
    const outcome = await this.#editor.act('edit', {row: found.row.id, side: found.side, segment, text}, {focus: false});
    if (outcome === 'done') {
      this.#forget(segment);
      this.#draw(segment);
      return true;
    }
    if (outcome === 'gone') return false;
    const now = this.#editor.ladder.segment(segment);
    if (!now) this.#homeless(segment, text);
    else if (!this.#open) {
      this.open(segment);
      if (now.segment.text !== base) this.#conflict(now.segment.text);
    }
    return false;
  }

  // From here on saving is a choice made with both texts in sight.
  #conflict(theirs) {
    this.#open.base = theirs;
    this.#open.note.replaceChildren(t('conflict_text'), h('q', {dir: 'auto'}, theirs), t('conflict_choice'));
    this.#open.warned = true;
    return false;
  }

  #homeless(segment, text) {
    this.#forget(segment);
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
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) act(() => this.#to_cell(async () => (await this.save()) && this.#editor.run('confirm_next')));
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

  #to_cell(work) {
    const {side, segment} = this.#open;
    const row = this.#editor.ladder.segment(segment)?.row.id ?? this.#editor.view.current;
    work();
    if (!this.#open) this.#editor.select(row, side);
  }

  async #split() {
    const {side, segment, field} = this.#open;
    const offset = one_line(field.value.slice(0, field.selectionStart)).length;
    // White space that was taken from the end belongs between the two halves.
    const text = one_line(field.value);
    const at = offset + (/^\s*/.exec(text.slice(offset))[0].length);
    if (!(await this.save())) return;
    const row = this.#editor.ladder.segment(segment)?.row.id;
    if (row !== undefined) await this.#editor.act('split', {row, side, segment, offset: at});
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
    if (this.#changed()) kept.set(this.#open.segment, {text: this.#open.field.value, base: this.#open.base});
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

  #keep(segment, text, base) {
    this.#drafts.set(segment, {text, base});
    this.#store();
  }

  #forget(segment) {
    this.#drafts.delete(segment);
    this.#store();
  }

  #close() { this.#open = null; }

  #draw(segment) {
    const row = this.#editor.ladder.segment(segment)?.row.id;
    if (row !== undefined) this.#editor.grid.draw(row);
  }
}

