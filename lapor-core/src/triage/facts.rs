//! Facts that routing asks for: discriminator values that the text settles, and offices that the reporter names.

use super::understand::Understood;
use crate::complaint::{Date, Office, RegionCode, Supervision};
use crate::engine::{Engine, OfficeName};
use crate::institution::is_territorial;
use crate::matter::CueList;
use crate::pack::AbuseOverlay;
use crate::routing::{ACTOR, Abuse, Cue};
use crate::text::{Hit, Kind, covered};
use rustc_hash::FxHashSet;

/// So many named offices are kept.
const MOST_NAMED: usize = 5;

/// Value of cues that stand for no value: they cover the words of others that are mere story or address ("lapor ke polisi").
const NO_VALUE: &str = "-";

/// An office, and the reason code for which it can receive nothing, if there is one.
pub(super) type Named = (Office, Option<&'static str>);

/// Discriminator values read from the text, for the discriminators of its best matters.
pub(super) fn cues(engine: &Engine, seen: &Understood) -> Vec<Cue> {
    let near = engine.words.matter_rules.policy.cue_window;
    let mut out: Vec<Cue> = Vec::new();
    let found = Found::of(engine, seen);
    for scored in seen.ranked.iter().take(6) {
        let Some(matter) = engine.taxonomy.matter(scored.row as usize) else { continue };
        let close = |h: &Hit| scored.votes.iter().any(|v| h.first < v.end + near && v.first < h.end + near);
        for id in matter.discriminators() {
            if out.iter().any(|(cue, ..)| cue == id) {
                continue;
            }
            if let Some(value) = found.value(id, close, false) {
                out.push((id.to_owned(), value.to_owned(), "text"));
            }
        }
    }
    out
}

/// The cues of discriminators that stand in a text.
struct Found<'e> {
    hits: Vec<Hit>,
    /// Where the token after a locative word stands ("dekat gerbang tol"): what begins there says where, not whose.
    landmarks: FxHashSet<u32>,
    engine: &'e Engine,
}

impl<'e> Found<'e> {
    fn of(engine: &'e Engine, seen: &Understood) -> Self {
        let cue = |h: &Hit| engine.words.discriminator_cues.get(h.entry.value as usize);
        // a story must stand word by word: with other words between, it can be another sentence
        let whole = |h: &Hit| h.gaps == 0 || cue(h).is_none_or(|c| c.value != NO_VALUE);
        let all = &seen.text.hits;
        let hits = all.iter().copied().filter(|h| h.entry.kind == Kind::Discriminator && whole(h)).collect();
        let locative = |h: &&Hit| h.entry.value == CueList::Locative.value();
        Found { hits, landmarks: seen.text.cues.iter().filter(locative).map(|h| h.end).collect(), engine }
    }

    /// The value that most words speak for; the first of equals. `only_close`: each cue must be close.
    fn value(&self, id: &str, close: impl Fn(&Hit) -> bool, only_close: bool) -> Option<&'e str> {
        // value → words that speak for it, in the order of the text
        let mut tally: Vec<(&str, u32)> = Vec::new();
        for hit in &self.hits {
            let Some(cue) = self.engine.words.discriminator_cues.get(hit.entry.value as usize) else { continue };
            let other = cue.discriminator != id || cue.value == NO_VALUE || self.landmarks.contains(&hit.first);
            if other || covered(&self.hits, hit) || ((cue.near || only_close) && !close(hit)) {
                continue;
            }
            let words = u32::from(hit.words) + u32::from(close(hit));
            match tally.iter_mut().find(|(value, _)| *value == cue.value) {
                Some((_, sum)) => *sum += words,
                None => tally.push((&cue.value, words)),
            }
        }
        let most = tally.iter().map(|(_, n)| *n).max();
        tally.iter().find(|(_, n)| Some(*n) == most).map(|(value, _)| *value)
    }
}

/// The strongest sign of abuse of authority: one that makes the overseer lead before one that adds it.
///
/// What an officer has said (`given`) stands before the words of the text.
pub(super) fn abuse<'e>(engine: &'e Engine, seen: &Understood, given: Option<Supervision>) -> Option<Abuse<'e>> {
    if given == Some(Supervision::TidakBerkadarPengawasan) {
        return None;
    }
    let overlays = &engine.taxonomy.abuse().overlays;
    let number = |h: &Hit| CueList::abuse(h.entry.value);
    let signs: Vec<&Hit> = seen.text.cues.iter().filter(|h| number(h).is_some()).collect();
    let said = signs.iter().filter_map(|h| overlays.get(number(h)? as usize));
    let overlay = said.max_by_key(|o| o.lead).or_else(|| supervised(engine, given))?;
    let near = engine.words.matter_rules.policy.cue_window;
    let close = |h: &Hit| signs.iter().any(|s| h.first < s.end + near && s.first < h.end + near);
    let actor = Found::of(engine, seen).value(ACTOR, close, true).map(str::to_owned);
    Some(Abuse { overlay, actor })
}

/// The overlay of a report that is given as `berkadar_pengawasan`.
pub(super) fn supervised(engine: &Engine, given: Option<Supervision>) -> Option<&AbuseOverlay> {
    let overlays = &engine.taxonomy.abuse().overlays;
    overlays.iter().find(|o| o.supervised).filter(|_| given == Some(Supervision::BerkadarPengawasan))
}

/// What the reporter named.
pub(super) struct Names {
    /// Offices: the suggestion first, then those of the text.
    pub(super) offices: Vec<Named>,
    /// False if an institution was suggested that no table knows, by an id or by words.
    pub(super) suggestion_known: bool,
}

/// Reads what the reporter named.
pub(super) fn named(
    engine: &Engine,
    seen: Option<&Understood>,
    suggestion: Option<&str>,
    region: Option<RegionCode>,
    day: Date,
) -> Names {
    let mut out = Names { offices: Vec::new(), suggestion_known: true };
    if let Some(text) = suggestion.map(str::trim).filter(|text| !text.is_empty()) {
        match by_id(engine, text, day) {
            Some(office) => out.offices.push(office),
            None => {
                let tokens = engine.words.lexicon.tokenise("", text);
                let mut hits = Vec::new();
                engine.words.lexicon.scan(&tokens, &mut hits);
                out.suggestion_known = hits.iter().any(|h| h.entry.kind == Kind::Office);
                in_text(engine, &hits, region, day, &mut out.offices);
            }
        }
    }
    if let Some(seen) = seen {
        in_text(engine, &seen.text.hits, region, day, &mut out.offices);
    }
    out
}

/// An office by its id: `12.71/dishub`, `pusat/pln`.
pub(super) fn by_id(engine: &Engine, text: &str, day: Date) -> Option<Named> {
    let (owner, id) = text.split_once('/')?;
    if owner == "pusat" {
        return engine.institutions.any_national(id, day);
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
            Some(OfficeName::National(id)) => engine.institutions.any_national(id, day),
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
