//! `cargo xtask header`: makes `include/lapor.h` from the exports of `lapor-ffi`.

use crate::Done;
use crate::files::{self, root};

/// The files with exports, in the order of the header.
const SOURCES: [&str; 4] = ["version.rs", "guard.rs", "engine.rs", "answer.rs"];

/// Makes the header, or with `check` proves that the committed one is current.
pub(crate) fn run(check: bool) -> Done {
    files::write("include/lapor.h", make()?.as_bytes(), check, "header")
}

/// The text of the header. The files are read one by one: that asks cargo nothing, and their order decides that of the header.
fn make() -> Result<String, String> {
    let ffi = root().join("lapor-ffi");
    let config = cbindgen::Config::from_file(ffi.join("cbindgen.toml")).map_err(|e| format!("cbindgen.toml: {e}"))?;
    let sources = SOURCES.iter().map(|name| ffi.join("src").join(name));
    let builder = sources.fold(cbindgen::Builder::new().with_config(config), cbindgen::Builder::with_src);
    let bindings = builder.generate().map_err(|e| format!("cbindgen: {e}"))?;
    let mut bytes = Vec::new();
    bindings.write(&mut bytes);
    let text = String::from_utf8(bytes).map_err(|e| format!("cbindgen: {e}"))?;
    Ok(normalise(&text))
}

/// No white space at the end of a line, never two empty lines in a row, one line feed at the end.
fn normalise(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut empty = true;
    for line in text.lines().map(str::trim_end) {
        if !(line.is_empty() && empty) {
            out.push_str(line);
            out.push('\n');
        }
        empty = line.is_empty();
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}
