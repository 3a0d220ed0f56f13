//! lapor over the C ABI: a thin layer that turns pointers into slices, calls [`lapor_core::Engine::call`] and hands the envelope back.
//!
//! # The tour
//! - `version`: the numbers a host compares before anything else.
//! - `engine`: [`lapor_engine_new`], [`lapor_engine_shared`], [`lapor_call`], [`lapor_engine_free`].
//! - `shared`: the engines that the process keeps.
//! - `answer`: an envelope and the getters that read it by JSON pointer.
//! - `pointer`: how a JSON pointer finds its value in the text of an envelope.
//! - `guard`: what stands between C and Rust on every export: NULL checks, outputs that are always written, panics that stop here.
//!
//! The header `include/lapor.h` is made from these files by `cargo xtask header`; its opening prose stands in `cbindgen.toml`.
//! The comments of the exports are written for the reader of the header.

mod answer;
mod engine;
mod guard;
mod pointer;
mod shared;
mod version;

#[cfg(test)]
mod tests;

pub use answer::{
    Answer, lapor_answer_bool, lapor_answer_free, lapor_answer_int, lapor_answer_json, lapor_answer_len,
    lapor_answer_ok, lapor_answer_raw, lapor_answer_str,
};
pub use engine::{Bytes, EngineHandle, lapor_call, lapor_engine_free, lapor_engine_new, lapor_engine_shared};
pub use guard::{LAPOR_BAD_ARGUMENT, LAPOR_ERROR_ANSWER, LAPOR_NOT_FOUND, LAPOR_OK, LAPOR_PANIC, Status};
pub use version::{LAPOR_ABI_VERSION, LAPOR_WIRE_VERSION, lapor_abi_version, lapor_version, lapor_wire_version};
