// A fault inside the library ends one call and no other. LAPOR_PANIC is the module in which `test.panic` panics.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { load, LaporError } from "lapor";

const wasm = await WebAssembly.compile(await readFile(process.env.LAPOR_PANIC));
const due = (engine) => engine.calendarAdd({ from: "2026-12-22", length: 3 }).due;

test("after a trap the next call works, with the same packs, as often as it happens", async () => {
  const lapor = await load({ wasm, overlays: [process.env.LAPOR_MEDAN] });
  const { packs_sha256: before } = lapor.engineInfo();
  for (let n = 0; n < 3; n += 1) {
    const { ok, error } = JSON.parse(lapor.call("test.panic", '{"text":"Budi Santoso"}'));
    assert.deepEqual([ok, error.code, error.path, error.params], [false, "internal", "", {}]);
    assert.match(error.text.en, /the engine is made anew/);
    assert.ok(!JSON.stringify(error).includes("Budi"));
    assert.equal(due(lapor), "2026-12-29");
  }
  assert.equal(lapor.engineInfo().packs_sha256, before);
  assert.equal(lapor.ask("test.panic", {}).error.code, "internal");
});

test("the other engines do not notice", async () => {
  const [one, two] = await Promise.all([load({ wasm }), load({ wasm })]);
  one.call("test.panic", "{}");
  assert.equal(due(two), "2026-12-29");
  assert.equal(due(one), "2026-12-29");
});

test("an engine that was freed after a trap is free", async () => {
  const lapor = await load({ wasm });
  lapor.call("test.panic", "{}");
  lapor.free();
  assert.throws(() => due(lapor), (thrown) => thrown instanceof LaporError && thrown.code === "freed");
});

test("the module that is shipped has no such operation", async () => {
  assert.equal((await load()).ask("test.panic", {}).error.code, "unknown_op");
});
