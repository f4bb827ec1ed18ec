// The browser folds letters as the program does: both reach the same digests.
import { before, test } from 'node:test';
import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { repository, searchFolder, siteFolder } from './site.mjs';
import { readingFetch } from './search.mjs';

let fold;
let stretches;

before(async () => {
  // Published, the module gives up the name of what folds; its source is the same otherwise.
  const { open } = await import(pathToFileURL(path.join(repository, 'themes/congkhai/js/search.js')).href);
  const search = await open(pathToFileURL(`${searchFolder(siteFolder())}/`), { fetch: readingFetch() });
  fold = (text) => search.fold(text);
  const lines = (await fs.readFile(path.join(repository, 'tests/browser/folds.tsv'), 'utf8')).trim().split('\n');
  const all = lines.filter((line) => !line.startsWith('#')).map((line) => {
    const [first, last, digest] = line.split('\t');
    return { first: parseInt(first, 16), last: parseInt(last, 16), digest };
  });
  // An older engine does not know the latest letters.
  stretches = all.filter((stretch) => [...letters(stretch)].every(isLatin));
  assert.ok(stretches.length > 30);
});

function* letters({ first, last }) {
  for (let code = first; code <= last; code++) yield String.fromCodePoint(code);
}

const isLatin = (letter) => /\p{Script=Latin}/u.test(letter);

/** The FNV-1a hash of every letter with its fold, by code points. */
function digest(stretch) {
  const text = Array.from(letters(stretch), (letter) => `${letter}>${fold(letter)}\n`).join('');
  const hash = Array.from(text).reduce((hash, unit) => Math.imul(hash ^ unit.codePointAt(), 0x01000193), 0x811c9dc5 | 0);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

test('Latin letters fold as in the program', () => {
  const name = (code) => code.toString(16).toUpperCase().padStart(4, '0');
  const wrong = stretches.filter((stretch) => digest(stretch) !== stretch.digest);
  const folds = (stretch) => Array.from(letters(stretch), (letter) => letter + fold(letter)).join(' ');
  const lines = wrong.map((stretch) => [name(stretch.first), name(stretch.last), digest(stretch), folds(stretch)].join('\t'));
  assert.equal(lines.join('\n'), '', 'tests/browser/folds.tsv says otherwise');
});

test('the table names every letter that is Latin', () => {
  const inTable = new Set(stretches.flatMap((stretch) => [...letters(stretch)]));
  const codes = Array.from({ length: 0x1e000 }, (_, code) => String.fromCodePoint(code));
  const missing = codes.filter((letter) => isLatin(letter) && !inTable.has(letter));
  assert.deepEqual(Number(process.versions.unicode) > 17 ? [] : missing, []);
});

// Letters whose fold is not that of their parts: the table has them, and their parts are no letters of it.
const isWhole = (text) => /[Ǯǯ]/.test(text);

test('normal forms and added marks change nothing', () => {
  const marks = [...letters({ first: 0x300, last: 0x36f })];
  for (const letter of stretches.flatMap((stretch) => [...letters(stretch)]).filter((letter) => !isWhole(letter))) {
    const folded = fold(letter);
    assert.equal(fold(letter.normalize('NFD')), folded, letter);
    for (const mark of marks) {
      assert.equal(fold(letter + mark), folded, `${letter} with U+0${mark.codePointAt().toString(16)}`);
      const composed = (letter + mark).normalize('NFC');
      if (!isWhole(composed)) assert.equal(fold(composed), folded, `${letter} composed with U+0${mark.codePointAt().toString(16)}`);
    }
  }
});
