//! The body of the pack `policy`: thresholds and weights, and what law and form demand.

use super::unpack::packed;
use super::{FieldRow, FilingRules, ViewRow, ViewSpanRow};
use serde::{Deserialize, Serialize};

/// Thresholds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyPack {
    /// A matter below this is abstained from, per mille.
    pub abstain_below: u16,
    /// Half-way strength: points at which the strength part of a score reaches one half.
    pub half_strength: i64,
    /// Points of weights 0 to 5.
    pub points: Vec<i64>,
    /// Title words count this much, per cent.
    pub title_percent: i64,
    /// A landmark counts this much, per cent.
    pub landmark_percent: i64,
    /// A landmark after a locative word counts this much, per cent.
    pub locative_percent: i64,
    /// Each further word of a phrase adds this much, per cent.
    pub word_percent: i64,
    /// Each other word inside a phrase takes this much, per cent.
    pub gap_percent: i64,
    /// A phrase that was counted already counts this much, per cent.
    pub repeat_percent: i64,
    /// A word of an address counts this much where nothing else speaks, per cent.
    pub address_percent: i64,
    /// Votes of so many points or more make a pair at the same place old news …
    pub known_pair_points: i64,
    /// … which counts this much, per cent.
    pub known_pair_percent: i64,
    /// Weight (0 to 5) of an employer beside a wage word.
    pub employer_weight: u8,
    /// Largest distance between the two, in tokens.
    pub employer_window: u32,
    /// A discriminator's cue that is mostly address counts only this near to the matter's own words, in tokens.
    pub cue_window: u32,
    /// Affairs in which the district is offered as second answer (routing.md §10.13).
    pub neighbourhood: Vec<String>,
    /// Matters whose receiver is the institution that the reporter names: a request for information goes to the body that has it (UU 14/2008
    /// Pasal 21-22).
    pub named_leads: Vec<String>,
    /// How much statements about the place weigh.
    pub place: PlaceWeights,
    /// Limits of law and form.
    pub filing: FilingRules,
    /// Fields of the report form, in its order.
    pub form: Vec<FieldRow>,
    /// Who sees which member of a complaint.
    pub views: Vec<ViewRow>,
    /// Who sees whose personal data in a text.
    pub view_spans: Vec<ViewSpanRow>,
}

packed!(PolicyPack {
    abstain_below,
    half_strength,
    points,
    title_percent,
    landmark_percent,
    locative_percent,
    word_percent,
    gap_percent,
    repeat_percent,
    address_percent,
    known_pair_points,
    known_pair_percent,
    employer_weight,
    employer_window,
    cue_window,
    neighbourhood,
    named_leads,
    place,
    filing,
    form,
    views,
    view_spans
});

/// How much statements about the place weigh.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceWeights {
    /// A code in the region field.
    pub field_code: i64,
    /// A name in the region field weighs this much more than in a text.
    pub field_name: i64,
    /// A name in the address field weighs this much more than in a text.
    pub address: i64,
    /// A postal code.
    pub postal_code: i64,
    /// The region of the instance that received the complaint.
    pub jurisdiction: i64,
    /// A name with its kind word ("Kota Medan").
    pub full_name: i64,
    /// A name after a region word or a preposition.
    pub announced: i64,
    /// A name with a capital letter.
    pub capital: i64,
    /// A name without.
    pub bare: i64,
    /// A village after its cue word.
    pub village: i64,
    /// A village's bare name.
    pub village_bare: i64,
    /// What is added for the bare name of a district.
    pub district: i64,
    /// What is added for a district with its kind word that one district alone bears: people confuse kota and kabupaten, hardly their district.
    pub own_district: i64,
}

packed!(PlaceWeights {
    field_code,
    field_name,
    address,
    postal_code,
    jurisdiction,
    full_name,
    announced,
    capital,
    bare,
    village,
    village_bare,
    district,
    own_district
});
