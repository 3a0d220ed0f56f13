//! `cargo xtask npm-test`: the package as it is packed, in little projects of their own (tests/npm), in Node and in Chromium.
//!
//! Each folder is a project that installs the tarball and runs its own `npm test`; the pages that they make are opened afterwards.

use crate::Done;
use crate::c;
use crate::dist::{copy, steps};
use crate::files::{below, root};
use crate::run::{output, program, provide, run};
use crate::{hosts, npm, wasm, web_test};
use std::path::PathBuf;
use std::process::Command;

const README: &str = "lapor-wasm/npm/README.md";

/// What the steps of the README must print.
const EXPECTED: [&str; 3] =
    ["Lampu penerangan jalan umum padam", "Medan Denai", "Dinas Perhubungan Kota Medan - 2026-11-26"];

/// All of it.
pub(crate) fn check() -> Done {
    let tarball = npm::pack()?;
    wasm::build_with_panic()?;
    provide("command -v chromium", "chromium")?;
    let tests = Tests { dir: root().join("target/npm/tests"), tarball };
    tests.lay_out()?;
    tests.lint()?;
    for project in projects()? {
        tests.project(&project)?;
    }
    tell("pages", &output(program("node").args(["--test", "browser.test.js"]).current_dir(&tests.dir))?);
    for (place, entry) in [("Node", "node-esm/node_modules/lapor/node.js"), ("Chromium", "in-chromium.js")] {
        let mut runner = program("node");
        runner.arg("tests/node/runner.mjs").args(hosts::arguments()?).env("LAPOR_NODE", tests.dir.join(entry));
        println!("   vectors in {place}: {}", output(&mut runner)?.trim());
    }
    readme()?;
    web_test::check(&tests.dir)
}

/// The folders with a project in them.
fn projects() -> Result<Vec<String>, String> {
    let entries = std::fs::read_dir(root().join("tests/npm")).map_err(|e| format!("tests/npm: {e}"))?;
    let folders = entries.flatten().filter(|entry| entry.path().join("package.json").exists());
    let mut names: Vec<String> = folders.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    Ok(names)
}

/// Of what Node's test runner prints, how many tests passed and what they noted.
pub(crate) fn tell(name: &str, printed: &str) {
    let passed = printed.lines().find_map(|line| line.strip_prefix("# pass "));
    println!("   {name}: {}", passed.map_or("passed".to_owned(), |tests| format!("{tests} tests passed")));
    printed.lines().filter(|line| line.contains(": ready ")).for_each(|note| println!("   {note}"));
}

/// Where the tests run, with what they need beside them.
struct Tests {
    dir: PathBuf,
    tarball: PathBuf,
}

impl Tests {
    /// Copies the projects, and installs the tools unless they are there.
    fn lay_out(&self) -> Done {
        let from = root().join("tests/npm");
        let lock = "node_modules/.lock";
        let same = std::fs::read(self.dir.join(lock)).ok() == std::fs::read(from.join("package-lock.json")).ok();
        for project in projects()? {
            let _ = std::fs::remove_dir_all(self.dir.join(project));
        }
        for file in
            below(&from, "")?.iter().filter(|file| !file.components().any(|part| part.as_os_str() == "node_modules"))
        {
            let to = self.dir.join(file.strip_prefix(&from).map_err(|e| e.to_string())?);
            let folder = to.parent().unwrap_or(&self.dir);
            std::fs::create_dir_all(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
            copy(file, &to)?;
        }
        if !same {
            run(program("npm").args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(&self.dir))?;
            copy(&self.dir.join("package-lock.json"), &self.dir.join(lock))?;
        }
        Ok(())
    }

    /// What those who publish packages check.
    fn lint(&self) -> Done {
        let tarball = self.tarball.to_string_lossy();
        run(&mut self.tool("publint", &["run", &tarball, "--strict"]))?;
        // the module and the packs are files, not code
        let files = ["--exclude-entrypoints", "./lapor.wasm", "./packs/*"];
        // those who find the package from `require` in a page get the ES module, as bundlers expect
        let attw = [&[&*tarball, "--profile", "node16", "--ignore-rules", "cjs-resolves-to-esm"][..], &files].concat();
        output(&mut self.tool("attw", &attw)).map(|_| ())
    }

    /// Installs the package into one project and runs its test.
    fn project(&self, name: &str) -> Done {
        let dir = self.dir.join(name);
        let flags = ["--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--offline", "--silent"];
        run(program("npm").arg("install").args(flags).arg(&self.tarball).current_dir(&dir))?;
        let mut test = program("npm");
        test.args(["test", "--if-present", "--silent"]).current_dir(&dir);
        // an overlay, and the module in which `test.panic` panics
        test.env("LAPOR_MEDAN", root().join(c::PACK)).env("LAPOR_PANIC", root().join("target/npm/panic/lapor.wasm"));
        tell(name, &output(&mut test)?);
        Ok(())
    }

    fn tool(&self, name: &str, args: &[&str]) -> Command {
        let mut tool = program(&self.dir.join("node_modules/.bin").join(name).to_string_lossy());
        tool.args(args).current_dir(&self.dir);
        tool
    }
}

/// The steps of the README as written.
fn readme() -> Done {
    let script = format!("set -euo pipefail\n{}", steps(README)?);
    let printed = output(program("bash").args(["-c", &script]))?;
    if let Some(text) = EXPECTED.iter().find(|text| !printed.contains(**text)) {
        return Err(format!("{README}: its steps do not print {text:?}, but:\n{printed}"));
    }
    println!("   {README}: its steps work as written");
    Ok(())
}
