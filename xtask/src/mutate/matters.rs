//! Changes to one fact about matters, categories or competence.

use super::draw::Draw;
use lapor_core::pack::{MattersPack, TargetRow, TaxonomyPack};

/// Where a list of receivers stands: the matter's row, and the route's, or the default.
type Place = (usize, Option<usize>);

fn places(pack: &MattersPack) -> Vec<(Place, String)> {
    let mut out = Vec::new();
    for (m, matter) in pack.matters.iter().enumerate() {
        for (r, route) in matter.routes.iter().enumerate() {
            out.push(((m, Some(r)), format!("{} {}", matter.id, route.values.join(","))));
        }
        out.push(((m, None), format!("{} default", matter.id)));
    }
    out
}

fn list(pack: &mut MattersPack, place: Place) -> Option<&mut Vec<TargetRow>> {
    let matter = pack.matters.get_mut(place.0)?;
    match place.1 {
        Some(route) => matter.routes.get_mut(route).map(|r| &mut r.to),
        None => Some(&mut matter.default),
    }
}

fn targets_of(pack: &MattersPack, place: Place) -> &[TargetRow] {
    let matter = pack.matters.get(place.0);
    match place.1 {
        Some(route) => matter.and_then(|m| m.routes.get(route)).map_or(&[], |r| &r.to),
        None => matter.map_or(&[], |m| &m.default),
    }
}

/// Every receiver, with where it stands.
fn every(pack: &MattersPack) -> Vec<(Place, usize, String)> {
    let mut out = Vec::new();
    for (place, name) in places(pack) {
        for (n, target) in targets_of(pack, place).iter().enumerate() {
            out.push((place, n, format!("{name}: {} {}", target.level, target.reference)));
        }
    }
    out
}

pub(super) fn receivers(pack: &MattersPack) -> Vec<String> {
    every(pack).into_iter().map(|(.., key)| key).collect()
}

fn receiver(pack: &mut MattersPack, at: usize) -> Option<(&mut Vec<TargetRow>, usize)> {
    let (place, n, _) = every(pack).into_iter().nth(at)?;
    Some((list(pack, place)?, n))
}

/// Lead and coordinating office change places.
pub(super) fn swap(pack: &mut MattersPack, at: usize, _: &mut Draw) -> Option<String> {
    let (list, n) = receiver(pack, at)?;
    let lead = list.get(n)?.lead;
    let other = list.iter().position(|t| t.lead != lead)?;
    list.get_mut(n)?.lead = !lead;
    list.get_mut(other)?.lead = lead;
    Some(if lead { "no longer leads" } else { "leads" }.to_owned())
}

pub(super) fn other_office(pack: &mut MattersPack, at: usize, draw: &mut Draw) -> Option<String> {
    let all: Vec<TargetRow> = pack.matters.iter().flat_map(|m| m.default.iter().cloned()).collect();
    let (list, n) = receiver(pack, at)?;
    let target = list.get_mut(n)?;
    let same: Vec<&str> = all.iter().filter(|t| t.level == target.level).map(|t| t.reference.as_str()).collect();
    target.reference = draw.other(&same, &target.reference)?.to_owned();
    Some(format!("now {}", target.reference))
}

pub(super) fn drop_receiver(pack: &mut MattersPack, at: usize, _: &mut Draw) -> Option<String> {
    let (list, n) = receiver(pack, at)?;
    (list.len() > 1).then(|| list.remove(n))?;
    Some("gone".to_owned())
}

pub(super) fn other_level(pack: &mut MattersPack, at: usize, _: &mut Draw) -> Option<String> {
    let (list, n) = receiver(pack, at)?;
    let target = list.get_mut(n)?;
    let level = match (target.reference.starts_with("opd:"), target.level.as_str()) {
        (true, "kabkota") => "provinsi",
        (true, "provinsi") => "kabkota",
        _ => return None,
    };
    target.level = level.to_owned();
    Some(format!("now {level}"))
}

