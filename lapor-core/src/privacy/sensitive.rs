//! Data that UU 27/2022 Pasal 4(2) protects most: health, children, money, sentences. A word for it counts only beside one for a person.

use super::bytes;
use super::found::CUE;
use super::scan::Scan;
use super::words::{AGE, CHILD, CRIME, FINANCE, HEALTH, HONORIFIC, KIN, OTHER, SELF, Word};
use super::{Rule, Whose};

/// Bytes on each side in which the other word may stand.
const REACH: usize = 60;
/// An age from which nobody is a child.
const GROWN: u32 = 18;

impl Scan<'_> {
    /// Looks for a person beside such a word.
    pub(super) fn sensitive(&mut self, word: Word) {
        let role = word.role;
        let amount = if role.is(FINANCE) { self.amount(word.end) } else { None };
        let age = if role.is(CHILD | AGE) { self.age(word) } else { None };
        // the words around are read only where they decide something
        if amount.is_none() && age.is_none() && !role.is(HEALTH | CRIME) {
            return;
        }
        let roles = self.roles_around(word.start, word.end);
        let person = roles & (SELF | KIN | OTHER) != 0;
        let whose = if roles & (KIN | OTHER) != 0 { Whose::ThirdParty } else { Whose::of(roles & SELF) };
        if role.is(HEALTH) && (person || roles & CHILD != 0) {
            self.note(Rule::HealthPerson, (word.start, word.end), CUE, 0, whose);
        }
        if role.is(CRIME) && (roles & (KIN | OTHER | HONORIFIC) != 0) {
            self.note(Rule::CrimePerson, (word.start, word.end), CUE, 0, Whose::ThirdParty);
        }
        if let Some(amount) = amount.filter(|_| roles & (SELF | KIN) != 0) {
            self.note(Rule::FinanceAmount, amount, CUE, 0, whose);
        }
        if let Some(age) = age.filter(|_| (role.roles | roles) & CHILD != 0) {
            self.note(Rule::ChildAge, age, CUE, 0, Whose::ThirdParty);
        }
    }

    /// Roles of the words around, in the same sentence.
    fn roles_around(&self, start: usize, end: usize) -> u32 {
        let inside = |b| !matches!(b, b'.' | b'!' | b'?' | b'\n');
        let first = start - bytes::behind(self.bytes, start, REACH, inside);
        let last = end + bytes::ahead(self.bytes, end, REACH, inside);
        let mut roles = 0;
        for (from, to) in [(first, start), (end, last)] {
            let mut at = from;
            while at < to {
                match self.rules.words.word_at(self.bytes, at) {
                    Some(word) if word.end <= to => {
                        roles |= word.role.roles;
                        at = word.end;
                    }
                    Some(word) => at = word.end,
                    None => at += 1,
                }
            }
        }
        roles
    }

    /// An age below 18 behind the word, with its unit: `umur 8 tahun`.
    fn age(&self, word: Word) -> Option<(usize, usize)> {
        let gap = bytes::ahead(self.bytes, word.end, REACH / 2, |b| {
            b.is_ascii_alphabetic() || matches!(b, b' ' | b':' | b',')
        });
        let start = word.end + gap;
        let len = bytes::ahead(self.bytes, start, 3, bytes::is_digit);
        let years = self.text.get(start..start + len)?.parse::<u32>().ok()?;
        let unit = self.word(start + len, b"")?;
        let unit_word = self.bytes.get(unit.start..unit.end).unwrap_or_default();
        let counts_age = [b"tahun".as_slice(), b"thn", b"th", b"bulan", b"bln"]
            .iter()
            .any(|known| unit_word.eq_ignore_ascii_case(known));
        // `sekolah sudah 5 tahun rusak` is no age: the word for it, or the child right before, says that it is one
        let said = word.role.is(AGE) || gap <= 1 || self.around(word.end, start) & AGE != 0;
        (years < GROWN && counts_age && said).then_some((start, unit.end))
    }

    /// An amount of money in the next words.
    fn amount(&self, from: usize) -> Option<(usize, usize)> {
        let gap = bytes::ahead(self.bytes, from, REACH / 2, |b| {
            !b.is_ascii_digit() && !matches!(b, b'\n' | b'!' | b'?' | b';')
        });
        let start = from + gap;
        let len = bytes::ahead(self.bytes, start, 24, |b| b.is_ascii_digit() || matches!(b, b'.' | b','));
        let len = len - bytes::back_over(self.bytes, start + len, len, b".,");
        let digits = self.bytes.get(start..start + len)?;
        let unit = self.word(start + len, b"").filter(|word| {
            let letters = self.bytes.get(word.start..word.end).unwrap_or_default();
            [b"juta".as_slice(), b"jt", b"ribu", b"rb", b"rupiah", b"milyar", b"miliar"]
                .iter()
                .any(|known| letters.eq_ignore_ascii_case(known))
        });
        let money = unit.is_some() || digits.iter().filter(|b| b.is_ascii_digit()).count() >= 5;
        (len > 0 && money).then_some((start, unit.map_or(start + len, |word| word.end)))
    }
}
