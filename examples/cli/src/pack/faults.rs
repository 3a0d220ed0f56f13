//! Faults of a folder: each with its file, and where there are such, its row and column as a spreadsheet counts them.

use super::args::Lang;
use super::sheets;
use super::texts;
use lapor_core::message::Text;

/// A column of a file as a person sees it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spot {
    /// Its number in the file, from 0.
    pub(super) number: usize,
    /// Its heading; blank if it has none.
    pub(super) heading: String,
}

/// Where a fault is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    /// Number of the file among the sheets; unknown files come last.
    order: usize,
    /// Name of the file.
    file: String,
    /// Row as a spreadsheet counts, the header being row 1.
    row: Option<u64>,
    /// Column.
    column: Option<Spot>,
}

/// What is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    /// Where.
    pub(super) place: Place,
    /// What.
    pub(super) text: Text,
}

impl Place {
    /// A whole file.
    pub(super) fn file(name: &str) -> Self {
        let order = sheets::all().position(|sheet| sheet.file == name).unwrap_or(usize::MAX);
        Place { order, file: name.to_owned(), row: None, column: None }
    }

    /// A row of it.
    pub(super) fn row(mut self, row: u64) -> Self {
        self.row = Some(row);
        self
    }

    /// A cell or the heading of a column.
    pub(super) fn column(mut self, number: usize, heading: &str) -> Self {
        self.column = Some(Spot { number, heading: heading.to_owned() });
        self
    }

    /// The fault of that code here.
    pub(super) fn fault(self, code: &str, params: &[(&str, &str)]) -> Fault {
        Fault { place: self, text: texts::text(code, params) }
    }

    /// File and row, for sentences that point to another row.
    pub(super) fn short(&self) -> Text {
        let row = self.row.map(|row| texts::text("at_row", &[("row", &row.to_string())]));
        let of =
            |row: Option<&str>| [Some(self.file.as_str()), row].into_iter().flatten().collect::<Vec<_>>().join(" ");
        Text { id: of(row.as_ref().map(|row| row.id.as_str())), en: of(row.as_ref().map(|row| row.en.as_str())) }
    }
}

impl Fault {
    /// One line for a person.
    pub(super) fn line(&self, lang: Lang) -> String {
        let Place { file, row, column, .. } = &self.place;
        let mut out = file.clone();
        if let Some(row) = row {
            out.push_str(", ");
            out.push_str(lang.of(&texts::text("at_row", &[("row", &row.to_string())])));
        }
        if let Some(Spot { number, heading }) = column {
            let name = if heading.is_empty() { letters(*number) } else { format!("{} ({heading})", letters(*number)) };
            out.push_str(", ");
            out.push_str(lang.of(&texts::text("at_column", &[("column", &name)])));
        }
        format!("{out}: {}", lang.of(&self.text))
    }
}

/// The name that a spreadsheet gives a column: A … Z, AA …
fn letters(number: usize) -> String {
    let letter = u8::try_from(number % 26).map_or('?', |n| char::from(b'A' + n));
    match (number / 26).checked_sub(1) {
        Some(left) => format!("{}{letter}", letters(left)),
        None => letter.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_a_spreadsheet_names_them() {
        let names = [0, 1, 25, 26, 27, 51, 52, 701, 702].map(letters);
        assert_eq!(names, ["A", "B", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"]);
    }

    #[test]
    fn a_fault_is_one_line_in_either_language() {
        let fault = Place::file("kanal.csv").row(3).column(1, "nama").fault("required", &[]);
        assert_eq!(fault.line(Lang::Id), "kanal.csv, baris 3, kolom B (nama): harus diisi");
        assert_eq!(fault.line(Lang::En), "kanal.csv, row 3, column B (nama): must be filled");
        assert_eq!(fault.place.short().id, "kanal.csv baris 3");
    }
}
