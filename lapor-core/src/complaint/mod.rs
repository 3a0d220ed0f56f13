//! The plain model: what goes in (a [`Complaint`]) and the shapes of what comes out. No rules live here.
//!
//! Names are those of the wire; every answer type writes its members in the documented order.

mod answer;
mod code;
mod request;
mod time;

pub use answer::{
    Candidate, Category, CategoryCandidate, Classification, Coordinator, Deadline, Discriminator, Evidence, Finding,
    Level, Matter, MatterCandidate, Naming, Office, Outcome, Place, PlaceCandidate, PlaceState, Question,
    QuestionOption, Reason, Region, Route, Skipped, Span, Tier, Zone,
};
pub use code::RegionCode;
pub use request::{Attachment, ClassificationValue, Complaint, Detail, Location, Offsets, Reporter, Supervision};
pub use time::{Date, Instant};
