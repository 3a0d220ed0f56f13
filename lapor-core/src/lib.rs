//! The logic of SP4N-LAPOR!, Indonesia's national public-service complaint system, as one embeddable library.
//!
//! A complaint goes in as a citizen wrote it; what comes out is understood, routed and dated, with the reasons: the place it speaks of, the
//! matter, the office that must act (or why nobody can be named and who decides), and what is due when.
//!
//! ```
//! use lapor_core::{Complaint, Engine, Instant, TriageRequest};
//!
//! let engine = Engine::embedded()?;
//! let now = Instant::parse("2026-11-23T09:00:00+07:00").ok_or("no moment")?;
//! let mut complaint = Complaint::default();
//! complaint.title = Some("Lampu jalan mati".into());
//! complaint.content = Some("Lampu jalan umum di Jalan Anggrek Kota Medan sudah mati satu minggu.".into());
//!
//! let answer = engine.triage(&TriageRequest::new(now, complaint))?;
//! assert_eq!(answer.matter.id.as_deref(), Some("pju"));
//! assert_eq!(answer.place.region.map(|r| r.name).as_deref(), Some("Kota Medan"));
//! assert_eq!(answer.route.lead.map(|o| o.id).as_deref(), Some("12.71/dishub"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # The tour
//! - [`Engine`] holds the reference data (packs) and answers; it is immutable, `Send` and `Sync`. A host adds its region's own offices with an
//!   [`Overlay`](pack::Overlay) through [`EngineBuilder::pack`].
//! - Every operation stands twice: as a typed method ([`Engine::triage`], [`Engine::route`], …) and behind [`Engine::call`], JSON in and JSON
//!   out, which is what the C and wasm bindings use. The bytes are the same in every host.
//! - The library has no network, no storage and no clock: the host passes `now`.
//! - An [`Error`] says that a *request* cannot be read. What is wrong with a *complaint* is a finding of the answer.

// `Debug` writes nothing in the browser's module
#![cfg_attr(not(test), deny(clippy::use_debug))]

pub mod complaint;
pub mod error;
pub mod message;
pub mod pack;
#[cfg(feature = "schema")]
pub mod schema;

mod calendar;
mod call;
mod case;
mod engine;
mod identity;
mod institution;
mod json;
mod matter;
mod pack_check;
mod place;
mod privacy;
mod region;
mod routing;
mod sort;
mod sorted;
mod taxonomy;
mod text;
mod triage;
mod view;

pub use call::{Reply, Slim};
pub use complaint::{Complaint, Date, Instant, RegionCode};
pub use engine::{
    CalendarAddRequest, CalendarCountRequest, CategoryDetail, CategoryList, CategoryName, CategoryRequest, Child,
    Children, ChildrenRequest, DaysAdded, DaysCounted, Engine, EngineBuilder, Former, Glossed, Identity, IdentityKind,
    IdentityRequest, Info, InfoRequest, InstitutionDetail, InstitutionList, InstitutionRequest, Limits, LookupRequest,
    NormalText, NormalWord, NormalizeRequest, PackInfo, RegionDetail, RegionList, Unit,
};
pub use engine::{OperatorKind, PersonalDatum, PersonalSpan, RedactRequest, Redacted};
pub use error::{Error, ErrorCode};
pub use identity::{
    Appointed, Bpjs, BpjsForm, CheckDigit, Email, FamilyCard, Nik, NikForm, Nip, NipForm, Npwp, NpwpForm, Phone, Plate,
    RegionState, Sex, Verdict,
};
pub use pack_check::{
    Categories, Change, Check, CheckRequest, Counts, Diff, DiffCounts, DiffRequest, MovedRoute, OutcomeCount,
    RouteValue,
};
pub use privacy::Whose;
pub use sorted::Sorted;
pub use taxonomy::CategoryStatus;
pub use triage::{
    Basis, ExplainRequest, Explanation, Fact, Field, FieldSpan, FieldView, Form, FormRequest, LocateRequest,
    NamedMatter, Privacy, Profile, PublicView, Requirement, RouteRequest, SuggestRequest, Suggestion, Triage,
    TriageRequest, Validation, View, ViewRequest, Viewed, WhyNot,
};
pub use view::Treatment;

/// Version of the crate.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
/// Version of the wire: the JSON shapes.
pub const WIRE: u32 = 1;
/// Version of the C ABI.
pub const ABI: u32 = 1;
