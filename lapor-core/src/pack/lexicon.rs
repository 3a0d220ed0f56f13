//! The body of the pack `lexicon`: phrases, words and cues.

use super::columns::{self, Row, mark};
use serde::{Deserialize, Serialize};

/// Words and phrases.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct LexiconPack {
    /// Phrases that point to a matter.
    #[serde(with = "columns")]
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
    #[serde(with = "columns")]
    pub discriminator_cues: Vec<DiscriminatorCue>,
    /// Everything else.
    pub cues: CuesPack,
}

/// A phrase that points to a matter.
#[derive(Debug, Clone, PartialEq)]
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

impl Row<4> for PhraseRow {
    fn cells(&self) -> [String; 4] {
        [self.phrase.clone(), self.matter.clone(), self.weight.to_string(), mark(self.landmark)]
    }

    fn of([phrase, matter, weight, landmark]: [&str; 4]) -> Option<Self> {
        let (phrase, matter, weight) = (phrase.to_owned(), matter.to_owned(), weight.parse().ok()?);
        Some(PhraseRow { phrase, matter, weight, landmark: !landmark.is_empty() })
    }
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
#[derive(Debug, Clone, PartialEq)]
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

impl Row<4> for DiscriminatorCue {
    fn cells(&self) -> [String; 4] {
        [self.discriminator.clone(), self.value.clone(), self.cue.clone(), mark(self.near)]
    }

    fn of([discriminator, value, cue, near]: [&str; 4]) -> Option<Self> {
        let [discriminator, value, cue] = [discriminator, value, cue].map(str::to_owned);
        Some(DiscriminatorCue { discriminator, value, cue, near: !near.is_empty() })
    }
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
    /// Words after which a name is that of a road.
    pub road_words: Vec<String>,
    /// Words for what bears the name of the regency that it serves.
    pub seat_words: Vec<String>,
    /// Words whose number is followed by the place that it counts in.
    pub unit_words: Vec<String>,
    /// Words that make another name of the name before them.
    pub name_tails: Vec<String>,
    /// The same if a number follows.
    pub directions: Vec<String>,
    /// Ordinary words and names of people that are names of regions too.
    pub common_words: Vec<String>,
    /// Abbreviations of the first words of names, with what they stand for.
    pub name_words: Vec<NamedCues>,
}

/// A list of phrases with a name.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct NamedCues {
    /// Its name.
    pub id: String,
    /// The phrases.
    pub cues: Vec<String>,
}
