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

/// What the reader takes and what the schema offers are written down twice, in `record!` and in serde's attributes: they must be the same.
#[test]
fn a_request_takes_the_members_and_names_of_its_schema() {
    let (engine, schemas) = (engine(), Schemas::new());
    for op in &engine.info().operations {
        let root = &schemas.0[&format!("{}.json", op.split('.').next().unwrap())];
        let shape = &root["$defs"][format!("{op}.request")];
        let required =
            root.pointer(shape["$ref"].as_str().unwrap().strip_prefix('#').unwrap()).unwrap()["required"].as_array();
        let required = required.cloned().unwrap_or_default();
        let mut shapes = Vec::new();
        collect(root, shape, Vec::new(), &mut shapes);
        assert!(shapes.iter().any(|(path, ..)| path.is_empty()), "{op}");
        for (path, offered, wrong) in shapes {
            let wrap = |inner, name: &&str| if *name == "[]" { json!([inner]) } else { json!({*name: inner}) };
            let mut request = path.iter().rev().fold(wrong, wrap);
            // behind it, so that nothing is missing and its fault is the first
            for name in required.iter().filter_map(Value::as_str) {
                request.as_object_mut().unwrap().entry(name).or_insert(json!(true));
            }
            let reply = engine.call(op, request.to_string().as_bytes());
            let refusal: Value = serde_json::from_str(reply.json()).unwrap();
            assert_eq!(refusal["error"]["params"]["accepted"], json!(offered), "{op} {path:?}: {refusal}");
        }
    }
}

/// Every object and every choice of a schema: where it stands, what it offers, and what it must refuse.
fn collect<'a>(
    root: &'a Value,
    node: &'a Value,
    path: Vec<&'a str>,
    out: &mut Vec<(Vec<&'a str>, Vec<&'a str>, Value)>,
) {
    let deeper = |name: &'a str| path.iter().copied().chain([name]).collect::<Vec<_>>();
    if let Some(name) = node["$ref"].as_str() {
        return collect(root, root.pointer(name.strip_prefix('#').unwrap()).unwrap(), path, out);
    }
    for either in node["anyOf"].as_array().into_iter().flatten() {
        collect(root, either, path.clone(), out);
    }
    if let Some(members) = node["properties"].as_object() {
        for (name, member) in members {
            collect(root, member, deeper(name), out);
        }
        out.push((path.clone(), members.keys().map(String::as_str).collect(), json!({"zz": 1})));
    } else if node["additionalProperties"] == false {
        out.push((path.clone(), Vec::new(), json!({"zz": 1})));
    }
    if node["items"].is_object() {
        collect(root, &node["items"], deeper("[]"), out);
    }
    let names: Vec<&str> =
        node["oneOf"].as_array().into_iter().flatten().filter_map(|one| one["const"].as_str()).collect();
    if !names.is_empty() {
        out.push((path, names, json!("zz")));
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
