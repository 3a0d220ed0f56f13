import type { Lapor, TriageRequest } from "./index.js";

/** Complaints as people write them, all invented. */
export declare const SAMPLES: readonly TriageRequest[];

/** Microseconds for one triage: the best pass through all requests, the median, and the middle half between `low` and `high`. */
export interface Spread {
  best: number;
  low: number;
  median: number;
  high: number;
}

/**
 * Measures brief triages where it runs: `triage` with objects in and out, `call` with JSON in and out. `seconds` (default 2) is for both together,
 * with half as much again before. Rejects with a `LaporError` if a request is refused.
 */
export declare function bench(
  lapor: Lapor,
  options?: { requests?: readonly TriageRequest[]; seconds?: number },
): Promise<{ triage: Spread; call: Spread }>;
