// The search interface, with a stand-in for the engine: suggestions, results, filters, addresses, and what happens
// when something is missing.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import { violations } from './axe.mjs';
import { launch } from './browser.mjs';
import { invalid } from './html.mjs';
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
const total = (page) => page.locator('.found .total');
const hits = (page) => page.locator('.results .rows > li');
/** Waits until something is read out. */
const heard = async (page, pattern) => {
  await page.waitForFunction(([own, flags]) => [...document.querySelectorAll('[role=status]')].some((one) => new RegExp(own, flags).test(one.textContent)), [pattern.source, pattern.flags]);
  return status(page).textContent();
};
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
  await heard(page, /^24 results for “khai sinh”, showing 10$/);
  await page.goBack();
  await suggestions(page);
  await options(page).last().click();
  await page.waitForURL(/en\/tim-kiem\/\?q=khai\+sinh$/);
});

test('suggestions are announced once there is some rest, and so is that there are none', async () => {
  const page = await open('lien-he/');
  await box(page).focus();
  await page.waitForFunction(() => document.activeElement.getAttribute('role') === 'combobox');
  await page.evaluate(() => {
    let typed = 0;
    globalThis.said = [];
    addEventListener('input', () => { typed = performance.now(); }, { capture: true });
    const status = document.querySelector('form [role=status]');
    new MutationObserver(() => status.textContent && globalThis.said.push({ text: status.textContent, rest: performance.now() - typed })).observe(status, { childList: true });
  });
  for (const text of ['kh', 'khai', 'khai s', 'khai sinh']) {
    await box(page).fill(text);
    await page.waitForTimeout(250);
  }
  await heard(page, /Dùng phím mũi tên/);
  const said = await page.evaluate(() => globalThis.said);
  assert.equal(said.at(-1).text, '24 kết quả. Dùng phím mũi tên để chọn.');
  // On a busy machine the keys may come slowly enough for a rest between them.
  assert.deepEqual(said.filter(({ rest }) => rest < 995), []);
  await box(page).fill('xyz');
  await page.locator('.suggest p:visible').waitFor();
  await heard(page, /Không thấy/);
  assert.equal(await box(page).getAttribute('aria-expanded'), 'false');
});

test('a slow answer is told after 400 ms, and nothing on the page moves', async () => {
  const page = await open('tim-kiem/');
  await page.evaluate(() => {
    globalThis.moved = 0;
    new PerformanceObserver((list) => { for (const shift of list.getEntries()) if (!shift.hadRecentInput) globalThis.moved += shift.value; }).observe({ type: 'layout-shift', buffered: true });
  });
  await box(page).fill('khai');
  await hits(page).first().waitFor();
  await page.evaluate(() => { globalThis.moved = 0; });
  const top = (await hits(page).first().boundingBox()).y;
  // The page's own clock: a busy machine may look at it late.
  await total(page).evaluate((line) => {
    globalThis.waited = new Promise((told) => {
      let asked = Infinity;
      addEventListener('input', () => { asked = performance.now(); }, { capture: true });
      new MutationObserver(() => line.innerText.startsWith('Đang tìm') && told(performance.now() - asked)).observe(line, { childList: true, characterData: true, subtree: true });
    });
  });
  await box(page).fill('khai cham1500');
  assert.ok(await page.evaluate(() => globalThis.waited) >= 395, 'the old answer goes too early');
  assert.equal((await hits(page).first().boundingBox()).y, top);
  await total(page).filter({ hasText: '24 kết quả' }).waitFor();
  assert.equal((await hits(page).first().boundingBox()).y, top);
  assert.ok(await page.evaluate(() => globalThis.moved) < 0.02, 'the page moved');
});

test('waiting is told as well where the names have nothing and long texts are on their way', async () => {
  for (const [route, told] of [['tim-kiem/', '.found .total'], ['lien-he/', '.suggest p:visible']]) {
    const page = await open(route);
    if (route === 'tim-kiem/') {
      await box(page).fill('khai');
      await hits(page).first().waitFor();
    }
    await box(page).fill('xyz lau1500');
    await page.locator(told).filter({ hasText: 'Đang tìm' }).waitFor();
    await page.locator(route === 'lien-he/' ? '.suggest p:visible' : '[data-part=none]').filter({ hasText: /Không (tìm )?thấy|Chưa tìm thấy/ }).waitFor();
  }
});

