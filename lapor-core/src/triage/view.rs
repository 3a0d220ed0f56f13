//! `complaint.view`: a complaint as an audience may see it.

use super::understand::Scanned;
use super::viewer::Viewer;
use crate::complaint::{Attachment, ClassificationValue, Complaint, Location, Reason, Reporter, Supervision};
use crate::engine::Engine;
use crate::json::record;
use crate::message::pairs;
use crate::sorted::Sorted;
use crate::view::{self, Flags, Member, Treatment};
use serde::Serialize;

/// Request of `complaint.view`.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ViewRequest {
    /// The complaint.
    pub complaint: Complaint,
    /// Who looks at it: `public`, `reporter`, `handling_unit`, `other_agency`, `coordinator`, `oversight`, `auditor`. Anybody else sees nothing.
    pub audience: String,
    /// `ordinary` or `whistleblower`; without it, by supervision, given or found in the text. With anything else nothing is seen.
    #[serde(default)]
    pub profile: Option<String>,
}

record!(ViewRequest { complaint, audience, profile });

/// How a complaint is handled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Profile {
    /// As most are.
    Ordinary,
    /// It is about abuse of authority: place, dates and metadata lose precision.
    Whistleblower,
}

/// Answer of `complaint.view`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct View {
    /// Who looks at it; none if the policy does not know them.
    pub audience: Option<String>,
    /// How it is handled; none if the request named something else.
    pub profile: Option<Profile>,
    /// False where the audience must not know of the complaint.
    pub listed: bool,
    /// What is seen.
    pub complaint: Viewed,
    /// What became of each member that was given, by path.
    pub fields: Vec<FieldView>,
    /// How many personal data were replaced in texts, by kind.
    pub hidden: Sorted<String, u32>,
    /// What the view rests on.
    pub reasons: Vec<Reason>,
}

/// What became of a member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FieldView {
    /// JSON pointer into the complaint.
    pub path: String,
    /// What became of it.
    pub treatment: Treatment,
    /// The row of the policy that decided; none if no row names the member.
    pub rule: Option<String>,
}

/// A complaint as it is seen: the members of [`Complaint`], empty where nothing was given or nothing is seen.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Viewed {
    /// Title.
    pub title: Option<String>,
    /// What happened.
    pub content: Option<String>,
    /// Kind of report.
    pub classification: Option<ClassificationValue>,
    /// Whether it is about abuse of authority.
    pub supervision: Option<Supervision>,
    /// Moment of receipt, or its month (`2026-11`).
    pub received_at: Option<String>,
    /// Day of the incident, or its month.
    pub date_of_incident: Option<String>,
    /// Place of the object.
    pub location: Location,
    /// Category.
    pub category: Option<String>,
    /// Institution the reporter named.
    pub suggested_institution: Option<String>,
    /// Channel it came through.
    pub channel: Option<String>,
    /// Name hidden from the public and the reported unit.
    pub is_anonymous: Option<bool>,
    /// Content hidden from the public.
    pub is_secret: Option<bool>,
    /// Files.
    pub attachments: Vec<Attachment>,
    /// Who reports.
    pub reporter: Reporter,
    /// Answers to discriminator questions.
    pub answers: Sorted<String, String>,
    /// What the host keeps beside it.
    pub extra: Sorted<String, serde_json::Value>,
}

impl Engine {
    /// A complaint as an audience may see it. Fails closed: an unknown audience or profile sees nothing.
    #[must_use]
    pub fn complaint_view(&self, request: &ViewRequest) -> View {
        let complaint = &request.complaint;
        let audience = self.views.audience(&request.audience);
        let (profile, because) = match request.profile.as_deref() {
            None => self.profile(complaint),
            Some("ordinary") => (Some(Profile::Ordinary), "profile"),
            Some("whistleblower") => (Some(Profile::Whistleblower), "profile"),
            Some(_) => (None, "profile"),
        };
        let flags = flags(complaint, profile);
        let reader = self.reader(&complaint.reporter);
        let mut viewer = Viewer::new(self, complaint, reader.as_ref(), profile.and(audience), flags);
        let viewed = viewer.view();
        let mut reasons = Vec::new();
        reasons.extend(audience.is_none().then(|| Reason::plain("view_audience_unknown")));
        reasons.extend(profile.is_none().then(|| Reason::plain("view_profile_unknown")));
        reasons.extend((flags & view::ANONYMOUS != 0).then(|| Reason::plain("view_anonymous")));
        reasons.extend((flags & view::SECRET != 0).then(|| Reason::plain("view_secret")));
        if flags & view::WHISTLEBLOWER != 0 {
            reasons.push(Reason::new("view_whistleblower", pairs([("because", because.into())])));
        }
        if let Some(pack) = viewer.not_checked {
            reasons.push(Reason::new("view_not_checked", pairs([("pack", pack.into())])));
        }
        View {
            audience: audience.map(|audience| self.views.name(audience).to_owned()),
            profile,
            listed: viewer.listed,
            complaint: viewed,
            fields: viewer.fields,
            hidden: viewer.hidden,
            reasons,
        }
    }

