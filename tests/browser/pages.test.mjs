// Every kind of page, in both languages, narrow and wide, light and dark: no accessibility violation, nothing cut off.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import zlib from 'node:zlib';
import { violations } from './axe.mjs';
import { launch } from './browser.mjs';
import { pageKinds, serve, siteFolder } from './site.mjs';

const folder = siteFolder();
const kinds = await pageKinds(folder);
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

/** axe-core is the tester's own script, so the site's policy must not stop it. */
async function open(route, options) {
  const context = await browser.newContext({ bypassCSP: true, ...options });
  const page = await context.newPage();
  await page.goto(site.url(route));
  return page;
}

for (const { kind, lang, route } of kinds) {
  for (const width of [320, 1280]) {
    test(`${kind} (${lang}) at ${width} px is accessible and does not scroll sideways`, async () => {
      const page = await open(route, { viewport: { width, height: 900 } });
      assert.deepEqual(await violations(page), []);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(overflow <= 0, `${overflow} px too wide`);
      assert.equal(await page.evaluate(() => document.documentElement.lang), lang);
      await page.context().close();
    });
  }
  test(`${kind} (${lang}) keeps its contrast in the dark scheme`, async () => {
    const page = await open(route, { viewport: { width: 412, height: 900 }, colorScheme: 'dark' });
    assert.deepEqual(await violations(page), []);
    await page.context().close();
  });
}

for (const { kind, route } of kinds.filter(({ lang }) => lang === 'vi')) {
  test(`${kind} loads in at most 30 KB compressed, all from the site itself, with nothing refused by its policy`, async () => {
    const context = await browser.newContext({ viewport: { width: 412, height: 900 } });
    const page = await context.newPage();
    const refused = [];
    page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
    const sizes = [];
    const foreign = [];
    page.on('response', (response) => {
      if (!response.url().startsWith(site.url(''))) foreign.push(response.url());
      sizes.push(fetch(response.url()).then(async (again) => zlib.gzipSync(Buffer.from(await again.arrayBuffer())).length));
    });
    await page.goto(site.url(route), { waitUntil: 'networkidle' });
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    assert.deepEqual(foreign, []);
    assert.deepEqual(refused.filter((text) => !text.includes('404')), []);
    assert.ok(bytes <= 30 * 1024, `${bytes} bytes`);
    await context.close();
  });
}
