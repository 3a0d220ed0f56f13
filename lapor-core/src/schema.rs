//! JSON Schema (2020-12) of every operation, generated from the Rust types. `cargo xtask schema` writes them into `include/schema`.
//!
//! One file an area: `$defs` holds `<operation>.request` and `<operation>.answer`, and what they refer to. The envelope is in `envelope.json`.

use crate::complaint::{Date, Instant, Place, RegionCode, Route};
use crate::engine::{
    CalendarAddRequest, CalendarCountRequest, CategoryList, CategoryRequest, Children, ChildrenRequest, DaysAdded,
    DaysCounted, Identity, IdentityRequest, Info, InfoRequest, InstitutionList, InstitutionRequest, LookupRequest,
    NormalText, NormalizeRequest, RedactRequest, Redacted, RegionList,
};
use crate::message::{Params, Text};
use crate::pack_check::{Check, CheckRequest, Diff, DiffRequest};
use crate::triage::{
    ExplainRequest, Explanation, Form, FormRequest, LocateRequest, RouteRequest, SuggestRequest, Suggestion, Triage,
    TriageRequest, Validation, View, ViewRequest,
};
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};
use std::borrow::Cow;

/// The error of an envelope.
#[derive(JsonSchema)]
#[allow(dead_code, reason = "only its schema is used")]
struct ErrorShape {
    /// Stable code.
    code: String,
    /// JSON pointer of the member at fault.
    path: String,
    /// Limits, sizes, what would be accepted.
    params: Params,
    /// Sentence in both languages.
    text: Text,
}

macro_rules! written {
    ($type:ty, $name:literal, $pattern:literal, $about:literal) => {
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({"type": "string", "pattern": $pattern, "description": $about})
            }
        }
    };
}

written!(RegionCode, "RegionCode", r"^[0-9]{2}(\.[0-9]{2}(\.[0-9]{2}(\.[0-9]{4})?)?)?$", "Kemendagri region code");
written!(Date, "Date", r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "Civil day");
written!(
    Instant,
    "Instant",
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})$",
    "Moment with offset, to the second"
);

/// The schemas, as file name and content.
#[must_use]
pub fn files() -> Vec<(String, Value)> {
    let mut areas: Vec<(&str, Area)> = Vec::new();
    let mut add = |operation: &'static str, request: Shape, answer: Shape| {
        let area = operation.split('.').next().unwrap_or(operation);
        let at = areas.iter().position(|(name, _)| *name == area).unwrap_or_else(|| {
            areas.push((area, Area::new()));
            areas.len() - 1
        });
        if let Some((_, area)) = areas.get_mut(at) {
            area.operation(operation, request, answer);
        }
    };
    add("engine.info", Area::take::<InfoRequest>, Area::take::<Info>);
    add("triage", Area::take::<TriageRequest>, Area::take::<Triage>);
    add("route", Area::take::<RouteRequest>, Area::take::<Route>);
    add("route.explain", Area::take::<ExplainRequest>, Area::take::<Explanation>);
    add("complaint.validate", Area::take::<TriageRequest>, Area::take::<Validation>);
    add("complaint.view", Area::take::<ViewRequest>, Area::take::<View>);
    add("form.describe", Area::take::<FormRequest>, Area::take::<Form>);
    add("region.lookup", Area::take::<LookupRequest>, Area::take::<RegionList>);
    add("region.children", Area::take::<ChildrenRequest>, Area::take::<Children>);
    add("region.locate", Area::take::<LocateRequest>, Area::take::<Place>);
    add("matter.suggest", Area::take::<SuggestRequest>, Area::take::<Suggestion>);
    add("calendar.add", Area::take::<CalendarAddRequest>, Area::take::<DaysAdded>);
    add("calendar.count", Area::take::<CalendarCountRequest>, Area::take::<DaysCounted>);
    add("pack.check", Area::take::<CheckRequest>, Area::take::<Check>);
    add("pack.diff", Area::take::<DiffRequest>, Area::take::<Diff>);
    add("identity.check", Area::take::<IdentityRequest>, Area::take::<Identity>);
    add("institution.search", Area::take::<InstitutionRequest>, Area::take::<InstitutionList>);
    add("taxonomy.search", Area::take::<CategoryRequest>, Area::take::<CategoryList>);
    add("text.normalize", Area::take::<NormalizeRequest>, Area::take::<NormalText>);
    add("text.redact", Area::take::<RedactRequest>, Area::take::<Redacted>);
    let mut out: Vec<(String, Value)> =
        areas.into_iter().map(|(name, area)| (format!("{name}.json"), area.file(name))).collect();
    out.push(("envelope.json".to_owned(), envelope()));
    out.sort_by(|a, b| a.0.cmp(&b.0));
    out
}

type Shape = fn(&mut SchemaGenerator) -> Schema;

/// Two generators, for what is read is not what is written: an answer has every member, a request may leave some out.
struct Area {
    requests: SchemaGenerator,
    answers: SchemaGenerator,
    operations: Map<String, Value>,
}

impl Area {
    fn new() -> Self {
        let plain = SchemaSettings::draft2020_12();
        Area {
            requests: plain.clone().for_deserialize().into_generator(),
            answers: plain.for_serialize().into_generator(),
            operations: Map::new(),
        }
    }

    fn take<T: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
        generator.subschema_for::<T>()
    }

    fn operation(&mut self, name: &str, request: Shape, answer: Shape) {
        self.operations.insert(format!("{name}.request"), request(&mut self.requests).to_value());
        self.operations.insert(format!("{name}.answer"), answer(&mut self.answers).to_value());
    }

    fn file(mut self, name: &str) -> Value {
        let mut defs = self.requests.take_definitions(true);
        defs.extend(self.answers.take_definitions(true));
        let mut sorted: Vec<(String, Value)> = defs.into_iter().collect();
        sorted.sort_by(|a, b| a.0.cmp(&b.0));
        self.operations.extend(sorted);
        json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": format!("lapor wire {}: {name}", crate::WIRE),
            "$defs": self.operations,
        })
    }
}

fn envelope() -> Value {
    let mut area = Area::new();
    let error = area.answers.subschema_for::<ErrorShape>().to_value();
    let mut defs = area.answers.take_definitions(true);
    defs.sort_keys();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": format!("lapor wire {}: envelope", crate::WIRE),
        "oneOf": [
            {
                "type": "object",
                "properties": {"ok": {"const": true}, "answer": {"type": "object"}},
                "required": ["ok", "answer"],
                "additionalProperties": false,
            },
            {
                "type": "object",
                "properties": {"ok": {"const": false}, "error": error},
                "required": ["ok", "error"],
                "additionalProperties": false,
            },
        ],
        "$defs": defs,
    })
}