fn values_of(pack: &MattersPack) -> Vec<(usize, usize, usize, String)> {
    let mut out = Vec::new();
    for (m, matter) in pack.matters.iter().enumerate() {
        for (r, route) in matter.routes.iter().enumerate() {
            for (v, value) in route.values.iter().enumerate() {
                out.push((m, r, v, format!("{} {value}", matter.id)));
            }
        }
    }
    out
}

pub(super) fn route_values(pack: &MattersPack) -> Vec<String> {
    values_of(pack).into_iter().map(|(.., key)| key).collect()
}

pub(super) fn drop_route_value(pack: &mut MattersPack, at: usize, _: &mut Draw) -> Option<String> {
    let (m, r, v, _) = values_of(pack).into_iter().nth(at)?;
    pack.matters.get_mut(m)?.routes.get_mut(r)?.values.remove(v);
    Some("goes its matter's own way".to_owned())
}

pub(super) fn discriminators(pack: &MattersPack) -> Vec<String> {
    let used = |id: &str| pack.matters.iter().any(|m| m.discriminator.as_deref() == Some(id));
    pack.discriminators.iter().filter(|d| used(&d.id)).map(|d| d.id.clone()).collect()
}

pub(super) fn default_value(pack: &mut MattersPack, at: usize, draw: &mut Draw) -> Option<String> {
    let id = discriminators(pack).into_iter().nth(at)?;
    let row = pack.discriminators.iter_mut().find(|d| d.id == id)?;
    let values: Vec<&str> = row.values.iter().map(|(value, ..)| value.as_str()).collect();
    let new = draw.other(&values, row.default.as_deref().unwrap_or(""))?.to_owned();
    row.default = Some(new.clone());
    Some(format!("default {new}"))
}

pub(super) fn deciding(pack: &MattersPack) -> Vec<String> {
    pack.matters.iter().filter(|m| !m.routes.is_empty()).map(|m| m.id.clone()).collect()
}

pub(super) fn drop_fact(pack: &mut MattersPack, at: usize, _: &mut Draw) -> Option<String> {
    let id = deciding(pack).into_iter().nth(at)?;
    let matter = pack.matters.iter_mut().find(|m| m.id == id)?;
    matter.discriminator.take().map(|fact| format!("no longer decided by {fact}"))
}

pub(super) fn matters(pack: &MattersPack) -> Vec<String> {
    pack.matters.iter().map(|m| m.id.clone()).collect()
}

pub(super) fn other_category(pack: &mut MattersPack, at: usize, draw: &mut Draw) -> Option<String> {
    let all: Vec<String> = pack.matters.iter().filter_map(|m| m.categories.first().cloned()).collect();
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    let first = pack.matters.get_mut(at)?.categories.first_mut()?;
    *first = draw.other(&all, first)?.to_owned();
    Some(format!("now {first}"))
}

pub(super) fn numbered(pack: &TaxonomyPack) -> Vec<String> {
    pack.categories.iter().filter(|c| c.lapor_id.is_some()).map(|c| c.id.clone()).collect()
}

pub(super) fn lapor_id(pack: &mut TaxonomyPack, at: usize, _: &mut Draw) -> Option<String> {
    let row = pack.categories.iter_mut().filter(|c| c.lapor_id.is_some()).nth(at)?;
    row.lapor_id = row.lapor_id.map(|n| n + 1);
    Some("the next number".to_owned())
}

pub(super) fn categories(pack: &TaxonomyPack) -> Vec<String> {
    pack.categories.iter().map(|c| c.id.clone()).collect()
}

pub(super) fn category_status(pack: &mut TaxonomyPack, at: usize, _: &mut Draw) -> Option<String> {
    let row = pack.categories.get_mut(at)?;
    row.status = u8::from(row.status == 0);
    Some(if row.status == 0 { "active" } else { "historic" }.to_owned())
}
