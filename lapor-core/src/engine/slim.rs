//! An engine without regions and keywords, for a page that wants its form before them (wire §1).

use super::{Engine, EngineBuilder};
use crate::call::Reply;
use crate::error::{Error, ErrorCode};

/// The packs that a slim engine may lack.
const LACKING: [&str; 2] = ["regions", "lexicon"];

/// The operations that need neither.
const ANSWERED: [&str; 6] =
    ["calendar.add", "calendar.count", "engine.info", "form.describe", "identity.check", "taxonomy.search"];

/// An engine that may lack the packs `regions` and `lexicon`, a quarter of what a page loads.
///
/// It answers `calendar.add`, `calendar.count`, `engine.info`, `form.describe`, `identity.check` and `taxonomy.search`; what needs a pack that is
/// not there is the error [`ErrorCode::PackMissing`] with the param `pack`. It is asked by [`call`](Slim::call) alone, so that nothing is
/// answered out of empty tables. If both packs are there, it answers everything.
#[derive(Debug)]
pub struct Slim(Engine);

impl Slim {
    /// Calls an operation, as [`Engine::call`].
    #[must_use]
    pub fn call(&self, operation: &str, request: &[u8]) -> Reply {
        self.0.call(operation, request)
    }

    /// Kinds of the packs that are missing.
    #[must_use]
    pub fn missing(&self) -> &[&'static str] {
        &self.0.missing
    }
}

impl EngineBuilder {
    /// As [`build`](EngineBuilder::build), but `regions` and `lexicon` may be missing. Overlays name regions, and need them.
    ///
    /// # Errors
    /// As [`build`](EngineBuilder::build).
    pub fn build_slim(self) -> Result<Slim, Error> {
        self.build_lacking(&LACKING).map(Slim)
    }
}

impl Engine {
    /// Refuses an operation for which a pack is missing.
    pub(crate) fn can_answer(&self, operation: &str) -> Result<(), Error> {
        match self.missing.first() {
            Some(pack) if !ANSWERED.contains(&operation) => Err(missing("", pack)),
            _ => Ok(()),
        }
    }

    /// Refuses a member for which the regions are missing.
    pub(super) fn has_regions(&self, path: &str) -> Result<(), Error> {
        if self.missing.contains(&"regions") { Err(missing(path, "regions")) } else { Ok(()) }
    }
}

fn missing(path: &str, pack: &'static str) -> Error {
    Error::new(ErrorCode::PackMissing, path).with("pack", pack)
}
