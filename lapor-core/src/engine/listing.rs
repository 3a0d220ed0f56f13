//! What a tool that makes overlays or counts them must know: which regions there are, and which offices a region usually has.

use super::Engine;
use crate::complaint::{Office, Region, RegionCode};
use crate::error::{Error, ErrorCode};
use crate::institution::Institutions;
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

    /// The offices that a province, regency or city usually has, under their usual names: by kind, then by type. Loaded overlays do not count.
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
    /// [`ErrorCode::NotFound`] for a code that does not stand in the table today, [`ErrorCode::BadValue`] for one of another level.
    pub fn usual_offices(&self, region: RegionCode) -> Result<Vec<Office>, Error> {
        if !self.regions.has(region) {
            return Err(Error::new(ErrorCode::NotFound, "").with("expected", "want_living_region"));
        }
        let level = match region.level() {
            1 => "provinsi",
            2 => "kabkota",
            _ => return Err(Error::new(ErrorCode::BadValue, "").with("expected", "want_government")),
        };
        let mut usual: Vec<(usize, &TypeRow)> = self
            .institutions
            .types()
            .into_iter()
            .filter(|kind| kind.levels.iter().any(|l| l == level) && !kind.affairs.is_empty())
            .filter(|kind| self.provinces_named(kind).all(|province| region.within(province)))
            .filter_map(|kind| Some((OWN.iter().position(|own| *own == kind.kind)?, kind)))
            .collect();
        usual.sort_by_key(|(order, _)| *order);
        Ok(usual.into_iter().map(|(_, kind)| Institutions::typical(&self.regions, region, kind)).collect())
    }

    /// The provinces that a type's usual name names: such an office exists nowhere else ("Dinas Syariat Islam (Aceh)").
    fn provinces_named(&self, kind: &TypeRow) -> impl Iterator<Item = RegionCode> {
        let provinces = self.regions.codes().iter().copied().filter(|code| code.level() == 1);
        provinces.filter(|code| kind.name.contains(self.regions.short_name(*code)))
    }
}
