//! Villages in a text, and names that are written in another way than in the table.
//!
//! 83,762 villages bear 63,688 names, and many are ordinary words. So a name counts after a cue word ("Kel. Terjun"), or, without one, inside
//! a region that something else names; and what is a letter off, shortened or glued to the next word counts only after a cue word, inside such
//! a region, if nothing else fits.

use super::names::Named;
use super::{Atlas, Gazetteer, Mention, Roles, Text};
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
const LEAST_LOWER: usize = 7;
/// Three words that make one name need no capital if they have so many letters.
const LEAST_LONG: usize = 12;
/// So many bytes of a text at least are [`LEAST_LOWER`] of a folded word: folding makes three of two at most.
const LEAST_LOWER_BYTES: u32 = 5;
/// Of a word in a blend ("Marteng": Margahayu Tengah) at least so many letters are left.
const LEAST_BLENDED: usize = 3;
/// A postal code has so many digits, the number of a street fewer.
const POSTAL_DIGITS: u32 = 5;
/// So many roads of a text are remembered.
const MOST_ROADS: usize = 32;

/// What else is said about the place: the villages are read inside it.
#[derive(Default)]
pub(super) struct Known {
    districts: Vec<RegionCode>,
    regencies: Vec<RegionCode>,
    /// Districts whose bare names stand in the text.
    loose: Vec<RegionCode>,
    provinces: Vec<RegionCode>,
    /// Where regions are named.
    named: Vec<(Text, usize, usize)>,
}

impl Known {
    pub(super) fn of(mentions: &[Mention]) -> Self {
        let all = |level: u8, fits: &dyn Fn(&Mention) -> bool| {
            let codes = mentions.iter().filter(|m| fits(m)).flat_map(|m| &m.codes);
            let mut list: Vec<RegionCode> = codes.filter_map(|c| c.at(level)).collect();
            crate::sort::by(&mut list, Ord::cmp);
            list.dedup();
            list
        };
        // the bare name of a district names a regency only if nothing else does
        let bare = |m: &Mention| !m.strong && m.words.is_some() && m.codes.iter().all(|c| c.level() == 3);
        let mut regencies = all(2, &|m| !m.loose && !bare(m));
        if regencies.is_empty() {
            regencies = all(2, &|m| !m.loose);
        }
        let districts = within(&all(3, &|m| !m.loose), &regencies);
        Known {
            districts,
            regencies,
            loose: all(3, &|m| m.loose),
            provinces: all(1, &|m| !m.loose),
            named: mentions.iter().filter_map(|m| m.words).collect(),
        }
    }

    /// Of several regions those in a named district, else in a named regency; none if they are elsewhere.
    fn inside(&self, codes: &[RegionCode]) -> Vec<RegionCode> {
        let found = within(codes, &self.districts);
        if found.is_empty() { within(codes, &self.regencies) } else { found }
    }

    /// The same, else in what is said less clearly.
    fn around(&self, codes: &[RegionCode]) -> Vec<RegionCode> {
        let found = self.inside(codes);
        let found = if found.is_empty() { within(codes, &self.loose) } else { found };
        if found.is_empty() && self.regencies.is_empty() { within(codes, &self.provinces) } else { found }
    }

    /// True if the words are part of the name of a region.
    fn part_of_name(&self, text: Text, first: usize, end: usize) -> bool {
        let part = |(of, from, to): &(Text, usize, usize)| {
            *of == text && *from <= first && end <= *to && end - first < *to - *from
        };
        self.named.iter().any(part)
    }

    /// True if the name of a region covers the token.
    fn names(&self, text: Text, at: usize) -> bool {
        self.named.iter().any(|(of, first, end)| *of == text && (*first..*end).contains(&at))
    }
}

fn within(codes: &[RegionCode], areas: &[RegionCode]) -> Vec<RegionCode> {
    codes.iter().copied().filter(|c| areas.iter().any(|a| c.within(*a))).collect()
}

/// How a name is announced.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cue {
    Village,
    District,
    Preposition,
    None,
}

/// Words of the text, as written.
pub(super) struct Words<'t> {
    tokens: &'t Tokens,
    texts: [&'t str; 2],
    path: Text,
}

