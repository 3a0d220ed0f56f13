// What the service does with complaints: takes one in, shows one. Of HTTP it knows the statuses alone.

/** What a request comes to: a status, what is sent as JSON, and the codes that may be logged. */
const reply = (status, body, { headers = {}, codes = [] } = {}) => ({ status, body, headers, codes });

/** An error, with what may be said of it. */
export const refusal = (status, { code, path, text }) => reply(status, { error: { code, path, text } }, { codes: [code] });

/** There is no such complaint, or none for everybody: the answers must not differ. */
export const nothingThere = () => refusal(404, { code: "not_found" });

export class Complaints {
  #lapor;
  #store;
  #jurisdiction;
  #now;

  /** `jurisdiction` is the region of this channel, for complaints that name none; `now` gives a moment as the wire has it. */
  constructor({ lapor, store, jurisdiction, now }) {
    this.#lapor = lapor;
    this.#store = store;
    this.#jurisdiction = jurisdiction;
    this.#now = now;
  }

  /** Takes in what a form has sent, as bytes of JSON. */
  async take(bytes) {
    const sent = parsed(bytes);
    // what is no JSON the library refuses in its own words; those of JSON.parse repeat what was sent
    if (sent === undefined) return refused(JSON.parse(this.#lapor.call("complaint.validate", bytes)));
    const now = this.#now();
    const complaint = isObject(sent) ? { ...sent, ...ours(now) } : sent;
    // a complaint alone, not a request, comes from outside: only its own members can be wrong
    const envelope = this.#lapor.ask("triage", { now, jurisdiction: this.#jurisdiction, detail: "full", complaint });
    if (!envelope.ok) return refused(envelope);
    const triage = envelope.answer;
    const findings = triage.findings.map((finding) => ({ ...finding, path: inSent(finding.path) }));
    if (!triage.accepted) {
      const blocks = findings.filter(({ severity }) => severity === "block");
      return reply(422, { findings: blocks }, { codes: blocks.map(({ code }) => code) });
    }
    const id = await this.#store.save(complaint);
    const { listed, complaint: seen, hidden } = this.#publicView(complaint);
    const body = {
      id,
      ...receiverOf(triage.route),
      deadlines: triage.deadlines.map(({ id, name, due, due_at, assumed, status }) => ({ id, name, due, due_at, assumed, status })),
      question: triage.route.question,
      findings,
      advice: triage.privacy.advice,
      public: { listed, complaint: listed ? seen : null, hidden },
    };
    return reply(201, body, { headers: { Location: `/complaints/${id}` } });
  }

  /** Shows a complaint as anybody may see it. */
  async show(id) {
    const complaint = await this.#store.find(id);
    const view = complaint && this.#publicView(complaint);
    return view?.listed ? reply(200, { id, complaint: view.complaint }) : nothingThere();
  }

  // made anew each time: what the public may see follows packs and rules, which change
  #publicView(complaint) {
    return this.#lapor.complaintView({ complaint, audience: "public" });
  }
}

/** What a reporter cannot say: by it is decided which rules judge the complaint, and who sees it. */
const ours = (now) => ({ received_at: now, channel: "web", supervision: null });

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

function parsed(bytes) {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** The library's refusals are the client's fault but for one, and HTTP has a status of its own for another. */
const refused = ({ error }) => refusal({ too_large: 413, internal: 500 }[error.code] ?? 400, { ...error, path: inSent(error.path) });

/** Places are told in what was sent: the client knows of no request around its complaint. */
const inSent = (path) => path.replace(/^\/complaint(?=\/|$)/, "");

/** Who leads, or who decides, and why. */
function receiverOf({ lead, needs_triage, candidates }) {
  const reasons = lead ? candidates.find(({ outcome }) => outcome === "lead").reasons : [needs_triage.reason];
  return { lead, needs_triage: needs_triage?.coordinator ?? null, reasons };
}
