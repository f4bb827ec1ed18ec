// What a visitor waits for, in Chromium: from the last key until results stand on the page.

/** A slow phone on a slow network. */
export const SLOW = { kilobits: 400, latency: 400, processor: 6, viewport: { width: 360, height: 740 } };
/** Milliseconds between turning to the box and typing; nobody is faster. */
const REACH = 300;
/** Milliseconds that every answer takes while round trips are counted. */
const ROUND = 100;
const PATIENCE = 120_000;
/** What browsers fetch when they have nothing else to do. */
const ASIDE = /\/(favicon\.svg|sw\.js)$/;

/** A search page: where it is, its box, and what shows that the search has answered. */
export const SITE = { input: "main form[data-search] [name=q], form[data-search] [name=q]", shown: "[data-part=hits] > li > a, [data-part=none]:not([hidden]) > h2" };

/** Runs in the page before its own scripts: notes the last key, and the moment at which results have been painted. */
function watch(shown) {
  const times = (globalThis.benchmark = { asked: 0, shown: undefined });
  const ask = (event) => (times.asked = event.timeStamp);
  addEventListener("input", ask, true);
  addEventListener("keydown", (event) => event.key === "Enter" && ask(event), true);
  const look = () => {
    if (times.shown !== undefined || !document.querySelector(shown)?.checkVisibility()) return;
    seen.disconnect();
    times.shown = NaN;
    requestAnimationFrame(() => setTimeout(() => (times.shown = performance.now())));
  };
  const seen = new MutationObserver(look);
  seen.observe(document, { childList: true, subtree: true, attributes: true });
}

/** Slows a page down. */
async function slow(session) {
  const rate = (SLOW.kilobits * 1000) / 8;
  await session.send("Network.enable");
  const network = { offline: false, latency: SLOW.latency, downloadThroughput: rate, uploadThroughput: rate };
  await session.send("Network.emulateNetworkConditions", network);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOW.processor });
}

/** Keeps what a page and its workers ask of the network: in which order it was asked and arrived, and how many bytes. */
function listen(tab) {
  const requests = new Map();
  let clock = 0;
  tab.on("request", (request) => {
    if (!ASIDE.test(request.url())) requests.set(request, { asked: ++clock, arrived: Infinity, bytes: 0 });
  });
  tab.on("requestfinished", async (request) => {
    const kept = requests.get(request);
    if (!kept) return;
    kept.arrived = ++clock;
    kept.bytes = Number((await request.response())?.headers()["content-length"] ?? 0);
  });
  return requests;
}

/** Bytes, requests and dependent round trips of requests. */
function moved(requests) {
  let bytes = 0;
  for (const request of requests) {
    const before = requests.filter(({ arrived }) => arrived < request.asked);
    request.round = 1 + Math.max(0, ...before.map(({ round }) => round));
    bytes += request.bytes;
  }
  return { bytes, requests: requests.length, rounds: Math.max(0, ...requests.map(({ round }) => round)) };
}

/**
 * Asks one query with an empty cache.
 * @param {{ url: string, input: string, shown: string }} page
 * @param {{ by?: "typing"|"enter"|"address", slowly?: boolean }} manner
 */
async function ask(browser, page, query, { by = "typing", slowly = false } = {}) {
  // A service worker's requests are not slowed down with the page's, so there is none.
  const context = await browser.newContext({ serviceWorkers: "block", ...(slowly && { viewport: SLOW.viewport }) });
  try {
    const tab = await context.newPage();
    const requests = listen(tab);
    if (slowly) await slow(await context.newCDPSession(tab));
    await tab.addInitScript(watch, page.shown);
    const address = by === "address" ? `${page.url}?q=${encodeURIComponent(query)}` : page.url;
    await tab.goto(address, { waitUntil: by === "address" ? "commit" : "load", timeout: PATIENCE });
    const loaded = requests.size;
    if (by !== "address") {
      const box = tab.locator(page.input).first();
      await box.focus();
      await tab.waitForTimeout(REACH);
      await tab.keyboard.insertText(query);
      if (by === "enter") await tab.keyboard.press("Enter");
    }
    await tab.waitForFunction(() => globalThis.benchmark.shown > 0, undefined, { timeout: PATIENCE, polling: 50 });
    const { asked, shown } = await tab.evaluate(() => globalThis.benchmark);
    const before = requests.size;
    const all = [...requests.values()];
    return { milliseconds: shown - asked, page: moved(all.slice(0, loaded)), search: moved(all.slice(loaded, before)) };
  } finally {
    await context.close();
  }
}

/** Milliseconds of every query, asked in one manner. */
export async function waits(browser, page, queries, manner) {
  const rows = [];
  for (const { query } of queries) rows.push(await ask(browser, page, query, manner));
  return rows;
}

/** Bytes, requests and round trips of every query, all answers of the host being late alike. */
export async function traffic(browser, host, page, queries) {
  host.delay = ROUND;
  try {
    const rows = await waits(browser, page, queries, { by: "typing" });
    return rows.map(({ search, page }) => ({ ...search, page: page.bytes }));
  } finally {
    host.delay = 0;
  }
}
