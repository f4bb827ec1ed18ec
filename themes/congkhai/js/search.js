// The search, in the browser and in node: reads the files that `congkhai build` exports from its tantivy index,
// understands a query as the program does, and ranks exactly as tantivy does.
//
//   import { open } from "./search.js";
//   const search = await open("tim-kiem/du-lieu/vi/");
//   const { hits, total, tier } = await search.query("khai sinh", { limit: 10 });
//
// Single-precision arithmetic (`f`) and the order of every sum follow the native code; tests hold the two together.
// Publication drops comments, blanks and indentation, and shortens some names that are not seen from outside:
// Names of no other module: reader folded header frequency clauses letter found before count place sense phrase word
// Names of no other module: ascending alternatives known piece nameOf boost lists kept times unifyFinalY typed whole
// Names of no other module: pieces longestPhrase unfinished unread cover term beside multiplied abbreviations clause
// Names of no other module: postings norms isPlain exactForm splitTone mayMean isBody frequencies fewest shape shared
// Names of no other module: guess understand boundaries averages priors letters texts number doubted factor signs
// Names of no other module: covered keyed shapes exceptions drain MARKED_STOP unpack unseal Reader reachesBeyond
// Names of no other module: readPhrases FIELDS isAscii LETTERS isOneSlip likeliest readFacts lengthOf readSummaries
// Names of no other module: byFrequency lengthPart termsOf decodeKeys CODE_WORDS SHORT_WORD wanting phrases places
// Names of no other module: numbers fileOf bodies senses difference column wanted alone second reading counts entry
// Names of no other module: others agencies Language opened changed massOf bare forms namedFirst spelled readWord
// Names of no other module: isName Evaluator Sheet summaries clauseOf stroke hornOrLetter readNames readShard
// Names of no other module: readFolk shardsOf planWord

/** What every file begins with: two letters and the version of the format. */
const MAGIC = "CK\u0001";
const FIELDS = ["name", "exact", "keywords", "results", "field", "agency", "code", "body"];
const [NAME, EXACT, , , , , CODE, BODY] = FIELDS.keys();
const LEVELS = [null, "central", "province", "district", "commune"];
const f = Math.fround;

/** What goes wrong on the way: a `file` that is missing, cut or foreign. `cause` is the error behind it. */
export class SearchError extends Error {
  name = "SearchError";

  constructor(file, cause) {
    super(`Search data: ${file}`, { cause });
    this.file = file;
  }
}

/**
 * Opens the search whose files are in the folder `base`.
 * @param {string|URL} base address of the folder, relative to the page
 * @param {{ fetch?: typeof fetch }} options
 * @returns {Promise<Search>}
 * @throws {SearchError}
 */
export async function open(base, options) {
  const search = new Search();
  search.base = new URL(`${base}`.replace(/\/?$/, "/"), globalThis.document?.baseURI);
  search.options = options;
  await search.start();
  return search;
}

// ── Files ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Unpacks bytes; the checksum in them tells when they are damaged. */
async function unpack(bytes, format) {
  const unpacked = new Response(bytes).body.pipeThrough(new DecompressionStream(format));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}

/** Opens a file. A host that stores files packed may hand out what it stores. */
async function unseal(file) {
  if (file[0] === 0x1f) file = await unpack(file, "gzip");
  if (utf8.decode(file.subarray(0, 3)) !== MAGIC) throw Error("damaged");
  return new Reader(await unpack(file.subarray(3), "deflate"));
}

const utf8 = new TextDecoder();

/** Reads the bytes of an unpacked file one after the other; it never reads, or makes room for, more than there are. */
class Reader {
  at = 0;

  constructor(bytes) {
    this.bytes = bytes;
  }

  take(length) {
    const start = this.at;
    this.at += length;
    if (this.at > this.bytes.length) throw Error("damaged");
    return this.bytes.subarray(start, this.at);
  }

  byte() {
    return this.bytes[this.at++] ?? this.take(1)[0];
  }

  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  }

  text() {
    return utf8.decode(this.take(this.number()));
  }

  /** As many things as a number says; each of them takes a byte or more. */
  times(read) {
    const length = this.number();
    this.take(length);
    this.at -= length;
    return Array.from({ length }, read);
  }

  /** Sorted texts: of each, how much it shares with the one before, and the rest. */
  texts() {
    let text = "";
    const pieces = utf8.decode(this.take(this.number())).matchAll(/([\0-\x1f])([^\0-\x1f]*)/g);
    return Array.from(pieces, ([, shared, rest]) => (text = text.slice(0, shared.charCodeAt()) + rest));
  }

  /** Ascending numbers below a limit. */
  ascending(limit) {
    let next = 0;
    const numbers = this.times(() => (next += this.number() + 1) - 1);
    if (next > limit) throw Error("damaged");
    return numbers;
  }
}

