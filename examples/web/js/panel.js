// A part of the page that shows one subject of the verdict.

import { byId, fill } from "./dom.js";
import { language } from "./language.js";

/**
 * `of` takes from a verdict what is shown, undefined if nothing; `draw` makes elements of it. The panel is drawn anew only where what it shows has
 * changed, so that a reading position and the focus stay. Where the focused button goes away, the focus goes to the heading, or with the
 * panel to the summary.
 */
export function panel({ id, of, draw }) {
  const section = byId(id);
  const body = section.lastElementChild;
  let shown;

  return function show(verdict) {
    const data = verdict && of(verdict);
    const key = data === undefined ? undefined : JSON.stringify([language(), data]);
    if (key === shown) return;
    shown = key;
    const focused = body.contains(document.activeElement);
    section.hidden = data === undefined;
    fill(body, data === undefined ? [] : draw(data));
    if (focused) (section.hidden ? byId("verdict") : byId(`${id}-heading`)).focus();
  };
}
