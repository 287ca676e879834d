// What leaves the editor: files, and rows for a memory.
import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {acting, close_browser, news, rows} from './editor.mjs';

after(close_browser);

const confirm = (page, number) => acting(page, () => page.locator('.row .state').nth(number - 1).click());
const open = (page) => page.locator('#toolbar [data-do=export]').click();

test('files are exported whole and only of confirmed rows, in every format', async (t) => {
  const {page} = await news(t);
  await confirm(page, 3);
  const first = (await rows(page))[2].source[0];
  const other = (await rows(page))[3].source[0];
  await open(page);
  for (const format of ['tmx', 'xliff', 'tsv', 'html']) {
    for (const confirmed of [0, 1]) {
      await page.locator(`#export [value=${format}]`).check();
      await page.locator(`#export [name=rows][value="${confirmed}"]`).check();
      const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#export [type=submit]').first().click()]);
      const text = await readFile(await download.path(), 'utf8');
      assert.match(download.suggestedFilename(), new RegExp(`\\.${format}$`));
      assert.ok(text.includes(first.slice(0, 20)), format);
      assert.equal(text.includes(other.slice(0, 20)), !confirmed, format);
    }
  }
  await page.locator('#export [aria-label="Close"]').click();
  assert.ok(!(await page.locator('#export').isVisible()));
});

test('confirmed rows go to a memory', async (t) => {
  const {page, where} = await news(t);
  await confirm(page, 3);
  await confirm(page, 4);
  await open(page);
  const send = async () => {
    await page.locator('#export [name=location]').fill(join(where, 'my.memory'));
    const answered = page.waitForResponse((response) => response.url().endsWith('/api/memory'));
    await page.locator('#export [type=submit]').last().click();
    await answered;
  };
  await send();
  await page.waitForFunction(() => /^Sent: 2 new/.test(document.querySelector('#export > .note').textContent));
  await send();
  await page.waitForFunction(() => /^Sent: 0 new.* 2 already/.test(document.querySelector('#export > .note').textContent));
});
