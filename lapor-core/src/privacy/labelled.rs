//! Numbers with letters in them, which only the word before tells: passport and stay permit.

use super::bytes;
use super::found::{FORM, LABELLED};
use super::scan::Scan;
use super::words::{FILLER, KIN, OTHER, SELF, Word};
use super::{Labelled, Rule, Whose};
use crate::identity::{self, Verdict};

/// Longest number, in bytes, with the signs inside it.
const LONGEST: usize = 24;

impl Scan<'_> {
    /// Reads the number behind a word for it.
    pub(super) fn labelled(&mut self, label: Word) {
        let rule = match self.rules.label(label.role) {
            Some(Labelled::Passport) => Rule::PassportLabel,
            Some(Labelled::Kitas) => Rule::KitasLabel,
            _ => return,
        };
        let start = self.over_fillers(label.end, b":=.-#'\"()", FILLER | KIN | OTHER | SELF);
        let fits = |value: &str| match rule {
            Rule::PassportLabel => identity::passport(value, "").verdict != Verdict::Impossible,
            _ => identity::kitas(value, "").verdict != Verdict::Impossible,
        };
        // one word, else with the next: `X 1234567`
        let first = start + self.token(start);
        let second = first + 1 + self.token(first + 1);
        for end in [first, second] {
            let value = self.text.get(start..end).unwrap_or("");
            let digits = value.bytes().filter(u8::is_ascii_digit).count();
            if value.len() <= LONGEST && digits >= 4 && fits(value) {
                let whose = Whose::of(self.before(label.start).roles | self.around(label.end, start));
                self.note(rule, (start, end), FORM | LABELLED, 0, whose);
                return;
            }
        }
    }

    /// Length of the letters, digits and hyphens at `at`.
    fn token(&self, at: usize) -> usize {
        bytes::ahead(self.bytes, at, LONGEST + 1, |b| b.is_ascii_alphanumeric() || b == b'-')
    }

    /// Roles of the words between two places.
    pub(super) fn around(&self, mut from: usize, to: usize) -> u32 {
        let mut roles = 0;
        while let Some(word) = self.word(from, b":=.-#'\"()").filter(|word| word.end <= to) {
            roles |= word.role.roles;
            from = word.end;
        }
        roles
    }
}
