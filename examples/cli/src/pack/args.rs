//! What may stand behind `lapor pack` and `lapor coverage`.

use crate::args::{Form, Packs};
use clap::{Args as Group, Subcommand, ValueEnum};
use lapor_core::message::Text;
use std::path::PathBuf;

/// `lapor pack`.
#[derive(Debug, Subcommand)]
pub(crate) enum Pack {
    /// Write a folder of CSV sheets, prefilled with the offices that the region usually has.
    New(New),
    /// Make one overlay of a folder of CSV sheets; every fault is named by file, row and column.
    ///
    /// Exit status: 0 the overlay was written, 1 the sheets have faults, 2 usage or file error.
    Build(Build),
    /// Show which complaints of a file would go to another office with an overlay. No word of a complaint is shown.
    ///
    /// Exit status: 0 every line was answered, 1 some lines were bad, 2 usage, pack or file error.
    Try(Try),
    /// Check overlays, or without one all loaded packs, over every matter, region and day on which a rule changes.
    ///
    /// Exit status: 0 accepted, 1 not accepted, 2 usage, pack or file error.
    Check(Check),
    /// Show which rules and which receivers differ between two overlays, or between none and one.
    ///
    /// Exit status: 0 compared, 1 an overlay was not accepted, 2 usage, pack or file error.
    #[command(override_usage = "lapor pack diff [OPTIONS] [BEFORE] <AFTER>")]
    Diff(Diff),
}

/// `lapor pack new`.
#[derive(Debug, Group)]
pub(crate) struct New {
    /// Code of a province, regency or city, such as 12.71.
    #[arg(value_name = "CODE")]
    pub(crate) region: String,
    /// Folder to write; it must not exist or be empty [default: the pack's id, such as id.12.71].
    #[arg(value_name = "DIR")]
    pub(crate) folder: Option<PathBuf>,
    /// Write the sheets of this overlay instead of the usual offices.
    #[arg(long, value_name = "OVERLAY")]
    pub(crate) from: Option<PathBuf>,
}

/// `lapor pack build`.
#[derive(Debug, Group)]
pub(crate) struct Build {
    /// Folder with the sheets.
    #[arg(value_name = "DIR")]
    pub(crate) folder: PathBuf,
    /// Overlay to write; `-` is standard output [default: the pack's id and .json, here].
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Language of the faults.
    #[arg(long, value_enum, default_value_t = Lang::Id)]
    pub(crate) lang: Lang,
}

/// `lapor pack try`.
#[derive(Debug, Group)]
pub(crate) struct Try {
    /// Overlay to try.
    #[arg(value_name = "OVERLAY")]
    pub(crate) overlay: PathBuf,
    /// Complaints, JSON Lines or CSV as for `lapor triage`; `-` is standard input.
    #[arg(value_name = "FILE", default_value = "-")]
    pub(crate) file: PathBuf,
    /// Packs that hold both before and after.
    #[command(flatten)]
    pub(crate) packs: Packs,
    /// Region whose office works on the file, for lines that do not say it.
    #[arg(long, value_name = "CODE")]
    pub(crate) jurisdiction: Option<String>,
    /// Moment of the triage, for lines that do not say it [default: now, in WIB].
    #[arg(long, value_name = "INSTANT")]
    pub(crate) now: Option<String>,
    /// Form of the input [default: by the file's name, else by its first line].
    #[arg(long, value_enum)]
    pub(crate) input: Option<Form>,
}

/// `lapor pack check`.
#[derive(Debug, Group)]
pub(crate) struct Check {
    /// Overlays to check, each for itself; none: all loaded packs, which takes seconds.
    #[arg(value_name = "OVERLAY")]
    pub(crate) overlays: Vec<PathBuf>,
    /// Packs to check against.
    #[command(flatten)]
    pub(crate) packs: Packs,
}

/// `lapor pack diff`.
#[derive(Debug, Group)]
pub(crate) struct Diff {
    /// Overlay before (may be left out: none) and overlay after.
    #[arg(value_name = "OVERLAY", num_args = 1..=2, required = true)]
    pub(crate) overlays: Vec<PathBuf>,
    /// Moment for which routes are compared [default: now, in WIB].
    #[arg(long, value_name = "INSTANT")]
    pub(crate) now: Option<String>,
    /// Packs under both.
    #[command(flatten)]
    pub(crate) packs: Packs,
}

/// `lapor coverage`.
#[derive(Debug, Group)]
pub(crate) struct Coverage {
    /// Folder with overlays (*.json).
    #[arg(value_name = "DIR")]
    pub(crate) folder: PathBuf,
    /// Form of the output.
    #[arg(long, value_enum, default_value_t = CoverageFormat::Table)]
    pub(crate) format: CoverageFormat,
}

/// Form of the output of `lapor coverage`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum CoverageFormat {
    /// For people.
    Table,
    /// One JSON object.
    Json,
}

/// Language of what is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Lang {
    /// Indonesian.
    Id,
    /// English.
    En,
}

impl Lang {
    /// The half of a text in this language.
    pub(super) fn of(self, text: &Text) -> &str {
        match self {
            Lang::Id => &text.id,
            Lang::En => &text.en,
        }
    }
}
