//! Every name that stands for a region in texts, names that are equal put together.

use super::Regions;
use crate::complaint::RegionCode;
use crate::text::{Vocabulary, lower};

/// An alias of a city is an abbreviation up to so many letters.
const LONGEST_ABBREVIATION: usize = 4;

/// Names as they stand in texts, with the regions they may mean. Their letters and codes stand together: of 16,000 names hardly any has two
/// codes.
#[derive(Debug)]
pub struct Names {
    texts: Vocabulary,
    list: Vec<Name>,
    codes: Vec<RegionCode>,
}

/// What is known of a name.
#[derive(Debug, Clone, Copy)]
pub struct Name {
    /// Where its regions begin among all, and how many they are.
    first: u32,
    count: u32,
    /// Of a district that alone bears it, and no other word of the lexicon.
    pub rare: bool,
    /// With its kind word, or so long that it can mean nothing else.
    pub full: bool,
    /// Also an ordinary word: counts only beside a region word.
    pub needs_cue: bool,
    /// No regency bears it itself: it is the seat of one, or another name for it.
    pub alias: bool,
}

impl Names {
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// The name in a row.
    #[must_use]
    pub fn get(&self, row: u32) -> Option<&Name> {
        self.list.get(row as usize)
    }

    /// Marks the rare ones, by row.
    pub fn mark_rare(&mut self, rare: impl Fn(&Names, u32) -> bool) {
        for row in 0..u32::try_from(self.len()).unwrap_or(u32::MAX) {
            let is = rare(self, row);
            if let Some(name) = self.list.get_mut(row as usize) {
                name.rare = is;
            }
        }
    }

    /// Its letters, in lower case.
    #[must_use]
    pub fn text(&self, row: u32) -> &str {
        self.texts.word(row + 1)
    }

    /// Every name with its regions.
    pub fn all(&self) -> impl Iterator<Item = (&str, &[RegionCode])> {
        (1..).zip(&self.list).map(|(id, name)| (self.texts.word(id), self.codes(name)))
    }

    /// The regions it may mean.
    #[must_use]
    pub fn codes(&self, name: &Name) -> &[RegionCode] {
        let rest = self.codes.get(name.first as usize..).unwrap_or(&[]);
        rest.get(..name.count as usize).unwrap_or(&[])
    }
}

/// Names while they are collected.
struct Collected {
    texts: Vocabulary,
    list: Vec<Name>,
    /// Name and region, as they come.
    pairs: Vec<(u32, RegionCode)>,
    text: String,
}

/// What one statement says of a name.
#[derive(Clone, Copy, Default)]
struct Said {
    full: bool,
    needs_cue: bool,
    alias: bool,
}

impl Collected {
    fn add(&mut self, parts: &[&str], code: RegionCode, said: Said) {
        self.text.clear();
        self.text.extend(parts.iter().copied());
        // "bau bau" is read as the doubled word "bau"
        let doubled = self.text.split_once([' ', '-']).is_some_and(|(a, b)| a == b);
        let row = self.texts.intern(&self.text) - 1;
        if row as usize == self.list.len() {
            self.list.push(Name { first: 0, count: 0, rare: false, full: true, needs_cue: false, alias: true });
        }
        if let Some(name) = self.list.get_mut(row as usize) {
            name.full &= said.full;
            name.needs_cue |= said.needs_cue || doubled;
            name.alias &= said.alias || code.level() == 3;
            name.count += 1;
        }
        self.pairs.push((row, code));
    }

    /// Puts the regions of each name together, in the order in which they came.
    fn finish(mut self) -> Names {
        let mut first = 0;
        for name in &mut self.list {
            (name.first, first) = (first, first + name.count);
            name.count = 0;
        }
        let mut codes: Vec<RegionCode> = self.pairs.iter().map(|(_, code)| *code).collect();
        for (row, code) in self.pairs {
            let Some(name) = self.list.get_mut(row as usize) else { continue };
            let (first, end) = (name.first as usize, (name.first + name.count) as usize);
            if codes.get(first..end).is_some_and(|known| known.contains(&code)) {
                continue;
            }
            name.count += 1;
            if let Some(place) = codes.get_mut(end) {
                *place = code;
            }
        }
        Names { texts: self.texts, list: self.list, codes }
    }
}

impl Regions {
    /// Every name that stands for a region in texts.
    #[must_use]
    pub fn all_names(&self) -> Names {
        let most = self.codes.len() * 2 + self.aliases.len();
        let mut out = Collected {
            texts: Vocabulary::with_room_for(most),
            list: Vec::with_capacity(most),
            pairs: Vec::with_capacity(most),
            text: String::new(),
        };
        let (full, plain) = (Said { full: true, ..Said::default() }, Said::default());
        let mut short = String::new();
        for code in &self.codes {
            let name = lower(self.name(*code));
            match code.level() {
                1 => {
                    short = lower(self.short_name(*code));
                    out.add(&[&name], *code, full);
                    out.add(&["provinsi ", &short], *code, full);
                    out.add(&[&short], *code, plain);
                }
                2 => {
                    // also the city of the districts that follow
                    short = lower(self.short_name(*code));
                    let city = self.kind(*code).starts_with("kota");
                    let (kind, seat) = if city { ("kota ", "pemkot ") } else { ("kabupaten ", "pemkab ") };
                    out.add(&[&name], *code, full);
                    out.add(&[kind, &short], *code, full);
                    out.add(&[seat, &short], *code, full);
                    out.add(&[&short], *code, plain);
                }
                _ => {
                    out.add(&["kecamatan ", &name], *code, full);
                    // "Smg Timur": the city in a district's name, abbreviated
                    let rest = name.strip_prefix(&short).filter(|rest| rest.starts_with(' '));
                    if let Some((city, rest)) = code.at(2).zip(rest) {
                        for short in self.aliases(city).filter(|alias| alias.len() <= LONGEST_ABBREVIATION) {
                            out.add(&["kecamatan ", short, rest], *code, full);
                            out.add(&[short, rest], *code, plain);
                        }
                    }
                    out.add(&[&name], *code, plain);
                }
            }
        }
        for (alias, codes, needs_cue) in &self.aliases {
            for code in codes {
                out.add(&[alias], *code, Said { needs_cue: *needs_cue, alias: true, full: false });
            }
        }
        out.finish()
    }
}
