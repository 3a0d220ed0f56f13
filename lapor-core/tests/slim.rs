//! A slim engine (wire §1) answers as the whole one does, or says which pack is missing: over every vector.

#![allow(clippy::restriction, reason = "a test may panic")]

mod common;

#[path = "../../tests/rust/cases.rs"]
#[allow(dead_code, reason = "each who includes it uses its part")]
mod cases;

use common::root;
use lapor_core::{EngineBuilder, ErrorCode, Slim};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// What wire §1 says it answers.
const ANSWERED: [&str; 6] =
    ["calendar.add", "calendar.count", "engine.info", "form.describe", "identity.check", "taxonomy.search"];

/// A builder with the packs of these kinds.
fn with(wanted: impl Fn(&str) -> bool) -> EngineBuilder {
    let folder = root().join("lapor-core/data/packs");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let packs = files.iter().filter(|path| path.extension().is_some_and(|e| e == "pack"));
    let named = packs.filter(|path| wanted(path.file_stem().unwrap().to_str().unwrap()));
    named.fold(EngineBuilder::bare(), |builder, path| builder.pack(&std::fs::read(path).unwrap()))
}

fn slim() -> Slim {
    with(|kind| !["regions", "lexicon", "villages"].contains(&kind)).build_slim().unwrap()
}

fn answer(slim: &Slim, operation: &str, request: &str) -> Value {
    serde_json::from_str(slim.call(operation, request.as_bytes()).json()).unwrap()
}

#[test]
fn every_vector_has_the_same_answer_or_names_the_pack() {
    let (slim, whole) = (slim(), with(|kind| kind != "villages").build().unwrap());
    let mut answered = BTreeSet::new();
    for case in cases::all(&root()).unwrap() {
        let request = case.request().unwrap();
        let got = answer(&slim, &case.op, &request);
        let want: Value = serde_json::from_str(whole.call(&case.op, request.as_bytes()).json()).unwrap();
        if got["error"]["code"] == "pack_missing" && want["error"]["code"] != "pack_missing" {
            assert_eq!(got["error"]["params"], json!({"pack": "regions"}), "{}", case.id);
            let path = got["error"]["path"].as_str().unwrap();
            let expected =
                if ANSWERED.contains(&&*case.op) { ["/region", "/kind"].contains(&path) } else { path.is_empty() };
            assert!(expected, "{}: {path}", case.id);
        } else if case.op != "engine.info" {
            assert_eq!(got, want, "{}", case.id);
        }
        if got["ok"] == true {
            answered.insert(case.op);
        }
    }
    assert_eq!(answered.iter().map(String::as_str).collect::<Vec<_>>(), ANSWERED);
}

#[test]
fn it_says_which_packs_it_has_and_which_it_lacks() {
    let slim = slim();
    assert_eq!(slim.lacks(), Some("regions"));
    let info = answer(&slim, "engine.info", "{}");
    let packs: Vec<_> = info["answer"]["packs"].as_array().unwrap().iter().map(|pack| &pack["kind"]).collect();
    assert!(!packs.contains(&&json!("regions")) && packs.contains(&&json!("taxonomy")), "{packs:?}");
    assert_eq!(answer(&slim, "triage", "{}")["error"]["params"]["pack"], "regions");
    assert_eq!(answer(&slim, "no.such", "{}")["error"]["code"], "unknown_op");
    assert_eq!(answer(&slim, "triage", "{")["error"]["code"], "bad_json");
}

#[test]
fn with_one_of_the_two_the_other_is_named() {
    let slim = with(|kind| !["lexicon", "villages"].contains(&kind)).build_slim().unwrap();
    assert_eq!(slim.lacks(), Some("lexicon"));
    assert_eq!(answer(&slim, "triage", "{}")["error"]["params"]["pack"], "lexicon");
    let nik = r#"{"kind":"nik","value":"3273016010900009","now":"2026-11-23T09:00:00+07:00"}"#;
    assert_eq!(answer(&slim, "identity.check", nik)["ok"], true);
}

#[test]
fn with_both_it_is_whole() {
    let slim = with(|kind| kind != "villages").build_slim().unwrap();
    assert_eq!(slim.lacks(), None);
    assert_eq!(answer(&slim, "region.lookup", r#"{"code":"12.71"}"#)["ok"], true);
}

#[test]
fn an_overlay_needs_the_regions_that_it_names() {
    let medan = std::fs::read(root().join("examples/packs/id.12.71.json")).unwrap();
    let error = with(|kind| !["regions", "lexicon", "villages"].contains(&kind)).pack(&medan).build_slim().unwrap_err();
    assert_eq!(error.code(), ErrorCode::PackMissing);
    assert_eq!(error.path(), "/packs/8");
}

#[test]
fn no_other_pack_may_be_missing() {
    let error = with(|kind| !["regions", "lexicon", "taxonomy"].contains(&kind)).build_slim().unwrap_err();
    assert_eq!(error.code(), ErrorCode::PackMissing);
    let error = with(|kind| kind != "regions").build().unwrap_err();
    assert_eq!(error.code(), ErrorCode::PackMissing);
}
