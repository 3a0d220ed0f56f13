//! Numbers whose form says little: BPJS, passport, stay permit, bank account. Only the words around them tell what they are.

use super::{Checked, Notes, Verdict, plain, sized};
use crate::message::Params;
use serde::Serialize;

/// Digits of the number of a health insurance card.
const HEALTH: usize = 13;
/// Digits of the number of a worker's insurance (KPJ).
const WORK: usize = 11;
/// How the number of a health insurance card usually begins.
const HEALTH_PREFIX: &str = "000";

/// What the length of a BPJS number says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Bpjs {
    /// Which of the two.
    pub form: BpjsForm,
}

/// The two insurers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum BpjsForm {
    /// BPJS Kesehatan.
    Kesehatan,
    /// BPJS Ketenagakerjaan.
    Ketenagakerjaan,
}

/// Checks a BPJS number. The findings stand at `path`.
#[must_use]
pub fn bpjs(value: &str, path: &str) -> Checked<Bpjs> {
    let mut notes = Notes::at(path);
    let Some(digits) = sized(value, &[WORK, HEALTH], ("bpjs_not_digits", "bpjs_length"), &mut notes) else {
        return notes.checked(None, None);
    };
    let form = if digits.len() == HEALTH { BpjsForm::Kesehatan } else { BpjsForm::Ketenagakerjaan };
    if form == BpjsForm::Kesehatan && !digits.starts_with(HEALTH_PREFIX) {
        notes.add(Verdict::Doubtful, "bpjs_prefix", Params::new());
    }
    notes.add(Verdict::Plausible, "bpjs_unchecked", Params::new());
    notes.checked(Some(digits), Some(Bpjs { form }))
}

/// Checks the number of a passport: one or two letters, six to eight digits.
#[must_use]
pub fn passport(value: &str, path: &str) -> Checked<()> {
    let mut notes = Notes::at(path);
    let number = plain(value);
    let letters = number.bytes().take_while(u8::is_ascii_uppercase).count();
    let digits = number.bytes().skip(letters).filter(u8::is_ascii_digit).count();
    if !(1..=2).contains(&letters) || !(6..=8).contains(&digits) || letters + digits != number.len() {
        notes.add(Verdict::Impossible, "passport_form", Params::new());
        return notes.checked(None, None);
    }
    if (letters, digits) != (1, 7) {
        notes.add(Verdict::Doubtful, "passport_unusual", Params::new());
    }
    notes.checked(Some(number), None)
}

/// Checks the number of a stay permit: 8 to 16 letters and digits, among them a digit.
#[must_use]
pub fn kitas(value: &str, path: &str) -> Checked<()> {
    let number = plain(value);
    let fits = number.bytes().all(|b| b.is_ascii_alphanumeric()) && number.bytes().any(|b| b.is_ascii_digit());
    of_length(number, fits, 8..=16, ("kitas_form", "kitas_unchecked"), path)
}

/// Checks the number of a bank account: 8 to 18 digits. No bank can be read from it.
#[must_use]
pub fn account(value: &str, path: &str) -> Checked<()> {
    let number = plain(value);
    let fits = number.bytes().all(|b| b.is_ascii_digit());
    of_length(number, fits, 8..=18, ("account_form", "account_unchecked"), path)
}

/// A number of which nothing but signs and length can be checked; `codes` say that they are wrong, and that there is nothing else.
fn of_length(
    number: String,
    fits: bool,
    lengths: std::ops::RangeInclusive<usize>,
    codes: (&'static str, &'static str),
    path: &str,
) -> Checked<()> {
    let mut notes = Notes::at(path);
    if !fits || !lengths.contains(&number.len()) {
        notes.add(Verdict::Impossible, codes.0, Params::new());
        return notes.checked(None, None);
    }
    notes.add(Verdict::Plausible, codes.1, Params::new());
    notes.checked(Some(number), None)
}
