//! Laws that hold for every input.

#![allow(clippy::restriction, reason = "a test may panic")]

mod common;

use common::{engine, read};
use lapor_core::complaint::{Detail, Offsets};
use lapor_core::{
    CalendarAddRequest, CalendarCountRequest, Date, Engine, Instant, NormalizeRequest, RegionCode, RouteRequest, Unit,
};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::OnceLock;

fn shared() -> &'static Engine {
    static ENGINE: OnceLock<Engine> = OnceLock::new();
    ENGINE.get_or_init(engine)
}

/// Texts as they come: words of the domain, other words, punctuation, glue, masks, and whatever Unicode has.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "jalan", "rusak", "lampu", "mati", "Medan", "kota", "Bandung", "Kec.", "pajak", "pasar", "tidak", "sampah", "pohon",
            "BPJS", "KTP", "gang", "kereta", "[NAMA]", "[NOMOR KTP DISENSOR]", "\\n", "banjirSampai", "gorong2", "tolooong", "di",
            "20122", "Surabaya", "got", "pju", "dishub", "slot", "gacor", "bonus",
        ]).prop_map(str::to_owned),
        1 => "\\PC{0,12}",
        1 => prop::sample::select(vec![" ", ". ", "\n", "-", "!!", "ﬁ", "é", "e\u{301}", "👍", "\u{200b}", "ＪＡＬＡＮ"]).prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// No text breaks it; every span lies in its field on character borders; exactly one of lead and needs_triage; the same bytes twice.
    #[test]
    fn any_text_is_answered(title in text(), content in text(), address in text(), utf16: bool) {
        let offsets = if utf16 { "utf16" } else { "utf8" };
        let request = json!({
            "now": "2026-11-23T09:00:00+07:00", "detail": "full", "offsets": offsets, "jurisdiction": "12.71",
            "complaint": {"title": title, "content": content, "location": {"address": address}}
        }).to_string();
        let reply = shared().call("triage", request.as_bytes());
        prop_assert!(reply.is_ok(), "{}", reply.json());
        let again = shared().call("triage", request.as_bytes());
        prop_assert_eq!(again.json(), reply.json());
        let envelope: Value = serde_json::from_str(reply.json()).unwrap();
        let route = &envelope["answer"]["route"];
        prop_assert_ne!(route["lead"].is_null(), route["needs_triage"].is_null());
        let mut spans = Vec::new();
        collect(&envelope, &mut spans);
        for span in spans {
            let field = if span["field"] == "title" { &title } else { &content };
            let (start, end) = (span["start"].as_u64().unwrap() as usize, span["end"].as_u64().unwrap() as usize);
            prop_assert!(start < end);
            if utf16 {
                prop_assert!(end <= field.encode_utf16().count());
            } else {
                prop_assert!(field.get(start..end).is_some(), "{span} in a text of {} bytes", field.len());
            }
        }
    }

    /// A normal text is normal, and nothing in it is changed; places lie on character borders, in the order of the text.
    #[test]
    fn normal_text_is_normal(sent in text(), glued in prop::collection::vec("[a-zA-Zé\u{301}Ⱥ0-9.-]{1,9}|jalan|Pju|nya|2", 0..8), utf16: bool) {
        let sent = format!("{sent} {}", glued.concat());
        let offsets = if utf16 { Offsets::Utf16 } else { Offsets::Utf8 };
        let normalize = |text: &str| shared().text_normalize(&NormalizeRequest { text: text.to_owned(), offsets }).unwrap();
        let once = normalize(&sent);
        let again = normalize(&once.text);
        prop_assert_eq!(&again.text, &once.text);
        prop_assert!(again.words.iter().all(|w| !w.changed), "{:?}", again.words);
        let borders: Vec<usize> = if utf16 {
            std::iter::once(0).chain(sent.chars().scan(0, |at, c| { *at += c.len_utf16(); Some(*at) })).collect()
        } else {
            sent.char_indices().map(|(at, _)| at).chain([sent.len()]).collect()
        };
        let (mut start, mut end) = (0, 0);
        for word in &once.words {
            prop_assert!(borders.binary_search(&word.start).is_ok() && borders.binary_search(&word.end).is_ok(), "{word:?}");
            prop_assert!(start <= word.start && end <= word.end && word.start < word.end, "{word:?}");
            (start, end) = (word.start, word.end);
        }
    }

    /// Bytes that are no request are refused, never a panic.
    #[test]
    fn any_bytes_are_answered(op in "[a-z.]{0,12}", bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let reply = shared().call(&op, &bytes);
        prop_assert!(!reply.is_ok());
        let reply = shared().call("triage", &bytes);
        prop_assert!(!reply.is_ok());
    }

    /// Adding working days agrees with counting them, and a longer time never ends earlier.
    #[test]
    fn adding_agrees_with_counting(day in 0_u64..3200, length in 1_u32..60) {
        let first = Date::parse("2018-01-01").unwrap();
        let from = Date(first.0.checked_add_days(chrono::Days::new(day)).unwrap());
        let add = |length| shared().calendar_add(&CalendarAddRequest { from, length, unit: Unit::WorkingDays, region: None, collective_leave: None });
        let added = add(length).unwrap();
        prop_assert!(add(length - 1).unwrap().due < added.due);
        let counted = shared()
            .calendar_count(&CalendarCountRequest { from, to: added.due, region: None, collective_leave: None })
            .unwrap();
        prop_assert_eq!(counted.counted, length);
        let skipped: i64 = added.skipped.iter().map(|s| (s.to.0 - s.from.0).num_days() + 1).sum();
        prop_assert_eq!(skipped + i64::from(length), (added.due.0 - from.0).num_days(), "counted + skipped cover (from, due]");
    }
}

