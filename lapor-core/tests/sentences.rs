//! Laws of what is said about a complaint: the findings of `complaint.validate`, and the sentences of `route.explain`.

#![allow(clippy::restriction, reason = "a test may panic")]

mod common;

use common::{engine, read};
use lapor_core::Engine;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::OnceLock;

const NOW: &str = "2026-11-23T09:00:00+07:00";

fn shared() -> &'static Engine {
    static ENGINE: OnceLock<Engine> = OnceLock::new();
    ENGINE.get_or_init(engine)
}

fn call(op: &str, request: &Value) -> Value {
    let envelope: Value = serde_json::from_str(shared().call(op, request.to_string().as_bytes()).json()).unwrap();
    assert_eq!(envelope["ok"], true, "{op} {request}: {}", envelope["error"]);
    envelope["answer"].clone()
}

/// A matter with its discriminator and the values of that.
type Matter = (String, Option<String>, Vec<String>);

fn matters() -> &'static Vec<Matter> {
    static LIST: OnceLock<Vec<Matter>> = OnceLock::new();
    LIST.get_or_init(|| {
        let table: Value = serde_json::from_str(&read("lapor-core/data/sources/matters.json")).unwrap();
        let text = |v: &Value| v.as_str().map(str::to_owned);
        let rows = table["matters"].as_array().unwrap().iter();
        rows.map(|m| {
            let d = text(&m["discriminator"]);
            let values = d.as_ref().map(|d| &table["discriminators"][d]["values"]).and_then(Value::as_array);
            (text(&m["id"]).unwrap(), d, values.into_iter().flatten().filter_map(text).collect())
        })
        .collect()
    })
}

fn regions() -> &'static Vec<String> {
    static LIST: OnceLock<Vec<String>> = OnceLock::new();
    LIST.get_or_init(|| {
        let table = read("lapor-core/data/sources/regions.tsv");
        table.lines().skip(1).filter_map(|l| l.split('\t').next()).map(str::to_owned).collect()
    })
}

