// The same pages indexed by Pagefind, and a page that shows its first ten hits with nothing else around them.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { measured } from "./numbers.mjs";
import { RECORD_PAGES, keyOf } from "./site.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const program = path.join(here, "node_modules/pagefind/lib/runner/bin.cjs");

export const { version } = JSON.parse(fs.readFileSync(path.join(here, "node_modules/pagefind/package.json"), "utf8"));

/** Indexes what stands in `<main>` of the pages of records; what that cost. */
export function index(publication, folder) {
  const options = ["--site", publication, "--output-path", folder, "--glob", RECORD_PAGES, "--root-selector", "main", "--force-language", "vi", "--quiet"];
  return measured(process.execPath, [program, ...options]);
}

/** A search page as small as can be: the engine comes with the focus, and a question with every input. */
export const PAGE = `<!doctype html>
<html lang="vi"><meta charset="utf-8"><title>Pagefind</title><link rel="icon" href="data:,">
<input type="search" id="q" aria-label="Tìm"><ol id="hits"></ol>
<script type="module">
let engine;
const load = async () => {
  const engine = await import("/pagefind/pagefind.js");
  await engine.options({ baseUrl: "/" });
  await engine.init();
  return engine;
};
globalThis.find = async (text) => {
  engine ??= load();
  const { results } = await (await engine).search(text);
  return Promise.all(results.slice(0, 10).map((result) => result.data()));
};
const box = document.querySelector("#q");
box.addEventListener("focus", () => (engine ??= load()));
box.addEventListener("input", async () => {
  const found = await globalThis.find(box.value);
  const items = found.map(({ url, meta }) => {
    const link = Object.assign(document.createElement("a"), { href: url, textContent: meta.title });
    const item = document.createElement("li");
    item.append(link);
    return item;
  });
  if (!items.length) items.push(Object.assign(document.createElement("li"), { className: "none", textContent: "Không có" }));
  document.querySelector("#hits").replaceChildren(...items);
});
</script>
`;

/** The box of that page, and what shows that the search has answered. */
export const PARTS = { input: "#q", shown: "#hits > li > a, #hits > li.none" };

/** The keys that Pagefind finds for each query, best first. */
export async function answers(browser, url, queries) {
  const page = await browser.newPage();
  try {
    await page.goto(url);
    const found = [];
    for (const { query } of queries) found.push(await page.evaluate(async (text) => (await globalThis.find(text)).map(({ url }) => url), query));
    return found.map((urls) => urls.map(keyOf));
  } finally {
    await page.close();
  }
}
