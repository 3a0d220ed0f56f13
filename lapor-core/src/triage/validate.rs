//! `complaint.validate`: what is wrong with a complaint, without the rest of the answer.

use super::request::TriageRequest;
use crate::complaint::Finding;
use crate::engine::Engine;
use crate::error::Error;
use serde::Serialize;

/// The answer of `complaint.validate`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[doc(alias = "validasi")]
pub struct Validation {
    /// True if no finding blocks.
    pub accepted: bool,
    /// By path, then code; those that `triage` has for the same request.
    pub findings: Vec<Finding>,
}

impl Engine {
    /// The findings of [`Engine::triage`] for the same request. The whole path is walked, for a finding may come from its end: the calendar of a
    /// deadline.
    ///
    /// # Errors
    /// Those of [`Engine::triage`].
    pub fn complaint_validate(&self, request: &TriageRequest) -> Result<Validation, Error> {
        let answer = self.triage(request)?;
        Ok(Validation { accepted: answer.accepted, findings: answer.findings })
    }
}
