// The table of hostile.js, in Node and in Chromium.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { launch, serve } from "./chromium.js";
import { tried } from "./hostile.js";

const PACKAGE = new URL("./plain/node_modules/lapor/", import.meta.url);
const FILES = {
  medan: process.env.LAPOR_MEDAN,
  panic: process.env.LAPOR_PANIC,
  regions: new URL("packs/regions.pack", PACKAGE),
  wasm: new URL("lapor.wasm", PACKAGE),
};
const bytes = Object.fromEntries(await Promise.all(Object.entries(FILES).map(async ([name, file]) => [name, new Uint8Array(await readFile(file))])));

async function inChromium() {
  const [browser, { address, close }] = await Promise.all([launch(), serve("plain")]);
  try {
    const page = await browser.newPage();
    await page.goto(`${address}empty.html`);
    const base64 = Object.entries(bytes).map(([name, file]) => [name, Buffer.from(file).toString("base64")]);
    return await page.evaluate(async (base64) => {
      const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      const { tried } = await import("/hostile.js");
      const files = Object.fromEntries(base64.map(([name, text]) => [name, bytes(text)]));
      return tried({ ...(await import("/node_modules/lapor/index.js")), ...files });
    }, base64);
  } finally {
    close();
    await browser.close();
  }
}

const IN = { Node: async () => tried({ ...(await import(new URL("node.js", PACKAGE))), ...bytes }), Chromium: inChromium };

for (const [place, all] of Object.entries(IN)) {
  test(`what is wrong on purpose, in ${place}`, async (t) => {
    const found = await all();
    assert.ok(found.length > 100, `${found.length} rows`);
    for (const { what, came, expected } of found) await t.test(what, () => assert.equal(came, expected));
  });
}

test("in Node, files that are not there", async () => {
  const { load } = await import(new URL("node.js", PACKAGE));
  await assert.rejects(load({ overlays: ["nowhere.json"] }), { code: "load_failed", path: "/overlays/0" });
  await assert.rejects(load({ base: "/nowhere/" }), { code: "load_failed", path: "/wasm" });
});
