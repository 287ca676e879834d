// The page of a review, as its reader has it: what belongs together lights up, findings can be chosen, nothing is asked of anybody.
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {pathToFileURL} from 'node:url';
import {promisify} from 'node:util';
import {browser, close_browser, folder} from './editor.mjs';

after(close_browser);

const spanish = `La compañía Aguas del Poniente pagó 3.500 millones de dólares el 3 de mayo de 2021.

—No vamos a vender —dijo Ana Rojas a las 9.30 h.

El puente mide 180 metros. Nadie protestó por el retraso de la obra.

Los vecinos de Puerto Lirio se enteraron por la radio de que las obras empezarían otra vez en el verano.
`;
const english = `The company Aguas del Poniente paid 2.9 billion dollars on May 3, 2021.

“We are going to sell,” Ana Rojas said at 9:30 a.m.

The bridge is 180 meters long. Nobody complained about the delay of the work.
`;

/** An article of some pages, with errors in it. */
async function long_article() {
  const [es, en] = await Promise.all(['es', 'en'].map((language) => readFile(join(process.env.COTEJO_TEST_DATA, `news.${language}.txt`), 'utf8')));
  return [`${es}\n${spanish}`, `${en.replace('12.5% over', '15.5% over').replace('never left', 'left')}\n${english}`];
}

/** Reviews two texts and opens the page; what it asks for or complains about comes in `noise`. */
async function opened(t, source, target, options = {}, ...more) {
  const where = await folder(t);
  await writeFile(join(where, 'a.es.txt'), source);
  await writeFile(join(where, 'a.en.txt'), target);
  await promisify(execFile)(process.env.COTEJO, ['review', 'a.es.txt', 'a.en.txt', '--source-lang', 'es', '--target-lang', 'en',
    '-o', 'report.html', '--quiet', ...more], {cwd: where});
  const context = await (await browser()).newContext({viewport: {width: 1300, height: 800}, ...options});
  t.after(() => context.close());
  const page = await context.newPage();
  const noise = [];
  page.on('console', (message) => noise.push(message.text()));
  page.on('pageerror', (error) => noise.push(error.message));
  page.on('dialog', (dialog) => { noise.push(dialog.message()); dialog.dismiss(); });
  page.on('request', (request) => { if (!request.url().startsWith('file:')) noise.push(request.url()); });
  await page.goto(pathToFileURL(join(where, 'report.html')).href);
  return {page, noise};
}

const lit = (page) => page.$$eval('.met', (elements) => elements.map((element) => element.textContent));

