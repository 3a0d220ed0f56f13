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
    let part = |unit: u64, size: u64| u32::try_from(number / unit % size).unwrap_or_default();
    let year = |unit: u64| i32::try_from(part(unit, 10_000)).unwrap_or_default();
    let born =
        NaiveDate::from_ymd_opt(year(100_000_000_000_000), part(1_000_000_000_000, 100), part(10_000_000_000, 100));
    let (appointed, month) = (year(1_000_000), part(10_000, 100));
    let form = if CONTRACT.contains(&month) { NipForm::Pppk } else { NipForm::Pns };
    let first = NaiveDate::from_ymd_opt(appointed, if form == NipForm::Pns { month } else { 1 }, 1);
    let sex = match part(1_000, 10) {
        1 => Some(Sex::LakiLaki),
        2 => Some(Sex::Perempuan),
        _ => None,
    };
    if sex.is_none() {
        notes.add(Verdict::Impossible, "nip_sex", Params::new());
    }
    // no servant was born before the calendar of the tables of any office begins
    let dates = born.zip(first).filter(|(born, first)| born.year() >= 1900 && first.year() >= 1900);
    let Some((born, first)) = dates else {
        notes.add(Verdict::Impossible, "nip_date", Params::new());
        return notes.checked(Some(digits), None);
    };
    let months = |day: NaiveDate| day.year() * 12 + i32::try_from(day.month()).unwrap_or_default();
    let old_enough = match form {
        NipForm::Pns => months(first) - months(born) >= YOUNGEST * 12,
        NipForm::Pppk => first.year() - born.year() >= YOUNGEST,
    };
    if !old_enough {
        notes.add(Verdict::Doubtful, "nip_age", Params::new());
    }
    if first > now.date_at(ZONE).0 {
        notes.add(Verdict::Doubtful, "nip_future", Params::new());
    }
    let parts = sex.map(|sex| Nip {
        form,
        born: Date(born),
        appointed: Appointed { year: appointed, month: (form == NipForm::Pns).then_some(month) },
        sex,
        serial: format!("{:03}", number % 1_000),
    });
    notes.checked(Some(digits), parts)
}