impl<'t> Words<'t> {
    pub(super) fn of(tokens: &'t Tokens, texts: [&'t str; 2], path: Text) -> Self {
        Words { tokens, texts, path }
    }

    /// The folded letters of tokens `first..end`; false if they are not one run of words.
    fn key(&self, first: usize, end: usize, out: &mut String) -> bool {
        out.clear();
        self.add(first, first, end, out)
    }

    /// The same with the first word written out; the full stop of an abbreviation ends no sentence.
    fn long_key(&self, head: &str, first: usize, end: usize, out: &mut String) -> bool {
        out.clear();
        out.push_str(head);
        self.add(first + 1, first + 1, end, out)
    }

    fn add(&self, first: usize, whole: usize, end: usize, out: &mut String) -> bool {
        for at in first..end {
            let Some(token) = self.tokens.get(at) else { return false };
            let cut = at > whole && token.flags.has(Flags::BREAK);
            if cut || token.flags.has(Flags::CONTINUED) || token.flags.has(Flags::MASK) {
                return false;
            }
            let [title, content] = self.texts;
            let text = if token.flags.has(Flags::TITLE) { title } else { content };
            text::key(text.get(token.start as usize..token.end as usize).unwrap_or(""), out);
        }
        !out.is_empty()
    }

    /// True for a Roman numeral.
    fn roman(&self, token: &Token) -> bool {
        let [title, content] = self.texts;
        let text = if token.flags.has(Flags::TITLE) { title } else { content };
        let written = text.get(token.start as usize..token.end as usize).unwrap_or("");
        written.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'i' | b'v' | b'x'))
    }

    /// Capital letters that say something: not those of a title or of a text in capitals.
    fn capital(token: &Token) -> bool {
        token.flags.has(Flags::CAPITAL) && !token.flags.has(Flags::TITLE) && !token.flags.has(Flags::UPPER)
    }
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

/// Calls `each` with every village that may be meant here, and every district whose name is written in another way.
pub(super) fn read(atlas: Atlas<'_>, words: &Words<'_>, known: &Known, mut each: impl FnMut(Named)) {
    let Atlas { gazetteer: g, regions, .. } = atlas;
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
            Cue::Village => announced(atlas, words, known, first, 4, &mut key)
                .or_else(|| nearly(atlas, words, known, first, 4, half, &mut key)),
            // the cue word and the name behind it are read as one already
            Cue::District if known.names(words.path, first - 1) => None,
            Cue::District => announced(atlas, words, known, first, 3, &mut key)
                .or_else(|| nearly(atlas, words, known, first, 3, half, &mut key)),
            Cue::Preposition | Cue::None => without_cue(atlas, words, known, first, cue, &mut key)
                .or_else(|| short(atlas, words, known, first, cue, &mut key)),
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
fn announced(
    atlas: Atlas<'_>,
    words: &Words<'_>,
    known: &Known,
    first: usize,
    level: u8,
    key: &mut String,
) -> Option<Named> {
    let Atlas { gazetteer: g, regions, lexicon } = atlas;
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

/// A village without cue word, in a region that something else names.
fn without_cue(
    atlas: Atlas<'_>,
    words: &Words<'_>,
    known: &Known,
    first: usize,
    cue: Cue,
    key: &mut String,
) -> Option<Named> {
    let Atlas { gazetteer: g, regions, lexicon } = atlas;
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
        if !g.after_unit(words.tokens, first) && goes_on(g, words, known, first, end) {
            codes.clear();
        }
        let weight = g.weights.village_bare;
        Some(Named { first, end, codes, weight, strong: false, loose: true, moved: None })
    };
    let mut runs = (1..MOST_WORDS).rev().map(|n| first + n).filter(|end| may(*end));
    runs.find_map(|end| written(g, words, (first, end), key, &mut fits))
}

/// True if a name goes on behind a run of words: "Kopo Indah" is no Kopo, "Dukuh Kupang Timur X" and "Petemon 3" are streets.
fn goes_on(g: &Gazetteer, words: &Words<'_>, known: &Known, first: usize, end: usize) -> bool {
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

/// The district whose name alone in the named regencies begins with this word: "RW 05 Tenggilis" for Tenggilis Mejoyo.
fn short(
    atlas: Atlas<'_>,
    words: &Words<'_>,
    known: &Known,
    first: usize,
    cue: Cue,
    key: &mut String,
) -> Option<Named> {
    let Atlas { gazetteer: g, regions, lexicon } = atlas;
    let token = words.tokens.get(first)?;
    if cue != Cue::Preposition || !g.is_strange(token.norm) || !words.key(first, first + 1, key) {
        return None;
    }
    // "Garut" is the regency, not its district Garut Kota
    let regency = |r: &RegionCode| regions.short_name(*r).eq_ignore_ascii_case(key);
    if known.regencies.iter().any(regency) || key.len() < LEAST_LETTERS || !g.is_strange(lexicon.id(key)) {
        return None;
    }
    if goes_on(g, words, known, first, first + 1) {
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
fn nearly(
    atlas: Atlas<'_>,
    words: &Words<'_>,
    known: &Known,
    first: usize,
    level: u8,
    weight: i64,
    key: &mut String,
) -> Option<Named> {
    let Atlas { gazetteer: g, regions, lexicon } = atlas;
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
