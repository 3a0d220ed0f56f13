//! A validator for the part of JSON Schema that the files in `include/schema` use. A keyword that it does not know is a fault: a schema that says
//! more than is checked would look as if it counted (peers.md V1).

use serde_json::{Map, Value};

/// Keywords that tell people something and check nothing.
const SILENT: [&str; 6] = ["$schema", "$defs", "title", "description", "default", "format"];

/// A schema file, and how strictly objects are read.
pub(crate) struct Schema<'a> {
    /// The file, with its `$defs`.
    pub(crate) root: &'a Value,
    /// True for answers: members are all those documented and no others, in the documented order.
    pub(crate) exact: bool,
}

impl Schema<'_> {
    /// What is wrong with a value by the definition of that name, each with its place.
    pub(crate) fn faults(&self, name: &str, value: &Value) -> Vec<String> {
        let mut out = Vec::new();
        match self.root["$defs"].get(name) {
            Some(schema) => self.check(schema, value, "", &mut out),
            None => out.push(format!("no definition {name}")),
        }
        out
    }

    /// What is wrong with a value by the whole file.
    pub(crate) fn faults_of_file(&self, value: &Value) -> Vec<String> {
        let mut out = Vec::new();
        self.check(self.root, value, "", &mut out);
        out
    }

    fn holds(&self, schema: &Value, value: &Value) -> bool {
        let mut faults = Vec::new();
        self.check(schema, value, "", &mut faults);
        faults.is_empty()
    }

    fn check(&self, schema: &Value, value: &Value, path: &str, out: &mut Vec<String>) {
        let rules = match schema {
            Value::Bool(true) => return,
            Value::Object(rules) => rules,
            _ => return out.push(format!("{path}: the schema allows nothing")),
        };
        for (keyword, rule) in rules {
            let fault = match keyword.as_str() {
                word if SILENT.contains(&word) => None,
                "$ref" => {
                    let name = rule.as_str().and_then(|r| r.strip_prefix("#/$defs/")).unwrap_or_default();
                    match self.root["$defs"].get(name) {
                        Some(schema) => {
                            self.check(schema, value, path, out);
                            None
                        }
                        None => Some(format!("{rule} leads nowhere")),
                    }
                }
                "type" => (!types(rule).any(|t| is(t, value))).then(|| format!("is not {rule}")),
                "const" => (rule != value).then(|| format!("is not {rule}")),
                "enum" => (!items(rule).any(|v| v == value)).then(|| format!("is none of {rule}")),
                "anyOf" => (!items(rule).any(|s| self.holds(s, value))).then(|| "fits none of anyOf".to_owned()),
                "oneOf" => {
                    let fits = items(rule).filter(|s| self.holds(s, value)).count();
                    (fits != 1).then(|| format!("fits {fits} of oneOf"))
                }
                "minimum" => (value.as_f64() < rule.as_f64() && value.is_number()).then(|| format!("is below {rule}")),
                "maximum" => (value.as_f64() > rule.as_f64()).then(|| format!("is above {rule}")),
                "pattern" => {
                    let pattern = rule.as_str().unwrap_or_default();
                    value.as_str().filter(|text| !pattern::fits(pattern, text)).map(|_| format!("is not {pattern}"))
                }
                "items" => {
                    for (n, item) in items(value).enumerate() {
                        self.check(rule, item, &format!("{path}/{n}"), out);
                    }
                    None
                }
                "required" => {
                    let absent = items(rule)
                        .filter_map(Value::as_str)
                        .find(|name| value.as_object().is_some_and(|members| !members.contains_key(*name)));
                    absent.map(|name| format!("has no {name}"))
                }
                "properties" => {
                    self.members(rules, rule, value, path, out);
                    None
                }
                "additionalProperties" => {
                    let known = rules.get("properties").and_then(Value::as_object);
                    for (name, member) in value.as_object().into_iter().flatten() {
                        if known.is_none_or(|k| !k.contains_key(name)) {
                            self.check(rule, member, &format!("{path}/{name}"), out);
                        }
                    }
                    None
                }
                other => Some(format!("the schema has a keyword that is not checked: {other}")),
            };
            out.extend(fault.map(|fault| format!("{path}: {fault}")));
        }
    }

    fn members(&self, rules: &Map<String, Value>, known: &Value, value: &Value, path: &str, out: &mut Vec<String>) {
        let (Some(known), Some(members)) = (known.as_object(), value.as_object()) else { return };
        for (name, member) in members {
            if let Some(schema) = known.get(name) {
                self.check(schema, member, &format!("{path}/{name}"), out);
            }
        }
        let open = rules.get("additionalProperties").is_some_and(|more| *more != false);
        if self.exact && !open && !members.keys().eq(known.keys()) {
            let (found, wanted): (Vec<_>, Vec<_>) = (members.keys().collect(), known.keys().collect());
            out.push(format!("{path}: members {found:?}, documented {wanted:?}"));
        }
    }
}

