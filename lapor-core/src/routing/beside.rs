//! What stands beside the lead: who takes part, who would lead under another reading, whom the reporter named; and the order of it all.

use super::resolve::{Target, is_local};
use super::select::{Reading, Router, params};
use crate::complaint::{Candidate, Detail, Office, Outcome, Reason, Route};
use crate::message::Params;
use crate::pack::MatterRow;

impl<'r> Router<'r> {
    /// Adds an office as an alternative, unless it stands there already.
    fn offer(&self, route: &mut Route, office: Office, score: u16, rule: Option<String>, why: impl FnOnce() -> Reason) {
        if route.candidates.iter().all(|c| c.office.id != office.id) {
            let reasons = self.because(|| vec![why()]);
            route.candidates.push(Candidate { office, outcome: Outcome::Alternative, score, rule, reasons });
        }
    }

    pub(super) fn take_part(&self, target: &Target<'_>, lead: Option<&str>, route: &mut Route) {
        // a village that is not in the tables has its district as a candidate, never as the lead
        let (office, why) = match self.office(target) {
            Ok(office) if target.oversight => (office, "oversight"),
            Ok(office) => (office, "coordinating_office"),
            Err(_) => match self.resolver.above(target, self.facts.region) {
                Some(office) => (office, "office_above"),
                None => return,
            },
        };
        if Some(office.id.as_str()) == lead || route.candidates.iter().any(|c| c.office.id == office.id) {
            return;
        }
        let outcome = if route.lead.is_some() { Outcome::Coordinating } else { Outcome::Alternative };
        if route.lead.is_some() {
            route.coordinating.push(office.clone());
        }
        route.candidates.push(Candidate {
            reasons: self.because(|| vec![Reason::new(why, params(&[("office", &office.name)]))]),
            office,
            outcome,
            score: route.score / 2,
            rule: route.rule.clone(),
        });
    }

    /// The units that the report is about: shown, but neither leading nor taking part.
    pub(super) fn reported(&self, reading: &Reading<'r>, route: &mut Route) {
        for target in &reading.plan.reported {
            let Ok(office) = self.office(target) else { continue };
            let (score, rule) = (route.score / 2, route.rule.clone());
            self.offer(route, office, score, rule, || Reason::new("reported_unit", Params::new()));
        }
    }

    /// Who would lead after another answer.
    pub(super) fn alternative_answer(&self, answer: (&str, &str), office: Office, rule: String, route: &mut Route) {
        let (id, value) = answer;
        let why = || Reason::new("alternative_answer", params(&[("discriminator", id), ("value", value)]));
        self.offer(route, office, route.score / 6, Some(rule), why);
    }

    /// Village and district as second answers for neighbourhood matters (routing.md §10.13).
    pub(super) fn territory(&self, matter: &MatterRow, route: &mut Route) {
        let neighbourhood = self.facts.policy.neighbourhood.contains(&matter.urusan);
        let Some(region) = self.facts.region.filter(|_| neighbourhood) else { return };
        let (tables, regions) = (self.resolver.institutions, self.resolver.regions);
        for office in tables.village(regions, region).into_iter().chain(tables.district(regions, region)) {
            let rule = Some("territory".to_owned());
            self.offer(route, office, route.score / 5, rule, || Reason::new("territory", Params::new()));
        }
    }

    pub(super) fn other_matters(&self, route: &mut Route) {
        let skip = usize::from(!route.candidates.is_empty());
        let mut added = 0;
        for (matter, score) in self.facts.matters.iter().skip(skip).take(5) {
            // they come by score: a brief answer cannot show more than the first few
            if self.facts.detail == Detail::Brief && added >= Detail::Brief.most() {
                break;
            }
            let reading = self.read(matter, None);
            let Ok(office) = self.lead(&reading.plan) else { continue };
            if let Some(known) = route.candidates.iter_mut().find(|c| c.office.id == office.id) {
                if known.outcome == Outcome::Alternative {
                    known.score = known.score.max(*score);
                }
                continue;
            }
            added += 1;
            let why = || Reason::new("next_matter", params(&[("matter", &matter.id)]));
            self.offer(route, office, *score, Some(reading.rule), why);
        }
    }

    /// An institution that the reporter named is always among the candidates.
    pub(super) fn named(&self, route: &mut Route) {
        for (office, dead) in &self.facts.named {
            let named = || Reason::new("named_by_reporter", Params::new());
            let known = route.candidates.iter_mut().find(|c| dead.is_none() && c.office.id == office.id);
            if let Some(known) = known {
                known.reasons.extend(self.because(|| vec![named()]));
                continue;
            }
            let (outcome, score) = match dead {
                Some(_) => (Outcome::Rejected, 0),
                None => (Outcome::Alternative, route.score / 4),
            };
            let why = || {
                let failing = dead.map(|code| Reason::new(code, params(&[("office", &office.name)])));
                failing.into_iter().chain([named()]).collect()
            };
            let reasons = self.because(why);
            route.candidates.push(Candidate { office: office.clone(), outcome, score, rule: None, reasons });
        }
    }

    /// Order and amount of what is shown.
    pub(super) fn finish(&self, route: &mut Route) {
        let detail = self.facts.detail;
        crate::sort::by(&mut route.candidates, |a, b| {
            let rank = |c: &Candidate| c.outcome;
            let by_rank = rank(a).cmp(&rank(b));
            // coordinating offices keep the table's order
            let keep = a.outcome == Outcome::Coordinating && b.outcome == Outcome::Coordinating;
            by_rank.then_with(|| {
                if keep {
                    std::cmp::Ordering::Equal
                } else {
                    b.score
                        .cmp(&a.score)
                        .then_with(|| is_local(&a.office).cmp(&is_local(&b.office)))
                        .then_with(|| a.office.id.cmp(&b.office.id))
                }
            })
        });
        if route.lead.is_none() {
            route.score = 0;
            route.rule = None;
        }
        if detail == Detail::Brief {
            route.candidates.retain(|c| c.outcome != Outcome::Rejected);
            route.candidates.truncate(detail.most());
        }
    }
}
