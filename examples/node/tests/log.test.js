// What stands in the log: never a word of the one who reports.

import assert from "node:assert/strict";
import test from "node:test";
import { start } from "./service.js";

test("no word of the reporter, wherever it stood", async (t) => {
  const { ask, post, lines } = await start(t);
  const word = "Suhartini0812";
  const complaint = { classification: "pengaduan", title: word, content: `${word} mengadu.`, date_of_incident: "2026-11-10", reporter: { name: word } };
  const statuses = [];
  for (const body of [complaint, { ...complaint, title: "" }, { [word]: 1 }, { location: { lat: word } }, `{"${word}`, `${word}`, `"${word}"`]) {
    statuses.push((await post(body)).status);
  }
  for (const path of [`/${word}`, `/complaints/${word}`, `/complaints?${word}=${word}`]) statuses.push((await ask(path)).status);
  statuses.push((await post("{}", { "Content-Type": `text/${word}`, Referer: `http://localhost/${word}` })).status);
  assert.deepEqual(statuses, [201, 422, 400, 400, 400, 400, 400, 404, 404, 405, 415]);
  assert.equal(lines.length, statuses.length);
  assert.ok(!lines.join("\n").includes(word), lines.join("\n"));
  assert.match(lines[0], /^2026-11-23T09:00:00\+07:00 POST \/complaints 201 [0-9.]+ ms$/);
  assert.match(lines[1], / 422 [0-9.]+ ms title_blank$/);
  assert.match(lines[2], / 400 [0-9.]+ ms unknown_field$/);
});
