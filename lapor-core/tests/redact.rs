//! Laws of `text.redact`, over texts put together at random from pieces that people write.

#![allow(clippy::restriction, reason = "a test may panic")]

use lapor_core::{Engine, OperatorKind, RedactRequest, Redacted};
use proptest::prelude::*;
use std::sync::OnceLock;

fn engine() -> &'static Engine {
    static ENGINE: OnceLock<Engine> = OnceLock::new();
    ENGINE.get_or_init(|| Engine::embedded().unwrap())
}

fn redact(text: &str, operator: OperatorKind) -> Redacted {
    let key = (operator == OperatorKind::Hash).then(|| "a key of sixteen bytes".to_owned());
    engine().text_redact(&RedactRequest { text: text.to_owned(), operator, key, ..RedactRequest::default() }).unwrap()
}

/// A population number with a day that exists, in a regency that exists.
fn nik() -> impl Strategy<Value = String> {
    let regency = prop::sample::select(vec!["327301", "317101", "357801", "127101", "737101", "950101"]);
    (regency, 1..=28u32, any::<bool>(), 1..=12u32, 50..=99u32, 1..=9999u32)
        .prop_map(|(r, d, woman, m, y, s)| format!("{r}{:02}{m:02}{y:02}{s:04}", if woman { d + 40 } else { d }))
}

fn mobile() -> impl Strategy<Value = String> {
    let head = prop::sample::select(vec!["0812", "0857", "0878", "0896", "0821", "+62813", "62852"]);
    (head, 10_000_000..=99_999_999u32).prop_map(|(head, rest)| format!("{head}{rest}"))
}

/// Digits as people cut them: in fours, with dots, with hyphens, one by one, over a line.
fn cut(number: String, how: u8) -> String {
    let sign = match how % 6 {
        0 => return number,
        1 => " ",
        2 => ".",
        3 => "-",
        4 => "\n",
        _ => return number.chars().map(String::from).collect::<Vec<_>>().join(" "),
    };
    let chars: Vec<char> = number.chars().collect();
    if sign == "\n" {
        let (a, b) = chars.split_at(chars.len() / 2);
        return format!("{}\n{}", a.iter().collect::<String>(), b.iter().collect::<String>());
    }
    chars.chunks(4).map(|part| part.iter().collect::<String>()).collect::<Vec<_>>().join(sign)
}

/// Something planted, and the letters and digits that must be gone.
fn planted() -> impl Strategy<Value = (String, String)> {
    let plain = |text: &str| text.chars().filter(|c| c.is_ascii_alphanumeric()).collect::<String>();
    prop_oneof![
        (nik(), any::<u8>()).prop_map(|(n, how)| (format!("NIK {}", cut(n.clone(), how)), n)),
        (mobile(), any::<u8>()).prop_map(move |(n, how)| (format!("HP {}", cut(n.clone(), how)), plain(&n))),
        (mobile()).prop_map(move |n| (n.clone(), plain(&n))),
        ("[a-z]{4,8}\\.[a-z]{4,8}@[a-z]{4,8}\\.(com|co\\.id|org)").prop_map(|mail| (mail.clone(), mail)),
        (prop::sample::select(vec!["B", "BK", "L", "DD"]), 1000..=9999u32, "[A-Z]{2,3}")
            .prop_map(|(a, n, b)| (format!("plat {a} {n} {b}"), format!("{a} {n} {b}"))),
        (10_000_000..=99_999_999u64, any::<u8>())
            .prop_map(|(n, how)| (format!("rekening BCA {}", cut(format!("12{n}"), how)), format!("12{n}"))),
        prop::sample::select(vec!["Wiranto Kusumadewa", "Sekarwangi Anindita"])
            .prop_map(|name| (format!("nama saya {name}"), name.to_owned())),
    ]
}

fn between() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        " mohon bantuannya. ",
        ", jalan di depan rusak sejak 12-11-2025. ",
        " dan lampu mati 3 hari; ",
        ".\nTerima kasih, ",
        " (tolong segera) ",
        " [NAMA] ",
    ])
}

/// Letters and digits alone.
fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_ascii_alphanumeric()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_planted_is_left(parts in prop::collection::vec((planted(), between()), 1..5)) {
        let text: String = parts.iter().flat_map(|((value, _), between)| [value.as_str(), between]).collect();
        for operator in [OperatorKind::Replace, OperatorKind::Mask, OperatorKind::Hash, OperatorKind::Drop] {
            let answer = redact(&text, operator);
            for ((_, gone), _) in &parts {
                prop_assert!(!bare(&answer.text).contains(&bare(gone)), "{operator:?}: {text:?} → {:?}", answer.text);
            }
        }
    }

    #[test]
    fn again_it_finds_masks_only(parts in prop::collection::vec((planted(), between()), 1..5)) {
        let text: String = parts.iter().flat_map(|((value, _), between)| [value.as_str(), between]).collect();
        for operator in [OperatorKind::Replace, OperatorKind::Mask, OperatorKind::Hash] {
            let once = redact(&text, operator);
            let twice = redact(&once.text, operator);
            prop_assert!(twice.spans.iter().all(|span| span.datum.kind == "mask"), "{:?}", once.text);
            prop_assert_eq!(&once.text, &twice.text);
        }
    }

    #[test]
    fn spans_lie_in_the_text_in_order(text in "(\\PC|[0-9 .@+\\-/\n]|pak |NIK |rt ){0,80}") {
        let answer = redact(&text, OperatorKind::Replace);
        let (mut at, mut rebuilt) = (0, String::new());
        for span in &answer.spans {
            prop_assert!(at <= span.start && span.start < span.end);
            rebuilt += text.get(at..span.start).expect("on a character");
            rebuilt += &span.datum.replacement;
            prop_assert!(text.get(span.start..span.end).is_some());
            at = span.end;
        }
        rebuilt += &text[at..];
        prop_assert_eq!(rebuilt, answer.text);
    }
}
