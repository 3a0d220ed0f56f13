//! Where lines come from: a file or standard input, read with bounded memory.

use crate::args::Form;
use crate::columns::Header;
use crate::stop::Stop;
use indicatif::ProgressBar;
use lapor_core::{Error, ErrorCode};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::path::Path;

/// The most that is read to find out what a file is.
const FIRST_LINE: u64 = 64 * 1024;
/// The byte order mark that spreadsheets put first.
pub(crate) const MARK: &str = "\u{feff}";

/// An opened input and what it is.
pub(crate) struct Source {
    /// The bytes, without a byte order mark.
    pub(crate) reader: Box<dyn BufRead>,
    /// JSON Lines or CSV.
    pub(crate) form: Form,
    /// Separator of CSV.
    pub(crate) delimiter: u8,
}

/// Opens a file, or standard input for `-`. The bar counts its bytes.
pub(crate) fn open(path: &Path, form: Option<Form>, bar: &ProgressBar) -> Result<Source, Stop> {
    let mut reader: Box<dyn BufRead> = if path.as_os_str() == "-" {
        Box::new(BufReader::new(bar.wrap_read(io::stdin())))
    } else {
        let file = File::open(path).map_err(Stop::file(path))?;
        if let Ok(about) = file.metadata()
            && about.is_file()
        {
            bar.set_length(about.len());
        }
        Box::new(BufReader::with_capacity(64 * 1024, bar.wrap_read(file)))
    };
    let mut first = Vec::new();
    (&mut reader).take(FIRST_LINE).read_until(b'\n', &mut first).map_err(Stop::file(path))?;
    if first.starts_with(MARK.as_bytes()) {
        first.drain(..MARK.len());
    }
    let (delimiter, known) = separator(&first);
    let known = known && !first.trim_ascii_start().starts_with(b"{");
    let form = form.or_else(|| by_name(path)).unwrap_or(if known { Form::Csv } else { Form::Jsonl });
    Ok(Source { reader: Box::new(Cursor::new(first).chain(reader)), form, delimiter })
}

/// The form that a file's name promises.
fn by_name(path: &Path) -> Option<Form> {
    match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
        "csv" | "tsv" => Some(Form::Csv),
        "jsonl" | "ndjson" | "json" => Some(Form::Jsonl),
        _ => None,
    }
}

/// The separator under which the first line has the most columns that we know, and whether it is then a header at all.
fn separator(first: &[u8]) -> (u8, bool) {
    let mut best = (b',', Header::default());
    for delimiter in [b',', b';', b'\t'] {
        let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).from_reader(first);
        let mut record = csv::ByteRecord::new();
        if reader.read_byte_record(&mut record).unwrap_or(false) {
            let header = Header::read(&record);
            if header.known() > best.1.known() {
                best = (delimiter, header);
            }
        }
    }
    (best.0, best.1.is_usable())
}

/// The error of a line that is longer than it may be: it is not even looked at.
pub(crate) fn too_large(limit: usize, size: usize) -> Error {
    Error::new(ErrorCode::TooLarge, "").with("limit", limit).with("size", size)
}

/// Lines of a reader, each at most `limit` bytes; the rest of a longer one is counted and thrown away.
pub(crate) struct Lines<R> {
    reader: R,
    limit: usize,
    number: u64,
    buffer: Vec<u8>,
}

/// One line; blank ones count, too.
pub(crate) struct Line<'a> {
    /// Its number, from 1.
    pub(crate) number: u64,
    /// Its bytes without the line feed, or the size of a line that is too long.
    pub(crate) bytes: Result<&'a [u8], usize>,
}

impl<R: BufRead> Lines<R> {
    /// Reads lines of at most `limit` bytes.
    pub(crate) fn new(reader: R, limit: usize) -> Self {
        Lines { reader, limit, number: 0, buffer: Vec::new() }
    }

    /// The next line.
    pub(crate) fn next(&mut self) -> io::Result<Option<Line<'_>>> {
        self.buffer.clear();
        let most = u64::try_from(self.limit).unwrap_or(u64::MAX).saturating_add(2);
        let mut size = (&mut self.reader).take(most).read_until(b'\n', &mut self.buffer)?;
        if size == 0 {
            return Ok(None);
        }
        self.number += 1;
        if self.buffer.last() == Some(&b'\n') {
            self.buffer.pop();
        } else {
            size += self.skip()?;
        }
        let whole = self.buffer.len() <= self.limit;
        let bytes = if whole { Ok(self.buffer.as_slice()) } else { Err(size) };
        Ok(Some(Line { number: self.number, bytes }))
    }

    /// Goes on to the end of the line and says how many bytes that were.
    fn skip(&mut self) -> io::Result<usize> {
        let mut skipped = 0;
        loop {
            let buffer = self.reader.fill_buf()?;
            if buffer.is_empty() {
                return Ok(skipped);
            }
            let end = buffer.iter().position(|byte| *byte == b'\n');
            let length = end.map_or(buffer.len(), |end| end + 1);
            self.reader.consume(length);
            skipped += length;
            if end.is_some() {
                return Ok(skipped);
            }
        }
    }
}

impl<R: Read> Lines<BufReader<R>> {
    /// True if a further line has been read already.
    pub(crate) fn more(&self) -> bool {
        self.reader.buffer().contains(&b'\n')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_and_bounded() {
        let text = b"one\r\n\ntoo long a line\nlast";
        let mut lines = Lines::new(BufReader::with_capacity(4, text.as_slice()), 8);
        let mut seen = Vec::new();
        while let Some(line) = lines.next().unwrap() {
            seen.push((line.number, line.bytes.map(<[u8]>::to_vec)));
        }
        let good = |text: &str| Ok(text.as_bytes().to_vec());
        assert_eq!(seen, [(1, good("one\r")), (2, good("")), (3, Err(16)), (4, good("last"))]);
    }

    #[test]
    fn the_separator_is_the_one_that_makes_known_columns() {
        assert_eq!(separator(b"judul;isi;no, ya\n"), (b';', true));
        assert_eq!(separator(b"title\tcontent\n"), (b'\t', true));
        assert_eq!(separator(b"{\"title\":\"a\",\"content\":\"b\"}\n"), (b',', false));
        assert_eq!(separator(b"not json\n"), (b',', false));
    }
}
