//! What the words beside personal data say, and the way from one word of a text to the next.

use super::bytes;
use crate::pack::PrivacyWords;

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

/// The words of the pack, in a table that is open where nearly all other words would stand.
///
/// A word is told by its first eight letters, which are one number, and by what is left of it; most have no more than eight.
#[derive(Debug)]
pub(super) struct Words {
    known: Vec<Known>,
    /// For each place of the table one more than the row in `known`, or 0.
    slots: Vec<u32>,
    /// A bit for each anchor, by its first eight letters and its length; rules out nearly all other words at once.
    anchors: [u64; BITS / 64],
}

/// A word of the pack.
#[derive(Debug)]
struct Known {
    /// Its first eight letters.
    key: u64,
    /// The others.
    rest: Box<[u8]>,
    /// How many it has.
    len: usize,
    role: Role,
}

/// Bits for anchors, a power of two.
const BITS: usize = 1 << 14;
/// The first letters of a word that are read at once.
const FIRST: usize = 8;

impl Words {
    pub(super) fn new(rows: &[PrivacyWords], anchored: impl Fn(u8) -> bool) -> Self {
        let words: usize = rows.iter().map(|row| row.words.split(' ').count()).sum();
        let slots = vec![0; (words * 4).next_power_of_two()];
        let mut out = Words { known: Vec::with_capacity(words), slots, anchors: [0; BITS / 64] };
        for row in rows {
            let bit = NAMES.iter().position(|name| *name == row.role).map_or(0, |at| 1 << at);
            let stops = bit & ANCHORS != 0 || (bit == LABEL && anchored(row.value));
            for word in row.words.split(' ') {
                out.add(word.as_bytes(), bit, row.value);
                let place = hash(bytes::letters(word.as_bytes(), 0).1, word.len()) % BITS;
                if let Some(cell) = out.anchors.get_mut(place / 64).filter(|_| stops) {
                    *cell |= 1 << (place % 64);
                }
            }
        }
        out
    }

    /// Gives a word a role, beside those it has.
    fn add(&mut self, word: &[u8], bit: Roles, value: u8) {
        let key = bytes::letters(word, 0).1;
        let (slot, row) = self.find(word, key);
        let row = row.unwrap_or_else(|| {
            let rest = word.get(FIRST..).unwrap_or_default().into();
            self.known.push(Known { key, rest, len: word.len(), role: Role::default() });
            if let (Some(slot), Ok(count)) = (self.slots.get_mut(slot), u32::try_from(self.known.len())) {
                *slot = count;
            }
            self.known.len() - 1
        });
        if let Some(Known { role, .. }) = self.known.get_mut(row) {
            role.roles |= bit;
            if bit == LABEL {
                role.kind = value;
            } else if bit == DIGIT {
                role.digit = value;
            }
        }
    }

    /// The slot of a word and its row, or the open slot where it would stand.
    fn find(&self, word: &[u8], key: u64) -> (usize, Option<usize>) {
        let mut slot = hash(key, word.len()) & (self.slots.len() - 1);
        loop {
            // at most a quarter of the slots is taken
            let row = self.slots.get(slot).map_or(0, |row| *row as usize);
            let Some(row) = row.checked_sub(1) else { return (slot, None) };
            if self.known.get(row).is_some_and(|known| known.is(word, key)) {
                return (slot, Some(row));
            }
            slot = (slot + 1) & (self.slots.len() - 1);
        }
    }

    /// True if a word may be an anchor, by its [`letters`](bytes::letters).
    #[inline]
    pub(super) fn may_stop(&self, (len, key): (usize, u64)) -> bool {
        let place = hash(key, len) % BITS;
        self.anchors.get(place / 64).is_some_and(|cell| cell >> (place % 64) & 1 == 1)
    }

    /// What the table says of a word, whatever its letter case; `rumahnya` is `rumah` too.
    pub(super) fn role(&self, word: &[u8]) -> Role {
        self.role_by(word, bytes::letters(word, 0).1)
    }

    /// The same by its first letters, which are known already.
    fn role_by(&self, word: &[u8], key: u64) -> Role {
        if word.len() > LONGEST {
            return Role::default();
        }
        let mut row = self.find(word, key).1;
        if let (None, Some((stem @ [_, _, ..], [b'n' | b'N', b'y' | b'Y', b'a' | b'A']))) =
            (row, word.split_last_chunk())
        {
            row = self.find(stem, bytes::first(key, stem.len())).1;
        }
        row.and_then(|row| self.known.get(row)).map_or_else(Role::default, |known| known.role)
    }

    /// The word that begins at `at`, or after blanks and the given signs.
    pub(super) fn next(&self, text: &[u8], at: usize, signs: &[u8]) -> Option<Word> {
        self.word_at(text, bytes::over_blanks(text, at, signs))
    }

    /// The word whose first letter stands at `at`.
    pub(super) fn word_at(&self, text: &[u8], at: usize) -> Option<Word> {
        let letters = bytes::letters(text, at);
        (letters.0 > 0).then(|| self.word(text, at, letters))
    }

    /// The word at `start` whose [`letters`](bytes::letters) are known.
    pub(super) fn word(&self, text: &[u8], start: usize, (len, key): (usize, u64)) -> Word {
        let end = start + len;
        Word { start, end, role: text.get(start..end).map_or_else(Role::default, |word| self.role_by(word, key)) }
    }

    /// The last word before `at`, no more than `reach` bytes away.
    pub(super) fn before(&self, text: &[u8], at: usize, reach: usize) -> Option<Word> {
        let end = at - bytes::behind(text, at, reach, |b| !b.is_ascii_alphabetic());
        let len = bytes::behind(text, end, LONGEST, bytes::is_letter);
        let start = end - len;
        let key = bytes::first(bytes::letters(text, start).1, len);
        (len > 0).then(|| self.word(text, start, (len, key)))
    }
}

impl Known {
    fn is(&self, word: &[u8], key: u64) -> bool {
        self.key == key
            && self.len == word.len()
            && word.get(FIRST..).unwrap_or_default().eq_ignore_ascii_case(&self.rest)
    }
}

/// Mixes the first letters and the length of a word into 16 bits. A product carries upwards only: its highest bits know all letters.
#[inline]
fn hash(key: u64, len: usize) -> usize {
    (key.wrapping_add(len as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 48) as usize
}
