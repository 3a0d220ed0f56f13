//! The whole path of one complaint: text once, then place, matter, facts, receivers, deadlines, and what the answer rests on.

mod explain;
mod facts;
mod findings;
mod form;
mod privacy;
mod request;
mod understand;
mod validate;
mod view;
mod viewer;

pub use explain::{ExplainRequest, Explanation, WhyNot};
pub use form::{Fact, Field, Form, FormRequest, NamedMatter, Requirement};
pub use privacy::{FieldSpan, Privacy, PublicView};
pub use request::{LocateRequest, RouteRequest, SuggestRequest, TriageRequest};
pub use validate::Validation;
pub use view::{FieldView, Profile, View, ViewRequest, Viewed};

use crate::case;
use crate::complaint::{
    Category, Classification, ClassificationValue, Complaint, Date, Deadline, Detail, Finding, Instant, Matter,
    Offsets, Place, PlaceState, RegionCode, Route,
};
use crate::engine::{Engine, hex};
use crate::error::{Error, ErrorCode};
use crate::json;
use crate::message::Severity;
use crate::routing::{self, Abuse, Facts, Resolver};
use crate::sorted::Sorted;
use serde::Serialize;
use sha2::{Digest, Sha256};
use understand::Understood;

/// The answer of `triage`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Triage {
    /// True if no finding blocks.
    pub accepted: bool,
    /// By path, then code.
    pub findings: Vec<Finding>,
    /// Kind of report.
    pub classification: Classification,
    /// Region of the object.
    pub place: Place,
    /// What it is about.
    pub matter: Matter,
    /// Category of LAPOR!'s tree.
    pub category: Category,
    /// Who receives, and why.
    pub route: Route,
    /// What is due when.
    pub deadlines: Vec<Deadline>,
    /// Personal data in it, and what of it would be public; none without what finds them.
    pub privacy: Option<Privacy>,
    /// What the answer rests on.
    pub basis: Basis,
}

/// What an answer rests on: enough to ask the same again years later.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Basis {
    /// Version of the crate.
    pub engine: &'static str,
    /// Version of the wire.
    pub wire: u32,
    /// SHA-256 over the sorted pack ids and hashes.
    pub packs: String,
    /// The day whose rules judged.
    pub rules_of: Date,
    /// SHA-256 of the request in canonical form; full detail only.
    pub request: Option<String>,
}

/// The answer of `matter.suggest`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Suggestion {
    /// Kind of report.
    pub classification: Classification,
    /// What it is about.
    pub matter: Matter,
    /// Category of LAPOR!'s tree.
    pub category: Category,
}

/// What triage is asked, from whichever request it comes.
#[derive(Clone, Copy)]
struct Asked<'a> {
    now: Instant,
    complaint: &'a Complaint,
    jurisdiction: Option<RegionCode>,
    detail: Detail,
    offsets: Offsets,
}

impl Engine {
    /// Triages a complaint.
    ///
    /// # Errors
    /// [`ErrorCode::BadValue`] for a jurisdiction, discriminator or answer that does not exist. What is wrong with the complaint is a finding.
    pub fn triage(&self, request: &TriageRequest) -> Result<Triage, Error> {
        let TriageRequest { now, complaint, jurisdiction, detail, offsets } = request;
        let asked = Asked { now: *now, complaint, jurisdiction: *jurisdiction, detail: *detail, offsets: *offsets };
        let mut answer = self.walk(asked)?;
        answer.basis.request = (request.detail == Detail::Full).then(|| digest(request));
        Ok(answer)
    }

    /// The whole path. `basis.request` stays open: only who has the request can hash it.
    fn walk(&self, request: Asked<'_>) -> Result<Triage, Error> {
        let jurisdiction = self.known_region(request.jurisdiction, "/jurisdiction")?;
        let complaint = request.complaint;
        self.check_answers(&complaint.answers).map_err(|e| e.within("answers").within("complaint"))?;
        let seen = Understood::of(self, complaint, jurisdiction, (request.offsets, request.detail));
        let classification = crate::matter::classify(complaint, &seen.text.cues);
        let matter = seen.matter(self, complaint, request.detail, request.offsets);
        let found = matter.id.is_some();
        let category = crate::matter::category(&self.taxonomy, &seen.ranked, found, request.detail);

        let received = complaint.received_at.unwrap_or(request.now);
        let place = &seen.located.place;
        let region = place.region.as_ref().map(|r| r.code);
        let day = received.date_at(self.regions.zone(region.or(jurisdiction)).hours());
        let resolver = Resolver { regions: &self.regions, institutions: &self.institutions, day };
        let suggestion = complaint.suggested_institution.as_deref();
        let named = facts::named(self, Some(&seen), suggestion, region.or(jurisdiction), day);
        let facts = Facts {
            matters: seen.matters(self),
            found,
            region,
            place: place.state,
            ambiguous: place.candidates.iter().take(5).map(|c| c.region.code.to_string()).collect(),
            jurisdiction,
            answers: &complaint.answers,
            cues: facts::cues(self, &seen),
            named: named.offices,
            abuse: facts::abuse(self, &seen, complaint.supervision)
                .filter(|_| classification.value == ClassificationValue::Pengaduan),
            policy: &self.words.matter_rules.policy,
            detail: request.detail,
        };
        let route = routing::route(resolver, &self.taxonomy, &facts);
        let first = case::first_deadlines(
            case::Clocks { rules: &self.deadlines, calendar: &self.calendar, regions: &self.regions },
            received,
            &classification,
            &route,
            jurisdiction,
            request.detail,
        );
        let reader = self.reader(&complaint.reporter);
        let findings = findings::of(&findings::Known {
            engine: self,
            now: request.now,
            complaint,
            jurisdiction,
            seen: &seen,
            suggestion_known: named.suggestion_known,
            kind: classification.value,
            day,
            reader: reader.as_ref(),
            missing: first.missing,
        });
        let privacy = reader
            .as_ref()
            .map(|reader| privacy::of(self, complaint, &classification, reader, (request.offsets, request.detail)));
        let place = seen.located.place.shown(request.detail);
        Ok(Triage {
            accepted: findings.iter().all(|f| f.severity != Severity::Block),
            findings,
            classification,
            place,
            matter,
            category,
            route,
            deadlines: first.list,
            privacy,
            basis: Basis {
                engine: crate::VERSION,
                wire: crate::WIRE,
                packs: self.packs_sha256.clone(),
                rules_of: day,
                request: None,
            },
        })
    }

