//! Which facts are changed, how, and how often: what people correct in practice weighs more.

use super::draw::Draw;
use super::packs::Packs;
use super::{institutions, matters, privacy, regions, rules, words};
use lapor_core::Engine;
use lapor_core::pack::{
    CalendarPack, InstitutionsPack, LexiconPack, LifecyclePack, MattersPack, Overlay, PolicyPack, PrivacyPack,
    RegionsPack, TaxonomyPack, VillagesPack,
};

/// Names of the facts of a kind, in the order of the pack.
type Facts<T> = fn(&T) -> Vec<String>;
/// Changes the fact at a position and says how; nothing if it cannot be changed so.
type Change<T> = fn(&mut T, usize, &mut Draw) -> Option<String>;

/// Where the facts of a kind stand.
enum Part {
    Regions(Facts<RegionsPack>, Change<RegionsPack>),
    Calendar(Facts<CalendarPack>, Change<CalendarPack>),
    Taxonomy(Facts<TaxonomyPack>, Change<TaxonomyPack>),
    Matters(Facts<MattersPack>, Change<MattersPack>),
    Institutions(Facts<InstitutionsPack>, Change<InstitutionsPack>),
    Lexicon(Facts<LexiconPack>, Change<LexiconPack>),
    Lifecycle(Facts<LifecyclePack>, Change<LifecyclePack>),
    Policy(Facts<PolicyPack>, Change<PolicyPack>),
    Privacy(Facts<PrivacyPack>, Change<PrivacyPack>),
    Villages(Facts<VillagesPack>, Change<VillagesPack>),
    /// The built-in overlays of the special regions.
    Regimes(Facts<[Overlay]>, Change<[Overlay]>),
    /// The overlays of the examples.
    Overlays(Facts<[Overlay]>, Change<[Overlay]>),
}

/// One kind of change.
pub(super) struct Kind {
    /// Its name in the table of survivors.
    pub(super) id: &'static str,
    /// How often it is drawn; 0 where it is judged by itself, all its facts.
    weight: usize,
    part: Part,
}

const fn kind(id: &'static str, weight: usize, part: Part) -> Kind {
    Kind { id, weight, part }
}

