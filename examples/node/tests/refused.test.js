// What is not taken, and what is said of it.

import assert from "node:assert/strict";
import { connect } from "node:net";
import test from "node:test";
import { start } from "./service.js";

test("what a complaint lacks is said in both languages, by the place in what was sent", async (t) => {
  const { post } = await start(t, { store: { save: () => assert.fail("nothing is kept") } });
  const refused = await post({ classification: "pengaduan", title: "  ", content: "Lampu padam.", date_of_incident: "2027-01-01" });
  assert.equal(refused.status, 422);
  const { findings } = await refused.json();
  assert.deepEqual(
    findings.map(({ code, severity, path }) => [code, severity, path]),
    [
      ["incident_date_future", "block", "/date_of_incident"],
      ["title_blank", "block", "/title"],
    ],
  );
  assert.ok(findings.every(({ text }) => text.id && text.en && text.id !== text.en));
});

for (const [what, body, code, path] of [
  ["no JSON", "{", "bad_json", ""],
  ["nothing", "", "bad_json", ""],
  ["bytes that are no UTF-8", Uint8Array.of(0x7b, 0xff, 0x7d), "bad_utf8", ""],
  ["half a surrogate pair", '{"title":"\\ud83d"}', "bad_utf8", "/title"],
  ["null", "null", "missing_field", ""],
  ["a string", '"Lampu"', "wrong_type", ""],
  ["a list", "[1]", "wrong_type", ""],
  ["an unknown member", '{"titel":"Lampu"}', "unknown_field", "/titel"],
  ["a prototype", '{"__proto__":{"title":"Lampu"}}', "unknown_field", "/__proto__"],
  ["a number for a text", '{"title":7}', "wrong_type", "/title"],
  ["a value that is none", '{"classification":"keluhan"}', "bad_value", "/classification"],
  ["33 levels", `{"extra":${'{"a":'.repeat(33)}1${"}".repeat(33)}}`, "too_deep", ""],
]) {
  test(`${what}: 400 ${code}`, async (t) => {
    const { post } = await start(t, { store: { save: () => assert.fail("nothing is kept") } });
    const refused = await post(body);
    assert.equal(refused.status, 400);
    const { error } = await refused.json();
    assert.deepEqual([error.code, error.path], [code, path]);
    assert.ok(error.text.id && error.text.en);
  });
}

const stream = (bytes) => new Blob(["x".repeat(bytes)]).stream();

for (const [what, body] of [
  ["a mebibyte", "x".repeat(1 << 20)],
  ["a mebibyte whose size is not told", stream(1 << 20)],
  ["numbers that become longer when they are written out", `{"extra":{"a":[${Array(40_000).fill("1e20").join()}]}}`],
]) {
  test(`${what}: 413`, async (t) => {
    const { ask, post } = await start(t);
    const refused = await post(body);
    assert.equal(refused.status, 413);
    assert.equal((await refused.json()).error.code, "too_large");
    assert.equal((await ask("/complaints/x")).status, 404, "the service goes on");
  });
}

test("other types, methods and paths", async (t) => {
  const { ask, post } = await start(t);
  for (const type of ["application/x-www-form-urlencoded", "text/plain", "application/jsonx"]) {
    assert.equal((await post("{}", { "Content-Type": type })).status, 415, type);
  }
  assert.equal((await post(Uint8Array.of(0x7b, 0x7d), {})).status, 415, "no type");
  assert.equal((await post("{}", { "Content-Type": "Application/JSON; charset=utf-8" })).status, 422);
  for (const [method, path, allowed] of [
    ["GET", "/complaints", "POST"],
    ["PUT", "/complaints", "POST"],
    ["DELETE", "/complaints/00000000-0000-4000-8000-000000000000", "GET, HEAD"],
  ]) {
    const refused = await ask(path, { method });
    assert.deepEqual([refused.status, refused.headers.get("Allow")], [405, allowed]);
  }
  for (const path of ["/", "//", "/complaints/", "/complaints/1", "/complaints/..%2f", "/toString"]) {
    assert.equal((await ask(path)).status, 404, path);
  }
});

test("whoever goes away in the middle of a complaint leaves the service working", async (t) => {
  const { ask, address, lines } = await start(t);
  const client = connect(address.port, address.address);
  client.write("POST /complaints HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{");
  // its first bytes are there when a later request is answered
  assert.equal((await ask("/")).status, 404);
  client.destroy();
  while (lines.length < 2) await new Promise((later) => setTimeout(later, 5));
  assert.match(lines[1], / POST \/complaints 400 [0-9.]+ ms aborted$/);
  assert.equal((await ask("/")).status, 404);
});

test("a fault of the store is 500, and says nothing", async (t) => {
  const fails = () => Promise.reject(new Error("Sari Contoh"));
  const { post, lines } = await start(t, { store: { save: fails } });
  const taken = await post({ classification: "pengaduan", title: "Lampu", content: "Padam.", date_of_incident: "2026-11-10" });
  assert.deepEqual([taken.status, await taken.json()], [500, { error: { code: "internal" } }]);
  assert.ok(!lines.join().includes("Sari"));
});
