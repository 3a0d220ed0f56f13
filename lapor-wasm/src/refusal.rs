//! What is thrown.

use js_sys::{JSON, Reflect};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** What `new Engine` throws when a pack is refused: an `Error` with the members of the wire's error object. */
export interface LaporError extends Error {
    /** The kind of fault, as `pack_invalid`. */
    readonly code: string;
    /** JSON pointer of the place at fault. */
    readonly path: string;
    /** Further facts: limits, sizes, what would be accepted. */
    readonly params: Readonly<Record<string, number | string | string[]>>;
    /** The sentence for a person, in Indonesian and English. */
    readonly text: { readonly id: string; readonly en: string };
}
"#;

/// The library's error as an `Error` of JavaScript, with the members of the wire's error object as properties.
pub(crate) fn error(error: &lapor_core::Error) -> JsValue {
    let thrown = js_sys::Error::new(&error.to_string());
    thrown.set_name("LaporError");
    let members = serde_json::to_string(error).ok().and_then(|json| JSON::parse(&json).ok());
    for name in ["code", "path", "params", "text"].map(JsValue::from_str) {
        let member = members.as_ref().and_then(|m| Reflect::get(m, &name).ok());
        // a property can always be set on a fresh Error
        let _ = Reflect::set(&thrown, &name, &member.unwrap_or_default());
    }
    thrown.into()
}

/// An argument of the wrong JavaScript type.
pub(crate) fn type_error(what: &str) -> JsValue {
    js_sys::TypeError::new(what).into()
}
