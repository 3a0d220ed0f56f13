//! Changes to one fact about institutions, the built-in regimes, or the tables of single regions.

use super::draw::Draw;
use lapor_core::pack::{InstitutionsPack, Overlay};

pub(super) fn bodies(pack: &InstitutionsPack) -> Vec<String> {
    pack.national.iter().map(|b| b.id.clone()).collect()
}

pub(super) fn status(pack: &mut InstitutionsPack, at: usize, _: &mut Draw) -> Option<String> {
    let row = pack.national.get_mut(at)?;
    if row.kind == "swasta" {
        row.kind = "bumn".to_owned();
        return Some("no longer private".to_owned());
    }
    row.status = if row.status == "active" { "dissolved" } else { "active" }.to_owned();
    Some(row.status.clone())
}

pub(super) fn body_name(pack: &mut InstitutionsPack, at: usize, draw: &mut Draw) -> Option<String> {
    let names: Vec<String> = pack.national.iter().map(|b| b.name.clone()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let row = pack.national.get_mut(at)?;
    row.name = draw.other(&names, &row.name)?.to_owned();
    Some(format!("called {}", row.name))
}

pub(super) fn types(pack: &InstitutionsPack) -> Vec<String> {
    pack.types.iter().map(|t| t.id.clone()).collect()
}

pub(super) fn type_name(pack: &mut InstitutionsPack, at: usize, draw: &mut Draw) -> Option<String> {
    let names: Vec<String> = pack.types.iter().map(|t| t.name.clone()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let row = pack.types.get_mut(at)?;
    row.name = draw.other(&names, &row.name)?.to_owned();
    Some(format!("called {}", row.name))
}

fn named<'a>(rows: impl Iterator<Item = (&'a String, &'a Vec<String>)>) -> Vec<String> {
    rows.flat_map(|(id, names)| names.iter().map(move |name| format!("{id}: {name}"))).collect()
}

/// Drops the name at a position. One that has another name of the same office in it is no fact of its own: who writes "RSUD Provinsi" is
/// understood by "RSUD".
fn drop_nth<'a>(rows: impl Iterator<Item = (&'a mut String, &'a mut Vec<String>)>, mut at: usize) -> Option<String> {
    let spaced = |name: &str| format!(" {} ", name.to_lowercase().replace('.', " "));
    for (official, names) in rows {
        let Some(long) = names.get(at).map(|name| spaced(name)) else {
            at -= names.len();
            continue;
        };
        let others = names.iter().enumerate().filter(|(n, _)| *n != at).map(|(_, name)| name);
        if others.chain([&*official]).any(|short| long.contains(&spaced(short))) {
            return None;
        }
        names.remove(at);
        return Some("gone".to_owned());
    }
    None
}

pub(super) fn body_names(pack: &InstitutionsPack) -> Vec<String> {
    named(pack.national.iter().map(|b| (&b.id, &b.names)))
}

pub(super) fn drop_body_name(pack: &mut InstitutionsPack, at: usize, _: &mut Draw) -> Option<String> {
    drop_nth(pack.national.iter_mut().map(|b| (&mut b.name, &mut b.names)), at)
}

pub(super) fn type_names(pack: &InstitutionsPack) -> Vec<String> {
    named(pack.types.iter().map(|t| (&t.id, &t.names)))
}

pub(super) fn drop_type_name(pack: &mut InstitutionsPack, at: usize, _: &mut Draw) -> Option<String> {
    drop_nth(pack.types.iter_mut().map(|t| (&mut t.name, &mut t.names)), at)
}

/// Overlays, built in or of a host: the same changes.
pub(super) fn exceptions(overlays: &[Overlay]) -> Vec<String> {
    let of = |o: &Overlay| o.exceptions.iter().map(|e| format!("{}/{}", o.region, e.id)).collect::<Vec<_>>();
    overlays.iter().flat_map(of).collect()
}

fn exception(overlays: &mut [Overlay], mut at: usize) -> Option<(&mut Overlay, usize)> {
    for overlay in overlays {
        if at < overlay.exceptions.len() {
            return Some((overlay, at));
        }
        at -= overlay.exceptions.len();
    }
    None
}

