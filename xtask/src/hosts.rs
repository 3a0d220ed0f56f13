//! The vectors in other hosts: JavaScript through wasm in Node, and what every runner is told.

use crate::Done;
use crate::files::root;
use crate::run::{program, run};
use crate::{bindings, vectors};
use std::path::PathBuf;

fn work() -> Result<PathBuf, String> {
    let dir = root().join("target/hosts");
    std::fs::create_dir_all(&dir).map_err(|e| format!("target/hosts: {e}"))?;
    Ok(dir)
}

/// The flat table of vectors, and the runner arguments that go with it.
pub(crate) fn arguments() -> Result<Vec<String>, String> {
    let flat = work()?.join("vectors.tsv").to_string_lossy().into_owned();
    vectors::flat(&flat)?;
    let manifest = vectors::manifest()?;
    let mut out = vec![flat, manifest.cases.to_string()];
    out.extend(manifest.packs);
    Ok(out)
}

/// Makes the npm package and runs the vectors over it in Node.
pub(crate) fn node() -> Done {
    bindings(&["npm"])?;
    run(program("node").arg("tests/node/runner.mjs").args(arguments()?))
}
