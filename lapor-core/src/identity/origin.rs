//! The six digits of a region at the head of a population number or a family card's number.

use super::Numbers;
use crate::complaint::RegionCode;
use crate::pack::FormerRow;
use crate::region::Regions;
use serde::Serialize;

/// What is known of a region code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RegionState {
    /// In the decree of today.
    Current,
    /// A former code with a known successor.
    Historic,
    /// It has meant, or elsewhere means, another region.
    Reused,
    /// In no list, or its district is in none.
    Unknown,
    /// No region: a citizen abroad.
    Abroad,
}

/// Where a number was first given.
pub(super) struct Origin {
    /// Regency or city of today; the province where only that is known.
    pub(super) region: Option<RegionCode>,
    /// District of today.
    pub(super) district: Option<RegionCode>,
    /// What is known of the code.
    pub(super) state: RegionState,
    /// Last year in which a decree has a former code.
    pub(super) last_seen: String,
}

impl Origin {
    /// Reads six digits against the regions of today and of former days. BPS codes look the same and mean other regions; they take no part.
    pub(super) fn read(six: u64, tables: &Numbers, regions: &Regions) -> Origin {
        let province = format!("{:02}", six / 10_000);
        let regency = format!("{province}.{:02}", six / 100 % 100);
        let district = format!("{regency}.{:02}", six % 100);
        let mut out = Origin { region: None, district: None, state: RegionState::Unknown, last_seen: String::new() };
        if tables.abroad.contains(&province) {
            out.state = RegionState::Abroad;
            return out;
        }
        let (of_regency, of_district) = (today(&regency, regions), today(&district, regions));
        out.district = of_district.map(|(code, _)| code);
        out.region = out
            .district
            .and_then(|code| code.at(2))
            .or(of_regency.map(|(code, _)| code))
            .or(RegionCode::parse(&province).filter(|code| regions.has(*code)));
        let former = [of_district, of_regency].into_iter().flatten().find_map(|(_, row)| row);
        if [&regency, &district].into_iter().any(|code| tables.reused.contains(code)) {
            out.state = RegionState::Reused;
        } else if out.district.is_some() {
            out.state = if former.is_some() { RegionState::Historic } else { RegionState::Current };
        }
        if let Some(row) = former {
            out.last_seen.clone_from(&row.last_seen);
        }
        out
    }
}

/// The region that a written code names today, with the row of a former code.
fn today<'a>(written: &str, regions: &'a Regions) -> Option<(RegionCode, Option<&'a FormerRow>)> {
    // a part 00 is no code, and would else be read as the region above
    let code = RegionCode::parse(written)?;
    if regions.has(code) {
        return Some((code, None));
    }
    regions.former(written).map(|(code, row)| (code, Some(row)))
}
