//! `lapor pack check`: what the library says of overlays, or of all loaded packs.

use super::args::Check;
use super::facade;
use crate::envelope::Text;
use crate::packs;
use crate::row::clean;
use crate::stop::Stop;
use crate::table;
use lapor_core::Engine;
use serde::Deserialize;
use serde_json::{Value, json};
use std::io::{self, Write};

/// What the command reads of the answer of `pack.check`.
#[derive(Debug, Deserialize)]
struct Checked {
    accepted: bool,
    counts: serde_json::Map<String, Value>,
    outcomes: Vec<Outcome>,
    findings: Vec<Finding>,
}

/// How many routes end so.
#[derive(Debug, Deserialize)]
struct Outcome {
    outcome: String,
    reason: Option<String>,
    count: u64,
}

/// What was found.
#[derive(Debug, Deserialize)]
struct Finding {
    code: String,
    severity: String,
    path: String,
    text: Text,
}

/// Runs the command and says how many of the checks were not accepted.
pub(super) fn run(args: &Check) -> Result<u64, Stop> {
    let engine = packs::engine(&args.packs)?;
    if args.overlays.is_empty() {
        return one(&engine, &json!({}), "lapor");
    }
    let mut refused = 0;
    for file in &args.overlays {
        let request = json!({"overlay": facade::overlay(file)?});
        refused += one(&engine, &request, &file.display().to_string())?;
    }
    Ok(refused)
}

/// Runs one check and prints it; 1 if it is not accepted.
fn one(engine: &Engine, request: &Value, name: &str) -> Result<u64, Stop> {
    let Some(checked) = facade::call::<Checked>(engine, "pack.check", request, name) else { return Ok(1) };
    let mut out = io::stdout().lock();
    let verdict = if checked.accepted { "diterima" } else { "tidak diterima" };
    let counts: Vec<_> = checked.counts.iter().map(|(what, count)| format!("{what} {count}")).collect();
    writeln!(out, "{name}: {verdict} ({})", counts.join(", "))?;
    let rows = checked.outcomes.into_iter();
    let rows: Vec<_> = rows.map(|o| vec![o.outcome, o.reason.unwrap_or_default(), o.count.to_string()]).collect();
    if !rows.is_empty() {
        write!(out, "{}", table::plain(&["hasil", "alasan", "rute"], &rows))?;
    }
    let rows = checked.findings.into_iter();
    let rows: Vec<_> = rows.map(|f| vec![f.severity, f.path, f.code, clean(&f.text.id)]).collect();
    if !rows.is_empty() {
        write!(out, "{}", table::plain(&["bobot", "tempat", "kode", "temuan"], &rows))?;
    }
    Ok(u64::from(!checked.accepted))
}
