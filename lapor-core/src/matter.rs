//! Matter: what a complaint is about, from phrases, pairs of words, ambiguity rules and regional words; scored, with evidence, abstaining.

use crate::complaint::{
    Category, CategoryCandidate, Classification, ClassificationValue, Complaint, Detail, Evidence, Matter,
    MatterCandidate, Reason, Span, Supervision,
};
use crate::message::Params;
use crate::pack::{AmbiguityRow, AmbiguityRule, PairRow, PolicyPack};
use crate::taxonomy::{self, Taxonomy};
use crate::text::{Flags, Hit, Kind, Tokens, around};
use rustc_hash::FxHashSet;

/// Which cue list a [`Kind::Cue`] entry belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CueList {
    /// `pengaduan`.
    Complaint,
    /// `aspirasi`.
    Aspiration,
    /// `permintaan_informasi`.
    Information,
    /// Signs of abuse of authority.
    Supervision,
    /// Signs that Rahasia should be advised.
    Secret,
    /// Signs of an emergency.
    Emergency,
    /// What LAPOR! does not take; the list's number.
    OutOfScope(u32),
    /// Employers; the rule's number.
    Employer(u32),
    /// Wage words.
    Wage,
    /// Gambling words.
    Gambling,
    /// Promotional words.
    Promo,
    /// Reporting words.
    Report,
    /// Words that make the next noun a landmark.
    Locative,
    /// Words of an address.
    Address,
}

impl CueList {
    /// The value in a lexicon entry.
    #[must_use]
    pub const fn value(self) -> u32 {
        match self {
            CueList::Complaint => 0,
            CueList::Aspiration => 1,
            CueList::Information => 2,
            CueList::Supervision => 3,
            CueList::Secret => 4,
            CueList::Emergency => 5,
            CueList::Wage => 6,
            CueList::Gambling => 7,
            CueList::Promo => 8,
            CueList::Report => 9,
            CueList::Locative => 10,
            CueList::Address => 11,
            CueList::OutOfScope(n) => 100 + n,
            CueList::Employer(n) => 200 + n,
        }
    }
}

/// What matter needs to know of the loaded packs.
#[derive(Debug, Default)]
pub struct MatterRules {
    /// Pairs by row, with the matter's row.
    pub pairs: Vec<(PairRow, u32)>,
    /// Ambiguous words by row.
    pub ambiguity: Vec<AmbiguityRow>,
    /// Matters of the employer rules.
    pub employers: Vec<u32>,
    /// Thresholds.
    pub policy: PolicyPack,
}

/// The number of a rule of an ambiguous word among all rules: row × 64 + rule.
#[must_use]
pub const fn near_value(row: usize, rule: usize) -> u32 {
    (row as u32) * 64 + rule as u32
}

/// Votes for one matter.
#[derive(Debug, Clone)]
pub struct Scored {
    /// The matter's row.
    pub row: u32,
    /// Points.
    pub points: i64,
    /// Per mille.
    pub score: u16,
    /// What voted.
    pub votes: Vec<Vote>,
}

/// One vote.
#[derive(Debug, Clone, Copy)]
pub struct Vote {
    /// `phrase`, `pair`, `ambiguity`, `employer`.
    pub kind: &'static str,
    /// First token.
    pub first: u32,
    /// One past the last token.
    pub end: u32,
    /// Points.
    pub points: i64,
}

struct Ballot<'a> {
    tokens: &'a Tokens,
    policy: &'a PolicyPack,
    list: Vec<Scored>,
}

impl Ballot<'_> {
    fn points(&self, weight: u8) -> i64 {
        self.policy.points.get(usize::from(weight)).copied().unwrap_or(0)
    }

    fn vote(&mut self, row: u32, kind: &'static str, first: u32, end: u32, points: i64) {
        let in_title = self.tokens.get(first as usize).is_some_and(|t| t.flags.has(Flags::TITLE));
        let points = if in_title { points * self.policy.title_percent / 100 } else { points };
        let vote = Vote { kind, first, end, points };
        match self.list.iter_mut().find(|s| s.row == row) {
            Some(scored) => {
                scored.points += points;
                scored.votes.push(vote);
            }
            None => self.list.push(Scored { row, points, score: 0, votes: vec![vote] }),
        }
    }
}

