//! One row of the proof that routing has no hole: a matter with one answer, in one region, on one day.

use super::resolve::{Resolver, Target, Unresolved};
use super::select::{Facts, Router};
use crate::complaint::{Office, PlaceState, RegionCode};
use crate::pack::{MatterRow, PolicyPack};
use crate::sorted::Sorted;
use crate::taxonomy::{OTHER, Taxonomy};

/// Where a matter ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Probe {
    /// Who leads.
    pub lead: Option<Office>,
    /// Why nobody leads: a reason code of `needs_triage`.
    pub reason: Option<&'static str>,
    /// The rule that decided.
    pub rule: String,
    /// Every receiver as the rows name it, first the leads.
    pub receivers: Vec<String>,
    /// Receivers that can receive nothing: reference and finding code.
    pub broken: Vec<(String, &'static str)>,
}

/// Looks where a matter ends with a value of its discriminator, or without one.
#[must_use]
pub fn probe(
    resolver: Resolver<'_>,
    taxonomy: &Taxonomy,
    policy: &PolicyPack,
    region: RegionCode,
    matter: &MatterRow,
    value: Option<&str>,
) -> Probe {
    let answers = Sorted::new();
    let facts = Facts { region: Some(region), place: PlaceState::Found, ..Facts::none(&answers, policy) };
    let router = Router { resolver, taxonomy, facts: &facts };
    let forced = matter.discriminator.as_deref().zip(value);
    let reading = router.read(matter, forced);
    let (lead, reason) = match router.lead(&reading.plan) {
        _ if matter.id == OTHER => (None, Some("matter_other")),
        _ if reading.undecided.is_some() => (None, Some("discriminator_undecided")),
        Ok(office) => (Some(office), None),
        Err(why) => (None, Some(why.code())),
    };
    let targets = &reading.plan.targets;
    let broken = targets.iter().filter_map(|t| Some((t.reference.to_owned(), fault(resolver, t, region)?))).collect();
    let mut receivers: Vec<String> = Vec::with_capacity(targets.len());
    for lead in [true, false] {
        receivers.extend(targets.iter().filter(|t| t.lead == lead).map(|t| format!("{} {}", t.level, t.reference)));
    }
    Probe { lead, reason, rule: reading.rule, receivers, broken }
}

/// Why a target can never receive.
fn fault(resolver: Resolver<'_>, target: &Target<'_>, region: RegionCode) -> Option<&'static str> {
    if let Some(id) = target.reference.strip_prefix("inst:") {
        // a unit of whichever body is meant is no body
        if resolver.institutions.is_unit(id) {
            return None;
        }
        return match resolver.institutions.any_national(id, resolver.day) {
            None => Some("route_dangling"),
            Some((_, Some("private_never_receiver"))) => Some("route_private"),
            Some((_, Some(_))) => Some("route_dissolved"),
            Some((_, None)) => None,
        };
    }
    matches!(resolver.office(target, Some(region)), Err(Unresolved::Dead)).then_some("route_dangling")
}
