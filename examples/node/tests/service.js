// A service for the tests: on a port of its own, at a moment that is always the same, with what it logs at hand.

import { createServer } from "node:http";
import { load } from "lapor";
import { createHandler } from "../handler.js";
import { MemoryStore } from "../store.js";

const lapor = await load({ overlays: [process.env.LAPOR_MEDAN] });

export async function start(t, options = {}) {
  const lines = [];
  const handler = createHandler({
    lapor,
    store: new MemoryStore(),
    jurisdiction: "12.71",
    now: () => "2026-11-23T09:00:00+07:00",
    log: (line) => lines.push(line),
    ...options,
  });
  const server = createServer(handler);
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  t.after(() => server.close());
  const address = server.address();
  const ask = (path, init) => fetch(`http://127.0.0.1:${address.port}${path}`, init);
  const post = (body, headers = { "Content-Type": "application/json" }) =>
    ask("/complaints", { method: "POST", headers, body: typeof body === "object" && !isBody(body) ? JSON.stringify(body) : body, duplex: "half" });
  return { address, ask, post, lines };
}

const isBody = (body) => body instanceof Uint8Array || body instanceof ReadableStream;