// ── Words ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const LETTERS = /([\p{Alphabetic}\p{N}\u0300-\u036f]+)/gu;
/** Most words, told faster: a few small Latin letters. */
const SHORT_WORD = /^[a-zà-öø-ɏḀ-ỹ]{1,10}$/;
/** Acute, grave, hook, tilde, dot: in the order of VNI's keys. */
const TONES = "\u0301\u0300\u0309\u0303\u0323";
const isPlain = (word) => word.folded === word.exact;
const plain = (folded) => ({ folded, exact: folded });
const nameOf = (words) => words.map((word) => word.folded).join(" ");
const isAscii = (text) => /^[\0-\x7f]*$/.test(text);
/** The first half of a pair, and a factor of the pair. */
const beside = (word, factor = 1) => word && { folded: word.folded, factor };

/** Folds texts: lower case without marks, `đ` as `d`. `exceptions` are what does not follow from Unicode. */
function folder(exceptions) {
  const known = new Map();
  for (const line of exceptions.split("\n")) {
    const [result, letters] = line.split(" ");
    for (const letter of letters ?? "") known.set(letter, result);
  }
  const bare = (piece) => known.get(piece) ?? (/\p{M}/u.test(piece) ? "" : piece);
  const apart = (letter) => known.set(letter, Array.from(letter.normalize("NFD").toLowerCase(), bare).join("")).get(letter);
  return (text) => Array.from(text, (letter) => known.get(letter) ?? apart(letter)).join("");
}

/** Writes the final `y` of `ky`, `ly`, `quy` as `i`. */
const unifyFinalY = (word) => word.replace(/^(qu|[b-df-hj-np-tv-xzđ]+)y$/, "$1i");

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

/** Letters and tone of an exact form. */
const splitTone = (exact) => exact.match(/^(.*?)([\u0300\u0301\u0303\u0309\u0323]?)$/su).slice(1);

/** Whether a typed word may stand for another: every mark it has is the other's, and it may leave some out. */
function mayMean(word, other) {
  const [typed, tone] = splitTone(word.exact);
  const [meant, meantTone] = splitTone(other.exact);
  const wanted = [...meant];
  const fits = (letter, at) => at >= wanted.length || letter === wanted[at] || isAscii(letter);
  return (!tone || tone === meantTone) && [...typed].every(fits);
}

/** What the keys of a typing method say that were sent without it; nothing where none is a sign of the method. */
function decodeKeys(word, method) {
  const keys = { letters: [], tone: "" };
  let signs = 0;
  for (const key of word) {
    if (method[key]?.(keys)) signs++;
    else if (/[a-z]/.test(key)) keys.letters.push(key);
    else return "";
  }
  return signs && exactForm(keys.letters.join("") + keys.tone);
}

/** Five keys that set a tone, if there is a vowel. */
const tones = (five) => {
  const setTone = (tone) => (keys) => /[aeiouyăâêôơư]/.test(keys.letters) && (keys.tone = tone);
  return Object.fromEntries(Array.from(five, (key, at) => [key, setTone(TONES[at])]));
};
const stroke = ({ letters }) => letters[0] === "d" && (letters[0] = "đ");
/** Gives the last letter that takes it another shape. */
const mark = (shapes) => ({ letters }) => {
  const at = letters.findLastIndex((letter) => shapes[letter]);
  return at >= 0 && (letters[at] = shapes[letters[at]]);
};
/** Like `mark`, but `uo` takes the horn as a whole, `uu` and a final `ua` at the first letter. */
const horn = (shapes) => (keys) => {
  const word = keys.letters.join("");
  const horned = word.replace(/u[ou]|(?<=[^q])ua$/, (pair) => (pair === "uo" ? "ươ" : "ư" + pair[1]));
  return horned === word ? mark(shapes)(keys) : (keys.letters = [...horned]);
};
const hornOrLetter = (keys) => horn({ a: "ă", o: "ơ", u: "ư" })(keys) || keys.letters.push("ư");
const HATS = { a: mark({ a: "â" }), e: mark({ e: "ê" }), o: mark({ o: "ô" }) };
const TELEX = { ...HATS, w: hornOrLetter, d: stroke, ...tones("sfrxj") };
const VNI = { 6: mark({ a: "â", e: "ê", o: "ô" }), 7: horn({ o: "ơ", u: "ư" }), 8: mark({ a: "ă" }), 9: stroke, ...tones("12345") };

/** Whether one letter added, left out or changed, or two neighbours exchanged, makes one word the other. */
function isOneSlip(a, b) {
  if (a.length > b.length) return isOneSlip(b, a);
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const same = (from, to) => a.slice(at + from) === b.slice(at + to);
  if (a.length < b.length) return same(0, 1);
  return same(1, 1) || (same(2, 2) && a[at] === b[at + 1] && a[at + 1] === b[at]);
}

