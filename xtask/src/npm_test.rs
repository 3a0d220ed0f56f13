//! `cargo xtask npm-test`: the package as it is packed, in little projects of their own (tests/npm), in Node and in Chromium, and once in Deno and
//! in Bun.
//!
//! Each folder is a project that installs the tarball and runs its own `npm test`, as is the service in examples/node; the pages that they make
//! are opened afterwards.

use crate::Done;
use crate::c;
use crate::dist::{copy, steps};
use crate::files::{below, root};
use crate::run::{output, program, provide, run};
use crate::{hosts, npm, wasm, web_test};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The service, a project as the others are.
const EXAMPLE: &str = "examples/node";

/// What the steps of each README must print.
const READMES: [(&str, &[&str]); 2] = [
    (
        "lapor-wasm/npm/README.md",
        &[
            "Lampu penerangan jalan umum padam",
            "Medan Denai",
            "Dinas Perhubungan Kota Medan - 2026-11-26",
            "start-up ",
            "\ntriage ",
            "\ncall ",
            "\nmemory ",
        ],
    ),
    (
        "examples/node/README.md",
        &[
            "HTTP/1.1 201 Created",
            "\"lead\":{\"id\":\"12.71/dishub\"",
            "{\"findings\":[{\"code\":\"incident_date_missing\"",
            "{\"error\":{\"code\":\"unknown_field\",\"path\":\"/titel\"",
            "\",\"complaint\":{\"title\":\"Lampu jalan padam\",\"content\":\"Lampu jalan padam di Medan Denai sejak dua minggu. Hubungi \
             saya di [NOMOR TELEPON DISENSOR].\"",
        ],
    ),
];

/// All of it.
pub(crate) fn check() -> Done {
    let tests = Tests::new()?;
    wasm::build_with_panic()?;
    provide("command -v curl", "curl")?;
    tests.lint()?;
    for project in projects()? {
        tests.project(&project)?;
    }
    tests.project("service")?;
    tell("pages", &output(&mut tests.node_test("browser.test.js"))?);
    tell("what is wrong on purpose, in Node and Chromium", &output(&mut tests.node_test("hostile.test.js"))?);
    tests.others()?;
    for (place, entry) in [("Node", "node-esm/node_modules/lapor/node.js"), ("Chromium", "in-chromium.js")] {
        let mut runner = program("node");
        runner.arg("tests/node/runner.mjs").args(hosts::arguments()?).env("LAPOR_NODE", tests.dir.join(entry));
        println!("   vectors in {place}: {}", output(&mut runner)?.trim());
    }
    READMES.iter().try_for_each(|(readme, expected)| follow(readme, expected))?;
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

/// Of what Node's test runner prints, how many tests passed and the times that they noted.
pub(crate) fn tell(name: &str, printed: &str) {
    let passed = printed.lines().find_map(|line| line.strip_prefix("# pass "));
    println!("   {name}: {}", passed.map_or("passed".to_owned(), |tests| format!("{tests} tests passed")));
    printed
        .lines()
        .filter(|line| line.contains(": ready ") || line.contains(" µs"))
        .for_each(|note| println!("   {note}"));
}

/// Where the tests run, with what they need beside them.
pub(crate) struct Tests {
    dir: PathBuf,
    tarball: PathBuf,
}

impl Tests {
    /// Packs the package, and lays out the projects with their tools and Chromium.
    pub(crate) fn new() -> Result<Tests, String> {
        let tests = Tests { dir: root().join("target/npm/tests"), tarball: npm::pack()? };
        provide("command -v chromium", "chromium")?;
        tests.lay_out()?;
        Ok(tests)
    }

    /// Where they are.
    pub(crate) fn dir(&self) -> &Path {
        &self.dir
    }

    /// Copies the projects, and installs the tools unless they are there.
    fn lay_out(&self) -> Done {
        let from = root().join("tests/npm");
        let lock = "node_modules/.lock";
        let same = std::fs::read(self.dir.join(lock)).ok() == std::fs::read(from.join("package-lock.json")).ok();
        for project in projects()?.iter().map(String::as_str).chain(["service"]) {
            let _ = std::fs::remove_dir_all(self.dir.join(project));
        }
        copy_tree(&from, &self.dir)?;
        copy_tree(&root().join(EXAMPLE), &self.dir.join("service"))?;
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

    /// Installs the package into one project.
    pub(crate) fn install(&self, name: &str) -> Done {
        let flags = ["--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--offline", "--silent"];
        run(program("npm").arg("install").args(flags).arg(&self.tarball).current_dir(self.dir.join(name)))
    }

    /// The same, and runs its test.
    fn project(&self, name: &str) -> Done {
        self.install(name)?;
        let mut test = self.told("npm");
        test.args(["test", "--if-present", "--silent"]).current_dir(self.dir.join(name));
        tell(name, &output(&mut test)?);
        Ok(())
    }

    /// The package in Deno and in Bun, where npm has installed them: neither has a program for every machine.
    fn others(&self) -> Done {
        let deno = ["run", "--quiet", "--no-lock", "--allow-read", "--allow-env", "--allow-net=127.0.0.1", "smoke.js"];
        for (name, args) in [("deno", &deno[..]), ("bun", &["smoke.js"])] {
            let there = self.tool(name, &["--version"]).output().is_ok_and(|done| done.status.success());
            if !there {
                println!("   {name}: skipped, it does not install here");
                continue;
            }
            let mut smoke = self.told(&self.bin(name));
            println!("   {name}: {}", output(smoke.args(args).current_dir(self.dir.join("others")))?.trim());
        }
        Ok(())
    }

    /// Node, running one of the tests beside the projects.
    fn node_test(&self, file: &str) -> Command {
        let mut node = self.told("node");
        node.args(["--test", file]);
        node
    }

    /// A program that is told of an overlay, and of the module in which `test.panic` panics.
    fn told(&self, name: &str) -> Command {
        let mut told = program(name);
        told.env("LAPOR_MEDAN", root().join(c::PACK)).env("LAPOR_PANIC", root().join("target/npm/panic/lapor.wasm"));
        told.current_dir(&self.dir);
        told
    }

    fn tool(&self, name: &str, args: &[&str]) -> Command {
        let mut tool = program(&self.bin(name));
        tool.args(args).current_dir(&self.dir);
        tool
    }

    fn bin(&self, name: &str) -> String {
        self.dir.join("node_modules/.bin").join(name).to_string_lossy().into_owned()
    }
}

/// Copies what is in a folder, but for what npm has installed there.
fn copy_tree(from: &Path, to: &Path) -> Done {
    for file in below(from, "")?.iter().filter(|file| !file.components().any(|part| part.as_os_str() == "node_modules"))
    {
        let to = to.join(file.strip_prefix(from).map_err(|e| e.to_string())?);
        let folder = to.parent().unwrap_or(&to);
        std::fs::create_dir_all(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
        copy(file, &to)?;
    }
    Ok(())
}

/// The steps of a README as written. What they leave running ends with them, also where one fails.
fn follow(readme: &str, expected: &[&str]) -> Done {
    let script = format!("set -euo pipefail\ntrap 'kill $(jobs -p) 2>/dev/null || true' EXIT\n{}", steps(readme)?);
    let printed = output(program("bash").args(["-c", &script]))?;
    if let Some(text) = expected.iter().find(|text| !printed.contains(**text)) {
        return Err(format!("{readme}: its steps do not print {text:?}, but:\n{printed}"));
    }
    println!("   {readme}: its steps work as written");
    Ok(())
}
