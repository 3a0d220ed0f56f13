//! Villages in a text.
//!
//! 83,762 villages bear 63,688 names, and many are ordinary words. So a name counts after a cue word ("Kel. Terjun"), or, without one, inside
//! a region that something else names.

use super::known::{Known, within};
use super::names::Named;
use super::words::Words;
use super::{Atlas, Gazetteer, Roles};
use crate::complaint::RegionCode;
use crate::region::Regions;
use crate::text::{Flags, Token, Tokens};

/// A village's name has at most so many words.
const MOST_WORDS: usize = 4;
/// A name of more villages than this says nothing by itself.
const MOST_NAMESAKES: usize = 20;
/// A name without cue word has at least so many letters.
const LEAST_BARE: usize = 4;
/// A name without cue word in small letters has at least so many.
const LEAST_LOWER: usize = 7;
/// Three words that make one name need no capital if they have so many letters.
const LEAST_LONG: usize = 12;
/// So many bytes of a text at least are [`LEAST_LOWER`] of a folded word: folding makes three of two at most.
const LEAST_LOWER_BYTES: u32 = 5;
/// A postal code has so many digits, the number of a street fewer.
const POSTAL_DIGITS: u32 = 5;
/// So many roads of a text are remembered.
const MOST_ROADS: usize = 32;

/// How a name is announced.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Cue {
    Village,
    District,
    Preposition,
    None,
}

/// What stands before a token, by the roles of the word there; none where no name can stand. `bare`: the villages are known, and names without
/// a cue word are read too.
fn cue(g: &Gazetteer, tokens: &Tokens, first: usize, before: Roles, bare: bool) -> Option<Cue> {
    if before.any(Roles::VILLAGE) {
        bare.then_some(Cue::Village)
    } else if before.any(Roles::DISTRICT) {
        Some(Cue::District)
    } else if !bare || g.on_street(tokens, first) {
        None
    } else if before.any(Roles::PREPOSITION.or(Roles::REGION)) || g.after_unit(tokens, first) {
        Some(Cue::Preposition)
    } else {
        Some(Cue::None)
    }
}

/// True if a text can name a village, or a district in another way: without the villages only the cue word of a district leads anywhere.
pub(super) fn may_stand(atlas: Atlas<'_>, tokens: &Tokens) -> bool {
    atlas.regions.villages().is_some() || tokens.list.iter().any(|t| atlas.gazetteer.is(t.norm, Roles::DISTRICT))
}

/// Reads one text.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    pub(super) atlas: Atlas<'a>,
    pub(super) words: &'a Words<'a>,
    pub(super) known: &'a Known,
}

