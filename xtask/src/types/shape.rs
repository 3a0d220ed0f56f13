//! One JSON Schema as one type of TypeScript. What the schemas of the wire do not use is refused, not guessed.

use serde_json::Value;
use std::fmt::Write;

/// Which way a type goes.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Side {
    /// A member with a default may be left out.
    Request,
    /// Every member is there.
    Answer,
}

/// The declaration of a type. `both_ways` says of another whether its members are optional in requests alone.
pub(super) fn shape(
    name: &str,
    schema: &Value,
    side: Side,
    both_ways: &dyn Fn(&str) -> bool,
) -> Result<String, String> {
    let mut doc = vec![description(schema)];
    doc.extend(values(schema));
    let mut out = comment(&doc, "");
    let name = public(name);
    let Some(members) = schema.get("properties").and_then(Value::as_object) else {
        let _ = writeln!(out, "export type {name} = {};", expression(schema, side, both_ways)?);
        return Ok(out);
    };
    let required: Vec<&str> =
        schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
    let _ = writeln!(out, "export interface {name} {{");
    for (member, schema) in members {
        let absent = !required.contains(&member.as_str()) || side == Side::Request && schema.get("default").is_some();
        let mark = if absent { "?" } else { "" };
        out.push_str(&comment(&[description(schema)], "  "));
        let _ = writeln!(out, "  {member}{mark}: {};", expression(schema, side, both_ways)?);
    }
    out.push_str("}\n");
    Ok(out)
}

/// The name of the definition that a schema refers to.
pub(super) fn reference(schema: &Value) -> Option<String> {
    let path = schema.get("$ref")?.as_str()?;
    Some(path.trim_start_matches("#/$defs/").to_owned())
}

/// Lines of TSDoc.
pub(super) fn comment(lines: &[String], indent: &str) -> String {
    match lines {
        [line] => format!("{indent}/** {line} */\n"),
        _ => {
            let lines: String = lines.iter().map(|line| format!("{indent} * {line}\n")).collect();
            format!("{indent}/**\n{lines}{indent} */\n")
        }
    }
}

/// The name for those who write TypeScript, who have a `Date` already.
fn public(name: &str) -> &str {
    if name == "Date" { "CivilDate" } else { name }
}

fn description(schema: &Value) -> String {
    schema.get("description").and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// What each value of a closed set means.
fn values(schema: &Value) -> Vec<String> {
    let cases = schema.get("oneOf").and_then(Value::as_array).into_iter().flatten();
    cases.filter_map(|case| Some(format!("- `{}`: {}", case.get("const")?.as_str()?, description(case)))).collect()
}

fn expression(schema: &Value, side: Side, both_ways: &dyn Fn(&str) -> bool) -> Result<String, String> {
    let inner = |schema: &Value| expression(schema, side, both_ways);
    if let Some(name) = reference(schema) {
        let there = side == Side::Answer && both_ways(&name);
        return Ok(if there { format!("Required<{}>", public(&name)) } else { public(&name).to_owned() });
    }
    if let Some(value) = schema.get("const") {
        return Ok(value.to_string());
    }
    for several in ["oneOf", "anyOf"] {
        if let Some(cases) = schema.get(several).and_then(Value::as_array) {
            return Ok(cases.iter().map(inner).collect::<Result<Vec<_>, _>>()?.join(" | "));
        }
    }
    let kinds: Vec<&str> = match schema.get("type") {
        Some(Value::String(kind)) => vec![kind],
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).collect(),
        _ => return Err(format!("no type in {schema}")),
    };
    let kinds = kinds.into_iter().map(|kind| {
        Ok(match kind {
            "string" | "boolean" | "null" => kind.to_owned(),
            "integer" | "number" => "number".to_owned(),
            "array" => {
                let item = inner(schema.get("items").ok_or("an array of what?")?)?;
                if item.contains(" | ") { format!("({item})[]") } else { format!("{item}[]") }
            }
            "object" => match schema.get("additionalProperties") {
                Some(Value::Bool(false)) => "Record<string, never>".to_owned(),
                None | Some(Value::Bool(true)) => "Record<string, unknown>".to_owned(),
                Some(value) => format!("Record<string, {}>", inner(value)?),
            },
            other => return Err(format!("the type {other}")),
        })
    });
    Ok(kinds.collect::<Result<Vec<_>, String>>()?.join(" | "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const OF: &str = "Other";

    fn declared(schema: Value, side: Side) -> String {
        shape("T", &schema, side, &|name| name == OF).unwrap()
    }

    #[test]
    fn closed_sets_are_unions_that_say_what_they_mean() {
        let schema = json!({"description": "Unit.", "oneOf": [
            {"type": "string", "const": "days", "description": "Days."},
            {"type": "string", "const": "years", "description": "Years."}]});
        let expected =
            "/**\n * Unit.\n * - `days`: Days.\n * - `years`: Years.\n */\nexport type T = \"days\" | \"years\";\n";
        assert_eq!(declared(schema, Side::Answer), expected);
    }

    #[test]
    fn what_has_a_default_may_be_left_out_of_a_request_alone() {
        let schema = json!({"description": "D.", "type": "object", "required": ["a", "b"], "properties": {
            "a": {"description": "A.", "$ref": "#/$defs/Other"},
            "b": {"description": "B.", "type": ["string", "null"], "default": null}}});
        let head = "/** D. */\nexport interface T {\n  /** A. */\n";
        let request = format!("{head}  a: Other;\n  /** B. */\n  b?: string | null;\n}}\n");
        assert_eq!(declared(schema.clone(), Side::Request), request);
        let answer = format!("{head}  a: Required<Other>;\n  /** B. */\n  b: string | null;\n}}\n");
        assert_eq!(declared(schema, Side::Answer), answer);
    }

    #[test]
    fn lists_of_several_types_are_in_brackets() {
        let schema = json!({"description": "L.", "type": "array", "items": {"type": ["string", "null"]}});
        assert_eq!(declared(schema, Side::Answer), "/** L. */\nexport type T = (string | null)[];\n");
    }

    #[test]
    fn what_is_not_known_is_refused() {
        let schema = json!({"description": "L.", "not": {"type": "string"}});
        assert!(shape("T", &schema, Side::Answer, &|_| false).is_err());
    }
}
