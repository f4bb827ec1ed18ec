// The search, in the browser and in node: reads the files that `congkhai build` exports from its tantivy index,
// understands a query as the program does, and ranks exactly as tantivy does.
//
//   import { open } from "./search.js";
//   const search = await open("tim-kiem/du-lieu/vi/");
//   const { hits, total, tier } = await search.query("khai sinh", { limit: 10 });
//
// Single-precision arithmetic (`f`) and the order of every sum follow the native code; tests hold the two together.
// Everything is declared by `let`: one word for it packs better than two.
// Publication drops comments, blanks and indentation, and shortens some names that are not seen from outside:
// Names of no other module: VIETNAMESE word reader folded header found cover terms term read count exact before letter place
// Names of no other module: mass sense kept letters number other known documents phrase clauses part code start last
// Names of no other module: frequency lists pieces byte boost piece norm kind nameOf whole guesses facts typed times
// Names of no other module: take same files tone unread DOCUMENTS alike page ascending texts index bytes rest others
// Names of no other module: beside fewest shape entries mark sign plain prefix changed next alternatives signs drain
// Names of no other module: entry bare unit fold first error after readings short longestPhrase unfinished isBody
// Names of no other module: shapes FIELDS numbers column second counts planWord NAME KEEP FOLK load frequencies fits
// Names of no other module: factor per_summary unifyFinalY multiplied clause norms isPlain shared guess doubted
// Names of no other module: covered keyed isAscii LETTERS likeliest phrases places fileOf bodies alone reading forms
// Names of no other module: hasPair weight response utf8 seen init base way TELEX FOLDER NAME_PAIR near literal
// Names of no other module: abbreviations exactForm unpack readPhrases isOneSlip readFacts lengthOf
// Names of no other module: termsOf SHORT_WORD wanting senses wanted opened massOf clauseOf stroke shardsOf horned
// Names of no other module: isWord digits sound form rarer among skip pages horn tones TONES share named isNamed
// Names of no other module: READINGS KEYWORDS_COVER DOUBTFUL_PAIR OF_PREFIX UNKNOWN_MASS exceptions mayMean postings
// Names of no other module: understand boundaries averages priors unseal Reader givesWay readSummaries
// Names of no other module: byFrequency lengthPart decodeKeys CODE_WORDS difference agencies namedFirst spelled
// Names of no other module: readWord Evaluator Sheet summaries hornOrLetter readNames readShard readFolk settle
// Names of no other module: hasPhrase leastKind readMeans unpacked isAnswer average setTone fields needed isNear
// Names of no other module: LEVELS least folk boundary method result line apart learn HATS five EXACT CODE BODY
// Names of no other module: MAGIC prior codes names said VNI cut PER_SUMMARY LONGEST_PHRASE COMPLETIONS LONGEST
// Names of no other module: MOST_WORDS PAGE SUMS EXCEPTIONS OF_NAME OF_EXACT OF_KEYWORDS KEYWORDS_PAIR OF_OTHERS
// Names of no other module: OF_BODY OTHER_COVER BODY_COVER SINGLE_COVER TYPO MASS_CAP PHRASE_MASS LITERAL OTHER_MARKS
// Names of no other module: OF_PRIOR MINIMUM_COVER ANSWER_COVER NAME_COVER COVER_POWER PHRASE_POWER ANSWERS
// Names of no other module: doc makes value folder ways parts most run hit say pair end now idf answer sum K1 sounds

/** What every file begins with: two letters and the version of the format. */
let MAGIC = "CK\u0002";
let FIELDS = ["name", "exact", "keywords", "results", "field", "agency", "code", "body"];
let [NAME, EXACT, , , , , CODE, BODY] = FIELDS.keys();
// Places in the header, in the order in which it is written.
let [
  FOLDER, DOCUMENTS, PER_SUMMARY, LONGEST_PHRASE, COMPLETIONS, READINGS, LONGEST, MOST_WORDS, PAGE, SUMS, VIETNAMESE,
  EXCEPTIONS, OF_NAME, NAME_PAIR, OF_EXACT, OF_KEYWORDS, KEYWORDS_PAIR, OF_OTHERS, OF_BODY, KEYWORDS_COVER,
  OTHER_COVER, BODY_COVER, SINGLE_COVER, DOUBTFUL_PAIR, OF_PREFIX, TYPO, MASS_CAP, UNKNOWN_MASS, PHRASE_MASS, LITERAL,
  OTHER_MARKS, OF_PRIOR, MINIMUM_COVER, ANSWER_COVER, NAME_COVER, COVER_POWER, PHRASE_POWER, ANSWERS,
] = Array(38).keys();
let LEVELS = [null, "central", "province", "district", "commune"];
let f = Math.fround;

/** What goes wrong on the way: a `file` that is missing, cut or foreign. `cause` is the error behind it. */
export class SearchError extends Error {
  constructor(file, cause) {
    super(`Search data: ${file}`, { cause });
    this.file = file;
  }
}

