//! lapor for browsers, Node and whatever else runs wasm: [`lapor_core::Engine`] behind the glue of wasm-bindgen.
//!
//! The crate is the way in and out of one instance, for the npm package in `npm/`, which looks at the arguments first: the glue trusts their
//! types. The packs are not part of the `.wasm`; the package reads or fetches the files and passes their bytes.

// `Debug` writes nothing here
#![deny(clippy::use_debug)]

use lapor_core::EngineBuilder;
use wasm_bindgen::prelude::*;

/// Packs and overlays, of which an engine is made.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Packs(EngineBuilder);

#[wasm_bindgen]
impl Packs {
    /// None yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Packs {
        Packs::default()
    }

    /// Adds one: a pack replaces an earlier one with the same kind, a later overlay wins.
    pub fn add(&mut self, bytes: &[u8]) {
        self.0 = std::mem::take(&mut self.0).pack(bytes);
    }

    /// Makes the engine, which is slim if the regions or the keywords are not among the packs. Throws the error object of the wire, as JSON, if a
    /// pack is refused or another is missing; its `path` begins with the number of the pack, as in `/packs/8/offices/3/type`.
    pub fn build(self) -> Result<Engine, String> {
        self.0.build_slim().map(Engine).map_err(|error| serde_json::to_string(&error).unwrap_or_default())
    }
}

/// Reference data, compiled: immutable, made once and asked many times.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Engine(lapor_core::Slim);

#[wasm_bindgen]
impl Engine {
    /// Calls an operation by name: the request as JSON in, the whole envelope as JSON out, `{"ok":true,"answer":…}` or
    /// `{"ok":false,"error":…}`.
    pub fn call(&self, op: &str, request: &str) -> String {
        self.call_bytes(op, request.as_bytes())
    }

    /// The same for a request that is at hand as bytes.
    #[wasm_bindgen(js_name = callBytes)]
    pub fn call_bytes(&self, op: &str, request: &[u8]) -> String {
        self.0.call(op, request).into_json()
    }
}
