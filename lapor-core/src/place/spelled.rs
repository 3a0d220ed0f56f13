//! Names of villages and districts that are written in another way than in the table: a letter off, shortened, or glued to the next word. They
//! count only after a word of place, inside a region that something else names, if nothing else fits.

use super::Atlas;
use super::names::Named;
use super::villages::{Cue, Reader};
use crate::complaint::RegionCode;
use crate::text;

/// Shorter names are no match when a letter is wrong.
const LEAST_LETTERS: usize = 5;
/// Of a word in a blend ("Marteng": Margahayu Tengah) at least so many letters are left.
const LEAST_BLENDED: usize = 3;

impl Reader<'_> {
    /// The district whose name alone in the named regencies begins with this word: "RW 05 Tenggilis" for Tenggilis Mejoyo.
    pub(super) fn short(self, first: usize, cue: Cue, key: &mut String) -> Option<Named> {
        let Reader { atlas: Atlas { gazetteer: g, regions, lexicon }, words, known } = self;
        let token = words.tokens.get(first)?;
        if cue != Cue::Preposition || !g.is_strange(token.norm) || !words.key(first, first + 1, key) {
            return None;
        }
        // "Garut" is the regency, not its district Garut Kota
        let regency = |r: &RegionCode| regions.short_name(*r).eq_ignore_ascii_case(key);
        if known.regencies.iter().any(regency) || key.len() < LEAST_LETTERS || !g.is_strange(lexicon.id(key)) {
            return None;
        }
        if self.goes_on(first, first + 1) {
            return None;
        }
        let begins = |code: &&RegionCode| {
            let (head, rest) = regions.name(**code).split_once(' ').unwrap_or_default();
            code.level() == 3 && !rest.is_empty() && head.eq_ignore_ascii_case(key)
        };
        let mut all = known.regencies.iter().flat_map(|r| regions.within(*r)).filter(begins);
        let (Some(one), None) = (all.next(), all.next()) else { return None };
        let weight = g.weights.village_bare;
        Some(Named { first, end: first + 1, codes: vec![*one], weight, strong: false, loose: true, moved: None })
    }

    /// The one village (level 4) or district (level 3) of the named regions whose name is one letter off, glued to the word after it, or shortened
    /// to the beginnings of its two words.
    pub(super) fn nearly(self, first: usize, level: u8, weight: i64, key: &mut String) -> Option<Named> {
        let Reader { atlas: Atlas { gazetteer: g, regions, lexicon }, words, known } = self;
        let mut name = String::new();
        let areas = if level == 4 && !known.districts.is_empty() { &known.districts } else { &known.regencies };
        let mut one = |key: &str, fits: &dyn Fn(&str, &str, RegionCode) -> bool| {
            let mut found = None;
            for area in areas {
                let list = match level {
                    4 => regions.villages().map_or(&[][..], |v| v.within(*area)),
                    _ => regions.within(*area),
                };
                for code in list.iter().filter(|c| c.level() == level) {
                    name.clear();
                    text::key(regions.name(*code), &mut name);
                    if fits(key, &name, *code) && found.replace(*code).is_some() {
                        return None;
                    }
                }
            }
            found
        };
        [2, 1].into_iter().map(|n| first + n).find_map(|end| {
            let unknown = words.tokens.list.get(first..end)?.iter().any(|t| t.norm == 0);
            if !unknown || !words.key(first, end, key) || key.len() < LEAST_LETTERS {
                return None;
            }
            let tail = |key: &str, name: &str, _: RegionCode| {
                let rest = key.strip_prefix(name).filter(|_| name.len() >= LEAST_LETTERS);
                rest.is_some_and(|rest| lexicon.id(rest) != 0 && !g.is_strange(lexicon.id(rest)))
            };
            let code = one(key, &|key, name, _| one_edit(key, name))
                .or_else(|| one(key, &tail))
                .or_else(|| one(key, &|key, _, code| blend(key, regions.name(code))).filter(|_| level == 4))?;
            Some(Named { first, end, codes: vec![code], weight, strong: false, loose: false, moved: None })
        })
    }
}

/// True if the key is made of the beginnings of the two words of a name.
fn blend(key: &str, name: &str) -> bool {
    let mut parts = name.split(' ');
    let (Some(a), Some(b), None) = (parts.next(), parts.next(), parts.next()) else { return false };
    let begins = |part: &str, word: &str| {
        part.len() >= LEAST_BLENDED && word.get(..part.len()).is_some_and(|head| head.eq_ignore_ascii_case(part))
    };
    (LEAST_BLENDED..key.len()).filter_map(|at| key.split_at_checked(at)).any(|(x, y)| begins(x, a) && begins(y, b))
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
    use super::{blend, one_edit};

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

    #[test]
    fn the_beginnings_of_two_words() {
        assert!(blend("marsel", "Margahayu Selatan"));
        assert!(blend("margasel", "Margahayu Selatan"));
        assert!(!blend("marsola", "Margahayu Selatan"));
        assert!(!blend("masel", "Margahayu Selatan"));
        assert!(!blend("marsel", "Margahayu"));
    }
}