/**
 * Opens the search whose files are in the folder `base`.
 * @param {string|URL} base address of the folder, relative to the page
 * @param {{ fetch?: typeof fetch }} options
 * @param {RequestInit} init how the first file is asked for
 * @returns {Promise<Search>}
 * @throws {SearchError}
 */
export async function open(base, options, init) {
  let search = new Search();
  search.base = new URL(`${base}`.replace(/\/?$/, "/"), globalThis.document?.baseURI);
  search.options = options;
  await search.start(init);
  return search;
}

// ── Files ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Unpacks bytes; the checksum in them tells when they are damaged. */
async function unpack(bytes, format) {
  let unpacked = new Response(bytes).body.pipeThrough(new DecompressionStream(format));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}

/** Opens a file. A host that stores files packed may hand out what it stores. */
async function unseal(file) {
  if (file[0] === 31) file = await unpack(file, "gzip");
  if (utf8.decode(file.subarray(0, 3)) !== MAGIC) throw Error("damaged");
  return new Reader(await unpack(file.subarray(3), "deflate"));
}

let utf8 = new TextDecoder();

/** Reads the bytes of an unpacked file one after the other; it never reads, or makes room for, more than there are. */
class Reader {
  at = 0;

  constructor(bytes) {
    this.bytes = bytes;
  }

  take(length) {
    let start = this.at;
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
      let byte = this.byte();
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  }

  text() {
    return utf8.decode(this.take(this.number()));
  }

  /** As many things as a number says; each of them takes a byte or more. */
  times(read) {
    let length = this.number();
    this.take(length);
    this.at -= length;
    return Array.from({ length }, read);
  }

  /** Sorted texts: of each, how much it shares with the one before, and the rest. */
  texts() {
    let text = "";
    let pieces = utf8.decode(this.take(this.number())).matchAll(/([\0-\x1f])([^\0-\x1f]*)/g);
    return Array.from(pieces, ([, shared, rest]) => (text = text.slice(0, shared.charCodeAt()) + rest));
  }

  /** Ascending numbers below a limit. */
  ascending(limit) {
    let next = 0;
    let numbers = this.times(() => (next += this.number() + 1) - 1);
    if (next > limit) throw Error("damaged");
    return numbers;
  }
}

// ── Words ──────────────────────────────────────────────────────────────────────────────────────────────────────────

let LETTERS = /([\p{Alphabetic}\p{N}\u0300-\u036f]+)/gu;
/** Most words, told faster: a few small Latin letters. */
let SHORT_WORD = /^[a-zà-öø-ɏḀ-ỹ]{1,10}$/;
/** Acute, grave, hook, tilde, dot: in the order of VNI's keys. */
let TONES = "\u0301\u0300\u0309\u0303\u0323";
let isPlain = (word) => word.folded === word.exact;
let plain = (folded) => ({ folded, exact: folded });
let nameOf = (words) => words.map((word) => word?.folded).join(" ");
let isAscii = (text) => /^[\0-\x7f]*$/.test(text);
/** The first half of a pair, and a factor of the pair. */
let beside = (word, factor = 1) => word && { folded: word.folded, factor };

/** Folds texts: lower case without marks, `đ` as `d`. `exceptions` are what does not follow from Unicode. */
function folder(exceptions) {
  let known = new Map();
  for (let line of exceptions.split("\n")) {
    let [result, letters] = line.split(" ");
    for (let letter of letters ?? "") known.set(letter, result);
  }
  let bare = (piece) => known.get(piece) ?? (/\p{M}/u.test(piece) ? "" : piece);
  let apart = (letter) => known.set(letter, Array.from(letter.normalize("NFD").toLowerCase(), bare).join("")).get(letter);
  return (text) => Array.from(text, (letter) => known.get(letter) ?? apart(letter)).join("");
}

/** Writes the final `y` of `ky`, `ly`, `quy` as `i`. */
let unifyFinalY = (word) => word.replace(/^(qu|[b-df-hj-np-tv-xzđ]+)y$/, "$1i");

/** Lower case with marks, the tone last. */
function exactForm(text) {
  let letters = "";
  let tone = "";
  for (let piece of text.normalize("NFD")) {
    if (TONES.includes(piece)) tone = piece;
    else letters += piece.toLowerCase();
  }
  return unifyFinalY(letters.normalize("NFC")) + tone;
}

/** Whether a typed word may stand for another: every mark it has is the other's, and it may leave some out. */
let mayMean = (word, { exact }) => word.exact.split("").every((letter, at) => isAscii(letter) || letter === exact[at]);

/** What the keys of a typing method say that were sent without it; nothing where none is a sign of the method. */
function decodeKeys(word, method) {
  let keys = { letters: [], tone: "" };
  let signs = 0;
  for (let key of word) {
    if (method[key]?.(keys)) signs++;
    else if (/[a-z]/.test(key)) keys.letters.push(key);
    else return "";
  }
  return signs && exactForm(keys.letters.join("") + keys.tone);
}

