//! The days of the incident and of receipt, and the limits that the law counts between them. A limit of the law warns, it never blocks.

use super::{Known, one, resting_on};
use crate::complaint::{ClassificationValue, Date, Finding};
use crate::message::Params;
use chrono::Months;

pub(super) fn check(known: &Known<'_>, out: &mut Vec<Finding>) {
    let complaint = known.complaint;
    if complaint.received_at.is_some_and(|at| at > known.now) {
        out.push(Finding::new("received_in_future", "/complaint/received_at", Params::new()));
    }
    let path = "/complaint/date_of_incident";
    match complaint.date_of_incident {
        None if complaint.classification == Some(ClassificationValue::Pengaduan) => {
            out.push(Finding::new("incident_date_missing", path, Params::new()));
        }
        Some(date) if date > known.day => {
            out.push(Finding::new("incident_date_future", path, one("date", date.to_string())));
        }
        Some(date) if known.kind == ClassificationValue::Pengaduan => limits(known, date, path, out),
        _ => {}
    }
}

fn limits(known: &Known<'_>, incident: Date, path: &str, out: &mut Vec<Finding>) {
    let rules = known.rules();
    let days = (known.day.0 - incident.0).num_days();
    if days > rules.filing_days.value {
        let mut params = one("days", days);
        params.insert("limit", rules.filing_days.value.into());
        out.push(resting_on(&rules.filing_days.source, Finding::new("filing_limit", path, params)));
    }
    if past(incident, rules.ombudsman_years.value, known.day) {
        let params = one("limit", rules.ombudsman_years.value);
        out.push(resting_on(&rules.ombudsman_years.source, Finding::new("ombudsman_limit", path, params)));
    }
}

/// True if `day` lies after the same date so many years on; 29 February becomes 28 February in a common year.
fn past(incident: Date, years: i64, day: Date) -> bool {
    let months = u32::try_from(years).ok().and_then(|years| years.checked_mul(12)).map(Months::new);
    months.and_then(|months| incident.0.checked_add_months(months)).is_some_and(|last| day.0 > last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_day_is_in_time() {
        let day = |text| Date::parse(text).unwrap();
        assert!(!past(day("2024-11-23"), 2, day("2026-11-23")));
        assert!(past(day("2024-11-22"), 2, day("2026-11-23")));
        assert!(!past(day("2024-02-29"), 2, day("2026-02-28")));
        assert!(past(day("2024-02-29"), 2, day("2026-03-01")));
        assert!(!past(day("2024-02-29"), 4, day("2028-02-29")));
        assert!(!past(day("2024-02-29"), i64::MAX, day("2028-02-29")));
    }
}