impl Reader<'_> {
    /// Calls `each` with every village that may be meant here, and every district whose name is written in another way.
    pub(super) fn read(self, mut each: impl FnMut(Named)) {
        let Reader { atlas: Atlas { gazetteer: g, regions, .. }, words, known } = self;
        let tokens = words.tokens;
        let bare = regions.villages().is_some();
        let mut key = String::new();
        let mut roads: Vec<usize> = Vec::new();
        let mut at = 0;
        while at < tokens.list.len() {
            let first = at;
            at += 1;
            let before = g.roles.of(g.before(tokens, first));
            if before.any(Roles::ROAD) && roads.len() < MOST_ROADS {
                roads.push(first);
            }
            let Some(cue) = cue(g, tokens, first, before, bare) else { continue };
            let half = g.weights.village / 2;
            let found = match cue {
                Cue::Village => self.announced(first, 4, &mut key).or_else(|| self.nearly(first, 4, half, &mut key)),
                // the cue word and the name behind it are read as one already
                Cue::District if known.names(words.path, first - 1) => None,
                Cue::District => self.announced(first, 3, &mut key).or_else(|| self.nearly(first, 3, half, &mut key)),
                Cue::Preposition | Cue::None => {
                    self.without_cue(first, cue, &mut key).or_else(|| self.short(first, cue, &mut key))
                }
            };
            // what the text itself says to be a road is one, unless a word of place stands before it
            let road = |named: &Named, key: &mut String| {
                let mut other = String::new();
                let size = named.end - named.first;
                words.key(named.first, named.end, key)
                    && roads.iter().any(|road| words.key(*road, road + size, &mut other) && other == *key)
            };
            if let Some(mut named) = found {
                if cue == Cue::None && road(&named, &mut key) {
                    named.codes.clear();
                }
                named.weight = g.weigh(named.weight, tokens, first);
                at = named.end;
                each(named);
            }
        }
    }

    /// A village (level 4) or district (level 3) after its cue word: the longest name that exists. People mix up the two words, so a name that no
    /// region of the one level bears may be one of the other.
    fn announced(self, first: usize, level: u8, key: &mut String) -> Option<Named> {
        let Reader { atlas: Atlas { gazetteer: g, regions, lexicon }, words, known } = self;
        let fits = |key: &str, end: usize, level: u8, own: bool| {
            if g.is(lexicon.id(key), Roles::FUNCTION) {
                return None;
            }
            let mut all = regions.bearing(key);
            all.retain(|code| code.level() == level);
            let mut codes = if own { known.around(&all) } else { known.inside(&all) };
            if codes.is_empty() && own && level == 4 {
                codes = all;
            }
            let few = !codes.is_empty() && codes.len() <= MOST_NAMESAKES;
            let mut named =
                Named { first, end, codes, weight: g.weights.village, strong: false, loose: false, moved: None };
            if level == 4 && own {
                moved(regions, known, &mut named);
            }
            few.then_some(named)
        };
        let other = if level == 4 { 3 } else { 4 };
        longest(g, words, first, key, &mut |key, end| fits(key, end, level, true))
            .or_else(|| longest(g, words, first, key, &mut |key, end| fits(key, end, other, false)))
    }

    /// A village without cue word, in a region that something else names.
    fn without_cue(self, first: usize, cue: Cue, key: &mut String) -> Option<Named> {
        let Reader { atlas: Atlas { gazetteer: g, regions, lexicon }, words, known } = self;
        if words.tokens.get(first)?.flags.has(Flags::NUMBER) {
            return None;
        }
        if known.regencies.is_empty() && known.provinces.is_empty() {
            return None;
        }
        let capitals = |run: &[Token]| run.iter().all(Words::capital);
        let strange = |t: &Token| g.is_strange(t.norm) && !t.flags.has(Flags::NUMBER);
        // what can be said without their letters, which are dear: most runs of words are no name
        let may = |end: usize| {
            let Some(run) = words.tokens.list.get(first..end) else { return false };
            // one word must be no word of any list, several must at least look like a name
            let looks = match run {
                [one] => cue == Cue::Preposition || one.end - one.start >= LEAST_LOWER_BYTES,
                _ => run.len() > 2 || run.iter().any(strange),
            };
            // "Lubuk Baja Kota Batam" is Lubuk Baja in Kota Batam, not Lubuk Baja Kota
            let announces = run.last().is_some_and(|t| g.is(t.norm, Roles::REGION))
                && words.tokens.get(end).is_some_and(|t| !t.flags.has(Flags::BREAK));
            (looks || capitals(run)) && !announces && !known.part_of_name(words.path, first, end)
        };
        let mut fits = |key: &str, end: usize| {
            let run = words.tokens.list.get(first..end)?;
            let capitals = capitals(run);
            if let [_] = run {
                let word = lexicon.id(key);
                let named = capitals || cue == Cue::Preposition || (word == 0 && key.len() >= LEAST_LOWER);
                if !g.is_strange(word) || !named || key.len() < LEAST_BARE {
                    return None;
                }
            } else if key.len() < LEAST_LONG && !capitals && !run.iter().any(strange) {
                return None;
            }
            let bearing = regions.bearing(key);
            if bearing.is_empty() {
                return None;
            }
            // "karangpilang", "Bale Endah": a district written in other pieces
            let (districts, villages): (Vec<_>, Vec<_>) = bearing.into_iter().partition(|c| c.level() == 3);
            let district = known.inside(&districts);
            let mut codes = if district.is_empty() { known.inside(&villages) } else { district };
            if codes.is_empty() && capitals && known.regencies.is_empty() && known.names(words.path, end) {
                // "Jimbaran Bali"
                codes = within(&villages, &known.provinces);
                codes.truncate(if codes.len() == 1 { 1 } else { 0 });
            }
            if codes.is_empty() {
                return None;
            }
            // "Denai" in Medan Denai: without a cue word only the district is certain
            for code in &mut codes {
                let district = code.at(3).filter(|d| {
                    let rest = regions.name(*d).strip_suffix(regions.name(*code));
                    rest.is_some_and(|rest| rest.ends_with(' '))
                });
                *code = district.unwrap_or(*code);
            }
            // what is no village keeps its words from being read as names of regions
            if !g.after_unit(words.tokens, first) && self.goes_on(first, end) {
                codes.clear();
            }
            let weight = g.weights.village_bare;
            Some(Named { first, end, codes, weight, strong: false, loose: true, moved: None })
        };
        let mut runs = (1..MOST_WORDS).rev().map(|n| first + n).filter(|end| may(*end));
        runs.find_map(|end| written(g, words, (first, end), key, &mut fits))
    }

    /// True if a name goes on behind a run of words: "Kopo Indah" is no Kopo, "Dukuh Kupang Timur X" and "Petemon 3" are streets.
    pub(super) fn goes_on(self, first: usize, end: usize) -> bool {
        let Reader { atlas: Atlas { gazetteer: g, .. }, words, known } = self;
        let adjoining = |at: usize| {
            let last = at.checked_sub(1).and_then(|last| words.tokens.get(last))?;
            words.tokens.get(at).filter(|next| next.start == last.end + 1 && !next.flags.has(Flags::BREAK))
        };
        let numbered = |at: usize| {
            adjoining(at).is_some_and(|next| {
                let short = next.end - next.start < POSTAL_DIGITS;
                short && (next.flags.has(Flags::NUMBER) || words.roman(next))
            })
        };
        let Some(next) = adjoining(end) else { return false };
        // "SDN Kebraon 2" stands in Kebraon
        if numbered(end) {
            return !g.is(g.before(words.tokens, first), Roles::FACILITY);
        }
        if g.is(next.norm, Roles::DIRECTION) {
            return numbered(end + 1);
        }
        let kind = Roles::REGION.or(Roles::VILLAGE).or(Roles::DISTRICT).or(Roles::UNIT);
        g.is(next.norm, Roles::NAME_TAIL)
            || (end == first + 1 && Words::capital(next) && !known.names(words.path, end) && !g.is(next.norm, kind))
    }
}

