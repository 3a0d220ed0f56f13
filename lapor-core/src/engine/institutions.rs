//! `institution.search`: receivers by id, name, abbreviation or type; office types become a region's own offices.

use super::{Engine, names};
use crate::complaint::{Date, Instant, Naming, Office, RegionCode};
use crate::error::{Error, ErrorCode};
use crate::institution::is_territorial;
use crate::pack::{NationalRow, TypeRow};
use serde::{Deserialize, Serialize};

/// Request of `institution.search`: at least one of `query` and `type`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct InstitutionRequest {
    /// An office id, a name, an abbreviation, or words of a name.
    pub query: Option<String>,
    /// The region whose offices, and whose province's, are searched too.
    pub region: Option<RegionCode>,
    /// Only offices that do the work of this type: `opd:…` or `inst:…`.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// The moment it is; the last day of the calendar without.
    pub now: Option<Instant>,
    /// At most so many, 1 to 50; 10 by default.
    pub limit: Option<u8>,
}

/// Answer of `institution.search`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct InstitutionList {
    /// By score, best first, then by office id.
    pub institutions: Vec<InstitutionDetail>,
}

/// An institution and how well it fits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct InstitutionDetail {
    /// The office.
    pub office: Office,
    /// 1000 for the id, a whole name or a type; for words 900 × words of the query / words of the name.
    pub score: usize,
    /// `id`, `name`, `alias`, `words` or `type`.
    pub matched: &'static str,
    /// What else it is called, former names and ambiguous abbreviations among it.
    pub aliases: Vec<String>,
    /// `active`, `dissolved` or `private`.
    pub status: &'static str,
    /// Whether a complaint can be sent to it.
    pub receives: bool,
}

/// An office that may be meant, with all it may be meant by.
struct Candidate<'e> {
    office: Office,
    aliases: Vec<&'e String>,
    /// Names of the types whose work it does.
    general: Vec<&'e String>,
    /// Types whose work it does, as they are written in a request.
    types: Vec<String>,
    status: &'static str,
}

/// All names of a type.
fn names_of(kind: &TypeRow) -> impl Iterator<Item = &String> {
    std::iter::once(&kind.name).chain(&kind.names).chain(&kind.ambiguous)
}

impl Candidate<'_> {
    /// How it fits: what matched, and the score.
    fn fit(&self, query: &str, wanted: &str) -> Option<(&'static str, usize)> {
        if query == self.office.id {
            return Some(("id", 1000));
        }
        let name = names::plain(&self.office.name);
        if name == wanted {
            return Some(("name", 1000));
        }
        let others: Vec<String> = self.aliases.iter().chain(&self.general).map(|other| names::plain(other)).collect();
        if others.iter().any(|other| other == wanted) {
            return Some(("alias", 1000));
        }
        let share = |name: &String| {
            let own: Vec<&str> = name.split(' ').collect();
            let asked = wanted.split(' ').count();
            wanted.split(' ').all(|word| own.contains(&word)).then(|| 900 * asked.min(own.len()) / own.len())
        };
        let best = std::iter::once(&name).chain(&others).filter_map(share).max()?;
        Some(("words", best))
    }
}

