// A book of 5,000 beads: it opens, scrolls and is worked on. How smoothly is told, and no test.
import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {act, close_browser, current, folder, go, open_window, press, serve} from './editor.mjs';

after(close_browser);

test('5,000 beads scroll from top to end, and an act at the end is as good as one at the top', async (t) => {
  const where = await folder(t);
  const beads = 5000;
  const lines = (sentence) => Array.from({length: beads}, (_, n) => sentence(n, (n * 7919) % 1000)).join('\n') + '\n';
  await writeFile(join(where, 'book.es'), lines((n, k) => `En el año ${1000 + n} el pueblo contaba ${k} casas, y en cada una vivían ${k % 7 + 2} personas${k % 3 ? '' : ', según el viejo registro de la parroquia que nadie había vuelto a abrir'}.`));
  await writeFile(join(where, 'book.en'), lines((n, k) => `In the year ${1000 + n} the village had ${k} houses, and in each of them lived ${k % 7 + 2} people${k % 3 ? '' : ', according to the old parish register that nobody had opened again'}.`));
  const server = await serve(t, where, '--source-lang', 'es', '--target-lang', 'en', 'book.es', 'book.en');
  const begun = Date.now();
  const page = await open_window(t, server.address);
  const opened = Date.now() - begun;
  const total = await page.locator('.row').count();
  assert.ok(total > beads * 0.9, `${total} rows`);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', {timeDomain: 'threadTicks'});
  const spent = async () => Object.fromEntries((await cdp.send('Performance.getMetrics')).metrics.map(({name, value}) => [name, 1000 * value]));
  const costs_before = await spent();
  const frames = await page.evaluate(async () => {
    const ladder = document.getElementById('ladder');
    const times = [];
    let last = performance.now();
    for (let n = 0; n < 240; ++n) {
      ladder.scrollTop += 400;
      await new Promise(requestAnimationFrame);
      const now = performance.now();
      times.push(now - last);
      last = now;
    }
    times.sort((a, b) => a - b);
    return {median: times[120], p95: times[228], worst: times[239]};
  });
  const costs = await spent();
  const share = (name) => ((costs[name] - costs_before[name]) / 240).toFixed(1);
  await press(page, 'End');
  assert.equal(await current(page), total);
  const acted = Date.now();
  await act(page, 'c');
  const answered = Date.now() - acted;
  await go(page, 3);
  await act(page, 'm');
  assert.equal(await page.locator('.row').count(), total - 1);
  await page.waitForFunction((last) => [...document.querySelectorAll('.row .number')].at(-1).textContent === last, String(total - 1));
  const ms = (value) => `${Math.round(value)} ms`;
  t.diagnostic(`${total} beads: open in ${ms(opened)}; frames while scrolling ${ms(frames.median)} (median), ${ms(frames.p95)} (95th of 100), ${ms(frames.worst)} (worst); processor time of a frame ${share('TaskDuration')} ms, ${share('ScriptDuration')} of it script, ${share('LayoutDuration')} layout; an act in ${ms(answered)}`);
});
