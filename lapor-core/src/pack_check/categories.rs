//! Every active category leads to a matter: itself, through one above it, or through one below it.

use crate::complaint::Finding;
use crate::message::pairs;
use crate::taxonomy::{CategoryStatus, Taxonomy};
use rustc_hash::FxHashSet;
use serde::Serialize;

/// Active categories by how a matter names them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Categories {
    /// Named by a matter.
    pub direct: usize,
    /// One above it is.
    pub parent: usize,
    /// One below it is.
    pub child: usize,
    /// None is.
    pub unmapped: usize,
}

/// Counts, and a finding for each category that leads nowhere.
pub(super) fn count(taxonomy: &Taxonomy) -> (Categories, Vec<Finding>) {
    let named: FxHashSet<&str> = taxonomy.matters().iter().flat_map(|m| &m.categories).map(String::as_str).collect();
    let is_named = |id: &str| named.contains(id);
    let below = |id: &str| named.iter().any(|n| n.strip_prefix(id).is_some_and(|rest| rest.starts_with('/')));
    let mut counts = Categories::default();
    let mut findings = Vec::new();
    for category in taxonomy.categories().iter().filter(|c| CategoryStatus::of(c) == CategoryStatus::Active) {
        let id = category.id.as_str();
        if is_named(id) {
            counts.direct += 1;
        } else if taxonomy.above(category).any(|c| is_named(&c.id)) {
            counts.parent += 1;
        } else if below(id) {
            counts.child += 1;
        } else {
            counts.unmapped += 1;
            findings.push(Finding::new("category_unmapped", "", pairs([("category", id.into())])));
        }
    }
    (counts, findings)
}
