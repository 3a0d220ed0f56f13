//! `text.normalize`: a text in the words that the library reads in it.

use super::Engine;
use crate::complaint::Offsets;
use crate::error::Error;
use crate::json::record;
use serde::Serialize;

/// Request of `text.normalize`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NormalizeRequest {
    /// The text.
    pub text: String,
    /// Unit of `start` and `end`.
    #[serde(default)]
    pub offsets: Offsets,
}

record!(NormalizeRequest { text, offsets });

/// Answer of `text.normalize`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NormalText {
    /// The words, one blank between them, `. ` between sentences. Normalised again it stays the same.
    pub text: String,
    /// The same words, with their places.
    pub words: Vec<NormalWord>,
}

/// A word in its standard spelling.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NormalWord {
    /// The word; a mask as it is written.
    pub word: String,
    /// First unit of what stands for it in the text as sent.
    pub start: usize,
    /// One past the last unit.
    pub end: usize,
    /// It is not the written word, case, accents and invisible characters aside.
    pub changed: bool,
}

impl Engine {
    /// The words of a text in their standard spelling.
    ///
    /// # Errors
    /// None: every text is a text. The type is that of all operations.
    pub fn text_normalize(&self, request: &NormalizeRequest) -> Result<NormalText, Error> {
        let sent = &request.text;
        let units = |from: usize, to: usize| {
            let part = sent.get(from..to).unwrap_or("");
            match request.offsets {
                Offsets::Utf8 => part.len(),
                Offsets::Utf16 => part.encode_utf16().count(),
            }
        };
        let (mut text, mut words) = (String::with_capacity(sent.len()), Vec::new());
        // words come in the order of the text, so that each stretch of it is measured once
        let (mut at, mut start) = (0, 0);
        for normal in self.words.lexicon.normalise(sent) {
            if !text.is_empty() {
                text.push_str(if normal.breaks { ". " } else { " " });
            }
            text.push_str(&normal.word);
            start += units(at, normal.start);
            at = normal.start;
            let end = start + units(at, normal.end);
            words.push(NormalWord { word: normal.word, start, end, changed: normal.changed });
        }
        Ok(NormalText { text, words })
    }
}
