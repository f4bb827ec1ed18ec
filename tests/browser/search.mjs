// Opens the search data of a finished site from its folder, without a server, in node.
import fs from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { open } from './client.mjs';

/** A `fetch` that reads files; `change` may replace bytes or give a whole response. */
export function readingFetch(change = (name, bytes) => bytes) {
  return async (address) => {
    const file = new URL(address);
    try {
      const changed = await change(path.basename(file.pathname), await fs.readFile(file));
      return changed instanceof Response ? changed : new Response(changed);
    } catch {
      return new Response('', { status: 404 });
    }
  };
}

/** Opens the search whose data is in a folder. */
export function openFolder(folder, change) {
  return open(pathToFileURL(`${folder}/`), { fetch: readingFetch(change) });
}

/** What a page of the browser answers to queries with a published module: what `difference` compares. */
export function answersIn(page, module, base, queries) {
  return page.evaluate(async ([module, base, queries]) => {
    const { open } = await import(module);
    const search = await open(base);
    const results = [];
    for (const query of queries) results.push(await search.query(query, { limit: 20 }));
    return results.map(({ total, tier, meant, hits }) => ({ total, tier, meant, hits: hits.map(({ key, score }) => ({ key, score })) }));
  }, [module, base, queries]);
}

/** Letters and marks, however a tone is put among the vowels: names may write "hoà" or "kí" where the program says "hòa" and "ký". */
const letters = (text) => text?.normalize('NFD').replaceAll('y', 'i').replace(/[aeiou\p{M}]+/gu, (vowels) => [...vowels].sort().join(''));

/** Hits with equal scores may stand in any order; scores agree to 1e-5 of their size. Gives what differs, or nothing. */
export function difference(mine, theirs) {
  const near = (a, b) => Math.abs(a.score - b.score) <= 1e-5 * Math.max(1, Math.abs(b.score));
  if (mine.total !== theirs.total) return `${mine.total} hits, natively ${theirs.total}`;
  if (mine.tier !== theirs.tier) return `tier ${mine.tier}, natively ${theirs.tier}`;
  if (letters(mine.meant) !== letters(theirs.meant)) return `meant “${mine.meant}”, natively “${theirs.meant}”`;
  if (mine.hits.length !== theirs.hits.length) return `${mine.hits.length} hits on the page, natively ${theirs.hits.length}`;
  for (const [at, hit] of mine.hits.entries()) {
    const other = theirs.hits[at];
    if (!near(hit, other)) return `place ${at + 1}: ${hit.key} ${hit.score}, natively ${other.key} ${other.score}`;
    const tied = theirs.hits.filter((one) => near(one, other));
    const isLast = near(hit, mine.hits.at(-1));
    if (!isLast && !tied.some((one) => one.key === hit.key)) return `place ${at + 1}: ${hit.key}, natively ${other.key}`;
  }
  return undefined;
}
