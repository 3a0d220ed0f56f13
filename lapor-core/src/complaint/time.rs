//! Dates and instants as the wire writes them: `2026-11-23` and `2026-11-23T09:00:00+07:00`.

use chrono::{DateTime, FixedOffset, NaiveDate, Timelike};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;

/// A civil day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(pub NaiveDate);

/// A moment with the offset it was written with, to the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(pub DateTime<FixedOffset>);

impl Date {
    /// Reads `YYYY-MM-DD`; `None` for another form or a day that does not exist.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        (text.len() == 10).then(|| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().map(Date)).flatten()
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
        self.0.format("%Y-%m-%dT%H:%M:%S%:z").fmt(f)
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

struct DateVisitor;

impl de::Visitor<'_> for DateVisitor {
    type Value = Date;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("want_day")
    }
    fn visit_str<E: de::Error>(self, text: &str) -> Result<Date, E> {
        Date::parse(text).ok_or_else(|| E::invalid_value(de::Unexpected::Str(text), &self))
    }
}

struct InstantVisitor;

impl de::Visitor<'_> for InstantVisitor {
    type Value = Instant;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("want_moment")
    }
    fn visit_str<E: de::Error>(self, text: &str) -> Result<Instant, E> {
        Instant::parse(text).ok_or_else(|| E::invalid_value(de::Unexpected::Str(text), &self))
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        d.deserialize_str(DateVisitor)
    }
}

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        d.deserialize_str(InstantVisitor)
    }
}
