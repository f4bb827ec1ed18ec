// The search, in the browser and in node: reads the files that `congkhai build` exports from its tantivy index,
// understands a query as the program does, and ranks exactly as tantivy does.
//
//   import { open } from "./search.js";
//   const search = await open("tim-kiem/");
//   const { hits, total, tier } = await search.query("khai sinh", { limit: 10 });
//
// Single-precision arithmetic (`f`) and the order of every sum follow the native code; tests hold the two together.

const FORMAT = 1;
const FIELDS = ["name", "exact", "keywords", "field", "agency", "code", "body"];
const BODY = 6;
const LEVELS = [null, "central", "province", "district", "commune"];
const TONES = "\u0300\u0301\u0303\u0309\u0323";
const MOST_READINGS = 6;
// What is to be done with a phrase of the tables.
const KINDS = 4;
const [MARKED_STOP, , KEEP, FOLK] = [0, 1, 2, 3];
const f = Math.fround;
const byBytes = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** What goes wrong on the way: a file that is missing, cut or foreign. `cause` is the error behind it. */
export class SearchError extends Error {
  constructor(file, cause, language) {
    const english = language === "en";
    super(english ? `The search data could not be loaded (${file}).` : `Không tải được dữ liệu tìm kiếm (${file}).`, { cause });
    this.name = "SearchError";
    this.file = file;
  }
}

/**
 * Opens the search whose files are in the folder `base`.
 * @param {string|URL} base address of the folder, relative to the page
 * @param {{ fetch?: typeof fetch, language?: "vi"|"en" }} options
 */
export async function open(base, options = {}) {
  const root = globalThis.document?.baseURI;
  const search = new Search(new URL(String(base).replace(/\/?$/, "/"), root), options);
  await search.start();
  return search;
}

// ── Files ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Unpacks a file; the stream's checksum tells when it is damaged. */
async function unseal(file) {
  if (file[0] !== 67 || file[1] !== 75 || file[2] !== FORMAT) throw new Error("not a search file of this version");
  const unpacked = new Blob([file.subarray(3)]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Reader(new Uint8Array(await new Response(unpacked).arrayBuffer()));
}

const utf8 = new TextDecoder();

/** Reads the bytes of an unpacked file one after the other. */
class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }
  byte() {
    return this.bytes[this.at++];
  }
  take(length) {
    return this.bytes.subarray(this.at, (this.at += length));
  }
  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value |= (byte & 127) << shift;
      if (!(byte & 128)) return value;
    }
  }
  text() {
    return utf8.decode(this.take(this.number()));
  }
  times(read) {
    return Array.from({ length: this.number() }, read);
  }
  /** The next of sorted texts: what it shares with the one before, and the rest up to the next such byte. */
  front(before) {
    const shared = this.byte();
    const start = this.at;
    while (this.bytes[this.at] >= 32) this.at++;
    const bytes = new Uint8Array(shared + this.at - start);
    bytes.set(before.subarray(0, shared));
    bytes.set(this.bytes.subarray(start, this.at), shared);
    return bytes;
  }
  fronts() {
    let before;
    const texts = this.times(() => utf8.decode((before = this.front(before ?? this.bytes.subarray(0, 0)))));
    this.at++;
    return texts;
  }
  ascending() {
    let next = 0;
    const numbers = new Uint32Array(this.number());
    for (let i = 0; i < numbers.length; i++) next = 1 + (numbers[i] = next + this.number());
    return numbers;
  }
}

// ── Words ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const LETTERS = /[\p{Alphabetic}\p{N}\u0300-\u036f]+/gu;
const isPlain = (word) => word.folded === word.exact;
const plain = (folded) => ({ folded, exact: folded });
const isAscii = (text) => /^[\0-\x7f]*$/.test(text);

/** Folds texts: lower case without marks, `đ` as `d`. `exceptions` is the part of the table that Unicode does not have. */
function folder(exceptions) {
  const known = new Map();
  for (const line of exceptions.split("\n")) {
    const [result, letters] = line.split(" ");
    for (const letter of letters ?? "") known.set(letter, result);
  }
  const letter = (char) => {
    if (!known.has(char)) {
      let folded = "";
      if (!/[\u0300-\u036f]/.test(char)) {
        for (const piece of char.normalize("NFD")) {
          for (const lower of piece.toLowerCase()) if (!/\p{M}/u.test(lower)) folded += known.get(lower) ?? (lower === char ? lower : letter(lower));
        }
      }
      known.set(char, folded);
    }
    return known.get(char);
  };
  return (text) => Array.from(text, letter).join("");
}