/// Every kind. That one of thousands of phrases is missing or weighs less is no kind: it is no fault that one complaint shows, it is a loss that
/// the evaluation on corpora measures.
pub(super) const KINDS: [Kind; 55] = [
    kind("holiday-moved", 4, Part::Calendar(rules::holidays, rules::move_holiday)),
    kind("holiday-dropped", 3, Part::Calendar(rules::holidays, rules::drop_holiday)),
    kind("holiday-kind", 2, Part::Calendar(rules::holidays, rules::holiday_kind)),
    kind("holiday-decree", 1, Part::Calendar(rules::holidays, rules::holiday_decree)),
    kind("deadline-length", 4, Part::Lifecycle(rules::deadlines, rules::length)),
    kind("deadline-rule", 2, Part::Lifecycle(rules::deadlines, rules::deadline_rule)),
    kind("carried-over-day", 1, Part::Lifecycle(rules::carried_day, rules::move_carried_day)),
    kind("threshold", 3, Part::Policy(rules::thresholds, rules::threshold)),
    kind("policy-list", 1, Part::Policy(rules::policy_lists, rules::drop_policy)),
    kind("region-names-exchanged", 4, Part::Regions(regions::all, regions::swap_names)),
    kind("district-renumbered", 2, Part::Regions(regions::all, regions::renumber)),
    kind("district-dropped", 2, Part::Regions(regions::all, regions::drop_district)),
    kind("zone", 2, Part::Regions(regions::regencies, regions::zone)),
    kind("bps-code", 1, Part::Regions(regions::regencies, regions::bps)),
    kind("centroid", 1, Part::Regions(regions::regencies, regions::centroid)),
    kind("region-alias-dropped", 4, Part::Regions(regions::aliases, regions::drop_alias)),
    kind("region-alias-moved", 4, Part::Regions(regions::aliases, regions::alias_region)),
    kind("former-region-dropped", 2, Part::Regions(regions::former, regions::drop_former)),
    kind("successor", 2, Part::Regions(regions::former, regions::successor)),
    kind("postal-code-moved", 4, Part::Villages(regions::postal_codes, regions::postal_district)),
    kind("lead-and-coordinator-swapped", 6, Part::Matters(matters::receivers, matters::swap)),
    kind("receiver-changed", 7, Part::Matters(matters::receivers, matters::other_office)),
    kind("receiver-dropped", 4, Part::Matters(matters::receivers, matters::drop_receiver)),
    kind("receiver-level", 4, Part::Matters(matters::receivers, matters::other_level)),
    kind("route-value-dropped", 4, Part::Matters(matters::route_values, matters::drop_route_value)),
    kind("discriminator-default", 2, Part::Matters(matters::discriminators, matters::default_value)),
    kind("discriminator-dropped", 2, Part::Matters(matters::deciding, matters::drop_fact)),
    kind("matter-category", 3, Part::Matters(matters::matters, matters::other_category)),
    kind("lapor-id", 3, Part::Taxonomy(matters::numbered, matters::lapor_id)),
    kind("category-status", 1, Part::Taxonomy(matters::categories, matters::category_status)),
    kind("body-status", 4, Part::Institutions(institutions::bodies, institutions::status)),
    kind("body-renamed", 1, Part::Institutions(institutions::bodies, institutions::body_name)),
    kind("body-alias-dropped", 4, Part::Institutions(institutions::body_names, institutions::drop_body_name)),
    kind("office-type-renamed", 2, Part::Institutions(institutions::types, institutions::type_name)),
    kind("office-alias-dropped", 3, Part::Institutions(institutions::type_names, institutions::drop_type_name)),
    kind("regime-exception-dropped", 2, Part::Regimes(institutions::exceptions, institutions::drop_exception)),
    kind("regime-exception-target", 2, Part::Regimes(institutions::exceptions, institutions::exception_target)),
    kind("regime-exception-matter", 1, Part::Regimes(institutions::exceptions, institutions::exception_matter)),
    kind("exception-dropped", 3, Part::Overlays(institutions::exceptions, institutions::drop_exception)),
    kind("exception-target", 4, Part::Overlays(institutions::exceptions, institutions::exception_target)),
    kind("exception-matter", 1, Part::Overlays(institutions::exceptions, institutions::exception_matter)),
    kind("own-office-dropped", 3, Part::Overlays(institutions::offices, institutions::drop_office)),
    kind("own-office-type", 1, Part::Overlays(institutions::offices, institutions::office_type)),
    kind("own-office-renamed", 2, Part::Overlays(institutions::offices, institutions::office_name)),
    kind("administrator", 1, Part::Overlays(institutions::administrators, institutions::administrator)),
    kind("phrase-matter", 5, Part::Lexicon(words::phrases, words::phrase_matter)),
    kind("word-rule", 3, Part::Lexicon(word_rules, change_word_rule)),
    kind("spelling-dropped", 4, Part::Lexicon(spellings, drop_spelling)),
    kind("cue", 9, Part::Lexicon(cues, change_cue)),
    kind("view-dropped", 0, Part::Policy(privacy::all, privacy::drop_row)),
    kind("view-treatment", 0, Part::Policy(privacy::all, privacy::treatment)),
    kind("view-condition", 0, Part::Policy(privacy::conditions, privacy::drop_condition)),
    kind("view-member", 0, Part::Policy(privacy::members, privacy::drop_member)),
    kind("recogniser", 0, Part::Privacy(privacy::recognisers, privacy::drop_score)),
    kind("mask", 0, Part::Privacy(privacy::masks, privacy::other_mask)),
];

/// Pairs and ambiguity rules: their matter.
fn word_rules(pack: &LexiconPack) -> Vec<String> {
    words::pairs(pack).into_iter().chain(words::rules(pack)).collect()
}

fn change_word_rule(pack: &mut LexiconPack, at: usize, draw: &mut Draw) -> Option<String> {
    match at.checked_sub(pack.pairs.len()) {
        None => words::pair_matter(pack, at, draw),
        Some(rule) => words::rule_matter(pack, rule, draw),
    }
}

/// Spellings, and words of single regions.
fn spellings(pack: &LexiconPack) -> Vec<String> {
    words::spellings(pack).into_iter().chain(words::regional(pack)).collect()
}

fn drop_spelling(pack: &mut LexiconPack, at: usize, draw: &mut Draw) -> Option<String> {
    match at.checked_sub(pack.words.len()) {
        None => words::drop_spelling(pack, at, draw),
        Some(regional) => words::drop_regional(pack, regional, draw),
    }
}

/// Words that settle a fact, and all the other lists of cues.
fn cues(pack: &LexiconPack) -> Vec<String> {
    words::facts(pack).into_iter().chain(words::cues(pack)).collect()
}

fn change_cue(pack: &mut LexiconPack, at: usize, draw: &mut Draw) -> Option<String> {
    match (at.checked_sub(pack.discriminator_cues.len()), draw.below(2)) {
        (None, 0) => words::drop_fact(pack, at, draw),
        (None, _) => words::fact_value(pack, at, draw),
        (Some(cue), _) => words::drop_cue(pack, cue, draw),
    }
}

