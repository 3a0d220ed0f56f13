//! A cell made into a value of the overlay, and back.

use super::csv::destroyed;
use super::sheets::{EFFECTS, Kind};
use crate::dates;
use serde_json::{Map, Value};

/// What stands before an office type in an overlay.
const TYPE: &str = "opd:";
/// Days of a spreadsheet's numbering that can be meant: 1982 to 2064.
const SERIAL: std::ops::Range<i64> = 30_000..60_000;

/// A code of the texts and its parameters.
pub(super) type Problem = (&'static str, Vec<(&'static str, String)>);

fn problem(code: &'static str) -> Problem {
    (code, Vec::new())
}

/// Reads a cell; a blank one says nothing.
pub(super) fn read(kind: Kind, cell: &str) -> Result<Value, Problem> {
    if cell.is_empty() {
        return Ok(blank(kind));
    }
    match kind {
        Kind::Words | Kind::Code => Ok(cell.into()),
        Kind::Type => Ok(typed(cell).into()),
        Kind::Types => Ok(list(cell)?.map(typed).collect()),
        Kind::List => Ok(list(cell)?.collect()),
        Kind::Codes => match list(cell)?.find_map(destroyed) {
            Some(code) => Err(problem(code)),
            None => Ok(list(cell)?.collect()),
        },
        Kind::Day => day(cell),
        Kind::When => when(cell),
        Kind::Effect => effect(cell),
    }
}

/// What a blank cell says, and what stands in for a cell at fault while the rest is checked.
pub(super) fn blank(kind: Kind) -> Value {
    match kind {
        Kind::Types | Kind::List | Kind::Codes => Value::Array(Vec::new()),
        Kind::When => Value::Object(Map::new()),
        _ => Value::Null,
    }
}

/// Writes a value as the cell that reads as it; none if no cell does.
pub(super) fn write(kind: Kind, value: &Value) -> Option<String> {
    match (kind, value) {
        (_, Value::Null) => Some(String::new()),
        (Kind::Type, Value::String(text)) => text.strip_prefix(TYPE).map(str::to_owned),
        (Kind::Types, Value::Array(items)) => {
            let items = items.iter().map(|item| item.as_str()?.strip_prefix(TYPE));
            Some(items.collect::<Option<Vec<_>>>()?.join(" | "))
        }
        (Kind::Effect, Value::String(code)) => {
            EFFECTS.iter().find(|(effect, _)| effect == code).map(|(_, word)| (*word).to_owned())
        }
        (Kind::List | Kind::Codes, Value::Array(items)) => joined(items, " | "),
        (Kind::When, Value::Object(pairs)) => {
            let pairs = pairs.iter().map(|(id, values)| Some(format!("{id}={}", joined(values.as_array()?, ",")?)));
            Some(pairs.collect::<Option<Vec<_>>>()?.join(" | "))
        }
        (_, Value::String(text)) => Some(text.clone()),
        _ => None,
    }
}

fn joined(items: &[Value], between: &str) -> Option<String> {
    let items: Option<Vec<_>> = items.iter().map(Value::as_str).collect();
    items.map(|items| items.join(between))
}

fn typed(cell: &str) -> String {
    if cell.starts_with(TYPE) { cell.to_owned() } else { format!("{TYPE}{cell}") }
}

/// The parts between `|`.
fn list(cell: &str) -> Result<impl Iterator<Item = &str>, Problem> {
    let parts = cell.split('|').map(str::trim);
    if parts.clone().any(str::is_empty) { Err(problem("list_blank")) } else { Ok(parts) }
}

/// A day; midnight behind it is a spreadsheet's, a number alone is a day that lost its format.
fn day(cell: &str) -> Result<Value, Problem> {
    let text = [" 00:00:00", " 00:00", " 0:00"].iter().find_map(|end| cell.strip_suffix(end)).unwrap_or(cell);
    if let Some(day) = dates::day(text) {
        return Ok(day.into());
    }
    match cell.parse().ok().filter(|serial| SERIAL.contains(serial)).and_then(dates::of_serial) {
        Some(day) => Err(("excel_day", vec![("day", day)])),
        None => Err(problem("day")),
    }
}

/// `discriminator=value,value | discriminator=value`.
fn when(cell: &str) -> Result<Value, Problem> {
    let mut pairs = Map::new();
    for pair in list(cell)? {
        let (id, values) = pair.split_once('=').ok_or_else(|| problem("when"))?;
        let values: Vec<&str> = values.split(',').map(str::trim).collect();
        if id.trim().is_empty() || values.iter().any(|value| value.is_empty()) {
            return Err(problem("when"));
        }
        if pairs.insert(id.trim().to_owned(), values.into()).is_some() {
            return Err(problem("when_twice"));
        }
    }
    Ok(Value::Object(pairs))
}

fn effect(cell: &str) -> Result<Value, Problem> {
    let cell = cell.to_lowercase();
    let known = EFFECTS.iter().find(|(code, word)| [code, word].contains(&&cell.as_str()));
    known.map(|(code, _)| (*code).into()).ok_or_else(|| {
        let values = EFFECTS.map(|(_, word)| word).join(" | ");
        ("effect", vec![("values", values)])
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn cells_and_values_are_each_others_inverse() {
        for (kind, value) in [
            (Kind::Words, json!("Dinas; \"X\"")),
            (Kind::Type, json!("opd:dlh")),
            (Kind::Types, json!(["opd:dlh", "opd:ppid"])),
            (Kind::List, json!(["a, b", "c"])),
            (Kind::List, json!([])),
            (Kind::Day, json!("2026-01-31")),
            (Kind::When, json!({"aid": ["x", "y"], "road_status": ["kabkota"]})),
            (Kind::When, json!({})),
            (Kind::Effect, json!("means")),
            (Kind::Code, Value::Null),
        ] {
            assert_eq!(read(kind, &write(kind, &value).unwrap()), Ok(value));
        }
        assert_eq!(write(Kind::Type, &json!("inst:pln")), None);
    }

    #[test]
    fn days_that_lost_their_format_are_recognised() {
        assert_eq!(read(Kind::Day, "31/01/2026 00:00"), Ok(json!("2026-01-31")));
        assert_eq!(read(Kind::Day, "46053"), Err(("excel_day", vec![("day", "2026-01-31".to_owned())])));
        assert_eq!(read(Kind::Day, "2026"), Err(("day", Vec::new())));
    }
}
