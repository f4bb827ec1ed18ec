// The search as it is published, with the real engine and the real data of the site: answers, missing and broken
// files, and a second visit without a network.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { violations } from './axe.mjs';
import { launch } from './browser.mjs';
import { repository, serve, siteFolder } from './site.mjs';

const folder = siteFolder();
let browser;
let site;
/** What the server says instead of the published file while a test wants it. */
let instead = () => undefined;

before(async () => {
  browser = await launch();
  site = await serve(folder, { instead: (path) => instead(path) });
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

const box = (page) => page.locator('input[name=q]');
const hits = (page) => page.locator('.results .rows > li');

for (const [typed, wanted] of [['khai sinh', /^Thủ tục đăng ký khai sinh\n/], ['dang ky khai sinh', /^Thủ tục đăng ký khai sinh\n/], ['1.001193', /1\.001193/]]) {
  test(`“${typed}” is found first, marked as it is written`, async () => {
    const page = await open(`tim-kiem/?q=${encodeURIComponent(typed)}`, { serviceWorkers: 'block' });
    await hits(page).first().waitFor();
    assert.match(await hits(page).first().innerText(), wanted);
    if (!/\d/.test(typed)) assert.match(await hits(page).first().locator('mark').first().innerText(), /khai sinh/i);
    await hits(page).first().locator('a').click();
    await page.waitForURL(/\/thu-tuc\/1\.001193\/$/);
  });
}

test('suggestions of the real search lead to the page, in both languages', async () => {
  for (const [from, to] of [['lien-he/', /\/thu-tuc\/1\.001193\/$/], ['en/lien-he/', /\/en\/thu-tuc\/1\.001193\/$/]]) {
    const page = await open(from, { serviceWorkers: 'block' });
    await box(page).pressSequentially('khai si');
    await page.locator('[role=option]').filter({ hasText: '1.001193' }).first().click();
    await page.waitForURL(to);
  }
});

test('a filter of the real search gives as many results as it says', async () => {
  const page = await open('tim-kiem/?q=dang%20ky', { serviceWorkers: 'block' });
  const filter = page.locator('.filters a').first();
  await filter.waitFor();
  const count = Number((await filter.locator('.count').innerText()).replace(/\D/g, ''));
  await filter.click();
  await page.waitForURL(/&/);
  await page.waitForFunction((wanted) => document.querySelector('.found .total').textContent.startsWith(`${wanted} `), count);
});

test('agencies are a filter, and the address keeps it', async () => {
  const page = await open('tim-kiem/?q=dang%20ky&co-quan=C%C3%B4ng%20an%20c%E1%BA%A5p%20x%C3%A3', { serviceWorkers: 'block' });
  await hits(page).first().waitFor();
  const agencies = await hits(page).locator('.meta > li:first-child').allInnerTexts();
  assert.ok(agencies.length > 0 && agencies.every((agency) => agency === 'Công an cấp xã'), agencies.join());
});

test('the lists of the search page come even where its script does not', async () => {
  instead = (path) => (/\/app\./.test(path) ? { status: 500, body: '' } : undefined);
  try {
    const page = await open('tim-kiem/?q=khai', { serviceWorkers: 'block' });
    await page.locator('main .letters a').first().waitFor({ state: 'visible', timeout: 6000 });
  } finally {
    instead = () => undefined;
  }
});

test('a slip of the keys is understood, told, and can be insisted on', async () => {
  const page = await open('tim-kiem/?q=khai%20sihn', { serviceWorkers: 'block' });
  await hits(page).first().waitFor();
  assert.match(await hits(page).first().innerText(), /khai sinh/);
  assert.equal(await page.locator('.meant .guess').innerText(), 'khai sinh');
  await page.locator('.meant a').last().click();
  await page.waitForURL(/dung-chu=co/);
  await page.locator('.chosen a').waitFor();
  assert.equal(await hits(page).filter({ hasText: 'đăng ký khai sinh' }).locator('mark').filter({ hasText: 'sinh' }).count(), 0);
});

test('words of folk names mark whole phrases of official names, not every word that these share', async () => {
  const page = await open('tim-kiem/?q=so%20do', { serviceWorkers: 'block' });
  await hits(page).first().waitFor();
  const marks = await page.locator('.results mark').allInnerTexts();
  assert.ok(marks.some((mark) => /giấy chứng nhận/i.test(mark)), marks.join('|'));
  const isTyped = (mark) => /^(so|[dđ]o)/i.test(mark.normalize('NFD').replace(/\p{M}/gu, ''));
  assert.ok(marks.every((mark) => mark.includes(' ') || isTyped(mark)), marks.join('|'));
});

test('nothing of the search holds up the first paint, and a page loads 2 KB of script before somebody searches', async () => {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  let bytes = 0;
  page.on('response', async (response) => { if (response.request().resourceType() === 'script') bytes += zlib.gzipSync(await response.body(), { level: 9 }).length; });
  await page.goto(site.url('thu-tuc/1.001193/'), { waitUntil: 'networkidle' });
  assert.ok(bytes <= 2048, `${bytes} bytes`);
  const blocking = await page.evaluate(() => performance.getEntriesByType('resource').filter((entry) => entry.renderBlockingStatus === 'blocking').map((entry) => entry.name));
  assert.deepEqual(blocking.filter((name) => !name.endsWith('.css')), []);
  await context.close();
});

test('an address with a question keeps room for its results: nothing jumps when they come', async () => {
  for (const viewport of [{ width: 360, height: 740 }, { width: 1280, height: 900 }]) {
    const page = await open('lien-he/', { serviceWorkers: 'block', viewport });
    await page.goto(site.url('tim-kiem/?q=khai%20sinh'));
    await hits(page).first().waitFor();
    await page.waitForTimeout(500);
    const moved = await page.evaluate(() => new Promise((done) => {
      let sum = 0;
      new PerformanceObserver((list) => { for (const shift of list.getEntries()) sum += shift.value; }).observe({ type: 'layout-shift', buffered: true });
      setTimeout(() => done(sum), 200);
    }));
    assert.ok(moved < 0.1, `${moved} at ${viewport.width} px`);
  }
});

const DAMAGE = [
  ['a missing start file', (path) => path.endsWith('/start.bin') && { status: 404, body: 'gone' }],
  ['a missing shard', (path) => /\/a\d+\.bin$/.test(path) && { status: 404, body: 'gone' }],
  ['a shard that is cut', (path) => /\/a\d+\.bin$/.test(path) && { body: 'CK\u0002' }],
  ['a foreign page in place of the summaries', (path) => /\/s\d+\.bin$/.test(path) && { body: '<!doctype html><p>Đăng nhập</p>' }],
];
/** What only some questions read: the question, and the file. */
const DAMAGE_OF_SOME = [
  ['folk phrases', 'làm giấy khai sinh', /\/m\d+\.bin$/], ['codes', '1.001193', /\/c\d+\.bin$/], ['filters', 'khai sinh&cap=xa', /\/facets\.bin$/],
];
for (const [what, query, file] of DAMAGE_OF_SOME) DAMAGE.push([`a missing file of ${what}`, (path) => file.test(path) && { status: 404, body: 'gone' }, query]);

for (const [what, answer, query = 'khai sinh'] of DAMAGE) {
  test(`${what} gives a message and the lists, and mends itself`, async () => {
    instead = (path) => answer(path) || undefined;
    try {
      const page = await open(`tim-kiem/?q=${encodeURI(query)}`, { serviceWorkers: 'block', bypassCSP: true });
      await page.locator('[data-part=failed]').waitFor();
      assert.ok(await page.locator('[data-part=failed] a[href^="tel:"]').isVisible());
      assert.ok(await page.locator('main .letters a').first().isVisible());
      assert.deepEqual(await violations(page), []);
      instead = () => undefined;
      await page.locator('[data-part=retry]').click();
      await hits(page).first().waitFor();
      assert.ok(await page.locator('[data-part=failed]').isHidden());
    } finally {
      instead = () => undefined;
    }
  });
}

/** Found by the name of one record and the long texts of others. */
const OF_TEXTS = 'giấy tờ tùy thân';

test('long texts that cannot be read leave what the names say, and the way to more of it', async () => {
  let broken = true;
  instead = (path) => (broken && /\/b\d+\.bin$/.test(path) ? { status: 404, body: 'gone' } : undefined);
  try {
    const page = await open(`tim-kiem/?q=${encodeURI(OF_TEXTS)}`, { serviceWorkers: 'block', bypassCSP: true });
    await page.locator('.found .total').filter({ hasText: 'Chưa đọc được phần nội dung chi tiết' }).waitFor();
    const shown = await hits(page).count();
    assert.ok(shown > 0 && await page.locator('[data-part=failed]').isHidden());
    assert.deepEqual(await violations(page), []);
    broken = false;
    await page.locator('form.seek button').click();
    await page.locator('.found .total').filter({ hasText: /^\d+ kết quả(, đang hiện \d+)?$/ }).waitFor();
    // The names answer first, with fewer hits.
    await hits(page).nth(shown - 1).waitFor();
  } finally {
    instead = () => undefined;
  }
});

test('where only long texts would answer and cannot be read, there is a message and the lists', async () => {
  instead = (path) => (/\/b\d+\.bin$/.test(path) ? { status: 404, body: 'gone' } : undefined);
  try {
    const page = await open(`tim-kiem/?q=${encodeURI('đừng bấm đường dẫn lạ')}`, { serviceWorkers: 'block', bypassCSP: true });
    await page.locator('[data-part=failed], .found .total:not(:empty)').filter({ hasText: /Chưa (tìm|đọc) được/ }).first().waitFor();
    assert.ok(await page.locator('main .letters a').first().isVisible());
  } finally {
    instead = () => undefined;
  }
});

test('agencies are offered as a filter, and narrow to what they count', async () => {
  const page = await open('tim-kiem/?q=dang%20ky', { serviceWorkers: 'block' });
  const agency = page.locator('.filters [data-value^="agency "]').first();
  await agency.waitFor();
  const count = Number((await agency.locator('.count').innerText()).replace(/\D/g, ''));
  const name = (await agency.getAttribute('data-value')).slice('agency '.length);
  await agency.click();
  await page.waitForURL((url) => url.searchParams.get('co-quan') === name);
  await page.waitForFunction((wanted) => document.querySelector('.found .total').textContent.startsWith(`${wanted} `), count);
  assert.equal(await page.locator('.chosen a').innerText(), name);
});

/** Waits until the worker keeps pages. */
const kept = (page, path) => page.waitForFunction(async (end) => {
  await navigator.serviceWorker.ready;
  const names = await caches.keys();
  const keys = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map((request) => request.url)));
  return keys.flat().some((url) => url.endsWith(end));
}, path);