fn items(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn types(rule: &Value) -> impl Iterator<Item = &str> {
    items(rule).chain(Some(rule)).filter_map(Value::as_str)
}

fn is(kind: &str, value: &Value) -> bool {
    match kind {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        _ => false,
    }
}

/// Patterns as the schemas write them: anchored, of literals, classes of ASCII, groups, `|`, `?` and `{n}`.
mod pattern {
    /// True if the whole text fits.
    pub(super) fn fits(pattern: &str, text: &str) -> bool {
        let inner = pattern.strip_prefix('^').and_then(|p| p.strip_suffix('$')).expect("patterns are anchored");
        let mut walk = Walk { pattern: inner.as_bytes(), at: 0, text: text.as_bytes() };
        let ends = walk.choice(&[0]);
        assert_eq!(walk.at, inner.len(), "a pattern of another kind: {pattern}");
        ends.contains(&text.len())
    }

    /// Reads the pattern once and carries along where in the text it may stand.
    struct Walk<'a> {
        pattern: &'a [u8],
        at: usize,
        text: &'a [u8],
    }

    impl Walk<'_> {
        fn next(&self) -> Option<u8> {
            self.pattern.get(self.at).copied()
        }

        fn choice(&mut self, starts: &[usize]) -> Vec<usize> {
            let mut ends = self.sequence(starts);
            while self.next() == Some(b'|') {
                self.at += 1;
                ends.extend(self.sequence(starts));
            }
            ends
        }

        fn sequence(&mut self, starts: &[usize]) -> Vec<usize> {
            let mut here = starts.to_vec();
            while self.next().is_some_and(|c| c != b'|' && c != b')') {
                let atom = self.at;
                let mut there = self.atom(&here);
                match self.next() {
                    Some(b'?') => {
                        self.at += 1;
                        there.extend(&here);
                    }
                    Some(b'{') => {
                        let close = self.pattern[self.at..].iter().position(|c| *c == b'}').unwrap() + self.at;
                        let digits = std::str::from_utf8(&self.pattern[self.at + 1..close]).unwrap();
                        for _ in 1..digits.parse::<usize>().expect("{n} only") {
                            self.at = atom;
                            there = self.atom(&there);
                        }
                        self.at = close + 1;
                    }
                    _ => {}
                }
                here = there;
            }
            here
        }

        fn atom(&mut self, starts: &[usize]) -> Vec<usize> {
            let first = self.pattern[self.at];
            self.at += 1;
            let step = |allowed: &dyn Fn(u8) -> bool| -> Vec<usize> {
                starts.iter().filter(|s| self.text.get(**s).is_some_and(|c| allowed(*c))).map(|s| s + 1).collect()
            };
            match first {
                b'(' => {
                    let ends = self.choice(starts);
                    assert_eq!(self.next(), Some(b')'));
                    self.at += 1;
                    ends
                }
                b'[' => {
                    let close = self.pattern[self.at..].iter().position(|c| *c == b']').unwrap() + self.at;
                    let class = &self.pattern[self.at..close];
                    let ends = match class {
                        [from, b'-', to] => step(&|c| (*from..=*to).contains(&c)),
                        any => step(&|c| any.contains(&c)),
                    };
                    self.at = close + 1;
                    ends
                }
                b'\\' => {
                    let literal = self.pattern[self.at];
                    let ends = step(&|c| c == literal);
                    self.at += 1;
                    ends
                }
                literal => {
                    assert!(!b"*+.^$".contains(&literal), "a pattern of another kind");
                    step(&|c| c == literal)
                }
            }
        }
    }
}
