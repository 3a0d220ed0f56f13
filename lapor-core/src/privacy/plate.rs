//! Number plates: letters of a region, digits, letters.

use super::bytes;
use super::digits::Group;
use super::found::{FORM, LABELLED, TABLE};
use super::scan::Scan;
use super::words::{HOUSE, STREET};
use super::{Labelled, Rule, Whose};

/// Signs between the parts, at most.
const GAP: usize = 2;

fn is_upper(part: &str) -> bool {
    part.bytes().all(|b| b.is_ascii_uppercase())
}

impl Scan<'_> {
    /// Reads the letters around one to four digits.
    pub(super) fn plate(&mut self, digits: Group) {
        let Some((start, prefix)) = self.letters_before(digits.start) else { return };
        let number = self.bytes.get(digits.start..digits.end).unwrap_or_default();
        if number.first() == Some(&b'0') || !number.iter().all(u8::is_ascii_digit) {
            return;
        }
        let known = self.lookups.numbers.has_plate(prefix);
        let after = self.letters_after(digits.end);
        // after the word for one, in capitals and whole, it is one whose prefix is mistyped
        let strange = after.filter(|(_, suffix)| is_upper(prefix) && is_upper(suffix) && digits.len() >= 3);
        if !known && strange.is_none() {
            return;
        }
        let before = self.before(start);
        let labelled = before.label == Some(Labelled::Plate);
        if !known {
            if let Some((end, _)) = strange.filter(|_| labelled) {
                self.note(Rule::PlateLabel, (start, end), FORM | LABELLED, 300, Whose::of(before.roles));
            }
            return;
        }
        if before.office && !labelled {
            return;
        }
        let whose = Whose::of(before.roles);
        let Some((end, suffix)) = after else {
            if labelled && digits.len() > 1 {
                self.note(Rule::PlateLabel, (start, digits.end), FORM | TABLE | LABELLED, 0, whose);
            }
            return;
        };
        if labelled {
            self.note(Rule::PlateLabel, (start, end), FORM | TABLE | LABELLED, 0, whose);
            return;
        }
        // `B 3 KTP`, `blok B 12 A`: a word of the table behind, a house before
        let house = self.word_before(start).is_some_and(|word| word.role.is(STREET | HOUSE));
        if house || self.rules.words.role(suffix.as_bytes()).roles != 0 {
            return;
        }
        if self.bytes.get(start..end).is_some_and(|plate| plate.contains(&b'\n')) {
            return;
        }
        let capitals = is_upper(prefix) && is_upper(suffix);
        let spaced = end - start > prefix.len() + digits.len() + suffix.len();
        let signs = FORM | TABLE;
        if capitals && spaced && (digits.len() >= 3 || (digits.len() == 2 && suffix.len() >= 2)) {
            self.note(Rule::PlateCapitals, (start, end), signs, 0, whose);
        } else if capitals && digits.len() == 4 && suffix.len() >= 2 {
            self.note(Rule::PlateGlued, (start, end), signs, 0, whose);
        }
    }

    /// The one or two letters of a prefix before the digits, and where they begin.
    fn letters_before(&self, digits: usize) -> Option<(usize, &str)> {
        let end = digits - bytes::back_over(self.bytes, digits, GAP, b" -.\n");
        let len = bytes::behind(self.bytes, end, 3, bytes::is_letter);
        let start = end - len;
        let alone = (1..=2).contains(&len) && !self.byte_before(start).is_ascii_alphanumeric();
        let prefix = self.text.get(start..end)?;
        alone.then_some((start, prefix))
    }

    /// The one to three letters behind the digits, and where they end.
    fn letters_after(&self, digits: usize) -> Option<(usize, &str)> {
        let gap = bytes::over(self.bytes, digits, GAP, b" -.\n");
        let len = bytes::ahead(self.bytes, digits + gap, 4, bytes::is_letter);
        let (from, to) = (digits + gap, digits + gap + len);
        let alone = (1..=3).contains(&len) && !self.byte(to).is_ascii_alphanumeric();
        let suffix = self.text.get(from..to)?;
        alone.then_some((to, suffix))
    }
}
