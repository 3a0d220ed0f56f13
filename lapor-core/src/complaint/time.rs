//! Dates and instants as the wire writes them: `2026-11-23` and `2026-11-23T09:00:00+07:00`.

use crate::error::Error;
use crate::json::{Read, Slot, record, refused, text};
use chrono::{DateTime, FixedOffset, NaiveDate, Timelike};
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
        let mut number = |digits: usize| {
            let part = parts.next().filter(|part| part.len() == digits && part.bytes().all(|b| b.is_ascii_digit()))?;
            part.parse::<u16>().ok()
        };
        let (year, month, day) = (number(4)?, number(2)?, number(2)?);
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
    /// Reads an RFC 3339 moment without fraction.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let at = DateTime::parse_from_rfc3339(text).ok()?;
        (at.nanosecond() == 0 && text.contains('T')).then_some(Instant(at))
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

        #[test]
        fn moments_are_written_as_chrono_writes_them(seconds in -99_000_000_000_i64..400_000_000_000, minutes in -1439..1440) {
            let offset = FixedOffset::east_opt(minutes * 60).unwrap();
            let at = DateTime::from_timestamp(seconds, 0).unwrap().with_timezone(&offset);
            prop_assert_eq!(Instant(at).to_string(), at.format("%Y-%m-%dT%H:%M:%S%:z").to_string());
        }
    }
}
