//! The conformance vectors through the façade (tests/vectors/README.md). With `LAPOR_WRITE_GOLDEN=1` the hashes are written instead of compared.

#![allow(clippy::restriction, reason = "a test may panic")]

mod common;

#[path = "../../tests/rust/cases.rs"]
#[allow(dead_code, reason = "each who includes it uses its part")]
mod cases;

use common::{engine, judge, pending, read, root};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

#[test]
fn every_vector_holds() {
    let manifest: Value = serde_json::from_str(&read("tests/vectors/manifest.json")).unwrap();
    let engine = engine();
    let cases = cases::all(&root()).unwrap();
    let (mut failures, mut counts, mut hashes) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    for case in &cases {
        assert!(case.id.starts_with(&format!("{}/", case.area)), "{} stands in {}", case.id, case.area);
        let reply = engine.call(&case.op, case.request().unwrap().as_bytes());
        let envelope: Value = serde_json::from_str(reply.json()).unwrap();
        assert_eq!(envelope["ok"], reply.is_ok(), "{}", case.id);
        for language in ["id", "en"] {
            let text = envelope["error"]["text"][language].as_str().unwrap_or("");
            assert!(!["want_", "why_", "{"].iter().any(|raw| text.contains(raw)), "{}: {text}", case.id);
        }
        let faults = case.faults(&envelope);
        if !faults.is_empty() {
            failures.insert(case.id.clone(), faults);
        }
        let hash: String = Sha256::digest(reply.json()).iter().map(|b| format!("{b:02x}")).collect();
        assert!(hashes.insert(case.id.clone(), hash).is_none(), "{} stands twice", case.id);
        *counts.entry(case.area.clone()).or_insert(0_u64) += 1;
    }
    assert_eq!(cases.len() as u64, manifest["cases"].as_u64().unwrap(), "as many cases as the manifest says");
    for (area, n) in &counts {
        assert_eq!(Some(*n), manifest["areas"][area].as_u64(), "{area}: as many cases as the manifest says");
    }
    judge(&failures, &pending("tests/vectors/pending.tsv"), cases.len());

    let table: String = hashes.iter().map(|(id, hash)| format!("{id}\t{hash}\n")).collect();
    if std::env::var_os("LAPOR_WRITE_GOLDEN").is_some() {
        std::fs::write(root().join("tests/vectors/golden.tsv"), table).unwrap();
    } else {
        let known = read("tests/vectors/golden.tsv");
        let changed: Vec<_> = table.lines().filter(|line| !known.lines().any(|k| k == *line)).collect();
        assert!(
            known == table,
            "answers changed: {} lines, first {:?}; if that is meant, `cargo xtask vectors --write-golden`",
            changed.len(),
            changed.first()
        );
    }
}

#[test]
fn an_answer_never_quotes_the_complaint() {
    // words that are in no table, so that no office or region can bring them in
    let secret = ["Xqzvonarius", "Wyltrumbo", "3171230506900001", "zyxplorat@example.org"];
    let request = format!(
        r#"{{"now":"2026-11-23T09:00:00+07:00","detail":"full","complaint":{{"title":"Jalan rusak {} {}","content":"Jalan berlubang di Medan. {} {}","suggested_institution":"{}","extra":{{"x":"{}"}}}}}}"#,
        secret[0], secret[1], secret[2], secret[3], secret[0], secret[1]
    );
    let engine = engine();
    let reply = engine.call("triage", request.as_bytes());
    assert!(reply.is_ok());
    let broken = engine.call("triage", request.replace("\"title\":", "\"titel\":").as_bytes());
    assert!(!broken.is_ok());
    let typed = engine.call("triage", request.replace("\"2026-11-23T09:00:00+07:00\"", "\"Xqzvonarius\"").as_bytes());
    for word in secret {
        assert!(!reply.json().contains(word) && !broken.json().contains(word) && !typed.json().contains(word));
    }
}
