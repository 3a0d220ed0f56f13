//! Matter: what a complaint is about, from phrases, pairs of words, ambiguity rules and regional words; scored, with evidence, abstaining.

mod answer;
mod classify;
mod votes;

pub use answer::{answer, category};
pub use classify::classify;
pub use votes::{Scored, join, rank, votes};

use crate::pack::{AmbiguityRow, PairRow, PolicyPack};

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
    /// Signs of abuse of authority; the overlay's number.
    Abuse(u32),
    /// Words that can only mean gambling.
    GamblingNamed,
    /// Signs that several people report together.
    Group,
    /// What people are counted in.
    Affected,
    /// Signs that an earlier report is followed up.
    FollowUp,
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
            CueList::GamblingNamed => 12,
            CueList::Group => 13,
            CueList::Affected => 14,
            CueList::FollowUp => 15,
            CueList::OutOfScope(n) => 100 + n,
            CueList::Employer(n) => 200 + n,
            CueList::Abuse(n) => 300 + n,
        }
    }

    /// The number of the abuse overlay that a lexicon entry's value belongs to.
    #[must_use]
    pub const fn abuse(value: u32) -> Option<u32> {
        value.checked_sub(300)
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
