//! Regions: codes, names, zones, other and former names, postal codes.

use super::{Check, Row, Want, has, is, rows};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;

fn lookup(row: &Row, about: &str, code: &str, wants: Vec<Want>) -> Check {
    row.check(about, "region.lookup", &json!({ "code": code }), wants)
}

fn text(cell: &str) -> Value {
    if cell.is_empty() { Value::Null } else { Value::from(cell) }
}

fn number(text: &str) -> Value {
    text.parse::<f64>().map_or(Value::Null, Value::from)
}

pub(super) fn checks(root: &Path) -> Result<Vec<Check>, String> {
    let mut out = Vec::new();
    for row in rows(root, "regions")? {
        let mut wants = vec![is("/matched", "code")];
        for column in ["code", "name", "short_name", "kind", "zone"] {
            wants.push(is(format!("/regions/0/{column}"), row.get(column)));
        }
        wants.push(is("/regions/0/bps_code", row.get("bps")));
        wants.extend(["lat", "lng"].map(|column| is(format!("/regions/0/{column}"), number(row.get(column)))));
        out.push(lookup(&row, row.get("code"), row.get("code"), wants));
    }
    out.extend(districts(root)?);
    for row in rows(root, "region-names")? {
        for code in row.list("codes", '|') {
            let about = format!("{} {code}", row.get("name"));
            out.push(lookup(&row, &about, code, vec![has("/regions/0/aliases", row.get("name"))]));
        }
    }
    for row in rows(root, "former-regions")? {
        let (old, new) = (row.get("old_code"), row.get("new_code"));
        let former = json!({ "code": old, "name": row.get("old_name"), "last_seen": row.get("last_seen") });
        let mut wants = vec![is("/regions/0/code", new), has("/regions/0/former", former)];
        wants.push(is("/matched", if old == new { "code" } else { "former_code" }));
        out.push(lookup(&row, &format!("{old} {}", row.get("old_name")), old, wants));
    }
    for row in rows(root, "places")? {
        let request = json!({ "content": row.get("said"), "location": { "address": text(row.get("address")) } });
        let wants = vec![is("/state", row.get("state")), is("/region/code", text(row.get("code")))];
        out.push(row.check(row.get("said"), "region.locate", &request, wants));
    }
    Ok(out)
}

/// Districts, and the other way round: each postal code with all its districts.
fn districts(root: &Path) -> Result<Vec<Check>, String> {
    let mut out = Vec::new();
    let table = rows(root, "districts")?;
    let mut postal: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for row in &table {
        let code = row.get("code");
        out.push(lookup(row, code, code, vec![is("/regions/0/code", code), is("/regions/0/name", row.get("name"))]));
        for number in row.list("postal_codes", ' ') {
            postal.entry(number).or_default().push(code);
        }
    }
    for (number, codes) in postal {
        let request = json!({ "location": { "postal_code": number }, "detail": "full" });
        let wants = match codes.as_slice() {
            [one] => vec![is("/region/code", *one)],
            _ => districts_or_above(&codes),
        };
        out.push(Check {
            id: format!("districts: postal code {number}"),
            op: "region.locate",
            request: request.to_string(),
            wants,
        });
    }
    Ok(out)
}

/// Several districts: their regency, if they have one in common; else each regency is a candidate.
fn districts_or_above(codes: &[&str]) -> Vec<Want> {
    let regency = |code: &str| code.rsplit_once('.').map_or("", |(above, _)| above).to_owned();
    let mut regencies: Vec<String> = codes.iter().map(|code| regency(code)).collect();
    regencies.dedup();
    let one = regencies.len() == 1;
    let candidates = regencies.iter().map(|code| has("/candidates", json!({ "region": { "code": code } }))).collect();
    match regencies.first() {
        Some(code) if one => vec![is("/region/code", code.as_str())],
        _ => candidates,
    }
}
