//! The conformance vectors as a flat table, for hosts whose runner should not need a JSON library of its own.
//!
//! Lines, tab-separated: `case id op request-in-hex`, then what belongs to it: `expect pointer value`, `error code path`, `pending`,
//! `golden sha256`. The request bytes are those of the file, so every host sends the same.

#[path = "../../tests/rust/cases.rs"]
#[allow(dead_code, reason = "each who includes it uses its part")]
pub(crate) mod cases;

use crate::Done;
use crate::files::{read, root};
use crate::run;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write;

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
    for case in cases::all(&root())? {
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
    std::fs::write(path, out).map_err(|e| format!("{path}: {e}"))
}

/// Takes the hashes of today's answers as known.
pub(crate) fn write_golden() -> Done {
    run::run(run::cargo(&["test", "-q", "-p", "lapor-core", "--test", "vectors"]).env("LAPOR_WRITE_GOLDEN", "1"))
}
