//! What the words themselves say: emergency, advert, report of gambling, a group, a follow-up, what LAPOR! does not take.

use super::super::understand::Scanned;
use super::{Known, one};
use crate::complaint::Finding;
use crate::matter::CueList;
use crate::message::Params;
use crate::text::{Flags, Hit};

/// Numbers of people that make a group.
const SEVERAL: std::ops::RangeInclusive<u32> = 2..=1_000_000;

pub(super) fn check(known: &Known<'_>, out: &mut Vec<Finding>) {
    let seen = &known.seen.text;
    let path = |hit: &Hit| {
        let title = seen.tokens.get(hit.first as usize).is_some_and(|t| t.flags.has(Flags::TITLE));
        if title { "/complaint/title" } else { "/complaint/content" }
    };
    let signs = [
        ("emergency", cues(seen, CueList::Emergency).next()),
        ("promotional_spam", advert(seen)),
        ("gambling_report", gambling(seen)),
        ("group_complaint", group(seen)),
        ("follow_up", cues(seen, CueList::FollowUp).next()),
    ];
    for (code, hit) in signs {
        out.extend(hit.map(|hit| Finding::new(code, path(hit), Params::new())));
    }
    for (n, id) in known.engine.words.out_of_scope.iter().enumerate() {
        let list = CueList::OutOfScope(u32::try_from(n).unwrap_or(u32::MAX));
        if let Some(hit) = cues(seen, list).next() {
            out.push(Finding::new("out_of_scope", path(hit), one("kind", id.as_str())));
        }
    }
}

fn cues(seen: &Scanned, list: CueList) -> impl Iterator<Item = &Hit> {
    let value = list.value();
    seen.cues.iter().filter(move |h| h.entry.value == value)
}

/// The first word of a hit.
fn word(seen: &Scanned, hit: &Hit) -> Option<u32> {
    seen.tokens.get(hit.first as usize).map(|t| t.norm)
}

/// The words that make the text an advert: gambling offered, or two promises; a report *about* such an advert is none.
pub(in super::super) fn advert(seen: &Scanned) -> Option<&Hit> {
    if cues(seen, CueList::Report).next().is_some() {
        return None;
    }
    let mut promises = cues(seen, CueList::Promo);
    let first = promises.next()?;
    let second = promises.find(|hit| word(seen, hit) != word(seen, first));
    cues(seen, CueList::Gambling).find(|hit| hit.first != first.first || second.is_some()).or(second)
}

/// The words that make the text a report about gambling: a reporting word, and gambling named, or two words that may mean it.
fn gambling(seen: &Scanned) -> Option<&Hit> {
    cues(seen, CueList::Report).next()?;
    let named = cues(seen, CueList::GamblingNamed).next();
    named.or_else(|| {
        let mut words = cues(seen, CueList::Gambling);
        let first = words.next()?;
        words.any(|hit| word(seen, hit) != word(seen, first)).then_some(first)
    })
}

/// The words by which several people report: they say so, or are counted ("40 KK").
fn group(seen: &Scanned) -> Option<&Hit> {
    let counted = |hit: &&Hit| {
        let first = hit.first as usize;
        let before = first.checked_sub(1).filter(|at| !seen.tokens.broken(*at, first));
        let number = before.and_then(|at| seen.tokens.get(at)).filter(|t| t.flags.has(Flags::NUMBER));
        number.is_some_and(|t| SEVERAL.contains(&t.number))
    };
    cues(seen, CueList::Group).next().or_else(|| cues(seen, CueList::Affected).find(counted))
}
