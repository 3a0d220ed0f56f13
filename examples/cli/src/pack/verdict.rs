//! The library's verdict on a draft, whole: it names the first fault of an overlay, so what it names is put right in the copy and the
//! copy shown again, until nothing is left. The rules stay in one place, and a person hears of all faults at once.

use super::draft::{Draft, SOME_TYPE, quieten};
use super::faults::{Fault, Place};
use super::sheets::{ABOUT, LISTS, SOURCES};
use super::texts;
use lapor_core::message::{self, Param, Text};
use lapor_core::{Engine, Error};
use serde_json::{Value, json};

/// A source that is always there, for a source at fault.
const SOME_SOURCE: &str = "\u{1}";
/// A receiver that is always there, for a receiver at fault.
const SOME_RECEIVER: &str = "kecamatan";
/// A matter that is always there, for a subject at fault.
const SOME_MATTER: &str = "lainnya";

/// Asks the library, and adds what it says to the faults of the draft.
pub(super) fn ask(draft: &mut Draft) {
    let mut copy = draft.overlay.clone();
    let mut rows = draft.rows.clone();
    // each round puts at least one member right
    let rounds = members(&copy);
    for _ in 0..rounds {
        let Err(error) = Engine::builder().pack(copy.to_string().as_bytes()).build() else { return };
        let path: Vec<&str> = error.path().trim_start_matches("/packs/0").split('/').skip(1).collect();
        let row_of =
            |list: &str, index: &str| -> Option<u64> { rows.get(list)?.get(index.parse::<usize>().ok()?).copied() };
        let place = place(draft, &path, &row_of);
        let text = sentence(&error, &|other: &str| {
            let mut parts = other.split('/').skip(1);
            let (list, index) = (parts.next()?, parts.next()?);
            let row = row_of(list, index)?;
            Some(Place::file(draft.table(list)?.sheet.file).row(row).short())
        });
        let fault = Fault { place, text };
        // a cell that was at fault before it was shown is named already
        if !draft.faults.iter().any(|known| known.place == fault.place) || is_list_member(&path) {
            draft.faults.push(fault);
        }
        if !put_right(&mut copy, &path) {
            let [list, index, ..] = path.as_slice() else { return };
            let (Some(rows), Some(Value::Array(items)), Ok(index)) =
                (rows.get_mut::<str>(list), copy.get_mut(*list), index.parse::<usize>())
            else {
                return;
            };
            if index >= items.len() || index >= rows.len() {
                return;
            }
            items.remove(index);
            rows.remove(index);
        }
    }
}

/// How many members there are, at any depth.
fn members(value: &Value) -> usize {
    match value {
        Value::Array(items) => items.iter().map(members).sum::<usize>() + 1,
        Value::Object(map) => map.values().map(members).sum::<usize>() + 1,
        _ => 1,
    }
}

/// True for one of several values of one cell: each is named.
fn is_list_member(path: &[&str]) -> bool {
    matches!(path, [_, _, "also" | "to", _])
}

/// The cell that a path of the overlay came from.
fn place(draft: &Draft, path: &[&str], row_of: &dyn Fn(&str, &str) -> Option<u64>) -> Place {
    let table = path.first().and_then(|list| draft.table(list));
    match (table, path) {
        (Some(table), [list, index, rest @ ..]) => match (row_of(list, index), rest) {
            (Some(row), [member, ..]) => table.member(row, member),
            (Some(row), []) => Place::file(table.sheet.file).row(row),
            (None, _) => Place::file(table.sheet.file),
        },
        (Some(table), _) => Place::file(table.sheet.file),
        (None, ["sources", ..]) => Place::file(SOURCES.file),
        (None, [member, ..]) => draft.entry(member),
        (None, []) => Place::file(ABOUT.file),
    }
}

/// The library's sentence in the words of the sheets: `matter` is the column `pokok_masalah`, `/offices` is `perangkat-daerah.csv`.
fn sentence(error: &Error, other: &dyn Fn(&str) -> Option<Text>) -> Text {
    let mut params = error.params().clone();
    let mut params_en = params.clone();
    if let Some(Param::Word(path)) = error.params().get("other")
        && let Some(row) = other(path)
    {
        params.insert("other", row.id.into());
        params_en.insert("other", row.en.into());
    }
    let of = |params: &message::Params, name: &str| match params.get(name) {
        Some(Param::Word(code)) if message::knows(code) => message::text(code, params),
        Some(Param::Word(plain)) => Text::new(plain.as_str(), plain.as_str()),
        Some(Param::List(list)) => Text::new(list.join(" | "), list.join(" | ")),
        _ => message::text(error.code().as_str(), params),
    };
    let accepted = texts::text("accepted", &[]);
    let whole = |reason: &str, accepted: &str, expected: &str| format!("{reason}. {accepted}: {expected}.");
    let id = whole(&of(&params, "reason").id, &accepted.id, &of(&params, "expected").id);
    let en = whole(&of(&params_en, "reason").en, &accepted.en, &of(&params_en, "expected").en);
    Text { id: files(&columns(&id)), en: files(&en) }
}

