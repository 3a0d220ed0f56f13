//! NIK and NIT (PP 40/2019): six digits region of first registration, six digits date of birth, four digits serial. No check digit.

use super::{Checked, Notes, Numbers, Verdict, is_blank, is_hyphen};
use crate::complaint::{Instant, Region, RegionCode};
use crate::message::Params;
use crate::pack::FormerRow;
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

/// What is known of a region code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RegionState {
    /// In the decree of today.
    Current,
    /// A former code with a known successor.
    Historic,
    /// It has meant, or elsewhere means, another region.
    Reused,
    /// In no list, or its district is in none.
    Unknown,
    /// No region: a citizen abroad.
    Abroad,
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
    let digits: String = value.chars().filter(|c| !is_blank(*c) && !is_hyphen(*c) && *c != '.').collect();
    if digits.chars().any(|c| !c.is_ascii_digit()) {
        notes.add(Verdict::Impossible, "nik_not_digits", Params::new());
        return notes.checked(None, None);
    }
    let number = digits.parse::<u64>().ok().filter(|_| digits.len() == LENGTH);
    let Some(number) = number else {
        let params = crate::message::pairs([("expected", LENGTH.into()), ("size", digits.len().into())]);
        notes.add(Verdict::Impossible, "nik_length", params);
        return notes.checked(None, None);
    };
    let origin = origin(number / 10_000_000_000, tables, regions);
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

/// Where a number was first given.
struct Origin {
    region: Option<RegionCode>,
    district: Option<RegionCode>,
    state: RegionState,
    /// Last year in which a decree has a former code.
    last_seen: String,
}

/// Reads six digits against the regions of today and of former days. BPS codes look the same and mean other regions; they take no part.
fn origin(six: u64, tables: &Numbers, regions: &Regions) -> Origin {
    let province = format!("{:02}", six / 10_000);
    let regency = format!("{province}.{:02}", six / 100 % 100);
    let district = format!("{regency}.{:02}", six % 100);
    let mut out = Origin { region: None, district: None, state: RegionState::Unknown, last_seen: String::new() };
    if tables.abroad.contains(&province) {
        out.state = RegionState::Abroad;
        return out;
    }
    let (of_regency, of_district) = (today(&regency, regions), today(&district, regions));
    out.district = of_district.map(|(code, _)| code);
    out.region = out
        .district
        .and_then(|code| code.at(2))
        .or(of_regency.map(|(code, _)| code))
        .or(RegionCode::parse(&province).filter(|code| regions.has(*code)));
    let former = [of_district, of_regency].into_iter().flatten().find_map(|(_, row)| row);
    if [&regency, &district].into_iter().any(|code| tables.reused.contains(code)) {
        out.state = RegionState::Reused;
    } else if out.district.is_some() {
        out.state = if former.is_some() { RegionState::Historic } else { RegionState::Current };
    }
    if let Some(row) = former {
        out.last_seen.clone_from(&row.last_seen);
    }
    out
}

/// The region that a written code names today, with the row of a former code.
fn today<'a>(written: &str, regions: &'a Regions) -> Option<(RegionCode, Option<&'a FormerRow>)> {
    // a part 00 is no code, and would else be read as the region above
    let code = RegionCode::parse(written)?;
    if regions.has(code) {
        return Some((code, None));
    }
    regions.former(written).map(|(code, row)| (code, Some(row)))
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
