//! JSON in, by the wire's rules: requests and overlays are read into Rust types, and every refusal has a code, a path and what would be
//! accepted.

mod decode;
mod fault;
mod plain;

pub use decode::{parse, read};
