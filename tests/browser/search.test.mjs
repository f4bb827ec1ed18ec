// The browser's search ranks as the program's own search does: the same hits, the same scores.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { open } from '../../themes/congkhai/js/search.js';
import { launch } from './browser.mjs';
import { repository, serve, siteFolder } from './site.mjs';

const QUERIES = [
  'đăng ký khai sinh', 'dang ky khai sinh', 'lam giay khai sinh', 'ĐẤT  ĐAI', 'dat dai', 'dda61t d9ai', 'giấy độc thân', 'so do', 'ho kinh doanh',
  '1001193', 'mã 1.001193', 'chứng thực bản sao cần giấy tờ gì', 'tro cap nguoi khuyet tat', 'ket hom', 'cccd', 'bố mất làm ở đâu', 'xây nhà', 'thuong tr',
  'dangkykhaisinh', 'zzzz', '', 'đ\u0302', 'trường học cho con', 'nghĩa vụ quân sự', 'mai táng',
];
const folder = siteFolder();
const program = path.resolve(repository, process.env.CONGKHAI_BIN ?? 'target/debug/congkhai');
let site;
let search;

before(async () => {
  site = await serve(folder);
  search = await open(site.url('tim-kiem/du-lieu/vi/'));
});
after(() => site?.close());

function native(query) {
  const output = execFileSync(program, ['search', '--root', repository, '--format', 'json', '--limit', '20', '--', query], { encoding: 'utf8' });
  return JSON.parse(output);
}

/** Hits with equal scores may stand in any order; scores agree to 1e-5 of their size. */
function agree(query, mine, theirs) {
  assert.equal(mine.total, theirs.total, `${query}: number of hits`);
  assert.equal(mine.hits.length, theirs.hits.length, query);
  mine.hits.forEach((hit, at) => {
    const other = theirs.hits[at];
    const near = Math.abs(hit.score - other.score) <= 1e-5 * Math.max(1, Math.abs(other.score));
    assert.ok(near, `${query}, place ${at + 1}: ${hit.key} ${hit.score}, natively ${other.key} ${other.score}`);
    const tied = theirs.hits.filter((one) => Math.abs(one.score - other.score) <= 1e-5 * Math.max(1, other.score));
    const cut = at + 1 === mine.hits.length;
    assert.ok(cut || tied.some((one) => one.key === hit.key), `${query}, place ${at + 1}: ${hit.key}, natively ${other.key}`);
  });
}

for (const query of QUERIES) {
  test(`“${query}” is answered alike in node and natively`, async () => {
    agree(query, await search.query(query, { limit: 20 }), native(query));
  });
}

test('Chromium answers as node does', async () => {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(site.url('tim-kiem/'));
    const script = await page.evaluate(async () => {
      const links = [...document.querySelectorAll('link[rel="modulepreload"], script[src]')].map((one) => one.href ?? one.src);
      return links.find((link) => /\/search\.[0-9a-f]+\.js$/.test(link));
    });
    assert.ok(script, 'the page names the search module');
    for (const query of QUERIES.slice(0, 8)) {
      const found = await page.evaluate(async ([module, base, text]) => {
        const { open } = await import(module);
        const { hits, total } = await (await open(base)).query(text, { limit: 20 });
        return { total, hits: hits.map(({ key, score }) => ({ key, score })) };
      }, [script, site.url('tim-kiem/du-lieu/vi/'), query]);
      agree(query, found, await search.query(query, { limit: 20 }));
    }
  } finally {
    await browser.close();
  }
});
