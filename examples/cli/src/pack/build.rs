//! `lapor pack build`: a folder of sheets in, one overlay out, or every fault by file, row and column.

use super::args::Build;
use super::draft::Draft;
use super::folder::{self, Files};
use super::layout;
use super::texts;
use super::verdict;
use crate::stop::Stop;
use lapor_core::Engine;
use serde_json::Value;
use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

/// Runs the command and says how many faults there are.
pub(super) fn run(args: &Build) -> Result<u64, Stop> {
    let files = folder::sheets(&args.folder)?;
    let draft = draft(&Engine::embedded().map_err(Stop::Engine)?, &files);
    let mut say = io::stderr().lock();
    if !draft.faults.is_empty() {
        for fault in &draft.faults {
            let _ = writeln!(say, "{}", fault.line(args.lang));
        }
        let count = draft.faults.len();
        let closing = texts::text("faulty", &[("count", &count.to_string())]);
        let _ = writeln!(say, "lapor: {}", args.lang.of(&closing));
        return Ok(u64::try_from(count).unwrap_or(u64::MAX));
    }
    let member = |name: &str| draft.overlay.get(name).and_then(Value::as_str).unwrap_or_default();
    let output = args.output.clone().unwrap_or_else(|| PathBuf::from(format!("{}.json", member("pack"))));
    let text = layout::text(&draft.overlay);
    if output.as_os_str() == "-" {
        io::stdout().write_all(text.as_bytes())?;
        return Ok(0);
    }
    fs::write(&output, text).map_err(Stop::written(&output))?;
    let count = |name: &str| draft.overlay.get(name).and_then(Value::as_array).map_or(0, Vec::len).to_string();
    let params = [
        ("pack", member("pack")),
        ("region", member("for")),
        ("offices", &count("offices")),
        ("exceptions", &count("exceptions")),
        ("channels", &count("channels")),
        ("holidays", &count("calendar")),
        ("words", &count("words")),
        ("file", &output.display().to_string()),
    ];
    let _ = writeln!(say, "lapor: {}", args.lang.of(&texts::text("built", &params)));
    Ok(0)
}

/// The overlay of a folder with all its faults, by file, row and column.
pub(super) fn draft(engine: &Engine, files: &Files) -> Draft {
    let mut draft = Draft::read(files, engine);
    if draft.is_legible {
        verdict::ask(&mut draft);
    }
    draft.faults.sort_by(|a, b| a.place.cmp(&b.place));
    draft
}
