//! `calendar.add` and `calendar.count`.

use super::Engine;
use crate::calendar::{self, Keep, Workdays};
use crate::complaint::{Date, RegionCode, Skipped};
use crate::error::{Error, ErrorCode};
use crate::json::{choices, record};
use serde::Serialize;

/// Unit of a length.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Monday to Friday without holidays.
    #[default]
    WorkingDays,
    /// Calendar days.
    Days,
    /// Calendar years.
    Years,
}

choices!(default Unit { "working_days" => WorkingDays, "days" => Days, "years" => Years });

/// Request of `calendar.add`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CalendarAddRequest {
    /// Start day; not counted.
    pub from: Date,
    /// How many units, 0 to 3,660.
    pub length: u32,
    /// Unit; working days by default.
    #[serde(default)]
    pub unit: Unit,
    /// Region whose own days off are skipped too.
    #[serde(default)]
    pub region: Option<RegionCode>,
    /// False: collective leave (cuti bersama) counts as working days. Default true: it does not.
    #[serde(default)]
    pub collective_leave: Option<bool>,
}

record!(CalendarAddRequest { from, length, unit, region, collective_leave });

/// Request of `calendar.count`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CalendarCountRequest {
    /// Start day; not counted.
    pub from: Date,
    /// Last day; counted.
    pub to: Date,
    /// Region whose own days off are skipped too.
    #[serde(default)]
    pub region: Option<RegionCode>,
    /// As for `calendar.add`.
    #[serde(default)]
    pub collective_leave: Option<bool>,
}

record!(CalendarCountRequest { from, to, region, collective_leave });

/// Answer of `calendar.add`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DaysAdded {
    /// Start day.
    pub from: Date,
    /// Last day.
    pub due: Date,
    /// Units counted.
    pub counted: u32,
    /// Days skipped.
    pub skipped: Vec<Skipped>,
}

/// Answer of `calendar.count`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DaysCounted {
    /// Start day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// Working days in (from, to].
    pub counted: u32,
    /// Days skipped.
    pub skipped: Vec<Skipped>,
}

const LONGEST: u32 = 3660;

fn workdays(region: Option<RegionCode>, collective_leave: Option<bool>) -> Workdays {
    Workdays { region, leave_off: collective_leave.unwrap_or(true) }
}

impl Engine {
    /// The day on which a length of time ends.
    ///
    /// # Errors
    /// [`ErrorCode::NoCalendar`] beyond the data; [`ErrorCode::BadValue`] for a length above 3,660 or an unknown region.
    pub fn calendar_add(&self, request: &CalendarAddRequest) -> Result<DaysAdded, Error> {
        let region = self.known_region(request.region, "/region")?;
        let bad = || Error::new(ErrorCode::BadValue, "/length").with("expected", format!("0–{LONGEST}"));
        if request.length > LONGEST {
            return Err(bad());
        }
        let (from, length) = (request.from, request.length);
        let plain = |due: Option<Date>| {
            due.map(|due| DaysAdded { from, due, counted: length, skipped: Vec::new() }).ok_or_else(bad)
        };
        match request.unit {
            Unit::Days => plain(calendar::add_days(from, length)),
            Unit::Years => plain(calendar::add_years(from, length)),
            Unit::WorkingDays => {
                let found = self.calendar.add(from, length, workdays(region, request.collective_leave), Keep::All)?;
                Ok(DaysAdded { from, due: found.due, counted: found.counted, skipped: found.skipped })
            }
        }
    }

    /// The working days between two days.
    ///
    /// # Errors
    /// [`ErrorCode::NoCalendar`] beyond the data; [`ErrorCode::BadValue`] if `to` lies before `from`, or for an unknown region.
    pub fn calendar_count(&self, request: &CalendarCountRequest) -> Result<DaysCounted, Error> {
        let region = self.known_region(request.region, "/region")?;
        let found = self.calendar.count(request.from, request.to, workdays(region, request.collective_leave))?;
        Ok(DaysCounted { from: request.from, to: request.to, counted: found.counted, skipped: found.skipped })
    }
}
