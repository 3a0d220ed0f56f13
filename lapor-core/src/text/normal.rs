//! A text in the words that the library reads in it.

use super::lexicon::Lexicon;
use super::token::{Flags, Token};
use super::words;

/// A word in its standard spelling, and what stands for it in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Normal {
    /// Lower case, standard spelling; a mask as it is written.
    pub word: String,
    /// First byte of what stands for it.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// A sentence ends before it.
    pub breaks: bool,
    /// It is not the word as written, case, accents and invisible characters aside.
    pub changed: bool,
}

/// A word before it is written out.
struct Read<'t> {
    /// Number of the word in the lexicon; 0 = in no list, or a mask.
    id: u32,
    word: std::borrow::Cow<'t, str>,
    start: usize,
    end: usize,
    breaks: bool,
    mask: bool,
    doubled: bool,
}

impl Lexicon {
    /// The words of a text. Written with a blank between them, and a full stop before those that begin a sentence, they are read as the same
    /// words again.
    #[must_use]
    pub fn normalise(&self, text: &str) -> Vec<Normal> {
        let mut out: Vec<Read<'_>> = Vec::new();
        for token in &self.tokenise("", text).list {
            let mut read = Read::of(token, text, self);
            if let Some((id, stem)) = self.listed_double(&read) {
                (read.id, read.doubled, read.word) = (id, true, stem.to_owned().into());
            }
            match out.last_mut() {
                // what the tokeniser does with a doubled word, once more: "jln jalan" is one after its spelling only
                Some(last) if last.id == read.id && read.id != 0 && !read.breaks && !last.is_number() => {
                    last.end = read.end;
                    last.doubled = true;
                }
                _ => out.push(read),
            }
        }
        out.into_iter().map(|read| read.written_out(text)).collect()
    }

    /// The single word of a doubled one that stands in a list as people type it (`gorong2`).
    fn listed_double<'r>(&self, read: &'r Read<'_>) -> Option<(u32, &'r str)> {
        let stem = read.word.strip_suffix('2').filter(|stem| read.id != 0 && stem.len() >= 3)?;
        let id = self.id(stem);
        (id != 0 && !self.has_normal(id)).then_some((id, stem))
    }
}

impl<'t> Read<'t> {
    fn of(token: &Token, text: &'t str, lexicon: &'t Lexicon) -> Self {
        let (start, end) = (token.start as usize, token.end as usize);
        let written = text.get(start..end).unwrap_or("");
        let mask = token.flags.has(Flags::MASK);
        let word = match token.norm {
            _ if mask => written.into(),
            0 => words::folded(written).into(),
            norm => lexicon.words.word(norm).into(),
        };
        // a doubled abbreviation of several words says them once
        let doubled = token.flags.has(Flags::DOUBLED) && token.skip == 0;
        Read { id: token.norm, word, start, end, breaks: token.flags.has(Flags::BREAK), mask, doubled }
    }

    fn is_number(&self) -> bool {
        !self.doubled && self.word.bytes().all(|b| b.is_ascii_digit())
    }

    fn written_out(self, text: &str) -> Normal {
        // a word that has a hyphen by itself would not be read as doubled
        let twice = self.doubled && !self.word.contains('-');
        let word = if twice { format!("{0}-{0}", self.word) } else { self.word.into_owned() };
        let written = text.get(self.start..self.end).unwrap_or("");
        let changed = !self.mask && words::folded(written) != word;
        Normal { word, start: self.start, end: self.end, breaks: self.breaks, changed }
    }
}
