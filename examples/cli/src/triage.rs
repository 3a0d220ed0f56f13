//! `lapor triage`: a file of complaints in, one answer for each line out.

use crate::args::{Form, Format, Triage};
use crate::columns::Header;
use crate::envelope::{self, Envelope, Fault};
use crate::input::{self, Line, Lines, Source};
use crate::json::{self, Defaults, Item};
use crate::rows::Rows;
use crate::sink::{Answered, Sink};
use crate::stop::Stop;
use crate::summary::{self, Summary};
use crate::{dates, packs};
use csv::ByteRecord;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use lapor_core::{Engine, Error, ErrorCode};
use std::io::{self, BufRead, IsTerminal, Write};

/// The most that one line or record may hold; the library's own limit for a complaint is lower.
const LINE: usize = 1024 * 1024;
/// Lines among which the header of a CSV file is looked for: LAPOR!'s export begins with a few about itself.
const PREAMBLE: u64 = 8;

/// Runs the command and says how many lines were bad.
pub(crate) fn run(args: &Triage) -> Result<u64, Stop> {
    let engine = packs::engine(&args.packs)?;
    let defaults = Defaults {
        now: args.now.clone().unwrap_or_else(dates::now),
        jurisdiction: args.jurisdiction.clone(),
        detail: args.detail.map(crate::args::Detail::as_str),
        reasons: args.format != Format::Jsonl,
    };
    check(&engine, &defaults)?;
    let bar = bar(args.format);
    let source = input::open(&args.file, args.input, &bar)?;
    let mut work = Work { engine, defaults, bar, summary: Summary::default() };
    match source.form {
        Form::Jsonl => work.jsonl(args, source.reader)?,
        Form::Csv => work.csv(args, source)?,
    }
    work.bar.finish_and_clear();
    let _ = write!(io::stderr(), "{}", work.summary);
    Ok(work.summary.bad())
}

/// Asks the library about the flags before the first line, so that a wrong flag is a usage error and not many bad lines.
fn check(engine: &Engine, defaults: &Defaults) -> Result<(), Stop> {
    let reply = engine.call("triage", &json::wrap("{\"title\":\"-\",\"content\":\"-\"}", defaults));
    let Some(fault) = read(reply.json()).error else {
        return Ok(());
    };
    let code = ErrorCode::ALL.into_iter().find(|code| code.as_str() == fault.code).unwrap_or(ErrorCode::BadValue);
    let refused = |expected: &str| Error::new(code, fault.path.as_str()).with("expected", expected);
    match fault.path.as_str() {
        "/now" => Err(Stop::Flag("--now", refused("2026-11-23T09:00:00+07:00"))),
        "/jurisdiction" => Err(Stop::Flag("--jurisdiction", refused("12.71"))),
        _ => Ok(()),
    }
}

/// What the command reads of an envelope; one of another shape is a fault of ours.
fn read(text: &str) -> Envelope {
    serde_json::from_str(text).unwrap_or_else(|_| {
        let error = Error::new(ErrorCode::Internal, "");
        Envelope { answer: None, error: Some(Fault::from(&error)) }
    })
}

/// The progress bar: on a terminal only, and not where the lines themselves run over the screen.
fn bar(format: Format) -> ProgressBar {
    if format != Format::Table && io::stdout().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
    match ProgressStyle::with_template("{bar:30} {bytes}/{total_bytes} {elapsed} {msg}") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// What one run holds.
struct Work {
    engine: Engine,
    defaults: Defaults,
    bar: ProgressBar,
    summary: Summary,
}

impl Work {
    /// Answers JSON Lines.
    fn jsonl(&mut self, args: &Triage, reader: impl BufRead) -> Result<(), Stop> {
        let mut sink = Sink::new(args.format, args.width, None, b',', &self.bar)?;
        let mut lines = Lines::new(reader, LINE);
        while let Some(Line { number, bytes }) = lines.next().map_err(Stop::file(&args.file))? {
            let item = match bytes {
                Ok(bytes) if bytes.trim_ascii().is_empty() => continue,
                Ok(bytes) => json::item(bytes, &self.defaults),
                Err(size) => Item::refused(too_large(size)),
            };
            self.answer(&mut sink, number, &item, None)?;
        }
        sink.finish()
    }

    /// Answers the rows of a CSV file.
    fn csv(&mut self, args: &Triage, source: Source) -> Result<(), Stop> {
        let mut rows = Rows::new(source.reader, source.delimiter, LINE);
        let (header, names) = loop {
            let Some(row) = rows.next().map_err(Stop::file(&args.file))? else {
                return Err(Stop::Header);
            };
            if row.number > PREAMBLE {
                return Err(Stop::Header);
            }
            if let Ok(names) = row.record {
                let header = Header::read(&names);
                if header.is_usable() {
                    break (header, names);
                }
            }
        };
        let mut sink = Sink::new(args.format, args.width, Some(&names), source.delimiter, &self.bar)?;
        while let Some(row) = rows.next().map_err(Stop::file(&args.file))? {
            let (item, record) = match row.record {
                Ok(record) if record.len() == names.len() => (header.item(&record, &self.defaults), record),
                Ok(record) => {
                    let error = Error::new(ErrorCode::BadValue, "")
                        .with("expected", "want_columns")
                        .with("columns", names.len());
                    (Item::refused(error.with("found", record.len())), record)
                }
                Err(error) => (Item::refused(error), ByteRecord::new()),
            };
            self.answer(&mut sink, row.number, &item, Some(&record))?;
        }
        sink.finish()
    }

    /// Answers one line, reports it if it is bad, and goes on.
    fn answer(&mut self, sink: &mut Sink, number: u64, item: &Item, record: Option<&ByteRecord>) -> Result<(), Stop> {
        let text = match &item.request {
            Ok(request) => self.engine.call("triage", request).into_json(),
            Err(error) => envelope::refusal(error),
        };
        let envelope = read(&text);
        if let Some(fault) = &envelope.error {
            let report = summary::report(number, fault);
            let _ = self.bar.suspend(|| writeln!(io::stderr(), "{report}"));
        }
        self.summary.count(&envelope);
        self.bar.set_message(self.summary.lines().to_string());
        let Item { id, title, .. } = item;
        sink.put(&Answered { number, id: id.as_deref(), title, record, text: &text, envelope: &envelope })
    }
}

/// A line that is not even handed on.
fn too_large(size: usize) -> Error {
    Error::new(ErrorCode::TooLarge, "").with("limit", LINE).with("size", size)
}
