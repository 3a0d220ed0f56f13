//! The body of the pack `calendar`: holidays and collective leave by decree.

use super::unpack::packed;
use serde::Serialize;

/// Holidays by decree.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct CalendarPack {
    /// First day with data.
    pub from: String,
    /// Last day with data.
    pub until: String,
    /// Holidays in order.
    pub days: Vec<DayRow>,
    /// Decrees that the rows point to.
    pub decrees: Vec<String>,
}

packed!(CalendarPack { from, until, days, decrees });

/// One holiday.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct DayRow {
    /// `YYYY-MM-DD`.
    pub date: String,
    /// Collective leave (cuti bersama) rather than a national holiday.
    pub collective: bool,
    /// Indonesian name.
    pub name: String,
    /// Index of the decree.
    pub decree: u16,
}

packed!(DayRow { date, collective, name, decree });
