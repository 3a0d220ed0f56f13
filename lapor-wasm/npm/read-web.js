// Reading files where there is `fetch`.

/** An address as the page means it. */
export const resolve = (where) => new URL(where, globalThis.document?.baseURI ?? globalThis.location?.href);

/** The bytes of a file. */
export async function bytes(url) {
  // Vite writes small files into the address, from where a strict content policy does not let them be fetched
  const [, inside] = /^data:[^,]*;base64,(.*)$/.exec(url.href) ?? [];
  if (inside !== undefined) return Uint8Array.from(atob(inside), (letter) => letter.charCodeAt(0));
  return new Uint8Array(await (await response(url)).arrayBuffer());
}

/** The module, compiled while it arrives where the server says what it is. */
export async function module(url) {
  const arriving = await response(url);
  const type = arriving.headers.get("Content-Type") ?? "";
  if (type.startsWith("application/wasm") && WebAssembly.compileStreaming) return WebAssembly.compileStreaming(arriving);
  return WebAssembly.compile(await arriving.arrayBuffer());
}

async function response(url) {
  const found = await fetch(url);
  if (!found.ok) throw Object.assign(new Error(`HTTP ${found.status}`), { code: `HTTP ${found.status}` });
  return found;
}
