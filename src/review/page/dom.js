// Elements, made so that data can only ever become text or an attribute.

/** h('button', {class: 'x', onclick: f, hidden: false}, 'text', child, …) */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

const strokes = {
  undo: 'M6 3 3 6l3 3M3 6h6.5a3.5 3.5 0 0 1 0 7H7',
  redo: 'm10 3 3 3-3 3M13 6H6.5a3.5 3.5 0 0 0 0 7H9',
  merge: 'M2.5 8h11M8 1.5v4M6 4l2 2 2-2M8 14.5v-4M6 12l2-2 2 2',
  split: 'M2.5 8h2M7 8h2M11.5 8h2M8 6V2M6 3.8l2-2 2 2M8 10v4M6 12.2l2 2 2-2',
  up: 'M8 13V3M4 7l4-4 4 4',
  down: 'M8 3v10M4 9l4 4 4-4',
  link: 'm6.3 9.7 3.4-3.4M7 5l1.4-1.4a2.8 2.8 0 0 1 4 4L11 9M9 11l-1.4 1.4a2.8 2.8 0 0 1-4-4L5 7',
  unlink: 'M8 4.5l1-1a2.8 2.8 0 0 1 4 4l-1 1M8 11.5l-1 1a2.8 2.8 0 0 1-4-4l1-1M5 2.5v1.8M2.5 5h1.8M11 13.5v-1.8M13.5 11h-1.8',
  edit: 'm3 13 .7-3 6.8-6.8a1.4 1.4 0 0 1 2 2l-6.7 7L3 13z',
  confirm: 'm3 8.5 3.5 3.5L13 4.5',
  review: 'M4 14V2.5M4 3h8.5l-2 2.8 2 2.7H4',
  bookmark: 'M4.5 2.5h7v11L8 10.8l-3.5 2.7z',
  until: 'M2.5 2.5h11M3 9.5l3.2 3.2L13 6',
  realign: 'M13 7.5A5 5 0 0 0 4 5M3 8.5A5 5 0 0 0 12 11M4 2v3h3M12 14v-3H9',
  previous: 'm10 3-5 5 5 5',
  next: 'm6 3 5 5-5 5',
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10zM10.7 10.7 14 14',
  export: 'M8 2v8M5 7l3 3 3-3M3 13.5h10',
  close: 'm4 4 8 8M12 4l-8 8',
  open: 'M8 12.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9z',
  dismissed: 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8zM8 9.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6z',
  restore: 'M6 4 3 7l3 3M3 7h10',
};

/** A drawing of 16 by 16 units in the colour of the text, silent for screen readers. */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('class', `icon icon-${name}`);
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', strokes[name]);
  svg.append(path);
  return svg;
}
