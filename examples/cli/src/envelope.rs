//! The envelope of an answer: what the command reads in it, and what it puts in front.

use lapor_core::Error;
use serde::Deserialize;
use std::fmt::Write;

/// The text of an envelope for an error of the command's own: the line itself could not be read.
pub(crate) fn refusal(error: &Error) -> String {
    let body = serde_json::to_string(error).unwrap_or_else(|_| format!("{{\"code\":\"{}\"}}", error.code().as_str()));
    format!("{{\"ok\":false,\"error\":{body}}}")
}

/// Puts `id` (JSON text, as given) and `line` in front of `ok`.
pub(crate) fn splice(id: Option<&str>, line: Option<u64>, envelope: &str) -> String {
    let mut out = String::with_capacity(envelope.len() + 32 + id.map_or(0, str::len));
    out.push('{');
    if let Some(id) = id {
        let _ = write!(out, "\"id\":{id},");
    }
    if let Some(line) = line {
        let _ = write!(out, "\"line\":{line},");
    }
    out.push_str(envelope.strip_prefix('{').unwrap_or(envelope));
    out
}

/// What the command reads of an envelope; all else passes by.
#[derive(Debug, Deserialize)]
pub(crate) struct Envelope {
    /// The answer.
    pub(crate) answer: Option<Answer>,
    /// The error.
    pub(crate) error: Option<Fault>,
}

/// An error of the wire.
#[derive(Debug, Deserialize)]
pub(crate) struct Fault {
    /// Stable code.
    pub(crate) code: String,
    /// Place in the request.
    pub(crate) path: String,
    /// Sentence.
    pub(crate) text: Text,
}

impl From<&Error> for Fault {
    fn from(error: &Error) -> Self {
        let text = error.text();
        let text = Text { id: text.id, en: text.en };
        Fault { code: error.code().as_str().to_owned(), path: error.path().to_owned(), text }
    }
}

/// A text in both languages.
#[derive(Debug, Deserialize)]
pub(crate) struct Text {
    /// Indonesian.
    pub(crate) id: String,
    /// English.
    #[serde(default)]
    pub(crate) en: String,
}

/// An answer of `triage`.
#[derive(Debug, Deserialize)]
pub(crate) struct Answer {
    /// No block finding.
    pub(crate) accepted: bool,
    /// What it is about.
    pub(crate) matter: Matter,
    /// Who receives.
    pub(crate) route: Route,
    /// What is due when.
    pub(crate) deadlines: Vec<Deadline>,
}

/// What it is about.
#[derive(Debug, Deserialize)]
pub(crate) struct Matter {
    /// Name, when found.
    pub(crate) name: Option<Text>,
}

/// Who receives.
#[derive(Debug, Deserialize)]
pub(crate) struct Route {
    /// The receiver.
    pub(crate) lead: Option<Office>,
    /// Why there is none, and who decides.
    pub(crate) needs_triage: Option<Coordinator>,
    /// Per mille.
    pub(crate) score: u32,
    /// Offices looked at, the lead first.
    pub(crate) candidates: Vec<Candidate>,
    /// What would change the lead.
    pub(crate) question: Option<Question>,
}

/// An office.
#[derive(Debug, Deserialize)]
pub(crate) struct Office {
    /// Id, such as `12.71/dishub`.
    pub(crate) id: String,
    /// Name.
    pub(crate) name: String,
    /// `registered` or `typical`.
    pub(crate) naming: String,
}

/// Who decides when nobody leads.
#[derive(Debug, Deserialize)]
pub(crate) struct Coordinator {
    /// Why.
    pub(crate) reason: Reason,
    /// Who.
    pub(crate) coordinator: Office,
}

/// Why.
#[derive(Debug, Deserialize)]
pub(crate) struct Reason {
    /// Stable code.
    pub(crate) code: String,
    /// Sentence.
    pub(crate) text: Text,
}

/// An office that was looked at.
#[derive(Debug, Deserialize)]
pub(crate) struct Candidate {
    /// How it ended.
    pub(crate) outcome: String,
    /// Why.
    pub(crate) reasons: Vec<Reason>,
}

/// A question to the reporter.
#[derive(Debug, Deserialize)]
pub(crate) struct Question {
    /// The question.
    pub(crate) text: Text,
}

/// Something that is due.
#[derive(Debug, Deserialize)]
pub(crate) struct Deadline {
    /// The day, where the calendar reaches it.
    pub(crate) due: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn id_and_line_come_before_ok_and_only_if_known() {
        let envelope = "{\"ok\":true,\"answer\":{}}";
        assert_eq!(splice(None, None, envelope), envelope);
        assert_eq!(splice(Some("\"a\""), Some(3), envelope), "{\"id\":\"a\",\"line\":3,\"ok\":true,\"answer\":{}}");
        assert_eq!(splice(Some("7"), None, envelope), "{\"id\":7,\"ok\":true,\"answer\":{}}");
    }
}
