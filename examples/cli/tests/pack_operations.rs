//! `lapor pack check` and `lapor pack diff` over the operations `pack.check` and `pack.diff` (docs/operations.md).

#![allow(clippy::restriction, reason = "a test may panic")]

use std::path::Path;
use std::process::{Command, Output};

fn lapor(args: &[&str]) -> Output {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    Command::new(env!("CARGO_BIN_EXE_lapor")).current_dir(root).args(args).output().unwrap()
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

const MEDAN: &str = "examples/packs/id.12.71.json";

#[test]
fn an_overlay_is_checked_and_tabled() {
    let output = lapor(&["pack", "check", MEDAN]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(said(&output).contains("id.12.71.json: diterima"), "{}", said(&output));
    assert!(said(&output).contains("| registered"), "{}", said(&output));
}

#[test]
fn what_an_overlay_changes_is_tabled() {
    let output = lapor(&["pack", "diff", MEDAN, "--now", "2026-11-23T09:00:00+07:00"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(said(&output).contains("12.71/sdabmbk"), "{}", said(&output));
    let output = lapor(&["pack", "diff", MEDAN, MEDAN, "--now", "2026-11-23T09:00:00+07:00"]);
    assert!(said(&output).contains("\n0 dari") || said(&output).starts_with("0 dari"), "{}", said(&output));
}
