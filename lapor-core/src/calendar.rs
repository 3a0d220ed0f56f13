//! The working calendar: national holidays and collective leave by decree, weekends, and the days a clock skips.

use crate::complaint::{Date, Skipped};
use crate::error::{Error, ErrorCode};
use crate::pack::{self, CalendarPack};
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use rustc_hash::FxHashMap;

/// Working days of government offices.
#[derive(Debug)]
pub struct Calendar {
    from: NaiveDate,
    until: NaiveDate,
    days: FxHashMap<NaiveDate, Holiday>,
    decrees: Vec<String>,
}

/// A day off by decree.
#[derive(Debug)]
struct Holiday {
    collective: bool,
    name: String,
    decree: u16,
}

/// What a clock found between two days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// Last day.
    pub due: Date,
    /// Units counted in (from, due].
    pub counted: u32,
    /// Days skipped in (from, due].
    pub skipped: Vec<Skipped>,
}

impl Calendar {
    /// Builds the calendar from its pack.
    ///
    /// # Errors
    /// [`ErrorCode::PackInvalid`] with the place of a bad date.
    pub fn new(pack: CalendarPack) -> Result<Self, Error> {
        let day =
            |text: &str, path: String| Date::parse(text).map(|d| d.0).ok_or_else(|| pack::refused(&path, "why_no_day"));
        let mut days = FxHashMap::default();
        for (i, row) in pack.days.into_iter().enumerate() {
            let date = day(&row.date, format!("/days/{i}/date"))?;
            // a day that is both a national holiday and leave is a holiday
            let known = days.get(&date).is_some_and(|known: &Holiday| !known.collective || row.collective);
            if !known {
                days.insert(date, Holiday { collective: row.collective, name: row.name, decree: row.decree });
            }
        }
        Ok(Calendar {
            from: day(&pack.from, "/from".to_owned())?,
            until: day(&pack.until, "/until".to_owned())?,
            days,
            decrees: pack.decrees,
        })
    }

    /// First day with data.
    #[must_use]
    pub fn from(&self) -> Date {
        Date(self.from)
    }

    /// Last day with data.
    #[must_use]
    pub fn until(&self) -> Date {
        Date(self.until)
    }

    /// The error for a day beyond the data.
    fn missing(&self, day: NaiveDate, path: &str) -> Error {
        Error::new(ErrorCode::NoCalendar, path)
            .with("year", i64::from(day.year()))
            .with("from", self.from().to_string())
            .with("until", self.until().to_string())
    }

    fn within(&self, day: NaiveDate, path: &str) -> Result<(), Error> {
        if day < self.from || day > self.until { Err(self.missing(day, path)) } else { Ok(()) }
    }

    /// Why a day is no working day, or `None` if it is one.
    fn off(&self, day: NaiveDate, leave_off: bool) -> Option<(&'static str, Option<&Holiday>)> {
        match self.days.get(&day) {
            Some(row) if !row.collective => return Some(("national_holiday", Some(row))),
            Some(row) if leave_off => return Some(("collective_leave", Some(row))),
            _ => {}
        }
        matches!(day.weekday(), Weekday::Sat | Weekday::Sun).then_some(("weekend", None))
    }

    fn skip(&self, day: NaiveDate, leave_off: bool, list: &mut Vec<Skipped>) -> bool {
        let Some((reason, row)) = self.off(day, leave_off) else { return false };
        let name = row.map(|r| r.name.clone());
        let source = row.and_then(|r| self.decrees.get(usize::from(r.decree)).cloned());
        match list.last_mut() {
            Some(last)
                if last.reason == reason
                    && last.name == name
                    && last.source == source
                    && last.to.0.succ_opt() == Some(day) =>
            {
                last.to = Date(day);
            }
            _ => list.push(Skipped { from: Date(day), to: Date(day), reason, name, source }),
        }
        true
    }

    /// The day on which the n-th working day after `from` falls; `from` itself is not counted.
    ///
    /// # Errors
    /// [`ErrorCode::NoCalendar`] at `/from`, or at `/length` when the count runs out of the data.
    pub fn add(&self, from: Date, length: u32, leave_off: bool) -> Result<Counted, Error> {
        self.within(from.0, "/from")?;
        let (mut day, mut counted, mut skipped) = (from.0, 0, Vec::new());
        while counted < length {
            day = day.succ_opt().ok_or_else(|| self.missing(day, "/length"))?;
            self.within(day, "/length")?;
            if !self.skip(day, leave_off, &mut skipped) {
                counted += 1;
            }
        }
        Ok(Counted { due: Date(day), counted, skipped })
    }

    /// The working days in (from, to].
    ///
    /// # Errors
    /// [`ErrorCode::NoCalendar`] at `/from` or `/to`; [`ErrorCode::BadValue`] at `/to` if it lies before `from`.
    pub fn count(&self, from: Date, to: Date, leave_off: bool) -> Result<Counted, Error> {
        if to < from {
            return Err(Error::new(ErrorCode::BadValue, "/to")
                .with("expected", "want_later_day")
                .with("from", from.to_string()));
        }
        self.within(from.0, "/from")?;
        self.within(to.0, "/to")?;
        let (mut day, mut counted, mut skipped) = (from.0, 0, Vec::new());
        while day < to.0 {
            day = day.succ_opt().ok_or_else(|| self.missing(day, "/to"))?;
            if !self.skip(day, leave_off, &mut skipped) {
                counted += 1;
            }
        }
        Ok(Counted { due: to, counted, skipped })
    }
}

/// Calendar days after a day; nothing is skipped.
#[must_use]
pub fn add_days(from: Date, length: u32) -> Option<Date> {
    from.0.checked_add_days(Days::new(u64::from(length))).map(Date)
}

/// Years after a day; 29 February becomes 28 February in a common year.
#[must_use]
pub fn add_years(from: Date, length: u32) -> Option<Date> {
    from.0.checked_add_months(Months::new(length.checked_mul(12)?)).map(Date)
}
