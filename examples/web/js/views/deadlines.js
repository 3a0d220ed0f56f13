// What is due when, if the report is sent now.

import { el } from "../dom.js";
import { day, pick, say } from "../language.js";

export const deadlines = {
  id: "deadlines",

  of: ({ triage }) => (triage.deadlines.length === 0 ? undefined : triage.deadlines),

  draw: (all) =>
    el(
      "ul",
      { class: "plain" },
      all.map(({ name, due, zone, reasons }) =>
        el(
          "li",
          {},
          el("strong", {}, pick(name)),
          " ",
          due === null ? say("due_unknown") : say("due", { day: day(due), zone }),
          el(
            "details",
            {},
            el("summary", {}, say("basis")),
            reasons.map(({ text }) => el("p", {}, pick(text))),
          ),
        ),
      ),
    ),
};
