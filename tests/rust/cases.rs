//! The conformance vectors as they stand in the files (tests/vectors/README.md): the one Rust reader, which the core's test, the command's test
//! and xtask include by path.

use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};
use std::path::{Path, PathBuf};

#[derive(Deserialize)]
struct File {
    cases: Vec<Case>,
}

/// A case; exactly one of the three request members, exactly one of `expect` and `error`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    /// The folder it stands in.
    #[serde(skip)]
    pub(crate) area: String,
    /// `area/slug`.
    pub(crate) id: String,
    /// Operation.
    pub(crate) op: String,
    /// JSON pointer into the answer → value.
    pub(crate) expect: Option<Map<String, Value>>,
    /// What refuses it.
    pub(crate) error: Option<Refusal>,
    request: Option<Box<RawValue>>,
    request_text: Option<String>,
    request_text_repeat: Option<Repeat>,
    #[serde(rename = "why")]
    _why: String,
}

/// Code and path of an error.
#[derive(Deserialize)]
pub(crate) struct Refusal {
    /// Code.
    pub(crate) code: String,
    /// JSON pointer.
    pub(crate) path: String,
}

#[derive(Deserialize)]
struct Repeat {
    prefix: String,
    unit: String,
    times: usize,
    suffix: String,
}

impl Case {
    /// The bytes of the request: those of the file, so that every host sends the same.
    pub(crate) fn request(&self) -> Result<String, String> {
        match (&self.request, &self.request_text, &self.request_text_repeat) {
            (Some(raw), None, None) => Ok(raw.get().to_owned()),
            (None, Some(text), None) => Ok(text.clone()),
            (None, None, Some(r)) => Ok(format!("{}{}{}", r.prefix, r.unit.repeat(r.times), r.suffix)),
            _ => Err(format!("{}: exactly one of the three request members", self.id)),
        }
    }

    /// The request, if the file writes it as JSON.
    pub(crate) fn json(&self) -> Option<&str> {
        self.request.as_deref().map(RawValue::get)
    }
}

impl Case {
    /// What an answer's envelope has wrong; empty if the case holds.
    pub(crate) fn faults(&self, envelope: &Value) -> Vec<String> {
        let error = |member: &str| envelope.get("error").and_then(|e| e.get(member)).cloned().unwrap_or_default();
        let ok = envelope.get("ok") == Some(&Value::Bool(true));
        match (&self.expect, &self.error) {
            (Some(_), None) if !ok => vec![format!("refused: {} at {}", error("code"), error("path"))],
            (Some(expect), None) => {
                let answer = envelope.get("answer").unwrap_or(&Value::Null);
                let check = |(pointer, wanted): (&String, &Value)| {
                    let found = answer.pointer(pointer);
                    let same = found.is_some_and(|f| f == wanted || (f.is_number() && f.as_f64() == wanted.as_f64()));
                    (!same).then(|| {
                        format!("{pointer}: expected {wanted}, found {}", found.unwrap_or(&Value::from("nothing")))
                    })
                };
                expect.iter().filter_map(check).collect()
            }
            (None, Some(refusal)) => {
                let (code, path) = (error("code"), error("path"));
                if !ok && code == refusal.code.as_str() && path == refusal.path.as_str() {
                    vec![]
                } else {
                    vec![format!("expected {} at {:?}, found {code} at {path}", refusal.code, refusal.path)]
                }
            }
            _ => vec!["exactly one of expect and error".to_owned()],
        }
    }
}

/// Every case below `tests/vectors`, by area and file name.
pub(crate) fn all(root: &Path) -> Result<Vec<Case>, String> {
    let mut out = Vec::new();
    for dir in list(&root.join("tests/vectors"))?.iter().filter(|path| path.is_dir()) {
        out.extend(area(dir)?);
    }
    Ok(out)
}

/// The cases of one area, by file.
pub(crate) fn area(dir: &Path) -> Result<Vec<Case>, String> {
    let area = dir.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut out = Vec::new();
    for file in list(dir)? {
        let fault = |e: &dyn std::fmt::Display| format!("{}: {e}", file.display());
        let text = std::fs::read_to_string(&file).map_err(|e| fault(&e))?;
        let cases: File = serde_json::from_str(&text).map_err(|e| fault(&e))?;
        out.extend(cases.cases.into_iter().map(|case| Case { area: area.clone(), ..case }));
    }
    Ok(out)
}

/// What stands in a folder, by name.
fn list(dir: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = std::fs::read_dir(dir).map_err(|e| format!("{}: {e}", dir.display()))?;
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    Ok(paths)
}
