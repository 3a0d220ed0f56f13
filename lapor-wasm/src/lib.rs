//! lapor for browsers, Node and whatever else runs wasm: the class `Engine` over [`lapor_core::Engine`].
//!
//! The crate adds nothing to the core but the way in and out of JavaScript. The packs are not part of the `.wasm`: the host reads or fetches
//! the files and passes their bytes.

// `Debug` writes nothing here
#![deny(clippy::use_debug)]

mod refusal;

use js_sys::{Reflect, Symbol, Uint8Array};
use wasm_bindgen::prelude::*;

#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

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
            builder = builder
                .pack(&bytes(&pack).ok_or_else(|| refusal::type_error(&format!("packs[{n}] is not a Uint8Array")))?);
        }
        builder.build().map(Engine).map_err(|e| refusal::error(&e))
    }

    /// Calls an operation by name: the request as JSON in, the whole envelope as JSON out, `{"ok":true,"answer":…}` or
    /// `{"ok":false,"error":…}`. A refused request is an envelope too; only an argument that is not a string throws, a `TypeError`.
    pub fn call(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] op: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] request: &JsValue,
    ) -> Result<String, JsValue> {
        let request = request.as_string().ok_or_else(|| refusal::type_error("request is not a string"))?;
        self.answer(op, request.as_bytes())
    }

    /// The same for a request that is at hand as UTF-8 bytes.
    #[wasm_bindgen(js_name = callBytes)]
    pub fn call_bytes(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] op: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Uint8Array")] request: &JsValue,
    ) -> Result<String, JsValue> {
        let request = bytes(request).ok_or_else(|| refusal::type_error("request is not a Uint8Array"))?;
        self.answer(op, &request)
    }
}

impl Engine {
    /// The generated glue trusts the types of its arguments, and a plain object in place of a string ends in a trap: they are checked here.
    fn answer(&self, op: &JsValue, request: &[u8]) -> Result<String, JsValue> {
        let op = op.as_string().ok_or_else(|| refusal::type_error("op is not a string"))?;
        Ok(self.0.call(&op, request).into_json())
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
fn bytes(value: &JsValue) -> Option<Vec<u8>> {
    let tag = Reflect::get(value, &Symbol::to_string_tag()).ok()?;
    (tag == "Uint8Array").then(|| Uint8Array::unchecked_from_js_ref(value).to_vec())
}
