//! The body of the pack `lifecycle`: deadlines.

use super::unpack::packed;
use serde::Serialize;

/// Deadline rules.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct LifecyclePack {
    /// Rules.
    pub deadlines: Vec<DeadlineRow>,
    /// Day from which rules marked `carried` are only carried over.
    pub carried_over_from: String,
}

packed!(LifecyclePack { deadlines, carried_over_from });

/// One deadline rule.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct DeadlineRow {
    /// Stable id.
    pub id: String,
    /// Indonesian name.
    pub name_id: String,
    /// English name.
    pub name_en: String,
    /// Classification it is for; empty = all.
    pub classification: String,
    /// `berkadar_pengawasan`, `tidak_berkadar_pengawasan` or empty = both.
    pub supervision: String,
    /// Event that starts it.
    pub event: String,
    /// True if the event lies after submission.
    pub assumed: bool,
    /// Length.
    pub length: u32,
    /// Unit.
    pub unit: String,
    /// `verifier` or `lead`: who must act.
    pub holder: String,
    /// Profile it belongs to.
    pub profile: String,
    /// `in_force` or `inferred`.
    pub status: String,
    /// True if a later regulation replaced the source without known numbers.
    pub carried: bool,
    /// Law or decree.
    pub source: String,
}

packed!(DeadlineRow {
    id,
    name_id,
    name_en,
    classification,
    supervision,
    event,
    assumed,
    length,
    unit,
    holder,
    profile,
    status,
    carried,
    source
});
