// HTTP around the complaints: paths, methods, types, sizes, and what is logged.

import { bytesOf, isJson } from "./body.js";
import { Complaints, nothingThere, refusal } from "./complaints.js";

/** The library takes 256 KiB; some of it is for what goes around the complaint. */
const LIMIT = 255 * 1024;

const TYPES = {
  "Content-Type": "application/json; charset=utf-8",
  "X-Content-Type-Options": "nosniff",
  // no cache keeps what a later rule may hide
  "Cache-Control": "no-store",
};

/**
 * A handler for `http.createServer`. `lapor` is an engine, `store` keeps complaints, `jurisdiction` is the region of the channel, `now` gives a
 * moment as the wire has it, and `log` takes a line.
 */
export function createHandler({ lapor, store, jurisdiction, now, log }) {
  const complaints = new Complaints({ lapor, store, jurisdiction, now });

  async function take(request) {
    if (!isJson(request)) return refusal(415, { code: "not_json" });
    const bytes = await bytesOf(request, LIMIT);
    return bytes === undefined ? refusal(413, { code: "too_large" }) : complaints.take(bytes);
  }

  const show = (_, id) => complaints.show(id);
  const routes = [
    { name: "/complaints", path: /^\/complaints$/, methods: { POST: take } },
    { name: "/complaints/ID", path: /^\/complaints\/([0-9a-f-]{36})$/, methods: { GET: show, HEAD: show } },
  ];

  async function answer(request, route) {
    if (route === undefined) return nothingThere();
    if (!Object.hasOwn(route.methods, request.method)) {
      return { ...refusal(405, { code: "method" }), headers: { Allow: Object.keys(route.methods).join(", ") } };
    }
    return route.methods[request.method](request, pathOf(request).match(route.path)[1]);
  }

  return async function handle(request, response) {
    const start = performance.now();
    const route = routes.find(({ path }) => path.test(pathOf(request)));
    // what went wrong inside is nobody else's business, and its message may have words of a complaint in it
    const fault = () => (request.complete ? refusal(500, { code: "internal" }) : refusal(400, { code: "aborted" }));
    const { status, body, headers, codes } = await answer(request, route).catch(fault);
    response.writeHead(status, { ...TYPES, ...headers }).end(JSON.stringify(body));
    // the path and not the address, the codes and not the places: both may repeat what somebody wrote
    const took = (performance.now() - start).toFixed(1);
    log([now(), request.method, route?.name ?? "-", status, took, "ms", ...codes].join(" "));
  };
}

const pathOf = ({ url }) => url.split("?", 1)[0];
