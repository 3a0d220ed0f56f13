//! Tables as one text, column after column, a line a cell: like stands beside like, and brotli makes them a quarter smaller than row after row.

use super::unpack::{Bytes, Unpack};
use crate::complaint::Date;
use serde::{Serialize, Serializer, ser};

/// A row of such a table.
pub(super) trait Row<const N: usize>: Sized {
    /// Its cells; none may hold a line break.
    fn cells(&self) -> [String; N];
    /// The row of these cells, if they are one.
    fn of(cells: [&str; N]) -> Option<Self>;
}

/// Writes a table.
pub(super) fn serialize<R: Row<N>, S: Serializer, const N: usize>(rows: &[R], s: S) -> Result<S::Ok, S::Error> {
    let rows: Vec<[String; N]> = rows.iter().map(R::cells).collect();
    let cells: Vec<&str> =
        (0..N).flat_map(|n| rows.iter().filter_map(move |row| row.get(n))).map(String::as_str).collect();
    if cells.iter().any(|cell| cell.contains('\n')) {
        return Err(ser::Error::custom("a line break in a cell"));
    }
    cells.join("\n").serialize(s)
}

/// Where a table is read into.
pub(super) struct Table<'a, R, const N: usize>(&'a mut Vec<R>);

/// The rows as such a place.
pub(super) fn place<R: Row<N>, const N: usize>(rows: &mut Vec<R>) -> Table<'_, R, N> {
    Table(rows)
}

impl<R: Row<N>, const N: usize> Unpack for Table<'_, R, N> {
    fn unpack(&mut self, from: &mut Bytes<'_>) -> Option<()> {
        rows(from.text()?, &mut [""; N], &mut |row| {
            self.0.push(R::of(*row.first_chunk()?)?);
            Some(())
        })
    }
}

/// Reads a table row by row, each as wide as `row`.
fn rows<'t>(text: &'t str, row: &mut [&'t str], read: &mut dyn FnMut(&[&'t str]) -> Option<()>) -> Option<()> {
    let cells: Vec<&str> = if text.is_empty() { Vec::new() } else { text.split('\n').collect() };
    let count = cells.len() / row.len();
    for n in 0..count {
        for (cell, column) in row.iter_mut().zip(cells.chunks(count)) {
            *cell = column.get(n)?;
        }
        read(row)?;
    }
    (count * row.len() == cells.len()).then_some(())
}

/// A mark in a cell.
pub(super) fn mark(yes: bool) -> String {
    if yes { "1".to_owned() } else { String::new() }
}

/// A day in a cell; none is empty.
pub(super) fn day(day: Option<Date>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

/// The day of a cell; `None` if it holds something else.
pub(super) fn read_day(cell: &str) -> Option<Option<Date>> {
    if cell.is_empty() { Some(None) } else { Date::parse(cell).map(Some) }
}

/// Several values in a cell.
pub(super) fn values(cell: &str) -> Vec<String> {
    parts(cell, '|')
}

/// Several values with that sign between them.
pub(super) fn parts(cell: &str, between: char) -> Vec<String> {
    cell.split(between).filter(|value| !value.is_empty()).map(str::to_owned).collect()
}

/// A value that a cell may lack.
pub(super) fn optional(cell: &str) -> Option<String> {
    Some(cell.to_owned()).filter(|cell| !cell.is_empty())
}
