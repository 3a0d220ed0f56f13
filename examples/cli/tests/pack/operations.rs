//! `lapor pack check` and `lapor pack diff` over the operations `pack.check` and `pack.diff` (docs/operations.md).

use crate::common::{NOW, example, lapor, stdout};

#[test]
fn an_overlay_is_checked_and_tabled() {
    let output = lapor(0, &["pack", "check", &example("id.12.71.json")]);
    let said = stdout(&output);
    assert!(said.contains("id.12.71.json: diterima"), "{said}");
    assert!(said.contains("| registered"), "{said}");
}

#[test]
fn what_an_overlay_changes_is_tabled() {
    let medan = example("id.12.71.json");
    let output = lapor(0, &["pack", "diff", &medan, "--now", NOW]);
    assert!(stdout(&output).contains("12.71/sdabmbk"), "{}", stdout(&output));
    let output = lapor(0, &["pack", "diff", &medan, &medan, "--now", NOW]);
    let said = stdout(&output);
    assert!(said.contains("\n0 dari") || said.starts_with("0 dari"), "{said}");
}
