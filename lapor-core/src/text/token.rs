//! Tokens and their stream.

use crate::complaint::{Offsets, Span};

/// Marks of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Flags(u8);

impl Flags {
    /// The token stands in the title.
    pub const TITLE: Flags = Flags(1);
    /// A sentence, line or field ends before it.
    pub const BREAK: Flags = Flags(2);
    /// It begins with a capital letter.
    pub const CAPITAL: Flags = Flags(4);
    /// It is written in capitals throughout.
    pub const UPPER: Flags = Flags(8);
    /// It is a number.
    pub const NUMBER: Flags = Flags(16);
    /// It is a mask of LAPOR! or of lapor.
    pub const MASK: Flags = Flags(32);
    /// It goes on with the token before: one written word that stands for several.
    pub const CONTINUED: Flags = Flags(64);
    /// It is written twice (`kata2`, `kata-kata`, `kata kata`) and read once.
    pub const DOUBLED: Flags = Flags(128);

    /// Both sets together.
    #[must_use]
    pub const fn with(self, other: Flags) -> Flags {
        Flags(self.0 | other.0)
    }

    /// Those marks that both sets have.
    #[must_use]
    pub const fn only(self, other: Flags) -> Flags {
        Flags(self.0 & other.0)
    }

    /// True if all marks of `other` are set.
    #[must_use]
    pub const fn has(self, other: Flags) -> bool {
        self.0 & other.0 == other.0
    }
}

/// One word of the stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// First byte in its field.
    pub start: u32,
    /// One past the last byte in its field.
    pub end: u32,
    /// The word as written (folded); 0 = in no list.
    pub word: u32,
    /// The word it stands for.
    pub norm: u32,
    /// How many tokens after it belong to the same written word.
    pub skip: u8,
    /// Marks.
    pub flags: Flags,
    /// The number, for postal codes and the like.
    pub number: u32,
}

/// The token stream of one complaint.
#[derive(Debug, Clone, Default)]
pub struct Tokens {
    /// Title first, then content.
    pub list: Vec<Token>,
}

impl Tokens {
    /// The token at an index.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<&Token> {
        self.list.get(index)
    }

    /// True if a sentence ends between two token positions.
    #[must_use]
    pub fn broken(&self, from: usize, to: usize) -> bool {
        self.list.get(from + 1..=to).is_some_and(|run| run.iter().any(|t| t.flags.has(Flags::BREAK)))
    }

    /// The place of tokens `first..end` in the original.
    #[must_use]
    pub fn span(&self, first: usize, end: usize, title: &str, content: &str, offsets: Offsets) -> Option<Span> {
        let a = self.list.get(first)?;
        let b = self.list.get(end.checked_sub(1)?)?;
        let in_title = a.flags.has(Flags::TITLE);
        let text = if in_title { title } else { content };
        let unit = |at: u32| match offsets {
            Offsets::Utf8 => at as usize,
            Offsets::Utf16 => text.get(..at as usize).map_or(0, |s| s.encode_utf16().count()),
        };
        let field = if in_title { "title" } else { "content" };
        Some(Span { field, start: unit(a.start), end: unit(b.end.max(a.end)) })
    }
}