for (const prefix of ['/', '/xa/mau/']) {
  test(`a second visit to ${prefix} works without a network: visited pages and the search`, async () => {
    const inside = await serve(folder, { prefix });
    const context = await browser.newContext({ viewport: { width: 360, height: 800 }, bypassCSP: true });
    const page = await context.newPage();
    await page.goto(inside.url('thu-tuc/1.001193/'));
    await kept(page, 'thu-tuc/1.001193/');
    await page.goto(inside.url('tim-kiem/?q=khai%20sinh'));
    await hits(page).first().waitFor();
    await kept(page, '/start.bin');
    inside.close();

    await page.goto(inside.url('thu-tuc/1.001193/'));
    assert.match(await page.locator('h1').innerText(), /khai sinh/);
    assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('.strip')).backgroundColor !== 'rgba(0, 0, 0, 0)'), true, 'the style is there');
    await page.goto(inside.url('tim-kiem/?q=khai%20sinh'));
    await hits(page).first().waitFor();
    assert.match(await hits(page).first().innerText(), /đăng ký khai sinh/i);
    await page.goto(inside.url('tim-kiem/?q=khai'));
    await page.locator('.results:visible, [data-part=failed]:visible').first().waitFor();

    assert.equal((await page.goto(inside.url('en/lien-he/'))).status(), 503, 'a page that was never opened is not there');
    assert.equal(await page.locator('h1').innerText(), 'You are offline');
    await page.goto(inside.url('lien-he/'));
    assert.equal(await page.locator('h1').innerText(), 'Máy đang không có mạng');
    assert.ok(await page.locator('a[href^="tel:"]').isVisible());
    assert.deepEqual(await violations(page), []);
    await page.locator('li a').filter({ hasText: 'khai sinh' }).click();
    await page.waitForURL(/1\.001193\/$/);
    await context.close();
  });
}

