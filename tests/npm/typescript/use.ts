// What the types say. `@ts-expect-error` fails where there is none.

import { load, LaporError, type Lapor, type Outcome, type Triage, type TriageRequest } from "lapor";

const request: TriageRequest = {
  now: "2026-11-23T09:00:00+07:00",
  complaint: { title: "Lampu jalan padam", content: null, location: { region: "12.71" }, answers: { road_status: "nasional" } },
};

export async function use(): Promise<string> {
  using lapor: Lapor = await load({ overlays: ["id.12.71.json", new Uint8Array(1), { pack: "id.12.71" }], villages: true });
  const triage: Triage = lapor.triage(request);
  const outcomes: Outcome[] = triage.route.candidates.map((candidate) => candidate.outcome);
  const lead: string | undefined = triage.route.lead?.name;
  const due: string = lapor.calendarAdd({ from: "2026-12-22", length: 3, unit: "days" }).due;
  const shown = lapor.complaintView({ complaint: request.complaint, audience: "public" }).complaint;
  const region: string | null | undefined = shown?.location.region;
  lapor.engineInfo().operations.includes("triage");

  const envelope = lapor.ask("calendar.add", { from: "2026-12-22", length: 3 });
  const told: string = envelope.ok ? envelope.answer.due : envelope.error.text.id;
  const json: string = lapor.call("triage", JSON.stringify(request));

  // @ts-expect-error: the library has no clock
  lapor.triage({ complaint: {} });
  // @ts-expect-error: a closed set
  lapor.calendarAdd({ from: "2026-12-22", length: 3, unit: "weeks" });
  // @ts-expect-error: no such member
  lapor.calendarAdd({ from: "2026-12-22", length: 3, until: "2026-12-29" });
  // @ts-expect-error: no such operation
  lapor.ask("calendar.subtract", {});
  // @ts-expect-error: check `ok` first
  envelope.answer;
  // @ts-expect-error: no such option
  await load({ overlay: [] });
  // @ts-expect-error: only the library throws it
  new LaporError();
  return [outcomes.join(), lead, due, region, told, json].join();
}

export function told(thrown: unknown): string {
  if (!(thrown instanceof LaporError)) return "another";
  const code: "not_found" | "freed" | "other" = thrown.code === "not_found" || thrown.code === "freed" ? thrown.code : "other";
  return `${code} ${thrown.path} ${thrown.text.en}`;
}
