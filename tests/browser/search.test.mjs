// The browser's search ranks as the program's own search does: the same hits, the same scores.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { open } from './client.mjs';
import { launch } from './browser.mjs';
import { nativeResults } from './native.mjs';
import { answersIn, difference } from './search.mjs';
import { repository, serve, siteFolder } from './site.mjs';

const QUERIES = [
  'đăng ký khai sinh', 'dang ky khai sinh', 'lam giay khai sinh', 'ĐẤT  ĐAI', 'dat dai', 'dda61t d9ai', 'giấy độc thân', 'so do', 'ho kinh doanh',
  '1001193', 'mã 1.001193', 'chứng thực bản sao cần giấy tờ gì', 'tro cap nguoi khuyet tat', 'ket hom', 'cccd', 'bố mất làm ở đâu', 'xây nhà', 'thuong tr',
  'dangkykhaisinh', 'dangan', 'zzzz', '', 'đ\u0302', 'trường học cho con', 'nghĩa vụ quân sự', 'mai táng', 'thủ tục đăng ký khai sinh', '1.0011', 'con tôi bị mất giấy', 'khai sihn nguyễn', 'khai sinhx ở thôn Nghiễn',
  'Đăng ký khai sinh', 'thu tuc', 'ddawng kys keets hoon', 'đăng ký kết hom', 'luwu truw hooj tichj', 'quyeefn suwr dungj',
  // What is longer than anybody types is cut: neither side reads the words behind.
  `khai sinh ${'?'.repeat(2040)} kết hôn`,
];
/** Words of pages that are no procedure, which other languages have in their own words. */
const PAGES = ['SIPAS', 'xep hang papi', 'phản ánh, kiến nghị', 'contact', 'hotlin', 'officers', 'open dta', 'ranking index of administrative reform', 'questions and answers'];
const ASKED = [...QUERIES, ...PAGES];
const LANGS = ['vi', 'en'];
const data = (lang) => `tim-kiem/du-lieu/${lang}/`;
let site;
let search;
const searches = {};
const native = {};

before(async () => {
  site = await serve(siteFolder());
  for (const lang of LANGS) {
    searches[lang] = await open(site.url(data(lang)));
    native[lang] = await nativeResults(repository, ASKED, lang);
  }
  search = searches.vi;
});
after(() => site?.close());

for (const lang of LANGS) {
  for (const [at, query] of ASKED.entries()) {
    test(`“${query.slice(0, 60)}” is answered alike in node and natively, ${lang}`, async () => {
      assert.equal(difference(await searches[lang].query(query, { limit: 20 }), native[lang][at]), undefined);
    });
  }
}

test('each language finds its own pages by its own words', async () => {
  for (const [lang, query, url, title] of [['vi', 'liên hệ', 'lien-he/', 'Liên hệ'], ['en', 'contact', 'en/lien-he/', 'Contact'], ['en', 'officers', 'en/can-bo/', 'Officers']]) {
    const [first] = (await searches[lang].query(query)).hits;
    assert.deepEqual([first.url, first.title], [url, title], query);
  }
  assert.equal((await searches.vi.query('officers')).total, 0);
});

test('pages of hits follow each other', async () => {
  const all = (await search.query('cấp giấy', { limit: 20 })).hits.map((hit) => hit.key);
  const parts = [];
  for (const offset of [0, 7, 14]) parts.push(...(await search.query('cấp giấy', { limit: 7, offset })).hits);
  assert.deepEqual(parts.slice(0, 20).map((hit) => hit.key), all);
});

test('filters and their counts agree', async () => {
  const { total, facets } = await search.query('đăng ký', { facets: true });
  for (const [name, counts] of Object.entries(facets)) {
    assert.equal(Object.values(counts).reduce((sum, count) => sum + count, 0), total, name);
  }
  for (const [field, count] of Object.entries(facets.field)) {
    assert.equal((await search.query('đăng ký', { filters: { field } })).total, count, field);
  }
});

test('the words that were found are marked as they are written', async () => {
  const result = await search.query('dang ky khai sinh');
  const parts = search.highlight('Đăng ký, khai sinh!', result);
  assert.deepEqual(parts.filter((part) => part.marked).map((part) => part.text), ['Đăng', 'ký', 'khai', 'sinh']);
  assert.equal(parts.map((part) => part.text).join(''), 'Đăng ký, khai sinh!');
});

test('Chromium answers as the program does, with the module as it is published', async () => {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(site.url('tim-kiem/'));
    const module = await page.evaluate(() => {
      const links = [...document.querySelectorAll('link[rel="modulepreload"], script[src]')].map((one) => one.href ?? one.src);
      return links.find((link) => /\/search\.[0-9a-f]+\.js$/.test(link));
    });
    assert.ok(module, 'the page names the search module');
    for (const lang of LANGS) {
      const found = await answersIn(page, module, site.url(data(lang)), ASKED);
      for (const [at, query] of ASKED.entries()) assert.equal(difference(found[at], native[lang][at]), undefined, `${query}, ${lang}`);
    }
  } finally {
    await browser.close();
  }
});
