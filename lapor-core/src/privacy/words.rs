//! What the words beside personal data say, and the way from one word of a text to the next.

use super::bytes;
use crate::pack::PrivacyWords;
use rustc_hash::FxHashMap;

/// A set of roles.
pub(super) type Roles = u32;

/// Roles by the name that the pack gives them, one bit each in this order.
const NAMES: [&str; 28] = [
    "label",
    "office",
    "name",
    "honorific",
    "title",
    "stop",
    "digit",
    "lives",
    "street",
    "self",
    "other",
    "closing",
    "health",
    "crime",
    "finance",
    "child",
    "age",
    "at",
    "dot",
    "unit",
    "filler",
    "kin",
    "provider",
    "house",
    "abbreviated",
    "place",
    "institution",
    "given",
];

/// The word for a kind of number: `nik`, `hp`, `rekening`.
pub(super) const LABEL: Roles = 1;
/// The word for a number that the office needs: `pelanggan`, `tiang`, `rp`.
pub(super) const OFFICE: Roles = 1 << 1;
/// Announces a name: `nama`, `bernama`.
pub(super) const NAME: Roles = 1 << 2;
/// Stands before a name: `pak`, `sdr`.
pub(super) const HONORIFIC: Roles = 1 << 3;
/// An office that somebody holds: `lurah`.
pub(super) const TITLE: Roles = 1 << 4;
/// Never part of a name.
pub(super) const STOP: Roles = 1 << 5;
/// A digit in letters.
pub(super) const DIGIT: Roles = 1 << 6;
/// Says that somebody lives somewhere: `alamat`, `tinggal`.
pub(super) const LIVES: Roles = 1 << 7;
/// Begins an address: `jalan`, `gang`, `rt`.
pub(super) const STREET: Roles = 1 << 8;
/// The reporter: `saya`.
pub(super) const SELF: Roles = 1 << 9;
/// Somebody else: `tetangga`.
pub(super) const OTHER: Roles = 1 << 10;
/// Closes a letter: `hormat`.
pub(super) const CLOSING: Roles = 1 << 11;
/// An illness.
pub(super) const HEALTH: Roles = 1 << 12;
/// A sentence or who serves one.
pub(super) const CRIME: Roles = 1 << 13;
/// Income, debt.
pub(super) const FINANCE: Roles = 1 << 14;
/// A child.
pub(super) const CHILD: Roles = 1 << 15;
/// Announces an age.
pub(super) const AGE: Roles = 1 << 16;
/// `@` in letters.
pub(super) const AT: Roles = 1 << 17;
/// A full stop in letters.
pub(super) const DOT: Roles = 1 << 18;
/// What is counted or measured: `rupiah`, `meter`.
pub(super) const UNIT: Roles = 1 << 19;
/// May stand between a word and what it announces: `nomor`, `adalah`.
pub(super) const FILLER: Roles = 1 << 20;
/// A relative of the reporter: `istri`.
pub(super) const KIN: Roles = 1 << 21;
/// A mail service that people write without its ending.
pub(super) const PROVIDER: Roles = 1 << 22;
/// Part of an address: `no`, `rw`, `blok`.
pub(super) const HOUSE: Roles = 1 << 23;

/// Stands before a name only with a full stop and a capital behind: `Dr.`, `an.`.
pub(super) const ABBREVIATED: Roles = 1 << 24;
/// Makes a place of the name of a person behind it: `RSUD Dr.`, `stadion`.
pub(super) const PLACE: Roles = 1 << 25;
/// Follows a title and is no name: the short name of an office.
pub(super) const INSTITUTION: Roles = 1 << 26;

/// A name that people bear.
pub(super) const GIVEN: Roles = 1 << 27;

/// At these words the scan stops and looks around.
const ANCHORS: Roles =
    NAME | HONORIFIC | ABBREVIATED | SELF | CLOSING | DIGIT | LIVES | HEALTH | CRIME | FINANCE | AGE | AT | CHILD;

/// Longest word of the table, in bytes; longer ones of a text have no role.
const LONGEST: usize = 24;

