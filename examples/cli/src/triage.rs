//! `lapor triage`: a file of complaints in, one answer for each line out.

use crate::args::{Format, Triage};
use crate::envelope::{self, Envelope, Fault};
use crate::input;
use crate::json::{self, Defaults, Item};
use crate::reading::{Complaint, Complaints};
use crate::sink::{Answered, Sink};
use crate::stop::Stop;
use crate::summary::{self, Summary};
use crate::{dates, packs};
use csv::ByteRecord;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use lapor_core::{Engine, Error, ErrorCode};
use std::io::{self, IsTerminal, Write};

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
    work.all(args, Complaints::new(&args.file, source)?)?;
    work.bar.finish_and_clear();
    let _ = write!(io::stderr(), "{}", work.summary);
    Ok(work.summary.bad())
}

/// Asks the library about the flags before the first line, so that a wrong flag is a usage error and not many bad lines.
pub(crate) fn check(engine: &Engine, defaults: &Defaults) -> Result<(), Stop> {
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
pub(crate) fn read(text: &str) -> Envelope {
    serde_json::from_str(text).unwrap_or_else(|_| {
        let error = Error::new(ErrorCode::Internal, "");
        Envelope { answer: None, error: Some(Fault::from(&error)) }
    })
}

/// The progress bar: on a terminal only, and not where the lines themselves run over the screen.
pub(crate) fn bar(format: Format) -> ProgressBar {
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
    /// Answers every complaint of a file.
    fn all(&mut self, args: &Triage, mut complaints: Complaints) -> Result<(), Stop> {
        let (names, delimiter) = complaints.header().unzip();
        let mut sink = Sink::new(args.format, args.width, names, delimiter.unwrap_or(b','), &self.bar)?;
        while let Some(Complaint { number, item, record }) = complaints.next(&self.defaults)? {
            self.answer(&mut sink, number, &item, record.as_ref())?;
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
