//! Messages: every code that a person may read has a sentence in Indonesian and one in English.
//!
//! The table is data (`data/sources/messages.tsv`, made into `data/packs/messages.tsv`); code knows only how to fill in
//! parameters. Texts are not contract, codes and parameters are.

use crate::sorted::Sorted;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::sync::OnceLock;

/// The message table as it is compiled in.
pub const TABLE: &str = include_str!("../data/packs/messages.tsv");

/// A text for people in both languages. Plain, never markup.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Text {
    /// Indonesian.
    pub id: String,
    /// English.
    pub en: String,
}

impl Text {
    /// A text from its two halves.
    #[must_use]
    pub fn new(id: impl Into<String>, en: impl Into<String>) -> Self {
        Text { id: id.into(), en: en.into() }
    }

    /// What reads the same in both languages: a name, a code, a number.
    #[must_use]
    pub fn same(word: &str) -> Self {
        Text::new(word, word)
    }
}

/// A parameter of a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Param {
    /// A whole number.
    Number(i64),
    /// A word, code or date.
    Word(String),
    /// What would be accepted, or several codes.
    List(Vec<String>),
}

impl From<i64> for Param {
    fn from(n: i64) -> Self {
        Param::Number(n)
    }
}
impl From<usize> for Param {
    fn from(n: usize) -> Self {
        Param::Number(i64::try_from(n).unwrap_or(i64::MAX))
    }
}
impl From<&str> for Param {
    fn from(s: &str) -> Self {
        Param::Word(s.to_owned())
    }
}
impl From<String> for Param {
    fn from(s: String) -> Self {
        Param::Word(s)
    }
}
impl From<Vec<String>> for Param {
    fn from(list: Vec<String>) -> Self {
        Param::List(list)
    }
}
impl From<&[&str]> for Param {
    fn from(list: &[&str]) -> Self {
        Param::List(list.iter().map(|s| (*s).to_owned()).collect())
    }
}

/// Parameters of a message, in byte order of their names.
pub type Params = Sorted<&'static str, Param>;

/// Parameters one by one.
pub(crate) fn pairs<const N: usize>(pairs: [(&'static str, Param); N]) -> Params {
    pairs.into()
}

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The complaint cannot be filed so.
    Block,
    /// The complaint can be filed; somebody should look.
    Warn,
    /// Good to know.
    Info,
}

struct Row {
    severity: Severity,
    id: &'static str,
    en: &'static str,
    source: &'static str,
}

fn table() -> &'static FxHashMap<&'static str, Row> {
    static ROWS: OnceLock<FxHashMap<&'static str, Row>> = OnceLock::new();
    ROWS.get_or_init(|| {
        let mut rows = FxHashMap::default();
        for line in TABLE.lines().skip(1) {
            let mut cells = line.split('\t');
            if let (Some(code), Some(severity), Some(id), Some(en), Some(source)) =
                (cells.next(), cells.next(), cells.next(), cells.next(), cells.next())
            {
                let severity = match severity {
                    "block" => Severity::Block,
                    "warn" => Severity::Warn,
                    _ => Severity::Info,
                };
                rows.insert(code, Row { severity, id, en, source });
            }
        }
        rows
    })
}

/// True if the table has the code.
#[must_use]
pub fn knows(code: &str) -> bool {
    table().contains_key(code)
}

/// The severity that the table gives a code.
#[must_use]
pub fn severity(code: &str) -> Severity {
    table().get(code).map_or(Severity::Info, |row| row.severity)
}

/// The law or rule that a code rests on, where it rests on one.
#[must_use]
pub fn source(code: &str) -> Option<&'static str> {
    table().get(code).map(|row| row.source).filter(|source| !source.is_empty())
}

/// The texts of a code with its parameters filled in. A code that the table does not know gives the code itself: nothing is lost.
#[must_use]
pub fn text(code: &str, params: &Params) -> Text {
    match table().get(code) {
        Some(row) => Text { id: fill(row.id, params, Some(|r| r.id)), en: fill(row.en, params, Some(|r| r.en)) },
        None => Text::new(code, code),
    }
}

/// The texts of a code with texts in its places, each language with its own half.
#[must_use]
pub fn say(code: &str, parts: &[(&'static str, &Text)]) -> Text {
    let half = |of: fn(&Text) -> &String| {
        let mut out = Params::new();
        out.extend(parts.iter().map(|(name, text)| (*name, of(text).as_str().into())));
        out
    };
    Text { id: text(code, &half(|t| &t.id)).id, en: text(code, &half(|t| &t.en)).en }
}

/// Which of a row's two texts.
type Language = fn(&Row) -> &'static str;

/// Puts parameters into `{name}` places; a place without a parameter stays as it is written. A word that is itself the code of a reason
/// (`why_…`) or of what would be accepted (`want_…`) is put in as its text.
fn fill(template: &str, params: &Params, language: Option<Language>) -> String {
    let filled: usize = params.values().map(|p| if let Param::Word(word) = p { word.len() } else { 0 }).sum();
    let mut out = String::with_capacity(template.len() + filled + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            out.push('{');
            rest = after;
            continue;
        };
        match params.get(name) {
            Some(Param::Number(n)) => out.push_str(&n.to_string()),
            Some(Param::Word(word)) => {
                let is_code = word.starts_with("why_") || word.starts_with("want_");
                match (language, is_code.then(|| table().get(word.as_str())).flatten()) {
                    (Some(of), Some(row)) => out.push_str(&fill(of(row), params, None)),
                    _ => out.push_str(word),
                }
            }
            Some(Param::List(list)) => out.push_str(&list.join(", ")),
            None => {
                out.push('{');
                out.push_str(name);
                out.push('}');
            }
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_filled_in_and_missing_ones_stay_visible() {
        let params = Params::from([("n", Param::from(3_i64))]);
        assert_eq!(fill("{n} of {m}", &params, None), "3 of {m}");
        assert_eq!(fill("open { brace", &params, None), "open { brace");
    }

    #[test]
    fn codes_inside_a_message_speak_its_language() {
        let params = Params::from([("expected", "want_later_day".into()), ("from", "2026-11-23".into())]);
        let text = text("bad_value", &params);
        assert!(text.id.contains("hari yang tidak sebelum 2026-11-23"), "{}", text.id);
        assert!(text.en.contains("a day not before 2026-11-23"), "{}", text.en);
    }

    #[test]
    fn every_row_has_both_texts_with_the_same_parameters() {
        for line in TABLE.lines().skip(1) {
            let cells: Vec<_> = line.split('\t').collect();
            assert_eq!(cells.len(), 5, "{line}");
            assert!(["block", "warn", "info"].contains(&cells[1]), "{line}");
            let places = |s: &str| {
                let mut found: Vec<_> =
                    s.split('{').skip(1).filter_map(|p| p.split_once('}').map(|(name, _)| name.to_owned())).collect();
                found.sort();
                found.dedup();
                found
            };
            assert!(!cells[2].is_empty() && !cells[3].is_empty(), "{line}");
            assert_eq!(places(cells[2]), places(cells[3]), "{line}");
        }
    }

    #[test]
    fn every_error_code_has_texts() {
        for code in crate::error::ErrorCode::ALL {
            assert!(knows(code.as_str()), "{}", code.as_str());
        }
    }
}
