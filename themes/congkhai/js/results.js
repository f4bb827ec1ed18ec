// The search page: results as one types, filters, and an address that can be passed on.
import { PATIENCE, Session, Turns, bare, codeOf, element, isWhole, paused, record, speaker } from "./finder.js";

/** Hits shown at first, and added with every "more". */
const STEP = 10;
/** Values of a filter that are shown at once. */
const VALUES = 8;
/** Milliseconds without a key before the long texts are asked too. */
const LONG_PAUSE = 300;
/** Filter → its name in the address. */
const FILTERS = { field: "linh-vuc", agency: "co-quan", level: "cap", online: "truc-tuyen" };
/** Level → its value there. */
const LEVELS = { central: "bo", province: "tinh", district: "huyen", commune: "xa" };
/** Units of time in the order of the search data: a hit's time is 0 where the source does not say, else one more than
 * its tenths times the number of units, plus the place of its unit. */
const UNITS = ["hours", "working_hours", "days", "working_days", "months", "years"];
/** Stands in the address where words are to be taken as they were typed. */
const AS_TYPED = "dung-chu";
const YES = "co";

let page;

/** Brings the search page to life. */
export function attach(form, engine) {
  if (page) return;
  page = new SearchPage(form, new Session(form, engine));
  page.start();
}

/** A filter's value in the address. */
const written = (filter, value) => ({ online: YES, level: LEVELS[value] })[filter] ?? value;

/** What the address says of a filter; nothing where it is no value of it. */
function read(filter, value) {
  if (filter === "online") return value === YES || undefined;
  if (filter === "level") return Object.keys(LEVELS).find((level) => LEVELS[level] === value);
  return value || undefined;
}

/** What is asked for by the address of the page. */
function fromAddress() {
  const values = new URLSearchParams(location.search);
  const filters = {};
  for (const [filter, name] of Object.entries(FILTERS)) {
    const value = read(filter, values.get(name));
    if (value !== undefined) filters[filter] = value;
  }
  return { text: values.get("q")?.trim() ?? "", filters, asTyped: values.get(AS_TYPED) === YES };
}

/** The address of a question. */
function toAddress({ text, filters, asTyped }) {
  const values = new URLSearchParams(text ? { q: text } : {});
  for (const [filter, name] of Object.entries(FILTERS)) {
    if (filters[filter] !== undefined) values.set(name, written(filter, filters[filter]));
  }
  if (asTyped) values.set(AS_TYPED, YES);
  const query = values.toString();
  return `${location.pathname}${query ? `?${query}` : ""}`;
}

/** Which part of the words that were asked for must stand in a hit's name for it to tell why it was found. */
const TELLING = 0.6;

/** Waits until what was shown stands on the screen. */
const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

const isWide = () => matchMedia("(min-width: 48rem)").matches;
const hasFilters = ({ filters }) => Object.keys(filters).length > 0;

class SearchPage {
  constructor(form, session) {
    this.form = form;
    this.session = session;
    this.input = form.elements.q;
    this.found = document.querySelector("[data-found]");
    this.part = Object.fromEntries([...this.found.querySelectorAll("[data-part]")].map((part) => [part.dataset.part, part]));
    this.speak = speaker(this.found.querySelector("[role=status]"));
    this.title = document.title;
    this.texts = [];
    this.turns = new Turns();
    this.later = paused(() => this.type());
  }

  start() {
    this.input.addEventListener("input", (event) => (isWhole(event) ? this.later.now() : this.later()));
    this.form.addEventListener("submit", (event) => this.submit(event));
    this.input.addEventListener("keydown", (event) => this.intoHits(event));
    this.part.hits.addEventListener("keydown", (event) => this.amongHits(event));
    this.part.more.addEventListener("click", () => this.more());
    this.part.retry.addEventListener("click", () => this.search(this.asked));
    this.part.filters.addEventListener("toggle", () => this.countIfOpen());
    addEventListener("popstate", () => this.restore());
    addEventListener("online", () => this.part.failed.hidden || this.search(this.asked));
    this.part.filters.open = isWide();
    this.session.open();
    // What was typed while this script was on its way counts; else the address does.
    const typed = this.input.value.trim();
    const address = fromAddress();
    if (typed && typed !== address.text) {
      this.asked = { text: "", filters: {} };
      this.later();
    } else {
      this.restore();
    }
  }

  restore() {
    this.later.stop();
    const asked = fromAddress();
    this.input.value = asked.text;
    this.search(asked, { shown: history.state?.shown });
  }

