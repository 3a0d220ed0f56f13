//! Regions, villages and postal codes.

use super::source::{Row, steps, table};
use lapor_core::pack::{AliasRow, FormerRow, FormerVillage, RegencyRow, RegionsPack, VillagesPack};
use std::collections::BTreeMap;

pub(super) fn regions() -> Result<RegionsPack, String> {
    let rows = table("regions.tsv")?;
    let names: Vec<&str> = rows.iter().map(|row| row.cell("name")).collect();
    let mut out = RegionsPack {
        code_steps: steps("regions.tsv", rows.iter().map(|row| six(row, "code")).collect::<Result<Vec<_>, _>>()?)?,
        names: names.join("\n"),
        ..RegionsPack::default()
    };
    for (i, row) in (0..).zip(&rows) {
        if short_name(row) != row.cell("short_name") {
            out.short_names.push((i, row.text("short_name")));
        }
    }
    for row in table("regencies.tsv")? {
        let zone = match row.cell("tz") {
            "WIB" => 7,
            "WITA" => 8,
            "WIT" => 9,
            _ => return Err(row.fault("tz")),
        };
        let (lat, lng) = (micro(&row, "lat")?, micro(&row, "lng")?);
        out.regencies.push(RegencyRow { bps: row.text("bps_code_2023"), zone, lat, lng });
    }
    for row in table("region-aliases.tsv")? {
        let needs_cue = ["short token", "common-word trap", "metropolitan", "also the bank"];
        out.aliases.push(AliasRow {
            alias: row.text("alias"),
            codes: row.cell("code").split('|').map(str::to_owned).collect(),
            needs_cue: needs_cue.iter().any(|start| row.cell("note").starts_with(start)),
        });
    }
    let today: BTreeMap<&str, &str> = rows.iter().map(|row| (row.cell("code"), row.cell("name"))).collect();
    for row in table("region-history.tsv")? {
        let same = today.get(row.cell("new_code")).is_some_and(|name| *name == row.cell("old_name"));
        out.former.push(FormerRow {
            old_code: row.text("old_code"),
            old_name: if same { String::new() } else { row.text("old_name") },
            new_code: row.text("new_code"),
            last_seen: row.text("last_seen"),
            method: row.text("method"),
        });
    }
    for row in table("region-renames.tsv")? {
        out.former.push(FormerRow {
            old_code: row.text("code"),
            old_name: row.text("old_name"),
            new_code: row.text("code"),
            last_seen: row.text("old_seen"),
            method: "renamed".to_owned(),
        });
    }
    Ok(out)
}

pub(super) fn villages() -> Result<VillagesPack, String> {
    let rows = table("villages.tsv")?;
    let names: Vec<&str> = rows.iter().map(|row| row.cell("name")).collect();
    let mut out = VillagesPack { names: names.join("\n"), ..VillagesPack::default() };
    // each district's villages by the last four digits of their codes
    let mut districts: Vec<(u32, Vec<u16>)> = Vec::new();
    for row in &rows {
        let (district, own) = (six(row, "code")?, (ten(row, "code")? % 10_000) as u16);
        match districts.last_mut() {
            Some((last, numbers)) if *last == district => numbers.push(own),
            _ => districts.push((district, vec![own])),
        }
    }
    out.district_steps = steps("villages.tsv", districts.iter().map(|(district, _)| *district))?;
    for (district, numbers) in &districts {
        out.counts.push(count(numbers).ok_or_else(|| format!("villages.tsv: too many in {district}"))?);
        out.number_steps.extend(steps::<_, u16>("villages.tsv", numbers.iter().copied())?);
    }
    // 317 villages have no successor and 65 several: their codes answer with the district
    for row in table("region-history-villages.tsv")?.iter().filter(|row| row.cell("method").ends_with("(unique)")) {
        let same = row.cell("old_name") == row.cell("new_name");
        out.former.push(FormerVillage {
            old: ten(row, "old_code")?,
            new: ten(row, "new_code")?,
            name: if same { String::new() } else { row.text("old_name") },
            last_seen: row.number("last_seen")?,
        });
    }
    out.former.sort_by_key(|row| row.old);
    let mut postal: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for row in table("village-postal.tsv")? {
        let districts = postal.entry(row.number("postal_code")?).or_default();
        let district = six(&row, "village_code")?;
        if !districts.contains(&district) {
            districts.push(district);
        }
    }
    out.postal_steps = steps("village-postal.tsv", postal.keys().copied())?;
    out.postal_districts = steps("village-postal.tsv", postal.values().flatten().copied())?;
    for (code, districts) in &postal {
        out.postal_counts.push(count(districts).ok_or_else(|| format!("village-postal.tsv: too many at {code}"))?);
    }
    Ok(out)
}

fn count<T>(list: &[T]) -> Option<u8> {
    u8::try_from(list.len()).ok()
}

/// The digits of a written code.
fn digits(row: &Row, name: &str) -> String {
    row.cell(name).chars().filter(char::is_ascii_digit).collect()
}

/// A written code down to the district, filled up with zeros: `12.71` is 127100.
fn six(row: &Row, name: &str) -> Result<u32, String> {
    format!("{:0<6.6}", digits(row, name)).parse().map_err(|_| row.fault(name))
}

/// The whole written code of a village.
fn ten(row: &Row, name: &str) -> Result<u64, String> {
    digits(row, name).parse().map_err(|_| row.fault(name))
}

/// Degrees as millionths.
fn micro(row: &Row, name: &str) -> Result<i32, String> {
    Ok((row.number::<f64>(name)? * 1_000_000.0).round() as i32)
}

/// The name without its kind word, as the core's `Regions::short_name` makes it; short names that differ stand in the pack.
fn short_name(row: &Row) -> &str {
    let name = row.cell("name");
    // only a regency or city (12.71) has its kind in its name: a district may be called Kota Jantho
    if row.cell("code").len() != 5 {
        return name;
    }
    ["Kabupaten Administrasi ", "Kota Administrasi ", "Kabupaten ", "Kota "]
        .iter()
        .find_map(|kind| name.strip_prefix(kind))
        .unwrap_or(name)
}
