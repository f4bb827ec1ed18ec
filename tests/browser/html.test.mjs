// Every kind of page is valid HTML.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import path from 'node:path';
import { HtmlValidate } from 'html-validate';
import { pageKinds, siteFolder } from './site.mjs';

const folder = siteFolder();
const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
  rules: {
    // Tight templates may leave blanks at line ends; browsers do not mind.
    'no-trailing-whitespace': 'off',
    // The long names of some procedures are their official names.
    'long-title': 'off',
    // Styles and scripts come from the site itself, under a policy that lets nothing else in.
    'require-sri': ['error', { target: 'crossorigin' }],
  },
});

for (const { kind, lang, route } of await pageKinds(folder)) {
  test(`${kind} (${lang}) is valid HTML`, async () => {
    const file = path.join(folder, route.endsWith('.html') ? route : `${route}index.html`);
    const report = await validator.validateString(await fs.readFile(file, 'utf8'));
    const messages = report.results.flatMap((result) => result.messages.map((found) => `${found.ruleId} ${found.line}:${found.column} ${found.message}`));
    assert.deepEqual(messages.slice(0, 20), []);
  });
}
