// Registers: one dossier is found by its code, the list of codes nowhere; notices end; plans say what they lack.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import path from 'node:path';
import { launch } from './browser.mjs';
import { repository, routes, serve, siteFolder } from './site.mjs';

const folder = siteFolder();
const CODE = '000.00.99.H99-261116-0003';
let browser;
let site;

before(async () => {
  browser = await launch();
  site = await serve(folder);
});
after(async () => {
  await browser?.close();
  site?.close();
});

async function asked(code, route = 'ho-so/') {
  const page = await browser.newPage();
  await page.goto(site.url(route));
  await page.fill('#ma', code);
  await page.press('#ma', 'Enter');
  const answer = page.locator('.lookup .answer:not(:empty)');
  await answer.waitFor();
  const text = await answer.textContent();
  await page.close();
  return text;
}

test('a code that is typed gives the degree of completion, however it is written', async () => {
  assert.equal(await asked(CODE), 'Đã tiếp nhận');
  assert.equal(await asked(` ${CODE.toLowerCase()} `), 'Đã tiếp nhận');
  assert.equal(await asked(CODE, 'en/ho-so/'), 'Received');
});

test('a code that does not exist says so', async () => {
  assert.match(await asked('000.00.99.H99-261116-9999'), /Không có mã này/);
  assert.match(await asked('x'.repeat(40)), /Không có mã này/);
});

test('no published file tells a code of the look-up', async () => {
  const source = await fs.readFile(path.join(repository, 'content/ho-so/ho-so.csv'), 'utf8');
  const codes = source.split('\n').slice(1).map((line) => line.split(',')[0]).filter(Boolean);
  assert.ok(codes.length > 50);
  const files = Object.keys(JSON.parse(await fs.readFile(path.join(folder, 'manifest.json'), 'utf8')).files);
  const shown = codes.filter((code) => code !== CODE); // the page names one code to try
  for (const file of files.filter((name) => /\.(html|json|csv|xml|txt|ics|jsonld)$/.test(name))) {
    const text = await fs.readFile(path.join(folder, file), 'utf8');
    const told = shown.filter((code) => text.includes(code) || file.includes(code.toLowerCase()));
    assert.deepEqual(told, [], file);
  }
});

test('without a script the look-up says where to ask', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site.url('ho-so/'));
  assert.ok(!(await page.locator('form.lookup').isVisible()));
  assert.ok(await page.locator('[data-without-script]').isVisible());
  await context.close();
});

test('a notice goes when its last day is over', async () => {
  const page = await browser.newPage();
  await page.clock.install({ time: new Date('2026-11-21T03:00:00Z') });
  await page.goto(site.url(''));
  assert.equal(await page.locator('.banners li').count(), 1);
  await page.clock.setFixedTime(new Date('2026-11-24T03:00:00Z'));
  await page.reload();
  assert.equal(await page.locator('.banners li').count(), 0);
  await page.close();
});

test('every list of days has a calendar that programs can read', async () => {
  for (const name of ['lich-cong-tac', 'tiep-cong-dan']) {
    const text = await fs.readFile(path.join(folder, name, `${name}.ics`), 'utf8');
    assert.match(text, /^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/);
    const uids = [...text.matchAll(/\r\nUID:(.+)\r\n/g)].map(([, uid]) => uid);
    assert.ok(uids.length > 3 && new Set(uids).size === uids.length);
    assert.equal(text.match(/BEGIN:VEVENT/g).length, text.match(/END:VEVENT/g).length);
  }
});

test('no dossier has a page of its own', async () => {
  assert.deepEqual((await routes(folder)).filter((route) => /ho-so\/.+/.test(route)), []);
});