test('counterparts light up under the pointer and under the keyboard', async (t) => {
  const {page, noise} = await opened(t, spanish, english);
  const year = page.locator('[lang=es] .anchor', {hasText: '180 metros'});
  await year.hover();
  assert.deepEqual(await lit(page), ['180 metros', '180 meters']);
  await page.mouse.move(0, 0);
  assert.deepEqual(await lit(page), []);
  await page.locator('[lang=en] .anchor', {hasText: '180 meters'}).focus();
  assert.deepEqual(await lit(page), ['180 metros', '180 meters']);
  await page.keyboard.press('Enter');
  assert.match(page.url(), /#sa\d+$/);
  assert.deepEqual(noise, []);
});

test('dates, times, names, sums and quotations all lead to their counterparts', async (t) => {
  const {page, noise} = await opened(t, `El alcalde dijo: «El puente es de todos».\n\n${spanish}`,
    `The mayor said: “The bridge belongs to everyone.”\n\n${english.replace('2.9 billion', '3.5 billion')}`);
  for (const both of [['3 de mayo de 2021', 'May 3, 2021'], ['las 9.30 h', '9:30 a.m.'], ['Ana', 'Ana'], ['3.500 millones de dólares', '3.5 billion dollars']]) {
    for (const side of [0, 1]) {
      await page.locator(`[lang=${['es', 'en'][side]}] .anchor`, {hasText: both[side]}).first().focus();
      assert.deepEqual(await lit(page), both);
    }
  }
  await page.locator('[lang=en] .anchor', {hasText: '“'}).first().focus();
  const quotation = (await lit(page)).join(' ');
  assert.ok(/«.*“/.test(quotation), quotation);
  assert.deepEqual(noise, []);
});

test('findings are chosen by kind and severity, and stepped through', async (t) => {
  const {page, noise} = await opened(t, spanish, english);
  const shown = () => page.$$eval('.finding:not([hidden])', (elements) => elements.map(({dataset}) => dataset.kind));
  const all = await shown();
  assert.ok(all.length > 1, `findings: ${all}`);
  assert.equal(await page.textContent('#shown'), `${all.length} of ${all.length} findings shown`);
  await page.uncheck(`input[name=kind][value=${all[0]}]`);
  const rest = all.filter((kind) => kind !== all[0]);
  assert.deepEqual(await shown(), rest);
  assert.equal(await page.textContent('#shown'), `${rest.length} of ${all.length} findings shown`);
  await page.check('#only');
  assert.ok(await page.$$eval('.bead:not([hidden])', (beads) => beads.every((bead) => bead.querySelector('.finding:not([hidden])'))));
  await page.check(`input[name=kind][value=${all[0]}]`);
  const seen = [];
  for (const step of all) {
    await page.click('#next');
    seen.push(await page.evaluate(() => document.activeElement.closest('.finding').dataset.kind));
  }
  assert.deepEqual([...seen].sort(), [...all].sort());
  assert.deepEqual(noise, []);
});

test('it reads without its script', async (t) => {
  const {page} = await opened(t, spanish, english, {javaScriptEnabled: false});
  assert.equal(await page.isVisible('#controls'), false);
  assert.ok(await page.isVisible('.finding'));
  assert.ok(await page.isVisible('text=Los vecinos de Puerto Lirio'));
});

test('it fits every window', async (t) => {
  const {page} = await opened(t, spanish + '\n' + 'a'.repeat(1000000) + '\n', english);
  for (const width of [360, 700, 1000, 1600]) {
    await page.setViewportSize({width, height: 800});
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width} wide`);
  }
});

test('a hostile article is shown and does nothing', async (t) => {
  const evil = '<script>alert(1)</script><img src=x onerror=alert(2)> </bdi></p></div> <svg onload=alert(3)> \u202Eevil\u2066 "\'';
  const {page, noise} = await opened(t, `${evil} 5 gatos.\n\n${spanish}`, `${evil} 7 cats.\n\n${english}`);
  assert.equal(await page.$$eval('script, img, iframe, object, embed, link', (elements) => elements.length), 1);
  assert.ok((await page.textContent('.bead')).includes('<script>alert(1)</script>'));
  const heading = await page.locator('.columns').boundingBox();
  assert.ok(heading.width > 500);
  assert.deepEqual(noise, []);
});

test('a reader of Spanish reads Spanish', async (t) => {
  const {page} = await opened(t, spanish, english, {}, '--ui-lang', 'es');
  assert.equal(await page.getAttribute('html', 'lang'), 'es');
  assert.match(await page.textContent('#shown'), /^se muestran \d+ de \d+ hallazgos$/);
});

const paper_widths = {portrait: 688, landscape: 1017};  // of A4 less the margins

test('on paper every passage and remark is there, whole, and no control', async (t) => {
  const word = 'aguas'.repeat(60);
  const [es, en] = await long_article();
  const {page} = await opened(t, `${es}\nVéase ${word} 5.\n`, `${en}\nSee ${word} 6.\n`);
  const beads = await page.locator('.bead').count();
  await page.emulateMedia({media: 'print'});
  for (const [name, width] of Object.entries(paper_widths)) {
    await page.setViewportSize({width, height: 800});
    const lost = await page.evaluate(() => {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, ({data, parentElement}) =>
        data.trim() && !parentElement.closest('script, #controls, .skip') ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT);
      const out = [];
      while (texts.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(texts.currentNode);
        const {left, right, height} = range.getBoundingClientRect();
        const own = (texts.currentNode.parentElement.closest('.rung, .passage, .finding, .columns > span') ?? document.body).getBoundingClientRect();
        const seen = texts.currentNode.parentElement.checkVisibility({opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true});
        const whole = left >= own.left - 1 && right <= own.right + 1 && own.left >= 0 && own.right <= innerWidth + 1;
        if (!seen || height === 0 || !whole) out.push(texts.currentNode.data.slice(0, 80));
      }
      return out;
    });
    assert.deepEqual(lost, [], name);
    assert.equal(await page.locator('.bead:visible').count(), beads);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), name);
    assert.equal(await page.locator(':is(button, input, legend, fieldset label, .skip):visible').count(), 0);
  }
});

test('a page printed by night is black on white', async (t) => {
  const {page} = await opened(t, ...await long_article(), {colorScheme: 'light'});
  const colours = () => page.$$eval('body, body *', (elements) => elements.flatMap((element) => {
    const {color, backgroundColor, borderColor, fill} = getComputedStyle(element);
    return [color, backgroundColor, borderColor, fill, getComputedStyle(element, '::before').backgroundColor];
  }));
  await page.emulateMedia({media: 'print', colorScheme: 'light'});
  const by_day = await colours();
  assert.deepEqual(by_day.slice(0, 2), ['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  await page.emulateMedia({media: 'print', colorScheme: 'dark'});
  assert.deepEqual(await colours(), by_day);
});

/** On which page of a PDF each link within it stands (`from`), by what it leads to, and on which that stands (`to`). */
function pages_of_links(pdf) {
  const objects = new Map([...pdf.toString('latin1').matchAll(/(\d+) 0 obj\s([^]*?)endobj/g)].map(([, number, text]) => [number, text]));
  const pages = [...objects].filter(([, text]) => /\/Type \/Page\b/.test(text));
  const from = new Map();
  const to = new Map();
  for (const [number, text] of pages) {
    for (const [, annotation] of (/\/Annots \[([^\]]*)\]/.exec(text)?.[1] ?? '').matchAll(/(\d+) 0 R/g)) {
      const target = /\/Dest \/(\w+)/.exec(objects.get(annotation))?.[1];
      if (target) from.set(target, number);
    }
  }
  for (const text of objects.values()) {
    for (const [, target, number] of text.matchAll(/\/(\w+) \[(\d+) 0 R \/XYZ/g)) to.set(target, number);
  }
  return {from, to, pages: pages.map(([number]) => number), sizes: pages.map(([, text]) => /\/MediaBox \[([^\]]*)\]/.exec(text)[1].split(' ').map(Number))};
}

test('on paper a remark stays on the page of its passages', async (t) => {
  const {page} = await opened(t, ...await long_article());
  const beads = await page.$$eval('.bead', (elements) => elements.map((bead) => {
    const leads = (within) => [...bead.querySelectorAll(`${within}a[href]`)].map(({hash}) => hash.slice(1));
    return {id: bead.id, links: leads(''), remarks: leads('.finding ')};
  }));
  const {from, to, pages, sizes} = pages_of_links(await page.pdf({preferCSSPageSize: true}));
  assert.ok(pages.length > 2);
  for (const [, , ...size] of sizes) assert.deepEqual(size.map((points) => Math.round(points * 25.4 / 72)), [297, 210]);
  const all = beads.flatMap(({links}) => links);
  for (const {id, links, remarks} of beads) {
    assert.ok(pages.includes(from.get(id)), id);
    assert.equal(to.get(id), from.get(id), `${id} begins on another page than its text`);
    for (const link of links) {
      if (all.indexOf(link) === all.lastIndexOf(link)) assert.equal(from.get(link), from.get(id), `${id}: the link to ${link}`);
    }
    for (const passage of remarks) assert.equal(to.get(passage), from.get(id), `${id}: the passage ${passage}`);
  }
  assert.ok(beads.filter(({remarks}) => remarks.length).length > 5);
});

test('what was not chosen stays off the paper, which says so', async (t) => {
  const {page} = await opened(t, spanish, english);
  const all = await page.locator('.finding').count();
  const kind = await page.getAttribute('.finding >> nth=0', 'data-kind');
  await page.uncheck(`input[name=kind][value=${kind}]`);
  await page.emulateMedia({media: 'print'});
  const left = await page.locator('.finding:visible').count();
  assert.ok(left > 0 && left < all);
  assert.equal(await page.locator(`.finding[data-kind=${kind}]:visible`).count(), 0);
  assert.equal(await page.innerText('#controls'), `${left} of ${all} findings shown`);
  await page.emulateMedia({media: 'screen'});
  await page.check('#only');
  await page.emulateMedia({media: 'print'});
  assert.match(await page.innerText('#controls'), /^only passages with findings\s/);
});
