// Suggestions below a search box, and what the search page shares with it.

/** Suggestions in the list; the whole result stands on the search page. */
const SUGGESTIONS = 7;
/** Milliseconds without a key before a question is asked. */
const PAUSE = 120;
/** Milliseconds without a key before the long texts are asked too: they are not fetched for half a word. */
const LONG_PAUSE = 500;
/** Milliseconds without an answer before the waiting is told. */
export const PATIENCE = 400;
/** Milliseconds of rest before something is read out, so that nobody is talked over while typing. */
const REST = 1000;
/** Hits by name that are shown before the long texts have answered, where the names say little: more would leave no room. */
const FEW = 3;
/** Texts shorter than this ask nothing. */
const SHORTEST = 2;

/** The search data of a form's language, with the words of the page. */
export class Session {
  constructor(form, engine) {
    this.form = form;
    this.engine = engine;
    // The first that the search asks for may be on its way already.
    this.options = {
      fetch: (url, init) => {
        const { early } = form;
        form.early = undefined;
        return early ?? fetch(url, init);
      },
    };
    this.words = JSON.parse(form.dataset.words);
    // In the theme of somebody else, the page may have another language than the form, or none.
    const { lang } = form.closest("[lang]") ?? document.documentElement;
    this.plural = new Intl.PluralRules(lang);
    this.number = new Intl.NumberFormat(lang);
  }

  /** Fetches what every question needs; what fails here is told with the first question. */
  open() {
    this.opened ??= this.begin();
    this.opened.catch(() => {});
    return this.opened;
  }

  async begin() {
    if (!globalThis.DecompressionStream) await import("./inflate.js");
    return this.engine.open(new URL(this.form.dataset.search, location.href).href, this.options);
  }

  async query(text, options) {
    try {
      this.search = await this.open();
      return await this.search.query(text, options);
    } catch (error) {
      // What could not be read may be there the next time, but not in the browser's own cache.
      this.opened = undefined;
      this.options = { fetch: (url, init) => fetch(url, { cache: "reload", ...init }) };
      throw error;
    }
  }

  /**
   * Answers from the names at once, then from the long texts as well where those say little: calls `show` with each
   * result and whether it is the last, as long as `goOn` says so. A result is `unread` where the long texts could not
   * be read.
   */
  async answer(text, options, show, goOn, pause = 0) {
    const quick = await this.query(text, { ...options, tier: "A" });
    if (!goOn()) return;
    if (!quick.more) {
      show(quick, true);
      return;
    }
    show({ ...quick, hits: quick.hits.slice(0, FEW) }, false);
    await new Promise((done) => setTimeout(done, pause));
    if (!goOn()) return;
    let whole = quick;
    try {
      whole = await this.query(text, options);
    } catch (error) {
      if (quick.total === 0) throw error;
      whole = { ...quick, unread: true };
    }
    if (goOn()) show(whole, true);
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

  /** Why there is no answer. */
  excuse() {
    return navigator.onLine ? "failed" : "offline";
  }

  /**
   * A text just as it is written, the words that a result was found by marked. Neighbours are marked as one; a word
   * that stands alone only where it was typed, since what a phrase means has many words that also mean other things.
   */
  marked(text, result) {
    const typed = folded(`${result.plan.name} ${result.meant ?? ""}`).split(/\s+/).filter(Boolean);
    const isTyped = (run) => {
      const word = folded(run);
      return typed.some((start) => word.startsWith(start));
    };
    const pieces = new DocumentFragment();
    const parts = this.search.highlight(text, result);
    const isGap = (at) => parts[at - 1]?.marked && parts[at + 1]?.marked && !parts[at].text.trim();
    for (let at = 0; at < parts.length; at += 1) {
      let run = parts[at].text;
      const first = at;
      while (parts[first].marked && isGap(at + 1)) run += parts[(at += 1)].text + parts[(at += 1)].text;
      pieces.append(parts[first].marked && (at > first || isTyped(run)) ? element("mark", {}, run) : run);
    }
    return pieces;
  }
}

/** Letters without marks. */
export const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();

/** A word as the search has it: without marks, a final `y` that sounds like `i` as `i`. */
export const bare = (word) => folded(word).replace(/^(qu|[b-df-hj-np-tv-xz]+)y$/, "$1i");

/** Numbers questions: an answer that a newer question overtook is dropped. */
export class Turns {
  #last = 0;

