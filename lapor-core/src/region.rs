//! Regions: names, other names, former codes, postal codes, zones; villages where their pack is loaded.

mod keys;
mod names;
mod villages;

pub use names::Names;
pub use villages::Villages;

use crate::complaint::{Region, RegionCode, Zone};
use crate::error::Error;
use crate::pack::{self, FormerRow, RegencyRow, RegionsPack};
use crate::text;
use keys::Keys;
use rustc_hash::FxHashMap;

/// The table of regions.
#[derive(Debug, Default)]
pub struct Regions {
    codes: Vec<RegionCode>,
    /// Names in the order of the codes, one run of letters.
    names: String,
    /// Where each of them begins and ends in it.
    spans: Vec<(u32, u32)>,
    short: FxHashMap<RegionCode, String>,
    regencies: FxHashMap<RegionCode, RegencyRow>,
    aliases: Vec<(String, Vec<RegionCode>, bool)>,
    former: Vec<FormerRow>,
    villages: Option<Villages>,
    /// Of districts and villages; empty without the villages.
    keys: Keys,
}

impl Regions {
    /// Builds the table from its pack.
    ///
    /// # Errors
    /// [`ErrorCode::PackInvalid`] if codes and names do not agree.
    pub fn new(pack: RegionsPack) -> Result<Self, Error> {
        let bad = || pack::refused("/regions", "why_regions");
        let mut out = Regions::default();
        let mut last = 0_u32;
        let mut upper = pack.regencies.into_iter();
        let mut start = 0;
        for (step, name) in pack.code_steps.iter().zip(pack.names.split('\n')) {
            last = last.checked_add(*step).ok_or_else(bad)?;
            let code = RegionCode::from_six(last).ok_or_else(bad)?;
            if code.level() <= 2 {
                out.regencies.insert(code, upper.next().ok_or_else(bad)?);
            }
            out.codes.push(code);
            let end = start + name.len();
            out.spans.push((u32::try_from(start).map_err(|_| bad())?, u32::try_from(end).map_err(|_| bad())?));
            start = end + 1;
        }
        if out.codes.len() != pack.code_steps.len() || !out.codes.is_sorted() {
            return Err(bad());
        }
        out.names = pack.names;
        for (index, name) in pack.short_names {
            if let Some(code) = out.codes.get(index as usize) {
                out.short.insert(*code, name);
            }
        }
        for row in pack.aliases {
            let codes = row.codes.iter().filter_map(|c| RegionCode::parse(c)).collect();
            out.aliases.push((row.alias, codes, row.needs_cue));
        }
        for mut row in pack.former {
            if let Some(code) = RegionCode::parse(&row.new_code).filter(|_| row.old_name.is_empty()) {
                row.old_name = out.name(code).to_owned();
            }
            out.former.push(row);
        }
        Ok(out)
    }

    /// The same with villages.
    #[must_use]
    pub fn with(mut self, villages: Villages) -> Self {
        let districts = self.codes.iter().copied().filter(|c| c.level() == 3);
        self.keys = Keys::of(districts.map(|c| (c, self.name(c))).chain(villages.all()));
        self.villages = Some(villages);
        self
    }

    /// The villages, if their pack is loaded.
    #[must_use]
    pub fn villages(&self) -> Option<&Villages> {
        self.villages.as_ref()
    }

    /// Districts and villages that bear a name, in code order; `key` is the name as [`text::key`] folds it. None where the villages are not
    /// loaded.
    #[must_use]
    pub fn bearing(&self, key: &str) -> Vec<RegionCode> {
        let mut folded = String::new();
        let mut bears = |code: &RegionCode| {
            folded.clear();
            text::key(self.name(*code), &mut folded);
            folded == key
        };
        self.keys.like(key).filter(&mut bears).collect()
    }

    fn index(&self, code: RegionCode) -> Option<usize> {
        self.codes.binary_search(&code).ok()
    }

    /// True if the code stands in the table today.
    #[must_use]
    pub fn has(&self, code: RegionCode) -> bool {
        self.index(code).is_some() || self.village(code).is_some()
    }

    fn village(&self, code: RegionCode) -> Option<&str> {
        self.villages.as_ref().filter(|_| code.level() == 4)?.name(code)
    }

    /// The region with a code.
    #[must_use]
    pub fn get(&self, code: RegionCode) -> Option<Region> {
        let name = self.has(code).then(|| self.name(code).to_owned())?;
        Some(Region { code, name, level: code.level() })
    }

    /// Name with kind word.
    #[must_use]
    pub fn name(&self, code: RegionCode) -> &str {
        let span = self.index(code).and_then(|i| self.spans.get(i));
        let upper = span.and_then(|(from, to)| self.names.get(*from as usize..*to as usize));
        upper.or_else(|| self.village(code)).unwrap_or("")
    }

    /// Name without kind word.
    #[must_use]
    pub fn short_name(&self, code: RegionCode) -> &str {
        if let Some(name) = self.short.get(&code) {
            return name;
        }
        let name = self.name(code);
        if code.level() != 2 {
            return name;
        }
        ["Kabupaten Administrasi ", "Kota Administrasi ", "Kabupaten ", "Kota "]
            .iter()
            .find_map(|kind| name.strip_prefix(kind))
            .unwrap_or(name)
    }

