// What the review finds, in the margin of the editor: by keyboard and by mouse.
import assert from 'node:assert/strict';
import {after, test} from 'node:test';
import {act, acting, close_browser, current, go, news, press, rows} from './editor.mjs';

after(close_browser);

const row = (page, number) => page.locator('.row').nth(number - 1);

test('findings are stepped through, dismissed for good, shown again and brought back', async (t) => {
  const {page} = await news(t);
  await go(page, 3, 'target');
  await press(page, 'Enter', 'Control+a');
  await page.keyboard.type('The plant in Puerto Lirio, a work of 77 million dollars, never starts on May 3.');
  await act(page, 'Enter');
  await page.waitForSelector('.row:nth-child(3) .remark');
  await press(page, 'Home', 'f');
  const found = await current(page);
  assert.equal(await page.locator('.remark.chosen').count(), 1);
  await press(page, 'Shift+F', 'f');
  const count = async () => (await rows(page))[found - 1].findings;
  const before = await count();
  await act(page, 'i');
  assert.equal(await count(), before - 1);
  await press(page, 'Shift+I');
  assert.equal(await count(), before);
  await act(page, 'Control+z');
  assert.equal(await page.locator('.remark.dismissed').count(), 0);
  await press(page, 'f');
  await act(page, 'Delete');
  assert.equal(await page.locator('.remark.dismissed').count(), 1);
});

test('a finding is marked in the text when clicked, and its cross dismisses it', async (t) => {
  const {page} = await news(t);
  await row(page, 3).locator('.target .segment').first().dblclick({position: {x: 40, y: 8}});
  await page.locator('textarea').fill('The plant cost 77 dollars on May 3, 1999.');
  await acting(page, () => page.locator('.row .source').nth(4).click());
  const remark = row(page, 3).locator('.remark').first();
  await remark.locator('p').click();
  assert.ok(await row(page, 3).locator('mark.finding.chosen').count() > 0);
  const count = (await rows(page))[2].findings;
  await acting(page, () => row(page, 3).locator('.remark .dismiss').first().click());
  assert.equal((await rows(page))[2].findings, count - 1);
  await page.locator('.headings [data-do=dismissed]').click();
  await acting(page, () => row(page, 3).locator('.remark.dismissed .dismiss').click());
  assert.equal((await rows(page))[2].findings, count);
  assert.equal(await page.locator('.remark.dismissed').count(), 0);
});
