//! One sheet as spreadsheets save it: `;` `,` or tab, with or without a byte order mark, line breaks inside quotation marks.

use super::faults::{Fault, Place};
use super::sheets::{Kind, Sheet};
use crate::columns::plain;
use crate::rows::Rows;
use csv::ByteRecord;
use lapor_core::{Error, ErrorCode};

/// The byte order mark of UTF-8.
const MARK: &str = "\u{feff}";
/// The most that a row may hold, in bytes.
const LINE: usize = 1024 * 1024;

/// The rows of a sheet.
#[derive(Debug)]
pub(super) struct Table {
    /// Which sheet.
    pub(super) sheet: &'static Sheet,
    /// For each column of the sheet its number in the file.
    places: Vec<Option<usize>>,
    /// The rows that are not blank.
    pub(super) rows: Vec<Row>,
    /// False if the header is at fault: then the rows say nothing.
    pub(super) is_legible: bool,
}

/// A row.
#[derive(Debug)]
pub(super) struct Row {
    /// Its number as a spreadsheet counts, the header being 1.
    pub(super) number: u64,
    /// Its cells in the order of the sheet's columns, blank where the file has no such column; none if the cell is at fault.
    pub(super) cells: Vec<Option<String>>,
}

impl Table {
    /// A sheet without rows.
    pub(super) fn empty(sheet: &'static Sheet) -> Self {
        Table { sheet, places: vec![None; sheet.columns.len()], rows: Vec::new(), is_legible: true }
    }