/** Five keys that set a tone, once, if there is a vowel. */
let tones = (five) => {
  let setTone = (tone) => (keys) => !keys.tone && /[aeiouyăâêôơư]/.test(keys.letters) && (keys.tone = tone);
  return Object.fromEntries(Array.from(five, (key, at) => [key, setTone(TONES[at])]));
};
let stroke = ({ letters }) => letters[0] === "d" && (letters[0] = "đ");
/** Gives the last letter that takes it another shape. */
let mark = (shapes) => ({ letters }) => {
  let at = letters.findLastIndex((letter) => shapes[letter]);
  return at >= 0 && (letters[at] = shapes[letters[at]]);
};
/** Like `mark`, but `uo` takes the horn as a whole, `uu` and a final `ua` at the first letter. */
let horn = (shapes) => (keys) => {
  let word = keys.letters.join("");
  let horned = word.replace(/u[ou]|[^q]ua$/, (part) => (part === "uo" ? "ươ" : part.replace("u", "ư")));
  return horned === word ? mark(shapes)(keys) : (keys.letters = [...horned]);
};
let hornOrLetter = (keys) => horn({ a: "ă", o: "ơ", u: "ư" })(keys) || keys.letters.push("ư");
let HATS = { a: mark({ a: "â" }), e: mark({ e: "ê" }), o: mark({ o: "ô" }) };
let TELEX = { ...HATS, w: hornOrLetter, d: stroke, ...tones("sfrxj") };
let VNI = { 6: mark({ a: "â", e: "ê", o: "ô" }), 7: horn({ o: "ơ", u: "ư" }), 8: mark({ a: "ă" }), 9: stroke, ...tones("12345") };

let sounds = { __proto__: null };
/** What a folded word sounds like; words that are taken for each other sound the same. */
let sound = (folded) =>
  sounds[folded] ??= folded.replace(/^x/, "s").replace(/^tr/, "ch").replace(/^(gi|r|v)/, "d").replace(/^l|n[gh]$/g, "n").replace(/t$/, "c").replace(/ie(?=u)|y/g, "i");

/** Whether one letter added, left out or changed, or two neighbours exchanged, makes one word the other. */
function isOneSlip(a, b) {
  if (a.length > b.length) return isOneSlip(b, a);
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  let same = (from, to) => a.slice(at + from) === b.slice(at + to);
  if (a.length < b.length) return same(0, 1);
  return same(1, 1) || (same(2, 2) && a[at] === b[at + 1] && a[at + 1] === b[at]);
}

/** A code of a procedure, or its beginning, in words joined by blanks. */
let CODE_WORDS = /^(?:(\d) (\d{3,6})|(\d{7}))( h\d{1,3})?(?= |$)/;

// ── Ranking ────────────────────────────────────────────────────────────────────────────────────────────────────────

let K1 = f(1.2);
let B = f(0.75);

let idf = (frequency, documents) => f(Math.log(f(1 + f(f(f(documents - frequency) + 0.5) / f(frequency + 0.5)))));

/** The part of BM25 that grows with the length of a text. */
let lengthPart = (norm, average) => f(K1 * f(f(1 - B) + f(f(B * lengthOf(norm)) / average)));

/** The length that a fieldnorm stands for: exact up to 40, then with three significant bits. */
let lengthOf = (norm) => (norm < 32 ? norm : 24 + ((8 | (norm & 7)) << ((norm >> 3) - 4)));

/** A score multiplied by a cover, several times. */
let multiplied = (score, cover, times) => (times ? multiplied(f(score * cover), cover, times - 1) : score);

