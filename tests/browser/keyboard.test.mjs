// Everything the editor can do, by keyboard alone.
import assert from 'node:assert/strict';
import {after, test} from 'node:test';
import {act, acting, close_browser, current, go, news, number_where, press, project, rows} from './editor.mjs';

after(close_browser);

test('a row merges with the next, and undo and redo take it back and forth', async (t) => {
  const {page} = await news(t);
  const before = await rows(page);
  await go(page, 2);
  await act(page, 'm');
  const merged = await rows(page);
  assert.equal(merged.length, before.length - 1);
  assert.deepEqual(merged[1].source, [...before[1].source, ...before[2].source]);
  assert.deepEqual(merged[1].target, [...before[1].target, ...before[2].target]);
  assert.equal(await current(page), 2);
  await act(page, 'Control+z');
  assert.deepEqual((await rows(page)).map((row) => row.source), before.map((row) => row.source));
  await act(page, 'Control+Shift+Z');
  assert.deepEqual((await rows(page)).map((row) => row.source), merged.map((row) => row.source));
  await act(page, 'Control+z');
  await act(page, 'Control+y');
  assert.equal((await rows(page)).length, merged.length);
});

test('a row splits where the arrow keys put the cursor', async (t) => {
  const {page} = await news(t);
  const before = await rows(page);
  const number = number_where(before, (row) => row.source.length === 1 && row.source[0].split(' ').length > 8);
  await go(page, number);
  await press(page, 's');
  assert.equal(await page.locator('.cursor').count(), 1);
  const words = before[number - 1].source[0].split(/\s+/);
  for (let n = 0; n < words.length; ++n) await press(page, 'ArrowLeft');
  await press(page, 'ArrowRight', 'ArrowRight');
  await act(page, 'Enter');
  const split = await rows(page);
  assert.equal(split.length, before.length + 1);
  assert.equal(split[number - 1].source[0], words.slice(0, 3).join(' '));
  assert.equal(split[number].source[0], words.slice(3).join(' '));
  await press(page, 's');
  await press(page, 'Escape');
  assert.equal(await page.locator('.cursor').count(), 0);
});

test('boundaries move up and down on either side', async (t) => {
  const {page} = await news(t);
  const before = await rows(page);
  for (const side of ['source', 'target']) {
    await go(page, 3, side);
    await act(page, 'Alt+ArrowUp');
    const up = await rows(page);
    assert.deepEqual(up[1][side], [...before[1][side], before[2][side][0]]);
    await act(page, 'Control+z');
    await go(page, 3, side);
    await act(page, 'Alt+ArrowDown');
    const all = (await rows(page)).flatMap((row) => row[side]);
    assert.deepEqual(all, before.flatMap((row) => row[side]));
    const down = await rows(page);
    const below = number_where(down, (row) => row[side][0] === before[2][side].at(-1));
    assert.ok(down[below - 1][side].includes(before[3][side][0]));
    await act(page, 'Control+z');
    await go(page, 3, side);
    await act(page, 'Alt+Shift+ArrowUp');
    assert.ok((await rows(page))[2][side].includes(before[3][side][0]));
    await act(page, 'Control+z');
  }
});

test('a pair is unlinked into two rows, and linked again', async (t) => {
  const {page} = await news(t);
  const before = await rows(page);
  await go(page, 2);
  await act(page, 'Shift+L');
  const apart = await rows(page);
  assert.deepEqual([apart[1].target, apart[2].source], [[], []]);
  assert.deepEqual([apart[1].source, apart[2].target], [before[1].source, before[1].target]);
  await act(page, 'l');
  const linked = await rows(page);
  assert.deepEqual(linked.map((row) => [row.source, row.target]), before.map((row) => [row.source, row.target]));
});

