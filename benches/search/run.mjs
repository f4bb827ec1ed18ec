// Measures the search: what it costs to build, what it moves over the network, how long a visitor waits for it, how
// well it answers; and Pagefind beside it, on the same pages.
//
//   node benches/search/run.mjs [--records 10000,50000] [--in-browser 10] [--skip pagefind,browser] [--pagefind-large]
//
// CONGKHAI_CATALOGUE=FILE adds a real catalogue; CONGKHAI_QUERIES=FILE[:FILE] are judged queries for it (columns id,
// category, query, judgements). CONGKHAI_BIN=FILE is a program already built. Everything else is installed and built
// at the start. Needs Chromium; see tests/run.sh.
import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { figure, median, quantile, spread, table } from "./numbers.mjs";
import { drawn, judged } from "./queries.mjs";
import { score } from "./score.mjs";
import { SEARCH, SEARCH_PAGE, build, scripts, weigh } from "./site.mjs";
import * as wire from "./wire.mjs";

const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
/** Pages above which Pagefind takes several gigabytes, and is run only when asked. */
const LARGE = 20_000;

const { values: options } = parseArgs({
  options: {
    records: { type: "string", default: "10000,50000" },
    "in-browser": { type: "string", default: "10" },
    skip: { type: "string", default: "" },
    "pagefind-large": { type: "boolean", default: false },
  },
});
const skipped = new Set(options.skip.split(","));
/** Queries of a set asked in Chromium, where each takes seconds. */
const inBrowser = Number(options["in-browser"]);
const tell = (text) => process.stderr.write(`${text}\n`);

function install() {
  for (const folder of ["tests/browser", "benches/search"]) {
    if (existsSync(path.join(repository, folder, "node_modules"))) continue;
    // Not `npm ci`: Pagefind's lock must name programs for every system, and registries often hold only some.
    const asked = ["install", "--no-save", "--prefix", folder, "--no-audit", "--no-fund"];
    execFileSync("npm", asked, { cwd: repository, stdio: ["ignore", 2, 2] });
  }
}

/** The program under test. */
function program() {
  if (process.env.CONGKHAI_BIN) return path.resolve(process.env.CONGKHAI_BIN);
  execFileSync("cargo", ["build", "--release", "--quiet"], { cwd: repository, stdio: ["ignore", 2, 2] });
  return path.join(repository, "target/release/congkhai");
}

/** Writes a catalogue of invented records, the ones that the benchmark of the build uses. */
function invent(folder, count) {
  const file = path.join(folder, `${count}.jsonl`);
  const env = { ...process.env, CONGKHAI_WRITE: file, CONGKHAI_RECORDS: String(count) };
  execFileSync("cargo", ["bench", "--quiet", "--bench", "build"], { cwd: repository, env, stdio: ["ignore", 2, 2] });
  return file;
}

/** The catalogues to measure: a name and what makes the file. */
function catalogues(folder) {
  const own = process.env.CONGKHAI_CATALOGUE;
  const invented = options.records.split(",").filter(Number).map(Number);
  const list = invented.map((count) => ({ name: `${count} invented`, file: () => invent(folder, count) }));
  const queries = process.env.CONGKHAI_QUERIES?.split(":").map((file) => path.resolve(file));
  if (own) list.unshift({ name: path.basename(own).replace(/\..*/, ""), file: () => path.resolve(own), queries });
  return list;
}

/** Some of the queries, evenly spread over them. */
const some = (queries, count) => queries.filter((_, at) => Math.floor((at * count) / queries.length) !== Math.floor(((at - 1) * count) / queries.length));

const tables = new Map();
/** Adds a row to the table of this title. */
function row(title, columns, cells) {
  if (!tables.has(title)) tables.set(title, { columns, rows: [] });
  tables.get(title).rows.push(cells);
}

async function measureBuild(name, publication, report) {
  const seconds = report.seconds;
  row("Build, with search", ["catalogue", "records", "pages", "files", "CPU s", "wall s", "peak MiB", "search stage, wall s"],
    [name, report.records, report.pages, report.files, report.cpu_seconds, seconds.total, report.peak_mib, seconds.search]);
  const files = await weigh(path.join(publication, SEARCH));
  const sum = (property) => files.reduce((total, file) => total + file[property], 0);
  const start = files.find((file) => file.name === "start.bin");
  const largest = files.filter((file) => file !== start).reduce((most, file) => (file.size > most.size ? file : most));
  row("Search files", ["catalogue", "files", "% of pages", "bytes", "bytes gzipped", "start.bin", "largest other", "which"],
    [name, files.length, (100 * files.length) / report.pages, sum("size"), sum("gzip"), start.size, largest.size, path.basename(largest.name)]);
}

const setsOf = (queries) => [...new Set(queries.map(({ set }) => set))];
const MOVED = ["bytes", "requests", "rounds"];

/** What searches move, in node; the keys found. */
async function measureWire(name, publication, queries) {
  const { engine, engineGzip } = await scripts(publication);
  const client = await import(pathToFileURL(engine).href);
  const tierA = await wire.first(client, publication + "/" + SEARCH, queries, { tier: "A" });
  const whole = await wire.first(client, publication + "/" + SEARCH, queries);
  const later = await wire.later(client, publication + "/" + SEARCH, queries);
  const columns = ["catalogue", "queries", "search", "number", "bytes: median / 90 % / max", "requests", "dependent round trips"];
  for (const set of setsOf(queries)) {
    for (const [search, rows] of [["first, tier A", tierA], ["first, final answer", whole], ["later, final answer", later]]) {
      const own = rows.filter((one) => one.set === set);
      row("Data of a search, in node", columns, [name, set, search, own.length, ...MOVED.map((property) => spread(own, property))]);
    }
  }
  const both = whole.filter(({ tier }) => tier === "B").length;
  row("Client", ["catalogue", "search.js gzipped", "answers that read bodies too"], [name, engineGzip, `${both} of ${whole.length}`]);
  return whole.map(({ keys }) => keys);
}