/** Writes the final `y` of `ky`, `ly`, `quy` as `i`. */
const unifyFinalY = (word) => (/^(?:qu|[b-df-hj-np-tv-xzđ]+)y$/.test(word) ? word.slice(0, -1) + "i" : word);

/** Lower case with marks, the tone last. */
function exactForm(text) {
  let letters = "";
  let tone = "";
  for (const piece of text.normalize("NFD")) {
    if (TONES.includes(piece)) tone = piece;
    else letters += piece.toLowerCase();
  }
  return unifyFinalY(letters.normalize("NFC")) + tone;
}

const splitTone = (exact) => (TONES.includes(exact.at(-1) || "-") ? [exact.slice(0, -1), exact.at(-1)] : [exact, ""]);

/** Whether a typed word may stand for another: every mark it has is the other's, and it may leave some out. */
function mayMean(word, other) {
  if (word.folded !== other.folded) return false;
  const [typed, tone] = splitTone(word.exact);
  const [meant, meantTone] = splitTone(other.exact);
  const wanted = [...meant];
  return (!tone || tone === meantTone) && [...typed].every((letter, i) => i >= wanted.length || letter === wanted[i] || isAscii(letter));
}

/** What the keys of a typing method say that were sent without it; nothing where none is a sign of the method. */
function decodeKeys(word, sign) {
  const keys = { letters: [], tone: "" };
  let signs = 0;
  for (const key of word) {
    if (sign(keys, key)) signs++;
    else if (/[a-z]/.test(key)) keys.letters.push(key);
    else return null;
  }
  return signs ? exactForm(keys.letters.join("") + keys.tone) : null;
}

const setTone = (keys, tone) => keys.letters.some((letter) => "aeiouyăâêôơư".includes(letter)) && !!(keys.tone = tone);
const stroke = (keys) => keys.letters[0] === "d" && !!(keys.letters[0] = "đ");
/** Gives the last vowel that takes it another shape. */
function mark(keys, shapes) {
  const at = keys.letters.findLastIndex((letter) => shapes[letter]);
  return at >= 0 && !!(keys.letters[at] = shapes[keys.letters[at]]);
}
/** Like `mark`, and `uo` takes the horn as a whole. */
function horn(keys, shapes) {
  const at = keys.letters.findIndex((letter, i) => letter === "u" && keys.letters[i + 1] === "o");
  return at >= 0 ? !!keys.letters.splice(at, 2, "ư", "ơ") : mark(keys, shapes);
}
const HAT = { a: "â", e: "ê", o: "ô" };
const TELEX_TONES = { s: "\u0301", f: "\u0300", r: "\u0309", x: "\u0303", j: "\u0323" };
const VNI_TONES = ["\u0301", "\u0300", "\u0309", "\u0303", "\u0323"];

const telex = (word) =>
  decodeKeys(word, (keys, key) => {
    if (key === "d") return stroke(keys);
    if (HAT[key]) return mark(keys, { [key]: HAT[key] });
    if (key === "w") return horn(keys, { a: "ă", o: "ơ", u: "ư" }) || !!keys.letters.push("ư");
    return !!TELEX_TONES[key] && setTone(keys, TELEX_TONES[key]);
  });

const vni = (word) =>
  decodeKeys(word, (keys, key) => {
    if (key >= "1" && key <= "5") return setTone(keys, VNI_TONES[key - 1]);
    if (key === "6") return mark(keys, HAT);
    if (key === "7") return horn(keys, { o: "ơ", u: "ư" });
    if (key === "8") return mark(keys, { a: "ă" });
    return key === "9" && stroke(keys);
  });

/** Whether one letter added, left out or changed, or two neighbours exchanged, makes one word the other. */
function isOneSlip(a, b) {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (at === short.length) return long.length !== short.length;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  const exchanged = short[at] === long[at + 1] && short[at + 1] === long[at];
  return short.slice(at + 1) === long.slice(at + 1) || (exchanged && short.slice(at + 2) === long.slice(at + 2));
}

