//! Holidays, deadlines, thresholds and the report form.

use super::source::{Row, json, string, table};
use lapor_core::pack::{CalendarPack, DayRow, DeadlineRow, LifecyclePack, PolicyPack, ViewRow, ViewSpanRow};

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

/// Who sees which member of a complaint.
fn views() -> Result<Vec<ViewRow>, String> {
    let row = |row: Row| ViewRow {
        id: row.text("id"),
        audience: row.text("audience"),
        when: row.text("when"),
        members: row.text("members"),
        treatment: row.text("treatment"),
    };
    Ok(table("views.tsv")?.into_iter().map(row).collect())
}

/// Who sees whose personal data in a text.
fn view_spans() -> Result<Vec<ViewSpanRow>, String> {
    let row = |row: Row| ViewSpanRow {
        id: row.text("id"),
        audience: row.text("audience"),
        when: row.text("when"),
        whose: row.text("whose"),
        kinds: row.text("kinds"),
        treatment: row.text("treatment"),
    };
    Ok(table("view-spans.tsv")?.into_iter().map(row).collect())
}

/// Thresholds as they stand, and the fields of the form beside them.
pub(super) fn policy() -> Result<PolicyPack, String> {
    let mut policy = json("policy.json")?;
    let rows = table("form-fields.tsv")?;
    for row in &rows {
        let asks = |kind: &&str| ["required", "recommended", "optional", "-"].contains(&row.cell(kind));
        if let Some(kind) = ["pengaduan", "aspirasi", "permintaan_informasi"].iter().find(|kind| !asks(kind)) {
            return Err(row.fault(kind));
        }
    }
    let fields = rows.into_iter().map(|row| serde_json::json!(row.cells)).collect();
    let members = policy.as_object_mut().ok_or("policy.json: no object")?;
    members.insert("form".to_owned(), fields);
    members.insert("views".to_owned(), serde_json::json!(views()?));
    members.insert("view_spans".to_owned(), serde_json::json!(view_spans()?));
    serde_json::from_value(policy).map_err(|e| format!("policy.json, form-fields.tsv: {e}"))
}
