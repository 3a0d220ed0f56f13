// In a page, where the module can be typed as what it is.

import { load as loadSlim, type SlimLapor } from "lapor/slim";
import { load, type Lapor } from "lapor/web";

export const inPage = async (): Promise<Lapor> =>
  load({
    wasm: await WebAssembly.compileStreaming(fetch("/lapor.wasm")),
    overlays: [fetch("/id.12.71.json"), new URL("id.34.04.json", location.href), new Blob([])],
    base: location,
  });

// The slim entry takes more, and gives what the whole one does in the end.
export const slim = async (): Promise<SlimLapor> => (await loadSlim({ keywords: fetch("/lexicon.pack") })).with({ regions: true });
export const due = (lapor: SlimLapor): string => lapor.calendarAdd({ from: "2026-12-22", length: 3 }).due;
// @ts-expect-error the whole package has its regions
export const wrong = load({ regions: true });