test('a text is edited in its place, with what the keys save and leave', async (t) => {
  const {page, server} = await news(t);
  const before = await rows(page);
  await go(page, 2, 'target');
  await press(page, 'Enter');
  await page.keyboard.type(' Indeed.');
  await act(page, 'Enter');
  let now = await rows(page);
  assert.equal(now[1].target.at(0), `${before[1].target[0]} Indeed.`);
  assert.ok((await project(server)).rows[1].target[0].edited);
  assert.equal(await current(page), 2);
  await press(page, 'F2');
  await page.keyboard.type('nothing of this');
  await press(page, 'Escape');
  now = await rows(page);
  assert.equal(now[1].target[0], `${before[1].target[0]} Indeed.`);
  await press(page, 'Enter');
  await page.keyboard.type(' Twice.');
  await acting(page, () => press(page, 'Control+Enter'), 2);
  now = await rows(page);
  assert.ok(now[1].target[0].endsWith('Indeed. Twice.'));
  assert.equal(now[1].state, 'confirmed');
  assert.equal(await current(page), 3);
  await press(page, 'ArrowLeft', 'Enter');
  await page.keyboard.type(' Sí.');
  await act(page, 'Tab');
  await page.waitForSelector('textarea');
  await page.keyboard.type(' More.');
  await act(page, 'Enter');
  now = await rows(page);
  assert.ok([...now[2].source, ...now[2].target].filter((text) => /( Sí| More)\.$/.test(text)).length === 2);
});

test('a text splits at the cursor while it is edited', async (t) => {
  const {page} = await news(t);
  const before = await rows(page);
  await go(page, 2);
  await press(page, 'Enter', 'Home', 'Control+ArrowRight', 'Control+ArrowRight');
  await act(page, 'Alt+Enter');
  const now = await rows(page);
  const words = before[1].source[0].split(' ');
  assert.equal(now[1].source[0], words.slice(0, 2).join(' '));
  assert.equal(now[2].source[0], words.slice(2).join(' '));
});

test('rows are confirmed, marked for review and bookmarked, one by one and all up to here', async (t) => {
  const {page} = await news(t);
  await go(page, 2);
  await act(page, 'c');
  assert.equal((await rows(page))[1].state, 'confirmed');
  await act(page, 'Space');
  assert.equal((await rows(page))[1].state, 'open');
  await act(page, 'r');
  assert.equal((await rows(page))[1].state, 'review');
  await act(page, 'b');
  assert.ok((await rows(page))[1].bookmark);
  await act(page, 'Control+Enter');
  assert.equal(await current(page), 3);
  await go(page, 5);
  await act(page, 'Shift+C');
  assert.deepEqual((await rows(page)).map((row) => row.state === 'confirmed').lastIndexOf(true), 4);
  assert.match(await page.textContent('#progress'), /^5 of /);
});

test('realign redoes what is open and leaves confirmed rows alone', async (t) => {
  const {page} = await news(t);
  const before = await rows(page);
  await go(page, 3);
  await act(page, 'm');
  await act(page, 'c');
  await go(page, 6);
  await act(page, 'm');
  await act(page, 'Shift+R');
  const now = await rows(page);
  assert.deepEqual(now[2].source, [...before[2].source, ...before[3].source]);
  assert.equal(now[2].state, 'confirmed');
  assert.deepEqual(now.slice(3).map((row) => row.source), before.slice(4).map((row) => row.source));
});

test('the keys find doubtful pairs, pairs that are not 1–1, orphans, bookmarks and rows for review', async (t) => {
  const {page, server} = await news(t);
  const told = (await project(server)).rows;
  const is = {
    d: (row) => row.source.length && row.target.length && row.confidence < 0.9,
    x: (row) => row.source.length !== 1 || row.target.length !== 1,
    u: (row) => !row.source.length || !row.target.length,
  };
  await go(page, 20);
  await act(page, 'b');
  await act(page, 'r');
  is.g = is.v = (row) => row.id === told[19].id;
  for (const [key, holds] of Object.entries(is)) {
    const numbers = told.flatMap((row, n) => (holds(row) ? [n + 1] : []));
    await press(page, 'Home', key);
    if (!numbers.length) {
      assert.match(await page.textContent('#status'), /There is none/);
      continue;
    }
    const next = numbers.find((number) => number > 1) ?? numbers[0];
    assert.equal(await current(page), next, key);
    await press(page, 'Home', `Shift+${key.toUpperCase()}`);
    assert.equal(await current(page), numbers.at(-1), key);
  }
});

