// A reader of Spanish reads Spanish: what the pages say in English they nowhere say in Spanish, too.
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {readFile, readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {pathToFileURL} from 'node:url';
import {promisify} from 'node:util';
import {act, article, browser, close_browser, folder, go, news, open_window, press, serve} from './editor.mjs';

after(close_browser);

/** All that the page says itself, in sight or not: texts, titles, labels; without the editions' own texts. */
const said = (page) => page.evaluate(() => {
  const out = new Set([document.title]);
  const article = '.segment, .words .note ~ *, textarea, .edition, bdi, .passage, script, style, noscript';
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) if (!walk.currentNode.parentElement.closest(article)) out.add(walk.currentNode.data.trim());
  for (const name of ['title', 'aria-label', 'placeholder', 'alt', 'aria-roledescription']) {
    for (const element of document.querySelectorAll(`[${name}]`)) if (!element.closest(article)) out.add(element.getAttribute(name));
  }
  return [...out];
});

/** What no language changes: no words, the names of programs, formats and keys, languages' codes. */
const for_all = /^(?:[^\p{L}]*|cotejo|.*cotejo|\p{L}|ES|EN|es|en|Esc|Tab|Ctrl|Alt|neutral|(?:(?:Alt|Ctrl) \+ .)|F2|news\.es(?:\.txt)?|news\.en\.txt)$/u;

async function views(t, language) {
  const where = await folder(t);
  const server = await serve(t, where, '--ui-lang', language, ...(await article(where)));
  const page = await open_window(t, server.address);
  const all = new Set();
  const look = async () => { for (const one of await said(page)) all.add(one); };
  assert.equal(await page.getAttribute('html', 'lang'), language);
  await look();
  await act(page, 'c');
  await go(page, 2);
  await act(page, 'r');
  await press(page, 'Enter', 'End');
  await page.keyboard.type('x');
  await look();
  await act(page, 'Enter');
  await press(page, 'f', 'Shift+I');
  await look();
  await press(page, 's');
  await look();
  await press(page, 'Escape', '/');
  await page.keyboard.type('e');
  await page.waitForSelector('mark.match');
  await look();
  await press(page, 'Control+a');
  await page.keyboard.type('(');
  await page.waitForSelector('#search-note.wrong');
  await look();
  await press(page, 'Escape', 'Escape', '?');
  await look();
  await press(page, '?', 'e');
  await page.waitForSelector('#export[open]');
  await look();
  return all;
}

test('the editor in Spanish has no English left, in any view', async (t) => {
  const english = await views(t, 'en');
  const spanish = await views(t, 'es');
  const left = [...spanish].filter((one) => english.has(one) && !for_all.test(one));
  assert.deepEqual(left, []);
});

test('the report in Spanish has no English left', async (t) => {
  const where = await folder(t);
  const names = await article(where);
  const context = await (await browser()).newContext();
  t.after(() => context.close());
  const page = await context.newPage();
  const of = async (language) => {
    await promisify(execFile)(process.env.COTEJO, ['review', ...names, '-o', `${language}.html`, '--quiet', '--ui-lang', language], {cwd: where});
    await page.goto(pathToFileURL(join(where, `${language}.html`)).href);
    return said(page);
  };
  const english = new Set(await of('en'));
  assert.deepEqual((await of('es')).filter((one) => english.has(one) && !for_all.test(one)), []);
});

test('the page has words for all it speaks of, in both languages', async () => {
  const pages = new URL('../../src/review/page/', import.meta.url);
  const table = new Map([...(await readFile(new URL('strings.js', pages), 'utf8')).matchAll(/^ {2}'?([\w-]+)'?: \['(.*)', '(.*)'\],$/gm)].map(([, name, ...both]) => [name, both]));
  assert.ok(table.size > 100);
  for (const [name, [english, spanish]] of table) {
    const blanks = (text) => [...text.matchAll(/\{\d\}/g)].map(String).sort();
    assert.deepEqual(blanks(english), blanks(spanish), name);
  }
  for (const file of (await readdir(pages)).filter((name) => name.endsWith('.js') && name !== 'strings.js' && name !== 'report.js')) {
    for (const [, name] of (await readFile(new URL(file, pages), 'utf8')).matchAll(/\bt\('([\w-]+)'/g)) assert.ok(table.has(name), `${file}: ${name}`);
  }
  const {stdout} = await promisify(execFile)(process.env.COTEJO, ['review', join(process.env.COTEJO_TEST_DATA, 'news.es.txt'), join(process.env.COTEJO_TEST_DATA, 'news.en.txt'), '-q', '-f', 'sarif'], {maxBuffer: 1 << 26});
  for (const {id} of JSON.parse(stdout).runs[0].tool.driver.rules) assert.ok(table.has(`kind_${id}`), id);
});
