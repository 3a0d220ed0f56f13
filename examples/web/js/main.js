// The page: draft in, verdict out. What happens is told here; how it looks stands in the views.

import { OVERLAYS } from "./desks.js";
import { byId } from "./dom.js";
import { Engine, EngineFailed } from "./engine.js";
import { form } from "./form.js";
import { language, pick, say, speak } from "./language.js";
import { latest } from "./latest.js";
import { panel } from "./panel.js";
import { judge } from "./verdict.js";
import { deadlines } from "./views/deadlines.js";
import { findings, mark } from "./views/findings.js";
import { privacy } from "./views/privacy.js";
import { question } from "./views/question.js";
import { receiver } from "./views/receiver.js";
import { sent } from "./views/sent.js";
import { summary } from "./views/summary.js";
import { trouble } from "./views/trouble.js";
import { understood } from "./views/understood.js";

// What the page shows: the last verdict with the draft that it is about, whether the engine is loading or why it does not, and what was sent.
let state = { loading: true };
let engine;

const report = form({ engine: () => engine, changed: ask });

const panels = {
  trouble: panel(trouble({ retry: start })),
  findings: panel(findings),
  privacy: panel(privacy({ replace: report.replace })),
  question: panel(question({ answer: report.answer, takeBack: report.takeBack })),
  receiver: panel(receiver),
  understood: panel(understood),
  deadlines: panel(deadlines),
  sent: panel(sent),
};

const ofTriage = ["findings", "privacy", "question", "receiver", "understood", "deadlines"];

const asking = latest({
  ask: (draft) => judge(engine, draft),
  show: (draft, verdict) => show({ verdict: { ...verdict, ...draft } }),
  failed: fail,
});

// The draft is another one.
function ask() {
  show({ refusal: undefined, sent: undefined });
  if (!state.loading && !state.failed) asking(report.draft());
}

// Loads the engine, at first or again.
async function start() {
  show({ loading: true, failed: undefined, verdict: undefined });
  engine = new Engine({ overlays: OVERLAYS.map((path) => new URL(path, document.baseURI).href) });
  try {
    await engine.ready;
    show({ loading: false });
    ask();
    await report.place.start();
  } catch (thrown) {
    fail(thrown);
  }
}

function fail(thrown) {
  if (!(thrown instanceof EngineFailed)) throw thrown;
  show({ loading: false, failed: thrown.error, verdict: undefined });
}

function show(change, now = change.loading !== undefined) {
  state = { ...state, ...change };
  const begun = report.begun();
  const { verdict, failed } = state;
  const whole = verdict?.triage && { ...verdict, touched: [...report.touched] };
  panels.trouble({ error: failed ?? verdict?.error, failed: failed !== undefined });
  for (const id of ofTriage) panels[id](begun || report.touched.size > 0 ? whole : undefined);
  mark(whole);
  panels.sent(state.sent && { sent: state.sent });
  byId("refusal").textContent = state.refusal?.() ?? "";
  byId("took").textContent = verdict?.took === undefined ? "" : say("took", { ms: verdict.took.toFixed(1) });
  summary({ loading: state.loading, begun, verdict: whole }, now);
}

// Sends what the engine accepts, and only on a verdict about this very draft.
async function send(event) {
  event.preventDefault();
  ["title", "content"].forEach((id) => report.touched.add(id));
  const draft = report.draft();
  const verdict = await engine.ready.then(() => judge(engine, draft)).catch(() => undefined);
  if (!verdict?.triage) return show({ refusal: () => say("refused_unchecked") });
  show({ verdict: { ...verdict, ...draft } });
  const blocking = verdict.triage.findings.filter(({ severity }) => severity === "block");
  if (blocking.length > 0) {
    show({ refusal: () => say("refused", { why: blocking.map(({ text }) => pick(text)).join(" ") }) });
    document.querySelector("[aria-invalid=true]")?.focus();
  } else {
    show({ sent: draft.complaint });
    byId("sent-heading").focus();
  }
}

function change(code) {
  speak(code);
  const other = code === "id" ? { lang: "en", text: "English" } : { lang: "id", text: "Bahasa Indonesia" };
  Object.assign(byId("language"), { lang: other.lang, textContent: other.text });
  show({}, true);
}

byId("language").addEventListener("click", () => change(language() === "id" ? "en" : "id"));
byId("report").addEventListener("submit", send);
change("id");
start();
