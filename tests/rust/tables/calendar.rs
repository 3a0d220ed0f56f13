//! Holidays by decree, the working days of a year, and the deadlines.

use super::{Check, Want, has, is, rows};
use serde_json::{Value, json};
use std::path::Path;

/// The day before, in the civil calendar.
fn day_before(date: &str) -> Option<String> {
    let mut parts = date.split('-').map(str::parse::<u32>);
    let (Some(Ok(year)), Some(Ok(month)), Some(Ok(day))) = (parts.next(), parts.next(), parts.next()) else {
        return None;
    };
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let (year, month, day) = match (month, day) {
        (1, 1) => (year - 1, 12, 31),
        (3, 1) => (year, 2, if leap { 29 } else { 28 }),
        (5 | 7 | 10 | 12, 1) => (year, month - 1, 30),
        (_, 1) => (year, month - 1, 31),
        _ => (year, month, day - 1),
    };
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

pub(super) fn checks(root: &Path) -> Result<Vec<Check>, String> {
    let mut out = Vec::new();
    for row in rows(root, "holidays")? {
        let date = row.get("date");
        let request = json!({ "from": day_before(date), "to": date });
        let reason = if row.get("kind") == "national" { "national_holiday" } else { "collective_leave" };
        let wants = vec![
            is("/counted", 0),
            is("/skipped/0/reason", reason),
            is("/skipped/0/name", row.get("name")),
            is("/skipped/0/source", row.get("decree")),
        ];
        out.push(row.check(date, "calendar.count", &request, wants));
    }
    for row in rows(root, "working-days")? {
        let year = row.get("year");
        let request = json!({ "from": format!("{year}-01-01"), "to": format!("{year}-12-31") });
        let days: Value = row.get("working_days").parse::<u32>().map_or(Value::Null, Value::from);
        out.push(row.check(year, "calendar.count", &request, vec![is("/counted", days)]));
    }
    out.extend(deadlines(root)?);
    Ok(out)
}

/// Deadlines of a plain complaint received at a moment.
fn deadlines(root: &Path) -> Result<Vec<Check>, String> {
    let mut out = Vec::new();
    for row in rows(root, "deadlines")? {
        let text = |column: &str| Some(row.get(column)).filter(|cell| !cell.is_empty());
        let request = json!({
            "now": row.get("now"),
            "complaint": {
                "title": row.get("title"), "content": row.get("content"), "classification": text("classification"),
                "supervision": text("supervision"), "location": { "region": row.get("region") },
                "date_of_incident": "2024-01-15",
            },
        });
        let mut deadline = serde_json::Map::new();
        for column in ["id", "event", "unit", "due", "due_at", "zone", "profile", "status"] {
            deadline.insert(column.to_owned(), Value::from(row.get(column)));
        }
        deadline.insert("length".to_owned(), row.get("length").parse::<u32>().map_or(Value::Null, Value::from));
        deadline.insert("assumed".to_owned(), Value::from(row.get("assumed") == "yes"));
        let wants: Vec<Want> = vec![has("/deadlines", Value::Object(deadline))];
        let about = format!("{} {} {}", row.get("id"), row.get("now"), row.get("region"));
        out.push(row.check(&about, "triage", &request, wants));
    }
    Ok(out)
}
