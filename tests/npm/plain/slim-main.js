import { load } from "/node_modules/lapor/slim.js";
import { show } from "/page.js";

const fetched = (name) => performance.getEntriesByType("resource").some((entry) => entry.name.endsWith(name));

show(async () => {
  const lapor = await load();
  if (fetched("regions.pack") || fetched("lexicon.pack")) throw new Error("regions or keywords came before they were asked for");
  lapor.calendarAdd({ from: "2026-12-22", length: 3 });
  return lapor.with({ regions: true, keywords: true });
});
