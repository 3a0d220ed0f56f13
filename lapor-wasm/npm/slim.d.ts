import type { LoadOptions, MorePacks, Lapor, Source } from "./index.js";

export { LaporError } from "./index.js";
export type * from "./index.js";

/** What a slim engine may load besides, at first or later. */
export interface MoreSlimPacks extends MorePacks {
  /** Names and codes of regions: `true` for the file of this package (150 KB, 44 KB with brotli), or another. */
  regions?: boolean | Source;
  /** The words by which texts are read: `true` for the file of this package (228 KB, 46 KB with brotli), or another. */
  keywords?: boolean | Source;
}

/** What the slim `load` may be told. */
export interface SlimLoadOptions extends LoadOptions, MoreSlimPacks {}

/**
 * An engine without regions and keywords at first. It answers `calendarAdd`, `calendarCount`, `engineInfo`, `formDescribe`, `identityCheck` and
 * `taxonomySearch`; what needs a pack that is not there is the error `pack_missing`, whose param `pack` says which (`regions` or `lexicon`).
 * `await lapor.with({ regions: true, keywords: true })` gives one that answers everything. Overlays name regions, and need them.
 */
export interface SlimLapor extends Omit<Lapor, "with"> {
  /** Another engine with more packs, from the same module and packs. This one stays as it is. */
  with(options: MoreSlimPacks): Promise<SlimLapor>;
}

/** Reads the module and its packs but regions and keywords, and makes an engine of them. Rejects as the `load` of the whole package does. */
export declare function load(options?: SlimLoadOptions): Promise<SlimLapor>;