/// Both languages, nothing left to fill in, no code of a message in place of its text.
fn is_said(text: &Value, lines: bool) {
    for language in ["id", "en"] {
        let said = text[language].as_str().unwrap();
        assert!(!said.trim().is_empty(), "{text}");
        assert!(
            !["{", "}", "because_", "officer_", "citizen_", "why_not", "via_", "role_", "outcome_", "  "]
                .iter()
                .any(|raw| said.contains(raw)),
            "{said}"
        );
        assert!(lines || !said.contains('\n'), "{said}");
        assert!(said.lines().all(|line| line.ends_with(['.', '?', ')'])), "{said}");
    }
    let count = |language: &str| text[language].as_str().unwrap().lines().count();
    assert_eq!(count("id"), count("en"), "{text}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// Any matter in any region, with or without an answer, asked by any office: every text is whole, and the note names somebody.
    #[test]
    fn every_route_can_be_explained(
        matter in 0..matters().len(),
        region in prop::option::of(0..regions().len()),
        answer in prop::option::of(0_usize..20),
        office in prop::sample::select(vec![
            "pusat/pln", "pusat/kasn", "pusat/swasta-terkait", "pusat/kemen-pu", "12.71/dishub", "12/dinas-pupr", "31/dinas-pupr",
            "91.71/dinas-pendidikan", "12.71.04/kecamatan",
        ]),
        year in 2019..2027,
    ) {
        let (id, discriminator, values) = &matters()[matter];
        let mut request = json!({"now": format!("{year}-06-15T09:00:00+07:00"), "matter": id, "office": office});
        if let Some(region) = region {
            request["region"] = json!(regions()[region]);
        }
        if let (Some(answer), Some(d)) = (answer, discriminator) {
            request["answers"] = json!({d: values[answer % values.len()]});
        }
        let answer = call("route.explain", &request);
        is_said(&answer["citizen"], false);
        is_said(&answer["officer"], true);
        is_said(&answer["why_not"]["text"], false);
        let reasons = answer["why_not"]["reasons"].as_array().unwrap();
        prop_assert!(!reasons.is_empty());
        reasons.iter().for_each(|r| is_said(&r["text"], false));
        let route = &answer["route"];
        let right = if route["lead"].is_null() { &route["needs_triage"]["coordinator"] } else { &route["lead"] };
        for text in [&answer["why_not"]["text"], &answer["citizen"]] {
            for language in ["id", "en"] {
                prop_assert!(text[language].as_str().unwrap().contains(right["name"].as_str().unwrap()), "{text} {right}");
            }
        }
    }

    /// A form offers every answer once, and the office of each is the one that the route gives, after the answers that the fact needs.
    #[test]
    fn a_form_promises_what_the_route_keeps(matter in 0..matters().len(), region in 0..regions().len()) {
        let (id, ..) = &matters()[matter];
        let region = &regions()[region];
        let form = call("form.describe", &json!({"now": NOW, "matter": id, "region": region}));
        for fact in form["facts"].as_array().unwrap() {
            is_said(&json!({"id": format!("{}.", fact["text"]["id"]), "en": format!("{}.", fact["text"]["en"])}), false);
            is_said(&fact["why"], false);
            prop_assert_eq!(&fact["required"], &json!(fact["default"].is_null()));
            for option in fact["options"].as_array().unwrap() {
                let mut answers = json!({fact["discriminator"].as_str().unwrap(): option["value"]});
                for (other, values) in fact["when"].as_object().unwrap() {
                    answers[other] = values[0].clone();
                }
                let route = call("route", &json!({"now": NOW, "matter": id, "region": region, "answers": answers}));
                prop_assert_eq!(&route["lead"]["id"], &option["lead"]);
            }
        }
        let question = call("route", &json!({"now": NOW, "matter": id, "region": region}))["question"].clone();
        let first = form["facts"].as_array().unwrap().iter().find(|fact| fact["when"] == json!({}));
        prop_assert_eq!(question.is_null(), first.is_none());
    }
}

/// `complaint.validate` says what triage says, for every sample.
#[test]
fn validation_is_part_of_triage() {
    let mut ran = 0;
    for line in read("examples/data/complaints.jsonl").lines() {
        let mut request: Value = serde_json::from_str(line).unwrap();
        let members = request.as_object_mut().unwrap();
        ["id", "expect", "trap"].iter().for_each(|name| {
            members.remove(*name);
        });
        let (alone, whole) = (call("complaint.validate", &request), call("triage", &request));
        assert_eq!(alone["findings"], whole["findings"], "{line}");
        assert_eq!(alone["accepted"], whole["accepted"], "{line}");
        for finding in alone["findings"].as_array().unwrap() {
            is_said(&finding["text"], false);
        }
        ran += 1;
    }
    assert!(ran >= 100);
}

/// Words that are in no table come back from no operation, wherever they stand in the complaint.
#[test]
fn nothing_said_quotes_the_complaint() {
    let secret = "Xqzvonarius Wyltrumbo 3171230506900001";
    let mut complaint = json!({
        "title": format!("Kami warga RT 5 {secret}"), "content": format!("Menindaklanjuti laporan tiket nomor {secret}: jalan berlubang di Medan"),
        "category": secret, "suggested_institution": secret, "channel": secret, "is_anonymous": false,
        "location": {"address": secret, "postal_code": secret},
        "attachments": [{"name": secret, "media_type": secret, "bytes": 9_000_000}, {"media_type": "text/wyltrumbo xqzvonarius"}],
        "reporter": {"address": secret, "on_behalf_of": secret},
        "extra": {"x": secret},
    });
    for region in [json!(secret), json!("12.71")] {
        complaint["location"]["region"] = region;
        let validation =
            call("complaint.validate", &json!({"now": NOW, "jurisdiction": "35.78", "complaint": complaint}));
        let explanation = call("route.explain", &json!({"now": NOW, "complaint": complaint, "office": "pusat/pln"}));
        for answer in [validation, explanation] {
            let said = answer.to_string().to_lowercase();
            for word in secret.split(' ') {
                assert!(!said.contains(&word.to_lowercase()), "{said}");
            }
        }
    }
}