/// What the table says of a word.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Role {
    /// Its roles; none for a word that is not in the table.
    pub(super) roles: Roles,
    /// Row of the kind that a label names.
    pub(super) kind: u8,
    /// Value of a digit in letters.
    pub(super) digit: u8,
}

impl Role {
    pub(super) fn is(self, any: Roles) -> bool {
        self.roles & any != 0
    }
}

/// A word of a text: where it stands, and its roles.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) role: Role,
}

/// The words of the pack.
#[derive(Debug, Default)]
pub(super) struct Words {
    roles: FxHashMap<Box<[u8]>, Role>,
    /// A bit for each anchor, by its first eight letters and its length; rules out nearly all other words at once.
    filter: Vec<u64>,
}

/// Bits of the filter, a power of two.
const BITS: usize = 1 << 14;

impl Words {
    pub(super) fn new(rows: &[PrivacyWords], anchored: impl Fn(u8) -> bool) -> Self {
        let mut out = Words { roles: FxHashMap::default(), filter: vec![0; BITS / 64] };
        for row in rows {
            let bit = NAMES.iter().position(|name| *name == row.role).map_or(0, |at| 1 << at);
            for word in row.words.split(' ') {
                let role = out.roles.entry(word.as_bytes().into()).or_default();
                role.roles |= bit;
                if bit == LABEL {
                    role.kind = row.value;
                } else if bit == DIGIT {
                    role.digit = row.value;
                }
                if bit & ANCHORS != 0 || (bit == LABEL && anchored(row.value)) {
                    let at = word.bytes().fold((0, 0), |(key, n), b| (packed(key, n, b), n + 1));
                    let place = place(at.0, at.1);
                    if let Some(cell) = out.filter.get_mut(place / 64) {
                        *cell |= 1 << (place % 64);
                    }
                }
            }
        }
        out
    }

    /// True if a word may be an anchor, by [`packed`] over its letters and its length.
    pub(super) fn may_stop(&self, key: u64, len: usize) -> bool {
        let place = place(key, len);
        self.filter.get(place / 64).is_some_and(|cell| cell >> (place % 64) & 1 == 1)
    }

    /// What the table says of a word, whatever its letter case; `rumahnya` is `rumah` too.
    pub(super) fn role(&self, word: &[u8]) -> Role {
        let mut lower = [0; LONGEST];
        let Some(room) = lower.get_mut(..word.len()) else { return Role::default() };
        for (to, from) in room.iter_mut().zip(word) {
            *to = from.to_ascii_lowercase();
        }
        let known = |word: &[u8]| self.roles.get(word).copied();
        let stem = || room.strip_suffix(b"nya").filter(|stem| stem.len() > 1);
        known(room).or_else(|| known(stem()?)).unwrap_or_default()
    }

    /// The word that begins at `at`, or after blanks and the given signs.
    pub(super) fn next(&self, text: &[u8], at: usize, signs: &[u8]) -> Option<Word> {
        self.word_at(text, bytes::over_blanks(text, at, signs))
    }

    /// The word whose first letter stands at `at`.
    pub(super) fn word_at(&self, text: &[u8], at: usize) -> Option<Word> {
        let end = at + bytes::ahead(text, at, usize::MAX, bytes::is_letter);
        let word = text.get(at..end).filter(|w| !w.is_empty())?;
        Some(Word { start: at, end, role: self.role(word) })
    }

    /// The last word before `at`, no more than `reach` bytes away.
    pub(super) fn before(&self, text: &[u8], at: usize, reach: usize) -> Option<Word> {
        let end = at - bytes::behind(text, at, reach, |b| !b.is_ascii_alphabetic());
        let len = bytes::behind(text, end, LONGEST, bytes::is_letter);
        let word = text.get(end - len..end).filter(|w| !w.is_empty())?;
        Some(Word { start: end - len, end, role: self.role(word) })
    }
}

/// One letter more behind the letters of a word: the first eight, packed.
pub(super) fn packed(key: u64, letters: usize, letter: u8) -> u64 {
    if letters < 8 { key << 8 | u64::from(letter | 0x20) } else { key }
}

fn place(key: u64, len: usize) -> usize {
    let mixed = (key ^ (len as u64) << 59).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed >> 50) as usize & (BITS - 1)
}
