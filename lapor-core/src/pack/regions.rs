//! The body of the pack `regions`: provinces, regencies, cities and districts, their other names and their past.

use super::columns::{self, Row, mark, values};
use serde::{Deserialize, Serialize};

/// Regions of levels 1 to 3, their other names and their past.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct RegionsPack {
    /// Six-digit codes in order, each as the difference to the one before (province 12 = 120000).
    pub code_steps: Vec<u32>,
    /// Names in the same order, one a line.
    pub names: String,
    /// Short names that are not the name without its kind word: index and name.
    pub short_names: Vec<(u32, String)>,
    /// Facts of levels 1 and 2, in code order.
    #[serde(with = "steps")]
    pub regencies: Vec<RegencyRow>,
    /// Other names.
    #[serde(with = "columns")]
    pub aliases: Vec<AliasRow>,
    /// Former codes and former names.
    #[serde(with = "columns")]
    pub former: Vec<FormerRow>,
}

/// Facts of a province, regency or city.
#[derive(Debug, Clone, PartialEq)]
pub struct RegencyRow {
    /// BPS code of 2023 or later; two digits are a province.
    pub bps: String,
    /// Hours from UTC: 7, 8 or 9.
    pub zone: u8,
    /// Centroid in millionths of a degree.
    pub lat: i32,
    /// Centroid in millionths of a degree.
    pub lng: i32,
}

/// Numbers as differences to the row before, column after column: neighbours lie near each other, and are numbered alike.
mod steps {
    use super::RegencyRow;
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser};

    pub(super) fn serialize<S: Serializer>(rows: &[RegencyRow], s: S) -> Result<S::Ok, S::Error> {
        let mut columns = [const { Vec::new() }; 4];
        let mut last = [0; 4];
        for row in rows {
            let bps: i32 = format!("{:0<4}", row.bps).parse().map_err(ser::Error::custom)?;
            let facts = [bps, i32::from(row.zone), row.lat, row.lng];
            for ((column, fact), last) in columns.iter_mut().zip(facts).zip(&mut last) {
                column.push(fact - *last);
                *last = fact;
            }
        }
        columns.concat().serialize(s)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(d: D) -> Result<Vec<RegencyRow>, D::Error> {
        let steps = Vec::<i32>::deserialize(d)?;
        let mut facts = [0_i32; 4];
        let rows = (0..steps.len() / 4).map(|row| {
            for (fact, step) in facts.iter_mut().zip(steps.iter().skip(row).step_by(steps.len() / 4)) {
                *fact = fact.checked_add(*step)?;
            }
            let [bps, zone, lat, lng] = facts;
            let bps = bps.to_string();
            let bps = bps.strip_suffix("00").unwrap_or(&bps).to_owned();
            Some(RegencyRow { bps, zone: u8::try_from(zone).ok()?, lat, lng })
        });
        let rows: Option<Vec<RegencyRow>> = rows.collect();
        rows.filter(|rows| rows.len() * 4 == steps.len()).ok_or_else(|| de::Error::custom("no table"))
    }
}

/// Another name of a region.
#[derive(Debug, Clone, PartialEq)]
pub struct AliasRow {
    /// The name, lower case.
    pub alias: String,
    /// Written codes.
    pub codes: Vec<String>,
    /// True if it is also an ordinary word or acronym: it counts only beside a region word.
    pub needs_cue: bool,
}

impl Row<3> for AliasRow {
    fn cells(&self) -> [String; 3] {
        [self.alias.clone(), self.codes.join("|"), mark(self.needs_cue)]
    }

    fn of([alias, codes, needs_cue]: [&str; 3]) -> Option<Self> {
        Some(AliasRow { alias: alias.to_owned(), codes: values(codes), needs_cue: !needs_cue.is_empty() })
    }
}

/// A former code or name.
#[derive(Debug, Clone, PartialEq)]
pub struct FormerRow {
    /// Former code; today's code where only the name changed.
    pub old_code: String,
    /// Former name; empty where it is that of today.
    pub old_name: String,
    /// Today's code.
    pub new_code: String,
    /// Last year seen in a decree.
    pub last_seen: String,
    /// How the successor was found.
    pub method: String,
}

impl Row<5> for FormerRow {
    fn cells(&self) -> [String; 5] {
        [&self.old_code, &self.old_name, &self.new_code, &self.last_seen, &self.method].map(String::clone)
    }

    fn of(cells: [&str; 5]) -> Option<Self> {
        let [old_code, old_name, new_code, last_seen, method] = cells.map(str::to_owned);
        Some(FormerRow { old_code, old_name, new_code, last_seen, method })
    }
}
