//! The compiled lexicon: every word list of every pack in one table, one hash probe a token.

use super::token::{Flags, Token, Tokens};
use super::words::{self, Raw};
use rustc_hash::{FxBuildHasher, FxHashMap};

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

const EXACT: u32 = 0;
const GAPPED: u32 = 1;
/// Where in phrases a word stands, as a bit: at the root of a trie, or further in.
const fn place(node: u32) -> u8 {
    match node {
        EXACT => 1,
        GAPPED => 2,
        _ => 4,
    }
}

/// Largest number of other words between two words of a phrase.
const MAX_GAP: usize = 3;

/// The longest stretch of tokens that one phrase can cover, gaps included.
const REACH: u32 = 48;

/// Those of the hits (in the order of the text) that begin at most `distance` tokens before or after tokens `first..end`, or that might still
/// cover them. What looks only here costs the same a token however long the text is.
pub fn around(hits: &[Hit], first: u32, end: u32, distance: u32) -> &[Hit] {
    let from = hits.partition_point(|h| h.first < first.saturating_sub(distance.saturating_add(REACH)));
    let to = hits.partition_point(|h| h.first <= end.saturating_add(distance));
    hits.get(from..to).unwrap_or(&[])
}

/// One meaning of a node, and where the next one stands (its number + 1; 0 = it is the last). One pool instead of a list a node: most nodes
/// have none or one.
#[derive(Debug, Clone, Copy)]
struct Meaning {
    entry: Entry,
    next: u32,
}

/// True if one of the hits (in the order of the text) has more words and covers this one: "kota bandung" says more than "bandung".
pub fn covered(hits: &[Hit], hit: &Hit) -> bool {
    around(hits, hit.first, hit.end, 0).iter().any(|o| o.words > hit.words && o.first <= hit.first && o.end >= hit.end)
}

/// Builds a [`Lexicon`].
#[derive(Debug)]
pub struct LexiconBuilder {
    words: FxHashMap<Box<str>, u32>,
    normal: FxHashMap<u32, Vec<u32>>,
    edges: FxHashMap<(u32, u32), u32>,
    nodes: Vec<u32>,
    meanings: Vec<Meaning>,
    places: Vec<u8>,
}

/// Room for the built-in word lists, so that the tables need not grow while they are filled.
const WORDS: usize = 16_000;
const PHRASES: usize = 48_000;

impl Default for LexiconBuilder {
    fn default() -> Self {
        let mut nodes = Vec::with_capacity(PHRASES);
        // the roots of the two tries
        nodes.extend([0, 0]);
        LexiconBuilder {
            words: FxHashMap::with_capacity_and_hasher(WORDS, FxBuildHasher),
            normal: FxHashMap::default(),
            edges: FxHashMap::with_capacity_and_hasher(PHRASES, FxBuildHasher),
            nodes,
            meanings: Vec::with_capacity(PHRASES),
            places: Vec::with_capacity(WORDS),
        }
    }
}

fn intern(words: &mut FxHashMap<Box<str>, u32>, word: &str) -> u32 {
    if let Some(id) = words.get(word) {
        return *id;
    }
    let id = u32::try_from(words.len() + 1).unwrap_or(u32::MAX);
    words.insert(word.into(), id);
    id
}

impl LexiconBuilder {
    fn cut(&mut self, phrase: &str) -> Vec<u32> {
        let (mut buffer, mut seams, mut ids) = (String::new(), Vec::new(), Vec::new());
        words::cut(phrase, &mut buffer, &mut seams, |raw| {
            let word = raw.folded.split_once('-').filter(|(a, b)| a == b).map_or(raw.folded, |(a, _)| a);
            let id = intern(&mut self.words, word);
            // "gorong gorong" is "gorong-gorong": once is enough
            if ids.last() != Some(&id) {
                ids.push(id);
            }
        });
        ids
    }

    /// A spelling and what it stands for. Must come before the phrases that use it.
    pub fn spelling(&mut self, from: &str, to: &str) {
        let to = self.cut(to);
        if let [from] = *self.cut(from)
            && !to.is_empty()
        {
            self.normal.insert(from, to);
        }
    }

    /// True if the word stands in some list already.
    pub fn knows(&self, word: &str) -> bool {
        self.words.contains_key(word)
    }

    /// The ids of the words of a phrase, after spellings.
    pub fn phrase(&mut self, phrase: &str) -> Vec<u32> {
        let written = self.cut(phrase);
        self.spelled_out(&written)
    }

