//! A region by its code.

use lapor_core::{Engine, Error, LookupRequest, RegionCode, RegionDetail};

/// The region of a code of today or of former days: then under its code of today. None if the library lists none.
pub(super) fn find(engine: &Engine, code: RegionCode) -> Result<Option<RegionDetail>, Error> {
    let found = engine.region_lookup(&LookupRequest { code: Some(code), ..LookupRequest::default() })?;
    Ok(found.regions.into_iter().next())
}
