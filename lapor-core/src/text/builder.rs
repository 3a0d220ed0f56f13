//! Building a [`Lexicon`]: spellings first, then every phrase of every list.

use super::hit::{Entry, Kind};
use super::lexicon::{EXACT, GAPPED, Lexicon, Meaning, Node, SPELLING, follower, place};
use super::vocabulary::Vocabulary;
use super::words;
use rustc_hash::{FxBuildHasher, FxHashMap};

/// Builds a [`Lexicon`].
#[derive(Debug)]
pub struct LexiconBuilder {
    lexicon: Lexicon,
    /// The phrase that is read: its letters, its seams, its words as written, and after spellings. 45,000 phrases use the same room.
    buffer: String,
    seams: Vec<usize>,
    written: Vec<u32>,
    normal: Vec<u32>,
}

/// Room for the built-in word lists, so that the tables need not grow while they are filled.
const WORDS: usize = 16_000;
const PHRASES: usize = 48_000;

impl Default for LexiconBuilder {
    fn default() -> Self {
        let mut nodes = Vec::with_capacity(PHRASES);
        // the roots of the two tries
        nodes.extend([Node::default(); 2]);
        LexiconBuilder {
            lexicon: Lexicon {
                words: Vocabulary::with_room_for(WORDS),
                normal: FxHashMap::default(),
                edges: FxHashMap::with_capacity_and_hasher(PHRASES, FxBuildHasher),
                nodes,
                meanings: Vec::with_capacity(PHRASES),
                places: Vec::with_capacity(WORDS),
            },
            buffer: String::new(),
            seams: Vec::new(),
            written: Vec::new(),
            normal: Vec::new(),
        }
    }
}

impl LexiconBuilder {
    /// Reads a phrase.
    fn read(&mut self, phrase: &str) {
        let LexiconBuilder { lexicon, buffer, seams, written, normal } = self;
        written.clear();
        words::cut(phrase, buffer, seams, |raw| {
            let word = once(raw.folded);
            let id = lexicon.words.intern(word);
            // "gorong gorong" is "gorong-gorong": once is enough
            if written.last() != Some(&id) {
                written.push(id);
            }
        });
        let known = lexicon.words.len() + 1;
        lexicon.places.resize(known, 0);
        normal.clear();
        for word in written {
            match lexicon.normal(*word) {
                Some(others) => normal.extend_from_slice(others),
                None => normal.push(*word),
            }
        }
    }

    /// A spelling and what it stands for. Must come before the phrases that use it.
    pub fn spelling(&mut self, from: &str, to: &str) {
        self.read(to);
        let to = self.written.clone();
        self.read(from);
        if let [from] = *self.written
            && !to.is_empty()
            && let Some(places) = self.lexicon.places.get_mut(from as usize)
        {
            *places |= SPELLING;
            self.lexicon.normal.insert(from, to);
        }
    }

    /// True if the word stands in some list already.
    pub fn knows(&self, word: &str) -> bool {
        self.lexicon.words.id(word) != 0
    }

    /// The id that the next new word gets.
    pub fn next_id(&self) -> u32 {
        u32::try_from(self.lexicon.words.len() + 1).unwrap_or(u32::MAX)
    }

    /// The ids of the words of a phrase, after spellings.
    pub fn phrase(&mut self, phrase: &str) -> Vec<u32> {
        self.read(phrase);
        self.normal.clone()
    }

    /// A phrase and one of its meanings. Phrases of matters may have gaps in the text.
    pub fn add(&mut self, phrase: &str, entry: Entry) {
        self.read(phrase);
        let acronym = self.written.len() == 1 && phrase.len() <= 4;
        insert(&mut self.lexicon, &self.written, entry);
        if self.normal != self.written && !acronym {
            insert(&mut self.lexicon, &self.normal, entry);
        }
    }

    /// The finished lexicon.
    #[must_use]
    pub fn build(self) -> Lexicon {
        self.lexicon
    }
}

/// The single word of a doubled one.
fn once(word: &str) -> &str {
    // most words have no hyphen, which the bytes tell soonest
    let hyphen = word.bytes().position(|b| b == b'-').and_then(|at| Some((word.get(..at)?, word.get(at + 1..)?)));
    hyphen.filter(|(a, b)| a == b).map_or(word, |(a, _)| a)
}

fn insert(lexicon: &mut Lexicon, words: &[u32], entry: Entry) {
    if words.is_empty() {
        return;
    }
    let mut node = if entry.kind == Kind::Matter { GAPPED } else { EXACT };
    for word in words {
        if let Some(places) = lexicon.places.get_mut(*word as usize) {
            *places |= place(node);
        }
        let next = u32::try_from(lexicon.nodes.len()).unwrap_or(u32::MAX);
        let found = *lexicon.edges.entry((node, *word)).or_insert(next);
        if found == next {
            if let Some(node) = lexicon.nodes.get_mut(node as usize) {
                node.followers |= follower(*word);
            }
            lexicon.nodes.push(Node::default());
        }
        node = found;
    }
    let new = u32::try_from(lexicon.meanings.len() + 1).unwrap_or(u32::MAX);
    let Some(Node { meaning: first, .. }) = lexicon.nodes.get_mut(node as usize) else { return };
    let mut at = *first;
    if at == 0 {
        *first = new;
    }
    // the meanings of a node keep the order in which they were added
    while let Some(known) = (at as usize).checked_sub(1).and_then(|i| lexicon.meanings.get_mut(i)) {
        if known.entry == entry {
            return;
        }
        at = known.next;
        if at == 0 {
            known.next = new;
        }
    }
    lexicon.meanings.push(Meaning { entry, next: 0 });
}