  type() {
    const text = this.input.value.trim();
    if (text !== this.asked.text) this.search({ text, filters: this.asked.filters }, { entry: "replace", pause: LONG_PAUSE });
  }

  submit(event) {
    event.preventDefault();
    this.later.stop();
    // On a phone the keyboard would lie over what was found.
    if (matchMedia("(pointer: coarse)").matches) this.input.blur();
    const text = this.input.value.trim();
    // What stands there already needs no second entry in the history.
    const entry = text === this.asked.text ? "replace" : "push";
    this.search({ ...this.asked, text, asTyped: this.asked.asTyped && entry === "replace" }, { entry });
  }

  /** Asks a question and shows its answer; `entry` says what becomes of the address. */
  async search(asked, { entry, shown = STEP, pause } = {}) {
    this.asked = asked;
    this.shown = undefined;
    this.excerpts?.stop();
    this.excerpts = undefined;
    this.limit = shown;
    const isNewest = this.turns.next();
    if (entry) history[`${entry}State`]({}, "", toAddress(asked));
    document.title = asked.text ? `${asked.text} – ${this.title}` : this.title;
    for (const link of document.querySelectorAll(".language a")) link.search = location.search;
    if (!asked.text) {
      this.settle();
      this.total("");
      this.only();
      return;
    }
    const waiting = setTimeout(() => isNewest() && this.total(this.session.say("waiting")), PATIENCE);
    const show = (result, last) => {
      if (!result.total && !last) return;
      clearTimeout(waiting);
      this.show(result, last);
    };
    // What can be counted besides waits until the results stand there, unless they need the same file.
    const options = { limit: shown, ...this.options(asked), facets: hasFilters(asked) };
    try {
      await this.session.answer(asked.text, options, show, isNewest, pause);
      await painted();
      if (isNewest()) await this.countIfOpen();
    } catch {
      if (isNewest()) this.fail();
    } finally {
      clearTimeout(waiting);
    }
  }

  options({ filters, asTyped }) {
    return { filters: Object.keys(filters).length ? filters : undefined, asTyped };
  }

  /** Takes back the room that was kept for results. */
  settle() {
    this.found.classList.remove("waiting");
  }

  /** Says in the line above the results how many there are, or that they are on their way. */
  total(text) {
    this.part.total.textContent = text;
    this.speak(text);
  }

  /** Shows these parts of the result and hides the others. */
  only(...names) {
    for (const name of ["meant", "chosen", "failed", "none", "results"]) this.part[name].hidden = !names.includes(name);
  }

  fail() {
    this.settle();
    const offline = this.session.excuse() === "offline";
    this.part.online.hidden = offline;
    this.part.offline.hidden = !offline;
    this.only("failed");
    this.part.total.textContent = "";
    this.speak(this.part.failed.querySelector("h2").textContent);
  }

  /** Shows a result; what it adds to one of the same question comes below. */
  show(result, last) {
    this.settle();
    const known = new Set(this.shown?.map((hit) => hit.key));
    const fresh = result.hits.filter((hit) => !known.has(hit.key)).slice(0, this.limit - known.size);
    const items = fresh.map((hit) => this.hit(hit, result));
    if (this.shown) this.part.hits.append(...items);
    else this.part.hits.replaceChildren(...items);
    this.shown = [...(this.shown ?? []), ...fresh];
    this.only(
      result.meant ? "meant" : "",
      hasFilters(this.asked) || this.asked.asTyped ? "chosen" : "",
      result.total > 0 || hasFilters(this.asked) ? "results" : "none",
    );
    this.meant(result.meant);
    this.chosen();
    // The room beside the results is kept while they are counted.
    if (result.facets || !this.part.filters.open) this.facets(result);
    else this.part.filters.hidden = result.total < 2;
    this.tell(result, last);
    this.readTexts(result);
  }

  /** Asks whether something else was meant, where the words were read otherwise than typed. */
  meant(text) {
    if (!text) return;
    const asked = { text, filters: this.asked.filters };
    const link = this.follow(element("a", { href: toAddress(asked) }, text), asked);
    const typed = { ...this.asked, asTyped: true };
    const words = this.session.say("as_typed", { query: this.asked.text });
    const literally = this.follow(element("a", { href: toAddress(typed) }, words), typed);
    this.part.meant.replaceChildren(`${this.session.say("did_you_mean")} `, link, " ", literally);
    link.className = "guess";
  }

