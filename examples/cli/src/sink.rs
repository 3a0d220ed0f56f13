//! The three forms of output.

use crate::args::Format;
use crate::envelope::{self, Envelope};
use crate::formula::harmless;
use crate::json::unquote;
use crate::row;
use crate::stop::Stop;
use crate::table::Block;
use csv::ByteRecord;
use indicatif::ProgressBar;
use std::io::{self, BufWriter, Stdout, Write};

/// Standard output that lets the progress bar step aside while it is written to.
struct Screen {
    out: Stdout,
    bar: ProgressBar,
}

impl Write for Screen {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.bar.suspend(|| self.out.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.bar.suspend(|| self.out.flush())
    }
}

/// A line that was answered.
pub(crate) struct Answered<'a> {
    /// Its number in the file.
    pub(crate) number: u64,
    /// Its id as given, JSON text.
    pub(crate) id: Option<&'a str>,
    /// Its title.
    pub(crate) title: &'a str,
    /// Its cells, if it came from a CSV file.
    pub(crate) record: Option<&'a ByteRecord>,
    /// The text of the envelope.
    pub(crate) text: &'a str,
    /// What is read of the envelope.
    pub(crate) envelope: &'a Envelope,
}

/// Where answered lines go.
pub(crate) struct Sink(Kind);

/// The forms.
enum Kind {
    Jsonl(BufWriter<Screen>),
    /// With the number of columns of a CSV input (none: JSON Lines) and its separator.
    Csv(Box<csv::Writer<Screen>>, Option<usize>, u8),
    Table(BufWriter<Screen>, Block),
}

impl Sink {
    /// Opens the output. `header` and `delimiter` are those of a CSV input.
    pub(crate) fn new(
        format: Format,
        width: u16,
        header: Option<&ByteRecord>,
        delimiter: u8,
        bar: &ProgressBar,
    ) -> Result<Self, Stop> {
        let screen = Screen { out: io::stdout(), bar: bar.clone() };
        Ok(Sink(match format {
            Format::Jsonl => Kind::Jsonl(BufWriter::with_capacity(64 * 1024, screen)),
            Format::Table => Kind::Table(BufWriter::new(screen), Block::new(width)),
            Format::Csv => {
                let mut writer = csv::WriterBuilder::new().delimiter(delimiter).flexible(true).from_writer(screen);
                writer.write_byte_record(&heading(header))?;
                Kind::Csv(Box::new(writer), header.map(ByteRecord::len), delimiter)
            }
        }))
    }

    /// Writes one line.
    pub(crate) fn put(&mut self, line: &Answered<'_>) -> Result<(), Stop> {
        match &mut self.0 {
            Kind::Jsonl(out) => {
                out.write_all(envelope::splice(line.id, Some(line.number), line.text).as_bytes())?;
                out.write_all(b"\n")?;
            }
            Kind::Csv(out, columns, delimiter) => {
                let cells = row::cells(line.number, line.title, line.envelope);
                out.write_byte_record(&extended(line, *columns, *delimiter, &cells))?;
            }
            Kind::Table(out, block) => {
                let [no, title, matter, office, score, mut reason, due, question, fault] =
                    row::cells(line.number, line.title, line.envelope);
                if !fault.is_empty() {
                    reason = format!("baris salah: {fault}");
                }
                if let Some(text) = block.push([no, title, matter, office, score, reason, due, question]) {
                    out.write_all(text.as_bytes())?;
                    out.flush()?;
                }
            }
        }
        Ok(())
    }

    /// Writes what waits.
    pub(crate) fn finish(self) -> Result<(), Stop> {
        match self.0 {
            Kind::Jsonl(mut out) => out.flush()?,
            Kind::Csv(mut out, ..) => out.flush()?,
            Kind::Table(mut out, mut block) => {
                out.write_all(block.take().as_bytes())?;
                out.flush()?;
            }
        }
        Ok(())
    }
}

/// The header of a CSV output: the input's, then ours. A name of ours that the input has already gets `lapor_` in front; the
/// title is not repeated. After JSON Lines the id comes first.
fn heading(header: Option<&ByteRecord>) -> ByteRecord {
    let Some(header) = header else {
        return ["id"].into_iter().chain(row::NAMES).collect::<Vec<_>>().into();
    };
    let mut names = header.clone();
    for (place, name) in row::NAMES.into_iter().enumerate() {
        if place == row::TITLE {
            continue;
        }
        if header.iter().any(|other| other.trim_ascii().eq_ignore_ascii_case(name.as_bytes())) {
            names.push_field(format!("lapor_{name}").as_bytes());
        } else {
            names.push_field(name.as_bytes());
        }
    }
    names
}

/// A row of a CSV output.
fn extended(line: &Answered<'_>, columns: Option<usize>, delimiter: u8, cells: &[String; 9]) -> ByteRecord {
    let mut out = ByteRecord::new();
    let Some(columns) = columns else {
        // a citizen's words must not become a formula
        out.push_field(harmless(&line.id.map(unquote).unwrap_or_default()).as_bytes());
        for (place, cell) in cells.iter().enumerate() {
            out.push_field(if place == row::TITLE { harmless(cell) } else { cell.clone() }.as_bytes());
        }
        return out;
    };
    // A row with too few cells is filled up; surplus cells stay together in the last one, so that our columns stand in line.
    let mut given: Vec<&[u8]> = line.record.into_iter().flatten().collect();
    let last = if given.len() > columns { given.split_off(columns.saturating_sub(1)) } else { Vec::new() };
    let last = last.join(&delimiter);
    if !last.is_empty() {
        given.push(&last);
    }
    given.resize(columns, b"");
    given.iter().for_each(|cell| out.push_field(cell));
    for (place, cell) in cells.iter().enumerate() {
        if place != row::TITLE {
            out.push_field(cell.as_bytes());
        }
    }
    out
}
