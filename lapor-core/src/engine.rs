//! The engine: packs and overlays, checked, compiled once, then only read.

mod build;
mod calendar;
mod check;
mod compile;
pub(crate) mod info;
mod lookup;

pub use build::EngineBuilder;
pub(crate) use build::hex;
pub use calendar::{CalendarAddRequest, CalendarCountRequest, DaysAdded, DaysCounted, Unit};
pub use compile::{OfficeName, Reading};
pub use info::{Info, Limits, PackInfo};
pub use lookup::{Former, LookupRequest, RegionDetail, RegionList};

use crate::calendar::Calendar;
use crate::complaint::RegionCode;
use crate::error::{Error, ErrorCode};
use crate::institution::Institutions;
use crate::matter::MatterRules;
use crate::pack::{DiscriminatorCue, LifecyclePack};
use crate::place::Gazetteer;
use crate::region::Regions;
use crate::taxonomy::Taxonomy;
use crate::text::Lexicon;

/// Reference data, compiled. Immutable; any number of threads may use it at once.
#[derive(Debug)]
pub struct Engine {
    pub(crate) packs: Vec<PackInfo>,
    pub(crate) packs_sha256: String,
    pub(crate) regions: Regions,
    pub(crate) calendar: Calendar,
    pub(crate) taxonomy: Taxonomy,
    pub(crate) institutions: Institutions,
    pub(crate) lifecycle: LifecyclePack,
    pub(crate) lexicon: Lexicon,
    pub(crate) gazetteer: Gazetteer,
    pub(crate) matter_rules: MatterRules,
    /// Rows of discriminator cues.
    pub(crate) discriminator_cues: Vec<DiscriminatorCue>,
    /// Other readings of regional words.
    pub(crate) readings: Vec<Reading>,
    /// What the office names in texts stand for.
    pub(crate) office_names: Vec<OfficeName>,
    /// Names of the lists of what LAPOR! does not take.
    pub(crate) out_of_scope: Vec<String>,
}

impl Engine {
    /// Starts to build an engine: the built-in packs (feature `embed`) and whatever the host adds.
    pub fn builder() -> EngineBuilder {
        EngineBuilder::new()
    }

    /// The engine with the built-in packs only.
    ///
    /// # Errors
    /// [`ErrorCode::PackMissing`] without the feature `embed`.
    pub fn embedded() -> Result<Engine, Error> {
        EngineBuilder::new().build()
    }

    /// The region of today that a member of a request names.
    pub(crate) fn known_region(&self, code: Option<RegionCode>, path: &str) -> Result<Option<RegionCode>, Error> {
        let Some(code) = code else { return Ok(None) };
        let today = self.regions.today(code);
        let unknown =
            || Error::new(ErrorCode::BadValue, path).with("expected", "a Kemendagri code of a living or former region");
        today.map(Some).ok_or_else(unknown)
    }
}
