//! What comes out: the shared shapes of the wire, each writing its members in the documented order.

use super::{ClassificationValue, Date, Detail, Instant, RegionCode, Supervision};
use crate::message::{self, Params, Severity, Text};
use serde::Serialize;

/// Why a decision stands as it stands.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reason {
    /// Stable code.
    pub code: &'static str,
    /// Facts behind it.
    pub params: Params,
    /// Sentence in both languages.
    pub text: Text,
}

impl Reason {
    /// A reason whose text comes from the message table.
    #[must_use]
    pub fn new(code: &'static str, params: Params) -> Self {
        let text = message::text(code, &params);
        Reason { code, params, text }
    }

    /// A reason without parameters.
    #[must_use]
    pub fn plain(code: &'static str) -> Self {
        Reason::new(code, Params::new())
    }
}

/// Something to know about the complaint itself.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[doc(alias = "temuan")]
pub struct Finding {
    /// Stable code.
    pub code: &'static str,
    /// Weight.
    pub severity: Severity,
    /// JSON pointer into the request.
    pub path: String,
    /// Facts behind it.
    pub params: Params,
    /// Sentence in both languages.
    pub text: Text,
    /// Law or rule it rests on.
    pub source: Option<String>,
}

impl Finding {
    /// A finding with severity, text and source of the message table.
    #[must_use]
    pub fn new(code: &'static str, path: &str, params: Params) -> Self {
        Finding {
            code,
            severity: message::severity(code),
            path: path.to_owned(),
            text: message::text(code, &params),
            params,
            source: message::source(code).map(str::to_owned),
        }
    }
}

/// A piece of the reporter's text, by place and never by words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Span {
    /// `title` or `content`.
    pub field: &'static str,
    /// First unit.
    pub start: usize,
    /// One past the last unit.
    pub end: usize,
}

/// What speaks for a candidate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Evidence {
    /// `phrase`, `pair`, `region`, `postal_code`, `point`, …
    pub kind: &'static str,
    /// Where it stands in the text.
    pub span: Option<Span>,
    /// How much it weighs.
    pub weight: i64,
    /// Rule, code or request member it comes from.
    #[serde(rename = "ref")]
    pub reference: Option<String>,
}

/// A region.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[doc(alias = "wilayah")]
pub struct Region {
    /// Kemendagri code.
    pub code: RegionCode,
    /// Name with its kind word (`Kota Medan`).
    pub name: String,
    /// 1 province … 4 village.
    pub level: u8,
}

/// Level of government an office belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// National.
    Pusat,
    /// Province.
    Provinsi,
    /// Regency or city.
    Kabkota,
    /// District.
    Kecamatan,
    /// Urban village.
    Kelurahan,
    /// Village.
    Desa,
}

/// Whether the office's own name is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Naming {
    /// From the region's own table, or a national body.
    Registered,
    /// The usual name; the region's own table is not known.
    Typical,
}

/// A receiver.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[doc(alias = "instansi")]
#[doc(alias = "OPD")]
pub struct Office {
    /// `12.71/dishub` or `pusat/pln`.
    pub id: String,
    /// Full name.
    pub name: String,
    /// Level of government.
    pub level: Level,
    /// Its region; none for national bodies.
    pub region: Option<RegionCode>,
    /// General type: `opd:…` or `inst:…`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Whether the name is its own.
    pub naming: Naming,
}

/// Classification of a complaint.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[doc(alias = "klasifikasi")]
pub struct Classification {
    /// The kind of report.
    pub value: ClassificationValue,
    /// The kind that was given with the complaint; none if it was inferred.
    pub given: Option<ClassificationValue>,
    /// Per mille.
    pub score: u16,
    /// Whether it is about abuse of authority.
    pub supervision: Supervision,
    /// Whether the reporter should be advised to choose Rahasia.
    pub secret_advised: bool,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// What is known of the place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PlaceState {
    /// One region.
    Found,
    /// Several that the text does not tell apart.
    Ambiguous,
    /// None.
    Unknown,
}

/// Place of the object of the complaint.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Place {
    /// What is known.
    pub state: PlaceState,
    /// The region, when found.
    pub region: Option<Region>,
    /// Per mille.
    pub score: u16,
    /// Best first.
    pub candidates: Vec<PlaceCandidate>,
}

impl Place {
    /// As much of it as was asked for: a brief answer has few candidates and no evidence.
    #[must_use]
    pub fn shown(mut self, detail: Detail) -> Self {
        self.candidates.truncate(detail.most());
        if detail == Detail::Brief {
            self.candidates.iter_mut().for_each(|c| c.evidence.clear());
        }
        self
    }
}

/// A region that may be the place.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlaceCandidate {
    /// The region.
    pub region: Region,
    /// Per mille.
    pub score: u16,
    /// Distance from a given point to the region's centroid, in metres.
    pub distance_m: Option<u64>,
    /// What speaks for it.
    pub evidence: Vec<Evidence>,
}

/// What the complaint is about.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[doc(alias = "pokok masalah")]
pub struct Matter {
    /// `found` or `abstained`.
    pub state: &'static str,
    /// Matter id, when found.
    pub id: Option<String>,
    /// Its name, when found.
    pub name: Option<Text>,
    /// Per mille.
    pub score: u16,
    /// Best first.
    pub candidates: Vec<MatterCandidate>,
}