  /** Shows where the words stand in the pages of hits that only their texts explain. */
  async readTexts(result) {
    const texts = this.texts.splice(0);
    if (!texts.length) return;
    const { asked } = this;
    const { Excerpts } = await import("./excerpt.js");
    if (asked !== this.asked) return;
    this.excerpts ??= new Excerpts(this.session);
    for (const { note, address } of texts) this.excerpts.watch(note, address, result);
  }

  tell({ total, unread }, last) {
    const shown = this.shown.length;
    this.number = total;
    const none = !this.part.none.hidden && this.part.none.querySelector("h2").textContent;
    const part = shown < total ? `, ${this.session.say("shown", { n: this.session.number.format(shown) })}` : "";
    const some = unread ? `${part}. ${this.session.say("unread")}` : part;
    // What was asked stands in the box; who does not see it is told.
    this.part.total.textContent = none ? "" : this.session.count("count", total) + some;
    if (last) this.speak(none || this.session.count("total", total, { query: this.asked.text }) + some);
    this.part.more.hidden = shown >= total || shown === 0;
  }

  async more() {
    // A newer question has no answer yet that there could be more of.
    if (!this.shown) return;
    const { asked } = this;
    const before = this.shown.length;
    const isNewest = this.turns.next();
    try {
      const result = await this.session.query(asked.text, { limit: before + STEP, ...this.options(asked) });
      if (!isNewest()) return;
      this.limit = before + STEP;
      // The order of a result that comes later may be another; nothing is shown twice, nothing that is shown moves.
      this.show({ ...result, facets: undefined }, true);
      history.replaceState({ shown: this.shown.length }, "");
      if (this.shown.length === before) this.part.more.hidden = true;
      else this.links[before].focus();
      // The question itself may have been overtaken before it came to that.
      await this.countIfOpen();
    } catch {
      // What is shown stays, and so does the button: the rest may be there the next time.
      if (isNewest()) this.tell({ total: this.number, unread: true }, true);
    }
  }

  hit(hit, result) {
    const { session } = this;
    const link = element("a", { href: session.address(hit), ...record(hit.title) }, session.marked(hit.title, result));
    const found = link.querySelector("mark");
    const lines = hit.summary.split(" · ").filter(Boolean).map((text) => {
      return element("li", record(text), found ? text : session.marked(text, result));
    });
    const facts = this.facts(hit).map((text) => element("li", { class: "fact" }, text));
    const code = codeOf(hit) && element("li", { class: "fact" }, `${session.say("code")} `, element("b", {}, codeOf(hit)));
    const note = result.tier === "B" && !this.tells(hit, result) ? element("p", { class: "excerpt" }, found ? "" : session.say("in_text")) : undefined;
    if (note) this.texts.push({ note, address: session.address(hit) });
    // Between two facts there is a blank, so that lines can break there.
    const all = [...lines, ...facts, code].filter(Boolean).flatMap((fact, at) => (at ? [" ", fact] : [fact]));
    return element("li", {}, link, all.length ? element("ul", { class: "meta" }, ...all) : undefined, note);
  }

  /** Whether a hit's name and summary tell why it was found, by the words that were not only said by the way. */
  tells({ title, summary }, result) {
    const marked = (text) => new Set(this.session.search.highlight(text, result).filter((part) => part.marked).map((part) => bare(part.text)));
    const asked = [...marked(result.meant ?? result.plan.name)];
    const told = marked(`${title} ${summary}`);
    // Of an abbreviation only what it stands for is looked for.
    if (!asked.length) return told.size > 1;
    return asked.filter((word) => told.has(word)).length >= asked.length * TELLING;
  }

  /** How long, how much, at which level, how far online: what is known of it, in words. */
  facts({ time, fee, level, online, partly, summary }) {
    const { session } = this;
    const facts = [];
    if (time) facts.push(session.count(`unit_${UNITS[(time - 1) % UNITS.length]}`, Math.floor((time - 1) / UNITS.length) / 10));
    if (fee) facts.push(fee > 1 ? session.say("fee", { n: session.number.format(fee - 1) }) : session.say("free"));
    const name = level && this.label("level", level);
    // "Ủy ban nhân dân cấp xã" says the level already.
    if (name && !summary.toLowerCase().includes(name.toLowerCase())) facts.push(name);
    if (online || partly) facts.push(session.say(online ? "online_full" : "online_partly"));
    return facts;
  }

  /** The name of a filter's value: words of the interface where there are some, else as the records write it. */
  label(filter, value) {
    if (filter === "online") return this.session.say("online_full");
    return this.session.words[`${filter}_${value}`] ?? value;
  }