    fn spelled_out(&self, written: &[u32]) -> Vec<u32> {
        let mut out = Vec::with_capacity(written.len());
        for word in written {
            match self.normal.get(word) {
                Some(normal) => out.extend_from_slice(normal),
                None => out.push(*word),
            }
        }
        out
    }

    /// A phrase and one of its meanings. Phrases of matters may have gaps in the text.
    pub fn add(&mut self, phrase: &str, entry: Entry) {
        let written = self.cut(phrase);
        let normal = self.spelled_out(&written);
        let acronym = written.len() == 1 && phrase.len() <= 4;
        self.insert(&written, entry);
        if normal != written && !acronym {
            self.insert(&normal, entry);
        }
    }

    fn insert(&mut self, words: &[u32], entry: Entry) {
        if words.is_empty() {
            return;
        }
        let mut node = if entry.kind == Kind::Matter { GAPPED } else { EXACT };
        for word in words {
            self.places.resize(self.places.len().max(*word as usize + 1), 0);
            if let Some(places) = self.places.get_mut(*word as usize) {
                *places |= place(node);
            }
            let next = u32::try_from(self.nodes.len()).unwrap_or(u32::MAX);
            node = *self.edges.entry((node, *word)).or_insert(next);
            if node == next {
                self.nodes.push(0);
            }
        }
        let new = u32::try_from(self.meanings.len() + 1).unwrap_or(u32::MAX);
        let Some(first) = self.nodes.get_mut(node as usize) else { return };
        let mut at = *first;
        if at == 0 {
            *first = new;
        }
        // the meanings of a node keep the order in which they were added
        while let Some(known) = (at as usize).checked_sub(1).and_then(|i| self.meanings.get_mut(i)) {
            if known.entry == entry {
                return;
            }
            at = known.next;
            if at == 0 {
                known.next = new;
            }
        }
        self.meanings.push(Meaning { entry, next: 0 });
    }

    /// The finished lexicon.
    #[must_use]
    pub fn build(self) -> Lexicon {
        Lexicon {
            words: self.words,
            normal: self.normal,
            edges: self.edges,
            nodes: self.nodes,
            meanings: self.meanings,
            places: self.places,
        }
    }
}

/// Every word list in one table.
#[derive(Debug)]
pub struct Lexicon {
    words: FxHashMap<Box<str>, u32>,
    normal: FxHashMap<u32, Vec<u32>>,
    edges: FxHashMap<(u32, u32), u32>,
    nodes: Vec<u32>,
    meanings: Vec<Meaning>,
    places: Vec<u8>,
}

impl Lexicon {
    /// The id of a folded word; 0 if it is in no list.
    #[must_use]
    pub fn id(&self, word: &str) -> u32 {
        self.words.get(word).copied().unwrap_or(0)
    }

    /// Makes the token stream of a complaint.
    #[must_use]
    pub fn tokenise(&self, title: &str, content: &str) -> Tokens {
        let mut out = Tokens { list: Vec::with_capacity((title.len() + content.len()) / 5) };
        let (mut buffer, mut seams) = (String::new(), Vec::new());
        for (text, mark) in [(title, Flags::TITLE), (content, Flags::default())] {
            words::cut(text, &mut buffer, &mut seams, |raw| self.take(&raw, mark, &mut out.list));
        }
        out
    }

    fn take(&self, raw: &Raw<'_>, mark: Flags, out: &mut Vec<Token>) {
        let mut flags = mark;
        // "Kec. Banyuwangi": the full stop of an abbreviation ends no sentence
        let abbreviation =
            raw.dot_before && out.last().is_some_and(|t| t.end - t.start <= 4 && self.normal.contains_key(&t.word));
        for (set, flag) in [
            (raw.sentence_before && !abbreviation, Flags::BREAK),
            (raw.capital, Flags::CAPITAL),
            (raw.upper, Flags::UPPER),
            (raw.mask, Flags::MASK),
        ] {
            if set {
                flags = flags.with(flag);
            }
        }
        if raw.mask {
            self.push(0, raw.start, raw.end, flags, 0, out);
            return;
        }
        let mut word = self.forms(raw.folded);
        if word == 0 && !raw.seams.is_empty() {
            // glued sentences: cut where a capital follows a lower-case letter
            let mut from = (raw.start, 0);
            for to in raw.seams.iter().copied().chain([(raw.end, raw.folded.len())]) {
                self.piece(raw.folded.get(from.1..to.1).unwrap_or(""), from.0, to.0, flags, out);
                flags = mark.with(Flags::BREAK).with(Flags::CAPITAL);
                from = to;
            }
            return;
        }
        if word == 0 && raw.folded.contains('-') {
            let mut at = raw.start;
            for part in raw.folded.split('-') {
                self.piece(part, at, (at + part.len()).min(raw.end), flags, out);
                at += part.len() + 1;
                flags = mark;
            }
            return;
        }
        if word == 0 {
            let digits_at = raw.folded.find(|c: char| c.is_ascii_digit()).filter(|at| *at > 0);
            if let Some((letters, digits)) = digits_at.and_then(|at| raw.folded.split_at_checked(at)) {
                let seam = (raw.start + letters.len()).min(raw.end);
                word = self.forms(letters);
                self.push(word, raw.start, seam, flags, 0, out);
                self.piece(digits, seam, raw.end, mark, out);
                return;
            }
        }
        self.piece_of(word, raw.folded, raw.start, raw.end, flags, out);
    }

