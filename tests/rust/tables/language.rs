//! What citizens write: which matter it is, which category goes with it, which value of a fact it settles.

use super::{Check, NOW, Want, has, is, rows};
use serde_json::{Value, json};
use std::path::Path;

fn text(cell: &str) -> Value {
    if cell.is_empty() { Value::Null } else { Value::from(cell) }
}

/// `a|b + c|d`: every first part with every second one.
fn product(cell: &str) -> Vec<String> {
    cell.split(" + ").fold(vec![String::new()], |made, part| {
        let join = |before: &String, word: &str| format!("{before} {}", word.trim()).trim_start().to_owned();
        made.iter().flat_map(|before| part.split('|').map(move |word| join(before, word))).collect()
    })
}

pub(super) fn checks(root: &Path) -> Result<Vec<Check>, String> {
    let mut out = Vec::new();
    for row in rows(root, "phrases")? {
        for said in row.list("said", '|') {
            let request = json!({ "content": said, "jurisdiction": text(row.get("region")) });
            let wants = vec![is("/matter/id", text(row.get("matter")))];
            out.push(row.check(said, "matter.suggest", &request, wants));
        }
    }
    for row in rows(root, "categories")? {
        let request = json!({ "content": row.get("said") });
        let wants = vec![
            is("/matter/id", row.get("matter")),
            is("/category/id", row.get("category")),
            is("/category/lapor_id", text(row.get("lapor_id"))),
            is("/category/name/id", row.get("name")),
        ];
        out.push(row.check(row.get("matter"), "matter.suggest", &request, wants));
    }
    for row in rows(root, "facts")? {
        let (value, via) = row.get("value").split_once(" by ").unwrap_or((row.get("value"), "text"));
        for cue in product(row.get("cues")) {
            let content = row.get("frame").replace('*', &cue);
            let request = json!({ "now": NOW, "complaint": { "content": content, "location": { "region": "33.01" } } });
            let wants = vec![
                is("/route/discriminator/id", row.get("fact")),
                is("/route/discriminator/value", value),
                is("/route/discriminator/via", via),
            ];
            out.push(row.check(&cue, "triage", &request, wants));
        }
    }
    for row in rows(root, "signals")? {
        let (what, value) = row.get("says").split_once('=').unwrap_or_default();
        let want = match what {
            "classification" => is("/classification/value", value),
            "supervision" => is("/classification/supervision", value),
            "secret" => is("/classification/secret_advised", value == "yes"),
            "finding" => has("/findings", json!({ "code": value })),
            "silent" => Want::Lacks("/findings".to_owned(), json!({ "code": value })),
            "place" => is("/place/region/code", text(value)),
            _ => is("/matter/id", value),
        };
        for cue in row.list("cues", ';') {
            let content = row.get("frame").replace('*', cue);
            let request = json!({ "now": NOW, "complaint": { "content": content } });
            out.push(row.check(&content, "triage", &request, vec![want.clone()]));
        }
    }
    for row in rows(root, "spellings")? {
        let request = json!({ "text": row.get("from") });
        out.push(row.check(row.get("from"), "text.normalize", &request, vec![is("/text", row.get("to"))]));
    }
    for row in rows(root, "taxonomy")? {
        let category = json!({
            "id": row.get("id"), "lapor_id": text(row.get("lapor_id")), "name": { "id": row.get("name") },
            "status": row.get("status"),
        });
        let request = json!({ "id": row.get("id") });
        out.push(row.check(row.get("id"), "taxonomy.search", &request, vec![is("/categories/0", category)]));
    }
    Ok(out)
}
