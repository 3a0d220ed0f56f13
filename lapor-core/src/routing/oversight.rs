//! Reports of abuse of authority about a service: who oversees takes part or leads, and the reported unit receives nothing (routing.md §8,
//! §10.11).

use super::resolve::{Target, bare};
use super::select::{Reading, Router};
use crate::complaint::Level;
use crate::pack::{AbuseOverlay, MatterRow};

/// The discriminator whose values say whose staff is reported.
pub const ACTOR: &str = "actor";

/// A sign of abuse of authority in a report.
#[derive(Debug, Clone)]
pub struct Abuse<'a> {
    /// What it changes.
    pub overlay: &'a AbuseOverlay,
    /// Value of `actor` that stands beside the sign.
    pub actor: Option<String>,
}

impl<'r> Router<'r> {
    /// Puts the overseers of whoever would lead into the reading of a service matter.
    pub(super) fn oversee(&self, matter: &MatterRow, reading: &mut Reading<'r>) {
        let rows = self.taxonomy.abuse();
        let Some(abuse) = self.facts.abuse.as_ref().filter(|_| !rows.matters.contains(&matter.id)) else { return };
        let row = self.taxonomy.matter_row(&abuse.overlay.matter);
        let Some(overseen_by) = row.and_then(|row| self.taxonomy.matter(row)) else { return };
        let Some(owner) = reading.plan.targets.iter().find(|t| t.lead).copied() else { return };
        let said = self.facts.answers.get(ACTOR).or(abuse.actor.as_ref());
        let staff = self.staff_of(&owner);
        // beside a regional office, "dinas" in a text does not tell the level; beside a national body it tells that somebody else is meant
        let elsewhere =
            |actor: &&str| owner.reference.starts_with("inst:") || rows.own_bodies.iter().any(|own| own == actor);
        let Some(actor) = said.map(String::as_str).filter(elsewhere).or(staff) else { return };
        let over = self.read(overseen_by, Some((ACTOR, actor)));
        let mut overseers: Vec<Target<'r>> = over.plan.targets.into_iter().filter(|t| t.lead).collect();
        if overseers.iter().any(|o| (o.level, o.reference) == (owner.level, owner.reference)) {
            // who would lead oversees already
            overseers.clear();
        }
        let body = owner.reference.strip_prefix("inst:").filter(|_| staff == Some(actor));
        let frontline = |t: &Target<'_>| rows.frontline.iter().any(|f| self.is_type(t, f));
        let leads = !overseers.is_empty() && (abuse.overlay.lead || frontline(&owner));
        let plan = &mut reading.plan;
        let receives = |t: &Target<'_>| if t.lead { !leads } else { !frontline(t) };
        let (kept, reported): (Vec<_>, Vec<_>) = plan.targets.drain(..).partition(receives);
        plan.reported = reported;
        plan.targets = kept;
        let overseers = overseers.into_iter().map(|t| Target { lead: leads, oversight: true, body, ..t });
        if leads {
            plan.targets.splice(0..0, overseers);
            reading.rule = format!("overlay:{}/{ACTOR}={actor}", abuse.overlay.id);
            (plan.exception, plan.regime) = (over.plan.exception, over.plan.regime);
        } else {
            plan.targets.extend(overseers);
        }
    }

    /// Whose staff works at a target, as a value of `actor`.
    fn staff_of(&self, target: &Target<'_>) -> Option<&'r str> {
        let kind = target.reference.strip_prefix("inst:").and_then(|id| self.resolver.institutions.national_row(id));
        let level = kind.is_none().then(|| self.level_of(target));
        let fits = |of: &str| match (of.split_once(':'), kind) {
            (Some(("kind", wanted)), Some(row)) => row.kind == wanted,
            (Some(("level", wanted)), None) => level == Some(wanted),
            _ => of == target.reference,
        };
        self.taxonomy.abuse().owners.iter().find(|row| fits(&row.of)).map(|row| row.actor.as_str())
    }

    /// Level of government of a regional target; a kecamatan or kelurahan is the regency's.
    fn level_of(&self, target: &Target<'r>) -> &'static str {
        if bare(target.reference) == "desa" {
            return "desa";
        }
        match self.resolver.office(target, self.facts.region).map(|office| office.level) {
            Ok(Level::Provinsi) => "provinsi",
            Ok(_) => "kabkota",
            Err(_) if target.level == "provinsi" => "provinsi",
            Err(_) => "kabkota",
        }
    }

    /// True if a target is of a general type, by its reference or by the type of its office.
    fn is_type(&self, target: &Target<'r>, wanted: &str) -> bool {
        let own = || self.resolver.office(target, self.facts.region);
        bare(target.reference) == bare(wanted) || (target.owner.is_some() && own().is_ok_and(|o| o.kind == wanted))
    }
}