/** A code of a procedure at the beginning of these words: its digits or their beginning, and how many words it takes. */
function readCode(words) {
  const number = (at) => (/^\d+$/.test(words[at]?.folded) ? words[at].folded : "");
  const [first, second] = [number(0), number(1)];
  let digits = "";
  if (first.length === 1 && second.length >= 3 && second.length <= 6) digits = first + second;
  else if (first.length === 7) digits = first;
  else return null;
  const taken = digits === first ? 1 : 2;
  const suffix = /^h\d{1,3}$/.test(words[taken]?.folded);
  return { digits, partial: digits.length < 7, taken: taken + suffix };
}

// ── Understanding ──────────────────────────────────────────────────────────────────────────────────────────────────

/** The words of the index, the tables of what people say, and how a query becomes a plan by them. */
class Language {
  constructor(reader, header) {
    this.documents = header.documents;
    this.weights = Object.fromEntries(Object.entries(header.weights).map(([name, weight]) => [name, f(weight)]));
    this.fold = folder(header.fold);
    this.short = reader.number();
    this.entries = reader.fronts().map((entry) => entry.normalize("NFC"));
    this.pages = Math.ceil((this.entries.length - this.short) / 256);
    this.forms = this.entries.map((entry) => this.words(entry)[0]);
    this.readTables(reader, header.phrase_weights);
    this.frequencies = new Map();
    for (const form of this.forms) if (form && !this.frequencies.has(form.folded)) this.frequencies.set(form.folded, reader.number());
  }

  readTables(reader, weights) {
    this.phrases = new Map();
    this.longest = 0;
    const phrase = () => {
      const words = [];
      this.decode(reader, (code) => words.push(this.forms[code]));
      return words;
    };
    reader.times(() => {
      const sort = reader.number();
      const kind = sort % KINDS;
      const weight = f(weights[Math.floor(sort / KINDS)]);
      const means = reader.times(phrase);
      for (const say of reader.times(phrase)) {
        const key = say.map((word) => word.folded).join(" ");
        this.longest = Math.max(this.longest, say.length);
        this.phrases.set(key, [...(this.phrases.get(key) ?? []), { say, kind, means, weight }]);
      }
    });
    this.abbreviations = new Map(reader.fronts().map((short) => [short, phrase()]));
  }

  /** Reads a text: hands its codes with their case to `entry`, what is spelled out to `literal`. */
  decode(reader, entry, literal) {
    for (let byte, shape = 0; (byte = reader.byte()); ) {
      if (byte === 1) literal(reader.text());
      else if (byte < 4) shape = byte;
      else {
        const page = byte - 4;
        entry(page < this.pages ? this.short + page * 256 + reader.byte() : page - this.pages, shape);
        shape = 0;
      }
    }
  }

  /** Reads a text as it was published. */
  text(reader) {
    let text = "";
    let afterWord = false;
    const entry = (code, shape) => {
      const lower = this.entries[code];
      const isWord = !!lower.match(LETTERS);
      const [first] = lower;
      text += afterWord && isWord ? " " : "";
      text += shape === 3 ? lower.toUpperCase() : shape ? first.toUpperCase() + lower.slice(first.length) : lower;
      afterWord = isWord;
    };
    this.decode(reader, entry, (piece) => {
      text += piece;
      afterWord = false;
    });
    return text;
  }

  words(text) {
    const words = (text.match(LETTERS) ?? []).map((word) => ({ folded: unifyFinalY(this.fold(word)), exact: exactForm(word) }));
    return words.filter(({ folded }) => folded && new TextEncoder().encode(folded).length <= 32);
  }

  knows(folded) {
    return !!this.frequencies.get(folded);
  }
  frequency(folded) {
    return Math.max(0, (this.frequencies.get(folded) ?? 0) - 1);
  }

  likeliest(fits) {
    const found = [...this.frequencies].filter(([word, known]) => known > 1 && !/^\d/.test(word) && fits(word));
    return found.sort((a, b) => b[1] - a[1] || byBytes(a[0], b[0])).slice(0, MOST_READINGS).map(([word]) => word);
  }

