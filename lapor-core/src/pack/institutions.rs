//! The body of the pack `institutions`: national bodies and their units, types of regional offices, and the built-in regimes.

use super::Overlay;
use super::columns::{self, Row, day, optional, read_day, values};
use super::unpack::packed;
use crate::complaint::{Date, RegionCode};
use serde::Serialize;

/// National bodies, general office types, and the built-in regimes.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct InstitutionsPack {
    /// National bodies and state companies.
    #[serde(serialize_with = "columns::serialize")]
    pub national: Vec<NationalRow>,
    /// General types of regional offices.
    #[serde(serialize_with = "columns::serialize")]
    pub types: Vec<TypeRow>,
    /// Overlays of the special regions.
    #[serde(serialize_with = "as_json::serialize")]
    pub regimes: Vec<Overlay>,
    /// Units that national bodies of a kind have.
    pub units: Vec<UnitRow>,
}

packed!(InstitutionsPack { national: columns::place, types: columns::place, regimes: as_json::place, units });

/// A unit that every national body of some kinds has, such as the inspectorate general of a ministry.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct UnitRow {
    /// Its id: `itjen` of `kemenag` is the office `pusat/kemenag/itjen`; the target `inst:itjen` is that of the body that is meant.
    pub id: String,
    /// Kinds of bodies that have it.
    pub kinds: Vec<String>,
    /// What stands before the name of the body.
    pub name: String,
}

packed!(UnitRow { id, kinds, name });

/// A national body.
#[derive(Debug, Clone, PartialEq)]
pub struct NationalRow {
    /// Its id.
    pub id: String,
    /// Full name.
    pub name: String,
    /// `active`, `dissolved` or `private` (never a receiver).
    pub status: String,
    /// First day, where it is known.
    pub from: Option<Date>,
    /// Last day, where it is known.
    pub until: Option<Date>,
    /// Who did its work before its first day.
    pub before: Option<String>,
    /// Kind, such as `kementerian` or `bumn`.
    pub kind: String,
    /// Abbreviations, aliases and former names.
    pub names: Vec<String>,
    /// Abbreviations that mean other things too: for those who search by name, never for the recogniser in texts.
    pub ambiguous: Vec<String>,
}

impl Row<9> for NationalRow {
    fn cells(&self) -> [String; 9] {
        [
            self.id.clone(),
            self.name.clone(),
            self.status.clone(),
            day(self.from),
            day(self.until),
            self.before.clone().unwrap_or_default(),
            self.kind.clone(),
            self.names.join("|"),
            self.ambiguous.join("|"),
        ]
    }

    fn of([id, name, status, from, until, before, kind, names, ambiguous]: [&str; 9]) -> Option<Self> {
        let (from, until) = (read_day(from)?, read_day(until)?);
        let [id, name, status, kind] = [id, name, status, kind].map(str::to_owned);
        let [names, ambiguous] = [names, ambiguous].map(values);
        Some(NationalRow { id, name, status, from, until, before: optional(before), kind, names, ambiguous })
    }
}

/// A general type of regional office.
#[derive(Debug, Clone, PartialEq)]
pub struct TypeRow {
    /// Its id.
    pub id: String,
    /// Usual name.
    pub name: String,
    /// Kind, such as `dinas`.
    pub kind: String,
    /// Levels it exists at.
    pub levels: Vec<String>,
    /// Abbreviations and aliases.
    pub names: Vec<String>,
    /// Abbreviations that mean other things too: for those who search by name, never for the recogniser in texts.
    pub ambiguous: Vec<String>,
    /// Provinces that alone have such an office; none = all.
    pub provinces: Vec<String>,
    /// Affairs it carries, as `urusan` or `urusan/part`.
    pub affairs: Vec<String>,
}

impl Row<8> for TypeRow {
    fn cells(&self) -> [String; 8] {
        let [levels, names, ambiguous, provinces, affairs] =
            [&self.levels, &self.names, &self.ambiguous, &self.provinces, &self.affairs].map(|list| list.join("|"));
        [self.id.clone(), self.name.clone(), self.kind.clone(), levels, names, ambiguous, provinces, affairs]
    }

    fn of([id, name, kind, levels, names, ambiguous, provinces, affairs]: [&str; 8]) -> Option<Self> {
        let [id, name, kind] = [id, name, kind].map(str::to_owned);
        let [levels, names, ambiguous, provinces, affairs] = [levels, names, ambiguous, provinces, affairs].map(values);
        Some(TypeRow { id, name, kind, levels, names, ambiguous, provinces, affairs })
    }
}

impl TypeRow {
    /// True if a government in that province has offices of this type at one of its levels.
    #[must_use]
    pub fn stands(&self, region: RegionCode, levels: &[&str]) -> bool {
        let at_level = self.levels.iter().any(|level| levels.contains(&level.as_str()));
        let there = |code: &String| RegionCode::parse(code) == region.at(1);
        at_level && (self.provinces.is_empty() || self.provinces.iter().any(there))
    }
}

/// Overlays are read as JSON from hosts; the built-in ones go the same way, so that a browser loads one reader of them and not two.
mod as_json {
    use super::Overlay;
    use crate::json;
    use crate::pack::unpack::{Bytes, Unpack};
    use serde::{Serialize, Serializer, ser};

    pub(super) fn serialize<S: Serializer>(overlays: &[Overlay], s: S) -> Result<S::Ok, S::Error> {
        json::written(overlays).map_err(ser::Error::custom)?.serialize(s)
    }

    /// Where they are read into.
    pub(super) struct Overlays<'a>(&'a mut Vec<Overlay>);

    pub(super) fn place(overlays: &mut Vec<Overlay>) -> Overlays<'_> {
        Overlays(overlays)
    }

    impl Unpack for Overlays<'_> {
        fn unpack(&mut self, from: &mut Bytes<'_>) -> Option<()> {
            let value = json::parse(from.text()?.as_bytes(), usize::MAX, 32).ok()?;
            *self.0 = json::read(&value, &[]).ok()?;
            Some(())
        }
    }
}