    fn piece(&self, folded: &str, start: usize, end: usize, flags: Flags, out: &mut Vec<Token>) {
        self.piece_of(self.forms(folded), folded, start, end, flags, out);
    }

    fn piece_of(&self, word: u32, folded: &str, start: usize, end: usize, flags: Flags, out: &mut Vec<Token>) {
        if folded.is_empty() || folded == "nya" {
            return;
        }
        let number = if folded.len() <= 9 { folded.parse().unwrap_or(0) } else { 0 };
        let digits = folded.bytes().all(|b| b.is_ascii_digit());
        self.push(word, start, end, if digits { flags.with(Flags::NUMBER) } else { flags }, number, out);
    }

    fn push(&self, word: u32, start: usize, end: usize, flags: Flags, number: u32, out: &mut Vec<Token>) {
        let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let mut token = Token { start: small(start), end: small(end), word, norm: word, skip: 0, flags, number };
        match self.normal.get(&word).map(Vec::as_slice) {
            Some([first, rest @ ..]) => {
                token.norm = *first;
                token.skip = u8::try_from(rest.len()).unwrap_or(0);
                out.push(token);
                for norm in rest {
                    out.push(Token {
                        word: 0,
                        norm: *norm,
                        skip: 0,
                        flags: if flags.has(Flags::TITLE) { Flags::TITLE } else { Flags::default() }
                            .with(Flags::CONTINUED),
                        ..token
                    });
                }
            }
            _ => {
                // "jalan jalan" is "jalan-jalan": once is enough
                let twice = word != 0
                    && !flags.has(Flags::BREAK)
                    && out.last().is_some_and(|last| last.word == word && !last.flags.has(Flags::NUMBER));
                if twice {
                    if let Some(last) = out.last_mut() {
                        last.end = token.end;
                    }
                } else {
                    out.push(token);
                }
            }
        }
    }

    /// Looks a written word up, then its likely base forms.
    fn forms(&self, word: &str) -> u32 {
        let found = self.id(word);
        if found != 0 || word.len() < 4 {
            return found;
        }
        if let Some((a, b)) = word.split_once('-')
            && (a == b || b.strip_prefix(a).is_some_and(|rest| rest == "nya" || rest == "an"))
        {
            return self.forms(a);
        }
        for tail in ["2", "2nya", "nya", "lah", "kah", "pun", "ku", "mu"] {
            if let Some(stem) = word.strip_suffix(tail)
                && stem.len() >= 3
            {
                let id = self.id(stem);
                if id != 0 {
                    return id;
                }
            }
        }
        for head in ["di", "ke"] {
            if let Some(stem) = word.strip_prefix(head)
                && stem.len() >= 5
            {
                let id = self.id(stem);
                if id != 0 {
                    return id;
                }
            }
        }
        self.elongated(word)
    }

    /// `tolooong` → `tolong`: runs of three or more letters, and a doubled last letter, become one.
    fn elongated(&self, word: &str) -> u32 {
        let bytes = word.as_bytes();
        let run = bytes.windows(3).any(|w| matches!(w, [a, b, c] if a == b && b == c && a.is_ascii_alphabetic()));
        let tail = matches!(bytes, [.., a, b] if a == b && a.is_ascii_alphabetic());
        if !run && !tail {
            return 0;
        }
        let mut short = String::with_capacity(word.len());
        for c in word.chars() {
            if !short.ends_with(c) || c.is_ascii_digit() {
                short.push(c);
            }
        }
        self.id(&short)
    }

