//! Changes to one fact about the calendar, the deadlines or the thresholds.

use super::draw::Draw;
use lapor_core::pack::{CalendarPack, LifecyclePack, PolicyPack};
use serde_json::Value;

pub(super) fn holidays(pack: &CalendarPack) -> Vec<String> {
    pack.days.iter().map(|d| format!("{} {}", d.date, d.name)).collect()
}

/// The day after, or the first of the month where it would be no day of the calendar for sure.
fn day_after(date: &str) -> Option<String> {
    let (month, day) = date.rsplit_once('-')?;
    let day: u32 = day.parse().ok()?;
    // a month of 28 days has every day up to 28; later ones move back instead
    Some(format!("{month}-{:02}", if day < 28 { day + 1 } else { day - 1 }))
}

pub(super) fn move_holiday(pack: &mut CalendarPack, at: usize, _: &mut Draw) -> Option<String> {
    let row = pack.days.get_mut(at)?;
    row.date = day_after(&row.date)?;
    let now = row.date.clone();
    pack.days.sort_by(|a, b| a.date.cmp(&b.date));
    Some(format!("now {now}"))
}

pub(super) fn drop_holiday(pack: &mut CalendarPack, at: usize, _: &mut Draw) -> Option<String> {
    (at < pack.days.len()).then(|| pack.days.remove(at))?;
    Some("gone".to_owned())
}

pub(super) fn holiday_kind(pack: &mut CalendarPack, at: usize, _: &mut Draw) -> Option<String> {
    let row = pack.days.get_mut(at)?;
    row.collective = !row.collective;
    Some(format!("collective leave: {}", row.collective))
}

pub(super) fn holiday_decree(pack: &mut CalendarPack, at: usize, draw: &mut Draw) -> Option<String> {
    let decrees = pack.decrees.len();
    let row = pack.days.get_mut(at)?;
    let other = (usize::from(row.decree) + 1 + draw.below(decrees - 1)) % decrees;
    row.decree = u16::try_from(other).ok()?;
    Some(format!("decree {other}"))
}

pub(super) fn deadlines(pack: &LifecyclePack) -> Vec<String> {
    pack.deadlines.iter().map(|d| d.id.clone()).collect()
}

pub(super) fn length(pack: &mut LifecyclePack, at: usize, draw: &mut Draw) -> Option<String> {
    let row = pack.deadlines.get_mut(at)?;
    row.length += 1 + u32::try_from(draw.below(5)).ok()?;
    Some(format!("{} {}", row.length, row.unit))
}

/// Unit, start event, holder, status or the day from which it is only carried over.
pub(super) fn deadline_rule(pack: &mut LifecyclePack, at: usize, draw: &mut Draw) -> Option<String> {
    let flip = |now: &mut String, a: &str, b: &str| {
        *now = if now == a { b.to_owned() } else { a.to_owned() };
        now.clone()
    };
    let row = pack.deadlines.get_mut(at)?;
    Some(match draw.below(5) {
        0 => flip(&mut row.unit, "days", "working_days"),
        1 => flip(&mut row.event, "submit", "verify"),
        2 => flip(&mut row.holder, "verifier", "lead"),
        3 => flip(&mut row.status, "in_force", "inferred"),
        _ => {
            row.carried = !row.carried;
            format!("carried: {}", row.carried)
        }
    })
}

pub(super) fn carried_day(pack: &LifecyclePack) -> Vec<String> {
    vec![format!("carried over from {}", pack.carried_over_from)]
}

pub(super) fn move_carried_day(pack: &mut LifecyclePack, _: usize, _: &mut Draw) -> Option<String> {
    pack.carried_over_from = day_after(&pack.carried_over_from)?;
    Some(pack.carried_over_from.clone())
}

/// Pointers to every number of the policy.
fn numbers(value: &Value, at: &str, out: &mut Vec<String>) {
    match value {
        Value::Object(members) => members.iter().for_each(|(name, v)| numbers(v, &format!("{at}/{name}"), out)),
        Value::Array(list) => list.iter().enumerate().for_each(|(n, v)| numbers(v, &format!("{at}/{n}"), out)),
        Value::Number(_) => out.push(at.to_owned()),
        _ => {}
    }
}

pub(super) fn thresholds(pack: &PolicyPack) -> Vec<String> {
    let mut out = Vec::new();
    numbers(&serde_json::to_value(pack).unwrap_or_default(), "", &mut out);
    out
}

/// A number is doubled or halved.
pub(super) fn threshold(pack: &mut PolicyPack, at: usize, draw: &mut Draw) -> Option<String> {
    let pointer = thresholds(pack).into_iter().nth(at)?;
    let mut value = serde_json::to_value(&*pack).ok()?;
    let number = value.pointer_mut(&pointer)?;
    let old = number.as_i64()?;
    let new = if draw.below(2) == 0 { old * 2 } else { old / 2 };
    if new == old {
        return None;
    }
    *number = Value::from(new);
    *pack = serde_json::from_value(value).ok()?;
    Some(format!("{old} now {new}"))
}

pub(super) fn policy_lists(pack: &PolicyPack) -> Vec<String> {
    pack.neighbourhood.iter().chain(&pack.named_leads).cloned().collect()
}

pub(super) fn drop_policy(pack: &mut PolicyPack, at: usize, _: &mut Draw) -> Option<String> {
    let first = pack.neighbourhood.len();
    let list = if at < first { &mut pack.neighbourhood } else { &mut pack.named_leads };
    let place = if at < first { at } else { at - first };
    (place < list.len()).then(|| list.remove(place))?;
    Some("gone".to_owned())
}
