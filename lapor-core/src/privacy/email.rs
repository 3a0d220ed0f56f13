//! E-mail addresses, with `@` or with a word in its place.

use super::bytes;
use super::found::{FORM, LABELLED, Signs, TABLE, WRITTEN_OUT};
use super::scan::Scan;
use super::words::{AT, DOT, PROVIDER, Word};
use super::{Labelled, Rule, Whose};

/// Longest part before `@` and longest domain that is read, in bytes.
const LONGEST: usize = 96;

fn is_local(b: u8) -> bool {
    b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-' | b'+' | b'%')
}

impl Scan<'_> {
    /// Reads around an `@`.
    pub(super) fn email_sign(&mut self, at: usize) {
        self.email(at, at + 1, 0, Rule::EmailForm);
    }

    /// Reads around a word such as `at`, which stands alone.
    pub(super) fn email_word(&mut self, word: Word) {
        let blank = |b: u8| matches!(b, b' ' | b'\t');
        if blank(self.byte_before(word.start)) && blank(self.byte(word.end)) {
            self.email(word.start, word.end, WRITTEN_OUT, Rule::EmailSpelled);
        }
    }

    /// Reads around `[at]`, `(at)`; true if it is one.
    pub(super) fn email_bracket(&mut self, at: usize) -> bool {
        let Some(word) = self.word(at + 1, b"").filter(|word| word.role.is(AT) && word.end - at <= 8) else {
            return false;
        };
        let spaces = bytes::over(self.bytes, word.end, 2, b" ");
        if !matches!(self.byte(word.end + spaces), b']' | b')') {
            return false;
        }
        self.email(at, word.end + spaces + 1, WRITTEN_OUT, Rule::EmailSpelled);
        true
    }

    /// Reads the two parts around a sign that stands at `left..right`.
    fn email(&mut self, left: usize, right: usize, signs: Signs, rule: Rule) {
        let spelled = signs & WRITTEN_OUT != 0;
        let Some(start) = self.local(left, spelled) else { return };
        let Some((end, dots, provider)) = self.domain(right, spelled) else { return };
        let before = self.before(start);
        let labelled = if before.label == Some(Labelled::Email) { LABELLED } else { 0 };
        let whose = Whose::of(before.roles);
        if dots > 0 {
            // `at` is a word of its own too: without a label the domain must be one that ends like a domain
            self.note(rule, (start, end), signs | FORM | labelled, 0, whose);
        } else if provider {
            self.note(Rule::EmailProvider, (start, end), signs | TABLE | labelled, 0, whose);
        }
    }

    /// Where the part before the sign begins.
    fn local(&self, left: usize, spelled: bool) -> Option<usize> {
        let mut end = left;
        if spelled {
            end -= bytes::back_over(self.bytes, end, 2, b" ");
        }
        let mut start = end;
        for _ in 0..3 {
            let len = bytes::behind(self.bytes, start, LONGEST, is_local);
            start -= len;
            if len == 0 || !spelled {
                break;
            }
            // `budi titik santoso`: the word for a full stop, between blanks
            let Some(word) = self.rules.words.before(self.bytes, start, 2).filter(|w| w.role.is(DOT)) else { break };
            if self.byte_before(word.start) != b' ' || word.start < 2 {
                break;
            }
            start = word.start - 1;
        }
        // no full stop or hyphen at the head; a label that touches stays outside: `email:budi@…`
        let start = start + bytes::over(self.bytes, start, end - start, b".-+%");
        (start < end && self.bytes.get(start..end)?.iter().any(u8::is_ascii_alphanumeric)).then_some(start)
    }

    /// Where the domain ends, how many full stops it has, and whether it is a mail service without its ending.
    fn domain(&self, right: usize, spelled: bool) -> Option<(usize, usize, bool)> {
        let mut at = right;
        if spelled {
            at += bytes::over(self.bytes, at, 2, b" ");
        }
        let first = self.word_at(at);
        let (mut end, mut dots) = (at, 0_usize);
        loop {
            let len = bytes::ahead(self.bytes, at, LONGEST, |b| b.is_ascii_alphanumeric() || b == b'-');
            let label = self.bytes.get(at..at + len)?;
            if len == 0 || (dots > 0 && !label.iter().any(u8::is_ascii_alphabetic)) {
                // what was read as a full stop closed the sentence
                dots = dots.saturating_sub(1);
                break;
            }
            end = at + len;
            let Some(over) = self.dot(end) else { break };
            if end + over - right > LONGEST {
                break;
            }
            at = end + over;
            dots += 1;
        }
        let provider = dots == 0 && first.is_some_and(|word| word.role.is(PROVIDER) && word.end == end);
        (end > right).then_some((end, dots, provider))
    }

    pub(super) fn word_at(&self, at: usize) -> Option<Word> {
        self.rules.words.word_at(self.bytes, at)
    }

    /// Length of a full stop at `at`: itself, `[dot]`, ` titik `.
    fn dot(&self, at: usize) -> Option<usize> {
        if self.byte(at) == b'.' {
            return Some(1);
        }
        let over = bytes::over(self.bytes, at, 2, b" [(");
        let word = self.word_at(at + over).filter(|word| word.role.is(DOT) && over > 0)?;
        let behind = bytes::over(self.bytes, word.end, 2, b" ])");
        (behind > 0).then_some(word.end + behind - at)
    }
}
