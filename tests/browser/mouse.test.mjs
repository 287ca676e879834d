// Everything the editor can do, by mouse alone (and the keyboard only where there is text to type).
import assert from 'node:assert/strict';
import {after, test} from 'node:test';
import {acting, close_browser, current, news, number_where, project, rows} from './editor.mjs';

after(close_browser);

const tool = (page, name, side) => page.locator(`#toolbar [data-do=${name}]${side ? `[data-side=${side}]` : ''}`);
const row = (page, number) => page.locator('.row').nth(number - 1);
const click = (page, place) => acting(page, () => place.click());
const point = (page, number, side = 'source') => row(page, number).locator(`.${side} .segment, .${side} .none`).first().click({position: {x: 3, y: 8}});
const pairs = (all) => all.map(({source, target}) => [source, target]);

/** Clicks into a row's first text at an offset. */
async function click_at(page, number, offset) {
  const place = await row(page, number).locator('.source .segment').first().evaluate((element, at) => {
    const range = document.createRange();
    range.setStart(element.firstChild, at);
    range.setEnd(element.firstChild, at + 1);
    const {left, top, height} = range.getBoundingClientRect();
    return {x: left + 1, y: top + height / 2};
  }, offset);
  await page.mouse.click(place.x, place.y);
}

test('rows merge, split where one clicks, unlink and link from the toolbar', async (t) => {
  const {page} = await news(t);
  const before = await rows(page);
  await point(page, 2);
  await click(page, tool(page, 'merge'));
  assert.equal((await rows(page)).length, before.length - 1);
  await click(page, tool(page, 'undo'));
  assert.deepEqual(pairs(await rows(page)), pairs(before));
  await click(page, tool(page, 'redo'));
  await click(page, tool(page, 'undo'));
  const words = before[2].source[0].split(' ');
  await click_at(page, 3, words.slice(0, 3).join(' ').length);
  await click(page, tool(page, 'split'));
  assert.equal((await rows(page))[2].source[0], words.slice(0, 3).join(' '));
  await click(page, tool(page, 'undo'));
  await point(page, 2);
  await click(page, tool(page, 'unlink'));
  assert.equal((await rows(page)).length, before.length + 1);
  await click(page, tool(page, 'link'));
  assert.deepEqual(pairs(await rows(page)), pairs(before));
});

test('boundaries move from the toolbar on either side', async (t) => {
  const {page} = await news(t);
  const before = await rows(page);
  for (const side of ['source', 'target']) {
    await point(page, 3, side);
    await click(page, tool(page, 'up', side));
    assert.deepEqual((await rows(page))[1][side], [...before[1][side], before[2][side][0]]);
    await click(page, tool(page, 'undo'));
    await point(page, 3, side);
    await click(page, tool(page, 'down', side));
    assert.notDeepEqual(pairs(await rows(page)), pairs(before));
    await click(page, tool(page, 'undo'));
    assert.deepEqual(pairs(await rows(page)), pairs(before));
  }
});

test('the buttons on the border of the row under the mouse do the same', async (t) => {
  const {page} = await news(t);
  const before = await rows(page);
  for (const [name, side] of [['merge', 'between'], ['down', 'source'], ['take', 'source'], ['down', 'target'], ['take', 'target'], ['unlink', 'between']]) {
    await row(page, 3).locator(`.${side}`).hover();
    await click(page, row(page, 3).locator(`.${side} .tools [data-do=${name}]`));
    assert.notDeepEqual(pairs(await rows(page)), pairs(before), name);
    await click(page, tool(page, 'undo'));
    assert.deepEqual(pairs(await rows(page)), pairs(before), name);
  }
  await row(page, 3).locator('.between').hover();
  await click(page, row(page, 3).locator('.between .tools [data-do=unlink]'));
  await click(page, row(page, 3).locator('.between .tools [data-do=link]'));
  assert.deepEqual(pairs(await rows(page)), pairs(before));
});

test('a double click opens the text for editing, and clicking elsewhere saves it', async (t) => {
  const {page} = await news(t);
  const before = await rows(page);
  await row(page, 2).locator('.target .segment').first().dblclick({position: {x: 40, y: 8}});
  await page.locator('textarea').fill('A text of our own.');
  await acting(page, () => point(page, 4));
  assert.equal((await rows(page))[1].target[0], 'A text of our own.');
  await point(page, 3);
  await tool(page, 'edit').click();
  await page.locator('textarea').fill('Otro texto.');
  await acting(page, () => tool(page, 'bookmark').click(), 2);
  const now = await rows(page);
  assert.equal(now[2].source[0], 'Otro texto.');
  assert.ok(now[2].bookmark);
  assert.deepEqual(now[3], before[3]);
});

test('rows are confirmed, marked for review and bookmarked from row and toolbar, and realigned', async (t) => {
  const {page} = await news(t);
  await click(page, row(page, 3).locator('.state'));
  assert.equal((await rows(page))[2].state, 'confirmed');
  await click(page, row(page, 3).locator('.mark'));
  assert.ok((await rows(page))[2].bookmark);
  await point(page, 4);
  await click(page, tool(page, 'review'));
  assert.equal((await rows(page))[3].state, 'review');
  await click(page, tool(page, 'confirm'));
  assert.equal((await rows(page))[3].state, 'confirmed');
  await point(page, 6);
  await click(page, tool(page, 'until'));
  assert.equal((await rows(page)).filter((one) => one.state === 'confirmed').length, 6);
  await point(page, 8);
  await click(page, tool(page, 'merge'));
  await click(page, tool(page, 'realign'));
  assert.match(await page.textContent('#status'), /Done/);
});

test('the list of what to go to finds what it names', async (t) => {
  const {page, server} = await news(t);
  const told = (await project(server)).rows;
  const uneven = number_where(told.map((one, n) => ({...one, number: n + 1})), (one) => one.number > 1 && (one.source.length !== 1 || one.target.length !== 1));
  await point(page, 1);
  await page.locator('#toolbar select').selectOption('uneven');
  await page.locator('#toolbar [data-go="1"]').click();
  assert.equal(await current(page), uneven);
  await page.locator('#toolbar [data-go="-1"]').click();
  await page.locator('#toolbar [data-go="1"]').click();
  assert.equal(await current(page), uneven);
});

test('search opens, looks on one side only, minds case and closes by mouse', async (t) => {
  const {page} = await news(t);
  await tool(page, 'search').click();
  await page.locator('#search input[type=search]').fill('la');
  await page.waitForSelector('mark.match');
  const count = async () => Number(/of (\d+)/.exec(await page.textContent('#search-note'))?.[1]);
  const settled = (before) => page.waitForFunction((was) => Number(/of (\d+)/.exec(document.getElementById('search-note').textContent)?.[1]) < was, before);
  const both = await count();
  await page.locator('#search select').selectOption('source');
  await settled(both);
  const source = await count();
  await page.locator('#search input[type=checkbox]').check();
  await settled(source);
  await page.locator('#search [aria-label="Next match"]').click();
  assert.match(await page.textContent('#search-note'), /^1 of /);
  await page.locator('#search [aria-label="Previous match"]').click();
  await page.locator('#search [aria-label="Close"]').click();
  assert.ok(await page.locator('#search').isHidden());
});

test('the map of the keys opens and closes by mouse', async (t) => {
  const {page} = await news(t);
  await tool(page, 'keys').click();
  assert.ok(await page.locator('#keys').isVisible());
  await page.locator('#keys [aria-label="Close"]').click();
  assert.ok(await page.locator('#keys').isHidden());
});
