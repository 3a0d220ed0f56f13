//! Every step for the officer, each on a line of its own.

use super::{Decision, spelt};
use crate::complaint::{Candidate, Discriminator, Office, Outcome, Tier};
use crate::message::{self, Text};
use crate::taxonomy::matter_name;

impl Decision<'_> {
    pub(super) fn officer(&self) -> Text {
        let route = &self.route;
        let mut lines = vec![self.matter_line(), self.place_line()];
        lines.extend(route.discriminator.as_ref().map(|d| self.discriminator_line(d)));
        lines.extend(route.rule.as_ref().map(|rule| message::say("officer_rule", &[("rule", &Text::same(rule))])));
        if let Some(triage) = &route.needs_triage {
            let id = Text::same(&triage.coordinator.id);
            let office = brief(&triage.coordinator);
            lines.push(message::say(
                "officer_triage",
                &[("reason", &triage.reason.text), ("office", &office), ("id", &id)],
            ));
        }
        lines.extend(route.candidates.iter().map(candidate_line));
        if let Some(question) = &route.question {
            let parts = [("discriminator", &Text::same(&question.discriminator)), ("question", &question.text)];
            lines.push(message::say("officer_question", &parts));
        }
        lines.extend(route.tiers.iter().enumerate().map(|(n, tier)| tier_line(n + 1, tier)));
        let half = |of: fn(&Text) -> &str| lines.iter().map(of).collect::<Vec<_>>().join("\n");
        Text::new(half(|line| line.id.trim_end()), half(|line| line.en.trim_end()))
    }

    fn matter_line(&self) -> Text {
        match self.matter {
            Some(row) => message::say("officer_matter", &[("matter", &matter_name(row)), ("id", &Text::same(&row.id))]),
            None => message::say("officer_matter_open", &[]),
        }
    }

    fn place_line(&self) -> Text {
        match self.region {
            Some(code) => {
                let name = Text::same(self.engine.regions.name(code));
                message::say("officer_place", &[("region", &name), ("code", &Text::same(&code.to_string()))])
            }
            None => message::say("officer_place_open", &[]),
        }
    }

    fn discriminator_line(&self, d: &Discriminator) -> Text {
        let id = Text::same(&d.id);
        let Some((value, via)) = d.value.as_deref().zip(d.via) else {
            return message::say("officer_discriminator_open", &[("discriminator", &id)]);
        };
        let via = message::say(&format!("via_{via}"), &[]);
        let (answer, value) = (self.label(&d.id, value), Text::same(value));
        message::say(
            "officer_discriminator",
            &[("discriminator", &id), ("value", &value), ("answer", &answer), ("via", &via)],
        )
    }
}

fn candidate_line(candidate: &Candidate) -> Text {
    let outcome = match candidate.outcome {
        Outcome::Lead => "outcome_lead",
        Outcome::Coordinating => "outcome_coordinating",
        Outcome::Alternative => "outcome_alternative",
        Outcome::Rejected => "outcome_rejected",
    };
    let none = Text::default();
    let reason = candidate.reasons.first().map_or(&none, |reason| &reason.text);
    let (outcome, office) = (message::say(outcome, &[]), brief(&candidate.office));
    let id = Text::same(&candidate.office.id);
    message::say("officer_candidate", &[("outcome", &outcome), ("office", &office), ("id", &id), ("reason", reason)])
}

fn tier_line(n: usize, tier: &Tier) -> Text {
    let (n, id) = (Text::same(&n.to_string()), Text::same(&tier.office.id));
    let (role, office) = (message::say(&format!("role_{}", tier.role), &[]), brief(&tier.office));
    message::say("officer_tier", &[("n", &n), ("role", &role), ("office", &office), ("id", &id)])
}

/// An office by its name; where that is only the usual one, it is marked.
fn brief(office: &Office) -> Text {
    spelt(office, "office_typical_short")
}