  /** Cuts a run-together text into the fewest known words. */
  cut(run) {
    if (!isAscii(run) || run.length < 5) return null;
    const fewest = [];
    fewest[run.length] = [0, 0];
    for (let start = run.length - 1; start >= 0; start--) {
      for (let length = 2; length <= Math.min(7, run.length - start); length++) {
        const rest = fewest[start + length];
        const better = rest && (!fewest[start] || rest[0] + 1 <= fewest[start][0]);
        if (better && this.frequency(run.slice(start, start + length))) fewest[start] = [rest[0] + 1, length];
      }
    }
    const words = [];
    for (let start = 0; start < run.length; start += fewest[start][1]) {
      if (!fewest[start]) return null;
      words.push(run.slice(start, start + fewest[start][1]));
    }
    return words.length > 1 ? words : null;
  }

  /** Words as typed → words as meant: abbreviation, raw keys, missing blanks, unfinished or mistyped word. */
  readWord(word, last) {
    const { folded } = word;
    if (this.abbreviations.has(folded)) return this.abbreviations.get(folded).map((meant) => ({ word: meant }));
    if (this.knows(folded)) return [{ word }];
    const keyed = isPlain(word) && [telex(folded), vni(folded)].find((exact) => exact && this.knows(this.fold(exact)));
    if (keyed) return [{ word: { folded: this.fold(keyed), exact: keyed }, changed: true }];
    const run = this.cut(folded);
    if (run) return run.map((part) => ({ word: plain(part), changed: true }));
    const unfinished = last ? this.likeliest((known) => known !== folded && known.startsWith(folded)) : [];
    if (unfinished.length) return [{ word, candidates: unfinished, boost: this.weights.prefix, unfinished: true }];
    const near = folded.length > 2 && isAscii(folded) ? this.likeliest((known) => isOneSlip(folded, known)) : [];
    return near.length ? [{ word: plain(near[0]), candidates: near, boost: this.weights.typo, changed: true }] : [{ word }];
  }

  /** The longest phrase that tokens begin with, of the wanted kinds. */
  longestPhrase(tokens, marked, leastKind) {
    for (let count = Math.min(this.longest, tokens.length); count; count--) {
      const typed = tokens.slice(0, count).map((token) => token.word);
      const same = this.phrases.get(typed.map((word) => word.folded).join(" ")) ?? [];
      const find = (fits) => same.find((phrase) => typed.every((word, i) => fits(word, phrase.say[i], phrase)));
      const phrase =
        find((word, say) => word.exact === say.exact) ??
        find((word, say, { kind }) => !(marked && kind === MARKED_STOP) && mayMean(word, say));
      if (phrase && phrase.kind >= leastKind) return { count, ...phrase };
    }
    return { count: 1, kind: KEEP };
  }

  /** Drops what says nothing; each word that is left remembers what it makes a pair with. */
  keep(tokens) {
    const marked = tokens.some(({ word }) => !isPlain(word));
    const kept = [];
    let before = null;
    for (let at = 0; at < tokens.length; ) {
      const { count, kind } = this.longestPhrase(tokens.slice(at), marked, 0);
      if (kind >= KEEP) {
        for (const token of tokens.slice(at, at + count)) {
          kept.push({ ...token, before });
          before = { folded: token.word.folded, factor: 1 };
        }
      } else {
        const last = kept.at(-1);
        const doubted = kind === MARKED_STOP && !marked && tokens[at].word.folded;
        if (doubted && last) last.after = doubted;
        before = doubted || last ? { folded: doubted || last.word.folded, factor: this.weights.doubtful_pair } : null;
      }
      at += count;
    }
    return kept.length ? kept : tokens.map((token, at) => ({ ...token, before: at ? { folded: tokens[at - 1].word.folded, factor: 1 } : null }));
  }

