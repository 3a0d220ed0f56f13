//! The table: fixed widths, printed in blocks, so that a file of any size needs the memory of one block.

use comfy_table::{ColumnConstraint, ContentArrangement, Table, Width, presets::ASCII_MARKDOWN};

/// Titles of the columns.
const TITLES: [&str; 8] = ["no", "judul", "pokok masalah", "kepada", "keyakinan", "alasan", "tenggat", "pertanyaan"];
/// Characters for a column of its own width, or shares of what is left.
const WIDTHS: [Column; 8] = [
    Column::Fixed(6),
    Column::Share(20),
    Column::Share(16),
    Column::Share(22),
    Column::Fixed(9),
    Column::Share(24),
    Column::Fixed(10),
    Column::Share(18),
];
/// Rows of a block.
const BLOCK: usize = 32;
/// Two spaces in each column, a bar between and around them.
const FRAME: u16 = 8 * 2 + 9;

/// A whole table, each column as wide as its content.
pub(crate) fn plain(titles: &[&str], rows: &[Vec<String>]) -> String {
    let mut table = Table::new();
    table.load_style(ASCII_MARKDOWN).set_header(titles.iter().copied()).add_rows(rows.iter().cloned());
    format!("{table}\n")
}

/// Width of a column.
#[derive(Debug, Clone, Copy)]
enum Column {
    /// So many characters.
    Fixed(u16),
    /// So many hundredths of what the fixed ones leave.
    Share(u16),
}

/// Rows that wait to be printed.
#[derive(Debug)]
pub(crate) struct Block {
    rows: Vec<[String; 8]>,
    width: u16,
    started: bool,
}

impl Block {
    /// An empty block for tables of that width.
    pub(crate) fn new(width: u16) -> Self {
        Block { rows: Vec::with_capacity(BLOCK), width, started: false }
    }

    /// Adds a row; gives the text of the block when it is full.
    pub(crate) fn push(&mut self, row: [String; 8]) -> Option<String> {
        self.rows.push(row);
        (self.rows.len() >= BLOCK).then(|| self.take())
    }

    /// The text of what waits, the header before the first block; empty if nothing waits and the header is out.
    pub(crate) fn take(&mut self) -> String {
        if self.rows.is_empty() && self.started {
            return String::new();
        }
        let mut table = Table::new();
        table.load_style(ASCII_MARKDOWN).set_content_arrangement(ContentArrangement::Dynamic).set_width(self.width);
        if !self.started {
            table.set_header(TITLES);
            self.started = true;
        }
        table.add_rows(self.rows.drain(..)).set_constraints(self.constraints());
        format!("{table}\n")
    }

    /// The width of each column with its two spaces.
    fn constraints(&self) -> impl Iterator<Item = ColumnConstraint> {
        let fixed: u16 = WIDTHS.iter().map(|column| if let Column::Fixed(width) = column { *width } else { 0 }).sum();
        let left = u32::from(self.width.saturating_sub(fixed + FRAME));
        WIDTHS.into_iter().map(move |column| {
            let width = match column {
                Column::Fixed(width) => width,
                Column::Share(share) => u16::try_from(left * u32::from(share) / 100).unwrap_or(u16::MAX),
            };
            ColumnConstraint::Absolute(Width::Fixed(width + 2))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_fit_together() {
        let mut block = Block::new(120);
        let row = |text: &str| [text; 8].map(str::to_owned);
        for _ in 1..BLOCK {
            assert_eq!(block.push(row("a")), None);
        }
        let first = block.push(row("a")).unwrap();
        block.push(row("seribu kata yang panjang sekali"));
        let second = block.take();
        let widths = |text: &str| text.lines().map(|line| line.chars().count()).collect::<Vec<_>>();
        assert!(first.contains("pokok"));
        assert!(!second.contains("pokok"));
        let all = [widths(&first), widths(&second)].concat();
        assert!(all.iter().all(|width| *width == all[0] && *width <= 120), "{first}{second}");
        assert_eq!(block.take(), "");
    }
}
