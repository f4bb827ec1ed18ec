// Open data of the site: descriptions hold to the published schemas and lead to files that are there.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import path from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { repository, siteFolder } from './site.mjs';

const folder = siteFolder();
const text = (file) => fs.readFile(path.join(folder, file), 'utf8');
const json = async (file) => JSON.parse(await text(file));
const schema = JSON.parse(await fs.readFile(path.join(repository, 'tests/browser/schemas/data-package-2.0.json'), 'utf8'));

/** Whether a package holds to the schema; what is wrong with it otherwise. */
function problems(value) {
  const ajv = addFormats(new Ajv({ strict: false, allErrors: true, validateFormats: true }));
  const check = ajv.compile(schema);
  return check(value) ? [] : check.errors.map((error) => `${error.instancePath} ${error.message}`);
}

test('datapackage.json holds to the schema of Data Package 2.0', async () => {
  assert.deepEqual(problems(await json('datapackage.json')), []);
});

test('the schema refuses what is no package', async () => {
  const value = await json('datapackage.json');
  assert.notDeepEqual(problems({ ...value, resources: [] }), []);
  assert.notDeepEqual(problems({ ...value, resources: [{ ...value.resources[0], path: '../outside.csv' }] }), []);
  const field = { name: 'a', type: 'numbre' };
  assert.notDeepEqual(problems({ ...value, resources: [{ ...value.resources[0], schema: { fields: [field] } }] }), []);
});

test('every table of the package is there, with the headings that its schema names', async () => {
  const { resources } = await json('datapackage.json');
  assert.ok(resources.length > 0);
  for (const { path: file, schema: { fields }, name } of resources) {
    const csv = await text(file);
    assert.ok(csv.startsWith('\uFEFF'), `${name} begins with the mark of UTF-8`);
    const heading = csv.slice(1).split('\r\n')[0];
    assert.deepEqual(record(heading), fields.map((field) => field.name), name);
  }
});

test('every file of the catalogue is there', async () => {
  const catalog = await json('catalog.jsonld');
  const base = catalog['@id'];
  for (const dataset of catalog['dcat:dataset']) {
    assert.ok(dataset['dcat:distribution'].length > 0);
    for (const file of dataset['dcat:distribution']) {
      const address = file['dcat:downloadURL']['@id'];
      await fs.access(path.join(folder, address.startsWith(base) ? address.slice(base.length) : address));
    }
  }
});

/** The fields of one line of CSV. */
function record(line) {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain);
}
