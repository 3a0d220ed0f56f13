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
    let refused = u64::from(!checked.accepted);
    print(checked, name, &mut io::stdout().lock())?;
    Ok(refused)
}

/// Prints a verdict: one line, then how routes end, then what was found.
fn print(checked: Checked, name: &str, out: &mut impl Write) -> io::Result<()> {
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
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_becomes_a_line_and_two_tables() {
        let answer = r#"{"accepted":false,"overlay":"id.12.71","counts":{"matters":2,"values":3,"regions":1,"dates":1,"routes":5},
            "outcomes":[{"outcome":"registered","reason":null,"count":4},{"outcome":"needs_triage","reason":"no_living_office","count":1}],
            "findings":[{"code":"x","severity":"block","path":"/exceptions/0","text":{"id":"tidak\ndipakai","en":"unused"},"params":{}}]}"#;
        let mut out = Vec::new();
        print(serde_json::from_str(answer).unwrap(), "medan.json", &mut out).unwrap();
        let said = String::from_utf8(out).unwrap();
        assert!(
            said.starts_with("medan.json: tidak diterima (matters 2, values 3, regions 1, dates 1, routes 5)\n"),
            "{said}"
        );
        assert!(said.contains("| needs_triage | no_living_office | 1    |"), "{said}");
        assert!(said.contains("| block | /exceptions/0 | x    | tidak dipakai |"), "{said}");
    }
}
