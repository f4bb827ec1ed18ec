// Suggestions below a search box, and what the search page shares with it.

/** Suggestions in the list; the whole result stands on the search page. */
const SUGGESTIONS = 7;
/** Milliseconds without a key before a question is asked. */
const PAUSE = 120;
/** Milliseconds without an answer before the waiting is told. */
const PATIENCE = 500;
/** Texts shorter than this ask nothing. */
const SHORTEST = 2;

/** The search data of a form's language, opened with the first question, with the words of the page. */
export class Session {
  constructor(form, engine) {
    this.form = form;
    this.engine = engine;
    this.words = JSON.parse(form.dataset.words);
    this.plural = new Intl.PluralRules(document.documentElement.lang);
    this.number = new Intl.NumberFormat(document.documentElement.lang);
  }

  async query(text, options) {
    this.opened ??= this.engine.open(new URL(this.form.dataset.search, location.href).href);
    try {
      return await (await this.opened).query(text, options);
    } catch (error) {
      // What could not be read may be there the next time.
      this.opened = undefined;
      throw error;
    }
  }

  /** The words of a key with `{name}` filled in. */
  say(key, values = {}) {
    return (this.words[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  }

  /** A number of things, in words. */
  count(key, number, values = {}) {
    const form = this.plural.select(number) === "one" ? "one" : "other";
    return this.say(`${key}_${form}`, { n: this.number.format(number), ...values });
  }

  /** The address of a hit; hits name theirs from the site's root. */
  address(hit) {
    return new URL(hit.url, new URL(this.form.dataset.root, location.href)).href;
  }

  /** The address of the search page for a text. */
  page(text) {
    const address = new URL(this.form.action);
    address.search = new URLSearchParams({ q: text });
    return address.href;
  }
}

/** Lets answers through in the order of their questions: one that a newer question overtook is dropped. */
export function newest() {
  let last = 0;
  return async (ask, show, fail) => {
    const own = ++last;
    try {
      const answer = await ask();
      if (own === last) show(answer);
    } catch (error) {
      if (own === last) fail(error);
    }
  };
}

/** Calls after a pause; a call in the pause begins it anew. `now` skips it. */
export function paused(call) {
  let timer;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(call, PAUSE);
  };
  later.now = () => {
    clearTimeout(timer);
    call();
  };
  later.stop = () => clearTimeout(timer);
  return later;
}

/** An element with attributes and children. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** Letters without tone marks, each still one character long, so that places stay the same. */
const folded = (text) => [...text].map((letter) => letter.normalize("NFD")[0].replace("đ", "d").replace("Đ", "D")).join("").toLowerCase();
const WORD = /[\p{L}\p{N}]+/gu;

/** Places of the words of a text that a question asks for; the last word may be unfinished. */
function matches(text, question) {
  const asked = (question.normalize("NFC").match(WORD) ?? []).map(folded);
  const last = asked.at(-1);
  const hit = (word) => asked.includes(word) || (last?.length > 1 && word.startsWith(last));
  return [...text.matchAll(WORD)].filter(([word]) => hit(folded(word))).map(({ 0: word, index }) => [index, index + word.length]);
}

/** A hit's title with the words found in it marked, just as it is written. */
export function marked(hit, question) {
  const title = hit.title.normalize("NFC");
  const places = (Array.isArray(hit.marks) ? hit.marks : matches(title, question)).slice().sort((a, b) => a[0] - b[0]);
  const pieces = new DocumentFragment();
  let written = 0;
  for (let at = 0; at < places.length; at += 1) {
    const start = Math.max(places[at][0], written);
    let end = places[at][1];
    // Neighbouring words are marked as one.
    while (places[at + 1] && /^\s*$/.test(title.slice(end, places[at + 1][0]))) end = places[++at][1];
    if (end <= start) continue;
    pieces.append(title.slice(written, start), element("mark", {}, title.slice(start, end)));
    written = end;
  }
  pieces.append(title.slice(written));
  return pieces;
}

/** The code of a procedure; other pages have none that anybody would want to read. */
export const codeOf = (hit) => (/^\d\.\d{6}/.test(hit.key) ? hit.key : undefined);

const attached = new WeakSet();

/** Makes a search box a combobox with suggestions (ARIA Authoring Practices, list autocomplete with manual selection). */
export function attach(form, engine) {
  if (attached.has(form)) return;
  attached.add(form);
  new Suggestions(form, new Session(form, engine)).start();
}

class Suggestions {
  constructor(form, session) {
    this.form = form;
    this.session = session;
    this.input = form.elements.q;
    this.turn = newest();
    this.later = paused(() => this.ask());
    this.list = element("div", { role: "listbox", id: `${this.input.id}-goi-y`, "aria-label": session.say("list"), hidden: true });
    this.message = element("p", { hidden: true });
    this.panel = element("div", { class: "suggest", hidden: true }, this.message, this.list);
    this.status = element("p", { class: "sr", role: "status" });
  }

