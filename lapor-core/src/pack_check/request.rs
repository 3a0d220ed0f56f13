//! Requests and answers of `pack.check`, and the request of `pack.diff`.

use super::Categories;
use crate::complaint::{Date, Finding, Instant};
use crate::json::record;
use crate::pack::Overlay;
use serde::Serialize;

/// Request of `pack.check`.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct CheckRequest {
    /// The overlay to check in its region; without it, the loaded packs in all regions.
    pub overlay: Option<Overlay>,
    /// Days to look at; by default each day on which a rule changes, and the last of the calendar.
    pub dates: Option<Vec<Date>>,
}

record!(default CheckRequest { overlay, dates });

/// Request of `pack.diff`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DiffRequest {
    /// The overlay of today; none = the general rule.
    #[serde(default)]
    pub before: Option<Overlay>,
    /// The overlay to come; none = the general rule.
    #[serde(default)]
    pub after: Option<Overlay>,
    /// The day whose rules judge.
    pub now: Instant,
}

record!(DiffRequest { before, after, now });

/// Answer of `pack.check`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Check {
    /// True if no finding blocks.
    pub accepted: bool,
    /// Id of the overlay checked.
    pub overlay: Option<String>,
    /// How much was looked at.
    pub counts: Counts,
    /// Where the routes end.
    pub outcomes: Vec<OutcomeCount>,
    /// How matters name the active categories.
    pub categories: Categories,
    /// By path, then code.
    pub findings: Vec<Finding>,
}

/// How much was looked at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Counts {
    /// Matters.
    pub matters: usize,
    /// Matters with each answer, and without one.
    pub values: usize,
    /// Regencies and cities.
    pub regions: usize,
    /// Different days.
    pub dates: usize,
    /// Routes in all.
    pub routes: usize,
}

/// How many routes end there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OutcomeCount {
    /// `registered`, `typical`, `national` or `needs_triage`.
    pub outcome: &'static str,
    /// Reason code of `needs_triage`.
    pub reason: Option<&'static str>,
    /// How many.
    pub count: usize,
}
