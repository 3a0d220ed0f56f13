//! What an engine is made of.

use super::Engine;
use crate::complaint::Date;
use crate::json::record;
use serde::Serialize;

/// Request of `engine.info`: no members.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct InfoRequest {}

record!(InfoRequest {});

/// A loaded pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PackInfo {
    /// Stable id, such as `id.regions` or `id.12.71`.
    pub id: String,
    /// Kind of pack.
    pub kind: String,
    /// Its version.
    pub version: String,
    /// SHA-256 of its bytes, hex.
    pub sha256: String,
}

/// Limits of requests and packs (wire §2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Limits {
    /// Largest request in bytes.
    pub request_bytes: usize,
    /// Largest pack in bytes.
    pub pack_bytes: usize,
    /// Deepest nesting of JSON.
    pub depth: usize,
}

/// The answer of `engine.info`; the same in every host.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Info {
    /// Version of the crate.
    pub engine: &'static str,
    /// Version of the wire.
    pub wire: u32,
    /// Version of the C ABI.
    pub abi: u32,
    /// SHA-256 over the sorted pack ids and hashes, hex.
    pub packs_sha256: String,
    /// Packs by id.
    pub packs: Vec<PackInfo>,
    /// Names of the operations, sorted.
    pub operations: Vec<&'static str>,
    /// First day of the calendar.
    pub calendar_from: Date,
    /// Last day of the calendar.
    pub calendar_until: Date,
    /// Limits.
    pub limits: Limits,
}

/// The operations of this version, sorted.
pub(crate) const OPERATIONS: &[&str] = &[
    "calendar.add",
    "calendar.count",
    "complaint.validate",
    "complaint.view",
    "engine.info",
    "form.describe",
    "identity.check",
    "institution.search",
    "matter.suggest",
    "pack.check",
    "pack.diff",
    "region.children",
    "region.locate",
    "region.lookup",
    "route",
    "route.explain",
    "taxonomy.search",
    "text.normalize",
    "text.redact",
    "triage",
];

/// Largest request in bytes.
pub(crate) const REQUEST_BYTES: usize = 256 * 1024;
/// Deepest nesting of JSON.
pub(crate) const DEPTH: usize = 32;

impl Engine {
    /// Versions, packs, operations and limits.
    #[must_use]
    pub fn info(&self) -> Info {
        Info {
            engine: crate::VERSION,
            wire: crate::WIRE,
            abi: crate::ABI,
            packs_sha256: self.packs_sha256.clone(),
            packs: self.packs.clone(),
            operations: OPERATIONS.to_vec(),
            calendar_from: self.calendar.from(),
            calendar_until: self.calendar.until(),
            limits: Limits { request_bytes: REQUEST_BYTES, pack_bytes: super::build::PACK_BYTES, depth: DEPTH },
        }
    }
}
