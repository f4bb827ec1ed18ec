// On 10,000 records node and Chromium answer as the program does, whatever way a query is typed.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import path from 'node:path';
import { launch } from './browser.mjs';
import { nativeResults, siteOf } from './native.mjs';
import { records } from './records.mjs';
import { answersIn, difference, openFolder } from './search.mjs';
import { searchFolder, serve } from './site.mjs';

const RECORDS = 10_000;
const QUERIES = {
  exact: ['đăng ký khai sinh', 'cấp lại giấy phép lái xe do bị mất, hư hỏng', 'trợ cấp xã hội hàng tháng', 'thủ tục cấp hộ chiếu phổ thông'],
  'no accents': ['dang ky ket hon', 'giay phep xay dung', 'cap lai the bao hiem y te', 'ho ngheo can ngheo'],
  typo: ['khai sihn', 'ket hom', 'giay phpe lai xe', 'thuonng tru'],
  prefix: ['khai s', 'giay phep xay d', 'bao hi', 'cap'],
  telex: ['ddaats ddai', 'dangw kys khai sinh', 'keets hoon', 'xaay duwngj'],
  vni: ['d9a61t d9ai', 'ke61t ho6n', 'giay1 phep1', 'xa6y du7ng5'],
  code: ['1001193', '1.001193', 'mã 1.0011', '1 009999'],
  'folk phrase': ['sổ đỏ', 'so do', 'bằng lái', 'giấy độc thân', 'làm giấy khai sinh cho con'],
  question: ['đăng ký kết hôn cần giấy tờ gì', 'lam can cuoc o dau', 'bố mất thì làm thủ tục gì', 'con em mới đẻ, đăng ký ở đâu'],
  'run together': ['dangkykhaisinh', 'giayphepxaydung'],
  'not composed': ['đăng ký khai sinh', 'hộ kinh doanh'].map((query) => query.normalize('NFD')),
  capitals: ['ĐĂNG KÝ KHAI SINH', 'HỘ CHIẾU'],
  'doubled spaces': ['  đăng   ký  khai sinh ', 'thẻ\u00a0 bảo hiểm'],
  'nothing much': ['', 'zzzz', 'ơ', '!!!'],
};
const all = Object.values(QUERIES).flat();
let root;
let native;

before(async () => {
  root = await siteOf(records(RECORDS));
  native = await nativeResults(root, all);
});
after(() => fs.rm(root, { recursive: true }));

test('the records are all there', () => {
  assert.equal(native.length, all.length);
  assert.ok(native[0].total > 100);
});

for (const [kind, queries] of Object.entries(QUERIES)) {
  test(`${kind}: node answers as the program does`, async () => {
    for (const query of queries) {
      const search = await openFolder(searchFolder(path.join(root, 'public')));
      assert.equal(difference(await search.query(query, { limit: 20 }), native[all.indexOf(query)]), undefined, query);
    }
  });
}

test('Chromium answers as the program does', async () => {
  const site = await serve(path.join(root, 'public'));
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(site.url('tim-kiem/'));
    const assets = await fs.readdir(path.join(root, 'public/assets'));
    const module = site.url(`assets/${assets.find((name) => /^search\.[0-9a-f]+\.js$/.test(name))}`);
    const found = await answersIn(page, module, site.url('tim-kiem/du-lieu/vi/'), all);
    for (const [at, query] of all.entries()) assert.equal(difference(found[at], native[at]), undefined, query);
  } finally {
    await browser.close();
    site.close();
  }
});
