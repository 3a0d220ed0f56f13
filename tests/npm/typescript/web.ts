// In a page, where the module can be typed as what it is.

import { load, type Lapor } from "lapor/web";

export const inPage = async (): Promise<Lapor> =>
  load({
    wasm: await WebAssembly.compileStreaming(fetch("/lapor.wasm")),
    overlays: [fetch("/id.12.71.json"), new URL("id.34.04.json", location.href), new Blob([])],
    base: location,
  });
