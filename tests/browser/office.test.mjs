// LibreOffice opens the tables that `cargo test` writes, and finds numbers, days and words where they are.
import { before, test } from 'node:test';
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { repository } from './site.mjs';

const skip = process.env.CONGKHAI_OFFICE === '0' ? 'CONGKHAI_OFFICE is 0' : false;
const folder = path.join(repository, 'target/tmp/tables');
let sheets;

/** Converts with a profile of its own, so that a running LibreOffice is no obstacle. */
async function converted(file, output, filter = []) {
  const profile = path.join(output, 'profile');
  await promisify(execFile)('soffice', [`-env:UserInstallation=file://${profile}`, '--headless', ...filter,
    '--convert-to', 'fods', '--outdir', output, path.join(folder, file)], { timeout: 120_000 });
  return fs.readFile(path.join(output, file.replace(/\.\w+$/, '.fods')), 'utf8');
}

/** The cells of the first sheet: kind and value. */
function cells(document) {
  const table = document.match(/<table:table [\s\S]*?<\/table:table>/)[0];
  return [...table.matchAll(/<table:table-row[^>]*>([\s\S]*?)<\/table:table-row>/g)].map(([, row]) =>
    [...row.matchAll(/<table:table-cell([^>]*?)(?:\/>|>([\s\S]*?)<\/table:table-cell>)/g)].map(([, attributes, inner = '']) => {
      const value = (name) => attributes.match(new RegExp(`office:${name}="([^"]*)"`))?.[1];
      const words = [...inner.matchAll(/<text:p>(.*?)<\/text:p>/gs)].map(([, line]) => line.replace(/<[^>]+>/g, '')).join('\n');
      const kind = value('value-type') ?? 'empty';
      return { kind, value: value('value') ?? value('date-value') ?? words, formula: attributes.includes('table:formula') };
    }));
}

before(async () => {
  if (skip) return;
  const output = await fs.mkdtemp(path.join(os.tmpdir(), 'congkhai-office-'));
  // Comma, quotation mark, UTF-8, from the first line; columns of any kind; days and numbers as English writes them.
  const csv = ['--infilter=CSV:44,34,76,1,,1033,false,true'];
  sheets = {
    xlsx: cells(await converted('bang.xlsx', path.join(output, 'xlsx'))),
    csv: cells(await converted('bang.csv', path.join(output, 'csv'), csv)),
  };
  await fs.rm(output, { recursive: true, force: true });
});

for (const kind of ['xlsx', 'csv']) {
  test(`LibreOffice finds the headings of the .${kind}`, { skip }, () => {
    assert.deepEqual(sheets[kind][0].slice(0, 6).map(({ value }) => value), ['Đơn vị', 'Tổng điểm', 'Tiếp nhận', 'Tỷ lệ đúng hạn', 'Năm', 'Ngày']);
  });

  test(`numbers of the .${kind} are numbers, days are days, words are words`, { skip }, () => {
    const [name, score, received, share, year, day] = sheets[kind][1];
    assert.deepEqual([name.kind, name.value], ['string', 'UBND tỉnh Đồng Tháp']);
    assert.deepEqual([score, received, share, year].map(({ kind, value }) => [kind, Number(value)]),
      [['float', 68.8], ['float', 443565], ['float', 95.5], ['float', 2026]]);
    assert.deepEqual([day.kind, day.value], ['date', '2026-10-10']);
  });

  test(`numbers below zero stay numbers and formulas stay words in the .${kind}`, { skip }, () => {
    const [formula, below] = sheets[kind][2];
    assert.equal(formula.kind, 'string');
    assert.equal(formula.formula, false);
    assert.match(formula.value, /cmd/);
    assert.deepEqual([below.kind, Number(below.value)], ['float', -0.125]);
    assert.ok(sheets[kind].flat().every(({ formula: computed }) => !computed));
  });

  test(`what was not published is empty in the .${kind}, not zero`, { skip }, () => {
    assert.equal(sheets[kind][2][2].kind, 'empty');
  });
}
