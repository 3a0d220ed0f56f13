//! `lapor pack try`: what an overlay moves, and no words of a complaint.

use crate::common::{Folder, NOW, example, lapor, stderr, stdout};

/// The cells of a row of a table.
fn cells(row: &str) -> Vec<&str> {
    row.trim_matches('|').split('|').map(str::trim).collect()
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
    // one line is bad
    let output = lapor(1, &["pack", "try", &example("id.12.71.json"), &folder.path("complaints.jsonl"), "--now", NOW]);
    let said = stdout(&output);
    let row = said.lines().find(|line| line.contains("L-1")).unwrap();
    assert_eq!(cells(row), ["1", "L-1", "12.71/dinas-pupr", "12.71/sdabmbk"], "{said}");
    assert!(!said.contains("L-2"), "the same office under its own name is no change of lead: {said}");
    for words in ["berlubang", "Lampu", "balai", "Medan Baru"] {
        assert!(!said.contains(words) && !stderr(&output).contains(words), "{words}");
    }
    for (title, count) in
        [("baris", "4"), ("penerima berubah", "1"), ("hanya nama berubah", "1"), ("tetap", "1"), ("baris salah", "1")]
    {
        assert!(said.lines().any(|line| cells(line) == [title, count]), "{title} {count}: {said}");
    }
    let office = said.lines().filter(|line| line.contains("12.71/sdabmbk")).nth(1).unwrap();
    assert_eq!(cells(office)[..4], ["12.71/sdabmbk", "0", "1", "+1"], "{said}");
}

#[test]
fn a_trial_reads_csv_and_may_begin_from_another_pack() {
    let folder = Folder::new("try-csv");
    folder.write("complaints.csv", "id;judul;isi;kota\n7;Jalan berlubang;Jalan kota rusak dan berlubang.;Medan\n");
    let medan = example("id.12.71.json");
    let output = lapor(0, &["pack", "try", &medan, &folder.path("complaints.csv"), "--now", NOW, "--pack", &medan]);
    assert!(!stdout(&output).contains("sdabmbk |"), "nothing changes: {}", stdout(&output));
    // that is no overlay
    lapor(2, &["pack", "try", &folder.path("complaints.csv"), &folder.path("complaints.csv")]);
}
