//! Categories, institutions, matters and regimes: every reference leads to something that can receive.

use super::{Faults, Known, clean, json, list, string, strings};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What a target may refer to.
struct Receivers<'a> {
    /// Levels of the general office types.
    types: BTreeMap<&'a str, Vec<&'a str>>,
    /// Status and kind of the national bodies.
    bodies: BTreeMap<&'a str, (&'a str, &'a str)>,
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
            .map(|i| (string(i, "id"), (string(i, "status"), string(i, "kind"))))
            .collect(),
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
        faults.need(matches!(string(i, "status"), "active" | "dissolved"), || format!("{place}: status"));
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
        for value in strings(when, fact) {
            faults.need(values.is_some_and(|v| v.iter().any(|x| x == value)), || format!("{place}: value {value}"));
            used.push(value);
        }
        targets(faults, place, list(route, "to"), receivers);
    }
    faults.no_twice(place, "route value", used);
    targets(faults, place, list(matter, "default"), receivers);
}

fn targets(faults: &mut Faults, place: &str, to: &[Value], receivers: &Receivers<'_>) {
    faults.need(to.iter().any(|t| string(t, "role") == "utama"), || format!("{place}: nobody leads"));
    let all: Vec<String> = to.iter().map(|t| format!("{} {}", string(t, "level"), string(t, "ref"))).collect();
    faults.no_twice(place, "receiver", all.iter().map(String::as_str));
    for t in to {
        let (level, reference) = (string(t, "level"), string(t, "ref"));
        faults.need(matches!(string(t, "role"), "utama" | "koordinasi"), || format!("{place}: role of {reference}"));
        let lives = match reference.split_once(':') {
            Some(("opd", id)) => receivers.types.get(id).is_some_and(|levels| levels.contains(&level)),
            Some(("inst", id)) => receivers.bodies.get(id).is_some_and(|(status, kind)| {
                // a private company is never a receiver, its regulator is (routing.md 10.10)
                *status == "active" && *kind != "swasta" && matches!(level, "pusat" | "bumn")
            }),
            _ => false,
        };
        faults.need(lives, || format!("{place}: {level} {reference} can receive nothing"));
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
