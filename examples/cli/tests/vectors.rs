//! `lapor call` gives the bytes of every other host: each vector, its request as text and, where it is JSON, as JSON, compared with its golden
//! hash.

#![allow(clippy::restriction, reason = "a test may panic")]

#[path = "../../../tests/rust/cases.rs"]
#[allow(dead_code, reason = "each who includes it uses its part")]
mod cases;

use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

#[test]
fn call_gives_the_golden_bytes() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let golden = std::fs::read_to_string(root.join("tests/vectors/golden.tsv")).unwrap();
    let golden: BTreeMap<&str, &str> = golden.lines().filter_map(|l| l.split_once('\t')).collect();
    let mut input = String::new();
    let mut ids = Vec::new();
    for case in cases::all(&root).unwrap() {
        let text = serde_json::to_string(&case.request().unwrap()).unwrap();
        writeln!(input, r#"{{"id":"{}","op":"{}","request_text":{text}}}"#, case.id, case.op).unwrap();
        ids.push(case.id.clone());
        if let Some(request) = case.json() {
            writeln!(input, r#"{{"id":"{}","op":"{}","request":{request}}}"#, case.id, case.op).unwrap();
            ids.push(case.id);
        }
    }
    let manifest = std::fs::read_to_string(root.join("tests/vectors/manifest.json")).unwrap();
    let manifest: serde_json::Value = serde_json::from_str(&manifest).unwrap();
    assert!(ids.len() as u64 > manifest["cases"].as_u64().unwrap(), "{}", ids.len());
    let packs = manifest["packs"].as_array().unwrap().iter().flat_map(|p| ["--pack", p.as_str().unwrap()]);
    let mut child = Command::new(env!("CARGO_BIN_EXE_lapor"))
        .current_dir(&root)
        .arg("call")
        .args(packs)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    // answers are written while requests are still read: both ends must move
    let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    let answers = String::from_utf8(output.stdout).unwrap();
    let mut same = 0;
    for (id, line) in ids.iter().zip(answers.lines()) {
        let rest = line.strip_prefix(&format!(r#"{{"id":"{id}","#)).unwrap();
        let hash: String = Sha256::digest(format!("{{{rest}")).iter().map(|b| format!("{b:02x}")).collect();
        assert_eq!(golden[id.as_str()], hash, "{id}");
        same += 1;
    }
    assert_eq!(same, ids.len());
}
