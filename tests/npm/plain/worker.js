import { load } from "/node_modules/lapor/index.js";
import { show } from "/page.js";

globalThis.onmessage = async ({ data }) => {
  await show(load, { wasm: data });
  postMessage(globalThis.outcome);
};