/** A code of a procedure, or its beginning, in words joined by blanks. */
const CODE_WORDS = /^(?:(\d) (\d{3,6})|(\d{7}))( h\d{1,3})?(?= |$)/;

// ── Understanding ──────────────────────────────────────────────────────────────────────────────────────────────────

// What is to be done with a phrase of the tables: 0 and 1 are dropped, the former only if its marks were typed.
const [MARKED_STOP, KEEP, FOLK] = [0, 2, 3];

/** A number that a phrase is told by, though others may have the same. */
const sign = (name) => name.split("").reduce((sign, unit) => Math.imul(sign ^ unit.charCodeAt(), 0x9e3779b1), 0) >>> 13;

const term = (field, text, boost, cover, prefix) => ({ field, text, boost, cover, prefix });
/** A clause of one term. */
const clauseOf = (mass, term) => ({ mass, alternatives: [{ boost: 1, words: [{ mass, terms: [term] }] }] });

/** The words of the index, the tables of what people say, and how a query becomes a plan by them. */
class Language {
  learn(reader, header) {
    this.header = header;
    this.weights = header.weights;
    this.fold = folder(header.fold);
    this.short = reader.number();
    this.entries = reader.texts().map((entry) => entry.normalize("NFC"));
    this.pages = Math.ceil((this.entries.length - this.short) / 256);
    /** Entry → its word, as soon as it is asked for. */
    this.forms = Array(this.entries.length);
    this.phrases = new Map();
    this.readPhrases(reader);
    this.abbreviations = new Map(reader.texts().map((short) => [short, this.phrase(reader)]));
    /** Sign → names of the files that may have a phrase of it. */
    this.signs = new Map();
    this.known = new Set();
    for (const sign of reader.ascending(2 ** 19)) {
      const files = [];
      for (let more = 1; more & 1; files.push(`m${more >> 1}`)) more = reader.number();
      this.signs.set(sign, files);
    }
    // Few are ever needed with their marks.
    this.folded = [...new Set(this.entries.flatMap((entry) => SHORT_WORD.test(entry) ? this.bare(entry) : this.words(entry)[0]?.folded ?? []))];
    this.frequencies = new Map(this.folded.map((word) => [word, reader.number()]));
    /** Word → number of the file of its terms. */
    this.fileOf = new Map(this.folded.map((word) => [word, reader.number() - 1]));
    this.places = Math.max(0, ...this.fileOf.values()) + 1;
  }

  /** Reads phrases of the tables; of those that differ in marks only the first that fits counts, so they are sorted. */
  readPhrases(reader, readMeans) {
    return reader.times(() => {
      const sort = reader.number();
      const sense = { kind: sort % 4, place: sort >> 2 };
      let say = [];
      reader.times(() => {
        const shared = reader.number();
        say = [...this.phrase(reader), ...say.slice(say.length - shared)];
        const same = [...(this.phrases.get(nameOf(say)) ?? []), { say, sense }];
        this.phrases.set(nameOf(say), same.sort((a, b) => a.sense.place - b.sense.place));
      });
      sense.words = readMeans?.();
      return sense;
    });
  }

  /** Reads folk phrases, and what they mean: documents with scores and covers. */
  readFolk(reader) {
    const senses = this.readPhrases(reader, () => reader.times(() => this.phrase(reader)).flat());
    for (const sense of senses) {
      sense.unit = 2 ** (reader.number() - 32);
      sense.documents = reader.ascending(this.header.documents);
    }
    for (const column of ["scores", "covers"]) for (const sense of senses) sense[column] = reader.take(sense.documents.length);
  }

  /** Reads words of the tables. */
  phrase(reader) {
    return this.pieces(reader).map(({ code }) => this.form(code));
  }

  /** Reads a text in pieces: codes of the lexicon with their case (2: capital, 3: capitals), or what is spelled out. */
  pieces(reader) {
    const pieces = [];
    for (let byte, shape; (byte = reader.byte()); ) {
      if (byte === 1) pieces.push({ literal: reader.text() });
      else if (byte < 4) shape = byte;
      else {
        const page = byte - 4;
        pieces.push({ code: page < this.pages ? this.short + page * 256 + reader.byte() : page - this.pages, shape });
        shape = 0;
      }
    }
    return pieces;
  }

  /** A text as it was published, of its pieces; blanks between words are not written. */
  text(pieces) {
    let text = "";
    let after;
    for (const { literal, code, shape } of pieces) {
      const piece = literal ?? this.entries[code];
      const isWord = code >= 0 && piece.search(LETTERS) >= 0;
      if (after && isWord) text += " ";
      text += shape ? piece.replace(shape === 2 ? /./u : /.+/u, (part) => part.toUpperCase()) : piece;
      after = isWord;
    }
    return text;
  }

