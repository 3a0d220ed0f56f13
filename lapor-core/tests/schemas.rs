//! Every answer fits the schema that is published for it (feature `schema`): that of every vector, and of every sample in full detail.

#![cfg(feature = "schema")]
#![allow(clippy::restriction, reason = "a test may panic")]

mod common;

#[path = "../../tests/rust/cases.rs"]
#[allow(dead_code, reason = "each who includes it uses its part")]
mod cases;
#[path = "../../tests/rust/schema.rs"]
mod schema;

use common::{engine, read, root};
use lapor_core::Engine;
use schema::Schema;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

struct Schemas(BTreeMap<String, Value>);

impl Schemas {
    fn new() -> Self {
        Schemas(lapor_core::schema::files().into_iter().collect())
    }

    /// Calls the operation; what is wrong with the envelope or its answer.
    fn faults(&self, engine: &Engine, op: &str, request: &str) -> Vec<String> {
        let envelope: Value = serde_json::from_str(engine.call(op, request.as_bytes()).json()).unwrap();
        let mut faults = Schema { root: &self.0["envelope.json"], exact: true }.faults_of_file(&envelope);
        if let Some(answer) = envelope.get("answer") {
            let area = op.split('.').next().unwrap();
            let root = &self.0[&format!("{area}.json")];
            faults.extend(Schema { root, exact: true }.faults(&format!("{op}.answer"), answer));
        }
        faults
    }
}

#[test]
fn every_answer_of_a_vector_fits_its_schema() {
    let (engine, schemas) = (engine(), Schemas::new());
    let mut answered = BTreeSet::new();
    for case in cases::all(&root()).unwrap() {
        let faults = schemas.faults(&engine, &case.op, &case.request().unwrap());
        assert!(faults.is_empty(), "{}: {faults:#?}", case.id);
        if case.expect.is_some() {
            answered.insert(case.op);
        }
    }
    let published: BTreeSet<String> = schemas
        .0
        .values()
        .flat_map(|file| file["$defs"].as_object().unwrap().keys())
        .filter_map(|name| name.strip_suffix(".answer").map(str::to_owned))
        .collect();
    let operations: BTreeSet<String> = engine.info().operations.iter().map(|op| (*op).to_owned()).collect();
    assert_eq!(published, operations, "every operation has its schema");
    println!("answered by vectors: {answered:?}");
}

#[test]
fn every_answer_of_a_sample_fits_its_schema() {
    let (engine, schemas) = (engine(), Schemas::new());
    for line in read("examples/data/complaints.jsonl").lines() {
        let mut request: Value = serde_json::from_str(line).unwrap();
        let members = request.as_object_mut().unwrap();
        let id = members.remove("id").unwrap();
        members.remove("expect");
        members.remove("trap");
        let full = |op: &str| {
            let mut request = request.clone();
            if op == "triage" {
                request["detail"] = json!("full");
            }
            schemas.faults(&engine, op, &request.to_string())
        };
        for op in ["triage", "complaint.validate"] {
            let faults = full(op);
            assert!(faults.is_empty(), "{id} {op}: {faults:#?}");
        }
    }
}

/// The validator itself: what it must refuse.
#[test]
fn the_validator_refuses() {
    let root = json!({"$defs": {
        "Code": {"type": "string", "pattern": r"^[0-9]{2}(\.[0-9]{2})?$"},
        "Moment": {"type": "string", "pattern": r"^[0-9]{2}(Z|[+-][0-9]{2})$"},
        "Both": {"type": "object", "properties": {"a": {"type": "integer", "minimum": 0, "maximum": 9}, "b": {"$ref": "#/$defs/Code"}}, "required": ["a"]},
        "Choice": {"oneOf": [{"const": 1}, {"type": "integer"}]},
        "Typo": {"#rel": "#/$defs/Code"},
        "Lost": {"$ref": "#/$defs/Nowhere"},
    }});
    let fits = |name: &str, value: Value| Schema { root: &root, exact: true }.faults(name, &value).is_empty();
    assert!(fits("Code", json!("12")) && fits("Code", json!("12.71")));
    assert!(!fits("Code", json!("12.7")) && !fits("Code", json!("12.")) && !fits("Code", json!(12)));
    assert!(fits("Moment", json!("12Z")) && fits("Moment", json!("12+07")) && !fits("Moment", json!("12 07")));
    assert!(fits("Both", json!({"a": 0, "b": "12"})));
    assert!(!fits("Both", json!({"b": "12", "a": 0})), "another order");
    assert!(!fits("Both", json!({"a": 10, "b": "12"})) && !fits("Both", json!({"a": -1, "b": "12"})));
    assert!(!fits("Both", json!({"a": 1.5, "b": "12"})) && !fits("Both", json!({"a": 1, "b": "12", "c": 1})));
    assert!(fits("Choice", json!(2)) && !fits("Choice", json!(1)));
    assert!(!fits("Typo", json!("12")), "peers.md V1");
    assert!(!fits("Lost", json!(1)) && !fits("None", json!(1)));
}
