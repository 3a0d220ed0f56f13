// Reading files in Node: from the disk, and by `fetch` what lies elsewhere.

import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import * as web from "./read-web.js";

/** An address, or a path as the process means it. One letter and a colon is a drive, not a scheme. */
export const resolve = (where) => (/^[a-z][a-z0-9+.-]+:/i.test(where) ? new URL(where) : pathToFileURL(where));

/** The bytes of a file. */
export async function bytes(url) {
  return new Uint8Array(url.protocol === "file:" ? await readFile(url) : await web.bytes(url));
}

/** The module, compiled. */
export async function module(url) {
  return WebAssembly.compile(await bytes(url));
}
