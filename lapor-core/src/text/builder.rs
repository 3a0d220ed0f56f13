//! Building a [`Lexicon`]: spellings first, then every phrase of every list.

use super::hit::{Entry, Kind};
use super::lexicon::{EXACT, GAPPED, Lexicon, Meaning, place};
use super::words;
use rustc_hash::{FxBuildHasher, FxHashMap};

/// Builds a [`Lexicon`].
#[derive(Debug)]
pub struct LexiconBuilder(Lexicon);

/// Room for the built-in word lists, so that the tables need not grow while they are filled.
const WORDS: usize = 16_000;
const PHRASES: usize = 48_000;

impl Default for LexiconBuilder {
    fn default() -> Self {
        let mut nodes = Vec::with_capacity(PHRASES);
        // the roots of the two tries
        nodes.extend([0, 0]);
        LexiconBuilder(Lexicon {
            words: FxHashMap::with_capacity_and_hasher(WORDS, FxBuildHasher),
            normal: FxHashMap::default(),
            edges: FxHashMap::with_capacity_and_hasher(PHRASES, FxBuildHasher),
            nodes,
            meanings: Vec::with_capacity(PHRASES),
            places: Vec::with_capacity(WORDS),
        })
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
            let id = intern(&mut self.0.words, word);
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
            self.0.normal.insert(from, to);
        }
    }

    /// True if the word stands in some list already.
    pub fn knows(&self, word: &str) -> bool {
        self.0.words.contains_key(word)
    }

    /// The id that the next new word gets.
    pub fn next_id(&self) -> u32 {
        u32::try_from(self.0.words.len() + 1).unwrap_or(u32::MAX)
    }

    /// The ids of the words of a phrase, after spellings.
    pub fn phrase(&mut self, phrase: &str) -> Vec<u32> {
        let written = self.cut(phrase);
        self.spelled_out(&written)
    }

    fn spelled_out(&self, written: &[u32]) -> Vec<u32> {
        let mut out = Vec::with_capacity(written.len());
        for word in written {
            match self.0.normal.get(word) {
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
            self.0.places.resize(self.0.places.len().max(*word as usize + 1), 0);
            if let Some(places) = self.0.places.get_mut(*word as usize) {
                *places |= place(node);
            }
            let next = u32::try_from(self.0.nodes.len()).unwrap_or(u32::MAX);
            node = *self.0.edges.entry((node, *word)).or_insert(next);
            if node == next {
                self.0.nodes.push(0);
            }
        }
        let new = u32::try_from(self.0.meanings.len() + 1).unwrap_or(u32::MAX);
        let Some(first) = self.0.nodes.get_mut(node as usize) else { return };
        let mut at = *first;
        if at == 0 {
            *first = new;
        }
        // the meanings of a node keep the order in which they were added
        while let Some(known) = (at as usize).checked_sub(1).and_then(|i| self.0.meanings.get_mut(i)) {
            if known.entry == entry {
                return;
            }
            at = known.next;
            if at == 0 {
                known.next = new;
            }
        }
        self.0.meanings.push(Meaning { entry, next: 0 });
    }

    /// The finished lexicon.
    #[must_use]
    pub fn build(self) -> Lexicon {
        self.0
    }
}
