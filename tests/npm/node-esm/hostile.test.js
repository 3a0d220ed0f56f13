// What a host may hand over by mistake, and what somebody may hand over on purpose: each ends in an error that says what and where.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { load, LaporError } from "lapor";

const lapor = await load();
const DUE = { from: "2026-12-22", length: 3 };
const works = (engine) => assert.equal(engine.calendarAdd(DUE).due, "2026-12-29");
const cycle = {};
cycle.a = [{ b: cycle }];
const deep = (levels) => Array.from({ length: levels }).reduce((inner) => ({ inner }), 1);
const secret = "Budi Santoso";

// a request of text.normalize, the code and the place of its error
const REQUESTS = [
  ["half a pair, in front", { text: "\ud83d jalan" }, "bad_utf8", "/text"],
  ["half a pair, behind", { text: "jalan \ude00" }, "bad_utf8", "/text"],
  ["half a pair in a list", { text: ["jalan", "\ude00"] }, "bad_utf8", "/text/1"],
  ["half a pair in a name", { text: "jalan", extra: { "\ud83d": 1 } }, "bad_utf8", "/extra"],
  ["a mebibyte", { text: "x".repeat(1 << 20) }, "too_large", ""],
  ["64 mebibytes", { text: "x".repeat(1 << 26) }, "too_large", ""],
  ["many values", { text: Array(300_000).fill(0) }, "too_large", ""],
  ["a cycle", { text: cycle }, "not_json", "/text/a/0/b"],
  ["33 levels", { text: deep(33) }, "too_deep", ""],
  ["a hundred thousand levels", { text: deep(100_000) }, "too_deep", ""],
  ["a BigInt", { text: 1n }, "not_json", "/text"],
  ["a function", { text: () => "jalan" }, "not_json", "/text"],
  ["a symbol", { text: Symbol("jalan") }, "not_json", "/text"],
  ["NaN", { text: NaN }, "not_json", "/text"],
  ["infinity", { text: -Infinity }, "not_json", "/text"],
  ["a Map", { text: new Map([["a", 1]]) }, "not_json", "/text"],
  ["a Set", { text: new Set() }, "not_json", "/text"],
  ["bytes", { text: new Uint8Array(4) }, "not_json", "/text"],
  ["a hole in a list", { text: [1, , 3] }, "not_json", "/text/1"],
  ["a name with / and ~", { "a/b~c": 1n, text: "jalan" }, "not_json", "/a~1b~0c"],
  ["a getter that throws", { get text() { throw new Error(secret); } }, "not_json", ""],
  ["a toJSON that throws", { text: { toJSON() { throw new Error(secret); } } }, "not_json", ""],
  ["a proxy that throws", new Proxy({}, { ownKeys() { throw new Error(secret); } }), "not_json", ""],
  ["a Map as a whole", new Map([["text", "jalan"]]), "not_json", ""],
  ["null", null, "wrong_type", ""],
  ["a number", 7, "wrong_type", ""],
  ["a string", "jalan", "wrong_type", ""],
  ["nothing", undefined, "missing_field", "/text"],
  ["a member that is undefined", { text: undefined }, "missing_field", "/text"],
  ["an unknown member", { text: "jalan", wat: 1 }, "unknown_field", "/wat"],
  ["a prototype for a member", JSON.parse('{"text":"jalan","__proto__":{}}'), "unknown_field", "/__proto__"],
];

for (const [what, request, code, path] of REQUESTS) {
  // a Map's members are lost when offsets are added: so as an operation that has none, too
  test(`${what}: ${code}`, () => {
    const op = what === "a Map as a whole" ? "calendar.add" : "text.normalize";
    const { ok, error } = lapor.ask(op, request);
    assert.deepEqual([ok, error?.code, error?.path], [false, code, path]);
    assert.deepEqual(Object.keys(error).sort(), ["code", "params", "path", "text"]);
    assert.ok(error.text.id && error.text.en);
    assert.ok(!JSON.stringify(error).includes(secret));
    works(lapor);
  });
}

test("what is thrown does not repeat what a host's getter said", () => {
  assert.throws(
    () => lapor.textNormalize({ get text() { throw new Error(secret); } }),
    (thrown) => thrown instanceof LaporError && !`${thrown.stack}${thrown.cause}`.includes(secret),
  );
});

test("NUL is a character", () => {
  assert.equal(lapor.textNormalize({ text: "jalan\0rusak" }).words.length, 2);
  assert.equal(JSON.parse(lapor.call("text.normalize", '{"text":"jalan\0rusak"}')).error.code, "bad_json");
  assert.equal(JSON.parse(lapor.call("engine.info\0", "{}")).error.code, "unknown_op");
});