test('one visit to the search is enough for the second without a network, and what is not there is told', async () => {
  const inside = await serve(folder, {});
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(inside.url('tim-kiem/?q=khai%20sinh'));
  await hits(page).first().waitFor();
  for (const file of ['/start.bin', 'tim-kiem/']) await kept(page, file);
  // All that the search used must be kept before the network goes.
  await page.waitForFunction(async () => {
    const stores = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const kept = new Set((await Promise.all(stores.map((cache) => cache.keys()))).flat().map((request) => request.url));
    const used = performance.getEntriesByType('resource').map(({ name }) => name).filter((url) => /\.(?:js|bin)$/.test(url) && !url.endsWith('/sw.js'));
    return used.length >= 6 && used.every((url) => kept.has(url));
  });
  inside.close();
  await page.goto(inside.url('tim-kiem/?q=khai%20sinh'));
  await hits(page).first().waitFor();
  await page.goto(inside.url('tim-kiem/?q=zzgiay'));
  await page.evaluate(async () => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) if (/\/s\d+\.bin$/.test(request.url)) await cache.delete(request);
    }
  });
  await context.setOffline(true);
  await page.goto(inside.url('tim-kiem/?q=ket%20hon'));
  await page.locator('[data-part=offline]:visible').waitFor();
  assert.match(await page.locator('[data-part=failed]').innerText(), /không có mạng/);
  await context.close();
});

