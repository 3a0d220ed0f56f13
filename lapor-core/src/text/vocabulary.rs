//! The words of every list, numbered from 1 in the order in which they came: one run of letters, and a table that is probed once a word.

use rustc_hash::FxHasher;
use std::hash::Hasher;

/// Where a word may stand: its hash, which tells nearly all other words without a look at the letters, and its number (0 = free).
#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    hash: u32,
    id: u32,
}

/// Words by their letters, and letters by the number of the word.
#[derive(Debug)]
pub struct Vocabulary {
    letters: String,
    /// Where each word ends in `letters`; the first belongs to number 0, which is no word.
    ends: Vec<u32>,
    /// A power of two of them, at most half taken.
    slots: Vec<Slot>,
}

fn hash(word: &str) -> u32 {
    let mut hasher = FxHasher::default();
    hasher.write(word.as_bytes());
    // on a machine of 32 bits there are no others
    hasher.finish() as u32
}

impl Vocabulary {
    /// Room for so many words before the table must grow.
    #[must_use]
    pub fn with_room_for(words: usize) -> Self {
        let slots = vec![Slot::default(); (words * 2).next_power_of_two()];
        let mut ends = Vec::with_capacity(words);
        ends.push(0);
        Vocabulary { letters: String::with_capacity(words * 8), ends, slots }
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len() - 1
    }

    /// The letters of the word with a number; none for 0.
    #[must_use]
    pub fn word(&self, id: u32) -> &str {
        let at = |id: usize| self.ends.get(id).map(|end| *end as usize);
        let ends = (id as usize).checked_sub(1).and_then(|before| at(before).zip(at(id as usize)));
        ends.and_then(|(from, to)| self.letters.get(from..to)).unwrap_or("")
    }

    /// The slot of a word, or the free one that it would get.
    fn find(&self, word: &str, hash: u32) -> (usize, u32) {
        let around = self.slots.len() - 1;
        let mut at = hash as usize & around;
        while let Some(slot) = self.slots.get(at).filter(|slot| slot.id != 0) {
            if slot.hash == hash && self.word(slot.id) == word {
                return (at, slot.id);
            }
            at = (at + 1) & around;
        }
        (at, 0)
    }

    /// The number of a word; 0 if there is none.
    pub(super) fn id(&self, word: &str) -> u32 {
        self.find(word, hash(word)).1
    }

    /// The number of a word, a new one if it has none yet.
    pub fn intern(&mut self, word: &str) -> u32 {
        let hash = hash(word);
        let (at, known) = self.find(word, hash);
        if known != 0 {
            return known;
        }
        let id = small(self.ends.len());
        self.letters.push_str(word);
        self.ends.push(small(self.letters.len()));
        if let Some(slot) = self.slots.get_mut(at) {
            *slot = Slot { hash, id };
        }
        if self.ends.len() * 2 > self.slots.len() {
            self.grow();
        }
        id
    }

    fn grow(&mut self) {
        self.slots = vec![Slot::default(); self.slots.len() * 2];
        for id in 1..small(self.ends.len()) {
            let word = self.word(id);
            let hash = hash(word);
            let at = self.find(word, hash).0;
            if let Some(slot) = self.slots.get_mut(at) {
                *slot = Slot { hash, id };
            }
        }
    }
}

fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_numbers_while_the_table_grows() {
        let mut words = Vocabulary::with_room_for(2);
        let list: Vec<String> = (0..500).map(|n| format!("kata{n}")).collect();
        for (n, word) in list.iter().enumerate() {
            assert_eq!(words.id(word), 0);
            assert_eq!(words.intern(word) as usize, n + 1);
        }
        for (n, word) in list.iter().enumerate() {
            assert_eq!(words.id(word) as usize, n + 1);
            assert_eq!(words.intern(word) as usize, n + 1);
            assert_eq!(words.word(u32::try_from(n + 1).unwrap()), word);
        }
        assert_eq!((words.len(), words.id(""), words.word(0), words.word(501)), (500, 0, "", ""));
    }
}
