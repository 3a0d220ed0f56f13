//! `cargo xtask wasm`: the module and its JavaScript for Node, browsers and bundlers.

use crate::Done;
use crate::files::{root, target};
use crate::run::{cargo, program, run};
use std::path::PathBuf;
use std::process::Stdio;
use wasm_bindgen_cli_support::Bindgen;

const TARGET: &str = "wasm32-unknown-unknown";

/// How the module and its std are compiled: a panic ends the instance anyway, and what would be said before costs as much as two operations.
/// Nothing that leaves the module is written with `Debug` (a lint of both crates), and no panic tells its place.
const FLAGS: &str = "-Zunstable-options -Cpanic=immediate-abort -Zfmt-debug=none -Zlocation-detail=none";

/// Compiles the module, std with it.
///
/// cargo builds std only where unstable flags are allowed. The compiler stays the one of `rust-toolchain.toml`, so that the file is the same
/// everywhere.
fn compile() -> Result<PathBuf, String> {
    let have = program("rustup").args(["component", "list", "--installed"]).stderr(Stdio::null()).output();
    if have.is_ok_and(|out| !String::from_utf8_lossy(&out.stdout).contains("rust-src")) {
        run(program("rustup").args(["component", "add", "rust-src"]))?;
    }
    // a folder of its own: with other flags nothing in the common one would serve
    let dir = target().join("module");
    let mut build = cargo(&["build", "-q", "-p", "lapor-wasm", "--profile", "wasm", "--target", TARGET]);
    build.args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size", "--target-dir"]).arg(&dir);
    build.env("RUSTC_BOOTSTRAP", "1").env("RUSTFLAGS", FLAGS);
    run(&mut build)?;
    Ok(dir.join(TARGET).join("wasm/lapor_wasm.wasm"))
}

/// Builds everything into target/npm.
pub(crate) fn build() -> Done {
    let installed = program("rustup").args(["target", "list", "--installed"]).stderr(Stdio::null()).output();
    if installed.is_ok_and(|out| !String::from_utf8_lossy(&out.stdout).contains(TARGET)) {
        run(program("rustup").args(["target", "add", TARGET]))?;
    }
    let module = compile()?;
    for (name, set) in [
        ("node", Bindgen::nodejs as fn(&mut Bindgen, bool) -> Result<&mut Bindgen, _>),
        ("web", Bindgen::web),
        ("bundler", Bindgen::bundler),
    ] {
        let mut b = Bindgen::new();
        b.input_path(&module).out_name("lapor").typescript(true).omit_default_module_path(false);
        b.remove_name_section(true).remove_producers_section(true);
        set(&mut b, true).map_err(|e| format!("{name}: {e}"))?;
        b.generate(root().join("target/npm").join(name)).map_err(|e| format!("{name}: {e:?}"))?;
    }
    Ok(())
}
