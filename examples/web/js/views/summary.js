// The verdict in a line, which screen readers read out: told when the reporter pauses, not with every letter.

import { byId } from "../dom.js";
import { say } from "../language.js";
import { visible } from "./findings.js";

const PAUSE = 500;
let waiting;

/** Shows the line for a state of the page: `loading`, `begun` and a `verdict`, each as far as it is there. At once, if `now`. */
export function summary(state, now = false) {
  clearTimeout(waiting);
  const text = line(state);
  if (now) byId("summary").textContent = text;
  else waiting = setTimeout(() => (byId("summary").textContent = text), PAUSE);
}

function line({ loading, begun, verdict }) {
  if (loading) return say("loading");
  if (!begun) return say("empty");
  if (!verdict?.triage) return "";
  const { accepted, route, privacy } = verdict.triage;
  const notes = visible(verdict).length;
  const personal = privacy.spans.filter(({ kind }) => kind !== "mask").length;
  return [
    route.lead ? say("sum_receiver", { office: route.lead.name }) : say("sum_undecided"),
    route.question && say("sum_question"),
    notes > 0 && say("sum_findings", { count: notes }),
    personal > 0 && say("sum_personal", { count: personal }),
    !accepted && say("sum_blocked"),
  ]
    .filter(Boolean)
    .join(" ");
}
