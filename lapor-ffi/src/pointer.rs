//! JSON pointers (RFC 6901) in the text of an envelope.
//!
//! The text is walked as it stands: what is found is a slice of the very bytes that the answer consists of, so it needs no place of its own.

use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// True for "" and for what begins with a slash: nothing else is a JSON pointer.
pub(crate) fn is_one(pointer: &str) -> bool {
    pointer.is_empty() || pointer.starts_with('/')
}

/// The text of the value that a pointer addresses in a JSON text.
pub(crate) fn find<'a>(json: &'a str, pointer: &str) -> Option<&'a str> {
    let mut found = json;
    for token in pointer.split('/').skip(1) {
        found = step(found, &token.replace("~1", "/").replace("~0", "~"))?;
    }
    Some(found)
}

/// The member or item with that name or number.
fn step<'a>(json: &'a str, token: &str) -> Option<&'a str> {
    if json.starts_with('[') {
        let items: Vec<&RawValue> = serde_json::from_str(json).ok()?;
        return items.get(number(token)?).map(|item| item.get());
    }
    let members: BTreeMap<String, &RawValue> = serde_json::from_str(json).ok()?;
    members.get(token).map(|member| member.get())
}

/// The number of an item: digits without sign or leading zero.
fn number(token: &str) -> Option<usize> {
    if token.starts_with('+') || (token.starts_with('0') && token.len() > 1) {
        return None;
    }
    token.parse().ok()
}
