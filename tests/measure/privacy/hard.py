"""Hard negatives: sentences of the generator's own whose numbers and names the office needs, and that are nobody's personal data."""
import values, words

CODES = ("112", "110", "113", "115", "117", "118", "119", "123", "129", "1708", "14045", "1500123", "1500567", "0800-1-234567")


def rupiah(r):
    amount = f"{r.randrange(1, 999)}.{r.randrange(100, 1000)}.{r.randrange(0, 1000):03}"
    return r.choice((f"Rp {amount}", f"Rp. {amount},-", f"Rp{amount},00", f"Rp {amount.replace('.', '')}", f"{r.randrange(1, 900)} juta", f"Rp {r.randrange(1, 900)}.000.000.000", f"{r.randrange(10, 900)}rb"))


def date(r):
    d = values.day(r, 2015, 2023)
    return r.choice((f"{d:%d-%m-%Y}", f"{d:%d/%m/%Y}", f"{d:%d.%m.%Y}", f"{d:%Y-%m-%d}", f"{d:%d%m%Y}", f"{d:%d-%m-%y}", f"{d:%Y-%m-%d} {r.randrange(24):02}:{r.randrange(60):02}:00"))


def point(r):
    lat, lng = r.uniform(-10.9, 5.9), r.uniform(95, 140.9)
    return r.choice((f"{lat:.6f}, {lng:.6f}", f"{lat:.7f},{lng:.7f}", f"({lat:.5f} ; {lng:.5f})"))


