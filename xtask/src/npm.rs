//! `cargo xtask npm`: the package for npm, laid out and packed.
//!
//! ```text
//! target/npm/lapor/                   the package
//! ├── *.js, *.cjs, package.json       lapor-wasm/npm
//! ├── *.d.ts, *.d.cts                 its types, and once more for `require`
//! ├── glue.js, lapor.wasm             `cargo xtask wasm`
//! ├── packs/*.pack                    lapor-core/data/packs
//! └── README.md, LICENSE-*, NOTICE
//! target/npm/lapor-VERSION.tgz        what `npm publish` would send
//! ```

use crate::Done;
use crate::dist::copy;
use crate::files::{below, read, root};
use crate::run::{output, program};
use crate::wasm;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// Builds and packs; the tarball.
pub(crate) fn pack() -> Result<PathBuf, String> {
    wasm::build()?;
    let npm = root().join("target/npm");
    let package = npm.join("lapor");
    lay_out(&package)?;
    let mut pack = program("npm");
    pack.args(["pack", "--silent", "--pack-destination"]).arg(&npm).current_dir(&package);
    Ok(npm.join(output(&mut pack)?.trim()))
}

fn lay_out(package: &Path) -> Done {
    version()?;
    let _ = std::fs::remove_dir_all(package);
    std::fs::create_dir_all(package.join("packs")).map_err(|e| format!("{}: {e}", package.display()))?;
    let own = root().join("lapor-wasm/npm");
    let entries = std::fs::read_dir(&own).map_err(|e| format!("{}: {e}", own.display()))?;
    for file in entries.flatten() {
        copy(&file.path(), &package.join(file.file_name()))?;
    }
    for name in ["glue.js", "lapor.wasm"] {
        copy(&root().join("target/npm/module").join(name), &package.join(name))?;
    }
    for name in ["LICENSE-APACHE", "LICENSE-MIT", "NOTICE"] {
        copy(&root().join(name), &package.join(name))?;
    }
    for pack in below(&root().join("lapor-core/data/packs"), ".pack")? {
        let name = pack.file_name().unwrap_or_default();
        // files.js has an address for each
        if !read("lapor-wasm/npm/files.js")?.contains(&format!("/packs/{}\"", name.to_string_lossy())) {
            return Err(format!("lapor-wasm/npm/files.js does not know {}", name.display()));
        }
        copy(&pack, &package.join("packs").join(name))?;
    }
    // the types of an ES module are not those of a CommonJS module, even if they say the same
    for name in ["index", "slim", "wire"] {
        let types = read(&format!("lapor-wasm/npm/{name}.d.ts"))?;
        let types = types.replace("\"./wire.js\"", "\"./wire.cjs\"").replace("\"./index.js\"", "\"./index.cjs\"");
        std::fs::write(package.join(format!("{name}.d.cts")), types).map_err(|e| format!("{name}.d.cts: {e}"))?;
    }
    Ok(())
}

/// The package is of the library's version.
fn version() -> Done {
    let package: Value = serde_json::from_str(&read("lapor-wasm/npm/package.json")?).map_err(|e| e.to_string())?;
    match package.get("version").and_then(Value::as_str) {
        Some(lapor_core::VERSION) => Ok(()),
        other => Err(format!("lapor-wasm/npm/package.json: version {other:?} is not {}", lapor_core::VERSION)),
    }
}