impl Matter {
    /// Takes the choice back; the candidates stay.
    pub fn abstain(&mut self) {
        self.state = "abstained";
        self.id = None;
        self.name = None;
    }
}

/// A matter that the complaint may be about.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MatterCandidate {
    /// Matter id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Per mille.
    pub score: u16,
    /// What speaks for it.
    pub evidence: Vec<Evidence>,
}

/// Category of LAPOR!'s tree.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[doc(alias = "kategori")]
pub struct Category {
    /// Path id.
    pub id: Option<String>,
    /// LAPOR!'s own number, where known.
    pub lapor_id: Option<String>,
    /// Name in both languages.
    pub name: Option<Text>,
    /// Per mille.
    pub score: u16,
    /// Best first.
    pub candidates: Vec<CategoryCandidate>,
}

/// A category that fits.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CategoryCandidate {
    /// Path id.
    pub id: String,
    /// LAPOR!'s own number, where known.
    pub lapor_id: Option<String>,
    /// Name in both languages.
    pub name: Text,
    /// Per mille.
    pub score: u16,
}

/// Who receives, and why.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[doc(alias = "disposisi")]
pub struct Route {
    /// The competent receiver; null exactly when `needs_triage` is given.
    pub lead: Option<Office>,
    /// Offices that take part.
    pub coordinating: Vec<Office>,
    /// Why nobody leads yet, and who decides.
    pub needs_triage: Option<Coordinator>,
    /// From the first verifier to the lead.
    pub tiers: Vec<Tier>,
    /// Per mille.
    pub score: u16,
    /// Stable id of the rule that won.
    pub rule: Option<String>,
    /// The fact that decides competence.
    pub discriminator: Option<Discriminator>,
    /// Lead, coordinating, then score down, then id.
    pub candidates: Vec<Candidate>,
    /// Present only if some answer changes the lead.
    pub question: Option<Question>,
}

/// Who decides when nobody leads.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Coordinator {
    /// Why.
    pub reason: Reason,
    /// Who forwards it by hand.
    pub coordinator: Office,
}

/// One step of the tiered disposition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[doc(alias = "berjenjang")]
pub struct Tier {
    /// `admin_nasional`, `admin_instansi` or `pejabat_penghubung`.
    pub role: &'static str,
    /// The office that holds the role.
    pub office: Office,
}

/// The fact that decided, or would decide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[doc(alias = "penentu")]
pub struct Discriminator {
    /// Its id.
    pub id: String,
    /// The value taken.
    pub value: Option<String>,
    /// Where the value comes from.
    pub via: Option<&'static str>,
}

/// How a candidate ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It receives.
    Lead,
    /// It takes part.
    Coordinating,
    /// It would receive under another reading.
    Alternative,
    /// It was looked at and is not competent.
    Rejected,
}

/// An office that was looked at.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Candidate {
    /// The office.
    pub office: Office,
    /// How it ended.
    pub outcome: Outcome,
    /// Per mille.
    pub score: u16,
    /// Rule that brought it in.
    pub rule: Option<String>,
    /// Why; a rejected one's first reason is its first failing condition.
    pub reasons: Vec<Reason>,
}

/// The question whose answer would change the lead.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Question {
    /// Discriminator to answer in `complaint.answers`.
    pub discriminator: String,
    /// The question.
    pub text: Text,
    /// Possible answers and whom each would reach.
    pub options: Vec<QuestionOption>,
}

/// One possible answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct QuestionOption {
    /// Value to send back.
    pub value: String,
    /// Its label.
    pub text: Text,
    /// Office id that would lead.
    pub lead: Option<String>,
}

/// The three time zones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "UPPERCASE")]
pub enum Zone {
    /// UTC+7.
    Wib,
    /// UTC+8.
    Wita,
    /// UTC+9.
    Wit,
}

impl Zone {
    /// Offset from UTC in hours.
    #[must_use]
    pub const fn hours(self) -> i32 {
        match self {
            Zone::Wib => 7,
            Zone::Wita => 8,
            Zone::Wit => 9,
        }
    }
}

/// Something that is due.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[doc(alias = "tenggat")]
pub struct Deadline {
    /// Stable id.
    pub id: String,
    /// Name in both languages.
    pub name: Text,
    /// Event that starts it.
    pub event: String,
    /// Start day; not counted.
    pub from: Date,
    /// True if the start event lies ahead and is taken as now.
    pub assumed: bool,
    /// How many units.
    pub length: Option<u32>,
    /// `working_days`, `days` or `years`.
    pub unit: &'static str,
    /// Last day.
    pub due: Option<Date>,
    /// End of the last day.
    pub due_at: Option<Instant>,
    /// Zone of the office that must act.
    pub zone: Zone,
    /// Days counted in (from, due].
    pub counted: u32,
    /// Days skipped in (from, due].
    pub skipped: Vec<Skipped>,
    /// Profile the rule belongs to.
    pub profile: String,
    /// `in_force`, `carried_over` or `inferred`.
    pub status: String,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// A run of days that a clock does not count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Skipped {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// `weekend`, `national_holiday`, `collective_leave`, …
    pub reason: &'static str,
    /// Name of the holiday.
    pub name: Option<String>,
    /// Decree it rests on.
    pub source: Option<String>,
}
