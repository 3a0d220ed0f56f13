//! lapor over wasm.