/// What `fits` answers for a run of words; an abbreviated first word is written out.
fn written(
    g: &Gazetteer,
    words: &Words<'_>,
    (first, end): (usize, usize),
    key: &mut String,
    fits: &mut dyn FnMut(&str, usize) -> Option<Named>,
) -> Option<Named> {
    let written = if words.key(first, end, key) { fits(key, end) } else { None };
    written.or_else(|| {
        let long = words.tokens.get(first).filter(|_| end > first + 1).and_then(|t| g.name_words.get(&t.norm));
        let mut heads = long.into_iter().flatten();
        heads.find_map(|head| if words.long_key(head, first, end, key) { fits(key, end) } else { None })
    })
}

/// The same for the longest run for which it answers.
fn longest(
    g: &Gazetteer,
    words: &Words<'_>,
    first: usize,
    key: &mut String,
    fits: &mut dyn FnMut(&str, usize) -> Option<Named>,
) -> Option<Named> {
    (1..=MOST_WORDS).rev().find_map(|n| written(g, words, (first, first + n), key, fits))
}

/// A village outside the district that the text names, but once inside it: the text says the same in older words.
fn moved(regions: &Regions, known: &Known, named: &mut Named) {
    let Some(villages) = regions.villages() else { return };
    if known.districts.is_empty() || !within(&named.codes, &known.districts).is_empty() {
        return;
    }
    let found = named.codes.iter().find_map(|code| {
        let before = villages.past(*code).find_map(|row| RegionCode::from_ten(row.old)?.at(3));
        let before = before.filter(|district| known.districts.contains(district))?;
        Some((*code, (before, code.at(3)?)))
    });
    if let Some((code, districts)) = found {
        named.codes = vec![code];
        named.moved = Some(districts);
    }
}