// raw requests
for (const [what, request, code] of [
  ["half a pair", '{"text":"\ud83d"}', "bad_utf8"],
  ["half a pair behind a whole one", '{"text":"😀\ude00"}', "bad_utf8"],
  ["bytes that are no UTF-8", Uint8Array.of(0x7b, 0xff, 0x7d), "bad_utf8"],
  ["half a pair, escaped", '{"text":"\\ud83d"}', "bad_json"],
  ["nothing", "", "bad_json"],
  ["no bytes", new Uint8Array(0), "bad_json"],
  ["a mebibyte", " ".repeat(1 << 20), "too_large"],
  ["a mebibyte of three bytes a letter", "€".repeat(1 << 20), "too_large"],
  ["a mebibyte with half a pair", "\ud83d".repeat(1 << 20), "too_large"],
]) {
  test(`raw, ${what}: ${code}`, () => {
    const { ok, error } = JSON.parse(lapor.call("text.normalize", request));
    assert.deepEqual([ok, error?.code], [false, code]);
    works(lapor);
  });
}

test("arguments of the wrong type", () => {
  for (const request of [undefined, null, {}, 7, new ArrayBuffer(2), new Uint16Array(2), { [Symbol.toStringTag]: "Uint8Array", length: 2 ** 31 }]) {
    assert.throws(() => lapor.call("engine.info", request), TypeError);
  }
  for (const op of [undefined, null, {}, 7, Symbol("op")]) assert.throws(() => lapor.call(op, "{}"), TypeError);
  works(lapor);
});

test("an operation that is none", () => {
  for (const op of ["", "Triage", "toString", "__proto__", "x".repeat(1 << 20)]) {
    assert.equal(lapor.ask(op, {}).error.code, "unknown_op");
  }
});

test("calls after free", async () => {
  const other = await load();
  other.free();
  for (const call of [() => other.call("engine.info", "{}"), () => other.ask("engine.info", {}), () => other.triage({})]) {
    assert.throws(call, (thrown) => thrown instanceof LaporError && thrown.code === "freed");
  }
  await assert.rejects(other.with({}), { code: "freed" });
  works(lapor);
});

test("two engines at once know nothing of each other", async () => {
  const [one, two] = await Promise.all([load(), load({ overlays: [process.env.LAPOR_MEDAN] })]);
  const lead = (engine) => engine.route({ now: "2026-11-23T09:00:00+07:00", matter: "pungli", region: "12.71" }).lead?.naming;
  assert.deepEqual([lead(one), lead(two), lead(one)], ["typical", "registered", "typical"]);
  one.free();
  works(two);
});

test("packs that are wrong, cut off or damaged", async () => {
  const regions = await readFile(new URL("packs/regions.pack", import.meta.resolve("lapor")));
  const medan = await readFile(process.env.LAPOR_MEDAN);
  const damaged = Uint8Array.from(regions);
  damaged.fill(0xff, damaged.length >> 1);
  const PACKS = [
    ["nothing", new Uint8Array(0)],
    ["a page in its place", "data:text/html,<!doctype html>"],
    ["half a pack", regions.subarray(0, regions.length >> 1)],
    ["all but its last byte", regions.subarray(0, -1)],
    ["a damaged one", damaged],
    ["half an overlay", medan.subarray(0, medan.length >> 1)],
    ["an overlay of no region", { ...JSON.parse(medan), for: "99.99" }],
    ["another object", { pack: 7 }],
  ];
  for (const [what, pack] of PACKS) {
    await assert.rejects(load({ overlays: [pack] }), (thrown) => {
      assert.ok(thrown instanceof LaporError, `${what}: ${thrown}`);
      assert.equal(thrown.code, "pack_invalid", what);
      assert.match(thrown.path, /^\/overlays\/0(\/|$)/, what);
      return true;
    });
  }
  await assert.rejects(load({ villages: regions.subarray(1) }), { code: "pack_invalid", path: "/villages" });
  await assert.rejects(load({ overlays: [cycle] }), { code: "not_json", path: "/overlays/0/a/0/b" });
});

test("files that are not there", async () => {
  await assert.rejects(load({ overlays: ["nowhere.json"] }), { code: "load_failed", path: "/overlays/0" });
  await assert.rejects(load({ base: "/nowhere/" }), { code: "load_failed" });
  await assert.rejects(load({ wasm: new Uint8Array(8) }), { code: "load_failed", path: "/wasm" });
});

test("options of no use", async () => {
  for (const options of [null, 7, { overlay: [] }, { overlays: "id.12.71.json" }, { overlays: [7] }, { wasm: {} }]) {
    await assert.rejects(load(options), TypeError);
  }
});
