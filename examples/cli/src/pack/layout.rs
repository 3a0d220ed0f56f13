//! The text of an overlay: members in the order of the design, each row on a line of its own, so that a difference is one of rows.

use serde_json::Value;

/// The text, with a line feed at the end.
pub(super) fn text(overlay: &Value) -> String {
    let mut out = String::from("{");
    let members = overlay.as_object().into_iter().flatten();
    for (at, (name, value)) in members.enumerate() {
        out.push_str(if at == 0 { "\n  " } else { ",\n  " });
        out.push_str(&Value::from(name.as_str()).to_string());
        out.push_str(": ");
        match (name.as_str(), value) {
            (_, Value::Array(items)) if !items.is_empty() => {
                lines(&mut out, '[', items.iter().map(inline), ']');
            }
            ("sources", Value::Object(map)) if !map.is_empty() => {
                lines(&mut out, '{', map.iter().map(|(name, value)| pair(name, value)), '}');
            }
            _ => out.push_str(&inline(value)),
        }
    }
    out.push_str("\n}\n");
    out
}

fn lines(out: &mut String, open: char, items: impl Iterator<Item = String>, close: char) {
    out.push(open);
    for (at, item) in items.enumerate() {
        out.push_str(if at == 0 { "\n    " } else { ",\n    " });
        out.push_str(&item);
    }
    out.push_str("\n  ");
    out.push(close);
}

fn pair(name: &str, value: &Value) -> String {
    format!("{}: {}", Value::from(name), inline(value))
}

/// A value on one line, with a blank behind each comma and colon.
fn inline(value: &Value) -> String {
    match value {
        Value::Array(items) => format!("[{}]", items.iter().map(inline).collect::<Vec<_>>().join(", ")),
        Value::Object(map) => {
            let members: Vec<_> = map.iter().map(|(name, value)| pair(name, value)).collect();
            format!("{{{}}}", members.join(", "))
        }
        _ => value.to_string(),
    }
}
