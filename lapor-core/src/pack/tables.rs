//! The bodies of the binary packs, one struct a kind, plain rows.

use super::{FieldRow, FilingRules, Overlay};
use crate::complaint::Date;
use serde::{Deserialize, Serialize};

/// Regions of levels 1 to 3, their other names and their past.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct RegionsPack {
    /// Six-digit codes in order, each as the difference to the one before (province 12 = 120000).
    pub code_steps: Vec<u32>,
    /// Names in the same order, one a line.
    pub names: String,
    /// Short names that are not the name without its kind word: index and name.
    pub short_names: Vec<(u32, String)>,
    /// Facts of levels 1 and 2, in code order.
    pub regencies: Vec<RegencyRow>,
    /// Other names.
    pub aliases: Vec<AliasRow>,
    /// Former codes and former names.
    pub former: Vec<FormerRow>,
}

/// Facts of a province, regency or city.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RegencyRow {
    /// BPS code of 2023 or later.
    pub bps: String,
    /// Hours from UTC: 7, 8 or 9.
    pub zone: u8,
    /// Centroid in millionths of a degree.
    pub lat: i32,
    /// Centroid in millionths of a degree.
    pub lng: i32,
}

/// Another name of a region.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AliasRow {
    /// The name, lower case.
    pub alias: String,
    /// Written codes.
    pub codes: Vec<String>,
    /// True if it is also an ordinary word or acronym: it counts only beside a region word.
    pub needs_cue: bool,
}

/// A former code or name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FormerRow {
    /// Former code; today's code where only the name changed.
    pub old_code: String,
    /// Former name.
    pub old_name: String,
    /// Today's code.
    pub new_code: String,
    /// Last year seen in a decree.
    pub last_seen: String,
    /// How the successor was found.
    pub method: String,
}

/// Holidays by decree.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CalendarPack {
    /// First day with data.
    pub from: String,
    /// Last day with data.
    pub until: String,
    /// Holidays in order.
    pub days: Vec<DayRow>,
    /// Decrees that the rows point to.
    pub decrees: Vec<String>,
}

/// One holiday.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DayRow {
    /// `YYYY-MM-DD`.
    pub date: String,
    /// Collective leave (cuti bersama) rather than a national holiday.
    pub collective: bool,
    /// Indonesian name.
    pub name: String,
    /// Index of the decree.
    pub decree: u16,
}

/// LAPOR!'s category tree.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct TaxonomyPack {
    /// Categories in the order of the source.
    pub categories: Vec<CategoryRow>,
}

/// One category.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CategoryRow {
    /// Path.
    pub id: String,
    /// Indonesian name.
    pub name: String,
    /// English gloss, where there is one.
    pub gloss: Option<String>,
    /// 0 active, 1 historic, 2 variant.
    pub status: u8,
    /// LAPOR!'s number.
    pub lapor_id: Option<u32>,
    /// Other and former names. Parent and level need no bytes: the id is a path.
    pub aliases: Vec<String>,
}

/// Matters and what decides their receivers.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct MattersPack {
    /// Facts that decide competence.
    pub discriminators: Vec<DiscriminatorRow>,
    /// Matters in the order of the source.
    pub matters: Vec<MatterRow>,
    /// Who examines reports of abuse of authority.
    pub abuse: AbuseRows,
}

/// What a report of abuse of authority changes: it never goes to the reported unit, but to who oversees it (routing.md §8, §10.11).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct AbuseRows {
    /// Matters that are about abuse themselves: their routes name who examines.
    pub matters: Vec<String>,
    /// Signs of abuse in a text about a service, and what they change.
    pub overlays: Vec<AbuseOverlay>,
    /// Whose staff an office is, as a value of the discriminator `actor`; the first that fits.
    pub owners: Vec<OwnerRow>,
    /// Values of `actor` that have an overseer of their own, whatever office the matter names.
    pub own_bodies: Vec<String>,
    /// References of units that serve people themselves: a report of abuse about their service is about them.
    pub frontline: Vec<String>,
}

/// Words that show abuse of authority, and what they change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AbuseOverlay {
    /// Its id.
    pub id: String,
    /// The matter whose receivers oversee, by `actor`.
    pub matter: String,
    /// True: the overseer leads; false: it takes part, unless a front-line unit would lead.
    pub lead: bool,
    /// True for the overlay of a report that is given as `berkadar_pengawasan`.
    pub supervised: bool,
    /// The words.
    pub cues: Vec<String>,
}

/// Whose staff an office is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OwnerRow {
    /// A reference (`inst:polri`), a kind of national body (`kind:bumn`) or a level (`level:desa`).
    pub of: String,
    /// Value of the discriminator `actor`.
    pub actor: String,
}

/// A fact that decides competence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DiscriminatorRow {
    /// Its id.
    pub id: String,
    /// The question in Indonesian.
    pub ask_id: String,
    /// The question in English.
    pub ask_en: String,
    /// Why it is asked, in Indonesian.
    pub why_id: String,
    /// Why it is asked, in English.
    pub why_en: String,
    /// Values with their labels in Indonesian and English.
    pub values: Vec<(String, String, String)>,
    /// The value to assume when it is not known.
    pub default: Option<String>,
}

