// The engine as a host sees it.

import { LaporError } from "./error.js";
import * as faults from "./faults.js";
import { faultIn, isText } from "./json.js";
import { METHODS, WITH_OFFSETS } from "./operations.js";
import { isBytes } from "./sources.js";

export class Lapor {
  #make;
  #more;
  #engine;

  /** `make` makes an engine, now and again after a trap; `more` loads another with more packs. */
  constructor(make, more) {
    this.#make = make;
    this.#more = more;
    this.#engine = make();
  }

  call(op, request) {
    if (this.#make === undefined) throw new LaporError(faults.freed());
    if (typeof op !== "string") throw new TypeError("op is not a string");
    if (typeof request !== "string" && !isBytes(request)) throw new TypeError("request is neither a string nor a Uint8Array");
    const sent = typeof request === "string" && !isText(request) ? broken(request) : request;
    try {
      this.#engine ??= this.#make();
      return typeof sent === "string" ? this.#engine.call(op, sent) : this.#engine.callBytes(op, sent);
    } catch {
      // a trap: nothing of the instance can be trusted any more
      this.#engine = undefined;
      return JSON.stringify({ ok: false, error: faults.internal() });
    }
  }

  ask(op, request = {}) {
    if (this.#make === undefined) throw new LaporError(faults.freed());
    let json;
    try {
      const full = withOffsets(op, request);
      const fault = faultIn(full);
      if (fault) return { ok: false, error: this.#errorOf(fault) };
      json = JSON.stringify(full);
    } catch {
      // a getter or a toJSON of the host's threw; what it said is not repeated
      return { ok: false, error: faults.notJson("", "exception") };
    }
    return JSON.parse(this.call(op, json));
  }

  with(options) {
    if (this.#make === undefined) return Promise.reject(new LaporError(faults.freed()));
    return this.#more(options);
  }

  free() {
    this.#make = undefined;
    this.#more = undefined;
    // the memory goes with the instance
    this.#engine = undefined;
  }

  #errorOf({ path, found, sample }) {
    if (sample === undefined) return faults.notJson(path, found);
    const { error } = JSON.parse(this.call("engine.info", sample));
    // size and depth are those of the whole
    return typeof sample === "string" ? error : { ...error, path, params: { expected: error.params.expected } };
  }
}

if (Symbol.dispose) Lapor.prototype[Symbol.dispose] = Lapor.prototype.free;

for (const [op, method] of Object.entries(METHODS)) {
  Object.defineProperty(Lapor.prototype, method, {
    value: {
      [method](request) {
        const envelope = this.ask(op, request);
        if (!envelope.ok) throw new LaporError(envelope.error);
        return envelope.answer;
      },
    }[method],
    configurable: true,
    writable: true,
  });
}

// Spans count UTF-16 units, as the strings of JavaScript do, unless the host says otherwise.
function withOffsets(op, request) {
  const silent = WITH_OFFSETS.has(op) && typeof request === "object" && request !== null && (request.offsets ?? null) === null;
  return silent ? { ...request, offsets: "utf16" } : request;
}

// Half a surrogate pair is no text. TextEncoder would write U+FFFD in its place and nobody would know; so it becomes a byte that is no UTF-8, and
// the library refuses it.
function broken(text) {
  const bytes = new TextEncoder().encode(text);
  const at = text.search(/\p{Surrogate}/u);
  bytes[new TextEncoder().encode(text.slice(0, at)).length] = 0xff;
  return bytes;
}
