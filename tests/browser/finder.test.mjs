// The search interface, with a stand-in for the engine: suggestions, results, filters, addresses, and what happens
// when something is missing.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import { violations } from './axe.mjs';
import { launch } from './browser.mjs';
import { serve, siteFolder } from './site.mjs';

const folder = siteFolder();
const fake = await fs.readFile(new URL('./fake-search.mjs', import.meta.url));
const ENGINE = /^\/assets\/search(\.[0-9a-f]{10})?\.js$/;
let browser;
let site;
/** Paths that fail while a test says so. */
let broken = () => false;

before(async () => {
  browser = await launch();
  const instead = (path) => (broken(path) ? { status: 500, body: 'broken' } : ENGINE.test(path) ? { body: fake } : undefined);
  site = await serve(folder, { instead });
});
after(async () => {
  await browser?.close();
  site?.close();
});

async function open(route, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, serviceWorkers: 'block', bypassCSP: true, ...options });
  const page = await context.newPage();
  await page.goto(site.url(route));
  return page;
}

const box = (page) => page.locator('input[name=q]');
const options = (page) => page.locator('[role=option]');
const status = (page) => page.locator('form [role=status], .found [role=status]').first();
const active = (page) => page.evaluate(() => document.getElementById(document.activeElement.getAttribute('aria-activedescendant') ?? '')?.textContent);

async function suggestions(page, text = 'khai sinh') {
  await box(page).focus();
  await box(page).pressSequentially(text);
  await options(page).first().waitFor();
}

test('every page has one search box, which leads to the lists without a script', async () => {
  for (const route of ['', 'thu-tuc/1.001193/', 'en/lien-he/', 'khong-co-trang-nay', 'tim-kiem/']) {
    const page = await open(route, { javaScriptEnabled: false });
    assert.equal(await page.locator('form[role=search]').count(), 1, route);
    await box(page).fill('khai sinh');
    await box(page).press('Enter');
    await page.waitForURL(/tim-kiem\/\?q=khai(\+|%20)sinh$/);
    assert.ok(await page.locator('noscript').first().isVisible());
    await page.locator('main .letters a').first().click();
    await page.waitForURL(/thu-tuc\/a-z\/[a-z]+\//);
    assert.ok(await page.locator('main .rows a').count());
    await page.context().close();
  }
});

test('nothing of the search is fetched before somebody turns to it', async () => {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const scripts = [];
  page.on('request', (request) => request.resourceType() === 'script' && scripts.push(new URL(request.url()).pathname));
  await page.goto(site.url(''), { waitUntil: 'networkidle' });
  assert.deepEqual(scripts.map((path) => path.split('.')[0]), ['/assets/app']);
  await box(page).focus();
  await page.waitForFunction(() => document.activeElement.getAttribute('role') === 'combobox');
  assert.ok(scripts.some((path) => path.startsWith('/assets/finder.')) && scripts.some((path) => ENGINE.test(path)));
});

test('the slash goes to the box, but not while somebody types', async () => {
  const page = await open('thu-tuc/1.001193/');
  await page.keyboard.press('/');
  assert.equal(await page.evaluate(() => document.activeElement.name), 'q');
  await page.keyboard.press('/');
  assert.equal(await box(page).inputValue(), '/');
});

test('suggestions are chosen with the arrows, closed with Escape and opened with Enter', async () => {
  const page = await open('lien-he/');
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await suggestions(page);
  assert.equal(await box(page).getAttribute('aria-expanded'), 'true');
  assert.equal(await page.evaluate(() => document.documentElement.scrollHeight), height, 'the page moved');
  assert.equal(await active(page), undefined);
  await page.keyboard.press('ArrowDown');
  assert.match(await active(page), /Đăng ký khai sinh/);
  await page.keyboard.press('ArrowUp');
  assert.equal(await active(page), undefined, 'the box itself stands before the first');
  await page.keyboard.press('ArrowUp');
  assert.match(await active(page), /Xem cả 24 kết quả/);
  await page.keyboard.press('Escape');
  assert.equal(await box(page).getAttribute('aria-expanded'), 'false');
  assert.equal(await box(page).inputValue(), 'khai sinh');
  await page.keyboard.press('ArrowDown');
  await options(page).first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/thu-tuc\/2\.000635\/$/);
});

test('Enter without a choice, and the last suggestion, lead to the results', async () => {
  const page = await open('en/');
  await suggestions(page);
  await page.keyboard.press('Enter');
  await page.waitForURL(/en\/tim-kiem\/\?q=khai\+sinh$/);
  await status(page).filter({ hasText: '24 results for “khai sinh”' }).waitFor({ state: 'attached' });
  await page.goBack();
  await suggestions(page);
  await options(page).last().click();
  await page.waitForURL(/en\/tim-kiem\/\?q=khai\+sinh$/);
});

