// The page of examples/web in Chromium, as a reporter uses it.

import assert from "node:assert/strict";
import test, { after } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { launch } from "../chromium.js";
import { follow } from "./steps.js";

const DISHUB = "Dinas Perhubungan Kota Medan";
const NOW = new Date("2026-11-23T09:00:00+07:00");
// invented
const NIK = "1271010101900001";

const { address, close } = await follow();
const browser = await launch();
after(async () => {
  await browser.close();
  close();
});

// A page of its own, on which nothing may go wrong but what `faults` allows. `before` prepares it.
async function open(t, { before = async () => {}, faults: allowed = false, clock = true, ...options } = {}) {
  const context = await browser.newContext({ timezoneId: "Asia/Jakarta", ...options });
  const page = await context.newPage();
  const faults = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`page: ${error}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(address)) faults.push(`elsewhere: ${request.url()}`);
  });
  t.after(async () => {
    await context.close();
    if (!allowed) assert.deepEqual(faults, []);
  });
  if (clock) await page.clock.setFixedTime(NOW);
  await before(page, context);
  await page.goto(address);
  return page;
}

const lamp = async (page, content = "Lampu jalan padam di Medan Denai sejak dua minggu.") => {
  await page.fill("#title", "Lampu jalan padam");
  await page.fill("#content", content);
};

// Waits until a part of the page says so.
const says = async (page, id, text) => {
  const part = page.locator(`#${id}`);
  try {
    await part.filter({ hasText: text }).waitFor({ timeout: 15_000 });
  } catch {
    assert.fail(`#${id} does not say ${JSON.stringify(text)}, but: ${await part.textContent()}`);
  }
};
const shown = (page, id) => page.locator(`#${id}`).isVisible();

// A triage that is asked for while `late` is true arrives late; the next one does not.
const lateAnswers = (page) =>
  page.addInitScript(() => {
    globalThis.Worker = class extends Worker {
      addEventListener(type, listener) {
        super.addEventListener(type, (event) => {
          const late = globalThis.late && event.data?.envelope?.answer?.accepted !== undefined;
          if (late) globalThis.late = false;
          setTimeout(() => listener(event), late ? 600 : 0);
        });
      }
    };
  });

test("a broken street light in Medan: matter, place, receiver, reasons, deadlines", async (t) => {
  const page = await open(t);
  await says(page, "summary", "Mulailah menulis");
  assert.equal(await shown(page, "receiver"), false);
  await lamp(page);
  await says(page, "receiver", DISHUB);
  assert.equal(await page.locator("#receiver .office").textContent(), DISHUB);
  await says(page, "receiver", "karena aturan daerah setempat");
  assert.ok((await page.locator("#receiver li").count()) >= 1);
  await says(page, "understood", "Lampu penerangan jalan umum padam");
  await says(page, "understood", "Medan Denai");
  await says(page, "deadlines", "26 November 2026 (WIB)");
  await says(page, "summary", `Penerima: ${DISHUB}.`);
});

test("a place that is chosen counts, and the lists below it follow", async (t) => {
  const page = await open(t);
  await page.fill("#title", "Sampah menumpuk");
  await page.fill("#content", "Sampah tidak diangkut sejak seminggu.");
  await page.selectOption("#province", { label: "Jawa Barat" });
  await page.selectOption("#regency", { label: "Kabupaten Bandung" });
  await says(page, "receiver", "Kabupaten Bandung");
  await says(page, "receiver", "nama resminya di daerah ini belum terdaftar");
  await says(page, "findings", "Baik untuk diketahui");
  await page.selectOption("#district", { label: "Cileunyi" });
  await says(page, "understood", "Cileunyi");
  await page.selectOption("#province", { label: "Sumatera Utara" });
  await page.locator("#regency option", { hasText: "Kota Medan" }).waitFor({ state: "attached" });
  assert.equal(await page.inputValue("#regency"), "");
  assert.equal(await page.isDisabled("#district"), true);
});

