//! Holidays: days that every year has, numbers by decree, feasts where the moon and Easter put them.

use super::{Faults, Row, cell, clean, table};
use std::collections::BTreeMap;

/// National holidays and days of collective leave by year, as decreed (reference-data.md 6).
const TOTALS: [(i64, usize, usize); 10] = [
    (2018, 17, 8),
    (2019, 17, 4),
    (2020, 17, 5),
    (2021, 15, 1),
    (2022, 16, 4),
    (2023, 16, 11),
    (2024, 19, 10),
    (2025, 17, 11),
    (2026, 17, 8),
    (2027, 18, 8),
];

/// Holidays of a fixed day.
const FIXED: [(&str, &str); 5] = [
    ("01-01", "Tahun Baru Masehi"),
    ("05-01", "Hari Buruh Internasional"),
    ("06-01", "Hari Lahir Pancasila"),
    ("08-17", "Hari Kemerdekaan Republik Indonesia"),
    ("12-25", "Hari Raya Natal"),
];

/// Feasts of the Islamic calendar: month and day.
const ISLAMIC: [(&str, i64, i64); 5] = [
    ("Tahun Baru Islam", 1, 1),
    ("Maulid Nabi Muhammad", 3, 12),
    ("Isra Mikraj Nabi Muhammad", 7, 27),
    ("Hari Raya Idul Fitri", 10, 1),
    ("Hari Raya Idul Adha", 12, 10),
];

/// Holidays that every year has once, beside those of a fixed day.
const ONCE: [&str; 6] = [
    "Tahun Baru Imlek",
    "Hari Suci Nyepi",
    "Wafat Yesus Kristus",
    "Kenaikan Yesus Kristus",
    "Hari Raya Waisak",
    "Hari kedua dari Hari Raya Idul Fitri",
];

/// Days since 1970-01-01 (Hinnant, days from civil).
fn days(year: i64, month: i64, day: i64) -> i64 {
    let y = if month <= 2 { year - 1 } else { year };
    let era = y.div_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let of_era = y.rem_euclid(400) * 365 + y.rem_euclid(400) / 4 - y.rem_euclid(400) / 100 + of_year;
    era * 146_097 + of_era - 719_468
}

fn parse(date: &str) -> Option<(i64, i64)> {
    let parts: Vec<i64> = date.split('-').map(str::parse).collect::<Result<_, _>>().ok()?;
    let [year, month, day] = parts.as_slice() else { return None };
    ((1..=12).contains(month) && (1..=31).contains(day)).then(|| (*year, days(*year, *month, *day)))
}

/// Easter Sunday (Meeus, Jones, Butcher).
fn easter(year: i64) -> i64 {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - b / 4 - g + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    days(year, n / 31, n % 31 + 1)
}

/// Day of the arithmetic Islamic calendar; a decreed day may differ by two.
fn islamic(year: i64, month: i64, day: i64) -> i64 {
    // Julian day of 1970-01-01: 2,440,588
    day + (59 * (month - 1) + 1) / 2 + (year - 1) * 354 + (3 + 11 * year) / 30 + 1_948_439 - 2_440_588
}

pub(super) fn check(faults: &mut Faults) -> Result<(), String> {
    let rows = table("holidays.tsv")?;
    let dates: Vec<&str> = rows.iter().map(|r| cell(r, "date")).collect();
    faults.need(dates.is_sorted(), || "holidays.tsv: not sorted".to_owned());
    faults.no_twice("holidays.tsv", "day", dates.iter().copied());
    let mut years: BTreeMap<i64, Vec<&Row>> = BTreeMap::new();
    for row in &rows {
        let (date, kind, name) = (cell(row, "date"), cell(row, "kind"), cell(row, "name_id"));
        let place = format!("holidays.tsv {date}");
        let Some((year, day)) = parse(date) else {
            faults.need(false, || format!("{place}: no day"));
            continue;
        };
        years.entry(year).or_default().push(row);
        faults.need(matches!(kind, "national" | "collective"), || format!("{place}: kind {kind}"));
        faults.need(clean(name) && clean(cell(row, "decree")), || format!("{place}: no name or decree"));
        faults.need(name.contains("Cuti Bersama") == (kind == "collective"), || format!("{place}: {name} is {kind}"));
        // 1970-01-01 was a Thursday
        let weekday = (day + 3).rem_euclid(7);
        faults.need(kind == "national" || weekday < 5, || format!("{place}: collective leave on a weekend"));
        feasts(faults, &place, name, kind, (year, day));
    }
    for (year, national, collective) in TOTALS {
        let of = years.get(&year).map_or(&[][..], Vec::as_slice);
        let count = |kind: &str| of.iter().filter(|r| cell(r, "kind") == kind).count();
        let found = (count("national"), count("collective"));
        faults.need(found == (national, collective), || {
            format!("holidays.tsv: {year} has {found:?} days, the decrees {national} and {collective}")
        });
        for (day, name) in FIXED {
            let date = format!("{year}-{day}");
            let there = of.iter().any(|r| cell(r, "date") == date && cell(r, "name_id").contains(name));
            faults.need(there, || format!("holidays.tsv: {date} {name} is missing"));
        }
        for name in ONCE {
            let named = of.iter().flat_map(|r| cell(r, "name_id").split("; ")).filter(|n| *n == name).count();
            faults.need(named == 1, || format!("holidays.tsv: {year} has {name} {named} times"));
        }
    }
    faults.need(years.len() == TOTALS.len(), || "holidays.tsv: years other than 2018 to 2027".to_owned());
    Ok(())
}

/// A feast lies where its own calendar puts it.
fn feasts(faults: &mut Faults, place: &str, name: &str, kind: &str, (year, day): (i64, i64)) {
    for (word, after) in [("Wafat Yesus", -2), ("Kebangkitan Yesus", 0), ("Kenaikan Yesus", 39)] {
        let fits = kind != "national" || !name.contains(word) || day - easter(year) == after;
        faults.need(fits, || format!("{place}: {name} is {} days from Easter", day - easter(year)));
    }
    for (feast, month, of_month) in ISLAMIC {
        if name.split("; ").any(|n| n == feast) {
            let off = (1439..1451).map(|y| (islamic(y, month, of_month) - day).abs()).min().unwrap_or(99);
            faults.need(off <= 2, || format!("{place}: {feast} is {off} days from the Islamic calendar"));
        }
    }
    let election = name.contains("Pemilihan") && (day + 3).rem_euclid(7) != 2;
    faults.need(!election, || format!("{place}: elections are held on a Wednesday"));
}
