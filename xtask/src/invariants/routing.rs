//! Categories, institutions, matters and regimes: every reference leads to something that can receive.

use super::{Faults, Known, clean, json, list, string, strings};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What a target may refer to.
struct Receivers<'a> {
    /// Levels of the general office types.
    types: BTreeMap<&'a str, Vec<&'a str>>,
    /// Status of the national bodies, and the last day of those that are gone.
    bodies: BTreeMap<&'a str, (&'a str, &'a str)>,
    /// Units that bodies have.
    units: BTreeSet<&'a str>,
}

pub(super) fn check(faults: &mut Faults, known: &mut Known) -> Result<(), String> {
    let tree = json("categories.json")?;
    let categories = categories(faults, &tree);
    let (types, bodies) = (json("regional-offices.json")?, json("national-institutions.json")?);
    let source = json("matters.json")?;
    let urusan: BTreeSet<&str> = list(&source, "urusan").iter().map(|u| string(u, "id")).collect();
    institutions(faults, &types, &bodies, &urusan);
    let receivers = Receivers {
        types: list(&types, "opd").iter().map(|o| (string(o, "id"), strings(o, "levels"))).collect(),
        bodies: list(&bodies, "institutions")
            .iter()
            .map(|i| (string(i, "id"), (string(i, "status"), string(i, "until"))))
            .collect(),
        units: list(&bodies, "units").iter().map(|u| string(u, "id")).collect(),
    };
    for (id, d) in source.get("discriminators").and_then(Value::as_object).into_iter().flatten() {
        let values: Vec<String> = strings(d, "values").into_iter().map(str::to_owned).collect();
        faults.no_twice(&format!("matters.json {id}"), "value", values.iter().map(String::as_str));
        let default = string(d, "default");
        faults.need(default.is_empty() || values.iter().any(|v| v == default), || {
            format!("matters.json {id}: default {default}")
        });
        known.discriminators.insert(id.clone(), values);
    }
    let matters = list(&source, "matters");
    faults.no_twice("matters.json", "matter", matters.iter().map(|m| string(m, "id")));
    known.matters = matters.iter().map(|m| string(m, "id").to_owned()).collect();
    for m in matters {
        let place = format!("matters.json {}", string(m, "id"));
        faults.need(clean(string(m, "name")) && clean(string(m, "gloss_en")), || format!("{place}: no names"));
        faults.need(urusan.contains(string(m, "urusan")), || format!("{place}: affair {}", string(m, "urusan")));
        faults.need(!list(m, "categories").is_empty(), || format!("{place}: no category"));
        for c in strings(m, "categories") {
            let active = categories.get(c) == Some(&"active") || string(m, "id") == "covid";
            faults.need(active, || format!("{place}: category {c} does not exist or is no longer used"));
        }
        routes(faults, &place, m, &receivers, &known.discriminators);
    }
    abuse(faults, matters);
    regimes(faults, &json("regimes.json")?, known)
}

/// Status by id.
fn categories<'a>(faults: &mut Faults, tree: &'a Value) -> BTreeMap<&'a str, &'a str> {
    let rows = list(tree, "categories");
    let by: BTreeMap<&str, &str> = rows.iter().map(|c| (string(c, "id"), string(c, "status"))).collect();
    faults.no_twice("categories.json", "category", rows.iter().map(|c| string(c, "id")));
    let numbers = rows.iter().filter_map(|c| c.get("lapor_id")).filter(|n| !n.is_null()).map(Value::to_string);
    let numbers: Vec<String> = numbers.collect();
    faults.no_twice("categories.json", "number", numbers.iter().map(String::as_str));
    for c in rows {
        let (id, parent) = (string(c, "id"), string(c, "parent"));
        let place = format!("categories.json {id}");
        faults.need(matches!(string(c, "status"), "active" | "historic" | "variant"), || format!("{place}: status"));
        faults.need(clean(string(c, "name")), || format!("{place}: name"));
        faults.need(parent.is_empty() || by.contains_key(parent), || format!("{place}: parent {parent}"));
        let dead = string(c, "status") == "active" && by.get(parent).is_some_and(|s| *s != "active");
        faults.need(!dead, || format!("{place}: active under a parent that is not"));
        let successor = string(c, "successor");
        let fits = successor.is_empty() || (string(c, "status") != "active" && by.get(successor) == Some(&"active"));
        faults.need(fits, || format!("{place}: {successor} cannot take its place"));
    }
    by
}

fn institutions(faults: &mut Faults, types: &Value, bodies: &Value, urusan: &BTreeSet<&str>) {
    let (types, bodies) = (list(types, "opd"), list(bodies, "institutions"));
    faults.no_twice("regional-offices.json", "office type", types.iter().map(|o| string(o, "id")));
    faults.no_twice("national-institutions.json", "body", bodies.iter().map(|i| string(i, "id")));
    for o in types {
        let place = format!("regional-offices.json {}", string(o, "id"));
        let levels = strings(o, "levels");
        let fits = levels.iter().all(|l| matches!(*l, "provinsi" | "kabkota" | "desa"));
        faults.need(!levels.is_empty() && fits, || format!("{place}: levels {levels:?}"));
        for affair in strings(o, "affairs") {
            let id = affair.split('/').next().unwrap_or(affair);
            // two tags stand for no affair of the law
            let fits = urusan.contains(id) || matches!(id, "pajak-daerah" | "kekhususan-aceh");
            faults.need(fits, || format!("{place}: affair {affair}"));
        }
    }
    for i in bodies {
        let place = format!("national-institutions.json {}", string(i, "id"));
        faults.need(matches!(string(i, "status"), "active" | "dissolved" | "private"), || format!("{place}: status"));
        faults.need(clean(string(i, "name")), || format!("{place}: name"));
    }
}

