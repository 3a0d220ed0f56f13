//! The vectors in other hosts: C through the shared library, JavaScript through wasm in Node.

use crate::Done;
use crate::files::{below, root, target};
use crate::run::{cargo, program, run};
use crate::vectors;
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

/// Builds the C library and the runner with the strictest flags, and runs it; the header must compile alone as C and as C++.
pub(crate) fn c() -> Done {
    run(&mut cargo(&["build", "-q", "--profile", "ffi", "-p", "lapor-ffi"]))?;
    for (compiler, standard, language) in [("gcc", "-std=c11", "c"), ("g++", "-std=c++17", "c++")] {
        let flags = ["-Wall", "-Wextra", "-Werror", "-pedantic", "-fsyntax-only", "include/lapor.h"];
        run(program(compiler).args([standard, "-x", language]).args(flags))?;
    }
    // Linked against the shared library, under the name that its SONAME asks for (lapor-ffi/build.rs): so the exports are tested too.
    let dir = work()?;
    let library = dir.join(format!("liblapor.so.{}", lapor_core::ABI));
    std::fs::copy(target().join("ffi/liblapor.so"), &library).map_err(|e| format!("liblapor.so: {e}"))?;
    let runner = dir.join("c-runner");
    let mut gcc = program("gcc");
    gcc.args(["-std=c11", "-O1", "-Wall", "-Wextra", "-Werror", "-pedantic", "-Iinclude", "-o"]).arg(&runner);
    gcc.args(below(&root().join("tests/c"), ".c")?);
    run(gcc.arg(&library))?;
    run(program(&runner.to_string_lossy()).env("LD_LIBRARY_PATH", &dir).args(arguments()?))
}

/// Builds the wasm package and runs the vectors in Node.
pub(crate) fn node() -> Done {
    run(&mut cargo(&["run", "-q", "--profile", "tool", "-p", "xtask", "--features", "bindings", "--", "wasm"]))?;
    run(program("node").arg("tests/node/runner.mjs").args(arguments()?))
}
