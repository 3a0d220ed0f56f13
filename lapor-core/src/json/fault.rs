//! What a refused request says: serde's complaints turned into the wire's codes, paths and accepted values.
//!
//! Only types, names and what would be accepted are kept; a value of the request never enters a fault.

use crate::error::{Error, ErrorCode};
use serde::de::{self, Unexpected};
use std::fmt;

/// A [`crate::Error`] that serde can raise.
#[derive(Debug)]
pub(super) struct Fault(pub(super) Error);

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Fault {}

impl Fault {
    /// Names the member that ended a struct too early; any other fault stays.
    pub(super) fn missing(self, name: &'static str) -> Self {
        let here = self.0.code() == ErrorCode::MissingField && self.0.path().is_empty();
        if here { de::Error::missing_field(name) } else { self }
    }

    /// The same fault, seen from one level further out.
    pub(super) fn within(self, segment: &str) -> Self {
        Fault(self.0.within(segment))
    }
}

fn kind(found: &Unexpected<'_>) -> &'static str {
    match found {
        Unexpected::Bool(_) => "boolean",
        Unexpected::Unsigned(_) | Unexpected::Signed(_) | Unexpected::Float(_) => "number",
        Unexpected::Str(_) | Unexpected::Char(_) => "string",
        Unexpected::Unit | Unexpected::Option => "null",
        Unexpected::Seq => "array",
        _ => "object",
    }
}

/// What would be accepted, as a code of the message table; serde's own words for its own types are replaced.
fn wanted(expected: &dyn fmt::Display) -> String {
    let text = expected.to_string();
    match text.as_str() {
        "a string" => "want_string".to_owned(),
        "u8" | "u16" | "u32" | "u64" | "i64" => "want_whole_number".to_owned(),
        "f64" => "want_number".to_owned(),
        _ => text,
    }
}

impl de::Error for Fault {
    fn custom<T: fmt::Display>(expected: T) -> Self {
        Fault(Error::new(ErrorCode::BadValue, "").with("expected", wanted(&expected)))
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        let error = Error::new(ErrorCode::WrongType, "").with("expected", wanted(&expected));
        Fault(error.with("found", kind(&found)))
    }

    fn invalid_value(_: Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        Fault(Error::new(ErrorCode::BadValue, "").with("expected", wanted(&expected)))
    }

    /// A struct is read as a sequence of its members: one that is missing ends it too early.
    fn invalid_length(_: usize, _: &dyn de::Expected) -> Self {
        Fault(Error::new(ErrorCode::MissingField, ""))
    }

    fn unknown_variant(_: &str, accepted: &'static [&'static str]) -> Self {
        let error = Error::new(ErrorCode::BadValue, "").with("expected", accepted.join(" | "));
        Fault(error.with("accepted", accepted))
    }

    fn unknown_field(name: &str, accepted: &'static [&'static str]) -> Self {
        Fault(Error::new(ErrorCode::UnknownField, "").with("accepted", accepted).within(name))
    }

    fn missing_field(name: &'static str) -> Self {
        Fault(Error::new(ErrorCode::MissingField, "").within(name))
    }
}
