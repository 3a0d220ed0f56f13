//! `lapor pack` and `lapor coverage` as a civil servant runs them: real folders, real files, exit status and what is said.

// Tests may unwrap; the helpers here are part of them.
#![allow(clippy::restriction, reason = "a test may panic")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::{Value, json};

const NOW: &str = "2026-11-23T09:00:00+07:00";
/// What a spreadsheet in Indonesia puts first.
const MARK: &str = "\u{feff}";

fn lapor(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_lapor")).args(args).output().unwrap()
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

fn example(name: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    root.join("examples/packs").join(name).to_str().unwrap().to_owned()
}

/// A folder of one test, empty at its start.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("pack-{name}"));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_owned()
    }

    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> &Self {
        fs::write(self.0.join(name), bytes).unwrap();
        self
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap()
    }

    /// The smallest folder that is good.
    fn small(name: &str) -> Self {
        let folder = Folder::new(name);
        folder
            .write("keterangan.csv", "isian;nilai\npaket;id.12.71\nversi;2026.1\nwilayah;12.71 Kota Medan\n")
            .write("sumber.csv", "id;keterangan\nK;pengetahuan umum\n")
            .write("perangkat-daerah.csv", "id;jenis;nama;sumber\ndishub;dishub;Dinas Perhubungan Kota Medan;K\n");
        folder
    }

    fn build(&self, more: &[&str]) -> Output {
        let dir = self.path("");
        let out = self.path("out.json");
        lapor(&[&["pack", "build", &dir, "-o", &out], more].concat())
    }

    /// The overlay that the folder gives.
    fn built(&self) -> Value {
        let output = self.build(&[]);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        serde_json::from_str(&self.read("out.json")).unwrap()
    }

    /// The faults that the folder has, one a line.
    fn faults(&self) -> Vec<String> {
        let output = self.build(&[]);
        assert_eq!(output.status.code(), Some(1), "{}{}", stdout(&output), stderr(&output));
        assert!(!self.0.join("out.json").exists(), "nothing is written by halves");
        let lines = stderr(&output).lines().filter(|line| !line.starts_with("lapor:"));
        lines.map(str::to_owned).collect()
    }
}

/// Each fault begins as expected, and there is no other.
fn assert_faults(found: &[String], expected: &[&str]) {
    for (n, start) in expected.iter().enumerate() {
        let line = found.get(n).map_or("", String::as_str);
        assert!(line.starts_with(start), "expected {start}\nfound {}", found.join("\n"));
    }
    assert_eq!(found.len(), expected.len(), "{}", found.join("\n"));
}

