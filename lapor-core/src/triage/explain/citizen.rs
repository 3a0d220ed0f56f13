//! One sentence for the citizen.

use super::{Decision, called};
use crate::message::{self, Text};
use crate::taxonomy::matter_name;

/// The reason for which only an answer is missing.
const UNDECIDED: &str = "discriminator_undecided";

impl Decision<'_> {
    pub(super) fn citizen(&self) -> Text {
        let question = self.route.question.as_ref().map(|q| &q.text);
        let office = self.right().map(called).unwrap_or_default();
        let (code, because) = match (&self.route.needs_triage, question) {
            // where the answer alone decides, the question says enough
            (Some(triage), Some(_)) if triage.reason.code == UNDECIDED => ("citizen_triage_asked", Text::default()),
            (Some(triage), _) => ("citizen_triage", self.because(triage.reason.code)),
            (None, Some(_)) => ("citizen_lead_asked", self.because(self.decisive())),
            (None, None) => ("citizen_lead", self.because(self.decisive())),
        };
        let none = Text::default();
        let parts = [("office", &office), ("reason", &because), ("question", question.unwrap_or(&none))];
        message::say(code, &parts)
    }

    /// The code of the reason for which the lead leads.
    fn decisive(&self) -> &str {
        let reasons = self.lead().map(|c| c.reasons.as_slice()).unwrap_or_default();
        // where the matter goes to whoever is named, being named is what decides
        let by_name = self.route.rule.as_deref().is_some_and(|rule| rule.ends_with("/named"));
        let named = reasons.iter().find(|reason| by_name && reason.code == "named_by_reporter");
        named.or(reasons.first()).map_or("matter_route", |reason| reason.code)
    }

    /// A reason as the end of a sentence.
    fn because(&self, reason: &str) -> Text {
        let matter = self.matter.map(matter_name).unwrap_or_default();
        let decided = self.route.discriminator.as_ref().and_then(|d| Some((d, d.value.as_deref()?)));
        let answer = decided.map(|(d, value)| self.label(&d.id, value)).unwrap_or_default();
        message::say(&format!("because_{reason}"), &[("matter", &matter), ("answer", &answer)])
    }
}
