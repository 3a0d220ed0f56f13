//! The reporter: who can be answered. What `identity.check` says of NIK, phone and e-mail joins here, at `/complaint/reporter/…`.

use super::{Known, written};
use crate::complaint::{Finding, Reporter};
use crate::message::Params;

pub(super) fn check(known: &Known<'_>, out: &mut Vec<Finding>) {
    let complaint = known.complaint;
    let reporter = &complaint.reporter;
    let reachable =
        [&reporter.name, &reporter.phone, &reporter.email].into_iter().any(|m| written(m.as_ref()).is_some());
    let handed_over = complaint.is_anonymous == Some(false) || *reporter != Reporter::default();
    if handed_over && !reachable && complaint.is_anonymous != Some(true) {
        out.push(Finding::new("reporter_missing", "/complaint/reporter", Params::new()));
    }
}
