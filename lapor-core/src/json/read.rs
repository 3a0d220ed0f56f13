//! A JSON value, read by the wire's rules (§2) into its Rust type.
//!
//! An absent member equals null, `[]` stands for `{}` (PHP), an unknown member is refused with its path. Of several faults the first in
//! document order is reported, unknown members of an object before the faults of its members.
//!
//! Not serde: a derived visitor is code of its own for every struct, some 3 KB each in the browser. Here a struct is a list of names and of
//! places to read into ([`record`](super::record)), and one function walks them all. A value of the request never enters an error.

use super::plain::Plain;
use super::values::members;
use crate::error::{Error, ErrorCode};
use crate::sorted::Sorted;
use serde::{Deserialize, Deserializer, de};
use serde_json::Value;

/// A place that a value is read into.
pub(crate) trait Slot {
    /// Reads a value into it; after a fault it holds anything.
    fn read(&mut self, value: &Value) -> Result<(), Error>;

    /// False if the member may be absent.
    fn required(&self) -> bool {
        true
    }
}

/// What can be read.
pub(crate) trait Read: Slot + Sized {
    /// What stands there before: the value of a member that is absent, where one may be.
    fn blank() -> Self;
}

/// Reads a value into its type; `required` names the members that it cannot do without.
///
/// # Errors
/// The first fault, with its path: an unknown member ([`ErrorCode::UnknownField`]), then a missing one ([`ErrorCode::MissingField`]), then
/// [`ErrorCode::WrongType`] and [`ErrorCode::BadValue`] in document order.
pub(crate) fn read<T: Read>(value: &Value, required: &[&'static str]) -> Result<T, Error> {
    let mut whole = T::blank();
    fill(&mut whole, value, required)?;
    Ok(whole)
}

fn fill(whole: &mut dyn Slot, value: &Value, required: &[&'static str]) -> Result<(), Error> {
    let Err(fault) = whole.read(value) else { return Ok(()) };
    let absent = |name: &&&'static str| value.is_object() && value.get(**name).is_none_or(Value::is_null);
    match required.iter().find(absent) {
        Some(name) if matches!(fault.code(), ErrorCode::WrongType | ErrorCode::BadValue) => Err(missing(name)),
        _ => Err(fault),
    }
}

/// For serde: the same rules, whatever the format.
pub(crate) fn deserialize<'de, T: Read, D: Deserializer<'de>>(d: D) -> Result<T, D::Error> {
    let Plain(value) = Plain::deserialize(d)?;
    read(&value, &[]).map_err(de::Error::custom)
}

/// Reads the members of a struct; those without a name are none of its own. With `optional` each may be absent.
pub(crate) fn object(
    value: &Value,
    names: &'static [&'static str],
    optional: bool,
    slots: &mut [&mut dyn Slot],
) -> Result<(), Error> {
    let mut seen = 0_u64;
    match value {
        Value::Object(members) => {
            let place = |name: &str| names.iter().position(|known| *known == name);
            let unknown = |name: &String| Error::new(ErrorCode::UnknownField, "").with("accepted", names).within(name);
            for (name, value) in members {
                let Some((n, slot)) = place(name).and_then(|n| Some((n, slots.get_mut(n)?))) else {
                    return Err(unknown(name));
                };
                if value.is_null() {
                    continue;
                }
                if let Err(fault) = slot.read(value) {
                    let stranger = members.keys().find(|name| place(name).is_none());
                    return Err(stranger.map_or_else(|| fault.within(name), unknown));
                }
                seen |= 1 << n;
            }
        }
        Value::Array(list) if list.is_empty() => {}
        _ => return Err(wrong(value, "want_object")),
    }
    let absent = |(n, slot): &(usize, &mut &mut dyn Slot)| seen & 1 << n == 0 && slot.required();
    match slots.iter_mut().enumerate().find(absent).and_then(|(n, _)| names.get(n)) {
        Some(name) if !optional => Err(missing(name)),
        _ => Ok(()),
    }
}

/// Reads one of several names and says which.
pub(crate) fn choice(value: &Value, names: &'static [&'static str]) -> Result<usize, Error> {
    let Value::String(text) = value else { return Err(wrong(value, &names.join(" | "))) };
    let bad = || refused(&names.join(" | ")).with("accepted", names);
    names.iter().position(|name| name == text).ok_or_else(bad)
}

/// The text of a value.
pub(crate) fn text<'a>(value: &'a Value, wanted: &str) -> Result<&'a str, Error> {
    value.as_str().ok_or_else(|| wrong(value, wanted))
}

/// The right type and an impossible value.
pub(crate) fn refused(wanted: &str) -> Error {
    Error::new(ErrorCode::BadValue, "").with("expected", wanted)
}

/// Another type.
pub(super) fn wrong(value: &Value, wanted: &str) -> Error {
    let found = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    Error::new(ErrorCode::WrongType, "").with("expected", wanted).with("found", found)
}

fn missing(name: &str) -> Error {
    Error::new(ErrorCode::MissingField, "").within(name)
}

/// A member that may be absent though its type is none that may.
pub(crate) struct Optional<'a>(pub(crate) &'a mut dyn Slot);

impl Slot for Optional<'_> {
    fn read(&mut self, value: &Value) -> Result<(), Error> {
        self.0.read(value)
    }

    fn required(&self) -> bool {
        false
    }
}

/// A map whose null members are as good as absent.
pub(crate) struct Given<'a>(pub(crate) &'a mut Sorted<String, String>);

impl Slot for Given<'_> {
    fn read(&mut self, value: &Value) -> Result<(), Error> {
        let mut given = Vec::new();
        members(value, &mut |name, value| {
            if !value.is_null() {
                given.push((name.to_owned(), text(value, "want_string")?.to_owned()));
            }
            Ok(())
        })?;
        self.0.extend(given);
        Ok(())
    }

    fn required(&self) -> bool {
        false
    }
}
