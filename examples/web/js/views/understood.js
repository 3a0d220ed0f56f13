// What the library has read from the report: matter, category, place.

import { el, name } from "../dom.js";
import { pick, say } from "../language.js";

export const understood = {
  id: "understood",

  of: ({ triage: { matter, category, place } }) => ({
    matter: matter.name,
    category: category.name,
    regions: place.state === "ambiguous" ? place.candidates.map(({ region }) => region.name) : [place.region?.name].filter(Boolean),
  }),

  draw: ({ matter, category, regions }) =>
    el(
      "dl",
      {},
      row("matter", matter ? pick(matter) : say("unknown")),
      row("category", category ? pick(category) : say("unknown")),
      row("where", where(regions)),
    ),
};

const row = (key, value) => [el("dt", {}, say(key)), el("dd", {}, value)];

function where(regions) {
  if (regions.length === 0) return say("unknown");
  return regions.length === 1 ? name(regions[0]) : say("one_of", { names: regions.join(", ") });
}
