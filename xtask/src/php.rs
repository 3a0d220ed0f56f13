//! `cargo xtask php`: the Composer package in examples/php, over the library and over the command.

use crate::Done;
use crate::dist::{copy, steps};
use crate::files::{below, read, root, target};
use crate::hosts;
use crate::run::{cargo, output, program, provide, run};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Whether everything is there that the steps below start.
const THERE: &str = "for program in php php-cgi composer phpunit phpcs gcc; do command -v $program || exit 1; done \
                     && ls /usr/sbin/php-fpm* && php -m | grep -qx mbstring && php -m | grep -qx xml && php -m | grep -qx FFI";

/// Where it comes from on Debian.
const PACKAGES: &str = "php-cli php-cgi php-fpm php-mbstring php-xml composer phpunit php-codesniffer gcc libc6-dev";

/// What the steps of the README must print: the registered office of Medan, by either driver, and the last day of an answer.
const EXPECTED: [&str; 4] = ["ffi, liblapor", "process, lapor", "Dinas Perhubungan Kota Medan", "2026-12-07"];

/// Style, tests, the vectors by both drivers, and the steps of the README as written.
pub(crate) fn check() -> Done {
    let built = build()?;
    style()?;
    run(&mut built.php("phpunit", &["--configuration", "examples/php/phpunit.xml"]))?;
    let arguments = hosts::arguments()?;
    for driver in ["ffi", "process"] {
        run(built.php("php", &["examples/php/tests/runner.php", driver]).args(&arguments))?;
    }
    let script = format!("set -euo pipefail\n{}", steps("examples/php/README.md")?);
    let printed = output(program("bash").args(["-c", &script]).env("COMPOSER_ALLOW_SUPERUSER", "1"))?;
    if let Some(text) = EXPECTED.iter().find(|text| !printed.contains(**text)) {
        return Err(format!("examples/php/README.md: its steps do not print {text:?}, but:\n{printed}"));
    }
    println!("   examples/php/README.md: its steps work as written");
    Ok(())
}

/// What a call costs more than the native one, and what memory does over a million of them.
pub(crate) fn cost() -> Done {
    let built = build()?;
    let native = built.0.join("native.so");
    let strict = ["-std=c11", "-D_POSIX_C_SOURCE=200809L", "-Wall", "-Wextra", "-Werror", "-pedantic", "-Iinclude"];
    let mut gcc = program("gcc");
    gcc.args(strict).args(["-O2", "-shared", "-fPIC", "examples/php/tests/native.c", "-o"]);
    run(gcc.arg(&native).arg(built.library()))?;
    run(built.php("php", &["examples/php/tests/cost.php"]).arg(native))
}

/// Where the library and the command were put, and those in which `test.panic` panics.
struct Built(PathBuf);

impl Built {
    /// A program of PHP's that is told of them.
    fn php(&self, name: &str, args: &[&str]) -> Command {
        let mut command = program(name);
        // cargo puts its own folders there, and in them lies another build of the library
        command.args(args).env_remove("LD_LIBRARY_PATH");
        for (variable, file) in [
            ("LAPOR_LIBRARY", self.library()),
            ("LAPOR_COMMAND", self.0.join("lapor")),
            ("LAPOR_PANIC_LIBRARY", self.0.join("panic").join(library_name())),
            ("LAPOR_PANIC_COMMAND", self.0.join("panic/lapor")),
        ] {
            command.env(variable, file);
        }
        command
    }

    fn library(&self) -> PathBuf {
        self.0.join(library_name())
    }
}

fn library_name() -> String {
    format!("liblapor.so.{}", lapor_core::ABI)
}

/// Installs what is missing and builds everything, one at a time: in one go the library would get the features of the command.
fn build() -> Result<Built, String> {
    provide(THERE, PACKAGES)?;
    let built = Built(target().join("hosts/php"));
    make(&built.0, "ffi", &["--profile", "ffi"])?;
    make(&built.0.join("panic"), "debug", &["--features", "test-panic"])?;
    run(composer("dump-autoload").args(["--dev", "--quiet"]))?;
    Ok(built)
}

/// Builds library and command and puts them into a folder.
fn make(to: &Path, profile: &str, flags: &[&str]) -> Done {
    std::fs::create_dir_all(to).map_err(|e| format!("{}: {e}", to.display()))?;
    for (package, file, name) in
        [("lapor-ffi", "liblapor.so", library_name()), ("lapor-cli", "lapor", "lapor".to_owned())]
    {
        run(cargo(&["build", "-q", "-p", package]).args(flags))?;
        copy(&target().join(profile).join(file), &to.join(name))?;
    }
    Ok(())
}

/// Syntax, style, types, and what Composer has to say about the package.
fn style() -> Done {
    let package = root().join("examples/php");
    for file in below(&package, ".php")?.iter().filter(|file| !file.starts_with(package.join("vendor"))) {
        output(program("php").arg("-l").arg(file))?;
    }
    run(program("phpcs").args(["-q", "--standard=PSR12", "--ignore=*/vendor/*"]).arg(&package))?;
    if program("mago").arg("--version").output().is_ok() {
        run(program("mago").arg("analyze").current_dir(&package))?;
    } else {
        println!("   types are not checked: mago is not installed (examples/php/mago.toml)");
    }
    run(composer("validate").args(["--strict", "--quiet"]))?;
    archive()
}

/// What the package must hold where it is installed; the legal files are those of the project.
const HOLDS: [&str; 6] = ["LICENSE-APACHE", "LICENSE-MIT", "NOTICE", "lapor-php.h", "preload.php", "src/Engine.php"];

/// Packs the package as Composer does, which leaves out links that lead out of it.
fn archive() -> Done {
    let dir = target().join("hosts/php");
    run(composer("archive").args(["--quiet", "--format=tar", "--file=package", "--dir"]).arg(&dir))?;
    let list = output(program("tar").arg("-tf").arg(dir.join("package.tar")))?;
    if let Some(file) = HOLDS.iter().find(|file| list.lines().all(|line| line != **file)) {
        return Err(format!("the Composer package would be without {file}"));
    }
    let differs = |name: &&&str| read(name).ok() != read(&format!("examples/php/{name}")).ok();
    match HOLDS.iter().take(3).find(differs) {
        Some(name) => Err(format!("examples/php/{name} is not {name}")),
        None => Ok(()),
    }
}

fn composer(command: &str) -> Command {
    let mut composer = program("composer");
    composer.args([command, "--no-interaction", "--working-dir=examples/php"]).env("COMPOSER_ALLOW_SUPERUSER", "1");
    composer
}
