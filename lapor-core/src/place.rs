//! Place: the region of the *object* of a complaint, from fields, text, postal code and point, with the instance's own region as prior.
//!
//! Every statement about the place is a [`Mention`] of one or more regions. The region that most of the weight agrees with wins; names that
//! stand for several regions give candidates, never a guess. A point alone never decides: centroids misplace. Villages are read last, inside
//! the regions that all else names: most of their names are ordinary words, or borne by many.

mod decide;
mod known;
mod names;
mod point;
mod roles;
mod spelled;
mod villages;
mod words;

pub use roles::{RoleTable, Roles};

use crate::complaint::{Complaint, Detail, Offsets, Place, RegionCode, Span};
use crate::pack::PlaceWeights;
use crate::region::{Names, Regions};
use crate::text::{Flags, Hit, Lexicon, Tokens};
use known::Known;
use rustc_hash::FxHashMap;
use std::ops::Range;
use villages::Reader;
use words::Words;

/// What place needs to know of the loaded packs.
#[derive(Debug)]
pub struct Gazetteer {
    /// Names by row of [`crate::text::Kind::Region`].
    pub names: Names,
    /// What words do around names.
    pub roles: RoleTable,
    /// What abbreviated first words of names stand for, by word id.
    pub name_words: FxHashMap<u32, Vec<String>>,
    /// Ids of the words that stand in names of regions and in no list of ordinary words.
    pub place_words: Range<u32>,
    /// Weights of statements.
    pub weights: PlaceWeights,
}

/// A statement about the place.
#[derive(Debug, Clone)]
struct Mention {
    codes: Vec<RegionCode>,
    weight: i64,
    kind: &'static str,
    span: Option<Span>,
    reference: Option<&'static str>,
    strong: bool,
    /// The bare name of a district or village, which may well be an ordinary word.
    loose: bool,
    /// Which text names it, and its tokens there; none for codes.
    words: Option<(Text, usize, usize)>,
}

impl Mention {
    /// True if the other stands in the same words of the same text, and in fewer of them.
    fn inside(&self, other: &Mention) -> bool {
        match (self.words, other.words) {
            (Some((a, first, end)), Some((b, from, to))) => {
                a == b && from <= first && end <= to && end - first < to - from
            }
            _ => false,
        }
    }

    /// True if the same words name a district of another regency.
    fn elsewhere(&self, village: &Mention) -> bool {
        let apart = |c: &RegionCode| c.level() == 3 && village.codes.iter().all(|v| v.at(2) != c.at(2));
        let same = !village.codes.is_empty() && self.words.is_some() && self.words == village.words;
        !self.strong && same && self.codes.iter().all(apart)
    }
}

/// A text that may name places: none for the complaint's own, else the path of a field.
type Text = Option<&'static str>;

/// So many statements about the place are weighed.
const MOST_MENTIONS: usize = 200;

/// What was found, and regions that contradict it.
#[derive(Debug, Clone)]
pub struct Located {
    /// The answer.
    pub place: Place,
    /// Regions that other strong statements name.
    pub conflicts: Vec<RegionCode>,
}

/// The tables that a place is found with.
#[derive(Debug, Clone, Copy)]
pub struct Atlas<'e> {
    /// Names and their weights.
    pub gazetteer: &'e Gazetteer,
    /// Regions.
    pub regions: &'e Regions,
    /// For the address, which is a text of its own.
    pub lexicon: &'e Lexicon,
}

/// A text that names places: the complaint's own, or a field.
struct Source<'t> {
    tokens: &'t Tokens,
    title: &'t str,
    content: &'t str,
    /// What a name weighs more here than in a text.
    bonus: i64,
    /// The field; the complaint's own text is quoted by spans.
    path: Text,
    offsets: Offsets,
}

impl Source<'_> {
    fn mention(&self, named: names::Named) -> Mention {
        let span = match self.path {
            Some(_) => None,
            None => self.tokens.span(named.first, named.end, self.title, self.content, self.offsets),
        };
        Mention {
            codes: named.codes,
            weight: named.weight + self.bonus,
            kind: "region",
            span,
            reference: self.path,
            strong: named.strong,
            loose: named.loose,
            words: Some((self.path, named.first, named.end)),
        }
    }

    /// The first number of five digits.
    fn postal_code(&self) -> Option<u32> {
        let five = |t: &&crate::text::Token| t.flags.has(Flags::NUMBER) && t.end - t.start == 5;
        self.tokens.list.iter().find(five).map(|t| t.number)
    }
}

