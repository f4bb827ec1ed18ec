// Serves a finished site the way a static host would: with the headers that the site itself asks for.
import http from 'node:http';
import fs from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json', '.svg': 'image/svg+xml', '.xml': 'application/xml', '.txt': 'text/plain; charset=utf-8',
};

/** The folder of the site under test; `tests/run.sh` builds it. */
export function siteFolder() {
  const folder = process.env.CONGKHAI_SITE;
  if (!folder) throw new Error('CONGKHAI_SITE must name a finished site; run tests/run.sh');
  return path.resolve(repository, folder);
}

/** The folder of a site's search data. */
export const searchFolder = (folder, lang = 'vi') => path.join(folder, 'tim-kiem/du-lieu', lang);

/** Headers from the `_headers` file of the site: for every page, and what frames on other sites get instead. */
async function headersFor(folder) {
  const text = await fs.readFile(path.join(folder, '_headers'), 'utf8');
  const read = (block) => Object.fromEntries(block.split('\n').slice(1)
    .map((line) => line.trim().split(/:\s(.*)/s).slice(0, 2)).filter(([name]) => name && !name.startsWith('!')));
  const blocks = text.split('\n\n');
  const framed = blocks.find((block) => block.split('\n')[0].endsWith('/nhung/'));
  return { all: read(blocks[0]), framed: read(framed ?? '') };
}

async function resolve(folder, pathname) {
  const file = path.join(folder, path.normalize(decodeURIComponent(pathname)));
  const index = pathname.endsWith('/') ? path.join(file, 'index.html') : file;
  try {
    return { status: 200, file: index, body: await fs.readFile(index) };
  } catch {
    const missing = path.join(folder, '404.html');
    return { status: 404, file: missing, body: await fs.readFile(missing) };
  }
}

/**
 * Starts a server on a free port of the loopback interface, under an optional sub-directory. `instead` may answer a
 * path with `{ status, headers, body }`.
 */
export async function serve(folder, { prefix = '/', instead = () => undefined } = {}) {
  const headers = await headersFor(folder);
  const server = http.createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const inside = '/' + pathname.slice(prefix.length);
    const answer = { status: 200, file: inside, ...((await instead(inside)) ?? (await resolve(folder, inside))) };
    const type = TYPES[path.extname(answer.file)] ?? 'application/octet-stream';
    const framed = inside.endsWith('/nhung/') ? headers.framed : {};
    response.writeHead(answer.status, { ...headers.all, ...framed, 'Content-Type': type, ...answer.headers });
    response.end(answer.body);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { url: (route) => origin + prefix + route, close: () => { server.closeAllConnections(); server.close(); } };
}

/** Every route of the site, from its manifest. */
export async function routes(folder) {
  const manifest = JSON.parse(await fs.readFile(path.join(folder, 'manifest.json'), 'utf8'));
  return Object.keys(manifest.files).filter((file) => file.endsWith('.html')).map((file) => file.replace(/(^|\/)index\.html$/, '$1'));
}

const KINDS = [
  ['home', /^$/], ['procedures', /^thu-tuc\/$/], ['letter', /^thu-tuc\/a-z\/[a-z]+\/$/], ['procedure', /^thu-tuc\/\d\.\d{6}\/$/],
  ['fields', /^linh-vuc\/$/], ['field', /^linh-vuc\/[a-z-]+\/$/], ['agencies', /^co-quan\/$/], ['agency', /^co-quan\/[a-z-]+\/$/],
  ['levels', /^cap\/$/], ['level', /^cap\/[a-z-]+\/$/], ['places', /^noi-nop\/$/], ['place', /^noi-nop\/[a-z-]+\/$/],
  ['contact', /^lien-he\/$/], ['officers', /^can-bo\/$/], ['about-data', /^ve-du-lieu\/$/], ['open-data', /^du-lieu\/$/], ['disclosure', /^cong-khai\/$/], ['section', /^tin-tuc\/$/],
  ['article', /^tin-tuc\/.+\/$/], ['search', /^tim-kiem\/$/], ['rankings', /^xep-hang\/$/], ['ranking-index', /^xep-hang\/papi\/$/], ['ranking-edition', /^xep-hang\/766\/2026-10-10\/$/],
  ['ranking-without-totals', /^xep-hang\/papi\/2024\/$/], ['ranking-partial', /^xep-hang\/sipas\/2022\/$/], ['ranking-unit', /^xep-hang\/papi\/don-vi\/hai-duong\/$/],
  ['ranking-losses', /^xep-hang\/766\/don-vi\/ha-noi\/$/], ['ranking-compare', /^xep-hang\/766\/so-sanh\/$/],
  ['statistics', /^thong-ke\/$/], ['statistics-period', /^thong-ke\/2025-q4\/$/], ['statistics-unit', /^thong-ke\/don-vi\/[a-z-]+\/$/],
  ['register-table', /^van-ban\/$/], ['register-entries', /^phan-anh\/$/], ['register-record', /^phan-anh\/[a-z0-9-]+\/$/],
  ['register-groups', /^ke-hoach\/$/], ['register-group', /^ke-hoach\/[a-z0-9-]+\/$/], ['register-steps', /^viec-can-lam\/[a-z-]+\/$/],
  ['register-week', /^lich-cong-tac\/$/], ['register-lookup', /^ho-so\/$/], ['register-answers', /^hoi-dap\/$/],
  ['register-links', /^lien-ket\/$/], ['register-scores', /^thi-dua\/$/], ['register-score', /^thi-dua\/[a-z-]+\/$/],
  ['changes', /^thay-doi\/$/], ['withdrawn', /^thu-tuc\/9\.999999\/$/], ['apologies', /^xin-loi\/$/], ['metrics', /^chi-tieu\/$/],
  ['surveys', /^khao-sat\/$/], ['survey', /^khao-sat\/[a-z0-9-]+\/$/], ['inspections', /^kiem-tra\/$/], ['initiatives', /^sang-kien\/$/],
  ['reception', /^tiep-cong-dan\/$/], ['notices', /^thong-bao\/$/], ['facilities', /^co-so-vat-chat\/$/],
  ['simplifications', /^don-gian-hoa\/$/], ['groups', /^lien-thong\/$/], ['processes', /^quy-trinh\/$/],
  ['process', /^quy-trinh\/[a-z0-9-]+\/$/], ['events', /^viec-can-lam\/$/],
  ['statistics-compared', /^thong-ke\/noi-khac\/2026-den-10-10\/$/], ['not-found', /^404\.html$/],
];

/** One route of every kind of page, in Vietnamese and, where there is one, in English. */
export async function pageKinds(folder) {
  const all = await routes(folder);
  const found = [];
  for (const [kind, pattern] of KINDS) {
    const vi = all.find((route) => pattern.test(route));
    if (vi === undefined) throw new Error(`the site has no page of the kind ${kind}`);
    found.push({ kind, lang: 'vi', route: vi });
    const en = all.find((route) => route.startsWith('en/') && pattern.test(route.slice(3)));
    if (en !== undefined) found.push({ kind, lang: 'en', route: en });
  }
  return found;
}
