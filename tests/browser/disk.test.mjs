// The site opened straight from a folder, as from a USB stick: no host, on a phone's width.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { violations } from './axe.mjs';
import { launch } from './browser.mjs';
import { congkhai } from './native.mjs';
import { repository, serve } from './site.mjs';

const PHONE = { width: 360, height: 740 };
let browser;
let work;
let folder;

before(async () => {
  work = await fs.mkdtemp(path.join(os.tmpdir(), 'congkhai '));
  const sources = path.join(work, 'nguồn');
  for (const name of ['config.toml', 'content', 'static']) await fs.cp(path.join(repository, name), path.join(sources, name), { recursive: true });
  await fs.appendFile(path.join(sources, 'config.toml'), '\n[search]\nfrom_disk = true\n');
  folder = path.join(work, 'xã 100% #1');
  congkhai('build', '--quiet', '--root', sources, '--output-dir', folder, '--as-of', '2026-11-20');
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await fs.rm(work, { recursive: true, force: true });
});

const address = (route, inside = folder) => {
  const [, file, rest] = route.match(/^([^?#]*)(.*)$/s);
  return pathToFileURL(path.join(inside, file.replace(/(^|\/)$/, '$1index.html'))).href + rest;
};

async function open(route, inside) {
  const context = await browser.newContext({ viewport: PHONE });
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(`${error}`));
  await page.goto(address(route, inside));
  return Object.assign(page, { errors });
}

const box = (page) => page.locator('input[name=q]');
const hits = (page) => page.locator('.results .rows > li');
const leadsTo = (route) => (url) => decodeURI(`${url}`) === decodeURI(address(route));

test('links to folders lead to the pages in them, by mouse and by keyboard, with what follows their paths', async () => {
  const page = await open('');
  await page.locator('main a[href^="./thu-tuc/"]:visible').first().click();
  await page.waitForURL(/\/thu-tuc\/.*index\.html$/);
  assert.ok(await page.locator('h1').isVisible());
  await page.locator('.unit a').focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(leadsTo(''));
  await page.evaluate(() => document.querySelector('main').insertAdjacentHTML('beforeend', '<a id="x" href="thu-tuc/1.001193/?a=b#noi-dung">x</a>'));
  await page.locator('#x').click();
  await page.waitForURL(leadsTo('thu-tuc/1.001193/?a=b#noi-dung'));
  await page.locator('.language a').click();
  await page.waitForURL(leadsTo('en/thu-tuc/1.001193/'));
  assert.deepEqual(page.errors, []);
});

test('a link opened in another tab leads to the page as well, and links elsewhere stay as they are', async () => {
  const page = await open('');
  const [other] = await Promise.all([page.context().waitForEvent('page'), page.locator('main a[href^="./thu-tuc/"]:visible').first().click({ button: 'middle' })]);
  await other.waitForURL(/\/thu-tuc\/.*index\.html$/);
  const call = page.locator('a.call').first();
  const before = await call.getAttribute('href');
  await call.evaluate((link) => { link.addEventListener('click', (event) => event.preventDefault()); link.click(); });
  assert.equal(await call.getAttribute('href'), before);
});

test('what is typed finds its procedure, and the first suggestion leads there', async () => {
  const page = await open('');
  await box(page).pressSequentially('lam giay khai sinh');
  const first = page.locator('[role=option]').first();
  await first.waitFor();
  assert.match(await first.innerText(), /khai sinh/i);
  assert.ok(await first.locator('mark').count());
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => /\/thu-tuc\/\d\.\d{6}\/index\.html$/.test(url));
  assert.match(await page.locator('h1').innerText(), /khai sinh/i);
  assert.deepEqual(page.errors, []);
});

test('the form leads to the results, and so does the last suggestion', async () => {
  const page = await open('lien-he/');
  await box(page).fill('giấy & tờ');
  await page.locator('form[role=search]').evaluate((form) => form.requestSubmit());
  await page.waitForURL(/\/tim-kiem\/index\.html\?q=gi/);
  assert.equal(await box(page).inputValue(), 'giấy & tờ');
  await page.goto(address('lien-he/'));
  await box(page).pressSequentially('dang ky');
  const all = page.locator('[role=option]').last();
  await all.filter({ hasText: 'Xem' }).waitFor();
  await all.click();
  await page.waitForURL(/\/tim-kiem\/index\.html\?q=dang\+ky/);
  await hits(page).first().waitFor();
});

test('the results page answers its address, filters, marks, and asks what was meant', async () => {
  const page = await open('tim-kiem/?q=dang%20ky');
  await hits(page).first().waitFor();
  assert.ok(await hits(page).first().locator('mark').count());
  await page.locator('.filters summary').first().click();
  const filter = page.locator('.filters a').first();
  await filter.waitFor();
  const count = Number((await filter.locator('.count').innerText()).replace(/\D/g, ''));
  await filter.click();
  await page.waitForURL(/index\.html\?q=dang\+ky&/);
  await page.waitForFunction((wanted) => document.querySelector('.found .total').textContent.startsWith(`${wanted} `), count);
  await page.goBack();
  await page.waitForURL(/index\.html\?q=dang%20ky$/);

  await page.goto(address('tim-kiem/?q=khai%20sihn'));
  await page.locator('.meant .guess').waitFor();
  assert.equal(await page.locator('.meant .guess').innerText(), 'khai sinh');
  await page.locator('.meant .guess').click();
  await page.waitForURL(/q=khai\+sinh/);
  await hits(page).first().locator('a').click();
  await page.waitForURL(leadsTo('thu-tuc/1.001193/'));
  assert.deepEqual(page.errors, []);
});

test('answers are those of the web', async () => {
  const site = await serve(folder);
  try {
    const [disk, web] = [await open('tim-kiem/'), await browser.newPage({ viewport: PHONE })];
    for (const query of ['khai sinh', 'sổ đỏ', '1.0011', 'nguoi khuyet tat lam gi', 'ddaats ddai', 'zzzz', 'hồ sơ giấy tờ bản sao có chứng thực']) {
      const found = await Promise.all([[disk, address('tim-kiem/')], [web, site.url('tim-kiem/')]].map(async ([page, base]) => {
        await page.goto(`${base}?q=${encodeURIComponent(query)}`);
        await page.waitForFunction(() => document.querySelector('.found [role=status]').textContent);
        // Not the sentences of long texts, which need a host.
        const lines = await page.locator('.results .rows > li').evaluateAll((items) => items.map((item) => [...item.querySelectorAll('a, li')].map((part) => part.innerText)));
        return [await page.locator('.found .total').innerText(), lines];
      }));
      assert.deepEqual(found[0], found[1], query);
    }
  } finally {
    site.close();
  }
});

test('a code is looked up, in both languages, and tables of rankings are sorted', async () => {
  for (const [route, wanted] of [['ho-so/', 'Đã tiếp nhận'], ['en/ho-so/', 'Received']]) {
    const page = await open(route);
    await page.fill('#ma', '000.00.99.H99-261116-0003');
    await page.press('#ma', 'Enter');
    await page.locator('.lookup .answer:not(:empty)').waitFor();
    assert.equal(await page.locator('.lookup .answer').textContent(), wanted);
  }
  const page = await open('xep-hang/766/2026-10-10/');
  const order = () => page.locator('table.ranking tbody tr .who').first().innerText();
  const before = await order();
  await page.locator('table.ranking th.who .sorter').click();
  await page.waitForFunction((first) => document.querySelector('table.ranking tbody tr .who').innerText !== first, before);
  assert.deepEqual(page.errors, []);
});

test('without the data a message and the ways to browse stand there, and once they are back it works', async () => {
  const damaged = path.join(work, 'hỏng');
  await fs.cp(folder, damaged, { recursive: true });
  const script = path.join(damaged, 'tim-kiem/du-lieu/vi/disk.js');
  const whole = await fs.readFile(script);
  for (const damage of [() => fs.rm(script), () => fs.writeFile(script, whole.subarray(0, whole.length / 2)), () => fs.writeFile(script, 'congkhai({"start.bin":"Q0s="},{})')]) {
    await damage();
    const page = await open('tim-kiem/?q=khai%20sinh', damaged);
    await page.locator('[data-part=failed]').waitFor();
    assert.ok(await page.locator('[data-part=online]').isVisible(), 'a disk needs no network');
    assert.ok(await page.locator('main .letters a').first().isVisible());
    assert.deepEqual(await violations(page), []);
    await page.locator('main .letters a').first().click();
    await page.waitForURL(/\/a-z\/[a-z]+\/index\.html$/);
    await page.goto(address('lien-he/', damaged));
    await box(page).pressSequentially('khai sinh');
    await page.locator('.suggest p:visible').waitFor();
    await fs.writeFile(script, whole);
    await box(page).press('Backspace');
    await page.locator('[role=option]').first().waitFor();
    await page.context().close();
  }
});

test('data in further scripts are read when they are asked for; where those are missing, the names still answer', async () => {
  const cut = path.join(work, 'nhiều tệp');
  await fs.cp(folder, cut, { recursive: true });
  const data = path.join(cut, 'tim-kiem/du-lieu/vi');
  // As a larger site publishes them: long texts in a script of their own.
  const [, text] = (await fs.readFile(path.join(data, 'disk.js'), 'utf8')).match(/^congkhai\((\{.*\}),\{\}\)\n$/s);
  const files = Object.entries(JSON.parse(text));
  const [long, others] = [true, false].map((wanted) => Object.fromEntries(files.filter(([name]) => /\/b\d+\.bin$/.test(name) === wanted)));
  assert.ok(Object.keys(long).length);
  await fs.writeFile(path.join(data, 'disk.js'), `congkhai(${JSON.stringify(others)},${JSON.stringify({ 'disk.0123456789.js': Object.keys(long) })})\n`);
  const second = path.join(data, 'disk.0123456789.js');
  await fs.writeFile(second, `congkhai(${JSON.stringify(long)})\n`);
  const asked = 'tim-kiem/?q=h%E1%BB%93%20s%C6%A1%20b%E1%BA%A3n%20sao%20c%C3%B3%20ch%E1%BB%A9ng%20th%E1%BB%B1c';
  const count = async (inside) => {
    const page = await open(asked, inside);
    // What is read out is the last word, long texts included.
    await page.waitForFunction(() => document.querySelector('.found [role=status]').textContent);
    const total = await page.locator('.found .total').innerText();
    await page.context().close();
    return total;
  };
  const whole = await count(folder);
  assert.equal(await count(cut), whole);
  await fs.rm(second);
  assert.notEqual(await count(cut), whole);
  const page = await open('tim-kiem/?q=khai%20sinh', cut);
  await hits(page).first().waitFor();
});

test('on a host the mode costs one small script, and the scripts of the disk are never asked for', async () => {
  const site = await serve(folder);
  try {
    const page = await browser.newPage();
    const asked = [];
    page.on('response', (response) => asked.push(new URL(response.url()).pathname));
    await page.goto(site.url('tim-kiem/?q=khai%20sinh'), { waitUntil: 'networkidle' });
    await hits(page).first().waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForLoadState('networkidle');
    assert.deepEqual(asked.filter((file) => /\/whole\.|\/disk\.js$/.test(file)), []);
    const [loader] = asked.filter((file) => /\/assets\/disk\.[0-9a-f]{10}\.js$/.test(file));
    assert.ok((await fs.stat(path.join(folder, loader))).size <= 1024);
    await page.locator('.crumbs a, .unit a').first().click();
    assert.doesNotMatch(page.url(), /index\.html/);
  } finally {
    site.close();
  }
});

test('hits of long texts stand there with a note where no page can be read beside them', async () => {
  const page = await open(`tim-kiem/?q=${encodeURIComponent('đừng bấm đường dẫn lạ gửi qua tin nhắn')}`);
  const hit = page.locator('.results .rows > li').filter({ hasText: 'Nộp hồ sơ trực tuyến trong năm bước' });
  await hit.scrollIntoViewIfNeeded();
  await page.waitForTimeout(500);
  assert.equal(await hit.locator('.excerpt').innerText(), 'khớp trong nội dung');
  assert.deepEqual(page.errors, []);
});
