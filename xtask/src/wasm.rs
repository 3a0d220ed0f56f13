//! `cargo xtask wasm`: the module and its JavaScript for Node, browsers and bundlers.

use crate::Done;
use crate::files::{root, target};
use crate::run::{cargo, program, run};
use std::process::Stdio;
use wasm_bindgen_cli_support::Bindgen;

const TARGET: &str = "wasm32-unknown-unknown";

/// Builds everything into target/npm.
pub(crate) fn build() -> Done {
    let installed = program("rustup").args(["target", "list", "--installed"]).stderr(Stdio::null()).output();
    if installed.is_ok_and(|out| !String::from_utf8_lossy(&out.stdout).contains(TARGET)) {
        run(program("rustup").args(["target", "add", TARGET]))?;
    }
    run(&mut cargo(&["build", "-q", "-p", "lapor-wasm", "--profile", "wasm", "--target", TARGET]))?;
    let module = target().join(TARGET).join("wasm/lapor_wasm.wasm");
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
