//! Overlays are checked before anything of them is loaded: every reference must lead somewhere, and no two rows may contradict each other.

use super::Tables;
use crate::complaint::Date;
use crate::error::{Error, ErrorCode};
use crate::pack::{Effect, Exception, Overlay, OverlayOffice};

fn refuse<T>(path: String, reason: &str, expected: impl Into<String>) -> Result<T, Error> {
    Err(Error::new(ErrorCode::PackInvalid, path).with("reason", reason).with("expected", expected.into()))
}

/// Checks one overlay.
///
/// # Errors
/// [`ErrorCode::PackInvalid`] with the place of the first fault and what would be accepted.
pub(super) fn overlay(o: &Overlay, tables: Tables<'_>) -> Result<(), Error> {
    if o.kind != "overlay" {
        return refuse("/kind".into(), "not an overlay", "overlay");
    }
    if o.requires.wire != crate::WIRE {
        return refuse("/requires/wire".into(), "another wire version", "1");
    }
    if !tables.regions.has(o.region) {
        return refuse("/for".into(), "no such region", "the Kemendagri code of a living region of level 1 to 3");
    }
    if let Some(id) = &o.administrator
        && o.offices.iter().all(|office| office.id != *id)
    {
        return refuse("/administrator".into(), "no such office", "the id of one of /offices");
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
    for (i, word) in o.words.iter().enumerate() {
        known_source(o, &word.source, format!("/words/{i}/source"))?;
    }
    // what this version would read past must not look as if it counted
    for (name, empty) in
        [("calendar", o.calendar.is_empty()), ("messages", o.messages.is_empty()), ("policy", o.policy.is_empty())]
    {
        if !empty {
            return refuse(format!("/{name}"), "this version cannot use it yet", "an empty member");
        }
    }
    Ok(())
}

fn known_source(o: &Overlay, source: &str, path: String) -> Result<(), Error> {
    if o.sources.contains_key(source) { Ok(()) } else { refuse(path, "no such source", "one of the ids of /sources") }
}

fn span_fault(from: Option<Date>, until: Option<Date>) -> bool {
    matches!((from, until), (Some(from), Some(until)) if until < from)
}

/// True if two periods have a day in common.
fn overlap(a: (Option<Date>, Option<Date>), b: (Option<Date>, Option<Date>)) -> bool {
    let before = |until: Option<Date>, from: Option<Date>| matches!((until, from), (Some(u), Some(f)) if u < f);
    !before(a.1, b.0) && !before(b.1, a.0)
}

fn check_office(o: &Overlay, i: usize, office: &OverlayOffice, t: Tables<'_>) -> Result<(), Error> {
    let at = |name: &str| format!("/offices/{i}/{name}");
    let known = |kind: &String| kind.strip_prefix("opd:").is_some_and(|id| t.institutions.office_type(id).is_some());
    if !known(&office.kind) {
        return refuse(at("type"), "no such office type", "opd: and the id of a general office type");
    }
    if let Some(n) = office.also.iter().position(|kind| !known(kind)) {
        return refuse(
            format!("/offices/{i}/also/{n}"),
            "no such office type",
            "opd: and the id of a general office type",
        );
    }
    if office.id.is_empty() || office.name.trim().is_empty() {
        return refuse(at("id"), "id or name is blank", "both");
    }
    if span_fault(office.from, office.until) {
        return refuse(at("until"), "it ends before it begins", "a day not before `from`");
    }
    let twin = o
        .offices
        .iter()
        .take(i)
        .position(|other| other.id == office.id && overlap((other.from, other.until), (office.from, office.until)));
    if let Some(n) = twin {
        return refuse(
            at("id"),
            "two offices bear this id at the same time",
            format!("another id than that of /offices/{n}"),
        );
    }
    known_source(o, &office.source, at("source"))
}

fn check_exception(o: &Overlay, i: usize, e: &Exception, t: Tables<'_>) -> Result<(), Error> {
    let at = |name: &str| format!("/exceptions/{i}/{name}");
    if [e.matter.is_some(), e.group.is_some(), e.word.is_some()].iter().filter(|given| **given).count() != 1 {
        return refuse(at("matter"), "not exactly one subject", "exactly one of matter, group and word");
    }
    if e.matter.as_deref().is_some_and(|m| t.taxonomy.matter_row(m).is_none()) {
        return refuse(at("matter"), "no such matter", "a matter id");
    }
    if let Some(group) = &e.group
        && t.taxonomy.discriminator(group).is_none()
        && t.taxonomy.matters().iter().all(|m| m.urusan != *group)
    {
        return refuse(at("group"), "no such group", "an affair (urusan) or a discriminator id");
    }
    for (id, values) in &e.when {
        let Some(d) = t.taxonomy.discriminator(id) else {
            return refuse(
                format!("/exceptions/{i}/when/{id}"),
                "no such discriminator",
                t.taxonomy.discriminator_ids().join(" | "),
            );
        };
        if let Some(n) = values.iter().position(|v| d.values.iter().all(|(known, ..)| known != v)) {
            let accepted: Vec<&str> = d.values.iter().map(|(v, ..)| v.as_str()).collect();
            return refuse(format!("/exceptions/{i}/when/{id}/{n}"), "no such value", accepted.join(" | "));
        }
    }
    let wants_level = e.effect == Effect::Level;
    if wants_level != e.level.is_some() {
        return refuse(
            at("level"),
            "level belongs to the effect `level`",
            "pusat | provinsi | kabkota, with effect level only",
        );
    }
    if e.level.as_deref().is_some_and(|l| !["pusat", "provinsi", "kabkota"].contains(&l)) {
        return refuse(at("level"), "no such level", "pusat | provinsi | kabkota");
    }
    if wants_level != e.to.is_empty() {
        return refuse(at("to"), "receivers and effect do not fit", "at least one office, except with effect level");
    }
    if (e.effect == Effect::Means) != e.word.is_some() {
        return refuse(
            at("effect"),
            "`means` is for words",
            "means with word; to, add, replace or level with matter or group",
        );
    }
    for (n, reference) in e.to.iter().enumerate() {
        let own = o.offices.iter().any(|office| office.id == *reference);
        let general = reference.strip_prefix("opd:").is_some_and(|id| t.institutions.office_type(id).is_some());
        let national = reference.strip_prefix("inst:").is_some_and(|id| t.institutions.pusat(id).is_some());
        let territorial = matches!(reference.as_str(), "kecamatan" | "kelurahan" | "desa");
        if !own && !general && !national && !territorial {
            let expected = "an id of /offices, kecamatan, kelurahan, desa, opd: and an office type, or inst: and a living national body";
            return refuse(format!("/exceptions/{i}/to/{n}"), "no such receiver", expected);
        }
    }
    if span_fault(e.from, e.until) {
        return refuse(at("until"), "it ends before it begins", "a day not before `from`");
    }
    for (n, other) in o.exceptions.iter().take(i).enumerate() {
        if other.id == e.id {
            return refuse(at("id"), "two exceptions bear this id", format!("another id than that of /exceptions/{n}"));
        }
        let same = (&other.matter, &other.group, &other.word, &other.when, other.effect, other.from)
            == (&e.matter, &e.group, &e.word, &e.when, e.effect, e.from);
        if same && e.effect != Effect::Add && overlap((other.from, other.until), (e.from, e.until)) {
            let reason = format!("{} and {} decide the same case", other.id, e.id);
            return refuse(format!("/exceptions/{i}"), &reason, "rows that differ in matter, when or period");
        }
    }
    known_source(o, &e.source, at("source"))
}
