//! A report of abuse of authority never ends at the unit that is reported (routing.md §10.11), whatever actor, school, region and day.

#![allow(clippy::restriction, reason = "a test may panic")]

mod common;

use common::{engine, read};
use serde_json::{Value, json};

fn source(name: &str) -> Value {
    serde_json::from_str(&read(&format!("lapor-core/data/sources/{name}"))).unwrap()
}

fn route(engine: &lapor_core::Engine, request: &Value) -> Value {
    let reply: Value = serde_json::from_str(engine.call("route", request.to_string().as_bytes()).json()).unwrap();
    assert_eq!(reply["ok"], true, "{request}: {}", reply["error"]);
    reply["answer"].clone()
}

fn values(matters: &Value, discriminator: &str) -> Vec<Value> {
    let listed = matters["discriminators"][discriminator]["values"].as_array().unwrap();
    listed.iter().cloned().chain([Value::Null]).collect()
}

#[test]
fn abuse_is_examined_by_overseers() {
    let engine = engine();
    let matters = source("matters.json");
    let (mut routes, mut leads) = (0, 0);
    for matter in source("abuse.json")["matters"].as_array().unwrap() {
        for actor in values(&matters, "actor") {
            for school in values(&matters, "school") {
                if actor != "guru" && !school.is_null() {
                    continue;
                }
                for region in ["12.71", "32.04", "31.74", "91.71", "11.71", "34.04"] {
                    for day in ["2021-06-01", "2025-05-01", "2026-11-23"] {
                        let answers = json!({"actor": actor, "school": school});
                        let now = format!("{day}T09:00:00+07:00");
                        let request = json!({"now": now, "matter": matter, "region": region, "answers": answers});
                        let answer = route(&engine, &request);
                        routes += 1;
                        for office in std::iter::once(&answer["lead"]).filter(|lead| !lead.is_null()) {
                            leads += 1;
                            let kind = office["type"].as_str().unwrap();
                            assert!(kind.starts_with("inst:") || kind == "opd:inspektorat", "{request}: {office}");
                        }
                    }
                }
            }
        }
    }
    println!("{routes} routes, {leads} leads");
}

#[test]
fn a_supervised_report_about_a_service_does_not_end_at_the_unit_that_serves() {
    let engine = engine();
    let frontline = source("abuse.json")["frontline"].clone();
    let frontline: Vec<&str> = frontline.as_array().unwrap().iter().map(|row| row["ref"].as_str().unwrap()).collect();
    for matter in source("matters.json")["matters"].as_array().unwrap() {
        for region in ["12.71.04", "35.78", "31.74.01", "32.04"] {
            let request = json!({"now": "2026-11-23T09:00:00+07:00", "matter": matter["id"], "region": region, "supervision": "berkadar_pengawasan"});
            let answer = route(&engine, &request);
            let coordinating = answer["coordinating"].as_array().unwrap().iter();
            for office in coordinating.chain([&answer["lead"]]).filter(|office| !office.is_null()) {
                assert!(!frontline.contains(&office["type"].as_str().unwrap()), "{request}: {office}");
            }
        }
    }
}
