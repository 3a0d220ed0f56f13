//! `institution.search`: receivers by id, name, abbreviation or type; office types become a region's own offices.

use super::{Engine, names};
use crate::complaint::{Date, Instant, Naming, Office, RegionCode};
use crate::error::{Error, ErrorCode};
use crate::institution::is_territorial;
use crate::json::record;
use crate::pack::{NationalRow, TypeRow, UnitRow};
use serde::Serialize;
use std::borrow::Cow;

/// Request of `institution.search`: at least one of `query` and `type`.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
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

record!(default InstitutionRequest { query, region, kind as "type", now, limit });

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
    aliases: Vec<Cow<'e, str>>,
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
        let general = self.general.iter().map(|name| names::plain(name));
        let others: Vec<String> = self.aliases.iter().map(|other| names::plain(other)).chain(general).collect();
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
        let mut candidates: Vec<_> =
            national.flat_map(|row| self.national_candidates(row, day, query, &wanted)).collect();
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
                aliases: candidate.aliases.into_iter().map(Cow::into_owned).collect(),
                status: candidate.status,
                receives: candidate.status == "active",
            })
        };
        let mut institutions: Vec<_> = candidates.into_iter().filter_map(detail).collect();
        crate::sort::by(&mut institutions, |a, b| b.score.cmp(&a.score).then_with(|| a.office.id.cmp(&b.office.id)));
        institutions.truncate(limit);
        Ok(InstitutionList { institutions })
    }

    fn knows_type(&self, kind: &str) -> bool {
        match kind.split_once(':') {
            Some(("opd", id)) => self.institutions.office_type(id).is_some(),
            Some(("inst", id)) => {
                self.institutions.is_unit(id) || self.institutions.any_national(id, self.calendar.until()).is_some()
            }
            _ => false,
        }
    }

    /// A national body and those of its units that are asked for: who names the body alone does not mean its units.
    fn national_candidates<'e>(
        &'e self,
        row: &'e NationalRow,
        day: Date,
        query: Option<&str>,
        wanted: &str,
    ) -> impl Iterator<Item = Candidate<'e>> {
        let named = |unit: &&UnitRow| {
            let own = names::plain(&unit.name);
            let mut own = own.split(' ').chain([unit.id.as_str()]);
            query.is_none_or(|query| query.contains('/')) || own.any(|own| wanted.split(' ').any(|word| word == own))
        };
        let units: Vec<&UnitRow> = self.institutions.units_of(row).filter(named).collect();
        let units = units.into_iter().map(Some);
        std::iter::once(None).chain(units).filter_map(move |unit| self.national_candidate(row, unit, day))
    }

    fn national_candidate<'e>(&self, row: &'e NationalRow, unit: Option<&UnitRow>, day: Date) -> Option<Candidate<'e>> {
        let id = unit.map_or_else(|| row.id.clone(), |unit| format!("{}/{}", row.id, unit.id));
        // a body that does not exist yet on that day is another one's successor
        let (office, dead) = self.institutions.any_national(&id, day)?;
        if office.id.strip_prefix("pusat/") != Some(id.as_str()) {
            return None;
        }
        let status = match dead {
            None => "active",
            Some("dissolved") => "dissolved",
            Some(_) => "private",
        };
        let aliases = match unit {
            None => row.names.iter().chain(&row.ambiguous).map(|name| name.as_str().into()).collect(),
            // the first is the body's own abbreviation, others may be former names, which other bodies bear too
            Some(unit) => {
                let own = row.names.first().into_iter().chain([&row.name]);
                own.map(|name| format!("{} {name}", unit.id).into()).collect()
            }
        };
        let types = std::iter::once(office.kind.clone()).chain(unit.map(|unit| format!("inst:{}", unit.id))).collect();
        Some(Candidate { types, office, aliases, general: Vec::new(), status })
    }

    /// The offices of a region and of its province: those of their own tables, then by type what is left.
    fn regional_candidates<'e>(&'e self, region: RegionCode, day: Date, out: &mut Vec<Candidate<'e>>) {
        let governments = self.institutions.governments(region);
        for (at, _) in &governments {
            for (office, aliases) in self.institutions.registered_at(*at, day) {
                if out.iter().all(|known| known.office.id != office.id) {
                    let types = vec![office.kind.clone()];
                    let aliases = aliases.iter().map(|alias| alias.as_str().into()).collect();
                    out.push(Candidate { office, aliases, general: Vec::new(), types, status: "active" });
                }
            }
        }
        for kind in self.institutions.types() {
            let there = |(at, levels): &(RegionCode, &[&str])| {
                let typed = || self.institutions.typed(&self.regions, *at, &kind.id, day);
                kind.stands(*at, levels).then(typed).flatten()
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
                    let names = names_of(kind).skip(1).filter(|_| office.naming == Naming::Typical);
                    let aliases = names.map(|name| name.as_str().into()).collect();
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
