// The package in another host than Node, Deno or Bun: an answer, a refusal, villages, and the table of what is wrong on purpose.

import { readFile } from "node:fs/promises";
import process from "node:process";
import * as package_ from "lapor";
import { tried } from "../hostile.js";

const bytes = async (file) => new Uint8Array(await readFile(file));
const files = {
  medan: await bytes(process.env.LAPOR_MEDAN),
  panic: await bytes(process.env.LAPOR_PANIC),
  regions: await bytes(new URL("node_modules/lapor/packs/regions.pack", import.meta.url)),
  wasm: await bytes(new URL("node_modules/lapor/lapor.wasm", import.meta.url)),
};
const lapor = await package_.load({ overlays: [files.medan], villages: true });
const complaint = { title: "Lampu jalan padam", content: "Lampu jalan padam di Denai sejak dua minggu." };
const { route } = lapor.triage({ now: "2026-11-23T09:00:00+07:00", jurisdiction: "12.71", complaint });
const answers = [
  { what: "an answer", came: route.lead?.id, expected: "12.71/dishub" },
  { what: "villages", came: lapor.regionLookup({ code: "12.71.12.1003" }).regions[0]?.name, expected: "Terjun" },
];
const all = [...answers, ...(await tried({ ...package_, ...files }))];
const wrong = all.filter(({ came, expected }) => came !== expected);
wrong.forEach(({ what, came, expected }) => console.log(`${what}: ${came}, not ${expected}`));
console.log(`${all.length - wrong.length} passed, ${wrong.length} failed`);
process.exitCode = wrong.length > 0 ? 1 : 0;
