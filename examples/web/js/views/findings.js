// What is wrong with the complaint, or worth knowing of it.

import { byId, el } from "../dom.js";
import { fieldOf } from "../form.js";
import { pick, say } from "../language.js";

const ORDER = ["block", "warn", "info"];

/** Those worth showing, the gravest first: that a field is empty is told when the reporter has been there. */
export const visible = ({ triage, touched }) =>
  triage.findings
    .filter(({ severity, path }) => severity !== "block" || !fieldOf(path) || touched.includes(fieldOf(path)))
    .toSorted((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));

export const findings = {
  id: "findings",

  of(verdict) {
    const all = visible(verdict);
    return all.length === 0 ? undefined : all;
  },

  draw: (all) =>
    el(
      "ul",
      { class: "plain" },
      all.map(({ severity, path, text }, n) =>
        el("li", { id: `finding-${n}`, class: severity }, el("strong", {}, say(severity)), " ", pick(text), " ", toField(fieldOf(path))),
      ),
    ),
};

const toField = (id) => id && el("a", { href: `#${id}`, click: (event) => (event.preventDefault(), byId(id).focus()) }, say(id));

/** Tells the fields what is said of them, for those who do not see the panel beside them. */
export function mark(verdict) {
  const all = verdict ? visible(verdict) : [];
  for (const id of ["title", "content", "address"]) {
    const mine = all.map((finding, n) => ({ ...finding, n })).filter(({ path }) => fieldOf(path) === id);
    const told = [byId(`${id}-hint`)?.id, ...mine.map(({ n }) => `finding-${n}`)].filter(Boolean);
    byId(id).setAttribute("aria-describedby", told.join(" "));
    byId(id).setAttribute("aria-invalid", String(mine.some(({ severity }) => severity === "block")));
  }
}
