//! `cargo xtask bench --hosts`: a brief triage with JSON in and out, natively, in Node and in Chromium, on the same requests in one run.

use crate::Done;
use crate::files::{read, root};
use crate::npm_test::Tests;
use crate::run::{cargo, output, program};
use serde_json::{Value, json};
use std::fmt::Write;

/// Each host is asked so often, by turns: what else the machine does meets all of them.
const ROUNDS: usize = 3;

/// How long it is measured each time.
const SECONDS: &str = "4";

const HOSTS: [&str; 3] = ["native", "Node", "Chromium"];

/// Prints for each host the median of its fastest round in microseconds, and how many times as long it takes as natively.
pub(crate) fn hosts() -> Done {
    let tests = Tests::new()?;
    tests.install("plain")?;
    let file = root().join("target/npm/requests.jsonl").to_string_lossy().into_owned();
    std::fs::write(&file, requests()?).map_err(|e| format!("{file}: {e}"))?;
    let ask = |host: &str| {
        let mut command = match host {
            "native" => cargo(&["bench", "-q", "-p", "lapor-core", "--bench", "calls", "--"]),
            place => {
                let mut node = program("node");
                node.current_dir(tests.dir()).args(["bench.js", &place.to_lowercase()]);
                node
            }
        };
        let printed = output(command.args([&file, SECONDS]))?;
        let spread: Value = serde_json::from_str(&printed).map_err(|e| format!("{host}: {e}: {printed}"))?;
        spread.get("median").and_then(Value::as_f64).ok_or_else(|| format!("{host}: no median: {printed}"))
    };
    let mut fastest = [f64::MAX; HOSTS.len()];
    for round in 1..=ROUNDS {
        let mut line = format!("round {round}");
        for (host, fastest) in HOSTS.iter().zip(&mut fastest) {
            let median = ask(host)?;
            *fastest = fastest.min(median);
            let _ = write!(line, "   {host} {median:.0} µs");
        }
        println!("{line}");
    }
    let [native, ..] = fastest;
    for (host, median) in HOSTS.iter().zip(fastest) {
        println!("{host:<10}{median:>7.0} µs   {:.2} of the native speed", native / median);
    }
    Ok(())
}

/// The sample complaints as requests, one in a line.
fn requests() -> Result<String, String> {
    let mut out = String::new();
    for line in read("examples/data/complaints.jsonl")?.lines() {
        let sample: Value = serde_json::from_str(line).map_err(|e| format!("complaints.jsonl: {e}"))?;
        let [now, jurisdiction, complaint] = ["now", "jurisdiction", "complaint"].map(|name| sample.get(name));
        let request = json!({"now": now, "jurisdiction": jurisdiction, "complaint": complaint});
        let _ = writeln!(out, "{request}");
    }
    Ok(out)
}
