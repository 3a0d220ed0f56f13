//! Operations of the library as any host calls them: JSON in, JSON out.

use crate::envelope::Fault;
use crate::stop::Stop;
use lapor_core::Engine;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// An envelope with an answer of some shape.
#[derive(Deserialize)]
struct Envelope<A> {
    answer: Option<A>,
    error: Option<Fault>,
}

/// Calls an operation. An error is reported under a name, and there is no answer.
pub(super) fn call<A: DeserializeOwned>(engine: &Engine, op: &str, request: &Value, name: &str) -> Option<A> {
    let reply = engine.call(op, request.to_string().as_bytes());
    // A shape that is not ours is a fault of ours.
    let envelope = serde_json::from_str(reply.json());
    let Ok(Envelope { answer, error }) = envelope else {
        let _ = writeln!(io::stderr(), "lapor: {name}: {op}: internal");
        return None;
    };
    if let Some(Fault { code, path, text }) = error {
        let _ = writeln!(io::stderr(), "lapor: {name}: {code} {path:?}: {} | {}", text.id, text.en);
    }
    answer
}

/// The JSON of an overlay, untouched.
pub(super) fn overlay(file: &Path) -> Result<Value, Stop> {
    let bytes = fs::read(file).map_err(Stop::file(file))?;
    let refused = || lapor_core::pack::read_overlay(&bytes).err().unwrap_or_else(bad_json);
    serde_json::from_slice::<Value>(&bytes).map_err(|_| Stop::Pack(file.to_owned(), refused()))
}

fn bad_json() -> lapor_core::Error {
    lapor_core::Error::new(lapor_core::ErrorCode::BadJson, "")
}