    /// Finds all phrases without gaps, in the order of the text: regions, offices, cues, pair words.
    pub fn scan(&self, tokens: &Tokens, out: &mut Vec<Hit>) {
        for at in 0..tokens.list.len() {
            self.walk(EXACT, tokens, at, at, 0, 0, 0, out);
        }
    }

    /// Adds the phrases of matters, all hits in the order of the text; up to three other words may stand between two words of a phrase.
    pub fn scan_matters(&self, tokens: &Tokens, out: &mut Vec<Hit>) {
        for at in 0..tokens.list.len() {
            self.walk(GAPPED, tokens, at, at, MAX_GAP, 0, 0, out);
        }
        out.sort_by_key(|h| h.first);
    }

    #[allow(clippy::too_many_arguments, reason = "one recursive walk; a struct would only rename its arguments")]
    fn walk(
        &self,
        node: u32,
        tokens: &Tokens,
        first: usize,
        at: usize,
        max_gap: usize,
        words: u8,
        gaps: u8,
        out: &mut Vec<Hit>,
    ) {
        let Some(token) = tokens.get(at) else { return };
        let readings = [(token.norm, 1), (token.word, 1 + usize::from(token.skip))];
        for (i, (word, step)) in readings.into_iter().enumerate() {
            if word == 0 || (i == 1 && word == token.norm) {
                continue;
            }
            // most words stand nowhere at this place of a phrase: a look at a small table spares the probe of the large one
            if self.places.get(word as usize).is_none_or(|places| places & place(node) == 0) {
                continue;
            }
            let Some(next) = self.edges.get(&(node, word)) else { continue };
            let end = at + step;
            let mut at = self.nodes.get(*next as usize).copied().unwrap_or(0);
            while let Some(meaning) = (at as usize).checked_sub(1).and_then(|i| self.meanings.get(i)) {
                out.push(Hit {
                    entry: meaning.entry,
                    first: u32::try_from(first).unwrap_or(u32::MAX),
                    end: u32::try_from(end).unwrap_or(u32::MAX),
                    words: words + 1,
                    gaps,
                });
                at = meaning.next;
            }
            for gap in 0..=max_gap {
                let ahead = end + gap;
                match tokens.get(ahead) {
                    Some(t) if !t.flags.has(Flags::BREAK) => {}
                    _ => break,
                }
                let gap = u8::try_from(gap).unwrap_or(u8::MAX);
                self.walk(*next, tokens, first, ahead, max_gap, words + 1, gaps.saturating_add(gap), out);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexicon() -> Lexicon {
        let mut b = LexiconBuilder::default();
        b.spelling("jln", "jalan");
        b.spelling("pju", "penerangan jalan umum");
        for (i, phrase) in
            ["jalan rusak", "penerangan jalan umum mati", "banjir", "tolong", "gorong-gorong"].iter().enumerate()
        {
            b.add(phrase, Entry { kind: Kind::Matter, value: u32::try_from(i).unwrap(), weight: 5, landmark: false });
        }
        b.phrase("sampai");
        b.build()
    }

    fn found(text: &str) -> Vec<u32> {
        let lexicon = lexicon();
        let tokens = lexicon.tokenise("", text);
        let mut hits = Vec::new();
        lexicon.scan_matters(&tokens, &mut hits);
        hits.iter().map(|h| h.entry.value).collect()
    }

    #[test]
    fn spellings_gaps_and_glue() {
        assert_eq!(found("Jln depan rumah rusak parah"), [0]);
        assert_eq!(found("jalan. rusak"), [] as [u32; 0]);
        assert_eq!(found("PJU mati"), [1]);
        assert_eq!(found("selaluBanjirSampai malam"), [2]);
        assert_eq!(found("tolooong"), [3]);
        assert_eq!(found("gorong2 dan gorong gorong"), [4, 4]);
        assert_eq!(found("banjirnya\\nbesar"), [2]);
    }

    #[test]
    fn masks_are_single_tokens_and_offsets_point_back() {
        let lexicon = lexicon();
        let text = "KTP [NOMOR KTP DISENSOR] banjir";
        let tokens = lexicon.tokenise("", text);
        assert_eq!(tokens.list.len(), 3);
        assert!(tokens.list[1].flags.has(Flags::MASK));
        let last = tokens.list[2];
        assert_eq!(text.get(last.start as usize..last.end as usize), Some("banjir"));
    }
}
