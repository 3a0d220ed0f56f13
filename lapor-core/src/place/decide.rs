//! From statements to an answer: the region that most of their weight agrees with.

use super::{Located, Mention, POSTAL_CODE};
use crate::complaint::{Detail, Evidence, Place, PlaceCandidate, PlaceState, RegionCode};
use crate::region::Regions;
use crate::sort;

/// Goes down from province to village, each time to the region that most of the weight agrees with. Several that the weight does not tell
/// apart are ambiguous. Of several districts or villages that the text names one by one the first leads; namesakes leave what they lie in.
fn descend(
    scored: &[(i64, RegionCode)],
    place: impl Fn(RegionCode) -> Option<usize>,
) -> (PlaceState, Option<RegionCode>) {
    let mut chosen: Option<RegionCode> = None;
    for level in 1..=4 {
        let inside: Vec<_> =
            scored.iter().filter(|(_, r)| r.level() == level && chosen.is_none_or(|c| r.within(c))).collect();
        let most = inside.iter().map(|(s, _)| *s).max();
        let mut best = inside.iter().filter(|(s, _)| Some(*s) == most).map(|(_, r)| *r);
        match (best.next(), best.next()) {
            (None, _) => break,
            (Some(one), None) => chosen = Some(one),
            (Some(one), Some(two)) if level >= 3 => {
                let alone = [one, two].into_iter().chain(best).filter_map(|r| Some((place(r)?, r)));
                match alone.min() {
                    Some((_, first)) => chosen = Some(first),
                    None => break,
                }
            }
            (Some(_), Some(_)) => return (PlaceState::Ambiguous, None),
        }
    }
    (if chosen.is_some() { PlaceState::Found } else { PlaceState::Unknown }, chosen)
}

pub(super) fn decide(
    regions: &Regions,
    mut mentions: Vec<Mention>,
    point: &[(RegionCode, u64)],
    jurisdiction: Option<RegionCode>,
    detail: Detail,
) -> Located {
    // a bare district name counts only inside a region that something else names
    let anchors: Vec<RegionCode> =
        mentions.iter().flat_map(|m| m.codes.iter().copied().filter(|c| c.level() <= 2)).chain(jurisdiction).collect();
    for m in &mut mentions {
        if m.loose || (m.codes.len() > 1 && m.codes.iter().all(|c| c.level() >= 3)) {
            let inside: Vec<_> = m.codes.iter().copied().filter(|c| anchors.iter().any(|a| c.within(*a))).collect();
            if m.loose || !inside.is_empty() {
                m.codes = inside;
            }
        }
    }
    mentions.retain(|m| !m.codes.is_empty());
    let mut pool: Vec<RegionCode> =
        mentions.iter().flat_map(|m| &m.codes).flat_map(|c| [Some(*c), c.at(3), c.at(2), c.at(1)]).flatten().collect();
    sort::by(&mut pool, Ord::cmp);
    pool.dedup();
    let agrees = |m: &Mention, r: RegionCode| m.codes.iter().any(|c| r.within(*c) || c.within(r));
    // a name of several districts says little of each
    let weight = |m: &Mention, r: RegionCode| {
        let shared = r.level() >= 3 && m.kind == "region";
        let named = i64::try_from(m.codes.len()).unwrap_or(1);
        if shared && m.codes.iter().all(|c| c.level() >= 3) { m.weight / named.max(1) } else { m.weight }
    };
    let total = |r: RegionCode| mentions.iter().filter(|m| agrees(m, r)).map(|m| weight(m, r)).sum::<i64>();
    // where a region is named alone; mentions stand in the order of the text, districts before villages
    let place = |r: RegionCode| {
        let alone = mentions.iter().filter(|m| m.codes.iter().all(|c| c.within(r)));
        alone.map(|m| m.words.map_or(0, |(_, first, _)| first + 1)).min()
    };
    let mut scored: Vec<(i64, RegionCode)> = pool.iter().map(|r| (total(*r), *r)).collect();
    sort::by_key(&mut scored, |(s, r)| (-s, std::cmp::Reverse(r.level()), *r));
    let (state, chosen) = descend(&scored, place);
    let best = chosen.map_or_else(|| scored.first().map_or(0, |(s, _)| *s), total);
    let level = chosen.map_or_else(|| scored.first().map_or(0, |(_, r)| r.level()), RegionCode::level);
    let state = if state == PlaceState::Unknown && !point.is_empty() { PlaceState::Ambiguous } else { state };
    let rival =
        scored.iter().find(|(_, r)| chosen.is_some_and(|c| !c.within(*r) && !r.within(c))).map_or(0, |(s, _)| *s);
    let share = |s: i64, against: i64| u16::try_from(s * 1000 / (s + against + 150)).unwrap_or(1000);
    // a brief answer shows none
    let evidence = |r: RegionCode| {
        if detail == Detail::Brief {
            return Vec::new();
        }
        let list = mentions.iter().filter(|m| m.codes.iter().any(|c| r.within(*c)));
        list.map(|m| Evidence {
            kind: m.kind,
            span: m.span,
            weight: m.weight,
            reference: m.reference.map(str::to_owned),
        })
        .collect()
    };
    let metres = |r: RegionCode| point.iter().find(|(c, _)| r.within(*c)).map(|(_, m)| *m);
    let mut candidates: Vec<PlaceCandidate> = Vec::new();
    // what is named as clearly as the region that leads comes before what it lies in
    let equal = scored.iter().filter(|(s, r)| chosen.is_some() && level >= 3 && *s == best && r.level() == level);
    let others = scored.iter().filter(|(_, r)| r.level() == level || r.level() == 2);
    let offered = chosen.into_iter().chain(equal.chain(others).map(|(_, r)| *r));
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
    let own = |m: &&Mention| m.reference != Some(POSTAL_CODE);
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
