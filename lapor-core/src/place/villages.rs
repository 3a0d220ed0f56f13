//! Villages in a text, and names one letter off.
//!
//! 83,762 villages bear 63,688 names, and many are ordinary words. So a name counts after a cue word ("Kel. Terjun"), or, without one, inside
//! a region that something else names; and what is one letter off counts only after a cue word, inside such a region, if nothing else fits.

use super::names::Named;
use super::{Atlas, Gazetteer, Mention};
use crate::complaint::RegionCode;
use crate::region::Regions;
use crate::text::{self, Flags, Token, Tokens};

/// A village's name has at most so many words.
const MOST_WORDS: usize = 4;
/// A name of more villages than this says nothing by itself.
const MOST_NAMESAKES: usize = 20;
/// Shorter names are no match when a letter is wrong.
const LEAST_LETTERS: usize = 5;
/// A name without cue word has at least so many letters.
const LEAST_BARE: usize = 4;
/// A name without cue word in small letters has at least so many.
const LEAST_LOWER: usize = 8;

/// What else is said about the place: the villages are read inside it.
pub(super) struct Known {
    districts: Vec<RegionCode>,
    regencies: Vec<RegionCode>,
    /// Districts of the regencies whose names have several words, or may be written in several.
    names: Vec<(String, RegionCode)>,
}

impl Known {
    pub(super) fn of(regions: &Regions, mentions: &[Mention]) -> Self {
        let all = |level: u8| {
            let codes = mentions.iter().filter(|m| !m.loose).flat_map(|m| &m.codes);
            let mut list: Vec<RegionCode> = codes.filter_map(|c| c.at(level)).collect();
            list.sort_unstable();
            list.dedup();
            list
        };
        let (districts, regencies) = (all(3), all(2));
        let mut names = Vec::new();
        // only where villages are read at all
        for regency in regencies.iter().take(MOST_REGENCIES).filter(|_| regions.villages().is_some()) {
            for code in regions.within(*regency).iter().filter(|c| c.level() == 3) {
                let mut key = String::new();
                text::key(regions.name(*code), &mut key);
                names.push((key, *code));
            }
        }
        names.sort_unstable();
        Known { districts, regencies, names }
    }

    /// The district of the named regencies that bears a name, however it is cut.
    fn district(&self, key: &str) -> Option<RegionCode> {
        let at = self.names.binary_search_by(|(name, _)| name.as_str().cmp(key)).ok()?;
        self.names.get(at).map(|(_, code)| *code)
    }

    /// Of several regions those in a named district, else in a named regency; none if they are elsewhere.
    fn inside(&self, codes: &[RegionCode]) -> Vec<RegionCode> {
        let within = |list: &[RegionCode]| -> Vec<RegionCode> {
            codes.iter().copied().filter(|c| list.iter().any(|a| c.within(*a))).collect()
        };
        let found = within(&self.districts);
        if found.is_empty() { within(&self.regencies) } else { found }
    }
}

/// Districts are compared letter by letter in so many regencies.
const MOST_REGENCIES: usize = 4;

/// How a name is announced.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cue {
    Village,
    District,
    Preposition,
    None,
}

/// Words of the text, as written.
struct Words<'t> {
    tokens: &'t Tokens,
    texts: [&'t str; 2],
}

impl Words<'_> {
    /// The folded letters of tokens `first..end`; false if they are not one run of words.
    fn key(&self, first: usize, end: usize, out: &mut String) -> bool {
        out.clear();
        for at in first..end {
            let Some(token) = self.tokens.get(at) else { return false };
            let cut = at > first && token.flags.has(Flags::BREAK);
            if cut || token.flags.has(Flags::CONTINUED) || token.flags.has(Flags::MASK) {
                return false;
            }
            let [title, content] = self.texts;
            let text = if token.flags.has(Flags::TITLE) { title } else { content };
            text::key(text.get(token.start as usize..token.end as usize).unwrap_or(""), out);
        }
        !out.is_empty()
    }

    /// Capital letters that say something: not those of a title or of a text in capitals.
    fn capital(token: &Token) -> bool {
        token.flags.has(Flags::CAPITAL) && !token.flags.has(Flags::TITLE) && !token.flags.has(Flags::UPPER)
    }
}

fn cue(g: &Gazetteer, tokens: &Tokens, first: usize) -> Option<Cue> {
    let word = g.before(tokens, first);
    if g.village_words.contains(&word) {
        Some(Cue::Village)
    } else if g.district_words.contains(&word) {
        Some(Cue::District)
    } else if g.on_street(tokens, first) {
        None
    } else if g.prepositions.contains(&word) || g.region_words.contains(&word) {
        Some(Cue::Preposition)
    } else {
        Some(Cue::None)
    }
}

/// Calls `each` with every village that may be meant here, and every district whose name is one letter off.
pub(super) fn read(atlas: Atlas<'_>, tokens: &Tokens, texts: [&str; 2], known: &Known, mut each: impl FnMut(Named)) {
    let Atlas { gazetteer: g, regions, .. } = atlas;
    let words = Words { tokens, texts };
    let mut key = String::new();
    let mut at = 0;
    while at < tokens.list.len() {
        let first = at;
        at += 1;
        let Some(cue) = cue(g, tokens, first) else { continue };
        let found = match cue {
            Cue::Village => village(atlas, &words, known, first, &mut key)
                .or_else(|| nearly(regions, &words, known, first, 4, g.weights.village / 2, &mut key)),
            Cue::District => nearly(regions, &words, known, first, 3, g.weights.village / 2, &mut key),
            Cue::Preposition | Cue::None => bare(atlas, &words, known, first, cue, &mut key),
        };
        if let Some(mut named) = found {
            named.weight = g.weigh(named.weight, tokens, first);
            at = named.end;
            each(named);
        }
    }
}

