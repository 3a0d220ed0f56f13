//! Text once: one pass makes one token stream, one compiled [`Lexicon`] answers every later question about it.
//!
//! [`Lexicon::tokenise`] folds case and accents, splits glued sentences (`BanjirSampai`), reads the literal `\n` of exports as a break,
//! keeps LAPOR!'s masks (`[NOMOR KTP DISENSOR]`) as single tokens, undoes `kata2`, `kata-kata`, elongation and the clitic `-nya`, and
//! maps chat spellings. Every token keeps its place in the original. Later steps only read [`Hit`]s.

mod builder;
mod hit;
mod lexicon;
mod normal;
mod small;
mod token;
mod vocabulary;
mod words;

pub use builder::LexiconBuilder;
pub use hit::{Entry, Hit, Kind, around, before, covered, reach};
pub use lexicon::Lexicon;
pub use small::lower_case;
pub use token::{Flags, Token, Tokens};
pub use vocabulary::Vocabulary;
pub(crate) use words::{fold, is_word};
pub use words::{key, lower};
