//! Walks every matter, answer, region and day, and keeps the books.

use super::request::{Counts, OutcomeCount};
use crate::complaint::{Date, Finding, Naming, RegionCode};
use crate::engine::Engine;
use crate::institution::Institutions;
use crate::message::pairs;
use crate::pack::{Exception, MatterRow, Overlay};
use crate::routing::{Probe, Resolver, probe};
use crate::sorted::Sorted;

/// What ends wrong: finding code, matter, and the receiver or rule at fault; with the first region where it does.
type Faults = Sorted<(&'static str, String, String), RegionCode>;

/// The books of a check.
pub(super) struct Survey<'e> {
    engine: &'e Engine,
    institutions: &'e Institutions,
    outcomes: Vec<OutcomeCount>,
    faults: Faults,
    pub(super) dates: Vec<Date>,
    regions: usize,
    routes: usize,
}

/// A matter's answers: none, then each value of its discriminator.
fn answers<'e>(engine: &'e Engine, matter: &'e MatterRow) -> impl Iterator<Item = Option<&'e str>> {
    let asked = matter.discriminator.as_deref().filter(|_| !matter.routes.is_empty());
    let values = asked.and_then(|id| engine.taxonomy.discriminator(id)).map_or(&[][..], |d| &d.values);
    std::iter::once(None).chain(values.iter().map(|(value, ..)| Some(value.as_str())))
}

/// Calls `each` with every route of a region on a day.
pub(super) fn routes<'e>(
    engine: &'e Engine,
    institutions: &'e Institutions,
    region: RegionCode,
    day: Date,
    mut each: impl FnMut(&'e MatterRow, Option<&'e str>, Probe),
) {
    for matter in engine.taxonomy.matters() {
        routes_of(engine, institutions, matter, region, day, |value, probe| each(matter, value, probe));
    }
}

/// The same for one matter.
fn routes_of<'e>(
    engine: &'e Engine,
    institutions: &'e Institutions,
    matter: &'e MatterRow,
    region: RegionCode,
    day: Date,
    mut each: impl FnMut(Option<&'e str>, Probe),
) {
    let resolver = Resolver { regions: &engine.regions, institutions, day };
    for value in answers(engine, matter) {
        let policy = &engine.words.matter_rules.policy;
        each(value, probe(resolver, &engine.taxonomy, policy, region, matter, value));
    }
}

/// Rule and receivers of every route of the matters that an exception is for, in order: two that are equal decide alike.
pub(super) fn receivers(
    engine: &Engine,
    institutions: &Institutions,
    exception: &Exception,
    regions: &[RegionCode],
    dates: &[Date],
) -> Vec<(String, Vec<String>)> {
    let meant = |m: &&MatterRow| {
        exception.matter.as_ref() == Some(&m.id) || exception.group.as_ref().is_some_and(|group| m.in_group(group))
    };
    let mut out = Vec::new();
    for matter in engine.taxonomy.matters().iter().filter(meant) {
        for region in regions {
            for day in dates {
                routes_of(engine, institutions, matter, *region, *day, |_, p| out.push((p.rule, p.receivers)));
            }
        }
    }
    out
}

/// True for a kind of the list, and for the unit of a body (`inst:kemenag/itjen`) whose unit is in it (`inst:itjen`).
fn oversees(list: &[String], kind: &str) -> bool {
    let unit = kind.split_once('/').map(|(_, unit)| unit);
    list.iter().any(|known| known == kind || unit.is_some_and(|unit| known.strip_prefix("inst:") == Some(unit)))
}

impl<'e> Survey<'e> {
    pub(super) fn new(engine: &'e Engine, institutions: &'e Institutions) -> Self {
        Survey {
            engine,
            institutions,
            outcomes: Vec::new(),
            faults: Sorted::new(),
            dates: Vec::new(),
            regions: 0,
            routes: 0,
        }
    }

    /// Looks at every region, on the days given or on those on which a rule of the region changes.
    pub(super) fn run(&mut self, regions: &[RegionCode], dates: Option<&[Date]>) {
        for region in regions {
            self.regions += 1;
            let mut days = dates.map_or_else(|| self.changes(*region), <[Date]>::to_vec);
            crate::sort::by(&mut days, Ord::cmp);
            days.dedup();
            for day in days {
                if !self.dates.contains(&day) {
                    self.dates.push(day);
                }
                let (engine, institutions) = (self.engine, self.institutions);
                routes(engine, institutions, *region, day, |matter, _, probe| self.note(*region, matter, probe));
            }
        }
    }

    /// Days on which a row of the region's overlays begins, or has just ended; and the last day of the calendar.
    fn changes(&self, region: RegionCode) -> Vec<Date> {
        let mut out = vec![self.engine.calendar.until()];
        for overlay in self.institutions.overlays_of(region) {
            let offices = overlay.offices.iter().map(|o| (o.from, o.until));
            for (from, until) in offices.chain(overlay.exceptions.iter().map(|e| (e.from, e.until))) {
                out.extend(from);
                out.extend(until.and_then(Date::next));
            }
        }
        out
    }

    fn note(&mut self, region: RegionCode, matter: &MatterRow, probe: Probe) {
        self.routes += 1;
        let outcome = match &probe.lead {
            None => "needs_triage",
            Some(office) if office.region.is_none() => "national",
            Some(office) if office.naming == Naming::Registered => "registered",
            Some(_) => "typical",
        };
        match self.outcomes.iter_mut().find(|known| (known.outcome, known.reason) == (outcome, probe.reason)) {
            Some(known) => known.count += 1,
            None => self.outcomes.push(OutcomeCount { outcome, reason: probe.reason, count: 1 }),
        }
        for (reference, code) in probe.broken {
            self.fault((code, matter.id.clone(), reference), region);
        }
        let abuse = self.engine.taxonomy.abuse();
        if let Some(office) = &probe.lead
            && abuse.matters.contains(&matter.id)
            && !oversees(&abuse.oversight, &office.kind)
        {
            self.fault(("route_self_judging", matter.id.clone(), probe.rule), region);
        }
    }

    fn fault(&mut self, fault: (&'static str, String, String), region: RegionCode) {
        if !self.faults.contains_key(&fault) {
            self.faults.insert(fault, region);
        }
    }

    pub(super) fn counts(&self) -> Counts {
        let matters = self.engine.taxonomy.matters();
        Counts {
            matters: matters.len(),
            values: matters.iter().map(|m| answers(self.engine, m).count()).sum(),
            regions: self.regions,
            dates: self.dates.len(),
            routes: self.routes,
        }
    }

    pub(super) fn outcomes(&self) -> Vec<OutcomeCount> {
        let mut rows = self.outcomes.clone();
        crate::sort::by_key(&mut rows, |row| (row.outcome, row.reason));
        rows
    }

    /// What ends wrong. A rule of the overlay is named by its place in the request.
    pub(super) fn findings(&self, overlay: Option<&Overlay>) -> Vec<Finding> {
        let faults = self.faults.iter();
        faults
            .map(|((code, matter, what), region)| {
                let row = overlay.and_then(|o| {
                    let own = what.strip_prefix(&format!("{}/", o.region));
                    let position = o.exceptions.iter().position(|e| own == Some(e.id.as_str()) || e.to.contains(what));
                    position.map(|n| format!("/overlay/exceptions/{n}"))
                });
                let mut params = pairs([("matter", matter.as_str().into()), ("region", region.to_string().into())]);
                params.insert(if *code == "route_self_judging" { "rule" } else { "receiver" }, what.as_str().into());
                Finding::new(code, &row.unwrap_or_default(), params)
            })
            .collect()
    }
}