let massOf = (parts) => parts.reduce((sum, part) => f(sum + part.mass), 0);
/** The part of a query's or phrase's mass that is covered. */
let share = (cover, mass) => (mass > 0 ? f(cover / mass) : 1);

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
    for (let doc of this.seen) {
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
    this.header = index.header;
    [this.terms, this.words, this.ways, this.clauses, this.query] = Array.from({ length: 5 }, () => new Sheet(this.header[DOCUMENTS]));
  }

  run({ clauses }) {
    for (let clause of clauses) {
      for (let way of clause.alternatives) this.way(way);
      let { documents = [], scores, covers, unit } = clause.meant ?? {};
      documents.forEach((doc, at) => this.clauses.join(doc, scores[at] * unit, covers[at] / 32, Math.max));
      this.clauses.drain((doc, score, cover) => this.query.join(doc, score, f(clause.mass * cover)));
    }
    let hits = [];
    let mass = massOf(clauses);
    this.query.drain((doc, score, covered) => {
      let cover = share(covered, mass);
      let prior = f(1 + f(f(this.header[OF_PRIOR] * this.index.priors[doc]) / 255));
      let hit = { doc, cover, score: f(multiplied(score, cover, this.header[COVER_POWER]) * prior) };
      if (cover >= this.header[MINIMUM_COVER]) hits.push(hit);
    });
    return hits.sort((a, b) => b.score - a.score || a.doc - b.doc);
  }

  /** An alternative of a clause; the best counts, separately by score and by cover. */
  way({ boost, words }) {
    for (let word of words) {
      for (let term of word.terms) if (this.bodies || !isBody(term)) this.term(term);
      this.words.drain((doc, score, cover) => this.ways.join(doc, score, f(word.mass * cover)));
    }
    let mass = massOf(words);
    this.ways.drain((doc, score, covered) => {
      let cover = share(covered, mass);
      this.clauses.join(doc, f(boost * multiplied(score, cover, this.header[PHRASE_POWER])), cover, Math.max);
    });
  }

  /** tantivy's BM25 of a term; of a prefix, the best of its terms. */
  term(term) {
    let place = FIELDS.indexOf(term.field);
    for (let documents of this.index.postings(term, place)) {
      let weight = f(idf(documents.length, this.header[DOCUMENTS]) * f(1 + K1));
      let scores = [];
      for (let doc of documents) {
        let norm = place === NAME ? this.index.norms[doc] : 1;
        let score = (scores[norm] ??= f(weight * f(1 / f(1 + lengthPart(norm, this.index.averages[place])))));
        this.terms.join(doc, score, 0, Math.max);
      }
    }
    this.terms.drain((doc, score) => {
      this.words.join(doc, f(term.boost * score), 0);
      this.words.join(doc, 0, term.cover, Math.max);
    });
  }
}

let isBody = ({ field }) => field === "body";
let termsOf = ({ clauses }) => clauses.flatMap(({ alternatives }) => alternatives.flatMap(({ words }) => words.flatMap((word) => word.terms)));
let readFacts = (facts) => ({ level: LEVELS[facts & 7], online: (facts & 8) > 0, partly: facts > 15 });

// ── Understanding ──────────────────────────────────────────────────────────────────────────────────────────────────

// What is to be done with a phrase of the tables: 0 and 1 are dropped, the former only if its marks were typed.
let [KEEP, FOLK] = [2, 3];

/** A number that a phrase is told by, though others may have the same. */
let sign = (name) => name.split("").reduce((sign, unit) => Math.imul(sign ^ unit.charCodeAt(), 0x9e3779b1), 0) >>> 13;

let term = (field, text, boost, cover, prefix) => ({ field, text, boost, cover, prefix });
/** A clause of one term. */
let clauseOf = (mass, term) => ({ mass, alternatives: [{ boost: 1, words: [{ mass, terms: [term] }] }] });

/**
 * An opened search; see `open`. First the words of the index, the tables of what people say, and how a query becomes a
 * plan by them; then what is asked from outside.
 */
