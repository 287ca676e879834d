// Matches of a regular expression, found away from the page so that no pattern can stop it.
let rows = [];
const most = 20000;

onmessage = ({data}) => {
  if (data.rows) rows = data.rows;  // [id, source, target]
  let expression;
  try {
    expression = new RegExp(data.pattern, data.flags);
  } catch (error) {
    postMessage({number: data.number, error: error.message});
    return;
  }
  const matches = [];  // [row, side, begin, end], in reading order
  for (const [id, ...texts] of rows) {
    texts.forEach((text, n) => {
      const side = n ? 'target' : 'source';
      if (data.where !== 'both' && data.where !== side) return;
      for (const match of text.matchAll(expression)) {
        if (matches.length >= most) return;
        if (match[0]) matches.push([id, side, match.index, match.index + match[0].length]);
      }
    });
  }
  postMessage({number: data.number, matches, many: matches.length >= most});
};
