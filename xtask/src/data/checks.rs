//! What the tables of competence must hold before a pack is made of them: whatever they name exists and can receive.

use super::source::{members, strings};
use crate::Done;
use lapor_core::pack::{DiscriminatorRow, InstitutionsPack, MattersPack, NationalRow, TargetRow};
use serde_json::Value;

fn fault_if(found: Option<String>) -> Done {
    found.map_or(Ok(()), Err)
}

fn is_matter(matters: &MattersPack, id: &str) -> bool {
    matters.matters.iter().any(|m| m.id == id)
}

/// True if the discriminator has that value.
fn has_value(matters: &MattersPack, discriminator: &str, value: &str) -> bool {
    let of = |d: &&DiscriminatorRow| d.id == discriminator;
    matters.discriminators.iter().find(of).is_some_and(|d| d.values.iter().any(|(known, ..)| known == value))
}

/// Every group has members, and each is a matter. The pack has the groups by matter, so they are read from the source.
pub(super) fn groups(source: &Value, matters: &MattersPack) -> Done {
    let mut groups = members(source, "groups").map(|(id, group)| (id, strings(group, "matters")));
    let bad = groups.find(|(_, ids)| ids.is_empty() || !ids.iter().all(|id| is_matter(matters, id)));
    fault_if(bad.map(|(id, _)| format!("matters.json: group {id}: members must be matters")))
}

/// Discriminators and values that routes ask for must exist.
pub(super) fn conditions(matters: &MattersPack) -> Done {
    for m in &matters.matters {
        for r in &m.routes {
            let own = m.discriminator.iter().map(|id| (id, &r.values));
            for (id, values) in own.chain(r.also.iter().map(|(id, values)| (id, values))) {
                if let Some(value) = values.iter().find(|value| !has_value(matters, id, value)) {
                    return Err(format!("matters.json: {}: {id} has no value {value}", m.id));
                }
            }
        }
    }
    Ok(())
}

/// Matters and actors that the rows about abuse name must exist.
pub(super) fn abuse(matters: &MattersPack) -> Done {
    let rows = &matters.abuse;
    let mut ids = rows.matters.iter().chain(rows.overlays.iter().map(|o| &o.matter));
    let mut actors = rows.owners.iter().map(|o| &o.actor).chain(&rows.own_bodies);
    let bad = ids.find(|id| !is_matter(matters, id));
    let bad = bad.or_else(|| actors.find(|actor| !has_value(matters, "actor", actor)));
    fault_if(bad.map(|id| format!("abuse.json: {id} is unknown")))
}

/// Receivers that the matters name must exist and be able to receive on every day on which the row holds; who oversees must exist, but may
/// be dissolved, for an old report is judged by the rules of its day.
pub(super) fn receivers(matters: &MattersPack, institutions: &InstitutionsPack) -> Done {
    for m in &matters.matters {
        for t in m.default.iter().chain(m.routes.iter().flat_map(|r| &r.to)) {
            if let Err(why) = receives(institutions, t) {
                return Err(format!("matters.json: {}: {}: {why}", m.id, t.reference));
            }
        }
    }
    for kind in &matters.abuse.oversight {
        if let Err(why) = exists(institutions, kind) {
            return Err(format!("abuse.json: oversight: {kind}: {why}"));
        }
    }
    for unit in &matters.abuse.frontline {
        match exists(institutions, unit) {
            Ok(None) if unit.starts_with("opd:") => {}
            found => {
                let why = found.err().unwrap_or("only types of regional offices are looked for");
                return Err(format!("abuse.json: frontline: {unit}: {why}"));
            }
        }
    }
    owners(matters, institutions)
}

/// Whose staff works where: each row fits some receiver, and none stands twice.
fn owners(matters: &MattersPack, institutions: &InstitutionsPack) -> Done {
    let rows = &matters.abuse.owners;
    for (n, row) in rows.iter().enumerate() {
        let fits = match row.of.split_once(':') {
            Some(("kind", kind)) => institutions.national.iter().any(|body| body.kind == kind),
            Some(("level", level)) => matches!(level, "provinsi" | "kabkota" | "desa"),
            _ => exists(institutions, &row.of).is_ok(),
        };
        if !fits {
            return Err(format!("abuse.json: owners: nobody is {}", row.of));
        }
        if rows.iter().take(n).any(|other| other.of == row.of) {
            return Err(format!("abuse.json: owners: {} stands twice", row.of));
        }
    }
    Ok(())
}

/// What is wrong with a receiver.
fn receives(institutions: &InstitutionsPack, target: &TargetRow) -> Result<(), &'static str> {
    match exists(institutions, &target.reference)? {
        Some(body) if body.status == "private" => Err("a private body never receives"),
        Some(body) if body.status != "active" && (target.until.is_none() || target.until > body.until) => {
            Err("the body is dissolved while the row still holds")
        }
        _ => Ok(()),
    }
}

