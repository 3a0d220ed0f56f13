"use strict";
// The package for `require`. The code is there once, in the ES modules; load() is asynchronous anyway and brings it in.

exports.load = async (options) => (await import("./node.js")).load(options);

/** For `instanceof`: knows the errors that the ES modules throw by their mark. */
exports.LaporError = class LaporError extends Error {
  static [Symbol.hasInstance](value) {
    return value?.[Symbol.for("lapor.LaporError")] === true;
  }
};
