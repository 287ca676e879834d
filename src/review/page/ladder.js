// The rows of the project as the server last told them.
import {get, post} from '/page/api.js';

export const sides = ['source', 'target'];
export const other = (side) => (side === 'source' ? 'target' : 'source');

/** Segments as one text, which is what findings and searches count in. */
export const joined = (segments) => segments.map((segment) => segment.text).join(' ');

/** Beads below this probability are worth a look: of those above, nine in ten and more are right. */
const doubtful = 0.9;

const one_sided = (row) => !row.source.length || !row.target.length;

/** What "go to the next …" can look for. */
export const sought = {
  doubtful: (row) => row.state !== 'confirmed' && !one_sided(row) && row.confidence < doubtful,
  uneven: (row) => row.source.length !== 1 || row.target.length !== 1,
  unaligned: one_sided,
  finding: (row) => row.findings.some((finding) => !finding.dismissed),
  bookmark: (row) => row.bookmark,
  review: (row) => row.state === 'review',
};

/** Tells 'change' with {rows: ids that changed, order: whether rows came, went or moved, before: id → index until now}. */
export class Ladder extends EventTarget {
  project = null;
  revision = 0;
  order = [];
  can_undo = false;
  can_redo = false;
  #rows = new Map();
  #positions = new Map();

  row(id) { return this.#rows.get(id); }
  index(id) { return this.#positions.get(id) ?? -1; }
  number(id) { return this.index(id) + 1; }
  /** The id of the row so many rows further on, or null at either end. */
  near(id, steps) { return this.order[this.index(id) + steps] ?? null; }
  all() { return this.order.map((id) => this.#rows.get(id)); }
  segment(id) {
    for (const row of this.#rows.values()) {
      for (const side of sides) {
        const segment = row[side].find((candidate) => candidate.id === id);
        if (segment) return {row, side, segment};
      }
    }
    return null;
  }

  /** The next row from `id` on (or the one before, with steps = -1) that is sought; round the end, null if none. */
  seek(what, id, steps) {
    const count = this.order.length;
    const from = this.index(id);
    for (let n = 1; n <= count; ++n) {
      const row = this.#rows.get(this.order[(from + n * steps + count * 2) % count]);
      if (sought[what](row)) return row.id;
    }
    return null;
  }

  /** The row that a one-sided row can be linked with: the nearest with the other side, over one-sided rows only. */
  partner(id) {
    const row = this.row(id);
    if (!one_sided(row)) return null;
    const lacking = row.source.length ? 'target' : 'source';
    for (const steps of [1, -1]) {
      for (let near = this.near(id, steps); near !== null; near = this.near(near, steps)) {
        if (!one_sided(this.row(near))) break;
        if (this.row(near)[lacking].length) return near;
      }
    }
    return null;
  }

  async load() {
    this.project = await get('/api/project');
    const {rows} = this.project;
    this.#rows.clear();
    this.#take({...this.project, order: rows.map((row) => row.id)});
  }

  /** Does one act and takes over what it changed. Throws what api.js throws. */
  async act(action, fields) {
    const answer = await post('/api/act', () => ({revision: this.revision, action, ...fields}));
    this.#take(answer);
    return answer;
  }

  /** Asks for what other windows did; the ids of the rows they changed. */
  async refresh() {
    const before = this.revision;
    const answer = await get(() => `/api/changes?since=${this.revision}`);
    return answer.revision === before ? [] : this.#take(answer);
  }

  #take(answer) {
    if (answer.revision < this.revision) return [];
    const changed = answer.rows.filter((row) => this.#rows.get(row.id)?.version !== row.version).map((row) => row.id);
    for (const row of answer.rows) this.#rows.set(row.id, row);
    const before = this.#positions;
    if (answer.order) {
      this.order = answer.order;
      this.#positions = new Map(this.order.map((id, index) => [id, index]));
      for (const id of this.#rows.keys()) if (!this.#positions.has(id)) this.#rows.delete(id);
    }
    this.revision = answer.revision;
    this.can_undo = answer.can_undo;
    this.can_redo = answer.can_redo;
    const rows = answer.rows.map((row) => row.id).filter((id) => this.#rows.has(id));
    this.dispatchEvent(new CustomEvent('change', {detail: {rows, order: Boolean(answer.order), before}}));
    return changed.filter((id) => this.#rows.has(id));
  }
}
