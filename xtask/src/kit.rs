//! The C tests (`tests/c`), built one way: against which library, with which flags, watched by which tool.

use crate::Done;
use crate::dist::copy;
use crate::files::{below, root, target};
use crate::run::{output, program, run};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// The programs and what each is made of.
const PROGRAMS: [(&str, &[&str]); 5] = [
    ("runner", &["runner", "same", "sha256", "table"]),
    ("edges", &["edges", "table"]),
    ("threads", &["threads", "sha256", "table"]),
    ("fault", &["fault", "table"]),
    ("memory", &["memory", "table"]),
];

const STRICT: [&str; 8] = ["-std=c11", "-g", "-O1", "-Wall", "-Wextra", "-Werror", "-pedantic", "-pthread"];

/// What watches the programs.
pub(crate) struct Tool {
    pub(crate) name: &'static str,
    /// What the C tests are compiled with.
    pub(crate) flags: &'static [&'static str],
    /// What the programs run under.
    pub(crate) under: &'static [&'static str],
    pub(crate) env: &'static [(&'static str, &'static str)],
    /// The faults of `tests/c/fault.c` that it must see, and what it says then.
    pub(crate) faults: &'static [(&'static str, &'static str)],
}

/// Nothing.
pub(crate) const PLAIN: Tool = Tool { name: "plain", flags: &[], under: &[], env: &[], faults: &[] };

/// The C tests under a tool.
pub(crate) struct Kit {
    tool: &'static Tool,
    dir: PathBuf,
}

impl Kit {
    /// Compiles the programs against the library, and lets the tool prove that it sees its faults. With a runtime (a static library) the
    /// programs take the tool from there, not from the C compiler: it is that of the compiler which made the library.
    pub(crate) fn new(tool: &'static Tool, library: &Path, runtime: Option<&Path>) -> Result<Kit, String> {
        let dir = target().join("hosts/c").join(tool.name);
        std::fs::create_dir_all(&dir).map_err(|e| format!("{}: {e}", dir.display()))?;
        // under the name that its SONAME asks for (lapor-ffi/build.rs): so the exports are tested too
        let here = dir.join(format!("liblapor.so.{}", lapor_core::ABI));
        copy(library, &here)?;
        let object = |part: &str| dir.join(format!("{part}.o"));
        for source in below(&root().join("tests/c"), ".c")? {
            let part = source.file_stem().unwrap_or_default().to_string_lossy();
            let mut gcc = program("gcc");
            gcc.args(STRICT).args(tool.flags).args(["-Iinclude", "-c", "-o"]).arg(object(&part));
            run(gcc.arg(&source))?;
        }
        for (name, parts) in PROGRAMS {
            let mut gcc = program("gcc");
            gcc.args(["-pthread", "-o"]).arg(dir.join(name)).args(parts.iter().map(|part| object(part)));
            match runtime {
                None => gcc.args(tool.flags).arg(&here),
                Some(archive) => {
                    gcc.args(["-rdynamic", "-Wl,--whole-archive"]).arg(archive).arg("-Wl,--no-whole-archive");
                    gcc.arg(&here).args(["-ldl", "-lrt", "-lm", "-lgcc_s"])
                }
            };
            run(&mut gcc)?;
        }
        let kit = Kit { tool, dir };
        if !tool.faults.is_empty() {
            kit.proves()?;
        }
        Ok(kit)
    }

    fn command(&self, name: &str) -> Command {
        let file = self.dir.join(name);
        let mut command = match self.tool.under {
            [] => program(&file.to_string_lossy()),
            [first, rest @ ..] => {
                let mut under = program(first);
                under.args(rest).arg(file);
                under
            }
        };
        command.env("LD_LIBRARY_PATH", &self.dir).envs(self.tool.env.iter().copied());
        command
    }

    /// Runs one of the programs; what it says at the end is shown.
    pub(crate) fn run<S: AsRef<OsStr>>(&self, name: &str, args: &[S]) -> Done {
        let start = Instant::now();
        let said = output(self.command(name).args(args))?;
        let last = said.lines().last().unwrap_or_default();
        println!("   {name}, {}: {last} ({:.1} s)", self.tool.name, start.elapsed().as_secs_f64());
        Ok(())
    }

    /// Each fault must end in the tool's own complaint, and no fault without one.
    fn proves(&self) -> Done {
        let name = self.tool.name;
        output(self.command("fault").arg("none"))?;
        for (fault, complaint) in self.tool.faults {
            let done = self.command("fault").arg(fault).output().map_err(|e| format!("{name}: {e}"))?;
            let said = String::from_utf8_lossy(&done.stderr);
            if done.status.success() || !said.contains(complaint) {
                return Err(format!("{name}: does not see the fault {fault:?} ({}):\n{said}", done.status));
            }
        }
        let seen: Vec<&str> = self.tool.faults.iter().map(|(fault, _)| *fault).collect();
        println!("   {name}: sees {}", seen.join(", "));
        Ok(())
    }
}
