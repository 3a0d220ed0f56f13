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
fn a_refusal_says_code_and_place_and_stays_on_one_line() {
    let error = |name: &str| Engine::builder().pack(json!({ name: 1 }).to_string().as_bytes()).build().unwrap_err();
    let plain = error("warna");
    assert_eq!(plain.to_string(), format!("pack_invalid at \"/packs/0/warna\": {}", plain.text().en));
    // a name that only a log would take for a line of its own
    assert!(error("a\nb\"").to_string().starts_with("pack_invalid at \"/packs/0/a\\nb\\\"\": "));
}

#[test]
fn faults_are_named_by_place() {
    type Change = fn(&mut Value);
    let cases: [(&str, Change); 16] = [
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
        ("/packs/0/exceptions/0/to/0", |o| o["exceptions"][0]["to"] = json!(["inst:swasta-terkait"])),
        ("/packs/0/exceptions/0/group", |o| {
            o["exceptions"][0]["matter"] = Value::Null;
            o["exceptions"][0]["group"] = json!("permit-land");
        }),
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

/// An overlay of Medan with these exceptions only.
fn with(exceptions: &Value) -> Value {
    let mut overlay = medan();
    for (n, row) in exceptions.as_array().unwrap().iter().enumerate() {
        let mut full = json!({"id": format!("row-{n}"), "source": "K"});
        full.as_object_mut().unwrap().extend(row.as_object().unwrap().clone());
        overlay["exceptions"].as_array_mut().unwrap().push(full);
    }
    let first = overlay["exceptions"].as_array().unwrap().len() - exceptions.as_array().unwrap().len();
    overlay["exceptions"].as_array_mut().unwrap().drain(..first);
    overlay
}

#[test]
fn two_leads_for_one_matter_are_refused() {
    // named differently, yet the same case: two groups with a matter in common, and conditions that can both hold
    for rows in [
        json!([{"group": "penanaman-modal", "effect": "to", "to": ["dpmptsp"]}, {"group": "permit-land-construction", "effect": "replace", "to": ["perkimcikataru"]}]),
        json!([{"matter": "jalan-rusak", "when": {"road_status": ["desa", "kabkota"]}, "effect": "to", "to": ["sdabmbk"]}, {"matter": "jalan-rusak", "when": {"road_status": ["kabkota"]}, "effect": "to", "to": ["dishub"]}]),
    ] {
        assert_eq!(refusal(&with(&rows)), (ErrorCode::PackInvalid, "/packs/0/exceptions/1".to_owned()));
    }
}

#[test]
fn the_more_specific_row_wins_wherever_it_stands() {
    let lead = |exceptions: &Value, region: &str| {
        let engine = Engine::builder().pack(with(exceptions).to_string().as_bytes()).build().unwrap();
        let request = json!({"now": "2026-11-23T09:00:00+07:00", "matter": "jalan-rusak", "region": region, "answers": {"road_status": "kabkota"}});
        let reply: Value = serde_json::from_str(engine.call("route", request.to_string().as_bytes()).json()).unwrap();
        reply["answer"]["lead"]["id"].clone()
    };
    let by_matter = json!({"matter": "jalan-rusak", "effect": "to", "to": ["sdabmbk"]});
    let by_group = json!({"group": "pupr", "effect": "to", "to": ["dishub"]});
    let by_value =
        json!({"matter": "jalan-rusak", "when": {"road_status": ["kabkota"]}, "effect": "to", "to": ["dlh"]});
    assert_eq!(lead(&json!([by_matter, by_group]), "12.71"), "12.71/sdabmbk");
    assert_eq!(lead(&json!([by_group, by_matter]), "12.71"), "12.71/sdabmbk");
    assert_eq!(lead(&json!([by_value, by_matter, by_group]), "12.71"), "12.71/dlh");
}

/// The special regions are overlays like any other, and keep the same rules.
#[test]
fn the_built_in_regimes_keep_the_rules_of_overlays() {
    let regimes: Value = serde_json::from_str(&read("lapor-core/data/sources/regimes.json")).unwrap();
    for regime in regimes.as_array().unwrap() {
        let built = Engine::builder().pack(regime.to_string().as_bytes()).build();
        assert!(built.is_ok(), "{}: {}", regime["pack"], built.unwrap_err());
    }
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

#[test]
fn without_the_villages_nothing_is_said_of_them() {
    let engine = Engine::embedded().unwrap();
    let request = r#"{"now":"2026-11-23T09:00:00+07:00","complaint":{"title":"a","content":"b","location":{"region":"12.71.12.1003"}}}"#;
    let envelope: serde_json::Value = serde_json::from_str(engine.call("triage", request.as_bytes()).json()).unwrap();
    let answer = &envelope["answer"];
    assert_eq!(answer["place"]["region"]["code"], "12.71.12", "the district stands for the village");
    let not_checked = |f: &serde_json::Value| f["code"] == "not_checked" && f["params"]["pack"] == "villages";
    assert!(answer["findings"].as_array().unwrap().iter().any(not_checked));
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

/// A host's row counts in its region, below it and nowhere else, and the later overlay's row wins.
#[test]
fn days_off_of_a_region_are_its_own() {
    let mut first = medan();
    first["calendar"] = json!([{"date": "2026-07-01", "name": "first", "source": "K"}]);
    let mut second = first.clone();
    second["pack"] = json!("id.12.71.b");
    second["calendar"][0]["name"] = json!("second");
    let builder = Engine::builder().pack(first.to_string().as_bytes()).pack(second.to_string().as_bytes());
    let engine = builder.build().unwrap();
    let skipped = |region: &str| {
        let request = json!({"from": "2026-06-30", "to": "2026-07-01", "region": region});
        let reply = engine.call("calendar.count", request.to_string().as_bytes());
        let answer: Value = serde_json::from_str(reply.json()).unwrap();
        answer["answer"]["skipped"].clone()
    };
    let source = first["sources"]["K"].clone();
    let day = json!([{"from": "2026-07-01", "to": "2026-07-01", "reason": "regional_holiday", "name": "second", "source": source}]);
    assert_eq!(skipped("12.71"), day);
    assert_eq!(skipped("12.71.01"), day);
    assert_eq!(skipped("12"), json!([]));
    assert_eq!(skipped("12.72"), json!([]));
}
