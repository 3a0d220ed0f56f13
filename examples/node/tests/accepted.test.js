// Complaints that are taken: who receives them, until when, and what of them anybody may see.

import assert from "node:assert/strict";
import test from "node:test";
import { start } from "./service.js";

const LAMP = {
  classification: "pengaduan",
  title: "Lampu jalan padam",
  content: "Lampu jalan padam di Medan Denai sejak dua minggu. Hubungi saya di 0812 0000 4321.",
  date_of_incident: "2026-11-10",
  reporter: { name: "Sari Contoh", phone: "081200004321" },
};
const ABUSE = {
  classification: "pengaduan",
  title: "Pungli di kelurahan",
  content: "Pungutan liar oleh lurah di Medan Denai.",
  date_of_incident: "2026-11-10",
};

test("a complaint is taken, with its office, the reasons, what is due, and what would be public", async (t) => {
  const { ask, post } = await start(t);
  const taken = await post(LAMP);
  assert.equal(taken.status, 201);
  assert.match(taken.headers.get("Content-Type"), /^application\/json/);
  assert.equal(taken.headers.get("Cache-Control"), "no-store");
  const json = await taken.text();
  const { id, lead, needs_triage, reasons, deadlines, question, advice, public: shown } = JSON.parse(json);
  assert.equal(taken.headers.get("Location"), `/complaints/${id}`);
  assert.deepEqual([lead.id, lead.name, needs_triage], ["12.71/dishub", "Dinas Perhubungan Kota Medan", null]);
  assert.ok(reasons.some(({ code }) => code === "regional_exception"));
  assert.ok(reasons.every(({ text }) => text.id && text.en));
  assert.equal(deadlines.find((deadline) => deadline.id === "uu25_tanggapan").due, "2026-12-07");
  assert.equal(question.discriminator, "road_status");
  assert.deepEqual(advice.map(({ code }) => code), ["advise_redact"]);
  assert.deepEqual([shown.listed, shown.hidden], [true, { phone: 1 }]);
  assert.match(shown.complaint.content, /Hubungi saya di \[NOMOR TELEPON DISENSOR\]/);
  assert.ok(!/4321|Sari|Contoh/.test(json), "nothing of the reporter comes back");

  const found = await ask(`/complaints/${id}`);
  assert.equal(found.status, 200);
  const again = await found.text();
  assert.ok(!/4321|Sari|Contoh/.test(again));
  assert.deepEqual(JSON.parse(again), { id, complaint: shown.complaint });
});

test("where nobody leads, it says who decides and why", async (t) => {
  const { post } = await start(t, { jurisdiction: undefined });
  const { lead, needs_triage, reasons } = await (await post({ ...LAMP, content: "Lampu jalan padam." })).json();
  assert.deepEqual([lead, needs_triage.id], [null, "pusat/panrb"]);
  assert.deepEqual(reasons.map(({ code }) => code), ["region_unknown"]);
});

test("an answer to the question leads to another office", async (t) => {
  const { post } = await start(t);
  const { lead } = await (await post({ ...LAMP, answers: { road_status: "provinsi" } })).json();
  assert.equal(lead.id, "12/dishub");
});

test("a secret complaint, or one about abuse of office, is to everybody as if there were none", async (t) => {
  const { ask, post } = await start(t);
  const unknown = await ask("/complaints/00000000-0000-4000-8000-000000000000");
  assert.equal(unknown.status, 404);
  const none = await unknown.text();
  for (const complaint of [{ ...LAMP, is_secret: true }, ABUSE]) {
    const taken = await post(complaint);
    assert.equal(taken.status, 201);
    const { id, public: shown } = await taken.json();
    assert.deepEqual([shown.listed, shown.complaint], [false, null]);
    const found = await ask(`/complaints/${id}`);
    assert.deepEqual([found.status, await found.text()], [404, none]);
  }
});

test("what the office says, the reporter cannot say in its place", async (t) => {
  const { ask, post } = await start(t);
  const claims = { supervision: "tidak_berkadar_pengawasan", received_at: "2020-01-01T00:00:00+07:00", channel: "walikota" };
  const { id } = await (await post({ ...ABUSE, ...claims })).json();
  assert.equal((await ask(`/complaints/${id}`)).status, 404, "still a report of abuse");
  const { deadlines, public: shown } = await (await post({ ...LAMP, ...claims })).json();
  assert.equal(deadlines.find((deadline) => deadline.id === "uu25_tanggapan").due, "2026-12-07");
  assert.deepEqual([shown.complaint.received_at, shown.complaint.channel], ["2026-11-23T09:00:00+07:00", "web"]);
});
