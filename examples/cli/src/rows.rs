//! CSV rows with the number of their first line, bounded memory, and a way on after an open quotation mark.
//!
//! A row ends where its line ends outside quotation marks. One that does not end within the limit, or before the end of the
//! file, is given up at its first line, and reading goes on with the second: a stray mark costs one row, not the file.

use crate::input::{Lines, too_large};
use csv::ByteRecord;
use lapor_core::{Error, ErrorCode};
use std::collections::VecDeque;
use std::io::{self, BufRead};

/// Rows of a reader.
pub(crate) struct Rows<R> {
    lines: Lines<R>,
    delimiter: u8,
    limit: usize,
    /// Lines of a row that was given up.
    again: VecDeque<Part>,
}

/// One row.
pub(crate) struct Row {
    /// Number of its first line.
    pub(crate) number: u64,
    /// Its cells.
    pub(crate) record: Result<ByteRecord, Error>,
}

/// A line that may be part of a row.
struct Part {
    /// Its number.
    number: u64,
    /// Its bytes, or the size of a line that is too long.
    line: Result<Vec<u8>, usize>,
}

/// Where in a row the reading stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Before a cell.
    Start,
    /// In a cell without quotation marks.
    Plain,
    /// Between quotation marks.
    Quoted,
    /// Behind a quotation mark that ends the cell or is the first of two.
    Mark,
}

impl<R: BufRead> Rows<R> {
    /// Reads rows of at most `limit` bytes.
    pub(crate) fn new(reader: R, delimiter: u8, limit: usize) -> Self {
        Rows { lines: Lines::new(reader, limit), delimiter, limit, again: VecDeque::new() }
    }

    /// The next row that is not blank.
    pub(crate) fn next(&mut self) -> io::Result<Option<Row>> {
        let mut parts: Vec<Part> = Vec::new();
        let mut whole: Vec<u8> = Vec::new();
        let mut state = State::Start;
        loop {
            let Some(part) = self.part()? else { return Ok(self.give_up(parts)) };
            match &part.line {
                Ok(line) if parts.is_empty() && line.trim_ascii().is_empty() => continue,
                Ok(line) => {
                    if !parts.is_empty() {
                        whole.push(b'\n');
                    }
                    whole.extend_from_slice(line);
                    state = self.read(line, state);
                }
                Err(size) if parts.is_empty() => {
                    let error = too_large(self.limit, *size);
                    return Ok(Some(Row { number: part.number, record: Err(error) }));
                }
                Err(_) => {}
            }
            let goes_on = part.line.is_ok() && whole.len() <= self.limit;
            parts.push(part);
            if state != State::Quoted {
                let number = parts.first().map_or(0, |first| first.number);
                return Ok(Some(Row { number, record: self.parse(&whole) }));
            }
            if !goes_on {
                return Ok(self.give_up(parts));
            }
        }
    }

    /// The next line, those of a row that was given up first.
    fn part(&mut self) -> io::Result<Option<Part>> {
        if let Some(part) = self.again.pop_front() {
            return Ok(Some(part));
        }
        let line = self.lines.next()?;
        Ok(line.map(|line| Part { number: line.number, line: line.bytes.map(<[u8]>::to_vec) }))
    }

    /// Gives up a row at its first line; the others are read again. `None` if there is no line.
    fn give_up(&mut self, parts: Vec<Part>) -> Option<Row> {
        let mut parts = parts.into_iter();
        let number = parts.next()?.number;
        for part in parts.rev() {
            self.again.push_front(part);
        }
        let error = Error::new(ErrorCode::BadValue, "").with("expected", "want_quote");
        Some(Row { number, record: Err(error) })
    }

    /// The state behind a line.
    fn read(&self, line: &[u8], from: State) -> State {
        let mut state = from;
        for byte in line {
            state = match (state, *byte) {
                (State::Quoted, b'"') => State::Mark,
                (State::Quoted, _) | (State::Start | State::Mark, b'"') => State::Quoted,
                (_, byte) if byte == self.delimiter => State::Start,
                _ => State::Plain,
            };
        }
        state
    }

    /// The cells of one whole row.
    fn parse(&self, row: &[u8]) -> Result<ByteRecord, Error> {
        let mut builder = csv::ReaderBuilder::new();
        let builder = builder.delimiter(self.delimiter).has_headers(false).flexible(true);
        let mut record = ByteRecord::new();
        match builder.buffer_capacity(row.len().max(64)).from_reader(row).read_byte_record(&mut record) {
            Ok(_) => Ok(record),
            Err(_) => Err(Error::new(ErrorCode::BadValue, "").with("expected", "CSV")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str, limit: usize) -> Vec<(u64, Option<Vec<String>>)> {
        let mut rows = Rows::new(text.as_bytes(), b',', limit);
        let mut all = Vec::new();
        while let Some(row) = rows.next().unwrap() {
            let cells = |record: ByteRecord| record.iter().map(|cell| String::from_utf8_lossy(cell).into()).collect();
            all.push((row.number, row.record.ok().map(cells)));
        }
        all
    }

    fn some(cells: &[&str]) -> Option<Vec<String>> {
        Some(cells.iter().map(|cell| (*cell).to_owned()).collect())
    }

    #[test]
    fn lines_count_through_quoted_and_blank_ones() {
        let text = "a,b\r\n\r\n\"x\r\n\r\ny\",\"say \"\"hi\"\"\"\r\n5\" pipe,c \r\n";
        let all = [(1, some(&["a", "b"])), (3, some(&["x\r\n\r\ny", "say \"hi\""])), (6, some(&["5\" pipe", "c "]))];
        assert_eq!(rows(text, 100), all);
    }

    #[test]
    fn an_open_mark_costs_one_row() {
        let all = [(1, some(&["a"])), (2, None), (3, some(&["c"])), (4, some(&["d"]))];
        assert_eq!(rows("a\nx,\"b\nc\nd\n", 100), all, "at the end of the file");
        let long = format!("a\nx,\"b\nc\nd\n{}", "e\n".repeat(50));
        assert_eq!(rows(&long, 10).get(..4), Some(&all[..]), "at the limit");
        assert_eq!(rows(&long, 10).len(), 54);
        let wide = rows(&format!("a\nx,\"b\nc\nd\n{}\nf", "e".repeat(50)), 10);
        assert_eq!(wide, [&all[..], &[(5, None), (6, some(&["f"]))]].concat(), "at a line that is too long");
    }
}
