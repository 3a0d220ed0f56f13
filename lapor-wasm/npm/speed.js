// How fast calls are where this runs: in Node, in a page, in a worker.

const now = "2026-11-23T09:00:00+07:00";
const request = (jurisdiction, title, content, more) => ({ now, jurisdiction, complaint: { title, content, ...more } });

/** Complaints as people write them, all invented: short and long, in several regions, with and without personal data. */
export const SAMPLES = [
  request("12.71", "Lampu jalan mati", "Lampu jalan di depan SD di Medan Denai mati sudah dua minggu, gelap sekali kalau malam."),
  request("35.78", "Sampah menumpuk", "Sampah di TPS dekat pasar Wonokromo tidak diangkut tiga hari, baunya sampai ke rumah warga."),
  request(null, "Jalan berlubang di Cileunyi", "Jln raya Cileunyi Kab. Bandung brlubang dalam bgt, kmrn ada motor jatuh. Mohon segera ditambal sblm ada korban lagi."),
  request("34.04", "KTP belum jadi", "Saya sudah merekam KTP elektronik di kecamatan Depok sejak Agustus, sampai sekarang belum tercetak. Katanya blangko habis."),
  request("31", "Banjir tiap hujan", "Setiap hujan satu jam saja gang kami di Cipinang Melayu kebanjiran setinggi lutut. Salurannya penuh lumpur dan tidak pernah dikeruk."),
  request(null, "Air PDAM tidak mengalir", "Air PDAM mati dari hari Senin di perumahan kami. Tagihan tetap datang. Hubungi saya di 0812 0000 4321."),
  request("21.71", "Pungutan di kelurahan", "Mengurus surat pindah di kelurahan dimintai uang Rp150.000 oleh petugas loket, tanpa kuitansi. Apakah ini resmi?"),
  request(null, "Bantuan sosial", "Nama ibu saya tercoret dari daftar penerima PKH padahal masih tidak mampu. Ke mana kami harus menyanggah?", {
    classification: "permintaan_informasi",
  }),
  request(
    "12.71",
    "Antrean panjang di puskesmas",
    "Selamat siang. Kemarin saya mengantar orang tua berobat ke puskesmas di Medan Helvetia. Kami datang pukul tujuh dan baru dipanggil pukul sebelas, padahal hanya dua dokter jaga yang ada dan satu loket pendaftaran yang dibuka. Kursi tunggu tidak cukup sehingga banyak lansia berdiri. Petugas mengatakan sistem antrean daring sedang rusak sejak minggu lalu. Kami mohon loket ditambah pada hari Senin, kursi diperbanyak, dan antrean daring diperbaiki supaya orang sakit tidak menunggu selama itu. Terima kasih.",
  ),
  request("35.78", "Usul taman", "Mohon lahan kosong di Jalan Kenanga dijadikan taman bermain anak, warga RT 04 siap kerja bakti.", { classification: "aspirasi" }),
  request(
    null,
    "Guru sering tidak masuk",
    "Guru kelas lima di SD negeri desa kami sering tidak masuk, anak-anak dibiarkan mencatat sendiri sampai pulang. Sudah disampaikan kepada kepala sekolah dua kali tetapi belum ada perubahan. Mohon dinas pendidikan turun memeriksa. Nama saya Sari Contoh, alamat surel sari@contoh.example.",
  ),
  request("32.04", "Halo", "Tolong dibantu ya min, sudah lapor ke mana-mana tidak ada tanggapan."),
];

/**
 * Microseconds for a brief triage: `triage` with objects in and out, `call` with JSON in and out. Each is
 * `{best, low, median, high}`, over passes through all requests; `low` and `high` have half of the passes between them.
 */
export async function bench(lapor, { requests = SAMPLES, seconds = 2 } = {}) {
  const texts = requests.map((request) => JSON.stringify(request));
  const ways = { triage: () => requests.forEach((request) => lapor.triage(request)), call: () => texts.forEach((text) => lapor.call("triage", text)) };
  // the engine below compiles what is called often once more, better; nobody waits long for that
  const [triage, call] = Object.values(ways);
  triage();
  await passes(call, seconds / 2);
  const times = { triage: await passes(triage, seconds / 2), call: await passes(call, seconds / 2) };
  return Object.fromEntries(Object.entries(times).map(([way, ms]) => [way, spread(ms.map((time) => (time * 1000) / requests.length))]));
}

// Clocks in pages go by steps of a tenth of a millisecond.
const LEAST = 10;

// Milliseconds of each pass.
async function passes(pass, seconds) {
  const times = [];
  const end = performance.now() + seconds * 1000;
  do {
    const start = performance.now();
    let [runs, took] = [0, 0];
    do {
      pass();
      runs += 1;
      took = performance.now() - start;
    } while (took < LEAST);
    times.push(took / runs);
    // a page stays alive between passes
    await new Promise((later) => setTimeout(later));
  } while (performance.now() < end);
  return times;
}

function spread(values) {
  const sorted = values.sort((a, b) => a - b);
  const [low, median, high] = [1, 2, 3].map((quarter) => sorted[Math.floor((sorted.length * quarter) / 4)]);
  return { best: sorted[0], low, median, high };
}
