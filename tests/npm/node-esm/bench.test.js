// What the package says of its own speed, on the machine of whoever asks.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { load } from "lapor";
import { bench, SAMPLES } from "lapor/bench";

const NUMBER = "[0-9,]+(\\.[0-9]+)?";
const SPREAD = `\\(${NUMBER} to ${NUMBER}: the middle half; ${NUMBER} at best\\)`;
const LINES = [
  /^lapor [0-9.]+ in Node [0-9.]+, [a-z0-9]+ [a-z0-9]+$/,
  new RegExp(`^start-up +${NUMBER} ms +from load\\(\\) to the first answer: read ${NUMBER}, compile ${NUMBER}, engine ${NUMBER}, answer ${NUMBER}$`),
  new RegExp(`^triage +${NUMBER} µs +${SPREAD}$`),
  new RegExp(`^call +${NUMBER} µs +${SPREAD}$`),
  new RegExp(`^memory +${NUMBER} MB +more than Node's own ${NUMBER} MB$`),
];

test("npm run bench prints start-up, microseconds and memory", () => {
  const cwd = fileURLToPath(new URL(".", import.meta.resolve("lapor")));
  const lines = execFileSync("npm", ["run", "bench", "--silent", "--", "--seconds", "0.05"], { cwd, encoding: "utf8" }).trimEnd().split("\n");
  LINES.forEach((line, n) => assert.match(lines[n] ?? "", line));
  assert.equal(lines.length, LINES.length);
  const [total, ...parts] = lines[1].match(/[0-9,]+\.[0-9]+/g).map(Number);
  assert.ok(Math.abs(total - parts.reduce((sum, part) => sum + part)) < 0.5, lines[1]);
});

test("a wrong word on the command line is told", () => {
  const file = fileURLToPath(new URL("bench.js", import.meta.resolve("lapor")));
  for (const words of [["--seconds", "long"], ["--fast"]]) {
    assert.throws(() => execFileSync(process.execPath, [file, ...words], { stdio: "pipe" }), ({ status, stderr }) => {
      assert.match(`${stderr}`, /^usage: node bench\.js \[--seconds N\]/);
      return status === 1;
    });
  }
});

test("bench() measures these requests and refuses those that have no answer", async () => {
  const lapor = await load();
  const { triage, call } = await bench(lapor, { seconds: 0.05 });
  for (const { best, low, median, high } of [triage, call]) assert.ok(0 < best && best <= low && low <= median && median <= high);
  await assert.rejects(bench(lapor, { seconds: 0.05, requests: [{ now: "2026-11-23T09:00:00+07:00" }] }), { code: "missing_field", path: "/complaint" });
});

test("the samples are of many kinds: each is taken, most find their matter, and some have personal data", async () => {
  const lapor = await load();
  const triages = SAMPLES.map((request) => lapor.triage(request));
  assert.ok(triages.every(({ accepted }) => accepted));
  assert.ok(new Set(triages.map(({ matter }) => matter.id)).size >= 8);
  assert.ok(triages.some(({ privacy }) => privacy.spans.length > 0) && triages.some(({ route }) => route.needs_triage));
});
