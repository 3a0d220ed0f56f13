// What a host may hand over in place of a file: an address, bytes, something that holds bytes, or the overlay itself.

import { LaporError } from "./error.js";
import * as faults from "./faults.js";
import { faultIn } from "./json.js";

const MODULE = "[object WebAssembly.Module]";

/** The tag of a value, which is the same in every frame and test runner, as its class is not. */
export const tag = (value) => Object.prototype.toString.call(value);

/** Whether it is a `Uint8Array` indeed; a tag alone can be put on anything. */
export const isBytes = (value) => ArrayBuffer.isView(value) && tag(value) === "[object Uint8Array]";

/** The compiled module. */
export async function moduleOf(source, reader) {
  const { given, url, bytes } = await opened("/wasm", source, reader);
  if (url) return told("/wasm", url, () => reader.module(url));
  if (bytes !== undefined) return told("/wasm", undefined, () => WebAssembly.compile(bytes));
  if (tag(given) === MODULE) return given;
  throw new TypeError("wasm: neither an address, bytes nor a compiled module");
}

/** The bytes of a pack, as a copy that nobody else can change. */
export async function packOf({ path, source }, reader) {
  const { given, url, bytes } = await opened(path, source, reader);
  if (url) return told(path, url, () => reader.bytes(url));
  if (bytes !== undefined) return bytes;
  if (typeof given !== "object" || given === null) throw new TypeError(`${path}: neither an address, bytes nor an object`);
  return new TextEncoder().encode(written(given, path));
}

// What was given, its address if it is one, and its bytes if it holds them.
async function opened(path, source, reader) {
  const { given, where, bytes } = await looked(path, source);
  const url = where === undefined ? undefined : await told(path, { href: where }, () => reader.resolve(where));
  return { given, url, bytes };
}

// Whatever goes wrong in here is the host's: a promise that was rejected, a body that was read already, a getter that throws.
async function looked(path, source) {
  try {
    const given = await source;
    const where = typeof given === "string" ? given : given?.href;
    if (typeof where === "string") return { given, where };
    return { given, bytes: await bytesOf(given) };
  } catch (cause) {
    throw new LaporError(faults.loadFailed(path, "source", "exception"), { cause });
  }
}

// An overlay as JSON. What is too large or too deep the library says itself, as of a file.
function written(overlay, path) {
  let fault;
  try {
    fault = faultIn(overlay);
    if (fault?.found === undefined) return JSON.stringify(overlay);
  } catch {
    // a getter or a toJSON of the host's threw
    fault = { path: "", found: "exception" };
  }
  throw new LaporError(faults.notJson(path + fault.path, fault.found));
}

async function bytesOf(given) {
  if (isBytes(given)) return given.slice();
  if (tag(given) === "[object ArrayBuffer]") return new Uint8Array(given.slice(0));
  // a Response, a Blob, a file that somebody chose
  if (typeof given?.arrayBuffer === "function") return new Uint8Array(await given.arrayBuffer());
  return undefined;
}

// Says which file it was.
async function told(path, url, read) {
  try {
    return await read();
  } catch (cause) {
    const reason = String(cause?.code ?? cause?.name ?? "error");
    throw new LaporError(faults.loadFailed(path, url?.href ?? "bytes", reason), { cause });
  }
}
