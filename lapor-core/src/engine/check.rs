//! Overlays are checked before anything of them is loaded: every reference must lead somewhere, and no two rows may contradict each other.

use super::Tables;
use crate::complaint::Date;
use crate::error::{Error, ErrorCode};
use crate::pack::{Effect, Exception, LocalHoliday, Overlay, OverlayOffice};
use chrono::NaiveDate;

/// Reason and what would be accepted are codes of the message table, or plain values.
fn refuse<T>(path: String, reason: &str, expected: impl Into<String>) -> Result<T, Error> {
    Err(fault(path, reason, expected))
}

fn fault(path: String, reason: &str, expected: impl Into<String>) -> Error {
    Error::new(ErrorCode::PackInvalid, path).with("reason", reason).with("expected", expected.into())
}

/// Checks one overlay.
///
/// # Errors
/// [`ErrorCode::PackInvalid`] with the place of the first fault and what would be accepted; [`ErrorCode::PackNeedsFeature`].
pub(super) fn overlay(o: &Overlay, tables: Tables<'_>) -> Result<(), Error> {
    if o.kind != "overlay" {
        return refuse("/kind".into(), "why_not_overlay", "overlay");
    }
    if o.requires.wire != crate::WIRE {
        return refuse("/requires/wire".into(), "why_other_wire", "1");
    }
    if let Some(feature) = o.requires.features.first() {
        let error = Error::new(ErrorCode::PackNeedsFeature, "/requires/features/0");
        return Err(error.with("feature", feature.as_str()));
    }
    if !tables.regions.has(o.region) {
        return refuse("/for".into(), "why_no_region", "want_living_region");
    }
    for (level, instead) in &o.levels {
        let place = || format!("/levels/{level}");
        if !["provinsi", "kabkota", "desa"].contains(&level.as_str()) {
            return refuse(place(), "why_no_level", "provinsi | kabkota | desa");
        }
        if !is_level(instead) || instead == level {
            return refuse(place(), "why_no_level", LEVELS);
        }
    }
    if let Some(id) = &o.administrator
        && o.offices.iter().all(|office| office.id != *id)
    {
        return refuse("/administrator".into(), "why_no_office", "want_office_id");
    }
    for (i, office) in o.offices.iter().enumerate() {
        check_office(o, i, office, tables)?;
    }
    for (i, exception) in o.exceptions.iter().enumerate() {
        check_exception(o, i, exception, tables)?;
    }
    for (i, channel) in o.channels.iter().enumerate() {
        known_source(o, &channel.source, format!("/channels/{i}/source"))?;
    }
    for (i, day) in o.calendar.iter().enumerate() {
        check_day(o, i, day, tables)?;
    }
    for (i, word) in o.words.iter().enumerate() {
        known_source(o, &word.source, format!("/words/{i}/source"))?;
    }
    // what this version would read past must not look as if it counted
    for (name, empty) in [("messages", o.messages.is_empty()), ("policy", o.policy.is_empty())] {
        if !empty {
            return refuse(format!("/{name}"), "why_not_yet", "want_empty");
        }
    }
    Ok(())
}

/// Levels that can take the place of another.
const LEVELS: &str = "pusat | provinsi | kabkota";

fn is_level(level: &str) -> bool {
    LEVELS.split(" | ").any(|known| known == level)
}

fn known_source(o: &Overlay, source: &str, path: String) -> Result<(), Error> {
    if o.sources.contains_key(source) { Ok(()) } else { refuse(path, "why_no_source", "want_source_id") }
}

fn check_period(from: Option<Date>, until: Option<Date>, path: String) -> Result<(), Error> {
    match (from, until) {
        (Some(from), Some(until)) if until < from => {
            Err(fault(path, "why_ends_first", "want_later_day").with("from", from.to_string()))
        }
        _ => Ok(()),
    }
}

/// True if two periods have a day in common.
fn overlap(a: (Option<Date>, Option<Date>), b: (Option<Date>, Option<Date>)) -> bool {
    let before = |until: Option<Date>, from: Option<Date>| matches!((until, from), (Some(u), Some(f)) if u < f);
    !before(a.1, b.0) && !before(b.1, a.0)
}

/// True if both exceptions decide who leads in the same case and nothing says which of them wins.
fn rivals(a: &Exception, b: &Exception, t: Tables<'_>) -> bool {
    if a.effect == Effect::Add || b.effect == Effect::Add || a.precedence() != b.precedence() || a.word != b.word {
        return false;
    }
    let both_apply = a.when.iter().all(|(id, x)| b.when.get(id).is_none_or(|y| x.iter().any(|v| y.contains(v))));
    let subject = match (&a.group, &b.group) {
        (Some(x), Some(y)) => t.taxonomy.matters().iter().any(|m| m.in_group(x) && m.in_group(y)),
        _ => a.matter == b.matter,
    };
    subject && both_apply
}

