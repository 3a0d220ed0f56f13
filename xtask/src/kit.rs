//! The C tests (`tests/c`), built one way: against which library, with which flags, watched by which tool.

use crate::Done;
use crate::dist::copy;
use crate::files::{root, target};
use crate::run::{output, program, run};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The programs and what each is made of.
const PROGRAMS: [(&str, &[&str]); 4] = [
    ("runner", &["runner", "same", "sha256", "table"]),
    ("edges", &["edges", "table"]),
    ("threads", &["threads", "sha256", "table"]),
    ("fault", &["fault", "table"]),
];

const STRICT: [&str; 8] = ["-std=c11", "-g", "-O1", "-Wall", "-Wextra", "-Werror", "-pedantic", "-pthread"];

/// A way to build and to run.
pub(crate) struct Kit {
    name: &'static str,
    dir: PathBuf,
    under: &'static [&'static str],
    env: &'static [(&'static str, &'static str)],
}

/// What a tool is: the flags it compiles with, the command it runs under, its settings, and the faults it must see with what it says then.
pub(crate) struct Tool {
    pub(crate) name: &'static str,
    pub(crate) flags: &'static [&'static str],
    pub(crate) under: &'static [&'static str],
    pub(crate) env: &'static [(&'static str, &'static str)],
    pub(crate) faults: &'static [(&'static str, &'static str)],
}

/// No tool.
pub(crate) const PLAIN: Tool = Tool { name: "plain", flags: &[], under: &[], env: &[], faults: &[] };

impl Kit {
    /// Compiles the programs against the library, and lets the tool prove that it sees its faults.
    pub(crate) fn new(tool: &Tool, library: &Path) -> Result<Kit, String> {
        let dir = target().join("hosts/c").join(tool.name);
        std::fs::create_dir_all(&dir).map_err(|e| format!("{}: {e}", dir.display()))?;
        // under the name that its SONAME asks for (lapor-ffi/build.rs): so the exports are tested too
        let here = dir.join(format!("liblapor.so.{}", lapor_core::ABI));
        copy(library, &here)?;
        for (name, parts) in PROGRAMS {
            let mut gcc = program("gcc");
            gcc.args(STRICT).args(tool.flags).args(["-Iinclude", "-o"]).arg(dir.join(name));
            run(gcc.args(parts.iter().map(|part| root().join(format!("tests/c/{part}.c")))).arg(&here))?;
        }
        let kit = Kit { name: tool.name, dir, under: tool.under, env: tool.env };
        if !tool.faults.is_empty() {
            kit.proves(tool.faults)?;
        }
        Ok(kit)
    }

    fn command(&self, name: &str) -> Command {
        let file = self.dir.join(name);
        let mut command = match self.under {
            [] => program(&file.to_string_lossy()),
            [first, rest @ ..] => {
                let mut under = program(first);
                under.args(rest).arg(file);
                under
            }
        };
        command.env("LD_LIBRARY_PATH", &self.dir).envs(self.env.iter().copied());
        command
    }

    /// Runs one of the programs; what it says at the end is shown.
    pub(crate) fn run<S: AsRef<std::ffi::OsStr>>(&self, name: &str, args: &[S]) -> Done {
        let start = std::time::Instant::now();
        let said = output(self.command(name).args(args))?;
        let last = said.lines().last().unwrap_or_default();
        println!("   {name}, {}: {last} ({:.1} s)", self.name, start.elapsed().as_secs_f64());
        Ok(())
    }

    /// Each fault must end in the tool's own complaint, and no fault without one.
    fn proves(&self, faults: &[(&str, &str)]) -> Done {
        output(self.command("fault").arg("none"))?;
        for (fault, complaint) in faults {
            let done = self.command("fault").arg(fault).output().map_err(|e| format!("{}: {e}", self.name))?;
            let said = String::from_utf8_lossy(&done.stderr);
            if done.status.success() || !said.contains(complaint) {
                return Err(format!("{}: does not see the fault {fault:?} ({}):\n{said}", self.name, done.status));
            }
        }
        let names: Vec<&str> = faults.iter().map(|(fault, _)| *fault).collect();
        println!("   {}: sees {}", self.name, names.join(", "));
        Ok(())
    }
}
