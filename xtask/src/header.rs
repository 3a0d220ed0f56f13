//! `cargo xtask header`: makes `include/lapor.h` from the exports of `lapor-ffi`, and the same once more for PHP's own parser of C.

use crate::Done;
use crate::files::{self, root};

/// The files with exports, in the order of the header.
const SOURCES: [&str; 4] = ["version.rs", "guard.rs", "engine.rs", "answer.rs"];

/// Where PHP's header goes: to the others, and into the Composer package, which must be whole by itself.
const FOR_PHP: [&str; 2] = ["include/lapor-php.h", "examples/php/lapor-php.h"];

/// What stands before the declarations for PHP. Its parser knows no directives but these two, at the very beginning.
const PHP_HEAD: &str = "#define FFI_SCOPE \"LAPOR\"
#define FFI_LIB \"liblapor.so.1\"
// lapor for PHP's FFI, which reads C but no preprocessor. What the functions do stands in lapor.h; put the whole path of the library
// into FFI_LIB if the system's loader does not find it by that name.
//
// Made from lapor-ffi/src by `cargo xtask header`; do not edit.
";

/// Makes the headers, or with `check` proves that the committed ones are current.
pub(crate) fn run(check: bool) -> Done {
    files::write("include/lapor.h", make(config()?)?.as_bytes(), check, "header")?;
    let php = for_php()?;
    FOR_PHP.iter().try_for_each(|path| files::write(path, php.as_bytes(), check, "header"))
}

fn config() -> Result<cbindgen::Config, String> {
    cbindgen::Config::from_file(root().join("lapor-ffi/cbindgen.toml")).map_err(|e| format!("cbindgen.toml: {e}"))
}

/// The declarations alone: no guard, no include, no constant, no prose.
fn for_php() -> Result<String, String> {
    let bare = cbindgen::Config {
        header: None,
        include_guard: None,
        cpp_compat: false,
        sys_includes: Vec::new(),
        documentation: false,
        ..config()?
    };
    let text = make(bare)?;
    let lines = text.lines().filter(|line| !line.starts_with("#define LAPOR_"));
    let declarations: String = lines.flat_map(|line| [line, "\n"]).collect();
    let out = normalise(&format!("{PHP_HEAD}\n{declarations}"));
    match out.lines().skip(2).find(|line| line.starts_with('#')) {
        Some(line) => Err(format!("PHP's parser does not know: {line}")),
        None => Ok(out),
    }
}

/// The text of a header. The files are read one by one: that asks cargo nothing, and their order decides that of the header.
fn make(config: cbindgen::Config) -> Result<String, String> {
    let ffi = root().join("lapor-ffi");
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
