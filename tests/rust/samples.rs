//! The sample complaints of `examples/data` with what is expected of each: the one reader, which the core's test and xtask include by path.

use serde_json::{Map, Value};
use std::path::Path;

/// A line of `complaints.jsonl`.
pub(crate) struct Sample {
    /// Its id.
    pub(crate) id: String,
    /// The request of `triage`.
    pub(crate) request: String,
    /// Member → value, or a list of values of which one must be found.
    pub(crate) expect: Map<String, Value>,
}

/// Every sample.
pub(crate) fn all(root: &Path) -> Result<Vec<Sample>, String> {
    let path = "examples/data/complaints.jsonl";
    let text = std::fs::read_to_string(root.join(path)).map_err(|e| format!("{path}: {e}"))?;
    let mut out = Vec::new();
    for (n, line) in text.lines().enumerate() {
        let fault = |what: &str| format!("{path}:{}: {what}", n + 1);
        let mut members: Map<String, Value> = serde_json::from_str(line).map_err(|e| fault(&e.to_string()))?;
        let Some(Value::String(id)) = members.remove("id") else { return Err(fault("no id")) };
        let Some(Value::Object(expect)) = members.remove("expect") else { return Err(fault("no expect")) };
        members.remove("trap");
        out.push(Sample { id, expect, request: Value::Object(members).to_string() });
    }
    Ok(out)
}

/// Where in an answer the members of `expect` stand.
fn pointer(member: &str) -> Option<&'static str> {
    Some(match member {
        "matter" => "/matter/id",
        "lead" => "/route/lead/id",
        "needs_triage" => "/route/needs_triage/reason/code",
        "place" => "/place/region/code",
        "question" => "/route/question/discriminator",
        _ => return None,
    })
}

impl Sample {
    /// What an answer's envelope has wrong; empty if the sample ends where it should.
    pub(crate) fn faults(&self, envelope: &Value) -> Vec<String> {
        let Some(answer) = envelope.get("answer") else {
            return vec![format!("refused: {}", envelope.get("error").unwrap_or(&Value::Null))];
        };
        let judge = |(member, wanted): (&String, &Value)| {
            let Some(pointer) = pointer(member) else { return Some(format!("expect has no member {member}")) };
            let found = answer.pointer(pointer).unwrap_or(&Value::Null);
            let fits = match wanted {
                Value::Array(any) => any.contains(found),
                one => one == found,
            };
            (!fits).then(|| format!("{member}: expected {wanted}, found {found}"))
        };
        self.expect.iter().filter_map(judge).collect()
    }
}
