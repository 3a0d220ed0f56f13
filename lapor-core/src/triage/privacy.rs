//! What the reporter should see before sending: personal data in the texts, what of the complaint would be public, and advice.

use super::view::{flags, profile};
use super::viewer::Viewer;
use crate::complaint::{Classification, Complaint, Detail, Offsets, Reason, Span, Supervision};
use crate::engine::{Engine, PersonalDatum, Units};
use crate::message::pairs;
use crate::privacy::{Operator, Reader, Whose, replacement};
use crate::view::{Member, Treatment};
use serde::Serialize;

/// The audience whose view a reporter is told of.
const PUBLIC: &str = "public";
/// Kinds of UU 27/2022 Pasal 4(2): where one is found, the report is better kept from the public.
const SPECIFIC: [&str; 4] = ["child", "crime", "finance", "health"];

/// Personal data of a complaint.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Privacy {
    /// What was found: title first, then by start.
    pub spans: Vec<FieldSpan>,
    /// What of the complaint would be public.
    pub public: PublicView,
    /// What the reporter may want to do, by code.
    pub advice: Vec<Reason>,
}

/// Personal data in a text of a complaint.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FieldSpan {
    /// Where.
    pub span: Span,
    /// What stands there.
    #[serde(flatten)]
    pub datum: PersonalDatum,
}

/// What the public would see of the members that were given; those not named here are shown as they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PublicView {
    /// Whether the complaint would be in a public list.
    pub listed: bool,
    /// Paths of texts in which something would be replaced.
    pub redacted: Vec<String>,
    /// Paths of what would lose precision.
    pub coarse: Vec<String>,
    /// Paths of what would not be shown.
    pub withheld: Vec<String>,
}

/// The privacy of a complaint.
pub(super) fn of(
    engine: &Engine,
    complaint: &Complaint,
    classification: &Classification,
    reader: &Reader<'_>,
    (offsets, detail): (Offsets, Detail),
) -> Privacy {
    let rules = reader.rules;
    let flags = flags(complaint, Some(profile(classification.supervision)));
    let mut viewer = Viewer::new(engine, complaint, Some(reader), engine.views.audience(PUBLIC), flags);
    let mut spans = Vec::new();
    for (member, field, text) in
        [(Member::Title, "title", &complaint.title), (Member::Content, "content", &complaint.content)]
    {
        let Some(text) = text else { continue };
        let found = reader.find(text);
        let mut units = Units::of(text, offsets);
        for one in found.iter().filter(|one| !one.is_mask()) {
            spans.push(FieldSpan {
                span: Span { field, start: units.to(one.start), end: units.to(one.end) },
                datum: PersonalDatum::of(rules, one, replacement(rules, text, one, Operator::Replace), detail),
            });
        }
        viewer.knows(member, found);
    }
    viewer.view();
    let paths = |treatment| {
        let such = viewer.fields.iter().filter(|field| field.treatment == treatment);
        such.map(|field| field.path.clone()).collect()
    };
    let public = PublicView {
        listed: viewer.listed,
        redacted: paths(Treatment::Redacted),
        coarse: paths(Treatment::Coarse),
        withheld: paths(Treatment::Withheld),
    };
    let hidden: Vec<&str> = viewer.hidden.iter().map(|(kind, _)| kind.as_str()).collect();
    Privacy { advice: advice(complaint, classification, &spans, hidden), spans, public }
}

/// What the reporter may want to do, by code. `hidden` are the kinds that would be replaced before the public sees the report.
fn advice(complaint: &Complaint, given: &Classification, spans: &[FieldSpan], hidden: Vec<&str>) -> Vec<Reason> {
    let mut out = Vec::new();
    let mut advise = |code, name, list: Vec<&str>| {
        if !list.is_empty() {
            out.push(Reason::new(code, pairs([(name, list.as_slice().into())])));
        }
    };
    if complaint.is_anonymous == Some(true) {
        let mut kinds: Vec<&str> = Vec::new();
        for span in spans.iter().filter(|span| span.datum.whose == Whose::Reporter) {
            if let Err(at) = kinds.binary_search(&span.datum.kind.as_str()) {
                kinds.insert(at, &span.datum.kind);
            }
        }
        advise("advise_anonymity", "kinds", kinds);
    }
    advise("advise_redact", "kinds", hidden);
    if complaint.is_secret != Some(true) {
        let abuse = given.supervision == Supervision::BerkadarPengawasan;
        let mut because: Vec<&str> = Vec::new();
        because.extend((given.secret_advised || abuse).then_some("supervision"));
        because.extend(SPECIFIC.into_iter().filter(|kind| spans.iter().any(|span| span.datum.kind == *kind)));
        advise("advise_secret", "because", because);
    }
    out
}
