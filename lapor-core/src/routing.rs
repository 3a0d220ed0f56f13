//! Routing: matter × discriminator × regime × exceptions → receivers, with the reasons and the question that would change the answer.
//!
//! A total function: every input ends at a living institution, or at `needs_triage` with the reason and the coordinator who decides. A
//! fallback is never a lead.

mod beside;
mod oversight;
mod probe;
mod resolve;
mod select;

pub use oversight::{ACTOR, Abuse};
pub use probe::{Probe, probe};
pub use resolve::Resolver;
pub use select::{Cue, Facts, route};