/// Counts the votes of a text for its matters. `hits` are those of both scans.
#[must_use]
pub fn votes(rules: &MatterRules, taxonomy: &Taxonomy, tokens: &Tokens, hits: &[Hit]) -> Vec<Scored> {
    let mut ballot = Ballot { tokens, policy: &rules.policy, list: Vec::new() };
    let is_cue =
        |list: CueList| hits.iter().filter(move |h| h.entry.kind == Kind::Cue && h.entry.value == list.value());
    let locatives: FxHashSet<u32> = is_cue(CueList::Locative).map(|h| h.end).collect();
    let addresses: FxHashSet<u32> = is_cue(CueList::Address).map(|h| h.first).collect();

    // ambiguous words first: they say which of their own single votes do not count
    let mut dropped: FxHashSet<(u32, u32, u32)> = FxHashSet::default();
    let mut seen_rows: Vec<u32> = Vec::new();
    for hit in hits.iter().filter(|h| h.entry.kind == Kind::Ambiguous) {
        let Some(row) = rules.ambiguity.get(hit.entry.value as usize) else { continue };
        let upper = tokens.get(hit.first as usize).is_some_and(|t| t.flags.has(Flags::UPPER));
        for id in &row.drop {
            if let Some(matter) = taxonomy.matter_row(id) {
                dropped.insert((hit.first, hit.end, u32::try_from(matter).unwrap_or(u32::MAX)));
            }
        }
        if (row.upper && !upper) || seen_rows.contains(&hit.entry.value) {
            continue;
        }
        let near = |n: usize, rule: &AmbiguityRule| {
            around(hits, hit.first, hit.end, u32::from(rule.window)).iter().any(|o| {
                o.entry.kind == Kind::Near
                    && o.entry.value == near_value(hit.entry.value as usize, n)
                    && (o.first >= hit.end || o.end <= hit.first)
                    && distance(hit, o) <= u32::from(rule.window)
            })
        };
        let rule = row.rules.iter().enumerate().find(|(n, rule)| near(*n, rule));
        let (id, weight) = match (rule, &row.alone) {
            (Some((_, rule)), _) => (rule.matter.as_str(), rule.weight),
            (None, Some((id, weight))) => (id.as_str(), *weight),
            (None, None) => continue,
        };
        if let Some(matter) = taxonomy.matter_row(id) {
            seen_rows.push(hit.entry.value);
            let points = ballot.points(weight);
            ballot.vote(u32::try_from(matter).unwrap_or(0), "ambiguity", hit.first, hit.end, points);
        }
    }

    // phrases; the longest that covers a place wins
    let phrases: Vec<Hit> = hits.iter().copied().filter(|h| h.entry.kind == Kind::Matter).collect();
    let covers = |o: &Hit, h: &Hit| {
        o.words > h.words
            && o.first <= h.first
            && o.end >= h.end
            && (o.gaps == 0 || h.gaps > 0 || o.first == h.first || o.end == h.end)
    };
    let mut seen: FxHashSet<(u32, u32, u8)> = FxHashSet::default();
    let mut last_resort: Vec<(u32, u32, u32, i64)> = Vec::new();
    for hit in &phrases {
        let row = hit.entry.value;
        if around(&phrases, hit.first, hit.end, 0).iter().any(|o| covers(o, hit))
            || dropped.contains(&(hit.first, hit.end, row))
        {
            continue;
        }
        let mut points = ballot.points(hit.entry.weight) * (85 + 15 * i64::from(hit.words)) / 100;
        points = points * (100 - 18 * i64::from(hit.gaps.min(4))) / 100;
        let after_locative = locatives.contains(&hit.first);
        if hit.entry.landmark {
            let percent = if after_locative { rules.policy.locative_percent } else { rules.policy.landmark_percent };
            points = points * percent / 100;
        } else if after_locative && hit.words == 1 {
            points = points * rules.policy.landmark_percent / 100;
        }
        if hit.words == 1 && addresses.contains(&hit.first) {
            last_resort.push((row, hit.first, hit.end, points / 2));
            continue;
        }
        let key = (row, tokens.get(hit.first as usize).map_or(0, |t| t.norm), hit.words);
        if !seen.insert(key) {
            points /= 5;
        }
        ballot.vote(row, "phrase", hit.first, hit.end, points);
    }

    pairs(rules, tokens, hits, &mut ballot);
    employers(rules, hits, &mut ballot);

    if ballot.list.is_empty() {
        for (row, first, end, points) in last_resort {
            ballot.vote(row, "phrase", first, end, points);
        }
    }
    ballot.list
}

/// Joins the votes of another reading of the same text: what a matter gets is what its better reading gives it.
pub fn join(list: &mut Vec<Scored>, other: Vec<Scored>) {
    for scored in other {
        match list.iter_mut().find(|s| s.row == scored.row) {
            Some(known) if known.points >= scored.points => {}
            Some(known) => *known = scored,
            None => list.push(scored),
        }
    }
}

/// Ranks the matters by their votes, best first, and scores them: strength times margin.
#[must_use]
pub fn rank(mut list: Vec<Scored>, policy: &PolicyPack) -> Vec<Scored> {
    list.retain(|s| s.points > 0);
    list.sort_by_key(|s| (-s.points, s.row));
    let half = policy.half_strength.max(1);
    let best = list.first().map_or(0, |s| s.points);
    let second = list.get(1).map_or(0, |s| s.points);
    for s in &mut list {
        let rival = if s.points == best { second } else { best };
        let strength = s.points * 1000 / (s.points + half);
        let margin = s.points * 1000 / (s.points + rival);
        s.score = u16::try_from(strength * margin / 1000).unwrap_or(1000);
    }
    list
}