  form(code) {
    return (this.forms[code] ??= this.words(this.entries[code])[0]);
  }

  bare(word) {
    return unifyFinalY(this.fold(word));
  }

  words(text) {
    const words = (SHORT_WORD.test(text) ? [text] : (text.match(LETTERS) ?? [])).map((word) => ({ folded: this.bare(word), exact: exactForm(word) }));
    return words.filter(({ folded }) => folded && (folded.length < 11 || new TextEncoder().encode(folded).length < 33));
  }

  /** Whether folded words are a title, or what follows "Thủ tục" in it. */
  isName(title, folded) {
    return [folded, `thu tuc ${folded}`].includes(nameOf(this.words(title)));
  }

  /** A word as names write it. */
  spelled({ exact }) {
    return this.entries.find((_, code) => this.form(code)?.exact === exact) ?? exact.normalize("NFC");
  }

  frequency(folded) {
    return Math.max(0, (this.frequencies.get(folded) ?? 0) - 1);
  }

  likeliest(fits) {
    const found = this.folded.filter((word) => this.frequency(word) && !/^\d/.test(word) && fits(word));
    const byFrequency = (a, b) => this.frequency(b) - this.frequency(a) || (a < b ? -1 : 1);
    return found.sort(byFrequency).slice(0, this.header.limits.readings);
  }

  /** Cuts a run-together text into the fewest known words. */
  cut(run) {
    const fewest = [];
    fewest[run.length] = [];
    for (let start = run.length - 2; start >= 0; start--) {
      for (let end = start + 2; end <= Math.min(start + 7, run.length); end++) {
        const word = unifyFinalY(run.slice(start, end));
        const rest = fewest[end];
        if (rest && !(fewest[start]?.length <= rest.length + 1) && this.frequency(word)) fewest[start] = [word, ...rest];
      }
    }
    return isAscii(run) && fewest[0]?.length > 1 ? fewest[0] : null;
  }

  /** A word as typed → words as meant: abbreviation, raw keys, missing blanks, unfinished or mistyped word. */
  readWord(word, last) {
    const { folded } = word;
    const knows = (folded) => this.frequencies.get(folded);
    if (this.abbreviations.has(folded)) return this.abbreviations.get(folded).map((meant) => ({ ...meant, opened: true }));
    if (knows(folded)) return [word];
    const keyed = isPlain(word) && [TELEX, VNI].map((keys) => decodeKeys(folded, keys)).find((exact) => exact && knows(this.fold(exact)));
    if (keyed) return [{ folded: this.fold(keyed), exact: keyed, changed: true }];
    const unfinished = last ? this.likeliest((known) => known.startsWith(folded)) : [];
    if (unfinished.length) return [{ ...word, words: unfinished, boost: this.weights.prefix, unfinished: true }];
    const near = folded.length > 2 && isAscii(folded) ? this.likeliest((known) => isOneSlip(folded, known)) : [];
    if (near.length) return [{ ...plain(near[0]), words: near, boost: this.weights.typo, changed: true }];
    return this.cut(folded)?.map((part) => ({ ...plain(part), changed: true })) ?? [word];
  }

  /** The longest phrase that words begin with, of the wanted kinds; a folk phrase that is still to be read may be one. */
  longestPhrase(words, marked, leastKind) {
    let found = { count: 1, kind: KEEP };
    for (let count = 1; count <= Math.min(this.header.longest_phrase, words.length); count++) {
      const typed = words.slice(0, count);
      const name = nameOf(typed);
      const unread = (this.signs.get(sign(name)) ?? []).filter((file) => !this.known.has(file));
      unread.forEach((file) => this.unread.add(file));
      const same = unread[0] && this.guess ? [{ say: typed, sense: { kind: FOLK } }] : (this.phrases.get(name) ?? []);
      const find = (fits) => same.find(({ say, sense }) => typed.every((word, at) => fits(word, say[at], sense)));
      const phrase =
        find((word, say) => word.exact === say.exact) ??
        find((word, say, { kind }) => !(marked && kind === MARKED_STOP) && mayMean(word, say));
      if (phrase?.sense.kind >= leastKind) found = { count, ...phrase.sense };
    }
    return found;
  }

  /** Drops what says nothing; each word that is left remembers what it makes a pair with. */
  keep(words) {
    const marked = !words.every((word) => word.opened || isPlain(word));
    const kept = [];
    let before;
    for (let at = 0; at < words.length; ) {
      const { count, kind } = this.longestPhrase(words.slice(at), marked, 0);
      const part = words.slice(at, (at += count));
      if (kind < KEEP) {
        const last = kept.at(-1);
        // A stop phrase that is doubtful may be a word after all.
        const doubted = kind === MARKED_STOP && !marked && part[0];
        if (last && doubted) last.after = doubted;
        before = beside(doubted || last, this.weights.doubtful_pair);
      } else {
        for (const word of part) {
          kept.push({ ...word, before });
          before = beside(word);
        }
      }
    }
    return kept.length ? kept : words.map((word, at) => ({ ...word, before: beside(words[at - 1]) }));
  }

