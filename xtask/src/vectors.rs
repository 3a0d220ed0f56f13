//! The conformance vectors as a flat table, for hosts whose runner should not need a JSON library of its own.
//!
//! Lines, tab-separated: `case id op request-in-hex`, then what belongs to it: `expect pointer value`, `error code path`, `pending`,
//! `golden sha256`. The request bytes are those of the file, so every host sends the same.

use crate::Done;
use crate::files::{below, read, root};
use crate::run;
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::fmt::Write;

#[derive(Deserialize)]
struct File {
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    id: String,
    op: String,
    request: Option<Box<RawValue>>,
    request_text: Option<String>,
    request_text_repeat: Option<Repeat>,
    expect: Option<Map<String, Value>>,
    error: Option<Refusal>,
}

#[derive(Deserialize)]
struct Repeat {
    prefix: String,
    unit: String,
    times: usize,
    suffix: String,
}

#[derive(Deserialize)]
struct Refusal {
    code: String,
    path: String,
}

impl Case {
    fn request(&self) -> Result<String, String> {
        match (&self.request, &self.request_text, &self.request_text_repeat) {
            (Some(raw), None, None) => Ok(raw.get().to_owned()),
            (None, Some(text), None) => Ok(text.clone()),
            (None, None, Some(r)) => Ok(format!("{}{}{}", r.prefix, r.unit.repeat(r.times), r.suffix)),
            _ => Err(format!("{}: exactly one of the three request members", self.id)),
        }
    }
}

/// Lines of a table as key and rest.
fn table(path: &str) -> BTreeMap<String, String> {
    let text = read(path).unwrap_or_default();
    text.lines().filter_map(|l| l.split_once('\t')).map(|(a, b)| (a.to_owned(), b.to_owned())).collect()
}

/// What a runner needs to be told: how many cases there are, and the overlays.
pub(crate) struct Manifest {
    pub(crate) cases: u64,
    pub(crate) packs: Vec<String>,
}

/// Reads the manifest.
pub(crate) fn manifest() -> Result<Manifest, String> {
    let value: Value = serde_json::from_str(&read("tests/vectors/manifest.json")?).map_err(|e| e.to_string())?;
    let packs = value.get("packs").and_then(Value::as_array).into_iter().flatten();
    Ok(Manifest {
        cases: value.get("cases").and_then(Value::as_u64).ok_or("manifest.json: no `cases`")?,
        packs: packs.filter_map(Value::as_str).map(str::to_owned).collect(),
    })
}

/// Writes the flat table.
pub(crate) fn flat(path: &str) -> Done {
    let (golden, pending) = (table("tests/vectors/golden.tsv"), table("tests/vectors/pending.tsv"));
    let mut out = String::new();
    for file in below(&root().join("tests/vectors"), ".json")? {
        if file.ends_with("manifest.json") {
            continue;
        }
        let fault = |e: &dyn std::fmt::Display| format!("{}: {e}", file.display());
        let text = std::fs::read_to_string(&file).map_err(|e| fault(&e))?;
        let cases: File = serde_json::from_str(&text).map_err(|e| fault(&e))?;
        for case in cases.cases {
            let mut hex = String::new();
            for b in case.request()?.bytes() {
                let _ = write!(hex, "{b:02x}");
            }
            let _ = writeln!(out, "case\t{}\t{}\t{hex}", case.id, case.op);
            for (pointer, value) in case.expect.iter().flatten() {
                let _ = writeln!(out, "expect\t{pointer}\t{value}");
            }
            if let Some(e) = &case.error {
                let _ = writeln!(out, "error\t{}\t{}", e.code, e.path);
            }
            if pending.contains_key(&case.id) {
                out.push_str("pending\n");
            }
            let hash = golden.get(&case.id).ok_or_else(|| format!("golden.tsv has no line for {}", case.id))?;
            let _ = writeln!(out, "golden\t{hash}");
        }
    }
    std::fs::write(path, out).map_err(|e| format!("{path}: {e}"))
}

/// Takes the hashes of today's answers as known.
pub(crate) fn write_golden() -> Done {
    run::run(run::cargo(&["test", "-q", "-p", "lapor-core", "--test", "vectors"]).env("LAPOR_WRITE_GOLDEN", "1"))
}
