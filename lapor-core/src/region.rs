//! Regions: names, other names, former codes, postal codes, zones; villages where their pack is loaded.

mod keys;
mod villages;

pub use villages::Villages;

use crate::complaint::{Region, RegionCode, Zone};
use crate::error::Error;
use crate::pack::{self, FormerRow, RegencyRow, RegionsPack};
use crate::text;
use keys::Keys;
use rustc_hash::{FxBuildHasher, FxHashMap};

/// An alias of a city is an abbreviation up to so many letters.
const LONGEST_ABBREVIATION: usize = 4;

/// The table of regions.
#[derive(Debug, Default)]
pub struct Regions {
    codes: Vec<RegionCode>,
    names: Vec<Box<str>>,
    short: FxHashMap<RegionCode, String>,
    regencies: FxHashMap<RegionCode, RegencyRow>,
    aliases: Vec<(String, Vec<RegionCode>, bool)>,
    former: Vec<FormerRow>,
    villages: Option<Villages>,
    /// Of districts and villages; empty without the villages.
    keys: Keys,
}

/// A name as it stands in texts, with the regions it may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// Lower-case name.
    pub text: String,
    /// Regions.
    pub codes: Vec<RegionCode>,
    /// With its kind word, or so long that it can mean nothing else.
    pub full: bool,
    /// Also an ordinary word: counts only beside a region word.
    pub needs_cue: bool,
    /// No regency bears it itself: it is the seat of one, or another name for it.
    pub alias: bool,
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
        for (step, name) in pack.code_steps.iter().zip(pack.names.split('\n')) {
            last = last.checked_add(*step).ok_or_else(bad)?;
            let code = RegionCode::from_six(last).ok_or_else(bad)?;
            if code.level() <= 2 {
                out.regencies.insert(code, upper.next().ok_or_else(bad)?);
            }
            out.codes.push(code);
            out.names.push(name.into());
        }
        if out.codes.len() != pack.code_steps.len() || !out.codes.is_sorted() {
            return Err(bad());
        }
        for (index, name) in pack.short_names {
            if let Some(code) = out.codes.get(index as usize) {
                out.short.insert(*code, name);
            }
        }
        for row in pack.aliases {
            let codes = row.codes.iter().filter_map(|c| RegionCode::parse(c)).collect();
            out.aliases.push((row.alias, codes, row.needs_cue));
        }
        out.former = pack.former;
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
        let upper = self.index(code).and_then(|i| self.names.get(i));
        upper.map(|n| &**n).or_else(|| self.village(code)).unwrap_or("")
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

    /// Every name that stands for a region in texts, names that are equal put together.
    #[must_use]
    pub fn all_names(&self) -> Vec<Name> {
        let most = self.codes.len() * 2 + self.aliases.len();
        let mut index: FxHashMap<String, usize> = FxHashMap::with_capacity_and_hasher(most, FxBuildHasher);
        let mut out: Vec<Name> = Vec::with_capacity(most);
        let mut add = |text: String, code: RegionCode, full: bool, needs_cue: bool, alias: bool| {
            // "bau bau" is read as the doubled word "bau"
            let doubled = text.split_once([' ', '-']).is_some_and(|(a, b)| a == b);
            let needs_cue = needs_cue || doubled;
            let at = *index.entry(text.clone()).or_insert_with(|| {
                out.push(Name { text, codes: Vec::new(), full, needs_cue, alias: true });
                out.len() - 1
            });
            if let Some(name) = out.get_mut(at) {
                name.full &= full;
                name.needs_cue |= needs_cue;
                name.alias &= alias || code.level() == 3;
                if !name.codes.contains(&code) {
                    name.codes.push(code);
                }
            }
        };
        for code in &self.codes {
            let name = self.name(*code).to_lowercase();
            let short = self.short_name(*code).to_lowercase();
            match code.level() {
                1 => {
                    add(name.clone(), *code, true, false, false);
                    add(format!("provinsi {short}"), *code, true, false, false);
                    add(short, *code, false, false, false);
                }
                2 => {
                    add(name, *code, true, false, false);
                    let kind = if self.kind(*code).starts_with("kota") { "kota" } else { "kabupaten" };
                    add(format!("{kind} {short}"), *code, true, false, false);
                    let seat = if kind == "kota" { "pemkot" } else { "pemkab" };
                    add(format!("{seat} {short}"), *code, true, false, false);
                    add(short, *code, false, false, false);
                }
                _ => {
                    add(format!("kecamatan {name}"), *code, true, false, false);
                    // "Smg Timur": the city in a district's name, abbreviated
                    let city = code.at(2).map(|city| (city, self.short_name(city).to_lowercase()));
                    if let Some((city, rest)) = city.and_then(|(city, short)| Some((city, name.strip_prefix(&short)?)))
                    {
                        for short in self.aliases(city).filter(|alias| alias.len() <= LONGEST_ABBREVIATION) {
                            if rest.starts_with(' ') {
                                add(format!("kecamatan {short}{rest}"), *code, true, false, false);
                                add(format!("{short}{rest}"), *code, false, false, false);
                            }
                        }
                    }
                    add(name, *code, false, false, false);
                }
            }
        }
        for (alias, codes, needs_cue) in &self.aliases {
            for code in codes {
                add(alias.clone(), *code, false, *needs_cue, true);
            }
        }
        out
    }
}
