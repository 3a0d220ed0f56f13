//! The engine: packs and overlays, checked, compiled once, then only read.

mod build;
mod calendar;
mod categories;
mod check;
mod children;
mod compile;
mod identity;
pub(crate) mod info;
mod institutions;
#[cfg(test)]
mod linear;
mod listing;
mod lookup;
mod names;
mod normalize;
mod redact;

pub use build::EngineBuilder;
pub(crate) use build::{hex, lacking};
pub use calendar::{CalendarAddRequest, CalendarCountRequest, DaysAdded, DaysCounted, Unit};
pub use categories::{CategoryDetail, CategoryList, CategoryName, CategoryRequest, Glossed};
pub use children::{Child, Children, ChildrenRequest};
pub(crate) use compile::{OfficeName, Words};
pub use identity::{Identity, IdentityKind, IdentityRequest};
pub use info::{Info, InfoRequest, Limits, PackInfo};
pub use institutions::{InstitutionDetail, InstitutionList, InstitutionRequest};
pub use lookup::{Former, LookupRequest, RegionDetail, RegionList};
pub use normalize::{NormalText, NormalWord, NormalizeRequest};
pub(crate) use redact::Units;
pub use redact::{OperatorKind, PersonalDatum, PersonalSpan, RedactRequest, Redacted};

use crate::calendar::Calendar;
use crate::case::DeadlineRules;
use crate::complaint::RegionCode;
use crate::error::{Error, ErrorCode};
use crate::identity::Numbers;
use crate::institution::Institutions;
use crate::pack::{MatterRow, Overlay};
use crate::privacy::Recognisers;
use crate::region::Regions;
use crate::taxonomy::Taxonomy;
use crate::view::Views;

/// What overlays are checked and words are compiled against.
#[derive(Debug, Clone, Copy)]
struct Tables<'a> {
    regions: &'a Regions,
    calendar: &'a Calendar,
    taxonomy: &'a Taxonomy,
    institutions: &'a Institutions,
}

/// Reference data, compiled. Immutable; any number of threads may use it at once.
#[derive(Debug)]
pub struct Engine {
    pub(crate) packs: Vec<PackInfo>,
    pub(crate) packs_sha256: String,
    pub(crate) regions: Regions,
    pub(crate) calendar: Calendar,
    pub(crate) taxonomy: Taxonomy,
    pub(crate) institutions: Institutions,
    pub(crate) deadlines: DeadlineRules,
    /// Without its pack, numbers of reporters are not checked.
    pub(crate) identity: Option<Numbers>,
    /// Without its pack, no personal data is found.
    pub(crate) privacy: Option<Recognisers>,
    /// Who sees what of a complaint.
    pub(crate) views: Views,
    pub(crate) words: Words,
    /// The first pack that a slim engine lacks (call/slim.rs); none in one that others see.
    pub(crate) lacks: Option<&'static str>,
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

    /// Checks an overlay against the loaded packs, as it is checked before it is loaded.
    pub(crate) fn check_overlay(&self, overlay: &Overlay) -> Result<(), Error> {
        let Engine { regions, calendar, taxonomy, institutions, .. } = self;
        check::overlay(overlay, Tables { regions, calendar, taxonomy, institutions })
    }

    /// The matter that a request names in `/matter`.
    pub(crate) fn known_matter(&self, id: &str) -> Result<&MatterRow, Error> {
        let row = self.taxonomy.matter_row(id).and_then(|row| self.taxonomy.matter(row));
        row.ok_or_else(|| Error::new(ErrorCode::BadValue, "/matter").with("expected", "want_matter"))
    }

    /// Refuses a member for which the regions are missing.
    pub(crate) fn has_regions(&self, path: &str) -> Result<(), Error> {
        if self.lacks == Some("regions") { Err(lacking(path, "regions")) } else { Ok(()) }
    }

    /// The region of today that a member of a request names.
    pub(crate) fn known_region(&self, code: Option<RegionCode>, path: &str) -> Result<Option<RegionCode>, Error> {
        let Some(code) = code else { return Ok(None) };
        self.has_regions(path)?;
        let today = self.regions.today(code);
        let unknown = || Error::new(ErrorCode::BadValue, path).with("expected", "want_known_region");
        today.map(Some).ok_or_else(unknown)
    }
}
