//! Regions: codes, kinds, zones, points, other and former names, postal codes.

use super::{Faults, Known, cell, clean, table};
use std::collections::{BTreeMap, BTreeSet};

/// Provinces by zone (Keppres 41/1987).
const ZONES: [(&str, &str); 3] = [
    ("WIB", "11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 61 62"),
    ("WITA", "51 52 53 63 64 65 71 72 73 74 75 76"),
    ("WIT", "81 82 91 92 93 94 95 96"),
];

fn level(code: &str) -> usize {
    code.split('.').count()
}

fn parent(code: &str) -> &str {
    code.rsplit_once('.').map_or("", |(above, _)| above)
}

/// Two digits a level: `12`, `12.71`, `12.71.04`.
fn well_formed(code: &str) -> bool {
    let two = |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
    level(code) <= 3 && code.split('.').all(two) && !code.starts_with('0')
}

pub(super) fn check(faults: &mut Faults, known: &mut Known) -> Result<(), String> {
    let rows = table("regions.tsv")?;
    let kinds: BTreeMap<&str, &str> = rows.iter().map(|r| (cell(r, "code"), cell(r, "kind"))).collect();
    let codes: Vec<&str> = rows.iter().map(|r| cell(r, "code")).collect();
    faults.need(codes.is_sorted(), || "regions.tsv: not sorted by code".to_owned());
    faults.no_twice("regions.tsv", "code", codes.iter().copied());
    for row in &rows {
        let (code, kind, name) = (cell(row, "code"), cell(row, "kind"), cell(row, "name"));
        let fits = match level(code) {
            1 => kind == "provinsi",
            2 => matches!(kind, "kabupaten" | "kabupaten_administrasi" | "kota" | "kota_administrasi"),
            _ => kind == "kecamatan",
        };
        faults.need(well_formed(code) && fits, || format!("regions.tsv: {code} is {kind}"));
        let hangs = level(code) == 1 || kinds.contains_key(parent(code));
        faults.need(hangs, || format!("regions.tsv: {code} has no parent"));
        faults
            .need(clean(name) && clean(cell(row, "short_name")), || format!("regions.tsv: {code} is called {name:?}"));
        if let (2, Some((_, number))) = (level(code), code.rsplit_once('.')) {
            faults.need((number >= "71") == kind.starts_with("kota"), || {
                format!("regions.tsv: {code} is {kind}, but cities count from 71")
            });
            faults.need(kind.ends_with("administrasi") == code.starts_with("31."), || {
                format!("regions.tsv: {code}: administrative units are DKI's only")
            });
            faults.need(name.ends_with(cell(row, "short_name")), || {
                format!("regions.tsv: {code} {name:?} does not extend its short name")
            });
        }
    }
    let names = rows.iter().map(|r| format!("{}/{}", parent(cell(r, "code")), cell(r, "name").to_lowercase()));
    let names: Vec<String> = names.collect();
    faults.no_twice("regions.tsv", "name under its parent", names.iter().map(String::as_str));
    // 38 provinces and 514 regencies and cities: 416 kabupaten and 98 kota, six of the latter and one of the former administrative (DKI)
    for (kind, wanted) in
        [("provinsi", 38), ("kabupaten", 415), ("kabupaten_administrasi", 1), ("kota", 93), ("kota_administrasi", 5)]
    {
        let found = kinds.values().filter(|k| **k == kind).count();
        faults.need(found == wanted, || format!("regions.tsv: {found} {kind} instead of {wanted}"));
    }
    known.regions = codes.iter().map(|c| (*c).to_owned()).collect();
    facts(faults, &kinds)?;
    names_and_past(faults, &known.regions)?;
    postal(faults, &known.regions)
}