test("personal data is offered for masking, and one tap replaces it", async (t) => {
  const page = await open(t);
  await lamp(page, `🙏🏽 Lampu jalan padam. NIK saya ${NIK}, hp 0812 0000 0000.`);
  await says(page, "privacy", NIK);
  await page.getByRole("button", { name: `Samarkan NIK: ${NIK}` }).click();
  assert.equal(await page.inputValue("#content"), "🙏🏽 Lampu jalan padam. NIK saya [NOMOR KTP DISENSOR], hp 0812 0000 0000.");
  await says(page, "summary", "Data pribadi: 1.");
  await page.getByRole("button", { name: /^Samarkan Nomor telepon/ }).click();
  await page.locator("#privacy").waitFor({ state: "hidden" });
  assert.equal(await page.inputValue("#content"), "🙏🏽 Lampu jalan padam. NIK saya [NOMOR KTP DISENSOR], hp [NOMOR TELEPON DISENSOR].");
});

test("all of them with one tap", async (t) => {
  const page = await open(t);
  await lamp(page, `NIK saya ${NIK}. Lampu jalan padam. Hubungi 0812 0000 0000.`);
  await page.getByRole("button", { name: "Samarkan semuanya" }).click();
  assert.equal(await page.inputValue("#content"), "NIK saya [NOMOR KTP DISENSOR]. Lampu jalan padam. Hubungi [NOMOR TELEPON DISENSOR].");
});

test("a mask for words that have moved since replaces nothing else", async (t) => {
  const page = await open(t, { before: lateAnswers });
  await lamp(page, `Lampu jalan padam. NIK saya ${NIK}.`);
  await says(page, "privacy", NIK);
  await page.evaluate(() => (globalThis.late = true));
  await page.fill("#content", `Mohon maaf. Lampu jalan padam. NIK saya ${NIK}.`);
  await page.click("#mask-0");
  assert.equal(await page.inputValue("#content"), `Mohon maaf. Lampu jalan padam. NIK saya ${NIK}.`);
  // the late answer was overtaken by the click; the next one has the new place
  await page.waitForTimeout(900);
  await page.click("#mask-0");
  assert.equal(await page.inputValue("#content"), "Mohon maaf. Lampu jalan padam. NIK saya [NOMOR KTP DISENSOR].");
});

test("an undecided report asks, and a choice settles it, and can be taken back", async (t) => {
  const page = await open(t);
  await page.fill("#title", "Atap sekolah bocor");
  await page.fill("#content", "Gedung sekolah anak kami rusak, atap kelas bocor setiap hujan.");
  await says(page, "receiver", "Belum ditetapkan.");
  await says(page, "question", "Sekolah apa");
  await page.locator("#question button[value=sma]").click();
  await says(page, "receiver", "Dinas Pendidikan Provinsi Sumatera Utara");
  await says(page, "question", "Jawaban Anda: SMA");
  await page.getByRole("button", { name: "Batalkan jawaban ini" }).click();
  await says(page, "receiver", "Belum ditetapkan.");
  await says(page, "question", "Sekolah apa");
});

test("the language changes in every visible text", async (t) => {
  const page = await open(t);
  await lamp(page, `Lampu jalan padam di Medan Denai. NIK saya ${NIK}. ${"Mohon segera diperbaiki. ".repeat(130)}`);
  await says(page, "findings", "Perlu diperhatikan");
  await page.locator("#question button[value=nasional]").click();
  await says(page, "receiver", "Kementerian Perhubungan");
  await page.click("#send");
  await says(page, "summary", "Penerima: Kementerian Perhubungan.");
  const texts = () =>
    page.evaluate(() => {
      const found = [document.title];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const proper = node.parentElement.closest("[hidden], [translate=no], noscript, script");
        if (!proper && /\p{L}/u.test(node.data)) found.push(node.data.trim());
      }
      return found;
    });
  const indonesian = await texts();
  assert.equal(await page.getAttribute("html", "lang"), "id");
  await page.click("#language");
  await says(page, "summary", "Receiver: Kementerian Perhubungan.");
  const english = await texts();
  assert.equal(await page.getAttribute("html", "lang"), "en");
  assert.equal(english.length, indonesian.length);
  assert.ok(english.length > 50, `${english.length} texts`);
  assert.deepEqual(
    english.filter((text, n) => text === indonesian[n]),
    [],
  );
  await page.click("#language");
  assert.deepEqual(await texts(), indonesian);
});

