//! Requests of the vectors with personal data planted into them.

use super::plant::{Datum, KINDS, datum, reporter};
use super::random::Draw;
use serde_json::{Map, Value};

/// Members in which a code, a number or a moment stands: what is planted there is refused, and the refusal must not quote it. What is not
/// named here is taken for a text, also in an operation to come.
const CODES: [&str; 36] = [
    "audience",
    "classification",
    "code",
    "date_of_incident",
    "dates",
    "detail",
    "for",
    "from",
    "group",
    "id",
    "jurisdiction",
    "kind",
    "lapor_id",
    "level",
    "levels",
    "limit",
    "matter",
    "now",
    "office",
    "offsets",
    "operator",
    "pack",
    "parent",
    "profile",
    "received_at",
    "region",
    "regime",
    "requires",
    "status",
    "supervision",
    "to",
    "type",
    "unit",
    "version",
    "within",
    "when",
];

/// A request and what was planted.
pub struct Planted {
    pub bytes: Vec<u8>,
    /// As JSON, before it was cut short.
    pub request: Value,
    pub data: Vec<Datum>,
}

/// Plants into a request.
pub fn plant(seed: &Value, draw: &mut Draw) -> Planted {
    let mut request = seed.clone();
    let mut data = Vec::new();
    if let Some(complaint) = request.get_mut("complaint").and_then(Value::as_object_mut) {
        // a host need not say who reports
        if !draw.shape.once_in(5) {
            data = reporter(draw);
            fill(complaint, &data, draw);
        }
        enrich(complaint, draw);
    }
    let (texts, codes): (Vec<_>, Vec<_>) = strings(&request).into_iter().partition(|path| !is_code(path));
    let own = data.len();
    for path in &texts {
        if path.starts_with("/complaint/reporter/") || draw.shape.below(100) >= percent(path) {
            continue;
        }
        let sown = sentence(draw, &data[..own]);
        let Some(Value::String(text)) = request.pointer_mut(path) else { continue };
        let (said, new) = sown;
        *text = match draw.shape.below(4) {
            0 => said,
            1 => format!("{said}. {text}"),
            _ => format!("{text}. {said}."),
        };
        data.extend(new);
    }
    let how = draw.shape.below(10);
    if how < 3 && !codes.is_empty() || texts.is_empty() {
        misplace(&mut request, &codes, draw, &mut data);
    }
    let mut bytes = request.to_string().into_bytes();
    if how == 9 {
        // ends in the middle, or is no object
        let at = draw.shape.below(bytes.len());
        bytes.truncate(at);
    }
    Planted { bytes, request, data }
}

/// In how many of a hundred times a text is planted over. An answer or a row of an overlay that is planted over is mostly refused, and the rest
/// unread.
fn percent(path: &str) -> usize {
    match path.split('/').nth(1) {
        Some("overlay" | "before" | "after") => 4,
        _ if path.contains("/answers/") => 25,
        _ => 75,
    }
}

/// A sentence or two with data in them, some of them the reporter's.
fn sentence(draw: &mut Draw, own: &[Datum]) -> (String, Vec<Datum>) {
    let (mut said, mut new) = (Vec::new(), Vec::new());
    for _ in 0..=draw.shape.below(3) {
        if !own.is_empty() && draw.shape.once_in(3) {
            said.push(own[draw.shape.below(own.len())].said.clone());
        } else {
            let kind = draw.shape.pick(&KINDS);
            let planted = datum(draw, kind);
            said.push(planted.said.clone());
            new.push(planted);
        }
    }
    (said.join(". "), new)
}

fn fill(complaint: &mut Map<String, Value>, own: &[Datum], draw: &mut Draw) {
    let mut members = Map::new();
    for datum in own {
        if let Some(member) = datum.own {
            members.insert(member.to_owned(), Value::from(datum.bare.clone()));
        }
    }
    complaint.insert("reporter".to_owned(), Value::Object(members));
    if draw.shape.once_in(3) {
        complaint.insert("is_anonymous".to_owned(), Value::from(draw.shape.once_in(2)));
    }
}

/// Members that few seeds have, so that all of a complaint's are walked. What they hold is planted over like any other text.
fn enrich(complaint: &mut Map<String, Value>, draw: &mut Draw) {
    for name in ["title", "content", "channel", "category", "suggested_institution"] {
        if draw.shape.once_in(4) {
            complaint.entry(name).or_insert_with(|| Value::from("Lampu jalan mati"));
        }
    }
    if draw.shape.once_in(4) {
        let file = serde_json::json!([{"name": "berkas.pdf", "media_type": "application/pdf", "bytes": 2000}]);
        complaint.entry("attachments").or_insert(file);
    }
    for name in ["answers", "extra"] {
        if draw.shape.once_in(6) {
            complaint.entry(name).or_insert_with(|| serde_json::json!({"catatan": "isi"}));
        }
    }
    if draw.shape.once_in(4) {
        let place = serde_json::json!({"address": "Jalan Melati", "postal_code": "20222"});
        complaint.entry("location").or_insert(place);
    }
}

/// Puts data where a code, a number or a moment is expected, or under a name of `extra` or `answers`; sometimes as another type.
fn misplace(request: &mut Value, codes: &[String], draw: &mut Draw, data: &mut Vec<Datum>) {
    let kind = draw.shape.pick(&KINDS);
    let mut planted = datum(draw, kind);
    let said = if draw.shape.once_in(2) { planted.bare.clone() } else { planted.said.clone() };
    let digits: String = planted.bare.chars().filter(char::is_ascii_digit).collect();
    let value = match draw.shape.below(5) {
        0 => digits.parse::<u64>().map_or_else(|_| Value::from(said.clone()), Value::from),
        1 => serde_json::json!([said]),
        _ => Value::from(said.clone()),
    };
    let named = ["/complaint/answers", "/complaint/extra", "/answers"];
    let objects: Vec<&str> =
        named.into_iter().filter(|path| request.pointer(path).is_some_and(Value::is_object)).collect();
    if !objects.is_empty() && (codes.is_empty() || draw.shape.once_in(2)) {
        let path = draw.shape.pick(&objects);
        if let Some(members) = request.pointer_mut(path).and_then(Value::as_object_mut) {
            members.insert(said, value);
            planted.named = true;
        }
    } else if !codes.is_empty() {
        let at = draw.shape.below(codes.len());
        if let Some(place) = request.pointer_mut(&codes[at]) {
            *place = value;
        }
    } else if let Some(members) = request.as_object_mut() {
        // nothing to plant into: the protocol's own member takes it
        members.insert("wire".to_owned(), value);
    }
    data.push(planted);
}

fn is_code(path: &str) -> bool {
    let mut names = path.rsplit('/').filter(|name| name.parse::<usize>().is_err());
    let name = names.next().unwrap_or("");
    let within = names.next().unwrap_or("");
    CODES.contains(&name) && within != "location" && within != "answers" && within != "extra"
}

/// Where strings stand.
fn strings(value: &Value) -> Vec<String> {
    fn walk(value: &Value, path: &str, out: &mut Vec<String>) {
        match value {
            Value::String(_) => out.push(path.to_owned()),
            Value::Array(items) => {
                items.iter().enumerate().for_each(|(n, item)| walk(item, &format!("{path}/{n}"), out))
            }
            Value::Object(members) => {
                for (name, value) in members {
                    walk(value, &format!("{path}/{}", name.replace('~', "~0").replace('/', "~1")), out);
                }
            }
            _ => {}
        }
    }
    let mut out = Vec::new();
    walk(value, "", &mut out);
    out
}
