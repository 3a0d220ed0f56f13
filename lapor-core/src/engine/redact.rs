//! `text.redact`: a text without the personal data that can be found in it.

use super::{Engine, lacking};
use crate::complaint::{Detail, Offsets, Reason, Reporter};
use crate::error::{Error, ErrorCode};
use crate::identity::Numbers;
use crate::json::{choices, record};
use crate::privacy::{self, Found, Lookups, Operator, Reader, Recognisers, Whose};
use serde::Serialize;

/// Fewest bytes of a key.
const KEY: usize = 16;
/// Most letters and digits that a mask leaves.
const KEEP: u8 = 4;

/// What takes the place of personal data.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum OperatorKind {
    /// The mask of its kind.
    #[default]
    Replace,
    /// An asterisk for each letter and digit but the last `keep`.
    Mask,
    /// The kind and 16 hexadecimal digits of a hash under `key`.
    Hash,
    /// Nothing.
    Drop,
}

choices!(default OperatorKind { "replace" => Replace, "mask" => Mask, "hash" => Hash, "drop" => Drop });

/// Request of `text.redact`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RedactRequest {
    /// The text.
    pub text: String,
    /// What takes the place of personal data.
    #[serde(default)]
    pub operator: OperatorKind,
    /// Letters and digits that `mask` leaves at the end, 0 to 4.
    #[serde(default)]
    pub keep: Option<u8>,
    /// Key of `hash`, 16 bytes or more.
    #[serde(default)]
    pub key: Option<String>,
    /// Score from which a finding counts, per mille. Default: that of the pack.
    #[serde(default)]
    pub least: Option<u16>,
    /// Unit of `start` and `end`.
    #[serde(default)]
    pub offsets: Offsets,
}

record!(RedactRequest { text, operator, keep, key, least, offsets });

/// Answer of `text.redact`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Redacted {
    /// The text without what was found.
    pub text: String,
    /// What was found, in the order of the text; no two overlap.
    pub spans: Vec<PersonalSpan>,
}

/// Personal data in a text.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PersonalSpan {
    /// First unit in the text as sent.
    pub start: usize,
    /// One past the last unit.
    pub end: usize,
    /// What stands there.
    #[serde(flatten)]
    pub datum: PersonalDatum,
}

/// What was found, wherever it stands.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PersonalDatum {
    /// What it is.
    pub kind: String,
    /// Id of the recogniser that found it.
    pub rule: String,
    /// How sure that is, per mille.
    pub score: u16,
    /// Whose it is, as far as words say.
    pub whose: Whose,
    /// What takes its place.
    pub replacement: String,
    /// By which signs it was found; none in a brief answer.
    pub reasons: Vec<Reason>,
}

impl PersonalDatum {
    /// Tells of a finding.
    pub(crate) fn of(rules: &Recognisers, found: &Found, replacement: String, detail: Detail) -> Self {
        PersonalDatum {
            kind: rules.kind(found).to_owned(),
            rule: rules.rule(found).to_owned(),
            score: found.score,
            whose: found.whose,
            replacement,
            reasons: found.reasons().filter(|_| detail == Detail::Full).map(Reason::plain).collect(),
        }
    }
}

impl Engine {
    /// A text without the personal data that can be found in it.
    ///
    /// # Errors
    /// [`ErrorCode::PackMissing`] without the packs `id.privacy` and `id.identity`; [`ErrorCode::BadValue`] and [`ErrorCode::MissingField`] for
    /// `keep`, `key` and `least` that do not fit.
    pub fn text_redact(&self, request: &RedactRequest) -> Result<Redacted, Error> {
        let operator = operator(request)?;
        if request.least.is_some_and(|least| least > 1000) {
            return Err(Error::new(ErrorCode::BadValue, "/least").with("expected", "0–1000"));
        }
        let text = request.text.as_str();
        let (rules, numbers) = self.recognisers()?;
        let found = rules.find(text, request.least, self.lookups(numbers));
        let placed: Vec<(Found, String)> =
            found.into_iter().map(|f| (f, privacy::replacement(rules, text, &f, operator))).collect();
        let redacted = privacy::redacted(text, &placed).into_owned();
        let mut units = Units::of(text, request.offsets);
        let spans = placed.into_iter().map(|(found, replacement)| PersonalSpan {
            start: units.to(found.start),
            end: units.to(found.end),
            datum: PersonalDatum::of(rules, &found, replacement, Detail::Full),
        });
        Ok(Redacted { spans: spans.collect(), text: redacted })
    }

    /// How many pieces of personal data [`Engine::text_redact`] would find in a text, without writing anything out.
    ///
    /// # Errors
    /// [`ErrorCode::PackMissing`] without the packs `id.privacy` and `id.identity`.
    pub fn personal_count(&self, text: &str) -> Result<usize, Error> {
        let (rules, numbers) = self.recognisers()?;
        Ok(rules.find(text, None, self.lookups(numbers)).len())
    }

    /// What finds personal data, or which pack is missing.
    fn recognisers(&self) -> Result<(&Recognisers, &Numbers), Error> {
        let rules = self.privacy.as_ref().ok_or_else(|| lacking("", "privacy"))?;
        Ok((rules, self.identity.as_ref().ok_or_else(|| lacking("", "identity"))?))
    }

    /// What reads the texts of a complaint for personal data; `None` without its packs.
    pub(crate) fn reader<'a>(&'a self, reporter: &'a Reporter) -> Option<Reader<'a>> {
        let (rules, numbers) = self.recognisers().ok()?;
        Some(Reader::new(rules, self.lookups(numbers), reporter))
    }

    fn lookups<'a>(&'a self, numbers: &'a Numbers) -> Lookups<'a> {
        Lookups { numbers, regions: &self.regions, lexicon: &self.words.lexicon }
    }
}

/// The operator of a request, with what it needs.
fn operator(request: &RedactRequest) -> Result<Operator<'_>, Error> {
    let refused = |path: &str, expected: &'static str| Error::new(ErrorCode::BadValue, path).with("expected", expected);
    let RedactRequest { operator, keep, key, .. } = request;
    if keep.is_some() && *operator != OperatorKind::Mask {
        return Err(refused("/keep", "want_keep"));
    }
    if key.is_some() && *operator != OperatorKind::Hash {
        return Err(refused("/key", "want_key"));
    }
    Ok(match operator {
        OperatorKind::Replace => Operator::Replace,
        OperatorKind::Drop => Operator::Drop,
        OperatorKind::Mask => match keep.unwrap_or(0) {
            keep if keep > KEEP => return Err(refused("/keep", "0–4")),
            keep => Operator::Mask { keep: usize::from(keep) },
        },
        OperatorKind::Hash => {
            let key = key.as_deref().ok_or_else(|| Error::new(ErrorCode::MissingField, "/key"))?;
            if key.len() < KEY {
                return Err(refused("/key", "want_key"));
            }
            Operator::Hash { key: key.as_bytes() }
        }
    })
}

/// Counts the units of a text up to places that only grow.
pub(crate) struct Units<'t> {
    text: &'t str,
    offsets: Offsets,
    at: usize,
    count: usize,
}

impl<'t> Units<'t> {
    pub(crate) fn of(text: &'t str, offsets: Offsets) -> Self {
        Units { text, offsets, at: 0, count: 0 }
    }

    pub(crate) fn to(&mut self, place: usize) -> usize {
        let part = self.text.get(self.at..place).unwrap_or("");
        self.count += match self.offsets {
            Offsets::Utf8 => part.len(),
            Offsets::Utf16 => part.encode_utf16().count(),
        };
        self.at = place;
        self.count
    }
}
