// What lapor costs on this machine, in Node: `node bench.js [--seconds N]`.

import { readFile } from "node:fs/promises";
import { loader } from "./load.js";
import * as node from "./read-node.js";
import { bench, SAMPLES } from "./speed.js";

const USAGE = "usage: node bench.js [--seconds N], N above 0: how long to measure";

function secondsOf([flag, value, ...rest]) {
  if (flag === undefined) return 2;
  return flag === "--seconds" && rest.length === 0 && Number(value) > 0 ? Number(value) : undefined;
}

/** A reader that notes when it had read the last file, and when the module was compiled. */
function timed() {
  const at = {};
  const bytes = async (url) => {
    const read = await node.bytes(url);
    at.read = performance.now();
    return read;
  };
  const module = async (url) => {
    const compiled = await WebAssembly.compile(await bytes(url));
    at.compiled = performance.now();
    return compiled;
  };
  return { at, reader: { resolve: node.resolve, bytes, module } };
}

const megabytes = () => process.memoryUsage().rss / 1e6;
const ms = (time) => time.toFixed(1);
const line = (name, value, unit, more) => console.log(`${name.padEnd(9)}${value.padStart(8)} ${unit}   ${more}`);

function told(name, { best, low, median, high }) {
  line(name, median.toFixed(0), "µs", `(${low.toFixed(0)} to ${high.toFixed(0)}: the middle half; ${best.toFixed(0)} at best)`);
}

async function run(seconds) {
  const { version } = JSON.parse(await readFile(new URL("package.json", import.meta.url)));
  console.log(`lapor ${version} in Node ${process.versions.node}, ${process.platform} ${process.arch}`);
  const alone = megabytes();
  const { at, reader } = timed();
  const start = performance.now();
  const lapor = await loader(reader)();
  const loaded = performance.now();
  lapor.triage(SAMPLES[0]);
  const answered = performance.now();
  // the module compiles while packs are read: what it takes after the last of them is told
  const ready = Math.max(at.read, at.compiled);
  const parts = `read ${ms(at.read - start)}, compile ${ms(ready - at.read)}, engine ${ms(loaded - ready)}, answer ${ms(answered - loaded)}`;
  line("start-up", ms(answered - start), "ms", `from load() to the first answer: ${parts}`);
  const { triage, call } = await bench(lapor, { seconds });
  told("triage", triage);
  told("call", call);
  line("memory", (megabytes() - alone).toFixed(0), "MB", `more than Node's own ${alone.toFixed(0)} MB`);
}

const seconds = secondsOf(process.argv.slice(2));
if (seconds === undefined) {
  console.error(USAGE);
  process.exitCode = 1;
} else {
  await run(seconds);
}
