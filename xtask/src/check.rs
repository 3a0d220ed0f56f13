//! The two loops: `check` while working, `test` before handing over.

use crate::Done;
use crate::files::read;
use crate::run::{cargo, program, run};
use crate::{bindings, c, data, floors, installed, invariants, java, package, php, sanitize, types};
use std::time::Instant;

fn step(name: &str, work: impl FnOnce() -> Done) -> Done {
    println!("── {name}");
    let start = Instant::now();
    work()?;
    println!("   {:.1} s", start.elapsed().as_secs_f64());
    Ok(())
}

/// Formats, lints, floors, data, licences, and the tests of the core.
pub(crate) fn check() -> Done {
    step("format", || run(&mut cargo(&["fmt", "--all", "--check"])))?;
    step("floors", floors::run)?;
    step("data keep their invariants", invariants::run)?;
    step("data is current", || data::run(true))?;
    step("crates hold their licences", package::run)?;
    step("lints", || {
        run(&mut cargo(&[
            "clippy",
            "-q",
            "--workspace",
            "--exclude",
            "lapor-wasm",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ]))
    })?;
    step("the core: units, vectors, samples, overlays", || run(&mut cargo(&["test", "-q", "-p", "lapor-core"])))
}

/// Everything.
pub(crate) fn test() -> Done {
    check()?;
    step("the other crates", || {
        run(&mut cargo(&["test", "-q", "--workspace", "--exclude", "lapor-wasm", "--exclude", "lapor-core"]))
    })?;
    step("the rig that plants and scores personal data", || {
        run(program("python3").args(["-B", "-m", "unittest", "discover", "-q", "-s", "tests/measure/privacy"]))
    })?;
    step("documentation", || {
        let mut doc = cargo(&["doc", "-q", "--no-deps", "-p", "lapor-core", "--features", "schema"]);
        run(doc.env("RUSTDOCFLAGS", "-D warnings"))
    })?;
    step("header is current", || bindings(&["header", "--check"]))?;
    step("schema is current", || bindings(&["schema", "--check"]))?;
    step("TypeScript types are current", || types::run(true))?;
    step("every answer by its schema", || {
        run(&mut cargo(&["test", "-q", "-p", "lapor-core", "--features", "schema", "--test", "schemas"]))
    })?;
    step("vectors in C", || c::check(None))?;
    step("the C library compiles for other machines", sanitize::targets)?;
    step("C and C++, as installed", installed::check)?;
    step("the npm package, in Node, bundlers and Chromium", || bindings(&["npm-test"]))?;
    step("PHP, both drivers", php::check)?;
    step("Java, both bindings", java::check)?;
    step("lints behind features, and of lapor-wasm", || {
        let all = ["clippy", "-q", "-p", "lapor-core", "-p", "xtask", "--all-features", "--all-targets"];
        run(cargo(&all).args(["--", "-D", "warnings"]))?;
        let wasm = ["clippy", "-q", "-p", "lapor-wasm", "--target", "wasm32-unknown-unknown", "--", "-D", "warnings"];
        run(&mut cargo(&wasm))
    })?;
    step("sizes", || bindings(&["size", "--check"]))?;
    step("the expectations bite", || {
        run(&mut cargo(&["run", "-q", "--release", "-p", "xtask", "--", "mutate", "--check"]))
    })?;
    step("the README's first command", || {
        let readme = read("README.md")?;
        let first = readme.split("```").nth(1).and_then(|block| block.lines().nth(1)).unwrap_or_default();
        let mut words = first.split_whitespace();
        let name = words.next().ok_or("README.md: its first code block has no command")?;
        run(program(name).args(words).stdout(std::process::Stdio::null()))
    })?;
    println!("── all passed");
    Ok(())
}