test('a new publication takes the place of the old one, with a network and without', async () => {
  const work = await fs.mkdtemp(path.join(os.tmpdir(), 'congkhai-'));
  const build = (name) => execFileSync(path.resolve(repository, process.env.CONGKHAI_BIN ?? 'target/debug/congkhai'),
    ['build', '--quiet', '--root', path.join(work, 'site'), '--output-dir', path.join(work, name), '--as-of', '2026-11-20'], { stdio: 'ignore' });
  const copy = (name) => fs.cp(path.join(repository, name), path.join(work, 'site', name), { recursive: true });
  const context = await browser.newContext();
  try {
    for (const name of ['config.toml', 'content', 'static', 'themes']) await copy(name);
    build('v1');
    const source = path.join(work, 'site/content/thu-tuc');
    for (const name of await fs.readdir(source)) {
      const text = await fs.readFile(path.join(source, name), 'utf8');
      await fs.writeFile(path.join(source, name), text.replaceAll('"Thủ tục đăng ký khai sinh"', '"Thủ tục đăng ký khai sinh bản hai"'));
    }
    build('v2');
    let published = 'v1';
    const files = async (inside) => {
      const file = path.join(work, published, inside.endsWith('/') ? `${inside}index.html` : inside);
      return fs.readFile(file).then((body) => ({ file, body }), () => undefined);
    };
    const inside = await serve(path.join(work, 'v1'), { instead: files });
    const page = await context.newPage();
    const first = async () => { await hits(page).first().waitFor(); return hits(page).first().innerText(); };
    const search = inside.url('tim-kiem/?q=dang%20ky%20khai%20sinh');
    for (const route of ['thu-tuc/1.000894/', 'thu-tuc/1.001193/']) { await page.goto(inside.url(route)); await kept(page, route); }
    await page.goto(search);
    assert.doesNotMatch(await first(), /bản hai/);
    await kept(page, '/start.bin');
    const names = await page.evaluate(() => caches.keys());

    published = 'v2';
    await page.goto(inside.url('thu-tuc/1.001193/'));
    assert.match(await page.locator('h1').innerText(), /bản hai/);
    await page.waitForFunction(async (old) => !(await caches.keys()).some((name) => old.includes(name)), names);
    await kept(page, 'thu-tuc/1.001193/');
    await page.goto(search);
    assert.match(await first(), /bản hai/);
    await kept(page, '/start.bin');
    await kept(page, 'thu-tuc/1.000894/');

    inside.close();
    await page.goto(search);
    assert.match(await first(), /bản hai/);
    await page.goto(inside.url('thu-tuc/1.001193/'));
    assert.match(await page.locator('h1').innerText(), /bản hai/);
    // What was read before the new publication was fetched anew, not carried over.
    await page.goto(inside.url('thu-tuc/1.000894/'));
    assert.match(await page.locator('h1').innerText(), /kết hôn/);
  } finally {
    await context.close();
    await fs.rm(work, { recursive: true });
  }
});