  /** Understands a query: its plan, as the program makes it, its words as meant where not as typed. */
  understand(query, asTyped) {
    const { longest, words } = this.header.limits;
    const typed = this.words([...query].slice(0, longest).join("")).slice(0, words);
    const name = nameOf(typed);
    const clauses = this.codes(typed);
    const read = typed.flatMap((word, at) => {
      const last = at === typed.length - 1;
      const words = asTyped ? [word] : this.readWord(word, last);
      return words.map((word, i, { length }) => ({ ...word, last: last && i === length - 1 }));
    });
    const kept = this.keep(read);
    for (let at = 0; at < kept.length; ) {
      const phrase = this.longestPhrase(kept.slice(at), true, KEEP);
      // A phrase to keep gives way to a folk phrase that begins inside it and goes on behind it.
      const reachesBeyond = (skip) => this.longestPhrase(kept.slice(at + skip), true, FOLK).count > phrase.count - skip;
      let count = phrase.kind === FOLK ? phrase.count : 1;
      while (count < phrase.count && !reachesBeyond(count)) count++;
      const part = kept.slice(at, (at += count));
      clauses.push(...(phrase.kind === FOLK ? [this.folk(part, phrase)] : part.map((word) => this.word(word))));
    }
    const pairBoost = f(this.weights.name_pair * this.weights.doubtful_pair);
    for (const word of kept) if (word.after) clauses.push(clauseOf(0, term("name", nameOf([word, word.after]), pairBoost, 0)));
    const meant = read.some((word) => word.changed) ? read.map((word) => this.spelled(word)).join(" ") : null;
    return { plan: { clauses, name }, meant };
  }

  /** Takes the codes out of the words that were typed: a clause for each. */
  codes(words) {
    const clauses = [];
    for (let at = 0; at < words.length; at++) {
      const [found, first, rest, digits = first + rest] = nameOf(words.slice(at, at + 3)).match(CODE_WORDS) ?? [];
      if (!found) continue;
      clauses.push(clauseOf(10, term("code", digits, 10, 1, digits.length < 7)));
      words.splice(at--, found.split(" ").length);
    }
    return clauses;
  }

  // The clauses of a plan

  word(word) {
    const { before, words, boost = 1 } = word;
    const readings = words?.map((folded) => this.planWord(plain(folded), before)) ?? [this.planWord(word, before, word.last)];
    if (word.unfinished && before) {
      const pair = term("name", nameOf([before, word]), f(this.weights.name_pair * before.factor), 1, true);
      readings.push({ mass: this.weights.unknown_mass, terms: [pair] });
    }
    const mass = Math.max(...readings.map((reading) => reading.mass));
    return { mass, alternatives: readings.map((reading) => ({ boost, words: [reading] })) };
  }

  /** A phrase as typed, and what it means. */
  folk(kept, meant) {
    const words = kept.map((word) => this.planWord(word, word.before, word.last));
    return { mass: f(this.weights.phrase_mass * kept.length), alternatives: [{ boost: this.weights.literal, words }], meant };
  }

  planWord(word, before, last) {
    const w = this.weights;
    const { folded, exact } = word;
    const alone = before ? w.single_cover : 1;
    const terms = [term("name", folded, w.name, alone)];
    if (!isPlain(word)) terms.push(term("exact", exact, w.exact, alone));
    terms.push(term("keywords", folded, w.keywords, f(w.keywords_cover * alone)));
    if (before) {
      const add = (field, weight, cover) => terms.push(term(field, nameOf([before, word]), f(weight * before.factor), cover));
      add("name", w.name_pair, 1);
      if (last) terms.push({ ...terms.at(-1), boost: f(f(w.name_pair * before.factor) * w.prefix), prefix: true });
      add("keywords", w.keywords_pair, w.keywords_cover);
      for (const field of ["results", "field", "agency"]) add(field, w[field], w.other_cover);
      add("body", w.body, w.body_cover);
    }
    const frequency = this.frequency(folded);
    const mass = frequency && !/^\d+$/.test(folded) ? Math.min(idf(frequency, this.header.documents), w.mass_cap) : w.unknown_mass;
    return { mass, terms };
  }
}

// ── Ranking ────────────────────────────────────────────────────────────────────────────────────────────────────────

const K1 = f(1.2);
const B = f(0.75);

const idf = (frequency, documents) => f(Math.log(f(1 + f(f(f(documents - frequency) + 0.5) / f(frequency + 0.5)))));

/** The part of BM25 that grows with the length of a text. */
const lengthPart = (norm, average) => f(K1 * f(f(1 - B) + f(f(B * lengthOf(norm)) / average)));

