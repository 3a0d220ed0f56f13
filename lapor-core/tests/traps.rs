//! The list of traps and known failures of others (tests/vectors/traps.tsv): each has vectors, or a reason why none stands here.

#![allow(clippy::restriction, reason = "a test may panic")]

mod common;

#[path = "../../tests/rust/cases.rs"]
#[allow(dead_code, reason = "each who includes it uses its part")]
mod cases;

use common::{read, root};
use std::collections::BTreeSet;

/// The traps of routing with their regional forms, and the cases that other systems failed at: routing, validation, taxonomy, numbers, places and privacy.
fn wanted() -> BTreeSet<String> {
    let traps = (1..=20).map(|n| n.to_string());
    let regional = ["aceh", "batam", "desa-adat", "diy", "dki", "ikn", "papua"].map(|r| format!("regional-{r}"));
    let cases = [("P", 10), ("R", 15), ("T", 4), ("V", 10), ("X", 8)];
    traps
        .chain(regional)
        .chain(cases.into_iter().flat_map(|(kind, n)| (1..=n).map(move |n| format!("{kind}{n}"))))
        .collect()
}

#[test]
fn every_trap_has_a_vector_or_a_reason() {
    let vectors: BTreeSet<String> = cases::all(&root()).unwrap().into_iter().map(|case| case.id).collect();
    let mut listed = BTreeSet::new();
    for line in read("tests/vectors/traps.tsv").lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [trap, named, reason] = cells[..] else { panic!("three cells: {line}") };
        assert!(listed.insert(trap.to_owned()), "{trap} stands twice");
        assert!(named.is_empty() != reason.is_empty(), "{trap}: vectors, or a reason why there are none");
        for id in named.split_whitespace() {
            assert!(vectors.contains(id), "{trap}: there is no vector {id}");
        }
    }
    let missing: Vec<_> = wanted().difference(&listed).cloned().collect();
    assert!(missing.is_empty(), "not listed: {missing:?}");
}
