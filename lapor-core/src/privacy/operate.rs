//! What takes the place of personal data.

use super::digits;
use super::{Found, Recognisers};
use crate::text::lower_case;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use std::borrow::Cow;

/// Bytes of a hash that are written.
const HASH: usize = 8;

/// What to put in the place of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operator<'a> {
    /// The mask of its kind.
    Replace,
    /// An asterisk for each letter and digit but the last of them.
    Mask {
        /// How many stay.
        keep: usize,
    },
    /// The kind and a keyed hash.
    Hash {
        /// The host's key.
        key: &'a [u8],
    },
    /// Nothing.
    Drop,
}

/// The text that takes the place of a finding. A mask stays.
pub fn replacement(rules: &Recognisers, text: &str, found: &Found, operator: Operator<'_>) -> String {
    let written = text.get(found.start..found.end).unwrap_or("");
    let kind = rules.kind(found);
    if found.is_mask() {
        return written.to_owned();
    }
    match operator {
        Operator::Replace => rules.mask(found).to_owned(),
        Operator::Mask { keep } => {
            let count = written.chars().filter(|c| c.is_alphanumeric()).count();
            let mut seen = 0;
            let masked = written.chars().map(|c| {
                seen += usize::from(c.is_alphanumeric());
                if c.is_alphanumeric() && seen + keep <= count { '*' } else { c }
            });
            masked.collect()
        }
        Operator::Hash { key } => {
            // a key of any length is one
            let hash = Hmac::<Sha256>::new_from_slice(key)
                .map(|hash| hash.chain_update(plain(written)).finalize().into_bytes());
            let hex: String = hash.iter().flatten().take(HASH).map(|b| format!("{b:02x}")).collect();
            format!("[{}:{hex}]", kind.to_ascii_uppercase())
        }
        Operator::Drop => String::new(),
    }
}

/// Letters in lower case and digits, without anything between them.
fn plain(written: &str) -> String {
    let digit = |c: char| digits::value(c).map_or(c, |value| char::from(b'0' + value));
    written.chars().map(digit).filter(|c| c.is_alphanumeric()).flat_map(lower_case).collect()
}

/// The text with replacements, one for each finding, in order.
#[must_use]
pub fn redacted<'t>(text: &'t str, found: &[(Found, String)]) -> Cow<'t, str> {
    if found.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (one, replacement) in found {
        out.push_str(text.get(at..one.start).unwrap_or(""));
        out.push_str(replacement);
        at = one.end;
        // what is dropped takes one of its blanks along: the one behind it, or at the end and before a sign the one before
        if replacement.is_empty() && (out.is_empty() || out.ends_with(' ')) {
            match text.get(at..).unwrap_or("").chars().next() {
                Some(' ') => at += 1,
                Some(c) if c.is_alphanumeric() => {}
                _ if out.ends_with(' ') => {
                    out.pop();
                }
                _ => {}
            }
        }
    }
    out.push_str(text.get(at..).unwrap_or(""));
    Cow::Owned(out)
}
