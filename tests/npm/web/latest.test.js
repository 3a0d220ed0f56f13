// examples/web/js/latest.js: what was asked last is shown last, however long an answer takes.

import assert from "node:assert/strict";
import test from "node:test";

const { latest } = await import(`${process.env.LAPOR_WEB}/js/latest.js`);

// An engine whose answers come when the test says so.
function rig() {
  const asked = [];
  const shown = [];
  const failures = [];
  const request = latest({
    ask: (draft) => new Promise((answer, refuse) => asked.push({ draft, answer, refuse })),
    show: (draft, answer) => shown.push([draft, answer]),
    failed: (reason) => failures.push(reason),
  });
  const settle = () => new Promise((done) => setImmediate(done));
  return { asked, shown, failures, request, settle };
}

test("one request is answered", async () => {
  const { asked, shown, request, settle } = rig();
  request("a");
  asked[0].answer(1);
  await settle();
  assert.deepEqual(shown, [["a", 1]]);
});

test("an answer that was overtaken is dropped, and what was overtaken before its turn is never asked", async () => {
  const { asked, shown, request, settle } = rig();
  ["a", "b", "c"].forEach((draft) => request(draft));
  asked[0].answer(1);
  await settle();
  assert.deepEqual(shown, []);
  assert.deepEqual(
    asked.map(({ draft }) => draft),
    ["a", "c"],
  );
  asked[1].answer(3);
  await settle();
  assert.deepEqual(shown, [["c", 3]]);
});

test("after a failure the next request is asked", async () => {
  const { asked, shown, failures, request, settle } = rig();
  request("a");
  request("b");
  asked[0].refuse("gone");
  await settle();
  assert.deepEqual(failures, ["gone"]);
  request("c");
  asked[1].answer(3);
  await settle();
  assert.deepEqual(shown, [["c", 3]]);
});