test('more of a question whose long texts are on their way has the filters of that question', async () => {
  const page = await open('tim-kiem/');
  await box(page).fill('khai');
  await page.locator('.filters a').first().waitFor();
  await box(page).fill('nhieu lau1500');
  await page.waitForFunction(() => document.querySelectorAll('.results .rows > li').length === 3);
  await page.locator('[data-part=more]').click();
  await hits(page).nth(12).waitFor();
  await page.waitForFunction(() => document.querySelector('.filters a')?.href.includes('q=nhieu'));
});

test('who went on while a filter was at work is not called back', async () => {
  const page = await open('tim-kiem/?q=khai%20cham700');
  await page.locator('.filters a').first().click();
  await box(page).focus();
  await page.waitForFunction(() => document.querySelector('[data-part=chosen] a') && globalThis.asked.at(-1).facets);
  await page.waitForTimeout(900);
  assert.equal(await page.evaluate(() => document.activeElement.name), 'q');
});

test('results that come from the long texts are added below, and say so by their number', async () => {
  for (const [route, list] of [['tim-kiem/?q=van%20ban', '.results .rows > li > a'], ['lien-he/', '[role=option]']]) {
    const page = await open(route);
    const codes = () => page.locator(list).evaluateAll((links) => links.map((link) => /1\.1?0\d+|2\.\d+/.exec(link.parentElement.matches('li') ? link.parentElement.textContent : link.textContent)?.[0]));
    if (route === 'lien-he/') await box(page).fill('van ban');
    await page.waitForFunction(([all, n]) => document.querySelectorAll(all).length === n, [list, 6]);
    assert.deepEqual(await codes(), ['1.001193', '2.000635', '1.100005', '1.100004', '1.004884', '1.000894'], route);
    // A wide page counts what can be filtered by afterwards, and shows nothing of that question's hits.
    const tiers = await page.evaluate(() => globalThis.asked.filter(({ limit }) => limit).map(({ tier }) => tier ?? 'both'));
    assert.deepEqual(tiers, ['A', 'both'], route);
    if (route !== 'lien-he/') assert.equal(await total(page).innerText(), '6 kết quả');
  }
});

test('half a word asks no long texts', async () => {
  const page = await open('lien-he/');
  await box(page).fill('van ban');
  // In the page itself: from here the next key could come too late.
  await box(page).evaluate((input) => new Promise((done) => {
    const next = () => {
      if (document.querySelectorAll('[role=option]').length < 2) return requestAnimationFrame(next);
      input.value = 'khai';
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      return done();
    };
    next();
  }));
  await page.waitForFunction(() => globalThis.asked.some(({ text }) => text === 'khai'));
  await page.waitForTimeout(900);
  assert.ok(await page.evaluate(() => globalThis.asked.every(({ tier }) => tier === 'A')));
});

test('marked words keep their diacritics, and nothing in a name becomes HTML', async () => {
  const page = await open('lien-he/');
  await suggestions(page, 'dang ky khai si');
  await page.waitForFunction(() => document.querySelector('[role=option] mark')?.textContent === 'Đăng ký khai');
  await box(page).fill('<img src=x onerror=alert(1)> kai');
  await page.waitForFunction(() => document.querySelector('.suggest p').textContent.includes('“<img'));
  assert.equal(await page.locator('.suggest img').count(), 0);
});

test('an answer that a newer question overtook is dropped', async () => {
  const page = await open('lien-he/');
  await box(page).fill('kai cham600');
  await page.waitForFunction(() => globalThis.asked?.some(({ text }) => text === 'kai cham600'));
  await box(page).fill('khai sinh');
  await options(page).first().waitFor();
  await page.waitForTimeout(700);
  assert.ok(await page.locator('.suggest p').isHidden());
});

