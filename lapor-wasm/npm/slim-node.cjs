"use strict";
// The package with regions and keywords on demand, for `require`.

exports.load = async (options) => (await import("./slim-node.js")).load(options);

exports.LaporError = require("./node.cjs").LaporError;
