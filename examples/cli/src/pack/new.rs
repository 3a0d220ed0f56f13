//! `lapor pack new`: a folder of sheets for a region, prefilled with the offices that such a region usually has, or with an overlay's rows.

use super::args::New;
use super::build;
use super::cell;
use super::csv;
use super::folder::{self, Files, README};
use super::sheets::{ABOUT, KEYS, LISTS, SOURCES, Sheet};
use crate::dates;
use crate::stop::Stop;
use lapor_core::{Engine, Error, ErrorCode, LookupRequest, RegionCode, RegionDetail, pack};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

/// What the person reads first.
const TEXT: &str = include_str!("baca-dulu.txt");
/// Source of the usual offices, until somebody has looked at them.
const USUAL: (&str, &str) =
    ("umum", "nama yang lazim menurut PP 18/2016, belum diperiksa; ganti dengan Perda daerah ini");

/// Runs the command.
pub(super) fn run(args: &New) -> Result<u64, Stop> {
    let engine = Engine::embedded().map_err(Stop::Engine)?;
    let region = region(&engine, &args.region)?;
    let overlay = match &args.from {
        Some(from) => of_overlay(from, &region)?,
        None => usual(&engine, &region)?,
    };
    let files = files(&overlay, &region).ok_or_else(|| unsayable(args, ""))?;
    if let Some(from) = &args.from {
        proof(args, &files, &fs::read(from).map_err(Stop::file(from))?)?;
    }
    let id = overlay.get("pack").and_then(Value::as_str).unwrap_or_default();
    let folder = args.folder.clone().unwrap_or_else(|| PathBuf::from(id));
    folder::write(&folder, &files)?;
    Ok(0)
}

/// The living region of a code.
fn region(engine: &Engine, code: &str) -> Result<RegionDetail, Stop> {
    let refused = |error: Error| Stop::Region(code.to_owned(), error);
    let parsed = RegionCode::parse(code)
        .ok_or_else(|| refused(Error::new(ErrorCode::BadValue, "").with("expected", "want_region_code")))?;
    let request = LookupRequest { code: Some(parsed), ..LookupRequest::default() };
    let found = engine.region_lookup(&request).map_err(refused)?;
    let Some(region) = found.regions.into_iter().next() else {
        return Err(refused(Error::new(ErrorCode::NotFound, "").with("expected", "want_living_region")));
    };
    if region.code != parsed {
        let today = format!("{} {}", region.code, region.name);
        return Err(refused(Error::new(ErrorCode::BadValue, "").with("expected", today)));
    }
    Ok(region)
}

/// An overlay of the offices that the region usually has.
fn usual(engine: &Engine, region: &RegionDetail) -> Result<Value, Stop> {
    let code = region.code.to_string();
    let usual = engine.usual_offices(region.code).map_err(|error| Stop::Region(code.clone(), error))?;
    let (source, meaning) = USUAL;
    let own = |id: &str| id.rsplit('/').next().unwrap_or_default().to_owned();
    let administrator =
        engine.usual_administrator(region.code).filter(|office| usual.iter().any(|o| o.id == office.id));
    let offices = usual
        .iter()
        .map(|office| json!({"id": own(&office.id), "type": office.kind, "name": office.name, "source": source}));
    let year: String = dates::now().chars().take(4).collect();
    Ok(json!({
        "pack": format!("id.{code}"),
        "version": format!("{year}.1"),
        "for": code,
        "sources": {source: meaning},
        "administrator": administrator.map(|office| own(&office.id)),
        "offices": offices.collect::<Vec<_>>(),
    }))
}

/// The overlay of a file, if it is for that region.
fn of_overlay(from: &Path, region: &RegionDetail) -> Result<Value, Stop> {
    let bytes = fs::read(from).map_err(Stop::file(from))?;
    let refused = |error| Stop::Pack(from.to_owned(), error);
    let overlay = pack::read_overlay(&bytes).map_err(refused)?;
    if overlay.region != region.code {
        let error = Error::new(ErrorCode::BadValue, "/for").with("expected", region.code.to_string());
        return Err(refused(error));
    }
    serde_json::from_slice(&bytes).map_err(|_| refused(Error::new(ErrorCode::BadJson, "")))
}

/// The sheets of an overlay; none if a value fits into no cell.
fn files(overlay: &Value, region: &RegionDetail) -> Option<Files> {
    let mut files = Files::new();
    let mut put = |sheet: &Sheet, rows: &[Vec<String>]| {
        files.insert(sheet.file.to_owned(), csv::write(sheet, rows).into_bytes());
    };
    let text = |member: &str| overlay.get(member).and_then(Value::as_str).unwrap_or_default().to_owned();
    let about = KEYS.map(|(key, member)| {
        // code and name together are nothing that a spreadsheet calculates with
        let value = if member == "for" { format!("{} {}", region.code, region.name) } else { text(member) };
        vec![key.to_owned(), value]
    });
    put(&ABOUT, &about);
    let sources = overlay.get("sources").and_then(Value::as_object).into_iter().flatten();
    let sources: Option<Vec<_>> = sources.map(|(id, text)| Some(vec![id.clone(), text.as_str()?.to_owned()])).collect();
    put(&SOURCES, &sources?);
    for sheet in &LISTS {
        let items = overlay.get(sheet.member).and_then(Value::as_array).into_iter().flatten();
        let rows = items.map(|item| {
            let cells = sheet
                .columns
                .iter()
                .map(|column| cell::write(column.kind, item.get(column.member).unwrap_or(&Value::Null)));
            cells.collect::<Option<Vec<_>>>()
        });
        put(sheet, &rows.collect::<Option<Vec<_>>>()?);
    }
    let read_me = TEXT.replace("{wilayah}", &region.name).replace('\n', "\r\n");
    files.insert(README.to_owned(), format!("\u{feff}{read_me}").into_bytes());
    Some(files)
}

/// Proves that the sheets say all that the overlay says: built again they must give the same.
fn proof(args: &New, files: &Files, overlay: &[u8]) -> Result<(), Stop> {
    let draft = build::draft(files)?;
    if let Some(fault) = draft.faults.first() {
        return Err(unsayable(args, &fault.line(super::args::Lang::Id)));
    }
    let again = pack::read_overlay(draft.overlay.to_string().as_bytes());
    if again.ok() == pack::read_overlay(overlay).ok() { Ok(()) } else { Err(unsayable(args, "")) }
}

/// The overlay says something that has no place in the sheets.
fn unsayable(args: &New, fault: &str) -> Stop {
    Stop::Unsayable(args.from.clone().unwrap_or_default(), fault.to_owned())
}
