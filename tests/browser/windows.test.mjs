// Several windows on one project, and a server that dies: nothing is lost, and nothing silently.
import assert from 'node:assert/strict';
import {after, test} from 'node:test';
import {act, acting, article, close_browser, folder, go, news, open_window, press, project, rows, serve} from './editor.mjs';

after(close_browser);

const refused = /status of (409|403)|ERR_|Failed to fetch|Failed to load/;

/** Two windows on one project. */
async function two(t) {
  const first = await news(t, {expected: refused});
  return {...first, other: await open_window(t, first.server.address, {expected: refused})};
}

/** Keeps a window from seeing what others do, as a slow line would. */
const blind = (page) => page.route('**/api/changes*', (route) => route.abort());
const seeing = (page) => page.unroute('**/api/changes*');
const reads = (page, number, side, text) => page.waitForFunction(
  ([n, s, wanted]) => document.querySelectorAll('.row')[n - 1]?.querySelector(`.${s} .segment`)?.textContent === wanted, [number, side, text]);

async function type_over(page, number, side, text) {
  await go(page, number, side);
  await press(page, 'Enter', 'Control+a');
  await page.keyboard.type(text);
}

test('what one window does the other sees', async (t) => {
  const {page, other} = await two(t);
  await type_over(page, 2, 'target', 'Seen by both.');
  await act(page, 'Enter');
  await reads(other, 2, 'target', 'Seen by both.');
  await go(page, 5);
  await act(page, 'm');
  const wanted = await rows(page);
  await other.waitForFunction((count) => document.querySelectorAll('.row').length === count, wanted.length);
  assert.deepEqual((await rows(other)).map((row) => row.source), wanted.map((row) => row.source));
  assert.match(await other.textContent('#status'), /another window/);
});

test('an act on a row that changed unseen is refused, and the row is shown as it is', async (t) => {
  const {page, other} = await two(t);
  await go(other, 3);
  await blind(other);
  await go(page, 3);
  await act(page, 'm');
  const merged = (await rows(page))[2];
  assert.equal(await act(other, 'c'), 409);
  await seeing(other);
  await other.waitForFunction(() => /Row 3 was changed in another window/.test(document.getElementById('alert').textContent));
  await other.waitForFunction((count) => document.querySelectorAll('.row').length === count, (await rows(page)).length);
  assert.deepEqual((await rows(other))[2].source, merged.source);
  assert.equal((await rows(other))[2].state, 'open');
});

test('a text that was changed elsewhere meanwhile is shown beside what was typed, and neither is lost', async (t) => {
  const {page, other} = await two(t);
  await type_over(other, 2, 'target', 'Mine.');
  await type_over(page, 2, 'target', 'Theirs.');
  await act(page, 'Enter');
  await other.waitForSelector('textarea ~ .note:not(:empty)');
  assert.match(await other.textContent('.note'), /another window.*Theirs\./);
  assert.equal(await other.inputValue('textarea'), 'Mine.');
  await act(other, 'Enter');
  await reads(page, 2, 'target', 'Mine.');
  await type_over(other, 2, 'target', 'Mine again.');
  await type_over(page, 2, 'target', 'Theirs again.');
  await act(page, 'Enter');
  await other.waitForSelector('textarea ~ .note:not(:empty)');
  await press(other, 'Escape');
  await reads(other, 2, 'target', 'Theirs again.');
});

test('an edit the server refuses because of another window stays open with what was typed', async (t) => {
  const {page, other} = await two(t);
  await type_over(other, 2, 'target', 'Mine.');
  await blind(other);
  await type_over(page, 2, 'target', 'Theirs.');
  await act(page, 'Enter');
  const answered = other.waitForResponse((response) => response.url().endsWith('/api/act'));
  await press(other, 'Enter');
  assert.equal((await answered).status(), 409);
  await seeing(other);
  await other.waitForFunction(() => /another window/.test(document.getElementById('alert').textContent));
  await other.waitForSelector('textarea');
  assert.equal(await other.inputValue('textarea'), 'Mine.');
  await other.waitForFunction(() => /Theirs\./.test(document.querySelector('.note')?.textContent ?? ''));
  await act(other, 'Enter');
  await reads(page, 2, 'target', 'Mine.');
});

test('typing in a sentence that another window takes away is handed back', async (t) => {
  const {page, other} = await two(t);
  await type_over(other, 2, 'source', 'What I was typing.');
  await go(page, 2);
  await press(page, 'Enter', 'Home', 'Control+ArrowRight');
  await act(page, 'Alt+Enter');
  await other.waitForSelector('.alert blockquote, textarea ~ .note:not(:empty)');
  assert.match(`${await other.textContent('#alert')}${await other.locator('textarea').count() ? await other.inputValue('textarea') : ''}`, /What I was typing\./);
});

test('killed between two acts and opened again, the project has everything', async (t) => {
  const where = await folder(t);
  const names = await article(where);
  const first = await serve(t, where, ...names);
  const page = await open_window(t, first.address, {expected: refused});
  await go(page, 2);
  await act(page, 'm');
  await act(page, 'b');
  await type_over(page, 2, 'target', 'Kept.');
  await act(page, 'Enter');
  await act(page, 'c');
  const before = await rows(page);
  await first.kill();
  const second = await serve(t, where, ...names);
  const again = await open_window(t, second.address);
  const now = await rows(again);
  const plain = (all) => all.map(({source, target, state, bookmark}) => ({source, target, state, bookmark}));
  assert.deepEqual(plain(now), plain(before));
  await go(again, 1);
  for (let n = 0; n < 4; ++n) await act(again, 'Control+z');
  assert.equal((await rows(again)).length, before.length + 1);
});

test('a server that is gone is said to be, typing is kept, and saved once it answers again', async (t) => {
  const {page, server} = await news(t, {expected: refused});
  await page.route('**/api/**', (route) => route.abort());
  await type_over(page, 2, 'target', 'Typed while offline.');
  await press(page, 'Enter');
  await page.waitForSelector('.alert');
  assert.match(await page.textContent('.alert'), /doesn’t answer/);
  await page.waitForSelector('.segment.unsaved');
  assert.equal((await rows(page))[1].target[0], 'Typed while offline.');
  await press(page, 'm');
  await page.waitForFunction(() => /Not done/.test(document.getElementById('status').textContent));
  await page.unroute('**/api/**');
  await page.waitForSelector('.segment.unsaved', {state: 'detached'});
  await page.waitForSelector('.alert', {state: 'detached'});
  assert.equal((await project(server)).rows[1].target[0].text, 'Typed while offline.');
});

test('a tab that is loaded again goes on, with what was being typed', async (t) => {
  const {page, server} = await news(t, {expected: /dialog: /});
  assert.doesNotMatch(page.url(), /token/);
  await type_over(page, 2, 'target', 'Typed before reloading.');
  await page.reload();
  await page.waitForSelector('.row');
  await reads(page, 2, 'target', 'Typed before reloading.');
  await page.waitForSelector('.segment.unsaved', {state: 'detached'});
  assert.equal((await project(server)).rows[1].target[0].text, 'Typed before reloading.');
});
