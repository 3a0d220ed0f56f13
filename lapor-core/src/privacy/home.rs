//! Home addresses: street, house and RT/RW behind words that say that somebody lives there.

use super::bytes;
use super::found::CUE;
use super::scan::Scan;
use super::words::{HOUSE, KIN, LABEL, NAME, OFFICE, OTHER, SELF, STOP, STREET, Word};
use super::{Rule, Whose};

/// Words between the cue and the street, at most.
const LEAD: usize = 6;
/// Words and numbers of an address, at most.
const MOST: usize = 16;

impl Scan<'_> {
    /// Reads the address behind a word such as `tinggal`.
    pub(super) fn home(&mut self, cue: Word) {
        let (mut at, mut roles) = (cue.end, self.word_before(cue.start).map_or(0, |word| word.role.roles));
        let mut street = None;
        for _ in 0..LEAD {
            let Some(word) = self.word(at, b":=,.-(") else { break };
            if word.role.is(STREET) {
                street = Some(word);
                break;
            }
            roles |= word.role.roles;
            at = word.end;
        }
        let Some(street) = street else { return };
        // `alamat` and `rumah` alone may be the place of the matter; `tinggal` and `domisili` are somebody's
        let somebody = roles & (SELF | KIN | OTHER | LABEL) != 0 || !cue.role.is(HOUSE);
        let Some(end) = self.end_of_address(street) else { return };
        let whose = if roles & (OTHER | KIN) != 0 { Whose::ThirdParty } else { Whose::Reporter };
        self.note(Rule::AddressHome, (street.start, end), CUE, if somebody { 0 } else { 400 }, whose);
    }

    /// The end of the last number of an address: that of the house, of RT or RW. `None` if it has none.
    fn end_of_address(&self, street: Word) -> Option<usize> {
        let (mut at, mut last) = (street.end, None);
        for _ in 0..MOST {
            let over = bytes::over(self.bytes, at, 3, b" .,/:-");
            // a full stop with a blank behind it ends the sentence, unless it ends an abbreviation
            let from = at + over;
            let digits = bytes::ahead(self.bytes, from, 6, bytes::is_digit);
            if digits > 0 {
                let letter = usize::from(self.byte(from + digits).is_ascii_alphabetic());
                let end = from + digits + letter;
                if digits > 4 || self.byte(end).is_ascii_alphanumeric() {
                    break;
                }
                last = Some(end);
                at = end;
                continue;
            }
            let Some(word) = self.rules.words.word_at(self.bytes, from) else { break };
            let stops = self.byte(at) == b'.' && over > 1 && at > street.end && self.long_before(at);
            if stops
                || ((word.role.is(SELF | LABEL | OFFICE | NAME) || (last.is_some() && word.role.is(STOP)))
                    && !word.role.is(HOUSE | STREET))
            {
                break;
            }
            at = word.end;
        }
        last
    }

    /// True if the word before `at` is no abbreviation.
    fn long_before(&self, at: usize) -> bool {
        self.word_before(at)
            .is_some_and(|word| word.end == at && word.end - word.start > 4 && !word.role.is(STREET | HOUSE))
    }
}
