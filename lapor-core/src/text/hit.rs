//! What a lexicon finds: entries, hits, and looking around a hit.

/// What kind of thing an entry names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A phrase of a matter.
    Matter,
    /// A regional or local word; the value is its row.
    Regional,
    /// The name of one or more regions; the value is the name's row.
    Region,
    /// The name of an office; the value is the office's row.
    Office,
    /// A cue of a discriminator value.
    Discriminator,
    /// Object of a pair.
    PairObject,
    /// Condition of a pair.
    PairCondition,
    /// An ambiguous word.
    Ambiguous,
    /// A neighbour of an ambiguous word; the value is the rule's row.
    Near,
    /// A cue list of the lexicon; the value is the list.
    Cue,
}

/// One meaning of a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// Kind of thing.
    pub kind: Kind,
    /// Row of that kind.
    pub value: u32,
    /// Weight 1 to 5, where the kind has one.
    pub weight: u8,
    /// Mostly a landmark.
    pub landmark: bool,
}

/// A phrase found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// What it means.
    pub entry: Entry,
    /// First token.
    pub first: u32,
    /// One past the last token.
    pub end: u32,
    /// Words of the phrase.
    pub words: u8,
    /// Other words between them.
    pub gaps: u8,
}

/// The longest stretch of tokens that one phrase can cover, gaps included.
const REACH: u32 = 48;

/// Those of the hits (in the order of the text) that begin at most `distance` tokens before or after tokens `first..end`, or that might still
/// cover them. What looks only here costs the same a token however long the text is.
pub fn around(hits: &[Hit], first: u32, end: u32, distance: u32) -> &[Hit] {
    let from = hits.partition_point(|h| h.first < first.saturating_sub(distance.saturating_add(REACH)));
    let to = hits.partition_point(|h| h.first <= end.saturating_add(distance));
    hits.get(from..to).unwrap_or(&[])
}

/// How far the hits up to each of them reach.
pub fn reach(hits: &[Hit]) -> Vec<u32> {
    let furthest = |last: &mut u32, hit: &Hit| {
        *last = (*last).max(hit.end);
        Some(*last)
    };
    hits.iter().scan(0, furthest).collect()
}

/// The hits that begin where this one does, and those before it as far back as one of them could still cover it; `reach` is that of the hits.
pub fn before<'h>(hits: &'h [Hit], reach: &'h [u32], hit: &Hit) -> impl Iterator<Item = &'h Hit> {
    let (first, end) = (hit.first, hit.end);
    let to = hits.partition_point(|h| h.first <= first);
    // cut, not taken: a `take` that is turned round walks over everything behind it, for each hit anew
    let back = hits.get(..to).unwrap_or_default().iter().zip(reach.get(..to).unwrap_or_default()).rev();
    back.take_while(move |(_, reach)| **reach >= end).map(|(hit, _)| hit)
}

/// True if one of the hits (in the order of the text) has more words and covers this one: "kota bandung" says more than "bandung".
pub fn covered(hits: &[Hit], hit: &Hit) -> bool {
    around(hits, hit.first, hit.end, 0).iter().any(|o| o.words > hit.words && o.first <= hit.first && o.end >= hit.end)
}
