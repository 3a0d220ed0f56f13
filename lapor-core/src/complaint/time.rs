//! Dates and instants as the wire writes them: `2026-11-23` and `2026-11-23T09:00:00+07:00`.

use crate::error::Error;
use crate::json::{Read, Slot, record, refused, text};
use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Serialize, Serializer};
use serde_json::Value;
use std::fmt;

/// A civil day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(pub NaiveDate);

/// A moment with the offset it was written with, to the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(pub DateTime<FixedOffset>);

impl Date {
    /// Reads `YYYY-MM-DD`; `None` for another form or a day that does not exist.
    ///
    /// By hand: chrono reads any format, at 20 KB of the wasm, and lets spaces and signs pass.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (year, month, day) = (number(parts.next(), 4)?, number(parts.next(), 2)?, number(parts.next(), 2)?);
        parts.next().is_none().then_some(())?;
        NaiveDate::from_ymd_opt(year.into(), month.into(), day.into()).map(Date)
    }

    /// The day after; `None` at the end of the calendar that can be written.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        self.0.succ_opt().map(Date)
    }
}

impl Instant {
    /// Reads an RFC 3339 moment without fraction, or with one of nothing but zeros.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (day, clock) = text.split_at_checked(10)?;
        let (clock, zone) = clock.strip_prefix('T')?.split_at_checked(8)?;
        let (hour, minute, second) = clock_of(clock)?;
        let zone = match zone.strip_prefix('.') {
            Some(fraction) => without_fraction(fraction)?,
            None => zone,
        };
        let local = Date::parse(day)?.0.and_hms_opt(hour.into(), minute.into(), second.into())?;
        let zone = FixedOffset::east_opt(seconds_of(zone)?)?;
        Some(Instant(DateTime::from_naive_utc_and_offset(local.checked_sub_offset(zone)?, zone)))
    }

    /// The civil day at an offset from UTC in hours.
    #[must_use]
    pub fn date_at(self, hours: i32) -> Date {
        match FixedOffset::east_opt(hours * 3600) {
            Some(zone) => Date(self.0.with_timezone(&zone).date_naive()),
            None => Date(self.0.date_naive()),
        }
    }
}

/// A number of so many digits.
fn number(part: Option<&str>, digits: usize) -> Option<u16> {
    part.filter(|part| part.len() == digits && part.bytes().all(|b| b.is_ascii_digit()))?.parse().ok()
}

/// `HH:MM:SS`.
fn clock_of(text: &str) -> Option<(u16, u16, u16)> {
    let mut parts = text.split(':');
    Some((number(parts.next(), 2)?, number(parts.next(), 2)?, number(parts.next(), 2)?))
}

/// What follows the digits of a fraction of zero nanoseconds.
fn without_fraction(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - rest.len();
    (digits > 0 && text.bytes().take(digits.min(9)).all(|b| b == b'0')).then_some(rest)
}

/// The seconds of an offset from UTC: `Z`, `+HH:MM` or `-HH:MM`, also with the true minus sign.
fn seconds_of(zone: &str) -> Option<i32> {
    if zone == "Z" || zone == "z" {
        return Some(0);
    }
    let east = zone.strip_prefix('+');
    let mut parts = east.or_else(|| zone.strip_prefix(['-', '\u{2212}']))?.split(':');
    let (hours, minutes) = (number(parts.next(), 2)?, number(parts.next(), 2)?);
    let seconds = i32::from(hours) * 3600 + i32::from(minutes) * 60;
    let whole = minutes < 60 && parts.next().is_none();
    whole.then_some(if east.is_some() { seconds } else { -seconds })
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let local = self.0.naive_local();
        write!(f, "{}T{}{}", local.date(), local.time(), self.0.offset())
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl Slot for Date {
    fn read(&mut self, value: &Value) -> Result<(), Error> {
        *self = Date::parse(text(value, "want_day")?).ok_or_else(|| refused("want_day"))?;
        Ok(())
    }
}

impl Read for Date {
    fn blank() -> Self {
        Date(NaiveDate::default())
    }
}

record!(serde Date);

impl Slot for Instant {
    fn read(&mut self, value: &Value) -> Result<(), Error> {
        *self = Instant::parse(text(value, "want_moment")?).ok_or_else(|| refused("want_moment"))?;
        Ok(())
    }
}

impl Read for Instant {
    fn blank() -> Self {
        Instant(DateTime::default())
    }
}

record!(serde Instant);

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// What looks like a day is one exactly if chrono reads it and would write it so.
        #[test]
        fn a_day_is_what_chrono_reads_and_writes(text in "[ +-]{0,2}[0-9]{1,5}[ -]{1,2}[01]?[0-9]{1,2}[ -]{1,2}[0-3]?[0-9]{1,2} ?") {
            let theirs = NaiveDate::parse_from_str(&text, "%Y-%m-%d").ok().filter(|day| day.to_string() == text && text.len() == 10);
            prop_assert_eq!(Date::parse(&text), theirs.map(Date), "{:?}", text);
        }

        /// What looks like a moment is one exactly if chrono reads it, with the large T and to the second.
        #[test]
        fn a_moment_is_what_chrono_reads(
            day in "20[0-9]{2}-(0[1-9]|1[0-3])-[0-3][0-9]", between in "T|t| |TT|", clock in "[0-2][0-9]:[0-6][0-9]:(60|[0-6][0-9])|[0-9:]{8}",
            fraction in "(\\.0{0,10}|\\.[0-9]{1,11})?", zone in "Z|z|[+\u{2212}-]([0-2][0-9]:[0-6][0-9]|[0-9:]{4,6})|\\PC{0,6}| Z",
        ) {
            let text = format!("{day}{between}{clock}{fraction}{zone}");
            let theirs = DateTime::parse_from_rfc3339(&text).ok();
            let theirs = theirs.filter(|at| chrono::Timelike::nanosecond(at) == 0 && text.contains('T')).map(Instant);
            let ours = Instant::parse(&text);
            prop_assert_eq!(ours, theirs, "{:?}", text);
            prop_assert_eq!(ours.map(|at| *at.0.offset()), theirs.map(|at| *at.0.offset()), "{:?}", text);
        }

        #[test]
        fn moments_are_written_as_chrono_writes_them(seconds in -99_000_000_000_i64..400_000_000_000, minutes in -1439..1440) {
            let offset = FixedOffset::east_opt(minutes * 60).unwrap();
            let at = DateTime::from_timestamp(seconds, 0).unwrap().with_timezone(&offset);
            prop_assert_eq!(Instant(at).to_string(), at.format("%Y-%m-%dT%H:%M:%S%:z").to_string());
        }
    }
}
