//! The proof that packs have no hole: every matter, with every answer, in every region, on every day on which a rule changes.
//!
//! `pack.check` counts where they end and names what ends wrong; `pack.diff` says what another overlay would change.

mod categories;
mod diff;
mod request;
mod survey;

pub use categories::Categories;
pub use diff::{Change, Diff, DiffCounts, MovedRoute, RouteValue};
pub use request::{Check, CheckRequest, Counts, DiffRequest, OutcomeCount};

use crate::complaint::{Date, Finding, RegionCode};
use crate::engine::Engine;
use crate::error::{Error, ErrorCode};
use crate::institution::Institutions;
use crate::message::{Params, Severity};
use crate::pack::{Effect, Overlay};
use survey::Survey;

impl Engine {
    /// Checks the loaded packs, or an overlay in its region.
    ///
    /// # Errors
    /// None beyond those of reading the request: what is wrong with an overlay is a finding.
    pub fn pack_check(&self, request: &CheckRequest) -> Result<Check, Error> {
        let Some(overlay) = &request.overlay else {
            let mut survey = Survey::new(self, &self.institutions);
            survey.run(&self.regencies(None), request.dates.as_deref());
            let mut check = Check::of(None, survey);
            let (categories, unmapped) = categories::count(&self.taxonomy);
            check.categories = categories;
            check.findings.extend(unmapped);
            return Ok(check.sorted());
        };
        if let Err(error) = self.check_overlay(overlay) {
            let finding =
                Finding::new(error.code().as_str(), &format!("/overlay{}", error.path()), error.params().clone());
            return Ok(Check::refused(overlay, finding));
        }
        let institutions = self.institutions.instead(Some(overlay), overlay.region);
        let regions = self.regencies(Some(overlay.region));
        let mut survey = Survey::new(self, &institutions);
        survey.run(&regions, request.dates.as_deref());
        let dates = survey.dates.clone();
        let mut check = Check::of(Some(overlay), survey);
        for n in self.without_effect(overlay, &regions, &dates) {
            check.findings.push(Finding::new(
                "rule_without_effect",
                &format!("/overlay/exceptions/{n}"),
                Params::new(),
            ));
        }
        Ok(check.sorted())
    }

    /// What another overlay changes: rows, and receivers in its region.
    ///
    /// # Errors
    /// [`ErrorCode::MissingField`] without both overlays, [`ErrorCode::BadValue`] for overlays of two regions, [`ErrorCode::PackInvalid`] for one
    /// that cannot be loaded.
    pub fn pack_diff(&self, request: &DiffRequest) -> Result<Diff, Error> {
        let (before, after) = (request.before.as_ref(), request.after.as_ref());
        let Some(region) = after.or(before).map(|o| o.region) else {
            return Err(Error::new(ErrorCode::MissingField, "/after").with("expected", "want_pack"));
        };
        if before.is_some_and(|o| o.region != region) {
            let error = Error::new(ErrorCode::BadValue, "/after/for");
            return Err(error.with("expected", before.map_or(region, |o| o.region).to_string()));
        }
        for (name, overlay) in [("before", before), ("after", after)] {
            if let Some(overlay) = overlay {
                self.check_overlay(overlay).map_err(|e| e.within(name))?;
            }
        }
        let day = request.now.date_at(self.regions.zone(Some(region)).hours());
        Ok(diff::diff(self, before, after, region, day))
    }

    /// Regencies and cities in a region; of the country without one. A district stands for its regency.
    fn regencies(&self, region: Option<RegionCode>) -> Vec<RegionCode> {
        let all = self.regions.codes().iter().copied().filter(|c| c.level() == 2);
        match region {
            Some(region) if region.level() > 2 => region.at(2).into_iter().collect(),
            Some(region) => all.filter(|c| c.within(region)).collect(),
            None => all.collect(),
        }
    }

    /// Rows of exceptions without which every route would be the same.
    fn without_effect(&self, overlay: &Overlay, regions: &[RegionCode], dates: &[Date]) -> Vec<usize> {
        let with = self.institutions.instead(Some(overlay), overlay.region);
        let rows = overlay.exceptions.iter().enumerate().filter(|(_, e)| e.effect != Effect::Means);
        rows.filter(|(n, e)| {
            let mut less = overlay.clone();
            less.exceptions.remove(*n);
            let less = self.institutions.instead(Some(&less), overlay.region);
            let receivers = |institutions: &Institutions| survey::receivers(self, institutions, e, regions, dates);
            receivers(&less) == receivers(&with)
        })
        .map(|(n, _)| n)
        .collect()
    }
}

impl Check {
    fn of(overlay: Option<&Overlay>, survey: Survey<'_>) -> Self {
        Check {
            accepted: true,
            overlay: overlay.map(|o| o.pack.clone()),
            counts: survey.counts(),
            outcomes: survey.outcomes(),
            categories: Categories::default(),
            findings: survey.findings(overlay),
        }
    }

    fn refused(overlay: &Overlay, finding: Finding) -> Self {
        Check {
            accepted: false,
            overlay: Some(overlay.pack.clone()),
            counts: Counts::default(),
            outcomes: Vec::new(),
            categories: Categories::default(),
            findings: vec![finding],
        }
    }

    fn sorted(mut self) -> Self {
        crate::sort::by(&mut self.findings, |a, b| (&a.path, a.code).cmp(&(&b.path, b.code)));
        self.accepted = self.findings.iter().all(|f| f.severity != Severity::Block);
        self
    }
}
