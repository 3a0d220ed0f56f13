//! Changes to one fact about regions.

use super::draw::Draw;
use lapor_core::pack::{RegionsPack, VillagesPack};

/// A region as a row: six-digit code, name, short name where it is not plain.
type Region = (u32, String, Option<String>);

fn unpack(pack: &RegionsPack) -> Vec<Region> {
    let mut code = 0;
    let names = pack.names.split('\n');
    let rows = pack.code_steps.iter().zip(names).enumerate().map(|(i, (step, name))| {
        code += step;
        let short = pack.short_names.iter().find(|(n, _)| *n as usize == i).map(|(_, short)| short.clone());
        (code, name.to_owned(), short)
    });
    rows.collect()
}

fn repack(pack: &mut RegionsPack, mut rows: Vec<Region>) {
    rows.sort();
    let (mut last, mut names) = (0, Vec::new());
    pack.code_steps.clear();
    pack.short_names.clear();
    for (n, (code, name, short)) in (0..).zip(rows) {
        pack.code_steps.push(code - last);
        last = code;
        names.push(name);
        pack.short_names.extend(short.map(|short| (n, short)));
    }
    pack.names = names.join("\n");
}

fn parent(code: u32) -> u32 {
    match code {
        c if c.is_multiple_of(10_000) => 0,
        c if c.is_multiple_of(100) => c / 10_000 * 10_000,
        c => c / 100 * 100,
    }
}

fn written(code: u32) -> String {
    let (province, regency, district) = (code / 10_000, code / 100 % 100, code % 100);
    match (regency, district) {
        (0, _) => format!("{province:02}"),
        (_, 0) => format!("{province:02}.{regency:02}"),
        _ => format!("{province:02}.{regency:02}.{district:02}"),
    }
}

fn level(code: &str) -> usize {
    code.split('.').count()
}

pub(super) fn all(pack: &RegionsPack) -> Vec<String> {
    unpack(pack).into_iter().map(|(code, name, _)| format!("{} {name}", written(code))).collect()
}

pub(super) fn swap_names(pack: &mut RegionsPack, at: usize, draw: &mut Draw) -> Option<String> {
    let mut rows = unpack(pack);
    let code = rows.get(at)?.0;
    let siblings: Vec<usize> =
        (0..rows.len()).filter(|i| *i != at && rows.get(*i).is_some_and(|r| parent(r.0) == parent(code))).collect();
    let other = *siblings.get(draw.below(siblings.len()))?;
    let (a, b) = (rows.get(at)?.clone(), rows.get(other)?.clone());
    (rows.get_mut(at)?.1, rows.get_mut(at)?.2) = (b.1, b.2);
    (rows.get_mut(other)?.1, rows.get_mut(other)?.2) = (a.1, a.2);
    repack(pack, rows);
    Some(format!("exchanged with {}", written(b.0)))
}

/// A district gets the next free number of its regency.
pub(super) fn renumber(pack: &mut RegionsPack, at: usize, _: &mut Draw) -> Option<String> {
    let mut rows = unpack(pack);
    let code = rows.get(at)?.0;
    let last = rows.iter().map(|r| r.0).filter(|c| parent(*c) == parent(code)).max()?;
    if code.is_multiple_of(100) || last % 100 == 99 {
        return None;
    }
    rows.get_mut(at)?.0 = last + 1;
    repack(pack, rows);
    Some(format!("now {}", written(last + 1)))
}

pub(super) fn drop_district(pack: &mut RegionsPack, at: usize, _: &mut Draw) -> Option<String> {
    let mut rows = unpack(pack);
    if rows.get(at)?.0.is_multiple_of(100) {
        return None;
    }
    rows.remove(at);
    repack(pack, rows);
    Some("gone".to_owned())
}

fn upper(pack: &RegionsPack) -> Vec<u32> {
    unpack(pack).into_iter().map(|r| r.0).filter(|code| code.is_multiple_of(100)).collect()
}

pub(super) fn regencies(pack: &RegionsPack) -> Vec<String> {
    upper(pack).into_iter().map(written).collect()
}

pub(super) fn zone(pack: &mut RegionsPack, at: usize, _: &mut Draw) -> Option<String> {
    let row = pack.regencies.get_mut(at)?;
    row.zone = if row.zone == 9 { 7 } else { row.zone + 1 };
    Some(format!("UTC+{}", row.zone))
}