fn check_office(o: &Overlay, i: usize, office: &OverlayOffice, t: Tables<'_>) -> Result<(), Error> {
    let at = |name: &str| format!("/offices/{i}/{name}");
    let known = |kind: &String| kind.strip_prefix("opd:").is_some_and(|id| t.institutions.office_type(id).is_some());
    if !known(&office.kind) {
        return refuse(at("type"), "why_no_type", "want_type");
    }
    if let Some(n) = office.also.iter().position(|kind| !known(kind)) {
        return refuse(format!("/offices/{i}/also/{n}"), "why_no_type", "want_type");
    }
    if office.id.is_empty() || office.name.trim().is_empty() {
        return refuse(at("id"), "why_blank", "want_id_and_name");
    }
    check_period(office.from, office.until, at("until"))?;
    let twin = o
        .offices
        .iter()
        .take(i)
        .position(|other| other.id == office.id && overlap((other.from, other.until), (office.from, office.until)));
    if let Some(n) = twin {
        return Err(fault(at("id"), "why_two_offices", "want_other_id").with("other", format!("/offices/{n}")));
    }
    known_source(o, &office.source, at("source"))
}

fn check_day(o: &Overlay, i: usize, day: &LocalHoliday, t: Tables<'_>) -> Result<(), Error> {
    let at = |name: &str| format!("/calendar/{i}/{name}");
    if !t.calendar.has(day.date) {
        let error = fault(at("date"), "why_beyond_calendar", "want_day_within");
        let (from, until) = (t.calendar.from().to_string(), t.calendar.until().to_string());
        return Err(error.with("from", from).with("until", until));
    }
    if day.name.trim().is_empty() {
        return refuse(at("name"), "why_blank", "want_name");
    }
    if let Some(n) = o.calendar.iter().take(i).position(|other| other.date == day.date) {
        return Err(fault(at("date"), "why_two_days", "want_other_day").with("other", format!("/calendar/{n}")));
    }
    known_source(o, &day.source, at("source"))
}

fn check_exception(o: &Overlay, i: usize, e: &Exception, t: Tables<'_>) -> Result<(), Error> {
    let at = |name: &str| format!("/exceptions/{i}/{name}");
    if [e.matter.is_some(), e.group.is_some(), e.word.is_some()].iter().filter(|given| **given).count() != 1 {
        return refuse(at("matter"), "why_subjects", "want_subject");
    }
    if e.matter.as_deref().is_some_and(|m| t.taxonomy.matter_row(m).is_none()) {
        return refuse(at("matter"), "why_no_matter", "want_matter");
    }
    if let Some(group) = &e.group
        && !t.taxonomy.has_group(group)
    {
        return refuse(at("group"), "why_no_group", "want_group");
    }
    for (id, values) in &e.when {
        let Some(d) = t.taxonomy.discriminator(id) else {
            return refuse(
                format!("/exceptions/{i}/when/{id}"),
                "why_no_discriminator",
                t.taxonomy.discriminator_ids().join(" | "),
            );
        };
        if let Some(n) = values.iter().position(|v| d.values.iter().all(|(known, ..)| known != v)) {
            let accepted: Vec<&str> = d.values.iter().map(|(v, ..)| v.as_str()).collect();
            return refuse(format!("/exceptions/{i}/when/{id}/{n}"), "why_no_value", accepted.join(" | "));
        }
    }
    let wants_level = e.effect == Effect::Level;
    if (wants_level && e.level.is_none()) || (e.effect == Effect::Means && e.level.is_some()) {
        return refuse(at("level"), "why_level_effect", "want_level_effect");
    }
    if e.level.as_deref().is_some_and(|level| !is_level(level)) {
        return refuse(at("level"), "why_no_level", LEVELS);
    }
    if wants_level != e.to.is_empty() {
        return refuse(at("to"), "why_to_effect", "want_receivers");
    }
    if (e.effect == Effect::Means) != e.word.is_some() {
        return refuse(at("effect"), "why_means", "want_means");
    }
    for (n, reference) in e.to.iter().enumerate() {
        let own = o.offices.iter().any(|office| office.id == *reference);
        let general = reference.strip_prefix("opd:").is_some_and(|id| t.institutions.office_type(id).is_some());
        // it must live as long as the row holds
        let last = e.until.unwrap_or(Date(NaiveDate::MAX));
        let national = reference.strip_prefix("inst:").is_some_and(|id| t.institutions.pusat(id, last).is_some());
        let territorial = matches!(reference.as_str(), "kecamatan" | "kelurahan" | "desa");
        if !own && !general && !national && !territorial {
            let expected = "want_receiver";
            return refuse(format!("/exceptions/{i}/to/{n}"), "why_no_receiver", expected);
        }
    }
    check_period(e.from, e.until, at("until"))?;
    for (n, other) in o.exceptions.iter().take(i).enumerate() {
        if other.id == e.id {
            return Err(fault(at("id"), "why_two_ids", "want_other_id").with("other", format!("/exceptions/{n}")));
        }
        if rivals(other, e, t) && overlap((other.from, other.until), (e.from, e.until)) {
            let error = fault(format!("/exceptions/{i}"), "why_same_case", "want_other_rows");
            return Err(error.with("first", other.id.as_str()).with("second", e.id.as_str()));
        }
    }
    known_source(o, &e.source, at("source"))
}
