//! `lapor pack`: overlays for people who work with spreadsheets.
//!
//! A folder of sheets ([`sheets`]) is read ([`csv`], [`cell`]) into a draft ([`draft`]), the library judges it ([`verdict`]), and one overlay
//! is written ([`layout`]). Every fault ([`faults`]) is named by the cell that a person can correct.

mod about;
pub(crate) mod args;
mod build;
mod cell;
mod check;
pub(crate) mod coverage;
mod csv;
mod diff;
mod draft;
mod facade;
mod faults;
mod folder;
mod layout;
mod new;
mod sheets;
mod texts;
mod trial;
mod verdict;

use crate::stop::Stop;
use args::Pack;

/// Runs the command and says how much is at fault.
pub(crate) fn run(args: &Pack) -> Result<u64, Stop> {
    match args {
        Pack::New(args) => new::run(args),
        Pack::Build(args) => build::run(args),
        Pack::Try(args) => trial::run(args),
        Pack::Check(args) => check::run(args),
        Pack::Diff(args) => diff::run(args),
    }
}
