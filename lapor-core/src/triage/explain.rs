//! `route.explain`: a route in sentences, for the citizen, for the officer, and for the note with which an office returns a report.
//!
//! Every sentence is a row of the message table, filled with names and codes of the packs: no word of a complaint can come in.

mod citizen;
mod officer;
mod why_not;

use super::request::RouteRequest;
use super::{Asked, facts};
use crate::complaint::{
    Candidate, ClassificationValue, Complaint, Date, Detail, Instant, Naming, Office, Offsets, Outcome, Reason,
    RegionCode, Route, Supervision,
};
use crate::engine::Engine;
use crate::error::{Error, ErrorCode};
use crate::json::record;
use crate::message::{self, Text};
use crate::pack::MatterRow;
use crate::sorted::Sorted;
use serde::Serialize;

/// Request of `route.explain`: exactly one of `complaint` (with `jurisdiction`, if any) and `matter` (with the other members of `route`).
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ExplainRequest {
    /// The moment it is; the library has no clock.
    pub now: Instant,
    /// The complaint.
    #[serde(default)]
    pub complaint: Option<Complaint>,
    /// Matter id.
    #[serde(default)]
    pub matter: Option<String>,
    /// Region of the object.
    #[serde(default)]
    pub region: Option<RegionCode>,
    /// Region of the instance that received the complaint.
    #[serde(default)]
    pub jurisdiction: Option<RegionCode>,
    /// Kind of report.
    #[serde(default)]
    pub classification: Option<ClassificationValue>,
    /// Whether it is about abuse of authority.
    #[serde(default)]
    pub supervision: Option<Supervision>,
    /// Answers to discriminator questions.
    #[serde(default)]
    pub answers: Sorted<String, String>,
    /// Institution the reporter named: an office id or words.
    #[serde(default)]
    pub suggested_institution: Option<String>,
    /// Id of the office that asks why it is not the lead.
    #[serde(default)]
    pub office: Option<String>,
}

record!(ExplainRequest {
    now,
    complaint,
    matter,
    region,
    jurisdiction,
    classification,
    supervision,
    answers: Given,
    suggested_institution,
    office
});

/// The answer of `route.explain`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[doc(alias = "penjelasan disposisi")]
pub struct Explanation {
    /// One sentence.
    pub citizen: Text,
    /// Every step on a line of its own.
    pub officer: Text,
    /// The route, in full.
    pub route: Route,
    /// Why the office asked about is not the lead, or why it is.
    pub why_not: Option<WhyNot>,
}

/// An answer to "why not us?".
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WhyNot {
    /// The office that asks.
    pub office: Office,
    /// The first is the first failing condition.
    pub reasons: Vec<Reason>,
    /// For the return note; it names who is competent, or who decides.
    pub text: Text,
}

/// A route with what it was decided from.
struct Decision<'e> {
    engine: &'e Engine,
    matter: Option<&'e MatterRow>,
    region: Option<RegionCode>,
    /// When it was received.
    at: Instant,
    /// The day whose rules judged.
    day: Date,
    route: Route,
}

impl Engine {
    /// Explains a route.
    ///
    /// # Errors
    /// [`ErrorCode::MissingField`] without `complaint` and `matter`; [`ErrorCode::BadValue`] for both, for a member that does not go with the one
    /// given, for an office that is in no table, and as [`Engine::triage`] and [`Engine::route`].
    pub fn route_explain(&self, request: &ExplainRequest) -> Result<Explanation, Error> {
        let decision = match (&request.complaint, &request.matter) {
            (Some(_), Some(_)) => return refuse("/matter", "want_complaint_or_matter"),
            (None, None) => {
                let missing = Error::new(ErrorCode::MissingField, "/complaint");
                return Err(missing.with("expected", "want_complaint_or_matter"));
            }
            (Some(complaint), None) => self.decide_complaint(request, complaint)?,
            (None, Some(matter)) => self.decide_matter(request, matter)?,
        };
        let office = request.office.as_deref().map(|id| {
            let known = facts::by_id(self, id.trim(), decision.day);
            known.ok_or_else(|| Error::new(ErrorCode::BadValue, "/office").with("expected", "want_office"))
        });
        let why_not = office.transpose()?.map(|named| decision.why_not(named)).transpose()?;
        Ok(Explanation { citizen: decision.citizen(), officer: decision.officer(), route: decision.route, why_not })
    }

