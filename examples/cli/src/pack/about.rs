//! `keterangan.csv`: which pack, which version, which region, who administers.

use super::csv::{Table, destroyed};
use super::faults::{Fault, Place};
use super::sheets::KEYS;
use lapor_core::{Engine, LookupRequest, RegionCode};
use std::collections::BTreeMap;

/// The cell with the value of an entry.
const VALUE: usize = 1;

/// The entries by the member they fill.
#[derive(Debug, Default)]
pub(super) struct About {
    values: BTreeMap<&'static str, String>,
    rows: BTreeMap<&'static str, u64>,
}

impl About {
    /// Reads the entries. One at fault is left out.
    pub(super) fn read(table: &Table, engine: &Engine, faults: &mut Vec<Fault>) -> Self {
        let mut about = About::default();
        for row in &table.rows {
            let [Some(key), value] = row.cells.as_slice() else { continue };
            let key = key.to_lowercase();
            let Some((_, member)) = KEYS.iter().find(|(name, _)| *name == key) else {
                let keys = KEYS.map(|(name, _)| name).join(", ");
                faults.push(table.cell(row.number, 0).fault("key_unknown", &[("keys", &keys)]));
                continue;
            };
            if let Some(first) = about.rows.get(member) {
                faults.push(table.cell(row.number, 0).fault("twice", &[("row", &first.to_string())]));
                continue;
            }
            about.rows.insert(member, row.number);
            let Some(value) = value else { continue };
            let place = table.cell(row.number, VALUE);
            match read(member, value, engine, place) {
                Ok(Some(value)) => _ = about.values.insert(member, value),
                Ok(None) => {}
                Err(fault) => faults.push(*fault),
            }
        }
        for (key, member) in KEYS {
            if is_required(member) && !about.rows.contains_key(member) {
                faults.push(Place::file(table.sheet.file).fault("key_missing", &[("key", key)]));
            }
        }
        about
    }

    /// The value of a member, if there is a good one.
    pub(super) fn value(&self, member: &str) -> Option<&str> {
        self.values.get(member).map(String::as_str)
    }

    /// The row of a member.
    pub(super) fn row(&self, member: &str) -> Option<u64> {
        self.rows.get(member).copied()
    }
}

fn is_required(member: &str) -> bool {
    member != "administrator"
}

/// Reads one value; a blank one that need not be there is none.
fn read(member: &str, value: &str, engine: &Engine, place: Place) -> Result<Option<String>, Box<Fault>> {
    let wrong = |code| Err(Box::new(place.clone().fault(code, &[])));
    if value.is_empty() {
        return if is_required(member) { wrong("required") } else { Ok(None) };
    }
    match member {
        "pack" => {
            let fits = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
            // it becomes the name of a file
            if value.starts_with('.') || !value.bytes().all(fits) {
                wrong("pack_id")
            } else {
                Ok(Some(value.to_owned()))
            }
        }
        "version" => {
            let version = value.replacen(',', ".", 1);
            let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
            match version.split_once('.') {
                Some((year, number)) if year.len() == 4 && digits(year) && digits(number) => Ok(Some(version)),
                _ => wrong("version"),
            }
        }
        "for" => region(value, engine, place).map(Some),
        _ => match destroyed(value) {
            Some(code) => wrong(code),
            None => Ok(Some(value.to_owned())),
        },
    }
}

/// A region as `12.71 Kota Medan` or `12.71`; `12,71` is what a spreadsheet with a decimal comma makes of it.
fn region(value: &str, engine: &Engine, place: Place) -> Result<String, Box<Fault>> {
    let (code, name) = value.split_once(' ').map_or((value, ""), |(code, name)| (code, name.trim()));
    let code = code.replace(',', ".");
    let Some(parsed) = RegionCode::parse(&code) else {
        let is_number = !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        let lost = name.is_empty() && (is_number || destroyed(&code).is_some());
        return Err(Box::new(place.fault(if lost { "excel_region" } else { "region" }, &[])));
    };
    let found = engine.region_lookup(&LookupRequest { code: Some(parsed), ..LookupRequest::default() });
    match found.ok().and_then(|list| list.regions.into_iter().next()) {
        Some(found) if !name.is_empty() && found.code == parsed && !found.name.eq_ignore_ascii_case(name) => {
            Err(Box::new(place.fault("region_name", &[("name", &found.name)])))
        }
        // what the code is, the library says
        _ => Ok(code),
    }
}
