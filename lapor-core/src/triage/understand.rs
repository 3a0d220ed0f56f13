//! What we understand from the text itself: one token stream, its hits, the place, and the ranked matters.

use super::spoken_in;
use crate::complaint::{Complaint, Detail, Matter, Offsets, Place, RegionCode};
use crate::engine::Engine;
use crate::matter::{self, Scored};
use crate::pack::MatterRow;
use crate::place::{self, Located};
use crate::text::{Flags, Hit, Kind, Token, Tokens, around};

/// A text understood.
pub(super) struct Understood {
    pub(super) tokens: Tokens,
    pub(super) hits: Vec<Hit>,
    pub(super) located: Located,
    pub(super) ranked: Vec<Scored>,
}

fn texts(complaint: &Complaint) -> (&str, &str) {
    (complaint.title.as_deref().unwrap_or(""), complaint.content.as_deref().unwrap_or(""))
}

impl Understood {
    pub(super) fn of(
        engine: &Engine,
        complaint: &Complaint,
        jurisdiction: Option<RegionCode>,
        offsets: Offsets,
    ) -> Self {
        let (title, content) = texts(complaint);
        let tokens = engine.words.lexicon.tokenise(title, content);
        let mut hits = Vec::with_capacity(tokens.list.len());
        engine.words.lexicon.scan(&tokens, &mut hits);
        let located = place::locate(
            &engine.words.gazetteer,
            &engine.regions,
            &engine.words.lexicon,
            &tokens,
            &hits,
            complaint,
            jurisdiction,
            offsets,
        );
        engine.words.lexicon.scan_matters(&tokens, &mut hits);
        let mut votes = matter::votes(&engine.words.matter_rules, &engine.taxonomy, &tokens, &hits);
        if let Some(other) = reread(engine, &tokens, &hits, spoken_in(&located.place, jurisdiction)) {
            let mut again = Vec::with_capacity(hits.len());
            engine.words.lexicon.scan(&other, &mut again);
            engine.words.lexicon.scan_matters(&other, &mut again);
            matter::join(&mut votes, matter::votes(&engine.words.matter_rules, &engine.taxonomy, &other, &again));
        }
        let ranked = matter::rank(votes, &engine.words.matter_rules.policy);
        Understood { tokens, hits, located, ranked }
    }

    /// The answer's matter.
    pub(super) fn matter(&self, engine: &Engine, complaint: &Complaint, detail: Detail, offsets: Offsets) -> Matter {
        let (title, content) = texts(complaint);
        matter::answer(&engine.words.matter_rules, &engine.taxonomy, &self.ranked, detail, |first, end| {
            self.tokens.span(first, end, title, content, offsets)
        })
    }

    /// The best matters with their scores, for routing.
    pub(super) fn matters<'e>(&self, engine: &'e Engine) -> Vec<(&'e MatterRow, u16)> {
        let best = self.ranked.iter().take(6);
        best.filter_map(|s| Some((engine.taxonomy.matter(s.row as usize)?, s.score))).collect()
    }
}

/// The place alone.
pub(super) fn place_of(
    engine: &Engine,
    complaint: &Complaint,
    jurisdiction: Option<RegionCode>,
    offsets: Offsets,
) -> Place {
    let (title, content) = texts(complaint);
    let tokens = engine.words.lexicon.tokenise(title, content);
    let mut hits = Vec::new();
    engine.words.lexicon.scan(&tokens, &mut hits);
    place::locate(
        &engine.words.gazetteer,
        &engine.regions,
        &engine.words.lexicon,
        &tokens,
        &hits,
        complaint,
        jurisdiction,
        offsets,
    )
    .place
}

/// The text as people of the region mean it, where they use words of their own; `None` where they do not.
///
/// A regional word inside a longer standard phrase ("pasar malam") keeps its standard meaning.
fn reread(engine: &Engine, tokens: &Tokens, hits: &[Hit], region: Option<RegionCode>) -> Option<Tokens> {
    let region = region?;
    let mut swaps: Vec<(&Hit, &[u32])> = Vec::new();
    for hit in hits.iter().filter(|h| h.entry.kind == Kind::Regional) {
        let Some(reading) = engine.words.readings.get(hit.entry.value as usize) else { continue };
        let here = reading.regions.iter().any(|r| region.within(*r));
        let longer = |o: &Hit| {
            o.entry.kind == Kind::Matter
                && o.gaps == 0
                && o.words > hit.words
                && o.first <= hit.first
                && o.end >= hit.end
        };
        // hits come in the order of the text: only the last swap can reach this far
        let taken = swaps.last().is_some_and(|(s, _)| hit.first < s.end);
        if here && !taken && !reading.means.is_empty() && !around(hits, hit.first, hit.end, 0).iter().any(longer) {
            swaps.push((hit, &reading.means));
        }
    }
    if swaps.is_empty() {
        return None;
    }
    let mut list = Vec::with_capacity(tokens.list.len() + swaps.len());
    let mut rest = swaps.into_iter().peekable();
    for (at, token) in tokens.list.iter().enumerate() {
        while rest.next_if(|(hit, _)| hit.end as usize <= at).is_some() {}
        match rest.peek() {
            // the first token carries the whole meaning, the rest are dropped
            Some((hit, means)) if hit.first as usize == at => {
                for (n, word) in means.iter().enumerate() {
                    let flags = if n == 0 { token.flags } else { Flags::CONTINUED };
                    list.push(Token { word: *word, norm: *word, skip: 0, flags, ..*token });
                }
            }
            Some((hit, _)) if (hit.first as usize) < at => {}
            _ => list.push(*token),
        }
    }
    Some(Tokens { list })
}
