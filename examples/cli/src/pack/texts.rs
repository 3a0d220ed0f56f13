//! What `lapor pack` says, in Indonesian and English: rows of a table, as in the library.

use lapor_core::message::Text;

/// Code, Indonesian, English.
const TABLE: &str = include_str!("texts.tsv");

/// The text of a code with its `{parameters}` filled in; the code itself if the table does not have it.
pub(super) fn text(code: &str, params: &[(&str, &str)]) -> Text {
    let mut rows = TABLE.lines().skip(1).map(|line| line.split('\t'));
    let row = rows.find_map(|mut cells| (cells.next() == Some(code)).then_some(cells));
    let Some(mut row) = row else { return Text::new(code, code) };
    let mut next = || {
        let template = row.next().unwrap_or(code).to_owned();
        params.iter().fold(template, |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
    };
    let id = next();
    Text { id, en: next() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_both_texts_with_the_same_parameters() {
        let names = |text: &str| {
            let mut names: Vec<_> = text.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect();
            names.sort_unstable();
            names.join(" ")
        };
        for line in TABLE.lines() {
            let cells: Vec<_> = line.split('\t').collect();
            assert_eq!(cells.len(), 3, "{line}");
            assert!(cells.iter().all(|cell| !cell.is_empty()), "{line}");
            assert_eq!(names(cells[1]), names(cells[2]), "{line}");
        }
        assert_eq!(text("at_row", &[("row", "3")]), Text::new("baris 3", "row 3"));
        assert_eq!(text("no such", &[]).id, "no such");
    }
}
