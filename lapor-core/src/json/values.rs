//! How the plain types are read.

use super::read::{Read, Slot, refused, text, wrong};
use crate::error::Error;
use crate::sorted::Sorted;
use serde_json::Value;

impl Slot for String {
    fn read(&mut self, value: &Value) -> Result<(), Error> {
        text(value, "want_string")?.clone_into(self);
        Ok(())
    }
}

impl Read for String {
    fn blank() -> Self {
        String::new()
    }
}

impl Slot for bool {
    fn read(&mut self, value: &Value) -> Result<(), Error> {
        *self = value.as_bool().ok_or_else(|| wrong(value, "want_boolean"))?;
        Ok(())
    }
}

impl Read for bool {
    fn blank() -> Self {
        false
    }
}

impl Slot for f64 {
    fn read(&mut self, value: &Value) -> Result<(), Error> {
        *self = value.as_f64().ok_or_else(|| wrong(value, "want_number"))?;
        Ok(())
    }
}

impl Read for f64 {
    fn blank() -> Self {
        0.0
    }
}

fn whole(value: &Value) -> Result<u64, Error> {
    match (value.as_u64(), value.as_i64()) {
        (Some(n), _) => Ok(n),
        (None, Some(_)) => Err(refused("want_whole_number")),
        (None, None) => Err(wrong(value, "want_whole_number")),
    }
}

macro_rules! whole {
    ($($type:ty)*) => {$(
        impl Slot for $type {
            fn read(&mut self, value: &Value) -> Result<(), Error> {
                *self = <$type>::try_from(whole(value)?).map_err(|_| refused("want_whole_number"))?;
                Ok(())
            }
        }

        impl Read for $type {
            fn blank() -> Self {
                0
            }
        }
    )*};
}

whole! { u8 u16 u32 u64 }

/// Anything, kept as it is.
impl Slot for Value {
    fn read(&mut self, value: &Value) -> Result<(), Error> {
        self.clone_from(value);
        Ok(())
    }
}

impl Read for Value {
    fn blank() -> Self {
        Value::Null
    }
}

impl<T: Read> Slot for Option<T> {
    fn read(&mut self, value: &Value) -> Result<(), Error> {
        *self = None;
        if value.is_null() { Ok(()) } else { self.insert(T::blank()).read(value) }
    }

    fn required(&self) -> bool {
        false
    }
}

impl<T: Read> Read for Option<T> {
    fn blank() -> Self {
        None
    }
}

impl<T: Read> Slot for Vec<T> {
    fn read(&mut self, value: &Value) -> Result<(), Error> {
        items(value, &mut |value| {
            self.push(T::blank());
            self.last_mut().map_or(Ok(()), |item| item.read(value))
        })
    }

    fn required(&self) -> bool {
        false
    }
}

impl<T: Read> Read for Vec<T> {
    fn blank() -> Self {
        Vec::new()
    }
}

impl<T: Read> Slot for Sorted<String, T> {
    fn read(&mut self, value: &Value) -> Result<(), Error> {
        let mut all: Vec<(String, T)> = Vec::new();
        members(value, &mut |name, value| {
            all.push((name.to_owned(), T::blank()));
            all.last_mut().map_or(Ok(()), |(_, item)| item.read(value))
        })?;
        self.extend(all);
        Ok(())
    }

    fn required(&self) -> bool {
        false
    }
}

impl<T: Read> Read for Sorted<String, T> {
    fn blank() -> Self {
        Sorted::new()
    }
}

/// Reads a list item by item.
fn items(value: &Value, read: &mut dyn FnMut(&Value) -> Result<(), Error>) -> Result<(), Error> {
    let list = value.as_array().ok_or_else(|| wrong(value, "want_array"))?;
    list.iter().enumerate().try_for_each(|(n, value)| read(value).map_err(|e| e.within(&n.to_string())))
}

/// Reads a map member by member; the `[]` that PHP writes has none.
pub(super) fn members(value: &Value, read: &mut dyn FnMut(&str, &Value) -> Result<(), Error>) -> Result<(), Error> {
    match value {
        Value::Object(members) => {
            members.iter().try_for_each(|(name, value)| read(name, value).map_err(|e| e.within(name)))
        }
        Value::Array(list) if list.is_empty() => Ok(()),
        _ => Err(wrong(value, "want_object")),
    }
}
