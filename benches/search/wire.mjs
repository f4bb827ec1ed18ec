// What a search moves over the network, measured in node on the publication's own client.
import fs from "node:fs/promises";
import path from "node:path";

const ORIGIN = "http://site.example/";
/** Milliseconds that every answer takes, so that requests which do not wait for one another overlap. */
const DELAY = 25;
/** Searches in a session; all but the first count as later ones. */
const SESSION = 5;

/** Stands in for the network: files of a folder, and a record of every request. */
class Network {
  constructor(folder) {
    this.folder = folder;
    this.requests = [];
    this.fetch = (url) => this.answer(String(url));
  }

  async answer(url) {
    const request = { bytes: 0, round: 1 + Math.max(0, ...this.requests.filter((one) => one.done).map((one) => one.round)) };
    this.requests.push(request);
    const [body] = await Promise.all([this.read(url), new Promise((done) => setTimeout(done, DELAY))]);
    request.done = true;
    request.bytes = body?.length ?? 0;
    return body ? new Response(body) : new Response("", { status: 404 });
  }

  read(url) {
    return fs.readFile(path.join(this.folder, url.slice(ORIGIN.length))).catch(() => undefined);
  }

  /** Bytes, requests and dependent round trips since the last call. */
  take() {
    const taken = this.requests;
    this.requests = [];
    const bytes = taken.reduce((sum, { bytes }) => sum + bytes, 0);
    return { bytes, requests: taken.length, rounds: Math.max(0, ...taken.map(({ round }) => round)) };
  }
}

async function session(engine, folder) {
  const network = new Network(folder);
  return { network, search: await engine.open(ORIGIN, { fetch: network.fetch }) };
}

/** Asks every query in a session of its own; what each moved, and the keys it found. */
export async function first(engine, folder, queries, options = {}) {
  const rows = [];
  for (const { query, set } of queries) {
    const { network, search } = await session(engine, folder);
    const { hits, tier } = await search.query(query, { limit: 10, ...options });
    rows.push({ ...network.take(), set, tier, keys: hits.map(({ key }) => key) });
  }
  return rows;
}

/** Asks the queries in sessions of a few; what every search moved but the first of its session. */
export async function later(engine, folder, queries) {
  const rows = [];
  let now;
  for (const [at, { query, set }] of mixed(queries).entries()) {
    if (at % SESSION === 0) now = await session(engine, folder);
    await now.search.query(query, { limit: 10 });
    const moved = now.network.take();
    if (at % SESSION) rows.push({ ...moved, set });
  }
  return rows;
}

/** Another order, so that neighbours of a list, which are often alike, are not asked in one session. */
function mixed(queries) {
  const step = [7, 11, 13].find((prime) => queries.length % prime) ?? 1;
  return queries.map((_, at) => queries[(at * step) % queries.length]);
}
