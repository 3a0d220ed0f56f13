//! `lapor pack new --from`: an overlay becomes sheets and the same overlay again, or is refused.

use crate::common::{Folder, example, lapor};
use serde_json::{Value, json};
use std::fs;

#[test]
fn an_overlay_becomes_a_folder_and_the_same_overlay_again() {
    for region in ["12.71", "35.78"] {
        let folder = Folder::new(&format!("round-{region}"));
        let from = example(&format!("id.{region}.json"));
        let dir = folder.path("csv");
        lapor(0, &["pack", "new", region, &dir, "--from", &from]);
        lapor(0, &["pack", "build", &dir, "-o", &folder.path("again.json")]);
        let given: Value = serde_json::from_str(&fs::read_to_string(&from).unwrap()).unwrap();
        assert_eq!(folder.json("again.json"), given);
    }
}

#[test]
fn an_overlay_that_sheets_cannot_say_is_refused() {
    let folder = Folder::new("unsayable");
    let new = |status: i32, change: &Value| {
        let mut overlay = json!({
            "pack": "p", "kind": "overlay", "version": "2026.1", "for": "12.71", "sources": {"K": "k"},
            "offices": [{"id": "dishub", "type": "opd:dishub", "name": "D", "source": "K"}]
        });
        overlay.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        folder.write("overlay.json", overlay.to_string());
        lapor(status, &["pack", "new", "12.71", &folder.path("csv"), "--from", &folder.path("overlay.json")])
    };
    for change in [
        json!({"levels": {"kabkota": "provinsi"}}),
        json!({"regime": "x"}),
        json!({"offices": [{"id": "dishub", "type": "opd:dishub", "name": "D", "aliases": ["a|b"], "source": "K"}]}),
        json!({"for": "35.78"}),
    ] {
        new(2, &change);
        assert!(!folder.has("csv"), "{change}");
    }
    // what a spreadsheet would calculate is written as text, and read back as it was
    let formula = json!({"offices": [{"id": "dishub", "type": "opd:dishub", "name": "=1+1", "source": "K"}]});
    new(0, &formula);
    assert!(folder.read("csv/perangkat-daerah.csv").contains(";'=1+1;"));
    lapor(0, &["pack", "build", &folder.path("csv"), "-o", &folder.path("again.json")]);
    assert!(folder.read("again.json").contains("\"name\": \"=1+1\""));
}
