//! The closing summary and the reports of bad lines, on standard error.

use crate::envelope::{Envelope, Fault};
use indicatif::ProgressBar;
use std::collections::BTreeMap;
use std::fmt;
use std::io::{self, Write};

/// What became of the lines.
#[derive(Debug, Default)]
pub(crate) struct Summary {
    lines: u64,
    lead: u64,
    blocked: u64,
    triage: BTreeMap<String, u64>,
    errors: BTreeMap<String, u64>,
}

impl Summary {
    /// Counts one line.
    pub(crate) fn count(&mut self, envelope: &Envelope) {
        self.lines += 1;
        if let Some(answer) = &envelope.answer {
            self.blocked += u64::from(!answer.accepted);
            match &answer.route.needs_triage {
                Some(triage) => *self.triage.entry(triage.reason.code.clone()).or_default() += 1,
                None => self.lead += 1,
            }
        }
        if let Some(fault) = &envelope.error {
            *self.errors.entry(fault.code.clone()).or_default() += 1;
        }
    }

    /// How many lines were counted.
    pub(crate) fn lines(&self) -> u64 {
        self.lines
    }

    /// How many lines were bad.
    pub(crate) fn bad(&self) -> u64 {
        self.errors.values().sum()
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let row = |f: &mut fmt::Formatter<'_>, count: u64, words: &str| writeln!(f, "{count:>8}  {words}");
        row(f, self.lines, "baris | lines")?;
        row(f, self.lead, "ada penerima | lead")?;
        row(f, self.triage.values().sum(), "perlu disposisi | needs_triage")?;
        for (code, count) in &self.triage {
            row(f, *count, &format!("  {code}"))?;
        }
        if self.blocked > 0 {
            row(f, self.blocked, "belum dapat diterima | not accepted yet (block finding)")?;
        }
        row(f, self.bad(), "baris salah | bad lines")?;
        for (code, count) in &self.errors {
            row(f, *count, &format!("  {code}"))?;
        }
        Ok(())
    }
}

/// Reports one bad line, with its number, while the bar steps aside.
pub(crate) fn report(bar: &ProgressBar, line: u64, fault: &Fault) {
    let _ = bar.suspend(|| writeln!(io::stderr(), "lapor: baris | line {line}: {fault}"));
}
