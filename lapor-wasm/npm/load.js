// Reads module and packs and makes an engine of them.

import { makeEngine } from "./engine.js";
import { FILES, filesIn } from "./files.js";
import { Lapor } from "./lapor.js";
import { moduleOf, packOf } from "./sources.js";

const OPTIONS = ["base", "overlays", "villages", "wasm"];

/** `load` for a place where files are read by this reader. */
export const loader = (reader) =>
  async function load(options = {}) {
    check(options, OPTIONS);
    const files = options.base === undefined ? FILES : filesIn(reader.resolve(options.base.href ?? options.base));
    const own = Object.entries(files.packs).map(([name, source]) => ({ path: `/packs/${name}`, source }));
    const [module, packs] = await Promise.all([
      moduleOf(options.wasm ?? files.wasm, reader),
      read([...own, ...more(options, files)], reader),
    ]);
    return ready({ reader, files, module, packs });
  };

function ready(parts) {
  const bytes = parts.packs.map((pack) => pack.bytes);
  const places = parts.packs.map((pack) => pack.path);
  return new Lapor(
    () => makeEngine(parts.module, bytes, places),
    async (options) => {
      check(options, ["overlays", "villages"]);
      const packs = await read(more(options, parts.files), parts.reader);
      return ready({ ...parts, packs: [...parts.packs, ...packs] });
    },
  );
}

// Villages come before overlays, which may name them.
function more({ villages = false, overlays = [] }, files) {
  if (!Array.isArray(overlays)) throw new TypeError("overlays is not an array");
  const added = overlays.map((source, n) => ({ path: `/overlays/${n}`, source }));
  return villages === false ? added : [{ path: "/villages", source: villages === true ? files.villages : villages }, ...added];
}

const read = (packs, reader) => Promise.all(packs.map(async (pack) => ({ path: pack.path, bytes: await packOf(pack, reader) })));

function check(options, known) {
  if (typeof options !== "object" || options === null) throw new TypeError("the options are not an object");
  const stray = Object.keys(options).find((name) => !known.includes(name));
  if (stray !== undefined) throw new TypeError(`no such option: ${stray}; there are ${known.join(", ")}`);
}
