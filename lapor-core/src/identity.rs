//! Identity numbers: what can be read from the form of a population, tax, phone or other number and of an e-mail address.
//!
//! Nothing here proves that a number exists or whose it is: the strongest thing said in favour is [`Verdict::Plausible`]. Findings carry
//! codes, lengths and years of decrees, never digits of what was checked.

mod documents;
mod email;
mod form;
mod kk;
mod nik;
mod nip;
mod npwp;
mod origin;
mod phone;
mod plate;

pub use documents::{Bpjs, BpjsForm, account, bpjs, kitas, passport};
pub use email::{Email, email};
pub use form::{Fit, is_day, is_service, likely_phone, population, servant, tax_check_digit};
pub use kk::{FamilyCard, kk};
pub use nik::{Nik, NikForm, Sex, nik};
pub use nip::{Appointed, Nip, NipForm, nip};
pub use npwp::{CheckDigit, Npwp, NpwpForm, npwp};
pub use origin::RegionState;
pub use phone::{Phone, phone};
pub use plate::{Plate, plate};

use crate::complaint::Finding;
use crate::error::Error;
use crate::message::Params;
use crate::pack::{self, IdentityPack, PhoneKindRow, PlateRow};
use rustc_hash::FxHashMap;
use serde::Serialize;

/// What the form of a number allows to say.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Nothing speaks against it. No proof.
    #[default]
    Plausible,
    /// Something is unusual; a person should look.
    Doubtful,
    /// The form rules it out.
    Impossible,
}

/// What a check found.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked<T> {
    /// The plain form, where there is one.
    pub value: Option<String>,
    /// The strongest of the findings.
    pub verdict: Verdict,
    /// By code, all at the path that was given.
    pub findings: Vec<Finding>,
    /// What the parts say, where they can be read.
    pub parts: Option<T>,
}

/// The tables of the pack, ready to be asked.
#[derive(Debug, Default)]
pub struct Numbers {
    /// A birth date that makes the bearer older, in years, is not offered.
    oldest: i32,
    /// No family card with a number of today's form is older, a year.
    first_family_card: i32,
    /// Region codes that have meant, or elsewhere mean, another region.
    reused: Vec<String>,
    /// Province codes of citizens abroad.
    abroad: Vec<String>,
    kinds: Vec<PhoneKindRow>,
    carriers: FxHashMap<u16, String>,
    areas: FxHashMap<u16, String>,
    short_codes: Vec<(String, u8)>,
    slips: Vec<(String, String)>,
    reserved: Vec<String>,
    plates: Vec<PlateRow>,
    /// For each first letter of a prefix a bit for each second one, the lowest for none.
    plate_letters: [u32; 26],
}

impl Numbers {
    /// Builds the tables from their pack.
    ///
    /// # Errors
    /// [`PackInvalid`](crate::ErrorCode::PackInvalid) if area codes and places do not agree.
    pub fn new(pack: IdentityPack) -> Result<Self, Error> {
        let places: Vec<&str> = pack.area_places.split('\n').collect();
        if places.len() != pack.area_steps.len() {
            return Err(pack::refused("/area_places", "why_areas"));
        }
        let mut code = 0_u16;
        let mut areas = FxHashMap::default();
        for (step, place) in pack.area_steps.iter().zip(places) {
            code = code.saturating_add(*step);
            areas.insert(code, place.to_owned());
        }
        let carriers = pack.carriers.iter().flat_map(|row| row.prefixes.iter().map(|p| (*p, row.name.clone())));
        Ok(Numbers {
            oldest: i32::from(pack.oldest_years),
            first_family_card: i32::from(pack.first_family_card),
            reused: pack.reused,
            abroad: pack.abroad,
            carriers: carriers.collect(),
            kinds: pack.kinds,
            areas,
            short_codes: pack.short_codes,
            slips: pack.slips,
            reserved: pack.reserved,
            plate_letters: plate::letters(&pack.plates),
            plates: pack.plates,
        })
    }
}

/// Findings as they come, and the verdict that follows from them.
struct Notes<'a> {
    path: &'a str,
    verdict: Verdict,
    findings: Vec<Finding>,
}

impl<'a> Notes<'a> {
    fn at(path: &'a str) -> Self {
        Notes { path, verdict: Verdict::default(), findings: Vec::new() }
    }

    fn add(&mut self, verdict: Verdict, code: &'static str, params: Params) {
        self.verdict = self.verdict.max(verdict);
        self.findings.push(Finding::new(code, self.path, params));
    }

    /// The findings of another check, and its verdict.
    fn take(&mut self, verdict: Verdict, findings: impl Iterator<Item = Finding>) {
        self.verdict = self.verdict.max(verdict);
        self.findings.extend(findings);
    }

    fn checked<T>(mut self, value: Option<String>, parts: Option<T>) -> Checked<T> {
        crate::sort::by_key(&mut self.findings, |f| f.code);
        Checked { value, verdict: self.verdict, findings: self.findings, parts }
    }
}

/// The digits of a number of one of these lengths. If there are others, or other signs than blanks, dots and hyphens between them, one of
/// the two codes is noted.
fn sized(value: &str, lengths: &[usize], codes: (&'static str, &'static str), notes: &mut Notes<'_>) -> Option<String> {
    let digits = plain(value);
    let (not_digits, length) = codes;
    if !digits.bytes().all(|b| b.is_ascii_digit()) {
        notes.add(Verdict::Impossible, not_digits, Params::new());
    } else if lengths.contains(&digits.len()) {
        return Some(digits);
    } else {
        let expected = match lengths {
            [one] => (*one).into(),
            several => several.iter().map(ToString::to_string).collect::<Vec<_>>().into(),
        };
        notes.add(
            Verdict::Impossible,
            length,
            crate::message::pairs([("expected", expected), ("size", digits.len().into())]),
        );
    }
    None
}

/// A number in capitals, without the blanks, dots and hyphens that it was written with.
fn plain(value: &str) -> String {
    value.chars().filter(|c| !is_blank(*c) && !is_hyphen(*c) && *c != '.').map(|c| c.to_ascii_uppercase()).collect()
}

/// Blanks, and the invisible marks that come along when a number is copied out of a chat.
fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Hyphens and dashes in the forms that keyboards and word processors write.
fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}