fn distance(a: &Hit, b: &Hit) -> u32 {
    if b.first >= a.end { b.first - a.end + 1 } else { a.first.saturating_sub(b.end) + 1 }
}

/// An object word and a condition word within the window: "jalan depan rumah saya berlubang".
fn pairs(rules: &MatterRules, tokens: &Tokens, hits: &[Hit], ballot: &mut Ballot<'_>) {
    let mut done: Vec<u32> = Vec::new();
    for condition in hits.iter().filter(|h| h.entry.kind == Kind::PairCondition) {
        let pair = condition.entry.value;
        let Some((row, matter)) = rules.pairs.get(pair as usize) else { continue };
        if done.contains(&pair) {
            continue;
        }
        let near = around(hits, condition.first, condition.end, u32::from(row.window)).iter().find(|o| {
            let (a, b) = (o.first.min(condition.first), o.first.max(condition.first));
            o.entry.kind == Kind::PairObject
                && o.entry.value == pair
                && o.first != condition.first
                && distance(condition, o) <= u32::from(row.window)
                && !tokens.broken(a as usize, b as usize)
        });
        if let Some(object) = near {
            done.push(pair);
            let (first, end) = (object.first.min(condition.first), object.end.max(condition.end));
            let known = ballot.list.iter().any(|s| {
                s.row == *matter && s.votes.iter().any(|v| v.first <= end && v.end >= first && v.points >= 5000)
            });
            let points = ballot.points(row.weight) * if known { 30 } else { 100 } / 100;
            ballot.vote(*matter, "pair", first, end, points);
        }
    }
}

/// Largest distance between a wage word and its employer.
const WAGE_WINDOW: u32 = 6;

/// "Gaji" and "honor" are decided by the employer that stands near them.
fn employers(rules: &MatterRules, hits: &[Hit], ballot: &mut Ballot<'_>) {
    let is_wage = |h: &Hit| h.entry.kind == Kind::Cue && h.entry.value == CueList::Wage.value();
    if !hits.iter().any(is_wage) {
        return;
    }
    for (n, matter) in rules.employers.iter().enumerate() {
        let list = CueList::Employer(u32::try_from(n).unwrap_or(0)).value();
        let found = hits.iter().filter(|h| h.entry.kind == Kind::Cue && h.entry.value == list).find(|h| {
            around(hits, h.first, h.end, WAGE_WINDOW).iter().any(|w| is_wage(w) && distance(w, h) <= WAGE_WINDOW)
        });
        if let Some(hit) = found {
            let points = ballot.points(4);
            ballot.vote(*matter, "employer", hit.first, hit.end, points);
        }
    }
}

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

/// Pengaduan, aspirasi or permintaan informasi; and whether it is about abuse of authority.
#[must_use]
pub fn classify(complaint: &Complaint, hits: &[Hit]) -> Classification {
    let count = |list: CueList| {
        let hits = hits.iter().filter(|h| h.entry.kind == Kind::Cue && h.entry.value == list.value());
        hits.map(|h| i64::from(h.words)).sum::<i64>()
    };
    let (wish, ask, wrong) = (count(CueList::Aspiration), count(CueList::Information), count(CueList::Complaint));
    let (value, reason, score) = match complaint.classification {
        Some(value) => (value, "classification_given", 1000),
        None => {
            let (value, most) = if ask * 2 > wrong && ask >= wish && ask > 0 {
                (ClassificationValue::PermintaanInformasi, ask)
            } else if wish > wrong && wish > 0 {
                (ClassificationValue::Aspirasi, wish)
            } else {
                (ClassificationValue::Pengaduan, wrong)
            };
            let all = wish + ask + wrong;
            let score = u16::try_from((most * 1000 + 500) / (all + 1)).unwrap_or(1000).min(950);
            (value, if all == 0 { "classification_default" } else { "classification_cue" }, score)
        }
    };
    let signs = count(CueList::Supervision) > 0 && value == ClassificationValue::Pengaduan;
    let supervision = complaint.supervision.unwrap_or(if signs {
        Supervision::BerkadarPengawasan
    } else {
        Supervision::TidakBerkadarPengawasan
    });
    let secret_advised = count(CueList::Secret) > 0 && complaint.is_secret != Some(true);
    let mut reasons = vec![Reason::new(reason, Params::from([("value", value.as_str().into())]))];
    if signs && complaint.supervision.is_none() {
        reasons.push(Reason::new("supervision_cue", Params::new()));
    }
    if secret_advised {
        reasons.push(Reason::new("secret_advised", Params::new()));
    }
    Classification { value, given: complaint.classification, score, supervision, secret_advised, reasons }
}
