//! The body of the pack `lexicon`: phrases, words and cues.

use super::columns::{self, Row, mark, parts, values};
use super::unpack::{Bytes, Unpack, packed};
use serde::Serialize;

/// Words and phrases.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct LexiconPack {
    /// Phrases that point to a matter.
    #[serde(serialize_with = "columns::serialize")]
    pub phrases: Vec<PhraseRow>,
    /// Object and condition words that point to a matter together.
    pub pairs: Vec<PairRow>,
    /// Words that mean different things beside different words.
    #[serde(serialize_with = "columns::serialize")]
    pub ambiguity: Vec<AmbiguityRow>,
    /// Chat spellings and joined words.
    pub words: Vec<WordRow>,
    /// Regional words.
    pub regional: Vec<RegionalWord>,
    /// Words that settle a discriminator.
    #[serde(serialize_with = "columns::serialize")]
    pub discriminator_cues: Vec<DiscriminatorCue>,
    /// Everything else.
    pub cues: CuesPack,
}

packed!(LexiconPack {
    phrases: columns::place,
    pairs,
    ambiguity: columns::place,
    words,
    regional,
    discriminator_cues: columns::place,
    cues
});

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
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
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

packed!(PairRow { matter, objects, conditions, window, weight });

/// A word that means different things.
#[derive(Debug, Clone, PartialEq)]
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

impl Row<5> for AmbiguityRow {
    fn cells(&self) -> [String; 5] {
        let alone = self.alone.as_ref().map(|(matter, weight)| format!("{weight} {matter}"));
        let rules = self.rules.iter().map(AmbiguityRule::cell).collect::<Vec<_>>().join("|");
        [self.word.clone(), rules, alone.unwrap_or_default(), self.drop.join("|"), mark(self.upper)]
    }

    fn of([word, rules, alone, drop, upper]: [&str; 5]) -> Option<Self> {
        let alone = alone.split_once(' ').map(|(weight, matter)| Some((matter.to_owned(), weight.parse().ok()?)));
        Some(AmbiguityRow {
            word: word.to_owned(),
            rules: values(rules).iter().map(|rule| AmbiguityRule::of(rule)).collect::<Option<_>>()?,
            alone: match alone {
                Some(alone) => Some(alone?),
                None => None,
            },
            drop: values(drop),
            upper: !upper.is_empty(),
        })
    }
}

/// What a word means near other words.
#[derive(Debug, Clone, PartialEq)]
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

/// In a cell: `8 5 jalan-rusak aspal,lubang besar`.
impl AmbiguityRule {
    fn cell(&self) -> String {
        format!("{} {} {} {}", self.window, self.weight, self.matter, self.near.join(","))
    }

    fn of(cell: &str) -> Option<Self> {
        let mut words = cell.splitn(4, ' ');
        let mut word = || words.next();
        let (window, weight) = (word()?.parse().ok()?, word()?.parse().ok()?);
        Some(AmbiguityRule { window, weight, matter: word()?.to_owned(), near: parts(word()?, ',') })
    }
}

/// A spelling and what it stands for.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct WordRow {
    /// As written.
    pub from: String,
    /// What it stands for; may be several words.
    pub to: String,
}

packed!(WordRow { from, to });

/// A word with another meaning in some provinces.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct RegionalWord {
    /// Province codes.
    pub provinces: Vec<String>,
    /// The word or phrase.
    pub word: String,
    /// Standard phrase.
    pub means: String,
}

packed!(RegionalWord { provinces, word, means });

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
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(into = "CueLists")]
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

/// The lists of [`CuesPack`] without their names, in its order: in a pack they need none, and a browser loads one loop instead of thirty readers.
type CueLists = (Vec<Vec<String>>, Vec<Vec<NamedCues>>);

impl CuesPack {
    fn plain(&mut self) -> [&mut Vec<String>; 27] {
        [
            &mut self.supervision,
            &mut self.secret_advised,
            &mut self.emergency,
            &mut self.wages,
            &mut self.gambling,
            &mut self.gambling_named,
            &mut self.promo,
            &mut self.report,
            &mut self.group,
            &mut self.affected,
            &mut self.follow_up,
            &mut self.locatives,
            &mut self.address,
            &mut self.region_words,
            &mut self.village_words,
            &mut self.district_words,
            &mut self.home_words,
            &mut self.street_words,
            &mut self.facility_words,
            &mut self.function_words,
            &mut self.prepositions,
            &mut self.road_words,
            &mut self.seat_words,
            &mut self.unit_words,
            &mut self.name_tails,
            &mut self.directions,
            &mut self.common_words,
        ]
    }

    fn named(&mut self) -> [&mut Vec<NamedCues>; 4] {
        [&mut self.classification, &mut self.out_of_scope, &mut self.employers, &mut self.name_words]
    }
}

impl Unpack for CuesPack {
    fn unpack(&mut self, from: &mut Bytes<'_>) -> Option<()> {
        let plain = self.plain();
        (from.count()? == plain.len()).then_some(())?;
        plain.into_iter().try_for_each(|list| list.unpack(from))?;
        let named = self.named();
        (from.count()? == named.len()).then_some(())?;
        named.into_iter().try_for_each(|list| list.unpack(from))
    }
}

impl From<CuesPack> for CueLists {
    fn from(mut pack: CuesPack) -> Self {
        (pack.plain().map(std::mem::take).into(), pack.named().map(std::mem::take).into())
    }
}

/// A list of phrases with a name.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct NamedCues {
    /// Its name.
    pub id: String,
    /// The phrases.
    pub cues: Vec<String>,
}

packed!(NamedCues { id, cues });
