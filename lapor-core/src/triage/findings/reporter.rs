//! The reporter: who can be answered, and what `identity.check` says of NIK, phone and e-mail. Nothing here blocks.

use super::{Known, one, written};
use crate::complaint::{Finding, Reporter};
use crate::identity;
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
    numbers(known, reporter, out);
}

/// The numbers, one by one; without their tables, that those which were filled in are not checked.
fn numbers(known: &Known<'_>, reporter: &Reporter, out: &mut Vec<Finding>) {
    let engine = known.engine;
    for (name, value) in [("nik", &reporter.nik), ("phone", &reporter.phone), ("email", &reporter.email)] {
        let Some(value) = written(value.as_ref()) else { continue };
        let path = format!("/complaint/reporter/{name}");
        let findings = match (&engine.identity, name) {
            (None, _) => vec![Finding::new("not_checked", &path, one("pack", "identity"))],
            (Some(tables), "nik") => identity::nik(value, known.now, &path, tables, &engine.regions).findings,
            (Some(tables), "phone") => identity::phone(value, &path, tables).findings,
            (Some(tables), _) => identity::email(value, &path, tables).findings,
        };
        out.extend(findings);
    }
}
