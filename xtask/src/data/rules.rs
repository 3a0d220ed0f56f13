//! Holidays, deadlines, thresholds, the report form and who sees what.

use super::source::{Row, json, string, table};
use lapor_core::pack::{CalendarPack, DayRow, DeadlineRow, LifecyclePack, PolicyPack};

/// The days that the table of holidays speaks for; they are more than the first and the last holiday.
const CALENDAR: (&str, &str) = ("2018-01-01", "2027-12-31");

pub(super) fn calendar() -> Result<CalendarPack, String> {
    let (from, until) = (CALENDAR.0.to_owned(), CALENDAR.1.to_owned());
    let mut out = CalendarPack { from, until, ..CalendarPack::default() };
    for row in table("holidays.tsv")? {
        let decree = row.text("decree");
        let at = out.decrees.iter().position(|d| *d == decree).unwrap_or_else(|| {
            out.decrees.push(decree);
            out.decrees.len() - 1
        });
        out.days.push(DayRow {
            date: row.text("date"),
            collective: row.cell("kind") == "collective",
            name: row.text("name_id"),
            decree: u16::try_from(at).map_err(|_| "holidays.tsv: too many decrees")?,
        });
    }
    out.days.sort_by(|a, b| a.date.cmp(&b.date));
    Ok(out)
}

pub(super) fn lifecycle() -> Result<LifecyclePack, String> {
    let mut deadlines = Vec::new();
    for row in table("deadlines.tsv")? {
        deadlines.push(DeadlineRow {
            id: row.text("id"),
            name_id: row.text("name_id"),
            name_en: row.text("name_en"),
            classification: row.text("classification"),
            supervision: row.text("supervision"),
            event: row.text("event"),
            assumed: row.cell("assumed") == "1",
            length: row.number("length")?,
            unit: row.text("unit"),
            holder: row.text("holder"),
            profile: row.text("profile"),
            status: row.text("status"),
            carried: row.cell("carried") == "1",
            source: row.text("source"),
        });
    }
    Ok(LifecyclePack { deadlines, carried_over_from: string(&json("lifecycle.json")?, "carried_over_from") })
}

/// Thresholds as they stand, and beside them the fields of the form and who sees what of a complaint.
pub(super) fn policy() -> Result<PolicyPack, String> {
    table("form-fields.tsv")?.iter().try_for_each(asks)?;
    let mut policy = json("policy.json")?;
    let members = policy.as_object_mut().ok_or("policy.json: no object")?;
    for (member, file) in [("form", "form-fields.tsv"), ("views", "views.tsv"), ("view_spans", "view-spans.tsv")] {
        let rows = table(file)?.into_iter().map(|row| serde_json::json!(row.cells)).collect();
        members.insert(member.to_owned(), rows);
    }
    serde_json::from_value(policy).map_err(|e| format!("policy.json and the tables beside it: {e}"))
}

/// Refuses a field of the form that is wanted in none of the four ways.
fn asks(row: &Row) -> Result<(), String> {
    let known = |kind: &&str| ["required", "recommended", "optional", "-"].contains(&row.cell(kind));
    match ["pengaduan", "aspirasi", "permintaan_informasi"].iter().find(|kind| !known(kind)) {
        Some(kind) => Err(row.fault(kind)),
        None => Ok(()),
    }
}