  /** Understands a query: its plan, as the program makes it, and its words as meant where they are not as typed. */
  understand(query) {
    const typed = this.words([...query].slice(0, 512).join("")).slice(0, 48);
    const clauses = [];
    const words = [];
    while (typed.length) {
      const code = readCode(typed);
      if (code) {
        const terms = [{ field: "code", text: code.digits, boost: 10, cover: 1, prefix: code.partial }];
        clauses.push({ mass: 10, alternatives: [{ boost: 1, words: [{ mass: 10, terms }] }] });
      } else words.push(typed[0]);
      typed.splice(0, code ? code.taken : 1);
    }
    const tokens = words.flatMap((word, i) => {
      const last = i === words.length - 1;
      const read = this.readWord(word, last);
      return read.map((token, at) => ({ ...token, last: last && at === read.length - 1 }));
    });
    const kept = this.keep(tokens);
    for (let at = 0; at < kept.length; ) {
      const phrase = this.longestPhrase(kept.slice(at), true, KEEP);
      const part = kept.slice(at, (at += phrase.count));
      if (phrase.kind === FOLK) clauses.push(this.folk(part, phrase));
      else clauses.push(...part.map((token) => this.word(token)));
    }
    for (const { word, after } of kept) {
      if (!after) continue;
      const terms = [pair("name", word, plain(after), f(this.weights.name_pair * this.weights.doubtful_pair), 0)];
      clauses.push({ mass: 0, alternatives: [{ boost: 1, words: [{ mass: 0, terms }] }] });
    }
    const meant = tokens.some((token) => token.changed) && tokens.map((token) => token.word.exact.normalize("NFC")).join(" ");
    return { plan: { clauses }, meant: meant || null };
  }

  // The clauses of a plan

  word({ word, before, candidates, boost, unfinished, last }) {
    const alternatives = candidates
      ? candidates.map((folded) => ({ boost, words: [this.planWord(plain(folded), before)] }))
      : [{ boost: 1, words: [this.planWord(word, before, last)] }];
    if (unfinished && before) {
      const terms = [prefixPair(before, word, f(this.weights.name_pair * before.factor))];
      alternatives.push({ boost, words: [{ mass: this.weights.unknown_mass, terms }] });
    }
    return { mass: Math.max(...alternatives.map(({ words }) => words[0].mass)), alternatives };
  }

  /** A phrase as typed, and every other way of saying it; a later one counts a little less. */
  folk(kept, phrase) {
    const alternatives = [{ boost: this.weights.literal, words: kept.map((token) => this.planWord(token.word, token.before, token.last)) }];
    let boost = phrase.weight;
    for (const means of phrase.means) {
      const words = means.map((word, i) => this.planWord(word, i ? { folded: means[i - 1].folded, factor: 1 } : null));
      alternatives.push({ boost, words });
      boost = f(boost * this.weights.later_meaning);
    }
    return { mass: f(this.weights.phrase_mass * kept.length), alternatives };
  }

  planWord(word, before, last) {
    const w = this.weights;
    const { folded, exact } = word;
    const single = (field, boost, cover, text = folded) => ({ field, text, boost, cover, prefix: false });
    const alone = before ? w.single_cover : 1;
    const terms = [single("name", w.name, alone)];
    if (!isPlain(word)) terms.push(single("exact", w.exact, alone, exact));
    terms.push(single("keywords", w.keywords, f(w.other_cover * alone)));
    if (before) {
      const named = f(w.name_pair * before.factor);
      terms.push(pair("name", before, word, named, 1));
      if (last) terms.push(prefixPair(before, word, f(named * w.prefix)));
      terms.push(pair("keywords", before, word, f(w.keywords_pair * before.factor), w.other_cover));
      terms.push(pair("field", before, word, f(w.field * before.factor), w.other_cover));
      terms.push(pair("agency", before, word, f(w.agency * before.factor), w.other_cover));
      terms.push(pair("body", before, word, f(w.body * before.factor), w.body_cover));
    }
    const frequency = this.frequency(folded);
    return { mass: frequency ? Math.min(idf(frequency, this.documents), w.mass_cap) : w.unknown_mass, terms };
  }
}

const pair = (field, before, word, boost, cover) => ({ field, text: `${before.folded} ${word.folded}`, boost, cover, prefix: false });
const prefixPair = (before, start, boost) => ({ ...pair("name", before, start, boost, 1), prefix: true });

// ── Ranking ────────────────────────────────────────────────────────────────────────────────────────────────────────

const K1 = f(1.2);
const B = f(0.75);

