//! Speed on one core: `cargo xtask bench [FILE]`. FILE is JSON Lines with `title` and `text` (or `content`) each; by default the sample
//! complaints. Machines differ: compare the ratios of one run. Bound B is the least that any triage must do: read the JSON, hash each token,
//! probe one table once a token.
//!
//! The recogniser of personal data alone has rows of its own, and a table of hostile texts (`hostile`). On a noisy machine instructions tell
//! more than times: `-- FILE --passes N` lets the recogniser read the texts without findings N times and does nothing else, so that the
//! difference of two such runs under `valgrind --tool=callgrind` is what the passes cost.

#![allow(clippy::restriction, reason = "a bench may panic")]

mod hostile;

use lapor_core::{Complaint, Engine, Instant, LocateRequest, RegionCode, RouteRequest, SuggestRequest, TriageRequest};
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::Hasher;
use std::hint::black_box;
use std::time::Instant as Clock;

fn texts(path: &str) -> Vec<(Option<String>, String)> {
    let file = std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{path}: {e}"));
    let text = |v: &serde_json::Value, name: &str| v.get(name).and_then(|t| t.as_str()).map(str::to_owned);
    let lines = file.lines().filter(|l| !l.trim().is_empty());
    let rows = lines.filter_map(|line| {
        let v: serde_json::Value = serde_json::from_str(line).ok()?;
        let c = v.get("complaint").unwrap_or(&v);
        Some((text(c, "title"), text(c, "text").or_else(|| text(c, "content"))?))
    });
    rows.collect()
}

/// Runs over all items, at least five times and one second; gives the best run as items a second.
fn rate(items: usize, all: impl FnMut()) -> f64 {
    items as f64 / best(5, 1.0, all)
}

/// Seconds of the best run of at least so many, and so many seconds of them.
fn best(least: usize, seconds: f64, mut run: impl FnMut()) -> f64 {
    let (mut best, start, mut runs) = (f64::MAX, Clock::now(), 0);
    while runs < least || start.elapsed().as_secs_f64() < seconds {
        let t = Clock::now();
        run();
        best = best.min(t.elapsed().as_secs_f64());
        runs += 1;
    }
    best
}

/// Rows of the recogniser of personal data alone: no JSON, no copy of the text.
fn recogniser(engine: &Engine, texts: &[(Option<String>, String)], passes: Option<usize>) {
    let count = |text: &str| engine.personal_count(text).expect("the packs of personal data");
    let all: Vec<&str> =
        texts.iter().flat_map(|(title, text)| title.as_deref().into_iter().chain([text.as_str()])).collect();
    let without: Vec<&str> = all.iter().copied().filter(|text| count(text) == 0).collect();
    if let Some(passes) = passes {
        (0..passes).for_each(|_| without.iter().for_each(|text| _ = black_box(count(text))));
        return println!("read {} texts {passes} times", without.len());
    }
    for (name, texts) in [("no personal data", &without), ("all texts", &all)] {
        let bytes: usize = texts.iter().map(|text| text.len()).sum();
        let rate = rate(texts.len(), || texts.iter().for_each(|text| _ = black_box(count(text))));
        let mean = bytes as f64 / texts.len() as f64;
        println!(
            "  {name:<18}{rate:>9.0} /s   {:>6.2} µs   {:>5.0} MB/s, {mean:.0} bytes each",
            1e6 / rate,
            rate * mean / 1e6
        );
    }
}

/// Bound B.
fn bound(json: &[String], table: &FxHashMap<u64, u32>) -> u64 {
    let mut sum = 0;
    for line in json {
        let v: serde_json::Value = serde_json::from_str(line).unwrap();
        for text in [&v["complaint"]["title"], &v["complaint"]["content"]] {
            for word in text.as_str().unwrap_or("").split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()) {
                let mut h = FxHasher::default();
                for b in word.bytes() {
                    h.write_u8(b.to_ascii_lowercase());
                }
                sum += u64::from(table.get(&h.finish()).copied().unwrap_or(0));
            }
        }
    }
    sum
}

fn peak_memory_kb() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|l| l.starts_with("VmHWM")).unwrap_or("VmHWM: unknown");
    line.trim_start_matches("VmHWM:").trim().to_owned()
}

