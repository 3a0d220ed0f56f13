//! `cargo xtask wasm`: the module, and the JavaScript by which the package reaches into it.

use crate::Done;
use crate::files::{root, target};
use crate::run::{cargo, program, run};
use std::path::PathBuf;
use std::process::Stdio;
use wasm_bindgen_cli_support::Bindgen;
use wasmparser::{Validator, WasmFeatures};

const TARGET: &str = "wasm32-unknown-unknown";

/// How the module and its std are compiled: a panic ends the instance anyway, and what would be said before costs as much as two operations.
/// Nothing that leaves the module is written with `Debug` (a lint of both crates), and no panic tells its place. Functions are put into those that
/// call them somewhat more readily than `opt-level = "z"` would: one part in a hundred larger, a quarter faster (ARCHITECTURE.md, Decisions).
const FLAGS: &str = "-Zunstable-options -Cpanic=immediate-abort -Zfmt-debug=none -Zlocation-detail=none -Cllvm-args=-inline-threshold=35";

/// Builds both into target/npm/module.
pub(crate) fn build() -> Done {
    made("module", &[])
}

/// The same with the operation `test.panic`, into target/npm/panic.
pub(crate) fn build_with_panic() -> Done {
    made("panic", &["--features", "test-panic"])
}

fn made(folder: &str, flags: &[&str]) -> Done {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(compile(flags)?).out_name("lapor").typescript(false).omit_default_module_path(true);
    bindgen.remove_name_section(true).remove_producers_section(true);
    // a script in place of a module: its state can stand inside a function, once for each instance
    bindgen.no_modules(true).map_err(|e| format!("wasm-bindgen: {e}"))?;
    let dir = root().join("target/npm").join(folder);
    let _ = std::fs::remove_dir_all(&dir);
    bindgen.generate(&dir).map_err(|e| format!("wasm-bindgen: {e:?}"))?;
    let fault = |e| format!("{}: {e}", dir.display());
    let script = std::fs::read_to_string(dir.join("lapor.js")).map_err(fault)?;
    std::fs::write(dir.join("glue.js"), format!("{GLUE}{script}\nreturn wasm_bindgen;\n}}\n")).map_err(fault)?;
    std::fs::remove_file(dir.join("lapor.js")).map_err(fault)?;
    std::fs::rename(dir.join("lapor_bg.wasm"), dir.join("lapor.wasm")).map_err(fault)?;
    oldest_browser_reads(&std::fs::read(dir.join("lapor.wasm")).map_err(fault)?)
}

/// Validates the module with no more than Chrome 96, Firefox 79 and Safari 15 know of WebAssembly (the package's JavaScript asks for a newer
/// Firefox): what a compiler uses by itself changes with its version.
fn oldest_browser_reads(module: &[u8]) -> Done {
    let known = WasmFeatures::FLOATS
        | WasmFeatures::MUTABLE_GLOBAL
        | WasmFeatures::SIGN_EXTENSION
        | WasmFeatures::SATURATING_FLOAT_TO_INT
        | WasmFeatures::MULTI_VALUE
        | WasmFeatures::BULK_MEMORY
        | WasmFeatures::REFERENCE_TYPES
        // of which this validator holds externref apart
        | WasmFeatures::GC_TYPES;
    let valid = Validator::new_with_features(known).validate_all(module);
    valid.map(|_| ()).map_err(|e| format!("lapor.wasm: an older browser cannot read it: {e}"))
}

const GLUE: &str =
    "// Made by wasm-bindgen: what carries values in and out of one instance of the module. Each call gives one more.

export default function glue() {
";

/// Compiles the module, std with it.
///
/// cargo builds std only where unstable flags are allowed. The compiler stays the one of `rust-toolchain.toml`, so that the file is the same
/// everywhere.
fn compile(flags: &[&str]) -> Result<PathBuf, String> {
    installed("target", TARGET)?;
    installed("component", "rust-src")?;
    // a folder of its own: with other flags nothing in the common one would serve
    let dir = target().join("module");
    let mut build = cargo(&["build", "-q", "-p", "lapor-wasm", "--profile", "wasm", "--target", TARGET]);
    build.args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size", "--target-dir"]).arg(&dir);
    build.args(flags).env("RUSTC_BOOTSTRAP", "1").env("RUSTFLAGS", FLAGS);
    run(&mut build)?;
    Ok(dir.join(TARGET).join("wasm/lapor_wasm.wasm"))
}

/// Has rustup add what is missing.
fn installed(kind: &str, name: &str) -> Done {
    let have = program("rustup").args([kind, "list", "--installed"]).stderr(Stdio::null()).output();
    if have.is_ok_and(|out| !String::from_utf8_lossy(&out.stdout).contains(name)) {
        run(program("rustup").args([kind, "add", name]))?;
    }
    Ok(())
}