function idf(frequency, documents) {
  return f(Math.log(f(1 + f(f(f(documents - frequency) + 0.5) / f(frequency + 0.5)))));
}

/** The length that a fieldnorm stands for: exact up to 40, then with three significant bits. */
function lengthOf(norm) {
  const rest = norm - 24;
  if (rest < 8) return norm;
  return 24 + ((8 | (rest & 7)) << ((rest >> 3) - 1));
}

/** Scores and covers of documents; both arrays round to single precision. */
class Found {
  constructor(documents) {
    this.score = new Float32Array(documents);
    this.cover = new Float32Array(documents);
    this.has = new Uint8Array(documents);
    this.seen = [];
  }
  see(document) {
    if (!this.has[document]) {
      this.has[document] = 1;
      this.seen.push(document);
    }
  }
}

/** Evaluates a plan on loaded terms, tier A or both; the hits, best first. */
class Evaluator {
  constructor(index, bodies) {
    this.index = index;
    this.bodies = bodies;
    this.documents = index.language.documents;
  }

  run(plan) {
    const { weights } = this.index.language;
    const total = new Found(this.documents);
    let mass = 0;
    for (const clause of plan.clauses) {
      mass = f(mass + clause.mass);
      const found = this.clause(clause);
      for (const document of found.seen) {
        total.see(document);
        total.score[document] += found.score[document];
        total.cover[document] += f(clause.mass * found.cover[document]);
      }
    }
    const hits = total.seen.sort((a, b) => a - b).map((document) => {
      const cover = mass > 0 ? f(total.cover[document] / mass) : 1;
      const prior = f(1 + f(f(weights.prior * this.index.priors[document]) / 255));
      return { document, cover, score: f(f(f(total.score[document] * cover) * cover) * prior) };
    });
    return hits.filter((hit) => hit.cover >= weights.minimum_cover).sort((a, b) => b.score - a.score);
  }

  /** The best alternative, separately by score and by cover. */
  clause(clause) {
    const best = new Found(this.documents);
    for (const alternative of clause.alternatives) {
      const found = this.alternative(alternative);
      for (const document of found.seen) {
        best.see(document);
        best.score[document] = Math.max(best.score[document], found.score[document]);
        best.cover[document] = Math.max(best.cover[document], found.cover[document]);
      }
    }
    return best;
  }

  alternative({ boost, words }) {
    const sum = new Found(this.documents);
    let mass = 0;
    for (const word of words) {
      mass = f(mass + word.mass);
      const found = this.word(word);
      for (const document of found.seen) {
        sum.see(document);
        sum.score[document] += found.score[document];
        sum.cover[document] += f(word.mass * found.cover[document]);
      }
    }
    for (const document of sum.seen) {
      const cover = (sum.cover[document] = mass > 0 ? sum.cover[document] / mass : 1);
      sum.score[document] = f(f(boost * sum.score[document]) * f(cover));
    }
    return sum;
  }

  word({ terms }) {
    const sum = new Found(this.documents);
    for (const term of terms) {
      if (term.field === "body" && !this.bodies) continue;
      const scores = this.term(term);
      for (const [document, score] of scores) {
        sum.see(document);
        sum.score[document] += f(term.boost * score);
        sum.cover[document] = Math.max(sum.cover[document], term.cover);
      }
    }
    return sum;
  }

  /** tantivy's BM25 of a term; of a prefix, the best of its terms. */
  term(term) {
    const place = FIELDS.indexOf(term.field);
    const scores = new Map();
    for (const documents of this.index.postings(term, place)) {
      const weight = f(idf(documents.length, this.documents) * f(1 + K1));
      for (const document of documents) {
        const norm = place ? 1 : this.index.norms[document];
        const score = f(weight * f(1 / f(1 + this.index.lengthPart(place, norm))));
        scores.set(document, Math.max(scores.get(document) ?? 0, score));
      }
    }
    return scores;
  }
}

// ── The search ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** An opened search; see `open`. */
class Search {
  constructor(base, options) {
    this.base = base;
    this.locale = options.language ?? globalThis.document?.documentElement.lang ?? "vi";
    this.fetch = options.fetch ?? ((url, init) => fetch(url, init));
  }

