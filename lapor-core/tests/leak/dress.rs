//! Personal data in the dress of a code. What has the form of a region, an office, a media type or a number is not refused as a sentence is: it
//! goes on into findings, reasons and views. So each member of each operation gets one of every dress, whatever it expects.

use super::find::Needle;
use super::plant::Datum;
use super::request::Planted;
use super::{operations, seeds};
use crate::common::engine;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Who is planted. The number of the card begins with a district that there is.
const NAME: &str = "Quxovaze Zexavi";
const PHONE: &str = "081288317745";
const NIK: &str = "1271042311850007";

/// Members that may say what was sent, and why.
const FREE: [(&str, &[&str], &str); 3] = [
    ("*", &["bytes"], "a size, which the host measures"),
    ("text.redact", &["text", "key"], "a text promises only what its recognisers find (redact.rs); a key is no datum"),
    (
        "pack.",
        &["pack", "id", "for", "features"],
        "an overlay is published by its region, and a fault in it names its own ids",
    ),
];

fn dresses() -> Vec<Value> {
    let digits = PHONE.trim_start_matches('0');
    vec![
        // regions: that there are none of, and the birthday of the card as a village
        json!("81.28.83.1774"),
        json!("81.28.83"),
        json!("12.71.04.2311"),
        json!("12.71/quxovaze"),
        json!(format!("12.71/{PHONE}")),
        json!("pusat/quxovaze"),
        json!(format!("pusat/{PHONE}")),
        json!("pusat/pln/quxovaze"),
        json!("opd:quxovaze"),
        json!("inst:quxovaze"),
        json!(format!("inst:pln/{PHONE}")),
        json!("image/quxovaze"),
        json!("application/x-quxovaze"),
        json!(format!("application/{PHONE}")),
        json!(format!("application/{NIK}")),
        json!("quxovaze"),
        json!("id.quxovaze"),
        json!("quxovaze@zexavi.com"),
        json!(PHONE),
        json!(NIK),
        json!(digits.parse::<u64>().unwrap()),
        json!(NIK.parse::<u64>().unwrap()),
    ]
}

fn data() -> Vec<Datum> {
    let datum = |kind, own, bare: &str, needles| Datum {
        kind,
        own: Some(own),
        named: false,
        said: bare.to_owned(),
        bare: bare.to_owned(),
        needles,
    };
    vec![
        datum("name", "name", NAME, NAME.split(' ').map(Needle::word).collect()),
        datum("phone", "phone", PHONE, vec![Needle::number(&PHONE[1..])]),
        // the district alone is nobody's
        datum("nik", "nik", NIK, vec![Needle::number(&NIK[1..])]),
    ]
}

/// Where plain values stand, and the names on the way, without the places in lists.
fn members(value: &Value, path: &str, out: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(n, item)| members(item, &format!("{path}/{n}"), out))
        }
        Value::Object(object) => {
            for (name, value) in object {
                members(value, &format!("{path}/{}", name.replace('~', "~0").replace('/', "~1")), out);
            }
        }
        _ => out.push(path.to_owned()),
    }
}

fn names(path: &str) -> Vec<&str> {
    path.split('/').skip(1).filter(|name| name.parse::<usize>().is_err()).collect()
}

fn is_free(operation: &str, path: &str) -> bool {
    let last = names(path).pop().unwrap_or_default().to_owned();
    FREE.iter().any(|(whose, members, _)| (*whose == "*" || operation.starts_with(whose)) && members.contains(&&*last))
}

#[test]
fn no_operation_says_what_comes_in_the_dress_of_a_code() {
    let (engine, seeds, data, dresses) = (engine(), seeds(), data(), dresses());
    let (mut calls, mut leaks) = (0, BTreeSet::new());
    for operation in operations(&engine) {
        let mut dressed: BTreeSet<Vec<String>> = BTreeSet::new();
        // a member is dressed once for each audience, in a request that is answered if there is one: what a refusal says is the same everywhere
        let answered = |seed: &&Value| engine.call(&operation, seed.to_string().as_bytes()).is_ok();
        let (first, last): (Vec<_>, Vec<_>) = seeds[&operation].iter().partition(answered);
        for seed in first.into_iter().chain(last) {
            let mut seed = seed.clone();
            if let Some(complaint) = seed.get_mut("complaint").and_then(Value::as_object_mut) {
                complaint.insert("reporter".to_owned(), json!({"name": NAME, "nik": NIK, "phone": PHONE}));
                complaint.entry("attachments").or_insert_with(|| json!([{"media_type": "image/png", "bytes": 1}]));
                complaint.entry("location").or_insert_with(|| json!({"region": "12.71", "lat": 3.5, "lng": 98.6}));
            }
            let mut paths = Vec::new();
            members(&seed, "", &mut paths);
            for path in paths.iter().filter(|path| !is_free(&operation, path)) {
                let audience = seed["audience"].as_str();
                if !dressed.insert(names(path).into_iter().chain(audience).map(str::to_owned).collect()) {
                    continue;
                }
                for dress in &dresses {
                    let mut request = seed.clone();
                    *request.pointer_mut(path).unwrap() = dress.clone();
                    let planted = Planted { bytes: request.to_string().into_bytes(), request, data: Vec::new() };
                    let reply = engine.call(&operation, &planted.bytes);
                    let envelope: Value = serde_json::from_str(reply.json()).unwrap();
                    calls += 1;
                    for (_, found) in super::leaks(&operation, &planted, &data, &envelope) {
                        leaks.insert(format!("{operation} {path}: {dress} as {:?}", found.seen));
                    }
                }
            }
        }
        assert!(!dressed.is_empty() || operation == "engine.info", "{operation}: no member to dress");
    }
    println!("{calls} calls");
    assert!(leaks.is_empty(), "{} leaks:\n{}", leaks.len(), leaks.into_iter().collect::<Vec<_>>().join("\n"));
}
