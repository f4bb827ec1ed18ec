// A static host as they are found: text is sent gzipped (and kept so), everything else as it is.
import fs from "node:fs/promises";
import http from "node:http";
import path from "node:path";
import zlib from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".json": "application/json",
  ".svg": "image/svg+xml", ".txt": "text/plain; charset=utf-8", ".xml": "application/xml", ".wasm": "application/wasm",
};

/**
 * Serves folders on a free port of the loopback interface.
 * @param {[string, string][]} mounts path and folder; the longest path that fits counts
 * @param {{ pages?: Record<string, string> }} options pages that are no files
 */
export async function serve(mounts, { pages = {} } = {}) {
  const order = mounts.toSorted(([a], [b]) => b.length - a.length);
  const kept = new Map();
  const host = { delay: 0 };

  async function load(pathname) {
    const [prefix, folder] = order.find(([prefix]) => pathname.startsWith(prefix));
    const inside = path.normalize("/" + decodeURIComponent(pathname.slice(prefix.length)));
    const file = path.join(folder, inside.endsWith("/") ? inside + "index.html" : inside);
    const type = TYPES[pages[pathname] ? ".html" : path.extname(file)];
    const plain = pages[pathname] ?? (await fs.readFile(file));
    const body = type ? zlib.gzipSync(plain, { level: 6 }) : plain;
    const headers = { "Content-Type": type ?? "application/octet-stream", "Content-Length": body.length, "Cache-Control": "max-age=600" };
    return { body, headers: type ? { ...headers, "Content-Encoding": "gzip", Vary: "Accept-Encoding" } : headers };
  }

  const server = http.createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    try {
      if (!kept.has(pathname)) kept.set(pathname, await load(pathname));
      const { body, headers } = kept.get(pathname);
      if (host.delay) await new Promise((done) => setTimeout(done, host.delay));
      response.writeHead(200, headers).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  server.keepAliveTimeout = 60_000;
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  host.url = `http://127.0.0.1:${server.address().port}/`;
  host.close = () => {
    server.closeAllConnections();
    server.close();
  };
  return host;
}
