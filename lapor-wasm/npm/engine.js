// One instance of the module with an engine in it.

import { LaporError } from "./error.js";
import * as faults from "./faults.js";
import glue from "./glue.js";

/**
 * Makes an engine in an instance of its own: a trap in it leaves every other alone, and its memory goes with it. `places` names the packs in
 * the order of their bytes.
 */
export function makeEngine(module, packs, places) {
  const { initSync, Engine } = glue();
  try {
    initSync({ module });
    return new Engine(packs);
  } catch (cause) {
    // what the library throws has a code; anything else is a trap
    if (typeof cause?.code !== "string") throw new LaporError(faults.internal(), { cause });
    const { code, path, params, text } = cause;
    throw new LaporError({ code, path: placed(path, places), params, text });
  }
}

// The library counts the packs; the host knows its overlays.
function placed(path, places) {
  const [, number, rest] = /^\/packs\/([0-9]+)(.*)$/s.exec(path) ?? [];
  return number === undefined ? path : `${places[number]}${rest}`;
}
