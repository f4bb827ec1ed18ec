// Sites of one section of procedures, built by the program, and what their publication holds.
import fs from "node:fs/promises";
import path from "node:path";
import zlib from "node:zlib";
import { execFileSync } from "node:child_process";

/** Where the search files of the publication are. */
export const SEARCH = "tim-kiem/du-lieu/vi/";
/** The search page. */
export const SEARCH_PAGE = "tim-kiem/";
/** Pages of records, as Pagefind's globs name them. */
export const RECORD_PAGES = "thu-tuc/[0-9]*/index.html";
/** The key of a record from the address of its page. */
export const keyOf = (address) => /thu-tuc\/([^/]+)\//.exec(address)?.[1];

const CONFIG = `base_url = "https://xa.example/"
[unit]
name = "UBND xã Mẫu"
hotline = "0900 000 000"
`;

const section = (source) => `+++
title = "Thủ tục"
[data]
kind = "procedures"
sources = ["${source}"]
tolerance = "publish"
+++
`;

/** Builds a site of a catalogue in a new folder; the publication's folder and the program's report. */
export async function build(program, folder, catalogue) {
  const source = path.basename(catalogue);
  const data = path.join(folder, "content/thu-tuc");
  await fs.mkdir(data, { recursive: true });
  await fs.writeFile(path.join(folder, "config.toml"), CONFIG);
  await fs.writeFile(path.join(data, "_index.md"), section(source));
  await fs.copyFile(catalogue, path.join(data, source));
  const report = path.join(folder, "report.json");
  const quiet = ["--quiet", "--format", "json"];
  try {
    execFileSync(program, ["build", ...quiet, "--root", folder, "--report", report], { stdio: "ignore" });
  } catch (error) {
    // Status 1 says that some records have errors and were left out, as the section asks.
    if (error.status !== 1) throw error;
  }
  return { publication: path.join(folder, "public"), report: JSON.parse(await fs.readFile(report, "utf8")) };
}

/** Files below a folder, with their sizes and what gzip makes of them. */
export async function weigh(folder) {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return Promise.all(
    files.map(async (file) => {
      const bytes = await fs.readFile(file);
      return { name: path.relative(folder, file), size: bytes.length, gzip: zlib.gzipSync(bytes).length };
    }),
  );
}

/** The search module of a publication, and all its scripts' weight. */
export async function scripts(publication) {
  const files = (await weigh(publication + "/assets")).filter(({ name }) => name.endsWith(".js"));
  const find = (start) => files.find(({ name }) => new RegExp(`(^|/)${start}\\.[0-9a-f]+\\.js$`).test(name));
  return { engine: path.join(publication, "assets", find("search").name), engineGzip: find("search").gzip };
}
