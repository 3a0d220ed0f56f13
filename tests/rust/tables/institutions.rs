//! Institutions: the names that people call them by, and which of them can receive anything.

use super::{Check, NOW, Row, has, rows};
use serde_json::{Value, json};
use std::path::Path;

/// A regency without a table of its own, with its district, in a province without a regime: Kecamatan Kedungreja, Kabupaten Cilacap.
pub(super) const NEUTRAL: &str = "33.01.01";

/// Asks for a route in which the reporter named an institution so.
fn named(row: &Row, name: &str, candidate: &Value) -> Check {
    let request = json!({
        "now": NOW, "matter": "ktp", "region": NEUTRAL, "suggested_institution": name, "detail": "full",
    });
    row.check(&format!("{} {name}", row.get("id")), "route", &request, vec![has("/candidates", candidate.clone())])
}

pub(super) fn checks(root: &Path) -> Result<Vec<Check>, String> {
    let mut out = Vec::new();
    for row in rows(root, "national-bodies")? {
        let id = format!("pusat/{}", row.get("id"));
        let office = json!({ "id": id, "name": row.get("name"), "type": format!("inst:{}", row.get("id")) });
        out.push(named(
            &row,
            &id,
            &match row.get("receives") {
                "yes" => json!({ "office": office, "outcome": "alternative" }),
                _ => json!({ "office": office, "outcome": "rejected" }),
            },
        ));
        for name in row.list("names", '|') {
            out.push(named(&row, name, &json!({ "office": { "id": id } })));
        }
    }
    for row in rows(root, "office-types")? {
        let id = row.get("id");
        let owner = if row.get("level") == "provinsi" { "33" } else { "33.01" };
        let office = json!({ "id": format!("{owner}/{id}"), "name": row.get("name"), "naming": "typical" });
        out.push(named(&row, &format!("{owner}/{id}"), &json!({ "office": office })));
        for name in row.list("names", '|') {
            out.push(named(&row, name, &json!({ "office": { "id": format!("{owner}/{id}") } })));
        }
    }
    for row in rows(root, "own-offices")? {
        let id = format!("{}/{}", row.get("region"), row.get("id"));
        let mut office = json!({ "id": id, "name": row.get("name"), "naming": "registered" });
        if let (Some(members), false) = (office.as_object_mut(), row.get("type").is_empty()) {
            members.insert("type".to_owned(), Value::from(row.get("type")));
        }
        let request = json!({ "now": NOW, "matter": "paspor", "region": row.get("region"), "suggested_institution": id,
            "detail": "full" });
        out.push(row.check(&id, "route", &request, vec![has("/candidates", json!({ "office": office }))]));
    }
    Ok(out)
}
