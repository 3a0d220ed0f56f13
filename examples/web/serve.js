// A small server for this page: its files, the installed package, and the overlays of examples/packs. Each answer has a strict content policy.

import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import { extname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const HERE = new URL("./", import.meta.url);

// What is served, and where it lies; nothing else of the disk is.
const ROOTS = [
  ["/packs/", new URL("../packs/", HERE), [".json"]],
  ["/node_modules/lapor/", new URL("node_modules/lapor/", HERE), [".js", ".wasm", ".pack"]],
  ["/js/", new URL("js/", HERE), [".js"]],
  ["/", HERE, [".html", ".css", ".svg"]],
];

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".pack": "application/octet-stream",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const HEADERS = {
  "Content-Security-Policy": POLICY,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  // kept, but asked about each time: whoever changes a file sees the change
  "Cache-Control": "no-cache",
};

/** The file for an address, or undefined. `URL` has already resolved every `..`; an encoded one stays a name that no file bears. */
function fileFor(address) {
  const { pathname } = new URL(address, "http://localhost");
  const path = pathname.endsWith("/") ? `${pathname}index.html` : pathname;
  if (!/^[\w./-]+$/.test(path)) return undefined;
  const [prefix, folder, endings] = ROOTS.find(([start]) => path.startsWith(start));
  return endings.includes(extname(path)) ? new URL(path.slice(prefix.length), folder) : undefined;
}

async function answer({ method, url, headers }, response) {
  if (method !== "GET" && method !== "HEAD") return response.writeHead(405, { ...HEADERS, Allow: "GET, HEAD" }).end();
  try {
    const file = fileFor(url);
    const { mtimeMs, size } = await stat(file);
    const known = { ...HEADERS, ETag: `"${Math.round(mtimeMs)}-${size}"`, "Content-Type": TYPES[extname(file.pathname)] };
    if (headers["if-none-match"] === known.ETag) return response.writeHead(304, known).end();
    const content = await readFile(file);
    response.writeHead(200, { ...known, "Content-Length": content.length }).end(method === "HEAD" ? undefined : content);
  } catch {
    response.writeHead(404, { ...HEADERS, "Content-Type": "text/plain" }).end("404\n");
  }
}

/** Serves at a port, 0 for any that is free; the address of the page. */
export async function serve(port) {
  const server = createServer(answer);
  await new Promise((listening, failed) => server.once("error", failed).listen(port, "127.0.0.1", listening));
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await stat(new URL("node_modules/lapor/lapor.wasm", HERE));
  } catch {
    console.error(`lapor is not installed in ${fileURLToPath(HERE)}; README.md says how.`);
    process.exit(1);
  }
  const { address } = await serve(Number(process.env.PORT ?? 8080));
  console.log(address);
}
