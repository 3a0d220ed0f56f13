// One instance of the module with an engine in it.

import { LaporError } from "./error.js";
import * as faults from "./faults.js";
import glue from "./glue.js";

/**
 * Makes an engine in an instance of its own: a trap in it leaves every other alone, and its memory goes with it. `places` names the packs in
 * the order of their bytes.
 */
export function makeEngine(module, packs, places) {
  const { initSync, Packs } = glue();
  try {
    initSync({ module });
  } catch (cause) {
    // another module, or there is no memory for one more
    throw new LaporError(faults.loadFailed("/wasm", "module", String(cause?.name)), { cause });
  }
  try {
    const all = new Packs();
    packs.forEach((bytes) => all.add(bytes));
    return all.build();
  } catch (cause) {
    // a pack that is refused comes as JSON; anything else is a trap
    if (typeof cause !== "string") throw new LaporError(faults.internal(), { cause });
    const error = JSON.parse(cause);
    throw new LaporError({ ...error, path: placed(error.path, places) });
  }
}

// The library counts the packs; the host knows its overlays.
function placed(path, places) {
  const [, number, rest] = /^\/packs\/([0-9]+)(.*)$/s.exec(path) ?? [];
  return number === undefined ? path : `${places[number]}${rest}`;
}