/** The length that a fieldnorm stands for: exact up to 40, then with three significant bits. */
const lengthOf = (norm) => (norm < 32 ? norm : 24 + ((8 | (norm & 7)) << ((norm >> 3) - 4)));

/** A score multiplied by a cover, several times. */
const multiplied = (score, cover, times) => (times ? multiplied(f(score * cover), cover, times - 1) : score);

const massOf = (parts) => parts.reduce((sum, part) => f(sum + part.mass), 0);
/** The part of a query's or phrase's mass that is covered. */
const share = (cover, mass) => (mass > 0 ? f(cover / mass) : 1);

/** Scores and covers of documents at one level of the plan; both arrays round to single precision. */
class Sheet {
  seen = [];

  constructor(documents) {
    this.score = new Float32Array(documents);
    this.cover = new Float32Array(documents);
    this.has = new Uint8Array(documents);
  }

  join(doc, score, cover, join = (a, b) => a + b) {
    if (!this.has[doc]) this.seen.push(doc);
    this.has[doc] = 1;
    this.score[doc] = join(this.score[doc], score);
    this.cover[doc] = join(this.cover[doc], cover);
  }

  /** Hands over what it holds, and is empty again. */
  drain(take) {
    for (const doc of this.seen) {
      take(doc, this.score[doc], this.cover[doc]);
      this.score[doc] = this.cover[doc] = this.has[doc] = 0;
    }
    this.seen = [];
  }
}

/** Evaluates a plan on loaded terms, tier A or both; the hits, best first. */
class Evaluator {
  constructor(index, bodies) {
    this.index = index;
    this.bodies = bodies;
    this.weights = index.weights;
    this.documents = index.header.documents;
    [this.terms, this.words, this.ways, this.clauses, this.query] = FIELDS.map(() => new Sheet(this.documents));
  }

  run({ clauses }) {
    for (const clause of clauses) {
      for (const way of clause.alternatives) this.way(way);
      const { documents = [], scores, covers, unit } = clause.meant ?? {};
      documents.forEach((doc, at) => this.clauses.join(doc, scores[at] * unit, covers[at] / 32, Math.max));
      this.clauses.drain((doc, score, cover) => this.query.join(doc, score, f(clause.mass * cover)));
    }
    const hits = [];
    const mass = massOf(clauses);
    this.query.drain((doc, score, covered) => {
      const cover = share(covered, mass);
      const prior = f(1 + f(f(this.weights.prior * this.index.priors[doc]) / 255));
      const hit = { doc, cover, score: f(multiplied(score, cover, this.weights.cover_power) * prior) };
      if (cover >= this.weights.minimum_cover) hits.push(hit);
    });
    return hits.sort((a, b) => b.score - a.score || a.doc - b.doc);
  }

  /** An alternative of a clause; the best counts, separately by score and by cover. */
  way({ boost, words }) {
    for (const word of words) {
      for (const term of word.terms) if (this.bodies || !isBody(term)) this.term(term);
      this.words.drain((doc, score, cover) => this.ways.join(doc, score, f(word.mass * cover)));
    }
    const mass = massOf(words);
    this.ways.drain((doc, score, covered) => {
      const cover = share(covered, mass);
      this.clauses.join(doc, f(boost * multiplied(score, cover, this.weights.phrase_power)), cover, Math.max);
    });
  }

  /** tantivy's BM25 of a term; of a prefix, the best of its terms. */
  term(term) {
    const place = FIELDS.indexOf(term.field);
    for (const documents of this.index.postings(term, place)) {
      const weight = f(idf(documents.length, this.documents) * f(1 + K1));
      const scores = [];
      for (const doc of documents) {
        const norm = place === NAME ? this.index.norms[doc] : 1;
        const score = (scores[norm] ??= f(weight * f(1 / f(1 + lengthPart(norm, this.index.averages[place])))));
        this.terms.join(doc, score, 0, Math.max);
      }
    }
    this.terms.drain((doc, score) => {
      this.words.join(doc, f(term.boost * score), 0);
      this.words.join(doc, 0, term.cover, Math.max);
    });
  }
}

// ── The search ─────────────────────────────────────────────────────────────────────────────────────────────────────

const isBody = ({ field }) => field === "body";
const termsOf = ({ clauses }) => clauses.flatMap(({ alternatives }) => alternatives.flatMap(({ words }) => words.flatMap((word) => word.terms)));
const readFacts = (facts) => ({ level: LEVELS[facts & 7], online: (facts & 8) > 0, partly: facts > 15 });

