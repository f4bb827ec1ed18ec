// Whatever a host or a network makes of the search's files, the answer is right or an error that names the file.
import { before, test } from 'node:test';
import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import path from 'node:path';
import zlib from 'node:zlib';
import { file as client, open, SearchError } from './client.mjs';
import { openFolder } from './search.mjs';
import { searchFolder, serve, siteFolder } from './site.mjs';

const QUERY = 'làm giấy khai sinh';
const OPTIONS = { limit: 10, tier: 'B', facets: true };
const folder = searchFolder(siteFolder());
let right;
/** The kinds of files that the query reads, one of each. */
let files;

const keys = ({ total, hits }) => [total, ...hits.map((hit) => `${hit.key} ${hit.title} ${hit.score}`)];
/** Asks the search with files changed on the way. */
const ask = async (change, text = QUERY) => keys(await (await openFolder(folder, change)).query(text, OPTIONS));
const only = (file, change) => (name, bytes) => (name === file ? change(bytes) : bytes);

before(async () => {
  const read = new Set();
  right = await ask((name, bytes) => (read.add(name), bytes));
  const kinds = new Map([...read].map((name) => [name.replace(/\d+/, ''), name]));
  assert.deepEqual([...kinds.keys()].sort(), ['a.bin', 'b.bin', 'facets.bin', 'm.bin', 's.bin', 'start.bin']);
  files = [...kinds.values()];
});

/** The answer is right, or the error names the file. */
async function rightOrNamed(change, file, what) {
  try {
    assert.deepEqual(await ask(change), right, what);
    return true;
  } catch (error) {
    if (error instanceof assert.AssertionError) throw error;
    assert.ok(error instanceof SearchError, `${what}: ${error.stack}`);
    assert.ok(error.file.endsWith(file) || error.file === 'start.bin', `${what}: ${error.file}`);
    assert.ok(error.message.includes(error.file) && error.cause, what);
    return false;
  }
}

test('a flipped bit anywhere is noticed', async () => {
  for (const file of files) {
    const { size } = await fs.stat(await locate(file));
    let unnoticed = 0;
    const step = Math.max(1, Math.floor(size / 25));
    for (let at = 0; at < size; at += step) {
      const flip = only(file, (bytes) => bytes.map((byte, i) => (i === at ? byte ^ (1 << at % 8) : byte)));
      if (await rightOrNamed(flip, file, `${file}, byte ${at}`)) unnoticed += 1;
    }
    // Bits that only fill up a byte of the packed stream mean nothing.
    assert.ok(unnoticed <= 5, `${file}: ${unnoticed} flipped bits went unnoticed`);
  }
});

test('a file that was cut is noticed', async () => {
  for (const file of files) {
    const { size } = await fs.stat(await locate(file));
    for (let length = 0; length < size; length += Math.max(64, Math.floor(size / 40))) {
      const cut = only(file, (bytes) => bytes.subarray(0, length));
      assert.equal(await rightOrNamed(cut, file, `${file}, ${length} bytes`), false, `${file}, ${length} bytes`);
    }
  }
});

test('a missing file, an error page and a file of another kind are named', async () => {
  const page = '<!doctype html><title>Không tìm thấy</title>';
  const others = {
    missing: () => new Response(page, { status: 404 }),
    'error page': () => new Response(page, { headers: { 'Content-Type': 'text/html' } }),
    empty: () => new Uint8Array(),
    'other version': (bytes) => bytes.map((byte, at) => (at === 2 ? byte + 1 : byte)),
    'network failure': () => Promise.reject(new TypeError('fetch failed')),
  };
  for (const file of files) {
    for (const [name, change] of Object.entries(others)) {
      assert.equal(await rightOrNamed(only(file, change), file, `${file}: ${name}`), false, `${file}: ${name}`);
    }
  }
});

test('contents that no exporter writes end in an error, without delay or much memory', async () => {
  const pack = (bytes) => Buffer.concat([Buffer.from('CK\u0002'), zlib.deflateSync(bytes)]);
  const contents = [
    Buffer.alloc(5000, 0xff), Buffer.alloc(5000), Buffer.from([0xff, 0xff, 0xff, 0xff, 0x0f]), Buffer.alloc(100, 0x80),
    Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919) % 251)),
  ];
  for (const file of files) {
    for (const [at, content] of contents.entries()) {
      const started = performance.now();
      try {
        await ask(only(file, () => pack(content)));
      } catch (error) {
        assert.ok(error instanceof SearchError, `${file}, ${at}: ${error.stack}`);
      }
      assert.ok(performance.now() - started < 5000, `${file}, ${at}`);
    }
  }
});