function measureAnswers(name, engine, queries, answers) {
  for (const cells of score(queries, answers)) row("Answers", ["catalogue", "engine", "category", "queries", "nDCG@10", "S@1", "S@3", "S@10"], [name, engine, ...cells]);
}

/** What a visitor waits for. */
async function measureBrowser(name, engine, tools, host, page, all, manners) {
  for (const set of setsOf(all)) {
    const queries = some(all.filter((one) => one.set === set), inBrowser);
    await measureSet([name, engine, set], tools, host, page, queries, manners);
  }
}

async function measureSet(names, { browser, visitor }, host, page, queries, manners) {
  const traffic = await visitor.traffic(browser, host, page, queries);
  row("Traffic of the first search, in Chromium", ["catalogue", "engine", "queries", "number", "page before, bytes", "from the focus on, bytes: median / 90 % / max", "requests", "dependent round trips"],
    [...names, traffic.length, median(traffic.map(({ page }) => page)), ...MOVED.map((property) => spread(traffic, property))]);
  for (const [words, manner] of manners) {
    const times = (await visitor.waits(browser, page, queries, manner)).map(({ milliseconds }) => milliseconds);
    row("Milliseconds until the first search shows results, in Chromium", ["catalogue", "engine", "queries", "manner", "number", "median", "90 %", "max"],
      [...names, words, times.length, ...[0.5, 0.9, 1].map((share) => Math.round(quantile(times, share)))]);
  }
}

const MANNERS = [
  ["loopback, typed", { by: "typing" }],
  ["loopback, typed and Enter", { by: "enter" }],
  ["slow, typed", { by: "typing", slowly: true }],
  ["slow, from opening the address of a search", { by: "address", slowly: true }],
];

async function measureOurs(name, tools, publication, queries) {
  const { server, visitor } = tools;
  const host = await server.serve([["/", publication]]);
  try {
    await measureBrowser(name, "congkhai", tools, host, { url: host.url + SEARCH_PAGE, ...visitor.SITE }, queries, MANNERS);
  } finally {
    host.close();
  }
}

async function measurePagefind(name, tools, folder, publication, queries) {
  const { server, pagefind, browser } = tools;
  const bundle = path.join(folder, "pagefind");
  const cost = await pagefind.index(publication, bundle);
  const files = await weigh(bundle);
  row("Pagefind's index", ["catalogue", "CPU s", "wall s", "peak MiB", "files", "bytes"],
    [name, cost.cpu, cost.wall, cost.peak, files.length, files.reduce((sum, { size }) => sum + size, 0)]);
  const host = await server.serve([["/", publication], ["/pagefind/", bundle]], { pages: { "/pagefind.html": pagefind.PAGE } });
  try {
    const page = { url: host.url + "pagefind.html", ...pagefind.PARTS };
    measureAnswers(name, "Pagefind", queries, await pagefind.answers(browser, page.url, queries));
    if (!skipped.has("browser")) await measureBrowser(name, "Pagefind", tools, host, page, queries, MANNERS.filter(([, { by }]) => by === "typing"));
  } finally {
    host.close();
    await fs.rm(bundle, { recursive: true });
  }
}

async function measure(work, exe, catalogue, tools) {
  const { name } = catalogue;
  const folder = path.join(work, String(tables.size));
  tell(`${name}: building`);
  const { publication, report } = await build(exe, folder, catalogue.file());
  await measureBuild(name, publication, report);
  const records = path.join(publication, "thu-tuc");
  const queries = catalogue.queries ? (await Promise.all(catalogue.queries.map(judged))).flat() : await drawn(records);
  tell(`${name}: ${queries.length} queries in node`);
  measureAnswers(name, "congkhai", queries, await measureWire(name, publication, queries));
  if (!skipped.has("browser")) {
    tell(`${name}: Chromium`);
    await measureOurs(name, tools, publication, queries);
  }
  if (!skipped.has("pagefind") && (report.pages < LARGE || options["pagefind-large"])) {
    tell(`${name}: Pagefind`);
    await measurePagefind(name, tools, folder, publication, queries);
  }
  await fs.rm(folder, { recursive: true });
}

install();
// These need what `install` installs.
const { launch } = await import("../../tests/browser/browser.mjs");
const tools = { server: await import("./server.mjs"), visitor: await import("./browser.mjs"), pagefind: await import("./pagefind.mjs"), browser: await launch() };
const exe = program();
const [load] = os.loadavg();
const chromium = tools.browser.version();
const work = await fs.mkdtemp(path.join(os.tmpdir(), "congkhai-bench-"));
try {
  for (const catalogue of catalogues(work)) await measure(work, exe, catalogue, tools);
} finally {
  await tools.browser.close();
  await fs.rm(work, { recursive: true, force: true });
}
const { SLOW } = tools.visitor;
console.log(`${os.cpus().length} cores, load ${load.toFixed(1)} at the start; node ${process.versions.node}; Chromium ${chromium}; Pagefind ${tools.pagefind.version}.`);
console.log(`“Slow” is ${SLOW.kilobits} kbit/s, ${SLOW.latency} ms a round trip and a processor slowed down ${figure(SLOW.processor)} times. Caches are empty.`);
for (const [title, { columns, rows }] of tables) table(title, columns, rows);
