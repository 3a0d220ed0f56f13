// Opens the page of each project in Chromium.

import assert from "node:assert/strict";
import test, { after } from "node:test";
import { fileURLToPath } from "node:url";
import { createServer } from "vite";
import { inChromium } from "./bench.js";
import { launch, serve } from "./chromium.js";

const PLAIN = () => ({});
const STRICT = () => ({ "Content-Security-Policy": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'" });
const UNAWARE = (ending) => (ending === ".wasm" ? { "Content-Type": "application/octet-stream" } : {});

const browser = await launch();
after(() => browser.close());

// What came out on a page, and no fault on its console.
async function open(address) {
  const page = await browser.newPage();
  const faults = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`page: ${error}`));
  page.on("requestfailed", (request) => faults.push(`request: ${request.url()}`));
  // no page has an icon
  await page.route("**/favicon.ico", (route) => route.fulfill({ status: 204 }));
  await page.goto(address);
  await page.waitForFunction(() => globalThis.outcome, undefined, { timeout: 60_000 }).catch((late) => faults.push(`${late}`));
  const outcome = await page.evaluate(() => globalThis.outcome);
  await page.close();
  assert.deepEqual(faults, []);
  const { loaded, first, ...found } = outcome;
  assert.deepEqual(found, { lead: "12.71/dishub", refused: "/length", village: "Terjun" });
  return `ready ${Math.round(loaded)} ms after navigation, first triage ${first.toFixed(1)} ms`;
}

for (const [what, project, path, headersOf] of [
  ["a plain module script", "plain", "", PLAIN],
  ["a server that does not know .wasm", "plain", "", UNAWARE],
  ["a strict content policy", "plain", "", STRICT],
  ["slim, then whole", "plain", "slim.html", STRICT],
  ["a worker that is sent the module", "plain", "worker.html", PLAIN],
  ["a worker under a strict content policy", "plain", "worker.html", STRICT],
  ["Vite", "vite/dist", "", PLAIN],
  ["Vite under a strict content policy", "vite/dist", "", STRICT],
  ["webpack", "webpack", "", PLAIN],
  ["esbuild", "esbuild", "", PLAIN],
]) {
  test(what, async (t) => {
    const { address, close } = await serve(project, headersOf);
    t.after(close);
    t.diagnostic(`${what}: ${await open(address + path)}`);
  });
}

test("Vite's development server", async (t) => {
  // its page asks for updates at the port that it was told, so this cannot be 0
  const { address, close } = await serve("vite");
  close();
  const root = fileURLToPath(new URL("vite", import.meta.url));
  const server = await createServer({ root, logLevel: "warn", server: { host: "127.0.0.1", port: Number(new URL(address).port) } });
  t.after(() => server.close());
  await server.listen();
  t.diagnostic(`${t.name}: ${await open(address)}`);
});

test("the package's bench, in a page", async (t) => {
  const { triage, call } = await inChromium({ seconds: 0.5 });
  for (const { best, low, median, high } of [triage, call]) assert.ok(0 < best && best <= low && low <= median && median <= high);
  t.diagnostic(`${t.name}: a brief triage ${triage.median.toFixed(0)} µs with objects, ${call.median.toFixed(0)} µs with JSON`);
});
