//! The body of the pack `regions`: provinces, regencies, cities and districts, their other names and their past.

use super::columns::{self, Row, mark, values};
use super::unpack::packed;
use serde::Serialize;

/// Regions of levels 1 to 3, their other names and their past.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct RegionsPack {
    /// Six-digit codes in order, each as the difference to the one before (province 12 = 120000).
    pub code_steps: Vec<u32>,
    /// Names in the same order, one a line.
    pub names: String,
    /// Short names that are not the name without its kind word: index and name.
    pub short_names: Vec<(u32, String)>,
    /// Facts of levels 1 and 2, in code order.
    #[serde(serialize_with = "steps::serialize")]
    pub regencies: Vec<RegencyRow>,
    /// Other names.
    #[serde(serialize_with = "columns::serialize")]
    pub aliases: Vec<AliasRow>,
    /// Former codes and former names.
    #[serde(serialize_with = "columns::serialize")]
    pub former: Vec<FormerRow>,
}

packed!(RegionsPack {
    code_steps,
    names,
    short_names,
    regencies: steps::place,
    aliases: columns::place,
    former: columns::place
});

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
    use crate::pack::unpack::{Bytes, Unpack};
    use serde::{Serialize, Serializer, ser};

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

    /// Where they are read into.
    pub(super) struct Rows<'a>(&'a mut Vec<RegencyRow>);

    pub(super) fn place(rows: &mut Vec<RegencyRow>) -> Rows<'_> {
        Rows(rows)
    }

    impl Unpack for Rows<'_> {
        fn unpack(&mut self, from: &mut Bytes<'_>) -> Option<()> {
            let mut steps: Vec<i32> = Vec::new();
            steps.unpack(from)?;
            let rows = steps.len() / 4;
            let mut facts = [0_i32; 4];
            for row in 0..rows {
                for (fact, step) in facts.iter_mut().zip(steps.iter().skip(row).step_by(rows)) {
                    *fact = fact.checked_add(*step)?;
                }
                let [bps, zone, lat, lng] = facts;
                let bps = bps.to_string();
                let bps = bps.strip_suffix("00").unwrap_or(&bps).to_owned();
                self.0.push(RegencyRow { bps, zone: u8::try_from(zone).ok()?, lat, lng });
            }
            (rows * 4 == steps.len()).then_some(())
        }
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
