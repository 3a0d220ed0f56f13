//! Packs: versioned reference data, and the overlays that a host adds.
//!
//! A pack is a byte file: the eight bytes `LAPORPK1`, a [`Header`], and the body of its kind, both in postcard. An overlay is one
//! JSON object (design §4). `cargo xtask data` makes the packs from `data/sources`; the structs here are the same on both sides.

mod calendar;
mod columns;
mod filing;
mod identity;
mod institutions;
mod lexicon;
mod lifecycle;
mod matters;
mod overlay;
mod policy;
mod privacy;
mod regions;
mod taxonomy;
mod unpack;
mod views;
mod villages;

pub use calendar::{CalendarPack, DayRow};
pub use filing::{Bounds, FieldRow, FilingRules, Limit, MediaTypes};
pub use identity::{CarrierRow, IdentityPack, PhoneKind, PhoneKindRow, PlateRow};
pub use institutions::{InstitutionsPack, NationalRow, TypeRow, UnitRow};
pub use lexicon::{
    AmbiguityRow, AmbiguityRule, CuesPack, DiscriminatorCue, LexiconPack, NamedCues, PairRow, PhraseRow, RegionalWord,
    WordRow,
};
pub use lifecycle::{DeadlineRow, LifecyclePack};
pub use matters::{AbuseOverlay, AbuseRows, DiscriminatorRow, MatterRow, MattersPack, OwnerRow, RouteRow, TargetRow};
pub use overlay::{Effect, Exception, LocalChannel, LocalHoliday, LocalWord, Overlay, OverlayOffice, Requires};
pub use policy::{PlaceWeights, PolicyPack};
pub use privacy::{PrivacyPack, PrivacyRule, PrivacyWords};
pub use regions::{AliasRow, FormerRow, RegencyRow, RegionsPack};
pub use taxonomy::{CategoryRow, TaxonomyPack};
pub use unpack::{Bytes, Unpack};
pub use views::{ViewRow, ViewSpanRow};
pub use villages::{FormerVillage, VillagesPack};

use crate::error::{Error, ErrorCode};
use crate::json;
use serde::Serialize;
use unpack::packed;

/// The first eight bytes of every binary pack.
pub const MAGIC: &[u8; 8] = b"LAPORPK1";

/// What stands before a pack's body.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Header {
    /// Stable id, such as `id.regions`.
    pub id: String,
    /// Kind of body.
    pub kind: String,
    /// Date of the data, and a running number.
    pub version: String,
}

packed!(Header { id, kind, version });

/// Writes a pack.
///
/// # Errors
/// [`ErrorCode::Internal`] if the body cannot be written.
pub fn encode<T: Serialize>(header: &Header, body: &T) -> Result<Vec<u8>, Error> {
    let fault = |_| Error::new(ErrorCode::Internal, "");
    let mut bytes = MAGIC.to_vec();
    bytes.extend(postcard::to_allocvec(header).map_err(fault)?);
    bytes.extend(postcard::to_allocvec(body).map_err(fault)?);
    Ok(bytes)
}

/// Reads the header of a pack and returns it with the bytes of the body.
///
/// # Errors
/// [`ErrorCode::PackInvalid`] if the bytes are no pack.
pub fn open(bytes: &[u8]) -> Result<(Header, &[u8]), Error> {
    let rest = bytes.strip_prefix(MAGIC.as_slice()).ok_or_else(|| refused("", "why_no_magic"))?;
    let (mut header, mut from) = (Header::default(), Bytes(rest));
    header.unpack(&mut from).ok_or_else(|| refused("/header", "why_header"))?;
    Ok((header, from.0))
}

/// Reads the body of a pack.
///
/// # Errors
/// [`ErrorCode::PackInvalid`] if the body is damaged or longer than its kind.
pub fn body<T: Unpack + Default>(header: &Header, bytes: &[u8]) -> Result<T, Error> {
    let mut body = T::default();
    fill(&mut body, bytes).ok_or_else(|| refused("/body", "why_body").with("pack", header.id.as_str()))?;
    Ok(body)
}

fn fill(body: &mut dyn Unpack, bytes: &[u8]) -> Option<()> {
    let mut from = Bytes(bytes);
    body.unpack(&mut from)?;
    from.0.is_empty().then_some(())
}

/// Reads an overlay.
///
/// # Errors
/// [`ErrorCode::PackInvalid`] with the place in the file (JSON pointer, or line and column where it is not JSON).
pub fn read_overlay(bytes: &[u8]) -> Result<Overlay, Error> {
    let value = json::parse(bytes, usize::MAX, 32).map_err(|e| of_json(&e))?;
    json::read(&value, &[]).map_err(|e| of_json(&e))
}

/// A refusal of a pack, with the code of its reason.
pub(crate) fn refused(path: &str, reason: &str) -> Error {
    Error::new(ErrorCode::PackInvalid, path).with("reason", reason).with("expected", "want_pack")
}

/// An error of an overlay, from what was wrong with its JSON.
fn of_json(cause: &Error) -> Error {
    let mut error = refused(cause.path(), "why_json").with("cause", cause.code().as_str());
    for (name, value) in cause.params() {
        error = error.with(name, value.clone());
    }
    if let Some(accepted) = cause.params().get("accepted") {
        error = error.with("expected", accepted.clone());
    }
    error
}
