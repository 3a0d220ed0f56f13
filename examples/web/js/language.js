// The language of the page: Indonesian, or English.

import { STRINGS } from "./strings.js";

let current = "id";

/** `id` or `en`. */
export const language = () => current;

/** A text of the library, or of this page, in the language of the page. */
export const pick = (text) => text[current];

/** A string of this page, with its `{places}` filled. */
export function say(key, values = {}) {
  return pick(STRINGS[key]).replace(/\{(\w+)\}/g, (_, place) => values[place]);
}

/** A civil day, written out. */
export function day(date) {
  return new Intl.DateTimeFormat(current, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${date}T00:00:00Z`));
}

/** Changes the language of everything in the document that bears a string. */
export function speak(code) {
  current = code;
  document.documentElement.lang = code;
  document.title = say("heading");
  for (const element of document.querySelectorAll("[data-text]")) element.textContent = say(element.dataset.text);
}
