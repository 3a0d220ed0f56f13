// The slim entry: regions and keywords on demand, from the same files.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import test from "node:test";
import { load as whole, LaporError } from "lapor";
import * as slim from "lapor/slim";

const LAMP = {
  now: "2026-11-23T09:00:00+07:00",
  jurisdiction: "12.71",
  complaint: { title: "Lampu jalan padam", content: "Lampu jalan padam di Denai sejak dua minggu." },
};
const kinds = (lapor) => lapor.engineInfo().packs.map(({ kind }) => kind);

test("the form and the days come before regions and keywords", async () => {
  const lapor = await slim.load();
  assert.ok(!kinds(lapor).includes("regions") && !kinds(lapor).includes("lexicon"));
  assert.equal(lapor.calendarAdd({ from: "2026-12-22", length: 3 }).due, "2026-12-29");
  assert.ok(lapor.formDescribe({ now: LAMP.now, matter: "pju" }).fields.length > 0);
  assert.throws(() => lapor.triage(LAMP), { code: "pack_missing", path: "", params: { pack: "regions" } });
});

test("with both it is the whole package", async () => {
  const [lapor, all] = await Promise.all([slim.load(), whole()]);
  const more = await lapor.with({ regions: true, keywords: true });
  assert.deepEqual(more.triage(LAMP), all.triage(LAMP));
  assert.deepEqual(kinds(more), kinds(all));
  assert.throws(() => lapor.triage(LAMP), LaporError, "the first stays as it is");
  const half = await lapor.with({ regions: true });
  assert.throws(() => half.triage(LAMP), { code: "pack_missing", params: { pack: "lexicon" } });
  assert.deepEqual((await half.with({ keywords: true })).triage(LAMP), all.triage(LAMP));
});

test("regions and keywords from anywhere, at once or later", async () => {
  const packs = fileURLToPath(new URL("packs/", import.meta.resolve("lapor/lapor.wasm")));
  const lapor = await slim.load({ regions: readFile(`${packs}regions.pack`), keywords: `${packs}lexicon.pack` });
  assert.ok(lapor.triage(LAMP).matter);
  const overlaid = await slim.load({ regions: true, keywords: true, overlays: [process.env.LAPOR_MEDAN] });
  assert.equal(overlaid.triage(LAMP).route.lead.name, "Dinas Perhubungan Kota Medan");
});

test("what is refused says where", async () => {
  await assert.rejects(slim.load({ overlays: [process.env.LAPOR_MEDAN] }), { code: "pack_missing", path: "/overlays/0" });
  await assert.rejects(slim.load({ regions: new Uint8Array(3) }), { path: "/regions" });
  await assert.rejects(slim.load({ keywords: "nowhere.pack" }), { code: "load_failed", path: "/keywords" });
  await assert.rejects(whole({ regions: true }), TypeError);
});
