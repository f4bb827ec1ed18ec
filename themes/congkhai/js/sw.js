// Keeps what was opened, so that it can be read again without a network. The network always comes first for what can
// change: a page from here is shown only where no answer arrives.

// Filled in when the site is published: files whose names hold hashes. So this script changes with them.
const KEPT = [];

const SCOPE = registration.scope;
const OURS = `congkhai ${SCOPE} `;
const VERSION = OURS + KEPT.join(" ");
const CORE = `${VERSION} core`;
const PAGES = `${VERSION} pages`;
const FILES = `${VERSION} files`;
/** Most entries; the oldest go first. */
const LIMITS = { [PAGES]: 80, [FILES]: 240 };

addEventListener("install", (event) => {
  const keep = async () => {
    const core = await caches.open(CORE);
    await core.addAll([...KEPT, "favicon.svg"].map((path) => SCOPE + path));
    await skipWaiting();
  };
  event.waitUntil(keep());
});

addEventListener("activate", (event) => {
  const begin = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(OURS) && !name.startsWith(VERSION)).map((name) => caches.delete(name)));
    await registration.navigationPreload?.enable();
    await clients.claim();
    // The page that brought this script was loaded without it.
    for (const client of await clients.matchAll({ type: "window" })) await fetchPage(new Request(client.url)).catch(() => {});
  };
  event.waitUntil(begin());
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(SCOPE)) return;
  const path = new URL(request.url).href.slice(SCOPE.length).replace(/[?#].*/s, "");
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (/^assets\/|\/[0-9a-f]{10,}\/[^/]+\.bin$/.test(path)) event.respondWith(unchanging(event));
  else if (/\.(bin|svg)$/.test(path)) event.respondWith(changing(event));
});

/** Questions in an address do not make it another page. */
const plain = (url) => url.replace(/[?#].*/s, "");

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

async function fetchPage(request, preload) {
  const response = (await preload) ?? (await fetch(request));
  await store(PAGES, plain(request.url), response);
  return response;
}

async function page(event) {
  try {
    return await fetchPage(event.request, event.preloadResponse);
  } catch (error) {
    const kept = await caches.match(plain(event.request.url));
    if (kept) return kept;
    throw error;
  }
}

/** A file whose address changes with its content. */
async function unchanging(event) {
  const kept = await caches.match(event.request, { ignoreVary: true });
  return kept ?? fetchFile(event.request, {});
}

/** A file that a new publication replaces under the same address. */
async function changing(event) {
  try {
    return await fetchFile(event.request, { cache: "no-cache" });
  } catch (error) {
    const kept = await caches.match(event.request, { ignoreVary: true });
    if (kept) return kept;
    throw error;
  }
}

async function fetchFile(request, options) {
  const response = await fetch(request, options);
  await store(FILES, request.url, response);
  return response;
}