MAKERS = {
    "rupiah": (rupiah, ("Biayanya {v}", "dipungut {v} per bulan", "anggaran {v} tidak jelas", "Harga {v}", "kami diminta membayar {v} tanpa kuitansi")),
    "date": (date, ("Kejadian tanggal {v}", "sejak {v} air mati", "Laporan masuk {v}", "tgl {v} sudah dijanjikan")),
    "coordinates": (point, ("Titik lokasi {v}", "koordinat {v}", "posisi jalan rusak di {v}")),
    "complaint id": (lambda r: r.choice((f"#{values.digits(r, 7)}", f"LAPOR-{r.randrange(2019, 2024)}-{values.digits(r, 6)}", f"{r.randrange(10, 99)}{values.digits(r, 6)}", f"TKT{values.digits(r, 8)}")),
                     ("Nomor laporan {v} belum dijawab", "tiket {v} sudah ditutup", "tracking id {v}", "menindaklanjuti aduan {v}")),
    "meter": (lambda r: r.choice((values.digits(r, 5), f"{r.randrange(1, 90)}.{r.randrange(100, 999)}", f"MTR-{values.digits(r, 4)}")), ("stand meter air {v}", "angka meteran {v} tidak wajar", "posisi meter {v} m3")),
    "pole": (lambda r: r.choice((f"KD {r.randrange(10, 99)}/{r.randrange(1, 40)}", f"PJU-{values.digits(r, 4)}", f"TM{values.digits(r, 3)}", f"{values.digits(r, 3)}/{values.digits(r, 2)}")), ("tiang nomor {v} miring", "lampu di tiang {v} padam", "kode tiang {v}")),
    "postal code": (lambda r: str(r.randrange(10110, 99976)), ("kode pos {v}", "Kecamatan kami {v}", "wilayah dengan kodepos {v}")),
    "hotline": (lambda r: r.choice(CODES), ("sudah telepon {v} tidak diangkat", "call center {v} sibuk terus", "lapor ke {v} tidak ada respon", "hubungi {v}")),
    "letter number": (lambda r: r.choice((f"{values.digits(r, 3)}/{values.digits(r, 4)}/{r.randrange(100, 999)}.{r.randrange(1, 9)}/{r.randrange(2018, 2024)}", f"{values.digits(r, 3)}.{r.randrange(1, 9)}/{values.digits(r, 3)}/DPU/{r.randrange(2018, 2024)}")),
                      ("surat nomor {v}", "sesuai SK No. {v}", "Surat kami {v} tidak dibalas")),
    "law": (lambda r: r.choice((f"UU {r.randrange(1, 40)} Tahun {r.randrange(1999, 2023)}", f"PP {r.randrange(1, 99)} Tahun {r.randrange(1999, 2023)}", f"Perda {r.randrange(1, 20)}/{r.randrange(2005, 2023)}", f"Pasal {r.randrange(1, 200)} ayat {r.randrange(1, 6)}")),
            ("melanggar {v}", "menurut {v} tidak boleh", "berdasarkan {v}")),
    "like a plate": (lambda r: r.choice((f"RT {r.randrange(1, 12)} RW {r.randrange(1, 12)}", f"KM {r.randrange(1, 90)} A", f"Blok B {r.randrange(1, 40)} AB", f"A {r.choice((3, 4, 5))} ukuran", f"DN {r.randrange(100, 400)} PN", f"T {r.randrange(1, 12)} BC", f"K {r.randrange(100, 350)} mutu", f"L {r.randrange(1, 9)} x 4 m", f"B 3 limbah")),
                    ("di {v} tidak ada lampu", "Lokasi {v} selalu banjir", "bahan {v} untuk proyek itu")),
    "measure": (lambda r: r.choice((f"{r.randrange(2, 90)} x {r.randrange(2, 90)} m", f"{r.randrange(1, 900)} m2", f"{r.randrange(1, 90)},{r.randrange(10, 99)} km", f"{r.randrange(100, 9000)} watt", f"{r.randrange(1, 99)}%")), ("panjangnya {v}", "luas {v} sudah diukur", "sekitar {v}")),
    "time": (lambda r: f"{r.randrange(24):02}{r.choice('.:')}{r.randrange(60):02}{r.choice((' WIB', '', ' - 16.00'))}", ("pukul {v}", "jam {v} masih padam", "mulai {v} sampai pagi")),
    "street": (lambda r: r.choice(("Jl. Ahmad Yani", "Jalan Sudirman", "Jl Diponegoro", "jl. dr. Soetomo", "Jl. Gatot Subroto", "Jalan RA Kartini", "Jl. HOS Cokroaminoto", "jalan Imam Bonjol")), ("{v} rusak parah", "lampu merah di {v} mati", "sepanjang {v} banyak sampah", "tolong {v} diaspal")),
    "place of the matter": (lambda r: f"{r.choice(('Jl.', 'jalan', 'Jln'))} {r.choice(words.STREETS)} {r.choice(('No.', 'depan no', 'dekat nomor'))} {r.randrange(1, 140)} RT {r.randrange(1, 13):02} RW {r.randrange(1, 13):02}",
                            ("Lubang besar di {v}", "lampu jalan padam di {v}", "Pohon tumbang di {v}", "tumpukan sampah di depan {v}")),
    "title": (lambda r: r.choice(("Bapak Walikota", "Ibu Lurah", "pak RT", "Bu Camat", "Bapak/Ibu Admin", "Pak Gubernur", "bapak presiden", "Ibu Kepala Dinas", "pak polisi", "bapak ibu sekalian", "Bapak Kepala Desa")),
              ("Yth. {v}", "mohon bantuan {v}", "terima kasih {v} atas perhatiannya", "kami warga mohon kepada {v} agar turun")),
    "nama, no person": (lambda r: r.choice(("nama jalan", "nama perusahaan itu", "atas nama warga", "atas nama pemerintah", "nama sekolah tersebut", "nama program", "atas nama keadilan", "nama aplikasi")), ("tolong ganti {v}", "kami bertindak {v} di sini", "belum ada {v} yang jelas", "saya tidak tahu {v}")),
    "name of an office": (lambda r: r.choice(("Dinas Perhubungan", "PDAM Surya Sembada", "Puskesmas Manukan Kulon", "SMP Negeri 3 Bandung", "Bank Jatim", "Kantor Pos Semarang", "RSUD dr. Soetomo", "Terminal Purabaya")), ("{v} belum menjawab", "petugas {v} lambat", "kami dari lingkungan {v}")),
}
EACH = 24


def records(rng, line_type):
    """EACH texts of every kind."""
    out = []
    for kind, (make, frames) in MAKERS.items():
        for n in range(EACH):
            before, after = rng.choice(frames).split("{v}")
            line = line_type()
            line.add(rng.choice(("", "Selamat pagi, ", "Mohon ditindaklanjuti. ", "Assalamualaikum. ")) + before)
            start, end = line.add(make(rng))
            line.negatives.append([start, end, kind])
            line.add(after + rng.choice((".", "", " terima kasih.", ", mohon perhatiannya")))
            out.append(line.record(f"hard-{kind.replace(' ', '-').replace(',', '')}-{n}", None, "hard", False))
    return out
