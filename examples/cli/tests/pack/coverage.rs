//! `lapor coverage`: which regions have an overlay in a folder.

use crate::common::{Folder, example, lapor, stderr, stdout};
use serde_json::{Value, json};
use std::fs;

/// A folder with overlays of the examples.
fn folder(name: &str, overlays: &[&str]) -> Folder {
    let folder = Folder::new(name);
    for overlay in overlays {
        fs::copy(example(overlay), folder.path(overlay)).unwrap();
    }
    folder
}

/// The answer for a folder of good overlays.
fn coverage(folder: &Folder) -> Value {
    let output = lapor(0, &["coverage", &folder.path(""), "--format", "json"]);
    serde_json::from_str(stdout(&output)).unwrap()
}

#[test]
fn coverage_tells_which_regions_have_a_pack() {
    let folder = folder("coverage", &["id.12.71.json", "id.35.78.json"]);
    let answer = coverage(&folder);
    assert_eq!(answer["regencies"], json!({"covered": 2, "of": 514}));
    assert_eq!(answer["provinces"], json!({"covered": 0, "of": 38}));
    let packs = answer["packs"].as_array().unwrap();
    let medan = &packs[0];
    assert_eq!(
        (&medan["file"], &medan["for"], &medan["name"]),
        (&json!("id.12.71.json"), &json!("12.71"), &json!("Kota Medan"))
    );
    assert_eq!((&medan["version"], &medan["newest"]), (&json!("2026.1"), &json!("2023-01-10")));
    assert_eq!((&medan["offices"], &medan["exceptions"]), (&json!(36), &json!(24)));
    let types = &medan["types"];
    let (registered, of) = (types["registered"].as_u64().unwrap(), types["of"].as_u64().unwrap());
    assert!(registered > 30 && registered < of, "{types}");
    assert_eq!(packs[1]["newest"], "2022-01-01");
    assert_eq!(answer["refused"], json!([]));

    folder.write("rusak.json", "{\"pack\":").write("lain.txt", "bukan paket");
    let output = lapor(1, &["coverage", &folder.path("")]);
    let said = stdout(&output);
    assert!(said.contains("Kota Medan") && said.contains("2 dari 514"), "{said}");
    assert!(stderr(&output).contains("rusak.json"), "{}", stderr(&output));
    lapor(2, &["coverage", &folder.path("tidak-ada")]);
}

#[test]
fn the_administrative_cities_of_the_capital_follow_their_province() {
    let answer = coverage(&folder("coverage-dki", &["id.31.json"]));
    assert_eq!(answer["provinces"], json!({"covered": 1, "of": 38}));
    assert_eq!(answer["regencies"], json!({"covered": 6, "of": 514}));
}
