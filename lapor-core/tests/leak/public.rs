//! What of an envelope is not public. Every output of every operation is, but for the rows here; an operation that is in no row is public as a
//! whole, and so is every error but for the names of members in its path.

use super::plant::Datum;
use serde_json::Value;

/// Members of an answer that may carry what was planted.
struct Exception {
    operation: &'static str,
    /// Of which requests, by request and envelope.
    when: fn(&Value, &Value) -> bool,
    /// JSON pointers into the envelope; `*` is any member or item.
    members: &'static [&'static str],
    /// Which data.
    data: fn(&Datum) -> bool,
    /// Why.
    reason: &'static str,
}

fn always(_: &Value, _: &Value) -> bool {
    true
}

fn any(_: &Datum) -> bool {
    true
}

/// True if the view names one of these reasons.
fn says(envelope: &Value, codes: &[&str]) -> bool {
    let reasons = envelope.pointer("/answer/reasons").and_then(Value::as_array);
    reasons.is_some_and(|reasons| reasons.iter().any(|reason| codes.iter().any(|code| reason["code"] == *code)))
}

const EXCEPTIONS: &[Exception] = &[
    Exception {
        operation: "*",
        when: always,
        members: &["/error/path"],
        data: |datum| datum.named,
        reason: "the path of a refusal names members, whose names are the host's (wire §2)",
    },
    Exception {
        operation: "text.normalize",
        when: always,
        members: &["/answer/text", "/answer/words/*/word"],
        data: any,
        reason: "it gives the words back to the host, who sent them",
    },
    Exception {
        operation: "text.redact",
        when: |request, _| request["keep"].as_u64().is_some_and(|keep| keep > 0),
        members: &["/answer/text", "/answer/spans/*/replacement"],
        data: any,
        reason: "the host asks that the last letters and digits stay",
    },
    Exception {
        operation: "text.redact",
        when: |request, _| !request["least"].is_null(),
        members: &["/answer/text"],
        data: any,
        reason: "the host asks that only what is surer than that be found",
    },
    Exception {
        operation: "identity.check",
        when: always,
        members: &[
            "/answer/value",
            "/answer/nik",
            "/answer/kk",
            "/answer/npwp",
            "/answer/nip",
            "/answer/phone",
            "/answer/email",
            "/answer/plate",
        ],
        data: any,
        reason: "it takes the one number that was sent apart; its verdict and findings stay clean",
    },
    Exception {
        operation: "complaint.view",
        when: |request, _| request["audience"] == "reporter",
        members: &["/answer/complaint"],
        data: any,
        reason: "reporters see their own report",
    },
    Exception {
        operation: "complaint.view",
        when: |request, envelope| {
            let protected = ["view_anonymous", "view_whistleblower"].iter().all(|code| says(envelope, &[code]));
            request["audience"] == "coordinator" && !protected
        },
        members: &["/answer/complaint"],
        data: any,
        reason: "the administrator verifies and forwards, with all data",
    },
    Exception {
        operation: "complaint.view",
        when: |request, _| request["audience"] == "coordinator",
        members: &["/answer/complaint"],
        data: |datum| !matches!(datum.own, Some("name" | "nik" | "address" | "on_behalf_of")),
        reason: "who is anonymous and reports abuse is known to the administrator by phone and e-mail only",
    },
    Exception {
        operation: "complaint.view",
        when: |request, _| request["audience"] == "coordinator",
        members: &["/answer/complaint/reporter/phone", "/answer/complaint/reporter/email"],
        data: any,
        reason: "those two are shown as they were given, whatever somebody wrote there",
    },
    Exception {
        operation: "complaint.view",
        when: |request, _| request["audience"] == "oversight" || request["audience"] == "handling_unit",
        members: &["/answer/complaint"],
        data: |datum| datum.own.is_none(),
        reason: "who acts or oversees sees the persons of the case",
    },
    Exception {
        operation: "complaint.view",
        when: |request, envelope| request["audience"] == "oversight" && !says(envelope, &["view_anonymous"]),
        members: &["/answer/complaint"],
        data: any,
        reason: "a report to the overseer names its reporter, unless anonymous",
    },
    Exception {
        operation: "complaint.view",
        when: |request, envelope| {
            request["audience"] == "handling_unit" && !says(envelope, &["view_anonymous", "view_whistleblower"])
        },
        members: &["/answer/complaint"],
        data: any,
        reason: "the office that acts knows who reports, unless anonymous or itself reported",
    },
    Exception {
        operation: "complaint.view",
        when: |request, envelope| request["audience"] == "other_agency" && says(envelope, &["view_whistleblower"]),
        members: &["/answer/complaint"],
        data: |datum| datum.own.is_none() && matches!(datum.kind, "name" | "nip"),
        reason: "a report of abuse is about the conduct of officials, whom it names",
    },
    Exception {
        operation: "pack.check",
        when: always,
        members: &[
            "/answer/overlay",
            "/answer/findings/*/params/feature",
            "/answer/findings/*/params/receiver",
            "/answer/findings/*/params/rule",
            "/answer/findings/*/text",
        ],
        data: any,
        reason: "an overlay is the host's own, no report: its id, its rules and offices, and the feature it asks for are said by name",
    },
    Exception {
        operation: "pack.diff",
        when: always,
        members: &["/answer/routes/*/before", "/answer/routes/*/after", "/error/params/feature", "/error/text"],
        data: any,
        reason: "the same; a route leads to an office by the id that the overlay gives it",
    },
];

/// The rows that hold for a datum.
pub fn rows(operation: &str, request: &Value, envelope: &Value, datum: &Datum) -> Vec<usize> {
    let holds = |row: &Exception| {
        (row.operation == operation || row.operation == "*") && (row.data)(datum) && (row.when)(request, envelope)
    };
    (0..EXCEPTIONS.len()).filter(|n| holds(&EXCEPTIONS[*n])).collect()
}

/// The envelope without the members of these rows.
pub fn public(envelope: &Value, rows: &[usize]) -> Value {
    let mut out = envelope.clone();
    for member in rows.iter().flat_map(|n| EXCEPTIONS[*n].members) {
        let path: Vec<&str> = member.split('/').skip(1).collect();
        cut(&mut out, &path);
    }
    out
}

fn cut(value: &mut Value, path: &[&str]) {
    let Some((first, rest)) = path.split_first() else {
        *value = Value::Null;
        return;
    };
    match value {
        Value::Object(members) => {
            members.iter_mut().filter(|(name, _)| *first == "*" || name == first).for_each(|(_, v)| cut(v, rest))
        }
        Value::Array(items) if *first == "*" => items.iter_mut().for_each(|item| cut(item, rest)),
        _ => {}
    }
}

/// Every row names an operation that there is, and says why.
pub fn check(operations: &[String]) {
    for row in EXCEPTIONS {
        assert!(
            row.operation == "*" || operations.iter().any(|known| known == row.operation),
            "no operation {}",
            row.operation
        );
        assert!(!row.reason.is_empty() && !row.members.is_empty());
    }
}
