// What a site adds to the tables of the search reaches the people who search in a browser.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import path from 'node:path';
import { nativeResults, siteOf } from './native.mjs';
import { difference, openFolder } from './search.mjs';
import { searchFolder } from './site.mjs';

const NAMES = ['Đăng ký khai sinh', 'Đăng ký kết hôn', 'Cấp giấy phép xây dựng', 'Chứng thực bản sao', 'Đăng ký tạm trú', 'Cấp hộ chiếu phổ thông'];
const WORDS = `
[search]
stop_phrases = ["bà con ơi chỉ giùm"]
keep = ["cần gì"]
[search.synonyms]
"giấy hường xóm tôi" = "đăng ký kết hôn"
[search.life_events]
"trúng số độc đắc" = ["hộ chiếu phổ thông", "giấy phép xây dựng"]
[search.abbreviations]
zqk = "khai sinh"
"zq/hc" = "hộ chiếu phổ thông"
`;
const QUERIES = [
  'giấy hường xóm tôi', 'giay huong xom toi', 'giấy hưởng xóm tôi', 'zqk', 'làm zq/hc', 'zq hc', 'bà con ơi chỉ giùm tạm trú', 'tạm chú',
  'mất hộ chịu', 'trúng số độc đắc', 'cần gì', 'cần gì khi kết hôn', 'hộ chíu', 'CIC', 'khai xinh', 'chứng thục', 'giấy phép sây dựng', 'bảng sao', 'đăng ký tạm trú ở đây', 'zz zz',
];
let root;

before(async () => {
  const record = (name, at) => JSON.stringify({ code: `1.00000${at}`, name, field: 'Hộ tịch', level: 'Cấp Xã', agency: 'Ủy ban nhân dân cấp xã' });
  root = await siteOf(NAMES.map(record).join('\n'), WORDS);
});
after(() => fs.rm(root, { recursive: true }));

const ask = async (query) => (await openFolder(searchFolder(path.join(root, 'public')))).query(query, { limit: 20 });
const first = async (query) => (await ask(query)).hits[0]?.title;

test('synonyms, life events, abbreviations, stop and kept phrases of a site are read by the published client', async () => {
  assert.equal(await first('giay huong xom toi'), 'Đăng ký kết hôn');
  assert.equal(await first('zqk'), 'Đăng ký khai sinh');
  assert.equal(await first('zq/hc'), 'Cấp hộ chiếu phổ thông');
  assert.deepEqual((await ask('trung so doc dac')).hits.slice(0, 2).map((hit) => hit.title), ['Cấp hộ chiếu phổ thông', 'Cấp giấy phép xây dựng']);
  const score = async (query) => (await ask(query)).hits[0].score;
  assert.equal(await score('làm ở đâu tạm trú'), await score('tạm trú'));
  assert.ok(await score('cần gì tạm trú') < await score('tạm trú'), 'what is kept must stand somewhere');
  assert.deepEqual((await ask('bà con ơi chỉ giùm tạm trú')).hits.map((hit) => hit.title), (await ask('tạm trú')).hits.map((hit) => hit.title));
});

test('what was misheard is read as the program reads it', async () => {
  assert.equal((await ask('phép sây dựng')).meant, 'phép xay dựng');
  assert.equal((await ask('CIC')).total, 0);
  const native = await nativeResults(root, QUERIES);
  for (const [at, query] of QUERIES.entries()) assert.equal(difference(await ask(query), native[at]), undefined, query);
});
