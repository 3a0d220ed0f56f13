//! Place: the region of the *object* of a complaint, from fields, text, postal code and point, with the instance's own region as prior.
//!
//! Every statement about the place is a [`Mention`] of one or more regions. The region that most of the weight agrees with wins; names that
//! stand for several regions give candidates, never a guess. A point alone never decides: centroids misplace.

use crate::complaint::{Complaint, Evidence, Offsets, Place, PlaceCandidate, PlaceState, RegionCode, Span};
use crate::pack::PlaceWeights;
use crate::region::{Name, Regions};
use crate::text::{Flags, Hit, Kind, Lexicon, Tokens, covered};
use rustc_hash::FxHashSet;

/// What place needs to know of the loaded packs.
#[derive(Debug, Default)]
pub struct Gazetteer {
    /// Names by row of [`Kind::Region`].
    pub names: Vec<Name>,
    /// Rows of district names that one district alone bears and that are no other word of the lexicon.
    pub rare: FxHashSet<u32>,
    /// Word ids that announce a region's name.
    pub region_words: FxHashSet<u32>,
    /// Word ids after which a name is the name of something else.
    pub street_words: FxHashSet<u32>,
    /// Word ids after which a place stands.
    pub prepositions: FxHashSet<u32>,
    /// Weights of statements.
    pub weights: PlaceWeights,
}

/// A statement about the place.
#[derive(Debug, Clone)]
struct Mention {
    codes: Vec<RegionCode>,
    weight: i64,
    kind: &'static str,
    span: Option<Span>,
    reference: Option<String>,
    strong: bool,
    /// The bare name of a district, which may well be an ordinary word.
    loose: bool,
}

/// Where a postal code stands.
pub const POSTAL_CODE: &str = "/complaint/location/postal_code";

/// So many statements about the place are weighed.
const MOST_MENTIONS: usize = 200;

/// What was found, and regions that contradict it.
#[derive(Debug, Clone)]
pub struct Located {
    /// The answer.
    pub place: Place,
    /// Regions that other strong statements name.
    pub conflicts: Vec<RegionCode>,
}

/// The tables that a place is found with.
#[derive(Debug, Clone, Copy)]
pub struct Atlas<'e> {
    /// Names and their weights.
    pub gazetteer: &'e Gazetteer,
    /// Regions.
    pub regions: &'e Regions,
    /// For the address, which is a text of its own.
    pub lexicon: &'e Lexicon,
}

/// Finds the place of a complaint; `hits` are those of its text.
#[must_use]
pub fn locate(
    atlas: Atlas<'_>,
    tokens: &Tokens,
    hits: &[Hit],
    complaint: &Complaint,
    jurisdiction: Option<RegionCode>,
    offsets: Offsets,
) -> Located {
    let Atlas { gazetteer, regions, lexicon } = atlas;
    let mut mentions = Vec::new();
    let (w, location) = (&gazetteer.weights, &complaint.location);
    if let Some(text) = &location.region {
        match RegionCode::parse(text.trim()) {
            Some(code) => {
                let code = regions.today(code);
                mentions.extend(code.map(|c| field(vec![c], w.field_code, "field", "/complaint/location/region")));
            }
            None => {
                from_text(gazetteer, lexicon, text, w.field_name, "/complaint/location/region", &mut mentions);
            }
        }
    }
    let field_code = location.postal_code.as_deref().and_then(|p| p.trim().parse::<u32>().ok());
    let mut codes: Vec<(u32, &str)> = field_code.map(|p| (p, POSTAL_CODE)).into_iter().collect();
    if let Some(text) = &location.address {
        let path = "/complaint/location/address";
        let found = from_text(gazetteer, lexicon, text, w.address, path, &mut mentions);
        codes.extend(found.into_iter().take(1).map(|p| (p, path)));
    }
    for (code, path) in codes {
        let districts = regions.postal(code).to_vec();
        if !districts.is_empty() {
            mentions.push(field(districts, w.postal_code, "postal_code", path));
        }
    }
    let title = complaint.title.as_deref().unwrap_or("");
    let content = complaint.content.as_deref().unwrap_or("");
    read_names(gazetteer, tokens, hits, |named| {
        // who names more places than this names none
        if mentions.len() >= MOST_MENTIONS {
            return;
        }
        let span = tokens.span(named.first, named.end, title, content, offsets);
        mentions.push(Mention { span, reference: None, ..named.mention(0, "") });
    });
    if let Some(code) = jurisdiction {
        mentions.push(Mention { strong: false, ..field(vec![code], w.jurisdiction, "jurisdiction", "/jurisdiction") });
    }
    let point = location.lat.zip(location.lng).map(|(lat, lng)| nearest(regions, lat, lng)).unwrap_or_default();
    decide(regions, mentions, &point, jurisdiction)
}

fn field(codes: Vec<RegionCode>, weight: i64, kind: &'static str, path: &str) -> Mention {
    Mention { codes, weight, kind, span: None, reference: Some(path.to_owned()), strong: true, loose: false }
}

