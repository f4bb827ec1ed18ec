// The program's own search and its builds, for comparison.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { repository } from './site.mjs';

const program = path.resolve(repository, process.env.CONGKHAI_BIN ?? 'target/debug/congkhai');

/** Runs the program; gives what it prints. */
export function congkhai(...args) {
  return execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** What the program finds for queries in a language of the site whose sources are in `root`, 20 hits each; one call for all. */
export async function nativeResults(root, queries, lang = 'vi') {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'congkhai-'));
  try {
    const table = path.join(folder, 'queries.tsv');
    const line = (query, id) => `${id}\t-\t${query.replace(/[\t\n]/g, ' ')}`;
    await fs.writeFile(table, ['id\tcategory\tquery', ...queries.map(line)].join('\n') + '\n');
    const lines = congkhai('search', '--root', root, '--lang', lang, '--format', 'json', '--limit', '20', '--batch', table).trimEnd().split('\n');
    return lines.map((line) => JSON.parse(line).result);
  } finally {
    await fs.rm(folder, { recursive: true });
  }
}

/** Builds a site of nothing but these records, one JSON object a line, with these further lines of configuration; gives its folder. */
export async function siteOf(records, settings = '') {
  const root = await fs.mkdtemp(path.join(os.tmpdir(), 'congkhai-'));
  const section = path.join(root, 'content/thu-tuc');
  await fs.mkdir(section, { recursive: true });
  const front = 'title = "Thủ tục"\n[data]\nkind = "procedures"\nsources = ["records.jsonl"]\ntolerance = "publish"';
  await fs.writeFile(path.join(section, '_index.md'), `+++\n${front}\n+++\n`);
  await fs.writeFile(path.join(section, 'records.jsonl'), records);
  await fs.writeFile(path.join(root, 'config.toml'), `base_url = "https://xa.example/"\n[unit]\nname = "UBND xã Mẫu"\nhotline = "0900 000 000"\n${settings}`);
  congkhai('build', '--quiet', '--root', root);
  return root;
}
