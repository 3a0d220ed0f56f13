//! What is the reporter's own: the members of `complaint.reporter`, wherever the reporter repeats them in a text.

use super::bytes::walked;
use super::digits::{BLANK, Run, value};
use super::found::{Found, OWN};
use super::words::{ABBREVIATED, HONORIFIC, LABEL, STOP, TITLE};
use super::{Lookups, Recognisers, Rule, Whose};
use crate::complaint::Reporter;
use crate::text::{fold, is_word};

/// Digits in a row that a number of the reporter and a number of the text must share.
const DIGITS: usize = 6;
/// Letters of a part of a name.
const LETTERS: usize = 3;
/// Letters and digits of what stands before the @.
const LOCAL: usize = 4;
/// Words in a row of a home address.
const ADDRESS: usize = 3;
/// Words of a member that are looked for, and digits of a number; none has more.
const MOST: usize = 32;
/// Letters of a word that is found although it was taken apart; no word has more.
const APART: std::ops::RangeInclusive<usize> = 5..=24;
/// Signs between two parts of a word, or two digits of a number, at most.
const GAP: usize = 3;

/// What to look for.
#[derive(Debug, Default)]
pub struct Own<'a> {
    /// As written, and once more cut at the seams inside words.
    words: Vec<(Rule, Seams, Vec<&'a str>)>,
    numbers: Vec<(Rule, Vec<u8>)>,
}

impl<'a> Own<'a> {
    /// The members of a reporter.
    #[must_use]
    pub fn of(reporter: &'a Reporter) -> Self {
        let Reporter { name, nik, phone, email, address, on_behalf_of } = reporter;
        let local = email.as_deref().map(|email| email.split('@').next().unwrap_or(email));
        let mut own = Own::default();
        own.add_words(Rule::ReporterName, name.as_deref());
        own.add_words(Rule::ReporterOnBehalfOf, on_behalf_of.as_deref());
        own.add_words(Rule::ReporterEmail, local);
        own.add_words(Rule::ReporterAddress, address.as_deref());
        own.add_number(Rule::ReporterNik, nik.as_deref());
        own.add_number(Rule::ReporterPhone, phone.as_deref());
        own
    }

    fn add_words(&mut self, rule: Rule, text: Option<&'a str>) {
        let text = text.unwrap_or("");
        for seams in [Seams::Over, Seams::Cut] {
            let words = places(text, seams);
            let words: Vec<&str> = words.iter().filter_map(|(from, to)| text.get(*from..*to)).take(MOST).collect();
            if !words.is_empty() {
                self.words.push((rule, seams, words));
            }
        }
    }

    fn add_number(&mut self, rule: Rule, text: Option<&str>) {
        let digits: Vec<u8> = text.unwrap_or("").chars().filter_map(digit).take(MOST).collect();
        // a phone is the same with 0, with 62 and without
        let national = digits.strip_prefix(b"62").filter(|_| rule == Rule::ReporterPhone);
        let digits = national.map_or_else(|| digits.clone(), |rest| [b"0", rest].concat());
        if digits.len() >= DIGITS {
            self.numbers.push((rule, digits));
        }
    }
}

impl Recognisers {
    /// Where the reporter's own stands in a text, beside the numbers that the pass has found.
    pub(super) fn own(&self, text: &str, own: &Own<'_>, lookups: Lookups<'_>, found: &mut Vec<Found>) {
        if !own.numbers.is_empty() {
            runs(text, |run| self.own_numbers(run, own, found));
        }
        if own.words.is_empty() {
            return;
        }
        let all = [(Seams::Over, places(text, Seams::Over)), (Seams::Cut, places(text, Seams::Cut))];
        for (rule, cut, words) in &own.words {
            for (_, places) in all.iter().filter(|(seams, _)| seams == cut) {
                let mut at = 0;
                while let Some(rest) = places.get(at..).filter(|rest| !rest.is_empty()) {
                    let (len, of_member) = longest(text, rest, words);
                    let run = rest.get(..len).unwrap_or_default();
                    let told = || self.is_own(*rule, text, run, (of_member, words.len()), lookups);
                    if let (Some((start, _)), Some((_, end))) = (run.first(), run.last())
                        && told()
                    {
                        found.push(self.own_span(*rule, *start, *end));
                        at += len;
                    } else {
                        at += 1;
                    }
                }
            }
        }
    }

    /// True if so many of all words of a member are enough to tell it.
    fn is_own(
        &self,
        rule: Rule,
        text: &str,
        run: &[(usize, usize)],
        (count, all): (usize, usize),
        lookups: Lookups<'_>,
    ) -> bool {
        // a word that was taken apart is longer than its parts
        let apart = run.len() > count;
        let written = || run.iter().filter_map(|(from, to)| text.get(*from..*to));
        let ordinary = |word: &str| lookups.lexicon.id(&word.chars().filter_map(fold).collect::<String>()) != 0;
        match rule {
            Rule::ReporterAddress => count >= ADDRESS && written().any(|word| word.bytes().any(|b| b.is_ascii_digit())),
            Rule::ReporterEmail => {
                let long = written().map(str::len).sum::<usize>() >= LOCAL;
                count == all && long && (all > 1 || !written().any(ordinary))
            }
            _ => {
                let titles = HONORIFIC | TITLE | STOP | ABBREVIATED | LABEL;
                let part = |word: &str| {
                    let capital = word.chars().next().is_some_and(char::is_uppercase);
                    word.chars().count() >= LETTERS
                        && (capital || !ordinary(word))
                        && !self.words.role(word.as_bytes()).is(titles)
                };
                apart || (count == all && all > 1) || written().any(part)
            }
        }
    }