/// A name that may mean a region where it stands.
struct Named {
    first: usize,
    end: usize,
    codes: Vec<RegionCode>,
    weight: i64,
    strong: bool,
    loose: bool,
}

impl Named {
    fn mention(self, bonus: i64, path: &str) -> Mention {
        let plain = field(self.codes, self.weight + bonus, "region", path);
        Mention { strong: self.strong, loose: self.loose, ..plain }
    }
}

/// Reads the names of a field of its own, and gives back the five-digit numbers in it.
fn from_text(g: &Gazetteer, lexicon: &Lexicon, text: &str, bonus: i64, path: &str, out: &mut Vec<Mention>) -> Vec<u32> {
    let tokens = lexicon.tokenise("", text);
    let mut hits = Vec::new();
    lexicon.scan(&tokens, &mut hits);
    read_names(g, &tokens, &hits, |named| out.push(named.mention(bonus, path)));
    tokens.list.iter().filter(|t| t.flags.has(Flags::NUMBER) && t.end - t.start == 5).map(|t| t.number).collect()
}

/// Calls `each` with every name that may mean a region here.
fn read_names(g: &Gazetteer, tokens: &Tokens, hits: &[Hit], mut each: impl FnMut(Named)) {
    let names: Vec<Hit> = hits.iter().copied().filter(|h| h.entry.kind == Kind::Region).collect();
    for hit in &names {
        if covered(&names, hit) {
            continue;
        }
        let Some(name) = g.names.get(hit.entry.value as usize) else { continue };
        let (first, end) = (hit.first as usize, hit.end as usize);
        let before = first.checked_sub(1).and_then(|i| tokens.get(i)).filter(|_| !tokens.broken(first - 1, first));
        let word = before.map_or(0, |t| t.norm);
        let Some(token) = tokens.get(first) else { continue };
        let capital = token.flags.has(Flags::CAPITAL);
        if name.full {
            let own = matches!(name.codes.as_slice(), [one] if one.level() == 3);
            let weight = g.weights.full_name + if own { g.weights.own_district } else { 0 };
            each(Named { first, end, codes: name.codes.clone(), weight, strong: true, loose: false });
            continue;
        }
        // "Jalan Bandung" is no Bandung; but "Kelurahan Duren Sawit" lies in the one district of that name
        let own_words = hit.words > 1 && g.rare.contains(&hit.entry.value);
        if g.street_words.contains(&word) && !own_words {
            continue;
        }
        let announced = g.region_words.contains(&word);
        if name.needs_cue && !announced {
            continue;
        }
        let upper: Vec<_> = name.codes.iter().copied().filter(|c| c.level() <= 2).collect();
        let weight = if announced || g.prepositions.contains(&word) {
            g.weights.announced
        } else if capital {
            g.weights.capital
        } else {
            g.weights.bare
        };
        if upper.is_empty() {
            // the bare name of a district: many are ordinary words
            if capital || announced || hit.words > 1 {
                let loose = !(capital && g.rare.contains(&hit.entry.value));
                let weight = weight.min(g.weights.capital) + g.weights.district;
                each(Named { first, end, codes: name.codes.clone(), weight, strong: false, loose });
            }
        } else {
            each(Named { first, end, codes: upper, weight, strong: announced, loose: false });
        }
    }
}

/// The three regencies whose centroids are nearest, with distances in metres.
fn nearest(regions: &Regions, lat: f64, lng: f64) -> Vec<(RegionCode, u64)> {
    if !(-90.0..=90.0).contains(&lat) || !(-180.0..=180.0).contains(&lng) {
        return Vec::new();
    }
    let mut list: Vec<_> = regions
        .codes()
        .iter()
        .filter(|c| c.level() == 2)
        .filter_map(|c| {
            let facts = regions.own_facts(*c)?;
            Some((*c, distance(lat, lng, f64::from(facts.lat) / 1e6, f64::from(facts.lng) / 1e6)))
        })
        .collect();
    list.sort_by_key(|(code, metres)| (*metres, *code));
    list.truncate(3);
    list
}

/// Metres between two points: flat, with a cosine from its series, for platform trigonometry may differ in the last bit.
fn distance(lat: f64, lng: f64, lat2: f64, lng2: f64) -> u64 {
    let middle = (lat + lat2) / 2.0 * (core::f64::consts::PI / 180.0);
    let square = middle * middle;
    let cosine = 1.0 - square / 2.0 + square * square / 24.0 - square * square * square / 720.0;
    let north = (lat2 - lat) * 111_195.0;
    let east = (lng2 - lng) * 111_195.0 * cosine;
    let metres = (north * north + east * east).sqrt();
    metres as u64
}