pub(super) fn drop_exception(overlays: &mut [Overlay], at: usize, _: &mut Draw) -> Option<String> {
    let (overlay, n) = exception(overlays, at)?;
    overlay.exceptions.remove(n);
    Some("gone".to_owned())
}

/// Another receiver of the same overlay, or another level.
pub(super) fn exception_target(overlays: &mut [Overlay], at: usize, draw: &mut Draw) -> Option<String> {
    let (overlay, n) = exception(overlays, at)?;
    let offices = overlay.offices.iter().map(|o| o.id.clone());
    let all: Vec<String> = overlay.exceptions.iter().flat_map(|e| e.to.clone()).chain(offices).collect();
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    let row = overlay.exceptions.get_mut(n)?;
    if let Some(level) = &mut row.level {
        *level = if level == "kabkota" { "provinsi" } else { "kabkota" }.to_owned();
        return Some(format!("level {level}"));
    }
    let place = draw.below(row.to.len());
    let target = row.to.get_mut(place)?;
    *target = draw.other(&all, target)?.to_owned();
    Some(format!("to {target}"))
}

/// Another matter than the one it is for.
pub(super) fn exception_matter(overlays: &mut [Overlay], at: usize, draw: &mut Draw) -> Option<String> {
    let all: Vec<String> = overlays.iter().flat_map(|o| o.exceptions.iter().filter_map(|e| e.matter.clone())).collect();
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    let (overlay, n) = exception(overlays, at)?;
    let matter = overlay.exceptions.get_mut(n)?.matter.as_mut()?;
    *matter = draw.other(&all, matter)?.to_owned();
    Some(format!("for {matter}"))
}

pub(super) fn offices(overlays: &[Overlay]) -> Vec<String> {
    let of = |o: &Overlay| o.offices.iter().map(|e| format!("{}/{}", o.region, e.id)).collect::<Vec<_>>();
    overlays.iter().flat_map(of).collect()
}

fn office(overlays: &mut [Overlay], mut at: usize) -> Option<(&mut Overlay, usize)> {
    for overlay in overlays {
        if at < overlay.offices.len() {
            return Some((overlay, at));
        }
        at -= overlay.offices.len();
    }
    None
}

pub(super) fn drop_office(overlays: &mut [Overlay], at: usize, _: &mut Draw) -> Option<String> {
    let (overlay, n) = office(overlays, at)?;
    overlay.offices.remove(n);
    Some("gone".to_owned())
}

pub(super) fn office_type(overlays: &mut [Overlay], at: usize, draw: &mut Draw) -> Option<String> {
    let (overlay, n) = office(overlays, at)?;
    let all: Vec<String> = overlay.offices.iter().map(|o| o.kind.clone()).collect();
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    let row = overlay.offices.get_mut(n)?;
    row.kind = draw.other(&all, &row.kind)?.to_owned();
    Some(format!("of type {}", row.kind))
}

pub(super) fn office_name(overlays: &mut [Overlay], at: usize, draw: &mut Draw) -> Option<String> {
    let (overlay, n) = office(overlays, at)?;
    let all: Vec<String> = overlay.offices.iter().map(|o| o.name.clone()).collect();
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    let row = overlay.offices.get_mut(n)?;
    row.name = draw.other(&all, &row.name)?.to_owned();
    Some(format!("called {}", row.name))
}

pub(super) fn administrators(overlays: &[Overlay]) -> Vec<String> {
    overlays.iter().filter(|o| o.administrator.is_some()).map(|o| format!("{} administrator", o.region)).collect()
}

pub(super) fn administrator(overlays: &mut [Overlay], at: usize, draw: &mut Draw) -> Option<String> {
    let overlay = overlays.iter_mut().filter(|o| o.administrator.is_some()).nth(at)?;
    let all: Vec<&str> = overlay.offices.iter().map(|o| o.id.as_str()).collect();
    let other = draw.other(&all, overlay.administrator.as_deref()?)?.to_owned();
    overlay.administrator = Some(other.clone());
    Some(other)
}
