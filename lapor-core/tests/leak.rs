//! The law of no leak: nothing that an operation says in public carries personal data of the request, nor a member of the reporter, in whatever
//! writing. It walks the operations that the engine names, so that none can be forgotten: each needs a vector, whose request is planted over.
//!
//! `LAPOR_LEAKS=1000000 cargo test --release -p lapor-core --test leak -- --ignored --nocapture` is the long run; `LAPOR_SEED` draws others.

#![allow(clippy::restriction, reason = "a test may panic")]

mod common;

#[path = "../../tests/rust/cases.rs"]
#[allow(dead_code, reason = "each who includes it uses its part")]
mod cases;

#[path = "leak/dress.rs"]
mod dress;
#[path = "leak/find.rs"]
mod find;
#[path = "leak/plant.rs"]
mod plant;
#[path = "leak/public.rs"]
mod public;
#[path = "leak/random.rs"]
mod random;
#[path = "leak/request.rs"]
mod request;

use common::{engine, read, root};
use find::{Find, find};
use lapor_core::Engine;
use plant::{Datum, KINDS};
use random::{Draw, Stream};
use request::{Planted, plant};
use serde_json::Value;
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

/// Largest request of a vector that is planted over, in bytes.
const LARGEST: usize = 16 * 1024;

fn operations(engine: &Engine) -> Vec<String> {
    let info: Value = serde_json::from_str(engine.call("engine.info", b"{}").json()).unwrap();
    let names = info["answer"]["operations"].as_array().unwrap().iter();
    names.map(|name| name.as_str().unwrap().to_owned()).collect()
}

/// The requests of the vectors, by operation.
fn seeds() -> BTreeMap<String, Vec<Value>> {
    let mut out: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for case in cases::all(&root()).unwrap() {
        let text = case.request().unwrap();
        // every region of the country is walked where no overlay is given: seconds, and nothing of the request is read
        let whole = case.op == "pack.check" && !text.contains("\"overlay\":{");
        if text.len() <= LARGEST && !whole {
            let request = serde_json::from_str(&text).ok().filter(Value::is_object);
            out.entry(case.op.clone()).or_default().extend(request);
        }
    }
    out
}

/// How often an operation is drawn, against the others: less often what walks all matters of a region, or all names.
fn share(operation: &str) -> usize {
    match operation {
        "pack.check" | "pack.diff" => 2,
        "region.lookup" | "institution.search" => 4,
        "triage" | "complaint.view" | "complaint.validate" => 20,
        _ => 10,
    }
}

#[derive(Default)]
struct Count {
    requests: usize,
    answered: usize,
    data: usize,
    /// Finds that the twin has too.
    chance: usize,
    time: Duration,
}

struct Leak {
    operation: String,
    kind: &'static str,
    own: Option<&'static str>,
    find: Find,
    request: String,
    reply: String,
}

/// What of the data of a request stands in what its operation says in public.
fn leaks(operation: &str, planted: &Planted, data: &[Datum], envelope: &Value) -> Vec<(usize, Find)> {
    let mut groups: BTreeMap<Vec<usize>, Vec<(usize, &find::Needle)>> = BTreeMap::new();
    for (n, datum) in data.iter().enumerate() {
        let rows = public::rows(operation, &planted.request, envelope, datum);
        groups.entry(rows).or_default().extend(datum.needles.iter().map(|needle| (n, needle)));
    }
    let mut out = Vec::new();
    for (rows, needles) in groups {
        let only: Vec<_> = needles.iter().map(|(_, needle)| *needle).collect();
        let finds = find(&public::public(envelope, &rows), &only);
        out.extend(finds.into_iter().map(|find| (needles[find.needle].0, find)));
    }
    // of two data that share six digits, or a few letters over the border of two words, one may be shown: then it is that one that is seen
    let shared = |at: usize, seen: &str| {
        let shown = |datum: &Datum| !public::rows(operation, &planted.request, envelope, datum).is_empty();
        let seen = seen.as_bytes();
        // the letter at either border is its neighbour's
        let core = if (5..7).contains(&seen.len()) { &seen[1..seen.len() - 1] } else { seen };
        let back: Vec<u8> = core.iter().rev().copied().collect();
        data.iter().enumerate().filter(|(n, datum)| *n != at && shown(datum)).any(|(_, other)| {
            let text = find::squeezed(&format!("{} {}", other.said, other.bare));
            let digits: Vec<u8> = text.iter().copied().filter(u8::is_ascii_digit).collect();
            [text, digits].iter().any(|text| text.windows(core.len()).any(|part| part == core || part == back))
        })
    };
    out.retain(|(at, find)| !shared(*at, &find.seen));
    out
}

