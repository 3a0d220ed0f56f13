//! What a person sees of an answer: the columns of the table and of a CSV output.

use crate::envelope::{Answer, Envelope, Office};

/// Names of the columns in a CSV output. The table has the first eight.
pub(crate) const NAMES: [&str; 9] =
    ["no", "judul", "pokok_masalah", "kepada", "keyakinan", "alasan", "tenggat", "pertanyaan", "kesalahan"];
/// Place of the title among the columns.
pub(crate) const TITLE: usize = 1;
/// The longest reason, in characters.
const REASON: usize = 60;

/// The cells of one line, in the order of [`NAMES`].
pub(crate) fn cells(number: u64, title: &str, envelope: &Envelope) -> [String; 9] {
    let [matter, office, score, reason, due, question] = envelope.answer.as_ref().map(understood).unwrap_or_default();
    let fault = envelope.error.as_ref().map(|fault| format!("{} {}", fault.code, fault.path).trim_end().to_owned());
    [number.to_string(), clean(title), matter, office, score, reason, due, question, fault.unwrap_or_default()]
}

/// Matter, receiver, confidence, reason, day and question of an answer.
fn understood(answer: &Answer) -> [String; 6] {
    let route = &answer.route;
    let matter = answer.matter.name.as_ref().map_or_else(String::new, |name| clean(&name.id));
    let (office, reason) = match (&route.lead, &route.needs_triage) {
        (Some(lead), _) => (named(lead), route.candidates.first().filter(|first| first.outcome == "lead")),
        (None, Some(triage)) => (format!("(disposisi) {}", named(&triage.coordinator)), None),
        (None, None) => Default::default(),
    };
    let reason = match &route.needs_triage {
        Some(triage) => Some(&triage.reason),
        None => reason.and_then(|lead| lead.reasons.first()),
    };
    [
        matter,
        office,
        format!("{}%", route.score / 10),
        reason.map_or_else(String::new, |reason| cut(&clean(&reason.text.id))),
        answer.deadlines.iter().find_map(|deadline| deadline.due.clone()).unwrap_or_default(),
        route.question.as_ref().map_or_else(String::new, |question| clean(&question.text.id)),
    ]
}

/// An office as people read it; the usual name is not passed off as the office's own.
fn named(office: &Office) -> String {
    let name = clean(&office.name);
    if office.naming == "typical" { format!("biasanya {name}") } else { name }
}

/// One line without control characters: a complaint must not steer the terminal.
pub(crate) fn clean(text: &str) -> String {
    let words = text.split(|letter: char| letter.is_whitespace() || letter.is_control());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// At most sixty characters, the last an ellipsis if something is left out.
fn cut(text: &str) -> String {
    if text.chars().count() <= REASON {
        return text.to_owned();
    }
    let short: String = text.chars().take(REASON - 1).collect();
    format!("{}…", short.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_one_line_and_short() {
        assert_eq!(clean(" a\n\u{1b}[31m b\tc "), "a [31m b c");
        assert_eq!(cut("pendek"), "pendek");
        let long = cut(&"kata ".repeat(20));
        assert!(long.ends_with('…') && long.chars().count() <= REASON, "{long}");
    }
}
