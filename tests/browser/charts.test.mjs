// The gallery of charts that `cargo test` writes: on a phone and on a desk, in both schemes, in grey, and as files.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { violations } from './axe.mjs';
import { launch } from './browser.mjs';
import { repository } from './site.mjs';

const folder = path.join(repository, 'target/tmp/charts');
const drawn = (await fs.readdir(folder)).filter((file) => file.endsWith('.svg'));
let browser;

before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** The gallery, or one of its files; axe-core is the tester's own script, so the page's policy must not stop it. */
async function open(file, options) {
  const context = await browser.newContext({ bypassCSP: true, ...options });
  const page = await context.newPage();
  await page.goto(pathToFileURL(path.join(folder, file)).href);
  return page;
}

for (const width of [320, 1280]) {
  for (const colorScheme of ['light', 'dark']) {
    test(`charts at ${width} px, ${colorScheme}, are accessible`, async () => {
      const page = await open('index.html', { viewport: { width, height: 900 }, colorScheme });
      assert.deepEqual(await violations(page), []);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(overflow <= 0, `${overflow} px too wide`);
      await page.context().close();
    });
  }

  test(`text in charts at ${width} px is at least 12 px high and stays inside`, async () => {
    const page = await open('index.html', { viewport: { width, height: 900 } });
    const wrong = await page.evaluate(() => [...document.querySelectorAll('svg.chart')].flatMap((chart) => {
      const frame = chart.getBoundingClientRect();
      return [...chart.querySelectorAll('text')].flatMap((text) => {
        const box = text.getBoundingClientRect();
        const size = parseFloat(getComputedStyle(text).fontSize);
        const inside = box.left >= frame.left - 1 && box.right <= frame.right + 1 && box.top >= frame.top - 2 && box.bottom <= frame.bottom + 2;
        return size >= 12 && inside ? [] : [`${chart.querySelector('title').textContent}: ${text.textContent} (${size} px)`];
      });
    }));
    assert.deepEqual(wrong, []);
    await page.context().close();
  });

  test(`no two texts of a chart cover each other at ${width} px`, async () => {
    const page = await open('index.html', { viewport: { width, height: 900 } });
    const wrong = await page.evaluate(() => [...document.querySelectorAll('svg.chart')].flatMap((chart) => {
      const boxes = [...chart.querySelectorAll('text')].map((text) => ({ words: text.lastChild.textContent, box: text.getBoundingClientRect() }));
      const covers = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 6;
      return boxes.flatMap((one, at) => boxes.slice(at + 1).filter((other) => covers(one.box, other.box))
        .map((other) => `${chart.querySelector('title').textContent}: ${one.words} / ${other.words}`));
    }));
    assert.deepEqual(wrong, []);
    await page.context().close();
  });
}

test('every chart has a name and the figures have a description', async () => {
  const page = await open('index.html', {});
  const named = await page.evaluate(() => [...document.querySelectorAll('svg')].every((chart) => chart.getAttribute('role') === 'img' && chart.querySelector('title').textContent));
  assert.ok(named);
  const ids = await page.evaluate(() => [...document.querySelectorAll('svg [id]')].map((part) => part.id));
  assert.equal(new Set(ids).size, ids.length, 'parts of charts share a name');
  await page.context().close();
});

test('a page with charts needs no style that the policy refuses', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const refused = [];
  page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
  await page.goto(pathToFileURL(path.join(folder, 'index.html')).href);
  assert.deepEqual(refused.filter((text) => text.includes('Content Security Policy')), []);
  await context.close();
});

for (const file of drawn) {
  test(`${file} opened alone has dark ink on white paper in either scheme`, async () => {
    const page = await open(file, { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' });
    const colours = await page.evaluate(() => {
      const painted = (part, property) => getComputedStyle(part)[property];
      const paper = document.querySelector('rect');
      const inks = [...document.querySelectorAll('text')].map((text) => painted(text, 'fill'));
      return { paper: paper && painted(paper, 'fill'), inks: [...new Set(inks)] };
    });
    assert.equal(colours.paper === null || colours.paper === 'rgb(255, 255, 255)', true, colours.paper);
    for (const ink of colours.inks) {
      const [red, green, blue] = ink.match(/\d+/g).map(Number);
      assert.ok(0.2126 * red + 0.7152 * green + 0.0722 * blue < 120, `${ink} on white`);
    }
    await page.context().close();
  });
}

test('lines differ in stroke and mark, not only in colour', async () => {
  const svg = await fs.readFile(path.join(folder, 'lines-4.svg'), 'utf8');
  const groups = [...svg.matchAll(/<g class="chart-line-(\d)"[^>]*><g stroke-width="2"([^>]*)>/g)];
  assert.equal(groups.length, 4);
  assert.equal(new Set(groups.map(([, , dash]) => dash)).size, 4);
  const marks = new Set([...svg.matchAll(/<use href="#[^"]*-(\d)"/g)].map(([, mark]) => mark));
  assert.equal(marks.size, 4);
});
