//! Deadlines, thresholds and messages.

use super::{Faults, cell, clean, json, string, table};
use serde_json::Value;

pub(super) fn check(faults: &mut Faults) -> Result<(), String> {
    let rows = table("deadlines.tsv")?;
    faults.no_twice("deadlines.tsv", "deadline", rows.iter().map(|r| cell(r, "id")));
    for row in &rows {
        let place = format!("deadlines.tsv {}", cell(row, "id"));
        let length = cell(row, "length").parse::<u32>().unwrap_or(0);
        faults.need(length > 0, || format!("{place}: length {}", cell(row, "length")));
        for (column, allowed) in [
            ("unit", &["working_days", "days", "years"][..]),
            ("holder", &["verifier", "lead"]),
            ("status", &["in_force", "inferred"]),
            ("assumed", &["0", "1"]),
            ("carried", &["0", "1"]),
            ("classification", &["", "pengaduan", "aspirasi", "permintaan_informasi"]),
            ("supervision", &["", "berkadar_pengawasan", "tidak_berkadar_pengawasan"]),
        ] {
            faults.need(allowed.contains(&cell(row, column)), || format!("{place}: {column} {:?}", cell(row, column)));
        }
        faults.need(clean(cell(row, "source")), || format!("{place}: no source"));
    }
    let day = json("lifecycle.json")?;
    faults.need(string(&day, "carried_over_from").len() == 10, || "lifecycle.json: no day".to_owned());
    let policy = json("policy.json")?;
    let per_mille = policy.get("abstain_below").and_then(Value::as_u64);
    faults.need(per_mille.is_some_and(|n| n <= 1000), || "policy.json: abstain_below is per mille".to_owned());
    let messages = table("messages.tsv")?;
    faults.no_twice("messages.tsv", "code", messages.iter().map(|r| cell(r, "code")));
    for row in &messages {
        let code = cell(row, "code");
        let fits = code.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
        faults.need(fits && !code.is_empty(), || format!("messages.tsv: code {code:?}"));
        faults.need(clean(cell(row, "id")) && clean(cell(row, "en")), || {
            format!("messages.tsv {code}: a text is missing")
        });
    }
    Ok(())
}
