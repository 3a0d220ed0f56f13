//! Masks that stand in a text already: LAPOR!'s own, this library's, and whatever looks like them.

use super::found::MASK;
use super::scan::Scan;
use super::{Rule, Whose};

/// Longest mask, in bytes.
const LONGEST: usize = 48;
/// Hexadecimal digits of a hash.
const HASH: usize = 16;

impl Scan<'_> {
    /// Reads what stands in brackets; where the pass goes on.
    pub(super) fn bracket(&mut self, at: usize) -> usize {
        if let Some(end) = self.mask(at) {
            self.note(Rule::MaskBrackets, (at, end), MASK, 0, Whose::Unknown);
            return end;
        }
        self.email_bracket(at);
        at + 1
    }

    /// The end of a mask: capitals and blanks, or capitals, a colon and a hash.
    fn mask(&self, at: usize) -> Option<usize> {
        let rest = self.bytes.get(at..)?;
        let inside = rest.strip_prefix(b"[")?;
        let close = inside.iter().take(LONGEST).position(|b| *b == b']')?;
        let inside = inside.get(..close)?;
        let capitals = |part: &[u8]| part.len() >= 2 && part.iter().all(|b| b.is_ascii_uppercase() || *b == b' ');
        let hex = |part: &[u8]| part.len() == HASH && part.iter().all(u8::is_ascii_hexdigit);
        let mask = match inside.iter().position(|b| *b == b':') {
            Some(colon) => capitals(inside.get(..colon)?) && hex(inside.get(colon + 1..)?),
            None => capitals(inside),
        };
        mask.then_some(at + close + 2)
    }
}
