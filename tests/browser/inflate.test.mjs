// Browsers without DecompressionStream: the site's own unpacking answers as theirs does, and finds damage as theirs does.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import zlib from 'node:zlib';
import { SearchError } from './client.mjs';
import { launch } from './browser.mjs';
import { openFolder } from './search.mjs';
import { searchFolder, serve, siteFolder } from './site.mjs';

const theirs = globalThis.DecompressionStream;
const assets = path.join(siteFolder(), 'assets');
const file = path.join(assets, fs.readdirSync(assets).find((name) => /^inflate\.\w+\.js$/.test(name)));
const folder = searchFolder(siteFolder());
let ours;

before(async () => {
  delete globalThis.DecompressionStream;
  await import(pathToFileURL(file).href);
  ours = globalThis.DecompressionStream;
});
after(() => {
  globalThis.DecompressionStream = theirs;
});

async function unpack(Stream, bytes, format) {
  return Buffer.from(await new Response(new Response(bytes).body.pipeThrough(new Stream(format))).arrayBuffer());
}

/** Bytes that are packed in every way: random, repeated, text, none, more than one block. */
function samples() {
  let seed = 7;
  const next = () => (seed = (seed * 48271) % 0x7fffffff);
  const random = Buffer.from(Array.from({ length: 70_000 }, () => next() & 255));
  const text = Buffer.from(Array.from({ length: 9000 }, () => ['đăng ', 'ký ', 'khai ', 'sinh ', 'hộ tịch\n'][next() % 5]).join(''));
  return [Buffer.alloc(0), Buffer.from('a'), Buffer.alloc(100_000, 'ab'), random, text, Buffer.concat([text, random, text])];
}

test('it is ours that is tested, at most 2 KB of it', () => {
  assert.ok(ours && ours !== theirs);
  const { length } = zlib.gzipSync(fs.readFileSync(file), { level: 9 });
  assert.ok(length <= 2048, `${length} bytes`);
});

test('every way of packing is unpacked', async () => {
  const { constants } = zlib;
  const ways = [
    { level: 0 }, { level: 1 }, { level: 9 }, { strategy: constants.Z_FIXED }, { strategy: constants.Z_HUFFMAN_ONLY }, { strategy: constants.Z_RLE }, { windowBits: 9 },
  ];
  for (const [at, bytes] of samples().entries()) {
    for (const way of ways) {
      assert.ok((await unpack(ours, zlib.deflateSync(bytes, way), 'deflate')).equals(bytes), `${at} ${JSON.stringify(way)}`);
      assert.ok((await unpack(ours, zlib.gzipSync(bytes, way), 'gzip')).equals(bytes), `gzip ${at} ${JSON.stringify(way)}`);
    }
  }
  // A head with further fields, a name, a comment and its own checksum.
  const plain = zlib.gzipSync('khai sinh');
  const head = Buffer.concat([plain.subarray(0, 3), Buffer.from([2 + 4 + 8 + 16]), plain.subarray(4, 10), Buffer.from([3, 0, 1, 2, 3]), Buffer.from('a.bin\0note\0xx')]);
  assert.equal(`${await unpack(ours, Buffer.concat([head, plain.subarray(10)]), 'gzip')}`, 'khai sinh');
});

test('what is cut, damaged or no packed file at all is refused, without delay', async () => {
  const [, , , , text] = samples();
  const whole = zlib.deflateSync(text);
  for (let length = 0; length < whole.length; length += 97) await assert.rejects(unpack(ours, whole.subarray(0, length), 'deflate'), `${length} bytes`);
  for (let at = 0; at < whole.length; at += 101) {
    const bytes = Buffer.from(whole);
    bytes[at] ^= 1 << at % 8;
    const started = performance.now();
    const unpacked = await unpack(ours, bytes, 'deflate').catch(() => undefined);
    assert.ok(unpacked === undefined || unpacked.equals(text), `byte ${at}`);
    assert.ok(performance.now() - started < 5000, `byte ${at}`);
  }
  for (const bytes of [Buffer.alloc(50, 0xff), Buffer.alloc(50), Buffer.from('<!doctype html><title>404</title>'), Buffer.alloc(0)]) {
    for (const format of ['deflate', 'gzip']) await assert.rejects(unpack(ours, bytes, format), format);
  }
});

test('the search answers alike with either, and names a damaged file', async () => {
  const answer = async (change) => {
    const results = [];
    const search = await openFolder(folder, change);
    for (const query of ['làm giấy khai sinh', '1.001193', 'SIPAS', 'đừng bấm đường dẫn lạ']) {
      const { hits, total, facets } = await search.query(query, { limit: 20, facets: true });
      results.push({ hits, total, facets });
    }
    return results;
  };
  const mine = await answer();
  const stored = await answer((name, bytes) => zlib.gzipSync(bytes));
  globalThis.DecompressionStream = theirs;
  const native = await answer();
  globalThis.DecompressionStream = ours;
  assert.ok(native[0].total > 0);
  assert.deepEqual(mine, native);
  assert.deepEqual(stored, native);
  const cut = (name, bytes) => (name.startsWith('a') ? bytes.subarray(0, bytes.length - 5) : bytes);
  await assert.rejects(answer(cut), (error) => error instanceof SearchError && /a\d+\.bin$/.test(error.file));
});

test('Chromium without it finds the same by the module, which nobody else loads', async () => {
  const site = await serve(siteFolder());
  const browser = await launch();
  try {
    const found = {};
    for (const has of [true, false]) {
      const context = await browser.newContext({ serviceWorkers: 'block' });
      if (!has) await context.addInitScript(() => delete globalThis.DecompressionStream);
      const page = await context.newPage();
      const scripts = [];
      page.on('request', (request) => scripts.push(path.basename(new URL(request.url()).pathname).split('.')[0]));
      await page.goto(site.url('tim-kiem/?q=khai%20sinh'));
      await page.locator('.results .rows > li').first().waitFor();
      found[has] = await page.locator('.results .rows > li > a').allInnerTexts();
      assert.equal(scripts.includes('inflate'), !has);
      await context.close();
    }
    assert.ok(found[true].length > 3);
    assert.deepEqual(found[false], found[true]);
  } finally {
    await browser.close();
    site.close();
  }
});
