//! The words of a text as they are written, for names that no list holds.

use super::Text;
use crate::text::{self, Flags, Token, Tokens};

/// Words of the text, as written.
pub(super) struct Words<'t> {
    pub(super) tokens: &'t Tokens,
    texts: [&'t str; 2],
    pub(super) path: Text,
}

impl<'t> Words<'t> {
    pub(super) fn of(tokens: &'t Tokens, texts: [&'t str; 2], path: Text) -> Self {
        Words { tokens, texts, path }
    }

    fn letters(&self, token: &Token) -> &'t str {
        let [title, content] = self.texts;
        let text = if token.flags.has(Flags::TITLE) { title } else { content };
        text.get(token.start as usize..token.end as usize).unwrap_or("")
    }

    /// The folded letters of tokens `first..end`; false if they are not one run of words.
    pub(super) fn key(&self, first: usize, end: usize, out: &mut String) -> bool {
        out.clear();
        self.add(first, first, end, out)
    }

    /// The same with the first word written out; the full stop of an abbreviation ends no sentence.
    pub(super) fn long_key(&self, head: &str, first: usize, end: usize, out: &mut String) -> bool {
        out.clear();
        out.push_str(head);
        self.add(first + 1, first + 1, end, out)
    }

    fn add(&self, first: usize, whole: usize, end: usize, out: &mut String) -> bool {
        for at in first..end {
            let Some(token) = self.tokens.get(at) else { return false };
            let cut = at > whole && token.flags.has(Flags::BREAK);
            if cut || token.flags.has(Flags::CONTINUED) || token.flags.has(Flags::MASK) {
                return false;
            }
            text::key(self.letters(token), out);
        }
        !out.is_empty()
    }

    /// True for a Roman numeral.
    pub(super) fn roman(&self, token: &Token) -> bool {
        self.letters(token).bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'i' | b'v' | b'x'))
    }

    /// Capital letters that say something: not those of a title or of a text in capitals.
    pub(super) fn capital(token: &Token) -> bool {
        token.flags.has(Flags::CAPITAL) && !token.flags.has(Flags::TITLE) && !token.flags.has(Flags::UPPER)
    }
}
