// What is thrown.

// `instanceof` goes by this mark, since the CommonJS entry has a class of its own.
const MARK = Symbol.for("lapor.LaporError");

/** An error object of the wire as an `Error`. It never carries the words of a request, so it may be logged. */
export class LaporError extends Error {
  constructor({ code, path, params, text }, options) {
    super(`${code} at ${JSON.stringify(path)}: ${text.en}`, options);
    this.code = code;
    this.path = path;
    this.params = params;
    this.text = text;
  }

  static [Symbol.hasInstance](value) {
    return value?.[MARK] === true;
  }
}

Object.defineProperty(LaporError.prototype, "name", { value: "LaporError" });
Object.defineProperty(LaporError.prototype, MARK, { value: true });