  start() {
    this.form.append(this.panel, this.status);
    const roles = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id };
    for (const [name, value] of Object.entries(roles)) this.input.setAttribute(name, value);
    // Input methods for Vietnamese compose word by word, and on phones nothing else arrives while a word is being
    // typed: so every input asks, and only keys are left to the composition.
    this.input.addEventListener("input", () => this.later());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.form.addEventListener("focusout", (event) => this.form.contains(event.relatedTarget) || this.close());
    // Pressing on a suggestion must not take the focus from the box.
    this.panel.addEventListener("pointerdown", (event) => event.preventDefault());
    this.panel.addEventListener("mousedown", (event) => event.preventDefault());
    if (this.input.value && document.activeElement === this.input) this.later();
  }

  get open() {
    return !this.list.hidden;
  }

  get options() {
    return [...this.list.children];
  }

  ask() {
    const text = this.input.value.trim();
    if (text.length < SHORTEST) {
      this.turn(() => undefined, () => this.close(), () => {});
      return;
    }
    const waiting = setTimeout(() => this.open || this.tell("waiting"), PATIENCE);
    const answer = async () => {
      try {
        return await this.session.query(text, { limit: SUGGESTIONS, offset: 0, filters: {} });
      } finally {
        clearTimeout(waiting);
      }
    };
    this.turn(answer, (result) => this.show(text, result), () => this.tell("failed"));
  }

  show(text, { hits, total, suggestion }) {
    if (document.activeElement !== this.input) return;
    const options = hits.map((hit) => this.option(this.session.address(hit), marked(hit, text), this.note(hit)));
    if (suggestion) options.unshift(this.option(this.session.page(suggestion), this.session.say("suggestion", { query: suggestion })));
    if (total > hits.length) options.push(this.option(this.session.page(text), this.session.count("all", total)));
    if (options.length === 0) {
      this.tell("none");
      return;
    }
    options.forEach((option, at) => option.setAttribute("id", `${this.list.id}-${at}`));
    this.list.replaceChildren(...options);
    this.activate();
    this.message.hidden = true;
    this.list.hidden = this.panel.hidden = false;
    this.list.scrollTop = 0;
    this.input.setAttribute("aria-expanded", "true");
    this.announce(this.session.say("keys", { count: this.session.count("count", total) }));
  }

  note(hit) {
    return [codeOf(hit), hit.line].filter(Boolean).join(" · ");
  }

  option(address, text, note) {
    const line = note ? element("span", { class: "line" }, note) : undefined;
    const option = element("a", { role: "option", href: address, tabindex: "-1", "aria-selected": "false" }, text, line);
    if (note && document.documentElement.lang !== "vi") option.lang = "vi";
    return option;
  }

  /** Says in the place of suggestions why there are none. */
  tell(key) {
    if (document.activeElement !== this.input) return;
    this.list.replaceChildren();
    this.activate();
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.message.textContent = this.session.say(key);
    this.message.hidden = this.panel.hidden = false;
    this.announce(this.message.textContent);
  }

  announce(text) {
    this.status.textContent = text;
  }

  close() {
    this.later.stop();
    this.list.hidden = this.panel.hidden = true;
    this.activate();
    this.input.setAttribute("aria-expanded", "false");
    this.announce("");
  }

  activate(option) {
    this.active?.setAttribute("aria-selected", "false");
    this.active = option;
    if (!option) {
      this.input.removeAttribute("aria-activedescendant");
      return;
    }
    option.setAttribute("aria-selected", "true");
    this.input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  /** The option after or before the active one; past either end there is the box itself. */
  step(by) {
    const options = this.options;
    const places = options.length + 1;
    const at = options.indexOf(this.active);
    this.activate(options[(at + 1 + by + places) % places - 1]);
  }

  key(event) {
    if (event.isComposing || event.keyCode === 229) return;
    const arrow = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (arrow && !event.altKey) {
      event.preventDefault();
      if (this.open) this.step(arrow);
      else this.later.now();
    } else if (event.key === "Enter" && this.open && this.active) {
      event.preventDefault();
      this.active.click();
    } else if (event.key === "Escape" && !this.panel.hidden) {
      // The first Escape closes the list, the next one empties the box.
      event.preventDefault();
      this.turn(() => undefined, () => this.close(), () => {});
    }
  }
}
