//! What another overlay changes.

use super::survey;
use crate::complaint::{Date, RegionCode};
use crate::engine::Engine;
use crate::json;
use crate::pack::Overlay;
use serde::Serialize;
use serde_json::Value;

/// Answer of `pack.diff`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Diff {
    /// Rows and members, by path.
    pub changes: Vec<Change>,
    /// Routes with another lead.
    pub routes: Vec<MovedRoute>,
    /// How many.
    pub counts: DiffCounts,
}

/// A row or member that differs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Change {
    /// JSON pointer into the new overlay; into the old one for what was removed.
    pub path: String,
    /// `added`, `removed` or `changed`.
    pub kind: &'static str,
}

/// A route with another lead.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MovedRoute {
    /// Matter id.
    pub matter: String,
    /// The answer it is for, where the matter has a question.
    pub discriminator: Option<RouteValue>,
    /// Lead so far; none = `needs_triage`.
    pub before: Option<String>,
    /// Lead to come; none = `needs_triage`.
    pub after: Option<String>,
}

/// A discriminator and its value; none = undecided.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RouteValue {
    /// Discriminator id.
    pub id: String,
    /// Value.
    pub value: Option<String>,
}

/// How many routes were compared, and how many differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DiffCounts {
    /// Compared.
    pub routes: usize,
    /// Different.
    pub changed: usize,
}

pub(super) fn diff(
    engine: &Engine,
    before: Option<&Overlay>,
    after: Option<&Overlay>,
    region: RegionCode,
    day: Date,
) -> Diff {
    let mut changes = Vec::new();
    // through its text: a second writer, of values, would be 5 KB more for a browser
    let json = |o: &Overlay| {
        let text = json::written(o).ok()?;
        json::parse(text.as_bytes(), usize::MAX, usize::MAX).ok()
    };
    match (before, after) {
        (Some(a), Some(b)) => compare(&json(a).unwrap_or_default(), &json(b).unwrap_or_default(), "", &mut changes),
        (None, Some(_)) => changes.push(Change { path: String::new(), kind: "added" }),
        (Some(_), None) => changes.push(Change { path: String::new(), kind: "removed" }),
        (None, None) => {}
    }
    crate::sort::by(&mut changes, Ord::cmp);
    let [old, new] = [before, after].map(|o| engine.institutions.instead(o, region));
    let mut moved = Vec::new();
    let mut compared = 0;
    for regency in engine.regencies(Some(region)) {
        let mut leads = Vec::new();
        survey::routes(engine, &old, regency, day, |_, _, p| leads.push(p.lead.map(|o| o.id)));
        compared += leads.len();
        let mut leads = leads.into_iter();
        survey::routes(engine, &new, regency, day, |matter, value, p| {
            let (before, after) = (leads.next().flatten(), p.lead.map(|o| o.id));
            if before != after {
                let id = matter.discriminator.clone().filter(|_| !matter.routes.is_empty());
                let discriminator = id.map(|id| RouteValue { id, value: value.map(str::to_owned) });
                moved.push(MovedRoute { matter: matter.id.clone(), discriminator, before, after });
            }
        });
    }
    // regencies of one province mostly change alike: once is enough
    let counts = DiffCounts { routes: compared, changed: moved.len() };
    Diff { changes, routes: without_repeats(moved), counts }
}

/// Each route once, where it stands first.
fn without_repeats(moved: Vec<MovedRoute>) -> Vec<MovedRoute> {
    let mut rows: Vec<(usize, MovedRoute)> = moved.into_iter().enumerate().collect();
    crate::sort::by(&mut rows, |(_, a), (_, b)| a.cmp(b));
    rows.dedup_by(|(_, a), (_, b)| a == b);
    crate::sort::by_key(&mut rows, |(n, _)| *n);
    rows.into_iter().map(|(_, route)| route).collect()
}

/// What tells a row of a list: its id, its word, or its day.
fn key(row: &Value) -> Option<&Value> {
    ["id", "word", "date"].into_iter().find_map(|name| row.get(name))
}

fn compare(a: &Value, b: &Value, path: &str, out: &mut Vec<Change>) {
    match (a, b) {
        (Value::Object(old), Value::Object(new)) => {
            for (name, value) in new {
                match old.get(name) {
                    Some(was) => compare(was, value, &format!("{path}/{name}"), out),
                    None => out.push(Change { path: format!("{path}/{name}"), kind: "added" }),
                }
            }
            let gone = old.keys().filter(|name| !new.contains_key(*name));
            out.extend(gone.map(|name| Change { path: format!("{path}/{name}"), kind: "removed" }));
        }
        (Value::Array(old), Value::Array(new)) if old.iter().chain(new).all(|row| key(row).is_some()) => {
            for (n, row) in new.iter().enumerate() {
                match old.iter().find(|was| key(was) == key(row)) {
                    Some(was) => compare(was, row, &format!("{path}/{n}"), out),
                    None => out.push(Change { path: format!("{path}/{n}"), kind: "added" }),
                }
            }
            for (n, _) in old.iter().enumerate().filter(|(_, was)| new.iter().all(|row| key(row) != key(was))) {
                out.push(Change { path: format!("{path}/{n}"), kind: "removed" });
            }
        }
        _ if a == b => {}
        _ => out.push(Change { path: path.to_owned(), kind: "changed" }),
    }
}