impl Engine {
    /// Institutions by id, name, abbreviation, words of a name, or type.
    ///
    /// # Errors
    /// [`ErrorCode::MissingField`] without `query` and `type`, [`ErrorCode::BadValue`] for a blank query, an unknown region or type, or out of
    /// range.
    pub fn institution_search(&self, request: &InstitutionRequest) -> Result<InstitutionList, Error> {
        if request.query.is_none() && request.kind.is_none() {
            return Err(Error::new(ErrorCode::MissingField, "/query").with("expected", "want_query_or_type"));
        }
        let limit = names::limit(request.limit, 10, 50)?;
        let query = request.query.as_deref().map(str::trim);
        let wanted = query.map(names::query).transpose()?.unwrap_or_default();
        let region = self.known_region(request.region, "/region")?;
        if request.kind.as_deref().is_some_and(|kind| !self.knows_type(kind)) {
            return Err(Error::new(ErrorCode::BadValue, "/type").with("expected", "want_office_type"));
        }
        // an office id names its region by itself
        let owner = || self.regions.today(RegionCode::parse(query?.split_once('/')?.0)?);
        let region = region.or_else(owner);
        let zone = self.regions.zone(region).hours();
        let day = request.now.map_or(self.calendar.until(), |now| now.date_at(zone));
        let national = self.institutions.national().iter();
        let mut candidates: Vec<_> = national.filter_map(|row| self.national_candidate(row, day)).collect();
        if let Some(region) = region {
            self.regional_candidates(region, day, &mut candidates);
        }
        let detail = |candidate: Candidate<'_>| {
            if request.kind.as_ref().is_some_and(|kind| !candidate.types.contains(kind)) {
                return None;
            }
            let (matched, score) = query.map_or(Some(("type", 1000)), |query| candidate.fit(query, &wanted))?;
            Some(InstitutionDetail {
                office: candidate.office,
                score,
                matched,
                aliases: candidate.aliases.into_iter().cloned().collect(),
                status: candidate.status,
                receives: candidate.status == "active",
            })
        };
        let mut institutions: Vec<_> = candidates.into_iter().filter_map(detail).collect();
        institutions.sort_by(|a, b| b.score.cmp(&a.score).then_with(|| a.office.id.cmp(&b.office.id)));
        institutions.truncate(limit);
        Ok(InstitutionList { institutions })
    }

    fn knows_type(&self, kind: &str) -> bool {
        match kind.split_once(':') {
            Some(("opd", id)) => self.institutions.office_type(id).is_some(),
            Some(("inst", id)) => self.institutions.national_row(id).is_some(),
            _ => false,
        }
    }

    fn national_candidate<'e>(&self, row: &'e NationalRow, day: Date) -> Option<Candidate<'e>> {
        // a body that does not exist yet on that day is another one's successor
        let (office, dead) = self.institutions.any_national(&row.id, day)?;
        if office.id.strip_prefix("pusat/") != Some(row.id.as_str()) {
            return None;
        }
        let status = match dead {
            None => "active",
            Some("dissolved") => "dissolved",
            Some(_) => "private",
        };
        let aliases = row.names.iter().chain(&row.ambiguous).collect();
        Some(Candidate { types: vec![office.kind.clone()], office, aliases, general: Vec::new(), status })
    }

    /// The offices of a region and of its province: those of their own tables, then by type what is left.
    fn regional_candidates<'e>(&'e self, region: RegionCode, day: Date, out: &mut Vec<Candidate<'e>>) {
        let governments = self.institutions.governments(region);
        for (at, _) in &governments {
            for (office, aliases) in self.institutions.registered_at(*at, day) {
                if out.iter().all(|known| known.office.id != office.id) {
                    let types = vec![office.kind.clone()];
                    let aliases = aliases.iter().collect();
                    out.push(Candidate { office, aliases, general: Vec::new(), types, status: "active" });
                }
            }
        }
        for kind in self.institutions.types() {
            let there = |(at, levels): &(RegionCode, &[&str])| {
                let exists = kind.levels.iter().any(|level| levels.contains(&level.as_str()));
                let allowed =
                    kind.provinces.is_empty() || kind.provinces.iter().any(|p| RegionCode::parse(p) == at.at(1));
                (exists && allowed).then(|| self.institutions.typed(&self.regions, *at, &kind.id, day)).flatten()
            };
            let offices: Vec<Office> = match kind.id.as_str() {
                "kecamatan" => self.institutions.district(&self.regions, region).into_iter().collect(),
                id if is_territorial(id) => {
                    let village = self.institutions.village(&self.regions, region);
                    village.filter(|office| office.kind.strip_prefix("opd:") == Some(id)).into_iter().collect()
                }
                _ => governments.iter().filter_map(there).collect(),
            };
            for office in offices {
                let at = out.iter().position(|known| known.office.id == office.id).unwrap_or_else(|| {
                    let aliases =
                        if office.naming == Naming::Typical { names_of(kind).skip(1).collect() } else { Vec::new() };
                    out.push(Candidate { office, aliases, general: Vec::new(), types: Vec::new(), status: "active" });
                    out.len() - 1
                });
                if let Some(candidate) = out.get_mut(at) {
                    candidate.general.extend(names_of(kind));
                    candidate.types.push(format!("opd:{}", kind.id));
                }
            }
        }
    }
}
