//! A file of complaints, one complaint at a time: JSON Lines or CSV, read with bounded memory.

use crate::args::Form;
use crate::columns::Header;
use crate::input::{Line, Lines, Source};
use crate::json::{self, Defaults, Item};
use crate::rows::Rows;
use crate::stop::Stop;
use csv::ByteRecord;
use lapor_core::{Error, ErrorCode};
use std::io::BufRead;
use std::path::{Path, PathBuf};

/// The most that one line or record may hold; the library's own limit for a complaint is lower.
const LINE: usize = 1024 * 1024;
/// Lines among which the header of a CSV file is looked for: LAPOR!'s export begins with a few about itself.
const PREAMBLE: u64 = 8;

/// One complaint of a file.
pub(crate) struct Complaint {
    /// Number of its (first) line.
    pub(crate) number: u64,
    /// Its request.
    pub(crate) item: Item,
    /// Its cells, if it came from a CSV file.
    pub(crate) record: Option<ByteRecord>,
}

/// The complaints of a file.
pub(crate) struct Complaints {
    path: PathBuf,
    kind: Kind,
}

/// The forms.
enum Kind {
    Jsonl(Lines<Box<dyn BufRead>>),
    Csv(Box<Sheet>),
}

/// A CSV file behind its header.
struct Sheet {
    rows: Rows<Box<dyn BufRead>>,
    header: Header,
    names: ByteRecord,
    delimiter: u8,
}

impl Complaints {
    /// Begins to read; of a CSV file, up to its header.
    pub(crate) fn new(path: &Path, source: Source) -> Result<Self, Stop> {
        let kind = match source.form {
            Form::Jsonl => Kind::Jsonl(Lines::new(source.reader, LINE)),
            Form::Csv => {
                let mut rows = Rows::new(source.reader, source.delimiter, LINE);
                let (header, names) = header(path, &mut rows)?;
                Kind::Csv(Box::new(Sheet { rows, header, names, delimiter: source.delimiter }))
            }
        };
        Ok(Complaints { path: path.to_owned(), kind })
    }

    /// The header of a CSV file and its separator.
    pub(crate) fn header(&self) -> Option<(&ByteRecord, u8)> {
        match &self.kind {
            Kind::Jsonl(_) => None,
            Kind::Csv(sheet) => Some((&sheet.names, sheet.delimiter)),
        }
    }

    /// The next complaint.
    pub(crate) fn next(&mut self, defaults: &Defaults) -> Result<Option<Complaint>, Stop> {
        match &mut self.kind {
            Kind::Jsonl(lines) => loop {
                let Some(Line { number, bytes }) = lines.next().map_err(Stop::file(&self.path))? else {
                    return Ok(None);
                };
                let item = match bytes {
                    Ok(bytes) if bytes.trim_ascii().is_empty() => continue,
                    Ok(bytes) => json::item(bytes, defaults),
                    Err(size) => Item::refused(too_large(size)),
                };
                return Ok(Some(Complaint { number, item, record: None }));
            },
            Kind::Csv(sheet) => {
                let Some(row) = sheet.rows.next().map_err(Stop::file(&self.path))? else { return Ok(None) };
                let columns = sheet.names.len();
                let (item, record) = match row.record {
                    Ok(record) if record.len() == columns => (sheet.header.item(&record, defaults), record),
                    Ok(record) => {
                        let error = Error::new(ErrorCode::BadValue, "")
                            .with("expected", "want_columns")
                            .with("columns", columns);
                        (Item::refused(error.with("found", record.len())), record)
                    }
                    Err(error) => (Item::refused(error), ByteRecord::new()),
                };
                Ok(Some(Complaint { number: row.number, item, record: Some(record) }))
            }
        }
    }
}

/// Looks for the header of a CSV file.
fn header(path: &Path, rows: &mut Rows<Box<dyn BufRead>>) -> Result<(Header, ByteRecord), Stop> {
    while let Some(row) = rows.next().map_err(Stop::file(path))? {
        if row.number > PREAMBLE {
            break;
        }
        if let Ok(names) = row.record {
            let header = Header::read(&names);
            if header.is_usable() {
                return Ok((header, names));
            }
        }
    }
    Err(Stop::Header)
}

/// A line that is not even handed on.
fn too_large(size: usize) -> Error {
    Error::new(ErrorCode::TooLarge, "").with("limit", LINE).with("size", size)
}
