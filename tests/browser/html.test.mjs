// Every kind of page is valid HTML.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import path from 'node:path';
import { invalid } from './html.mjs';
import { pageKinds, siteFolder } from './site.mjs';

const folder = siteFolder();
for (const { kind, lang, route } of await pageKinds(folder)) {
  test(`${kind} (${lang}) is valid HTML`, async () => {
    const file = path.join(folder, route.endsWith('.html') ? route : `${route}index.html`);
    assert.deepEqual(await invalid(await fs.readFile(file, 'utf8')), []);
  });
}
