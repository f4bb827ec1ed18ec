// What the script of the rankings adds: sorting, filtering, comparing; and what frames on other sites may do.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import http from 'node:http';
import { violations } from './axe.mjs';
import { launch } from './browser.mjs';
import { serve, siteFolder } from './site.mjs';

const EDITION = 'xep-hang/766/2026-10-10/';
let browser;
let site;

before(async () => {
  browser = await launch();
  site = await serve(siteFolder());
});
after(async () => {
  await browser?.close();
  site?.close();
});

async function open(route, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, bypassCSP: true, ...options });
  const page = await context.newPage();
  await page.goto(site.url(route), { waitUntil: 'networkidle' });
  return page;
}

/** Names of the units that are shown, from top to bottom. */
const units = (page, table = 0) => page.locator('table.ranking').nth(table)
  .locator('tbody tr:not([hidden]) .who').evaluateAll((cells) => cells.map((cell) => (cell.querySelector('a, span') ?? cell).textContent));

test('a column is sorted by its head, best first, and back', async () => {
  const page = await open(EDITION);
  const before = await units(page);
  const head = page.locator('thead th', { hasText: 'Số hóa' }).first();
  await head.getByRole('button').click();
  assert.equal(await head.getAttribute('aria-sort'), 'descending');
  assert.equal((await units(page))[0], 'Tây Ninh');
  assert.equal((await units(page)).at(-1), 'Hà Nội', 'a unit without the score stays last');
  await head.getByRole('button').click();
  assert.equal(await head.getAttribute('aria-sort'), 'ascending');
  assert.equal((await units(page)).at(-1), 'Hà Nội');
  await page.locator('th.rank').getByRole('button').click();
  assert.deepEqual(await units(page), before);
});

test('units are sorted in Vietnamese order by the keyboard alone', async () => {
  const page = await open(EDITION);
  await page.locator('thead th.who button').focus();
  await page.keyboard.press('Enter');
  const names = await units(page);
  assert.deepEqual(names.slice(0, 3), ['An Giang', 'Bắc Ninh', 'Cà Mau']);
  assert.ok(names.indexOf('Đà Nẵng') > names.indexOf('Cao Bằng') && names.indexOf('Điện Biên') < names.indexOf('Gia Lai'));
});

test('a filter finds units without their marks and tells how many', async () => {
  const page = await open(EDITION);
  await page.getByLabel('Lọc theo tên đơn vị').fill('dak');
  assert.deepEqual(await units(page), ['Đắk Lắk']);
  assert.equal(await page.locator('[data-shown]').innerText(), 'Đang hiện 1 đơn vị');
  assert.deepEqual(await violations(page), []);
});

test('the table is whole without a script', async () => {
  const page = await open(EDITION, { javaScriptEnabled: false });
  assert.equal((await units(page)).length, 34);
  assert.equal(await page.getByLabel('Lọc theo tên đơn vị').isVisible(), false);
});

test('the address of a comparison holds at most five units', async () => {
  const page = await open('xep-hang/766/so-sanh/?dv=tay-ninh,ha-noi,khong-co,tay-ninh');
  assert.deepEqual(await units(page), ['Tây Ninh', 'Hà Nội']);
  assert.deepEqual((await units(page, 1)).sort(), ['Hà Nội', 'Tây Ninh']);
  for (const unit of ['gia-lai', 'hue', 'son-la']) await page.locator('#chon').selectOption(unit);
  assert.match(page.url(), /\?dv=tay-ninh,ha-noi,gia-lai,hue,son-la$/);
  assert.equal(await page.locator('#chon').isDisabled(), true);
  await page.getByRole('button', { name: 'Bỏ Hà Nội' }).click();
  assert.match(page.url(), /\?dv=tay-ninh,gia-lai,hue,son-la$/);
  assert.deepEqual(await violations(page), []);
});

test('a row can be linked to', async () => {
  const page = await open(`${EDITION}#dv-hue`);
  assert.equal(await page.locator('tr:target .who a').first().innerText(), 'Huế');
});

test('a newspaper can show the frame, and nothing runs in it', async () => {
  const paper = http.createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.end(`<!doctype html><title>x</title><iframe src="${site.url('xep-hang/766/nhung/')}" width="500" height="640"></iframe>`);
  });
  await new Promise((ready) => paper.listen(0, '127.0.0.1', ready));
  try {
    const context = await browser.newContext();
    const page = await context.newPage();
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`http://127.0.0.1:${paper.address().port}/`, { waitUntil: 'networkidle' });
    const frame = page.frames().find((one) => one.url().includes('nhung'));
    assert.ok((await frame.locator('tbody tr').count()) >= 10);
    assert.deepEqual(asked.filter((url) => url.endsWith('.js')), []);
    await context.close();
  } finally {
    paper.close();
  }
});
