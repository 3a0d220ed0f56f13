//! What a brief triage costs with JSON in and out, natively: `cargo xtask bench --hosts`, which asks Node and Chromium the same.
//!
//! The arguments are a file with a request in each line, and for how many seconds; what is printed is what `bench` of the npm package says of
//! its `call`, in microseconds.

#![allow(clippy::restriction, reason = "a bench may panic")]

use lapor_core::Engine;
use std::hint::black_box;
use std::time::Instant;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let [file, seconds] = &words[..] else { panic!("FILE SECONDS") };
    let text = std::fs::read_to_string(file).unwrap_or_else(|e| panic!("{file}: {e}"));
    let requests: Vec<&str> = text.lines().collect();
    let seconds: f64 = seconds.parse().expect("seconds");
    let engine = Engine::embedded().expect("the embedded packs");
    for request in &requests {
        let answer = engine.call("triage", request.as_bytes()).into_json();
        assert!(answer.starts_with("{\"ok\":true"), "{answer}");
    }
    let pass = || {
        let start = Instant::now();
        requests
            .iter()
            .for_each(|request| drop(black_box(engine.call("triage", black_box(request).as_bytes()).into_json())));
        start.elapsed().as_secs_f64() * 1e6 / requests.len() as f64
    };
    let start = Instant::now();
    let mut times = Vec::new();
    while start.elapsed().as_secs_f64() < seconds {
        times.push(pass());
    }
    times.sort_by(f64::total_cmp);
    let [low, median, high] = [1, 2, 3].map(|quarter| times[times.len() * quarter / 4]);
    println!("{{\"best\":{:.2},\"low\":{low:.2},\"median\":{median:.2},\"high\":{high:.2}}}", times[0]);
}