fn routes(
    faults: &mut Faults,
    place: &str,
    matter: &Value,
    receivers: &Receivers<'_>,
    discriminators: &BTreeMap<String, Vec<String>>,
) {
    let fact = string(matter, "discriminator");
    let values = discriminators.get(fact);
    faults.need(fact.is_empty() || values.is_some(), || format!("{place}: discriminator {fact}"));
    faults.need(!fact.is_empty() || list(matter, "routes").is_empty(), || {
        format!("{place}: routes that nothing decides")
    });
    let mut used = Vec::new();
    for route in list(matter, "routes") {
        let when = route.get("when").unwrap_or(&Value::Null);
        for (fact, chosen) in when.as_object().into_iter().flatten() {
            let known = discriminators.get(fact);
            for value in chosen.as_array().into_iter().flatten().filter_map(Value::as_str) {
                let fits = known.is_some_and(|values| values.iter().any(|v| v == value));
                faults.need(fits, || format!("{place}: {fact} {value}"));
            }
        }
        used.push(when.to_string());
        targets(faults, place, list(route, "to"), receivers);
    }
    faults.no_twice(place, "condition", used.iter().map(String::as_str));
    targets(faults, place, list(matter, "default"), receivers);
}

fn targets(faults: &mut Faults, place: &str, to: &[Value], receivers: &Receivers<'_>) {
    faults.need(to.iter().any(|t| string(t, "role") == "utama"), || format!("{place}: nobody leads"));
    let key = |t: &Value| ["level", "ref", "from", "until"].map(|member| string(t, member)).join(" ");
    let all: Vec<String> = to.iter().map(key).collect();
    faults.no_twice(place, "receiver", all.iter().map(String::as_str));
    for t in to {
        let (level, reference) = (string(t, "level"), string(t, "ref"));
        faults.need(matches!(string(t, "role"), "utama" | "koordinasi"), || format!("{place}: role of {reference}"));
        let lives = match reference.split_once(':') {
            Some(("opd", id)) => receivers.types.get(id).is_some_and(|levels| levels.contains(&level)),
            Some(("inst", id)) => national(id, string(t, "until"), receivers) && matches!(level, "pusat" | "bumn"),
            _ => false,
        };
        faults.need(lives, || format!("{place}: {level} {reference} can receive nothing"));
    }
}

/// A body, a unit of a body, or a unit that each body has; a private one never receives (routing.md 10.10), one that is gone only as long as it lived.
fn national(id: &str, until: &str, receivers: &Receivers<'_>) -> bool {
    let (body, unit) = id.split_once('/').map_or((id, None), |(body, unit)| (body, Some(unit)));
    let known = unit.is_none_or(|u| receivers.units.contains(u));
    match receivers.bodies.get(body) {
        Some((status, gone)) => {
            known && (*status == "active" || (*status == "dissolved" && !until.is_empty() && until <= *gone))
        }
        None => unit.is_none() && receivers.units.contains(id),
    }
}

/// An abuse complaint about a judge, a prosecutor, police, the army or a head of region never ends in the region (routing.md 10.11).
fn abuse(faults: &mut Faults, matters: &[Value]) {
    for m in matters.iter().filter(|m| string(m, "discriminator") == "actor" && string(m, "urusan") == "pengawasan") {
        for actor in ["polisi", "tni", "jaksa", "hakim", "kepala-daerah"] {
            let route = list(m, "routes")
                .iter()
                .find(|r| r.get("when").is_some_and(|when| strings(when, "actor").contains(&actor)));
            let to = route.map_or_else(|| list(m, "default"), |r| list(r, "to"));
            let leads = to.iter().filter(|t| string(t, "role") == "utama");
            let national = leads.clone().count() > 0 && leads.clone().all(|t| string(t, "ref").starts_with("inst:"));
            faults.need(national, || format!("matters.json {}: {actor} is judged by the region", string(m, "id")));
        }
    }
}

fn regimes(faults: &mut Faults, source: &Value, known: &Known) -> Result<(), String> {
    for overlay in source.as_array().ok_or("regimes.json: no list")? {
        let place = format!("regimes.json {}", string(overlay, "for"));
        faults.need(known.regions.contains(string(overlay, "for")), || format!("{place}: no such region"));
        faults.no_twice(&place, "exception", list(overlay, "exceptions").iter().map(|e| string(e, "id")));
        for e in list(overlay, "exceptions") {
            let (id, matter) = (string(e, "id"), string(e, "matter"));
            faults.need(matter.is_empty() || known.matters.contains(matter), || format!("{place} {id}: {matter}"));
            for (fact, values) in e.get("when").and_then(Value::as_object).into_iter().flatten() {
                let of = known.discriminators.get(fact);
                let fits = values.as_array().into_iter().flatten().filter_map(Value::as_str);
                let fits = of.is_some_and(|of| fits.into_iter().all(|v| of.iter().any(|x| x == v)));
                faults.need(fits, || format!("{place} {id}: when {fact}"));
            }
        }
    }
    Ok(())
}
