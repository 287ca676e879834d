// Where a split would cut: a place in the text that a click or the arrow keys choose.
import {word_starts} from '/page/text.js';

export class Cursor {
  #editor;
  place = null;     // {row, side, segment, offset}
  choosing = false;  // the arrow keys move it

  constructor(editor) { this.#editor = editor; }

  get segment() { return this.place?.segment; }
  get offset() { return this.place?.offset; }

  set(row, side, segment, offset) {
    this.clear();
    this.place = {row, side, segment, offset};
    this.#editor.grid.draw(row);
  }

  clear() {
    const row = this.place?.row;
    this.place = null;
    this.choosing = false;
    if (row !== undefined) this.#editor.grid.draw(row);
  }

  /** Begins to choose a place in a cell: between two sentences or, in one, near its middle. False if there is none. */
  choose(row, side) {
    const places = this.#places(row, side);
    if (!places.length) return false;
    const between = places.filter((place) => place.offset === 0);
    const choice = between.length ? between : places;
    const {segment, offset} = choice[Math.floor(choice.length / 2)];
    this.set(row, side, segment, offset);
    this.choosing = true;
    return true;
  }

  move(steps) {
    const {row, side, segment, offset} = this.place;
    const places = this.#places(row, side);
    const now = places.findIndex((place) => place.segment === segment && place.offset === offset);
    const next = places[Math.max(0, Math.min(places.length - 1, now + steps))];
    this.place = {row, side, ...next};
    this.#editor.grid.draw(row);
  }

  /** True where a cut leaves something on both sides. */
  get cuts() {
    const {row, side, segment, offset} = this.place;
    const segments = this.#editor.ladder.row(row)?.[side] ?? [];
    const n = segments.findIndex((one) => one.id === segment);
    return n >= 0 && (n > 0 || offset > 0) && (n < segments.length - 1 || offset < segments[n].text.length);
  }

  #places(row, side) {
    const {ladder} = this.#editor;
    return ladder.row(row)[side].flatMap((segment, n) => [...(n ? [0] : []), ...word_starts(segment.text, ladder.project[side].lang)]
      .map((offset) => ({segment: segment.id, offset})));
  }
}