    fn own_span(&self, rule: Rule, start: usize, end: usize) -> Found {
        let row = self.rules.get(rule as usize);
        let (kind, score) = row.map_or((0, 0), |row| (row.kind, row.base));
        Found { start, end, kind, rule: rule as u16, score, whose: Whose::Reporter, signs: OWN }
    }
}

impl Recognisers {
    /// Digits of the reporter's numbers in a run of digits.
    pub(super) fn own_numbers(&self, run: &Run, own: &Own<'_>, found: &mut Vec<Found>) {
        for (rule, number) in &own.numbers {
            let mut at = 0;
            while at + DIGITS <= run.digits.len() {
                let len = shared(run.digits.get(at..).unwrap_or_default(), number);
                if len < DIGITS {
                    at += 1;
                    continue;
                }
                let first = run.groups.partition_point(|group| group.to <= at);
                let last = run.groups.partition_point(|group| group.from < at + len);
                if let (Some(first), Some(last)) = (run.groups.get(first), run.groups.get(last - 1)) {
                    found.push(self.own_span(*rule, first.start, last.end));
                }
                at += len;
            }
        }
    }
}

/// What becomes of a word in which a capital follows a small letter, or a digit a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Seams {
    /// It is one.
    Over,
    /// It is several.
    Cut,
}

/// Words of letters and digits, where they stand.
fn places(text: &str, seams: Seams) -> Vec<(usize, usize)> {
    let mut out: Vec<(usize, usize)> = Vec::new();
    let mut before = ' ';
    walked(text.len());
    for (at, c) in text.char_indices().filter(|(_, c)| is_word(*c)) {
        let seam = (c.is_uppercase() && before.is_lowercase()) || c.is_numeric() != before.is_numeric();
        match out.last_mut() {
            Some((_, end)) if *end == at && !(seam && seams == Seams::Cut) => *end += c.len_utf8(),
            _ => out.push((at, at + c.len_utf8())),
        }
        before = c;
    }
    out
}

/// How many of the first words of a text are words in a row somewhere in a member, at most, and how many these are.
fn longest(text: &str, places: &[(usize, usize)], words: &[&str]) -> (usize, usize) {
    let mut most = (0, 0);
    for from in 0..words.len() {
        // what is left of the member cannot be more
        if most.1 >= words.len() - from {
            break;
        }
        let (mut len, mut count) = (0, 0);
        for word in words.get(from..).unwrap_or_default() {
            let parts = parts(text, places.get(len..).unwrap_or_default(), word);
            if parts == 0 {
                break;
            }
            len += parts;
            count += 1;
        }
        if len > most.0 {
            most = (len, count);
        }
    }
    most
}

/// How many of the first words of a text make a word of a member: one that is the same, whatever its case, accents and `-nya`, or several with
/// few signs between them; 0 if they do not.
fn parts(text: &str, places: &[(usize, usize)], word: &str) -> usize {
    let mut letters = word.chars().filter_map(fold);
    let long = APART.contains(&word.len());
    let mut last = None;
    for (n, (start, end)) in places.iter().enumerate() {
        let near = last.is_none_or(|last| text.get(last..*start).is_some_and(|gap| gap.chars().count() <= GAP));
        let mut part = text.get(*start..*end).unwrap_or("").chars().filter_map(fold);
        if !near || (n > 0 && !long) {
            return 0;
        }
        // as long as both go on
        loop {
            walked(1);
            let rest = letters.clone();
            match (part.next(), letters.next()) {
                (None, None) => return n + 1,
                (None, Some(_)) => {
                    letters = rest;
                    break;
                }
                (Some(c), None) => return if n == 0 && c == 'n' && part.eq("ya".chars()) { 1 } else { 0 },
                (Some(a), Some(b)) if a != b => return 0,
                _ => {}
            }
        }
        last = Some(*end);
    }
    0
}

/// Rows of digits with few signs of any kind between them, one after the other.
fn runs(text: &str, mut each: impl FnMut(&Run)) {
    let mut run = Run::default();
    // signs since the last digit; none has come yet
    let mut signs = GAP + 1;
    walked(text.len());
    for (at, c) in text.char_indices() {
        match digit(c) {
            Some(digit) => {
                if signs > GAP {
                    each(&std::mem::take(&mut run));
                }
                run.push(digit, (at, at + c.len_utf8()), (signs > 0).then_some(BLANK));
                signs = 0;
            }
            None if c.is_alphanumeric() => signs = GAP + 1,
            None => signs += 1,
        }
    }
    each(&run);
}

/// A digit of any script, in ASCII.
fn digit(c: char) -> Option<u8> {
    if c.is_ascii_digit() { u8::try_from(c).ok() } else { value(c).map(|value| b'0' + value) }
}

/// How many of the first digits stand in a row somewhere in a number, at most.
fn shared(digits: &[u8], number: &[u8]) -> usize {
    let mut most = 0;
    for from in 0..number.len() {
        let rest = number.get(from..).unwrap_or_default();
        let mut len = 0;
        while len < rest.len() && rest.get(len) == digits.get(len) {
            len += 1;
        }
        walked(len + 1);
        most = most.max(len);
    }
    most
}