/// Members named as lists of the overlay become the names of their files.
fn files(text: &str) -> String {
    let text = text.replace("/sources", SOURCES.file);
    LISTS.iter().fold(text, |text, sheet| text.replace(&format!("/{}", sheet.member), sheet.file))
}

/// Members of an exception become the headings of their columns. Only for Indonesian, in which none of them is a word.
fn columns(text: &str) -> String {
    let columns = LISTS.iter().filter(|sheet| sheet.member == "exceptions").flat_map(|sheet| sheet.columns);
    let columns: Vec<_> = columns.map(|column| (column.member, column.heading)).collect();
    let known = |word: &str| {
        let bare = word.trim_end_matches([',', '.', ';']);
        let (_, heading) = columns.iter().find(|(member, _)| {
            *member == bare && ["matter", "group", "word", "when", "effect", "level"].contains(member)
        })?;
        Some(word.replacen(bare, heading, 1))
    };
    text.split(' ').map(|word| known(word).unwrap_or_else(|| word.to_owned())).collect::<Vec<_>>().join(" ")
}

/// Puts something harmless where the fault is. False where the whole row must go.
fn put_right(overlay: &mut Value, path: &[&str]) -> bool {
    let pointer = |path: &[&str]| path.iter().map(|part| format!("/{part}")).collect::<String>();
    match path {
        ["administrator"] => set(overlay, "/administrator", Value::Null),
        ["for"] => set(overlay, "/for", json!("11")),
        [list] if LISTS.iter().any(|sheet| sheet.member == *list) => set(overlay, &pointer(path), json!([])),
        [_, _, "source"] => {
            if let Some(Value::Object(sources)) = overlay.get_mut("sources") {
                sources.insert(SOME_SOURCE.to_owned(), SOME_SOURCE.into());
            }
            set(overlay, &pointer(path), SOME_SOURCE.into())
        }
        [_, _, "until"] => set(overlay, &pointer(path), Value::Null),
        ["offices", _, "type"] | ["offices", _, "also", _] => set(overlay, &pointer(path), SOME_TYPE.into()),
        ["offices" | "exceptions", index, "id"] => {
            if let Some(name) = overlay.pointer_mut(&format!("/offices/{index}/name"))
                && path.first() == Some(&"offices")
                && name.as_str().is_some_and(|name| name.trim().is_empty())
            {
                *name = SOME_SOURCE.into();
            }
            set(overlay, &pointer(path), format!("{SOME_SOURCE}{index}").into())
        }
        ["exceptions", index, rest @ ..] => {
            let Some(item) = overlay.pointer_mut(&format!("/exceptions/{index}")) else { return false };
            exception(item, rest)
        }
        _ => false,
    }
}

/// Puts something harmless into an exception.
fn exception(item: &mut Value, member: &[&str]) -> bool {
    let is_level = item.get("effect").is_some_and(|effect| effect == "level");
    match member {
        ["to", n] => set(item, &format!("/to/{n}"), SOME_RECEIVER.into()),
        ["to"] => set(item, "/to", if is_level { json!([]) } else { json!([SOME_RECEIVER]) }),
        ["level"] => set(item, "/level", if is_level { json!("pusat") } else { Value::Null }),
        ["matter" | "group"] if item.get("word").is_none_or(Value::is_null) => {
            quieten(item);
            set(item, "/matter", SOME_MATTER.into()) && set(item, "/group", Value::Null) && !is_level
        }
        ["when", ..] if !is_level && item.get("word").is_none_or(Value::is_null) => {
            quieten(item);
            set(item, "/when", json!({}))
        }
        _ => false,
    }
}

fn set(value: &mut Value, pointer: &str, new: Value) -> bool {
    match value.pointer_mut(pointer) {
        Some(old) => {
            *old = new;
            true
        }
        None => false,
    }
}