  /** What the results are narrowed to, each with the way to take it back. */
  chosen() {
    const { asked, session } = this;
    const item = (name, words, without) => {
      const link = element("a", { href: toAddress(without), "aria-label": session.say("remove", { name }) }, element("span", words, name));
      return element("li", {}, this.follow(link, without, () => this.part.filters.querySelector("summary")));
    };
    const items = Object.entries(asked.filters).map(([filter, value]) => {
      const { [filter]: gone, ...filters } = asked.filters;
      return item(this.label(filter, value), filter === "field" || filter === "agency" ? record() : {}, { ...asked, filters });
    });
    if (asked.asTyped) items.push(item(session.say("typed_only"), {}, { ...asked, asTyped: undefined }));
    this.part.chosen.replaceChildren(element("ul", {}, ...items));
  }

  /** Counts what can be filtered by as soon as somebody looks at it. */
  async countIfOpen() {
    const { asked } = this;
    if (!this.part.filters.open || !asked?.text || this.counted === asked) return;
    try {
      const result = await this.session.query(asked.text, { limit: 0, ...this.options(asked), facets: true });
      if (asked === this.asked) this.facets(result);
    } catch {
      if (asked === this.asked) this.part.facets.replaceChildren(element("p", {}, this.session.say(this.session.excuse())));
    }
  }

  facets({ facets, total }) {
    this.part.filters.hidden = total < 2;
    if (!facets) {
      // Nothing may be shown that counts another question's results.
      if (this.counted !== this.asked) this.part.facets.replaceChildren();
      return;
    }
    this.counted = this.asked;
    const groups = Object.keys(FILTERS).map((filter) => this.facet(filter, facets[filter] ?? {}, total)).filter(Boolean);
    this.part.facets.replaceChildren(...groups);
    this.part.filters.hidden = groups.length === 0;
  }

  /** The values of a filter with their counts; those that part nothing are left out. */
  facet(filter, counts, total) {
    const known = Object.entries(counts).map(([value, count]) => [filter === "online" ? value === "true" : value, count]);
    const useful = known.filter(([value, count]) => value && value !== "null" && count < total);
    if (this.asked.filters[filter] !== undefined || useful.length === 0) return undefined;
    useful.sort((a, b) => b[1] - a[1] || String(a[0]).localeCompare(b[0], "vi"));
    const id = `loc-${filter}`;
    const items = useful.map(([value, count]) => element("li", {}, this.value(filter, value, count)));
    const heading = element("p", { class: "label", id }, this.session.say(filter));
    const group = element("div", { role: "group", "aria-labelledby": id }, heading, element("ul", {}, ...items.slice(0, VALUES)));
    if (items.length > VALUES) {
      const rest = items.slice(VALUES);
      const others = element("summary", {}, this.session.count("others", rest.length));
      group.append(element("details", {}, others, element("ul", {}, ...rest)));
    }
    return group;
  }

  /** A link that narrows the results. */
  value(filter, value, count) {
    const asked = { ...this.asked, filters: { ...this.asked.filters, [filter]: value } };
    const number = element("span", { class: "count" }, this.session.number.format(count));
    const words = filter === "field" || filter === "agency" ? record() : {};
    const attributes = { href: toAddress(asked), "data-value": `${filter} ${value}` };
    const link = element("a", attributes, element("span", words, this.label(filter, value)), " ", number);
    return this.follow(link, asked, () => {
      // On a phone the list would stand between the choice and what it found.
      if (!isWide()) this.part.filters.open = false;
      return this.part.chosen.querySelector("li:last-child a");
    });
  }

  /**
   * Follows a link inside the page; another tab or window is left to the browser. The link may be gone with the
   * answer, so `next` names what has the focus then.
   */
  follow(link, asked, next) {
    link.addEventListener("click", async (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      this.later.stop();
      this.input.value = asked.text;
      await this.search(asked, { entry: "push" });
      // Who went on in the meantime is not called back.
      const waits = [document.body, link].includes(document.activeElement);
      if (this.asked === asked && waits) (next?.() ?? this.part.total).focus();
    });
    return link;
  }

  get links() {
    return [...this.part.hits.querySelectorAll(":scope > li > a")];
  }

  intoHits(event) {
    if (event.isComposing || event.key !== "ArrowDown" || this.part.results.hidden || !this.links.length) return;
    event.preventDefault();
    this.links[0].focus();
  }

  amongHits(event) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const at = this.links.indexOf(document.activeElement);
    if (!by || at < 0) return;
    event.preventDefault();
    (this.links[at + by] ?? (by < 0 ? this.input : this.links[at])).focus();
  }
}
