//! Every word list of every pack goes into one lexicon; what its entries point to goes into plain tables.

use super::Tables;
use crate::complaint::RegionCode;
use crate::institution::Institutions;
use crate::matter::{self, CueList, MatterRules};
use crate::pack::{CuesPack, DiscriminatorCue, Effect, LexiconPack, PlaceWeights, PolicyPack};
use crate::place::{Gazetteer, RoleTable, Roles};
use crate::region::Regions;
use crate::taxonomy::{OTHER, Taxonomy};
use crate::text::{Entry, Kind, Lexicon, LexiconBuilder};

/// Another reading of a word in some regions; never a replacement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Regions where people say so.
    pub regions: Vec<RegionCode>,
    /// Word ids of the standard phrase.
    pub means: Vec<u32>,
}

/// What an office name in a text stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OfficeName {
    /// A national body.
    National(String),
    /// A general office type, to be resolved in the complaint's region.
    Type(String),
    /// An office of a region's own table.
    Own(RegionCode, String),
    /// A word that means a general type in that region.
    Means(RegionCode, String),
}

/// Every word list, compiled, and what its entries point to.
#[derive(Debug)]
pub(crate) struct Words {
    /// The one table of words.
    pub(crate) lexicon: Lexicon,
    /// Names of regions.
    pub(crate) gazetteer: Gazetteer,
    /// Pairs, ambiguous words, employers, thresholds.
    pub(crate) matter_rules: MatterRules,
    /// Rows of discriminator cues.
    pub(crate) discriminator_cues: Vec<DiscriminatorCue>,
    /// Other readings of regional words.
    pub(crate) readings: Vec<Reading>,
    /// What the office names in texts stand for.
    pub(crate) office_names: Vec<OfficeName>,
    /// Names of the lists of what LAPOR! does not take.
    pub(crate) out_of_scope: Vec<String>,
}

fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn entry(kind: Kind, value: usize) -> Entry {
    Entry { kind, value: small(value), weight: 0, landmark: false }
}

/// Compiles the word lists.
pub(super) fn compile(pack: LexiconPack, policy: PolicyPack, tables: Tables<'_>) -> Words {
    let mut b = LexiconBuilder::default();
    // spellings first: phrases are written in them
    for row in &pack.words {
        b.spelling(&row.from, &row.to);
    }
    // no text leads to `lainnya`: politeness carries no matter, and nothing found is an answer of its own
    for row in pack.phrases.iter().filter(|row| row.matter != OTHER) {
        if let Some(matter) = tables.taxonomy.matter_row(&row.matter) {
            b.add(&row.phrase, Entry { weight: row.weight, landmark: row.landmark, ..entry(Kind::Matter, matter) });
        }
    }
    for (n, row) in pack.pairs.iter().enumerate() {
        for object in &row.objects {
            b.add(object, entry(Kind::PairObject, n));
        }
        for condition in &row.conditions {
            b.add(condition, entry(Kind::PairCondition, n));
        }
    }
    for (n, row) in pack.ambiguity.iter().enumerate() {
        b.add(&row.word, entry(Kind::Ambiguous, n));
        for (r, rule) in row.rules.iter().enumerate() {
            for near in &rule.near {
                b.add(near, entry(Kind::Near, matter::near_value(n, r) as usize));
            }
        }
    }
    let readings = readings(&mut b, &pack, tables.institutions);
    let (employers, out_of_scope) = cues(&mut b, &pack.cues, tables.taxonomy);
    // before the lists that name roads and offices, whose words are names themselves
    let gazetteer = gazetteer(&mut b, &pack.cues, tables.regions, policy.place);
    for (n, row) in pack.discriminator_cues.iter().enumerate() {
        b.add(&row.cue, entry(Kind::Discriminator, n));
    }
    let office_names = office_names(&mut b, tables.institutions);
    let pairs = pack
        .pairs
        .into_iter()
        .map(|row| {
            let matter = tables.taxonomy.matter_row(&row.matter).map_or(u32::MAX, small);
            (row, matter)
        })
        .collect();
    Words {
        lexicon: b.build(),
        gazetteer,
        matter_rules: MatterRules { pairs, ambiguity: pack.ambiguity, employers, policy },
        discriminator_cues: pack.discriminator_cues,
        readings,
        office_names,
        out_of_scope,
    }
}

fn readings(b: &mut LexiconBuilder, pack: &LexiconPack, institutions: &Institutions) -> Vec<Reading> {
    let mut out = Vec::new();
    let mut add = |regions: Vec<RegionCode>, word: &str, means: &str| {
        b.add(word, entry(Kind::Regional, out.len()));
        out.push(Reading { regions, means: b.phrase(means) });
    };
    for row in &pack.regional {
        let regions = row.provinces.iter().filter_map(|c| RegionCode::parse(c)).collect();
        add(regions, &row.word, &row.means);
    }
    for overlay in institutions.overlays() {
        for row in &overlay.words {
            add(vec![overlay.region], &row.word, &row.means);
        }
    }
    out
}