    /// The profile of a complaint, and where it comes from.
    fn profile(&self, complaint: &Complaint) -> (Option<Profile>, &'static str) {
        let (supervision, from) = match complaint.supervision {
            Some(given) => (given, "supervision"),
            None => {
                let text = Scanned::of(self, complaint);
                (crate::matter::classify(complaint, &text.cues).supervision, "text")
            }
        };
        (Some(profile(supervision)), from)
    }
}

/// The profile of what is, or is not, about abuse of authority.
pub(super) fn profile(supervision: Supervision) -> Profile {
    match supervision {
        Supervision::BerkadarPengawasan => Profile::Whistleblower,
        Supervision::TidakBerkadarPengawasan => Profile::Ordinary,
    }
}

/// The conditions of a complaint. Abuse of authority is secret where the reporter did not say.
pub(super) fn flags(complaint: &Complaint, profile: Option<Profile>) -> Flags {
    let whistleblower = profile == Some(Profile::Whistleblower);
    let mut flags = 0;
    if complaint.is_anonymous == Some(true) {
        flags |= view::ANONYMOUS;
    }
    if complaint.is_secret.unwrap_or(whistleblower) {
        flags |= view::SECRET;
    }
    if whistleblower {
        flags |= view::WHISTLEBLOWER;
    }
    flags
}

impl Viewer<'_> {
    /// The complaint as it is seen, member by member in byte order of their paths, as [`FieldView`]s stand.
    pub(super) fn view(&mut self) -> Viewed {
        let Complaint {
            title,
            content,
            classification,
            supervision,
            received_at,
            date_of_incident,
            location,
            category,
            suggested_institution,
            channel,
            is_anonymous,
            is_secret,
            attachments,
            reporter,
            answers,
            extra,
        } = self.complaint;
        Viewed {
            answers: self.answers(answers),
            attachments: self.files(attachments),
            category: self.text(Member::Category, category.as_ref()),
            channel: self.text(Member::Channel, channel.as_ref()),
            classification: self.plain(Member::Classification, *classification),
            content: self.text(Member::Content, content.as_ref()),
            date_of_incident: self.moment(Member::DateOfIncident, date_of_incident.map(|day| day.to_string())),
            extra: self.extra(extra),
            is_anonymous: self.plain(Member::IsAnonymous, *is_anonymous),
            is_secret: self.plain(Member::IsSecret, *is_secret),
            location: Location {
                address: self.text(Member::LocationAddress, location.address.as_ref()),
                lat: self.degree(Member::LocationLat, location.lat),
                lng: self.degree(Member::LocationLng, location.lng),
                postal_code: self.text(Member::LocationPostalCode, location.postal_code.as_ref()),
                region: self.region(location.region.as_ref()),
            },
            received_at: self.moment(Member::ReceivedAt, received_at.map(|moment| moment.to_string())),
            reporter: Reporter {
                address: self.text(Member::ReporterAddress, reporter.address.as_ref()),
                email: self.text(Member::ReporterEmail, reporter.email.as_ref()),
                name: self.text(Member::ReporterName, reporter.name.as_ref()),
                nik: self.text(Member::ReporterNik, reporter.nik.as_ref()),
                on_behalf_of: self.text(Member::ReporterOnBehalfOf, reporter.on_behalf_of.as_ref()),
                phone: self.text(Member::ReporterPhone, reporter.phone.as_ref()),
            },
            suggested_institution: self.text(Member::SuggestedInstitution, suggested_institution.as_ref()),
            supervision: self.plain(Member::Supervision, *supervision),
            title: self.text(Member::Title, title.as_ref()),
        }
    }
}
