//! Receivers: national bodies, and general office types resolved to a region's own office.

use crate::complaint::{Date, Level, Naming, Office, RegionCode};
use crate::pack::{InstitutionsPack, NationalRow, Overlay, OverlayOffice, TypeRow, UnitRow};
use crate::region::Regions;
use crate::sort;
use rustc_hash::FxHashMap;

/// All receivers that the loaded packs know.
#[derive(Debug, Clone, Default)]
pub struct Institutions {
    national: Vec<NationalRow>,
    national_index: FxHashMap<String, usize>,
    /// By id.
    types: Vec<TypeRow>,
    units: Vec<UnitRow>,
    overlays: Vec<Overlay>,
}

fn valid(from: Option<Date>, until: Option<Date>, day: Date) -> bool {
    from.is_none_or(|f| f <= day) && until.is_none_or(|u| day <= u)
}

/// The offices of an overlay's own region that exist on a day.
fn living(overlay: &Overlay, day: Date) -> impl Iterator<Item = &OverlayOffice> {
    overlay.offices.iter().filter(move |o| valid(o.from, o.until, day) && !o.id.contains('/'))
}

/// Units of the territory: their office depends on a place more exact than the regency.
#[must_use]
pub fn is_territorial(id: &str) -> bool {
    matches!(id, "kecamatan" | "kelurahan" | "desa" | "rt-rw")
}

fn office_id(region: RegionCode, id: &str) -> String {
    region.with(&["/", id])
}

/// A name without what stands behind it in brackets.
fn plain_name(name: &str) -> &str {
    let bytes = name.as_bytes();
    let end = bytes.windows(2).position(|pair| pair == b" (").unwrap_or(bytes.len());
    name.get(..end).unwrap_or(name)
}

fn level_of(region: RegionCode) -> Level {
    match region.level() {
        1 => Level::Provinsi,
        2 => Level::Kabkota,
        3 => Level::Kecamatan,
        _ => Level::Desa,
    }
}

impl Institutions {
    /// Builds the look-ups; the built-in regimes are the first overlays.
    #[must_use]
    pub fn new(mut pack: InstitutionsPack) -> Self {
        let national_index = pack.national.iter().enumerate().map(|(i, n)| (n.id.clone(), i)).collect();
        sort::by(&mut pack.types, |a, b| a.id.cmp(&b.id));
        Institutions {
            national: pack.national,
            national_index,
            types: pack.types,
            units: pack.units,
            overlays: pack.regimes,
        }
    }

    /// The same with more overlays; they win over those before.
    #[must_use]
    pub fn with(mut self, overlays: Vec<Overlay>) -> Self {
        self.overlays.extend(overlays);
        self
    }

    /// The same with another overlay of a region in place of those that a host added for it; the built-in regimes stay.
    #[must_use]
    pub fn instead(&self, overlay: Option<&Overlay>, region: RegionCode) -> Self {
        let mut out = self.clone();
        out.overlays.retain(|o| o.region != region || o.regime.is_some());
        out.overlays.extend(overlay.cloned());
        out
    }

    /// Every general office type, by id.
    #[must_use]
    pub fn types(&self) -> &[TypeRow] {
        &self.types
    }

    /// Overlays whose region the given one lies in, weakest first: the more specific region, then the later pack, wins.
    #[must_use]
    pub fn overlays_of(&self, region: RegionCode) -> Vec<&Overlay> {
        let mut list: Vec<_> = self.overlays.iter().filter(|o| region.within(o.region)).collect();
        sort::by_key(&mut list, |o| o.region.level());
        list
    }

    /// Every overlay.
    #[must_use]
    pub fn overlays(&self) -> &[Overlay] {
        &self.overlays
    }

    /// Every national body.
    #[must_use]
    pub fn national(&self) -> &[NationalRow] {
        &self.national
    }

    /// A national body by id.
    #[must_use]
    pub fn national_row(&self, id: &str) -> Option<&NationalRow> {
        self.national.get(*self.national_index.get(id)?)
    }

    /// A general office type by id.
    #[must_use]
    pub fn office_type(&self, id: &str) -> Option<&TypeRow> {
        self.types.binary_search_by(|row| row.id.as_str().cmp(id)).ok().and_then(|at| self.types.get(at))
    }

    /// The body that does a national body's work on a day: itself, or who did it before its first day.
    fn national_on(&self, id: &str, day: Date) -> Option<&NationalRow> {
        let mut row = self.national_row(id)?;
        // a body can have had several names; a ring in the data must not hang
        for _ in 0..self.national.len() {
            let Some(before) = row.before.as_deref().filter(|_| row.from.is_some_and(|from| day < from)) else { break };
            row = self.national_row(before)?;
        }
        Some(row)
    }