test('suggestions are announced, and so is that there are none', async () => {
  const page = await open('lien-he/');
  await suggestions(page);
  assert.equal(await status(page).textContent(), '24 kết quả. Dùng phím mũi tên để chọn.');
  await box(page).fill('xyz');
  await page.locator('.suggest p:visible').waitFor();
  assert.match(await status(page).textContent(), /Không thấy/);
  assert.equal(await box(page).getAttribute('aria-expanded'), 'false');
});

test('marked words keep their diacritics, and nothing in a name becomes HTML', async () => {
  const page = await open('lien-he/');
  await suggestions(page, 'dang ky khai si');
  assert.deepEqual(await options(page).first().locator('mark').allInnerTexts(), ['Đăng ký khai sinh']);
  await box(page).fill('<img src=x onerror=alert(1)> kai');
  await page.waitForFunction(() => document.querySelector('[role=option]')?.textContent.includes('<img'));
  assert.equal(await page.locator('.suggest img').count(), 0);
});

test('an answer that a newer question overtook is dropped', async () => {
  const page = await open('lien-he/');
  await box(page).fill('kai cham600');
  await page.waitForFunction(() => globalThis.asked?.some(({ text }) => text === 'kai cham600'));
  await box(page).fill('khai sinh');
  await options(page).first().waitFor();
  await page.waitForTimeout(700);
  assert.doesNotMatch(await options(page).first().innerText(), /Có phải/);
});

