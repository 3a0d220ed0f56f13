//! What a tool that makes overlays or counts them must know: which regions there are, and which offices a region usually has.

use super::Engine;
use crate::complaint::{Office, Region, RegionCode};
use crate::error::{Error, ErrorCode};
use crate::pack::TypeRow;

/// Kinds of office that belong to a region's own government, in the order of PP 18/2016; the territory's units (kecamatan to RT) and bodies
/// beside the government are none of them.
const OWN: [&str; 9] = ["sekretariat", "inspektorat", "dinas", "badan", "satuan", "bagian", "uptd", "unit", "bumd"];

impl Engine {
    /// Every region of a level (1 province, 2 regency or city, 3 district), by code.
    #[must_use]
    pub fn regions_of_level(&self, level: u8) -> Vec<Region> {
        let codes = self.regions.codes().iter().filter(|code| code.level() == level);
        codes.filter_map(|code| self.regions.get(*code)).collect()
    }

    /// True for a province, regency or city with a government of its own: not for a district, nor for the administrative cities of DKI
    /// Jakarta, where what is a city's elsewhere is the province's.
    #[must_use]
    pub fn has_government(&self, region: RegionCode) -> bool {
        self.regions.has(region) && !self.levels_of(region).is_empty()
    }

    /// The offices that a province, regency or city usually has, by kind, then by type: under the name that a loaded overlay (such as a
    /// built-in regime) registers, else under the usual one. They are those of the last day of the calendar.
    ///
    /// ```
    /// use lapor_core::{Engine, RegionCode};
    ///
    /// let engine = Engine::embedded()?;
    /// let offices = engine.usual_offices(RegionCode::parse("12.71").ok_or("no code")?)?;
    /// assert!(offices.iter().any(|o| o.id == "12.71/dishub" && o.kind == "opd:dishub" && o.name == "Dinas Perhubungan Kota Medan"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`] for a code that does not stand in the table today, [`ErrorCode::BadValue`] for a region without a government of
    /// its own.
    pub fn usual_offices(&self, region: RegionCode) -> Result<Vec<Office>, Error> {
        if !self.regions.has(region) {
            return Err(Error::new(ErrorCode::NotFound, "").with("expected", "want_living_region"));
        }
        let levels = self.levels_of(region);
        if levels.is_empty() {
            return Err(Error::new(ErrorCode::BadValue, "").with("expected", "want_government"));
        }
        // an office that bears a province's name exists nowhere else ("Dinas Syariat Islam (Aceh)")
        let elsewhere: Vec<&str> = self
            .regions
            .codes()
            .iter()
            .filter(|code| code.level() == 1 && !region.within(**code))
            .map(|code| self.regions.short_name(*code))
            .collect();
        let mut usual: Vec<(usize, &TypeRow)> = self
            .institutions
            .types()
            .into_iter()
            .filter(|kind| !kind.affairs.is_empty() && kind.levels.iter().any(|level| levels.contains(&level.as_str())))
            .filter(|kind| !elsewhere.iter().any(|province| kind.name.contains(province)))
            .filter_map(|kind| Some((OWN.iter().position(|own| *own == kind.kind)?, kind)))
            .collect();
        usual.sort_by_key(|(order, _)| *order);
        let mut offices: Vec<Office> = Vec::with_capacity(usual.len());
        for (_, kind) in usual {
            let office = self.institutions.typed(&self.regions, region, &kind.id, self.calendar.until());
            // a registered office may carry several types
            offices.extend(office.filter(|office| offices.iter().all(|other| other.id != office.id)));
        }
        Ok(offices)
    }

    /// Who administers LAPOR! in a region unless an overlay says otherwise.
    #[must_use]
    pub fn usual_administrator(&self, region: RegionCode) -> Option<Office> {
        self.institutions.administrator(&self.regions, Some(region), self.calendar.until())
    }

    /// The levels of government that a region carries: its own, and one that a regime has moved to it; none if its own has moved away.
    fn levels_of(&self, region: RegionCode) -> Vec<&str> {
        let own = match region.level() {
            1 => "provinsi",
            2 => "kabkota",
            _ => return Vec::new(),
        };
        let overlays = self.institutions.overlays_of(region);
        let moved: Vec<(&str, &str)> =
            overlays.iter().flat_map(|o| &o.levels).map(|(from, to)| (from.as_str(), to.as_str())).collect();
        if moved.iter().any(|(from, _)| *from == own) {
            return Vec::new();
        }
        let carried = moved.iter().filter(|(_, to)| *to == own).map(|(from, _)| *from);
        std::iter::once(own).chain(carried).collect()
    }
}
