//! The command as its users run it: a process, its streams and its exit status.

// Tests may unwrap; the helpers here are part of them.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const NOW: &str = "2026-11-23T09:00:00+07:00";
const LAMP: &str = r#"{"title":"Lampu jalan mati","content":"Lampu jalan umum di depan balai RW padam sejak Senin.","location":{"region":"12.71"}}"#;

fn lapor(args: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_lapor"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that stops early closes its input: not a fault of the test.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

fn triage(args: &[&str], input: &str) -> Output {
    lapor(&[&["triage", "-", "--now", NOW], args].concat(), input)
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

fn values(output: &Output) -> Vec<Value> {
    stdout(output).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_good_file_ends_with_status_0_and_no_report() {
    let output = triage(&["--format", "jsonl"], &format!("{LAMP}\n"));
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(stdout(&output).starts_with(r#"{"line":1,"ok":true,"answer":{"#), "{}", stdout(&output));
    assert!(!stderr(&output).contains("lapor:"));
}

#[test]
fn bad_lines_are_named_and_the_rest_goes_on() {
    let input = format!("{{\"title\":\n\n{{\"titel\":\"x\"}}\n{LAMP}\n");
    let output = triage(&["--format", "jsonl"], &input);
    assert_eq!(output.status.code(), Some(1));
    let answers = values(&output);
    let seen: Vec<_> = answers.iter().map(|a| (a["line"].as_u64().unwrap(), a["ok"].as_bool().unwrap())).collect();
    assert_eq!(seen, [(1, false), (3, false), (4, true)], "blank lines are counted and skipped");
    assert_eq!(answers[0]["error"]["code"], "bad_json");
    assert_eq!(answers[1]["error"]["code"], "unknown_field");
    assert_eq!(answers[1]["error"]["path"], "/complaint/titel");
    assert!(stderr(&output).contains("line 1: bad_json"), "{}", stderr(&output));
    assert!(stderr(&output).contains("line 3: unknown_field \"/complaint/titel\""), "{}", stderr(&output));
}

#[test]
fn the_id_stands_as_given_before_the_line() {
    let bare = LAMP.replacen('{', r#"{"id": 1.50,"#, 1);
    let request =
        format!(r#"{{"id":{{"a":[1]}},"complaint":{LAMP},"expect":{{"x":1}},"trap":"t","jurisdiction":null}}"#);
    let output = triage(&["--format", "jsonl"], &format!("{bare}\n{request}\n"));
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let lines: Vec<_> = stdout(&output).lines().collect();
    assert!(lines[0].starts_with(r#"{"id":1.50,"line":1,"ok":true,"#), "{}", lines[0]);
    assert!(lines[1].starts_with(r#"{"id":{"a":[1]},"line":2,"ok":true,"#), "{}", lines[1]);
    let rest = |line: &str| line.split_once(r#""ok":"#).map(|(_, rest)| rest.to_owned());
    assert_eq!(rest(lines[0]), rest(lines[1]), "annotations and the form of the line change nothing");
}

#[test]
fn a_triage_line_is_the_envelope_of_the_call() {
    let request = format!(r#"{{"now":"{NOW}","complaint":{LAMP}}}"#);
    let by_triage = triage(&["--format", "jsonl"], &request);
    let by_call = lapor(&["call"], &format!(r#"{{"op":"triage","request":{request}}}"#));
    assert_eq!(stdout(&by_triage).replacen(r#""line":1,"#, "", 1), stdout(&by_call));
}

#[test]
fn csv_keeps_its_columns_and_ours_follow() {
    let input = "\u{feff}Nomor;judul;isi;kota;catatan;no\r\n\
                 7;Lampu jalan mati;\"Lampu jalan umum padam;\nsudah seminggu.\";Medan;\" simpan \";x\r\n\
                 8;Lampu jalan mati;kurang kolom\r\n\
                 9;Lampu jalan mati;satu;Medan;terlalu;banyak;kolom\r\n";
    let output = triage(&["--format", "csv"], input);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(output.stdout.as_slice());
    let header: Vec<_> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    assert_eq!(header[..6], ["Nomor", "judul", "isi", "kota", "catatan", "no"]);
    assert_eq!(
        header[6..],
        ["lapor_no", "pokok_masalah", "kepada", "keyakinan", "alasan", "tenggat", "pertanyaan", "kesalahan"]
    );
    let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
    assert_eq!(&rows[0][2], "Lampu jalan umum padam;\nsudah seminggu.");
    assert_eq!(&rows[0][4], " simpan ");
    assert_eq!((&rows[0][6], &rows[1][6], &rows[2][6]), ("2", "4", "5"), "line numbers of the file");
    assert!(!rows[0][8].is_empty() && rows[0][13].is_empty());
    assert_eq!((&rows[1][3], &rows[1][8]), ("", ""));
    assert_eq!(&rows[2][5], "banyak;kolom", "nothing is lost");
    assert!(rows[1][13].starts_with("bad_value") && rows[2][13].starts_with("bad_value"));
}

#[test]
fn csv_cells_are_read_and_refused_by_member() {
    let input = "judul,isi,klasifikasi,rahasia\n\
                 Lampu jalan mati,Lampu jalan umum padam.,Aspirasi,ya\n\
                 Lampu jalan mati,Lampu jalan umum padam.,keluhan,\n\
                 Lampu jalan mati,Lampu jalan umum padam.,,mungkin\n";
    let output = triage(&["--format", "jsonl"], input);
    assert_eq!(output.status.code(), Some(1));
    let answers = values(&output);
    assert_eq!(answers[0]["ok"], true, "{}", stdout(&output));
    assert_eq!(answers[1]["error"]["path"], "/complaint/classification");
    assert_eq!(answers[2]["error"]["path"], "/complaint/is_secret");
    assert_eq!(answers[2]["line"], 4);
}

#[test]
fn an_open_quotation_mark_costs_one_row() {
    let input = format!("judul,isi\nLampu jalan mati,padam\nLampu,\"padam\n{}", "Lampu jalan,mati\n".repeat(500));
    let output = triage(&["--format", "jsonl"], &input);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    let answers = values(&output);
    assert_eq!(answers.len(), 502);
    assert_eq!((&answers[1]["line"], &answers[1]["error"]["code"]), (&3.into(), &"bad_value".into()));
    assert!(answers.iter().enumerate().all(|(n, answer)| n == 1 || answer["ok"] == true));
}

#[test]
fn a_line_that_is_too_long_is_refused_and_the_next_one_answered() {
    let long = format!(r#"{{"title":"{}"}}"#, "a".repeat(3_000_000));
    let output = triage(&["--format", "jsonl"], &format!("{long}\n{LAMP}\n"));
    assert_eq!(output.status.code(), Some(1));
    let answers = values(&output);
    assert_eq!(answers[0]["error"]["code"], "too_large");
    assert_eq!((&answers[1]["line"], &answers[1]["ok"]), (&2.into(), &true.into()));
}

#[test]
fn the_table_has_the_columns_and_the_summary_counts() {
    let output = triage(&[], &format!("{LAMP}\n{{}}\nnot json\n"));
    assert_eq!(output.status.code(), Some(1));
    let head = stdout(&output).lines().next().unwrap();
    let titles: Vec<_> = head.split('|').map(str::trim).filter(|title| !title.is_empty()).collect();
    assert_eq!(titles, ["no", "judul", "pokok masalah", "kepada", "keyakinan", "alasan", "tenggat", "pertanyaan"]);
    let widths: Vec<_> = stdout(&output).lines().map(|line| line.chars().count()).collect();
    assert!(widths.iter().all(|width| *width == widths[0] && *width <= 160), "{}", stdout(&output));
    assert!(stdout(&output).contains("(disposisi)"), "{}", stdout(&output));
    for part in ["3  baris | lines", "1  ada penerima | lead", "1  perlu disposisi | needs_triage", "1    bad_json"] {
        assert!(stderr(&output).contains(part), "{part}: {}", stderr(&output));
    }
}

#[test]
fn usage_pack_and_file_errors_end_with_status_2() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    let pack = folder.join("broken-pack.json");
    std::fs::write(&pack, "{\"pack\":").unwrap();
    let pack = pack.to_str().unwrap();
    let cases: [(&[&str], &str); 6] = [
        (&["triage", "-", "--format", "xml"], "xml"),
        (&["triage", "-", "--now", "yesterday"], "--now"),
        (&["triage", "no-such-file.jsonl"], "no-such-file.jsonl"),
        (&["triage", "-", "--pack", pack], "broken-pack.json"),
        (&["call", "--pack", pack], "broken-pack.json"),
        (&["triage", "-", "--input", "csv"], "title"),
    ];
    for (args, named) in cases {
        let output = lapor(args, "a,b\n1,2\n");
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(stderr(&output).contains(named), "{args:?}: {}", stderr(&output));
        assert_eq!(stdout(&output), "", "{args:?}");
    }
}

#[test]
fn call_answers_every_line_in_order() {
    let input = "{\"id\":\"a\",\"op\":\"engine.info\",\"request\":{}}\n\n\
                 {\"op\":\"no.such\",\"id\":2}\n\
                 {\"id\":3,\"request\":{}}\n\
                 {\"id\":4,\"op\":\"engine.info\",\"reqest\":{}}\n\
                 {\"id\":5,\"op\":\"engine.info\",\"request_text\":\"{\"}\n\
                 {\"id\":6,\"op\":\"engine.info\",\"request_text\":{}}\n\
                 {\"id\":7,\"op\":\"engine.info\",\"request_text\":\"{}\",\"request\":{}}\n\
                 [1]\n\
                 {\"op\":\n";
    let output = lapor(&["call"], input);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(stderr(&output), "", "a host need not read it");
    let lines: Vec<_> = stdout(&output).lines().collect();
    assert!(lines[0].starts_with(r#"{"id":"a","ok":true,"answer":{"#), "{}", lines[0]);
    let answers = values(&output);
    let seen: Vec<_> = answers
        .iter()
        .skip(1)
        .map(|a| (a["id"].as_u64(), a["error"]["code"].as_str().unwrap(), a["error"]["path"].as_str().unwrap()))
        .collect();
    assert_eq!(seen[0].0, Some(2));
    assert_eq!(seen[0].1, "unknown_op");
    assert_eq!(
        seen[1..],
        [
            (Some(3), "missing_field", "/op"),
            (Some(4), "unknown_field", "/reqest"),
            (Some(5), "bad_json", ""),
            (Some(6), "wrong_type", "/request_text"),
            (Some(7), "bad_value", "/request_text"),
            (None, "wrong_type", ""),
            (None, "bad_json", "")
        ]
    );
}

#[test]
fn call_serves_a_host_that_waits_for_each_answer() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_lapor"))
        .arg("call")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    for id in 0..3 {
        writeln!(input, r#"{{"id":{id},"op":"engine.info"}}"#).unwrap();
        let mut line = String::new();
        output.read_line(&mut line).unwrap();
        assert!(line.starts_with(&format!(r#"{{"id":{id},"ok":true,"#)), "{line}");
    }
    drop(input);
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn call_takes_the_bytes_of_a_request_in_hex() {
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let input = format!(
        "{{\"id\":1,\"op\":\"engine.info\",\"request_hex\":\"{}\"}}\n\
         {{\"id\":2,\"op\":\"engine.info\",\"request_hex\":\"{}\"}}\n\
         {{\"id\":3,\"op\":\"engine.info\",\"request_hex\":\"7B7D\"}}\n\
         {{\"id\":4,\"op\":\"engine.info\",\"request_hex\":\"7b7\"}}\n\
         {{\"id\":5,\"op\":\"engine.info\",\"request_hex\":\"7bzz\"}}\n\
         {{\"id\":6,\"op\":\"engine.info\",\"request_hex\":[]}}\n\
         {{\"id\":7,\"op\":\"engine.info\",\"request_hex\":\"7b7d\",\"request_text\":\"{{}}\"}}\n\
         {{\"id\":8,\"op\":\"engine.info\",\"request_hex\":\"7b7d\",\"request\":{{}}}}\n\
         {{\"id\":9,\"op\":\"engine.info\",\"request_hex\":\"\"}}\n\
         {{\"id\":10,\"op\":\"engine.info\",\"request_hex\":\"é\"}}\n",
        hex(b"{}"),
        hex(b"{\"a\":\"\xff\"}"),
    );
    let seen: Vec<_> = values(&lapor(&["call"], &input))
        .iter()
        .map(|a| {
            (
                a["id"].as_u64().unwrap(),
                a["error"]["code"].as_str().map(str::to_owned),
                a["error"]["path"].as_str().map(str::to_owned),
            )
        })
        .collect();
    let refused = |id: u64, code: &str, path: &str| (id, Some(code.to_owned()), Some(path.to_owned()));
    assert_eq!(
        seen,
        [
            (1, None, None),
            refused(2, "bad_utf8", ""),
            (3, None, None),
            refused(4, "bad_value", "/request_hex"),
            refused(5, "bad_value", "/request_hex"),
            refused(6, "wrong_type", "/request_hex"),
            refused(7, "bad_value", "/request_hex"),
            refused(8, "bad_value", "/request_hex"),
            refused(9, "bad_json", ""),
            refused(10, "bad_value", "/request_hex"),
        ]
    );
}

#[test]
fn call_says_hello_before_any_other_line() {
    let output = lapor(&["call", "--hello"], "{\"id\":1,\"op\":\"engine.info\"}\n");
    let answers = values(&output);
    assert_eq!(answers.len(), 2);
    assert_eq!(
        stdout(&output).lines().next().unwrap(),
        format!(r#"{{"lapor":"{}","wire":1}}"#, env!("CARGO_PKG_VERSION"))
    );
    assert_eq!(answers[1]["id"], 1);
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn call_says_hello_to_a_host_that_waits_for_it() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_lapor"))
        .args(["call", "--hello"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let input = child.stdin.take().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    assert!(line.starts_with(r#"{"lapor":"#), "{line}");
    drop(input);
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn call_says_which_pack_is_refused_in_place_of_hello() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    let (good, bad) = ("../packs/id.12.71.json", folder.join("refused-pack.json"));
    let overlay = std::fs::read_to_string(good).unwrap().replacen("\"opd:dishub\"", "\"opd:nowhere\"", 1);
    std::fs::write(&bad, overlay).unwrap();
    let output = lapor(&["call", "--hello", "--pack", good, "--pack", bad.to_str().unwrap()], "");
    assert_eq!(output.status.code(), Some(2));
    let answers = values(&output);
    assert_eq!(answers.len(), 1, "{}", stdout(&output));
    assert_eq!((&answers[0]["ok"], &answers[0]["error"]["code"]), (&false.into(), &"pack_invalid".into()));
    let path = answers[0]["error"]["path"].as_str().unwrap();
    assert!(path.starts_with("/packs/1/offices/"), "{path}");
}

#[test]
fn call_leaves_out_the_villages_if_asked() {
    let packs = |args: &[&str]| -> Vec<String> {
        let answer = values(&lapor(args, "{\"op\":\"engine.info\"}\n")).remove(0);
        let packs = answer["answer"]["packs"].as_array().unwrap().iter();
        packs.map(|pack| pack["id"].as_str().unwrap().to_owned()).collect()
    };
    let (with, without) = (packs(&["call"]), packs(&["call", "--no-villages"]));
    assert!(with.contains(&"id.villages".to_owned()), "{with:?}");
    let rest: Vec<_> = with.into_iter().filter(|id| id != "id.villages").collect();
    assert_eq!(rest, without);
    let villages = "../../lapor-core/data/packs/villages.pack";
    assert!(packs(&["call", "--no-villages", "--pack", villages]).contains(&"id.villages".to_owned()));
}