fn facts(faults: &mut Faults, kinds: &BTreeMap<&str, &str>) -> Result<(), String> {
    let rows = table("regencies.tsv")?;
    let codes: Vec<&str> = rows.iter().map(|r| cell(r, "code")).collect();
    let wanted: Vec<&str> = kinds.keys().copied().filter(|c| level(c) <= 2).collect();
    faults.need(codes == wanted, || "regencies.tsv: not exactly the provinces, regencies and cities".to_owned());
    faults.no_twice("regencies.tsv", "BPS code", rows.iter().map(|r| cell(r, "bps_code_2023")));
    for row in &rows {
        let code = cell(row, "code");
        let province = code.split('.').next().unwrap_or(code);
        let zone = ZONES.iter().find(|(_, list)| list.split(' ').any(|p| p == province)).map(|(zone, _)| *zone);
        faults.need(zone == Some(cell(row, "tz")), || format!("regencies.tsv: {code} lies in {}", cell(row, "tz")));
        faults.need(kinds.get(code) == Some(&cell(row, "kind")), || format!("regencies.tsv: kind of {code}"));
        let degrees = |column: &str| cell(row, column).parse::<f64>().unwrap_or(f64::NAN);
        let inside = (-11.1..=6.1).contains(&degrees("lat")) && (94.9..=141.1).contains(&degrees("lng"));
        faults.need(inside, || format!("regencies.tsv: {code} lies outside Indonesia"));
        let digits = if level(code) == 1 { 2 } else { 4 };
        faults.need(cell(row, "bps_code_2023").len() == digits, || format!("regencies.tsv: BPS code of {code}"));
    }
    Ok(())
}

fn names_and_past(faults: &mut Faults, regions: &BTreeSet<String>) -> Result<(), String> {
    let rows = table("region-aliases.tsv")?;
    let pairs: Vec<String> = rows.iter().map(|r| format!("{} = {}", cell(r, "alias"), cell(r, "code"))).collect();
    faults.no_twice("region-aliases.tsv", "alias", pairs.iter().map(String::as_str));
    let mut named = BTreeSet::new();
    for row in &rows {
        let alias = cell(row, "alias");
        faults.need(clean(alias) && alias == alias.to_lowercase(), || format!("region-aliases.tsv: {alias:?}"));
        for code in cell(row, "code").split('|') {
            faults.need(regions.contains(code), || format!("region-aliases.tsv: {alias:?} names {code}"));
            named.insert(code.to_owned());
        }
    }
    for code in regions.iter().filter(|c| level(c) <= 2) {
        faults.need(named.contains(code), || format!("region-aliases.tsv: nobody calls {code} anything"));
    }
    let former = table("region-history.tsv")?;
    faults.no_twice("region-history.tsv", "former code", former.iter().map(|r| cell(r, "old_code")));
    for row in &former {
        let (old, new) = (cell(row, "old_code"), cell(row, "new_code"));
        faults.need(well_formed(old) && !regions.contains(old), || format!("region-history.tsv: {old} is alive"));
        let follows = regions.contains(new) && level(new) == level(old);
        faults.need(follows, || format!("region-history.tsv: {old} became {new}"));
        let years = ("2015"..="2026").contains(&cell(row, "last_seen"));
        faults.need(years && cell(row, "first_seen") <= cell(row, "last_seen"), || {
            format!("region-history.tsv: years of {old}")
        });
    }
    for row in table("region-renames.tsv")? {
        let code = cell(&row, "code");
        faults.need(regions.contains(code), || format!("region-renames.tsv: no {code}"));
        faults.need(cell(&row, "old_name") != cell(&row, "new_name"), || {
            format!("region-renames.tsv: {code} kept its name")
        });
    }
    Ok(())
}

fn postal(faults: &mut Faults, regions: &BTreeSet<String>) -> Result<(), String> {
    let rows = table("village-postal.tsv")?;
    faults.no_twice("village-postal.tsv", "village", rows.iter().map(|r| cell(r, "village_code")));
    let mut districts = BTreeSet::new();
    for row in &rows {
        let (village, code) = (cell(row, "village_code"), cell(row, "postal_code"));
        let five = code.len() == 5 && code.bytes().all(|b| b.is_ascii_digit()) && !code.starts_with('0');
        faults.need(five, || format!("village-postal.tsv: {village} has {code:?}"));
        faults.need(regions.contains(parent(village)), || format!("village-postal.tsv: {village} lies nowhere"));
        districts.insert(parent(village));
    }
    for code in regions.iter().filter(|c| level(c) == 3) {
        faults.need(districts.contains(code.as_str()), || format!("village-postal.tsv: no village of {code}"));
    }
    faults.need(rows.len() == 83_762, || format!("village-postal.tsv: {} villages instead of 83,762", rows.len()));
    Ok(())
}
