// The stand-in for elasticlunr reads an index as the library does: same stems, same options.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import path from 'node:path';
import vm from 'node:vm';
import { repository } from './site.mjs';

const script = await fs.readFile(path.join(repository, 'src/zola/search_index/elasticlunr.js'), 'utf8');
const page = vm.createContext({ window: {} });
vm.runInContext(script, page);
const { elasticlunr } = page.window;

test('words have the stems that the index holds', () => {
  const stems = {
    caresses: 'caress', ponies: 'poni', feed: 'feed', agreed: 'agre', plastered: 'plaster', sing: 'sing',
    conflated: 'conflat', hopping: 'hop', falling: 'fall', filing: 'file', happy: 'happi', sky: 'sky',
    relational: 'relat', digitizer: 'digit', hopefulness: 'hope', electrical: 'electr', revival: 'reviv',
    adoption: 'adopt', rate: 'rate', roll: 'roll', generalizations: 'gener', syzygy: 'syzygi', toy: 'toi', đất: 'đất',
  };
  for (const [word, stem] of Object.entries(stems)) assert.equal(elasticlunr.stemmer(word), stem, word);
});

const entry = (...refs) => ({ df: refs.length, docs: Object.fromEntries(refs.map((ref) => [ref, { tf: 1 }])) });
const index = elasticlunr.Index.load({
  fields: ['title', 'body'],
  pipeline: ['trimmer', 'stopWordFilter', 'stemmer'],
  index: {
    title: { root: { r: { u: { n: entry('a') } }, df: 0, docs: {} } },
    body: { root: { r: { u: { n: { ...entry('b'), g: entry('c') } } }, df: 0, docs: {} } },
  },
  documentStore: { docs: { a: { id: 'a', title: 'Run' }, b: { id: 'b' }, c: { id: 'c' } }, length: 3 },
});
const found = (words, options) => index.search(words, options).map((hit) => hit.ref).sort().join('');

test('options say where a word is looked for and how', () => {
  assert.equal(found('The running!', {}), 'ab');
  assert.equal(found('run', { expand: true }), 'abc');
  assert.equal(found('run', { fields: { title: { boost: 2 } } }), 'a');
  assert.equal(found('run nothing', { bool: 'AND' }), '');
  assert.equal(found('', {}), '');
  assert.equal(index.search('run', { fields: { title: { boost: 9 }, body: {} } })[0].doc.title, 'Run');
});
