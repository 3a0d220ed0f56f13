// What each page does with the package: loads it, asks, and leaves what came out where the test looks for it.

const REQUEST = {
  now: "2026-11-23T09:00:00+07:00",
  jurisdiction: "12.71",
  complaint: { title: "Lampu jalan padam", content: "Lampu jalan padam di Denai sejak dua minggu." },
};

/** `load` is the package's, with the options that the page needs. */
export async function show(load, options) {
  try {
    const lapor = await load(options);
    const start = performance.now();
    const { route } = lapor.triage(REQUEST);
    const end = performance.now();
    const refused = lapor.ask("calendar.add", { from: "2026-12-22" });
    const villages = await lapor.with({ villages: true });
    const terjun = villages.regionLookup({ code: "12.71.12.1003" });
    globalThis.outcome = {
      lead: route.lead.id,
      refused: refused.ok ? "not" : refused.error.path,
      village: terjun.regions[0].name,
      loaded: start,
      first: end - start,
    };
  } catch (thrown) {
    globalThis.outcome = { thrown: `${thrown?.stack ?? thrown}` };
  }
}
