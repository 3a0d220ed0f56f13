//! NIK and NIT (PP 40/2019): six digits region of first registration, six digits date of birth, four digits serial. No check digit.

use super::origin::{Origin, RegionState};
use super::{Checked, Notes, Numbers, Verdict, sized};
use crate::complaint::{Instant, Region};
use crate::message::Params;
use crate::region::Regions;
use chrono::{Datelike, NaiveDate};
use serde::Serialize;

/// Digits of a NIK.
const LENGTH: usize = 16;
/// What is added to a woman's day of birth.
const WOMAN: u32 = 40;

/// The parts of a NIK or NIT.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[doc(alias = "nomor induk kependudukan")]
pub struct Nik {
    /// Which of the two.
    pub form: NikForm,
    /// Regency or city of first registration as it is called today; the province where only that is known.
    pub region: Option<Region>,
    /// District of first registration as it is called today.
    pub district: Option<Region>,
    /// What is known of its region code.
    pub region_state: RegionState,
    /// Day of birth, without the 40 of women.
    pub day: u32,
    /// Month of birth.
    pub month: u32,
    /// Years of birth that the two digits can mean.
    pub years: Vec<i32>,
    /// As the day says it.
    pub sex: Sex,
    /// Serial number, four digits.
    pub serial: String,
}

/// NIK or NIT.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum NikForm {
    /// Population number.
    Nik,
    /// Number of a citizen abroad.
    Nit,
}

/// Sex as the number writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// Man.
    LakiLaki,
    /// Woman.
    Perempuan,
}

/// Checks a NIK or NIT; blanks, dots and hyphens are read over. The findings stand at `path`.
#[must_use]
pub fn nik(value: &str, now: Instant, path: &str, tables: &Numbers, regions: &Regions) -> Checked<Nik> {
    let mut notes = Notes::at(path);
    let Some(digits) = sized(value, &[LENGTH], ("nik_not_digits", "nik_length"), &mut notes) else {
        return notes.checked(None, None);
    };
    let number = digits.parse::<u64>().unwrap_or_default();
    let origin = Origin::read(number / 10_000_000_000, tables, regions);
    match origin.state {
        RegionState::Current => {}
        RegionState::Historic => {
            let params = crate::message::pairs([("last_seen", origin.last_seen.as_str().into())]);
            notes.add(Verdict::Plausible, "nik_region_historic", params);
        }
        RegionState::Reused => notes.add(Verdict::Doubtful, "nik_region_reused", Params::new()),
        RegionState::Unknown if origin.region.is_none() => {
            notes.add(Verdict::Doubtful, "nik_province_unknown", Params::new());
        }
        RegionState::Unknown => notes.add(Verdict::Doubtful, "nik_region_unknown", Params::new()),
        RegionState::Abroad => notes.add(Verdict::Plausible, "nik_abroad", Params::new()),
    }
    let serial = number % 10_000;
    if serial == 0 {
        notes.add(Verdict::Impossible, "nik_serial", Params::new());
    }
    let Some(born) = Born::read(number / 10_000 % 1_000_000) else {
        notes.add(Verdict::Impossible, "nik_date", Params::new());
        return notes.checked(Some(digits), None);
    };
    let today = now.date_at(regions.zone(origin.region).hours()).0;
    let years = born.years(today, tables.oldest);
    if years.is_empty() || born.still_to_come(today) {
        notes.add(Verdict::Doubtful, "nik_future", Params::new());
    }
    let abroad = origin.state == RegionState::Abroad;
    if born.sex == Sex::LakiLaki && !abroad {
        notes.add(Verdict::Plausible, "nik_may_be_kk", Params::new());
    }
    let parts = Nik {
        form: if abroad { NikForm::Nit } else { NikForm::Nik },
        region: origin.region.and_then(|code| regions.get(code)),
        district: origin.district.and_then(|code| regions.get(code)),
        region_state: origin.state,
        day: born.day,
        month: born.month,
        years,
        sex: born.sex,
        serial: format!("{serial:04}"),
    };
    notes.checked(Some(digits), Some(parts))
}

/// A date of birth whose century is not known.
struct Born {
    day: u32,
    month: u32,
    /// The last two digits.
    year: i32,
    sex: Sex,
}

impl Born {
    /// Reads DDMMYY. `None` if there is no such day in any century.
    fn read(six: u64) -> Option<Born> {
        let part = |unit: u64| u32::try_from(six / unit % 100).ok();
        let (written, month) = (part(10_000)?, part(100)?);
        let year = i32::try_from(six % 100).ok()?;
        let (day, sex) = match written.checked_sub(WOMAN) {
            Some(day) => (day, Sex::Perempuan),
            None => (written, Sex::LakiLaki),
        };
        let born = Born { day, month, year, sex };
        // a leap day of the year 00 exists in 2000 and not in 1900, every other day in both centuries or in none
        [1900, 2000].into_iter().find_map(|century| born.in_year(century + year))?;
        Some(born)
    }

    fn in_year(&self, year: i32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, self.month, self.day)
    }

    /// The years that make the bearer 0 to `oldest` years old.
    fn years(&self, today: NaiveDate, oldest: i32) -> Vec<i32> {
        let possible = |year: &i32| {
            self.in_year(*year).is_some_and(|born| {
                let had_birthday = (born.month(), born.day()) <= (today.month(), today.day());
                born <= today && today.year() - year - i32::from(!had_birthday) <= oldest
            })
        };
        let first = today.year() - oldest - 1;
        (first..=today.year()).filter(|year| year.rem_euclid(100) == self.year).filter(possible).collect()
    }

    /// True if the date lies in the year of today, after today.
    fn still_to_come(&self, today: NaiveDate) -> bool {
        today.year().rem_euclid(100) == self.year && self.in_year(today.year()).is_some_and(|born| born > today)
    }
}
