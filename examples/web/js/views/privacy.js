// Personal data in the text, each with one tap to mask it.

import { el } from "../dom.js";
import { pick, say } from "../language.js";
import { KINDS } from "../strings.js";

/** `replace(edits)` puts the masks into the draft. */
export const privacy = ({ replace }) => ({
  id: "privacy",

  of({ triage, complaint }) {
    const found = triage.privacy.spans
      // what is masked already stays as it is
      .filter(({ kind }) => kind !== "mask")
      .map(({ span: { field, start, end }, kind, replacement }) => {
        return { field, start, end, kind, replacement, words: complaint[field].slice(start, end) };
      });
    const advice = triage.privacy.advice.map(({ text }) => text);
    return found.length + advice.length === 0 ? undefined : { found, advice };
  },

  draw: ({ found, advice }) => [
    ...advice.map((text) => el("p", {}, pick(text))),
    el(
      "ul",
      { class: "plain" },
      found.map((one, n) =>
        el(
          "li",
          {},
          el("p", { id: `personal-${n}` }, pick(KINDS[one.kind] ?? KINDS.other), ": ", el("mark", { translate: "no" }, one.words)),
          el("button", { type: "button", id: `mask-${n}`, "aria-labelledby": `mask-${n} personal-${n}`, click: () => replace([one]) }, say("redact")),
          " ",
          el("small", {}, say("becomes", { replacement: one.replacement })),
        ),
      ),
    ),
    found.length > 1 && el("button", { type: "button", click: () => replace(found) }, say("redact_all")),
  ],
});