fn main() {
    let mut words = std::env::args().skip(1).filter(|a| a != "--bench");
    let (mut path, mut passes) = (None, None);
    while let Some(word) = words.next() {
        match word.as_str() {
            "--passes" => passes = Some(words.next().and_then(|n| n.parse().ok()).expect("--passes N")),
            _ => path = Some(word),
        }
    }
    let default = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/data/complaints.jsonl").to_owned();
    if passes.is_some() {
        let engine = Engine::embedded().expect("the embedded packs");
        return recogniser(&engine, &texts(&path.unwrap_or(default)), passes);
    }
    let start = Clock::now();
    let engine = Engine::embedded().expect("the embedded packs");
    let first = start.elapsed().as_secs_f64() * 1e3;
    let memory = peak_memory_kb();
    let again = 1e3 / rate(1, || drop(black_box(Engine::embedded())));
    println!("engine start        {first:>9.1} ms first, {again:.1} ms best; peak memory then {memory}");

    let texts = texts(&path.unwrap_or(default));
    let bytes: usize = texts.iter().map(|(t, c)| t.as_ref().map_or(0, String::len) + c.len()).sum();
    println!("texts               {:>9} of {} bytes each", texts.len(), bytes / texts.len().max(1));
    let now = Instant::parse("2026-11-23T09:00:00+07:00").expect("a moment");
    let region = RegionCode::parse("12.71");
    let requests: Vec<TriageRequest> = texts
        .iter()
        .map(|(title, content)| {
            let complaint = Complaint { title: title.clone(), content: Some(content.clone()), ..Complaint::default() };
            TriageRequest { jurisdiction: region, ..TriageRequest::new(now, complaint) }
        })
        .collect();
    let full: Vec<TriageRequest> =
        requests.iter().map(|r| TriageRequest { detail: lapor_core::complaint::Detail::Full, ..r.clone() }).collect();
    let json: Vec<String> = requests
        .iter()
        .map(|r| {
            let c = &r.complaint;
            serde_json::json!({"now": now, "jurisdiction": "12.71", "complaint": {"title": c.title, "content": c.content}}).to_string()
        })
        .collect();
    let table: FxHashMap<u64, u32> = (0..20_000_u64).map(|n| (n.wrapping_mul(0x9e37_79b9_7f4a_7c15), 1)).collect();
    let n = texts.len();
    let b = rate(n, || {
        black_box(bound(&json, &table));
    });
    let show = |name: &str, rate: f64| {
        println!("{name:<20}{rate:>9.0} /s   {:>6.1} µs   {:>5.1} % of bound B", 1e6 / rate, rate / b * 100.0)
    };
    show("bound B", b);
    show(
        "triage brief",
        rate(n, || {
            requests.iter().for_each(|r| {
                black_box(engine.triage(r)).ok();
            })
        }),
    );
    show(
        "triage full",
        rate(n, || {
            full.iter().for_each(|r| {
                black_box(engine.triage(r)).ok();
            })
        }),
    );
    show(
        "call triage (JSON)",
        rate(n, || {
            json.iter().for_each(|r| {
                black_box(engine.call("triage", r.as_bytes()));
            })
        }),
    );
    let locate: Vec<LocateRequest> = requests
        .iter()
        .map(|r| LocateRequest {
            title: r.complaint.title.clone(),
            content: r.complaint.content.clone(),
            jurisdiction: region,
            ..LocateRequest::default()
        })
        .collect();
    show(
        "  text and place",
        rate(n, || {
            locate.iter().for_each(|r| {
                black_box(engine.region_locate(r)).ok();
            })
        }),
    );
    let suggest: Vec<SuggestRequest> = requests
        .iter()
        .map(|r| SuggestRequest {
            title: r.complaint.title.clone(),
            content: r.complaint.content.clone(),
            jurisdiction: region,
            ..SuggestRequest::default()
        })
        .collect();
    show(
        "  + matter",
        rate(n, || {
            suggest.iter().for_each(|r| {
                black_box(engine.matter_suggest(r)).ok();
            })
        }),
    );
    let route = RouteRequest {
        now,
        matter: "jalan-rusak".to_owned(),
        region,
        classification: None,
        supervision: None,
        answers: Default::default(),
        suggested_institution: None,
        detail: Default::default(),
    };
    show(
        "  route alone",
        rate(1000, || {
            (0..1000).for_each(|_| {
                black_box(engine.route(&route)).ok();
            })
        }),
    );
    println!("personal data, the recogniser alone");
    recogniser(&engine, &texts, None);
    hostile::table(&engine);
    println!("peak memory         {}", peak_memory_kb());
}
