// Reads module and packs and makes an engine of them.

import { makeEngine } from "./engine.js";
import { FILES, filesIn } from "./files.js";
import { Lapor } from "./lapor.js";
import { moduleOf, packOf } from "./sources.js";

const FIRST = ["base", "wasm"];

/** Which packs are loaded only where an option asks for them: the name of the option, and that of the file. */
const WHOLE = { villages: "villages" };
const SLIM = { regions: "regions", keywords: "lexicon", ...WHOLE };

/** `load` for a place where files are read by this reader. */
export const loader = (reader) => loading(reader, WHOLE);

/** The same, but regions and keywords are read only on demand. */
export const slimLoader = (reader) => loading(reader, SLIM);

function loading(reader, asked) {
  return async function load(options = {}) {
    check(options, [...FIRST, "overlays", ...Object.keys(asked)]);
    const files = options.base === undefined ? FILES : filesIn(reader.resolve(options.base.href ?? options.base));
    const own = Object.entries(files.packs).filter(([name]) => !Object.values(asked).includes(name));
    const [module, packs] = await Promise.all([
      moduleOf(options.wasm ?? files.wasm, reader),
      read([...own.map(([name, source]) => ({ path: `/packs/${name}`, source })), ...more(options, files, asked)], reader),
    ]);
    return ready({ reader, files, asked, module, packs });
  };
}

function ready(parts) {
  const bytes = parts.packs.map((pack) => pack.bytes);
  const places = parts.packs.map((pack) => pack.path);
  return new Lapor(
    () => makeEngine(parts.module, bytes, places),
    async (options) => {
      check(options, ["overlays", ...Object.keys(parts.asked)]);
      const packs = await read(more(options, parts.files, parts.asked), parts.reader);
      return ready({ ...parts, packs: [...parts.packs, ...packs] });
    },
  );
}

// Overlays come last: they may name what is in the packs.
function more(options, files, asked) {
  const { overlays = [] } = options;
  if (!Array.isArray(overlays)) throw new TypeError("overlays is not an array");
  const packs = Object.entries(asked).filter(([option]) => (options[option] ?? false) !== false);
  return [
    ...packs.map(([option, name]) => ({ path: `/${option}`, source: options[option] === true ? files.packs[name] : options[option] })),
    ...overlays.map((source, n) => ({ path: `/overlays/${n}`, source })),
  ];
}

const read = (packs, reader) => Promise.all(packs.map(async (pack) => ({ path: pack.path, bytes: await packOf(pack, reader) })));

function check(options, known) {
  if (typeof options !== "object" || options === null) throw new TypeError("the options are not an object");
  const stray = Object.keys(options).find((name) => !known.includes(name));
  if (stray !== undefined) throw new TypeError(`no such option: ${stray}; there are ${known.join(", ")}`);
}