/** An opened search; see `open`. */
class Search extends Language {
  /** Loads what every query needs. */
  async start(init) {
    const read = (reader) => {
      const header = JSON.parse(reader.text(), (_, value) => (value.toFixed ? f(value) : value));
      this.boundaries = { b: reader.ascending(2 ** 16), c: reader.texts() };
      this.learn(reader, header);
      let norm = 0;
      this.norms = reader.take(header.documents).map((difference) => (norm += difference));
      this.priors = reader.take(header.documents);
      this.averages = header.terms.map((terms) => f(f(terms) / f(header.documents)));
    };
    await this.load("start.bin", read, init);
    /** Name of a file → the promise of its contents. */
    this.files = {};
    /** Term → place of the field → documents, of the shards that were read. */
    this.lists = new Map();
  }

  /**
   * Answers a query.
   *
   * `tier` "A" looks into names, keywords, results, fields and agencies only, "B" into long texts too; without it
   * long texts are looked into where the others have few answers, which after an answer of tier A `more` tells.
   * @param {string} text
   * @param {{ limit?: number, offset?: number, tier?: "A"|"B", facets?: boolean, asTyped?: boolean,
   *   filters?: { field?: string, agency?: string, level?: string, online?: boolean } }} options
   *   `asTyped` takes every word as it stands, where it would be read otherwise
   * @returns hits of this page, the number of all, the tier that was read, what may have been meant, counts by facet
   * @throws {SearchError}
   */
  async query(text, options) {
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

  async answer(text, { limit = 10, offset = 0, tier, filters, facets, asTyped } = {}) {
    const facts = Promise.resolve(filters || facets ? this.facts() : []);
    facts.catch(() => {});
    const { plan, meant } = await this.read(text, asTyped);
    const terms = termsOf(plan);
    let read = tier ?? "A";
    let [found, known] = await Promise.all([this.run(plan, terms, read), facts]);
    const isAnswer = (hit) => hit.cover >= this.weights.answer_cover;
    const wanting = found.filter(isAnswer).length < this.weights.answers && terms.some(isBody);
    if (!tier && wanting) found = await this.run(plan, terms, (read = "B"));
    for (const name in filters) found = found.filter(({ doc }) => known[doc][name] === filters[name]);
    found = await this.namedFirst(found, plan.name);
    return {
      hits: await this.hits(found.slice(offset, offset + limit)),
      total: found.length,
      tier: read,
      more: read === "A" && wanting,
      meant,
      words: new Set(terms.flatMap((term) => (isBody(term) ? [] : this.fold(term.text).split(" "))).concat(plan.clauses.flatMap(({ meant }) => meant?.words.map((word) => word.folded) ?? []))),
      facets: facets && count(found, known),
      plan,
    };
  }

  /**
   * Understands a query by the folk phrases that it has. Where they are still to be read, what is asked for if it has
   * all of them, or none, is fetched beside them.
   */
  async read(text, asTyped) {
    for (;;) {
      const unread = (this.unread = new Set());
      const read = (guess) => this.understand(text, asTyped, (this.guess = guess));
      const plain = read(0);
      if (!unread.size) return plain;
      await Promise.all([...[plain, read(1)].map(({ plan }) => this.fetch(termsOf(plan))), ...Array.from(unread, (name) => this.file(name, (reader) => this.known.add(name, this.readFolk(reader))))]);
    }
  }

  fetch(terms, tier) {
    const needed = terms.filter((term) => tier === "B" || !isBody(term)).flatMap((term) => this.shardsOf(term));
    return Promise.all(needed.map((name) => this.file(name, (reader) => this.readShard(reader, name[0]))));
  }

  async run(plan, terms, tier) {
    await this.fetch(terms, tier);
    return new Evaluator(this, tier === "B").run(plan);
  }

  /** Splits a text into parts, those that a result's words are in marked. */
  highlight(text, { words }) {
    return text.split(LETTERS).filter(Boolean).map((part) => ({ text: part, marked: words.has(this.bare(part)) }));
  }

  /** Moves the hits of just the name that was typed to the front: of the first ones, and of further ones that may be of it. */
  async namedFirst(found, name) {
    const { page } = this.header.limits;
    const words = name.split(" ").length;
    const least = f(this.weights.name_cover * found.reduce((most, { cover }) => Math.max(most, cover), 0));
    const isNear = ({ doc, cover }) => {
      const terms = lengthOf(this.norms[doc]);
      return cover >= least && terms >= Math.floor((words * 7) / 8) && terms < 2 * words + 4;
    };
    const near = [...found.slice(0, page), ...found.slice(page).filter(isNear).slice(0, 2 * page)];
    const hits = await this.hits(near);
    const named = new Set(near.filter((_, at) => this.isName(hits[at].title, name)));
    return [...named, ...found.filter((hit) => !named.has(hit))];
  }

  hits(found) {
    return Promise.all(found.map((hit) => this.hit(hit)));
  }

  async hit({ doc, score }) {
    const { per_summary, documents } = this.header;
    const at = doc % per_summary;
    const length = Math.min(per_summary, documents - doc + at);
    const summaries = await this.file(`s${(doc - at) / per_summary}`, (reader) => this.readSummaries(reader, length));
    const hit = summaries[at];
    return { ...hit, title: this.text(hit.title), summary: this.text(hit.summary), score };
  }

  /** Reads what hits show; texts stay in pieces, since few of them are ever shown. */
  readSummaries(reader, length) {
    let summary = [];
    const hits = Array.from({ length }, () => {
      const title = this.pieces(reader);
      if (reader.number()) summary = this.pieces(reader);
      return { title, summary };
    });
    return hits.map((hit) => {
      const key = reader.text();
      return { key, url: reader.text().replace("\u0001", () => key), ...hit, ...readFacts(reader.number()), time: reader.number(), fee: reader.number() };
    });
  }

  facts() {
    return this.file("facets", (reader) => {
      const every = (read) => Array.from(this.norms, read);
      const column = () => {
        const names = reader.times(() => this.text(this.pieces(reader)));
        return every(() => names[reader.number()]);
      };
      const fields = column();
      const others = every(() => readFacts(reader.number()));
      const agencies = column();
      return others.map((other, at) => ({ ...other, field: fields[at], agency: agencies[at] }));
    });
  }

  // Terms

  add(text, lists) {
    this.lists.set(text, { ...this.lists.get(text), ...lists });
  }

  /** Reads postings by the letter of their file. */
  readShard(reader, letter) {
    if (letter === "a") this.readNames(reader);
    else for (const text of reader.texts()) this.add(text, { [letter === "b" ? BODY : CODE]: reader.ascending(this.header.documents) });
  }

  /** Reads words with their exact forms and pairs. */
  readNames(reader) {
    const { folded } = this;
    const words = reader.ascending(folded.length);
    const forms = reader.texts();
    // Names, their exact words, and keywords are positions among those of the word, where it has them.
    const among = (whole) => {
      const numbers = reader.ascending(whole?.length ?? this.header.documents);
      return whole ? numbers.map((at) => whole[at]) : numbers;
    };
    const lists = (whole) => {
      const places = reader.number();
      const found = {};
      for (const place of FIELDS.keys()) if (places & (1 << place)) found[place] = among(place < 3 && whole[place]);
      return found;
    };
    for (const word of words) {
      const whole = lists([]);
      this.add(folded[word], whole);
      reader.times(() => {
        const found = among(whole[NAME]);
        this.add(`${forms.shift()}`, { [EXACT]: found.length ? found : whole[NAME] });
      });
      for (const second of reader.ascending(folded.length)) this.add(`${folded[word]} ${folded[second]}`, lists(whole));
    }
  }

  /** The shards that may have a term. */
  shardsOf({ field, text, prefix }) {
    const place = (letter, at) => this.boundaries[letter].filter((boundary) => boundary <= at).length;
    if (field === "code") {
      // Of a prefix, the first terms count; they are never in more than two files.
      const [from, to] = [place("c", text), place("c", text + (prefix ? "\uffff" : ""))];
      return [`c${from}`, `c${Math.min(from + 1, to)}`];
    }
    const [first, second] = this.fold(text).split(" ");
    const file = this.fileOf.get(first);
    if (field !== "body") return file >= 0 ? [`a${file}`] : [];
    const rarer = this.frequency(second) < this.frequency(first) ? second : first;
    const beside = this.fileOf.get(rarer) ?? -1;
    return [`b${place("b", beside < 0 ? sign(rarer) % this.places : beside)}`];
  }

  /** The documents of a term; of a prefix, of the first terms that begin so. */
  postings({ text, prefix }, place) {
    const texts = prefix ? [...this.lists.keys()].filter((other) => other.startsWith(text)).sort() : [text];
    const lists = texts.map((text) => this.lists.get(text)?.[place]).filter(Boolean);
    return lists.slice(0, this.header.limits.completions);
  }

  // Files

  /** Loads a file of the publication once, and keeps what is read. */
  file(name, read) {
    const { files } = this;
    files[name] ??= this.load(`${this.header.folder}/${name}.bin`, read).catch((error) => {
      delete files[name];
      throw error;
    });
    return files[name];
  }

  async load(file, read, init) {
    try {
      const load = this.options?.fetch ?? fetch;
      const response = await load(new URL(file, this.base).href, init);
      if (!response.ok) throw Error(`HTTP ${response.status}`);
      return read(await unseal(new Uint8Array(await response.arrayBuffer())));
    } catch (error) {
      throw new SearchError(file, error);
    }
  }
}

/** Counts hits by field, agency, level and online. */
function count(found, facts) {
  const counts = { field: {}, agency: {}, level: {}, online: {} };
  for (const { doc } of found) {
    for (const name in counts) {
      const value = facts[doc][name];
      counts[name][value] = (counts[name][value] ?? 0) + 1;
    }
  }
  return counts;
}