test('keys of an input method are left to it', async () => {
  const page = await open('lien-he/');
  await suggestions(page);
  await page.evaluate(() => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', isComposing: true, bubbles: true })));
  assert.equal(await active(page), undefined);
});

test('an address with a question shows its results, and the language is kept with it', async () => {
  const page = await open('tim-kiem/?q=khai%20sinh&cap=xa');
  await hits(page).first().waitFor();
  assert.equal(await box(page).inputValue(), 'khai sinh');
  assert.equal(await hits(page).count(), 8);
  assert.equal(await total(page).innerText(), '8 kết quả');
  await heard(page, /^8 kết quả cho “khai sinh”$/);
  const { base, filters } = await page.evaluate(() => globalThis.asked[0]);
  assert.deepEqual(filters, { level: 'commune' });
  assert.match(base, /\/tim-kiem\/du-lieu\/vi\/$/);
  assert.match(await page.title(), /^khai sinh – /);
  await page.locator('.language a').click();
  await page.waitForURL(/en\/tim-kiem\/\?q=khai(\+|%20)sinh&cap=xa$/);
  await hits(page).first().waitFor();
  assert.match(await page.evaluate(() => globalThis.asked[0].base), /\/tim-kiem\/du-lieu\/en\/$/);
});

test('a hit says who answers, where, how long, how much, how far online, and its code, in one line', async () => {
  for (const [route, first, second, third] of [
    ['tim-kiem/?q=khai', 'Ủy ban nhân dân cấp xã · Trung tâm Phục vụ hành chính công · 5 ngày làm việc · 15.000 đồng · Cấp tỉnh · Trực tuyến toàn trình · Mã 1.001193', /công · Miễn phí · Trực tuyến một phần · Mã 2\.000635$/, /công · 5 ngày làm việc · Trực tuyến toàn trình · Mã/],
    ['en/tim-kiem/?q=khai', 'Ủy ban nhân dân cấp xã · Trung tâm Phục vụ hành chính công · 5 working days · VND 15,000 · Province · Online end to end · Code 1.001193', /công · Free of charge · Commune · Online in part · Code/, /working days · Commune/],
  ]) {
    const page = await open(route);
    await hits(page).first().waitFor();
    // The dots between facts are drawn by the style sheet.
    const lines = await hits(page).locator('.meta').evaluateAll((lists) => lists.map((list) => [...list.children]
      .map((fact) => fact.textContent + getComputedStyle(fact, '::after').content.replace(/^none$|"/g, '')).join(' ').replace(/\u00a0/g, ' ')));
    assert.equal(lines[0], first);
    assert.match(lines[1], second);
    assert.match(lines[2], third);
    if (route.startsWith('en')) {
      assert.deepEqual(await hits(page).first().locator('[lang=vi]').evaluateAll((parts) => parts.map((part) => part.textContent.split(' ')[0])), ['Đăng', 'Ủy', 'Trung']);
    }
  }
});

test('results come as one types, and Back returns to what was asked before', async () => {
  const page = await open('tim-kiem/');
  await box(page).pressSequentially('khai sinh');
  await hits(page).first().waitFor();
  await page.waitForURL(/\?q=khai\+sinh$/);
  await page.locator('[data-value="level commune"]').click();
  await page.waitForURL(/cap=xa/);
  await page.waitForFunction(() => document.querySelectorAll('.results .rows > li').length === 8);
  assert.equal(await page.locator('.chosen a').innerText(), 'Cấp xã');
  await page.goBack();
  await page.waitForFunction(() => document.querySelectorAll('.results .rows > li').length === 10);
  assert.doesNotMatch(page.url(), /cap=/);
  assert.ok(await page.locator('.chosen').isHidden());
  await page.goForward();
  await page.waitForFunction(() => document.querySelectorAll('.results .rows > li').length === 8);
});

test('filters have counts, the commonest first, and leave out what parts nothing', async () => {
  const page = await open('tim-kiem/?q=khai');
  await page.locator('.filters a').first().waitFor();
  const groups = await page.locator('[data-part=facets] > div').evaluateAll((parts) => parts.map((part) => part.innerText.replace(/\s+/g, ' ')));
  assert.equal(groups.length, 3, groups.join('\n'));
  assert.match(groups[0], /^Lĩnh vực Hộ tịch 16 Chứng thực 4 Lĩnh vực số 0 1 .* 3 mục khác$/);
  assert.equal(groups[1], 'Cấp thực hiện Cấp xã 16 Cấp tỉnh 8');
  assert.equal(groups[2], 'Trực tuyến Trực tuyến toàn trình 12');
});

test('several filters are taken back one by one, and the focus is never lost', async () => {
  const page = await open('tim-kiem/?q=khai&linh-vuc=H%E1%BB%99%20t%E1%BB%8Bch');
  await page.locator('.chosen a').waitFor();
  await page.locator('[data-value="online true"]').click();
  await page.waitForURL(/q=khai&linh-vuc=H%E1%BB%99\+t%E1%BB%8Bch&truc-tuyen=co$/);
  assert.deepEqual((await page.evaluate(() => globalThis.asked.at(-1))).filters, { field: 'Hộ tịch', online: true });
  await page.waitForFunction(() => document.activeElement.textContent === 'Trực tuyến toàn trình' && document.activeElement.closest('.chosen'));
  assert.equal(await page.locator('.chosen a').first().getAttribute('aria-label'), 'Bỏ lọc: Hộ tịch');
  await page.locator('.chosen a').first().click();
  await page.waitForURL(/q=khai&truc-tuyen=co$/);
  await page.waitForFunction(() => document.activeElement.matches('.filters > summary'));
  await page.locator('.chosen a').click();
  await page.waitForURL(/\?q=khai$/);
});

test('on a phone filters are a closed disclosure, counted when it is opened, and out of the way once one is chosen', async () => {
  const page = await open('tim-kiem/?q=khai', { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  await hits(page).first().waitFor();
  assert.ok((await hits(page).first().boundingBox()).y < 740, 'a hit stands on the first screen');
  assert.ok(await page.evaluate(() => globalThis.asked.every(({ facets }) => !facets)), 'nobody looks at the filters yet');
  await page.locator('.filters > summary').tap();
  await page.locator('[data-value="level commune"]').tap();
  await page.waitForURL(/cap=xa/);
  await page.locator('.chosen a').waitFor();
  assert.equal(await page.locator('.filters').getAttribute('open'), null);
  assert.ok((await page.locator('.chosen a').boundingBox()).height >= 44);
});

test('more results are added, focused, and still there after a visit to one of them', async () => {
  const page = await open('tim-kiem/?q=khai');
  await page.getByRole('button', { name: 'Xem thêm kết quả' }).click();
  await page.waitForFunction(() => document.querySelectorAll('.results .rows > li').length === 20);
  assert.match(await total(page).innerText(), /đang hiện 20/);
  assert.ok(await page.evaluate(() => document.activeElement.matches('.results .rows > li:nth-child(11) > a')));
  await page.keyboard.press('ArrowDown');
  assert.ok(await page.evaluate(() => document.activeElement.matches('.results .rows > li:nth-child(12) > a')));
  await page.keyboard.press('Enter');
  await page.waitForURL(/thu-tuc\//);
  await page.goBack();
  await page.waitForFunction(() => document.querySelectorAll('.results .rows > li').length === 20);
});

test('more results that cannot be read leave those that are shown, say so, and can be asked for again', async () => {
  const page = await open('tim-kiem/?q=dut');
  const more = page.getByRole('button', { name: 'Xem thêm kết quả' });
  await more.click();
  await heard(page, /đang hiện 10\. Chưa đọc được phần nội dung chi tiết/);
  assert.match(await total(page).innerText(), /^24 kết quả, đang hiện 10\. Chưa đọc được/);
  assert.equal(await hits(page).count(), 10);
  assert.ok(await page.locator('[data-part=failed]').isHidden());
  assert.deepEqual(await violations(page), []);
  await page.evaluate(() => { globalThis.mended = true; });
  await more.click();
  await page.waitForFunction(() => document.querySelectorAll('.results .rows > li').length === 20);
  assert.equal(await total(page).innerText(), '24 kết quả, đang hiện 20');
});

test('where words were read otherwise, the page asks, and can be told to take them as they are', async () => {
  const page = await open('tim-kiem/?q=kai%20sinh');
  await page.locator('.meant').waitFor();
  assert.match(await page.locator('.meant').innerText(), /^Có phải bạn muốn tìm: khai sinh\s+Chỉ tìm đúng chữ “kai sinh”$/);
  await page.locator('.meant a').last().click();
  await page.waitForURL(/q=kai\+sinh&dung-chu=co$/);
  await page.waitForFunction(() => document.querySelectorAll('.results .rows > li').length === 8);
  assert.ok(await page.evaluate(() => globalThis.asked.at(-1).asTyped));
  assert.ok(await page.locator('.meant').isHidden());
  await page.locator('.chosen a').click();
  await page.locator('.meant .guess').click();
  await page.waitForURL(/q=khai\+sinh$/);
  assert.equal(await box(page).inputValue(), 'khai sinh');
  await page.waitForFunction(() => document.querySelector('.meant').hidden);
});

test('suggestions say how words were read', async () => {
  const page = await open('lien-he/');
  await suggestions(page, 'kai sinh');
  assert.equal(await page.locator('.suggest p').innerText(), 'Đang hiện kết quả cho “khai sinh”.');
  await heard(page, /^Đang hiện kết quả cho “khai sinh”\. 24 kết quả/);
});

test('where nothing is found there is advice, the hotline, life events, fields and letters', async () => {
  const page = await open('tim-kiem/?q=xyz');
  const none = page.locator('[data-part=none]');
  await none.waitFor();
  assert.ok(await none.locator('a[href^="tel:"]').isVisible());
  assert.match(await none.innerText(), /có dấu hay không dấu/);
  for (const way of ['.letters a', '.terms a', '.ways a']) assert.ok(await page.locator(`main ${way}`).first().isVisible(), way);
  await heard(page, /^Không thấy thủ tục nào khớp$/);
  await page.locator('main .ways a').first().click();
  await page.waitForURL(/#viec-/);
  assert.ok(await page.locator('.events details[open]').count());
});

test('a broken shard gives a message, the lists and another try, never a blank page', async () => {
  const page = await open('tim-kiem/?q=hong');
  const failed = page.locator('[data-part=failed]');
  await failed.waitFor();
  assert.ok(await failed.locator('a[href^="tel:"]').isVisible());
  assert.ok(await page.locator('main .letters a').first().isVisible());
  await heard(page, /Chưa tìm được/);
  await failed.getByRole('button').click();
  await page.waitForFunction(() => globalThis.asked.length === 1);
  await box(page).fill('khai');
  await hits(page).first().waitFor();
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
  await heard(page, /Chưa tìm được/);
});

for (const [width, colorScheme] of [[320, 'light'], [320, 'dark'], [1280, 'light'], [1280, 'dark']]) {
  test(`suggestions, results, empty and error states are accessible at ${width} px, ${colorScheme}`, async () => {
    const states = ['', 'en/'].flatMap((lang) => [
      [`${lang}lien-he/`, '[role=option]', 'kai sinh'], [lang, '[role=option]', 'khai sinh'], [`${lang}tim-kiem/?q=kai%20sinh&linh-vuc=A&cap=xa`, '.chosen a'],
      [`${lang}tim-kiem/?q=khai`, '.results .rows > li'], [`${lang}tim-kiem/?q=xyz`, '[data-part=none]:not([hidden])'], [`${lang}tim-kiem/?q=hong`, '[data-part=failed]:not([hidden])'],
    ]);
    for (const [route, ready, text] of states) {
      const page = await open(route, { viewport: { width, height: 900 }, colorScheme });
      if (text) await box(page).fill(text);
      await page.locator(ready).first().waitFor();
      await page.evaluate(() => document.querySelectorAll('main .filters, main .filters details').forEach((part) => { part.open = true; }));
      if (route.includes('?q=khai')) await page.locator('.filters a').first().waitFor();
      if (text) await page.keyboard.press('ArrowDown');
      assert.deepEqual(await violations(page), [], route);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(overflow <= 0, `${route} ${overflow} px too wide`);
      await page.context().close();
    }
  });
}

test('what the scripts make is valid HTML', async () => {
  for (const [route, ready] of [['tim-kiem/?q=kai&cap=xa', '.chosen a'], ['en/tim-kiem/?q=khai', '.filters a'], ['tim-kiem/?q=xyz', '[data-part=none]:not([hidden])'], ['lien-he/', '[role=option]']]) {
    const page = await open(route);
    if (ready === '[role=option]') await box(page).fill('kai');
    await page.locator(ready).first().waitFor();
    assert.deepEqual(await invalid(await page.evaluate(() => `<!doctype html>${document.documentElement.outerHTML}`)), [], route);
  }
});

test('what a finger touches in the search is 44 px high', async () => {
  const page = await open('tim-kiem/?q=kai', { viewport: { width: 360, height: 800 }, hasTouch: true, isMobile: true });
  await page.locator('.results .rows > li').first().waitFor();
  await page.locator('.filters > summary').click();
  await page.locator('.filters a').first().waitFor();
  const small = await page.evaluate(() => [...document.querySelectorAll('.seek input, .seek button, .filters a, .filters summary, .meant a, .results .rows > li > a, .found button, .letters a, .ways a')]
    .map((part) => ({ text: part.textContent.trim(), height: part.getBoundingClientRect().height }))
    .filter(({ height }) => height > 0 && height < 44));
  assert.deepEqual(small, []);
});

test('printed, there is no search box', async () => {
  const page = await open('thu-tuc/1.001193/');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await box(page).isVisible(), false);
});
