//! The one pass over the bytes of a text, and what all recognisers share.

use super::bytes::{letters, walked};
use super::digits::Run;
use super::found::{Found, Signs};
use super::words::{
    self, ABBREVIATED, AGE, AT, CHILD, CLOSING, CRIME, DIGIT, FINANCE, HEALTH, HONORIFIC, LABEL, LIVES, NAME, OFFICE,
    SELF, Word,
};
use super::{Labelled, Lookups, Own, Recognisers, Rule, Whose};

/// Bytes before a number in which the word for it may stand.
const REACH: usize = 48;
/// Words before a number among which it may be.
const WORDS: usize = 6;

/// A text that is being read.
pub(super) struct Scan<'a> {
    pub(super) text: &'a str,
    pub(super) bytes: &'a [u8],
    pub(super) rules: &'a Recognisers,
    pub(super) lookups: Lookups<'a>,
    /// Score from which a finding counts.
    least: u16,
    found: Vec<Found>,
    /// Room for the run of digits that is being read.
    pub(super) run: Run,
    /// What is the reporter's own.
    pub(super) own: Option<&'a Own<'a>>,
    /// Where numbers of it stand.
    pub(super) own_found: Vec<Found>,
}

/// What stands before a number.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Before {
    /// The kind that a word names.
    pub(super) label: Option<Labelled>,
    /// How many words stand between that word and the number.
    pub(super) distance: usize,
    /// A word right before it says that the office needs the number.
    pub(super) office: bool,
    /// Roles of all words that were passed.
    pub(super) roles: words::Roles,
}

impl<'a> Scan<'a> {
    /// Everything that any recogniser finds and that reaches a score, in no order, overlaps included.
    /// Beside it the numbers that are the reporter's own.
    pub(super) fn of(
        rules: &'a Recognisers,
        text: &'a str,
        least: u16,
        own: Option<&'a Own<'a>>,
        lookups: Lookups<'a>,
    ) -> (Vec<Found>, Vec<Found>) {
        let bytes = text.as_bytes();
        let (found, own_found, run) = (Vec::new(), Vec::new(), Run::default());
        let mut scan = Scan { text, bytes, rules, lookups, least, found, run, own, own_found };
        scan.pass();
        (scan.found, scan.own_found)
    }

    fn pass(&mut self) {
        let bytes = self.bytes;
        let mut at = 0;
        while let Some(b) = bytes.get(at) {
            walked(1);
            at = match b {
                b'a'..=b'z' | b'A'..=b'Z' => {
                    let letters = letters(bytes, at);
                    let end = at + letters.0;
                    let next = if self.rules.words.may_stop(letters) { self.stop(at, letters) } else { end };
                    // a blank mostly follows
                    next + usize::from(bytes.get(next) == Some(&b' '))
                }
                b'0'..=b'9' => self.number(at),
                b'@' => {
                    self.email_sign(at);
                    at + 1
                }
                b'[' | b'(' => self.bracket(at),
                0x80.. => {
                    let c = self.char_at(at);
                    if c.is_some_and(|c| super::digits::value(c).is_some()) {
                        self.number(at)
                    } else {
                        at + c.map_or(1, char::len_utf8)
                    }
                }
                _ => at + 1,
            };
        }
    }

    /// Looks around a word that may be an anchor; where the pass goes on.
    fn stop(&mut self, start: usize, letters: (usize, u64)) -> usize {
        let word = self.rules.words.word(self.bytes, start, letters);
        let end = word.end;
        let role = word.role;
        if role.is(DIGIT) {
            return self.number(start).max(end);
        }
        if role.is(NAME | HONORIFIC | ABBREVIATED | SELF) {
            self.name(word);
        }
        if role.is(CLOSING) {
            self.signature(word);
        }
        if role.is(LIVES) {
            self.home(word);
        }
        if role.is(HEALTH | CRIME | FINANCE | CHILD | AGE) {
            self.sensitive(word);
        }
        if role.is(AT) {
            self.email_word(word);
        }
        if role.is(LABEL) {
            self.labelled(word);
        }
        end
    }

    pub(super) fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    pub(super) fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(0)
    }

    /// The byte before, 0 at the start of the text.
    pub(super) fn byte_before(&self, at: usize) -> u8 {
        at.checked_sub(1).map_or(0, |at| self.byte(at))
    }

    pub(super) fn word(&self, at: usize, signs: &[u8]) -> Option<Word> {
        self.rules.words.next(self.bytes, at, signs)
    }

    pub(super) fn word_before(&self, at: usize) -> Option<Word> {
        self.rules.words.before(self.bytes, at, REACH)
    }

    /// Reads back from a number to the word that says what it is. Another number in between ends the way.
    pub(super) fn before(&self, at: usize) -> Before {
        let mut out = Before::default();
        let (mut end, first) = (at, at.saturating_sub(REACH));
        // whose number it is, a sentence before it does not say
        let mut same_sentence = true;
        for distance in 0..WORDS {
            let Some(word) = self.rules.words.before(self.bytes, end, end.saturating_sub(first)) else { break };
            let gap = self.bytes.get(word.end..end).unwrap_or_default();
            if gap.iter().filter(|b| b.is_ascii_digit()).count() > 3 {
                break;
            }
            same_sentence &= !gap.iter().any(|b| matches!(b, b'.' | b'!' | b'?' | b'\n'));
            if same_sentence {
                out.roles |= word.role.roles;
            }
            if out.label.is_none() && !out.office {
                out.label = self.rules.label(word.role);
                out.distance = distance;
                // a word for the office's numbers counts right before the number only, over words such as `nomor`
                out.office = out.label.is_none() && word.role.is(OFFICE) && distance <= 1;
            }
            end = word.start;
        }
        out
    }

    /// Notes a finding, with the score of the recogniser less what speaks against it.
    pub(super) fn note(&mut self, rule: Rule, (start, end): (usize, usize), signs: Signs, less: u16, whose: Whose) {
        let n = rule as usize;
        let Some(row) = self.rules.rules.get(n) else { return };
        let score = if signs & super::found::LABELLED != 0 { row.label } else { row.base };
        let score = score.saturating_sub(less);
        if score > 0 && score >= self.least && end > start {
            self.found.push(Found { start, end, kind: row.kind, rule: n as u16, score, whose, signs });
        }
    }
}
