//! `lapor pack build`: sheets as Excel saves them in Indonesia give the overlay.

use crate::common::{Folder, MARK, lapor, stderr};
use serde_json::json;

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
    folder.build(0, &[]);
    assert_eq!(folder.json("out.json"), expected);
    let text = folder.read("out.json");
    assert!(text.starts_with("{\n  \"pack\": \"id.12.71\",\n  \"kind\": \"overlay\",\n"), "{text}");
    assert!(
        text.contains("\n    {\"word\": \"pajak\", \"means\": \"pasar\", \"source\": \"SK\"}\n"),
        "a row is a line: {text}"
    );
}

#[test]
fn holidays_become_days_off_of_the_region() {
    let folder = Folder::small("holidays");
    folder
        .write("hari-libur.csv", "tanggal;nama;sumber\n1 Juli 2026;Hari Jadi Kota Medan;K\n02/07/2026;Sesudahnya;K\n");
    let output = folder.build(0, &[]);
    let said = stderr(&output);
    assert!(said.contains("2 hari libur"), "{said}");
    assert_eq!(
        folder.json("out.json")["calendar"],
        json!([
            {"date": "2026-07-01", "name": "Hari Jadi Kota Medan", "source": "K"},
            {"date": "2026-07-02", "name": "Sesudahnya", "source": "K"}
        ])
    );
    // and again as sheets, and the days off count
    lapor(0, &["pack", "new", "12.71", &folder.path("csv"), "--from", &folder.path("out.json")]);
    assert!(folder.read("csv/hari-libur.csv").contains("2026-07-01;Hari Jadi Kota Medan;K"));
    lapor(0, &["pack", "build", &folder.path("csv"), "-o", &folder.path("again.json")]);
    assert_eq!(folder.json("again.json"), folder.json("out.json"));
}

#[test]
fn every_fault_of_the_holidays_is_named() {
    let folder = Folder::small("holiday-faults");
    folder.write(
        "hari-libur.csv",
        "tanggal;nama;sumber\n1 Juli 2026;Hari Jadi;K\n2026-07-01;Lagi;K\n1 Juli 2062;Hari Jadi;K\n2 Juli 2026;Esoknya;desas-desus\n3 Juli 2026;;K\n",
    );
    let output = folder.build(1, &[]);
    let said = stderr(&output);
    for line in [
        "hari-libur.csv, baris 3, kolom A (tanggal): hari itu sudah disebut. Yang diterima: hari lain dari hari-libur.csv baris 2.",
        "hari-libur.csv, baris 4, kolom A (tanggal): hari itu di luar kalender. Yang diterima: hari dari 2018-01-01 sampai 2027-12-31.",
        "hari-libur.csv, baris 5, kolom C (sumber): sumber itu tidak ada",
        "hari-libur.csv, baris 6, kolom B (nama): harus diisi",
    ] {
        assert!(said.contains(line), "{line}\n{said}");
    }
    assert!(said.contains("4 kesalahan"), "{said}");
}
