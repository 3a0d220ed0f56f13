// What is thrown.

// `instanceof` goes by this mark, since the CommonJS entry has a class of its own.
const MARK = Symbol.for("lapor.LaporError");

/** An error object of the wire as an `Error`. It repeats no value of a request; the path has the names of members as they were sent. */
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
