// The package by `require`.
"use strict";

const assert = require("node:assert/strict");
const test = require("node:test");
const { load, LaporError } = require("lapor");

test("an answer, a refusal and the class of what is thrown", async () => {
  const lapor = await load();
  assert.equal(lapor.calendarAdd({ from: "2026-12-22", length: 3 }).due, "2026-12-29");
  assert.throws(() => lapor.calendarAdd({ from: "2026-12-22", length: -1 }), LaporError);
  assert.throws(() => lapor.calendarAdd({ from: "2026-12-22", length: -1 }), { name: "LaporError", path: "/length" });
  assert.ok(!(new TypeError("another") instanceof LaporError));
  lapor.free();
});

test("the slim entry", async () => {
  const slim = require("lapor/slim");
  const lapor = await slim.load();
  assert.throws(() => lapor.regionLookup({ code: "12.71" }), slim.LaporError);
  assert.equal((await lapor.with({ regions: true, keywords: true })).regionLookup({ code: "12.71" }).regions[0].name, "Kota Medan");
});

test("a load that fails rejects with the same class", async () => {
  await assert.rejects(load({ overlays: ["nowhere.json"] }), LaporError);
});
