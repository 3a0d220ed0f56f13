//! `cargo xtask c`: the C ABI as a C program meets it, and under the tools that see what a program cannot.

use crate::Done;
use crate::exports;
use crate::files::{read, target};
use crate::hosts;
use crate::kit::{Kit, PLAIN, Tool};
use crate::run::{cargo, program, provide, run};
use std::path::PathBuf;

/// Calls of the threads in an ordinary run; `--calls` for more.
const CALLS: u32 = 1600;

/// A pack for the edges to cut short.
pub(crate) const PACK: &str = "examples/packs/id.12.71.json";

/// Definite and indirect losses alone: what a static of Rust's keeps to the end is "possibly lost" to valgrind.
pub(crate) const VALGRIND: Tool = Tool {
    name: "valgrind",
    flags: &[],
    under: &[
        "valgrind",
        "-q",
        "--leak-check=full",
        "--show-leak-kinds=definite,indirect",
        "--errors-for-leak-kinds=definite,indirect",
        "--error-exitcode=9",
    ],
    env: &[],
    faults: &[
        ("leak", "definitely lost"),
        ("leak-engine", "indirectly lost"),
        ("use-after-free", "Invalid read"),
        ("overread", "Invalid read"),
    ],
};

/// The C side alone is compiled with it: what the library allocates is watched, what it reads is not (`cargo xtask sanitize` does).
const ASAN: Tool = Tool {
    name: "ASan and UBSan",
    flags: &["-fsanitize=address,undefined", "-fno-sanitize-recover=all", "-fno-omit-frame-pointer"],
    under: &[],
    env: &[("ASAN_OPTIONS", "detect_leaks=1"), ("UBSAN_OPTIONS", "print_stacktrace=1")],
    faults: &[
        ("leak", "LeakSanitizer: detected memory leaks"),
        ("leak-engine", "LeakSanitizer: detected memory leaks"),
        ("use-after-free", "heap-use-after-free"),
        ("double-free", "attempting double-free"),
        ("out-of-bounds", "insufficient space for an object"),
        ("overflow", "signed integer overflow"),
    ],
};

/// Everything in C, with that many calls by the threads.
pub(crate) fn check(calls: Option<&str>) -> Done {
    let calls = match calls {
        None => CALLS,
        Some(text) => text.parse().map_err(|_| format!("--calls {text}: not a number"))?,
    };
    header()?;
    let (library, with_panic) = (library()?, library_with_panic()?);
    exports::check(&library)?;
    covers()?;
    let vectors = hosts::arguments()?;

    let plain = Kit::new(&PLAIN, &library, None)?;
    plain.run("runner", &vectors)?;
    plain.run("edges", &["plain", PACK])?;
    plain.run("threads", &threads(&vectors, calls))?;

    install_valgrind()?;
    let valgrind = Kit::new(&VALGRIND, &library, None)?;
    valgrind.run("edges", &["plain", PACK])?;
    valgrind.run("runner", &part(&vectors, 40)?)?;

    let asan = Kit::new(&ASAN, &with_panic, None)?;
    asan.run("edges", &["panic", PACK])?;
    asan.run("runner", &part(&vectors, 8)?)
}

/// What a call costs over the native one, and memory over a million calls. A figure above its budget is a failure.
pub(crate) fn cost() -> Done {
    run(&mut cargo(&["bench", "-q", "-p", "lapor-ffi", "--bench", "cost"]))?;
    Kit::new(&PLAIN, &library()?, None)?.run("memory", &["1000000", "tests/cost/request.json"])
}

/// Installs valgrind where it is not there yet.
pub(crate) fn install_valgrind() -> Done {
    provide("command -v valgrind", "valgrind")
}

/// The header must compile alone, as C and as C++.
fn header() -> Done {
    for (compiler, standard, language) in [("gcc", "-std=c11", "c"), ("g++", "-std=c++17", "c++")] {
        let flags = ["-Wall", "-Wextra", "-Werror", "-pedantic", "-fsyntax-only", "include/lapor.h"];
        run(program(compiler).args([standard, "-x", language]).args(flags))?;
    }
    Ok(())
}

/// The library as it is shipped.
pub(crate) fn library() -> Result<PathBuf, String> {
    run(&mut cargo(&["build", "-q", "--profile", "ffi", "-p", "lapor-ffi"]))?;
    kept("ffi", "plain")
}

/// The library in which the operation `test.panic` panics, with overflow checks and debug assertions.
pub(crate) fn library_with_panic() -> Result<PathBuf, String> {
    run(&mut cargo(&["build", "-q", "-p", "lapor-ffi", "--features", "test-panic"]))?;
    kept("debug", "panic")
}

/// A copy of the library just built: cargo puts the next build of it, with other features, in the same place.
fn kept(profile: &str, name: &str) -> Result<PathBuf, String> {
    let dir = target().join("hosts/c");
    std::fs::create_dir_all(&dir).map_err(|e| format!("{}: {e}", dir.display()))?;
    let file = dir.join(format!("liblapor-{name}.so"));
    crate::dist::copy(&target().join(profile).join("liblapor.so"), &file)?;
    Ok(file)
}

/// The table of edges must ask every export.
fn covers() -> Done {
    let (list, edges) = (read("lapor-ffi/exports.txt")?, read("tests/c/edges.c")?);
    match list.lines().find(|name| !edges.contains(&format!("{name}(")) && !edges.contains(&format!("({name},"))) {
        Some(name) => Err(format!("tests/c/edges.c: does not ask {name}")),
        None => Ok(()),
    }
}

/// The arguments of `threads`: those of the runner with the number of calls between.
pub(crate) fn threads(vectors: &[String], calls: u32) -> Vec<String> {
    let mut out = vectors.to_vec();
    out.insert(2.min(out.len()), calls.to_string());
    out
}

/// The arguments of the runner for one vector in so many.
fn part(vectors: &[String], one_in: usize) -> Result<Vec<String>, String> {
    let [flat, _, packs @ ..] = vectors else { return Err("no vectors".to_owned()) };
    let text = std::fs::read_to_string(flat).map_err(|e| format!("{flat}: {e}"))?;
    // an id may end in "case", too
    let text = format!("\n{text}");
    let cases: Vec<&str> = text.split("\ncase\t").skip(1).step_by(one_in).collect();
    let part = format!("{flat}.part");
    let lines: String = cases.iter().flat_map(|case| ["case\t", case.trim_end_matches('\n'), "\n"]).collect();
    std::fs::write(&part, lines).map_err(|e| format!("{part}: {e}"))?;
    let mut out = vec![part, cases.len().to_string()];
    out.extend_from_slice(packs);
    Ok(out)
}
