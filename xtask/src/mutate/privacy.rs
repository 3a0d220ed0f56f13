//! Changes to one fact about who sees what of a complaint, and about what counts as personal data.

use super::draw::Draw;
use lapor_core::pack::{PolicyPack, PrivacyPack};

/// A row about an audience: of members, or of personal data inside a text.
struct Row<'a> {
    id: &'a str,
    when: &'a mut String,
    /// Members or kinds.
    list: &'a mut String,
    treatment: &'a mut String,
}

fn rows(pack: &mut PolicyPack) -> Vec<Row<'_>> {
    let members = pack.views.iter_mut().map(|r| Row {
        id: &r.id,
        when: &mut r.when,
        list: &mut r.members,
        treatment: &mut r.treatment,
    });
    let spans = pack.view_spans.iter_mut().map(|r| Row {
        id: &r.id,
        when: &mut r.when,
        list: &mut r.kinds,
        treatment: &mut r.treatment,
    });
    members.chain(spans).collect()
}

/// Rows of both tables may have the same id.
fn names(pack: &PolicyPack, of: impl Fn(&Row<'_>) -> Vec<String>) -> Vec<String> {
    let members = pack.views.len();
    let named = |(n, row): (usize, &Row<'_>)| {
        let table = if n < members { "views" } else { "view-spans" };
        of(row).into_iter().map(move |part| format!("{table} {}{part}", row.id)).collect::<Vec<_>>()
    };
    rows(&mut pack.clone()).iter().enumerate().flat_map(named).collect()
}

pub(super) fn all(pack: &PolicyPack) -> Vec<String> {
    names(pack, |_| vec![String::new()])
}

/// Without the row nobody sees what it shows, or everybody what it hides.
pub(super) fn drop_row(pack: &mut PolicyPack, at: usize, _: &mut Draw) -> Option<String> {
    let members = pack.views.len();
    match at.checked_sub(members) {
        None => drop(pack.views.remove(at)),
        Some(at) => drop((at < pack.view_spans.len()).then(|| pack.view_spans.remove(at))?),
    }
    Some("gone".to_owned())
}

/// One step to the open side, or from `shown` to the next narrower.
pub(super) fn treatment(pack: &mut PolicyPack, at: usize, _: &mut Draw) -> Option<String> {
    let row = rows(pack).into_iter().nth(at)?;
    let now = if row.treatment == "shown" { "redacted" } else { "shown" };
    now.clone_into(row.treatment);
    Some(format!("now {now}"))
}

pub(super) fn conditions(pack: &PolicyPack) -> Vec<String> {
    names(pack, |row| row.when.split(' ').filter(|c| !c.is_empty()).map(|c| format!(": {c}")).collect())
}

pub(super) fn drop_condition(pack: &mut PolicyPack, at: usize, _: &mut Draw) -> Option<String> {
    drop_word(rows(pack).into_iter().map(|row| row.when), at)
}

pub(super) fn members(pack: &PolicyPack) -> Vec<String> {
    names(pack, |row| row.list.split(' ').map(|member| format!(": {member}")).collect())
}

pub(super) fn drop_member(pack: &mut PolicyPack, at: usize, _: &mut Draw) -> Option<String> {
    drop_word(rows(pack).into_iter().map(|row| row.list), at)
}

/// Takes the word at a position out of lists of words.
fn drop_word<'a>(lists: impl Iterator<Item = &'a mut String>, mut at: usize) -> Option<String> {
    for list in lists {
        let mut words: Vec<&str> = list.split(' ').filter(|word| !word.is_empty()).collect();
        if at < words.len() {
            words.remove(at);
            *list = words.join(" ");
            return Some("gone".to_owned());
        }
        at -= words.len();
    }
    None
}

pub(super) fn recognisers(pack: &PrivacyPack) -> Vec<String> {
    let scores = |r: &lapor_core::pack::PrivacyRule| [format!("{} base", r.id), format!("{} label", r.id)];
    pack.rules.iter().flat_map(scores).collect()
}

/// A recogniser that no longer finds, by its form alone or beside its word.
pub(super) fn drop_score(pack: &mut PrivacyPack, at: usize, _: &mut Draw) -> Option<String> {
    let rule = pack.rules.get_mut(at / 2)?;
    let score = if at.is_multiple_of(2) { &mut rule.base } else { &mut rule.label };
    (*score != 0).then(|| *score = 0)?;
    Some("now 0".to_owned())
}

pub(super) fn masks(pack: &PrivacyPack) -> Vec<String> {
    pack.kinds.iter().map(|(kind, _)| kind.clone()).collect()
}

pub(super) fn other_mask(pack: &mut PrivacyPack, at: usize, _: &mut Draw) -> Option<String> {
    let (_, mask) = pack.kinds.get_mut(at)?;
    (!mask.is_empty()).then(|| "[DATA DISENSOR]".clone_into(mask))?;
    Some(mask.clone())
}
