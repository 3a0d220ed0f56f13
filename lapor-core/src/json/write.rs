//! JSON out.

use serde::Serialize;
use std::io;

/// Room for an answer of usual length; larger ones grow.
const ROOM: usize = 4096;

/// A value as JSON, between two texts.
pub(crate) fn written_between(
    before: &str,
    value: &(impl Serialize + ?Sized),
    after: &str,
) -> serde_json::Result<String> {
    let mut out = Out(Vec::with_capacity(ROOM));
    out.0.extend_from_slice(before.as_bytes());
    serde_json::to_writer(&mut out, value)?;
    out.0.extend_from_slice(after.as_bytes());
    String::from_utf8(out.0).map_err(|error| serde_json::Error::io(io::Error::other(error.utf8_error())))
}

/// A value as JSON.
pub(crate) fn written(value: &(impl Serialize + ?Sized)) -> serde_json::Result<String> {
    written_between("", value, "")
}

/// Takes what is written. Two writes of three are a single sign, for which a copy of bytes is dear in a browser.
struct Out(Vec<u8>);

impl io::Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes)?;
        Ok(bytes.len())
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        match bytes {
            [sign] => self.0.push(*sign),
            more => self.0.extend_from_slice(more),
        }
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
