//! `cargo xtask types`: what TypeScript knows of the wire, from include/schema.
//!
//! `wire.d.ts` has the types of every request and answer and one method for each operation, `operations.js` the names of operations and methods.
//! Both are committed: a change of the wire shows there as those who write against it see it.

mod shape;

use crate::Done;
use crate::files::{below, read, root, write};
use serde_json::{Map, Value};
use shape::{Side, shape};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

const TYPES: &str = "lapor-wasm/npm/wire.d.ts";
const NAMES: &str = "lapor-wasm/npm/operations.js";
const ERRORS: &str = "lapor-core/src/error.rs";

/// What each operation does, for the one who is about to call it.
const OPERATIONS: [(&str, &str); 20] = [
    ("calendar.add", "The day on which a number of working days, days or years is over."),
    ("calendar.count", "How many working days lie between two days."),
    (
        "complaint.validate",
        "What is wrong with a complaint; only what has severity `block` should stop a form. The request is that of `triage`.",
    ),
    (
        "complaint.view",
        "A complaint as the public, the reporter, a handling unit, another agency, a coordinator, an overseer or an auditor may see it.",
    ),
    ("engine.info", "Versions, packs with their SHA-256, operations, limits."),
    ("form.describe", "What a form about a matter asks, why, and whom each answer would reach."),
    (
        "identity.check",
        "What the form of a NIK, family card, tax, service, phone, plate or other number or an e-mail address says; never that it is real.",
    ),
    ("institution.search", "Receivers by id, name, abbreviation or type; in a region its own offices."),
    ("matter.suggest", "Classification, matter and category of a text."),
    ("pack.check", "What is wrong with an overlay, or with the loaded packs."),
    ("pack.diff", "What another version of an overlay would change."),
    ("region.children", "The regions directly below one."),
    ("region.locate", "The place that a text or an address speaks of."),
    ("region.lookup", "Regions by code, former code or name."),
    ("route", "Receivers of a matter in a region, without a text."),
    ("route.explain", "A route in sentences: for the citizen, for the officer, and why an office is not the receiver."),
    ("taxonomy.search", "Categories by path, LAPOR! number, name or alias."),
    ("text.normalize", "A text in the words that the library reads in it."),
    ("text.redact", "A text without the personal data that can be found in it, and what was found."),
    (
        "triage",
        "The whole path of one complaint: what is wrong with it, where it happened, what it is about, who receives it and why, and what is due \
         when.",
    ),
];

/// Writes both files, or proves them current.
pub(crate) fn run(check: bool) -> Done {
    let wire = Wire::read()?;
    write(TYPES, wire.types()?.as_bytes(), check, "types")?;
    write(NAMES, wire.names().as_bytes(), check, "types")
}

/// The definitions of all schemas.
struct Wire {
    /// By name; the members of a type that goes both ways may be left out on the way in.
    types: BTreeMap<String, Value>,
    /// Request and answer of each operation, as names of types.
    operations: BTreeMap<String, (String, String)>,
    requests: BTreeSet<String>,
    answers: BTreeSet<String>,
}

impl Wire {
    fn read() -> Result<Wire, String> {
        let (mut types, mut ends) = (BTreeMap::new(), BTreeMap::new());
        for file in below(&root().join("include/schema"), ".json")? {
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let schema: Value =
                serde_json::from_str(&read(&format!("include/schema/{name}"))?).map_err(|e| format!("{name}: {e}"))?;
            let definitions = schema.get("$defs").and_then(Value::as_object).ok_or(format!("{name}: no $defs"))?;
            for (name, definition) in definitions {
                if name.ends_with(".request") || name.ends_with(".answer") {
                    ends.insert(name.clone(), shape::reference(definition).ok_or(format!("{name}: no reference"))?);
                } else {
                    take(&mut types, name, definition)?;
                }
            }
        }
        let mut operations = BTreeMap::new();
        for (name, request) in &ends {
            let Some(op) = name.strip_suffix(".request") else { continue };
            let answer = ends.get(&format!("{op}.answer")).ok_or(format!("{op}: no answer"))?;
            operations.insert(op.to_owned(), (request.clone(), answer.clone()));
        }
        if !operations.keys().map(String::as_str).eq(OPERATIONS.map(|(op, _)| op)) {
            return Err(format!("xtask/src/types.rs describes others than {:?}", operations.keys()));
        }
        let reach = |side: fn(&(String, String)) -> &String| {
            let mut found = BTreeSet::new();
            operations.values().for_each(|ends| reach(side(ends), &types, &mut found));
            found
        };
        let (requests, answers) = (reach(|ends| &ends.0), reach(|ends| &ends.1));
        Ok(Wire { types, operations, requests, answers })
    }

    fn types(&self) -> Result<String, String> {
        let mut out = "// Made by `cargo xtask types` from include/schema.\n\n".to_owned();
        out.push_str("/** The operations by their names on the wire: what goes in and what comes out. */\n");
        out.push_str("export interface Operations {\n");
        for (op, (request, answer)) in &self.operations {
            let _ = writeln!(out, "  \"{op}\": {{ request: {request}; answer: {answer} }};");
        }
        out.push_str(
            "}\n\n/** One method for each operation. What is wrong with a request is thrown as a `LaporError`. */\n",
        );
        out.push_str("export interface Methods {\n");
        for (op, doc) in OPERATIONS {
            let Some((request, answer)) = self.operations.get(op) else { continue };
            let optional = if self.has_required(request) { "" } else { "?" };
            out.push_str(&shape::comment(&[doc.to_owned()], "  "));
            let _ = writeln!(out, "  {}(request{optional}: {request}): {answer};", method(op));
        }
        out.push_str("}\n\n");
        out.push_str(ENVELOPE);
        out.push_str(&errors()?);
        for (name, definition) in &self.types {
            let side = if self.requests.contains(name) { Side::Request } else { Side::Answer };
            let definition = shape(name, definition, side, &|inner| self.both_ways(inner))
                .map_err(|fault| format!("include/schema: {name}: {fault}"))?;
            let _ = write!(out, "\n{definition}");
        }
        Ok(out)
    }

