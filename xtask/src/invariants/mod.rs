//! What must always hold in the tables of `lapor-core/data/sources`: everything named there exists, nothing stands twice, counts and codes are
//! those of the decrees. A table that breaks a rule is refused before a pack is made of it.

mod calendar;
mod language;
mod lifecycle;
mod regions;
mod routing;

use crate::Done;
use crate::files;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Faults found so far.
#[derive(Default)]
struct Faults(Vec<String>);

impl Faults {
    /// Notes a fault unless the rule holds.
    fn need(&mut self, holds: bool, fault: impl FnOnce() -> String) {
        if !holds {
            self.0.push(fault());
        }
    }

    /// Notes what stands twice.
    fn no_twice<'a>(&mut self, place: &str, what: &str, values: impl IntoIterator<Item = &'a str>) {
        let mut seen = BTreeSet::new();
        for value in values {
            self.need(seen.insert(value), || format!("{place}: {what} {value:?} stands twice"));
        }
    }
}

/// A row of a table: cells by column.
type Row = BTreeMap<String, String>;

fn cell<'a>(row: &'a Row, column: &str) -> &'a str {
    row.get(column).map_or("", String::as_str)
}

fn text(name: &str) -> Result<String, String> {
    files::read(&format!("lapor-core/data/sources/{name}"))
}

fn table(name: &str) -> Result<Vec<Row>, String> {
    let text = text(name)?;
    if text.contains('\r') || text.starts_with('\u{feff}') {
        return Err(format!("{name}: not plain lines of UTF-8"));
    }
    let mut lines = text.lines();
    let head: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    let mut rows = Vec::new();
    for (n, line) in lines.enumerate() {
        let cells: Vec<&str> = line.split('\t').collect();
        if cells.len() != head.len() {
            return Err(format!("{name}:{}: {} cells instead of {}", n + 2, cells.len(), head.len()));
        }
        rows.push(head.iter().zip(cells).map(|(h, c)| ((*h).to_owned(), c.to_owned())).collect());
    }
    Ok(rows)
}

fn json(name: &str) -> Result<Value, String> {
    serde_json::from_str(&text(name)?).map_err(|e| format!("{name}: {e}"))
}

fn string<'a>(value: &'a Value, member: &str) -> &'a str {
    value.get(member).and_then(Value::as_str).unwrap_or_default()
}

fn list<'a>(value: &'a Value, member: &str) -> &'a [Value] {
    value.get(member).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn strings<'a>(value: &'a Value, member: &str) -> Vec<&'a str> {
    list(value, member).iter().filter_map(Value::as_str).collect()
}

/// True for a text without blanks at its ends or twice in a row.
fn clean(text: &str) -> bool {
    !text.is_empty() && text.split_whitespace().collect::<Vec<_>>().join(" ") == text
}

/// Ids of matters, and of discriminators with their values: what the language tables may name.
#[derive(Default)]
struct Known {
    matters: BTreeSet<String>,
    discriminators: BTreeMap<String, Vec<String>>,
    regions: BTreeSet<String>,
}

/// Checks every table.
pub(crate) fn run() -> Done {
    let (mut faults, mut known) = (Faults::default(), Known::default());
    regions::check(&mut faults, &mut known)?;
    calendar::check(&mut faults)?;
    routing::check(&mut faults, &mut known)?;
    language::check(&mut faults, &known)?;
    lifecycle::check(&mut faults)?;
    for fault in faults.0.iter().take(50) {
        eprintln!("{fault}");
    }
    if faults.0.is_empty() { Ok(()) } else { Err(format!("{} invariants of the data are broken", faults.0.len())) }
}