/// A village after its cue word: the longest name that exists.
fn village(atlas: Atlas<'_>, words: &Words<'_>, known: &Known, first: usize, key: &mut String) -> Option<Named> {
    let villages = atlas.regions.villages()?;
    (1..=MOST_WORDS).rev().map(|n| first + n).find_map(|end| {
        if !words.key(first, end, key) || atlas.gazetteer.function_words.contains(&atlas.lexicon.id(key)) {
            return None;
        }
        let all = villages.named(key);
        let inside = known.inside(&all);
        let codes = if inside.is_empty() { all } else { inside };
        let few = !codes.is_empty() && codes.len() <= MOST_NAMESAKES;
        let weight = atlas.gazetteer.weights.village;
        few.then_some(Named { first, end, codes, weight, strong: false, loose: false })
    })
}

/// A village without cue word, in a region that something else names.
fn bare(atlas: Atlas<'_>, words: &Words<'_>, known: &Known, first: usize, cue: Cue, key: &mut String) -> Option<Named> {
    let villages = atlas.regions.villages()?;
    let start = words.tokens.get(first)?;
    if start.flags.has(Flags::NUMBER) {
        return None;
    }
    (1..=MOST_WORDS - 1).rev().map(|n| first + n).find_map(|end| {
        let run = words.tokens.list.get(first..end)?;
        let capitals = run.iter().all(Words::capital);
        let strange = run.iter().any(|t| t.norm == 0 && !t.flags.has(Flags::NUMBER));
        // "Lubuk Baja Kota Batam" is Lubuk Baja in Kota Batam, not Lubuk Baja Kota
        let announces = run.last().is_some_and(|t| atlas.gazetteer.region_words.contains(&t.norm));
        if announces && words.tokens.get(end).is_some_and(|t| !t.flags.has(Flags::BREAK)) {
            return None;
        }
        // one word must be no word of any list, several must at least look like a name
        if (run.len() > 1 && !capitals && !strange) || !words.key(first, end, key) {
            return None;
        }
        if run.len() == 1 {
            let named = capitals || cue == Cue::Preposition || key.len() >= LEAST_LOWER;
            if atlas.lexicon.id(key) != 0 || !named || key.len() < LEAST_BARE {
                return None;
            }
        }
        // "karangpilang", "Bale Endah": a district written in other pieces
        if let Some(code) = known.district(key) {
            let weight = atlas.gazetteer.weights.village_bare;
            return Some(Named { first, end, codes: vec![code], weight, strong: false, loose: true });
        }
        let codes = known.inside(&villages.named(key));
        // a district of that name is found as a district
        let district = codes.iter().any(|c| same_name(atlas.regions, c.at(3), key));
        let weight = atlas.gazetteer.weights.village_bare;
        (!codes.is_empty() && !district).then_some(Named { first, end, codes, weight, strong: false, loose: true })
    })
}

fn same_name(regions: &Regions, code: Option<RegionCode>, key: &str) -> bool {
    let mut name = String::new();
    code.is_some_and(|code| {
        text::key(regions.short_name(code), &mut name);
        name == key
    })
}

/// The one village (level 4) or district (level 3) of the named regions whose name is one letter off.
fn nearly(
    regions: &Regions,
    words: &Words<'_>,
    known: &Known,
    first: usize,
    level: u8,
    weight: i64,
    key: &mut String,
) -> Option<Named> {
    let mut name = String::new();
    [2, 1].into_iter().map(|n| first + n).find_map(|end| {
        let unknown = words.tokens.list.get(first..end)?.iter().any(|t| t.norm == 0);
        if !unknown || !words.key(first, end, key) || key.len() < LEAST_LETTERS {
            return None;
        }
        let areas = if level == 4 && !known.districts.is_empty() { &known.districts } else { &known.regencies };
        let mut fits = Vec::new();
        for area in areas {
            let list = match level {
                4 => regions.villages().map_or(&[][..], |v| v.within(*area)),
                _ => regions.within(*area),
            };
            for code in list.iter().filter(|c| c.level() == level) {
                name.clear();
                text::key(regions.name(*code), &mut name);
                if one_edit(key, &name) {
                    fits.push(*code);
                }
            }
        }
        let [one] = *fits.as_slice() else { return None };
        Some(Named { first, end, codes: vec![one], weight, strong: false, loose: false })
    })
}

/// True if one letter more, less or another makes the two equal.
fn one_edit(a: &str, b: &str) -> bool {
    let (a, b) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if b.len() - a.len() > 1 || a == b {
        return false;
    }
    let same = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    let from = if a.len() == b.len() { same + 1 } else { same };
    a.as_bytes().get(from..) == b.as_bytes().get(same + 1..)
}

#[cfg(test)]
mod tests {
    use super::one_edit;

    #[test]
    fn one_letter_more_less_or_other() {
        for (a, b, one) in [
            ("keputih", "keputi", true),
            ("keputih", "kepuith", false),
            ("keputih", "kebutih", true),
            ("keputih", "xkeputih", true),
            ("keputih", "keputih", false),
            ("keputih", "keput", false),
        ] {
            assert_eq!(one_edit(a, b), one, "{a} {b}");
            assert_eq!(one_edit(b, a), one, "{b} {a}");
        }
    }
}