/// A matter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MatterRow {
    /// Its id.
    pub id: String,
    /// Indonesian name.
    pub name: String,
    /// English name.
    pub gloss: String,
    /// Affair of government it belongs to.
    pub urusan: String,
    /// Category ids, best first.
    pub categories: Vec<String>,
    /// Groups it belongs to, besides its affair and its discriminators.
    pub groups: Vec<String>,
    /// Discriminator id.
    pub discriminator: Option<String>,
    /// Routes that depend on its value.
    pub routes: Vec<RouteRow>,
    /// Receivers when no route applies.
    pub default: Vec<TargetRow>,
}

impl MatterRow {
    /// Its discriminators: its own, then those that a route asks for besides.
    pub fn discriminators(&self) -> impl Iterator<Item = &str> {
        let own = self.discriminator.as_deref();
        let also = self.routes.iter().flat_map(|r| r.also.iter().map(|(id, _)| id.as_str()));
        let mut seen: Vec<&str> = Vec::new();
        own.into_iter().chain(also).filter(move |id| {
            let new = !seen.contains(id);
            seen.push(id);
            new
        })
    }
}

/// Receivers for some values of the discriminator.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RouteRow {
    /// Values it stands for.
    pub values: Vec<String>,
    /// Other discriminators that must have one of these values as well; such routes stand before those without.
    pub also: Vec<(String, Vec<String>)>,
    /// Receivers.
    pub to: Vec<TargetRow>,
}

/// A receiver, before it is resolved to an office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TargetRow {
    /// `pusat`, `bumn`, `provinsi`, `kabkota`, `desa`.
    pub level: String,
    /// `opd:…` or `inst:…`.
    pub reference: String,
    /// `utama` (true) or `koordinasi`.
    pub lead: bool,
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub until: Option<Date>,
}

/// National bodies, general office types, and the built-in regimes.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct InstitutionsPack {
    /// National bodies and state companies.
    pub national: Vec<NationalRow>,
    /// General types of regional offices.
    pub types: Vec<TypeRow>,
    /// Overlays of the special regions.
    pub regimes: Vec<Overlay>,
    /// Units that national bodies of a kind have.
    pub units: Vec<UnitRow>,
}

/// A unit that every national body of some kinds has, such as the inspectorate general of a ministry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UnitRow {
    /// Its id: `itjen` of `kemenag` is the office `pusat/kemenag/itjen`; the target `inst:itjen` is that of the body that is meant.
    pub id: String,
    /// Kinds of bodies that have it.
    pub kinds: Vec<String>,
    /// What stands before the name of the body.
    pub name: String,
}

/// A national body.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NationalRow {
    /// Its id.
    pub id: String,
    /// Full name.
    pub name: String,
    /// `active`, `dissolved` or `private` (never a receiver).
    pub status: String,
    /// First day, where it is known.
    pub from: Option<Date>,
    /// Last day, where it is known.
    pub until: Option<Date>,
    /// Who did its work before its first day.
    pub before: Option<String>,
    /// Kind, such as `kementerian` or `bumn`.
    pub kind: String,
    /// Abbreviations, aliases and former names.
    pub names: Vec<String>,
    /// Abbreviations that mean other things too: for those who search by name, never for the recogniser in texts.
    pub ambiguous: Vec<String>,
}

/// A general type of regional office.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TypeRow {
    /// Its id.
    pub id: String,
    /// Usual name.
    pub name: String,
    /// Kind, such as `dinas`.
    pub kind: String,
    /// Levels it exists at.
    pub levels: Vec<String>,
    /// Abbreviations and aliases.
    pub names: Vec<String>,
    /// Abbreviations that mean other things too: for those who search by name, never for the recogniser in texts.
    pub ambiguous: Vec<String>,
    /// Provinces that alone have such an office; none = all.
    pub provinces: Vec<String>,
    /// Affairs it carries, as `urusan` or `urusan/part`.
    pub affairs: Vec<String>,
}

/// Words and phrases.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct LexiconPack {
    /// Phrases that point to a matter.
    pub phrases: Vec<PhraseRow>,
    /// Object and condition words that point to a matter together.
    pub pairs: Vec<PairRow>,
    /// Words that mean different things beside different words.
    pub ambiguity: Vec<AmbiguityRow>,
    /// Chat spellings and joined words.
    pub words: Vec<WordRow>,
    /// Regional words.
    pub regional: Vec<RegionalWord>,
    /// Words that settle a discriminator.
    pub discriminator_cues: Vec<DiscriminatorCue>,
    /// Everything else.
    pub cues: CuesPack,
}

/// A phrase that points to a matter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PhraseRow {
    /// The phrase, lower case.
    pub phrase: String,
    /// Matter id.
    pub matter: String,
    /// 1 hint … 5 nearly decisive.
    pub weight: u8,
    /// Mostly a landmark.
    pub landmark: bool,
}

