//! The sample complaints of `examples/data`, with the expectations that stand beside them.

#![allow(clippy::restriction, reason = "a test may panic")]

mod common;

#[path = "../../tests/rust/samples.rs"]
mod samples;

use common::{engine, judge, pending, root};
use serde_json::{Value, json};
use std::collections::BTreeMap;

#[test]
fn every_sample_ends_where_it_should() {
    let engine = engine();
    let (mut failures, mut ran, mut leads, mut wanted_leads) = (BTreeMap::new(), 0, 0, 0);
    for sample in samples::all(&root()).unwrap() {
        let envelope: Value = serde_json::from_str(engine.call("triage", sample.request.as_bytes()).json()).unwrap();
        let answer = &envelope["answer"];
        let faults = sample.faults(&envelope);
        if !faults.is_empty() {
            failures.insert(sample.id, faults);
        }
        ran += 1;
        leads += usize::from(!answer["route"]["lead"].is_null());
        wanted_leads += usize::from(!sample.expect["lead"].is_null());
    }
    println!("{leads} of {ran} lines have a lead, {wanted_leads} should");
    assert!(ran >= 100, "at least a hundred samples");
    assert!(leads * 100 >= ran * 85, "at least 85 of 100 lines have a lead");
    judge(&failures, &pending("examples/data/pending.tsv"), ran);
}

/// A Medan lamp complaint ends at the same office through SP4N and through the city's own channel.
#[test]
fn the_channel_changes_no_receiver() {
    let engine = engine();
    let lead = |channel: &str, jurisdiction: Value| {
        let request = json!({
            "now": "2026-11-23T09:00:00+07:00",
            "jurisdiction": jurisdiction,
            "complaint": {
                "title": "Lampu jalan padam",
                "content": "Lampu jalan di depan gang kami di Medan Denai Kota Medan padam sejak minggu lalu.",
                "channel": channel
            }
        });
        let envelope: Value =
            serde_json::from_str(engine.call("triage", request.to_string().as_bytes()).json()).unwrap();
        envelope["answer"]["route"]["lead"]["id"].clone()
    };
    assert_eq!(lead("web", Value::Null), "12.71/dishub");
    assert_eq!(lead("mrk", json!("12.71")), "12.71/dishub");
}
