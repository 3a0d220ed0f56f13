//! The compiled lexicon: every word list of every pack in one table, one hash probe a token.

use super::hit::{Entry, Hit};
use super::token::{Flags, Token, Tokens};
use super::words::{self, Places, Raw};
use rustc_hash::FxHashMap;

/// Root of the phrases whose words stand together.
pub(super) const EXACT: u32 = 0;
/// Root of the phrases that other words may interrupt.
pub(super) const GAPPED: u32 = 1;

/// Where in phrases a word stands, as a bit: at the root of a trie, or further in.
pub(super) const fn place(node: u32) -> u8 {
    match node {
        EXACT => 1,
        GAPPED => 2,
        _ => 4,
    }
}

/// Largest number of other words between two words of a phrase.
const MAX_GAP: usize = 3;

/// A word glued to a number before it has at least so many letters.
const LEAST_GLUED: usize = 4;

/// One meaning of a node, and where the next one stands (its number + 1; 0 = it is the last). One pool instead of a list a node: most nodes
/// have none or one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Meaning {
    pub(super) entry: Entry,
    pub(super) next: u32,
}

/// A written word while it is cut into tokens.
struct Word<'a> {
    folded: &'a str,
    places: Places<'a>,
    out: &'a mut Vec<Token>,
}

/// Every word list in one table.
#[derive(Debug)]
pub struct Lexicon {
    pub(super) words: FxHashMap<Box<str>, u32>,
    pub(super) normal: FxHashMap<u32, Vec<u32>>,
    pub(super) edges: FxHashMap<(u32, u32), u32>,
    pub(super) nodes: Vec<u32>,
    pub(super) meanings: Vec<Meaning>,
    pub(super) places: Vec<u8>,
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
            self.push(0, (raw.start, raw.end), flags, 0, out);
            return;
        }
        let mut word = Word { folded: raw.folded, places: raw.places(), out };
        let read = self.forms(raw.folded);
        if read.0 != 0 || raw.seams.is_empty() {
            self.part(&mut word, (0, raw.folded.len()), read, flags);
            return;
        }
        // glued sentences: cut where a capital follows a lower-case letter
        let mut from = 0;
        for to in raw.seams.iter().copied().chain([raw.folded.len()]) {
            self.piece(&mut word, (from, to), flags);
            flags = mark.with(Flags::BREAK).with(Flags::CAPITAL);
            from = to;
        }
    }

    /// A stretch of a written word.
    fn piece(&self, word: &mut Word<'_>, (from, to): (usize, usize), flags: Flags) {
        let read = self.forms(word.folded.get(from..to).unwrap_or(""));
        self.part(word, (from, to), read, flags);
    }

    /// A stretch that is read as `read`. If it is in no list, its parts between hyphens are pieces, else the letters before its first digit and
    /// the rest.
    fn part(&self, word: &mut Word<'_>, (from, to): (usize, usize), read: (u32, Flags), mut flags: Flags) {
        let text = word.folded.get(from..to).unwrap_or("");
        let (known, form) = read;
        if known == 0 && text.contains('-') {
            let mut at = from;
            for part in text.split('-') {
                self.piece(word, (at, at + part.len()), flags);
                at += part.len() + 1;
                flags = flags.only(Flags::TITLE);
            }
            return;
        }
        if known == 0
            && let Some(seam) = text.find(|c: char| c.is_ascii_digit()).filter(|at| *at > 0)
        {
            self.piece(word, (from, from + seam), flags);
            self.piece(word, (from + seam, to), flags.only(Flags::TITLE));
            return;
        }
        if known == 0
            && let Some(seam) = text.find(|c: char| !c.is_ascii_digit()).filter(|at| *at > 0)
            && text.len() >= seam + LEAST_GLUED
            && self.id(text.get(seam..).unwrap_or("")) != 0
        {
            // "RW 01DESA": a number glued to a word that a list knows
            self.piece(word, (from, from + seam), flags);
            self.piece(word, (from + seam, to), flags.only(Flags::TITLE));
            return;
        }
        if text.is_empty() || text == "nya" {
            return;
        }
        let number = if text.len() <= 9 { text.parse().unwrap_or(0) } else { 0 };
        if text.bytes().all(|b| b.is_ascii_digit()) {
            flags = flags.with(Flags::NUMBER);
        }
        let place = (word.places.of(from), word.places.of(to));
        self.push(known, place, flags.with(form), number, word.out);
    }

    fn push(&self, word: u32, (start, end): (usize, usize), flags: Flags, number: u32, out: &mut Vec<Token>) {
        let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let mut token = Token { start: small(start), end: small(end), word, norm: word, skip: 0, flags, number };
        match self.normal.get(&word).map(Vec::as_slice) {
            Some([first, rest @ ..]) => {
                token.norm = *first;
                token.skip = u8::try_from(rest.len()).unwrap_or(0);
                out.push(token);
                for norm in rest {
                    let flags = flags.only(Flags::TITLE).with(Flags::CONTINUED);
                    out.push(Token { word: 0, norm: *norm, skip: 0, flags, ..token });
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
                        last.flags = last.flags.with(Flags::DOUBLED);
                    }
                } else {
                    out.push(token);
                }
            }
        }
    }

    /// Looks a written word up, then its likely base forms; says too whether it is a doubled word.
    fn forms(&self, word: &str) -> (u32, Flags) {
        let once = Flags::default();
        let found = self.id(word);
        if found != 0 {
            return (found, if self.listed_twice(word, found) { Flags::DOUBLED } else { once });
        }
        if word.len() < 4 {
            return (0, once);
        }
        if let Some((a, b)) = word.split_once('-')
            && (a == b || b.strip_prefix(a).is_some_and(|rest| rest == "nya" || rest == "an"))
        {
            return (self.forms(a).0, Flags::DOUBLED);
        }
        let tails = [("2", Flags::DOUBLED), ("2nya", Flags::DOUBLED)];
        for (tail, form) in tails.into_iter().chain(["nya", "lah", "kah", "pun", "ku", "mu"].map(|tail| (tail, once))) {
            if let Some(stem) = word.strip_suffix(tail)
                && stem.len() >= 3
            {
                let id = self.id(stem);
                if id != 0 {
                    return (id, form);
                }
            }
        }
        for head in ["di", "ke"] {
            if let Some(stem) = word.strip_prefix(head)
                && stem.len() >= 5
            {
                let id = self.id(stem);
                if id != 0 {
                    return (id, once);
                }
            }
        }
        (self.elongated(word), once)
    }

    /// True for a spelling such as `lampu2` that the table itself gives the single word.
    fn listed_twice(&self, word: &str, id: u32) -> bool {
        let Some(stem) = word.strip_suffix('2') else { return false };
        self.normal.get(&id).is_some_and(|normal| *normal == [self.id(stem)])
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
        crate::sort::by_key(out, |h| h.first);
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
    use super::super::{Entry, Kind, LexiconBuilder};
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