/// The national body that a reference names; none for a type of office, and for the unit of whichever body is meant.
fn exists<'a>(institutions: &'a InstitutionsPack, reference: &str) -> Result<Option<&'a NationalRow>, &'static str> {
    if let Some(id) = reference.strip_prefix("opd:") {
        let known = institutions.types.iter().any(|o| o.id == id);
        return if known { Ok(None) } else { Err("there is no such type") };
    }
    let id = reference.strip_prefix("inst:").ok_or("neither opd: nor inst:")?;
    if institutions.units.iter().any(|u| u.id == id) {
        return Ok(None);
    }
    let (body, unit) = id.split_once('/').map_or((id, None), |(body, unit)| (body, Some(unit)));
    let body = institutions.national.iter().find(|n| n.id == body).ok_or("there is no such body")?;
    if unit.is_some_and(|unit| !institutions.units.iter().any(|u| u.id == unit && u.kinds.contains(&body.kind))) {
        return Err("that body has no such unit");
    }
    Ok(Some(body))
}

/// A body that did the work of another before its first day must exist.
pub(super) fn predecessors(institutions: &InstitutionsPack) -> Done {
    let is_body = |id: &String| institutions.national.iter().any(|n| n.id == *id);
    let bad = institutions.national.iter().find(|n| n.before.as_ref().is_some_and(|id| !is_body(id)));
    fault_if(bad.map(|n| format!("national-institutions.json: {}: who was before it is unknown", n.id)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use lapor_core::pack::{AbuseRows, OwnerRow, TypeRow, UnitRow};

    fn oversight(kind: &str) -> Done {
        abuse_rows(AbuseRows { oversight: vec![kind.to_owned()], ..AbuseRows::default() })
    }

    fn abuse_rows(abuse: AbuseRows) -> Done {
        let text = str::to_owned;
        let body = |id: &str, kind: &str, status: &str| NationalRow {
            id: text(id),
            name: String::new(),
            status: text(status),
            from: None,
            until: None,
            before: None,
            kind: text(kind),
            names: vec![],
            ambiguous: vec![],
        };
        let institutions = InstitutionsPack {
            national: vec![body("kemenag", "kementerian", "active"), body("kasn", "lns", "dissolved")],
            types: vec![TypeRow {
                id: text("inspektorat"),
                name: String::new(),
                kind: String::new(),
                levels: vec![],
                names: vec![],
                ambiguous: vec![],
                provinces: vec![],
                affairs: vec![],
            }],
            units: vec![UnitRow { id: text("itjen"), kinds: vec![text("kementerian")], name: String::new() }],
            regimes: vec![],
        };
        receivers(&MattersPack { abuse, ..MattersPack::default() }, &institutions)
    }

    #[test]
    fn who_oversees_is_a_type_a_body_or_a_unit() {
        for kind in ["opd:inspektorat", "inst:kemenag", "inst:kasn", "inst:itjen", "inst:kemenag/itjen"] {
            assert_eq!(oversight(kind), Ok(()), "{kind}");
        }
    }

    #[test]
    fn a_front_line_unit_is_a_type_of_regional_office() {
        let frontline = |unit: &str| abuse_rows(AbuseRows { frontline: vec![unit.to_owned()], ..AbuseRows::default() });
        assert_eq!(frontline("opd:inspektorat"), Ok(()));
        for (unit, why) in [
            ("opd:puskemas", "there is no such type"),
            ("inst:kemenag", "only types of regional offices are looked for"),
            ("inst:itjen", "only types of regional offices are looked for"),
        ] {
            assert_eq!(frontline(unit), Err(format!("abuse.json: frontline: {unit}: {why}")));
        }
    }

    #[test]
    fn an_owner_is_a_body_a_kind_of_body_or_a_level() {
        let owners = |list: &[&str]| {
            let row = |of: &&str| OwnerRow { of: (*of).to_owned(), actor: String::new() };
            abuse_rows(AbuseRows { owners: list.iter().map(row).collect(), ..AbuseRows::default() })
        };
        assert_eq!(owners(&["inst:kemenag", "kind:kementerian", "level:desa"]), Ok(()));
        for of in ["inst:depag", "kind:kementrian", "level:kota", "kemenag"] {
            assert_eq!(owners(&[of]), Err(format!("abuse.json: owners: nobody is {of}")));
        }
        assert_eq!(
            owners(&["level:desa", "level:desa"]),
            Err("abuse.json: owners: level:desa stands twice".to_owned())
        );
    }

    #[test]
    fn an_overseer_that_is_not_there_is_named_with_its_file() {
        for (kind, why) in [
            ("opd:itjen", "there is no such type"),
            ("inst:inspektorat", "there is no such body"),
            ("inst:kasn/itjen", "that body has no such unit"),
            ("kemenag", "neither opd: nor inst:"),
        ] {
            assert_eq!(oversight(kind), Err(format!("abuse.json: oversight: {kind}: {why}")));
        }
    }
}
