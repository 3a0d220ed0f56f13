//! Comparing names: without case and punctuation.

use crate::error::{Error, ErrorCode};

/// Lower case, punctuation as one blank, apostrophes as nothing.
pub(super) fn plain(name: &str) -> String {
    let lower = crate::text::lower(name).replace(['\'', '’', '`'], "");
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// The plain form of a member `query`.
///
/// # Errors
/// [`ErrorCode::BadValue`] if there is no letter or digit in it.
pub(super) fn query(text: &str) -> Result<String, Error> {
    let wanted = plain(text);
    if wanted.is_empty() {
        return Err(Error::new(ErrorCode::BadValue, "/query").with("expected", "want_words"));
    }
    Ok(wanted)
}

/// A limit, or the default; `expected` is the range.
///
/// # Errors
/// [`ErrorCode::BadValue`] out of 1 to `most`.
pub(super) fn limit(given: Option<u8>, default: u8, most: u8) -> Result<usize, Error> {
    let limit = given.unwrap_or(default);
    if (1..=most).contains(&limit) {
        return Ok(usize::from(limit));
    }
    Err(Error::new(ErrorCode::BadValue, "/limit").with("expected", format!("1–{most}")))
}
