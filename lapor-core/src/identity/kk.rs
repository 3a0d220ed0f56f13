//! Number of a family card: six digits region of issue, six digits date of issue, four digits serial. No check digit.

use super::origin::{Origin, RegionState};
use super::{Checked, Notes, Numbers, Verdict, sized};
use crate::complaint::{Instant, Region};
use crate::message::Params;
use crate::region::Regions;
use chrono::{Datelike, NaiveDate};
use serde::Serialize;

/// Digits of the number.
const LENGTH: usize = 16;

/// The parts of a family card's number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[doc(alias = "kartu keluarga")]
pub struct FamilyCard {
    /// Regency or city of issue as it is called today; the province where only that is known.
    pub region: Option<Region>,
    /// District of issue as it is called today.
    pub district: Option<Region>,
    /// What is known of its region code.
    pub region_state: RegionState,
    /// Day of issue.
    pub day: u32,
    /// Month of issue.
    pub month: u32,
    /// Years of issue that the two digits can mean.
    pub years: Vec<i32>,
    /// Serial number, four digits.
    pub serial: String,
}

/// Checks the number of a family card. The findings stand at `path`.
#[must_use]
pub fn kk(value: &str, now: Instant, path: &str, tables: &Numbers, regions: &Regions) -> Checked<FamilyCard> {
    let mut notes = Notes::at(path);
    let Some(digits) = sized(value, &[LENGTH], ("kk_not_digits", "kk_length"), &mut notes) else {
        return notes.checked(None, None);
    };
    let number = digits.parse::<u64>().unwrap_or_default();
    let origin = Origin::read(number / 10_000_000_000, tables, regions);
    match origin.state {
        RegionState::Current => {}
        RegionState::Historic => {
            let params = crate::message::pairs([("last_seen", origin.last_seen.as_str().into())]);
            notes.add(Verdict::Plausible, "kk_region_historic", params);
        }
        RegionState::Reused => notes.add(Verdict::Doubtful, "kk_region_reused", Params::new()),
        // no family card is issued abroad
        RegionState::Unknown | RegionState::Abroad => notes.add(Verdict::Doubtful, "kk_region_unknown", Params::new()),
    }
    let serial = number % 10_000;
    if serial == 0 {
        notes.add(Verdict::Impossible, "kk_serial", Params::new());
    }
    let part = |unit: u64| u32::try_from(number / unit % 100).unwrap_or_default();
    let (day, month, year) = (part(100_000_000), part(1_000_000), part(10_000));
    let in_year = |year: i32| NaiveDate::from_ymd_opt(year, month, day);
    let two_digits = i32::try_from(year).unwrap_or_default();
    // a leap day of the year 00 exists in 2000 and not in 1900, every other day in both centuries or in none
    if in_year(2000 + two_digits).is_none() {
        notes.add(Verdict::Impossible, "kk_date", Params::new());
        return notes.checked(Some(digits), None);
    }
    let today = now.date_at(regions.zone(origin.region).hours()).0;
    let issued = |year: &i32| year.rem_euclid(100) == two_digits && in_year(*year).is_some_and(|day| day <= today);
    let years: Vec<i32> = (tables.first_family_card..=today.year()).filter(issued).collect();
    if years.is_empty() {
        notes.add(Verdict::Doubtful, "kk_future", Params::new());
    }
    notes.add(Verdict::Plausible, "kk_may_be_nik", Params::new());
    let parts = FamilyCard {
        region: origin.region.and_then(|code| regions.get(code)),
        district: origin.district.and_then(|code| regions.get(code)),
        region_state: origin.state,
        day,
        month,
        years,
        serial: format!("{serial:04}"),
    };
    notes.checked(Some(digits), Some(parts))
}
