//! `lapor coverage`: how much of the country has an overlay of its own, how old they are, and how much of a government each names.

use super::args::{Coverage, CoverageFormat};
use crate::stop::Stop;
use crate::table;
use lapor_core::complaint::Region;
use lapor_core::pack::{self, Overlay};
use lapor_core::{Engine, Error, RegionCode};
use serde::Serialize;
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// The whole answer.
#[derive(Debug, Serialize)]
struct Covered {
    provinces: Share,
    regencies: Share,
    packs: Vec<Row>,
    refused: Vec<Refused>,
}

/// So many of so many.
#[derive(Debug, Serialize)]
struct Share {
    covered: usize,
    of: usize,
}

/// One overlay.
#[derive(Debug, Serialize)]
struct Row {
    file: String,
    pack: String,
    #[serde(rename = "for")]
    region: String,
    name: String,
    level: u8,
    version: String,
    newest: Option<String>,
    offices: usize,
    types: Types,
    exceptions: usize,
    channels: usize,
    words: usize,
}

/// How many of the general types that a region of this level usually has are named; 0 of 0 for a region without a government of its own.
#[derive(Debug, Serialize)]
struct Types {
    registered: usize,
    of: usize,
}

/// A file that the library refuses.
#[derive(Debug, Serialize)]
struct Refused {
    file: String,
    #[serde(flatten)]
    error: Error,
}

/// A file and what it holds.
struct File {
    name: String,
    bytes: Vec<u8>,
    overlay: Overlay,
}

/// Runs the command and says how many files are refused.
pub(crate) fn run(args: &Coverage) -> Result<u64, Stop> {
    let engine = Engine::embedded().map_err(Stop::Engine)?;
    let (files, refused) = accepted(read(&args.folder)?);
    for Refused { file, error } in &refused {
        let text = error.text();
        let (code, path) = (error.code().as_str(), error.path());
        let _ = writeln!(io::stderr(), "lapor: {file}: {code} {path:?}: {} | {}", text.id, text.en);
    }
    let with: BTreeSet<RegionCode> = files.iter().map(|file| file.overlay.region).collect();
    // who has no government of its own is served by the region above
    let governing = |code: RegionCode| if engine.has_government(code) { Some(code) } else { code.parent() };
    let share = |level: u8| {
        let regions = engine.regions_of_level(level);
        let is_covered = |region: &&Region| governing(region.code).is_some_and(|code| with.contains(&code));
        Share { covered: regions.iter().filter(is_covered).count(), of: regions.len() }
    };
    let covered = Covered {
        provinces: share(1),
        regencies: share(2),
        packs: files.iter().map(|file| row(&engine, file)).collect(),
        refused,
    };
    print(&covered, args.format)?;
    Ok(u64::try_from(covered.refused.len()).unwrap_or(u64::MAX))
}

/// The JSON files of a folder, by name.
fn read(folder: &Path) -> Result<Vec<(String, Vec<u8>)>, Stop> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(Stop::file(folder))? {
        let path = entry.map_err(Stop::file(folder))?.path();
        if path.extension().is_some_and(|end| end == "json") {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            files.push((name, fs::read(&path).map_err(Stop::file(&path))?));
        }
    }
    files.sort();
    Ok(files)
}

/// The files that the library accepts, and those that it refuses. One engine is built with all; only a refusal costs another.
fn accepted(found: Vec<(String, Vec<u8>)>) -> (Vec<File>, Vec<Refused>) {
    let (mut files, mut refused) = (Vec::new(), Vec::new());
    for (name, bytes) in found {
        match pack::read_overlay(&bytes) {
            Ok(overlay) => files.push(File { name, bytes, overlay }),
            Err(error) => refused.push(Refused { file: name, error }),
        }
    }
    while let Err(error) = files.iter().fold(Engine::builder(), |builder, file| builder.pack(&file.bytes)).build() {
        let number = error.path().split('/').nth(2).and_then(|number| number.parse::<usize>().ok());
        let Some(number) = number.filter(|number| *number < files.len()) else { break };
        let file = files.remove(number).name;
        let path = error.path().split('/').skip(3).map(|part| format!("/{part}")).collect::<String>();
        let same =
            error.params().iter().fold(Error::new(error.code(), path), |e, (name, value)| e.with(name, value.clone()));
        refused.push(Refused { file, error: same });
    }
    refused.sort_by(|a, b| a.file.cmp(&b.file));
    (files, refused)
}

/// What is told of one overlay.
fn row(engine: &Engine, file: &File) -> Row {
    let overlay = &file.overlay;
    let days = |from, until| [from, until].into_iter().flatten();
    let newest = overlay
        .offices
        .iter()
        .flat_map(|office| days(office.from, office.until))
        .chain(overlay.exceptions.iter().flat_map(|exception| days(exception.from, exception.until)))
        .chain(overlay.channels.iter().flat_map(|channel| days(channel.from, channel.until)))
        .max();
    // an office of another owner is none of this government's
    let own = overlay.offices.iter().filter(|office| !office.id.contains('/'));
    let named: BTreeSet<&String> = own.flat_map(|office| std::iter::once(&office.kind).chain(&office.also)).collect();
    let usual = engine.usual_offices(overlay.region).unwrap_or_default();
    let regions = engine.regions_of_level(overlay.region.level());
    let name = regions.into_iter().find(|region| region.code == overlay.region).map(|region| region.name);
    Row {
        file: file.name.clone(),
        pack: overlay.pack.clone(),
        region: overlay.region.to_string(),
        name: name.unwrap_or_default(),
        level: overlay.region.level(),
        version: overlay.version.clone(),
        newest: newest.map(|day| day.to_string()),
        offices: overlay.offices.len(),
        types: Types {
            registered: usual.iter().filter(|office| named.contains(&office.kind)).count(),
            of: usual.len(),
        },
        exceptions: overlay.exceptions.len(),
        channels: overlay.channels.len(),
        words: overlay.words.len(),
    }
}

fn print(covered: &Covered, format: CoverageFormat) -> Result<(), Stop> {
    let mut out = io::stdout().lock();
    if format == CoverageFormat::Json {
        let text = serde_json::to_string_pretty(covered).map_err(io::Error::from)?;
        writeln!(out, "{text}")?;
        return Ok(());
    }
    let rows = covered.packs.iter().map(|row| {
        let Types { registered, of } = row.types;
        let share = (registered * 100).checked_div(of).map_or_else(|| "-".to_owned(), |share| format!("{share}%"));
        vec![
            format!("{} {}", row.region, row.name),
            row.pack.clone(),
            row.version.clone(),
            row.newest.clone().unwrap_or_else(|| "-".to_owned()),
            row.offices.to_string(),
            format!("{registered} dari {of} ({share})"),
            row.exceptions.to_string(),
            row.channels.to_string(),
            row.words.to_string(),
        ]
    });
    let titles = [
        "wilayah",
        "paket",
        "versi",
        "tanggal terbaru",
        "perangkat daerah",
        "jenis yang lazim",
        "pengecualian",
        "kanal",
        "kata",
    ];
    write!(out, "{}", table::plain(&titles, &rows.collect::<Vec<_>>()))?;
    for (what, Share { covered, of }) in [("provinsi", &covered.provinces), ("kabupaten dan kota", &covered.regencies)]
    {
        let tenths = (covered * 1000).checked_div(*of).unwrap_or_default();
        writeln!(out, "{what}: {covered} dari {of} ({},{}%)", tenths / 10, tenths % 10)?;
    }
    Ok(())
}
