//! The command `lapor`: the library for people with files and for hosts without a C interface.
//!
//! - `lapor triage` reads complaints (JSON Lines or CSV) and prints for each what it is about, who receives it and until when.
//! - `lapor call` answers any operation, one JSON object a line in and one a line out. A host may keep it running as a child.
//! - `lapor pack` makes overlays from spreadsheets, tries, checks and compares them; `lapor coverage` counts those of the country.
//!
//! Complaints are read one line at a time, whatever the size of the file. The command is a host in the sense of the
//! library: it owns the clock, the files and the screen; every rule is in `lapor-core`.

mod args;
mod call;
mod columns;
mod dates;
mod envelope;
mod input;
mod json;
mod pack;
mod packs;
mod reading;
mod row;
mod rows;
mod sink;
mod stop;
mod summary;
mod table;
mod triage;

use args::{Args, Command};
use clap::Parser;
use std::io::Write;
use std::process::ExitCode;

/// Exit status when every line was answered.
const FINE: u8 = 0;
/// Exit status when some lines could not be read; the others were answered.
const SOME_BAD: u8 = 1;
/// Exit status when the work could not start or go on: usage, pack, file (clap's own status for usage, too).
const STOPPED: u8 = 2;

fn main() -> ExitCode {
    let result = match Args::parse().command {
        Command::Triage(args) => triage::run(&args),
        Command::Call(args) => call::run(&args),
        Command::Pack(args) => pack::run(&args),
        Command::Coverage(args) => pack::coverage::run(&args),
    };
    ExitCode::from(match result {
        Ok(0) => FINE,
        Ok(_) => SOME_BAD,
        // The reader of our output (`| head`) has enough: no fault of anybody.
        Err(stop) if stop.is_closed_pipe() => FINE,
        Err(stop) => {
            let _ = writeln!(std::io::stderr(), "lapor: {stop}");
            STOPPED
        }
    })
}
