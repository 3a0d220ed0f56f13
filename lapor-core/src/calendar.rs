//! The working calendar: national holidays and collective leave by decree, the days off of a region, weekends, and the days a clock skips.

use crate::complaint::{Date, RegionCode, Skipped};
use crate::error::{Error, ErrorCode};
use crate::pack::{self, CalendarPack, Overlay};
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use rustc_hash::FxHashMap;

const COLLECTIVE: &str = "collective_leave";
/// The reason of a day off that is the region's own.
pub const REGIONAL: &str = "regional_holiday";

/// Working days of government offices.
#[derive(Debug)]
pub struct Calendar {
    from: NaiveDate,
    until: NaiveDate,
    /// By the region whose day off it is; none = the country.
    days: FxHashMap<(Option<RegionCode>, NaiveDate), Holiday>,
    /// The regions that have days off of their own: few, so that most days are looked for once.
    observers: Vec<RegionCode>,
}

/// A day off by decree.
#[derive(Debug)]
struct Holiday {
    reason: &'static str,
    name: String,
    source: Option<String>,
}

/// Whose working days are counted.
#[derive(Debug, Clone, Copy)]
pub struct Workdays {
    /// The region whose own days off count too.
    pub region: Option<RegionCode>,
    /// Whether collective leave is off.
    pub leave_off: bool,
}

/// Which of the skipped days are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// All.
    All,
    /// Those that are the region's own.
    Regional,
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
            let reason = if row.collective { COLLECTIVE } else { "national_holiday" };
            // a day that is both a national holiday and leave is a holiday
            let known =
                days.get(&(None, date)).is_some_and(|known: &Holiday| known.reason != COLLECTIVE || row.collective);
            if !known {
                let source = pack.decrees.get(usize::from(row.decree)).cloned();
                days.insert((None, date), Holiday { reason, name: row.name, source });
            }
        }
        Ok(Calendar {
            from: day(&pack.from, "/from".to_owned())?,
            until: day(&pack.until, "/until".to_owned())?,
            days,
            observers: Vec::new(),
        })
    }

    /// Adds the days off of an overlay's region; the later overlay's row wins.
    pub fn observe(&mut self, overlay: &Overlay) {
        for row in &overlay.calendar {
            let source = overlay.sources.get(&row.source).cloned();
            let holiday = Holiday { reason: REGIONAL, name: row.name.clone(), source };
            self.days.insert((Some(overlay.region), row.date.0), holiday);
            if !self.observers.contains(&overlay.region) {
                self.observers.push(overlay.region);
            }
        }
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

    /// True if there are data for a day.
    #[must_use]
    pub fn has(&self, day: Date) -> bool {
        self.from <= day.0 && day.0 <= self.until
    }

    fn within(&self, day: NaiveDate, path: &str) -> Result<(), Error> {
        if self.has(Date(day)) { Ok(()) } else { Err(self.missing(day, path)) }
    }

    /// Why a day is no working day, or `None` if it is one: the country's reason before the region's, the region's own before its province's.
    fn off(&self, day: NaiveDate, who: Workdays) -> Option<(&'static str, Option<&Holiday>)> {
        let national = self.days.get(&(None, day)).filter(|row| who.leave_off || row.reason != COLLECTIVE);
        let row = national.or_else(|| {
            let around = std::iter::successors(who.region, |code| code.parent());
            let mut observers = around.filter(|code| self.observers.contains(code));
            observers.find_map(|code| self.days.get(&(Some(code), day)))
        });
        match row {
            Some(row) => Some((row.reason, Some(row))),
            None => matches!(day.weekday(), Weekday::Sat | Weekday::Sun).then_some(("weekend", None)),
        }
    }

    fn skip(&self, day: NaiveDate, who: Workdays, keep: Keep, list: &mut Vec<Skipped>) -> bool {
        let Some((reason, row)) = self.off(day, who) else { return false };
        if keep == Keep::Regional && reason != REGIONAL {
            return true;
        }
        let name = row.map(|r| r.name.clone());
        let source = row.and_then(|r| r.source.clone());
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
    pub fn add(&self, from: Date, length: u32, who: Workdays, keep: Keep) -> Result<Counted, Error> {
        self.within(from.0, "/from")?;
        let (mut day, mut counted, mut skipped) = (from.0, 0, Vec::new());
        while counted < length {
            day = day.succ_opt().ok_or_else(|| self.missing(day, "/length"))?;
            self.within(day, "/length")?;
            if !self.skip(day, who, keep, &mut skipped) {
                counted += 1;
            }
        }
        Ok(Counted { due: Date(day), counted, skipped })
    }

    /// The working days in (from, to].
    ///
    /// # Errors
    /// [`ErrorCode::NoCalendar`] at `/from` or `/to`; [`ErrorCode::BadValue`] at `/to` if it lies before `from`.
    pub fn count(&self, from: Date, to: Date, who: Workdays) -> Result<Counted, Error> {
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
            if !self.skip(day, who, Keep::All, &mut skipped) {
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
