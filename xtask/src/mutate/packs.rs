//! The packs as they are committed, decoded, and an engine from them with one pack changed.

use crate::files::{read, root};
use lapor_core::Engine;
use lapor_core::pack::{
    self, CalendarPack, Header, InstitutionsPack, LexiconPack, LifecyclePack, MattersPack, Overlay, PolicyPack,
    PrivacyPack, RegionsPack, TaxonomyPack, VillagesPack,
};
use serde::Serialize;

/// A pack with its header.
pub(super) struct Pack<T> {
    header: Header,
    pub(super) body: T,
}

impl<T: pack::Unpack + Default + Serialize> Pack<T> {
    fn read(bytes: &[u8]) -> Result<Self, String> {
        let (header, rest) = pack::open(bytes).map_err(|e| e.to_string())?;
        let body = pack::body(&header, rest).map_err(|e| e.to_string())?;
        Ok(Pack { header, body })
    }

    /// The bytes of this pack with another body.
    pub(super) fn with(&self, body: &T) -> Result<Vec<u8>, String> {
        pack::encode(&self.header, body).map_err(|e| e.to_string())
    }
}

/// Everything that an engine of the tests is built from.
pub(super) struct Packs {
    /// Bytes, packs first, then the overlays.
    bytes: Vec<Vec<u8>>,
    pub(super) regions: Pack<RegionsPack>,
    pub(super) calendar: Pack<CalendarPack>,
    pub(super) taxonomy: Pack<TaxonomyPack>,
    pub(super) matters: Pack<MattersPack>,
    pub(super) institutions: Pack<InstitutionsPack>,
    pub(super) lexicon: Pack<LexiconPack>,
    pub(super) lifecycle: Pack<LifecyclePack>,
    pub(super) policy: Pack<PolicyPack>,
    pub(super) privacy: Pack<PrivacyPack>,
    pub(super) villages: Pack<VillagesPack>,
    pub(super) overlays: Vec<Overlay>,
}

fn bytes(kind: &str) -> Result<Vec<u8>, String> {
    let path = format!("lapor-core/data/packs/{kind}.pack");
    std::fs::read(root().join(&path)).map_err(|e| format!("{path}: {e}"))
}

impl Packs {
    /// Reads the committed packs, and the packs and overlays that the vectors are run with.
    pub(super) fn read(more: &[String]) -> Result<Self, String> {
        let kinds = [
            "regions",
            "calendar",
            "taxonomy",
            "matters",
            "institutions",
            "lexicon",
            "lifecycle",
            "policy",
            "identity",
            "privacy",
        ];
        let mut all: Vec<Vec<u8>> = kinds.iter().map(|kind| bytes(kind)).collect::<Result<_, _>>()?;
        let mut rows = Vec::new();
        for path in more.iter().filter(|path| path.ends_with(".pack")) {
            all.push(std::fs::read(root().join(path)).map_err(|e| format!("{path}: {e}"))?);
        }
        for path in more.iter().filter(|path| !path.ends_with(".pack")) {
            let text = read(path)?;
            rows.push(pack::read_overlay(text.as_bytes()).map_err(|e| format!("{path}: {e}"))?);
            all.push(text.into_bytes());
        }
        Ok(Packs {
            bytes: all,
            regions: Pack::read(&bytes("regions")?)?,
            calendar: Pack::read(&bytes("calendar")?)?,
            taxonomy: Pack::read(&bytes("taxonomy")?)?,
            matters: Pack::read(&bytes("matters")?)?,
            institutions: Pack::read(&bytes("institutions")?)?,
            lexicon: Pack::read(&bytes("lexicon")?)?,
            lifecycle: Pack::read(&bytes("lifecycle")?)?,
            policy: Pack::read(&bytes("policy")?)?,
            privacy: Pack::read(&bytes("privacy")?)?,
            villages: Pack::read(&bytes("villages")?)?,
            overlays: rows,
        })
    }

    /// The bytes of the overlay at a position.
    pub(super) fn overlay(row: &Overlay) -> Result<Vec<u8>, String> {
        serde_json::to_vec(row).map_err(|e| e.to_string())
    }

    /// An engine; a changed pack replaces the committed one of its id. A refusal is an answer too.
    pub(super) fn engine(&self, changed: Option<&[u8]>) -> Result<Engine, lapor_core::Error> {
        let builder = self.bytes.iter().fold(Engine::builder(), |b, bytes| b.pack(bytes));
        changed.into_iter().fold(builder, |b, bytes| b.pack(bytes)).build()
    }

    /// An engine with other overlays.
    pub(super) fn engine_with(&self, overlays: &[Vec<u8>]) -> Result<Engine, lapor_core::Error> {
        let packs = self.bytes.len() - self.overlays.len();
        let all = self.bytes.iter().take(packs).chain(overlays);
        all.fold(Engine::builder(), |b, bytes| b.pack(bytes)).build()
    }
}
