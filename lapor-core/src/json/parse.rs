//! Bytes to a JSON value.

use super::plain::Plain;
use crate::error::{Error, ErrorCode};
use serde_json::Value;

/// Reads the bytes of a request as one JSON object.
///
/// # Errors
/// [`ErrorCode::TooLarge`], [`ErrorCode::BadUtf8`], [`ErrorCode::BadJson`], [`ErrorCode::TooDeep`], in this order.
pub fn parse(bytes: &[u8], limit: usize, deepest: usize) -> Result<Value, Error> {
    if bytes.len() > limit {
        return Err(Error::new(ErrorCode::TooLarge, "").with("limit", limit).with("size", bytes.len()));
    }
    let text = std::str::from_utf8(bytes)
        .map_err(|e| Error::new(ErrorCode::BadUtf8, "").with("byte", e.valid_up_to()).with("expected", "UTF-8"))?;
    let deep = depth(bytes) > deepest;
    let too_deep = || Error::new(ErrorCode::TooDeep, "").with("limit", deepest);
    match serde_json::from_str(text) {
        Ok(_) if deep => Err(too_deep()),
        Ok(Plain(value)) => Ok(value),
        // serde_json gives up at a depth of its own before it has seen the whole text
        Err(e) if deep && e.to_string().starts_with("recursion") => Err(too_deep()),
        Err(e) => Err(Error::new(ErrorCode::BadJson, "")
            .with("line", e.line())
            .with("column", e.column())
            .with("expected", "want_json_object")),
    }
}

/// The deepest nesting of brackets outside strings.
fn depth(bytes: &[u8]) -> usize {
    let (mut now, mut most, mut text, mut escaped) = (0_usize, 0, false, false);
    for b in bytes {
        if text {
            match b {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => text = false,
                _ => {}
            }
            continue;
        }
        match b {
            b'"' => text = true,
            b'{' | b'[' => {
                now += 1;
                most = most.max(now);
            }
            b'}' | b']' => now = now.saturating_sub(1),
            _ => {}
        }
    }
    most
}
