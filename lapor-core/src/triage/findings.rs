//! Findings: what a person should know about the complaint itself. Blocks only what the form truly demands (wire §3).
//!
//! One file a subject; `triage` and `complaint.validate` both answer with what comes out here. Limits are rows of the policy pack.

mod attachments;
mod characters;
mod dates;
mod form;
mod place;
mod reporter;
mod text;

pub(super) use text::advert;

use super::understand::Understood;
use crate::complaint::{ClassificationValue, Complaint, Date, Finding, Instant, RegionCode};
use crate::engine::Engine;
use crate::message::{Param, Params};
use crate::pack::FilingRules;
use crate::privacy::Reader;

/// What the findings are drawn from.
pub(super) struct Known<'a> {
    pub(super) engine: &'a Engine,
    pub(super) now: Instant,
    pub(super) complaint: &'a Complaint,
    /// Today's region of the instance that received it.
    pub(super) jurisdiction: Option<RegionCode>,
    pub(super) seen: &'a Understood,
    /// False if an institution was suggested that no table knows.
    pub(super) suggestion_known: bool,
    /// The kind of report, given or inferred.
    pub(super) kind: ClassificationValue,
    /// The day of receipt.
    pub(super) day: Date,
    /// What finds personal data, if its packs are loaded.
    pub(super) reader: Option<&'a Reader<'a>>,
    /// A year that the calendar lacks for a deadline.
    pub(super) missing: Option<i64>,
}

impl<'a> Known<'a> {
    fn rules(&self) -> &'a FilingRules {
        &self.engine.words.matter_rules.policy.filing
    }
}

/// All findings, by path, then code.
pub(super) fn of(known: &Known<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    form::check(known, &mut out);
    dates::check(known, &mut out);
    attachments::check(known, &mut out);
    place::check(known, &mut out);
    reporter::check(known, &mut out);
    text::check(known, &mut out);
    if let Some(year) = known.missing {
        out.push(Finding::new("calendar_missing", "", one("year", year)));
    }
    if known.reader.is_none() {
        out.push(Finding::new("not_checked", "/complaint", one("pack", "privacy")));
    }
    crate::sort::by(&mut out, |a, b| (&a.path, a.code).cmp(&(&b.path, b.code)));
    out
}

/// One parameter.
fn one(name: &'static str, value: impl Into<Param>) -> Params {
    crate::message::pairs([(name, value.into())])
}

/// A finding that rests on a row of the policy.
fn resting_on(source: &str, finding: Finding) -> Finding {
    Finding { source: Some(source.to_owned()), ..finding }
}

/// What was written, if it is more than blanks.
fn written(text: Option<&String>) -> Option<&str> {
    text.map(|t| t.trim()).filter(|t| !t.is_empty())
}
