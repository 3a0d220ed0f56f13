//! What speaks for a matter: the hits of a text vote, and the votes make a ranking.

use super::{CueList, MatterRules, near_value};
use crate::pack::{AmbiguityRule, PolicyPack};
use crate::taxonomy::Taxonomy;
use crate::text::{Flags, Hit, Kind, Tokens, around, before, reach};
use rustc_hash::{FxBuildHasher, FxHashSet};

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

/// Counts the votes of a text for its matters. `hits` are those of both scans, `cues` those of them that belong to cue lists.
#[must_use]
pub fn votes(rules: &MatterRules, taxonomy: &Taxonomy, tokens: &Tokens, hits: &[Hit], cues: &[Hit]) -> Vec<Scored> {
    let policy = &rules.policy;
    let mut ballot = Ballot { tokens, policy, list: Vec::new() };
    let is_cue = |list: CueList| cues.iter().filter(move |h| h.entry.value == list.value());
    let mut locatives: Vec<u32> = is_cue(CueList::Locative).map(|h| h.end).collect();
    crate::sort::by(&mut locatives, Ord::cmp);
    // in the order of the text, as the hits are
    let addresses: Vec<u32> = is_cue(CueList::Address).map(|h| h.first).collect();

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
        o.words > h.words && o.end >= h.end && (o.gaps == 0 || h.gaps > 0 || o.first == h.first || o.end == h.end)
    };
    let mut seen: FxHashSet<(u32, u32, u8)> = FxHashSet::with_capacity_and_hasher(phrases.len(), FxBuildHasher);
    let mut last_resort: Vec<(u32, u32, u32, i64)> = Vec::new();
    let reach = reach(&phrases);
    for hit in &phrases {
        let row = hit.entry.value;
        if before(&phrases, &reach, hit).any(|o| covers(o, hit)) || dropped.contains(&(hit.first, hit.end, row)) {
            continue;
        }
        let mut points =
            ballot.points(hit.entry.weight) * (100 + policy.word_percent * (i64::from(hit.words) - 1)) / 100;
        points = points * (100 - policy.gap_percent * i64::from(hit.gaps.min(4))) / 100;
        let after_locative = locatives.binary_search(&hit.first).is_ok();
        if hit.entry.landmark {
            let percent = if after_locative { policy.locative_percent } else { policy.landmark_percent };
            points = points * percent / 100;
        } else if after_locative && hit.words == 1 {
            points = points * policy.landmark_percent / 100;
        }
        if hit.words == 1 && addresses.binary_search(&hit.first).is_ok() {
            last_resort.push((row, hit.first, hit.end, points * policy.address_percent / 100));
            continue;
        }
        let key = (row, tokens.get(hit.first as usize).map_or(0, |t| t.norm), hit.words);
        if !seen.insert(key) {
            points = points * policy.repeat_percent / 100;
        }
        ballot.vote(row, "phrase", hit.first, hit.end, points);
    }

    pairs(rules, tokens, hits, &mut ballot);
    employers(rules, cues, &mut ballot);

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
    crate::sort::by_key(&mut list, |s| (-s.points, s.row));
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
                s.row == *matter
                    && s.votes
                        .iter()
                        .any(|v| v.first <= end && v.end >= first && v.points >= rules.policy.known_pair_points)
            });
            let points = ballot.points(row.weight) * if known { rules.policy.known_pair_percent } else { 100 } / 100;
            ballot.vote(*matter, "pair", first, end, points);
        }
    }
}

/// "Gaji" and "honor" are decided by the employer that stands nearest to them: what other employers' matters got for the wage word is its.
fn employers(rules: &MatterRules, all: &[Hit], ballot: &mut Ballot<'_>) {
    let window = rules.policy.employer_window;
    let cues = |list: CueList| all.iter().filter(move |h| h.entry.value == list.value());
    let wages: Vec<&Hit> = cues(CueList::Wage).collect();
    if wages.is_empty() {
        return;
    }
    let mut nearest: Option<(u32, u32)> = None;
    for (n, matter) in rules.employers.iter().enumerate() {
        let far = |h: &Hit| {
            let wages = around(all, h.first, h.end, window).iter().filter(|w| w.entry.value == CueList::Wage.value());
            wages.map(|w| distance(w, h)).min().filter(|d| *d <= window)
        };
        let list = CueList::Employer(u32::try_from(n).unwrap_or(0));
        let found = cues(list).find_map(|h| Some((far(h)?, h)));
        let Some((far, hit)) = found else { continue };
        let points = ballot.points(rules.policy.employer_weight);
        ballot.vote(*matter, "employer", hit.first, hit.end, points);
        if nearest.is_none_or(|(known, _)| far < known) {
            nearest = Some((far, *matter));
        }
    }
    let Some((_, winner)) = nearest else { return };
    let of_wage = |v: &Vote| v.kind != "employer" && wages.iter().any(|w| v.first < w.end && w.first < v.end);
    let mut moved: Vec<Vote> = Vec::new();
    for scored in ballot.list.iter_mut().filter(|s| s.row != winner && rules.employers.contains(&s.row)) {
        let (taken, kept): (Vec<Vote>, Vec<Vote>) = scored.votes.drain(..).partition(of_wage);
        scored.points -= taken.iter().map(|v| v.points).sum::<i64>();
        scored.votes = kept;
        moved.extend(taken);
    }
    if let Some(scored) = ballot.list.iter_mut().find(|s| s.row == winner) {
        scored.points += moved.iter().map(|v| v.points).sum::<i64>();
        scored.votes.extend(moved);
    }
}