    /// The office of a national body (`kemenag`) or of its unit (`kemenag/itjen`) on a day; none if it is dissolved or private.
    #[must_use]
    pub fn pusat(&self, id: &str, day: Date) -> Option<Office> {
        self.any_national(id, day).filter(|(_, dead)| dead.is_none()).map(|(office, _)| office)
    }

    /// The same, with the reason code for which it can receive nothing, if there is one.
    #[must_use]
    pub fn any_national(&self, id: &str, day: Date) -> Option<(Office, Option<&'static str>)> {
        let (body, unit) = id.split_once('/').map_or((id, None), |(body, unit)| (body, Some(unit)));
        let row = self.national_on(body, day)?;
        let dead = match row.status.as_str() {
            "private" => Some("private_never_receiver"),
            "active" => None,
            _ if row.until.is_some_and(|until| day <= until) => None,
            _ => Some("dissolved"),
        };
        let (id, name, naming) = match unit {
            None => (row.id.clone(), row.name.clone(), Naming::Registered),
            Some(unit) => {
                let kind = self.units_of(row).find(|u| u.id == unit)?;
                (format!("{}/{unit}", row.id), format!("{} {}", kind.name, row.name), Naming::Typical)
            }
        };
        let kind = ["inst:", &id].concat();
        let office = Office { id: ["pusat/", &id].concat(), name, level: Level::Pusat, region: None, kind, naming };
        Some((office, dead))
    }

    /// The units that a body has by its kind.
    pub fn units_of<'a>(&'a self, body: &'a NationalRow) -> impl Iterator<Item = &'a UnitRow> {
        self.units.iter().filter(|unit| unit.kinds.contains(&body.kind))
    }

    /// True if an id is that of a unit which national bodies have, such as the inspectorate general of a ministry: as a target (`inst:itjen`)
    /// it stands for the unit of whichever body is meant.
    #[must_use]
    pub fn is_unit(&self, id: &str) -> bool {
        self.units.iter().any(|u| u.id == id)
    }

    /// That unit of the national body whose office is given; none if such a body has no such unit.
    #[must_use]
    pub fn unit_of(&self, unit: &str, body: &Office, day: Date) -> Option<Office> {
        let body = body.kind.strip_prefix("inst:")?.split('/').next()?;
        self.pusat(&format!("{body}/{unit}"), day)
    }

    fn registered(overlay: &Overlay, office: &OverlayOffice) -> Office {
        // an office of another owner carries its region in the id
        let owner = office.id.split_once('/').and_then(|(owner, _)| RegionCode::parse(owner));
        let region = owner.unwrap_or(overlay.region);
        Office {
            id: if owner.is_some() { office.id.clone() } else { office_id(overlay.region, &office.id) },
            name: office.name.clone(),
            level: level_of(region),
            region: Some(region),
            kind: office.kind.clone(),
            naming: Naming::Registered,
        }
    }

    /// A region's office by the id its overlay gives it.
    #[must_use]
    pub fn own(&self, region: RegionCode, id: &str, day: Date) -> Option<Office> {
        let overlays = self.overlays_of(region);
        overlays.iter().rev().find_map(|overlay| {
            let office = overlay.offices.iter().find(|o| o.id == id && valid(o.from, o.until, day))?;
            Some(Institutions::registered(overlay, office))
        })
    }