#[test]
fn a_new_folder_holds_the_usual_offices_and_builds_unchanged() {
    let folder = Folder::new("new");
    let dir = folder.path("medan");
    let output = lapor(&["pack", "new", "12.71", &dir]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    for (name, heading) in [
        ("keterangan.csv", "isian;nilai\r\n"),
        ("sumber.csv", "id;keterangan\r\n"),
        ("perangkat-daerah.csv", "id;jenis;nama;sebutan;juga;mulai;sampai;sumber\r\n"),
        (
            "pengecualian.csv",
            "id;pokok_masalah;kelompok;kata;bila;tindakan;kepada;tingkat;mulai;sampai;sumber;catatan\r\n",
        ),
        ("kanal.csv", "id;nama;jenis;mulai;sampai;sumber\r\n"),
        ("hari-libur.csv", "tanggal;nama;sumber\r\n"),
        ("kata-setempat.csv", "kata;arti;sumber\r\n"),
    ] {
        let text = folder.read(&format!("medan/{name}"));
        assert!(text.starts_with(&format!("{MARK}{heading}")), "{name}: {text}");
    }
    assert!(folder.read("medan/BACA-DULU.txt").contains("Kota Medan"));
    let offices = folder.read("medan/perangkat-daerah.csv");
    assert!(offices.contains("\r\ndishub;dishub;Dinas Perhubungan Kota Medan;;;;;umum\r\n"), "{offices}");
    assert!(offices.contains(";Bagian Hukum Kota Medan;"), "no Biro in a city: {offices}");
    for absent in ["kecamatan;", "rt-rw;", "dishut;", "Aceh", "Syariat", "DKI"] {
        assert!(!offices.contains(absent), "{absent}: {offices}");
    }

    let out = folder.path("id.12.71.json");
    let output = lapor(&["pack", "build", &dir, "-o", &out]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let overlay: Value = serde_json::from_str(&folder.read("id.12.71.json")).unwrap();
    assert_eq!((&overlay["pack"], &overlay["for"]), (&json!("id.12.71"), &json!("12.71")));
    assert_eq!(overlay["administrator"], "diskominfo");
    assert!(overlay["offices"].as_array().unwrap().len() > 40);
    let triage = lapor(&["triage", &example("../data/complaints.jsonl"), "--now", NOW, "--pack", &out]);
    assert_eq!(triage.status.code(), Some(0), "{}", stderr(&triage));
}

#[test]
fn a_province_gets_the_offices_of_its_level_and_its_own_ones() {
    let folder = Folder::new("aceh");
    let dir = folder.path("aceh");
    assert_eq!(lapor(&["pack", "new", "11", &dir]).status.code(), Some(0));
    let offices = folder.read("aceh/perangkat-daerah.csv");
    assert!(offices.contains(";Dinas Syariat Islam Provinsi Aceh;"), "{offices}");
    assert!(offices.contains(";Dinas Kehutanan Provinsi Aceh;") && offices.contains(";Biro Hukum Provinsi Aceh;"));
    assert!(!offices.contains("damkar;"), "the fire service is of the regencies");
    assert_eq!(lapor(&["pack", "build", &dir, "-o", &folder.path("aceh.json")]).status.code(), Some(0));
}

/// In DKI Jakarta what is a city's elsewhere is the province's; its administrative cities have no government of their own.
#[test]
fn the_capital_has_the_offices_of_both_levels() {
    let folder = Folder::new("dki");
    let dir = folder.path("dki");
    assert_eq!(lapor(&["pack", "new", "31", &dir]).status.code(), Some(0));
    let offices = folder.read("dki/perangkat-daerah.csv");
    // what the built-in regime registers keeps its name: the fire service, elsewhere of the regencies, and the administrator
    for row in [
        "gulkarmat;damkar;Dinas Penanggulangan Kebakaran dan Penyelamatan Provinsi DKI Jakarta;",
        "biro-pemerintahan;biro-pemerintahan-dki;Biro Pemerintahan Sekretariat Daerah Provinsi DKI Jakarta;",
        "bpp;bpp;Balai Penyuluhan Pertanian Provinsi DKI Jakarta;",
    ] {
        assert!(offices.contains(row), "{row}: {offices}");
    }
    assert!(folder.read("dki/keterangan.csv").contains("administrator;biro-pemerintahan\r\n"));
    assert_eq!(lapor(&["pack", "build", &dir, "-o", &folder.path("dki.json")]).status.code(), Some(0));
    let output = lapor(&["pack", "new", "31.71", &folder.path("kota")]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("provinsi, kabupaten, atau kota"), "{}", stderr(&output));

    let output = lapor(&["coverage", &folder.path(""), "--format", "json"]);
    let answer: Value = serde_json::from_str(stdout(&output)).unwrap();
    assert_eq!(answer["provinces"], json!({"covered": 1, "of": 38}));
    assert_eq!(answer["regencies"], json!({"covered": 6, "of": 514}), "the six follow their province");
}

#[test]
fn new_refuses_to_overwrite_and_unknown_regions() {
    let folder = Folder::new("refused");
    folder.write("catatan.txt", "milik saya");
    for (region, said) in [
        ("12.71", "tidak kosong"),
        ("12.99", "12.99"),
        ("medan", "12.71"),
        ("12.71.01", "provinsi"),
        ("91.01", "93.01"),
    ] {
        let dir = if region == "12.71" { folder.path("") } else { folder.path("baru") };
        let output = lapor(&["pack", "new", region, &dir]);
        assert_eq!(output.status.code(), Some(2), "{region}");
        assert!(stderr(&output).contains(said), "{region}: {}", stderr(&output));
    }
    assert!(!folder.0.join("baru").exists());
    assert_eq!(fs::read_dir(&folder.0).unwrap().count(), 1);
}

#[test]
fn files_are_read_as_excel_saves_them_in_indonesia() {
    let folder = Folder::new("excel");
    folder
        .write(
            "keterangan.csv",
            format!("{MARK}isian;nilai\r\npaket;id.12.71\r\nversi;2026,1\r\nwilayah;12,71\r\nadministrator;kominfo\r\n"),
        )
        // saved elsewhere: a comma, no mark, a line for the separator
        .write("sumber.csv", "sep=,\nid,keterangan\nSK,\"Perda 1/2020, Lembaran Daerah\"\n")
        .write(
            "perangkat-daerah.csv",
            format!(
                "{MARK}ID;Jenis;Nama;Sebutan;Juga;Mulai;Sampai;Sumber;;\r\n\
                 kominfo;diskominfo;\"Dinas Komunikasi\r\ndan Informatika Kota Medan\";\"Kominfo | \"\"X\"\"\";ppid|opd:uptd-ppa;31/01/2026;;SK;;\r\n\
                 ;;;;;;;;;\r\n\
                 12/tirtanadi;opd:perumda-air;Perumda Tirtanadi;;;31 Januari 2020;2026-12-31;SK;;\r\n"
            ),
        )
        .write(
            "pengecualian.csv",
            "id;pokok_masalah;kelompok;kata;bila;tindakan;kepada;tingkat;mulai;sampai;sumber;catatan\n\
             a;jalan-rusak;;;road_status=kabkota,provinsi;alihkan;kominfo|kecamatan;;;;SK;catatan\n\
             b;air-pdam;;;;gantikan;12/tirtanadi;;1 Feb 2026;;SK;\n\
             c;;lingkungan-hidup;;;tingkat;;provinsi;;;SK;\n\
             d;pju;;;;tambahkan;inst:pln;;;;SK;\n\
             e;;;kominfo;;arti;opd:diskominfo;;;;SK;\n",
        )
        .write("kanal.csv", "id;nama;jenis;mulai;sampai;sumber\nmrk;Medan Rumah Kita;app;;;SK\n")
        .write("kata-setempat.csv", "kata;arti;sumber\npajak;pasar;SK\n");
    let expected = json!({
        "pack": "id.12.71", "kind": "overlay", "version": "2026.1", "for": "12.71", "requires": {"wire": 1}, "regime": null,
        "sources": {"SK": "Perda 1/2020, Lembaran Daerah"},
        "administrator": "kominfo",
        "offices": [
            {"id": "kominfo", "type": "opd:diskominfo", "name": "Dinas Komunikasi dan Informatika Kota Medan",
             "aliases": ["Kominfo", "\"X\""], "also": ["opd:ppid", "opd:uptd-ppa"], "from": "2026-01-31", "until": null, "source": "SK"},
            {"id": "12/tirtanadi", "type": "opd:perumda-air", "name": "Perumda Tirtanadi", "aliases": [], "also": [],
             "from": "2020-01-31", "until": "2026-12-31", "source": "SK"}
        ],
        "exceptions": [
            {"id": "a", "matter": "jalan-rusak", "group": null, "word": null, "when": {"road_status": ["kabkota", "provinsi"]},
             "effect": "to", "to": ["kominfo", "kecamatan"], "level": null, "from": null, "until": null, "source": "SK", "note": "catatan"},
            {"id": "b", "matter": "air-pdam", "group": null, "word": null, "when": {}, "effect": "replace", "to": ["12/tirtanadi"],
             "level": null, "from": "2026-02-01", "until": null, "source": "SK", "note": null},
            {"id": "c", "matter": null, "group": "lingkungan-hidup", "word": null, "when": {}, "effect": "level", "to": [],
             "level": "provinsi", "from": null, "until": null, "source": "SK", "note": null},
            {"id": "d", "matter": "pju", "group": null, "word": null, "when": {}, "effect": "add", "to": ["inst:pln"],
             "level": null, "from": null, "until": null, "source": "SK", "note": null},
            {"id": "e", "matter": null, "group": null, "word": "kominfo", "when": {}, "effect": "means", "to": ["opd:diskominfo"],
             "level": null, "from": null, "until": null, "source": "SK", "note": null}
        ],
        "channels": [{"id": "mrk", "name": "Medan Rumah Kita", "kind": "app", "from": null, "until": null, "source": "SK"}],
        "calendar": [],
        "words": [{"word": "pajak", "means": "pasar", "source": "SK"}],
        "messages": [], "policy": {}
    });
    assert_eq!(folder.built(), expected);
    let text = folder.read("out.json");
    assert!(text.starts_with("{\n  \"pack\": \"id.12.71\",\n  \"kind\": \"overlay\",\n"), "{text}");
    assert!(
        text.contains("\n    {\"word\": \"pajak\", \"means\": \"pasar\", \"source\": \"SK\"}\n"),
        "a row is a line: {text}"
    );
}

#[test]
fn every_fault_of_a_cell_is_named_by_file_row_and_column() {
    let folder = Folder::small("cells");
    folder
        .write("keterangan.csv", "isian;nilai\npaket;../x\nversi;satu\nwilayah;12,1\nwarna;biru\nversi;2026.1\n")
        .write("sumber.csv", "id;keterangan\nK;a\nK;b\n;tanpa id\n")
        .write(
            "perangkat-daerah.csv",
            "id;jenis;nama;sebutan;juga;mulai;sampai;sumber\n\
             dishub;dishub;\"Dinas\nPerhubungan\";a||b;;kemarin;31/02/2026;K\n\
             \n\
             12-Mei;dlh;#NAME?;;;46053;01/31/2026;K;lebih\n\
             dinsos;;;;;;;\n",
        )
        .write(
            "pengecualian.csv",
            "id;pokok_masalah;bila;tindakan;kepada;sumber\na;pju;x;geser;dishub;K\nb;pju;road_status=kabkota|road_status=provinsi;alihkan;dishub;K\n",
        )
        .write("kanal.csv", "id;nama;sumber\nmrk;\"Medan;K\n")
        .write("kata-setempat.csv", b"kata;arti;sumber\ncaf\xe9;kedai;K\n")
        .write("hari-libur.csv", "tanggal;nama;sumber\nlusa;Hari Jadi;K\n");
    assert_faults(
        &folder.faults(),
        &[
            "keterangan.csv, baris 2, kolom B (nilai): hanya huruf",
            "keterangan.csv, baris 3, kolom B (nilai): tulis tahun dan nomor urut",
            "keterangan.csv, baris 4, kolom B (nilai): Excel mengubah kode wilayah menjadi angka",
            "keterangan.csv, baris 5, kolom A (isian): isian ini tidak dikenal",
            "keterangan.csv, baris 6, kolom A (isian): sudah ada pada baris 3",
            "sumber.csv, baris 3, kolom A (id): sudah ada pada baris 2",
            "sumber.csv, baris 4, kolom A (id): harus diisi",
            "perangkat-daerah.csv, baris 2, kolom D (sebutan): ada yang kosong di antara tanda |",
            "perangkat-daerah.csv, baris 2, kolom F (mulai): bukan tanggal",
            "perangkat-daerah.csv, baris 2, kolom G (sampai): bukan tanggal",
            "perangkat-daerah.csv, baris 4, kolom A (id): Excel mengubah isi sel ini menjadi tanggal",
            "perangkat-daerah.csv, baris 4, kolom C (nama): Excel menulis tanda kesalahan",
            "perangkat-daerah.csv, baris 4, kolom F (mulai): Excel mengubah tanggal menjadi angka; mungkin 2026-01-31",
            "perangkat-daerah.csv, baris 4, kolom G (sampai): bukan tanggal",
            "perangkat-daerah.csv, baris 4, kolom I: sel ini tidak punya kolom",
            "perangkat-daerah.csv, baris 5, kolom B (jenis): harus diisi",
            "perangkat-daerah.csv, baris 5, kolom C (nama): harus diisi",
            "perangkat-daerah.csv, baris 5, kolom H (sumber): harus diisi",
            "pengecualian.csv, baris 2, kolom C (bila): tulis penentu=nilai",
            "pengecualian.csv, baris 2, kolom D (tindakan): tindakan tidak dikenal; pilih alihkan | tambahkan | gantikan | tingkat | arti",
            "pengecualian.csv, baris 3, kolom C (bila): penentu ini disebut dua kali",
            "kanal.csv, baris 2: tanda kutip (\") tidak ditutup",
            "hari-libur.csv, baris 2, kolom A (tanggal): bukan tanggal",
            "kata-setempat.csv, baris 2, kolom A (kata): bukan UTF-8",
        ],
    );
}

#[test]
fn every_fault_of_a_file_or_its_header_is_named() {
    let folder = Folder::small("headers");
    fs::remove_file(folder.0.join("sumber.csv")).unwrap();
    folder
        .write("perangkat-daerah.csv", "id;jenis;nama;nama;sebutn;sumber;\ndishub;dishub;D;D;;K;x\n")
        .write("kanal.csv", "id;nama\nmrk;M\n")
        .write("kata-setempat.csv", "eins;zwei\na;b\n")
        .write("hari-libur.csv", [0xff, 0xfe, b't', 0])
        .write("pengecualian 2.csv", "id\n")
        .write("pengecualian.csv", "");
    assert_faults(
        &folder.faults(),
        &[
            "sumber.csv: berkas ini harus ada",
            "perangkat-daerah.csv, baris 1, kolom D (nama): kolom ini ada dua kali",
            "perangkat-daerah.csv, baris 1, kolom E (sebutn): kolom ini tidak dikenal; yang dikenal: id, jenis, nama, sebutan",
            "perangkat-daerah.csv, baris 2, kolom G: sel ini tidak punya kolom",
            "kanal.csv, baris 1: kolom sumber tidak ada",
            "hari-libur.csv: bukan UTF-8",
            "kata-setempat.csv, baris 1: tajuk tidak dikenal; kolomnya: kata, arti, sumber",
            "pengecualian 2.csv: berkas ini tidak dikenal",
        ],
    );
}

#[test]
fn every_refusal_of_the_library_is_named_by_its_cell() {
    let folder = Folder::small("library");
    folder
        .write(
            "keterangan.csv",
            "isian;nilai\npaket;id.12.71\nversi;2026.1\nwilayah;12.71 Kota Medan\nadministrator;x\n",
        )
        .write(
            "perangkat-daerah.csv",
            "id;jenis;nama;juga;mulai;sampai;sumber\n\
             dishub;dishub;Dinas Perhubungan;;;;K\n\
             dishub;dinas-x;Dinas X;dinas-y|ppid|dinas-z;2026-02-01;2026-01-01;Z\n",
        )
        .write(
            "pengecualian.csv",
            "id;pokok_masalah;kelompok;kata;bila;tindakan;kepada;tingkat;mulai;sampai;sumber\n\
             a;pju;;;;alihkan;dishub;;;;K\n\
             b;pju;;;;alihkan;kecamatan;;;;K\n\
             c;pokok-x;;;road_status=gang;alihkan;dishub|kantor-x|kantor-y;;;;Z\n\
             c;;;;;alihkan;dishub;;;;K\n\
             e;drainase;;;;tingkat;;kota;;;K\n\
             f;trotoar;;;;alihkan;;;;;K\n\
             g;jalan-rusak;;;tua=ya;alihkan;dishub;;;;K\n\
             h;;kelompok-x;;;alihkan;dishub;;;;K\n",
        )
        .write("kanal.csv", "id;nama;sumber\nmrk;M;Z\n")
        .write("kata-setempat.csv", "kata;arti;sumber\npajak;pasar;K\npasar;jalan;Z\n");
    assert_faults(
        &folder.faults(),
        &[
            "keterangan.csv, baris 5, kolom B (nilai): perangkat daerah itu tidak ada",
            "perangkat-daerah.csv, baris 3, kolom A (id): dua perangkat daerah memakai id ini pada waktu yang sama. Yang diterima: id lain dari perangkat-daerah.csv baris 2",
            "perangkat-daerah.csv, baris 3, kolom B (jenis): jenis perangkat daerah itu tidak ada",
            "perangkat-daerah.csv, baris 3, kolom D (juga): jenis perangkat daerah itu tidak ada",
            "perangkat-daerah.csv, baris 3, kolom D (juga): jenis perangkat daerah itu tidak ada",
            "perangkat-daerah.csv, baris 3, kolom F (sampai): berakhir sebelum mulai",
            "perangkat-daerah.csv, baris 3, kolom G (sumber): sumber itu tidak ada. Yang diterima: salah satu id di sumber.csv",
            "pengecualian.csv, baris 3: a dan b memutuskan hal yang sama",
            "pengecualian.csv, baris 4, kolom B (pokok_masalah): pokok masalah itu tidak ada",
            "pengecualian.csv, baris 4, kolom E (bila): nilai itu tidak ada",
            "pengecualian.csv, baris 4, kolom G (kepada): penerima itu tidak ada",
            "pengecualian.csv, baris 4, kolom G (kepada): penerima itu tidak ada",
            "pengecualian.csv, baris 4, kolom K (sumber): sumber itu tidak ada",
            "pengecualian.csv, baris 5, kolom A (id): dua exception memakai id ini. Yang diterima: id lain dari pengecualian.csv baris 4",
            "pengecualian.csv, baris 5, kolom B (pokok_masalah): pokoknya tidak tepat satu. Yang diterima: tepat satu dari pokok_masalah, kelompok dan kata",
            "pengecualian.csv, baris 6, kolom H (tingkat): tingkat itu tidak ada",
            "pengecualian.csv, baris 7, kolom G (kepada): penerima dan tindakan tidak cocok",
            "pengecualian.csv, baris 8, kolom E (bila): penentu itu tidak ada",
            "pengecualian.csv, baris 9, kolom C (kelompok): kelompok itu tidak ada",
            "kanal.csv, baris 2, kolom C (sumber): sumber itu tidak ada",
            "kata-setempat.csv, baris 3, kolom C (sumber): sumber itu tidak ada",
        ],
    );
}

#[test]
fn regions_are_named_where_they_are_wrong() {
    let faults = |cell: &str| {
        let folder = Folder::small("region");
        folder.write("keterangan.csv", format!("isian;nilai\npaket;p\nversi;2026.1\nwilayah;{cell}\n"));
        folder.faults().join("\n")
    };
    assert!(faults("12.72 Kota Medan").contains("baris 4, kolom B (nilai): kode ini milik Kota Pematangsiantar"));
    assert!(faults("Medan").contains("bukan kode wilayah Kemendagri"));
    assert!(faults("1271").contains("Excel mengubah kode wilayah"));
    assert!(faults("Des-71").contains("Excel mengubah kode wilayah"));
    assert!(faults("12.99").contains("wilayah itu tidak ada"));
    assert!(faults("").contains("harus diisi"));
}

#[test]
fn faults_speak_english_when_asked() {
    let folder = Folder::small("english");
    folder.write("perangkat-daerah.csv", "id;jenis;nama;mulai;sumber\na;dinas-x;A;kemarin;K\n");
    let output = folder.build(&["--lang", "en"]);
    assert_eq!(output.status.code(), Some(1));
    let said = stderr(&output);
    assert!(said.contains("perangkat-daerah.csv, row 2, column D (mulai): not a date"), "{said}");
    assert!(said.contains("perangkat-daerah.csv, row 2, column B (jenis): there is no such office type."), "{said}");
    assert!(said.contains("2 faults"), "{said}");
}

/// Today the library refuses a filled calendar as "no effect yet"; when it can use one, it is accepted. Either way the verdict is the
/// library's, and it is about that file.
#[test]
fn the_verdict_on_holidays_is_the_librarys() {
    let folder = Folder::small("holidays");
    folder.write("hari-libur.csv", "tanggal;nama;sumber\n1 Juli 2026;Hari Jadi Kota Medan;K\n");
    let output = folder.build(&[]);
    match output.status.code() {
        Some(0) => assert!(folder.read("out.json").contains("\"2026-07-01\"")),
        _ => assert!(stderr(&output).starts_with("hari-libur.csv"), "{}", stderr(&output)),
    }
}

#[test]
fn an_overlay_becomes_a_folder_and_the_same_overlay_again() {
    for region in ["12.71", "35.78"] {
        let folder = Folder::new(&format!("round-{region}"));
        let from = example(&format!("id.{region}.json"));
        let dir = folder.path("csv");
        let output = lapor(&["pack", "new", region, &dir, "--from", &from]);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        let output = lapor(&["pack", "build", &dir, "-o", &folder.path("again.json")]);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        let value = |text: &str| serde_json::from_str::<Value>(text).unwrap();
        assert_eq!(value(&folder.read("again.json")), value(&fs::read_to_string(&from).unwrap()));
    }
}

#[test]
fn an_overlay_that_sheets_cannot_say_is_refused() {
    let folder = Folder::new("unsayable");
    let overlay = |change: Value| {
        let mut overlay = json!({
            "pack": "p", "kind": "overlay", "version": "2026.1", "for": "12.71", "sources": {"K": "k"},
            "offices": [{"id": "dishub", "type": "opd:dishub", "name": "D", "source": "K"}]
        });
        overlay.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        folder.write("overlay.json", overlay.to_string());
        lapor(&["pack", "new", "12.71", &folder.path("csv"), "--from", &folder.path("overlay.json")])
    };
    for change in [
        json!({"levels": {"kabkota": "provinsi"}}),
        json!({"regime": "x"}),
        json!({"offices": [{"id": "dishub", "type": "opd:dishub", "name": "D", "aliases": ["a|b"], "source": "K"}]}),
        json!({"for": "35.78"}),
    ] {
        let output = overlay(change.clone());
        assert_eq!(output.status.code(), Some(2), "{change}: {}", stderr(&output));
        assert!(!folder.0.join("csv").exists(), "{change}");
    }
    // what a spreadsheet would calculate is written as text, and read back as it was
    let formula = json!({"offices": [{"id": "dishub", "type": "opd:dishub", "name": "=1+1", "source": "K"}]});
    assert_eq!(overlay(formula).status.code(), Some(0));
    assert!(folder.read("csv/perangkat-daerah.csv").contains(";'=1+1;"));
    let output = lapor(&["pack", "build", &folder.path("csv"), "-o", &folder.path("again.json")]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(folder.read("again.json").contains("\"name\": \"=1+1\""));
}

#[test]
fn a_trial_shows_what_changes_and_no_words_of_a_complaint() {
    let folder = Folder::new("try");
    folder.write(
        "complaints.jsonl",
        r#"{"id":"L-1","title":"Jalan berlubang","content":"Jalan kota rusak parah dan berlubang di Medan Baru sejak Mei, mohon diaspal.","location":{"region":"12.71"}}
{"id":"L-2","title":"Lampu jalan mati","content":"Lampu jalan umum di depan balai RW padam sejak Senin.","location":{"region":"12.71"}}
{"title":"Jalan berlubang","content":"Jalan kota rusak parah dan berlubang sejak Mei, mohon diaspal.","location":{"region":"32.73"}}
{"judul":"x"}
"#,
    );
    let output = lapor(&["pack", "try", &example("id.12.71.json"), &folder.path("complaints.jsonl"), "--now", NOW]);
    assert_eq!(output.status.code(), Some(1), "one line is bad: {}", stderr(&output));
    let said = stdout(&output);
    let row = said.lines().find(|line| line.contains("L-1")).unwrap();
    let cells: Vec<_> = row.split('|').map(str::trim).collect();
    assert_eq!(cells[1..5], ["1", "L-1", "12.71/dinas-pupr", "12.71/sdabmbk"], "{said}");
    assert!(!said.contains("L-2"), "the same office under its own name is no change of lead: {said}");
    for words in ["berlubang", "Lampu", "balai", "Medan Baru"] {
        assert!(!said.contains(words) && !stderr(&output).contains(words), "{words}");
    }
    for (title, count) in
        [("baris", "4"), ("penerima berubah", "1"), ("hanya nama berubah", "1"), ("tetap", "1"), ("baris salah", "1")]
    {
        let total = said.lines().any(|line| {
            let cells: Vec<_> = line.split('|').map(str::trim).filter(|cell| !cell.is_empty()).collect();
            cells == [title, count]
        });
        assert!(total, "{title} {count}: {said}");
    }
    let office = said.lines().filter(|line| line.contains("12.71/sdabmbk")).nth(1).unwrap();
    let cells: Vec<_> = office.split('|').map(str::trim).collect();
    assert_eq!(cells[1..5], ["12.71/sdabmbk", "0", "1", "+1"], "{said}");
}

#[test]
fn a_trial_reads_csv_and_may_begin_from_another_pack() {
    let folder = Folder::new("try-csv");
    folder.write("complaints.csv", "id;judul;isi;kota\n7;Jalan berlubang;Jalan kota rusak dan berlubang.;Medan\n");
    let medan = example("id.12.71.json");
    let output = lapor(&["pack", "try", &medan, &folder.path("complaints.csv"), "--now", NOW, "--pack", &medan]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(!stdout(&output).contains("sdabmbk |"), "nothing changes: {}", stdout(&output));
    let output = lapor(&["pack", "try", &folder.path("complaints.csv"), &folder.path("complaints.csv")]);
    assert_eq!(output.status.code(), Some(2), "that is no overlay");
}

#[test]
fn coverage_tells_which_regions_have_a_pack() {
    let folder = Folder::new("coverage");
    for name in ["id.12.71.json", "id.35.78.json"] {
        fs::copy(example(name), folder.0.join(name)).unwrap();
    }
    let output = lapor(&["coverage", &folder.path(""), "--format", "json"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let answer: Value = serde_json::from_str(stdout(&output)).unwrap();
    assert_eq!(answer["regencies"], json!({"covered": 2, "of": 514}));
    assert_eq!(answer["provinces"], json!({"covered": 0, "of": 38}));
    let packs = answer["packs"].as_array().unwrap();
    let medan = &packs[0];
    assert_eq!(
        (&medan["file"], &medan["for"], &medan["name"]),
        (&json!("id.12.71.json"), &json!("12.71"), &json!("Kota Medan"))
    );
    assert_eq!((&medan["version"], &medan["newest"]), (&json!("2026.1"), &json!("2023-01-10")));
    assert_eq!((&medan["offices"], &medan["exceptions"]), (&json!(36), &json!(24)));
    let types = &medan["types"];
    let (registered, of) = (types["registered"].as_u64().unwrap(), types["of"].as_u64().unwrap());
    assert!(registered > 30 && registered < of, "{types}");
    assert_eq!(packs[1]["newest"], "2022-01-01");
    assert_eq!(answer["refused"], json!([]));

    folder.write("rusak.json", "{\"pack\":").write("lain.txt", "bukan paket");
    let output = lapor(&["coverage", &folder.path("")]);
    assert_eq!(output.status.code(), Some(1), "one file is refused");
    let said = stdout(&output);
    assert!(said.contains("Kota Medan") && said.contains("2 dari 514"), "{said}");
    assert!(stderr(&output).contains("rusak.json"), "{}", stderr(&output));
    assert_eq!(lapor(&["coverage", &folder.path("tidak-ada")]).status.code(), Some(2));
}