/// Words that point to a matter when they stand together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PairRow {
    /// Matter id.
    pub matter: String,
    /// Object words.
    pub objects: Vec<String>,
    /// Condition words.
    pub conditions: Vec<String>,
    /// Largest distance in tokens.
    pub window: u8,
    /// 1 … 5.
    pub weight: u8,
}

/// A word that means different things.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AmbiguityRow {
    /// The word or phrase.
    pub word: String,
    /// The first rule that applies votes.
    pub rules: Vec<AmbiguityRule>,
    /// Matter and weight when no rule applies.
    pub alone: Option<(String, u8)>,
    /// Matters that this very word must not vote for by itself.
    pub drop: Vec<String>,
    /// Only when written in capitals.
    pub upper: bool,
}

/// What a word means near other words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AmbiguityRule {
    /// The other words.
    pub near: Vec<String>,
    /// Largest distance in tokens.
    pub window: u8,
    /// Matter id.
    pub matter: String,
    /// 1 … 5.
    pub weight: u8,
}

/// A spelling and what it stands for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WordRow {
    /// As written.
    pub from: String,
    /// What it stands for; may be several words.
    pub to: String,
}

/// A word with another meaning in some provinces.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RegionalWord {
    /// Province codes.
    pub provinces: Vec<String>,
    /// The word or phrase.
    pub word: String,
    /// Standard phrase.
    pub means: String,
}

/// A phrase that settles a discriminator.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DiscriminatorCue {
    /// Discriminator id.
    pub discriminator: String,
    /// Value.
    pub value: String,
    /// The phrase.
    pub cue: String,
    /// Counts only near the words of the matter itself, because it is mostly mere address or story.
    pub near: bool,
}

/// A list of phrases with a name.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct NamedCues {
    /// Its name.
    pub id: String,
    /// The phrases.
    pub cues: Vec<String>,
}

/// Phrases for classification, scope and damping.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CuesPack {
    /// By classification.
    pub classification: Vec<NamedCues>,
    /// Signs of abuse of authority.
    pub supervision: Vec<String>,
    /// Signs that Rahasia should be advised.
    pub secret_advised: Vec<String>,
    /// Signs of an emergency.
    pub emergency: Vec<String>,
    /// What LAPOR! does not take.
    pub out_of_scope: Vec<NamedCues>,
    /// Employer words and the matter that a wage word beside them means.
    pub employers: Vec<NamedCues>,
    /// Wage words.
    pub wages: Vec<String>,
    /// Gambling words.
    pub gambling: Vec<String>,
    /// Words that can only mean gambling.
    pub gambling_named: Vec<String>,
    /// Promotional words.
    pub promo: Vec<String>,
    /// Reporting words and government words.
    pub report: Vec<String>,
    /// Signs that several people report together.
    pub group: Vec<String>,
    /// What people are counted in; after a number a sign of a group too.
    pub affected: Vec<String>,
    /// Signs that an earlier report is followed up.
    pub follow_up: Vec<String>,
    /// Words that make the next noun a landmark.
    pub locatives: Vec<String>,
    /// Words of an address.
    pub address: Vec<String>,
    /// Words that announce a region's name.
    pub region_words: Vec<String>,
    /// Words that announce a village's name.
    pub village_words: Vec<String>,
    /// Words that announce a district's name.
    pub district_words: Vec<String>,
    /// Words after which the place is the reporter's home.
    pub home_words: Vec<String>,
    /// Words after which a region's name is the name of something else.
    pub street_words: Vec<String>,
    /// Words after which a name is that of a building, which mostly stands where its name says.
    pub facility_words: Vec<String>,
    /// Words that are no name of a village by themselves.
    pub function_words: Vec<String>,
    /// Words after which a place stands.
    pub prepositions: Vec<String>,
}

/// Deadline rules.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct LifecyclePack {
    /// Rules.
    pub deadlines: Vec<DeadlineRow>,
    /// Day from which rules marked `carried` are only carried over.
    pub carried_over_from: String,
}

/// One deadline rule.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DeadlineRow {
    /// Stable id.
    pub id: String,
    /// Indonesian name.
    pub name_id: String,
    /// English name.
    pub name_en: String,
    /// Classification it is for; empty = all.
    pub classification: String,
    /// `berkadar_pengawasan`, `tidak_berkadar_pengawasan` or empty = both.
    pub supervision: String,
    /// Event that starts it.
    pub event: String,
    /// True if the event lies after submission.
    pub assumed: bool,
    /// Length.
    pub length: u32,
    /// Unit.
    pub unit: String,
    /// `verifier` or `lead`: who must act.
    pub holder: String,
    /// Profile it belongs to.
    pub profile: String,
    /// `in_force` or `inferred`.
    pub status: String,
    /// True if a later regulation replaced the source without known numbers.
    pub carried: bool,
    /// Law or decree.
    pub source: String,
}

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
    /// Who may receive a report of abuse: kinds of offices that oversee others (routing.md §10.11).
    pub oversight: Vec<String>,
    /// How much statements about the place weigh.
    pub place: PlaceWeights,
    /// Limits of law and form.
    pub filing: FilingRules,
    /// Fields of the report form, in its order.
    pub form: Vec<FieldRow>,
}

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
