//! What else is said about the place: villages are read inside it.

use super::{Mention, Text};
use crate::complaint::RegionCode;

/// The regions that are named, by level.
#[derive(Default)]
pub(super) struct Known {
    pub(super) districts: Vec<RegionCode>,
    pub(super) regencies: Vec<RegionCode>,
    /// Districts whose bare names stand in the text.
    loose: Vec<RegionCode>,
    pub(super) provinces: Vec<RegionCode>,
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
    pub(super) fn inside(&self, codes: &[RegionCode]) -> Vec<RegionCode> {
        let found = within(codes, &self.districts);
        if found.is_empty() { within(codes, &self.regencies) } else { found }
    }

    /// The same, else in what is said less clearly.
    pub(super) fn around(&self, codes: &[RegionCode]) -> Vec<RegionCode> {
        let found = self.inside(codes);
        let found = if found.is_empty() { within(codes, &self.loose) } else { found };
        if found.is_empty() && self.regencies.is_empty() { within(codes, &self.provinces) } else { found }
    }

    /// True if the words are part of the name of a region.
    pub(super) fn part_of_name(&self, text: Text, first: usize, end: usize) -> bool {
        let part = |(of, from, to): &(Text, usize, usize)| {
            *of == text && *from <= first && end <= *to && end - first < *to - *from
        };
        self.named.iter().any(part)
    }

    /// True if the name of a region covers the token.
    pub(super) fn names(&self, text: Text, at: usize) -> bool {
        self.named.iter().any(|(of, first, end)| *of == text && (*first..*end).contains(&at))
    }
}

/// Those of the regions that lie in one of the areas.
pub(super) fn within(codes: &[RegionCode], areas: &[RegionCode]) -> Vec<RegionCode> {
    codes.iter().copied().filter(|c| areas.iter().any(|a| c.within(*a))).collect()
}
