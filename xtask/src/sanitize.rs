//! `cargo xtask sanitize`: the long proofs of the C library. The ordinary ones are in `cargo xtask c`.

use crate::Done;
use crate::c::{self, PACK, VALGRIND};
use crate::files::target;
use crate::hosts;
use crate::kit::{Kit, Tool};
use crate::run::{cargo, output, program, run};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Calls of the threads under ThreadSanitizer, which makes each some ten times slower.
const CALLS: u32 = 2000;

/// What the library must compile for besides this machine. `check` needs no linker for them.
const TARGETS: [&str; 2] = ["aarch64-unknown-linux-gnu", "x86_64-pc-windows-msvc"];

const THREAD: Tool = Tool {
    name: "TSan",
    flags: &["-fsanitize=thread"],
    under: &[],
    env: &[("TSAN_OPTIONS", "halt_on_error=1")],
    // the first is a race of the host, the second one inside the library
    faults: &[("race", "data race"), ("free-race", "data race")],
};

const ADDRESS: Tool = Tool {
    name: "ASan in Rust",
    flags: &["-fsanitize=address", "-fno-omit-frame-pointer"],
    under: &[],
    env: &[("ASAN_OPTIONS", "detect_leaks=1")],
    faults: &[
        ("leak", "LeakSanitizer: detected memory leaks"),
        ("leak-engine", "LeakSanitizer: detected memory leaks"),
        ("use-after-free", "heap-use-after-free"),
        ("double-free", "heap-use-after-free"),
        ("out-of-bounds", "heap-buffer-overflow"),
        // here it is the library that reads too far
        ("overread", "heap-buffer-overflow"),
    ],
};

/// One of the proofs, or all.
pub(crate) fn check(words: &[&str]) -> Done {
    match words {
        [] => ["targets", "miri", "asan", "tsan", "valgrind"].iter().try_for_each(|name| check(&[name])),
        ["targets"] => targets(),
        ["miri"] => miri(),
        ["asan"] => address(),
        ["tsan"] => threads(CALLS),
        ["tsan", calls] => threads(calls.parse().map_err(|_| format!("tsan {calls}: not a number"))?),
        ["valgrind"] => valgrind(),
        _ => Err(format!("sanitize {}: no such proof", words.join(" "))),
    }
}

/// The library and the command compile for other machines.
pub(crate) fn targets() -> Done {
    run(program("rustup").args(["-q", "target", "add"]).args(TARGETS))?;
    for target in TARGETS {
        run(&mut cargo(&["check", "-q", "--target", target, "-p", "lapor-ffi", "-p", "lapor-cli"]))?;
    }
    Ok(())
}

/// The unit tests of `lapor-ffi`, by an interpreter that sees undefined behaviour.
fn miri() -> Done {
    nightly_has(&["miri", "rust-src"])?;
    run(&mut nightly(&["miri", "test", "-q", "-p", "lapor-ffi", "--lib", "--no-default-features"]))
}

/// The whole library with every read and write checked: edges, and all vectors.
fn address() -> Done {
    let (library, runtime) = instrumented("address", "asan")?;
    let kit = Kit::new(&ADDRESS, &library, Some(&runtime))?;
    kit.run("edges", &["panic", PACK])?;
    kit.run("runner", &hosts::arguments()?)
}

/// Eight threads on one engine, with every access watched, in C and in Rust.
fn threads(calls: u32) -> Done {
    let (library, runtime) = instrumented("thread", "tsan")?;
    let kit = Kit::new(&THREAD, &library, Some(&runtime))?;
    kit.run("threads", &c::threads(&hosts::arguments()?, calls))
}

/// Every vector, and the edges with a panic, under valgrind.
fn valgrind() -> Done {
    c::install_valgrind()?;
    let with_panic = c::library_with_panic()?;
    Kit::new(&VALGRIND, &with_panic, None)?.run("edges", &["panic", PACK])?;
    Kit::new(&VALGRIND, &c::library()?, None)?.run("runner", &hosts::arguments()?)
}

/// The library and Rust's own standard library built with a sanitizer, and the runtime that belongs to it.
fn instrumented(sanitizer: &str, short: &str) -> Result<(PathBuf, PathBuf), String> {
    nightly_has(&["rust-src"])?;
    let triple = format!("{}-unknown-linux-gnu", std::env::consts::ARCH);
    let dir = target().join(short);
    let mut build = nightly(&["build", "-q", "--release", "-p", "lapor-ffi", "--features", "test-panic"]);
    build.args(["--config", "profile.release.lto=false", "--config", "profile.release.codegen-units=16"]);
    build.args(["-Zbuild-std", "--target", &triple, "--target-dir"]).arg(&dir);
    run(build.env("RUSTFLAGS", format!("-Zsanitizer={sanitizer}")))?;
    let sysroot = output(program("rustup").args(["run", "nightly", "rustc", "--print", "sysroot"]))?;
    let runtimes = Path::new(sysroot.trim()).join("lib/rustlib").join(&triple).join("lib");
    Ok((dir.join(&triple).join("release/liblapor.so"), runtimes.join(format!("librustc-nightly_rt.{short}.a"))))
}

/// A command of nightly's cargo.
fn nightly(args: &[&str]) -> Command {
    let mut command = program("rustup");
    command.args(["run", "nightly", "cargo"]).args(args);
    command
}

/// Installs nightly, and parts of it, where they are not there yet.
fn nightly_has(parts: &[&str]) -> Done {
    if output(program("rustup").args(["run", "nightly", "rustc", "--version"])).is_err() {
        run(program("rustup").args(["toolchain", "install", "nightly", "--profile", "minimal"]))?;
    }
    run(program("rustup").args(["-q", "component", "add", "--toolchain", "nightly"]).args(parts))
}
