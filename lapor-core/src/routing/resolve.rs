//! From targets ("dinas-pupr of the regency") to offices ("Dinas … Kota Medan").

use crate::complaint::{Date, Level, Office, RegionCode};
use crate::institution::{Institutions, is_territorial};
use crate::pack::{Effect, Exception, Overlay, TargetRow};
use crate::region::Regions;

/// The tables that targets are resolved with.
#[derive(Debug, Clone, Copy)]
pub struct Resolver<'e> {
    /// Regions.
    pub regions: &'e Regions,
    /// Institutions and overlays.
    pub institutions: &'e Institutions,
    /// The day whose rules judge.
    pub day: Date,
}

/// Why a target has no office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unresolved {
    /// The region that decides is not known.
    Region,
    /// It is known, but not exactly enough.
    Coarse,
    /// The unit of a national body decides, and which body is not said.
    Agency,
    /// The institution is dissolved, private or in no table.
    Dead,
}

impl Unresolved {
    /// The reason code of `needs_triage`.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Unresolved::Region => "region_unknown",
            Unresolved::Coarse => "place_too_coarse",
            Unresolved::Agency => "agency_unnamed",
            Unresolved::Dead => "no_living_office",
        }
    }
}

/// A target after regime and exceptions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Target<'r> {
    /// `pusat`, `provinsi`, `kabkota`, `desa` or `own`.
    pub(super) level: &'r str,
    /// `opd:…`, `inst:…`, an own office id, or another region's office.
    pub(super) reference: &'r str,
    /// Lead or coordinating.
    pub(super) lead: bool,
    /// Region of the overlay that an own office belongs to.
    pub(super) owner: Option<RegionCode>,
    /// The national body whose unit it is, where the target is such a unit and the body follows from another receiver.
    pub(super) body: Option<&'r str>,
    /// True if it oversees who would lead otherwise.
    pub(super) oversight: bool,
}

impl<'r> Target<'r> {
    fn new(level: &'r str, reference: &'r str, lead: bool, owner: Option<RegionCode>) -> Self {
        Target { level, reference, lead, owner, body: None, oversight: false }
    }
}

/// What the tables say for one matter and one set of facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Plan<'r> {
    pub(super) targets: Vec<Target<'r>>,
    /// Leads that an exception took away.
    pub(super) replaced: Vec<Target<'r>>,
    /// Units that the report is about: they receive nothing.
    pub(super) reported: Vec<Target<'r>>,
    pub(super) exception: Option<String>,
    pub(super) regime: Option<&'r str>,
}

