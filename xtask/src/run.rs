//! Running other programs, from the root of the repository.

use crate::Done;
use crate::files::root;
use std::process::{Command, Stdio};

/// A cargo command.
pub(crate) fn cargo(args: &[&str]) -> Command {
    let mut command = program(&std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()));
    command.args(args);
    command
}

/// Another program.
pub(crate) fn program(name: &str) -> Command {
    let mut command = Command::new(name);
    command.current_dir(root());
    command
}

/// Runs it; what it prints is shown.
pub(crate) fn run(command: &mut Command) -> Done {
    let shown = shown(command);
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{shown}: {status}")),
        Err(e) => Err(format!("{shown}: cannot be started ({e}); is it installed?")),
    }
}

/// Installs Debian's packages unless the shell finds with `there` that everything is there already.
pub(crate) fn provide(there: &str, packages: &str) -> Done {
    let found = program("sh").args(["-c", there]).output().map_err(|e| format!("sh: {e}"))?;
    if found.status.success() {
        return Ok(());
    }
    let install = "apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends";
    run(program("sh").args(["-c", &format!("{install} {packages}")]))
}

/// Runs it and gives back what it prints to standard output.
pub(crate) fn output(command: &mut Command) -> Result<String, String> {
    let shown = shown(command);
    let done = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|e| format!("{shown}: cannot be started ({e}); is it installed?"))?;
    let printed = String::from_utf8_lossy(&done.stdout).into_owned();
    if done.status.success() { Ok(printed) } else { Err(format!("{shown}: {}\n{printed}", done.status)) }
}

fn shown(command: &Command) -> String {
    let name =
        std::path::Path::new(command.get_program()).file_name().unwrap_or_default().to_string_lossy().into_owned();
    let args: Vec<_> = command.get_args().map(|a| a.to_string_lossy()).collect();
    format!("{name} {}", args.join(" "))
}
