// Where the package's own files lie. Each address is written out in full: bundlers look for exactly this form.

/** Beside this module, or wherever a bundler has put them. */
export const FILES = {
  wasm: new URL("./lapor.wasm", import.meta.url),
  packs: {
    calendar: new URL("./packs/calendar.pack", import.meta.url),
    identity: new URL("./packs/identity.pack", import.meta.url),
    institutions: new URL("./packs/institutions.pack", import.meta.url),
    lexicon: new URL("./packs/lexicon.pack", import.meta.url),
    lifecycle: new URL("./packs/lifecycle.pack", import.meta.url),
    matters: new URL("./packs/matters.pack", import.meta.url),
    policy: new URL("./packs/policy.pack", import.meta.url),
    privacy: new URL("./packs/privacy.pack", import.meta.url),
    regions: new URL("./packs/regions.pack", import.meta.url),
    taxonomy: new URL("./packs/taxonomy.pack", import.meta.url),
    villages: new URL("./packs/villages.pack", import.meta.url),
  },
};

/** The same files in another folder, whose address ends in a slash. */
export function filesIn(folder) {
  const pack = (name) => new URL(`packs/${name}.pack`, folder);
  return {
    wasm: new URL("lapor.wasm", folder),
    packs: Object.fromEntries(Object.keys(FILES.packs).map((name) => [name, pack(name)])),
  };
}
