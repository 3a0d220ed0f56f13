//! Findings: what a person should know about the complaint itself. Blocks only what the form truly demands (wire §3).

use super::understand::{Scanned, Understood};
use crate::complaint::{ClassificationValue, Complaint, Date, Finding, PlaceState, RegionCode};
use crate::engine::Engine;
use crate::matter::CueList;
use crate::message::Params;
use crate::text::{Flags, Hit, Kind};

fn one(name: &'static str, value: impl Into<crate::message::Param>) -> Params {
    Params::from([(name, value.into())])
}

/// All findings, by path, then code.
pub(super) fn of(
    engine: &Engine,
    complaint: &Complaint,
    seen: &Understood,
    day: Date,
    missing: Option<i64>,
) -> Vec<Finding> {
    let mut out = Vec::new();
    form(complaint, day, &mut out);
    place(engine, complaint, seen, &mut out);
    text(engine, &seen.text, &mut out);
    if let Some(year) = missing {
        out.push(Finding::new("calendar_missing", "", one("year", year)));
    }
    out.sort_by(|a, b| (&a.path, a.code).cmp(&(&b.path, b.code)));
    out
}

fn form(complaint: &Complaint, day: Date, out: &mut Vec<Finding>) {
    let blank = |text: &Option<String>| text.as_deref().is_none_or(|t| t.trim().is_empty());
    if blank(&complaint.title) {
        out.push(Finding::new("title_blank", "/complaint/title", Params::new()));
    }
    if blank(&complaint.content) {
        out.push(Finding::new("content_blank", "/complaint/content", Params::new()));
    }
    let path = "/complaint/date_of_incident";
    match complaint.date_of_incident {
        None if complaint.classification == Some(ClassificationValue::Pengaduan) => {
            out.push(Finding::new("incident_date_missing", path, Params::new()));
        }
        Some(date) if date > day => {
            out.push(Finding::new("incident_date_future", path, one("date", date.to_string())));
        }
        _ => {}
    }
}

fn place(engine: &Engine, complaint: &Complaint, seen: &Understood, out: &mut Vec<Finding>) {
    let located = &seen.located;
    if located.place.state == PlaceState::Unknown {
        out.push(Finding::new("place_missing", "/complaint/location", Params::new()));
    }
    if !located.conflicts.is_empty() {
        let mut regions: Vec<String> = located.conflicts.iter().map(ToString::to_string).collect();
        regions.dedup();
        out.push(Finding::new("region_conflict", "/complaint/location", one("regions", regions)));
    }
    let path = "/complaint/location/region";
    if let Some(code) = complaint.location.region.as_deref().and_then(|text| RegionCode::parse(text.trim())) {
        let village = code.level() == 4;
        match engine.regions.today(code) {
            Some(_) if village && engine.regions.villages().is_none() => {
                out.push(Finding::new("not_checked", path, one("pack", "villages")));
            }
            // the district stands in for a village that no decree knows
            Some(today) if !village || today.level() == 4 => {}
            _ => out.push(Finding::new("region_code_unknown", path, one("code", code.to_string()))),
        }
    }
}

fn text(engine: &Engine, seen: &Scanned, out: &mut Vec<Finding>) {
    let path = |hit: &Hit| {
        let title = seen.tokens.get(hit.first as usize).is_some_and(|t| t.flags.has(Flags::TITLE));
        if title { "/complaint/title" } else { "/complaint/content" }
    };
    if let Some(hit) = cues(seen, CueList::Emergency).next() {
        out.push(Finding::new("emergency", path(hit), Params::new()));
    }
    if let Some(hit) = advert(seen) {
        out.push(Finding::new("promotional_spam", path(hit), Params::new()));
    }
    for (n, id) in engine.words.out_of_scope.iter().enumerate() {
        let list = CueList::OutOfScope(u32::try_from(n).unwrap_or(u32::MAX));
        if let Some(hit) = cues(seen, list).next() {
            out.push(Finding::new("out_of_scope", path(hit), one("kind", id.as_str())));
        }
    }
}

fn cues(seen: &Scanned, list: CueList) -> impl Iterator<Item = &Hit> {
    let value = list.value();
    seen.hits.iter().filter(move |h| h.entry.kind == Kind::Cue && h.entry.value == value)
}

/// The words that make the text an advert: gambling offered, or two promises; a report *about* such an advert is none.
pub(super) fn advert(seen: &Scanned) -> Option<&Hit> {
    if cues(seen, CueList::Report).next().is_some() {
        return None;
    }
    let word = |hit: &Hit| seen.tokens.get(hit.first as usize).map(|t| t.norm);
    let mut promises = cues(seen, CueList::Promo);
    let first = promises.next()?;
    let second = promises.find(|hit| word(hit) != word(first));
    cues(seen, CueList::Gambling).find(|hit| hit.first != first.first || second.is_some()).or(second)
}
