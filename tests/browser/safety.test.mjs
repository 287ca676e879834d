// Articles that mean harm, and requests from those who have no business here.
import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {request} from 'node:http';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {act, close_browser, folder, go, news, open_window, press, rows, serve} from './editor.mjs';

after(close_browser);

const harm = [
  '<script>alert(1)</script>', '<img src=x onerror=alert(2)>', '"><svg onload=alert(3)>', "javascript:alert(4)", '</textarea><script>alert(5)</script>',
  '<style>*{display:none}</style>', '<iframe src=https://example.org></iframe>', '{{constructor.constructor("alert(6)")()}}', '<link rel=stylesheet href=https://example.org/x.css>',
  '\u202Eoverride\u202D embedded \u2066isolate', '&lt;b&gt;not bold&lt;/b&gt;', '<base href=https://example.org/>', '<meta http-equiv=refresh content="0;url=https://example.org">',
];

test('a hostile article is text and nothing else, in every place the page shows it', async (t) => {
  const where = await folder(t);
  const word = 'w'.repeat(1 << 20);
  const side = (sentence) => `${harm[0]} ${sentence}\n\n${harm.map((one, n) => `${sentence} ${n}: ${one} ${sentence}.`).join('\n\n')}\n\n${sentence} ${word}.\n`;
  const names = ['<img src=x onerror=alert(7)>.es.txt', "';alert(8);'.en.txt"];
  await writeFile(join(where, names[0]), side('Esta es la frase'));
  await writeFile(join(where, names[1]), side('This is the sentence'));
  const server = await serve(t, where, '--project', '"><script>alert(9)<\u2044script>.cotejo', ...names);
  const page = await open_window(t, server.address);
  const shown = (await rows(page)).flatMap((row) => [...row.source, ...row.target]).join('\n');
  for (const one of harm) assert.ok(shown.replace(/\s+/g, ' ').includes(one.slice(0, 12)), one);
  assert.equal(await page.locator('#ladder :is(script, img, iframe, style, link, base, meta)').count(), 0);
  assert.match(await page.textContent('#name'), /<script>/);
  assert.match(await page.textContent('.headings'), /onerror/);

  // The word of a megabyte is cut short until asked for, and nothing runs over the page.
  const wide = () => page.evaluate(() => Math.max(document.documentElement.scrollWidth, document.getElementById('ladder').scrollWidth) <= innerWidth);
  assert.ok(await wide());
  await press(page, 'End');
  await page.locator('[data-do=show_whole]').first().click();
  await page.waitForFunction((length) => [...document.querySelectorAll('.segment')].some((one) => one.textContent.length > length), word.length);
  assert.ok(await wide());

  // An override stays inside its sentence: what follows is laid out from left to right.
  const after = await page.evaluate(() => {
    const place = [...document.querySelectorAll('.segment')].find((one) => one.textContent.includes('\u202E'));
    const next = place.closest('.row').querySelector('.target .segment');
    const range = document.createRange();
    range.setStart(next.firstChild, 0);
    range.setEnd(next.firstChild, 1);
    return range.getBoundingClientRect().left - next.getBoundingClientRect().left;
  });
  assert.ok(after < 20);

  // Typing, searching and the notices take it as text, too.
  await go(page, 2, 'target');
  await press(page, 'Enter', 'Control+a');
  await page.keyboard.insertText('<img src=x onerror=alert(10)>');
  await act(page, 'Enter');
  assert.equal((await rows(page))[1].target[0], '<img src=x onerror=alert(10)>');
  await press(page, '/');
  await page.keyboard.insertText('<img src=x onerror=alert(11)>(');
  await page.waitForSelector('#search-note.wrong');
  await press(page, 'Control+a');
  await page.keyboard.insertText('alert');
  await page.waitForSelector('mark.match');
  await page.waitForTimeout(300);
});

/** Status of a request as any program can make it, whatever a browser would forbid. */
const status = ({origin}, path, {method = 'GET', headers = {}, body} = {}) => new Promise((resolve, reject) => {
  const {hostname, port} = new URL(origin);
  const asked = request({hostname, port, path, method, headers}, (response) => {
    response.resume();
    resolve(response.statusCode);
  });
  asked.on('error', reject);
  asked.end(body);
});

test('requests with a wrong token, Host or Origin are refused, and change nothing', async (t) => {
  const {page, server} = await news(t);
  const {token, origin} = server;
  const before = await rows(page);
  const right = {'X-Cotejo-Token': token};
  const body = JSON.stringify({revision: 1e9, action: 'merge', row: 1});
  const post = (headers) => status(server, '/api/act', {method: 'POST', headers: {'Content-Type': 'application/json', 'Content-Length': body.length, ...headers}, body});
  assert.equal(await status(server, '/api/project', {headers: right}), 200);
  for (const path of ['/api/project', '/api/changes?since=0', '/api/export?format=tmx&confirmed=0']) {
    assert.equal(await status(server, path), 403, path);
    assert.equal(await status(server, path, {headers: {'X-Cotejo-Token': token.replace(/./g, '0')}}), 403, path);
    assert.equal(await status(server, path, {headers: {...right, Host: 'example.org'}}), 403, path);
    assert.equal(await status(server, path, {headers: {...right, 'Sec-Fetch-Site': 'cross-site'}}), 403, path);
  }
  assert.equal(await status(server, `/?token=${token.replace(/./g, '0')}`), 403);
  assert.equal(await status(server, `/?token=${token}`, {headers: {Host: 'example.org'}}), 403);
  assert.equal(await post({Origin: origin}), 403);
  assert.equal(await post(right), 403);
  assert.equal(await post({...right, Origin: 'http://example.org'}), 403);
  assert.equal(await post({...right, Origin: 'null'}), 403);
  assert.equal(await post({...right, Origin: origin, Host: 'example.org'}), 403);
  assert.equal(await post({...right, Origin: origin, 'Sec-Fetch-Site': 'cross-site'}), 403);
  await page.reload();
  await page.waitForSelector('.row');
  assert.deepEqual((await rows(page)).map((row) => row.source), before.map((row) => row.source));
});

test('a page without the token says where to find it', async (t) => {
  const {server} = await news(t);
  const page = await open_window(t, server.address, {expected: /403/});
  const stranger = await page.context().newPage();
  await stranger.goto(`${server.origin}/page/index.html`);
  await stranger.waitForSelector('.alert');
  assert.match(await stranger.textContent('.alert'), /address that cotejo review printed/);
  assert.equal(await stranger.locator('.row').count(), 0);
});