fn collect<'a>(value: &'a Value, spans: &mut Vec<&'a Value>) {
    match value {
        Value::Object(members) => {
            if members.contains_key("start") && members.contains_key("field") {
                spans.push(value);
            }
            members.values().for_each(|v| collect(v, spans));
        }
        Value::Array(items) => items.iter().for_each(|v| collect(v, spans)),
        _ => {}
    }
}

/// Every matter in one regency of every province, undecided and with every answer: a living receiver, or a reason and a coordinator.
#[test]
fn routing_is_total() {
    let matters: Value = serde_json::from_str(&read("lapor-core/data/sources/matters.json")).unwrap();
    let national: Value = serde_json::from_str(&read("lapor-core/data/sources/national-institutions.json")).unwrap();
    let dead: Vec<String> = national["institutions"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|i| i["status"] != "active" || i["kind"] == "swasta")
        .map(|i| format!("pusat/{}", i["id"].as_str().unwrap()))
        .collect();
    assert!(dead.contains(&"pusat/kasn".to_owned()));
    let now = Instant::parse("2026-11-23T09:00:00+07:00").unwrap();
    let table = read("lapor-core/data/sources/regions.tsv");
    let mut regions: Vec<RegionCode> = Vec::new();
    for code in table.lines().filter_map(|l| RegionCode::parse(l.split('\t').next()?)).filter(|c| c.level() == 2) {
        if regions.last().is_none_or(|last| last.at(1) != code.at(1)) {
            regions.push(code);
        }
    }
    assert_eq!(regions.len(), 38);
    let mut ran = 0;
    for matter in matters["matters"].as_array().unwrap() {
        let id = matter["id"].as_str().unwrap();
        let discriminator = matter["discriminator"].as_str();
        let values: Vec<Option<&str>> = match discriminator {
            Some(d) => std::iter::once(None)
                .chain(matters["discriminators"][d]["values"].as_array().unwrap().iter().map(Value::as_str))
                .collect(),
            None => vec![None],
        };
        for region in regions.iter().map(|r| Some(*r)).chain([None]) {
            for value in &values {
                let answers =
                    discriminator.zip(*value).map(|(d, v)| (d.to_owned(), v.to_owned())).into_iter().collect();
                let request = RouteRequest {
                    now,
                    matter: id.to_owned(),
                    region,
                    classification: None,
                    supervision: None,
                    answers,
                    suggested_institution: None,
                    detail: Detail::Full,
                };
                let route = shared().route(&request).unwrap();
                assert!(route.lead.is_some() != route.needs_triage.is_some(), "{id} {region:?} {value:?}");
                for office in route.lead.iter().chain(&route.coordinating) {
                    assert!(!dead.contains(&office.id), "{id} {region:?} {value:?}: {}", office.id);
                }
                ran += 1;
            }
        }
    }
    assert!(ran > 10_000, "{ran}");
}
