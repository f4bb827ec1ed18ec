// Keeps what was opened, so that it can be read again without a network. The network always comes first for what can
// change: a page from here is shown only where no answer arrives. A new publication begins with empty caches, into
// which the pages that were read last are fetched anew.

// Filled in when the site is published: files whose names hold hashes, and a hash of everything that is published. So
// this script changes with every publication, and browsers fetch it with every visit.
const KEPT = [];
const PUBLICATION = "";

const SCOPE = registration.scope;
const OURS = `congkhai ${SCOPE} `;
const VERSION = `${OURS}${PUBLICATION || KEPT.join(" ")} `;
const CORE = `${VERSION}core`;
const PAGES = `${VERSION}pages`;
const FILES = `${VERSION}files`;
/** Most entries; the oldest go first. Pages have some 25 KB, files of the search some 3 KB: 3 MB in all at most. */
const LIMITS = { [PAGES]: 80, [FILES]: 240 };
/** Pages of the last publication that are fetched anew. */
const RENEWED = 10;
/** Files whose addresses change with their contents, and files that a publication replaces, below the scope. */
const UNCHANGING = /^assets\/|\/[0-9a-f]{10,}\/[^/]+\.bin$/;
const CHANGING = /\.(bin|svg)$/;
/** Scripts that wait for somebody to search; who never does never loads them. */
const OF_SEARCH = /\/(excerpt|finder|inflate|results|search)\./;

addEventListener("install", (event) => {
  const keep = async () => {
    const core = await caches.open(CORE);
    await core.addAll([...KEPT.filter((path) => !OF_SEARCH.test(path)), "favicon.svg"].map((path) => SCOPE + path));
    await skipWaiting();
  };
  event.waitUntil(keep());
});

addEventListener("activate", (event) => {
  const begin = async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith(OURS) && !name.startsWith(VERSION));
    const read = await Promise.all(old.filter((name) => name.endsWith("pages")).map(addresses));
    await Promise.all(old.map((name) => caches.delete(name)));
    // An earlier worker may have asked for answers that come from the browser's own cache.
    await registration.navigationPreload?.disable();
    await clients.claim();
    // The page that brought this script was loaded without it. Whoever opens a page meanwhile does not wait for these.
    const open = (await clients.matchAll({ type: "window" })).map((client) => plain(client.url));
    for (const url of new Set([...open, ...read.flat().slice(-RENEWED)])) renew(url);
  };
  event.waitUntil(begin());
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(SCOPE)) return;
  const path = plain(request.url).slice(SCOPE.length);
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (UNCHANGING.test(path)) event.respondWith(unchanging(event));
  else if (CHANGING.test(path)) event.respondWith(changing(event));
});

// A page that was loaded before there was a worker says what it has loaded, so that a second visit finds it too.
addEventListener("message", (event) => {
  const isFile = (url) => url.startsWith(SCOPE) && [UNCHANGING, CHANGING].some((kind) => kind.test(plain(url).slice(SCOPE.length)));
  const keep = async (url) => (await kept(url)) || store(FILES, url, await fetch(url));
  if (Array.isArray(event.data)) event.waitUntil(Promise.allSettled(event.data.filter(isFile).slice(0, LIMITS[FILES]).map(keep)));
});

/** Questions in an address do not make it another page. */
const plain = (url) => url.replace(/[?#].*/s, "");

const addresses = async (name) => (await (await caches.open(name)).keys()).map((request) => request.url);

/** What this publication has kept under an address. */
async function kept(url) {
  for (const name of [PAGES, FILES, CORE]) {
    const found = await (await caches.open(name)).match(url, { ignoreVary: true });
    if (found) return found;
  }
  return undefined;
}

async function put(name, key, response) {
  const cache = await caches.open(name);
  await cache.put(key, response);
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - LIMITS[name])).map((old) => cache.delete(old)));
}

/** Stores what may be stored: whole answers of this site that came without a detour. */
async function store(name, key, response) {
  if (response.status === 200 && response.type === "basic" && !response.redirected) await put(name, key, response.clone());
  else if (response.status === 404 || response.status === 410) await (await caches.open(name)).delete(key);
}

/** Fetches a page past the browser's own cache, which may hold one of the last publication. */
async function renew(url) {
  try {
    await store(PAGES, url, await fetch(url, { cache: "no-cache" }));
  } catch {
    // It is kept when it is opened the next time.
  }
}

async function page(event) {
  const { request } = event;
  try {
    // The browser's own cache may hold a page of the last publication for some minutes; the server knows.
    const response = await fetch(request, { cache: "no-cache" });
    event.waitUntil(store(PAGES, plain(request.url), response).catch(() => {}));
    return response;
  } catch {
    return (await kept(plain(request.url))) ?? missing(request.url);
  }
}

/** A file whose address changes with its content; who asks for it once more was given something else. */
async function unchanging(event) {
  if (event.request.cache === "reload") return changing(event);
  return (await kept(event.request.url)) ?? fetchFile(event, {});
}

/** A file that a new publication replaces under the same address. */
async function changing(event) {
  try {
    return await fetchFile(event, { cache: "no-cache" });
  } catch (error) {
    const found = await kept(event.request.url);
    if (found) return found;
    throw error;
  }
}

async function fetchFile(event, options) {
  const response = await fetch(event.request, options);
  event.waitUntil(store(FILES, event.request.url, response).catch(() => {}));
  return response;
}

const WORDS = {
  vi: ["Máy đang không có mạng", "Trang này chưa mở lần nào trên máy này. Khi có mạng hãy mở lại.", "Những trang xem được khi không có mạng", "Đường dây nóng:"],
  en: ["You are offline", "This page was never opened on this device. Open it again when you are online.", "Pages that can be read offline", "Hotline:"],
};

/** Stands for a page that was never opened: says so, and leads to those that were. */
async function missing(url) {
  const lang = url.slice(SCOPE.length).startsWith("en/") ? "en" : "vi";
  const [title, advice, list, hotline] = WORDS[lang];
  const links = [];
  let call = "";
  for (const address of (await addresses(PAGES)).reverse()) {
    const html = await (await kept(address)).text();
    // Both stand in the page as HTML already.
    links.push(`<li><a href="${address}">${/<title>([^<]*)/.exec(html)?.[1] ?? address}</a></li>`);
    call ||= /<a class="call"[^>]*>[^<]*<\/a>/.exec(html)?.[0] ?? "";
  }
  const style = KEPT.find((path) => path.endsWith(".css"));
  const html = `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>${style ? `<link rel="stylesheet" href="${SCOPE}${style}">` : ""}
<main class="wrap"><h1>${title}</h1><p>${advice}</p>${call && `<p class="hotline">${hotline} ${call}</p>`}
${links.length ? `<h2>${list}</h2><ul class="plain">${links.join("")}</ul>` : ""}</main></html>`;
  return new Response(html, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
}