  /** Begins a question; what it gives says whether that is still the newest. */
  next() {
    const own = ++this.#last;
    return () => own === this.#last;
  }
}

/** Calls after a pause; a call in the pause begins it anew. `now` skips it. */
export function paused(call, pause = PAUSE) {
  let timer;
  const later = (...values) => {
    clearTimeout(timer);
    timer = setTimeout(call, pause, ...values);
  };
  later.now = () => {
    clearTimeout(timer);
    call();
  };
  later.stop = () => clearTimeout(timer);
  return later;
}

/** Whether an input is not one key of many: pasted, dictated, or a word that the keyboard proposed. */
export const isWhole = ({ inputType, isComposing, data }) => inputType === "insertFromPaste" || (!isComposing && data?.length > 1);

/** Reads out the last of what it is told, once there is some rest. */
export function speaker(status) {
  const speak = paused((text) => status.replaceChildren(text), REST);
  return (text) => {
    status.replaceChildren();
    speak(text);
  };
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

/** What is written as the records write it, marked on pages in another language; a text in that language has no marks. */
export const record = (text = "đ") => (document.documentElement.lang === "vi" || folded(text) === text.toLowerCase() ? {} : { lang: "vi" });

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
    this.turns = new Turns();
    this.later = paused(() => this.ask());
    this.list = element("div", { role: "listbox", id: `${this.input.id}-goi-y`, "aria-label": session.say("list"), hidden: true });
    this.message = element("p", { hidden: true });
    this.panel = element("div", { class: "suggest", hidden: true }, this.message, this.list);
    this.status = element("p", { class: "sr", role: "status" });
    this.speak = speaker(this.status);
  }

  start() {
    this.form.append(this.panel, this.status);
    const roles = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id };
    for (const [name, value] of Object.entries(roles)) this.input.setAttribute(name, value);
    // Input methods for Vietnamese compose word by word, and on phones nothing else arrives while a word is being
    // typed: so every input asks, and only keys are left to the composition.
    this.input.addEventListener("input", (event) => (isWhole(event) ? this.later.now() : this.later()));
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.form.addEventListener("focusout", (event) => this.form.contains(event.relatedTarget) || this.close());
    addEventListener("pagehide", () => this.close());
    // Pressing on a suggestion must not take the focus from the box.
    this.panel.addEventListener("pointerdown", (event) => event.preventDefault());
    this.panel.addEventListener("mousedown", (event) => event.preventDefault());
    this.session.open();
    if (this.input.value && document.activeElement === this.input) this.later();
  }

  get open() {
    return !this.list.hidden;
  }

  get options() {
    return [...this.list.children];
  }

  async ask() {
    const text = this.input.value.trim();
    const isNewest = this.turns.next();
    if (text.length < SHORTEST) {
      this.close();
      return;
    }
    const goOn = () => isNewest() && document.activeElement === this.input;
    const waiting = setTimeout(() => goOn() && !this.open && this.tell("waiting"), PATIENCE);
    this.hits = undefined;
    const show = (result, last) => {
      if (!result.total && !last) return;
      clearTimeout(waiting);
      this.show(text, result);
    };
    try {
      await this.session.answer(text, { limit: SUGGESTIONS }, show, goOn, LONG_PAUSE);
    } catch {
      if (goOn()) this.tell(this.session.excuse());
    } finally {
      clearTimeout(waiting);
    }
  }

  /** Shows a result; what it adds to one of the same question comes below, so that nothing moves that is being read. */
  show(text, result) {
    const known = new Set(this.hits?.map((hit) => hit.key));
    const chosen = this.active?.getAttribute("href");
    this.hits = [...(this.hits ?? []), ...result.hits.filter((hit) => !known.has(hit.key))].slice(0, SUGGESTIONS);
    if (this.hits.length === 0) {
      this.tell("none");
      return;
    }
    const options = this.hits.map((hit) => this.option(this.session.address(hit), this.session.marked(hit.title, result), hit));
    if (result.total > this.hits.length) options.push(this.option(this.session.page(text), this.session.count("all", result.total)));
    options.forEach((option, at) => option.setAttribute("id", `${this.list.id}-${at}`));
    this.list.replaceChildren(...options);
    this.activate(options.find((option) => option.getAttribute("href") === chosen));
    const meant = result.meant ? this.session.say("meant", { query: result.meant }) : "";
    this.message.textContent = meant;
    this.message.hidden = !meant;
    this.list.hidden = this.panel.hidden = false;
    if (!known.size) this.list.scrollTop = 0;
    this.input.setAttribute("aria-expanded", "true");
    this.speak(`${meant} ${this.session.say("keys", { count: this.session.count("count", result.total) })}`.trim());
  }

  option(address, text, hit) {
    const note = hit && [codeOf(hit), hit.summary].filter(Boolean).join(" · ");
    const line = note ? element("span", { class: "line" }, note) : undefined;
    const attributes = { role: "option", href: address, tabindex: "-1", "aria-selected": "false", ...(hit && record(hit.title)) };
    return element("a", attributes, element("span", { class: "name" }, text), line);
  }

  /** Says in the place of suggestions why there are none. */
  tell(key) {
    this.list.replaceChildren();
    this.activate();
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.message.textContent = this.session.say(key);
    this.message.hidden = this.panel.hidden = false;
    this.speak(this.message.textContent);
  }

  close() {
    this.later.stop();
    this.turns.next();
    this.list.hidden = this.panel.hidden = true;
    this.activate();
    this.input.setAttribute("aria-expanded", "false");
    this.speak("");
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
      this.close();
    }
  }
}
