//! Why an office is not the lead; for the note with which it returns a report, so it names who is competent (or who decides).

use super::super::facts::Named;
use super::{Decision, WhyNot, called};
use crate::complaint::{Office, Outcome, Reason};
use crate::error::Error;
use crate::message::{self, Params, Text};
use crate::taxonomy::OTHER;

/// How the office stands in the route.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// It leads.
    Lead,
    /// It takes part.
    Coordinating,
    /// It does not receive, and somebody else does.
    Other,
    /// Nobody leads yet, and it may be the one.
    Open,
    /// Nobody leads yet, but it cannot be the one.
    Never,
}

impl Standing {
    /// The message that says so.
    const fn code(self) -> &'static str {
        match self {
            Standing::Lead => "why_not_lead",
            Standing::Coordinating => "why_not_coordinating",
            Standing::Other => "why_not_receiver",
            Standing::Open => "why_not_open",
            Standing::Never => "why_not_never",
        }
    }
}

impl Decision<'_> {
    /// Answers for an office; with the reason code for which it can receive nothing, if there is one.
    pub(super) fn why_not(&self, (office, dead): Named) -> Result<WhyNot, Error> {
        let candidate = self.route.candidates.iter().find(|c| c.office.id == office.id);
        let mut reasons = candidate.map(|c| c.reasons.clone()).unwrap_or_default();
        let rejected = dead.is_some() || candidate.is_some_and(|c| c.outcome == Outcome::Rejected);
        let standing = match (candidate.map(|c| c.outcome), &self.route.needs_triage) {
            (Some(Outcome::Lead), _) => Standing::Lead,
            (Some(Outcome::Coordinating), _) => Standing::Coordinating,
            (_, None) => Standing::Other,
            (_, Some(_)) if rejected => Standing::Never,
            (Some(_), Some(_)) => Standing::Open,
            (None, Some(_)) if self.undecided_for(&office) => Standing::Open,
            (None, Some(_)) => Standing::Never,
        };
        // being named says nothing about competence: what fails comes before it
        let explained = reasons.first().is_some_and(|reason| reason.code != "named_by_reporter");
        match (&self.route.needs_triage, dead) {
            (Some(triage), _) if standing == Standing::Open => reasons.insert(0, triage.reason.clone()),
            (_, Some(code)) if !explained => {
                reasons.insert(0, Reason::new(code, crate::message::pairs([("office", office.name.as_str().into())])));
            }
            _ if !explained => reasons.insert(0, self.failing(&office)?),
            _ => {}
        }
        let none = Text::default();
        let reason = reasons.first().map_or(&none, |reason| &reason.text);
        let right = self.right().map(called).unwrap_or_default();
        let name = Text::same(&office.name);
        let text = message::say(standing.code(), &[("office", &name), ("reason", reason), ("right", &right)]);
        Ok(WhyNot { office, reasons, text })
    }

    /// True if what is not known yet decides about this office too.
    fn undecided_for(&self, office: &Office) -> bool {
        let matter_open = self.matter.is_none_or(|row| row.id == OTHER);
        matter_open || (self.region.is_none() && office.region.is_some())
    }

    /// The first condition that fails for an office that was no candidate: the region, the answer, the matter.
    fn failing(&self, office: &Office) -> Result<Reason, Error> {
        if let Some((here, its)) = self.region.zip(office.region)
            && !here.within(its)
            && !its.within(here)
        {
            let name = self.engine.regions.name(here);
            let params = crate::message::pairs([("name", name.into()), ("region", here.to_string().into())]);
            return Ok(Reason::new("not_this_region", params));
        }
        let asked = self.matter.filter(|row| !row.routes.is_empty()).and_then(|row| {
            let d = self.engine.taxonomy.discriminator(row.discriminator.as_deref()?)?;
            Some((row, d))
        });
        if let Some((row, d)) = asked {
            for (value, ..) in &d.values {
                let answers = [(d.id.clone(), value.clone())].into();
                let lead = self.engine.lead_with(self.at, row, self.region, answers)?;
                if lead.as_ref() == Some(&office.id) {
                    let params = crate::message::pairs([
                        ("discriminator", d.id.as_str().into()),
                        ("value", value.as_str().into()),
                    ]);
                    return Ok(Reason::new("not_this_discriminator", params));
                }
            }
        }
        Ok(Reason::new("not_competent_for_matter", Params::new()))
    }
}