/// Goes down from province to district, each time to the region that most of the weight agrees with. Several that the weight does not tell
/// apart are ambiguous; several districts of one regency leave the regency.
fn descend(scored: &[(i64, RegionCode)]) -> (PlaceState, Option<RegionCode>) {
    let mut chosen: Option<RegionCode> = None;
    for level in 1..=3 {
        let inside: Vec<_> =
            scored.iter().filter(|(_, r)| r.level() == level && chosen.is_none_or(|c| r.within(c))).collect();
        let most = inside.iter().map(|(s, _)| *s).max();
        let mut best = inside.iter().filter(|(s, _)| Some(*s) == most).map(|(_, r)| *r);
        match (best.next(), best.next()) {
            (None, _) => break,
            (Some(one), None) => chosen = Some(one),
            (Some(_), Some(_)) if level == 3 => break,
            (Some(_), Some(_)) => return (PlaceState::Ambiguous, None),
        }
    }
    (if chosen.is_some() { PlaceState::Found } else { PlaceState::Unknown }, chosen)
}

fn decide(
    regions: &Regions,
    mut mentions: Vec<Mention>,
    point: &[(RegionCode, u64)],
    jurisdiction: Option<RegionCode>,
) -> Located {
    // a bare district name counts only inside a region that something else names
    let anchors: Vec<RegionCode> =
        mentions.iter().flat_map(|m| m.codes.iter().copied().filter(|c| c.level() <= 2)).chain(jurisdiction).collect();
    for m in &mut mentions {
        if m.loose || (m.codes.len() > 1 && m.codes.iter().all(|c| c.level() == 3)) {
            let inside: Vec<_> = m.codes.iter().copied().filter(|c| anchors.iter().any(|a| c.within(*a))).collect();
            if m.loose || !inside.is_empty() {
                m.codes = inside;
            }
        }
    }
    mentions.retain(|m| !m.codes.is_empty());
    let mut pool: Vec<RegionCode> =
        mentions.iter().flat_map(|m| &m.codes).flat_map(|c| [Some(*c), c.at(2), c.at(1)]).flatten().collect();
    pool.sort_unstable();
    pool.dedup();
    let agrees = |m: &Mention, r: RegionCode| m.codes.iter().any(|c| r.within(*c) || c.within(r));
    let total = |r: RegionCode| mentions.iter().filter(|m| agrees(m, r)).map(|m| m.weight).sum::<i64>();
    let mut scored: Vec<(i64, RegionCode)> = pool.iter().map(|r| (total(*r), *r)).collect();
    scored.sort_by_key(|(s, r)| (-s, std::cmp::Reverse(r.level()), *r));
    let (state, chosen) = descend(&scored);
    let best = chosen.map_or_else(|| scored.first().map_or(0, |(s, _)| *s), total);
    let level = chosen.map_or_else(|| scored.first().map_or(0, |(_, r)| r.level()), RegionCode::level);
    let state = if state == PlaceState::Unknown && !point.is_empty() { PlaceState::Ambiguous } else { state };
    let rival =
        scored.iter().find(|(_, r)| chosen.is_some_and(|c| !c.within(*r) && !r.within(c))).map_or(0, |(s, _)| *s);
    let share = |s: i64, against: i64| u16::try_from(s * 1000 / (s + against + 150)).unwrap_or(1000);
    let evidence = |r: RegionCode| {
        let list = mentions.iter().filter(|m| m.codes.iter().any(|c| r.within(*c)));
        list.map(|m| Evidence { kind: m.kind, span: m.span, weight: m.weight, reference: m.reference.clone() })
            .collect()
    };
    let metres = |r: RegionCode| point.iter().find(|(c, _)| r.within(*c)).map(|(_, m)| *m);
    let mut candidates: Vec<PlaceCandidate> = Vec::new();
    let offered =
        chosen.into_iter().chain(scored.iter().map(|(_, r)| *r).filter(|r| r.level() == level || r.level() == 2));
    for code in offered {
        if candidates.iter().any(|c| c.region.code == code) {
            continue;
        }
        if let Some(region) = regions.get(code) {
            let mine = total(code);
            let score = if Some(code) == chosen { share(mine, rival) } else { share(mine, best) };
            candidates.push(PlaceCandidate { region, score, distance_m: metres(code), evidence: evidence(code) });
        }
    }
    for (code, m) in point {
        if candidates.iter().all(|c| c.region.code != *code)
            && let Some(region) = regions.get(*code)
        {
            let found =
                Evidence { kind: "point", span: None, weight: 0, reference: Some("/complaint/location".to_owned()) };
            candidates.push(PlaceCandidate { region, score: 100, distance_m: Some(*m), evidence: vec![found] });
        }
    }
    // a postal code that contradicts the place is a finding of its own
    let own = |m: &&Mention| m.reference.as_deref() != Some(POSTAL_CODE);
    let conflicts = mentions
        .iter()
        .filter(own)
        .filter(|m| m.strong && chosen.is_some_and(|c| !agrees(m, c)))
        .filter_map(|m| m.codes.first().copied())
        .collect();
    let region = chosen.and_then(|c| regions.get(c));
    let score = if region.is_some() { share(best, rival) } else { 0 };
    Located { place: Place { state, region, score, candidates }, conflicts }
}
