//! First deadlines of a complaint: what is due when, on the working calendar and in the zone of the office that must act.

use crate::calendar::{self, Calendar, Counted, Keep, REGIONAL, Workdays};
use crate::complaint::{
    Classification, Date, Deadline, Detail, Instant, Reason, RegionCode, Route, Skipped, Supervision, Zone,
};
use crate::error::Error;
use crate::message::{Params, Text};
use crate::pack::{DeadlineRow, LifecyclePack};
use crate::region::Regions;
use chrono::{FixedOffset, NaiveTime};

/// Deadlines, and the year that the calendar lacks, if any.
#[derive(Debug, Clone, PartialEq)]
pub struct FirstDeadlines {
    /// By due day, then id.
    pub list: Vec<Deadline>,
    /// The first year without data that a clock ran into.
    pub missing: Option<i64>,
}

/// The rules of deadlines. What a row says of every complaint is put into words once.
#[derive(Debug)]
pub struct DeadlineRules {
    rows: Vec<(DeadlineRow, Vec<Reason>)>,
    carried_from: Option<Date>,
    carried_over: Reason,
    inferred: Reason,
}

impl DeadlineRules {
    /// The rules of a pack.
    #[must_use]
    pub fn new(pack: LifecyclePack) -> Self {
        let one = |name: &'static str, value: &str| crate::message::pairs([(name, value.into())]);
        let told = |row: DeadlineRow| {
            let mut reasons = vec![Reason::new("deadline_rule", one("source", &row.source))];
            if row.assumed {
                reasons.push(Reason::new("deadline_assumed", one("event", &row.event)));
            }
            (row, reasons)
        };
        DeadlineRules {
            rows: pack.deadlines.into_iter().map(told).collect(),
            carried_from: Date::parse(&pack.carried_over_from),
            carried_over: Reason::new("deadline_carried_over", Params::new()),
            inferred: Reason::new("deadline_inferred", Params::new()),
        }
    }
}

/// The tables that clocks run on.
#[derive(Debug, Clone, Copy)]
pub struct Clocks<'e> {
    /// Rules.
    pub rules: &'e DeadlineRules,
    /// Working days.
    pub calendar: &'e Calendar,
    /// Zones.
    pub regions: &'e Regions,
}

/// Computes the first deadlines of a complaint received at a moment by the instance of a region.
#[must_use]
pub fn first_deadlines(
    clocks: Clocks<'_>,
    received: Instant,
    classification: &Classification,
    route: &Route,
    jurisdiction: Option<RegionCode>,
    detail: Detail,
) -> FirstDeadlines {
    let Clocks { rules, calendar, regions } = clocks;
    let supervised = match classification.supervision {
        Supervision::BerkadarPengawasan => "berkadar_pengawasan",
        Supervision::TidakBerkadarPengawasan => "tidak_berkadar_pengawasan",
    };
    let fits = |wanted: &str, value: &str| wanted.is_empty() || wanted == value;
    let mut missing = None;
    let mut list = Vec::new();
    for (row, told) in &rules.rows {
        if !fits(&row.classification, classification.value.as_str()) || !fits(&row.supervision, supervised) {
            continue;
        }
        let region = match row.holder.as_str() {
            "lead" => route.lead.as_ref().map_or(jurisdiction, |o| o.region),
            _ => jurisdiction,
        };
        let zone = regions.zone(region);
        let from = received.date_at(zone.hours());
        let counted = count(calendar, row, from, region, detail);
        if let Err(e) = &counted
            && missing.is_none()
            && let Some(crate::message::Param::Number(year)) = e.params().get("year")
        {
            missing = Some(*year);
        }
        let counted = counted.ok();
        let carried = row.carried && rules.carried_from.is_some_and(|day| from >= day);
        let status = if carried { "carried_over" } else { row.status.as_str() };
        let due = counted.as_ref().map(|c| c.due);
        let mut reasons = told.clone();
        let regional_days = counted.as_ref().map_or(0, regional_days);
        if regional_days > 0 {
            reasons.push(Reason::new(
                "deadline_regional_holidays",
                crate::message::pairs([("days", regional_days.into())]),
            ));
        }
        match status {
            "carried_over" => reasons.push(rules.carried_over.clone()),
            "inferred" => reasons.push(rules.inferred.clone()),
            _ => {}
        }
        list.push(Deadline {
            id: row.id.clone(),
            name: Text::new(row.name_id.clone(), row.name_en.clone()),
            event: row.event.clone(),
            from,
            assumed: row.assumed,
            length: Some(row.length),
            unit: unit(row),
            due,
            due_at: due.and_then(|d| end_of(d, zone)),
            zone,
            counted: counted.as_ref().map_or(0, |c| c.counted),
            skipped: skipped(counted, detail),
            profile: row.profile.clone(),
            status: status.to_owned(),
            reasons,
        });
    }
    crate::sort::by(&mut list, |a, b| (a.due.is_none(), a.due, &a.id).cmp(&(b.due.is_none(), b.due, &b.id)));
    FirstDeadlines { list, missing }
}

fn skipped(counted: Option<Counted>, detail: Detail) -> Vec<Skipped> {
    counted.filter(|_| detail == Detail::Full).map(|c| c.skipped).unwrap_or_default()
}

fn unit(row: &DeadlineRow) -> &'static str {
    match row.unit.as_str() {
        "days" => "days",
        "years" => "years",
        _ => "working_days",
    }
}

fn count(
    calendar: &Calendar,
    row: &DeadlineRow,
    from: Date,
    region: Option<RegionCode>,
    detail: Detail,
) -> Result<Counted, Error> {
    // a brief answer tells no skipped days, only how many are the region's own
    let keep = if detail == Detail::Full { Keep::All } else { Keep::Regional };
    let plain = |due: Option<Date>| Counted { due: due.unwrap_or(from), counted: row.length, skipped: Vec::new() };
    match unit(row) {
        "days" => Ok(plain(calendar::add_days(from, row.length))),
        "years" => Ok(plain(calendar::add_years(from, row.length))),
        _ => calendar.add(from, row.length, Workdays { region, leave_off: true }, keep),
    }
}

/// The end of a civil day in a zone.
fn end_of(day: Date, zone: Zone) -> Option<Instant> {
    let offset = FixedOffset::east_opt(zone.hours() * 3600)?;
    let time = NaiveTime::from_hms_opt(23, 59, 59)?;
    day.0.and_time(time).and_local_timezone(offset).single().map(Instant)
}

/// How many of the days skipped are the region's own.
fn regional_days(counted: &Counted) -> i64 {
    let own = counted.skipped.iter().filter(|s| s.reason == REGIONAL);
    own.map(|s| (s.to.0 - s.from.0).num_days() + 1).sum()
}
