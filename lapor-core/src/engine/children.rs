//! `region.children`: what lies directly in a region.

use super::{Engine, lacking};
use crate::complaint::{Finding, Region, RegionCode};
use crate::error::{Error, ErrorCode};
use crate::json::record;
use crate::message::pairs;
use serde::Serialize;

/// Request of `region.children`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct ChildrenRequest {
    /// Code of today or of former days; the country without.
    pub code: Option<RegionCode>,
}

record!(default ChildrenRequest { code });

/// Answer of `region.children`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Children {
    /// The region; none for the country.
    pub region: Option<Region>,
    /// Level of the children: 1 province … 4 village.
    pub level: u8,
    /// By code.
    pub children: Vec<Child>,
    /// `not_checked` if the pack that has the children is not loaded.
    pub findings: Vec<Finding>,
}

/// A region that lies directly in another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Child {
    /// Code.
    pub code: RegionCode,
    /// Name with its kind word.
    pub name: String,
    /// 1 province … 4 village.
    pub level: u8,
    /// `provinsi`, `kabupaten`, `kota`, …
    pub kind: &'static str,
}

impl Engine {
    /// The regions directly below one, or the provinces.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`] for an unknown code, [`ErrorCode::PackMissing`] for a village where the villages are not loaded.
    pub fn region_children(&self, request: &ChildrenRequest) -> Result<Children, Error> {
        let code = request.code.map(|code| self.parent_region(code)).transpose()?;
        let level = (code.map_or(0, RegionCode::level) + 1).min(4);
        let villages = self.regions.villages().zip(code.filter(|code| code.level() == 3));
        let child = |code: RegionCode| Child {
            code,
            name: self.regions.name(code).to_owned(),
            level,
            kind: self.regions.kind(code),
        };
        let missing = || Finding::new("not_checked", "/code", pairs([("pack", "villages".into())]));
        let below = villages.map_or(&[][..], |(villages, district)| villages.within(district)).iter().copied();
        Ok(Children {
            region: code.and_then(|code| self.regions.get(code)),
            level,
            children: self.regions.children(code).chain(below).map(child).collect(),
            findings: if level == 4 && self.regions.villages().is_none() { vec![missing()] } else { Vec::new() },
        })
    }

    /// The region of today that may have children.
    fn parent_region(&self, code: RegionCode) -> Result<RegionCode, Error> {
        let today = self.regions.today(code);
        let today =
            today.ok_or_else(|| Error::new(ErrorCode::NotFound, "/code").with("expected", "want_listed_region"))?;
        if code.level() == 4 && self.regions.villages().is_none() {
            return Err(lacking("/code", "villages"));
        }
        Ok(today)
    }
}
