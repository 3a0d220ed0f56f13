// The form: what the reporter has written and chosen.

import { DESKS } from "./desks.js";
import { byId, el } from "./dom.js";
import { say } from "./language.js";
import { regions } from "./regions.js";

// Where in a complaint a field stands.
const FIELDS = { "/complaint/title": "title", "/complaint/content": "content", "/complaint/location": "address" };

/** The id of the field that a finding is about, or undefined. */
export const fieldOf = (path) => FIELDS[Object.keys(FIELDS).find((start) => path === start || path.startsWith(`${start}/`))];

/** `changed` is called whenever the draft is another one; `engine()` is the engine of the moment. */
export function form({ engine, changed }) {
  const [title, content, address] = ["title", "content", "address"].map(byId);
  const touched = new Set();
  let answers = {};

  byId("desk").append(...DESKS.map(({ id, text }) => el("option", { value: id, "data-text": text }, say(text))));
  const place = regions(["province", "regency", "district"].map(byId), engine, changed);

  for (const field of [title, content, address]) {
    for (const event of ["input", "blur"]) {
      field.addEventListener(event, () => {
        touched.add(field.id);
        changed();
      });
    }
  }
  for (const id of ["desk", "anonymous", "secret"]) byId(id).addEventListener("change", changed);

  const words = (field) => (field.value.trim() === "" ? undefined : field.value);
  const ticked = (id) => byId(id).checked || undefined;

  return {
    place,
    touched,

    /** Whether there is anything to speak of. */
    begun: () => title.value.trim() !== "" || content.value.trim() !== "",

    /** The draft as the engine is asked about it, a copy; `answers` once more as the page shows them. */
    draft: () => ({
      answers,
      jurisdiction: DESKS.find(({ id }) => id === byId("desk").value).jurisdiction,
      complaint: {
        title: title.value,
        content: content.value,
        location: { region: place.code(), address: words(address) },
        is_anonymous: ticked("anonymous"),
        is_secret: ticked("secret"),
        answers: Object.fromEntries(Object.entries(answers).map(([id, { value }]) => [id, value])),
      },
    }),

    /** Answers a question with one of its options, `{value, text}`. */
    answer(discriminator, option) {
      answers = { ...answers, [discriminator]: option };
      changed();
    },

    takeBack(discriminator) {
      const { [discriminator]: _, ...rest } = answers;
      answers = rest;
      changed();
    },

    /**
     * Puts replacements in the place of words: `{field, start, end, words, replacement}`, in UTF-16 units. Where other words stand by now, because
     * the reporter wrote on, nothing is replaced; the next verdict says where they are.
     */
    replace(edits) {
      for (const { field, start, end, words, replacement } of edits.toSorted((a, b) => b.start - a.start)) {
        const { value } = byId(field);
        if (value.slice(start, end) !== words) continue;
        byId(field).value = value.slice(0, start) + replacement + value.slice(end);
      }
      changed();
    },
  };
}