    /// Routes a matter in a region, without a text.
    ///
    /// # Errors
    /// [`ErrorCode::BadValue`] for a matter, region, discriminator or answer that does not exist.
    pub fn route(&self, request: &RouteRequest) -> Result<Route, Error> {
        let row = self.known_matter(&request.matter)?;
        let region = self.known_region(request.region, "/region")?;
        self.check_answers(&request.answers).map_err(|e| e.within("answers"))?;
        let day = request.now.date_at(self.regions.zone(region).hours());
        let resolver = Resolver { regions: &self.regions, institutions: &self.institutions, day };
        let is_pengaduan = request.classification.is_none_or(|kind| kind == ClassificationValue::Pengaduan);
        let facts = Facts {
            matters: vec![(row, 1000)],
            region,
            place: if region.is_some() { PlaceState::Found } else { PlaceState::Unknown },
            named: facts::named(self, None, request.suggested_institution.as_deref(), region, day).offices,
            abuse: facts::supervised(self, request.supervision.filter(|_| is_pengaduan))
                .map(|overlay| Abuse { overlay, actor: None }),
            detail: request.detail,
            ..Facts::none(&request.answers, &self.words.matter_rules.policy)
        };
        Ok(routing::route(resolver, &self.taxonomy, &facts))
    }

    /// Finds the place of a text or address.
    ///
    /// # Errors
    /// [`ErrorCode::BadValue`] for a jurisdiction that does not exist.
    pub fn region_locate(&self, request: &LocateRequest) -> Result<Place, Error> {
        let jurisdiction = self.known_region(request.jurisdiction, "/jurisdiction")?;
        let complaint = Complaint {
            title: request.title.clone(),
            content: request.content.clone(),
            location: request.location.clone(),
            ..Complaint::default()
        };
        let text = understand::Scanned::of(self, &complaint);
        Ok(text.locate(self, &complaint, jurisdiction, (request.offsets, request.detail)).place.shown(request.detail))
    }

    /// Suggests matter, category and classification for a text.
    ///
    /// # Errors
    /// [`ErrorCode::BadValue`] for a jurisdiction that does not exist.
    pub fn matter_suggest(&self, request: &SuggestRequest) -> Result<Suggestion, Error> {
        let jurisdiction = self.known_region(request.jurisdiction, "/jurisdiction")?;
        let complaint =
            Complaint { title: request.title.clone(), content: request.content.clone(), ..Complaint::default() };
        let seen = Understood::of(self, &complaint, jurisdiction, (request.offsets, request.detail));
        let matter = seen.matter(self, &complaint, request.detail, request.offsets);
        Ok(Suggestion {
            classification: crate::matter::classify(&complaint, &seen.text.cues),
            category: crate::matter::category(&self.taxonomy, &seen.ranked, matter.id.is_some(), request.detail),
            matter,
        })
    }

    /// Answers must answer questions that exist, with values that exist. The path of an error is that inside the answers.
    fn check_answers(&self, answers: &Sorted<String, String>) -> Result<(), Error> {
        let refuse = |id: &str, accepted: Vec<&str>| {
            let error = Error::new(ErrorCode::BadValue, "").with("expected", accepted.join(" | "));
            Err(error.with("accepted", accepted.as_slice()).within(id))
        };
        for (id, value) in answers {
            let Some(d) = self.taxonomy.discriminator(id) else {
                return refuse(id, self.taxonomy.discriminator_ids());
            };
            if d.values.iter().all(|(known, ..)| known != value) {
                return refuse(id, d.values.iter().map(|(v, ..)| v.as_str()).collect());
            }
        }
        Ok(())
    }
}

/// SHA-256 of the request as this library would write it.
fn digest(request: &TriageRequest) -> String {
    hex(&Sha256::digest(json::written(request).unwrap_or_default()))
}
