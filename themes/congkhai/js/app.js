// Small comforts. Every page works without this file.

const foldedParts = () => document.querySelectorAll(":is(main, .main) details:not([open])");

// A button that prints can only work with a script, so it stays hidden until one runs.
for (const button of document.querySelectorAll("[data-print]")) {
  button.closest("[hidden]")?.removeAttribute("hidden");
  button.addEventListener("click", () => window.print());
}

// Browsers that cannot open folded parts on paper by style alone.
let opened = [];
addEventListener("beforeprint", () => {
  opened = [...foldedParts()];
  for (const part of opened) part.open = true;
});
addEventListener("afterprint", () => {
  for (const part of opened) part.open = false;
  opened = [];
});

// A theme that sets the parts of its page side by side gives the strip above them a line of its own.
if (document.querySelector("body > .above")) {
  const { display, flexDirection } = getComputedStyle(document.body);
  const isRow = display.endsWith("flex") && flexDirection.startsWith("row");
  if (isRow) Object.assign(document.body.style, { flexWrap: "wrap", alignContent: "flex-start" });
}

// A link to a folded part opens it.
const openTarget = () => {
  const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  for (let part = target && target.closest("details"); part; part = part.parentElement?.closest("details")) part.open = true;
};
addEventListener("hashchange", openTarget);
openTarget();

// A notice goes when its last day is over, even where nobody has built the site since.
const today = new Date(Date.now() + 7 * 3600e3).toISOString().slice(0, 10);
for (const notice of document.querySelectorAll("[data-until]")) if (notice.dataset.until < today) notice.remove();

// A form that looks up a code needs a script, so it stays hidden until one runs.
for (const form of document.querySelectorAll("form[data-lookup]")) import("./lookup.js").then(({ attach }) => attach(form), () => {});

// The search is fetched when somebody turns to it, never before.
const forms = [...document.querySelectorAll("form[data-search]")];
const found = document.querySelector("[data-found]");
let parts;
/** Asks for what the search reads first beside its scripts, not after them. */
const start = (form) => {
  form.early = fetch(new URL("start.bin", new URL(form.dataset.search, location.href)));
  form.early.catch(() => {});
};
const wake = async (form) => {
  parts ??= Promise.all([import("./search.js"), import("./finder.js"), found && import("./results.js"), start(form)]);
  try {
    const [engine, finder, results] = await parts;
    (results ?? finder).attach(form, engine);
  } catch {
    // The next touch tries again; until then the form leads to the lists.
    parts = undefined;
    if (found?.classList.contains("waiting")) {
      found.classList.remove("waiting");
      const part = (name) => found.querySelector(`[data-part=${name}]`);
      part("online").hidden = !navigator.onLine;
      part("offline").hidden = navigator.onLine;
      const failed = part("failed");
      failed.hidden = false;
      failed.querySelector("[data-part=retry]").onclick = () => location.reload();
    }
  }
};
for (const form of forms) form.addEventListener("focusin", () => wake(form));
const isAsked = found && forms[0] && new URLSearchParams(location.search).get("q");
found?.classList.add("ready", ...(isAsked ? ["waiting"] : []));
if (isAsked) wake(forms[0]);

addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing || !forms[0]) return;
  event.preventDefault();
  forms[0].elements.q.focus();
});

if (document.querySelector("[data-ranking], [data-compare]")) import("./ranking.js");

// Pages that were opened can be read again without a network.
const keepPages = () => {
  const workers = navigator.serviceWorker;
  // What is still on its way when the worker takes over passes it by, so it is told of that as well.
  const tell = () =>
    new PerformanceObserver((list) => workers.controller?.postMessage(list.getEntries().map((entry) => entry.name))).observe({ type: "resource", buffered: true });
  if (!workers.controller) workers.addEventListener("controllerchange", tell, { once: true });
  workers.register(new URL("../sw.js", import.meta.url)).catch(() => {});
};
if (isSecureContext && "serviceWorker" in navigator) {
  if (document.readyState === "complete") keepPages();
  else addEventListener("load", keepPages);
}
