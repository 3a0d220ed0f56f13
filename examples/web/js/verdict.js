// What the engine says of a draft.

/** The moment it is, with the offset of this device: the library has no clock. */
export function instant(date = new Date()) {
  const minutes = -date.getTimezoneOffset();
  const local = new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, 19);
  const two = (number) => String(Math.floor(number)).padStart(2, "0");
  const ahead = Math.abs(minutes);
  return `${local}${minutes < 0 ? "-" : "+"}${two(ahead / 60)}:${two(ahead % 60)}`;
}

/**
 * `{triage, citizen}`, or `{error}` where the request cannot be read; `took` is the time of the triage. Rejected where the engine does not
 * answer.
 */
export async function judge(engine, { complaint, jurisdiction }) {
  const request = { now: instant(), jurisdiction, complaint };
  const [triage, explanation] = await Promise.all([
    // in full: the reasons of a receiver are left out of a brief answer
    engine.ask("triage", { ...request, detail: "full" }),
    engine.ask("route.explain", request),
  ]);
  const refused = [triage, explanation].find(({ envelope }) => !envelope.ok);
  if (refused) return { error: refused.envelope.error, took: triage.took };
  return { triage: triage.envelope.answer, citizen: explanation.envelope.answer.citizen, took: triage.took };
}
