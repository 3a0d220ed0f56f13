//! `lapor pack new`: the usual offices of a region, in sheets that build unchanged.

use crate::common::{Folder, MARK, NOW, example, lapor, stderr};
use serde_json::json;
use std::fs;

#[test]
fn a_new_folder_holds_the_usual_offices_and_builds_unchanged() {
    let folder = Folder::new("new");
    let dir = folder.path("medan");
    lapor(0, &["pack", "new", "12.71", &dir]);
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
    lapor(0, &["pack", "build", &dir, "-o", &out]);
    let overlay = folder.json("id.12.71.json");
    assert_eq!((&overlay["pack"], &overlay["for"]), (&json!("id.12.71"), &json!("12.71")));
    assert_eq!(overlay["administrator"], "diskominfo");
    assert!(overlay["offices"].as_array().unwrap().len() > 40);
    lapor(0, &["triage", &example("../data/complaints.jsonl"), "--now", NOW, "--pack", &out]);
}

#[test]
fn a_province_gets_the_offices_of_its_level_and_its_own_ones() {
    let folder = Folder::new("aceh");
    let dir = folder.path("aceh");
    lapor(0, &["pack", "new", "11", &dir]);
    let offices = folder.read("aceh/perangkat-daerah.csv");
    assert!(offices.contains(";Dinas Syariat Islam Provinsi Aceh;"), "{offices}");
    assert!(offices.contains(";Dinas Kehutanan Provinsi Aceh;") && offices.contains(";Biro Hukum Provinsi Aceh;"));
    assert!(!offices.contains("damkar;"), "the fire service is of the regencies");
    lapor(0, &["pack", "build", &dir, "-o", &folder.path("aceh.json")]);
}

/// In DKI Jakarta what is a city's elsewhere is the province's; its administrative cities have no government of their own.
#[test]
fn the_capital_has_the_offices_of_both_levels() {
    let folder = Folder::new("dki");
    let dir = folder.path("dki");
    lapor(0, &["pack", "new", "31", &dir]);
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
    lapor(0, &["pack", "build", &dir, "-o", &folder.path("dki.json")]);
    let output = lapor(2, &["pack", "new", "31.71", &folder.path("kota")]);
    assert!(stderr(&output).contains("provinsi, kabupaten, atau kota"), "{}", stderr(&output));
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
        let output = lapor(2, &["pack", "new", region, &dir]);
        assert!(stderr(&output).contains(said), "{region}: {}", stderr(&output));
    }
    assert!(!folder.has("baru"));
    assert_eq!(fs::read_dir(&folder.0).unwrap().count(), 1);
}
