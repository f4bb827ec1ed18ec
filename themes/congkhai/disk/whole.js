// All modules of the theme as one classic script, for a site that is opened from a folder. What they fetch stands in
// scripts there, because browsers read no other files beside such a page. Everything in here is around the modules:
// the names below take the place of the browser's own.
(() => {
  "use strict";
  // Filled in when the site is published: the module of every page, and all modules as functions.
  const ENTRY = "";
  const MODULES = {};

  const own = document.currentScript.src;
  /** Address of a file → its bytes in base64, of the scripts that were read. */
  const contents = new Map();
  /** Address of a file → address of the script that holds it. */
  const holders = new Map();
  /** Address of a script → the promise that it was read. */
  const reading = new Map();

  /** What a data script says: the files that it holds, and which further scripts hold which others. */
  globalThis.congkhai = (files, others) => {
    const address = (name) => new URL(name, document.currentScript.src).href;
    for (const name in files) contents.set(address(name), files[name]);
    for (const script in others) for (const name of others[script]) holders.set(address(name), address(script));
  };

  const read = (address) => {
    if (!reading.has(address)) {
      const script = document.createElement("script");
      const read = new Promise((done, failed) => Object.assign(script, { src: address, onload: done, onerror: failed }));
      reading.set(address, read);
      document.head.append(script);
    }
    return reading.get(address);
  };

  /** Answers from data scripts; one that is missing or damaged is read anew when it is asked for again. */
  const fetch = async (address, init) => {
    const { href } = new URL(address, document.baseURI);
    const holder = holders.get(href) ?? new URL("disk.js", href).href;
    // The one name that stays may by now be that of another publication.
    if (init?.cache === "reload" && href.endsWith("/start.bin")) {
      contents.delete(href);
      reading.delete(holder);
    }
    try {
      if (!contents.has(href)) await read(holder);
      const content = contents.get(href);
      if (content === undefined) throw new Error(`${holder} does not hold it`);
      return new Response(Uint8Array.from(atob(content), (unit) => unit.charCodeAt()));
    } catch (cause) {
      reading.delete(holder);
      throw new TypeError(`${href} cannot be read`, { cause });
    }
  };

  // Whether there is a network says nothing about a disk, and no service worker works here.
  const navigator = new Proxy(globalThis.navigator, {
    has: (whole, name) => name !== "serviceWorker" && name in whole,
    get: (whole, name) => {
      if (name === "onLine") return true;
      const value = whole[name];
      return typeof value === "function" ? value.bind(whole) : value;
    },
  });

  const loaded = {};
  const __import = (name) => (loaded[name] ??= MODULES[name]({ url: new URL(name, own).href }));
  __import(ENTRY);
})();
