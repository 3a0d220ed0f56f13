// Who receives the report, and why; or who decides, where nobody can be named yet.

import { el, name } from "../dom.js";
import { pick, say } from "../language.js";

export const receiver = {
  id: "receiver",

  of: ({ triage: { route }, citizen }) => ({
    lead: route.lead,
    coordinator: route.needs_triage?.coordinator,
    coordinating: route.coordinating.map((office) => office.name),
    citizen,
    reasons: route.lead ? route.candidates.find(({ outcome }) => outcome === "lead").reasons : [route.needs_triage.reason],
  }),

  draw: ({ lead, coordinator, coordinating, citizen, reasons }) => [
    lead ? el("p", { class: "office" }, name(lead.name)) : el("p", { class: "undecided" }, say("undecided", { office: coordinator.name })),
    (lead ?? coordinator).naming === "typical" ? el("p", { class: "hint" }, say("typical")) : undefined,
    coordinating.length > 0 ? el("p", {}, say("with"), " ", name(coordinating.join(", "))) : undefined,
    el("p", {}, pick(citizen)),
    el("h3", {}, say("reasons")),
    el(
      "ul",
      {},
      reasons.map(({ text }) => el("li", {}, pick(text))),
    ),
  ],
};
