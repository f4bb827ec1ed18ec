// The search page: results as one types, filters, and an address that can be passed on.
import { Session, codeOf, element, marked, newest, paused } from "./finder.js";

/** Hits shown at first, and added with every "more". */
const STEP = 10;
/** Values of a filter that are shown at once. */
const VALUES = 8;
/** Filter → its name in the address. */
const FILTERS = { field: "linh-vuc", level: "cap", agency: "co-quan", online: "truc-tuyen" };

let page;

/** Brings the search page to life. */
export function attach(form, engine) {
  if (page) return;
  page = new SearchPage(form, new Session(form, engine));
  page.start();
}

class SearchPage {
  constructor(form, session) {
    this.form = form;
    this.session = session;
    this.input = form.elements.q;
    this.found = document.querySelector("[data-found]");
    this.total = this.found.querySelector("[role=status]");
    this.part = Object.fromEntries([...this.found.querySelectorAll("[data-part]")].map((part) => [part.dataset.part, part]));
    this.title = document.title;
    this.turn = newest();
    this.later = paused(() => this.search({ text: this.input.value, filters: this.asked.filters }, "replace"));
  }

  start() {
    this.input.addEventListener("input", () => this.later());
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.later.stop();
      this.search({ text: this.input.value, filters: this.asked.filters }, "push");
    });
    this.input.addEventListener("keydown", (event) => this.intoHits(event));
    this.part.hits.addEventListener("keydown", (event) => this.amongHits(event));
    this.part.more.addEventListener("click", () => this.more());
    this.part.retry.addEventListener("click", () => this.search(this.asked));
    addEventListener("popstate", () => this.restore());
    addEventListener("online", () => this.part.failed.hidden || this.search(this.asked));
    this.part.filters.open = matchMedia("(min-width: 48rem)").matches;
    // What was typed while this script was on its way counts; else the address does.
    const typed = this.input.value;
    const address = this.fromAddress();
    if (typed && typed !== address.text) {
      this.asked = { text: "", filters: {} };
      this.later();
    } else {
      this.restore();
    }
  }

  fromAddress() {
    const values = new URLSearchParams(location.search);
    const filters = {};
    for (const [filter, name] of Object.entries(FILTERS)) {
      const value = values.get(name);
      if (value) filters[filter] = filter === "online" ? value === "co" : value;
    }
    return { text: values.get("q") ?? "", filters };
  }

  /** The address of a question. */
  address({ text, filters }) {
    const values = new URLSearchParams(text ? { q: text } : {});
    for (const [filter, name] of Object.entries(FILTERS)) {
      const value = filters[filter];
      if (value !== undefined) values.set(name, filter === "online" ? (value ? "co" : "khong") : value);
    }
    return `${location.pathname}${values.size === 0 ? "" : `?${values}`}`;
  }

  restore() {
    this.asked = this.fromAddress();
    this.input.value = this.asked.text;
    this.search(this.asked, undefined, history.state?.shown);
  }

  /** Asks a question and shows its answer; `entry` says what becomes of the address. */
  search(asked, entry, shown = STEP) {
    asked.text = asked.text.trim();
    this.asked = asked;
    if (entry) history[`${entry}State`]({}, "", this.address(asked));
    document.title = asked.text ? `${asked.text} – ${this.title}` : this.title;
    for (const link of document.querySelectorAll(".language a")) link.search = location.search;
    if (!asked.text) {
      this.turn(() => undefined, () => this.clear(), () => {});
      return;
    }
    this.found.classList.add("busy");
    this.turn(
      () => this.session.query(asked.text, { limit: shown, offset: 0, filters: asked.filters }),
      (result) => this.show(result),
      () => this.fail(),
    );
  }

  clear() {
    this.found.classList.remove("busy", "waiting");
    this.total.textContent = "";
    this.only();
  }

  /** Shows these parts of the result and hides the others. */
  only(...names) {
    for (const name of ["suggestion", "failed", "none", "results"]) this.part[name].hidden = !names.includes(name);
  }

  fail() {
    this.found.classList.remove("busy", "waiting");
    this.part.online.hidden = !navigator.onLine;
    this.part.offline.hidden = navigator.onLine;
    this.only("failed");
    this.total.textContent = this.part.failed.querySelector("h2").textContent;
  }

  show(result) {
    this.found.classList.remove("busy", "waiting");
    const filtered = Object.keys(this.asked.filters).length > 0;
    const parts = [];
    if (result.suggestion) parts.push("suggestion");
    parts.push(result.total > 0 || filtered ? "results" : "none");
    this.only(...parts);
    this.suggest(result.suggestion);
    this.part.hits.replaceChildren(...result.hits.map((hit) => this.hit(hit)));
    this.facets(result.facets ?? {});
    this.tell(result.total, result.hits.length);
  }

  suggest(text) {
    if (!text) return;
    const link = element("a", { href: this.address({ text, filters: {} }) }, this.session.say("suggestion", { query: text }));
    this.follow(link, { text, filters: {} });
    this.part.suggestion.replaceChildren(link);
  }

  tell(total, shown) {
    const words = this.session.count("total", total, { query: this.asked.text });
    const some = shown < total ? `, ${this.session.say("shown", { n: this.session.number.format(shown) })}` : "";
    this.total.textContent = words + some;
    this.part.more.hidden = shown >= total || shown === 0;
  }

  async more() {
    const shown = this.part.hits.children.length;
    this.found.classList.add("busy");
    const options = { limit: STEP, offset: shown, filters: this.asked.filters };
    await this.turn(() => this.session.query(this.asked.text, options), (result) => this.append(result, shown), () => this.fail());
  }

  append(result, shown) {
    this.found.classList.remove("busy", "waiting");
    const items = result.hits.map((hit) => this.hit(hit));
    this.part.hits.append(...items);
    items[0]?.querySelector("a").focus();
    const all = shown + items.length;
    history.replaceState({ shown: all }, "");
    this.tell(items.length ? result.total : all, all);
  }

  hit(hit) {
    const code = codeOf(hit);
    const facts = [
      code && element("li", {}, `${this.session.say("code")} `, element("b", {}, code)),
      hit.line && element("li", {}, hit.line),
      this.label("level", hit.level) && element("li", {}, this.label("level", hit.level)),
      hit.online && element("li", {}, this.session.say("online_yes")),
    ].filter(Boolean);
    const link = element("a", { href: this.session.address(hit) }, marked(hit, this.asked.text));
    return element("li", {}, link, facts.length ? element("ul", { class: "meta" }, ...facts) : undefined);
  }

  /** The name of a filter's value: words of the interface where there are some, else as the records write it. */
  label(filter, value) {
    if (filter === "online") return this.session.say(value ? "online_yes" : "online_no");
    return value && (this.session.words[`${filter}_${value}`] ?? value);
  }

  facets(facets) {
    const focused = document.activeElement?.dataset?.value;
    const groups = Object.keys(FILTERS).map((filter) => this.facet(filter, facets[filter] ?? [])).filter(Boolean);
    this.part.facets.replaceChildren(...groups);
    this.part.filters.hidden = groups.length === 0;
    // The link that was followed is made anew; the focus stays on it.
    if (focused) this.part.facets.querySelector(`[data-value="${CSS.escape(focused)}"]`)?.focus();
  }

  facet(filter, counts) {
    const active = this.asked.filters[filter];
    const values = counts.filter(([value]) => value !== "" && value !== active);
    const own = counts.find(([value]) => value === active);
    if (active !== undefined) values.unshift(own ?? [active]);
    // A filter with a single value parts nothing.
    if (values.length < 2 && active === undefined) return undefined;
    const id = `loc-${filter}`;
    const items = values.map(([value, count]) => element("li", {}, this.value(filter, value, count)));
    const first = element("ul", { "aria-labelledby": id }, ...items.slice(0, VALUES));
    const group = element("div", {}, element("p", { class: "label", id }, this.session.say(filter)), first);
    if (items.length > VALUES) {
      const rest = items.slice(VALUES);
      const others = this.session.count("others", rest.length);
      group.append(element("details", {}, element("summary", {}, others), element("ul", { "aria-label": others }, ...rest)));
    }
    return group;
  }

  /** A link that sets a filter, or takes it away where it is set. */
  value(filter, value, count) {
    const active = this.asked.filters[filter] === value;
    const filters = { ...this.asked.filters, [filter]: value };
    if (active) delete filters[filter];
    const asked = { text: this.asked.text, filters };
    const number = count === undefined ? undefined : element("span", { class: "count" }, this.session.number.format(count));
    const attributes = { href: this.address(asked), "aria-current": active && "true", "data-value": `${filter} ${value}` };
    const link = element("a", attributes, element("span", {}, this.label(filter, value)), " ", number);
    this.follow(link, asked);
    return link;
  }

  /** Follows a link inside the page; another tab or window is left to the browser. */
  follow(link, asked) {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      this.input.value = asked.text;
      this.search(asked, "push");
    });
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
