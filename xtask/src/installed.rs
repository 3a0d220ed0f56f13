//! The C and C++ examples as their readers build them: against the installed tree, by pkg-config, and by the steps of their READMEs.

use crate::Done;
use crate::dist::{self, steps};
use crate::files::{below, root, target};
use crate::run::{output, program, run};
use crate::snippets;
use std::path::{Path, PathBuf};
use std::process::Command;

const STRICT: [&str; 4] = ["-Wall", "-Wextra", "-Werror", "-pedantic"];

/// What the quickstarts must print: the registered office of Medan and the day that the law gives (UU 25/2009, 14 days; 23 Nov 2026).
const EXPECTED: [&str; 3] = ["Dinas Perhubungan Kota Medan", "Aturan daerah (12.71/medan-pju)", "2026-12-07"];

/// Installs and builds everything that the READMEs of examples/c and examples/cpp name, strictly, and then does what they say, to the letter.
pub(crate) fn check() -> Done {
    snippets::check()?;
    let prefix = target().join("installed");
    dist::run_to(&prefix, false)?;
    let c = pkg_config(&prefix, &["--cflags", "--libs", "lapor"])?;
    let (dir, packs) = (target().join("hosts"), prefix.join("share/lapor/packs"));
    std::fs::create_dir_all(&dir).map_err(|e| format!("hosts: {e}"))?;
    let overlay = packs.join("id.12.71.json");

    for source in sources("examples/c", ".c")?.into_iter().chain(sources("examples/cpp", ".cpp")?) {
        let program = dir.join(source.file_stem().unwrap_or_default());
        compile(&source, &program, &c)?;
        let printed = output(on(&prefix, &program).arg(&overlay))?;
        if source.file_stem().is_some_and(|stem| stem == "quickstart") {
            expect(&source.to_string_lossy(), &printed)?;
        }
    }
    // the header for C++ alone, in what a project may have chosen, and its rules
    for flags in [["-std=c++17", "-O0"], ["-std=c++20", "-O0"], ["-std=c++17", "-fno-exceptions"]] {
        let mut alone = program("g++");
        alone.args(flags).args(STRICT).args(["-fsyntax-only", "-x", "c++"]).arg(prefix.join("include/lapor.hpp"));
        run(&mut alone)?;
    }
    let rules = dir.join("lapor-hpp");
    compile(&root().join("tests/cpp/lapor.cpp"), &rules, &c)?;
    run(&mut on(&prefix, &rules))?;
    // the static library, by the line that lapor.pc gives; no liblapor.so may be wanted then
    let fixed = dir.join("quickstart-static");
    let mut line = vec![prefix.join("lib/liblapor.a").to_string_lossy().into_owned()];
    line.extend(pkg_config(&prefix, &["--cflags", "lapor"])?);
    line.extend(pkg_config(&prefix, &["--variable=staticlibs", "lapor"])?);
    compile(&root().join("examples/c/quickstart.c"), &fixed, &line)?;
    expect("quickstart, linked statically", &output(program(&fixed.to_string_lossy()).arg(&overlay))?)?;

    for readme in ["examples/c/README.md", "examples/cpp/README.md"] {
        let script = format!("set -euo pipefail\n{}", steps(readme)?);
        expect(readme, &output(program("bash").args(["-c", &script]))?)?;
        println!("   {readme}: its steps work as written");
    }
    Ok(())
}

fn expect(what: &str, printed: &str) -> Done {
    let missing = EXPECTED.iter().find(|text| !printed.contains(**text));
    missing.map_or(Ok(()), |text| Err(format!("{what}: does not print {text:?}, but:\n{printed}")))
}

fn sources(dir: &str, ending: &str) -> Result<Vec<PathBuf>, String> {
    below(&root().join(dir), ending)
}

/// Compiles strictly, as C11 or C++17 by the name of the file.
fn compile(source: &Path, to: &Path, flags: &[String]) -> Done {
    let (compiler, standard) =
        if source.extension().is_some_and(|e| e == "cpp") { ("g++", "-std=c++17") } else { ("gcc", "-std=c11") };
    let mut command = program(compiler);
    run(command.arg(standard).args(STRICT).arg("-pthread").arg("-o").arg(to).arg(source).args(flags))
}

fn pkg_config(prefix: &Path, words: &[&str]) -> Result<Vec<String>, String> {
    let flags = output(program("pkg-config").env("PKG_CONFIG_PATH", prefix.join("lib/pkgconfig")).args(words))?;
    Ok(flags.split_whitespace().map(str::to_owned).collect())
}

/// A program that finds the installed library.
fn on(prefix: &Path, name: &Path) -> Command {
    let mut command = program(&name.to_string_lossy());
    command.env("LD_LIBRARY_PATH", prefix.join("lib"));
    command
}
