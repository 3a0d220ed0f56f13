//! From bytes to an engine: packs are told apart, hashed, read and checked; nothing is loaded by halves.

use super::check;
use super::compile;
use super::info::PackInfo;
use super::{Engine, Tables};
use crate::calendar::Calendar;
use crate::case::DeadlineRules;
use crate::error::{Error, ErrorCode};
use crate::identity::Numbers;
use crate::institution::Institutions;
use crate::pack::PrivacyPack;
use crate::pack::{
    self, CalendarPack, IdentityPack, InstitutionsPack, LexiconPack, LifecyclePack, MattersPack, Overlay, PolicyPack,
    RegionsPack, TaxonomyPack, Unpack, VillagesPack,
};
use crate::privacy::Recognisers;
use crate::region::{Regions, Villages};
use crate::taxonomy::Taxonomy;
use crate::view::Views;
use sha2::{Digest, Sha256};

/// Largest pack, in bytes (wire §2).
pub(super) const PACK_BYTES: usize = 16 * 1024 * 1024;

/// The built-in packs.
#[cfg(feature = "embed")]
const EMBEDDED: &[&[u8]] = &[
    include_bytes!("../../data/packs/calendar.pack"),
    include_bytes!("../../data/packs/identity.pack"),
    include_bytes!("../../data/packs/institutions.pack"),
    include_bytes!("../../data/packs/lexicon.pack"),
    include_bytes!("../../data/packs/lifecycle.pack"),
    include_bytes!("../../data/packs/matters.pack"),
    include_bytes!("../../data/packs/policy.pack"),
    include_bytes!("../../data/packs/privacy.pack"),
    include_bytes!("../../data/packs/regions.pack"),
    include_bytes!("../../data/packs/taxonomy.pack"),
];
#[cfg(not(feature = "embed"))]
const EMBEDDED: &[&[u8]] = &[];

/// The villages, which are large and wanted seldom.
#[cfg(feature = "embed-villages")]
const EMBEDDED_VILLAGES: [&[u8]; 1] = [include_bytes!("../../data/packs/villages.pack")];
#[cfg(not(feature = "embed-villages"))]
const EMBEDDED_VILLAGES: [&[u8]; 0] = [];

/// Collects packs and builds an [`Engine`] from them.
#[derive(Debug, Clone, Default)]
#[must_use = "a builder does nothing until it is built"]
pub struct EngineBuilder {
    added: Vec<Vec<u8>>,
    bare: bool,
    no_villages: bool,
    expected: Vec<(String, String)>,
}

/// The bodies found so far, by kind.
#[derive(Default)]
struct Bodies {
    regions: Option<RegionsPack>,
    calendar: Option<CalendarPack>,
    taxonomy: Option<TaxonomyPack>,
    matters: Option<MattersPack>,
    institutions: Option<InstitutionsPack>,
    lexicon: Option<LexiconPack>,
    lifecycle: Option<LifecyclePack>,
    policy: Option<PolicyPack>,
    villages: Option<VillagesPack>,
    identity: Option<IdentityPack>,
    privacy: Option<PrivacyPack>,
    overlays: Vec<Overlay>,
}

impl EngineBuilder {
    /// The built-in packs, if the crate was built with the feature `embed`; else nothing yet.
    pub fn new() -> Self {
        EngineBuilder::default()
    }

    /// None of the built-in packs.
    pub fn bare() -> Self {
        EngineBuilder { bare: true, ..EngineBuilder::default() }
    }

    /// Adds a pack (a binary file of `data/packs`) or an overlay (JSON). A pack of the same kind as one before replaces it; a later overlay
    /// wins over an earlier one.
    pub fn pack(mut self, bytes: &[u8]) -> Self {
        self.added.push(bytes.to_vec());
        self
    }

    /// Leaves out the villages that the feature `embed-villages` builds in; villages that are added still count.
    pub fn without_villages(mut self) -> Self {
        self.no_villages = true;
        self
    }

    /// Says which SHA-256 (hex) the pack with that id must have.
    pub fn expect(mut self, id: &str, sha256: &str) -> Self {
        self.expected.push((id.to_owned(), sha256.to_ascii_lowercase()));
        self
    }

    /// Checks and compiles everything.
    ///
    /// # Errors
    /// [`ErrorCode::TooLarge`], [`ErrorCode::PackInvalid`] with the place in the pack, [`ErrorCode::PackMissing`], [`ErrorCode::PackMismatch`],
    /// [`ErrorCode::PackNeedsFeature`].
    /// The path begins with the number of the added pack: `/packs/0/offices/3/type`.
    pub fn build(self) -> Result<Engine, Error> {
        let engine = self.build_lacking()?;
        engine.lacks.map_or(Ok(engine), |pack| Err(lacking("", pack)))
    }

