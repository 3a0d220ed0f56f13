//! Faults of `lapor pack build`: each is named by file, row and column, and there is no other.

use crate::common::{Folder, stderr};
use std::fs;

/// The faults that a folder has, one a line.
fn faults(folder: &Folder) -> Vec<String> {
    let output = folder.build(1, &[]);
    assert!(!folder.has("out.json"), "nothing is written by halves");
    let lines = stderr(&output).lines().filter(|line| !line.starts_with("lapor:"));
    lines.map(str::to_owned).collect()
}

/// Each fault begins as expected, and there is no other.
fn assert_faults(folder: &Folder, expected: &[&str]) {
    let found = faults(folder);
    for (n, start) in expected.iter().enumerate() {
        let line = found.get(n).map_or("", String::as_str);
        assert!(line.starts_with(start), "expected {start}\nfound {}", found.join("\n"));
    }
    assert_eq!(found.len(), expected.len(), "{}", found.join("\n"));
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
        &folder,
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
        &folder,
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
        &folder,
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
    let said = |cell: &str| {
        let folder = Folder::small("region");
        folder.write("keterangan.csv", format!("isian;nilai\npaket;p\nversi;2026.1\nwilayah;{cell}\n"));
        faults(&folder).join("\n")
    };
    assert!(said("12.72 Kota Medan").contains("baris 4, kolom B (nilai): kode ini milik Kota Pematangsiantar"));
    assert!(said("Medan").contains("bukan kode wilayah Kemendagri"));
    assert!(said("1271").contains("Excel mengubah kode wilayah"));
    assert!(said("Des-71").contains("Excel mengubah kode wilayah"));
    assert!(said("12.99").contains("wilayah itu tidak ada"));
    assert!(said("").contains("harus diisi"));
}

#[test]
fn faults_speak_english_when_asked() {
    let folder = Folder::small("english");
    folder.write("perangkat-daerah.csv", "id;jenis;nama;mulai;sumber\na;dinas-x;A;kemarin;K\n");
    let output = folder.build(1, &["--lang", "en"]);
    let said = stderr(&output);
    assert!(said.contains("perangkat-daerah.csv, row 2, column D (mulai): not a date"), "{said}");
    assert!(said.contains("perangkat-daerah.csv, row 2, column B (jenis): there is no such office type."), "{said}");
    assert!(said.contains("2 faults"), "{said}");
}