    /// The governments that serve a region, its own first: their regions, and the levels of offices that they have. Where a regime moves what is
    /// a regency's elsewhere to the province, the province alone.
    #[must_use]
    pub fn governments(&self, region: RegionCode) -> Vec<(RegionCode, &'static [&'static str])> {
        let moved = self.overlays_of(region).iter().any(|o| o.levels.get("kabkota").is_some_and(|to| to == "provinsi"));
        let own = region.at(2).filter(|_| !moved).map(|at| (at, &["kabkota"][..]));
        let levels: &[&str] = if moved { &["provinsi", "kabkota"] } else { &["provinsi"] };
        own.into_iter().chain(region.at(1).map(|at| (at, levels))).collect()
    }

    /// The offices in a region's own tables on a day, with what people call them; the later table first.
    pub fn registered_at(&self, region: RegionCode, day: Date) -> impl Iterator<Item = (Office, &[String])> {
        let overlays = self.overlays.iter().rev().filter(move |o| o.region == region);
        overlays.flat_map(move |overlay| {
            let living = overlay.offices.iter().filter(move |o| valid(o.from, o.until, day));
            living.map(move |o| (Institutions::registered(overlay, o), o.aliases.as_slice()))
        })
    }

    /// The office that carries a general type's work in a region of level 1 or 2: registered by type or by `also` in the last overlay that
    /// has one, else by affair, else typical.
    #[must_use]
    pub fn typed(&self, regions: &Regions, region: RegionCode, id: &str, day: Date) -> Option<Office> {
        let kind = self.office_type(id)?;
        let reference = ["opd:", id].concat();
        let own = || self.overlays.iter().rev().filter(|o| o.region == region);
        let named = own().find_map(|overlay| {
            let office = living(overlay, day)
                .find(|o| o.kind == reference)
                .or_else(|| living(overlay, day).find(|o| o.also.contains(&reference)))?;
            Some(Institutions::registered(overlay, office))
        });
        // merged offices: the one whose type carries the same affair; asked last, so that a unit of one overlay takes no work from an
        // office that another overlay of the region names
        let carries = |o: &&OverlayOffice| {
            let other = o.kind.strip_prefix("opd:").and_then(|t| self.office_type(t));
            let same = |affair: &String| kind.affairs.iter().any(|a| a.split('/').next() == Some(affair));
            other.is_some_and(|t| t.affairs.iter().any(same))
        };
        let merged =
            || own().find_map(|overlay| Some(Institutions::registered(overlay, living(overlay, day).find(carries)?)));
        let whole = kind.kind == "dinas" || kind.kind == "badan";
        if let Some(office) = named.or_else(|| whole.then(merged).flatten()) {
            return Some(office);
        }
        let province = region.level() == 1;
        // names are joined, not formatted: a triage asks for several, most of them only to compare their ids
        let name = plain_name(&kind.name);
        let (head, name) = match name.strip_prefix("Bagian/Biro ") {
            Some(rest) => (if province { "Biro " } else { "Bagian " }, rest),
            None => ("", name),
        };
        let name = if province {
            [head, name.strip_suffix(" Provinsi").unwrap_or(name), " Provinsi ", regions.short_name(region)].concat()
        } else {
            [head, name, " ", regions.name(region)].concat()
        };
        Some(Office {
            id: office_id(region, id),
            name,
            level: level_of(region),
            region: Some(region),
            kind: reference,
            naming: Naming::Typical,
        })
    }

    /// The district office.
    #[must_use]
    pub fn district(&self, regions: &Regions, region: RegionCode) -> Option<Office> {
        let code = region.at(3)?;
        Some(Office {
            id: code.with(&["/kecamatan"]),
            name: ["Kecamatan ", regions.name(code)].concat(),
            level: Level::Kecamatan,
            region: Some(code),
            kind: "opd:kecamatan".to_owned(),
            naming: Naming::Registered,
        })
    }

    /// The office of a village of any kind, where the village is known.
    #[must_use]
    pub fn village(&self, regions: &Regions, region: RegionCode) -> Option<Office> {
        let code = region.at(4).filter(|code| regions.has(*code))?;
        let (id, kind, level) = match code.village_kind() {
            "kelurahan" => ("kelurahan", "Kelurahan", Level::Kelurahan),
            _ => ("desa", "Pemerintah Desa", Level::Desa),
        };
        Some(Office {
            id: office_id(code, id),
            name: [kind, " ", regions.name(code)].concat(),
            level,
            region: Some(code),
            kind: ["opd:", id].concat(),
            naming: Naming::Registered,
        })
    }

    /// Who administers LAPOR! for a region: its registered administrator, else its Diskominfo; the national one where no region is known.
    #[must_use]
    pub fn administrator(&self, regions: &Regions, region: Option<RegionCode>, day: Date) -> Option<Office> {
        if let Some(region) = region {
            let overlays = self.overlays_of(region);
            let named = overlays.iter().rev().find_map(|o| Some((o.region, o.administrator.as_deref()?)));
            if let Some(office) = named.and_then(|(at, id)| self.own(at, id, day)) {
                return Some(office);
            }
            let at = region.at(2).or_else(|| region.at(1))?;
            return self.typed(regions, at, "diskominfo", day);
        }
        self.pusat("panrb", day)
    }

    /// True if an exception or office is in force on a day.
    #[must_use]
    pub fn in_force(from: Option<Date>, until: Option<Date>, day: Date) -> bool {
        valid(from, until, day)
    }
}