    /// The same, but regions and keywords may be missing.
    pub(crate) fn build_lacking(self) -> Result<Engine, Error> {
        let mut bodies = Bodies::default();
        let mut infos: Vec<PackInfo> = Vec::new();
        let villages = EMBEDDED_VILLAGES.into_iter().filter(|_| !self.no_villages);
        for bytes in EMBEDDED.iter().copied().chain(villages).filter(|_| !self.bare) {
            take(bytes, &mut bodies, &mut infos)?;
        }
        let mut overlays_at = Vec::new();
        for (n, bytes) in self.added.iter().enumerate() {
            let before = bodies.overlays.len();
            take(bytes, &mut bodies, &mut infos).map_err(|e| e.within(&n.to_string()).within("packs"))?;
            if bodies.overlays.len() > before {
                overlays_at.push(n);
            }
        }
        for (id, sha256) in &self.expected {
            let found = infos.iter().find(|p| p.id == *id);
            let found = found.ok_or_else(|| lacking("", id))?;
            if found.sha256 != *sha256 {
                let error = Error::new(ErrorCode::PackMismatch, "").with("pack", id.as_str());
                return Err(error.with("expected", sha256.as_str()).with("found", found.sha256.as_str()));
            }
        }
        crate::sort::by(&mut infos, |a, b| a.id.cmp(&b.id));
        assemble(bodies, infos, &overlays_at)
    }
}

fn assemble(bodies: Bodies, packs: Vec<PackInfo>, overlays_at: &[usize]) -> Result<Engine, Error> {
    let lacks = match (&bodies.regions, &bodies.lexicon) {
        (None, _) => Some("regions"),
        (_, None) => Some("lexicon"),
        _ => None,
    };
    let mut regions = Regions::new(bodies.regions.unwrap_or_default())?;
    if let Some(villages) = bodies.villages {
        regions = regions.with(Villages::new(villages)?);
    }
    let mut calendar = Calendar::new(need(bodies.calendar, "calendar")?)?;
    let taxonomy = Taxonomy::new(need(bodies.taxonomy, "taxonomy")?, need(bodies.matters, "matters")?);
    let built_in = Institutions::new(need(bodies.institutions, "institutions")?);
    for (overlay, n) in bodies.overlays.iter().zip(overlays_at) {
        let tables = Tables { regions: &regions, calendar: &calendar, taxonomy: &taxonomy, institutions: &built_in };
        let checked =
            if lacks == Some("regions") { Err(lacking("", "regions")) } else { check::overlay(overlay, tables) };
        checked.map_err(|e| e.within(&n.to_string()).within("packs"))?;
    }
    let institutions = built_in.with(bodies.overlays);
    for overlay in institutions.overlays() {
        calendar.observe(overlay);
    }
    let tables = Tables { regions: &regions, calendar: &calendar, taxonomy: &taxonomy, institutions: &institutions };
    let mut policy = need(bodies.policy, "policy")?;
    let views = Views::new(std::mem::take(&mut policy.views), std::mem::take(&mut policy.view_spans))?;
    let words = compile::compile(bodies.lexicon.unwrap_or_default(), policy, tables);
    let mut digest = Sha256::new();
    for p in &packs {
        digest.update(format!("{} {}\n", p.id, p.sha256));
    }
    Ok(Engine {
        packs,
        packs_sha256: hex(&digest.finalize()),
        regions,
        calendar,
        taxonomy,
        institutions,
        deadlines: DeadlineRules::new(need(bodies.lifecycle, "lifecycle")?),
        identity: bodies.identity.map(Numbers::new).transpose()?,
        privacy: bodies.privacy.map(Recognisers::new).transpose()?,
        views,
        words,
        lacks,
    })
}

fn need<T>(body: Option<T>, kind: &str) -> Result<T, Error> {
    body.ok_or_else(|| lacking("", kind))
}

/// The refusal for want of a pack.
pub(crate) fn lacking(path: &str, pack: &str) -> Error {
    Error::new(ErrorCode::PackMissing, path).with("pack", pack)
}

/// Reads one pack or overlay.
fn take(bytes: &[u8], bodies: &mut Bodies, infos: &mut Vec<PackInfo>) -> Result<(), Error> {
    if bytes.len() > PACK_BYTES {
        return Err(Error::new(ErrorCode::TooLarge, "").with("limit", PACK_BYTES).with("size", bytes.len()));
    }
    let sha256 = hex(&Sha256::digest(bytes));
    let (id, kind, version) = if bytes.starts_with(pack::MAGIC) {
        let (header, body) = pack::open(bytes)?;
        fn put<T: Unpack + Default>(slot: &mut Option<T>, header: &pack::Header, body: &[u8]) -> Result<(), Error> {
            *slot = Some(pack::body(header, body)?);
            Ok(())
        }
        match header.kind.as_str() {
            "regions" => put(&mut bodies.regions, &header, body)?,
            "calendar" => put(&mut bodies.calendar, &header, body)?,
            "taxonomy" => put(&mut bodies.taxonomy, &header, body)?,
            "matters" => put(&mut bodies.matters, &header, body)?,
            "institutions" => put(&mut bodies.institutions, &header, body)?,
            "lexicon" => put(&mut bodies.lexicon, &header, body)?,
            "lifecycle" => put(&mut bodies.lifecycle, &header, body)?,
            "identity" => put(&mut bodies.identity, &header, body)?,
            "privacy" => put(&mut bodies.privacy, &header, body)?,
            "policy" => put(&mut bodies.policy, &header, body)?,
            "villages" => put(&mut bodies.villages, &header, body)?,
            _ => {
                return Err(pack::refused("/header/kind", "why_kind"));
            }
        }
        (header.id, header.kind, header.version)
    } else {
        let overlay = pack::read_overlay(bytes)?;
        let known = (overlay.pack.clone(), overlay.kind.clone(), overlay.version.clone());
        bodies.overlays.push(overlay);
        known
    };
    infos.retain(|p| p.id != id);
    infos.push(PackInfo { id, kind, version, sha256 });
    Ok(())
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, b| {
        let _ = write!(out, "{b:02x}");
        out
    })
}
