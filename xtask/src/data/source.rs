//! Reading the tables: tab-separated rows, whose faults name file and line, and JSON, whose faults get the name of the file from who reads it.

use super::DATA;
use crate::files;
use lapor_core::Date;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Display;
use std::str::FromStr;

pub(super) fn read(name: &str) -> Result<String, String> {
    files::read(&format!("{DATA}/sources/{name}"))
}

/// A row of a tab-separated table.
pub(super) struct Row {
    /// File and line.
    at: String,
    /// Cells by the name of their column.
    pub(super) cells: BTreeMap<String, String>,
}

/// Rows of a table.
pub(super) fn table(name: &str) -> Result<Vec<Row>, String> {
    let text = read(name)?;
    let mut lines = text.lines();
    let head: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    let mut rows = Vec::new();
    for (n, line) in lines.enumerate() {
        let at = format!("{name}:{}", n + 2);
        let cells: Vec<&str> = line.split('\t').collect();
        if cells.len() != head.len() {
            return Err(format!("{at}: {} cells instead of {}", cells.len(), head.len()));
        }
        rows.push(Row { at, cells: head.iter().zip(cells).map(|(h, c)| ((*h).to_owned(), c.to_owned())).collect() });
    }
    Ok(rows)
}

impl Row {
    /// A cell; empty where there is no such column.
    pub(super) fn cell(&self, name: &str) -> &str {
        self.cells.get(name).map_or("", String::as_str)
    }

    pub(super) fn text(&self, name: &str) -> String {
        self.cell(name).to_owned()
    }

    pub(super) fn number<T: FromStr>(&self, name: &str) -> Result<T, String> {
        self.cell(name).parse().map_err(|_| self.fault(name))
    }

    /// What is wrong with a cell that cannot be read.
    pub(super) fn fault(&self, name: &str) -> String {
        format!("{}: {name}: `{}` cannot be read", self.at, self.cell(name))
    }
}

pub(super) fn json(name: &str) -> Result<Value, String> {
    serde_json::from_str(&read(name)?).map_err(|e| format!("{name}: {e}"))
}

/// A file that is a list.
pub(super) fn json_list(name: &str) -> Result<Vec<Value>, String> {
    match json(name)? {
        Value::Array(rows) => Ok(rows),
        _ => Err(format!("{name}: no list")),
    }
}

pub(super) fn string(v: &Value, name: &str) -> String {
    optional(v, name).unwrap_or_default()
}

pub(super) fn optional(v: &Value, name: &str) -> Option<String> {
    v.get(name).and_then(Value::as_str).map(str::to_owned)
}

pub(super) fn strings(v: &Value, name: &str) -> Vec<String> {
    list(v, name).filter_map(Value::as_str).map(str::to_owned).collect()
}

pub(super) fn list<'a>(v: &'a Value, name: &str) -> impl Iterator<Item = &'a Value> {
    v.get(name).and_then(Value::as_array).into_iter().flatten()
}

/// A member; null where there is none.
pub(super) fn member<'a>(v: &'a Value, name: &str) -> &'a Value {
    v.get(name).unwrap_or(&Value::Null)
}

/// The members of an object.
pub(super) fn members<'a>(v: &'a Value, name: &str) -> impl Iterator<Item = (&'a String, &'a Value)> {
    v.get(name).and_then(Value::as_object).into_iter().flatten()
}

pub(super) fn number<T: TryFrom<u64>>(v: &Value, name: &str) -> Result<T, String> {
    let number = v.get(name).and_then(Value::as_u64).and_then(|n| T::try_from(n).ok());
    number.ok_or_else(|| format!("{name}: no number that fits in {v}"))
}

/// A day that a row may carry.
pub(super) fn day(v: &Value, name: &str) -> Result<Option<Date>, String> {
    let day = |text: &str| Date::parse(text).ok_or_else(|| format!("{name}: no day {text}"));
    v.get(name).and_then(Value::as_str).map(day).transpose()
}

/// Numbers of a file as packs keep them: each as the difference to the one before, the first to zero.
pub(super) fn steps<N, T>(file: &str, numbers: impl IntoIterator<Item = N>) -> Result<Vec<T>, String>
where
    N: Copy + Display + Into<i64>,
    T: TryFrom<i64>,
{
    let mut last = 0;
    let mut step = |n: N| {
        let step = T::try_from(n.into() - last).map_err(|_| format!("{file}: {n} cannot follow {last}"));
        last = n.into();
        step
    };
    numbers.into_iter().map(&mut step).collect()
}
