//! The proof that routing has no hole, counted: where the routes of the national packs and of each example overlay end
//! (`tests/pack-check.tsv`). With `LAPOR_WRITE_COUNTS=1` the counts are written instead of compared; a change of them is to be read.

#![allow(clippy::restriction, reason = "a test may panic")]

mod common;

use common::{read, root};
use lapor_core::pack::read_overlay;
use lapor_core::{CheckRequest, Date, Engine};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt::Write;

fn counted(engine: &Engine, name: &str, request: &CheckRequest, table: &mut String) {
    let check = engine.pack_check(request).unwrap();
    assert!(check.accepted, "{name}: {:?}", check.findings);
    let counts = check.counts;
    for (what, count) in [("regions", counts.regions), ("dates", counts.dates), ("routes", counts.routes)] {
        writeln!(table, "{name}\t{what}\t\t{count}").unwrap();
    }
    for row in check.outcomes {
        writeln!(table, "{name}\t{}\t{}\t{}", row.outcome, row.reason.unwrap_or(""), row.count).unwrap();
    }
    for finding in check.findings {
        let what: Vec<_> = finding.params.values().map(|value| serde_json::to_string(value).unwrap()).collect();
        writeln!(table, "{name}\t{}\t{} {}\t1", finding.code, finding.path, what.join(" ")).unwrap();
    }
    let categories = check.categories;
    if name == "national" {
        for (what, count) in [
            ("category direct", categories.direct),
            ("category by parent", categories.parent),
            ("category by child", categories.child),
            ("category unmapped", categories.unmapped),
        ] {
            writeln!(table, "{name}\t{what}\t\t{count}").unwrap();
        }
    }
}

/// Days on which a national body begins, or has just ended: not those of an overlay, so that they are asked for.
fn national_days() -> Vec<Date> {
    let bodies: Value = serde_json::from_str(&read("lapor-core/data/sources/national-institutions.json")).unwrap();
    let rows = bodies["institutions"].as_array().unwrap().iter();
    let day = |row: &Value, name: &str| row[name].as_str().map(|text| Date::parse(text).unwrap());
    let days = rows.flat_map(|row| [day(row, "from"), day(row, "until").and_then(Date::next)]);
    let days: BTreeSet<Date> = days.flatten().collect();
    assert!(days.len() >= 6, "{days:?}");
    days.into_iter().collect()
}

#[test]
fn routes_end_where_they_ended() {
    let engine = Engine::embedded().unwrap();
    let mut table = String::from("pack\toutcome\treason\tcount\n");
    counted(&engine, "national", &CheckRequest::default(), &mut table);
    let on_days = CheckRequest { overlay: None, dates: Some(national_days()) };
    counted(&engine, "national, on the days of its bodies", &on_days, &mut table);
    let mut files: Vec<_> =
        std::fs::read_dir(root().join("examples/packs")).unwrap().map(|e| e.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|e| e == "json"));
    files.sort();
    assert!(files.len() >= 6, "{files:?}");
    for file in files {
        let overlay = read_overlay(&std::fs::read(&file).unwrap()).unwrap();
        let name = overlay.pack.clone();
        let on_days = CheckRequest { overlay: Some(overlay.clone()), dates: Some(national_days()) };
        let check = engine.pack_check(&on_days).unwrap();
        // a row that is not in force on any of them changes nothing, which is only a warning
        assert!(check.accepted, "{name}: {:?}", check.findings);
        counted(&engine, &name, &CheckRequest { overlay: Some(overlay), dates: None }, &mut table);
    }
    if std::env::var_os("LAPOR_WRITE_COUNTS").is_some() {
        std::fs::write(root().join("tests/pack-check.tsv"), table).unwrap();
        return;
    }
    let known = read("tests/pack-check.tsv");
    let changed: Vec<_> = table.lines().filter(|line| !known.lines().any(|k| k == *line)).collect();
    assert!(
        known == table,
        "routes end elsewhere: {changed:#?}; if that is meant, LAPOR_WRITE_COUNTS=1 writes the counts"
    );
}
