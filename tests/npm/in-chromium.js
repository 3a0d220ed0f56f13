// The package in Chromium, for the runner of the vectors: `load` as the package's own, but its calls take a while.

import { readFile } from "node:fs/promises";
import { launch, serve } from "./chromium.js";

export async function load({ overlays }) {
  const [browser, { address, close }] = await Promise.all([launch(), serve("plain")]);
  const page = await browser.newPage();
  await page.goto(`${address}empty.html`);
  const packs = await Promise.all(overlays.map((path) => readFile(path, "base64")));
  await page.evaluate(async (packs) => {
    const { load } = await import("/node_modules/lapor/index.js");
    const bytes = (base64) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const lapor = await load({ overlays: packs.map(bytes) });
    globalThis.call = (op, text, base64) => lapor.call(op, text ?? bytes(base64));
  }, packs);
  return {
    call: (op, request) => {
      const [text, base64] = typeof request === "string" ? [request] : [null, Buffer.from(request).toString("base64")];
      return page.evaluate(([op, text, base64]) => globalThis.call(op, text, base64), [op, text, base64]);
    },
    free: async () => {
      close();
      await browser.close();
    },
  };
}
