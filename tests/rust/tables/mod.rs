//! The tables of `tests/tables` as requests to the façade, with what must stand in their answers: the one reader, which the core's test and
//! `cargo xtask mutate` include by path.
//!
//! A table says facts, one a row; a function here says how one asks for such a fact. Nothing here knows an answer.

mod calendar;
mod institutions;
mod language;
mod regions;
mod routing;

use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

/// A fact, and how the façade is asked for it.
pub(crate) struct Check {
    /// Table, and what the fact is about.
    pub(crate) id: String,
    /// Operation.
    pub(crate) op: &'static str,
    /// Request.
    pub(crate) request: String,
    /// What must stand in the answer.
    pub(crate) wants: Vec<Want>,
}

/// What must stand in an answer.
#[derive(Clone)]
pub(crate) enum Want {
    /// Exactly this value at a pointer.
    Is(String, Value),
    /// The list at a pointer has an element like this: an object with at least these members, or just this value.
    Has(String, Value),
    /// The list at a pointer has no such element.
    Lacks(String, Value),
    /// The ids of the offices in the list at a pointer, in any order.
    Offices(String, Vec<String>),
}

/// A row: cells by column.
pub(crate) struct Row {
    table: String,
    cells: BTreeMap<String, String>,
}

impl Row {
    /// A cell; empty if there is no such column.
    pub(crate) fn get(&self, column: &str) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    /// The parts of a cell.
    pub(crate) fn list(&self, column: &str, separator: char) -> Vec<&str> {
        self.get(column).split(separator).map(str::trim).filter(|part| !part.is_empty()).collect()
    }

    /// A question about this row.
    pub(crate) fn check(&self, about: &str, op: &'static str, request: &Value, wants: Vec<Want>) -> Check {
        Check { id: format!("{}: {about}", self.table), op, request: request.to_string(), wants }
    }
}

/// The rows of a table. Lines that begin with `#` say where the facts come from.
pub(crate) fn rows(root: &Path, name: &str) -> Result<Vec<Row>, String> {
    let path = format!("tests/tables/{name}.tsv");
    let text = std::fs::read_to_string(root.join(&path)).map_err(|e| format!("{path}: {e}"))?;
    let mut lines = text.lines().enumerate().filter(|(_, line)| !line.starts_with('#'));
    let head: Vec<&str> = lines.next().map_or("", |(_, line)| line).split('\t').collect();
    let mut out = Vec::new();
    for (n, line) in lines {
        let cells: Vec<&str> = line.split('\t').collect();
        if cells.len() != head.len() {
            return Err(format!("{path}:{}: {} cells instead of {}", n + 1, cells.len(), head.len()));
        }
        let cells = head.iter().zip(cells).map(|(h, c)| ((*h).to_owned(), c.to_owned())).collect();
        out.push(Row { table: name.to_owned(), cells });
    }
    Ok(out)
}

/// Everything that the tables say.
pub(crate) fn all(root: &Path) -> Result<Vec<Check>, String> {
    let mut out = Vec::new();
    for part in [regions::checks, calendar::checks, institutions::checks, routing::checks, language::checks] {
        out.extend(part(root)?);
    }
    Ok(out)
}

/// The moment at which the tables ask, unless a row says another.
pub(crate) const NOW: &str = "2026-11-23T09:00:00+07:00";

/// [`Want::Is`].
pub(crate) fn is(pointer: impl Into<String>, value: impl Into<Value>) -> Want {
    Want::Is(pointer.into(), value.into())
}

/// [`Want::Has`].
pub(crate) fn has(pointer: impl Into<String>, value: impl Into<Value>) -> Want {
    Want::Has(pointer.into(), value.into())
}

fn like(found: &Value, wanted: &Value) -> bool {
    match (found, wanted) {
        (Value::Object(found), Value::Object(wanted)) => {
            wanted.iter().all(|(name, value)| found.get(name).is_some_and(|f| like(f, value)))
        }
        _ => found == wanted || (found.is_number() && found.as_f64() == wanted.as_f64()),
    }
}

impl Want {
    /// What is wrong; nothing if it is as wanted.
    fn fault(&self, answer: &Value) -> Option<String> {
        let at = |pointer: &str| answer.pointer(pointer).unwrap_or(&Value::Null).clone();
        let elements = |pointer: &str| at(pointer).as_array().cloned().unwrap_or_default();
        match self {
            Want::Is(pointer, wanted) => {
                let found = at(pointer);
                (!like(&found, wanted)).then(|| format!("{pointer}: expected {wanted}, found {found}"))
            }
            Want::Has(pointer, wanted) => {
                let list = elements(pointer);
                (!list.iter().any(|found| like(found, wanted))).then(|| format!("{pointer}: has no {wanted}"))
            }
            Want::Lacks(pointer, unwanted) => {
                let list = elements(pointer);
                list.iter().any(|found| like(found, unwanted)).then(|| format!("{pointer}: has {unwanted}"))
            }
            Want::Offices(pointer, wanted) => {
                let list = elements(pointer);
                let id = |office: &Value| office.get("id").and_then(Value::as_str).map(str::to_owned);
                let mut found: Vec<String> = list.iter().filter_map(id).collect();
                let mut wanted = wanted.clone();
                found.sort();
                wanted.sort();
                (found != wanted).then(|| format!("{pointer}: expected {wanted:?}, found {found:?}"))
            }
        }
    }
}

impl Check {
    /// What an answer's envelope has wrong; empty if the fact is told as the table has it.
    pub(crate) fn faults(&self, envelope: &Value) -> Vec<String> {
        match envelope.get("answer") {
            Some(answer) => self.wants.iter().filter_map(|want| want.fault(answer)).collect(),
            None => vec![format!("refused: {}", envelope.get("error").unwrap_or(&Value::Null))],
        }
    }
}
