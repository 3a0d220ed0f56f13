//! The project's own tool; `cargo xtask help` lists its commands.

mod c;
mod check;
mod data;
mod dist;
mod exports;
mod files;
mod floors;
mod hosts;
mod installed;
mod invariants;
mod java;
mod kit;
mod mutate;
mod package;
mod php;
mod run;
mod sanitize;
mod snippets;
mod types;
mod vectors;

#[cfg(feature = "bindings")]
mod header;
#[cfg(feature = "bindings")]
mod npm;
#[cfg(feature = "bindings")]
mod npm_test;
#[cfg(feature = "bindings")]
mod schema;
#[cfg(feature = "bindings")]
mod size;
#[cfg(feature = "bindings")]
mod speed;
#[cfg(feature = "bindings")]
mod wasm;
#[cfg(feature = "bindings")]
mod web_test;

use std::process::ExitCode;

const HELP: &str = "cargo xtask COMMAND

  check               the inner loop: format, lints, floors, data, licences, unit tests, vectors and samples in Rust
  test                everything: check, all tests, docs, header, schema, the hosts, the README's first command
  data [--check]      makes the packs in lapor-core/data/packs from lapor-core/data/sources
  invariants          checks what must always hold in lapor-core/data/sources
  schema [--check]    writes include/schema from the Rust types
  header [--check]    writes include/lapor.h and lapor-php.h from lapor-ffi
  vectors --flat FILE writes the vectors as the table that the C and Node runners read
  vectors --write-golden
                      takes the hashes of today's answers as known
  c [--calls N | --cost]
                      C: vectors, edges, eight threads on one engine (N calls in all), valgrind, ASan and UBSan, exports;
                      with --cost what a call costs over the native one, and memory over a million calls
  sanitize [targets|miri|asan|tsan [N]|valgrind]
                      the long proofs of the C library: compiled for other targets, unit tests in miri, the Rust built with
                      AddressSanitizer and ThreadSanitizer (N calls), every vector under valgrind
  node                the vectors in Node alone, over the npm package
  php [--cost]        the Composer package: style, tests, the vectors by both drivers, its README as written;
                      with --cost what a call costs, and memory over a million calls
  java [--cost]       the Maven module: tests and vectors on the newest Java by both bindings and on 17, Javadoc, the jar in an
                      empty folder, its README as written; with --cost what a call costs, and memory over a million calls
  dist PREFIX [--old] lays out the C library below a prefix: libraries, headers, pkg-config file, command, packs;
                      with --old so that it runs on servers with glibc 2.28
  installed           the C and C++ examples against that, and their READMEs as written
  types [--check]     writes the TypeScript types and the names of the methods in lapor-wasm/npm from include/schema
  wasm                builds the wasm module and its glue into target/npm/module
  npm                 lays out the npm package in target/npm/lapor and packs it
  npm-test            the package as packed, in projects of their own: Node, TypeScript, bundlers, pages in Chromium; the vectors
                      in Node and in Chromium; once in Deno and in Bun; its README and those of examples/node and
                      examples/web as written, and the page of the latter in Chromium
  size [--check]      writes lapor-wasm/sizes.tsv: the module and each pack, raw, gzip, brotli; fails above the budget
  bench [FILE | --hosts]
                      speed on one core, over FILE (JSON Lines) or the sample complaints; with --hosts a brief triage natively,
                      in Node and in Chromium
  mutate [--seed N] [--count N] [--kind K] [--list] [--check]
                      changes one fact of the packs at a time and tells which changes no expectation sees
  floors              reads the imports of lapor-core against the floor table

--check writes nothing and fails if what is committed is not current.";

/// What a command gives back: nothing, or what is wrong.
type Done = Result<(), String>;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    match command(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("xtask: {fault}");
            ExitCode::FAILURE
        }
    }
}

fn command(words: &[&str]) -> Done {
    match words {
        ["check"] => check::check(),
        ["test"] => check::test(),
        ["data", rest @ ..] => data::run(only_check(rest)?),
        ["invariants"] => invariants::run(),
        ["floors"] => floors::run(),
        ["types", rest @ ..] => types::run(only_check(rest)?),
        ["c"] => c::check(None),
        ["c", "--cost"] => c::cost(),
        ["c", "--calls", calls] => c::check(Some(calls)),
        ["sanitize", rest @ ..] => sanitize::check(rest),
        ["node"] => hosts::node(),
        ["php"] => php::check(),
        ["php", "--cost"] => php::cost(),
        ["java"] => java::check(),
        ["java", "--cost"] => java::cost(),
        ["installed"] => installed::check(),
        ["dist", prefix] => dist::run_to(&absolute(prefix)?, false),
        ["dist", prefix, "--old"] => dist::run_to(&absolute(prefix)?, true),
        ["vectors", "--flat", file] => vectors::flat(file),
        ["vectors", "--write-golden"] => vectors::write_golden(),
        ["bench", "--hosts"] => bindings(words),
        ["bench", rest @ ..] => {
            let file = rest.first().copied().map(absolute).transpose()?;
            let mut command = run::cargo(&["bench", "-q", "-p", "lapor-core", "--bench", "speed", "--"]);
            run::run(command.args(file))
        }
        ["mutate", rest @ ..] if cfg!(debug_assertions) => optimised(rest),
        ["mutate", rest @ ..] => mutate::run(rest),
        ["schema" | "header" | "wasm" | "npm" | "npm-test" | "size", ..] => bindings(words),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        _ => Err(format!("no such command\n\n{HELP}")),
    }
}

/// `mutate` again, optimised: it builds an engine hundreds of times.
fn optimised(rest: &[&str]) -> Done {
    run::run(run::cargo(&["run", "-q", "--release", "-p", "xtask", "--", "mutate"]).args(rest))
}

/// A path as whoever typed it means it.
fn absolute(path: &str) -> Result<std::path::PathBuf, String> {
    std::path::absolute(path).map_err(|e| format!("{path}: {e}"))
}

fn only_check(rest: &[&str]) -> Result<bool, String> {
    match rest {
        [] => Ok(false),
        ["--check"] => Ok(true),
        _ => Err("only --check may follow".to_owned()),
    }
}

/// A command that needs what the inner loop does not compile.
#[cfg(feature = "bindings")]
fn bindings(words: &[&str]) -> Done {
    match words {
        ["schema", rest @ ..] => schema::run(only_check(rest)?),
        ["header", rest @ ..] => header::run(only_check(rest)?),
        ["wasm"] => wasm::build(),
        ["npm"] => npm::pack().map(|_| ()),
        ["npm-test"] => npm_test::check(),
        ["bench", "--hosts"] => speed::hosts(),
        ["size", rest @ ..] => size::run(only_check(rest)?),
        _ => Err("only --check may follow".to_owned()),
    }
}

/// The same command again, with what it needs compiled in.
#[cfg(not(feature = "bindings"))]
fn bindings(words: &[&str]) -> Done {
    run::run(run::cargo(&["run", "-q", "--profile", "tool", "-p", "xtask", "--features", "bindings", "--"]).args(words))
}
