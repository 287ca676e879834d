// What the tests share: a folder with a project, cotejo serving it, a browser, and a page that is watched.
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {copyFile, mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {chromium} from 'playwright-core';

const cotejo = process.env.COTEJO;
const articles = process.env.COTEJO_TEST_DATA;

const leftovers = new WeakMap();
/** Does this when the test is over, before what was asked for earlier. */
function later(t, work) {
  if (!leftovers.has(t)) {
    leftovers.set(t, []);
    t.after(async () => {
      const failed = [];
      for (const one of leftovers.get(t).reverse()) await one().catch((error) => failed.push(error));
      if (failed.length) throw failed[0];
    });
  }
  leftovers.get(t).push(work);
}

/** A folder of its own; goes when the test is over. */
export async function folder(t) {
  const made = await mkdtemp(join(tmpdir(), 'cotejo-'));
  later(t, () => rm(made, {recursive: true, force: true}));
  return made;
}

/** Copies both editions of an article of ours into a folder; [source, target]. */
export async function article(where, stem = 'news', [from, to] = ['es', 'en']) {
  const names = [`${stem}.${from}.txt`, `${stem}.${to}.txt`];
  for (const name of names) await copyFile(join(articles, name), join(where, name));
  return names;
}

/** Runs cotejo review --serve until the test is over: {address, origin, token, kill()}. */
export async function serve(t, where, ...options) {
  const server = spawn(cotejo, ['review', '--serve', '--no-browser', ...options], {cwd: where, env: {...process.env, LANG: 'C.UTF-8'}});
  const ended = once(server, 'exit');
  const kill = async () => {
    server.kill('SIGKILL');
    await ended;
  };
  later(t, kill);
  let said = '';
  const address = await new Promise((resolve, reject) => {
    const hear = (bytes) => {
      said += bytes;
      const found = /http:\/\/127\.0\.0\.1:\d+\/\?token=\w+/.exec(said);
      if (found) resolve(found[0]);
    };
    server.stdout.on('data', hear);
    server.stderr.on('data', hear);
    server.on('exit', () => reject(new Error(`cotejo ended: ${said}`)));
  });
  const url = new URL(address);
  return {address, origin: url.origin, token: url.searchParams.get('token'), kill};
}

let running = null;
/** The browser of this file's tests; it ends with them. */
export async function browser() {
  running ??= chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: process.getuid() === 0 ? ['--no-sandbox'] : [],
  });
  return running;
}
export const close_browser = async () => (await running)?.close();

/**
 * A window on a project, whose address may still be on its way. Its `trouble` lists what must never happen: dialogs, requests to elsewhere, errors of
 * the page. It is checked when the test is over, less what `expected` matches.
 */
export async function open_window(t, address, {expected = null, ...options} = {}) {
  const context = await (await browser()).newContext({viewport: {width: 1280, height: 1500}, locale: 'en-US', ...options});
  const page = await context.newPage();
  const where = await address;
  const {origin} = new URL(where);
  page.trouble = [];
  const note = (what) => { if (!expected?.test(what)) page.trouble.push(what); };
  page.on('dialog', (dialog) => {
    note(`dialog: ${dialog.message()}`);
    dialog.accept().catch(() => {});
  });
  page.on('pageerror', (error) => note(`error: ${error.message}`));
  page.on('console', (message) => { if (message.type() === 'error') note(`console: ${message.text()}`); });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && url.protocol !== 'data:' && url.protocol !== 'blob:') note(`request: ${request.url()}`);
  });
  later(t, async () => {
    await context.close();
    assert.deepEqual(page.trouble, []);
  });
  await page.goto(where);
  await page.waitForSelector('.row');
  return page;
}

/** A project of the news article, served, with a window on it. */
export async function news(t, options = {}, more = []) {
  const where = await folder(t);
  const serving = serve(t, where, ...(await article(where)), ...more);  // while the browser makes a window
  const [server, page] = await Promise.all([serving, open_window(t, serving.then(({address}) => address), options)]);
  return {where, server, page};
}

/** What the page shows of each row: [{number, source: [texts], target: [texts], state, bookmark, findings}]. */
export const rows = (page) => page.$$eval('.row', (elements) => elements.map((row) => {
  const texts = (side) => [...row.querySelectorAll(`.${side} .segment`)].map((segment) => segment.textContent);
  return {
    number: Number(row.querySelector('.number').textContent), source: texts('source'), target: texts('target'),
    state: ['confirmed', 'review'].find((name) => row.classList.contains(name)) ?? 'open',
    bookmark: row.classList.contains('bookmarked'), findings: row.querySelectorAll('.remark').length,
    current: row.classList.contains('current'),
  };
}));

/** The number of the current row. */
export const current = (page) => page.$eval('.row.current .number', (number) => Number(number.textContent));

/** Does something, and waits until so many acts of the page are answered and shown. */
export async function acting(page, work, acts = 1) {
  let answered = 0;
  const all = page.waitForResponse((response) => response.url().endsWith('/api/act') && ++answered === acts);
  await work();
  const response = await all;
  await response.finished();
  await page.evaluate(() => new Promise((resolve) => setTimeout(() => requestAnimationFrame(() => resolve()))));
  return response.status();
}

export async function press(page, ...keys) {
  for (const key of keys) await page.keyboard.press(key);
}

/** Presses keys that make one act. */
export const act = (page, ...keys) => acting(page, () => press(page, ...keys));

/** Moves to a row by its number and to a side, by keys alone. */
export async function go(page, number, side = 'source') {
  await press(page, 'Home');
  for (let n = 1; n < number; ++n) await press(page, 'ArrowDown');
  await press(page, 'ArrowLeft', 'ArrowLeft');
  if (side === 'target') await press(page, 'ArrowRight');
  assert.equal(await current(page), number);
}

/** The project as the server tells it. */
export const project = async ({origin, token}) => (await fetch(`${origin}/api/project`, {headers: {'X-Cotejo-Token': token}})).json();

/** The first row (by number) of which something holds. */
export const number_where = (all, holds) => all.find((row, n) => holds(row, all[n + 1], all[n - 1]))?.number;
