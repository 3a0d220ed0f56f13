//! What may stand on the command line.

use crate::pack::args::{Coverage, Pack};
use clap::{Args as Group, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Triage of complaints for SP4N-LAPOR!, Indonesia's public-service complaint system.
#[derive(Debug, Parser)]
#[command(name = "lapor", version, about)]
pub(crate) struct Args {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Say of each complaint in a file what it is about, who receives it, why, and until when.
    ///
    /// Exit status: 0 every line was answered, 1 some lines were bad, 2 usage, pack or file error.
    Triage(Triage),
    /// Answer operations over JSON Lines: {"id","op","request"} in, the envelope with the id out.
    ///
    /// One answer for each line, in order, written as soon as no further line is waiting: fit for a long-lived child process.
    /// Exit status: 0 every answer was ok, 1 some were errors, 2 usage, pack or file error.
    Call(Call),
    /// Make, try, check and compare overlays: a region's own offices and rules.
    #[command(subcommand)]
    Pack(Pack),
    /// Say which regions of the country have an overlay in a folder, how old it is and how much of a government it names.
    ///
    /// Exit status: 0 every file is an overlay that the library accepts, 1 some are refused, 2 usage or file error.
    Coverage(Coverage),
}

/// Packs beside the built-in ones.
#[derive(Debug, Group)]
pub(crate) struct Packs {
    /// A pack or an overlay to add to the built-in ones; may be given again, the later one wins.
    #[arg(long = "pack", value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
}

/// A file of complaints, and what its lines need not say.
#[derive(Debug, Group)]
pub(crate) struct Reading {
    /// Complaints, JSON Lines or CSV; `-` is standard input.
    #[arg(value_name = "FILE", default_value = "-")]
    pub(crate) file: PathBuf,
    /// Region whose office works on the file, for lines that do not say it (code, such as 12.71).
    #[arg(long, value_name = "CODE")]
    pub(crate) jurisdiction: Option<String>,
    /// Moment of the triage, for lines that do not say it, such as 2026-11-23T09:00:00+07:00 [default: now, in WIB].
    #[arg(long, value_name = "INSTANT")]
    pub(crate) now: Option<String>,
    /// Form of the input [default: by the file's name, else by its first line].
    #[arg(long, value_enum)]
    pub(crate) input: Option<Form>,
}

/// `lapor triage`.
#[derive(Debug, Group)]
pub(crate) struct Triage {
    /// Packs.
    #[command(flatten)]
    pub(crate) packs: Packs,
    /// Complaints.
    #[command(flatten)]
    pub(crate) reading: Reading,
    /// How much a JSON answer carries, for lines that do not say it (table and CSV always show the first reason).
    #[arg(long, value_enum)]
    pub(crate) detail: Option<Detail>,
    /// Form of the output.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub(crate) format: Format,
    /// Width of the table in characters.
    #[arg(long, default_value_t = 160, value_parser = clap::value_parser!(u16).range(100..=1000))]
    pub(crate) width: u16,
}

/// `lapor call`.
#[derive(Debug, Group)]
pub(crate) struct Call {
    /// JSON Lines; `-` is standard input.
    #[arg(value_name = "FILE", default_value = "-")]
    pub(crate) file: PathBuf,
    /// Packs.
    #[command(flatten)]
    pub(crate) packs: Packs,
    /// Leave out the built-in villages: the engine then equals that of the C library.
    #[arg(long)]
    pub(crate) no_villages: bool,
    /// Write {"lapor":VERSION,"wire":1} first, or the error of a refused pack: a host then knows that it may ask.
    #[arg(long)]
    pub(crate) hello: bool,
}

/// How much an answer carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Detail {
    /// The decision.
    Brief,
    /// The decision, its evidence and the offices that were rejected.
    Full,
}

impl Detail {
    /// The name on the wire.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Detail::Brief => "brief",
            Detail::Full => "full",
        }
    }
}

/// Form of the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people: eight columns.
    Table,
    /// The library's answers, with `id` and `line` in front.
    Jsonl,
    /// The columns of a CSV input, and after them ours.
    Csv,
}

/// Form of the input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Form {
    /// One request or one complaint a line.
    Jsonl,
    /// A header and rows; comma, semicolon or tab.
    Csv,
}
