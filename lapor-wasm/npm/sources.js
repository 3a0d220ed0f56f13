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
  const given = await source;
  if (tag(given) === MODULE) return given;
  const url = address(given, reader);
  if (url) return told("/wasm", url, () => reader.module(url));
  const bytes = await bytesOf(given);
  if (bytes === undefined) throw new TypeError("wasm: neither an address, bytes nor a compiled module");
  return told("/wasm", undefined, () => WebAssembly.compile(bytes));
}

/** The bytes of a pack, as a copy that nobody else can change. */
export async function packOf({ path, source }, reader) {
  const given = await source;
  const url = address(given, reader);
  if (url) return told(path, url, () => reader.bytes(url));
  const bytes = await bytesOf(given);
  if (bytes !== undefined) return bytes;
  if (typeof given !== "object" || given === null) throw new TypeError(`${path}: neither an address, bytes nor an object`);
  return new TextEncoder().encode(written(given, path));
}

// An overlay as JSON. What is too large or too deep the library says itself, as of a file.
function written(overlay, path) {
  const fault = faultIn(overlay);
  if (fault?.found !== undefined) throw new LaporError(faults.notJson(path + fault.path, fault.found));
  try {
    return JSON.stringify(overlay);
  } catch (cause) {
    throw new LaporError(faults.notJson(path, "exception"), { cause });
  }
}

function address(given, reader) {
  if (typeof given === "string") return reader.resolve(given);
  return typeof given?.href === "string" ? reader.resolve(given.href) : undefined;
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