impl<'e> Resolver<'e> {
    /// Applies regime and exceptions of the region to the targets of the table. `value` gives the value of a discriminator, where known.
    pub(super) fn plan<'r>(
        &self,
        matter: &str,
        groups: &[&str],
        value: impl Fn(&str) -> Option<&'r str>,
        base: &'r [TargetRow],
        region: Option<RegionCode>,
    ) -> Plan<'r>
    where
        'e: 'r,
    {
        let living = base.iter().filter(|t| Institutions::in_force(t.from, t.until, self.day));
        let mut plan = Plan {
            targets: living.map(|t| Target::new(&t.level, &t.reference, t.lead, None)).collect(),
            replaced: Vec::new(),
            reported: Vec::new(),
            exception: None,
            regime: None,
        };
        let Some(region) = region else { return plan };
        let overlays = self.institutions.overlays_of(region);
        for overlay in &overlays {
            for t in plan.targets.iter_mut().filter(|t| !is_territorial(bare(t.reference))) {
                if let Some(level) = overlay.levels.get(t.level) {
                    t.level = level;
                    plan.regime = overlay.regime.as_deref();
                }
            }
        }
        let applies = |e: &&Exception| {
            let by_matter = e.matter.as_deref() == Some(matter);
            let by_group = e.group.as_deref().is_some_and(|g| groups.contains(&g));
            (by_matter || by_group)
                && Institutions::in_force(e.from, e.until, self.day)
                && e.when.iter().all(|(d, wanted)| value(d).is_some_and(|v| wanted.iter().any(|w| w == v)))
        };
        for overlay in overlays {
            // the more specific row comes last and wins: a matter before a group, more conditions before fewer, the later before the earlier
            let mut rows: Vec<&Exception> = overlay.exceptions.iter().filter(applies).collect();
            crate::sort::by_key(&mut rows, |e| e.precedence());
            for e in rows {
                if self.apply(overlay, e, &mut plan) {
                    plan.exception = Some(overlay.region.with(&["/", &e.id]));
                    if overlay.regime.is_some() {
                        plan.regime = overlay.regime.as_deref();
                    }
                }
            }
        }
        plan
    }

    /// Applies one exception; false if it does not change anything here.
    fn apply<'r>(&self, overlay: &'r Overlay, e: &'r Exception, plan: &mut Plan<'r>) -> bool {
        let own_level = match overlay.region.level() {
            1 => "provinsi",
            _ => "kabkota",
        };
        let target = |reference: &'r String, lead: bool| {
            let level = match e.level.as_deref() {
                _ if reference.starts_with("inst:") => "pusat",
                Some(level) if reference.starts_with("opd:") => level,
                _ => "own",
            };
            Target::new(level, reference, lead, Some(overlay.region))
        };
        match e.effect {
            Effect::Add => {
                for reference in &e.to {
                    plan.targets.push(target(reference, false));
                }
                false
            }
            Effect::Level => {
                let Some(level) = &e.level else { return false };
                for t in plan.targets.iter_mut().filter(|t| t.lead && t.reference.starts_with("opd:")) {
                    t.level = level;
                }
                true
            }
            Effect::To => {
                let mine = |t: &Target<'_>| t.level == own_level || t.level == "desa" || t.level == "own";
                let leads = plan.targets.iter().any(|t| t.lead && mine(t));
                if !plan.targets.iter().any(mine) {
                    return false;
                }
                let (old, kept): (Vec<_>, Vec<_>) = plan.targets.drain(..).partition(mine);
                plan.replaced.extend(old.into_iter().filter(|t| t.lead));
                plan.targets = e.to.iter().enumerate().map(|(i, r)| target(r, i == 0 && leads)).collect();
                plan.targets.extend(kept);
                leads
            }
            Effect::Replace => {
                let old: Vec<_> = plan.targets.drain(..).collect();
                plan.replaced.extend(old.into_iter().filter(|t| t.lead));
                plan.targets = e.to.iter().enumerate().map(|(i, r)| target(r, i == 0)).collect();
                true
            }
            Effect::Means => false,
        }
    }

    /// The office of a target in a region.
    pub(super) fn office(&self, target: &Target<'_>, region: Option<RegionCode>) -> Result<Office, Unresolved> {
        if let Some(id) = target.reference.strip_prefix("inst:") {
            return self.institutions.pusat(id, self.day).ok_or(Unresolved::Dead);
        }
        let region = region.ok_or(Unresolved::Region)?;
        let id = bare(target.reference);
        if is_territorial(id) {
            let office = match id {
                "kecamatan" => self.institutions.district(self.regions, region),
                _ => self.institutions.village(self.regions, region),
            };
            // a kelurahan has no government of its own, and no village funds
            let wrong = id == "desa" && office.as_ref().is_some_and(|o| o.level == Level::Kelurahan);
            return if wrong { Err(Unresolved::Dead) } else { office.ok_or(Unresolved::Coarse) };
        }
        if let Some((owner, id)) = id.split_once('/')
            && let Some(owner) = RegionCode::parse(owner)
        {
            let listed = target.owner.and_then(|o| self.institutions.own(o, &format!("{owner}/{id}"), self.day));
            let office = listed.or_else(|| self.institutions.own(owner, id, self.day));
            return office
                .or_else(|| self.institutions.typed(self.regions, owner, id, self.day))
                .ok_or(Unresolved::Dead);
        }
        if !target.reference.starts_with("opd:") {
            let owner = target.owner.unwrap_or(region);
            return self.institutions.own(owner, id, self.day).ok_or(Unresolved::Dead);
        }
        let level = match target.level {
            "provinsi" => 1,
            "own" => target.owner.map_or(2, |o| o.level().min(2)),
            _ => 2,
        };
        let at = region.at(level).ok_or(Unresolved::Region)?;
        self.institutions.typed(self.regions, at, id, self.day).ok_or(Unresolved::Dead)
    }

    /// The district office above a village target, where the district is known.
    pub(super) fn above(&self, target: &Target<'_>, region: Option<RegionCode>) -> Option<Office> {
        let id = bare(target.reference);
        matches!(id, "desa" | "kelurahan" | "rt-rw")
            .then(|| self.institutions.district(self.regions, region?))
            .flatten()
    }

    /// Who forwards by hand.
    pub(super) fn coordinator(&self, region: Option<RegionCode>) -> Option<Office> {
        self.institutions.administrator(self.regions, region, self.day)
    }
}

/// A reference without its kind.
pub(super) fn bare(reference: &str) -> &str {
    reference.strip_prefix("opd:").unwrap_or(reference)
}

/// True for an office of the territory.
pub(super) fn is_local(office: &Office) -> bool {
    matches!(office.level, Level::Kecamatan | Level::Kelurahan | Level::Desa)
}