test('while the network answers, pages come from it, and old copies give way', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(site.url('lien-he/'));
  await kept(page, 'lien-he/');
  try {
    instead = (path) => (path === '/lien-he/' ? { file: 'a.html', body: '<!doctype html><title>mới</title>' } : undefined);
    await page.goto(site.url('lien-he/'));
    assert.equal(await page.title(), 'mới');
    instead = (path) => (path === '/lien-he/' ? { status: 404, file: 'a.html', body: '<!doctype html><title>gỡ</title>' } : undefined);
    assert.equal((await page.goto(site.url('lien-he/'))).status(), 404);
    const left = await page.evaluate(async () => (await caches.match(location.href)) === undefined);
    assert.ok(left, 'a page that was taken down is not kept');
  } finally {
    instead = () => undefined;
    await context.close();
  }
});

test('the worker of a new publication takes the place of the old one and of what it kept', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(site.url('lien-he/'));
  await kept(page, 'lien-he/');
  await page.evaluate(() => caches.open('of another application on this host'));
  const before = await page.evaluate(() => caches.keys());
  try {
    const worker = await (await fetch(site.url('sw.js'))).text();
    const changed = worker.replace(/const PUBLICATION="[0-9a-f]+";/, 'const PUBLICATION="0123456789ab";');
    assert.notEqual(changed, worker, 'a publication has a name');
    instead = (path) => (path === '/sw.js' ? { body: changed } : undefined);
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await page.waitForFunction(async (old) => !(await caches.keys()).some((name) => old.includes(name) && name.startsWith('congkhai')), before);
    assert.ok((await page.evaluate(() => caches.keys())).includes('of another application on this host'));
  } finally {
    instead = () => undefined;
    await context.close();
  }
});

test('what a broken host gave in the place of a file is asked for again, worker or not', async () => {
  let broken = true;
  const isSummary = /\/s\d+\.bin$/;
  const inside = await serve(folder, { instead: (path) => (broken && isSummary.test(path) ? { body: '<!doctype html><p>Đăng nhập</p>' } : undefined) });
  const context = await browser.newContext({ bypassCSP: true });
  try {
    const page = await context.newPage();
    await page.goto(inside.url('thu-tuc/1.001193/'));
    await kept(page, 'thu-tuc/1.001193/');
    await page.goto(inside.url('tim-kiem/?q=khai%20sinh'));
    await page.locator('[data-part=failed]').waitFor();
    await page.waitForFunction(async (source) => {
      const stores = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
      return (await Promise.all(stores.map((cache) => cache.keys()))).flat().some(({ url }) => new RegExp(source).test(url));
    }, isSummary.source);
    broken = false;
    await page.locator('[data-part=retry]').click();
    await hits(page).first().waitFor();
  } finally {
    await context.close();
    inside.close();
  }
});

test('what is kept has a limit', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  instead = (path) => (/^\/trang-\d+\/$/.test(path) ? { file: 'a.html', body: `<!doctype html><title>${path}</title>` } : undefined);
  try {
    await page.goto(site.url('lien-he/'));
    await kept(page, 'lien-he/');
    for (let number = 1; number <= 90; number += 1) await page.goto(site.url(`trang-${number}/`));
    const pages = await page.evaluate(async () => {
      const name = (await caches.keys()).find((key) => key.endsWith(' pages'));
      return (await (await caches.open(name)).keys()).map((request) => new URL(request.url).pathname);
    });
    assert.ok(pages.length <= 80, `${pages.length}`);
    assert.ok(pages.includes('/trang-90/') && !pages.includes('/lien-he/'));
  } finally {
    instead = () => undefined;
    await context.close();
  }
});