    /// Kind of region in the words of the decree.
    #[must_use]
    pub fn kind(&self, code: RegionCode) -> &'static str {
        let name = self.name(code);
        match code.level() {
            1 => "provinsi",
            2 if name.starts_with("Kabupaten Administrasi") => "kabupaten_administrasi",
            2 if name.starts_with("Kota Administrasi") => "kota_administrasi",
            2 if name.starts_with("Kota") => "kota",
            2 => "kabupaten",
            3 => "kecamatan",
            _ => code.village_kind(),
        }
    }

    /// Facts of the regency, city or province that the region lies in.
    #[must_use]
    pub fn facts(&self, code: RegionCode) -> Option<&RegencyRow> {
        self.regencies.get(&code.at(2).or_else(|| code.at(1))?)
    }

    /// Facts of exactly this region.
    #[must_use]
    pub fn own_facts(&self, code: RegionCode) -> Option<&RegencyRow> {
        self.regencies.get(&code)
    }

    /// Time zone (Keppres 41/1987); WIB for the country as a whole.
    #[must_use]
    pub fn zone(&self, code: Option<RegionCode>) -> Zone {
        match code.and_then(|c| self.facts(c)).map(|f| f.zone) {
            Some(8) => Zone::Wita,
            Some(9) => Zone::Wit,
            _ => Zone::Wib,
        }
    }

    /// Districts that use a postal code; none where the pack of villages is not loaded.
    #[must_use]
    pub fn postal(&self, code: u32) -> &[RegionCode] {
        self.villages.as_ref().map_or(&[], |villages| villages.postal(code))
    }

    /// The region of today that a code stands for: itself, its successor, or for a village the district it lies in.
    #[must_use]
    pub fn today(&self, code: RegionCode) -> Option<RegionCode> {
        if self.has(code) {
            return Some(code);
        }
        let district = || code.at(3).filter(|_| code.level() == 4).and_then(|district| self.today(district));
        self.successor(code).or_else(district)
    }

    /// True if the tables have the region itself, today or before: for a village not only the district it would lie in.
    #[must_use]
    pub fn knows(&self, code: RegionCode) -> bool {
        self.today(code).is_some_and(|today| code.level() < 4 || today.level() == 4)
    }

    /// The region of today that a former code stands for.
    #[must_use]
    pub fn successor(&self, code: RegionCode) -> Option<RegionCode> {
        let upper = self.former(&code.to_string()).map(|(now, _)| now);
        upper.or_else(|| self.villages.as_ref()?.former(code))
    }

    /// Today's code of a former code, with its row.
    #[must_use]
    pub fn former(&self, code: &str) -> Option<(RegionCode, &FormerRow)> {
        let row = self.former.iter().find(|r| r.old_code == code && r.new_code != code)?;
        Some((RegionCode::parse(&row.new_code)?, row))
    }

    /// Today's codes of the regions whose former name fits.
    #[must_use]
    pub fn formerly_named(&self, fits: impl Fn(&str) -> bool) -> Vec<RegionCode> {
        let rows = self.former.iter().filter(|r| fits(&r.old_name));
        rows.filter_map(|r| RegionCode::parse(&r.new_code)).filter(|c| self.has(*c)).collect()
    }

    /// What a region was called or numbered before.
    pub fn past(&self, code: RegionCode) -> impl Iterator<Item = &FormerRow> {
        let code = code.to_string();
        self.former.iter().filter(move |r| r.new_code == code)
    }

    /// Other names of a region, in the order of the source.
    pub fn aliases(&self, code: RegionCode) -> impl Iterator<Item = &str> {
        self.aliases.iter().filter(move |(_, codes, _)| codes.contains(&code)).map(|(alias, ..)| alias.as_str())
    }

    /// The regions of levels 1 to 3 in a region, itself first, in code order.
    #[must_use]
    pub fn within(&self, region: RegionCode) -> &[RegionCode] {
        let from = self.codes.partition_point(|c| *c < region);
        let rest = self.codes.get(from..).unwrap_or(&[]);
        rest.get(..rest.partition_point(|c| c.within(region))).unwrap_or(&[])
    }

    /// All codes of levels 1 to 3 in order.
    #[must_use]
    pub fn codes(&self) -> &[RegionCode] {
        &self.codes
    }

    /// The regions directly below one, or the provinces, in order.
    pub fn children(&self, of: Option<RegionCode>) -> impl Iterator<Item = RegionCode> {
        let level = of.map_or(0, RegionCode::level) + 1;
        // codes are in order, so what lies in a region follows it
        let first = of.map_or(0, |of| self.codes.partition_point(|code| *code < of));
        let below = self.codes.iter().copied().skip(first);
        let below = below.take_while(move |code| of.is_none_or(|of| code.within(of)));
        below.filter(move |code| code.level() == level)
    }
}
