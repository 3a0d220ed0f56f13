//! Facts that routing asks for: discriminator values that the text settles, and offices that the reporter names.

use super::understand::Understood;
use crate::complaint::{Date, Office, RegionCode};
use crate::engine::{Engine, OfficeName};
use crate::institution::is_territorial;
use crate::text::{Hit, Kind, covered};
use std::collections::BTreeMap;

/// So many named offices are kept.
const MOST_NAMED: usize = 5;

/// An office, and the reason code for which it can receive nothing, if there is one.
pub(super) type Named = (Office, Option<&'static str>);

/// Discriminator values read from the text, for the discriminators of its best matters.
pub(super) fn cues(engine: &Engine, seen: &Understood) -> BTreeMap<String, (String, &'static str)> {
    let near = engine.words.matter_rules.policy.cue_window;
    let mut out = BTreeMap::new();
    let found: Vec<Hit> = seen.text.hits.iter().copied().filter(|h| h.entry.kind == Kind::Discriminator).collect();
    for scored in seen.ranked.iter().take(6) {
        let Some(id) = engine.taxonomy.matter(scored.row as usize).and_then(|m| m.discriminator.as_deref()) else {
            continue;
        };
        if out.contains_key(id) {
            continue;
        }
        let close = |h: &Hit| scored.votes.iter().any(|v| h.first < v.end + near && v.first < h.end + near);
        // value → words that speak for it, in the order of the text
        let mut tally: Vec<(&str, u32)> = Vec::new();
        for hit in &found {
            let Some(cue) = engine.words.discriminator_cues.get(hit.entry.value as usize) else { continue };
            if cue.discriminator != id || covered(&found, hit) || (cue.near && !close(hit)) {
                continue;
            }
            let words = u32::from(hit.words) + u32::from(close(hit));
            match tally.iter_mut().find(|(value, _)| *value == cue.value) {
                Some((_, sum)) => *sum += words,
                None => tally.push((&cue.value, words)),
            }
        }
        let most = tally.iter().map(|(_, n)| *n).max();
        if let Some((value, _)) = tally.iter().find(|(_, n)| Some(*n) == most) {
            out.insert(id.to_owned(), ((*value).to_owned(), "text"));
        }
    }
    out
}

/// Offices that the reporter named: the suggestion first, then those of the text.
pub(super) fn named(
    engine: &Engine,
    seen: Option<&Understood>,
    suggestion: Option<&str>,
    region: Option<RegionCode>,
    day: Date,
) -> Vec<Named> {
    let mut out: Vec<Named> = Vec::new();
    if let Some(text) = suggestion.map(str::trim) {
        match by_id(engine, text, day) {
            Some(office) => out.push(office),
            None => {
                let tokens = engine.words.lexicon.tokenise("", text);
                let mut hits = Vec::new();
                engine.words.lexicon.scan(&tokens, &mut hits);
                in_text(engine, &hits, region, day, &mut out);
            }
        }
    }
    if let Some(seen) = seen {
        in_text(engine, &seen.text.hits, region, day, &mut out);
    }
    out
}

/// True if the tables know what the reporter calls the institution: an id, or words with the name of one in them.
pub(super) fn knows(engine: &Engine, text: &str, day: Date) -> bool {
    let in_words = || {
        let tokens = engine.words.lexicon.tokenise("", text);
        let mut hits = Vec::new();
        engine.words.lexicon.scan(&tokens, &mut hits);
        hits.iter().any(|h| h.entry.kind == Kind::Office)
    };
    by_id(engine, text, day).is_some() || in_words()
}

/// An office by its id: `12.71/dishub`, `pusat/pln`.
pub(super) fn by_id(engine: &Engine, text: &str, day: Date) -> Option<Named> {
    let (owner, id) = text.split_once('/')?;
    if owner == "pusat" {
        return engine.institutions.any_national(id);
    }
    let region = engine.regions.today(RegionCode::parse(owner)?)?;
    let own = || engine.institutions.own(region, id, day);
    let typed = || engine.institutions.typed(&engine.regions, region.at(2).or_else(|| region.at(1))?, id, day);
    let office = match id {
        "kecamatan" => engine.institutions.district(&engine.regions, region),
        _ => own().or_else(typed),
    };
    office.map(|o| (o, None))
}

fn in_text(engine: &Engine, hits: &[Hit], region: Option<RegionCode>, day: Date, out: &mut Vec<Named>) {
    let names: Vec<Hit> = hits.iter().copied().filter(|h| h.entry.kind == Kind::Office).collect();
    for hit in &names {
        if out.len() >= MOST_NAMED {
            break;
        }
        if covered(&names, hit) {
            continue;
        }
        let office = match engine.words.office_names.get(hit.entry.value as usize) {
            Some(OfficeName::National(id)) => engine.institutions.any_national(id),
            Some(OfficeName::Type(id)) => typed(engine, id, region, day).map(|o| (o, None)),
            Some(OfficeName::Own(owner, id)) => region
                .filter(|r| r.within(*owner))
                .and_then(|_| engine.institutions.own(*owner, id, day))
                .map(|o| (o, None)),
            Some(OfficeName::Means(owner, id)) => {
                region.filter(|r| r.within(*owner)).and_then(|_| typed(engine, id, region, day)).map(|o| (o, None))
            }
            None => None,
        };
        if let Some(named) = office
            && out.iter().all(|(known, _)| known.id != named.0.id)
        {
            out.push(named);
        }
    }
}

/// The region's office of a general type, at the level at which the type exists.
fn typed(engine: &Engine, id: &str, region: Option<RegionCode>, day: Date) -> Option<Office> {
    let region = region?;
    if is_territorial(id) {
        return engine.institutions.district(&engine.regions, region);
    }
    let levels = &engine.institutions.office_type(id)?.levels;
    let local = levels.iter().any(|l| l == "kabkota");
    let at = if local { region.at(2).or_else(|| region.at(1)) } else { region.at(1) };
    engine.institutions.typed(&engine.regions, at?, id, day)
}
