//! What the form of a row of digits allows, asked of many rows that may be anything: no findings, no words, no moment.

use super::Numbers;
use super::nip::appointed;
use super::npwp::{CHECKED, luhn};
use super::origin::{Origin, RegionState};
use super::phone::{Home, national};
use crate::pack::PhoneKind;
use crate::region::Regions;
use chrono::NaiveDate;

/// What is added to a woman's day of birth.
const WOMAN: u32 = 40;

/// Whether digits have the form of a population number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// A day that exists, and the code of a region of today or of former days.
    Known,
    /// A day that exists, in a province that is known or abroad.
    Formed,
    /// A day that exists, in no province that is known.
    Dated,
    /// It cannot be one.
    No,
}

/// The form of 16 digits as a NIK, NIT or the number of a family card.
#[must_use]
pub fn population(digits: &str, tables: &Numbers, regions: &Regions) -> Fit {
    let Ok(number) = digits.parse::<u64>() else { return Fit::No };
    let part = |unit: u64| u32::try_from(number / unit % 100).unwrap_or(0);
    let (written, month, year) = (part(100_000_000), part(1_000_000), part(10_000));
    let day = written.checked_sub(WOMAN).unwrap_or(written);
    // a leap day of the year 00 exists in 2000
    let exists = NaiveDate::from_ymd_opt(2000 + i32::try_from(year).unwrap_or(0), month, day).is_some();
    if !exists || number.is_multiple_of(10_000) {
        return Fit::No;
    }
    let origin = Origin::read(number / 10_000_000_000, tables, regions);
    match origin.state {
        RegionState::Current | RegionState::Historic | RegionState::Reused => Fit::Known,
        RegionState::Abroad => Fit::Formed,
        RegionState::Unknown if origin.region.is_some() => Fit::Formed,
        RegionState::Unknown => Fit::Dated,
    }
}

/// True if the middle of 16 digits is a day as family cards write it, without the 40 of women.
#[must_use]
pub fn is_day(digits: &str) -> bool {
    let part = |at: usize| digits.get(at..at + 2).and_then(|two| two.parse::<u32>().ok()).unwrap_or(0);
    let year = 2000 + i32::try_from(part(10)).unwrap_or(0);
    NaiveDate::from_ymd_opt(year, part(8), part(6)).is_some()
}

/// True for the number of a service: toll-free, one number for the whole country and the like.
#[must_use]
pub fn is_service(digits: &str, tables: &Numbers) -> bool {
    let number = digits.strip_prefix('0').unwrap_or(digits);
    tables
        .kind(number)
        .or_else(|| tables.kind(digits))
        .is_some_and(|row| !matches!(row.kind, PhoneKind::Mobile | PhoneKind::Fixed))
}

/// True if 15 digits, or 16 that begin with 0, have the check digit of a tax number.
#[must_use]
pub fn tax_check_digit(digits: &str) -> bool {
    let old = if digits.len() == 15 { Some(digits) } else { digits.strip_prefix('0') };
    old.and_then(|old| old.get(..CHECKED)).is_some_and(luhn)
}

/// True if 18 digits hold the dates of a civil servant's number, the second long enough after the first.
#[must_use]
pub fn servant(digits: &str) -> bool {
    digits.parse().is_ok_and(|number| appointed(number).is_some_and(|dates| dates.old_enough))
        && matches!(digits.as_bytes().get(14), Some(b'1' | b'2'))
}

/// A number that may be somebody's phone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Likely {
    /// Mobile, else with an area code.
    pub mobile: bool,
    /// The prefix was given out, or the area code is known.
    pub known: bool,
}

/// Whether digits can be a phone number of a person in this country; `plus` stands before them. Numbers of services are none.
#[must_use]
pub fn likely_phone(digits: &str, plus: bool, tables: &Numbers) -> Option<Likely> {
    // with the country code, the trunk 0, or a mobile number without either
    let begins = match digits.as_bytes() {
        [b'0', b'1'..=b'9', ..] => !plus,
        [b'6', b'2', b'0' | b'2'..=b'9', ..] => true,
        [b'8', b'1'..=b'9', ..] => !plus,
        _ => false,
    };
    if !begins {
        return None;
    }
    let Home::Here(number) = national(plus, digits, tables) else { return None };
    let row = tables.kind(number)?;
    if !(usize::from(row.least)..=usize::from(row.most)).contains(&number.len()) {
        return None;
    }
    match row.kind {
        PhoneKind::Mobile => Some(Likely { mobile: true, known: tables.carrier(number).is_some() }),
        PhoneKind::Fixed => Some(Likely { mobile: false, known: tables.area(number).is_some() }),
        _ => None,
    }
}
