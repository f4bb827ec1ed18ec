// What people do: with the keyboard only, without JavaScript, on a phone, on paper, from a sub-directory.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { launch } from './browser.mjs';
import { pageKinds, serve, siteFolder } from './site.mjs';

const folder = siteFolder();
const kinds = await pageKinds(folder);
const routeOf = (kind, lang = 'vi') => kinds.find((page) => page.kind === kind && page.lang === lang).route;
let browser;
let site;

before(async () => {
  browser = await launch();
  site = await serve(folder);
});
after(async () => {
  await browser?.close();
  site?.close();
});

async function open(route, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  await page.goto(site.url(route));
  return page;
}

test('the first Tab reaches the skip link, and Enter moves past the navigation', async () => {
  const page = await open(routeOf('procedure'));
  await page.keyboard.press('Tab');
  const href = await page.evaluate(() => document.activeElement.getAttribute('href'));
  assert.match(href, /^#/);
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => location.hash), href);
  assert.ok(await page.locator(`main${href}, main ${href}`).count());
});

test('every link and button shows where the focus is', async () => {
  const page = await open(routeOf('procedure'));
  const seen = new Set();
  for (let step = 0; step < 25; step += 1) {
    await page.keyboard.press('Tab');
    const shown = await page.evaluate(() => {
      const style = getComputedStyle(document.activeElement);
      return { name: document.activeElement.outerHTML.slice(0, 80), visible: style.outlineStyle !== 'none' || style.boxShadow !== 'none' };
    });
    assert.ok(shown.visible, shown.name);
    seen.add(shown.name);
  }
  assert.ok(seen.size > 10);
});

test('with the keyboard alone a citizen gets from home to a procedure', async () => {
  const page = await open('');
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press('Tab');
    const href = await page.evaluate(() => document.activeElement.href ?? '');
    if (/thu-tuc\/\d\.\d{6}\/$/.test(href)) break;
  }
  await page.keyboard.press('Enter');
  await page.waitForURL(/thu-tuc\/\d\.\d{6}\//);
  assert.ok((await page.locator('h1').innerText()).length > 3);
});

test('without JavaScript every part of a procedure can be read and every page kind has its heading', async () => {
  for (const { route, kind } of kinds) {
    const page = await open(route, { javaScriptEnabled: false });
    assert.equal(await page.locator('h1').count(), 1, kind);
    await page.context().close();
  }
  const page = await open(routeOf('procedure'), { javaScriptEnabled: false });
  for (const details of await page.locator('details:not([open]) > summary').all()) await details.click();
  const text = await page.locator('main').innerText();
  for (const part of ['Trình tự thực hiện', 'Thành phần hồ sơ', 'Thời hạn', 'Căn cứ pháp lý', 'Cơ quan thực hiện']) {
    assert.ok(text.toLowerCase().includes(part.toLowerCase()), part);
  }
});

test('the hotline can be called from every kind of page', async () => {
  for (const { route, kind } of kinds) {
    const page = await open(route, { viewport: { width: 360, height: 800 } });
    assert.ok(await page.locator('a[href^="tel:"]').first().isVisible(), kind);
    await page.context().close();
  }
});

test('what a finger touches on a phone is at least 24 px high, and the actions of a procedure 44', async () => {
  const page = await open(routeOf('procedure'), { viewport: { width: 360, height: 800 }, hasTouch: true, isMobile: true });
  const small = await page.evaluate(() => [...document.querySelectorAll('nav a, header a')]
    .map((link) => ({ text: link.textContent.trim(), height: link.getBoundingClientRect().height }))
    .filter(({ height }) => height > 0 && height < 24));
  assert.deepEqual(small, []);
  const actions = await page.locator('main a[href^="tel:"]').first().boundingBox();
  assert.ok(actions.height >= 44, `${actions.height}`);
});

test('the language switch leads to the same page and back', async () => {
  const page = await open(routeOf('procedure'));
  const before = page.url();
  await page.locator('a[hreflang="en"]').first().click();
  await page.waitForURL(/\/en\//);
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
  await page.locator('a[hreflang="vi"]').first().click();
  await page.waitForURL(before);
});

test('printed, a procedure has no navigation and shows its folded parts', async () => {
  const page = await open(routeOf('procedure'));
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('body > header nav').first().isVisible(), false);
  const pdf = await page.pdf({ format: 'A4' });
  assert.ok(pdf.length > 10_000);
});

test('the site works from a sub-directory', async () => {
  const inside = await serve(folder, { prefix: '/xa/mau/' });
  try {
    const page = await open('');
    const failed = [];
    page.on('response', (response) => response.status() >= 400 && failed.push(response.url()));
    await page.goto(inside.url(''));
    await page.locator('main a[href*="thu-tuc/"]:visible').first().click();
    await page.waitForLoadState('networkidle');
    assert.match(page.url(), /\/xa\/mau\/thu-tuc\//);
    assert.deepEqual(failed, []);
  } finally {
    inside.close();
  }
});