test("what blocks is not sent, what only warns is", async (t) => {
  const page = await open(t);
  await page.click("#send");
  await says(page, "refusal", "Judul laporan belum diisi.");
  await says(page, "refusal", "Isi laporan belum diisi.");
  await says(page, "findings", "Harus diperbaiki");
  assert.equal(await page.evaluate(() => document.activeElement.id), "title");
  assert.equal(await page.getAttribute("#title", "aria-invalid"), "true");
  assert.equal(await shown(page, "sent"), false);
  await lamp(page, "Lampu jalan padam di Medan Denai. ".repeat(100));
  await says(page, "findings", "Perlu diperhatikan");
  assert.equal(await page.getAttribute("#title", "aria-invalid"), "false");
  assert.equal(await page.locator("#refusal").textContent(), "");
  await page.click("#send");
  await says(page, "sent", "Laporan siap dikirim");
  const { title } = JSON.parse(await page.locator("#sent pre").textContent());
  assert.equal(title, "Lampu jalan padam");
});

test("an empty field is told only when the reporter has been there", async (t) => {
  const page = await open(t);
  await page.fill("#title", "Lampu jalan padam");
  await says(page, "receiver", DISHUB);
  assert.equal(await shown(page, "findings"), false);
  await page.focus("#content");
  await page.focus("#address");
  await says(page, "findings", "Isi laporan belum diisi.");
});

test("what was typed last wins, however late an earlier answer comes", async (t) => {
  const page = await open(t, { before: lateAnswers });
  await page.evaluate(() => {
    const receiver = document.querySelector("#receiver");
    const note = () => globalThis.offices.push(receiver.querySelector(".office, .undecided")?.textContent);
    globalThis.offices = [];
    new MutationObserver(note).observe(receiver, { childList: true, subtree: true });
  });
  await page.fill("#title", "Sampah menumpuk");
  await says(page, "receiver", "Medan");
  await page.evaluate(() => Object.assign(globalThis, { late: true, offices: [] }));
  await page.fill("#title", "Lampu jalan padam");
  await page.waitForTimeout(100);
  await page.fill("#title", "Listrik padam");
  await says(page, "receiver", "PT PLN (Persero)");
  await page.waitForTimeout(900);
  assert.deepEqual(await page.evaluate(() => [globalThis.late, ...globalThis.offices]), [false, "PT PLN (Persero)"]);
  // as fast as a hand can type
  await page.locator("#title").pressSequentially(", lampu jalan padam, jalan rusak, sampah menumpuk");
  await page.fill("#title", "Listrik padam");
  await says(page, "receiver", "PT PLN (Persero)");
});

test("by keyboard alone", async (t) => {
  const page = await open(t);
  const press = (key) => page.keyboard.press(key);
  const here = () => page.evaluate(() => document.activeElement.id || document.activeElement.value);
  // Tab until there, and not for ever
  const to = async (id) => {
    for (let n = 0; (await here()) !== id; n += 1) {
      assert.ok(n < 60, `Tab does not reach ${id}`);
      await press("Tab");
    }
  };
  await says(page, "summary", "Mulailah menulis");
  await press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  await to("language");
  await press("Enter");
  assert.equal(await page.getAttribute("html", "lang"), "en");
  await press("Enter");
  await to("title");
  await page.keyboard.type("Lampu jalan padam");
  await to("content");
  await page.keyboard.type(`Lampu jalan padam di Medan Denai. NIK saya ${NIK}.`);
  await says(page, "privacy", NIK);
  await to("mask-0");
  await press("Space");
  await page.locator("#privacy").waitFor({ state: "hidden" });
  assert.equal(await here(), "verdict");
  await to("nasional");
  await press("Enter");
  await says(page, "receiver", "Kementerian Perhubungan");
  assert.equal(await here(), "question-heading");
  await page.focus("#secret");
  await press("Space");
  await to("send");
  await press("Enter");
  await says(page, "sent", "[NOMOR KTP DISENSOR]");
  assert.equal(await here(), "sent-heading");
  assert.deepEqual(JSON.parse(await page.locator("#sent pre").textContent()).answers, { road_status: "nasional" });
});

test("a file that cannot be loaded is told, and loading again helps", async (t) => {
  const before = (_, context) => context.route("**/packs/regions.pack", (route) => route.fulfill({ status: 503 }));
  const page = await open(t, { before, faults: true });
  await says(page, "trouble", "Berkas tidak dapat dimuat");
  await says(page, "trouble", "regions.pack (HTTP 503)");
  await says(page, "trouble", "Kode: load_failed, /packs/regions");
  await lamp(page);
  await page.click("#send");
  await says(page, "refusal", "belum dapat diperiksa");
  assert.equal(await shown(page, "sent"), false);
  await page.context().unroute("**/packs/regions.pack");
  await page.getByRole("button", { name: "Coba lagi" }).click();
  await says(page, "receiver", DISHUB);
  assert.equal(await shown(page, "trouble"), false);
  assert.equal(await page.isEnabled("#province"), true);
});

