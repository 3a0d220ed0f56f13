//! NIP: numbers of civil servants. Day of birth, month of appointment, sex, serial.

use super::{Checked, Notes, Sex, Verdict, sized};
use crate::complaint::{Date, Instant};
use crate::message::Params;
use chrono::{Datelike, NaiveDate};
use serde::Serialize;

/// Digits of the number.
const LENGTH: usize = 18;
/// Nobody is appointed younger.
const YOUNGEST: i32 = 17;
/// No year in a number is earlier.
const EARLIEST: i32 = 1900;
/// What stands in the place of the month for an employee under contract: how often appointed, from 21.
const CONTRACT: std::ops::RangeInclusive<u32> = 21..=29;
/// Hours of the zone in which the personnel agency dates its decrees (WIB).
const ZONE: i32 = 7;

/// The parts of a NIP.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[doc(alias = "nomor induk pegawai")]
pub struct Nip {
    /// Which of the two.
    pub form: NipForm,
    /// Day of birth.
    pub born: Date,
    /// When appointed.
    pub appointed: Appointed,
    /// As the number says it.
    pub sex: Sex,
    /// Serial number, three digits.
    pub serial: String,
}

/// When somebody was appointed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Appointed {
    /// Year.
    pub year: i32,
    /// Month; not written for an employee under contract.
    pub month: Option<u32>,
}

/// Civil servant, or employee under contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum NipForm {
    /// Pegawai negeri sipil.
    Pns,
    /// Pegawai pemerintah dengan perjanjian kerja.
    Pppk,
}

/// Checks a NIP. The findings stand at `path`.
#[must_use]
pub fn nip(value: &str, now: Instant, path: &str) -> Checked<Nip> {
    let mut notes = Notes::at(path);
    let Some(digits) = sized(value, &[LENGTH], ("nip_not_digits", "nip_length"), &mut notes) else {
        return notes.checked(None, None);
    };
    let number = digits.parse::<u64>().unwrap_or_default();
    let sex = match number / 1_000 % 10 {
        1 => Some(Sex::LakiLaki),
        2 => Some(Sex::Perempuan),
        _ => None,
    };
    if sex.is_none() {
        notes.add(Verdict::Impossible, "nip_sex", Params::new());
    }
    let Some(dates) = appointed(number) else {
        notes.add(Verdict::Impossible, "nip_date", Params::new());
        return notes.checked(Some(digits), None);
    };
    if !dates.old_enough {
        notes.add(Verdict::Doubtful, "nip_age", Params::new());
    }
    if dates.first > now.date_at(ZONE).0 {
        notes.add(Verdict::Doubtful, "nip_future", Params::new());
    }
    let month = (dates.form == NipForm::Pns).then(|| dates.first.month());
    let parts = sex.map(|sex| Nip {
        form: dates.form,
        born: Date(dates.born),
        appointed: Appointed { year: dates.first.year(), month },
        sex,
        serial: format!("{:03}", number % 1_000),
    });
    notes.checked(Some(digits), parts)
}

/// The dates in a NIP.
pub(super) struct Dates {
    form: NipForm,
    born: NaiveDate,
    /// First day of the month of appointment, or of the year where no month is written.
    first: NaiveDate,
    /// At least 17 when appointed.
    pub(super) old_enough: bool,
}

/// Reads the dates of 18 digits; `None` if there are no such days, or none in which somebody lives who could be meant.
pub(super) fn appointed(number: u64) -> Option<Dates> {
    let part = |unit: u64, size: u64| u32::try_from(number / unit % size).unwrap_or_default();
    let year = |unit: u64| i32::try_from(part(unit, 10_000)).unwrap_or_default();
    let (month, day) = (part(1_000_000_000_000, 100), part(10_000_000_000, 100));
    let born = NaiveDate::from_ymd_opt(year(100_000_000_000_000), month, day)?;
    let month = part(10_000, 100);
    let form = if CONTRACT.contains(&month) { NipForm::Pppk } else { NipForm::Pns };
    let first = NaiveDate::from_ymd_opt(year(1_000_000), if form == NipForm::Pns { month } else { 1 }, 1)?;
    let months = |day: NaiveDate| day.year() * 12 + i32::try_from(day.month()).unwrap_or_default();
    let old_enough = match form {
        NipForm::Pns => months(first) - months(born) >= YOUNGEST * 12,
        NipForm::Pppk => first.year() - born.year() >= YOUNGEST,
    };
    (born.year() >= EARLIEST && first.year() >= EARLIEST).then_some(Dates { form, born, first, old_enough })
}
