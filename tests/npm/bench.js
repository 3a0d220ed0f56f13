// The bench of the package, in Node or in Chromium: `node bench.js node|chromium FILE SECONDS`, FILE with a request in each line. Prints what
// `bench` says of `call`, as JSON.

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { launch, serve } from "./chromium.js";

const PACKAGE = "plain/node_modules/lapor";

async function inNode(options) {
  const { load } = await import(`./${PACKAGE}/node.js`);
  const { bench } = await import(`./${PACKAGE}/speed.js`);
  return bench(await load(), options);
}

/** `bench` in a page of its own. */
export async function inChromium(options) {
  const [browser, { address, close }] = await Promise.all([launch(), serve("plain")]);
  try {
    const page = await browser.newPage();
    await page.goto(`${address}empty.html`);
    return await page.evaluate(async (options) => {
      const { load } = await import("/node_modules/lapor/index.js");
      const { bench } = await import("/node_modules/lapor/speed.js");
      return bench(await load(), options);
    }, options);
  } finally {
    close();
    await browser.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [place, file, seconds] = process.argv.slice(2);
  const requests = (await readFile(file, "utf8")).trimEnd().split("\n").map((line) => JSON.parse(line));
  const { call } = await (place === "node" ? inNode : inChromium)({ requests, seconds: Number(seconds) });
  console.log(JSON.stringify(call));
}
