//! What we understand from the text itself: one token stream, its hits, the place, and the ranked matters.

use super::findings;
use crate::complaint::{Complaint, Detail, Matter, Offsets, RegionCode};
use crate::engine::Engine;
use crate::matter::{self, Scored};
use crate::pack::MatterRow;
use crate::place::{self, Atlas, Located};
use crate::text::{Flags, Hit, Kind, Token, Tokens, around};

/// The token stream of a complaint, and what stands in it.
pub(super) struct Scanned {
    pub(super) tokens: Tokens,
    /// In the order of the text.
    pub(super) hits: Vec<Hit>,
    /// Those of them that belong to cue lists: few, and asked for by twenty lists.
    pub(super) cues: Vec<Hit>,
}

/// A text understood.
pub(super) struct Understood {
    pub(super) text: Scanned,
    pub(super) located: Located,
    pub(super) ranked: Vec<Scored>,
}

fn texts(complaint: &Complaint) -> (&str, &str) {
    (complaint.title.as_deref().unwrap_or(""), complaint.content.as_deref().unwrap_or(""))
}

impl Scanned {
    /// Reads title and content; everything but the phrases of matters is looked up.
    pub(super) fn of(engine: &Engine, complaint: &Complaint) -> Self {
        let (title, content) = texts(complaint);
        Scanned::from_tokens(engine, engine.words.lexicon.tokenise(title, content))
    }

    fn from_tokens(engine: &Engine, tokens: Tokens) -> Self {
        let mut hits = Vec::with_capacity(tokens.list.len());
        engine.words.lexicon.scan(&tokens, &mut hits);
        let cues = hits.iter().copied().filter(|h| h.entry.kind == Kind::Cue).collect();
        Scanned { tokens, hits, cues }
    }

    /// The place it speaks of.
    pub(super) fn locate(
        &self,
        engine: &Engine,
        complaint: &Complaint,
        jurisdiction: Option<RegionCode>,
        (offsets, detail): (Offsets, Detail),
    ) -> Located {
        let words = &engine.words;
        let atlas = Atlas { gazetteer: &words.gazetteer, regions: &engine.regions, lexicon: &words.lexicon };
        place::locate(atlas, &self.tokens, &self.hits, complaint, jurisdiction, offsets, detail)
    }

    /// Looks the phrases of matters up too, and counts their votes.
    fn votes(&mut self, engine: &Engine) -> Vec<Scored> {
        engine.words.lexicon.scan_matters(&self.tokens, &mut self.hits);
        matter::votes(&engine.words.matter_rules, &engine.taxonomy, &self.tokens, &self.hits, &self.cues)
    }
}

impl Understood {
    pub(super) fn of(
        engine: &Engine,
        complaint: &Complaint,
        jurisdiction: Option<RegionCode>,
        (offsets, detail): (Offsets, Detail),
    ) -> Self {
        let mut text = Scanned::of(engine, complaint);
        let located = text.locate(engine, complaint, jurisdiction, (offsets, detail));
        let mut votes = text.votes(engine);
        let spoken_in = located.place.region.as_ref().map(|r| r.code).or(jurisdiction);
        if let Some(other) = reread(engine, &text.tokens, &text.hits, spoken_in) {
            matter::join(&mut votes, Scanned::from_tokens(engine, other).votes(engine));
        }
        let ranked = matter::rank(votes, &engine.words.matter_rules.policy);
        Understood { text, located, ranked }
    }

    /// The answer's matter.
    pub(super) fn matter(&self, engine: &Engine, complaint: &Complaint, detail: Detail, offsets: Offsets) -> Matter {
        let (title, content) = texts(complaint);
        let span = |first, end| self.text.tokens.span(first, end, title, content, offsets);
        let mut matter = matter::answer(&engine.words.matter_rules, &engine.taxonomy, &self.ranked, detail, span);
        if findings::advert(&self.text).is_some() {
            // an advert names matters, but reports none
            matter.abstain();
        }
        matter
    }

    /// The best matters with their scores, for routing.
    pub(super) fn matters<'e>(&self, engine: &'e Engine) -> Vec<(&'e MatterRow, u16)> {
        let best = self.ranked.iter().take(6);
        best.filter_map(|s| Some((engine.taxonomy.matter(s.row as usize)?, s.score))).collect()
    }
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