    fn decide_complaint(&self, request: &ExplainRequest, complaint: &Complaint) -> Result<Decision<'_>, Error> {
        let doubled = [
            ("/region", request.region.is_some()),
            ("/classification", request.classification.is_some()),
            ("/supervision", request.supervision.is_some()),
            ("/answers", !request.answers.is_empty()),
            ("/suggested_institution", request.suggested_institution.is_some()),
        ];
        if let Some((path, _)) = doubled.iter().find(|(_, given)| *given) {
            return refuse(path, "want_in_complaint");
        }
        let answer = self.walk(Asked {
            now: request.now,
            complaint,
            jurisdiction: request.jurisdiction,
            detail: Detail::Full,
            offsets: Offsets::default(),
        })?;
        let row = answer.matter.id.as_deref().and_then(|id| self.taxonomy.matter_row(id));
        Ok(Decision {
            engine: self,
            matter: row.and_then(|row| self.taxonomy.matter(row)),
            region: answer.place.region.map(|region| region.code),
            at: complaint.received_at.unwrap_or(request.now),
            day: answer.basis.rules_of,
            route: answer.route,
        })
    }

    fn decide_matter(&self, request: &ExplainRequest, matter: &str) -> Result<Decision<'_>, Error> {
        if request.jurisdiction.is_some() {
            return refuse("/jurisdiction", "want_complaint_beside");
        }
        let route = self.route(&RouteRequest {
            now: request.now,
            matter: matter.to_owned(),
            region: request.region,
            classification: request.classification,
            supervision: request.supervision,
            answers: request.answers.clone(),
            suggested_institution: request.suggested_institution.clone(),
            detail: Detail::Full,
        })?;
        let region = self.known_region(request.region, "/region")?;
        Ok(Decision {
            engine: self,
            matter: Some(self.known_matter(matter)?),
            region,
            at: request.now,
            day: request.now.date_at(self.regions.zone(region).hours()),
            route,
        })
    }
}

fn refuse<T>(path: &str, expected: &str) -> Result<T, Error> {
    Err(Error::new(ErrorCode::BadValue, path).with("expected", expected))
}

impl Decision<'_> {
    /// The candidate that leads.
    fn lead(&self) -> Option<&Candidate> {
        self.route.candidates.iter().find(|c| c.outcome == Outcome::Lead)
    }

    /// Who is competent, or who decides.
    fn right(&self) -> Option<&Office> {
        self.route.lead.as_ref().or(self.route.needs_triage.as_ref().map(|t| &t.coordinator))
    }

    /// The label of a value of a discriminator.
    fn label(&self, discriminator: &str, value: &str) -> Text {
        let values = self.engine.taxonomy.discriminator(discriminator).map(|d| d.values.as_slice());
        let found = values.unwrap_or_default().iter().find(|(known, ..)| known == value);
        found.map_or_else(|| Text::same(value), |(_, id, en)| Text::new(id, en))
    }
}

/// An office as people read it: where its own name is not known, that is said.
fn called(office: &Office) -> Text {
    spelt(office, "office_typical")
}

/// An office by its name, or as the message `typical` says it where its own name is not known.
fn spelt(office: &Office, typical: &str) -> Text {
    let code = match office.naming {
        Naming::Registered => "office_registered",
        Naming::Typical => typical,
    };
    message::say(code, &[("office", &Text::same(&office.name))])
}
