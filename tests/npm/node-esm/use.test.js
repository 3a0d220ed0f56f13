// What a host does every day.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { pathToFileURL } from "node:url";
import { load, LaporError } from "lapor";

const MEDAN = process.env.LAPOR_MEDAN;
const now = "2026-11-23T09:00:00+07:00";
const lamp = { now, jurisdiction: "12.71", complaint: { title: "Lampu jalan padam", content: "Lampu jalan padam di Denai sejak dua minggu." } };
const lead = (lapor) => lapor.triage(lamp).route.lead;

test("a complaint finds its office, registered once the overlay is there", async () => {
  const lapor = await load();
  assert.equal(lead(lapor).naming, "typical");
  const medan = await lapor.with({ overlays: [MEDAN] });
  assert.deepEqual([lead(medan).id, lead(medan).name], ["12.71/dishub", "Dinas Perhubungan Kota Medan"]);
  assert.equal(lead(lapor).naming, "typical", "the first engine is as it was");
});

test("an overlay may be a path, an address, bytes, an object, a response or a promise", async () => {
  const bytes = await readFile(MEDAN);
  const ways = [
    MEDAN,
    pathToFileURL(MEDAN),
    pathToFileURL(MEDAN).href,
    bytes,
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length),
    JSON.parse(bytes),
    new Response(bytes),
    new Blob([bytes]),
    Promise.resolve(bytes),
    `data:application/json;base64,${bytes.toString("base64")}`,
  ];
  const lapor = await load();
  const sums = await Promise.all(ways.map(async (way) => lead(await lapor.with({ overlays: [way] })).name));
  assert.deepEqual(new Set(sums), new Set(["Dinas Perhubungan Kota Medan"]));
});

test("villages on demand", async () => {
  const lapor = await load();
  const names = (engine) => engine.regionChildren({ code: "12.71.12" }).children.map(({ name }) => name);
  assert.deepEqual(names(lapor), []);
  assert.ok(names(await lapor.with({ villages: true })).includes("Terjun"));
  assert.ok((await load({ villages: true })).engineInfo().packs.some(({ kind }) => kind === "villages"));
});

test("typed methods count as JavaScript does, unless told otherwise; call leaves the request alone", async () => {
  const lapor = await load();
  const text = "😀 jln rusak";
  const start = (request) => lapor.textNormalize(request).words.find(({ word }) => word === "rusak").start;
  assert.equal(start({ text }), text.indexOf("rusak"));
  assert.equal(start({ text, offsets: null }), text.indexOf("rusak"));
  assert.equal(start({ text, offsets: "utf8" }), Buffer.from(text).indexOf("rusak"));
  const { answer } = JSON.parse(lapor.call("text.normalize", JSON.stringify({ text })));
  assert.equal(answer.words.find(({ word }) => word === "rusak").start, Buffer.from(text).indexOf("rusak"));
  const frozen = Object.freeze({ text });
  assert.equal(start(frozen), text.indexOf("rusak"));
});

test("ask gives the envelope, call its text", async () => {
  const lapor = await load();
  assert.equal(lapor.ask("calendar.add", { from: "2026-12-22", length: 3 }).answer.due, "2026-12-29");
  const refused = lapor.ask("calendar.add", { from: "2026-12-22" });
  assert.deepEqual([refused.ok, refused.error.code, refused.error.path], [false, "missing_field", "/length"]);
  assert.equal(lapor.call("engine.info", "{}"), lapor.call("engine.info", new TextEncoder().encode("{}")));
  assert.throws(() => lapor.calendarAdd({ from: "2026-12-22" }), (thrown) => {
    assert.ok(thrown instanceof LaporError && thrown instanceof Error);
    assert.deepEqual([thrown.name, thrown.code, thrown.path], ["LaporError", "missing_field", "/length"]);
    return thrown.text.id !== thrown.text.en;
  });
});

test("a method for every operation", async () => {
  const lapor = await load();
  const methods = lapor.engineInfo().operations.map((op) => op.replace(/\.(.)/, (_, letter) => letter.toUpperCase()));
  assert.deepEqual(methods.filter((method) => typeof lapor[method] !== "function"), []);
});

test("the module may be compiled already", async () => {
  const module = await WebAssembly.compile(await readFile(new URL("lapor.wasm", import.meta.resolve("lapor"))));
  assert.equal((await load({ wasm: module })).calendarAdd({ from: "2026-12-22", length: 3 }).due, "2026-12-29");
});

test("the files may lie elsewhere", async () => {
  const base = new URL("./", import.meta.resolve("lapor"));
  for (const folder of [base, base.href]) assert.ok(await load({ base: folder }));
});

test("free gives back, twice as well as once, and a block can do it", async () => {
  const lapor = await load();
  lapor.free();
  lapor.free();
  if (Symbol.dispose) assert.equal(lapor[Symbol.dispose], lapor.free);
});
