//! lapor for browsers, Node and whatever else runs wasm: the class `Engine` over [`lapor_core::Engine`].
//!
//! The crate adds nothing to the core but the way in and out of JavaScript. The packs are not part of the `.wasm`: the host reads or fetches
//! the files and passes their bytes.

mod refusal;

use js_sys::{Reflect, Symbol, Uint8Array};
use wasm_bindgen::prelude::*;

/// Reference data, compiled: immutable, made once and asked many times.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Engine(lapor_core::Engine);

#[wasm_bindgen]
impl Engine {
    /// Makes an engine from packs and overlays, in order: a pack replaces an earlier one with the same kind, a later overlay wins. The bytes
    /// are copied.
    ///
    /// Throws a `LaporError` if a pack is refused or one is missing; its `path` begins with the number of the pack, as in
    /// `/packs/8/offices/3/type`. Throws a `TypeError` if an element is not a `Uint8Array`.
    #[wasm_bindgen(constructor)]
    pub fn new(#[wasm_bindgen(unchecked_param_type = "Uint8Array[]")] packs: Vec<JsValue>) -> Result<Engine, JsValue> {
        let mut builder = lapor_core::EngineBuilder::new();
        for (n, pack) in packs.into_iter().enumerate() {
            builder = builder.pack(&bytes(pack).ok_or_else(|| refusal::not_bytes(n))?);
        }
        builder.build().map(Engine).map_err(|e| refusal::error(&e))
    }

    /// Calls an operation by name: the request as JSON in, the whole envelope as JSON out, `{"ok":true,"answer":…}` or
    /// `{"ok":false,"error":…}`. A refused request is an envelope too; this never throws for one.
    pub fn call(&self, op: &str, request: &str) -> String {
        self.0.call(op, request.as_bytes()).into_json()
    }

    /// The same for a request that is at hand as UTF-8 bytes.
    #[wasm_bindgen(js_name = callBytes)]
    pub fn call_bytes(&self, op: &str, request: &[u8]) -> String {
        self.0.call(op, request).into_json()
    }
}

/// The version of the library.
#[wasm_bindgen]
pub fn version() -> String {
    lapor_core::VERSION.to_owned()
}

/// The version of the wire, the JSON shapes.
#[wasm_bindgen]
pub fn wire() -> u32 {
    lapor_core::WIRE
}

/// The bytes of a `Uint8Array`. It is known by its tag and not by `instanceof`: test runners and frames hand over arrays of another realm.
fn bytes(value: JsValue) -> Option<Vec<u8>> {
    let tag = Reflect::get(&value, &Symbol::to_string_tag()).ok()?;
    (tag == "Uint8Array").then(|| Uint8Array::unchecked_from_js(value).to_vec())
}