pub(super) fn bps(pack: &mut RegionsPack, at: usize, draw: &mut Draw) -> Option<String> {
    let codes: Vec<String> = pack.regencies.iter().map(|r| r.bps.clone()).collect();
    let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
    let row = pack.regencies.get_mut(at)?;
    row.bps = draw.other(&codes, &row.bps)?.to_owned();
    Some(row.bps.clone())
}

pub(super) fn centroid(pack: &mut RegionsPack, at: usize, draw: &mut Draw) -> Option<String> {
    let other = draw.below(pack.regencies.len());
    let (lat, lng) = pack.regencies.get(other).map(|r| (r.lat, r.lng))?;
    let row = pack.regencies.get_mut(at)?;
    (row.lat, row.lng) = (lat, lng);
    Some(format!("{lat},{lng}"))
}

pub(super) fn aliases(pack: &RegionsPack) -> Vec<String> {
    pack.aliases.iter().map(|a| format!("{} = {}", a.alias, a.codes.join("|"))).collect()
}

pub(super) fn drop_alias(pack: &mut RegionsPack, at: usize, _: &mut Draw) -> Option<String> {
    (at < pack.aliases.len()).then(|| pack.aliases.remove(at))?;
    Some("gone".to_owned())
}

pub(super) fn alias_region(pack: &mut RegionsPack, at: usize, draw: &mut Draw) -> Option<String> {
    let codes: Vec<String> = unpack(pack).into_iter().map(|r| written(r.0)).collect();
    let first = pack.aliases.get_mut(at)?.codes.first_mut()?;
    let same: Vec<&str> = codes.iter().map(String::as_str).filter(|c| level(c) == level(first)).collect();
    *first = draw.other(&same, first)?.to_owned();
    Some(format!("now {first}"))
}

pub(super) fn former(pack: &RegionsPack) -> Vec<String> {
    pack.former.iter().map(|f| format!("{} {}", f.old_code, f.old_name)).collect()
}

pub(super) fn drop_former(pack: &mut RegionsPack, at: usize, _: &mut Draw) -> Option<String> {
    (at < pack.former.len()).then(|| pack.former.remove(at))?;
    Some("gone".to_owned())
}

pub(super) fn successor(pack: &mut RegionsPack, at: usize, draw: &mut Draw) -> Option<String> {
    let codes: Vec<String> = pack.former.iter().map(|f| f.new_code.clone()).collect();
    let row = pack.former.get_mut(at)?;
    let same: Vec<&str> = codes.iter().map(String::as_str).filter(|c| level(c) == level(&row.new_code)).collect();
    row.new_code = draw.other(&same, &row.new_code)?.to_owned();
    Some(format!("now {}", row.new_code))
}

fn postal(pack: &VillagesPack) -> Vec<(u32, Vec<i32>)> {
    let (mut code, mut district, mut from) = (0, 0, pack.postal_districts.iter());
    let rows = pack.postal_steps.iter().zip(&pack.postal_counts).map(|(step, count)| {
        code += step;
        let districts = from.by_ref().take(usize::from(*count)).map(|step| {
            district += step;
            district
        });
        (code, districts.collect())
    });
    rows.collect()
}

pub(super) fn postal_codes(pack: &VillagesPack) -> Vec<String> {
    pack.postal_steps
        .iter()
        .scan(0, |code, step| {
            *code += step;
            Some(format!("postal code {code}"))
        })
        .collect()
}

/// One of the districts of a postal code becomes another.
pub(super) fn postal_district(pack: &mut VillagesPack, at: usize, draw: &mut Draw) -> Option<String> {
    let mut rows = postal(pack);
    let districts: Vec<i32> = rows.iter().flat_map(|row| row.1.clone()).collect();
    let new = *districts.get(draw.below(districts.len()))?;
    let list = &mut rows.get_mut(at)?.1;
    let place = draw.below(list.len());
    let old = std::mem::replace(list.get_mut(place)?, new);
    let mut last = 0;
    pack.postal_districts.clear();
    for district in rows.into_iter().flat_map(|row| row.1) {
        pack.postal_districts.push(district - last);
        last = district;
    }
    Some(format!("{old} now {new}"))
}
