//! A point: the regencies nearest to it. Never decides alone, for centroids misplace.

use crate::complaint::RegionCode;
use crate::region::Regions;

/// The three regencies whose centroids are nearest, with distances in metres.
pub(super) fn nearest(regions: &Regions, lat: f64, lng: f64) -> Vec<(RegionCode, u64)> {
    if !(-90.0..=90.0).contains(&lat) || !(-180.0..=180.0).contains(&lng) {
        return Vec::new();
    }
    let mut list: Vec<_> = regions
        .codes()
        .iter()
        .filter(|c| c.level() == 2)
        .filter_map(|c| {
            let facts = regions.own_facts(*c)?;
            Some((*c, distance(lat, lng, f64::from(facts.lat) / 1e6, f64::from(facts.lng) / 1e6)))
        })
        .collect();
    crate::sort::by_key(&mut list, |(code, metres)| (*metres, *code));
    list.truncate(3);
    list
}

/// Metres between two points: flat, with a cosine from its series, for platform trigonometry may differ in the last bit.
fn distance(lat: f64, lng: f64, lat2: f64, lng2: f64) -> u64 {
    let middle = (lat + lat2) / 2.0 * (core::f64::consts::PI / 180.0);
    let square = middle * middle;
    let cosine = 1.0 - square / 2.0 + square * square / 24.0 - square * square * square / 720.0;
    let north = (lat2 - lat) * 111_195.0;
    let east = (lng2 - lng) * 111_195.0 * cosine;
    let metres = (north * north + east * east).sqrt();
    metres as u64
}
