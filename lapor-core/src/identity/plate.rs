//! Number plates of vehicles: letters of the region, one to four digits, up to three letters.

use super::{Checked, Notes, Numbers, Verdict, plain};
use crate::complaint::{Region, RegionCode};
use crate::message::Params;
use crate::pack::PlateRow;
use crate::region::Regions;
use serde::Serialize;

/// The parts of a plate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[doc(alias = "nomor polisi")]
pub struct Plate {
    /// Letters of the region.
    pub prefix: String,
    /// Digits.
    pub number: String,
    /// Letters behind them.
    pub suffix: String,
    /// Where the prefix is used, in Indonesian.
    pub area: Option<String>,
    /// Provinces of it, by code.
    pub regions: Vec<Region>,
}

/// Checks a number plate; letter case does not count. The findings stand at `path`.
#[must_use]
pub fn plate(value: &str, path: &str, tables: &Numbers, regions: &Regions) -> Checked<Plate> {
    let mut notes = Notes::at(path);
    let written = plain(value);
    let Some((prefix, number, suffix)) = parts(&written) else {
        notes.add(Verdict::Impossible, "plate_form", Params::new());
        return notes.checked(None, None);
    };
    let row = tables.plate(prefix);
    if row.is_none() {
        notes.add(Verdict::Doubtful, "plate_prefix_unknown", Params::new());
    }
    let provinces = row.iter().flat_map(|row| &row.provinces);
    let parts = Plate {
        prefix: prefix.to_owned(),
        number: number.to_owned(),
        suffix: suffix.to_owned(),
        area: row.map(|row| row.area.clone()),
        regions: provinces.filter_map(|code| regions.get(RegionCode::parse(&format!("{code:02}"))?)).collect(),
    };
    let mut value = format!("{prefix} {number}");
    if !suffix.is_empty() {
        value.push(' ');
        value.push_str(suffix);
    }
    notes.checked(Some(value), Some(parts))
}

/// Prefix, number and suffix of a plate in capitals without blanks.
fn parts(written: &str) -> Option<(&str, &str, &str)> {
    let (prefix, rest) = written.split_at_checked(written.find(|c: char| c.is_ascii_digit())?)?;
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (number, suffix) = rest.split_at_checked(end)?;
    let letters = |part: &str| part.chars().all(|c| c.is_ascii_uppercase());
    let fits = (1..=2).contains(&prefix.len()) && letters(prefix) && number.len() <= 4 && !number.starts_with('0');
    (fits && suffix.len() <= 3 && letters(suffix)).then_some((prefix, number, suffix))
}

impl Numbers {
    /// The row of a prefix.
    fn plate(&self, prefix: &str) -> Option<&PlateRow> {
        self.plates.iter().find(|row| row.prefix == prefix)
    }

    /// True if number plates begin with these letters, whatever their case.
    #[must_use]
    pub fn has_plate(&self, prefix: &str) -> bool {
        place(prefix).is_some_and(|(row, bit)| self.plate_letters.get(row).is_some_and(|bits| bits >> bit & 1 == 1))
    }
}

/// The bits of all prefixes.
pub(super) fn letters(plates: &[PlateRow]) -> [u32; 26] {
    let mut out = [0; 26];
    for (row, bit) in plates.iter().filter_map(|plate| place(&plate.prefix)) {
        if let Some(bits) = out.get_mut(row) {
            *bits |= 1 << bit;
        }
    }
    out
}

/// Row and bit of a prefix of one or two letters.
fn place(prefix: &str) -> Option<(usize, u8)> {
    let nth = |b: u8| (b | 0x20).checked_sub(b'a').filter(|n| *n < 26);
    match *prefix.as_bytes() {
        [one] => Some((usize::from(nth(one)?), 0)),
        [one, two] => Some((usize::from(nth(one)?), nth(two)? + 1)),
        _ => None,
    }
}
