//! Categories, matters, the facts that decide their receivers, and who examines reports of abuse.

use super::source::{Row, day, json, list, member, members, number, optional, string, strings, table};
use lapor_core::pack::{
    AbuseOverlay, AbuseRows, CategoryRow, DiscriminatorRow, MatterRow, MattersPack, OwnerRow, RouteRow, TargetRow,
    TaxonomyPack,
};
use serde_json::Value;

pub(super) fn taxonomy() -> Result<TaxonomyPack, String> {
    let source = json("categories.json")?;
    let categories = list(&source, "categories").map(|c| {
        Ok(CategoryRow {
            id: string(c, "id"),
            name: string(c, "name"),
            gloss: optional(c, "gloss_en"),
            status: match string(c, "status").as_str() {
                "active" => 0,
                "historic" => 1,
                "variant" => 2,
                other => return Err(format!("categories.json: {}: no status {other}", string(c, "id"))),
            },
            lapor_id: c.get("lapor_id").filter(|v| !v.is_null()).map(|_| number(c, "lapor_id")).transpose()?,
            aliases: strings(c, "aliases"),
            successor: optional(c, "successor"),
        })
    });
    Ok(TaxonomyPack { categories: categories.collect::<Result<_, String>>()? })
}

pub(super) fn matters() -> Result<MattersPack, String> {
    let source = json("matters.json")?;
    let matters = list(&source, "matters").map(|m| matter(&source, m)).collect::<Result<_, _>>()?;
    Ok(MattersPack { discriminators: discriminators(&source)?, matters, abuse: abuse()? })
}

fn discriminators(source: &Value) -> Result<Vec<DiscriminatorRow>, String> {
    let (texts, whys) = (table("discriminator-texts.tsv")?, table("discriminator-whys.tsv")?);
    let both = |row: &Row| (row.text("id"), row.text("en"));
    let mut out = Vec::new();
    for (id, d) in members(source, "discriminators") {
        let text = |value: &str| {
            let row = texts.iter().find(|t| t.cell("discriminator") == id && t.cell("value") == value);
            row.map(both).ok_or_else(|| format!("discriminator-texts.tsv: no row for {id} {value}"))
        };
        let why = whys.iter().find(|w| w.cell("discriminator") == id);
        let why = why.map(both).ok_or_else(|| format!("discriminator-whys.tsv: no row for {id}"))?;
        let ((ask_id, ask_en), (why_id, why_en)) = (text("")?, why);
        let labelled = |value: String| text(&value).map(|(id, en)| (value, id, en));
        let values = strings(d, "values").into_iter().map(labelled).collect::<Result<_, _>>()?;
        let default = optional(d, "default");
        out.push(DiscriminatorRow { id: id.clone(), ask_id, ask_en, why_id, why_en, values, default });
    }
    out.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(out)
}

fn matter(source: &Value, m: &Value) -> Result<MatterRow, String> {
    let (id, discriminator) = (string(m, "id"), optional(m, "discriminator"));
    let groups = members(source, "groups").filter(|(_, group)| strings(group, "matters").contains(&id));
    Ok(MatterRow {
        name: string(m, "name"),
        gloss: string(m, "gloss_en"),
        urusan: string(m, "urusan"),
        categories: strings(m, "categories"),
        groups: groups.map(|(group, _)| group.clone()).collect(),
        routes: list(m, "routes")
            .map(|r| route(r, discriminator.as_ref()).map_err(|e| format!("matters.json: {id}: {e}")))
            .collect::<Result<_, _>>()?,
        default: targets(m, "default").map_err(|e| format!("matters.json: {id}: {e}"))?,
        discriminator,
        id,
    })
}

/// A route of a matter with that discriminator of its own.
fn route(r: &Value, own: Option<&String>) -> Result<RouteRow, String> {
    let when = member(r, "when");
    let own = own.filter(|own| when.get(own).is_some()).ok_or("a route without the matter's own discriminator")?;
    let also = members(r, "when").filter(|(d, _)| *d != own).map(|(d, _)| (d.clone(), strings(when, d)));
    Ok(RouteRow { values: strings(when, own), also: also.collect(), to: targets(r, "to")? })
}

fn targets(v: &Value, name: &str) -> Result<Vec<TargetRow>, String> {
    list(v, name)
        .map(|t| {
            Ok(TargetRow {
                level: string(t, "level"),
                reference: string(t, "ref"),
                lead: string(t, "role") == "utama",
                from: day(t, "from")?,
                until: day(t, "until")?,
            })
        })
        .collect()
}

fn abuse() -> Result<AbuseRows, String> {
    let source = json("abuse.json")?;
    let overlays = list(&source, "overlays").map(|o| AbuseOverlay {
        id: string(o, "id"),
        matter: string(o, "receivers_of"),
        lead: string(o, "effect") == "lead",
        supervised: o.get("supervised").and_then(Value::as_bool).unwrap_or(false),
        cues: strings(o, "cues"),
    });
    let owners = list(&source, "owners").map(|o| OwnerRow { of: string(o, "of"), actor: string(o, "actor") });
    Ok(AbuseRows {
        matters: strings(&source, "matters"),
        oversight: strings(&source, "oversight"),
        overlays: overlays.collect(),
        owners: owners.collect(),
        own_bodies: strings(&source, "own_bodies"),
        frontline: list(&source, "frontline").map(|f| string(f, "ref")).collect(),
    })
}
