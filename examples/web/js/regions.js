// The choice of a region: province, regency or city, district, each filled from the library when the one above is chosen.

import { el } from "./dom.js";
import { say } from "./language.js";

/** `selects` from the province down; `changed` is called after each choice. `engine()` is the engine of the moment. */
export function regions(selects, engine, changed) {
  // counts choices, so that a list that arrives late does not fill a select whose parent is another by now
  let choice = 0;

  async function fill(level, code) {
    choice += 1;
    const mine = choice;
    selects.slice(level).forEach(clear);
    if (level === selects.length || code === "") return;
    const { envelope } = await engine().ask("region.children", level === 0 ? {} : { code });
    if (mine !== choice || !envelope.ok) return;
    const options = envelope.answer.children.map(({ code, name }) => el("option", { value: code, translate: "no" }, name));
    selects[level].append(...options);
    selects[level].disabled = false;
  }

  function clear(select) {
    select.replaceChildren(el("option", { value: "", "data-text": "unchosen" }, say("unchosen")));
    select.disabled = true;
  }

  selects.forEach((select, level) =>
    select.addEventListener("change", () => {
      // an engine that fails says so itself
      fill(level + 1, select.value || "").catch(() => {});
      changed();
    }),
  );
  selects.forEach(clear);

  return {
    /** Fills the first list; for an engine that has just loaded. What is chosen stays chosen. */
    start: () => (selects[0].disabled ? fill(0) : undefined),
    /** The code of the finest region that is chosen, or undefined. */
    code: () => selects.map((select) => select.value).findLast((value) => value !== ""),
  };
}