fn run(total: usize, seed: u64) {
    let engine = engine();
    let operations = operations(&engine);
    public::check(&operations);
    let seeds = seeds();
    let mut wheel = Vec::new();
    for operation in &operations {
        assert!(
            seeds.get(operation).is_some_and(|requests| !requests.is_empty()),
            "{operation} has no vector whose request could be planted over"
        );
        wheel.extend(std::iter::repeat_n(operation.as_str(), share(operation)));
    }
    let call = |operation: &str, bytes: &[u8]| -> (Value, String) {
        let reply = engine.call(operation, bytes);
        (serde_json::from_str(reply.json()).unwrap(), reply.json().to_owned())
    };
    let (mut counts, mut found): (BTreeMap<&str, Count>, Vec<Leak>) = (BTreeMap::new(), Vec::new());
    for n in 0..total as u64 {
        let mut choice = Stream::new(seed.wrapping_mul(0x1_0000_0001).wrapping_add(n));
        let operation = choice.pick(&wheel);
        let request = &seeds[operation][choice.below(seeds[operation].len())];
        let key = choice.below(usize::MAX) as u64;
        let planted = plant(request, &mut Draw::new(key, key));
        let begun = Instant::now();
        let (envelope, reply) = call(operation, &planted.bytes);
        let count = counts.entry(operation).or_default();
        count.time += begun.elapsed();
        count.requests += 1;
        count.answered += usize::from(envelope["ok"] == true);
        count.data += planted.data.len();
        let finds = leaks(operation, &planted, &planted.data, &envelope);
        if finds.is_empty() {
            continue;
        }
        // what stands in the answer to other values as well does not come from the values
        let twin = plant(request, &mut Draw::new(key, key.wrapping_add(1)));
        let (other, _) = call(operation, &twin.bytes);
        let chance = leaks(operation, &twin, &planted.data, &other);
        for (at, find) in finds {
            if chance.iter().any(|(same, _)| *same == at) {
                count.chance += 1;
                continue;
            }
            let (datum, request) = (&planted.data[at], String::from_utf8_lossy(&planted.bytes).into_owned());
            let (operation, reply) = (operation.to_owned(), reply.clone());
            found.push(Leak { operation, kind: datum.kind, own: datum.own, find, request, reply });
        }
    }
    for (operation, count) in &counts {
        let Count { requests, answered, data, chance, time } = count;
        println!("{operation}: {requests} requests, {answered} answered, {data} data, {chance} by chance, {time:.1?}");
    }
    for leak in found.iter().take(10) {
        let Leak { operation, kind, own, find, request, reply } = leak;
        println!("\n{operation}: {kind} {own:?} {find:?}\n  {request}\n  {reply}");
    }
    assert!(found.is_empty(), "{} leaks, see above", found.len());
    assert!(counts.len() == operations.len(), "each operation was drawn");
    assert!(counts.values().all(|count| count.data > 0), "each was planted over");
}

#[test]
fn no_operation_says_what_was_planted() {
    run(10_000, 1);
}

#[test]
#[ignore = "long: see CONTRIBUTING.md"]
fn no_operation_says_what_was_planted_for_long() {
    let number = |name: &str, default| std::env::var(name).ok().map_or(default, |text| text.parse().unwrap());
    let (total, seed) = (number("LAPOR_LEAKS", 1_000_000), number("LAPOR_SEED", 2));
    let begun = Instant::now();
    run(total as usize, seed);
    println!("{total} requests with seed {seed} in {:.0?}", begun.elapsed());
}

#[test]
fn every_kind_is_planted() {
    let table = read("lapor-core/data/sources/privacy-kinds.tsv");
    let kinds: Vec<&str> =
        table.lines().skip(1).filter_map(|line| line.split('\t').next()).filter(|kind| *kind != "mask").collect();
    assert_eq!(kinds, KINDS);
}

/// The data of one request of triage, and what becomes of an envelope that says one of them.
#[test]
fn what_leaks_is_seen_through_the_exceptions() {
    let seed = serde_json::json!({"now": "2026-11-23T09:00:00+07:00", "complaint": {"title": "Lampu jalan mati", "content": "Lampu"}});
    let planted = (0..100)
        .map(|n| plant(&seed, &mut Draw::new(n, n)))
        .find(|planted| planted.data.iter().any(|datum| datum.own == Some("phone")))
        .unwrap();
    for (at, datum) in planted.data.iter().enumerate() {
        let said = datum.bare.to_uppercase();
        let refusal = serde_json::json!({"ok": false, "error": {"code": "bad_value", "path": "/now", "params": {"expected": said}}});
        let answer = serde_json::json!({"ok": true, "answer": {"text": said, "words": [{"word": said}], "complaint": {"title": said}}});
        let seen = |operation: &str, envelope: &Value, request: Value| {
            let planted = Planted { bytes: Vec::new(), request, data: Vec::new() };
            leaks(operation, &planted, std::slice::from_ref(datum), envelope).len()
        };
        let audience = |name: &str| serde_json::json!({"audience": name});
        assert!(seen("an.operation.to.come", &refusal, Value::Null) > 0, "{at}: {datum:?}");
        assert!(seen("an.operation.to.come", &answer, Value::Null) > 0, "{at}: {datum:?}");
        // what an exception lets through in an answer is a leak in a refusal, and elsewhere in the answer
        assert!(seen("text.normalize", &refusal, Value::Null) > 0);
        assert!(seen("text.normalize", &answer, Value::Null) > 0, "the title");
        assert!(seen("complaint.view", &answer, audience("public")) > 0);
        assert!(seen("complaint.view", &answer, audience("nobody")) > 0);
        let only = serde_json::json!({"ok": true, "answer": {"complaint": {"title": said}, "reasons": [{"code": "view_anonymous"}]}});
        assert_eq!(seen("complaint.view", &only, audience("reporter")), 0);
        assert_eq!(seen("complaint.view", &only, audience("handling_unit")) > 0, datum.own.is_some(), "{datum:?}");
    }
}
