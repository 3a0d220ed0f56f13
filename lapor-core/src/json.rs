//! JSON in, by the wire's rules: requests and overlays are read into Rust types, and every refusal has a code, a path and what would be
//! accepted.

mod parse;
mod plain;
mod read;
mod record;
mod values;
mod write;

pub(crate) use parse::parse;
pub(crate) use read::{Given, Optional, Read, Slot, choice, deserialize, object, read, refused, text};
pub(crate) use record::{choices, name, record, slot};
pub(crate) use write::{written, written_between};
