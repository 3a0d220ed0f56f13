//! Tax numbers: NPWP of 15 and 16 digits, a NIK in its place, and NITKU with the branch behind it (PMK 112/2022).

use super::{Checked, Notes, Numbers, Verdict, nik, sized};
use crate::complaint::Instant;
use crate::message::Params;
use crate::region::Regions;
use serde::Serialize;

/// Digits of the old number, which the newer ones repeat behind a 0.
const OLD: usize = 15;
/// Digits of the number of today.
const NEW: usize = 16;
/// Digits with the branch.
const WITH_BRANCH: usize = 22;
/// Digits of the old number that Luhn's check covers, its own among them.
const CHECKED: usize = 9;
/// Digits before the number of the branch in the old number.
const BEFORE_BRANCH: usize = 12;

/// The parts of a tax number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[doc(alias = "nomor pokok wajib pajak")]
pub struct Npwp {
    /// Which number it is.
    pub form: NpwpForm,
    /// What its check digit says.
    pub check_digit: CheckDigit,
    /// Number of the tax office (KPP) that gave it out.
    pub office: Option<String>,
    /// Number of the branch, three digits or, in a NITKU, six.
    pub branch: Option<String>,
}

/// Which number stands for the taxpayer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum NpwpForm {
    /// 15 digits.
    Npwp15,
    /// The 15 behind a 0.
    Npwp16,
    /// The NIK of a resident.
    Nik,
}

/// What a check digit says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CheckDigit {
    /// It fits the digits before it.
    Right,
    /// It does not.
    Wrong,
    /// There is none.
    None,
}

/// Checks a tax number. The findings stand at `path`.
#[must_use]
pub fn npwp(value: &str, now: Instant, path: &str, tables: &Numbers, regions: &Regions) -> Checked<Npwp> {
    let mut notes = Notes::at(path);
    let codes = ("npwp_not_digits", "npwp_length");
    let Some(digits) = sized(value, &[OLD, NEW, WITH_BRANCH], codes, &mut notes) else {
        return notes.checked(None, None);
    };
    let (number, behind) = digits.split_at_checked(NEW).unwrap_or((&digits, ""));
    let branch = Some(behind).filter(|b| !b.is_empty()).map(str::to_owned);
    let old = if number.len() == OLD { Some(number) } else { number.strip_prefix('0') };
    let parts = if let Some(old) = old {
        let right = old.get(..CHECKED).is_some_and(luhn);
        if !right {
            notes.add(Verdict::Doubtful, "npwp_check_digit", Params::new());
        }
        Npwp {
            form: if number.len() == OLD { NpwpForm::Npwp15 } else { NpwpForm::Npwp16 },
            check_digit: if right { CheckDigit::Right } else { CheckDigit::Wrong },
            office: old.get(CHECKED..BEFORE_BRANCH).map(str::to_owned),
            branch: branch.or_else(|| old.get(BEFORE_BRANCH..).map(str::to_owned)),
        }
    } else {
        let resident = nik(number, now, path, tables, regions);
        notes.take(resident.verdict, resident.findings.into_iter().filter(|f| f.code != "nik_may_be_kk"));
        notes.add(Verdict::Plausible, "npwp_unchecked", Params::new());
        Npwp { form: NpwpForm::Nik, check_digit: CheckDigit::None, office: None, branch }
    };
    notes.checked(Some(digits), Some(parts))
}

/// True if the last digit is the one that Luhn's rule asks for.
fn luhn(digits: &str) -> bool {
    let doubled = |n: u32| if n > 4 { 2 * n - 9 } else { 2 * n };
    let values = digits.chars().rev().filter_map(|c| c.to_digit(10));
    let sum: u32 = values.enumerate().map(|(place, n)| if place % 2 == 1 { doubled(n) } else { n }).sum();
    sum.is_multiple_of(10)
}