test('searching finds, marks and steps through matches, and says what is wrong with a pattern', async (t) => {
  const {page} = await news(t);
  const all = await rows(page);
  const expected = all.flatMap((row) => [...row.source, ...row.target]).join('\n').match(/\d+/g).length;
  await press(page, '/');
  await page.keyboard.type('\\d+');
  await page.waitForFunction((count) => document.getElementById('search-note').textContent.endsWith(`of ${count}`), expected);
  assert.ok(await page.locator('mark.match').count() > 5);
  await press(page, 'Enter', 'Enter');
  assert.match(await page.textContent('#search-note'), /^2 of /);
  await press(page, 'Shift+Enter');
  assert.match(await page.textContent('#search-note'), /^1 of /);
  await press(page, 'Control+a');
  await page.keyboard.type('(');
  await page.waitForSelector('#search-note.wrong');
  assert.match(await page.textContent('#search-note'), /^Not a regular expression: .+/);
  await press(page, 'Control+a');
  await page.keyboard.type('zzzz');
  await page.waitForFunction(() => document.getElementById('search-note').textContent === 'No match');
  await press(page, 'Control+a');
  await page.keyboard.type('el');
  await page.waitForSelector('mark.match');
  await press(page, 'Enter', 'Escape');
  assert.equal(await page.locator('mark.match').count(), 0);
  assert.ok(await page.locator('#search').isHidden());
});

test('a pattern that would take for ever is given up, and the page goes on', async (t) => {
  const {page} = await news(t);
  await press(page, '/');
  await page.keyboard.type('^(\\w+\\s?)*\\u{1}$');
  await page.waitForFunction(() => document.getElementById('search-note').textContent.includes('too long'), null, {timeout: 10000});
  await press(page, 'Escape', 'End');
  assert.equal(await current(page), (await rows(page)).length);
});

test('the map of the keys names every key there is, and goes away', async (t) => {
  const {page} = await news(t);
  await press(page, '?');
  const text = await page.textContent('#keys');
  const titles = await page.$$eval('#toolbar [data-do]', (buttons) => buttons.map((button) => button.title));
  for (const title of titles) assert.ok(text.includes(title.replace(/ \([^(]*\)( · .*)?$/, '')), title);
  await press(page, 'Escape');
  assert.ok(await page.locator('#keys').isHidden());
  await press(page, '?', '?');
  assert.ok(await page.locator('#keys').isHidden());
});

test('the page speaks Spanish where cotejo does', async (t) => {
  const {page} = await news(t, {}, ['--ui-lang', 'es']);
  assert.equal(await page.getAttribute('html', 'lang'), 'es');
  assert.match(await page.textContent('#progress'), /confirmados/);
  await press(page, '?');
  assert.match(await page.textContent('#keys'), /Dividir en el cursor/);
  assert.doesNotMatch(await page.textContent('body'), /\{\d\}|undefined/);
});

test('every cell says its language, and its direction is found by its text', async (t) => {
  const {page} = await news(t);
  assert.deepEqual(await page.$$eval('.row .cell.source', (cells) => [...new Set(cells.map((cell) => cell.lang))]), ['es']);
  assert.deepEqual(await page.$$eval('.row .cell.target', (cells) => [...new Set(cells.map((cell) => cell.lang))]), ['en']);
  assert.ok(await page.$$eval('.segment', (segments) => segments.every((segment) => segment.dir === 'auto')));
});
