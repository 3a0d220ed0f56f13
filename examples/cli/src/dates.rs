//! Dates as spreadsheets write them, and the time of the command's start.

use chrono::{DateTime, FixedOffset, NaiveDate};
use std::time::{SystemTime, UNIX_EPOCH};

/// Western Indonesian time, the zone of the national administrator.
const WIB: i32 = 7 * 3600;

/// The system's time as an instant of the wire.
pub(crate) fn now() -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let at = i64::try_from(seconds).ok().and_then(|seconds| DateTime::from_timestamp(seconds, 0)).unwrap_or_default();
    match FixedOffset::east_opt(WIB) {
        Some(zone) => at.with_timezone(&zone).format("%Y-%m-%dT%H:%M:%S%:z").to_string(),
        None => at.format("%Y-%m-%dT%H:%M:%S%:z").to_string(),
    }
}

/// `2026-11-09`, `09/11/2026`, `9-11-2026`, `9 Nov 2026`, `9 November 2026` (Indonesian or English) → `2026-11-09`. Days come before
/// months, as people write in Indonesia. Anything else is `None`.
pub(crate) fn day(text: &str) -> Option<String> {
    let mut parts = text.split(['-', '/', '.', ' ']).filter(|part| !part.is_empty());
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let (year, day) = if first.len() == 4 { (first, third) } else { (third, first) };
    if year.len() != 4 {
        return None;
    }
    let date = NaiveDate::from_ymd_opt(year.parse().ok()?, month(second)?, day.parse().ok()?)?;
    Some(date.format("%Y-%m-%d").to_string())
}

/// The day that a spreadsheet counts with that number (1 = 1 January 1900, with the 29 February 1900 that never was).
pub(crate) fn of_serial(serial: i64) -> Option<String> {
    let date = NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_signed(chrono::TimeDelta::try_days(serial)?)?;
    Some(date.format("%Y-%m-%d").to_string())
}

/// True if one of the two is the name of a month.
pub(crate) fn is_month(first: &str, second: &str) -> bool {
    [first, second].iter().any(|text| text.parse::<u32>().is_err() && month(text).is_some())
}

/// A month by number or by the first three letters of its name.
fn month(text: &str) -> Option<u32> {
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    let start: String = text.chars().take(3).flat_map(char::to_lowercase).collect();
    Some(match start.as_str() {
        "jan" => 1,
        "feb" | "peb" => 2,
        "mar" => 3,
        "apr" => 4,
        "mei" | "may" => 5,
        "jun" => 6,
        "jul" => 7,
        "agu" | "agt" | "ags" | "aug" => 8,
        "sep" => 9,
        "okt" | "oct" => 10,
        "nov" | "nop" => 11,
        "des" | "dec" => 12,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_as_spreadsheets_write_them() {
        for text in ["2026-11-09", "09/11/2026", "9-11-2026", "9 Nov 2026", "9 Nopember 2026", "09.11.2026"] {
            assert_eq!(day(text).as_deref(), Some("2026-11-09"), "{text}");
        }
        for text in ["", "kemarin", "31/02/2026", "09/11/26", "2026-11-09 10:00", "9 Bulan 2026"] {
            assert_eq!(day(text), None, "{text}");
        }
    }

    #[test]
    fn now_is_an_instant_of_the_wire() {
        let now = now();
        assert_eq!(now.len(), 25);
        assert!(now.ends_with("+07:00"));
    }
}
