//! An engine without regions and keywords, for a page that wants its form before them (wire §1).

use super::Reply;
use crate::engine::{Engine, EngineBuilder, lacking};
use crate::error::Error;

/// The operations that need neither.
const ANSWERED: [&str; 6] =
    ["calendar.add", "calendar.count", "engine.info", "form.describe", "identity.check", "taxonomy.search"];

/// An engine that may lack the packs `regions` and `lexicon`, a quarter of what a page loads.
///
/// It answers `calendar.add`, `calendar.count`, `engine.info`, `form.describe`, `identity.check` and `taxonomy.search` (wire §1); what needs a
/// pack that is not there is the error [`ErrorCode::PackMissing`](crate::ErrorCode::PackMissing) with the param `pack`. It is asked by
/// [`call`](Slim::call) alone, so that nothing is answered out of empty tables. If both packs are there, it answers everything.
#[derive(Debug)]
pub struct Slim(Engine);

impl Slim {
    /// Calls an operation, as [`Engine::call`].
    #[must_use]
    pub fn call(&self, operation: &str, request: &[u8]) -> Reply {
        self.0.call(operation, request)
    }

    /// The pack that is missing: `regions`, or where they are there, `lexicon`.
    #[must_use]
    pub fn lacks(&self) -> Option<&'static str> {
        self.0.lacks
    }
}

impl EngineBuilder {
    /// As [`build`](EngineBuilder::build), but `regions` and `lexicon` may be missing. Overlays name regions, and need them.
    ///
    /// # Errors
    /// As [`build`](EngineBuilder::build).
    pub fn build_slim(self) -> Result<Slim, Error> {
        self.build_lacking().map(Slim)
    }
}

impl Engine {
    /// Refuses an operation for which a pack is missing.
    pub(super) fn can_answer(&self, operation: &str) -> Result<(), Error> {
        match self.lacks {
            Some(pack) if !ANSWERED.contains(&operation) => Err(lacking("", pack)),
            _ => Ok(()),
        }
    }
}
