// Runs in the worker: loads the package, then answers what it is asked.

import { LaporError, load } from "../node_modules/lapor/index.js";

let lapor;

const calls = {
  async load(options) {
    lapor = await load(options);
    return { ok: true, answer: null };
  },
  ask: (op, request) => lapor.ask(op, request),
};

addEventListener("message", async ({ data: { id, call, args } }) => {
  const start = performance.now();
  try {
    const envelope = await calls[call](...args);
    postMessage({ id, envelope, took: performance.now() - start });
  } catch (thrown) {
    // an error does not travel with its code, an envelope does; anything else is a fault of the page, and ends the worker
    if (!(thrown instanceof LaporError)) return reportError(thrown);
    const { code, path, params, text } = thrown;
    postMessage({ id, envelope: { ok: false, error: { code, path, params, text } } });
  }
});