const REGION: &str = "/complaint/location/region";
const ADDRESS: &str = "/complaint/location/address";
/// Where a postal code stands.
pub const POSTAL_CODE: &str = "/complaint/location/postal_code";

/// Finds the place of a complaint; `hits` are those of its text.
#[must_use]
pub fn locate(
    atlas: Atlas<'_>,
    tokens: &Tokens,
    hits: &[Hit],
    complaint: &Complaint,
    jurisdiction: Option<RegionCode>,
    offsets: Offsets,
    detail: Detail,
) -> Located {
    let Atlas { gazetteer, regions, lexicon } = atlas;
    let mut mentions = Vec::new();
    let (w, location) = (&gazetteer.weights, &complaint.location);
    let field_region = location.region.as_deref().unwrap_or("");
    let code = RegionCode::parse(field_region.trim());
    if let Some(today) = code.and_then(|code| regions.today(code)) {
        mentions.push(field(vec![today], w.field_code, "field", REGION));
    }
    let address = location.address.as_deref().unwrap_or("");
    let texts = [(field_region, w.field_name, REGION), (address, w.address, ADDRESS)];
    let fields: Vec<_> = texts
        .into_iter()
        .filter(|(text, _, path)| !text.is_empty() && (*path != REGION || code.is_none()))
        .map(|(text, bonus, path)| (text, bonus, path, lexicon.tokenise("", text)))
        .collect();
    let mut sources: Vec<Source<'_>> = Vec::with_capacity(3);
    for (text, bonus, path, tokens) in &fields {
        sources.push(Source { tokens, title: "", content: text, bonus: *bonus, path: Some(path), offsets });
    }
    let mut codes: Vec<(u32, &'static str)> = Vec::new();
    codes.extend(location.postal_code.as_deref().and_then(|p| p.trim().parse().ok()).map(|p| (p, POSTAL_CODE)));
    for source in &sources {
        let mut hits = Vec::new();
        lexicon.scan(source.tokens, &mut hits);
        names::read(gazetteer, source.tokens, &hits, |named| mentions.push(source.mention(named)));
        codes.extend(source.postal_code().filter(|_| source.path == Some(ADDRESS)).map(|p| (p, ADDRESS)));
    }
    for (code, path) in codes {
        let districts = regions.postal(code).to_vec();
        if !districts.is_empty() {
            mentions.push(field(districts, w.postal_code, "postal_code", path));
        }
    }
    let title = complaint.title.as_deref().unwrap_or("");
    let content = complaint.content.as_deref().unwrap_or("");
    let own = Source { tokens, title, content, bonus: 0, path: None, offsets };
    names::read(gazetteer, tokens, hits, |named| {
        // who names more places than this names none
        if mentions.len() < MOST_MENTIONS {
            mentions.push(own.mention(named));
        }
    });
    if let Some(code) = jurisdiction {
        mentions.push(Mention { strong: false, ..field(vec![code], w.jurisdiction, "jurisdiction", "/jurisdiction") });
    }
    sources.push(own);
    let readable = sources.iter().filter(|source| villages::may_stand(atlas, source.tokens));
    let readable: Vec<_> = readable.collect();
    let known = if readable.is_empty() { Known::default() } else { Known::of(&mentions) };
    for source in readable {
        let words = &Words::of(source.tokens, [source.title, source.content], source.path);
        Reader { atlas, words, known: &known }.read(|named| {
            if mentions.len() < MOST_MENTIONS {
                // the district that it lay in before says the same
                if let Some((before, now)) = named.moved {
                    mentions.iter_mut().filter(|m| m.codes == [before]).for_each(|m| m.codes.push(now));
                }
                let village = source.mention(named);
                // "Medokan Semampir" is no Semampir, nor is Lengkong in Kabupaten Bandung the district of Bandung
                mentions.retain(|m| !m.inside(&village) && !m.elsewhere(&village));
                // without a cue word the same words say one thing, once
                if !village.codes.is_empty() && (!village.loose || mentions.iter().all(|m| m.words != village.words)) {
                    mentions.push(village);
                }
            }
        });
    }
    let point = location.lat.zip(location.lng).map(|(lat, lng)| point::nearest(regions, lat, lng)).unwrap_or_default();
    decide::decide(regions, mentions, &point, jurisdiction, detail)
}

fn field(codes: Vec<RegionCode>, weight: i64, kind: &'static str, path: &'static str) -> Mention {
    Mention { codes, weight, kind, span: None, reference: Some(path), strong: true, loose: false, words: None }
}