/// One change, ready to be built.
pub(super) struct Mutant {
    /// Its kind.
    pub(super) kind: &'static str,
    /// The fact.
    pub(super) fact: String,
    /// What became of it.
    pub(super) change: String,
    made: Made,
}

/// What differs from the committed packs.
enum Made {
    Pack(Vec<u8>),
    Overlays(Vec<Vec<u8>>),
}

impl Mutant {
    /// An engine with the change, or its refusal.
    pub(super) fn engine(&self, packs: &Packs) -> Result<Engine, lapor_core::Error> {
        match &self.made {
            Made::Pack(bytes) => packs.engine(Some(bytes)),
            Made::Overlays(overlays) => packs.engine_with(overlays),
        }
    }

    /// What tells it from the others.
    pub(super) fn key(&self) -> (&'static str, String) {
        (self.kind, format!("{}: {}", self.fact, self.change))
    }
}

/// Changes the first fact in chance order that can be changed and is not taken.
fn change<T: ?Sized + ToOwned<Owned = O>, O: std::borrow::BorrowMut<T>>(
    body: &T,
    (facts, apply): (Facts<T>, Change<T>),
    draw: &mut Draw,
    free: &dyn Fn(&str) -> bool,
) -> Option<(String, String, O)> {
    let names = facts(body);
    draw.order(&names).into_iter().find_map(|at| {
        let fact = names.get(at)?;
        let mut copy = body.to_owned();
        let said = apply(copy.borrow_mut(), at, draw)?;
        free(&format!("{fact}: {said}")).then(|| (fact.clone(), said, copy))
    })
}

/// The mutant with a number, none if no fact is left to change; `taken` says which changes were made before.
pub(super) fn mutant(
    packs: &Packs,
    draw: &mut Draw,
    only: Option<&str>,
    taken: &dyn Fn(&'static str, &str) -> bool,
) -> Result<Option<Mutant>, String> {
    // a kind with few facts may have none left: then another kind is drawn
    for _ in 0..KINDS.len() {
        if let Some(mutant) = one(packs, draw, only, taken)? {
            return Ok(Some(mutant));
        }
    }
    Ok(None)
}

fn one(
    packs: &Packs,
    draw: &mut Draw,
    only: Option<&str>,
    taken: &dyn Fn(&'static str, &str) -> bool,
) -> Result<Option<Mutant>, String> {
    let kinds = || KINDS.iter().filter(|k| only.is_none_or(|only| only == k.id));
    let weight = |k: &Kind| if only.is_some() { 1 } else { k.weight };
    let total = kinds().map(weight).sum();
    let mut lot = draw.below(total);
    let drawn = kinds().find(|k| {
        let mine = lot < weight(k);
        lot = lot.saturating_sub(weight(k));
        mine
    });
    let Kind { id, part, .. } = drawn.ok_or("no kind")?;
    let free = |change: &str| !taken(id, change);
    macro_rules! of {
        ($pack:ident, $facts:expr, $apply:expr) => {{
            let Some(made) = change(&packs.$pack.body, (*$facts, *$apply), draw, &free) else { return Ok(None) };
            (made.0, made.1, Made::Pack(packs.$pack.with(&made.2)?))
        }};
    }
    let (fact, change, made) = match part {
        Part::Regions(f, a) => of!(regions, f, a),
        Part::Calendar(f, a) => of!(calendar, f, a),
        Part::Taxonomy(f, a) => of!(taxonomy, f, a),
        Part::Matters(f, a) => of!(matters, f, a),
        Part::Institutions(f, a) => of!(institutions, f, a),
        Part::Lexicon(f, a) => of!(lexicon, f, a),
        Part::Lifecycle(f, a) => of!(lifecycle, f, a),
        Part::Policy(f, a) => of!(policy, f, a),
        Part::Privacy(f, a) => of!(privacy, f, a),
        Part::Villages(f, a) => of!(villages, f, a),
        Part::Regimes(f, a) => {
            let pack = &packs.institutions;
            let Some(made) = change(pack.body.regimes.as_slice(), (*f, *a), draw, &free) else { return Ok(None) };
            let body = InstitutionsPack { regimes: made.2, ..pack.body.clone() };
            (made.0, made.1, Made::Pack(pack.with(&body)?))
        }
        Part::Overlays(f, a) => {
            let Some(made) = change(packs.overlays.as_slice(), (*f, *a), draw, &free) else { return Ok(None) };
            let rows: Result<_, _> = made.2.iter().map(Packs::overlay).collect();
            (made.0, made.1, Made::Overlays(rows?))
        }
    };
    Ok(Some(Mutant { kind: id, fact, change, made }))
}