class Search {
  learn(reader) {
    this.header = JSON.parse(reader.text(), (_, value) => (value.toFixed ? f(value) : value));
    this.boundaries = { b: reader.ascending(2 ** 16), c: reader.texts() };
    this.fold = folder(this.header[EXCEPTIONS]);
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
    for (let sign of reader.ascending(2 ** 19)) {
      let files = [];
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
      let sort = reader.number();
      let sense = { kind: sort % 4, place: sort >> 2 };
      let say = [];
      reader.times(() => {
        let shared = reader.number();
        say = [...this.phrase(reader), ...say.slice(say.length - shared)];
        let same = [...(this.phrases.get(nameOf(say)) ?? []), { say, sense }];
        this.phrases.set(nameOf(say), same.sort((a, b) => a.sense.place - b.sense.place));
      });
      sense.words = readMeans?.();
      return sense;
    });
  }

  /** Reads folk phrases, and what they mean: documents with scores and covers. */
  readFolk(reader) {
    let senses = this.readPhrases(reader, () => reader.times(() => this.phrase(reader)).flat());
    for (let sense of senses) {
      sense.unit = 2 ** (reader.number() - 32);
      sense.documents = reader.ascending(this.header[DOCUMENTS]);
    }
    for (let column of ["scores", "covers"]) for (let sense of senses) sense[column] = reader.take(sense.documents.length);
  }

  /** Reads words of the tables. */
  phrase(reader) {
    return this.pieces(reader).map(({ code }) => this.form(code));
  }

  /** Reads a text in pieces: codes of the lexicon with their case (2: capital, 3: capitals), or what is isNamed spelled out. */
  pieces(reader) {
    let pieces = [];
    for (let byte, shape; (byte = reader.byte()); ) {
      if (byte === 1) pieces.push({ literal: reader.text() });
      else if (byte < 4) shape = byte;
      else {
        let page = byte - 4;
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
    for (let { literal, code, shape } of pieces) {
      let piece = literal ?? this.entries[code];
      let isWord = code >= 0 && piece.search(LETTERS) >= 0;
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
    let words = (SHORT_WORD.test(text) ? [text] : (text.match(LETTERS) ?? [])).map((word) => ({ folded: this.bare(word), exact: exactForm(word) }));
    return words.filter(({ folded }) => folded && (folded.length < 11 || new TextEncoder().encode(folded).length < 33));
  }

  frequency(folded) {
    return Math.max(0, (this.frequencies.get(folded) ?? 0) - 1);
  }

  likeliest(fits) {
    let found = this.folded.filter((word) => this.frequencies.get(word) && !/^\d/.test(word) && fits(word));
    return found.sort((a, b) => this.frequency(b) - this.frequency(a) || (a < b ? -1 : 1)).slice(0, this.header[READINGS]);
  }

  /** Other words that sound like one. */
  alike({ folded }) {
    let said = sound(folded);
    return this.likeliest((known) => known !== folded && sound(known) === said);
  }

  /** Cuts a run-together text into the fewest known words. */
  cut(run) {
    let fewest = [];
    fewest[run.length] = [];
    for (let start = run.length - 2; start >= 0; start--) {
      for (let end = start + 2; end <= Math.min(start + 7, run.length); end++) {
        let word = unifyFinalY(run.slice(start, end));
        let rest = fewest[end];
        if (rest && !(fewest[start]?.length <= rest.length) && this.frequency(word)) fewest[start] = [word, ...rest];
      }
    }
    return isAscii(run) && fewest[0]?.length > 1 ? fewest[0] : null;
  }

  /** A word as typed → words as meant: abbreviation, raw keys, missing blanks, unfinished or mistyped word. */
  readWord(word, last) {
    let { folded } = word;
    if (this.abbreviations.has(folded)) return this.abbreviations.get(folded).map((meant) => ({ ...meant, opened: 1 }));
    if (this.frequencies.get(folded)) return [word];
    // No syllable begins with a mere `p`.
    let fits = (exact) => this.frequencies.get(this.fold(exact)) && exact.search(/^p[^h]/);
    let keyed = this.header[VIETNAMESE] && isPlain(word) && [TELEX, VNI].map((keys) => decodeKeys(folded, keys)).find(fits);
    if (keyed) return [{ folded: this.fold(keyed), exact: keyed, changed: 1 }];
    let unfinished = last ? this.likeliest((known) => known.startsWith(folded)) : [];
    if (unfinished.length) return [{ ...word, words: unfinished, boost: this.header[OF_PREFIX], unfinished: 1 }];
    let alike = this.alike(word);
    let guesses = alike[0] || folded.length < 3 || !isAscii(folded) ? alike : this.likeliest((known) => isOneSlip(folded, known));
    if (guesses[0]) return [{ ...word, guesses }];
    return this.cut(folded)?.map((part) => ({ ...plain(part), changed: 1 })) ?? [word];
  }

  /** The longest phrase that words begin with, of the wanted kinds; a folk phrase that is still to be read may be one. */
  longestPhrase(words, marked, leastKind) {
    let found = { count: 1, kind: KEEP };
    for (let count = 1; count <= Math.min(this.header[LONGEST_PHRASE], words.length); count++) {
      let typed = words.slice(0, count);
      let name = nameOf(typed);
      let same = this.wanted(this.signs.get(sign(name)) ?? [])[0] && this.guess ? [{ say: typed, sense: { kind: FOLK } }] : (this.phrases.get(name) ?? []);
      let others = (say) => typed.filter((word, at) => !mayMean(word, say[at]));
      let asTyped =
        same.find(({ say }) => say.every(({ exact }, at) => exact === typed[at].exact)) ??
        same.find(({ say, sense }) => (sense.kind || !marked) && !others(say)[0]);
      // Half the country says hỏi and ngã alike, so that where one was typed the marks may be others.
      let phrase = asTyped ?? same.find(({ say, sense }) => sense.kind && others(say).every(({ exact }) => /[\u0303\u0309]/.test(exact)));
      if (phrase?.sense.kind >= leastKind) {
        found = { count, ...phrase.sense };
        if (!asTyped) found.unit *= this.header[OTHER_MARKS];
      }
    }
    return found;
  }

  /** Whether a word, with another in its place, is part of a phrase of several words. */
  hasPhrase(words, at, other) {
    let changed = words.map((word, place) => (place === at ? other : word));
    return words.some((_, from) => (at - from) >>> 0 < this.header[LONGEST_PHRASE] && this.longestPhrase(changed.slice(from), true, FOLK).count > Math.max(1, at - from));
  }

  /** Of some files those that are still to be read. */
  wanted(files) {
    return files.filter((file) => !this.known.has(file) && this.unread.add(file));
  }

  /** Whether a name has two words one after the other; until what tells it was read, they are not doubted. */
  hasPair(...pair) {
    let text = nameOf(pair);
    return this.wanted(this.shardsOf({ text }))[0] ?? this.lists.get(text)?.[NAME];
  }

  /**
   * Settles by its neighbours what a mistyped word stands for; a known one that makes nothing with them is read as
   * another that sounds like it and does.
   */
  settle(kept) {
    kept.forEach((word, at) => {
      let { before, guesses } = word;
      let phrase = (other) => this.hasPhrase(kept, at, other);
      let makes = (other) => phrase(other) || this.hasPair(before, other);
      if (!guesses && (word.words || word.opened || makes(word) || this.hasPair(word, kept[at + 1]))) return;
      let others = (guesses ?? this.alike(word)).map(plain);
      // A short word is one slip away from too many others.
      let other = others.find(makes) ?? (guesses && word.folded.length > 3 && others[0]);
      if (!other) return;
      word.changed = 1;
      if (guesses) Object.assign(word, other, { words: [...new Set([other.folded, ...guesses])], boost: this.header[TYPO] });
      else if (phrase(other)) Object.assign(word, { typed: { ...word } }, other);
      else word.alike = other;
    });
  }

  /** Drops what says nothing; each word that is left remembers what it makes a pair with. */
  keep(words) {
    let marked = !words.every((word) => word.opened || isPlain(word));
    let kept = [];
    let before;
    for (let at = 0; at < words.length; ) {
      let { count, kind } = this.longestPhrase(words.slice(at), marked, 0);
      let part = words.slice(at, (at += count));
      if (kind < KEEP) {
        let last = kept.at(-1);
        // A stop phrase that is doubtful may be a word after all.
        let doubted = !kind && !marked && part[0];
        if (last && doubted) last.after = doubted;
        before = beside(doubted || last, this.header[DOUBTFUL_PAIR]);
      } else {
        for (let word of part) {
          kept.push(Object.assign(word, { before }));
          before = beside(word);
        }
      }
    }
    return kept.length ? kept : words.map((word, at) => Object.assign(word, { before: beside(words[at - 1]) }));
  }

  /** Understands a query: its plan, as the program makes it, its words as meant where not as typed. */
  understand(query, asTyped) {
    let typed = this.words([...query].slice(0, this.header[LONGEST]).join("")).slice(0, this.header[MOST_WORDS]);
    let name = nameOf(typed);
    let clauses = this.codes(typed);
    let read = typed.flatMap((word, at) => {
      let last = at === typed.length - 1;
      let words = asTyped ? [word] : this.readWord(word, last);
      return words.map((word, i, { length }) => ({ ...word, last: last && i === length - 1 }));
    });
    let kept = this.keep(read);
    if (!asTyped) this.settle(kept);
    for (let at = 0; at < kept.length; ) {
      let phrase = this.longestPhrase(kept.slice(at), true, KEEP);
      let folk = phrase.kind > KEEP;
      // A phrase to keep gives way to a folk phrase that begins inside it and goes on behind it, a folk phrase to a longer one.
      let givesWay = (skip) => this.longestPhrase(kept.slice(at + skip), true, FOLK).count > phrase.count - (folk ? 0 : skip);
      let count = 1;
      while (count < phrase.count && !givesWay(count)) count++;
      let part = kept.slice(at, (at += count));
      clauses.push(...(folk && count === phrase.count ? [this.folk(part, phrase)] : part.map((word) => this.word(word))));
    }
    for (let word of kept) if (word.after) clauses.push(clauseOf(0, term("name", nameOf([word, word.after]), f(this.header[NAME_PAIR] * this.header[DOUBTFUL_PAIR]), 0)));
    // Words as names write them.
    let spelled = ({ exact }) => this.entries.find((_, code) => this.form(code)?.exact === exact) ?? exact.replace(/([^aeiouyăâêôơư]*)(\p{M})$/u, "$2$1").normalize("NFC");
    return { plan: { clauses, name }, meant: read.some((word) => word.changed) ? read.map((word) => spelled(word.alike ?? word)).join(" ") : null };
  }

  /** Takes the codes out of the words that were typed: a clause for each. */
  codes(words) {
    let clauses = [];
    for (let at = 0; at < words.length; at++) {
      let [found, first, rest, digits = first + rest] = nameOf(words.slice(at, at + 3)).match(CODE_WORDS) ?? [];
      if (!found) continue;
      clauses.push(clauseOf(10, term("code", digits, 10, 1, digits.length < 7)));
      words.splice(at--, found.split(" ").length);
    }
    return clauses;
  }

  // The clauses of a plan

  word(word) {
    let { before, words, alike, boost = 1 } = word;
    let readings = words?.map((folded) => this.planWord(plain(folded), before)) ?? [this.planWord(word, before, word.last)];
    if (word.unfinished && before) {
      let pair = term("name", nameOf([before, word]), f(this.header[NAME_PAIR] * before.factor), 1, true);
      readings.push({ mass: this.header[UNKNOWN_MASS], terms: [pair] });
    }
    // Only pairs: they stand in the file of the word before.
    if (alike) readings[0].terms.push(...this.planWord(alike, before).terms.filter(({ text }) => text.includes(" ")));
    let mass = Math.max(...readings.map((reading) => reading.mass));
    return { mass, alternatives: readings.map((reading) => ({ boost, words: [reading] })) };
  }

  /** A phrase as typed, and what it means. */
  folk(kept, meant) {
    let words = kept.map((word) => this.planWord(word.typed ?? word, word.before, word.last));
    return { mass: f(this.header[PHRASE_MASS] * kept.length), alternatives: [{ boost: this.header[LITERAL], words }], meant };
  }

  planWord(word, before, last) {
    let w = this.header;
    let { folded, exact } = word;
    let alone = before ? w[SINGLE_COVER] : 1;
    let terms = [term("name", folded, w[OF_NAME], alone)];
    if (!isPlain(word)) terms.push(term("exact", exact, w[OF_EXACT], alone));
    terms.push(term("keywords", folded, w[OF_KEYWORDS], f(w[KEYWORDS_COVER] * alone)));
    if (before) {
      let add = (field, weight, cover) => terms.push(term(field, nameOf([before, word]), f(weight * before.factor), cover));
      add("name", w[NAME_PAIR], 1);
      let pair = terms.at(-1);
      if (last) terms.push({ ...pair, boost: f(pair.boost * w[OF_PREFIX]), prefix: true });
      add("keywords", w[KEYWORDS_PAIR], w[KEYWORDS_COVER]);
      ["results", "field", "agency"].forEach((field, at) => add(field, w[OF_OTHERS][at], w[OTHER_COVER]));
      add("body", w[OF_BODY], w[BODY_COVER]);
    }
    let frequency = this.frequency(folded);
    let mass = frequency && !/^\d+$/.test(folded) ? Math.min(idf(frequency, this.header[DOCUMENTS]), w[MASS_CAP]) : w[UNKNOWN_MASS];
    return { mass, terms };
  }

  // The search

  /** Loads what every query needs. */
  async start(init) {
    let read = (reader) => {
      this.learn(reader);
      let documents = this.header[DOCUMENTS];
      let norm = 0;
      this.norms = reader.take(documents).map((difference) => (norm += difference));
      this.priors = reader.take(documents);
      this.averages = this.header[SUMS].map((sum) => f(f(sum) / f(documents)));
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
    let now = this.now ?? this;
    try {
      return await now.answer(text, options);
    } catch (error) {
      // A new publication may have replaced the folder that a cached start file names. Questions on their way keep theirs.
      let next = (this.now = await open(this.base, this.options, { cache: "reload" }));
      if (next.header[FOLDER] === now.header[FOLDER]) throw error;
      return next.answer(text, options);
    }
  }

  async answer(text, { limit = 10, offset = 0, tier, filters, facets, asTyped } = {}) {
    let facts = Promise.resolve(filters || facets ? this.facts() : []);
    facts.catch(() => {});
    let { plan, meant } = await this.read(text, asTyped);
    let terms = termsOf(plan);
    let read = tier ?? "A";
    let [found, known] = await Promise.all([this.run(plan, terms, read), facts]);
    let wanting = found.filter((hit) => hit.cover >= this.header[ANSWER_COVER]).length < this.header[ANSWERS] && terms.some(isBody);
    if (!tier && wanting) found = await this.run(plan, terms, (read = "B"));
    for (let name in filters) found = found.filter(({ doc }) => known[doc][name] === filters[name]);
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
      this.unread = new Set();
      let read = (guess) => this.understand(text, asTyped, (this.guess = guess));
      let plain = read(0);
      if (!this.unread.size) return plain;
      await this.fetch([plain, read(1)].flatMap(({ plan }) => termsOf(plan)));
    }
  }

  fetch(terms, tier) {
    let needed = terms.filter((term) => tier === "B" || !isBody(term)).flatMap((term) => this.shardsOf(term));
    return Promise.all([...this.unread, ...needed].map((name) => this.file(name, (reader) => this.known.add(name, this.readShard(reader, name[0])))));
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
    let page = this.header[PAGE];
    let words = name.split(" ").length;
    let least = f(this.header[NAME_COVER] * found.reduce((most, { cover }) => Math.max(most, cover), 0));
    let isNear = ({ doc, cover }) => {
      let terms = lengthOf(this.norms[doc]);
      return cover >= least && terms >= Math.floor((words * 7) / 8) && terms < 2 * words + 4;
    };
    let near = [...found.slice(0, page), ...found.slice(page).filter(isNear).slice(0, 2 * page)];
    let hits = await this.hits(near);
    let named = new Set(near.filter((_, at) => [name, `thu tuc ${name}`].includes(nameOf(this.words(hits[at].title)))));
    return [...named, ...found.filter((hit) => !named.has(hit))];
  }

  hits(found) {
    let per_summary = this.header[PER_SUMMARY];
    return Promise.all(found.map(async ({ doc, score }) => {
      let at = doc % per_summary;
      let length = Math.min(per_summary, this.header[DOCUMENTS] - doc + at);
      let hit = (await this.file(`s${(doc - at) / per_summary}`, (reader) => this.readSummaries(reader, length)))[at];
      return { ...hit, title: this.text(hit.title), summary: this.text(hit.summary), score };
    }));
  }

  /** Reads what hits show; texts stay in pieces, since few of them are ever shown. */
  readSummaries(reader, length) {
    let summary = [];
    let hits = Array.from({ length }, () => {
      let title = this.pieces(reader);
      if (reader.number()) summary = this.pieces(reader);
      return { title, summary };
    });
    return hits.map((hit) => {
      let key = reader.text();
      return { key, url: reader.text().replace("\u0001", () => key), ...hit, ...readFacts(reader.number()), time: reader.number(), fee: reader.number() };
    });
  }

  facts() {
    return this.file("facets", (reader) => {
      let every = (read) => Array.from(this.norms, read);
      let column = (names = reader.times(() => this.text(this.pieces(reader)))) => every(() => names[reader.number()]);
      let fields = column();
      let others = every(() => readFacts(reader.number()));
      let agencies = column();
      return others.map((other, at) => ({ ...other, field: fields[at], agency: agencies[at] }));
    });
  }

  // Terms

  add(text, lists) {
    this.lists.set(text, { ...this.lists.get(text), ...lists });
  }

  /** Reads postings by the letter of their file. */
  readShard(reader, letter) {
    if (letter === "m") this.readFolk(reader);
    else if (letter === "a") this.readNames(reader);
    else for (let text of reader.texts()) this.add(text, { [letter === "b" ? BODY : CODE]: reader.ascending(this.header[DOCUMENTS]) });
  }

  /** Reads words with their exact forms and pairs. */
  readNames(reader) {
    let { folded } = this;
    let words = reader.ascending(folded.length);
    let forms = reader.texts();
    // Names, their exact words, and keywords are positions among those of the word, where it has them.
    let among = (whole) => {
      let numbers = reader.ascending(whole?.length ?? this.header[DOCUMENTS]);
      return whole ? numbers.map((at) => whole[at]) : numbers;
    };
    let lists = (whole) => {
      let places = reader.number();
      let found = {};
      for (let place of FIELDS.keys()) if (places & (1 << place)) found[place] = among(place < 3 && whole[place]);
      return found;
    };
    for (let word of words) {
      let whole = lists([]);
      this.add(folded[word], whole);
      reader.times(() => {
        let found = among(whole[NAME]);
        this.add(`${forms.shift()}`, { [EXACT]: found.length ? found : whole[NAME] });
      });
      for (let second of reader.ascending(folded.length)) this.add(`${folded[word]} ${folded[second]}`, lists(whole));
    }
  }

  /** The shards that may have a term. */
  shardsOf({ field, text, prefix }) {
    let place = (letter, at) => this.boundaries[letter].filter((boundary) => boundary <= at).length;
    if (field === "code") {
      // Of a prefix, the first terms count; they are never in more than two files.
      let [from, to] = [place("c", text), place("c", text + (prefix ? "\uffff" : ""))];
      return [`c${from}`, `c${Math.min(from + 1, to)}`];
    }
    let [first, second] = this.fold(text).split(" ");
    let file = this.fileOf.get(first);
    if (field !== "body") return file >= 0 ? [`a${file}`] : [];
    let rarer = this.frequency(second) < this.frequency(first) ? second : first;
    let beside = this.fileOf.get(rarer) ?? -1;
    return [`b${place("b", beside < 0 ? sign(rarer) % this.places : beside)}`];
  }

  /** The documents of a term; of a prefix, of the first terms that begin so. */
  postings({ text, prefix }, place) {
    let texts = prefix ? [...this.lists.keys()].filter((other) => other.startsWith(text)).sort() : [text];
    let lists = texts.map((text) => this.lists.get(text)?.[place]).filter(Boolean);
    return lists.slice(0, this.header[COMPLETIONS]);
  }

  // Files

  /** Loads a file of the publication once, and keeps what is read. */
  file(name, read) {
    let { files } = this;
    return (files[name] ??= this.load(`${this.header[FOLDER]}/${name}.bin`, read).catch((error) => {
      delete files[name];
      throw error;
    }));
  }

  async load(file, read, init) {
    try {
      let load = this.options?.fetch ?? fetch;
      let response = await load(new URL(file, this.base).href, init);
      if (!response.ok) throw Error(response.status);
      return read(await unseal(new Uint8Array(await response.arrayBuffer())));
    } catch (error) {
      throw new SearchError(file, error);
    }
  }
}

/** Counts hits by field, agency, level and online. */
function count(found, facts) {
  let counts = { field: {}, agency: {}, level: {}, online: {} };
  for (let { doc } of found) {
    for (let name in counts) {
      let value = facts[doc][name];
      counts[name][value] = (counts[name][value] ?? 0) + 1;
    }
  }
  return counts;
}
