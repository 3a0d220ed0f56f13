//! One JSON value, read by the wire's rules (§2) into its Rust type.
//!
//! An absent member equals null, `[]` stands for `{}` (PHP), an unknown member is refused with its path. Of several faults that of the
//! member is reported which stands first in the shape, unknown members of an object before the faults of its members.
//!
//! A struct is read as the sequence of its members, in the order of its fields: serde makes less of that than of a map, which would be a
//! tenth of what a browser loads.

use super::fault::Fault;
use super::plain::Plain;
use crate::error::{Error, ErrorCode};
use serde::de::value::StrDeserializer;
use serde::de::{self, DeserializeOwned, DeserializeSeed, Deserializer, IntoDeserializer, Unexpected, Visitor};
use serde_json::{Map, Value};

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

/// Reads a value into its type; `required` names the members that it cannot do without.
///
/// # Errors
/// The first fault, with its path: an unknown member ([`ErrorCode::UnknownField`]), then a missing one ([`ErrorCode::MissingField`]), then
/// [`ErrorCode::WrongType`] and [`ErrorCode::BadValue`] in the order of the shape.
pub fn read<T: DeserializeOwned>(value: &Value, required: &[&'static str]) -> Result<T, Error> {
    let fault = match T::deserialize(Json(value)) {
        Ok(read) => return Ok(read),
        Err(fault) => fault.0,
    };
    let absent = |name: &&&'static str| value.is_object() && value.get(**name).is_none_or(Value::is_null);
    match required.iter().find(absent) {
        Some(name) if matches!(fault.code(), ErrorCode::WrongType | ErrorCode::BadValue) => {
            Err(<Fault as de::Error>::missing_field(name).0)
        }
        _ => Err(fault),
    }
}

fn found(value: &Value) -> Unexpected<'_> {
    match value {
        Value::Null => Unexpected::Unit,
        Value::Bool(b) => Unexpected::Bool(*b),
        Value::Number(_) => Unexpected::Other("number"),
        Value::String(s) => Unexpected::Str(s),
        Value::Array(_) => Unexpected::Seq,
        Value::Object(_) => Unexpected::Map,
    }
}

/// A JSON value with the wire's reading rules.
struct Json<'a>(&'a Value);

impl Json<'_> {
    fn wrong<T>(&self, expected: &dyn de::Expected) -> Result<T, Fault> {
        match self.0 {
            Value::Number(_) => Err(de::Error::invalid_type(Unexpected::Unsigned(0), expected)),
            other => Err(de::Error::invalid_type(found(other), expected)),
        }
    }
}

macro_rules! number {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
            match self.0 {
                Value::Number(n) => match (n.as_u64(), n.as_i64(), n.as_f64()) {
                    (Some(n), ..) => visitor.visit_u64(n),
                    (_, Some(n), _) => visitor.visit_i64(n),
                    (.., Some(n)) => visitor.visit_f64(n),
                    _ => self.wrong(&visitor),
                },
                _ => self.wrong(&visitor),
            }
        }
    )*};
}

impl<'de> Deserializer<'de> for Json<'_> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(b) => visitor.visit_bool(*b),
            Value::Number(_) => self.deserialize_f64(visitor),
            Value::String(s) => visitor.visit_str(s),
            Value::Array(list) => visitor.visit_seq(List { items: list.iter(), at: 0 }),
            Value::Object(members) => visitor.visit_map(Members { rest: Some(members.iter()), value: None }),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.0 {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        let members = match self.0 {
            Value::Object(members) => Some(members),
            Value::Array(list) if list.is_empty() => None,
            _ => return self.wrong(&"want_object"),
        };
        let unknown = members.and_then(|members| members.keys().find(|name| !fields.contains(&name.as_str())));
        if let Some(unknown) = unknown {
            return Err(de::Error::unknown_field(unknown, fields));
        }
        let mut fields = Fields { members, names: fields.iter(), last: "" };
        visitor.visit_seq(&mut fields).map_err(|fault| fault.missing(fields.last))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.0 {
            Value::Object(members) => visitor.visit_map(Members { rest: Some(members.iter()), value: None }),
            Value::Array(list) if list.is_empty() => visitor.visit_map(Members { rest: None, value: None }),
            _ => self.wrong(&"want_object"),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.0 {
            Value::Array(list) => visitor.visit_seq(List { items: list.iter(), at: 0 }),
            _ => self.wrong(&"want_array"),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.0 {
            Value::Bool(b) => visitor.visit_bool(*b),
            _ => self.wrong(&"want_boolean"),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.0 {
            Value::String(s) => visitor.visit_str(s),
            _ => self.wrong(&visitor),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_str(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        match self.0 {
            Value::String(s) => visitor.visit_enum(IntoDeserializer::<Fault>::into_deserializer(s.as_str())),
            _ => self.wrong(&variants.join(" | ").as_str()),
        }
    }

    number! { deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_i64 deserialize_f64 }

    serde::forward_to_deserialize_any! {
        i8 i16 i32 i128 u128 f32 char bytes byte_buf unit unit_struct newtype_struct tuple tuple_struct identifier ignored_any
    }
}

/// The members of a struct, in the order of its fields.
struct Fields<'a> {
    members: Option<&'a Map<String, Value>>,
    names: std::slice::Iter<'static, &'static str>,
    /// The one that was asked for last.
    last: &'static str,
}

impl<'de> de::SeqAccess<'de> for Fields<'_> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        let Some(name) = self.names.next() else { return Ok(None) };
        self.last = name;
        // null is as good as absent; what then has no default is missing
        let value = self.members.and_then(|members| members.get(*name)).filter(|value| !value.is_null());
        let Some(value) = value else { return Ok(None) };
        seed.deserialize(Json(value)).map(Some).map_err(|f| f.within(name))
    }
}

/// The members of a map, all of them.
struct Members<'a> {
    rest: Option<serde_json::map::Iter<'a>>,
    value: Option<(&'a str, &'a Value)>,
}

impl<'de> de::MapAccess<'de> for Members<'_> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Fault> {
        let Some((name, value)) = self.rest.as_mut().and_then(Iterator::next) else { return Ok(None) };
        self.value = Some((name, value));
        seed.deserialize(StrDeserializer::<Fault>::new(name)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        let (name, value) = self.value.take().unwrap_or(("", &Value::Null));
        seed.deserialize(Json(value)).map_err(|f| f.within(name))
    }
}

/// The items of an array.
struct List<'a> {
    items: std::slice::Iter<'a, Value>,
    at: usize,
}

impl<'de> de::SeqAccess<'de> for List<'_> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        let Some(value) = self.items.next() else { return Ok(None) };
        let at = self.at;
        self.at += 1;
        seed.deserialize(Json(value)).map(Some).map_err(|f| f.within(&at.to_string()))
    }
}
