//! The ranking as an answer: the matter, or why not, and the categories that go with it.

use super::MatterRules;
use super::votes::{Scored, Vote};
use crate::complaint::{Category, CategoryCandidate, Detail, Evidence, Matter, MatterCandidate, Span};
use crate::taxonomy::{self, Taxonomy};

/// The answer's matter; `span` gives the place of a vote in the original text.
#[must_use]
pub fn answer(
    rules: &MatterRules,
    taxonomy: &Taxonomy,
    ranked: &[Scored],
    detail: Detail,
    span: impl Fn(usize, usize) -> Option<Span>,
) -> Matter {
    let full = detail == Detail::Full;
    let evidence = |v: &Vote| Evidence {
        kind: v.kind,
        span: span(v.first as usize, v.end as usize),
        weight: v.points,
        reference: None,
    };
    let candidates: Vec<MatterCandidate> = ranked
        .iter()
        .take(detail.most())
        .filter_map(|s| {
            let matter = taxonomy.matter(s.row as usize)?;
            Some(MatterCandidate {
                id: matter.id.clone(),
                name: taxonomy::matter_name(matter),
                score: s.score,
                evidence: if full { s.votes.iter().map(evidence).collect() } else { Vec::new() },
            })
        })
        .collect();
    let found = candidates.first().filter(|c| c.score >= rules.policy.abstain_below);
    Matter {
        state: if found.is_some() { "found" } else { "abstained" },
        id: found.map(|c| c.id.clone()),
        name: found.map(|c| c.name.clone()),
        score: candidates.first().map_or(0, |c| c.score),
        candidates,
    }
}

/// The categories of the ranked matters; the first is the answer if the first matter was found.
#[must_use]
pub fn category(taxonomy: &Taxonomy, ranked: &[Scored], found: bool, detail: Detail) -> Category {
    let most = detail.most();
    let mut candidates: Vec<CategoryCandidate> = Vec::new();
    for s in ranked.iter().take(Detail::Full.most()) {
        let Some(row) = taxonomy.matter(s.row as usize) else { continue };
        for (n, id) in row.categories.iter().enumerate() {
            let Some(category) = taxonomy.category(id).filter(|c| c.status == 0) else { continue };
            if candidates.len() >= most || candidates.iter().any(|c| c.id == *id) {
                continue;
            }
            candidates.push(CategoryCandidate {
                id: id.clone(),
                lapor_id: category.lapor_id.map(|n| n.to_string()),
                name: taxonomy::category_name(category),
                score: s.score / u16::try_from(n + 1).unwrap_or(1),
            });
        }
    }
    let first = candidates.first().filter(|_| found);
    Category {
        id: first.map(|c| c.id.clone()),
        lapor_id: first.and_then(|c| c.lapor_id.clone()),
        name: first.map(|c| c.name.clone()),
        score: first.map_or(0, |c| c.score),
        candidates,
    }
}
