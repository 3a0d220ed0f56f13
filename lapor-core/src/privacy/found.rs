//! What was found, and which of two findings stays.

use super::Rule;
use super::words::{KIN, OTHER, Roles, SELF, TITLE};
use serde::Serialize;

/// Whose data it is, as far as the words around it say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Whose {
    /// The reporter's own.
    Reporter,
    /// Somebody else's.
    ThirdParty,
    /// An official's.
    Official,
    /// Nothing says.
    Unknown,
}

impl Whose {
    /// By the roles of the words around.
    pub(super) fn of(roles: Roles) -> Self {
        if roles & TITLE != 0 {
            Whose::Official
        } else if roles & (OTHER | KIN) != 0 {
            Whose::ThirdParty
        } else if roles & SELF != 0 {
            Whose::Reporter
        } else {
            Whose::Unknown
        }
    }
}

/// A sign by which something was found; its bit, and the code of its reason.
pub(super) type Signs = u8;

/// It has the form of its kind.
pub(super) const FORM: Signs = 1;
/// A code or prefix of it is in a table.
pub(super) const TABLE: Signs = 1 << 1;
/// The word for its kind stands before it.
pub(super) const LABELLED: Signs = 1 << 2;
/// A word beside it announces it.
pub(super) const CUE: Signs = 1 << 3;
/// Digits in letters or of another script, or a sign in letters.
pub(super) const WRITTEN_OUT: Signs = 1 << 4;
/// Letters in the place of digits.
pub(super) const LOOK_ALIKE: Signs = 1 << 5;
/// A mask.
pub(super) const MASK: Signs = 1 << 6;

/// It is what the reporter gave of themselves.
pub(super) const OWN: Signs = 1 << 7;

/// Codes of the reasons, by bit.
pub(super) const CODES: [&str; 8] = [
    "personal_form",
    "personal_table",
    "personal_label",
    "personal_cue",
    "personal_written_out",
    "personal_look_alike",
    "personal_mask",
    "personal_own",
];

/// Something found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Row of the kind.
    pub kind: u8,
    /// Row of the recogniser.
    pub rule: u16,
    /// Per mille.
    pub score: u16,
    /// Whose it is.
    pub whose: Whose,
    /// By which signs.
    pub(super) signs: Signs,
}

impl Found {
    /// True for a mask that stands in the text.
    #[must_use]
    pub fn is_mask(&self) -> bool {
        self.signs & MASK != 0
    }

    /// Codes of the reasons for it.
    pub fn reasons(&self) -> impl Iterator<Item = &'static str> {
        let signs = self.signs;
        CODES.into_iter().enumerate().filter(move |(bit, _)| signs >> bit & 1 == 1).map(|(_, code)| code)
    }
}

/// Of findings that overlap one stays: that with the higher score, then the longer, then the earlier, then the kind first in the pack. An address
/// that does not stay keeps what stands before the other: the number of its house may be read as the first digits of a phone. What is left
/// stands in the order of the text.
pub(super) fn settle(text: &str, mut found: Vec<Found>) -> Vec<Found> {
    if found.len() < 2 {
        return found;
    }
    crate::sort::by(&mut found, |a, b| {
        let (long_a, long_b) = (a.end - a.start, b.end - b.start);
        b.score.cmp(&a.score).then(long_b.cmp(&long_a)).then(a.start.cmp(&b.start)).then(a.kind.cmp(&b.kind))
    });
    // what is taken, byte by byte: most findings are a few words long
    let mut taken = vec![false; found.iter().map(|f| f.end).max().unwrap_or_default()];
    found.retain_mut(|f| {
        let bytes = taken.get(f.start..f.end).unwrap_or_default();
        match bytes.iter().position(|taken| *taken) {
            None => {}
            Some(free) if f.rule == Rule::AddressHome as u16 => {
                let head = text.get(f.start..f.start + free).unwrap_or_default();
                f.end = f.start + head.trim_end_matches(|c: char| !c.is_alphanumeric()).len();
            }
            Some(_) => return false,
        }
        taken.get_mut(f.start..f.end).unwrap_or_default().fill(true);
        f.start < f.end
    });
    crate::sort::by_key(&mut found, |f| f.start);
    found
}

/// Joins what recognisers found, in order and none over another, with what is the reporter's own: where the two overlap they are one, since
/// half a name under a mask is no mask. Two of the reporter's own stay two, whatever is read over both: who may see the one need not see the
/// other. A mask in the text stays as it is.
pub(super) fn join(text: &str, mut found: Vec<Found>, own: Vec<Found>) -> Vec<Found> {
    if own.is_empty() {
        return found;
    }
    found.extend(own);
    crate::sort::by(&mut found, |a, b| a.start.cmp(&b.start).then(b.end.cmp(&a.end)));
    let mut out: Vec<Found> = Vec::with_capacity(found.len());
    // where the last of the reporter's own ends
    let mut own_end = 0;
    for one in found {
        let own = one.signs & OWN != 0;
        match out.last_mut().filter(|last| one.start < last.end) {
            None => out.push(one),
            Some(last) if last.signs & MASK != 0 => {}
            Some(last) if one.signs & MASK != 0 => {
                last.end = one.start;
                out.push(one);
            }
            Some(last) if own && last.signs & OWN != 0 && one.end > own_end => {
                let end = last.end.max(one.end);
                last.end = one.start.max(own_end);
                let rest = text.get(last.end..end).unwrap_or_default();
                let signs = rest.len() - rest.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
                let start = last.end + signs;
                out.push(Found { start, end, ..one });
            }
            Some(last) => {
                let end = last.end.max(one.end);
                if own && last.signs & OWN == 0 {
                    *last = Found { start: last.start, ..one };
                }
                last.end = end;
            }
        }
        if own {
            own_end = own_end.max(one.end);
        }
    }
    out
}