    /// Whether it has members that may be left out in a request but stand in every answer.
    fn both_ways(&self, name: &str) -> bool {
        self.requests.contains(name) && self.answers.contains(name) && self.types.get(name).is_some_and(is_struct)
    }

    fn has_required(&self, name: &str) -> bool {
        let required = self.types.get(name).and_then(|t| t.get("required")).and_then(Value::as_array);
        required.is_some_and(|names| !names.is_empty())
    }

    fn names(&self) -> String {
        let mut out = "// Made by `cargo xtask types` from include/schema.\n\n".to_owned();
        out.push_str("/** The method of each operation. */\nexport const METHODS = {\n");
        for op in self.operations.keys() {
            let _ = writeln!(out, "  \"{op}\": \"{}\",", method(op));
        }
        out.push_str("};\n\n/** Operations whose requests have the member `offsets`. */\nexport const WITH_OFFSETS = new Set([\n");
        let offsets =
            |request: &str| self.types.get(request).is_some_and(|t| t.pointer("/properties/offsets").is_some());
        for (op, _) in self.operations.iter().filter(|(_, (request, _))| offsets(request)) {
            let _ = writeln!(out, "  \"{op}\",");
        }
        out.push_str("]);\n");
        out
    }
}

const ENVELOPE: &str = "/** The envelope: an answer, or what is wrong with the request. */
export type Envelope<A> = { ok: true; answer: A } | { ok: false; error: ErrorShape };

";

/// The codes of errors, each with what its documentation in Rust says.
fn errors() -> Result<String, String> {
    let source = read(ERRORS)?;
    let mut doc =
        vec!["What can be wrong with a request or a pack. The set is open: later versions may know more.".to_owned()];
    let mut codes = String::new();
    for code in lapor_core::ErrorCode::ALL {
        let variant = format!("{code:?},");
        let mut above = source.lines().zip(source.lines().skip(1)).filter(|(_, line)| line.trim() == variant);
        let meaning = above.next().and_then(|(line, _)| line.trim().strip_prefix("/// "));
        doc.push(format!("- `{}`: {}", code.as_str(), meaning.ok_or(format!("{ERRORS}: what is {variant}?"))?));
        let _ = write!(codes, "\n  | \"{}\"", code.as_str());
    }
    Ok(format!("{}export type ErrorCode ={codes};\n", shape::comment(&doc, "")))
}

fn is_struct(definition: &Value) -> bool {
    definition.get("properties").is_some()
}

/// Keeps a definition. Those with one name are one type, but for the members that must be there: these depend on the way that it goes.
fn take(types: &mut BTreeMap<String, Value>, name: &str, definition: &Value) -> Done {
    let bare = |value: &Value| {
        let mut members = value.as_object().cloned().unwrap_or_default();
        members.remove("required");
        members
    };
    let required = |members: &Value| members.get("required").and_then(Value::as_array).map_or(0, Vec::len);
    match types.get(name) {
        Some(known) if bare(known) != bare(definition) => Err(format!("include/schema: {name} means two things")),
        Some(known) if required(known) <= required(definition) => Ok(()),
        _ => {
            types.insert(name.to_owned(), definition.clone());
            Ok(())
        }
    }
}

/// A type and all that it names.
fn reach(name: &str, types: &BTreeMap<String, Value>, found: &mut BTreeSet<String>) {
    if !found.insert(name.to_owned()) {
        return;
    }
    let mut inner = Vec::new();
    types.get(name).into_iter().for_each(|definition| references(definition, &mut inner));
    inner.iter().for_each(|name| reach(name, types, found));
}

fn references(value: &Value, found: &mut Vec<String>) {
    found.extend(shape::reference(value));
    match value {
        Value::Array(items) => items.iter().for_each(|item| references(item, found)),
        Value::Object(members) => members_but_default(members).for_each(|member| references(member, found)),
        _ => (),
    }
}

fn members_but_default(members: &Map<String, Value>) -> impl Iterator<Item = &Value> {
    members.iter().filter(|(name, _)| *name != "default").map(|(_, member)| member)
}

/// `calendar.add` is `calendarAdd`. The areas are no objects with methods: `route` is an operation and an area.
fn method(op: &str) -> String {
    let mut words = op.split('.');
    let mut name = words.next().unwrap_or_default().to_owned();
    for word in words {
        let mut letters = word.chars();
        name.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        name.push_str(letters.as_str());
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn operations_become_methods() {
        assert_eq!(["triage", "calendar.add"].map(method), ["triage", "calendarAdd"]);
    }

    #[test]
    fn a_name_has_one_meaning() {
        let mut types = BTreeMap::new();
        let with = |required: &[&str]| json!({"type": "object", "properties": {"a": {"type": "string"}}, "required": required});
        assert_eq!(take(&mut types, "T", &with(&["a"])), Ok(()));
        assert_eq!(take(&mut types, "T", &with(&[])), Ok(()));
        assert_eq!(types.get("T"), Some(&with(&[])), "what a request may leave out");
        assert!(take(&mut types, "T", &json!({"type": "string"})).is_err());
    }
}
