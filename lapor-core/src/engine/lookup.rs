//! `region.lookup`: regions by code or name.

use super::{Engine, names};
use crate::complaint::{Region, RegionCode, Zone};
use crate::error::{Error, ErrorCode};
use crate::json::record;
use serde::Serialize;

/// Request of `region.lookup`: exactly one of `code` and `name`.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct LookupRequest {
    /// Code of today or of former days.
    pub code: Option<RegionCode>,
    /// Name, with or without its kind word.
    pub name: Option<String>,
    /// Only regions that lie in this one.
    pub within: Option<RegionCode>,
    /// Only regions of this level, 1 to 4 (villages need their pack).
    pub level: Option<u8>,
    /// At most so many, 1 to 50; 10 by default.
    pub limit: Option<u8>,
}

record!(default LookupRequest { code, name, within, level, limit });

/// Answer of `region.lookup`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RegionList {
    /// `code`, `former_code`, `name` or `none`.
    pub matched: &'static str,
    /// By level, then code.
    pub regions: Vec<RegionDetail>,
}

/// Everything the tables know of a region.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RegionDetail {
    /// Code.
    pub code: RegionCode,
    /// Name with its kind word.
    pub name: String,
    /// Name without it.
    pub short_name: String,
    /// 1 province … 4 village.
    pub level: u8,
    /// `provinsi`, `kabupaten`, `kota`, …
    pub kind: &'static str,
    /// From the province down to its parent.
    pub path: Vec<Region>,
    /// Time zone.
    pub zone: Zone,
    /// Other names.
    pub aliases: Vec<String>,
    /// What it was called or numbered before.
    pub former: Vec<Former>,
    /// BPS code, for levels 1 and 2.
    pub bps_code: Option<String>,
    /// Centroid, for levels 1 and 2.
    pub lat: Option<f64>,
    /// Centroid, for levels 1 and 2.
    pub lng: Option<f64>,
}

/// A former code or name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Former {
    /// Its code then.
    pub code: String,
    /// Its name then.
    pub name: String,
    /// Last year in which a decree has it.
    pub last_seen: Option<String>,
    /// How the successor was found.
    pub method: Option<String>,
}

/// A name to compare with, its kind word in full.
fn plain(name: &str) -> String {
    let name = names::plain(name);
    let (first, rest) = name.split_once(' ').map_or((name.as_str(), None), |(first, rest)| (first, Some(rest)));
    let first = match first {
        "kab" => "kabupaten",
        "kec" => "kecamatan",
        "prov" | "propinsi" => "provinsi",
        other => other,
    };
    rest.map_or_else(|| first.to_owned(), |rest| format!("{first} {rest}"))
}

impl Engine {
    /// Regions by code or name.
    ///
    /// # Errors
    /// [`ErrorCode::MissingField`] without `code` and `name`, [`ErrorCode::BadValue`] with both or out of range, [`ErrorCode::NotFound`] for an
    /// unknown code.
    pub fn region_lookup(&self, request: &LookupRequest) -> Result<RegionList, Error> {
        let range = |path: &str, expected: &str| Error::new(ErrorCode::BadValue, path).with("expected", expected);
        if request.level.is_some_and(|l| !(1..=4).contains(&l)) {
            return Err(range("/level", "1–4"));
        }
        let limit = names::limit(request.limit, 10, 50)?;
        let within = self.known_region(request.within, "/within")?;
        match (request.code, &request.name) {
            (Some(_), Some(_)) => Err(range("/name", "want_code_or_name")),
            (None, None) => Err(Error::new(ErrorCode::MissingField, "/code").with("expected", "want_code_or_name")),
            (Some(code), None) => self.by_code(code),
            (None, Some(name)) => {
                let mut codes = self.by_name(name);
                codes.extend(self.villages_named(name));
                codes.retain(|c| request.level.is_none_or(|l| c.level() == l) && within.is_none_or(|w| c.within(w)));
                codes.truncate(limit);
                let matched = if codes.is_empty() { "none" } else { "name" };
                Ok(RegionList { matched, regions: codes.into_iter().map(|c| self.detail(c)).collect() })
            }
        }
    }

    fn by_code(&self, code: RegionCode) -> Result<RegionList, Error> {
        if self.regions.has(code) {
            return Ok(RegionList { matched: "code", regions: vec![self.detail(code)] });
        }
        let today = self.regions.successor(code);
        let today =
            today.ok_or_else(|| Error::new(ErrorCode::NotFound, "/code").with("expected", "want_listed_region"))?;
        Ok(RegionList { matched: "former_code", regions: vec![self.detail(today)] })
    }

    fn by_name(&self, name: &str) -> Vec<RegionCode> {
        let wanted = plain(name);
        let names = &self.words.gazetteer.names;
        let mut codes: Vec<RegionCode> = names
            .all()
            .filter(|(text, _)| plain(text) == wanted)
            .flat_map(|(_, codes)| codes.iter().copied())
            .collect();
        if codes.is_empty() {
            codes = self.regions.formerly_named(|old| plain(old) == wanted);
        }
        crate::sort::by_key(&mut codes, |c| (c.level(), *c));
        codes.dedup();
        codes
    }

    /// Villages of a name, with or without its kind word.
    fn villages_named(&self, name: &str) -> Vec<RegionCode> {
        let named = |name: &str| {
            let mut key = String::new();
            crate::text::key(name, &mut key);
            let mut codes = self.regions.bearing(&key);
            codes.retain(|code| code.level() == 4);
            codes
        };
        let found = named(name);
        let kind = name
            .trim()
            .split_once(' ')
            .filter(|(kind, _)| self.words.gazetteer.is_village_word(self.words.lexicon.id(&crate::text::lower(kind))));
        match kind {
            Some((_, rest)) if found.is_empty() => named(rest),
            _ => found,
        }
    }

    fn former_villages(&self, code: RegionCode) -> impl Iterator<Item = Former> {
        let past = self.regions.villages().into_iter().flat_map(move |v| v.past(code));
        past.filter_map(move |row| {
            let old = RegionCode::from_ten(row.old)?;
            let name = if row.name.is_empty() { self.regions.name(code) } else { &row.name };
            Some(Former {
                code: old.to_string(),
                name: name.to_owned(),
                last_seen: Some(row.last_seen.to_string()),
                method: None,
            })
        })
    }

    fn detail(&self, code: RegionCode) -> RegionDetail {
        let facts = self.regions.own_facts(code);
        let degrees = |micro: i32| f64::from(micro) / 1e6;
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        RegionDetail {
            code,
            name: self.regions.name(code).to_owned(),
            short_name: self.regions.short_name(code).to_owned(),
            level: code.level(),
            kind: self.regions.kind(code),
            path: (1..code.level()).filter_map(|l| self.regions.get(code.at(l)?)).collect(),
            zone: self.regions.zone(Some(code)),
            aliases: self.regions.aliases(code).map(str::to_owned).collect(),
            former: self
                .regions
                .past(code)
                .map(|row| Former {
                    code: row.old_code.clone(),
                    name: row.old_name.clone(),
                    last_seen: some(&row.last_seen),
                    method: some(&row.method),
                })
                .chain(self.former_villages(code))
                .collect(),
            bps_code: facts.map(|f| f.bps.clone()),
            lat: facts.map(|f| degrees(f.lat)),
            lng: facts.map(|f| degrees(f.lng)),
        }
    }
}
