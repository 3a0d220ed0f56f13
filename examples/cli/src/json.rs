//! One line of JSON Lines made into one request, without touching the bytes of any value.

use crate::defaults::Defaults;
use lapor_core::Error;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;

/// The members of a JSON object in the order of the text, values as they are written.
pub(crate) struct Members<'a>(pub(crate) Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Members<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = Members<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members<'de>, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(Object)
    }
}

/// One complaint, ready to be sent.
#[derive(Debug)]
pub(crate) struct Item {
    /// The id as given, JSON text.
    pub(crate) id: Option<String>,
    /// The request of `triage`, or why none could be made.
    pub(crate) request: Result<Vec<u8>, Error>,
    /// The title, for people.
    pub(crate) title: String,
}

impl Item {
    /// A line of which nothing but its fault is known.
    pub(crate) fn refused(error: Error) -> Self {
        Item { id: None, request: Err(error), title: String::new() }
    }
}

/// Members that a sample file may carry beside the complaint; they are not part of the request.
const ANNOTATIONS: [&str; 3] = ["id", "expect", "trap"];

/// Reads a line. A line that is no object is handed on as it stands: the library says what is wrong with it.
pub(crate) fn item(line: &[u8], defaults: &Defaults) -> Item {
    let Ok(Members(members)) = serde_json::from_slice::<Members<'_>>(line) else {
        return Item { id: None, request: Ok(line.to_vec()), title: String::new() };
    };
    let id = members.iter().find(|(name, value)| name == "id" && value.get() != "null");
    let id = id.map(|(_, value)| value.get().to_owned());
    let is_request = members.iter().any(|(name, _)| name == "complaint");
    let mut members = members;
    members.retain(|(name, _)| !ANNOTATIONS.contains(&name.as_str()));

    if is_request {
        let complaint = members.iter().find(|(name, _)| name == "complaint");
        let title = complaint
            .and_then(|(_, value)| serde_json::from_str::<Members<'_>>(value.get()).ok())
            .map_or_else(String::new, |Members(complaint)| title(&complaint));
        Item { id, request: Ok(request(&members, defaults)), title }
    } else {
        let title = title(&members);
        let complaint = object(members.iter().map(|(name, value)| (name.as_str(), value.get())));
        Item { id, request: Ok(wrap(&complaint, defaults)), title }
    }
}

/// A request around a bare complaint (JSON text).
pub(crate) fn wrap(complaint: &str, defaults: &Defaults) -> Vec<u8> {
    let filled = fill(&[], defaults);
    let members = filled.iter().map(|(name, value)| (*name, value.as_str()));
    object(members.chain([("complaint", complaint)])).into_bytes()
}

/// The request of a line that has a `complaint`, with what the line does not say filled in.
fn request(members: &[(String, &RawValue)], defaults: &Defaults) -> Vec<u8> {
    let filled = fill(members, defaults);
    let given = members.iter().map(|(name, value)| (name.as_str(), value.get()));
    let given = given.filter(|(name, _)| !filled.iter().any(|(other, _)| other == name));
    object(given.chain(filled.iter().map(|(name, value)| (*name, value.as_str())))).into_bytes()
}

/// The members that the flags give, as JSON text. An absent member equals null.
fn fill(members: &[(String, &RawValue)], defaults: &Defaults) -> Vec<(&'static str, String)> {
    let given = |name| members.iter().find(|(other, value)| other == name && value.get() != "null");
    let mut filled = Vec::new();
    if given("now").is_none() {
        filled.push(("now", quote(&defaults.now)));
    }
    if let (None, Some(code)) = (given("jurisdiction"), &defaults.jurisdiction) {
        filled.push(("jurisdiction", quote(code)));
    }
    match (given("detail").map(|(_, value)| value.get()), defaults.detail) {
        (None | Some("\"brief\""), _) if defaults.reasons => filled.push(("detail", quote("full"))),
        (None, Some(detail)) => filled.push(("detail", quote(detail))),
        _ => {}
    }
    filled
}

/// The title of a complaint; empty if it has none that can be read.
fn title(complaint: &[(String, &RawValue)]) -> String {
    let title = complaint.iter().find(|(name, _)| name == "title");
    title.and_then(|(_, value)| serde_json::from_str(value.get()).ok()).unwrap_or_default()
}

/// An object from names and JSON texts.
fn object<'a>(members: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let mut out = String::from("{");
    for (name, value) in members {
        if out.len() > 1 {
            out.push(',');
        }
        out.push_str(&quote(name));
        out.push(':');
        out.push_str(value);
    }
    out.push('}');
    out
}

/// A JSON string.
pub(crate) fn quote(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// What a JSON string says; any other JSON text as it stands.
pub(crate) fn unquote(text: &str) -> String {
    serde_json::from_str(text).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn defaults(reasons: bool) -> Defaults {
        Defaults { now: "N".into(), jurisdiction: Some("12.71".into()), detail: Some("brief"), reasons }
    }

    fn read(line: &str, reasons: bool) -> (Option<String>, String, String) {
        let item = item(line.as_bytes(), &defaults(reasons));
        (item.id, String::from_utf8(item.request.unwrap()).unwrap(), item.title)
    }

    #[test]
    fn a_bare_complaint_is_wrapped_and_annotations_go() {
        let (id, request, title) = read(r#"{"id": 1.50,"title":"Jalan \"rusak\"","trap":"x","extra":{"id":2}}"#, false);
        assert_eq!(id.as_deref(), Some("1.50"));
        assert_eq!(title, "Jalan \"rusak\"");
        assert_eq!(
            request,
            r#"{"now":"N","jurisdiction":"12.71","detail":"brief","complaint":{"title":"Jalan \"rusak\"","extra":{"id":2}}}"#
        );
    }

    #[test]
    fn a_line_wins_over_the_flags_and_null_is_absent() {
        let line = r#"{"id":null,"now":"M","jurisdiction":null,"detail":"brief","offsets":"utf16","complaint":{}}"#;
        let (id, request, _) = read(line, false);
        assert_eq!(id, None);
        assert_eq!(request, r#"{"now":"M","detail":"brief","offsets":"utf16","complaint":{},"jurisdiction":"12.71"}"#);
        let (_, request, _) = read(r#"{"detail":"brief","complaint":{}}"#, true);
        assert_eq!(request, r#"{"complaint":{},"now":"N","jurisdiction":"12.71","detail":"full"}"#);
        let (_, request, _) = read(r#"{"detail":"lengkap","complaint":{}}"#, true);
        assert!(request.starts_with(r#"{"detail":"lengkap","#));
    }

    #[test]
    fn what_is_no_object_passes_untouched() {
        assert_eq!(read("[1", false), (None, "[1".to_owned(), String::new()));
    }
}
