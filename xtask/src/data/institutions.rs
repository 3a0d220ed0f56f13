//! National bodies and their units, types of regional offices, and the built-in regimes.

use super::source::{day, json, list, optional, string, strings};
use lapor_core::pack::{InstitutionsPack, NationalRow, Overlay, TypeRow, UnitRow};
use serde::Deserialize;
use serde_json::Value;

pub(super) fn institutions() -> Result<InstitutionsPack, String> {
    let source = json("national-institutions.json")?;
    let national = list(&source, "institutions").map(|i| {
        let (names, ambiguous) = names(i, &["abbreviations", "aliases", "predecessors"]);
        Ok(NationalRow {
            id: string(i, "id"),
            name: string(i, "name"),
            status: string(i, "status"),
            from: day(i, "from")?,
            until: day(i, "until")?,
            before: optional(i, "before"),
            kind: string(i, "kind"),
            names,
            ambiguous,
        })
    });
    let national = national.collect::<Result<_, String>>().map_err(|e| format!("national-institutions.json: {e}"))?;
    let units = list(&source, "units")
        .map(|u| UnitRow { id: string(u, "id"), kinds: strings(u, "kinds"), name: string(u, "name") })
        .collect();
    let types = list(&json("regional-offices.json")?, "opd")
        .map(|o| {
            let (names, ambiguous) = names(o, &["abbreviations", "aliases"]);
            TypeRow {
                id: string(o, "id"),
                name: string(o, "name"),
                kind: string(o, "kind"),
                levels: strings(o, "levels"),
                names,
                ambiguous,
                provinces: strings(o, "provinces"),
                affairs: strings(o, "affairs"),
            }
        })
        .collect();
    let regimes = Vec::<Overlay>::deserialize(json("regimes.json")?).map_err(|e| format!("regimes.json: {e}"))?;
    Ok(InstitutionsPack { national, types, regimes, units })
}

/// Names without their remarks in brackets ("(lama)"): those that stand for themselves, and those that are marked as ambiguous and are none
/// by themselves in a text.
fn names(v: &Value, keys: &[&str]) -> (Vec<String>, Vec<String>) {
    let (mut clear, mut ambiguous) = (Vec::new(), Vec::new());
    for name in keys.iter().flat_map(|key| strings(v, key)) {
        let (plain, remark) = name.split_once(" (").unwrap_or((&name, ""));
        let list = if remark.starts_with("ambigu") { &mut ambiguous } else { &mut clear };
        if !list.iter().any(|n| n == plain) {
            list.push(plain.to_owned());
        }
    }
    (clear, ambiguous)
}
