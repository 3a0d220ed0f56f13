// A complaint channel.
//
//     PORT=8080 JURISDICTION=12.71 node server.js OVERLAY...
//
// It listens on this machine alone; what stands before it brings TLS, and holds back those who ask too often.

import { createServer } from "node:http";
import { load, LaporError } from "lapor";
import { instant } from "./clock.js";
import { createHandler } from "./handler.js";
import { MemoryStore } from "./store.js";

const { PORT = "8080", JURISDICTION: jurisdiction } = process.env;

try {
  const lapor = await load({ overlays: process.argv.slice(2) });
  // a region that does not exist is told now, not to the first who complains
  if (jurisdiction) lapor.regionLookup({ code: jurisdiction });
  const handler = createHandler({ lapor, store: new MemoryStore(), jurisdiction, now: instant, log: console.log });
  // whoever takes longer to send a complaint is not waited for
  const server = createServer({ requestTimeout: 30_000 }, handler);
  server.listen(Number(PORT), "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}/complaints`));
  process.on("SIGTERM", () => {
    server.close();
    server.closeIdleConnections?.();
  });
} catch (fault) {
  if (!(fault instanceof LaporError)) throw fault;
  console.error(`lapor: ${fault.message}`);
  process.exitCode = 1;
}
