// Where in its page the words stand by which a hit was found, when its name does not tell. The pages are the published
// ones: nothing is stored twice, and only what somebody looks at is read.
import { bare } from "./finder.js";

/** Pages that are read at once: the line is slow where phones are cheap. */
const AT_ONCE = 2;
/** Letters of an excerpt, about; words before the first that was found; words among which found ones count together. */
const [LETTERS, BEFORE, TOGETHER] = [170, 4, 24];
/** What is worth a pair of words just as it was typed, two of the words that stand beside each other, and one alone. */
const [TYPED, BESIDE, ALONE] = [3, 1, 0.1];
const BLOCKS = "p, li, dd, dt, td, th, h2, h3, h4, summary, figcaption, blockquote";
const SILENT = "script, style, noscript, template, nav, form, svg, [hidden], .sr";
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** What is looked for: words and pairs of neighbours as they were typed, and every word that the search looked for. */
function wanted({ plan, meant, words }) {
  const typed = [plan.name, meant ?? ""].map((text) => (text.match(WORD) ?? []).map(bare));
  const pairs = typed.flatMap((own) => own.slice(1).map((word, at) => `${own[at]} ${word}`));
  return { pairs: new Set(pairs), typed: new Set(typed.flat()), words };
}

/** The passage of a text that has most of what is looked for; nothing where it has none of it. */
function passage(text, { pairs, typed, words }) {
  const all = Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({ word: bare(word), from: index, to: index + word.length }));
  const found = [];
  for (const [at, { word }] of all.entries()) {
    const next = all[at + 1]?.word;
    const pair = `${word} ${next}`;
    if (pairs.has(pair)) found.push({ at, key: pair, worth: TYPED });
    else if (words.has(word) && words.has(next)) found.push({ at, key: pair, worth: BESIDE });
    else if (typed.has(word)) found.push({ at, key: word, worth: ALONE });
  }
  let best;
  const isPair = ({ worth }) => worth > ALONE;
  const hasPair = found.some(isPair);
  for (const [place, start] of found.entries()) {
    // A word alone is no beginning where words stand together.
    if (hasPair && !isPair(start)) continue;
    const first = start.at;
    const together = new Map();
    for (let next = place; found[next]?.at < first + TOGETHER; next += 1) together.set(found[next].key, found[next].worth);
    const worth = [...together.values()].reduce((sum, one) => sum + one, 0);
    if (!(best?.worth >= worth)) best = { worth, first };
  }
  if (!best) return undefined;
  const { from } = all[Math.max(0, best.first - BEFORE)];
  const last = all.filter(({ to }) => to <= from + LETTERS).pop() ?? all[best.first];
  const [start, end] = [from > (all[0]?.from ?? 0) ? "… " : "", last === all.at(-1) ? "" : " …"];
  return { worth: best.worth, text: start + text.slice(from, last === all.at(-1) ? undefined : last.to) + end };
}

/** The passage of a page that has most of what is looked for, with its language. */
export function excerpt(html, result) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const main = page.querySelector("main, .main, article") ?? page.body;
  for (const part of main.querySelectorAll(SILENT)) part.remove();
  for (const end of main.querySelectorAll("br")) end.replaceWith(" ");
  const looked = wanted(result);
  let best;
  for (const block of main.querySelectorAll(BLOCKS)) {
    if (block.querySelector(BLOCKS)) continue;
    const found = passage(block.textContent.replace(/\s+/g, " ").trim(), looked);
    if (found && !(best?.worth >= found.worth)) best = { ...found, lang: block.closest("[lang]")?.lang };
  }
  return best;
}

/** Fills notes under hits with excerpts, as they come onto the screen. */
export class Excerpts {
  #waiting = [];
  #reading = 0;
  #stop = new AbortController();
  #hits = new Map();
  #seen = new IntersectionObserver((entries) => entries.forEach((entry) => entry.isIntersecting && this.#wait(entry.target)), { rootMargin: "100px" });

  constructor(session) {
    this.session = session;
  }

  /** Waits until a note is seen. */
  watch(note, address, result) {
    this.#hits.set(note, { address, result });
    this.#seen.observe(note);
  }

  /** Lets everything be that a newer question overtook. */
  stop() {
    this.#seen.disconnect();
    this.#waiting = [];
    this.#stop.abort();
  }

  #wait(note) {
    this.#seen.unobserve(note);
    this.#waiting.push(note);
    this.#next();
  }

  async #next() {
    if (this.#reading >= AT_ONCE || !this.#waiting.length) return;
    const note = this.#waiting.shift();
    this.#reading += 1;
    try {
      await this.#fill(note, this.#hits.get(note));
    } catch {
      // The note says that the words stand in the text; that stays true.
    } finally {
      this.#reading -= 1;
      this.#next();
    }
  }

  async #fill(note, { address, result }) {
    const response = await fetch(address, { signal: this.#stop.signal });
    if (!response.ok || !/html/.test(response.headers.get("Content-Type"))) return;
    const found = excerpt(await response.text(), result);
    if (!found || this.#stop.signal.aborted) return;
    if (found.lang && found.lang !== document.documentElement.lang) note.lang = found.lang;
    note.replaceChildren(this.session.marked(found.text, result));
  }
}
