//! `lapor triage`: a file of complaints in, one answer for each line out.

use crate::args::{Detail, Format, Triage};
use crate::defaults::Defaults;
use crate::envelope;
use crate::json::Item;
use crate::packs;
use crate::reading::{Complaint, Complaints};
use crate::sink::{Answered, Sink};
use crate::stop::Stop;
use crate::summary::{self, Summary};
use csv::ByteRecord;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use lapor_core::Engine;
use std::io::{self, IsTerminal, Write};

/// Runs the command and says how many lines were bad.
pub(crate) fn run(args: &Triage) -> Result<u64, Stop> {
    let engine = packs::engine(&args.packs)?;
    let detail = args.detail.map(Detail::as_str);
    let defaults = Defaults::new(&engine, &args.reading, detail, args.format != Format::Jsonl)?;
    let bar = bar(args.format);
    let complaints = Complaints::open(&args.reading, &bar)?;
    let mut work = Work { engine, defaults, bar, summary: Summary::default() };
    work.all(args, complaints)?;
    work.bar.finish_and_clear();
    let _ = write!(io::stderr(), "{}", work.summary);
    Ok(work.summary.bad())
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
        let envelope = envelope::read(&text);
        if let Some(fault) = &envelope.error {
            summary::report(&self.bar, number, fault);
        }
        self.summary.count(&envelope);
        self.bar.set_message(self.summary.lines().to_string());
        let Item { id, title, .. } = item;
        sink.put(&Answered { number, id: id.as_deref(), title, record, text: &text, envelope: &envelope })
    }
}
