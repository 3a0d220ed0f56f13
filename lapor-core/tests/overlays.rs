//! A bad pack is refused with a place in the file, and nothing of it is loaded.

#![allow(clippy::restriction, reason = "a test may panic")]

mod common;

use common::read;
use lapor_core::{Engine, ErrorCode};
use serde_json::{Value, json};

fn medan() -> Value {
    serde_json::from_str(&read("examples/packs/id.12.71.json")).unwrap()
}

fn refusal(overlay: &Value) -> (ErrorCode, String) {
    let error = Engine::builder().pack(overlay.to_string().as_bytes()).build().unwrap_err();
    for text in [error.text().id, error.text().en] {
        assert!(!["want_", "why_", "{"].iter().any(|raw| text.contains(raw)), "{text}");
    }
    (error.code(), error.path().to_owned())
}

#[test]
fn faults_are_named_by_place() {
    type Change = fn(&mut Value);
    let cases: [(&str, Change); 14] = [
        ("/packs/0/warna", |o| o["warna"] = json!("merah")),
        ("/packs/0/for", |o| o["for"] = json!("12.99")),
        ("/packs/0/kind", |o| o["kind"] = json!("regions")),
        ("/packs/0/requires/wire", |o| o["requires"] = json!({"wire": 2})),
        ("/packs/0/administrator", |o| o["administrator"] = json!("nobody")),
        ("/packs/0/offices/2/type", |o| o["offices"][2]["type"] = json!("opd:dinas-sihir")),
        ("/packs/0/offices/0/name", |o| o["offices"][0]["name"] = json!(5)),
        ("/packs/0/offices/1/id", |o| o["offices"][1]["id"] = o["offices"][0]["id"].clone()),
        ("/packs/0/offices/0/source", |o| o["offices"][0]["source"] = json!("hearsay")),
        ("/packs/0/exceptions/0/matter", |o| o["exceptions"][0]["matter"] = json!("jalan-bolong")),
        ("/packs/0/exceptions/0/to/0", |o| o["exceptions"][0]["to"] = json!(["inst:kasn"])),
        ("/packs/0/exceptions/0/effect", |o| o["exceptions"][0]["effect"] = json!("perhaps")),
        ("/packs/0/exceptions/1/id", |o| o["exceptions"][1]["id"] = o["exceptions"][0]["id"].clone()),
        ("/packs/0/exceptions/0/when/warna", |o| o["exceptions"][0]["when"] = json!({"warna": ["merah"]})),
    ];
    for (path, change) in cases {
        let mut overlay = medan();
        change(&mut overlay);
        assert_eq!(refusal(&overlay), (ErrorCode::PackInvalid, path.to_owned()));
    }
}

#[test]
fn two_exceptions_for_one_case_are_an_error_that_names_both() {
    let mut overlay = medan();
    let mut twin = overlay["exceptions"][0].clone();
    twin["id"] = json!("a-twin");
    let list = overlay["exceptions"].as_array_mut().unwrap();
    list.push(twin);
    let last = list.len() - 1;
    let error = Engine::builder().pack(overlay.to_string().as_bytes()).build().unwrap_err();
    assert_eq!(error.path(), format!("/packs/0/exceptions/{last}"));
    let text = error.text().en;
    assert!(text.contains("a-twin") && text.contains(overlay["exceptions"][0]["id"].as_str().unwrap()), "{text}");
}

#[test]
fn bytes_that_are_no_pack_are_refused() {
    let build = |bytes: &[u8]| Engine::builder().pack(bytes).build().unwrap_err().code();
    assert_eq!(build(b""), ErrorCode::PackInvalid);
    assert_eq!(build(b"LAPORPK1"), ErrorCode::PackInvalid);
    assert_eq!(build(b"{\"pack\":"), ErrorCode::PackInvalid);
    let regions = std::fs::read(common::root().join("lapor-core/data/packs/regions.pack")).unwrap();
    assert_eq!(build(&regions[..regions.len() / 2]), ErrorCode::PackInvalid);
    for at in (8..regions.len()).step_by(regions.len() / 40) {
        let mut damaged = regions.clone();
        damaged[at] ^= 0xff;
        // it may still be readable by chance; what counts is that it never panics
        let _ = Engine::builder().pack(&damaged).build();
    }
}

#[test]
fn the_expected_hash_is_checked() {
    let engine = Engine::embedded().unwrap();
    let info = engine.info();
    let regions = info.packs.iter().find(|p| p.id == "id.regions").unwrap();
    assert!(Engine::builder().expect("id.regions", &regions.sha256).build().is_ok());
    let error = Engine::builder().expect("id.regions", &"0".repeat(64)).build().unwrap_err();
    assert_eq!(error.code(), ErrorCode::PackMismatch);
    assert_eq!(Engine::builder().expect("id.villages", "").build().unwrap_err().code(), ErrorCode::PackMissing);
}

#[test]
fn the_example_overlays_keep_their_limits() {
    for file in ["examples/packs/id.12.71.json", "examples/packs/id.35.78.json"] {
        let overlay: Value = serde_json::from_str(&read(file)).unwrap();
        assert!(overlay["exceptions"].as_array().unwrap().len() <= 60, "{file}");
    }
    let medan = medan();
    assert!(medan["offices"].as_array().unwrap().len() >= 34);
    assert!(medan["channels"].as_array().unwrap().iter().any(|c| c["id"] == "mrk"));
}

/// A file beside a regime may name a unit; the offices of the regime keep their work, though the unit has the same affair.
#[test]
fn a_unit_beside_a_regime_takes_no_work_from_its_offices() {
    let overlay = json!({
        "pack": "id.31", "kind": "overlay", "version": "2026.1", "for": "31", "sources": {"K": "made up for this test"},
        "offices": [{"id": "panti", "type": "opd:panti-sosial", "name": "Panti Sosial Contoh", "source": "K"}]
    });
    let engine = Engine::builder().pack(overlay.to_string().as_bytes()).build().unwrap();
    let request = json!({"now": "2026-11-23T09:00:00+07:00", "matter": "dtsen", "region": "31.74"});
    let envelope: Value = serde_json::from_str(engine.call("route", request.to_string().as_bytes()).json()).unwrap();
    assert_eq!(envelope["answer"]["lead"]["id"], "31/dinsos");
}
