//! Operations of the library as any host calls them: JSON in, JSON out.

use crate::envelope::{self, Envelope, Fault};
use crate::stop::Stop;
use lapor_core::{Engine, Error, ErrorCode, pack};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// Calls an operation. An error is reported under a name, and there is no answer.
pub(super) fn call<A: DeserializeOwned>(engine: &Engine, op: &str, request: &Value, name: &str) -> Option<A> {
    let Envelope { answer, error } = envelope::read(engine.call(op, request.to_string().as_bytes()).json());
    if let Some(fault) = error {
        report(name, &fault);
    }
    answer
}

/// Reports what the library says of something that has a name, such as a file.
pub(super) fn report(name: &str, fault: &Fault) {
    let _ = writeln!(io::stderr(), "lapor: {name}: {fault}");
}

/// The JSON of an overlay, untouched.
pub(super) fn overlay(file: &Path) -> Result<Value, Stop> {
    let bytes = fs::read(file).map_err(Stop::file(file))?;
    let refused = || pack::read_overlay(&bytes).err().unwrap_or_else(|| Error::new(ErrorCode::BadJson, ""));
    serde_json::from_slice::<Value>(&bytes).map_err(|_| Stop::Pack(file.to_owned(), refused()))
}
