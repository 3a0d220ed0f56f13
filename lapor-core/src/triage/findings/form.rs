//! The fields of the form: what must be there, how long the content is, and whether category and institution are known.

use super::{Known, characters, one, resting_on, written};
use crate::complaint::Finding;
use crate::message::Params;
use crate::taxonomy::CategoryStatus;

pub(super) fn check(known: &Known<'_>, out: &mut Vec<Finding>) {
    let complaint = known.complaint;
    let category = written(complaint.category.as_ref()).map(|name| known.engine.taxonomy.category_named(name));
    let successor = category.flatten().and_then(|row| row.successor.as_deref());
    out.extend(successor.map(|id| Finding::new("category_replaced", "/complaint/category", one("category", id))));
    let mut say = |code, path| out.push(Finding::new(code, path, Params::new()));
    if written(complaint.title.as_ref()).is_none() {
        say("title_blank", "/complaint/title");
    }
    if written(complaint.content.as_ref()).is_none() {
        say("content_blank", "/complaint/content");
    }
    match category {
        Some(None) => say("category_unknown", "/complaint/category"),
        Some(Some(row)) if successor.is_none() && CategoryStatus::of(row) == CategoryStatus::Historic => {
            say("category_historic", "/complaint/category");
        }
        _ => {}
    }
    if !known.suggestion_known {
        say("institution_unknown", "/complaint/suggested_institution");
    }
    length(known, out);
}

fn length(known: &Known<'_>, out: &mut Vec<Finding>) {
    let limit = &known.rules().content_characters;
    let Ok(most) = usize::try_from(limit.value) else { return };
    // no text has more characters than bytes: most need not be counted
    let content = known.complaint.content.as_deref().filter(|text| text.len() > most);
    let size = content.map_or(0, characters::count);
    if size > most {
        let mut params = one("limit", limit.value);
        params.insert("size", size.into());
        out.push(resting_on(&limit.source, Finding::new("content_long", "/complaint/content", params)));
    }
}
