//! The place: missing, contradictory, or elsewhere.

use super::{Known, one, written};
use crate::complaint::{Finding, PlaceState, RegionCode};
use crate::message::Params;
use crate::place::POSTAL_CODE;

pub(super) fn check(known: &Known<'_>, out: &mut Vec<Finding>) {
    let located = &known.seen.located;
    let location = &known.complaint.location;
    if located.place.state == PlaceState::Unknown {
        out.push(Finding::new("place_missing", "/complaint/location", Params::new()));
    }
    if !located.conflicts.is_empty() {
        let regions = listed(located.conflicts.iter().copied());
        out.push(Finding::new("region_conflict", "/complaint/location", one("regions", regions)));
    }
    let path = "/complaint/location/region";
    if let Some(code) = location.region.as_deref().and_then(|text| RegionCode::parse(text.trim())) {
        let regions = &known.engine.regions;
        if code.level() == 4 && regions.villages().is_none() && regions.today(code).is_some() {
            out.push(Finding::new("not_checked", path, one("pack", "villages")));
        } else if !regions.knows(code) {
            out.push(Finding::new("region_code_unknown", path, one("code", unknown_part(known, code))));
        }
    }
    let found = located.place.region.as_ref().map(|region| region.code);
    postal_code(known, found, out);
    if let Some((lat, lng)) = location.lat.zip(location.lng)
        && !known.rules().bounds.hold(lat, lng)
    {
        out.push(Finding::new("point_outside", "/complaint/location", Params::new()));
    }
    if let Some((region, own)) = found.zip(known.jurisdiction)
        && !region.within(own)
        && !own.within(region)
    {
        let params =
            crate::message::pairs([("jurisdiction", own.to_string().into()), ("region", region.to_string().into())]);
        out.push(Finding::new("place_outside_jurisdiction", "/complaint/location", params));
    }
}

/// A code as far as its first level that is not known; of a village, which has digits enough to be somebody's number, the district.
fn unknown_part(known: &Known<'_>, code: RegionCode) -> String {
    let unknown = (1..=3).filter_map(|level| code.at(level)).find(|code| !known.engine.regions.knows(*code));
    unknown.map_or_else(|| format!("{}.****", code.at(3).unwrap_or(code)), |unknown| unknown.to_string())
}

/// A postal code that is none, or that belongs to another regency than the one found.
fn postal_code(known: &Known<'_>, found: Option<RegionCode>, out: &mut Vec<Finding>) {
    let Some(text) = written(known.complaint.location.postal_code.as_ref()) else { return };
    let five = text.len() == 5 && text.bytes().all(|b| b.is_ascii_digit());
    let code = text.parse().ok().filter(|_| five);
    if five && known.engine.regions.villages().is_none() {
        out.push(Finding::new("not_checked", POSTAL_CODE, one("pack", "villages")));
        return;
    }
    let districts = code.map_or(&[][..], |code| known.engine.regions.postal(code));
    if districts.is_empty() {
        out.push(Finding::new("postal_code_unknown", POSTAL_CODE, Params::new()));
        return;
    }
    // villages of one code may lie in several districts, so the districts themselves are not compared
    let Some(place) = found.and_then(|region| region.at(2).or_else(|| region.at(1))) else { return };
    if districts.iter().all(|district| !district.within(place)) {
        let regions = listed(districts.iter().filter_map(|district| district.at(2)));
        out.push(Finding::new("postal_code_conflict", POSTAL_CODE, one("regions", regions)));
    }
}

fn listed(codes: impl Iterator<Item = RegionCode>) -> Vec<String> {
    let mut list: Vec<String> = codes.map(|code| code.to_string()).collect();
    list.dedup();
    list
}