test('keys of an input method are left to it', async () => {
  const page = await open('lien-he/');
  await suggestions(page);
  await page.evaluate(() => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', isComposing: true, bubbles: true })));
  assert.equal(await active(page), undefined);
});

test('an address with a question shows its results, and the language is kept with it', async () => {
  const page = await open('tim-kiem/?q=khai%20sinh&cap=commune');
  await page.locator('.results .rows > li').first().waitFor();
  assert.equal(await box(page).inputValue(), 'khai sinh');
  assert.equal(await page.locator('.results .rows > li').count(), 8);
  assert.equal(await status(page).innerText(), '8 kết quả cho “khai sinh”');
  const { base, filters } = await page.evaluate(() => globalThis.asked[0]);
  assert.deepEqual(filters, { level: 'commune' });
  assert.match(base, /\/tim-kiem\/du-lieu\/vi\/$/);
  assert.match(await page.title(), /^khai sinh – /);
  await page.locator('.language a').click();
  await page.waitForURL(/en\/tim-kiem\/\?q=khai(\+|%20)sinh&cap=commune$/);
  await page.locator('.results .rows > li').first().waitFor();
  assert.match(await page.evaluate(() => globalThis.asked[0].base), /\/tim-kiem\/du-lieu\/en\/$/);
});

test('results come as one types, and Back returns to what was asked before', async () => {
  const page = await open('tim-kiem/');
  await box(page).pressSequentially('khai sinh');
  await page.locator('.results .rows > li').first().waitFor();
  await page.waitForURL(/\?q=khai\+sinh$/);
  const first = page.locator('.results .rows > li').first();
  assert.match(await first.innerText(), /Đăng ký khai sinh\s+Mã 1\.001193/);
  assert.match(await first.innerText(), /05 ngày làm việc/);
  await page.locator('[data-value="level commune"]').click();
  await page.waitForURL(/cap=commune/);
  await page.waitForFunction(() => document.querySelectorAll('.results .rows > li').length === 8);
  assert.equal(await page.evaluate(() => document.activeElement.dataset.value), 'level commune', 'the focus stays on the filter');
  assert.equal(await page.locator('.filters [aria-current]').innerText().then((text) => text.trim()), 'Cấp xã\n16');
  await page.goBack();
  await page.waitForFunction(() => document.querySelectorAll('.results .rows > li').length === 10);
  assert.doesNotMatch(page.url(), /cap=/);
});

test('more results are added, focused, and still there after a visit to one of them', async () => {
  const page = await open('tim-kiem/?q=khai');
  await page.getByRole('button', { name: 'Xem thêm kết quả' }).click();
  await page.waitForFunction(() => document.querySelectorAll('.results .rows > li').length === 20);
  assert.match(await status(page).innerText(), /đang hiện 20/);
  assert.ok(await page.evaluate(() => document.activeElement.matches('.results .rows > li:nth-child(11) > a')));
  await page.keyboard.press('ArrowDown');
  assert.ok(await page.evaluate(() => document.activeElement.matches('.results .rows > li:nth-child(12) > a')));
  await page.keyboard.press('Enter');
  await page.waitForURL(/thu-tuc\//);
  await page.goBack();
  await page.waitForFunction(() => document.querySelectorAll('.results .rows > li').length === 20);
});

test('did you mean', async () => {
  const page = await open('tim-kiem/?q=kai%20sinh');
  await page.locator('.suggestion a').click();
  await page.waitForURL(/q=khai\+sinh/);
  assert.equal(await box(page).inputValue(), 'khai sinh');
  await page.waitForFunction(() => document.querySelector('.suggestion').hidden);
});

test('where nothing is found there is advice, the hotline and the lists', async () => {
  const page = await open('tim-kiem/?q=xyz');
  const none = page.locator('[data-part=none]');
  await none.waitFor();
  assert.ok(await none.locator('a[href^="tel:"]').isVisible());
  assert.ok(await page.locator('main .letters a').first().isVisible());
  assert.match(await status(page).innerText(), /^0 kết quả/);
});

test('a broken shard gives a message, the lists and another try, never a blank page', async () => {
  const page = await open('tim-kiem/?q=hong');
  const failed = page.locator('[data-part=failed]');
  await failed.waitFor();
  assert.ok(await failed.locator('a[href^="tel:"]').isVisible());
  assert.ok(await page.locator('main .letters a').first().isVisible());
  assert.match(await status(page).innerText(), /Chưa tìm được/);
  await failed.getByRole('button').click();
  await page.waitForFunction(() => globalThis.asked.length === 1);
  await box(page).fill('khai');
  await page.locator('.results .rows > li').first().waitFor();
  assert.ok(await failed.isHidden());
});

test('a missing script of the search gives the same message, and suggestions fail quietly', async () => {
  broken = (path) => ENGINE.test(path);
  try {
    const page = await open('tim-kiem/?q=khai');
    await page.locator('[data-part=failed]').waitFor();
    assert.ok(await page.locator('main .letters a').first().isVisible());
    const other = await open('lien-he/');
    await box(other).fill('khai');
    await box(other).press('Enter');
    await other.waitForURL(/tim-kiem\/\?q=khai$/);
  } finally {
    broken = () => false;
  }
});

test('suggestions that cannot be fetched are told', async () => {
  const page = await open('lien-he/');
  await box(page).fill('hong');
  await page.locator('.suggest p:visible').waitFor();
  assert.match(await status(page).textContent(), /Chưa tìm được/);
});

for (const width of [320, 1280]) {
  for (const colorScheme of ['light', 'dark']) {
    test(`suggestions and results are accessible at ${width} px, ${colorScheme}`, async () => {
      for (const [route, ready] of [['lien-he/', '[role=option]'], ['', '[role=option]'], ['tim-kiem/', '.results .rows > li'], ['en/tim-kiem/', '.results .rows > li']]) {
        const page = await open(route, { viewport: { width, height: 900 }, colorScheme });
        await box(page).fill('khai sinh');
        await page.locator(ready).first().waitFor();
        await page.evaluate(() => document.querySelectorAll('main .filters, main .filters details').forEach((part) => { part.open = true; }));
        if (ready.includes('option')) await page.keyboard.press('ArrowDown');
        assert.deepEqual(await violations(page), [], route);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.ok(overflow <= 0, `${route} ${overflow} px too wide`);
        await page.context().close();
      }
      for (const text of ['xyz', 'hong']) {
        const page = await open(`tim-kiem/?q=${text}`, { viewport: { width, height: 900 }, colorScheme });
        await page.locator('[data-part=none], [data-part=failed]').locator('visible=true').first().waitFor();
        assert.deepEqual(await violations(page), [], text);
        await page.context().close();
      }
    });
  }
}

test('what a finger touches in the search is 44 px high', async () => {
  const page = await open('tim-kiem/?q=khai', { viewport: { width: 360, height: 800 }, hasTouch: true, isMobile: true });
  await page.locator('.results .rows > li').first().waitFor();
  await page.locator('.filters > summary').click();
  const small = await page.evaluate(() => [...document.querySelectorAll('.seek input, .seek button, .filters a, .filters summary, .results .rows > li > a, .found button')]
    .map((part) => ({ text: part.textContent.trim(), height: part.getBoundingClientRect().height }))
    .filter(({ height }) => height > 0 && height < 44));
  assert.deepEqual(small, []);
});

test('printed, there is no search box', async () => {
  const page = await open('thu-tuc/1.001193/');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await box(page).isVisible(), false);
});
