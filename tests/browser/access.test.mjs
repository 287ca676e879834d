// What axe-core finds: no view may have a serious or critical violation, by day or by night.
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {after, test} from 'node:test';
import {promisify} from 'node:util';
import {act, article, browser, close_browser, folder, go, news, press} from './editor.mjs';

after(close_browser);

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** By day everything is looked at, by night what colours decide, on paper what can be read: nobody follows a link there. */
async function check(page, view, scheme) {
  const rules = {dark: ['color-contrast', 'link-in-text-block'], paper: ['color-contrast']}[scheme];
  const {violations} = await page.evaluate(async ([source, only]) => {
    const passing = document.getAnimations().filter((one) => Number.isFinite(one.effect.getComputedTiming().endTime));
    await Promise.allSettled(passing.map((one) => one.finished));
    if (!window.axe) (0, eval)(source);
    return window.axe.run(document, {resultTypes: ['violations'], ...(only && {runOnly: only})});
  }, [axe, rules]);
  const grave = violations.filter(({impact}) => impact === 'serious' || impact === 'critical')
    .map(({id, nodes}) => `${id}: ${nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ${node.failureSummary}`).join(' | ')}`);
  assert.deepEqual(grave, [], `${view}, ${scheme}`);
}

for (const colorScheme of ['light', 'dark']) {
  test(`every view of the editor is open to everybody: ${colorScheme}`, async (t) => {
    const {page} = await news(t, {colorScheme, bypassCSP: true});
    await check(page, 'grid', colorScheme);
    await page.emulateMedia({media: 'print'});
    await check(page, 'grid', 'paper');
    await page.emulateMedia({media: 'screen'});
    await go(page, 2, 'target');
    await press(page, 'Enter', 'Home');
    await page.keyboard.type('9999 ');
    await check(page, 'editing', colorScheme);
    await act(page, 'Enter');
    await act(page, 'c');
    await go(page, 3);
    await act(page, 'r');
    await act(page, 'b');
    await go(page, 4);
    await act(page, 'Shift+L');
    await press(page, 'f');
    await act(page, 'i');
    await press(page, 'Shift+I');
    await check(page, 'states and findings', colorScheme);
    await press(page, 'Shift+I', '?');
    await check(page, 'keys', colorScheme);
    await press(page, '/');
    await page.keyboard.type('[aeiou]l');
    await page.waitForSelector('mark.match');
    await press(page, 'Enter');
    await check(page, 'search', colorScheme);
    await press(page, 'Control+a');
    await page.keyboard.type('(');
    await page.waitForSelector('#search-note.wrong');
    await check(page, 'a wrong pattern', colorScheme);
    await press(page, 'Escape', 'Escape', 'e');
    await check(page, 'export', colorScheme);
    await press(page, 'Escape');
    await page.setViewportSize({width: 800, height: 800});
    await go(page, 8);
    await press(page, 's');
    await check(page, 'narrow, choosing where to split', colorScheme);
  });

  test(`the report is open to everybody: ${colorScheme}`, async (t) => {
    const where = await folder(t);
    await promisify(execFile)(process.env.COTEJO, ['review', ...(await article(where)), '-o', 'report.html', '--quiet'], {cwd: where});
    const context = await (await browser()).newContext({colorScheme, bypassCSP: true});
    t.after(() => context.close());
    const page = await context.newPage();
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(pathToFileURL(join(where, 'report.html')).href);
    await check(page, 'report', colorScheme);
    await page.emulateMedia({media: 'print'});
    await check(page, 'report', 'paper');
    assert.equal(asked.filter((url) => !url.startsWith('file:') && !url.startsWith('data:')).length, 0);
  });
}
