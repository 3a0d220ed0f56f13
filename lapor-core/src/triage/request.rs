//! What is asked.

use crate::complaint::{ClassificationValue, Complaint, Detail, Instant, Location, Offsets, RegionCode, Supervision};
use crate::json::record;
use crate::sorted::Sorted;
use serde::Serialize;

/// Request of `triage`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TriageRequest {
    /// The moment it is; the library has no clock.
    pub now: Instant,
    /// The complaint.
    pub complaint: Complaint,
    /// Region of the instance that received it; none for the national one.
    #[serde(default)]
    pub jurisdiction: Option<RegionCode>,
    /// How much to answer.
    #[serde(default)]
    pub detail: Detail,
    /// Unit of spans.
    #[serde(default)]
    pub offsets: Offsets,
}

record!(TriageRequest { now, complaint, jurisdiction, detail, offsets });

impl TriageRequest {
    /// A brief request to the national instance.
    #[must_use]
    pub fn new(now: Instant, complaint: Complaint) -> Self {
        TriageRequest { now, complaint, jurisdiction: None, detail: Detail::Brief, offsets: Offsets::Utf8 }
    }
}

/// Request of `route`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RouteRequest {
    /// The moment it is; the rules of its day judge.
    pub now: Instant,
    /// Matter id.
    pub matter: String,
    /// Region of the object.
    #[serde(default)]
    pub region: Option<RegionCode>,
    /// Kind of report; none = a pengaduan.
    #[serde(default)]
    pub classification: Option<ClassificationValue>,
    /// Whether it is about abuse of authority; only a pengaduan can be.
    #[serde(default)]
    pub supervision: Option<Supervision>,
    /// Answers to discriminator questions.
    #[serde(default)]
    pub answers: Sorted<String, String>,
    /// Institution the reporter named: an office id or words.
    #[serde(default)]
    pub suggested_institution: Option<String>,
    /// How much to answer.
    #[serde(default)]
    pub detail: Detail,
}

record!(RouteRequest {
    now,
    matter,
    region,
    classification,
    supervision,
    answers: Given,
    suggested_institution,
    detail
});

/// Request of `region.locate`.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct LocateRequest {
    /// Title.
    pub title: Option<String>,
    /// Text.
    pub content: Option<String>,
    /// Fields of the place.
    pub location: Location,
    /// Region of the instance that asks.
    pub jurisdiction: Option<RegionCode>,
    /// How much to answer.
    pub detail: Detail,
    /// Unit of spans.
    pub offsets: Offsets,
}

record!(default LocateRequest { title, content, location, jurisdiction, detail, offsets });

/// Request of `matter.suggest`.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct SuggestRequest {
    /// Title.
    pub title: Option<String>,
    /// Text.
    pub content: Option<String>,
    /// Region of the instance that asks.
    pub jurisdiction: Option<RegionCode>,
    /// How much to answer.
    pub detail: Detail,
    /// Unit of spans.
    pub offsets: Offsets,
}

record!(default SuggestRequest { title, content, jurisdiction, detail, offsets });