test("a worker that cannot be loaded is told, and so is a browser without workers", async (t) => {
  const gone = (_, context) => context.route("**/js/worker.js", (route) => route.fulfill({ status: 404 }));
  await says(await open(t, { before: gone, faults: true }), "trouble", "worker_failed");
  const without = (page) => page.addInitScript(() => delete globalThis.Worker);
  const page = await open(t, { before: without });
  await says(page, "trouble", "Web Worker");
  await page.click("#language");
  await says(page, "trouble", "This browser cannot");
});

test("a request that cannot be read is told, and the page goes on", async (t) => {
  const page = await open(t);
  await lamp(page, "x".repeat(300_000));
  await says(page, "trouble", "Permintaan terlalu besar");
  await says(page, "trouble", "too_large");
  await page.click("#send");
  await says(page, "refusal", "belum dapat diperiksa");
  await lamp(page);
  await says(page, "receiver", DISHUB);
  assert.equal(await shown(page, "trouble"), false);
});

test("markup stays text", async (t) => {
  const page = await open(t);
  await lamp(page, `<img src=x onerror=alert(1)> NIK saya ${NIK}</p><script>alert(1)</script>`);
  await says(page, "privacy", NIK);
  await page.click("#send");
  await says(page, "sent", "<img src=x onerror=alert(1)>");
  assert.equal(await page.locator("img, body script").count(), 0);
});

for (const [what, options] of [
  ["in the light", { colorScheme: "light" }],
  ["in the dark, 320 pixels wide", { colorScheme: "dark", viewport: { width: 320, height: 700 } }],
]) {
  test(`accessible ${what}`, async (t) => {
    const page = await open(t, options);
    const check = async (state) => {
      const { violations, passes } = await new AxeBuilder({ page }).analyze();
      assert.deepEqual(
        violations.map(({ id, nodes }) => [state, id, nodes.map(({ html }) => html)]),
        [],
      );
      assert.ok(passes.some(({ id }) => id === "color-contrast"));
      const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
      assert.equal(scrollWidth, clientWidth, state);
    };
    await says(page, "summary", "Mulailah menulis");
    await check("empty");
    await page.click("#send");
    await says(page, "findings", "Harus diperbaiki");
    await check("refused");
    await lamp(page, `Lampu jalan padam. NIK saya ${NIK}. ${"Mohon segera diperbaiki. ".repeat(130)}`);
    await says(page, "findings", "Perlu diperhatikan");
    await page.locator("#question button[value=nasional]").click();
    await says(page, "question", "Jawaban Anda");
    await page.click("#send");
    await says(page, "sent", "Laporan siap dikirim");
    await check("filled");
    await page.click("#language");
    await check("English");
  });
}

test("how long it takes", async (t) => {
  const page = await open(t, {
    clock: false,
    before: (page) =>
      page.addInitScript(() => {
        addEventListener("DOMContentLoaded", () => {
          const [title, took, receiver] = ["#title", "#took", "#receiver"].map((id) => document.querySelector(id));
          new MutationObserver(() => {
            globalThis.first ??= took.textContent || undefined;
            if (receiver.textContent.includes("Dinas Perhubungan")) globalThis.ready ??= performance.now();
          }).observe(document.body, { childList: true, subtree: true });
          title.value = "Lampu jalan padam";
          title.dispatchEvent(new Event("input"));
        });
      }),
  });
  const times = [];
  // the first visit fills the cache
  for (let visit = 0; visit < 6; visit += 1) {
    if (visit > 0) await page.reload();
    await page.waitForFunction(() => globalThis.ready !== undefined);
    times.push(await page.evaluate(() => [globalThis.ready, globalThis.first]));
  }
  const [cold, ...warm] = times;
  const [ready, first] = warm.sort(([a], [b]) => a - b)[2];
  assert.match(first, /[0-9]/);
  t.diagnostic(`examples/web: ready ${Math.round(ready)} ms after navigation with a warm cache (${Math.round(cold[0])} ms without). ${first}`);
});
