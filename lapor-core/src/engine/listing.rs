//! What a tool that makes overlays or counts them must know: which regions there are, and which offices a region usually has.

use super::Engine;
use crate::complaint::{Office, Region, RegionCode};
use crate::error::{Error, ErrorCode};
use crate::pack::TypeRow;

/// Kinds of office that belong to a region's own government, in the order of PP 18/2016; the territory's units (kecamatan to RT) and bodies
/// beside the government are none of them. They stand in code because they are the closed vocabulary of [`TypeRow::kind`], some of which
/// `Institutions::typed` knows, too: a new kind is a new meaning and no row.
const OWN: [&str; 9] = ["sekretariat", "inspektorat", "dinas", "badan", "satuan", "bagian", "uptd", "unit", "bumd"];

impl Engine {
    /// Every region of a level (1 province, 2 regency or city, 3 district), by code. None for another level: villages are not listed so.
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
        let mut usual: Vec<(usize, &TypeRow)> = self
            .institutions
            .types()
            .iter()
            // without an affair it is a name for several offices, such as the suku dinas of DKI Jakarta, and none itself
            .filter(|kind| !kind.affairs.is_empty() && kind.stands(region, levels))
            .filter_map(|kind| Some((OWN.iter().position(|own| *own == kind.kind)?, kind)))
            .collect();
        crate::sort::by_key(&mut usual, |(order, _)| *order);
        let mut offices: Vec<Office> = Vec::with_capacity(usual.len());
        for (_, kind) in usual {
            let office = self.institutions.typed(&self.regions, region, &kind.id, self.calendar.until());
            // a registered office may carry several types
            offices.extend(office.filter(|office| offices.iter().all(|other| other.id != office.id)));
        }
        Ok(offices)
    }

    /// Who administers LAPOR! in a region on the last day of the calendar: the office that a loaded overlay (such as a built-in regime)
    /// names, else Diskominfo, for a district or village that of its regency.
    #[must_use]
    pub fn usual_administrator(&self, region: RegionCode) -> Option<Office> {
        self.institutions.administrator(&self.regions, Some(region), self.calendar.until())
    }

    /// The levels of the offices of a region's own government: its own level, and one that a regime has moved to it; none if the region has no
    /// government of its own.
    fn levels_of(&self, region: RegionCode) -> &'static [&'static str] {
        let governments = self.institutions.governments(region);
        governments.into_iter().find(|(at, _)| *at == region).map_or(&[], |(_, levels)| levels)
    }
}
