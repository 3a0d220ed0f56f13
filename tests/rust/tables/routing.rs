//! Competence: who receives a matter, for each value of the fact that decides, in a region.

use super::institutions::NEUTRAL;
use super::{Check, NOW, Want, has, is, rows};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;

/// `K:dishub` → the office of the regency, `P:` of the province, `N:` a national body, `C` the district office; anything else is an office id.
fn office(short: &str, region: &str) -> String {
    let above = |length: usize| region.get(..length).unwrap_or(region);
    match short.split_once(':') {
        Some(("K", id)) => format!("{}/{id}", above(5)),
        Some(("P", id)) => format!("{}/{id}", above(2)),
        Some(("N", id)) => format!("pusat/{id}"),
        _ if short == "C" => format!("{region}/kecamatan"),
        _ => short.to_owned(),
    }
}

/// `-` = nothing is known; `tol+toll_operator=jasa-marga` = two facts.
fn answers(fact: &str, value: &str) -> BTreeMap<String, String> {
    let mut parts = value.split('+');
    let first = parts.next().filter(|value| *value != "-").map(|value| (fact, value));
    first.into_iter().chain(parts.filter_map(|part| part.split_once('='))).map(|(f, v)| (f.into(), v.into())).collect()
}

pub(super) fn checks(root: &Path) -> Result<Vec<Check>, String> {
    let mut out = Vec::new();
    for row in rows(root, "competence")? {
        let region = if row.get("region").is_empty() { NEUTRAL } else { row.get("region") };
        let now = if row.get("now").is_empty() { NOW } else { row.get("now") };
        for matter in row.list("matters", ',') {
            for value in row.list("values", ',') {
                let answers = answers(row.get("fact"), value);
                let request = json!({ "now": now, "matter": matter, "region": region, "answers": answers, "detail": "full",
                    "suggested_institution": Some(row.get("named")).filter(|named| !named.is_empty()) });
                let mut wants = receivers(row.get("lead"), row.get("with"), region);
                if !row.get("rule").is_empty() {
                    wants.push(is("/rule", row.get("rule").replace('*', matter)));
                }
                if !row.get("forwards").is_empty() {
                    wants.push(is("/needs_triage/coordinator/id", row.get("forwards")));
                }
                let about = format!("{} {matter} {value} {}", row.get("region"), row.get("now"));
                out.push(row.check(about.trim(), "route", &request, wants));
            }
        }
    }
    for row in rows(root, "beside")? {
        let region = row.get("region");
        for matter in row.list("matters", ',') {
            let request = json!({ "now": NOW, "matter": matter, "region": region, "detail": "full" });
            let candidate = json!({ "office": { "id": office(row.get("office"), region) } });
            let about = format!("{region} {matter}");
            out.push(row.check(&about, "route", &request, vec![has("/candidates", candidate)]));
        }
    }
    for row in rows(root, "defaults")? {
        let request = json!({ "now": NOW, "matter": row.get("matter"), "region": NEUTRAL });
        let wants = match row.get("default") {
            "-" => vec![is("/discriminator", json!({ "id": row.get("fact"), "value": null }))],
            value => vec![is("/discriminator", json!({ "id": row.get("fact"), "value": value, "via": "default" }))],
        };
        out.push(row.check(row.get("matter"), "route", &request, wants));
    }
    Ok(out)
}

/// `?code` = nobody yet, for that reason; the offices beside it are candidates then, `a > b` in that order.
fn receivers(lead: &str, with: &str, region: &str) -> Vec<Want> {
    let beside =
        with.split_whitespace().filter(|short| !matches!(*short, "*" | ">")).map(|short| office(short, region));
    match lead.strip_prefix('?') {
        Some(reason) => {
            let mut wants = vec![is("/lead", Value::Null), is("/needs_triage/reason/code", reason)];
            if with.contains('>') {
                let order = beside.clone().enumerate();
                wants.extend(order.map(|(n, id)| is(format!("/candidates/{n}/office/id"), id)));
                wants.push(is("/candidates/1/reasons/0/code", "coordinating_office"));
            }
            wants.extend(beside.map(|id| has("/candidates", json!({ "office": { "id": id } }))));
            wants
        }
        None => {
            let mut wants = vec![is("/lead/id", office(lead, region)), is("/needs_triage", Value::Null)];
            if with != "*" {
                wants.push(Want::Offices("/coordinating".to_owned(), beside.collect()));
            }
            wants
        }
    }
}
