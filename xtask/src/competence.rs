//! What the tables of competence must hold before a pack is made of them: whatever they name exists and can receive.

use crate::Done;
use crate::data::{json, list, string, strings};
use lapor_core::pack::*;
use serde_json::Value;

/// Who examines reports of abuse; every matter and actor must exist.
pub(crate) fn abuse(out: &MattersPack) -> Result<AbuseRows, String> {
    let source = json("abuse.json")?;
    let rows = AbuseRows {
        matters: strings(&source, "matters"),
        overlays: list(&source, "overlays")
            .map(|o| AbuseOverlay {
                id: string(o, "id"),
                matter: string(o, "receivers_of"),
                lead: string(o, "effect") == "lead",
                supervised: o.get("supervised").and_then(Value::as_bool).unwrap_or(false),
                cues: strings(o, "cues"),
            })
            .collect(),
        owners: list(&source, "owners").map(|o| OwnerRow { of: string(o, "of"), actor: string(o, "actor") }).collect(),
        own_bodies: strings(&source, "own_bodies"),
        frontline: list(&source, "frontline").map(|f| string(f, "ref")).collect(),
    };
    let matter = |id: &String| out.matters.iter().any(|m| m.id == *id);
    let actors = out.discriminators.iter().find(|d| d.id == "actor").map(|d| &d.values);
    let actor = |value: &String| actors.into_iter().flatten().any(|(known, ..)| known == value);
    let bad = rows.matters.iter().chain(rows.overlays.iter().map(|o| &o.matter)).find(|id| !matter(id));
    let bad = bad.or_else(|| rows.owners.iter().map(|o| &o.actor).chain(&rows.own_bodies).find(|v| !actor(v)));
    bad.map_or(Ok(()), |id| Err(format!("abuse.json: {id} is unknown")))?;
    Ok(rows)
}

/// Groups, discriminators and values that routes name must exist.
pub(crate) fn matters(source: &Value, out: &MattersPack) -> Done {
    for (id, group) in source.get("groups").and_then(Value::as_object).into_iter().flatten() {
        let members = strings(group, "matters");
        if members.is_empty() || members.iter().any(|m| out.matters.iter().all(|row| row.id != *m)) {
            return Err(format!("matters.json: group {id}: members must be matters"));
        }
    }
    for m in &out.matters {
        let own = m.discriminator.clone().unwrap_or_default();
        let conditions =
            m.routes.iter().flat_map(|r| std::iter::once((&own, &r.values)).chain(r.also.iter().map(|(d, v)| (d, v))));
        for (id, values) in conditions {
            let d = out.discriminators.iter().find(|d| d.id == *id);
            let known = |v: &String| d.is_some_and(|d| d.values.iter().any(|(value, ..)| value == v));
            if let Some(value) = values.iter().find(|v| !known(v)) {
                return Err(format!("matters.json: {}: {id} has no value {value}", m.id));
            }
        }
    }
    Ok(())
}

/// Receivers that the tables name must exist and be able to receive on every day on which the row holds.
pub(crate) fn receivers(matters: &MattersPack, institutions: &InstitutionsPack) -> Done {
    let fault = |t: &TargetRow| {
        if let Some(id) = t.reference.strip_prefix("opd:") {
            return institutions.types.iter().all(|o| o.id != id).then_some("there is no such type");
        }
        let id = t.reference.strip_prefix("inst:").unwrap_or(&t.reference);
        let (body, unit) = id.split_once('/').map_or((id, None), |(body, unit)| (body, Some(unit)));
        if unit.is_none() && institutions.units.iter().any(|u| u.id == id) {
            return None;
        }
        let Some(row) = institutions.national.iter().find(|n| n.id == body) else {
            return Some("there is no such body");
        };
        if unit.is_some_and(|u| !institutions.units.iter().any(|k| k.id == u && k.kinds.contains(&row.kind))) {
            return Some("that body has no such unit");
        }
        match row.status.as_str() {
            "private" => Some("a private body never receives"),
            "active" => None,
            _ if t.until.is_some() && t.until <= row.until => None,
            _ => Some("the body is dissolved while the row still holds"),
        }
    };
    for m in &matters.matters {
        for t in m.default.iter().chain(m.routes.iter().flat_map(|r| &r.to)) {
            if let Some(why) = fault(t) {
                return Err(format!("matters.json: {}: {}: {why}", m.id, t.reference));
            }
        }
    }
    let bodies = |id: &String| institutions.national.iter().any(|n| n.id == *id);
    match institutions.national.iter().find(|n| n.before.as_ref().is_some_and(|id| !bodies(id))) {
        Some(n) => Err(format!("national-institutions.json: {}: who was before it is unknown", n.id)),
        None => Ok(()),
    }
}
