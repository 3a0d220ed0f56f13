//! Names of provinces, regencies and districts in a text.

use super::{Gazetteer, Roles};
use crate::complaint::RegionCode;
use crate::text::{Flags, Hit, Kind, Tokens, covered};

/// A name that may mean a region where it stands.
pub(super) struct Named {
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) codes: Vec<RegionCode>,
    pub(super) weight: i64,
    pub(super) strong: bool,
    pub(super) loose: bool,
    /// The district that the text names, and the one that the village lies in today.
    pub(super) moved: Option<(RegionCode, RegionCode)>,
}

/// Between a street word and a name so many other names may stand.
const STREET_REACH: usize = 3;

/// After a word of the home ("saya tinggal di …") so many words may stand before the name.
const HOME_REACH: usize = 6;

impl Gazetteer {
    /// What a name weighs at a token: the reporter's home counts a quarter, for the object of the complaint decides.
    pub(super) fn weigh(&self, weight: i64, tokens: &Tokens, first: usize) -> i64 {
        let from = first.saturating_sub(HOME_REACH);
        let home =
            |at: usize| tokens.get(at).is_some_and(|t| self.is(t.norm, Roles::HOME)) && !tokens.broken(at, first);
        if (from..first).any(home) { weight / 4 } else { weight }
    }

    /// The word before a token, in the same sentence; 0 if there is none.
    pub(super) fn before(&self, tokens: &Tokens, first: usize) -> u32 {
        if tokens.get(first).is_some_and(|t| t.flags.has(Flags::BREAK)) {
            return 0;
        }
        first.checked_sub(1).and_then(|i| tokens.get(i)).map_or(0, |t| t.norm)
    }

    /// True if a word has the role.
    pub(super) fn is(&self, word: u32, role: Roles) -> bool {
        self.roles.of(word).any(role)
    }

    /// True if the name is that of a street: a street word stands before it, or before the names that stand before it ("Jalan Griya Kebraon").
    pub(super) fn on_street(&self, tokens: &Tokens, first: usize) -> bool {
        let mut at = first;
        for _ in 0..STREET_REACH {
            let word = self.before(tokens, at);
            if word != 0 && self.is(word, Roles::STREET) {
                // "Kelurahan Bulusan Tembalang": behind the name of the village stands where it is
                return at == first || !self.is(word, Roles::VILLAGE);
            }
            let name = |t: &crate::text::Token| t.flags.has(Flags::CAPITAL) && !t.flags.has(Flags::UPPER);
            let unknown =
                |t: &crate::text::Token| t.norm == 0 && !t.flags.has(Flags::NUMBER) && !t.flags.has(Flags::MASK);
            if self.is(word, Roles::PREPOSITION) {
                return false;
            }
            // "Jalan Anggrek Kota Medan": the kind word ends the name of the street
            if tokens.get(at).is_some_and(|t| self.is(t.norm, Roles::REGION)) {
                return false;
            }
            let Some(before) = at.checked_sub(1).filter(|_| !tokens.broken(at - 1, at)) else { return false };
            // a comma ends the name of the street
            if tokens.get(before).zip(tokens.get(at)).is_some_and(|(a, b)| b.start > a.end + 1) {
                return false;
            }
            // "jalan gubeng kertajaya": one region's name behind the road word begins the name of the road
            let begins = self.is(self.before(tokens, before), Roles::ROAD) && self.place_words.contains(&word);
            if !tokens.get(before).is_some_and(|t| begins || name(t) || unknown(t)) || self.is(word, Roles::VILLAGE) {
                return false;
            }
            at = before;
        }
        false
    }

    /// True for a word of no list, or of names of regions only.
    pub(super) fn is_strange(&self, word: u32) -> bool {
        word == 0 || self.place_words.contains(&word)
    }

    /// True after the number of a neighbourhood ("RW 05 Keputih").
    pub(super) fn after_unit(&self, tokens: &Tokens, first: usize) -> bool {
        let number = first.checked_sub(1).filter(|_| !tokens.broken(first - 1, first));
        number.is_some_and(|at| {
            tokens.get(at).is_some_and(|t| t.flags.has(Flags::NUMBER)) && self.is(self.before(tokens, at), Roles::UNIT)
        })
    }

    /// True for a word that announces a village's name.
    #[must_use]
    pub fn is_village_word(&self, word: u32) -> bool {
        self.is(word, Roles::VILLAGE)
    }
}

/// Calls `each` with every name that may mean a region here.
pub(super) fn read(g: &Gazetteer, tokens: &Tokens, hits: &[Hit], mut each: impl FnMut(Named)) {
    let names: Vec<Hit> = hits.iter().copied().filter(|h| h.entry.kind == Kind::Region).collect();
    for hit in &names {
        if covered(&names, hit) {
            continue;
        }
        let Some(name) = g.names.get(hit.entry.value) else { continue };
        let codes = g.names.codes(name);
        let (first, end) = (hit.first as usize, hit.end as usize);
        let word = g.before(tokens, first);
        let Some(token) = tokens.get(first) else { continue };
        let capital = token.flags.has(Flags::CAPITAL);
        if name.full {
            let own = matches!(codes, [one] if one.level() == 3);
            let weight = g.weights.full_name + if own { g.weights.own_district } else { 0 };
            let weight = g.weigh(weight, tokens, first);
            each(Named { first, end, codes: codes.to_vec(), weight, strong: true, loose: false, moved: None });
            continue;
        }
        // "Jalan Bandung" is no Bandung; but "Kelurahan Duren Sawit" lies in the one district of that name
        let rare = name.rare;
        let own_words = hit.words > 1 && rare;
        if g.on_street(tokens, first) && !own_words {
            continue;
        }
        let announced = g.is(word, Roles::REGION);
        if name.needs_cue && !announced {
            continue;
        }
        let placed = announced || g.is(word, Roles::PREPOSITION);
        let (mut upper, districts): (Vec<_>, Vec<_>) = codes.iter().copied().partition(|c| c.level() <= 2);
        // "RSUD Sidoarjo" serves the regency, "Polsek Gubeng" stands in the district, "Bank Jakarta" anywhere
        let seat = g.is(word, Roles::SEAT) && !upper.is_empty();
        let building = g.is(word, Roles::FACILITY) && !own_words && !seat;
        // the seat of a regency stands for it, and is a district of it
        if name.alias && !announced {
            let inside = |u: RegionCode| districts.iter().copied().find(move |d| d.within(u));
            upper.iter_mut().for_each(|u| *u = inside(*u).unwrap_or(*u));
        }
        if building && districts.is_empty() {
            continue;
        }
        let weight = if placed || seat {
            g.weights.announced
        } else if capital {
            g.weights.capital
        } else {
            g.weights.bare
        };
        let weight = g.weigh(weight, tokens, first);
        if upper.is_empty() || building {
            // the bare name of a district: many are ordinary words
            if capital || announced || hit.words > 1 || rare {
                // any word has a capital where a sentence begins
                let named = capital && (hit.words > 1 || !token.flags.has(Flags::BREAK));
                let loose = !(rare && (placed || building || named));
                let weight = weight.min(g.weights.capital) + g.weights.district;
                each(Named { first, end, codes: districts, weight, strong: false, loose, moved: None });
            }
        } else {
            each(Named { first, end, codes: upper, weight, strong: announced, loose: false, moved: None });
        }
    }
}