  /** Loads what every query needs. */
  async start(init) {
    this.files = new Map();
    const reader = await this.load("start.bin", init);
    this.guard("start.bin", () => {
      const header = (this.header = JSON.parse(reader.text()));
      this.boundaries = { a: reader.fronts(), b: reader.fronts() };
      this.language = new Language(reader, header);
      let norm = 0;
      this.norms = reader.take(header.documents).map((difference) => (norm = (norm + difference) & 255));
      this.priors = reader.take(header.documents);
      this.averages = header.terms.map((terms) => f(f(terms) / f(header.documents)));
    });
  }

  /**
   * Answers a query.
   * @param {string} text
   * @param {{ limit?: number, offset?: number, tier?: "A"|"B", filters?: { field?: string, level?: string, online?: boolean }, facets?: boolean }} options
   * @returns hits of this page, the number of all, the tier that was read, what may have been meant, counts by facet
   */
  async query(text, options = {}) {
    try {
      return await this.answer(text, options);
    } catch (error) {
      // A new publication may have replaced the folder that a cached start file names.
      const { folder } = this.header;
      await this.start({ cache: "reload" });
      if (this.header.folder === folder) throw error;
      return this.answer(text, options);
    }
  }

  async answer(text, { limit = 10, offset = 0, tier, filters, facets } = {}) {
    const { weights } = this.language;
    const { plan, meant } = this.language.understand(text);
    const terms = plan.clauses.flatMap((clause) => clause.alternatives.flatMap((way) => way.words.flatMap((word) => word.terms)));
    const bodies = terms.filter((term) => term.field === "body");
    const [facts] = await Promise.all([
      (filters || facets) && this.facts(),
      this.loadShards("a", terms.filter((term) => term.field !== "body")),
      tier === "B" && this.loadShards("b", bodies),
    ]);
    let read = tier === "B" ? "B" : "A";
    let found = new Evaluator(this, read === "B").run(plan);
    const answers = found.filter((hit) => hit.cover >= weights.answer_cover).length;
    if (!tier && bodies.length && answers < weights.answers) {
      await this.loadShards("b", bodies);
      read = "B";
      found = new Evaluator(this, true).run(plan);
    }
    if (filters) found = found.filter((hit) => Object.entries(filters).every(([name, value]) => facts[hit.document][name] === value));
    const hits = await Promise.all(found.slice(offset, offset + limit).map((hit) => this.hit(hit)));
    const words = new Set(terms.flatMap((term) => (term.field === "body" ? [] : this.language.fold(term.text).split(" "))));
    return { hits, total: found.length, tier: read, meant, words, facets: facets ? count(found, facts) : null, plan };
  }

  /** Splits a text into parts, those that a result's words are in marked. */
  highlight(text, { words }) {
    const parts = [];
    let at = 0;
    for (const match of text.matchAll(LETTERS)) {
      if (!words.has(unifyFinalY(this.language.fold(match[0])))) continue;
      if (match.index > at) parts.push({ text: text.slice(at, match.index), marked: false });
      parts.push({ text: match[0], marked: true });
      at = match.index + match[0].length;
    }
    if (at < text.length) parts.push({ text: text.slice(at), marked: false });
    return parts;
  }

  async hit({ document, score }) {
    const size = this.header.per_summary;
    const name = `s${Math.floor(document / size)}`;
    const summaries = await this.parsed(name, (reader) => this.readSummaries(reader, Math.min(size, this.header.documents - document + (document % size))));
    return { ...summaries[document % size], score };
  }

  readSummaries(reader, count) {
    let summary = "";
    const hits = Array.from({ length: count }, () => {
      const title = this.language.text(reader);
      if (reader.number()) summary = this.language.text(reader);
      return { title, summary };
    });
    return hits.map(({ title, summary }) => {
      const key = reader.text();
      return { key, url: reader.text().replace("\u0001", () => key), title, summary, ...readFacts(reader.number()) };
    });
  }

  facts() {
    return this.parsed("facets", (reader) => {
      const fields = reader.times(() => this.language.text(reader));
      const chosen = Array.from({ length: this.header.documents }, () => fields[reader.number()]);
      return chosen.map((field) => ({ field, ...readFacts(reader.number()) }));
    });
  }

