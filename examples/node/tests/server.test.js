// The service as it is started, and its clock.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { instant } from "../clock.js";

const SERVER = fileURLToPath(new URL("../server.js", import.meta.url));

function server(t, args, env = {}) {
  const child = spawn(process.execPath, [SERVER, ...args], { env: { ...process.env, PORT: "0", ...env } });
  t.after(() => child.kill());
  const said = { out: "", err: "" };
  child.stdout.on("data", (text) => (said.out += text));
  child.stderr.on("data", (text) => (said.err += text));
  return { child, said };
}

test("it says where it is, answers, logs, and ends when it is told to", async (t) => {
  const { child, said } = server(t, [process.env.LAPOR_MEDAN], { JURISDICTION: "12.71", TZ: "Asia/Makassar" });
  await once(child.stdout, "data");
  const [address] = said.out.match(/http:\/\/127\.0\.0\.1:[0-9]+\/complaints/);
  const body = JSON.stringify({ title: "Lampu jalan padam", content: "Padam di Denai." });
  const taken = await fetch(address, { method: "POST", headers: { "Content-Type": "application/json" }, body });
  assert.equal(taken.status, 201);
  assert.equal((await taken.json()).lead.id, "12.71/dishub");
  child.kill("SIGTERM");
  assert.deepEqual(await once(child, "close"), [0, null]);
  assert.match(said.out, /\n[0-9T:-]+\+08:00 POST \/complaints 201 /);
  assert.equal(said.err, "");
});

for (const [what, args, env, told] of [
  ["an overlay that is not there", ["nowhere.json"], {}, /^lapor: load_failed at "\/overlays\/0"/],
  ["an overlay that is none", [SERVER], {}, /^lapor: pack_invalid at "\/overlays\/0"/],
  ["a region that does not exist", [], { JURISDICTION: "99.99" }, /^lapor: not_found at "\/code"/],
]) {
  test(`${what}: it does not start, and says why`, async (t) => {
    const { child, said } = server(t, args, env);
    assert.deepEqual(await once(child, "close"), [1, null]);
    assert.match(said.err, told);
  });
}

test("a moment has the offset of its place", () => {
  const date = new Date("2026-11-23T02:00:59.999Z");
  assert.equal(instant(date, 7 * 60), "2026-11-23T09:00:59+07:00");
  assert.equal(instant(date, 0), "2026-11-23T02:00:59+00:00");
  assert.equal(instant(date, -(3 * 60 + 30)), "2026-11-22T22:30:59-03:30");
});
