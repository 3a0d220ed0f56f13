//! JSON pointers (RFC 6901) in the text of an envelope.
//!
//! The text is walked as it stands, up to the value that is looked for and no further: what is found is a slice of the very bytes that the
//! answer consists of, so nothing is parsed into a tree and nothing is copied.

use serde::de::{self, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;

/// True for "" and for what begins with a slash and in which each tilde begins ~0 or ~1: nothing else is a JSON pointer.
pub(crate) fn is_one(pointer: &str) -> bool {
    let escapes = pointer.split('~').skip(1).all(|after| after.starts_with(['0', '1']));
    escapes && (pointer.is_empty() || pointer.starts_with('/'))
}

/// The text of the value that a pointer addresses in that member of a JSON object.
pub(crate) fn find<'a>(json: &'a str, member: &str, pointer: &str) -> Option<&'a str> {
    let mut found = None;
    let walk = Step { token: member.into(), after: pointer, found: &mut found };
    // The walk ends where it has found something, and serde calls that an error: the rest of the text is missing to it.
    let _ = serde_json::Deserializer::from_str(json).deserialize_any(walk);
    found
}

/// How many items or members a JSON text has; None if it is neither a list nor an object.
pub(crate) fn len(json: &str) -> Option<usize> {
    serde_json::Deserializer::from_str(json).deserialize_any(Count).ok()
}

/// What is left of the way: "", or a slash and more.
struct Walk<'a, 'de> {
    pointer: &'a str,
    found: &'a mut Option<&'de str>,
}

impl<'de> DeserializeSeed<'de> for Walk<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, value: D) -> Result<(), D::Error> {
        match self.pointer.strip_prefix('/') {
            Some(rest) => {
                let (token, after) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
                value.deserialize_any(Step { token: unescaped(token), after, found: self.found })
            }
            None => {
                let raw: &'de RawValue = de::Deserialize::deserialize(value)?;
                *self.found = Some(raw.get());
                Ok(())
            }
        }
    }
}

fn unescaped(token: &str) -> Cow<'_, str> {
    if token.contains('~') { token.replace("~1", "/").replace("~0", "~").into() } else { token.into() }
}

/// One step into a list or an object.
struct Step<'a, 'de> {
    token: Cow<'a, str>,
    after: &'a str,
    found: &'a mut Option<&'de str>,
}

impl<'de> Visitor<'de> for Step<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list or an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        while let Some(here) = members.next_key_seed(Name(&self.token))? {
            if here {
                return members.next_value_seed(Walk { pointer: self.after, found: self.found });
            }
            members.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let Some(number) = number(&self.token) else { return Ok(()) };
        for _ in 0..number {
            if items.next_element::<IgnoredAny>()?.is_none() {
                return Ok(());
            }
        }
        items.next_element_seed(Walk { pointer: self.after, found: self.found }).map(|_| ())
    }
}

/// The number of an item: digits without sign or leading zero.
fn number(token: &str) -> Option<usize> {
    if token.starts_with('+') || (token.starts_with('0') && token.len() > 1) {
        return None;
    }
    token.parse().ok()
}

/// Whether the name of a member is this one.
struct Name<'a>(&'a str);

impl<'de> DeserializeSeed<'de> for Name<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, name: D) -> Result<bool, D::Error> {
        name.deserialize_str(self)
    }
}

impl Visitor<'_> for Name<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<bool, E> {
        Ok(name == self.0)
    }
}

/// Counts items or members.
struct Count;

impl<'de> Visitor<'de> for Count {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list or an object")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<usize, A::Error> {
        let mut count = 0;
        while items.next_element::<IgnoredAny>()?.is_some() {
            count += 1;
        }
        Ok(count)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<usize, A::Error> {
        let mut count = 0;
        while members.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {
            count += 1;
        }
        Ok(count)
    }
}
