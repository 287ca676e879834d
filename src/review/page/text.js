// A segment's text as nodes: findings and matches marked, the cursor drawn in.
import {h} from '/page/dom.js';

/** More than this of one segment is shown only when asked for: no sentence is as long, and no page bears it. */
export const most_shown = 20000;

/** Where each segment begins in the joined text. */
export function starts(segments) {
  let at = 0;
  return segments.map((segment) => {
    const start = at;
    at += segment.text.length + 1;
    return start;
  });
}

/**
 * Nodes for text[0, length). Marks are {begin, end, class, finding} in the text's own offsets and may overlap;
 * `cursor` is an offset or null.
 */
export function painted(text, marks, cursor = null) {
  const inside = marks
    .map((mark) => ({...mark, begin: Math.max(0, mark.begin), end: Math.min(text.length, mark.end)}))
    .filter((mark) => mark.begin < mark.end);
  const cuts = new Set([0, text.length]);
  for (const mark of inside) cuts.add(mark.begin).add(mark.end);
  if (cursor !== null) cuts.add(Math.min(cursor, text.length));
  const points = [...cuts].sort((a, b) => a - b);
  const nodes = [];
  points.forEach((begin, n) => {
    if (begin === cursor) nodes.push(h('span', {class: 'cursor'}));
    const end = points[n + 1];
    if (end === undefined) return;
    const over = inside.filter((mark) => mark.begin <= begin && mark.end >= end);
    const piece = text.slice(begin, end);
    nodes.push(over.length ? h('mark', {class: [...new Set(over.map((mark) => mark.class))].join(' ')}, piece) : piece);
  });
  return nodes;
}

/** The offset in the segment's text of a place in its element, where the browser's selection has put it. */
export function offset_in(element, node, offset) {
  const range = document.createRange();
  range.setStart(element, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}

/** The segment element and offset under a point of the window, or null. */
export function place_at(x, y) {
  const position = document.caretPositionFromPoint?.(x, y);
  const range = position ? null : document.caretRangeFromPoint?.(x, y);
  const node = position?.offsetNode ?? range?.startContainer;
  const element = (node?.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest?.('.segment');
  if (!element) return null;
  return {segment: Number(element.dataset.segment), offset: offset_in(element, node, position?.offset ?? range.startOffset)};
}

/** Where words begin in a text, and not at its start: the places where a cut makes sense. */
export function word_starts(text, language) {
  if (text.length > most_shown) return [];
  let segmenter;
  try {
    segmenter = new Intl.Segmenter(language || 'en', {granularity: 'word'});
  } catch {
    segmenter = new Intl.Segmenter('en', {granularity: 'word'});
  }
  const found = [];
  let previous = ' ';
  for (const piece of segmenter.segment(text)) {
    // «(¿“ belong to the word they open
    if (piece.index > 0 && /\s$/u.test(previous)) found.push(piece.index);
    previous = piece.segment;
  }
  return found;
}
