// Compiles the module here and sends it to a worker, which answers what `show` found there.

const module = await WebAssembly.compileStreaming(fetch("/node_modules/lapor/lapor.wasm"));
const worker = new Worker("worker.js", { type: "module" });
worker.onmessage = ({ data }) => (globalThis.outcome = data);
worker.onerror = ({ message }) => (globalThis.outcome = { thrown: message });
worker.postMessage(module);
