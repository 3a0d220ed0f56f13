//! `lapor pack try`: which complaints of a file would go elsewhere. Two engines answer each line; only numbers, ids and offices are shown.

use super::args::Try;
use crate::args::{Format, Packs};
use crate::envelope::{Answer, Envelope, Office};
use crate::json::Defaults;
use crate::reading::{Complaint, Complaints};
use crate::row::clean;
use crate::stop::Stop;
use crate::triage;
use crate::{dates, input, packs, summary, table};
use indicatif::ProgressBar;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Where a complaint goes.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Receiver {
    /// Office id; in round brackets why nobody leads.
    id: String,
    /// Its name and how that is known.
    name: String,
    naming: String,
}

/// What became of the lines.
#[derive(Debug, Default)]
struct Totals {
    lines: u64,
    moved: u64,
    renamed: u64,
    same: u64,
    bad: u64,
    /// A row for each complaint that goes elsewhere.
    changes: Vec<Vec<String>>,
    /// For each receiver how many before and after, and its last name.
    offices: BTreeMap<String, (i64, i64, String)>,
}

/// Runs the command and says how many lines were bad.
pub(super) fn run(args: &Try) -> Result<u64, Stop> {
    let before = packs::engine(&args.packs)?;
    let mut files = args.packs.files.clone();
    files.push(args.overlay.clone());
    let after = packs::engine(&Packs { files })?;
    let defaults = Defaults {
        now: args.now.clone().unwrap_or_else(dates::now),
        jurisdiction: args.jurisdiction.clone(),
        detail: Some("brief"),
        reasons: false,
    };
    triage::check(&before, &defaults)?;
    let bar = triage::bar(Format::Table);
    let source = input::open(&args.file, args.input, &bar)?;
    let mut complaints = Complaints::new(&args.file, source)?;
    let mut totals = Totals::default();
    while let Some(Complaint { number, item, .. }) = complaints.next(&defaults)? {
        let answered = |engine: &lapor_core::Engine| match &item.request {
            Ok(request) => triage::read(engine.call("triage", request).json()),
            Err(error) => Envelope { answer: None, error: Some(error.into()) },
        };
        totals.count(number, item.id.as_deref(), &answered(&before), &answered(&after), &bar);
    }
    bar.finish_and_clear();
    totals.print()?;
    Ok(totals.bad)
}

impl Totals {
    /// Counts one line.
    fn count(&mut self, number: u64, id: Option<&str>, before: &Envelope, after: &Envelope, bar: &ProgressBar) {
        self.lines += 1;
        if let Some(fault) = &before.error {
            let report = summary::report(number, fault);
            let _ = bar.suspend(|| writeln!(io::stderr(), "{report}"));
        }
        let (Some(from), Some(to)) = (before.answer.as_ref().map(receiver), after.answer.as_ref().map(receiver)) else {
            self.bad += 1;
            return;
        };
        self.office(&from).0 += 1;
        self.office(&to).1 += 1;
        if from.id != to.id {
            self.moved += 1;
            let id = id.map(|id| serde_json::from_str::<String>(id).unwrap_or_else(|_| id.to_owned()));
            self.changes.push(vec![number.to_string(), clean(&id.unwrap_or_default()), from.id, to.id]);
        } else if from != to {
            self.renamed += 1;
        } else {
            self.same += 1;
        }
    }

    fn office(&mut self, receiver: &Receiver) -> &mut (i64, i64, String) {
        let counts = self.offices.entry(receiver.id.clone()).or_default();
        counts.2.clone_from(&receiver.name);
        counts
    }

    /// The three tables.
    fn print(&self) -> Result<(), Stop> {
        let mut out = io::stdout().lock();
        if !self.changes.is_empty() {
            writeln!(out, "{}", table::plain(&["no", "id", "sebelum", "sesudah"], &self.changes))?;
        }
        let changed = self.offices.iter().filter(|(_, (before, after, _))| before != after);
        let rows = changed.map(|(id, (before, after, name))| {
            vec![id.clone(), before.to_string(), after.to_string(), format!("{:+}", after - before), clean(name)]
        });
        let rows: Vec<_> = rows.collect();
        if !rows.is_empty() {
            writeln!(out, "{}", table::plain(&["penerima", "sebelum", "sesudah", "selisih", "nama"], &rows))?;
        }
        let totals = [
            ("baris", self.lines),
            ("penerima berubah", self.moved),
            ("hanya nama berubah", self.renamed),
            ("tetap", self.same),
            ("baris salah", self.bad),
        ];
        let rows = totals.map(|(title, count)| vec![title.to_owned(), count.to_string()]);
        write!(out, "{}", table::plain(&["jumlah", ""], &rows))?;
        Ok(())
    }
}

/// Who leads, or why nobody does.
fn receiver(answer: &Answer) -> Receiver {
    match (&answer.route.lead, &answer.route.needs_triage) {
        (Some(Office { id, name, naming }), _) => {
            Receiver { id: id.clone(), name: name.clone(), naming: naming.clone() }
        }
        (None, triage) => {
            let code = triage.as_ref().map(|triage| triage.reason.code.as_str()).unwrap_or_default();
            Receiver { id: format!("(disposisi: {code})"), name: String::new(), naming: String::new() }
        }
    }
}
