//! What the test files share: the repository's files, one engine, JSON pointers, and the lists of expectations not met yet.

#![allow(dead_code, reason = "each test file uses its part")]

use lapor_core::Engine;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

pub fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// An engine with the built-in packs and those of the manifest.
pub fn engine() -> Engine {
    let manifest: Value = serde_json::from_str(&read("tests/vectors/manifest.json")).unwrap();
    let packs = manifest["packs"].as_array().unwrap().iter();
    let bytes = |p: &Value| std::fs::read(root().join(p.as_str().unwrap())).unwrap();
    packs.fold(Engine::builder(), |b, p| b.pack(&bytes(p))).build().unwrap()
}

/// Expectations that are not met yet: id → why. One that is met must leave the list.
pub fn pending(path: &str) -> BTreeMap<String, String> {
    let text = std::fs::read_to_string(root().join(path)).unwrap_or_default();
    let rows = text.lines().skip(1).filter_map(|line| line.split_once('\t'));
    rows.map(|(id, why)| (id.to_owned(), why.to_owned())).collect()
}

/// Splits failures into those that are known and those that are news; panics on news and on known failures that pass by now.
pub fn judge(failures: &BTreeMap<String, Vec<String>>, pending: &BTreeMap<String, String>, ran: usize) {
    let news: Vec<_> = failures.iter().filter(|(id, _)| !pending.contains_key(*id)).collect();
    let met: Vec<_> = pending.keys().filter(|id| !failures.contains_key(*id)).collect();
    for (id, faults) in &news {
        println!("{id}\n  {}", faults.join("\n  "));
    }
    println!("{ran} ran, {} not met yet, {} failed", pending.len() - met.len(), news.len());
    assert!(met.is_empty(), "met by now, remove from the pending list: {met:?}");
    assert!(news.is_empty(), "{} failed, see above", news.len());
}
