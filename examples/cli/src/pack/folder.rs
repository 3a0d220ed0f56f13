//! The files of a folder of sheets, in memory.

use super::faults::{Fault, Place};
use super::sheets;
use crate::stop::Stop;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// What a person should read before the sheets.
pub(super) const README: &str = "BACA-DULU.txt";

/// Names and bytes.
pub(super) type Files = BTreeMap<String, Vec<u8>>;

/// Reads every CSV file of a folder; other files are the person's own.
pub(super) fn read(folder: &Path) -> Result<Files, Stop> {
    let mut files = Files::new();
    for entry in fs::read_dir(folder).map_err(Stop::file(folder))? {
        let path = entry.map_err(Stop::file(folder))?.path();
        let is_csv = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("csv"));
        if let Some(name) = path.file_name().and_then(|name| name.to_str())
            && is_csv
            && !name.starts_with('.')
        {
            files.insert(name.to_owned(), fs::read(&path).map_err(Stop::file(&path))?);
        }
    }
    Ok(files)
}

/// Writes a folder that does not exist or is empty; nothing is overwritten.
pub(super) fn write(folder: &Path, files: &Files) -> Result<(), Stop> {
    if fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(Stop::Occupied(folder.to_owned()));
    }
    fs::create_dir_all(folder).map_err(Stop::written(folder))?;
    for (name, bytes) in files {
        let path = folder.join(name);
        let mut file = fs::File::create_new(&path).map_err(Stop::written(&path))?;
        std::io::Write::write_all(&mut file, bytes).map_err(Stop::written(&path))?;
    }
    Ok(())
}

/// The faults of the file names: a sheet that is missed, and a CSV file that no sheet is (a misspelt name must not be passed over).
pub(super) fn faults(files: &Files) -> Vec<Fault> {
    let missed = sheets::all().filter(|sheet| sheet.required && !files.contains_key(sheet.file));
    let mut faults: Vec<Fault> = missed.map(|sheet| Place::file(sheet.file).fault("file_missing", &[])).collect();
    let names = sheets::all().map(|sheet| sheet.file).collect::<Vec<_>>().join(", ");
    for name in files.keys().filter(|name| *name != README && sheets::all().all(|sheet| sheet.file != *name)) {
        faults.push(Place::file(name).fault("file_unknown", &[("names", &names)]));
    }
    faults
}
