//! Laws of `identity.check`.

#![allow(clippy::restriction, reason = "a test may panic")]

mod common;

use common::read;
use lapor_core::{Engine, Identity, IdentityKind, IdentityRequest, Instant, RegionState, Sex, Verdict};
use proptest::prelude::*;
use std::sync::OnceLock;

const KINDS: [IdentityKind; 3] = [IdentityKind::Nik, IdentityKind::Phone, IdentityKind::Email];

fn check(kind: IdentityKind, value: &str) -> Identity {
    static ENGINE: OnceLock<Engine> = OnceLock::new();
    let now = Instant::parse("2026-11-23T09:00:00+07:00").unwrap();
    let request = IdentityRequest { kind, value: value.to_owned(), now };
    ENGINE.get_or_init(|| Engine::embedded().unwrap()).identity_check(&request).unwrap()
}

fn codes(answer: &Identity) -> Vec<&'static str> {
    answer.findings.iter().map(|f| f.code).collect()
}

/// What holds of every answer, whatever was asked.
fn is_valid(kind: IdentityKind, value: &str, answer: &Identity) {
    assert_eq!(answer.kind, kind);
    let parts = [answer.nik.is_some(), answer.phone.is_some(), answer.email.is_some()];
    assert!(KINDS.iter().zip(parts).all(|(k, there)| !there || *k == kind));
    assert!(answer.findings.is_sorted_by(|a, b| a.code < b.code), "one finding a code, by code");
    assert!(answer.findings.iter().all(|f| f.path == "/value" && f.source.as_deref() != Some("")));
    // a finding says whether the verdict is strong, but never blocks
    assert!(answer.findings.iter().all(|f| f.severity != lapor_core::message::Severity::Block));
    let warned = answer.findings.iter().any(|f| f.severity == lapor_core::message::Severity::Warn);
    assert_eq!(warned, answer.verdict != Verdict::Plausible, "{:?}", codes(answer));
    assert!(answer.verdict != Verdict::Plausible || answer.value.is_some(), "plausible means that there is a number");
    // the words of the request stand in `value` and the parts only
    let told: String = answer.findings.iter().map(|f| serde_json::to_string(f).unwrap()).collect();
    for run in value.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() >= 5) {
        assert!(!told.contains(run), "a finding quotes {run}");
    }
    if let Some(plain) = &answer.value {
        let again = check(kind, plain);
        assert_eq!(again.value.as_deref(), Some(plain.as_str()), "the plain form is its own plain form");
        assert_eq!(again.verdict, answer.verdict);
    }
}

/// Numbers as people write them, and whatever Unicode has.
fn written() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => "[0-9]{1,6}",
        2 => prop::sample::select(vec![
            "0812", "+62", "62", "0062", "0", "(021)", "3201", "9102", "99", "0001", "1500", "0800", "001803", "@", "[at]", "titik", "example",
            ".org", "warga",
        ]).prop_map(str::to_owned),
        2 => prop::sample::select(vec![" ", ".", "-", "–", "/", "(", ")", "+", "\u{200b}", "\u{202a}", "０", "٣", "é"]).prop_map(str::to_owned),
        1 => "\\PC{0,8}",
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_answered(value in written()) {
        for kind in KINDS {
            is_valid(kind, &value, &check(kind, &value));
        }
    }

    /// Sixteen digits: the parts of a NIK put together are the number again, and only what exists is read.
    #[test]
    fn parts_recompose(region in 0..1_000_000_u32, day in 0..100_u32, month in 0..20_u32, year in 0..100_u32, serial in 0..10_000_u32) {
        let value = format!("{region:06}{day:02}{month:02}{year:02}{serial:04}");
        let answer = check(IdentityKind::Nik, &value);
        is_valid(IdentityKind::Nik, &value, &answer);
        prop_assert_eq!(answer.value.as_deref(), Some(value.as_str()));
        let Some(nik) = &answer.nik else {
            prop_assert!(codes(&answer).contains(&"nik_date"));
            return Ok(());
        };
        let written_day = nik.day + if nik.sex == Sex::Perempuan { 40 } else { 0 };
        prop_assert_eq!(format!("{region:06}{written_day:02}{:02}{year:02}{}", nik.month, nik.serial), value.as_str());
        prop_assert!(nik.years.is_sorted() && nik.years.iter().all(|y| (1915..=2026).contains(y) && *y as u32 % 100 == year));
        prop_assert!(!nik.years.is_empty());
        if nik.region_state == RegionState::Current {
            let code = nik.district.as_ref().unwrap().code.to_string().replace('.', "");
            prop_assert_eq!(&value[..6], code);
        }
        prop_assert_eq!(answer.verdict == Verdict::Impossible, serial == 0);
    }

    /// However a mobile number is written, it is the same number.
    #[test]
    fn ways_of_writing_agree(prefix in prop::sample::select(vec!["812", "856", "895", "877"]), rest in 100_000..1_000_000_000_u32) {
        let number = format!("{prefix}{rest:06}");
        let plain = format!("+62{number}");
        for value in [plain.clone(), format!("62{number}"), format!("0{number}"), number.clone(), format!("+620{number}"), format!("(+62) 0{number}")] {
            let answer = check(IdentityKind::Phone, &value);
            prop_assert_eq!(answer.value.as_deref(), Some(plain.as_str()));
            prop_assert_eq!(answer.verdict, Verdict::Plausible);
            prop_assert!(answer.phone.unwrap().personal);
        }
    }
}

#[test]
fn every_district_of_today_and_of_former_days_is_known() {
    let column = |name: &str, n: usize| -> Vec<String> {
        let text = read(&format!("lapor-core/data/sources/{name}"));
        text.lines().skip(1).map(|line| line.split('\t').nth(n).unwrap().to_owned()).collect()
    };
    let reused: Vec<String> = column("nik-codes.tsv", 0);
    for (table, state) in [("regions.tsv", RegionState::Current), ("region-history.tsv", RegionState::Historic)] {
        for code in column(table, 0).iter().filter(|code| code.len() == 8) {
            let value = format!("{}4101900001", code.replace('.', ""));
            let nik = check(IdentityKind::Nik, &value).nik.unwrap();
            let wanted = if reused.iter().any(|r| code.starts_with(r.as_str())) { RegionState::Reused } else { state };
            assert_eq!(nik.region_state, wanted, "{code}");
            assert_eq!(nik.region.map(|r| r.level), Some(2), "{code}");
        }
    }
}

#[test]
fn days_and_months_are_those_of_the_calendar() {
    for day in 0..100_u32 {
        for month in 0..100_u32 {
            let value = format!("320101{day:02}{month:02}030001");
            let of_month = match month {
                2 => 28, // 2003 and 1903 were no leap years
                4 | 6 | 9 | 11 => 30,
                1..=12 => 31,
                _ => 0,
            };
            let exists = (1..=of_month).contains(&day) || (41..=40 + of_month).contains(&day);
            assert_eq!(check(IdentityKind::Nik, &value).nik.is_some(), exists, "{day:02}{month:02}");
        }
    }
}

#[test]
fn no_text_of_a_finding_claims_proof() {
    let texts = read("lapor-core/data/sources/messages.tsv");
    let rows = texts.lines().filter(|row| ["nik_", "phone_", "email_"].iter().any(|area| row.starts_with(area)));
    for row in rows {
        for claim in [
            "asli",
            "valid",
            "sah.",
            "berlaku",
            "genuine",
            "verified",
            "terverifikasi",
            "belongs to",
            "tinggal di",
            "lives in",
        ] {
            assert!(!row.to_lowercase().contains(claim), "{row}");
        }
    }
}
