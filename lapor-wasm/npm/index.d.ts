/// <reference lib="esnext.disposable" />

import type { Envelope, ErrorCode, Methods, Operations, Param, Text } from "./wire.js";

export type * from "./wire.js";

/** An address as an object: a `URL`, or a page's `location`. */
export interface Address {
  readonly href: string;
}

/** Something that holds bytes: a `Response`, a `Blob`, a file that somebody chose. */
export interface Body {
  arrayBuffer(): Promise<ArrayBuffer>;
}

/**
 * A file: its address (a string is resolved against the page; in Node it may be a path), or its bytes. Bytes are copied; what is fetched may be
 * given as the promise of a `Response`.
 */
export type Source = string | Address | Uint8Array | ArrayBuffer | Body | PromiseLike<Uint8Array | ArrayBuffer | Body>;

/** What may be loaded besides, at first or later. */
export interface MorePacks {
  /**
   * Overlays, each as a file or as the object that is in the file. A later one wins. A whole pack may be among them; it takes the place of the
   * built-in one of its kind.
   */
  overlays?: readonly (Source | object)[];
  /** Names of villages, and postal codes: `true` for the file of this package (1.1 MB, some 350 KB with brotli), or another. */
  villages?: boolean | Source;
}

/** What `load` may be told. */
export interface LoadOptions extends MorePacks {
  /** The folder in which `lapor.wasm` and `packs/` lie, if not beside the module; the address ends in a slash. */
  base?: string | Address;
  /** The module: a file, or already compiled (a `WebAssembly.Module`), as another thread may have sent it. */
  wasm?: Source | object;
}

/**
 * Reads the module and its packs and makes an engine of them.
 *
 * Rejects with a {@link LaporError}: `load_failed` where a file cannot be read, an error of the wire where a pack is refused, its path beginning
 * with `/overlays/0`, `/villages` or, of the package's own, `/packs/regions`. Rejects with a `TypeError` where an option is of no use.
 */
export declare function load(options?: LoadOptions): Promise<Lapor>;

/**
 * An engine. Make one and keep it; calls answer at once and leave nothing behind. Each has an instance of the module of its own.
 *
 * If a fault inside the library stops a call, the error is `internal`, and the next call gets a new instance made of the same packs.
 */
export interface Lapor extends Methods {
  /**
   * Calls an operation by its name: the request as JSON in, the whole envelope as JSON out. The request is not touched; whatever is wrong with it
   * is an envelope too.
   *
   * Throws a `TypeError` for a request that is neither a string nor bytes, and {@link LaporError} `freed` after `free()`.
   */
  call(op: string, request: string | Uint8Array): string;

  /**
   * Calls an operation and gives the envelope: check `ok`. Spans count UTF-16 units unless the request has `offsets`. Throws only after `free()`.
   */
  ask<O extends keyof Operations>(op: O, request: Operations[O]["request"]): Envelope<Operations[O]["answer"]>;

  /**
   * Another engine with more packs, from the same module and packs. This one stays as it is. Rejects as {@link load} does, and with `freed` after
   * `free()`.
   */
  with(options: MorePacks): Promise<Lapor>;

  /** Gives the memory back; the garbage collector does it otherwise. May be called twice. */
  free(): void;
  [Symbol.dispose](): void;
}

/**
 * What the typed methods throw, and what `load` rejects with. No value of a request is repeated in it; `path`, and with it `message`, has the names
 * of members as they were sent. A log that must not have a word of a reporter takes the `code`.
 */
export declare class LaporError extends Error {
  private constructor();
  readonly name: "LaporError";
  /** The kind of fault. */
  readonly code: ErrorCode | PackageErrorCode;
  /** JSON pointer of the member at fault; for packs, of the place in the pack. */
  readonly path: string;
  /** Further facts: limits, sizes, what would be accepted. */
  readonly params: Readonly<Record<string, Param>>;
  /** The sentence for a person. */
  readonly text: Text;
}

/**
 * The errors that only this package has.
 * - `freed`: a call after `free()`.
 * - `load_failed`: a file cannot be read or fetched, or what came for the module is none of this package; params `url` and `reason` (an HTTP status,
 *   a code of the system, the name of what was thrown, or `exception` where the host's own source threw; `cause` is that).
 * - `not_json`: a value that JSON cannot say, as a function, `NaN`, a `Map` or a cycle; param `found`.
 */
export type PackageErrorCode = "freed" | "load_failed" | "not_json";
