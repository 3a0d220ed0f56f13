//! The decision itself: which target leads, who takes part, who would lead under another reading.

use super::oversight::Abuse;
use super::resolve::{Plan, Resolver, Target, Unresolved};
use crate::complaint::{
    Candidate, Coordinator, Detail, Discriminator, Office, Outcome, PlaceState, Question, QuestionOption, Reason,
    RegionCode, Route, Tier,
};
use crate::message::{Params, Text};
use crate::pack::{MatterRow, PolicyPack, RouteRow, TargetRow};
use crate::sorted::Sorted;
use crate::taxonomy::{OTHER, Taxonomy};

/// A discriminator, its value, and through what it is known.
pub type Cue = (String, String, &'static str);

/// What is known when a route is asked for.
#[derive(Debug)]
pub struct Facts<'a> {
    /// Ranked matters with their scores; empty = none was recognised.
    pub matters: Vec<(&'a MatterRow, u16)>,
    /// False if the best matter is below the threshold.
    pub found: bool,
    /// Region of the object.
    pub region: Option<RegionCode>,
    /// What is known of the place.
    pub place: PlaceState,
    /// Regions a name stands for, when ambiguous.
    pub ambiguous: Vec<String>,
    /// The instance that received it.
    pub jurisdiction: Option<RegionCode>,
    /// Discriminator values given as answers.
    pub answers: &'a Sorted<String, String>,
    /// Discriminator values read from the text, or implied by the place.
    pub cues: Vec<Cue>,
    /// Offices that the reporter named, and why one of them can receive nothing (reason code).
    pub named: Vec<(Office, Option<&'static str>)>,
    /// A sign of abuse of authority.
    pub abuse: Option<Abuse<'a>>,
    /// Which matters and affairs have rules of their own.
    pub policy: &'a PolicyPack,
    /// How much to answer.
    pub detail: Detail,
}

impl<'a> Facts<'a> {
    /// No facts but the answers given: no matter, no place, nobody named.
    #[must_use]
    pub fn none(answers: &'a Sorted<String, String>, policy: &'a PolicyPack) -> Self {
        Facts {
            matters: Vec::new(),
            found: true,
            region: None,
            place: PlaceState::Unknown,
            ambiguous: Vec::new(),
            jurisdiction: None,
            answers,
            cues: Vec::new(),
            named: Vec::new(),
            abuse: None,
            policy,
            detail: Detail::Brief,
        }
    }
}

pub(super) fn params(pairs: &[(&'static str, &str)]) -> Params {
    let mut out = Params::new();
    out.extend(pairs.iter().map(|(k, v)| (*k, (*v).into())));
    out
}

/// One matter with one set of facts.
pub(super) struct Reading<'r> {
    pub(super) plan: Plan<'r>,
    pub(super) rule: String,
    value: Option<&'r str>,
    via: Option<&'static str>,
    /// The discriminator that had to be known.
    pub(super) undecided: Option<&'r str>,
    /// The discriminator to ask for next.
    open: Option<&'r str>,
}

/// Who leads after each answer to a question, and the rule that says so.
type Leads = Vec<Option<(Office, String)>>;

pub(super) struct Router<'r> {
    pub(super) resolver: Resolver<'r>,
    pub(super) taxonomy: &'r Taxonomy,
    pub(super) facts: &'r Facts<'r>,
}

/// Routes a complaint.
#[must_use]
pub fn route(resolver: Resolver<'_>, taxonomy: &Taxonomy, facts: &Facts<'_>) -> Route {
    Router { resolver, taxonomy, facts }.run()
}

impl<'r> Router<'r> {
    fn run(&self) -> Route {
        let facts = self.facts;
        let mut route = Route {
            lead: None,
            coordinating: Vec::new(),
            needs_triage: None,
            tiers: Vec::new(),
            score: 0,
            rule: None,
            discriminator: None,
            candidates: Vec::new(),
            question: None,
        };
        let best = facts.matters.first().copied();
        if let Some((matter, score)) = best {
            let mut reading = self.read(matter, None);
            self.oversee(matter, &mut reading);
            self.receivers(matter, &reading, score, &mut route);
        }
        let blocked = match best {
            None => Some(Reason::new("matter_unknown", Params::new())),
            Some((m, _)) if m.id == OTHER => Some(Reason::new("matter_other", Params::new())),
            Some(_) if !facts.found => Some(Reason::new("matter_unknown", Params::new())),
            Some(_) => None,
        };
        if let Some(reason) = blocked {
            self.demote(&mut route, reason);
            route.question = None;
        }
        self.other_matters(&mut route);
        self.named(&mut route);
        if route.lead.is_none() && route.needs_triage.is_none() {
            self.demote(&mut route, Reason::new("no_living_office", Params::new()));
        }
        self.tiers(&mut route);
        self.finish(&mut route);
        route
    }

    /// Reasons of a candidate; a brief answer shows none, so none are written.
    pub(super) fn because(&self, reasons: impl FnOnce() -> Vec<Reason>) -> Vec<Reason> {
        if self.facts.detail == Detail::Full { reasons() } else { Vec::new() }
    }

    /// Reads the tables for one matter; `forced` gives one discriminator a value.
    pub(super) fn read(&self, matter: &'r MatterRow, forced: Option<(&str, &'r str)>) -> Reading<'r> {
        let facts = self.facts;
        let discriminator = matter.discriminator.as_deref().and_then(|id| self.taxonomy.discriminator(id));
        let own = discriminator.map_or("", |d| d.id.as_str());
        let known = |id: &str| -> Option<(&'r str, &'static str)> {
            match (forced.filter(|(forced, _)| *forced == id), facts.answers.get(id)) {
                (Some((_, value)), _) => Some((value, "answer")),
                (None, Some(value)) => Some((value, "answer")),
                (None, None) => {
                    facts.cues.iter().find(|(cue, ..)| cue == id).map(|(_, value, via)| (value.as_str(), *via))
                }
            }
        };
        let (mut value, mut via) = known(own).map_or((None, None), |(value, via)| (Some(value), Some(via)));
        let default = |id: &str| self.taxonomy.discriminator(id).and_then(|d| d.default.as_deref());
        let also = |(id, wanted): &(String, Vec<String>)| {
            let fact = known(id).map(|(value, _)| value).or_else(|| default(id));
            fact.is_some_and(|v| wanted.iter().any(|w| w == v))
        };
        let for_value = |r: &&'r RouteRow| value.is_some_and(|v| r.values.iter().any(|w| w == v));
        let chosen = matter.routes.iter().filter(for_value).find(|r| r.also.iter().all(also));
        let decides = discriminator.filter(|_| !matter.routes.is_empty());
        let unknown: Option<&'r str> = match decides {
            Some(d) if value.is_none() => Some(&d.id),
            _ => {
                let others = matter.routes.iter().filter(for_value).flat_map(|r| &r.also);
                others.map(|(id, _)| id.as_str()).find(|id| known(id).is_none())
            }
        };
        let undecided = unknown.filter(|id| default(id).is_none());
        if value.is_none()
            && let Some(default) = decides.and_then(|d| d.default.as_deref())
        {
            (value, via) = (Some(default), Some("default"));
        }
        // what the matter says for no known value wins over the route of the default value (routing.md §3)
        let base: &'r [TargetRow] = chosen.map_or(&matter.default, |r| &r.to);
        let asked = chosen.iter().flat_map(|r| r.also.iter().map(|(id, _)| id.as_str()));
        let named = matter.groups.iter().map(String::as_str);
        let groups: Vec<&str> = [matter.urusan.as_str(), own].into_iter().chain(asked).chain(named).collect();
        let lookup = |id: &str| if id == own { value } else { known(id).map(|(value, _)| value) };
        let plan = self.resolver.plan(&matter.id, &groups, lookup, base, facts.region);
        let rule = match (&plan.exception, chosen, value) {
            (Some(exception), ..) => exception.clone(),
            (None, Some(route), Some(v)) => {
                let mut rule = ["matter:", &matter.id, "/", own, "=", v].concat();
                for (id, _) in &route.also {
                    if let Some(value) = lookup(id).or_else(|| default(id)) {
                        rule.extend([",", id, "=", value]);
                    }
                }
                rule
            }
            _ => ["matter:", &matter.id, "/default"].concat(),
        };
        Reading { plan, rule, value, via, undecided, open: unknown }
    }

    /// The first lead target that has an office.
    pub(super) fn lead(&self, plan: &Plan<'_>) -> Result<Office, Unresolved> {
        let mut why = Unresolved::Dead;
        for target in plan.targets.iter().filter(|t| t.lead) {
            match self.office(target) {
                Ok(office) => return Ok(office),
                Err(e) => {
                    why = e;
                    // what cannot be named yet must not be passed over for the next in the list
                    if e != Unresolved::Dead {
                        break;
                    }
                }
            }
        }
        Err(why)
    }

    /// The office of a target; a unit of a national body is that of the body that the reporter named, where no other follows.
    pub(super) fn office(&self, target: &Target<'_>) -> Result<Office, Unresolved> {
        let Resolver { institutions, day, .. } = self.resolver;
        let Some(unit) = target.reference.strip_prefix("inst:").filter(|id| institutions.is_unit(id)) else {
            return self.resolver.office(target, self.facts.region);
        };
        match target.body {
            Some(body) => institutions.pusat(&format!("{body}/{unit}"), day).ok_or(Unresolved::Dead),
            None => {
                let mut living = self.facts.named.iter().filter(|(_, dead)| dead.is_none());
                living.find_map(|(body, _)| institutions.unit_of(unit, body, day)).ok_or(Unresolved::Agency)
            }
        }
    }

    /// The institution that the reporter named, where the matter is one for whoever is named.
    fn named_lead(&self, matter: &MatterRow) -> Option<Office> {
        let wanted = self.facts.policy.named_leads.contains(&matter.id);
        let mut living = self.facts.named.iter().filter(|(_, dead)| dead.is_none());
        living.next().filter(|_| wanted).map(|(office, _)| office.clone())
    }

    fn receivers(&self, matter: &'r MatterRow, reading: &Reading<'_>, score: u16, route: &mut Route) {
        let named = self.named_lead(matter);
        route.rule = Some(if named.is_some() { format!("matter:{}/named", matter.id) } else { reading.rule.clone() });
        let lead = named.map_or_else(|| self.lead(&reading.plan), Ok);
        route.score = if reading.via == Some("default") { score - score / 8 } else { score };
        if let Some(id) = &matter.discriminator
            && !matter.routes.is_empty()
        {
            route.discriminator =
                Some(Discriminator { id: id.clone(), value: reading.value.map(str::to_owned), via: reading.via });
        }
        let asked = self.question(matter, reading, lead.as_ref().ok().map(|o| o.id.as_str()));
        let lead_id = lead.as_ref().ok().map(|o| o.id.clone());
        match lead {
            Ok(office) => {
                let reasons = self.because(|| self.reasons(matter, reading, &office));
                route.candidates.push(Candidate {
                    office: office.clone(),
                    outcome: Outcome::Lead,
                    score: route.score,
                    rule: route.rule.clone(),
                    reasons,
                });
                route.lead = Some(office);
            }
            Err(why) => {
                let reason = match why {
                    Unresolved::Region if self.facts.place == PlaceState::Ambiguous => {
                        let regions = self.facts.ambiguous.clone().into();
                        Reason::new("region_ambiguous", crate::message::pairs([("regions", regions)]))
                    }
                    Unresolved::Coarse => {
                        let region = self.facts.region.map(|r| self.resolver.regions.name(r)).unwrap_or_default();
                        Reason::new(why.code(), params(&[("region", region)]))
                    }
                    _ => Reason::new(why.code(), Params::new()),
                };
                self.triage(route, reason);
            }
        }
        // those that take part, then further offices that the table calls competent too
        let (leads, others): (Vec<&Target<'_>>, Vec<&Target<'_>>) = reading.plan.targets.iter().partition(|t| t.lead);
        for target in others.into_iter().chain(leads) {
            self.take_part(target, lead_id.as_deref(), route);
        }
        self.reported(reading, route);
        if let Some(id) = reading.undecided {
            self.demote(route, Reason::new("discriminator_undecided", params(&[("discriminator", id)])));
        }
        if let Some((question, leads)) = asked {
            for (option, (office, rule)) in question.options.iter().zip(leads).filter_map(|(o, lead)| Some((o, lead?)))
            {
                self.alternative_answer((&question.discriminator, &option.value), office, rule, route);
            }
            route.question = Some(question);
        }
        for target in reading.plan.replaced.iter().filter(|_| self.facts.detail == Detail::Full) {
            if let Ok(office) = self.office(target)
                && route.candidates.iter().all(|c| c.office.id != office.id)
            {
                let exception = reading.plan.exception.as_deref().unwrap_or_default();
                let reason = Reason::new("replaced_by_exception", params(&[("exception", exception)]));
                route.candidates.push(Candidate {
                    office,
                    outcome: Outcome::Rejected,
                    score: 0,
                    rule: Some(format!("matter:{}/default", matter.id)),
                    reasons: vec![reason],
                });
            }
        }
        self.territory(matter, route);
    }

    fn reasons(&self, matter: &MatterRow, reading: &Reading<'_>, office: &Office) -> Vec<Reason> {
        let mut out = Vec::new();
        let discriminator = matter.discriminator.as_deref().unwrap_or_default();
        let value = reading.value.unwrap_or_default();
        if reading.rule.starts_with("overlay:") {
            out.push(Reason::new("oversight", params(&[("office", &office.name)])));
        } else if let Some(exception) = &reading.plan.exception {
            out.push(Reason::new("regional_exception", params(&[("exception", exception), ("office", &office.name)])));
        } else if reading.rule.contains('=') {
            let facts = [("discriminator", discriminator), ("value", value), ("office", &office.name)];
            out.push(Reason::new("discriminator_route", params(&facts)));
        } else {
            out.push(Reason::new("matter_route", params(&[("matter", &matter.id), ("office", &office.name)])));
        }
        if reading.via == Some("default") {
            out.push(Reason::new(
                "discriminator_default",
                params(&[("discriminator", discriminator), ("value", value)]),
            ));
        }
        if let Some(regime) = reading.plan.regime {
            out.push(Reason::new("regime", params(&[("regime", regime)])));
        }
        out
    }

    /// The question, if it was not answered and some answer changes the lead; with who leads after each answer, and by which rule.
    fn question(&self, matter: &'r MatterRow, reading: &Reading<'_>, lead: Option<&str>) -> Option<(Question, Leads)> {
        let d = self.taxonomy.discriminator(reading.open?)?;
        let lead_if = |value: &'r str| {
            let mut reading = self.read(matter, Some((&d.id, value)));
            self.oversee(matter, &mut reading);
            let office = if reading.undecided.is_none() { self.lead(&reading.plan).ok() } else { None };
            office.map(|office| (office, reading.rule))
        };
        let leads: Leads = d.values.iter().map(|(value, ..)| lead_if(value)).collect();
        let options: Vec<QuestionOption> = d
            .values
            .iter()
            .zip(&leads)
            .map(|((value, id, en), lead)| QuestionOption {
                value: value.clone(),
                text: Text::new(id.clone(), en.clone()),
                lead: lead.as_ref().map(|(office, _)| office.id.clone()),
            })
            .collect();
        let changes = reading.undecided.is_some() || options.iter().any(|o| o.lead.as_deref() != lead);
        let text = || Text::new(d.ask_id.clone(), d.ask_en.clone());
        changes.then(|| (Question { discriminator: d.id.clone(), text: text(), options }, leads))
    }

    fn triage(&self, route: &mut Route, reason: Reason) {
        let region = self.facts.region.or(self.facts.jurisdiction);
        if let Some(coordinator) = self.resolver.coordinator(region) {
            route.needs_triage = Some(Coordinator { reason, coordinator });
        }
    }

    /// Takes the lead away: what would have led becomes an alternative.
    fn demote(&self, route: &mut Route, reason: Reason) {
        route.lead = None;
        route.coordinating.clear();
        for c in route.candidates.iter_mut().filter(|c| c.outcome != Outcome::Rejected) {
            c.outcome = Outcome::Alternative;
        }
        self.triage(route, reason);
    }

    /// First verifier to lead (design §1: passed tier by tier).
    fn tiers(&self, route: &mut Route) {
        let mut push = |role, office: Option<Office>| {
            if let Some(office) = office {
                let known = route.tiers.iter().any(|t: &Tier| t.office.id == office.id && t.role == role);
                if !known {
                    route.tiers.push(Tier { role, office });
                }
            }
        };
        let named = self.facts.named.first();
        match self.facts.jurisdiction {
            Some(region) => push("admin_instansi", self.resolver.coordinator(Some(region))),
            None if named.is_none() => {
                push("admin_nasional", self.resolver.institutions.pusat("panrb", self.resolver.day));
            }
            None => {}
        }
        if let Some(lead) = &route.lead {
            match lead.region {
                Some(region) => {
                    push("admin_instansi", self.resolver.coordinator(Some(region)));
                    push("pejabat_penghubung", Some(lead.clone()));
                }
                None => match lead.kind.strip_prefix("inst:").and_then(|id| id.split_once('/')) {
                    // a unit receives through its body
                    Some((body, _)) => {
                        push("admin_instansi", self.resolver.institutions.pusat(body, self.resolver.day));
                        push("pejabat_penghubung", Some(lead.clone()));
                    }
                    None => push("admin_instansi", Some(lead.clone())),
                },
            }
        }
    }
}
