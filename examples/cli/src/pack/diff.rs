//! `lapor pack diff`: which rows and which receivers differ between two overlays.

use super::args::Diff;
use super::facade;
use crate::stop::Stop;
use crate::{dates, packs, table};
use serde::Deserialize;
use serde_json::{Value, json};
use std::io::{self, Write};

/// What the command reads of the answer of `pack.diff`.
#[derive(Debug, Deserialize)]
struct Compared {
    changes: Vec<Change>,
    routes: Vec<Route>,
    counts: Counts,
}

/// A row that differs.
#[derive(Debug, Deserialize)]
struct Change {
    path: String,
    kind: String,
}

/// A route that differs.
#[derive(Debug, Deserialize)]
struct Route {
    matter: String,
    discriminator: Option<Discriminator>,
    before: Option<String>,
    after: Option<String>,
}

/// A value of a discriminator.
#[derive(Debug, Deserialize)]
struct Discriminator {
    id: String,
    value: Option<String>,
}

/// How many routes were compared, and how many differ.
#[derive(Debug, Deserialize)]
struct Counts {
    routes: u64,
    changed: u64,
}

/// Runs the command; 1 if an overlay is not accepted.
pub(super) fn run(args: &Diff) -> Result<u64, Stop> {
    let engine = packs::engine(&args.packs)?;
    let mut overlays = Vec::new();
    for file in &args.overlays {
        overlays.push(facade::overlay(file)?);
    }
    // one file alone is what comes after none
    let after = overlays.pop().unwrap_or_default();
    let before = overlays.pop().unwrap_or(Value::Null);
    let now = args.now.clone().unwrap_or_else(dates::now);
    let name: Vec<_> = args.overlays.iter().map(|file| file.display().to_string()).collect();
    let request = json!({"before": before, "after": after, "now": now});
    let Some(compared) = facade::call::<Compared>(&engine, "pack.diff", &request, &name.join(" → ")) else {
        return Ok(1);
    };
    print(compared, &mut io::stdout().lock())?;
    Ok(0)
}

/// Prints the rows that differ, the receivers that differ, and how many that is of all.
fn print(compared: Compared, out: &mut impl Write) -> io::Result<()> {
    let rows: Vec<_> = compared.changes.into_iter().map(|change| vec![change.path, kind(&change.kind)]).collect();
    if !rows.is_empty() {
        write!(out, "{}", table::plain(&["isi paket", "perubahan"], &rows))?;
    }
    let none = || "-".to_owned();
    let rows = compared.routes.into_iter().map(|route| {
        let value =
            route.discriminator.map(|d| format!("{}={}", d.id, d.value.as_deref().unwrap_or("?"))).unwrap_or_default();
        vec![route.matter, value, route.before.unwrap_or_else(none), route.after.unwrap_or_else(none)]
    });
    let rows: Vec<_> = rows.collect();
    if !rows.is_empty() {
        write!(out, "{}", table::plain(&["pokok masalah", "bila", "sebelum", "sesudah"], &rows))?;
    }
    writeln!(out, "{} dari {} rute berubah", compared.counts.changed, compared.counts.routes)
}

/// A kind of change in Indonesian; one that is not known here as it stands.
fn kind(kind: &str) -> String {
    let known = [("added", "baru"), ("removed", "hilang"), ("changed", "berubah")];
    known.iter().find(|(code, _)| *code == kind).map_or(kind, |(_, word)| word).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_becomes_two_tables_and_a_line() {
        let answer = r#"{"changes":[{"path":"/exceptions/medan-pju","kind":"added"}],
            "routes":[{"matter":"pju","discriminator":null,"before":null,"after":"12.71/dishub"},
                      {"matter":"jalan-rusak","discriminator":{"id":"road_status","value":"kabkota"},"before":"12.71/a","after":"12.71/b"}],
            "counts":{"routes":9,"changed":2}}"#;
        let mut out = Vec::new();
        print(serde_json::from_str(answer).unwrap(), &mut out).unwrap();
        let said = String::from_utf8(out).unwrap();
        assert!(said.contains("| /exceptions/medan-pju | baru      |"), "{said}");
        assert!(said.contains("| jalan-rusak   | road_status=kabkota | 12.71/a | 12.71/b      |"), "{said}");
        assert!(said.contains("| pju           |                     | -       | 12.71/dishub |"), "{said}");
        assert!(said.ends_with("2 dari 9 rute berubah\n"), "{said}");
    }
}