  // Terms

  async loadShards(tier, terms) {
    this.terms ??= { a: [], b: [] };
    const wanted = new Set(terms.flatMap((term) => this.shardsOf(tier, term)));
    const load = async (at) => (this.terms[tier][at] = await this.parsed(tier + at, (reader) => readShard(reader, tier)));
    await Promise.all([...wanted].map(load));
  }

  /** Numbers of the shards that may have a term. */
  shardsOf(tier, { text, field, prefix }) {
    const place = (term) => this.boundaries[tier].filter((boundary) => boundary <= term).length;
    const from = place(field === "exact" ? this.language.fold(text) : text);
    const to = prefix ? place(`${text}\uffff`) : from;
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  }

  /** The documents of a term; of a prefix, of the first terms that begin so. */
  postings(term, place) {
    const tier = place === BODY ? "b" : "a";
    const shards = this.shardsOf(tier, term).map((at) => this.terms[tier][at]);
    if (!term.prefix) return shards.map((shard) => shard.get(term.text)?.[place]).filter(Boolean);
    const begun = shards.flatMap((shard) => [...shard].filter(([text, lists]) => lists[place] && text.startsWith(term.text)));
    return begun.slice(0, this.header.most_completions).map(([, lists]) => lists[place]);
  }

  /** The part of BM25 that grows with the length of a text. */
  lengthPart(place, norm) {
    this.lengthParts ??= FIELDS.map(() => []);
    return (this.lengthParts[place][norm] ??= f(K1 * f(f(1 - B) + f(f(B * lengthOf(norm)) / this.averages[place]))));
  }

  // Files

  /** Loads a file of the publication once, and keeps what `parse` makes of it. */
  parsed(name, parse) {
    if (!this.files.has(name)) {
      const file = `${this.header.folder}/${name}.bin`;
      const made = this.load(file).then((reader) => this.guard(file, () => parse(reader)));
      this.files.set(name, made);
      made.catch(() => this.files.delete(name));
    }
    return this.files.get(name);
  }

  async load(file, init) {
    try {
      const response = await this.fetch(new URL(file, this.base).href, init);
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      return unseal(new Uint8Array(await response.arrayBuffer()));
    } catch (error) {
      throw new SearchError(file, error, this.locale);
    }
  }

  /** What goes wrong while a file is read is the file's fault. */
  guard(file, read) {
    try {
      return read();
    } catch (error) {
      throw new SearchError(file, error, this.locale);
    }
  }
}

const readFacts = (facts) => ({ level: LEVELS[facts & 7], online: facts > 7 });

/** Counts hits by field, level and online. */
function count(found, facts) {
  const counts = { field: {}, level: {}, online: {} };
  for (const { document } of found) {
    for (const name in counts) {
      const value = facts[document][name];
      counts[name][value] = (counts[name][value] ?? 0) + 1;
    }
  }
  return counts;
}

/** Term → its documents by place of the field. */
function readShard(reader, tier) {
  const shard = new Map();
  const parts = reader.number();
  const texts = new Reader(reader.take(reader.number()));
  const nothing = new Uint8Array();
  let word = nothing;
  const lists = (whole) => {
    const found = {};
    const fields = tier === "b" ? 1 << BODY : reader.number();
    for (let place = 0; place < FIELDS.length; place++) {
      if (!(fields & (1 << place))) continue;
      const numbers = reader.ascending();
      // Names (0), exact words of names (1) and keywords (2) of a pair are positions among those of its first word.
      const among = whole?.[place === 1 ? 0 : place];
      found[place] = place < 3 && whole ? numbers.map((at) => among[at]) : numbers;
    }
    return found;
  };
  const add = (text, found) => shard.set(text, { ...shard.get(text), ...found });
  for (let part = 0; part < parts; part++) {
    word = texts.front(word);
    const first = utf8.decode(word);
    const whole = tier === "a" ? lists() : null;
    if (whole) add(first, whole);
    for (const prefix of tier === "a" ? ["", `${first} `] : [`${first} `]) {
      let before = nothing;
      reader.times(() => add(prefix + utf8.decode((before = texts.front(before))), lists(whole)));
    }
  }
  return shard;
}
