//! What is the reporter's own: the members of `complaint.reporter`, wherever the reporter repeats them in a text.

use super::digits::{Run, value};
use super::found::{Found, OWN};
use super::scan::Scan;
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
/// Words of a member that are looked for; no name or address has more.
const MOST: usize = 32;

/// What to look for.
#[derive(Debug, Default)]
pub struct Own<'a> {
    words: Vec<(Rule, Vec<&'a str>)>,
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
        let words: Vec<&str> = places(text).iter().filter_map(|(from, to)| text.get(*from..*to)).take(MOST).collect();
        if !words.is_empty() {
            self.words.push((rule, words));
        }
    }

    fn add_number(&mut self, rule: Rule, text: Option<&str>) {
        let digit =
            |c: char| if c.is_ascii_digit() { u8::try_from(c).ok() } else { value(c).map(|value| b'0' + value) };
        let digits: Vec<u8> = text.unwrap_or("").chars().filter_map(digit).collect();
        // a phone is the same with 0, with 62 and without
        let national = digits.strip_prefix(b"62").filter(|_| rule == Rule::ReporterPhone);
        let digits = national.map_or_else(|| digits.clone(), |rest| [b"0", rest].concat());
        if digits.len() >= DIGITS {
            self.numbers.push((rule, digits));
        }
    }
}

impl Recognisers {
    /// Where words of the reporter stand in a text.
    pub(super) fn own_words(&self, text: &str, own: &Own<'_>, lookups: Lookups<'_>, found: &mut Vec<Found>) {
        if own.words.is_empty() {
            return;
        }
        let places = places(text);
        for (rule, words) in &own.words {
            let mut at = 0;
            while at < places.len() {
                let rest = places.get(at..).unwrap_or_default();
                let len = longest(text, rest, words);
                let run = rest.get(..len).unwrap_or_default();
                if let (Some((start, _)), Some((_, end))) = (run.first(), run.last())
                    && self.is_own(*rule, text, run, words.len(), lookups)
                {
                    found.push(self.own(*rule, *start, *end));
                    at += len;
                } else {
                    at += 1;
                }
            }
        }
    }

    /// True if so many words of a member are enough to tell it.
    fn is_own(&self, rule: Rule, text: &str, run: &[(usize, usize)], all: usize, lookups: Lookups<'_>) -> bool {
        let written = || run.iter().filter_map(|(from, to)| text.get(*from..*to));
        let ordinary = |word: &str| lookups.lexicon.id(&word.chars().filter_map(fold).collect::<String>()) != 0;
        match rule {
            Rule::ReporterAddress => {
                run.len() >= ADDRESS && written().any(|word| word.bytes().any(|b| b.is_ascii_digit()))
            }
            Rule::ReporterEmail => {
                let long = written().map(str::len).sum::<usize>() >= LOCAL;
                run.len() == all && long && (all > 1 || !written().any(ordinary))
            }
            _ => {
                let titles = HONORIFIC | TITLE | STOP | ABBREVIATED | LABEL;
                let part = |word: &str| {
                    let capital = word.chars().next().is_some_and(char::is_uppercase);
                    word.chars().count() >= LETTERS
                        && (capital || !ordinary(word))
                        && !self.words.role(word.as_bytes()).is(titles)
                };
                (run.len() == all && all > 1) || written().any(part)
            }
        }
    }

    fn own(&self, rule: Rule, start: usize, end: usize) -> Found {
        let row = self.rules.get(rule as usize);
        let (kind, score) = row.map_or((0, 0), |row| (row.kind, row.base));
        Found { start, end, kind, rule: rule as u16, score, whose: Whose::Reporter, signs: OWN }
    }
}

impl Scan<'_> {
    /// Digits of the reporter's numbers in a run of digits.
    pub(super) fn own_number(&mut self, run: &Run, own: &Own<'_>) {
        for (rule, number) in &own.numbers {
            let mut at = 0;
            while at + DIGITS <= run.digits.len() {
                let len = shared(run.digits.get(at..).unwrap_or_default(), number);
                if len < DIGITS {
                    at += 1;
                    continue;
                }
                let mut groups = run.groups.iter().filter(|group| group.from < at + len && group.to > at);
                let first = groups.next().copied();
                let last = groups.next_back().copied().or(first);
                if let (Some(first), Some(last)) = (first, last) {
                    self.own_found.push(self.rules.own(*rule, first.start, last.end));
                }
                at += len;
            }
        }
    }
}

/// Words of letters and digits, where they stand.
fn places(text: &str) -> Vec<(usize, usize)> {
    let mut out: Vec<(usize, usize)> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| is_word(*c)) {
        match out.last_mut() {
            Some((_, end)) if *end == at => *end += c.len_utf8(),
            _ => out.push((at, at + c.len_utf8())),
        }
    }
    out
}

/// How many of the first words of a text stand in a row somewhere in a member, at most.
fn longest(text: &str, places: &[(usize, usize)], words: &[&str]) -> usize {
    let mut most = 0;
    for from in 0..words.len() {
        let pairs = places.iter().zip(words.get(from..).unwrap_or_default());
        let same = pairs.take_while(|((start, end), word)| same(text.get(*start..*end).unwrap_or(""), word));
        most = most.max(same.count());
    }
    most
}

/// The same letters, whatever their case and accents.
fn same(a: &str, b: &str) -> bool {
    if a.is_ascii() && b.is_ascii() {
        return a.eq_ignore_ascii_case(b);
    }
    a.chars().filter_map(fold).eq(b.chars().filter_map(fold))
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
        most = most.max(len);
    }
    most
}
