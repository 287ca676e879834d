// The pictures in the README, taken anew: COTEJO=PROGRAM COTEJO_TEST_DATA=../data node --test pictures.mjs writes review.png and editor.png
// here. Look at them, and bring them down to a palette of 256 colours, before they go to tests/data.
import {execFile} from 'node:child_process';
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {pathToFileURL} from 'node:url';
import {promisify} from 'node:util';
import {act, article, browser, close_browser, folder, go, open_window, press, serve} from './editor.mjs';

after(close_browser);

/** The news article with errors put into its translation. */
async function damaged(t, ...errors) {
  const where = await folder(t);
  const names = await article(where);
  let text = await readFile(join(where, names[1]), 'utf8');
  for (const [right, wrong] of errors) text = text.replace(right, wrong);
  await writeFile(join(where, names[1]), text);
  return {where, names};
}

test('review.png', async (t) => {
  const {where, names} = await damaged(t, ['12.5% over', '15.5% over'], ['never left', 'left']);
  await promisify(execFile)(process.env.COTEJO, ['review', ...names, '-o', 'report.html', '--quiet'], {cwd: where});
  const page = await (await browser()).newPage({viewport: {width: 1240, height: 860}});
  await page.goto(pathToFileURL(join(where, 'report.html')).href);
  await page.evaluate(() => scrollBy({top: document.getElementById('controls').getBoundingClientRect().top - 32, behavior: 'instant'}));
  await page.screenshot({path: 'review.png'});
  await page.close();
});

test('editor.png', async (t) => {
  const {where, names} = await damaged(t, ['$3.5 billion', '$3.5 million'], ['October 15', 'October 5'], ['Ukrainian engineer', 'Polish engineer']);
  const page = await open_window(t, serve(t, where, ...names).then(({address}) => address), {viewport: {width: 1200, height: 680}});
  await go(page, 5, 'target');
  await act(page, 'r');
  await go(page, 5, 'target');
  await act(page, 'b');
  for (const row of [4, 3]) {
    await go(page, row, 'target');
    await act(page, 'c');
  }
  await go(page, 3, 'target');
  await press(page, 'ArrowRight', 'ArrowRight');
  await page.click('.current .remark');
  await page.screenshot({path: 'editor.png'});
});
