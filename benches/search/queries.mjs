// What is asked: queries that somebody judged, or queries drawn from the names of the pages themselves.
import fs from "node:fs/promises";
import path from "node:path";

/** Reads a file of queries: a heading line, then id, category, query and judgements ("key:grade,key:grade"). */
export async function judged(file) {
  const [, ...lines] = (await fs.readFile(file, "utf8")).trimEnd().split("\n");
  return lines.map((line) => {
    const [id, category, query, judgements] = line.split("\t");
    return { id, set: path.parse(file).name, category, query, grades: new Map(judgements.split(",").map(readJudgement)) };
  });
}

function readJudgement(text) {
  const cut = text.lastIndexOf(":");
  return [text.slice(0, cut), Number(text.slice(cut + 1))];
}

/** Queries of each kind that are drawn. */
const EACH = 8;
/** Names longer than this are nobody's query. */
const MOST_WORDS = 8;

/** Ways of asking for a name; every one of them wants the page of that name. */
const WAYS = {
  name: (name) => name,
  unmarked: (name) => unmarked(name).toLowerCase(),
  prefix: (name) => name.slice(0, -Math.max(1, Math.floor(name.split(" ").at(-1).length / 2))),
  typo: (name) => slip(unmarked(name).toLowerCase()),
  question: (name) => `${unmarked(name).toLowerCase()} can giay to gi`,
};

const unmarked = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");

/** Exchanges two letters in the longest word. */
function slip(text) {
  const word = text.split(" ").reduce((longest, one) => (one.length > longest.length ? one : longest));
  return text.replace(word, word.slice(0, 1) + word[2] + word[1] + word.slice(3));
}

/** Draws queries from the names of record pages below a folder, the same ones every time. */
export async function drawn(folder) {
  const keys = (await fs.readdir(folder, { withFileTypes: true })).filter((one) => one.isDirectory() && /^\d/.test(one.name)).map((one) => one.name).sort();
  const queries = [];
  // The golden ratio spreads the places evenly, whatever the number of pages.
  for (let at = 1; queries.length < EACH * Object.keys(WAYS).length && at <= keys.length; at++) {
    const key = keys[Math.floor(((at * 0.6180339887) % 1) * keys.length)];
    const name = await heading(path.join(folder, key, "index.html"));
    if (name.split(" ").length > MOST_WORDS) continue;
    const [category, ask] = Object.entries(WAYS)[queries.length % 5];
    queries.push({ id: `d${queries.length}`, set: "drawn", category, query: ask(name), grades: new Map([[key, 3]]) });
  }
  return queries;
}

async function heading(file) {
  const [, text] = /<h1[^>]*>(.*?)<\/h1>/s.exec(await fs.readFile(file, "utf8")) ?? [];
  if (text === undefined) throw new Error(`${file} has no heading`);
  return text.replace(/<[^>]*>/g, "").replace(/&amp;/g, "&").replace(/&quot;/g, '"').replace(/\s+/g, " ").trim();
}