fn office_names(b: &mut LexiconBuilder, institutions: &Institutions) -> Vec<OfficeName> {
    let mut out: Vec<OfficeName> = Vec::new();
    let mut add = |names: &mut dyn Iterator<Item = &String>, office: OfficeName| {
        for name in names {
            b.add(name, entry(Kind::Office, out.len()));
        }
        out.push(office);
    };
    for row in institutions.national() {
        add(&mut std::iter::once(&row.name).chain(&row.names), OfficeName::National(row.id.clone()));
    }
    for row in institutions.types() {
        add(&mut std::iter::once(&row.name).chain(&row.names), OfficeName::Type(row.id.clone()));
    }
    for overlay in institutions.overlays() {
        for office in &overlay.offices {
            let names = &mut std::iter::once(&office.name).chain(&office.aliases);
            add(names, OfficeName::Own(overlay.region, office.id.clone()));
        }
        for e in overlay.exceptions.iter().filter(|e| e.effect == Effect::Means) {
            if let Some(to) = e.to.first() {
                let means = OfficeName::Means(overlay.region, to.strip_prefix("opd:").unwrap_or(to).to_owned());
                add(&mut e.word.iter(), means);
            }
        }
    }
    out
}

/// Cue lists; returns the matters of the employer rules and the names of the out-of-scope lists.
fn cues(b: &mut LexiconBuilder, pack: &CuesPack, taxonomy: &Taxonomy) -> (Vec<u32>, Vec<String>) {
    let mut add = |list: CueList, cues: &[String]| {
        for cue in cues {
            b.add(cue, entry(Kind::Cue, list.value() as usize));
        }
    };
    for named in &pack.classification {
        let list = match named.id.as_str() {
            "aspirasi" => CueList::Aspiration,
            "permintaan_informasi" => CueList::Information,
            _ => CueList::Complaint,
        };
        add(list, &named.cues);
    }
    add(CueList::Supervision, &pack.supervision);
    add(CueList::Secret, &pack.secret_advised);
    add(CueList::Emergency, &pack.emergency);
    add(CueList::Wage, &pack.wages);
    add(CueList::Gambling, &pack.gambling);
    add(CueList::Promo, &pack.promo);
    add(CueList::Report, &pack.report);
    add(CueList::Locative, &pack.locatives);
    add(CueList::Address, &pack.address);
    for (n, overlay) in taxonomy.abuse().overlays.iter().enumerate() {
        add(CueList::Abuse(small(n)), &overlay.cues);
    }
    add(CueList::GamblingNamed, &pack.gambling_named);
    add(CueList::Group, &pack.group);
    add(CueList::Affected, &pack.affected);
    add(CueList::FollowUp, &pack.follow_up);
    for (n, named) in pack.out_of_scope.iter().enumerate() {
        add(CueList::OutOfScope(small(n)), &named.cues);
    }
    let mut employers = Vec::new();
    for (n, named) in pack.employers.iter().enumerate() {
        add(CueList::Employer(small(n)), &named.cues);
        employers.push(taxonomy.matter_row(&named.id).map_or(u32::MAX, small));
    }
    (employers, pack.out_of_scope.iter().map(|named| named.id.clone()).collect())
}

fn gazetteer(b: &mut LexiconBuilder, cues: &CuesPack, regions: &Regions, weights: PlaceWeights) -> Gazetteer {
    let mut names = regions.all_names();
    let lists = [
        (Roles::REGION, &cues.region_words),
        (Roles::VILLAGE, &cues.village_words),
        (Roles::DISTRICT, &cues.district_words),
        (Roles::HOME, &cues.home_words),
        (Roles::FUNCTION, &cues.function_words),
        (Roles::FACILITY, &cues.facility_words),
        (Roles::STREET, &cues.street_words),
        (Roles::PREPOSITION, &cues.prepositions),
        (Roles::ROAD, &cues.road_words),
        (Roles::SEAT, &cues.seat_words),
        (Roles::UNIT, &cues.unit_words),
        (Roles::NAME_TAIL, &cues.name_tails),
        (Roles::DIRECTION, &cues.directions),
    ];
    // the words of these lists are no names
    for word in lists.into_iter().flat_map(|(_, words)| words).chain(&cues.common_words) {
        b.phrase(word);
    }
    let first = b.next_id();
    // asked before the names themselves are added: is it a word of something else?
    names.mark_rare(|names, row| {
        let plain = names.get(row).filter(|name| !name.full);
        let district = plain.is_some_and(|name| matches!(names.codes(name), [one] if one.level() == 3));
        district && (names.text(row).contains(' ') || !b.knows(names.text(row)))
    });
    for n in 0..names.len() {
        b.add(names.text(small(n)), entry(Kind::Region, n));
    }
    let place_words = first..b.next_id();
    let abbreviation = |named: &crate::pack::NamedCues, b: &mut LexiconBuilder| match *b.phrase(&named.id).as_slice() {
        [id] => Some((id, named.cues.clone())),
        _ => None,
    };
    let name_words = cues.name_words.iter().filter_map(|named| abbreviation(named, b)).collect();
    let mut roles = RoleTable::default();
    for (role, words) in lists {
        for id in words.iter().flat_map(|word| b.phrase(word)) {
            roles.add(id, role);
        }
    }
    Gazetteer { roles, name_words, place_words, names, weights }
}