    /// Reads a file.
    pub(super) fn read(sheet: &'static Sheet, bytes: &[u8], faults: &mut Vec<Fault>) -> Self {
        let mut table = Table::empty(sheet);
        let file = || Place::file(sheet.file);
        // UTF-16, which Excel calls "Unicode Text"
        if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
            faults.push(file().fault("file_utf8", &[]));
            table.is_legible = false;
            return table;
        }
        let bytes = bytes.strip_prefix(MARK.as_bytes()).unwrap_or(bytes);
        let mut reader = Rows::new(bytes, separator(sheet, bytes), LINE);
        let mut has_header = false;
        // line breaks inside cells so far: a spreadsheet counts rows, not lines
        let mut breaks = 0;
        while let Ok(Some(row)) = reader.next() {
            let number = row.number.saturating_sub(breaks);
            let record = match row.record {
                Ok(record) => record,
                Err(error) => {
                    faults.push(unreadable(file().row(number), &error));
                    continue;
                }
            };
            breaks += record.as_slice().iter().map(|byte| u64::from(*byte == b'\n')).sum::<u64>();
            if record.iter().all(|cell| cell.trim_ascii().is_empty()) || record.get(0).is_some_and(is_directive) {
                continue;
            }
            if has_header {
                table.row(number, &record, faults);
            } else {
                has_header = true;
                table.header(number, &record, faults);
                if !table.is_legible && table.places.iter().all(Option::is_none) {
                    return table;
                }
            }
        }
        if !has_header && sheet.required {
            faults.push(file().row(1).fault("no_header", &[("columns", &sheet.headings())]));
            table.is_legible = false;
        }
        table
    }

    /// The place of a cell, or of a column's heading.
    pub(super) fn cell(&self, row: u64, column: usize) -> Place {
        let place = Place::file(self.sheet.file).row(row);
        match (self.places.get(column), self.sheet.columns.get(column)) {
            (Some(Some(number)), Some(column)) => place.column(*number, column.heading),
            _ => place,
        }
    }

    /// The place of a cell by the member that its column fills.
    pub(super) fn member(&self, row: u64, member: &str) -> Place {
        match self.sheet.columns.iter().position(|column| column.member == member) {
            Some(column) => self.cell(row, column),
            None => Place::file(self.sheet.file).row(row),
        }
    }

    /// Finds the columns.
    fn header(&mut self, number: u64, record: &ByteRecord, faults: &mut Vec<Fault>) {
        let place = || Place::file(self.sheet.file).row(number);
        let names: Vec<String> = record.iter().map(|cell| String::from_utf8_lossy(cell).trim().to_owned()).collect();
        let mut wrong = Vec::new();
        for (at, name) in names.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
            let found = self.sheet.columns.iter().position(|column| column.heading == plain(name));
            match found.and_then(|column| self.places.get_mut(column)) {
                Some(free @ None) => *free = Some(at),
                Some(Some(_)) => wrong.push(place().column(at, name).fault("column_twice", &[])),
                None => {
                    let columns = self.sheet.headings();
                    wrong.push(place().column(at, name).fault("column_unknown", &[("columns", &columns)]));
                }
            }
        }
        if self.places.iter().all(Option::is_none) {
            wrong = vec![place().fault("no_header", &[("columns", &self.sheet.headings())])];
        } else {
            for (column, found) in self.sheet.columns.iter().zip(&self.places) {
                if column.required && found.is_none() {
                    wrong.push(place().fault("column_missing", &[("column", column.heading)]));
                }
            }
        }
        self.is_legible = wrong.is_empty();
        faults.append(&mut wrong);
    }

    /// Reads the cells of a row; a required one must be filled.
    fn row(&mut self, number: u64, record: &ByteRecord, faults: &mut Vec<Fault>) {
        let mut cells = Vec::with_capacity(self.sheet.columns.len());
        for (at, column) in self.sheet.columns.iter().enumerate() {
            let Some(Some(place)) = self.places.get(at) else {
                cells.push(Some(String::new()));
                continue;
            };
            let cell = std::str::from_utf8(record.get(*place).unwrap_or_default()).map(one_line);
            let fault = match &cell {
                Err(_) => Some("cell_utf8"),
                Ok(cell) if cell.is_empty() => column.required.then_some("required"),
                Ok(cell) if is_error(cell) => Some("excel_error"),
                Ok(cell) if column.kind == Kind::Code => destroyed(cell),
                Ok(_) => None,
            };
            if let Some(code) = fault {
                faults.push(self.cell(number, at).fault(code, &[]));
            }
            cells.push(cell.ok().filter(|_| fault.is_none()));
        }
        // a column without a heading, or cells behind the last heading
        for (at, cell) in record.iter().enumerate() {
            if !cell.trim_ascii().is_empty() && self.is_stray(at) {
                faults.push(Place::file(self.sheet.file).row(number).column(at, "").fault("no_column", &[]));
            }
        }
        self.rows.push(Row { number, cells });
    }

    /// True if no heading stands over that column of the file. Under headings that are at fault already nothing more is said.
    fn is_stray(&self, at: usize) -> bool {
        let headed = self.places.iter().flatten().max().is_some_and(|last| at <= *last);
        !self.places.contains(&Some(at)) && (self.is_legible || !headed)
    }
}

/// Why a row could not be read.
fn unreadable(place: Place, error: &Error) -> Fault {
    if error.code() == ErrorCode::TooLarge {
        place.fault("row_long", &[("limit", &LINE.to_string())])
    } else {
        place.fault("open_quote", &[])
    }
}

/// `sep=;`, with which some programs tell Excel the separator.
fn is_directive(cell: &[u8]) -> bool {
    cell.starts_with(b"sep=")
}

/// The separator under which the first line has the most of the sheet's columns.
fn separator(sheet: &Sheet, bytes: &[u8]) -> u8 {
    let lines = bytes.split(|byte| *byte == b'\n').filter(|line| !line.trim_ascii().is_empty());
    let first = lines.map(String::from_utf8_lossy).find(|line| !is_directive(line.as_bytes())).unwrap_or_default();
    let known = |separator: u8| {
        let cells = first.split(char::from(separator)).map(plain);
        cells.filter(|cell| sheet.columns.iter().any(|column| column.heading == cell)).count()
    };
    let mut best = b';';
    for separator in [b',', b'\t'] {
        if known(separator) > known(best) {
            best = separator;
        }
    }
    best
}

