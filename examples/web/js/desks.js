// To whom a report may be made here, and the overlays that their offices come from.

export const DESKS = [
  { id: "medan", text: "desk_medan", jurisdiction: "12.71" },
  { id: "national", text: "desk_national", jurisdiction: null },
];

export const OVERLAYS = ["packs/id.12.71.json"];