/** How many round trips an answer takes, one waiting for what the one before brought. */
async function rounds(query) {
  let [arrived, most] = [0, 0];
  const search = await openFolder(folder, async (name, bytes) => {
    const round = arrived + 1;
    most = Math.max(most, round);
    await new Promise((done) => setTimeout(done, 40));
    arrived = Math.max(arrived, round);
    return bytes;
  });
  await search.query(query, { tier: 'A' });
  return most;
}

test('an answer takes three round trips, folk phrases and codes or not', async () => {
  for (const query of ['khai sinh', QUERY, 'sổ đỏ', 'so do', '1.001193', 'xin giấy độc thân làm ở đâu', 'bố mất thì làm thủ tục gì']) {
    assert.equal(await rounds(query), 3, query);
  }
});

test('a word that is read as another may take a fourth', async () => {
  for (const query of ['dangan', 'giay khai sihn', 'làm hộ chịu']) {
    assert.ok(await rounds(query) <= 4, query);
  }
});

test('a question that fails leaves those beside it as they are', async () => {
  let release;
  const waiting = new Promise((done) => { release = done; });
  const search = await openFolder(folder, async (name, bytes) => {
    if (/\/b\d+\.bin$/.test(name)) await waiting;
    return name.endsWith('facets.bin') ? new Response('', { status: 503 }) : bytes;
  });
  const alone = await (await openFolder(folder)).query(QUERY, { tier: 'B', limit: 20 });
  const beside = search.query(QUERY, { tier: 'B', limit: 20 });
  await assert.rejects(search.query('khai sinh', { facets: true }), SearchError);
  release();
  const { hits, total } = await beside;
  assert.deepEqual({ hits, total }, { hits: alone.hits, total: alone.total });
});

test('what failed once is asked for again', async () => {
  let broken = true;
  const search = await openFolder(folder, (name, bytes) => (broken && name !== 'start.bin' ? new Response('', { status: 503 }) : bytes));
  await assert.rejects(search.query(QUERY, OPTIONS), SearchError);
  broken = false;
  assert.deepEqual(keys(await search.query(QUERY, OPTIONS)), right);
});

test('a start file of an old publication is replaced', async () => {
  const current = (await fs.readdir(folder)).find((name) => !name.includes('.'));
  const old = (bytes) => {
    const text = zlib.inflateSync(bytes.subarray(3)).toString('latin1').replace(current, '0'.repeat(current.length));
    return Buffer.concat([bytes.subarray(0, 3), zlib.deflateSync(Buffer.from(text, 'latin1'))]);
  };
  let starts = 0;
  const search = await openFolder(folder, only('start.bin', (bytes) => (starts++ ? bytes : old(bytes))));
  assert.deepEqual(keys(await search.query(QUERY, OPTIONS)), right);
  assert.equal(starts, 2);
});

test('hosts that pack files, or stored them packed, and sub-directories change nothing', async () => {
  const packing = (pack, headers) => async (inside) => {
    if (!inside.endsWith('.bin')) return undefined;
    return { body: pack(await fs.readFile(path.join(siteFolder(), inside))), headers };
  };
  for (const [pack, headers] of [[zlib.gzipSync, { 'Content-Encoding': 'gzip' }], [zlib.gzipSync, {}], [zlib.brotliCompressSync, { 'Content-Encoding': 'br' }]]) {
    const site = await serve(siteFolder(), { prefix: '/xa/moi/', instead: packing(pack, headers) });
    try {
      const search = await open(site.url('tim-kiem/du-lieu/vi'));
      assert.deepEqual(keys(await search.query(QUERY, OPTIONS)), right);
    } finally {
      site.close();
    }
  }
});

async function locate(file) {
  if (file === 'start.bin') return path.join(folder, file);
  const current = (await fs.readdir(folder)).find((name) => !name.includes('.'));
  return path.join(folder, current, file);
}

test('the client that is published is at most 8 KB compressed', async () => {
  const { length } = zlib.gzipSync(await fs.readFile(client), { level: 9 });
  assert.ok(length <= 8 * 1024, `${length} bytes`);
});

test('the files of all languages together are 5 % of the pages at most', async () => {
  const names = await fs.readdir(siteFolder(), { recursive: true });
  const count = (ending) => names.filter((name) => name.endsWith(ending)).length;
  assert.ok(count('.bin') > 14 && count('.bin') * 20 <= count('.html'), `${count('.bin')} for ${count('.html')}`);
});
