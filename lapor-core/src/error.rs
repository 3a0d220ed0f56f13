//! The one error type of the crate.
//!
//! An [`Error`] says that a *request* cannot be read or that nothing at all can be answered (wire §1). What is wrong with a
//! *complaint* is a finding, never an error. An error carries codes, paths and what would be accepted; it never repeats a value of
//! a request, so it may be logged where the names of members are the host's: they stand in the path as they were sent. What was
//! read as a date or the code of a region may be named: the other end of a period, the region of the other overlay.

use crate::message::{self, Param, Params, Text};
use serde::{Serialize, Serializer, ser::SerializeStruct};

/// What kind of thing went wrong. The wire name is the snake_case form; names are never renamed or re-used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ErrorCode {
    /// The bytes are not UTF-8.
    BadUtf8,
    /// The text is not one JSON value.
    BadJson,
    /// The request is larger than the limit; params `limit` and `size` in bytes.
    TooLarge,
    /// The JSON nests deeper than the limit; param `limit`.
    TooDeep,
    /// There is no such operation; param `accepted`.
    UnknownOp,
    /// The request has a member that the operation does not know; param `accepted`.
    UnknownField,
    /// A member without a default is absent or null.
    MissingField,
    /// A member has the wrong JSON type; params `expected` and `found`.
    WrongType,
    /// A member has the right type and an impossible value; param `accepted` or `expected`.
    BadValue,
    /// The thing that was asked for does not exist.
    NotFound,
    /// The calendar has no data for that year; params `year`, `from`, `until`.
    NoCalendar,
    /// The engine was built without a pack that this operation needs; param `pack`.
    PackMissing,
    /// A pack cannot be read, or contradicts itself or another pack; params say what and what would be accepted.
    PackInvalid,
    /// A pack is not the one that the host expected; params `expected` and `found` (SHA-256).
    PackMismatch,
    /// A pack needs a feature that this build leaves out; param `feature`.
    PackNeedsFeature,
    /// A fault of the library itself.
    Internal,
}

impl ErrorCode {
    /// Every code, in the order of the wire's list.
    pub const ALL: [ErrorCode; 16] = [
        ErrorCode::BadUtf8,
        ErrorCode::BadJson,
        ErrorCode::TooLarge,
        ErrorCode::TooDeep,
        ErrorCode::UnknownOp,
        ErrorCode::UnknownField,
        ErrorCode::MissingField,
        ErrorCode::WrongType,
        ErrorCode::BadValue,
        ErrorCode::NotFound,
        ErrorCode::NoCalendar,
        ErrorCode::PackMissing,
        ErrorCode::PackInvalid,
        ErrorCode::PackMismatch,
        ErrorCode::PackNeedsFeature,
        ErrorCode::Internal,
    ];

    /// The name on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            ErrorCode::BadUtf8 => "bad_utf8",
            ErrorCode::BadJson => "bad_json",
            ErrorCode::TooLarge => "too_large",
            ErrorCode::TooDeep => "too_deep",
            ErrorCode::UnknownOp => "unknown_op",
            ErrorCode::UnknownField => "unknown_field",
            ErrorCode::MissingField => "missing_field",
            ErrorCode::WrongType => "wrong_type",
            ErrorCode::BadValue => "bad_value",
            ErrorCode::NotFound => "not_found",
            ErrorCode::NoCalendar => "no_calendar",
            ErrorCode::PackMissing => "pack_missing",
            ErrorCode::PackInvalid => "pack_invalid",
            ErrorCode::PackMismatch => "pack_mismatch",
            ErrorCode::PackNeedsFeature => "pack_needs_feature",
            ErrorCode::Internal => "internal",
        }
    }
}

/// Why a request, or a pack, was refused.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{} at \"{}\": {}", code.as_str(), path.escape_default(), self.text().en)]
pub struct Error {
    code: ErrorCode,
    path: String,
    params: Params,
}

impl Error {
    /// An error with a code and the JSON pointer of the member at fault ("" = the whole request).
    #[must_use]
    pub fn new(code: ErrorCode, path: impl Into<String>) -> Self {
        Error { code, path: path.into(), params: Params::new() }
    }

    /// Adds a parameter.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Param>) -> Self {
        self.params.insert(name, value.into());
        self
    }

    /// Puts one more segment before the path: an error of an inner member becomes an error of the outer one.
    #[must_use]
    pub fn within(mut self, segment: &str) -> Self {
        let mut path = String::with_capacity(self.path.len() + segment.len() + 1);
        path.push('/');
        path.push_str(&segment.replace('~', "~0").replace('/', "~1"));
        path.push_str(&self.path);
        self.path = path;
        self
    }

    /// The kind of fault.
    #[must_use]
    pub fn code(&self) -> ErrorCode {
        self.code
    }

    /// JSON pointer of the member at fault; for packs, of the place in the pack.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Further facts: limits, sizes, what would be accepted.
    #[must_use]
    pub fn params(&self) -> &Params {
        &self.params
    }

    /// The sentence for a person, in Indonesian and English.
    #[must_use]
    pub fn text(&self) -> Text {
        message::text(self.code.as_str(), &self.params)
    }

    /// True when the request itself is at fault (as opposed to a pack, or to lapor).
    #[must_use]
    pub fn is_bad_request(&self) -> bool {
        matches!(
            self.code,
            ErrorCode::BadUtf8
                | ErrorCode::BadJson
                | ErrorCode::TooLarge
                | ErrorCode::TooDeep
                | ErrorCode::UnknownOp
                | ErrorCode::UnknownField
                | ErrorCode::MissingField
                | ErrorCode::WrongType
                | ErrorCode::BadValue
        )
    }

    /// True when a pack is at fault.
    #[must_use]
    pub fn is_pack(&self) -> bool {
        matches!(
            self.code,
            ErrorCode::PackMissing | ErrorCode::PackInvalid | ErrorCode::PackMismatch | ErrorCode::PackNeedsFeature
        )
    }
}

impl Serialize for Error {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        let mut out = s.serialize_struct("Error", 4)?;
        out.serialize_field("code", self.code.as_str())?;
        out.serialize_field("path", &self.path)?;
        out.serialize_field("params", &self.params)?;
        out.serialize_field("text", &self.text())?;
        out.end()
    }
}
