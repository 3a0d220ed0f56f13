//! Forms of identity numbers, phone numbers and e-mail addresses.

use super::source::{json, number, steps, table};
use lapor_core::pack::{CarrierRow, IdentityPack, PhoneKindRow, PlateRow};
use std::collections::BTreeMap;

pub(super) fn identity() -> Result<IdentityPack, String> {
    let bounds = json("identity.json")?;
    let fault = |e| format!("identity.json: {e}");
    let mut out = IdentityPack {
        oldest_years: number(&bounds, "oldest_years").map_err(fault)?,
        first_family_card: number(&bounds, "first_family_card").map_err(fault)?,
        ..IdentityPack::default()
    };
    for row in table("nik-codes.tsv")? {
        match row.cell("state") {
            "abroad" => out.abroad.push(row.text("code")),
            "reused" => out.reused.push(row.text("code")),
            _ => return Err(row.fault("state")),
        }
    }
    for row in table("phone-kinds.tsv")? {
        out.kinds.push(PhoneKindRow {
            prefix: row.text("prefix"),
            kind: serde_json::from_value(row.cell("type").into()).map_err(|_| row.fault("type"))?,
            least: row.number("min")?,
            most: row.number("max")?,
            from_abroad: row.cell("from_abroad") == "1",
        });
    }
    for row in table("phone-mobile-prefixes.tsv")? {
        let (name, prefix) = (row.cell("carrier"), row.number("prefix")?);
        match out.carriers.iter_mut().find(|c| c.name == name) {
            Some(carrier) => carrier.prefixes.push(prefix),
            None => out.carriers.push(CarrierRow { name: name.to_owned(), prefixes: vec![prefix] }),
        }
    }
    let mut areas = BTreeMap::<u16, String>::new();
    for row in table("phone-area-codes.tsv")? {
        areas.insert(row.number("area_code")?, row.text("place"));
    }
    out.area_steps = steps("phone-area-codes.tsv", areas.keys().copied())?;
    out.area_places = areas.into_values().collect::<Vec<_>>().join("\n");
    for row in table("phone-short-codes.tsv")? {
        out.short_codes.push((row.text("prefix"), row.number("length")?));
    }
    for row in table("email-domains.tsv")? {
        match row.cell("kind") {
            "slip" => out.slips.push((row.text("domain"), row.text("means"))),
            "reserved" => out.reserved.push(row.text("domain")),
            _ => return Err(row.fault("kind")),
        }
    }
    for row in table("vehicle-plates.tsv")? {
        let provinces = row.cell("provinces").split('|').map(|code| code.parse().map_err(|_| row.fault("provinces")));
        out.plates.push(PlateRow {
            prefix: row.text("prefix"),
            area: row.text("area"),
            provinces: provinces.collect::<Result<_, _>>()?,
        });
    }
    Ok(out)
}