/// A cell without its line breaks, and without the mark that keeps a spreadsheet from calculating it.
fn one_line(cell: &str) -> String {
    let lines = cell.lines().map(str::trim).filter(|line| !line.is_empty());
    let text = lines.collect::<Vec<_>>().join(" ");
    match text.strip_prefix('\'') {
        Some(rest) if is_formula(rest) => rest.to_owned(),
        _ => text,
    }
}

/// True if a spreadsheet would calculate such a cell.
pub(super) fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@'])
}

/// What a spreadsheet shows for a formula that failed, or a column too narrow for a number: `#NAME?`, `#N/A`, `#####`.
fn is_error(cell: &str) -> bool {
    let rest = cell.strip_prefix('#');
    rest.is_some_and(|rest| {
        let capitals = rest.bytes().all(|byte| byte.is_ascii_uppercase() || b"/0!?#".contains(&byte));
        capitals && (rest.ends_with(['!', '?', '#']) || rest == "N/A")
    })
}

/// The fault of a code that a spreadsheet took for a number or a date: `12,71`, `1,2E+10`, `12-Mei`, `Des-71`, `12/05/2026`.
pub(super) fn destroyed(cell: &str) -> Option<&'static str> {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = cell.replacen("E+", "", 1);
    if let Some((whole, rest)) = number.split_once(',')
        && digits(whole)
        && digits(rest)
    {
        return Some("excel_number");
    }
    if number != cell && digits(&number) {
        return Some("excel_number");
    }
    let month = |text: &str| text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_alphabetic());
    let short = |text: &str| digits(text) && text.len() <= 2;
    let is_short_date = cell.split_once('-').is_some_and(|(first, second)| {
        (short(first) && month(second) || month(first) && short(second)) && crate::dates::is_month(first, second)
    });
    (is_short_date || crate::dates::day(cell).is_some()).then_some("excel_date")
}

/// The text of a sheet as a spreadsheet in Indonesia opens it by a double click: byte order mark, `;`, CRLF.
pub(super) fn write(sheet: &Sheet, rows: &[Vec<String>]) -> String {
    let mut out = String::from(MARK);
    let mut line = |cells: &mut dyn Iterator<Item = &str>| {
        for (at, cell) in cells.enumerate() {
            if at > 0 {
                out.push(';');
            }
            out.push_str(&quoted(cell));
        }
        out.push_str("\r\n");
    };
    line(&mut sheet.columns.iter().map(|column| column.heading));
    for row in rows {
        line(&mut row.iter().map(String::as_str));
    }
    out
}

/// A cell, in quotation marks where it needs them.
fn quoted(cell: &str) -> String {
    let cell = if is_formula(cell) { format!("'{cell}") } else { cell.to_owned() };
    if cell.contains([';', ',', '"', '\n', '\r', '\t']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_destroys_is_seen() {
        for (cell, code) in [
            ("12,71", Some("excel_number")),
            ("1,2E+10", Some("excel_number")),
            ("12-Mei", Some("excel_date")),
            ("Des-71", Some("excel_date")),
            ("12/05/2026", Some("excel_date")),
            ("dlh", None),
            ("D-1", None),
            ("W-upt-2021", None),
            ("12/perumda-tirtanadi", None),
            ("cc-112-medan", None),
            ("S-12", None),
            ("kpk-12", None),
            ("2026.1", None),
        ] {
            assert_eq!(destroyed(cell), code, "{cell}");
        }
        for cell in ["#NAME?", "#N/A", "#REF!", "#DIV/0!", "########"] {
            assert!(is_error(cell), "{cell}");
        }
        for cell in ["#1", "# catatan", "#LAPOR", "NAME?"] {
            assert!(!is_error(cell), "{cell}");
        }
    }
}
