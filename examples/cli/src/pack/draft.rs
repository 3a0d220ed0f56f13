//! A folder's sheets put together as one overlay, with the way back from each of its members to the cell it came from.

use super::about::About;
use super::cell;
use super::csv::{Row, Table};
use super::faults::{Fault, Place};
use super::folder::{self, Files};
use super::sheets::{ABOUT, Column, Kind, LISTS, SOURCES, Sheet};
use lapor_core::Engine;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// Stands in for a text at fault while the rest is checked.
const STAND_IN: &str = "-";
/// A type that is always there, for a type at fault.
pub(super) const SOME_TYPE: &str = "opd:setda";
/// A region that is always there, for a region at fault.
const SOME_REGION: &str = "11";

/// An overlay in the making.
#[derive(Debug)]
pub(super) struct Draft {
    /// The overlay; where a cell is at fault, something harmless stands in for it.
    pub(super) overlay: Value,
    /// For each list of the overlay the rows that its items came from.
    pub(super) rows: BTreeMap<&'static str, Vec<u64>>,
    /// What is wrong so far.
    pub(super) faults: Vec<Fault>,
    /// False if a sheet could not be read at all: then the overlay says nothing.
    pub(super) is_legible: bool,
    about: (Table, About),
    tables: Vec<Table>,
}

impl Draft {
    /// Reads the sheets.
    pub(super) fn read(files: &Files, engine: &Engine) -> Self {
        let mut faults = folder::faults(files);
        let is_complete = faults.is_empty();
        let mut table = |sheet: &'static Sheet| match files.get(sheet.file) {
            Some(bytes) => Table::read(sheet, bytes, &mut faults),
            None => Table::empty(sheet),
        };
        let (about, sources) = (table(&ABOUT), table(&SOURCES));
        let tables: Vec<Table> = LISTS.iter().map(table).collect();
        let is_legible = is_complete && [&about, &sources].into_iter().chain(&tables).all(|table| table.is_legible);
        let entries = if about.is_legible { About::read(&about, engine, &mut faults) } else { About::default() };

        let mut draft = Draft {
            overlay: Value::Null,
            rows: BTreeMap::new(),
            faults,
            is_legible,
            about: (about, entries),
            tables: Vec::new(),
        };
        let sources = draft.sources(&sources);
        let mut lists = Map::new();
        for table in &tables {
            let items = draft.items(table);
            lists.insert(table.sheet.member.to_owned(), Value::Array(items));
        }
        draft.tables = tables;
        let entry = |member, or: &str| draft.about.1.value(member).unwrap_or(or).to_owned();
        let mut list = |member: &str| lists.shift_remove(member).unwrap_or_else(|| json!([]));
        draft.overlay = json!({
            "pack": entry("pack", STAND_IN),
            "kind": "overlay",
            "version": entry("version", STAND_IN),
            "for": entry("for", SOME_REGION),
            "requires": {"wire": lapor_core::WIRE},
            "regime": null,
            "sources": sources,
            "administrator": draft.about.1.value("administrator"),
            "offices": list("offices"),
            "exceptions": list("exceptions"),
            "channels": list("channels"),
            "calendar": list("calendar"),
            "words": list("words"),
            "messages": [],
            "policy": {},
        });
        draft
    }

    /// The sheet of a list.
    pub(super) fn table(&self, member: &str) -> Option<&Table> {
        self.tables.iter().find(|table| table.sheet.member == member)
    }

    /// The place of an entry of the first sheet.
    pub(super) fn entry(&self, member: &str) -> Place {
        match self.about.1.row(member) {
            Some(row) => self.about.0.member(row, "value"),
            None => Place::file(ABOUT.file),
        }
    }

    /// The sources; one that stands twice would hide the other.
    fn sources(&mut self, table: &Table) -> Value {
        let mut sources: BTreeMap<String, u64> = BTreeMap::new();
        let mut out = Map::new();
        for row in &table.rows {
            let [Some(id), text] = row.cells.as_slice() else { continue };
            if let Some(first) = sources.get(id) {
                let fault = table.cell(row.number, 0).fault("twice", &[("row", &first.to_string())]);
                self.faults.push(fault);
                continue;
            }
            sources.insert(id.clone(), row.number);
            out.insert(id.clone(), text.clone().unwrap_or_default().into());
        }
        Value::Object(out)
    }

    /// The rows of a sheet as items of the overlay.
    fn items(&mut self, table: &Table) -> Vec<Value> {
        let mut items = Vec::new();
        for row in &table.rows {
            let (item, is_whole) = self.item(table, row);
            // a day without its date cannot stand in for anything
            if is_whole || table.sheet.member != "calendar" {
                items.push(item);
                self.rows.entry(table.sheet.member).or_default().push(row.number);
            }
        }
        items
    }

    /// A row as an item, and whether every cell was good.
    fn item(&mut self, table: &Table, row: &Row) -> (Value, bool) {
        let mut is_whole = true;
        let mut item = Map::new();
        for (at, (column, cell)) in table.sheet.columns.iter().zip(&row.cells).enumerate() {
            let value = match cell.as_deref().map(|cell| cell::read(column.kind, cell)) {
                Some(Ok(value)) => value,
                problem => {
                    if let Some(Err((code, params))) = problem {
                        let params: Vec<_> = params.iter().map(|(name, value)| (*name, value.as_str())).collect();
                        self.faults.push(table.cell(row.number, at).fault(code, &params));
                    }
                    is_whole = false;
                    stand_in(column, table.sheet, &row.cells)
                }
            };
            item.insert(column.member.to_owned(), value);
        }
        let mut item = Value::Object(item);
        if !is_whole {
            quieten(&mut item);
        }
        (item, is_whole)
    }
}

/// Something harmless for a cell at fault, so that the library can judge the others.
fn stand_in(column: &Column, sheet: &Sheet, cells: &[Option<String>]) -> Value {
    let filled = |member: &str| {
        let at = sheet.columns.iter().position(|column| column.member == member);
        at.and_then(|at| cells.get(at)).is_some_and(|cell| cell.as_ref().is_none_or(|cell| !cell.is_empty()))
    };
    match column.kind {
        Kind::Type => SOME_TYPE.into(),
        Kind::Effect if filled("word") => "means".into(),
        Kind::Effect if filled("level") => "level".into(),
        Kind::Effect => "add".into(),
        Kind::Words | Kind::Code if column.required => STAND_IN.into(),
        kind => cell::blank(kind),
    }
}

/// An exception with something at fault must not seem to contradict another: only additions never do.
pub(super) fn quieten(item: &mut Value) {
    if let Some(effect) = item.get_mut("effect")
        && (*effect == "to" || *effect == "replace")
    {
        *effect = "add".into();
    }
}
