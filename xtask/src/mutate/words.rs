//! Changes to one fact about what people write.

use super::draw::Draw;
use lapor_core::pack::{AmbiguityRule, CuesPack, LexiconPack};

pub(super) fn phrases(pack: &LexiconPack) -> Vec<String> {
    pack.phrases.iter().map(|p| format!("{} = {}", p.phrase, p.matter)).collect()
}

fn matters(pack: &LexiconPack) -> Vec<String> {
    pack.phrases.iter().map(|p| p.matter.clone()).collect()
}

fn another(matters: &[String], not: &str, draw: &mut Draw) -> Option<String> {
    let all: Vec<&str> = matters.iter().map(String::as_str).collect();
    draw.other(&all, not).map(str::to_owned)
}

pub(super) fn phrase_matter(pack: &mut LexiconPack, at: usize, draw: &mut Draw) -> Option<String> {
    let all = matters(pack);
    let row = pack.phrases.get_mut(at)?;
    row.matter = another(&all, &row.matter, draw)?;
    Some(format!("now {}", row.matter))
}

pub(super) fn pairs(pack: &LexiconPack) -> Vec<String> {
    let key = |p: &lapor_core::pack::PairRow| format!("{}: {}", p.matter, p.objects.first().map_or("", String::as_str));
    pack.pairs.iter().map(key).collect()
}

pub(super) fn pair_matter(pack: &mut LexiconPack, at: usize, draw: &mut Draw) -> Option<String> {
    let all = matters(pack);
    let row = pack.pairs.get_mut(at)?;
    row.matter = another(&all, &row.matter, draw)?;
    Some(format!("now {}", row.matter))
}

fn rules_of(pack: &LexiconPack) -> Vec<(usize, usize, String)> {
    let mut out = Vec::new();
    for (w, word) in pack.ambiguity.iter().enumerate() {
        for (r, rule) in word.rules.iter().enumerate() {
            out.push((w, r, format!("{}: {} = {}", word.word, rule.near.join(","), rule.matter)));
        }
    }
    out
}

pub(super) fn rules(pack: &LexiconPack) -> Vec<String> {
    rules_of(pack).into_iter().map(|(.., key)| key).collect()
}

pub(super) fn rule_matter(pack: &mut LexiconPack, at: usize, draw: &mut Draw) -> Option<String> {
    let all = matters(pack);
    let (w, r, _) = rules_of(pack).into_iter().nth(at)?;
    let rule: &mut AmbiguityRule = pack.ambiguity.get_mut(w)?.rules.get_mut(r)?;
    rule.matter = another(&all, &rule.matter, draw)?;
    Some(format!("now {}", rule.matter))
}

pub(super) fn spellings(pack: &LexiconPack) -> Vec<String> {
    pack.words.iter().map(|w| format!("{} = {}", w.from, w.to)).collect()
}

pub(super) fn drop_spelling(pack: &mut LexiconPack, at: usize, _: &mut Draw) -> Option<String> {
    (at < pack.words.len()).then(|| pack.words.remove(at))?;
    Some("gone".to_owned())
}

pub(super) fn regional(pack: &LexiconPack) -> Vec<String> {
    pack.regional.iter().map(|w| format!("{}: {} = {}", w.provinces.join(","), w.word, w.means)).collect()
}

pub(super) fn drop_regional(pack: &mut LexiconPack, at: usize, _: &mut Draw) -> Option<String> {
    (at < pack.regional.len()).then(|| pack.regional.remove(at))?;
    Some("gone".to_owned())
}

pub(super) fn facts(pack: &LexiconPack) -> Vec<String> {
    pack.discriminator_cues.iter().map(|c| format!("{} {}: {}", c.discriminator, c.value, c.cue)).collect()
}

pub(super) fn drop_fact(pack: &mut LexiconPack, at: usize, _: &mut Draw) -> Option<String> {
    (at < pack.discriminator_cues.len()).then(|| pack.discriminator_cues.remove(at))?;
    Some("gone".to_owned())
}

pub(super) fn fact_value(pack: &mut LexiconPack, at: usize, draw: &mut Draw) -> Option<String> {
    let row = pack.discriminator_cues.get(at)?;
    let same = pack.discriminator_cues.iter().filter(|c| c.discriminator == row.discriminator);
    let values: Vec<&str> = same.map(|c| c.value.as_str()).collect();
    let new = draw.other(&values, &row.value)?.to_owned();
    pack.discriminator_cues.get_mut(at)?.value.clone_from(&new);
    Some(format!("now {new}"))
}

fn lists(cues: &mut CuesPack) -> Vec<(String, &mut Vec<String>)> {
    let named = cues.classification.iter_mut().chain(&mut cues.out_of_scope).chain(&mut cues.employers);
    let mut out: Vec<(String, &mut Vec<String>)> = named.map(|n| (n.id.clone(), &mut n.cues)).collect();
    for (name, list) in [
        ("supervision", &mut cues.supervision),
        ("secret_advised", &mut cues.secret_advised),
        ("emergency", &mut cues.emergency),
        ("wages", &mut cues.wages),
        ("gambling", &mut cues.gambling),
        ("promo", &mut cues.promo),
        ("report", &mut cues.report),
        ("locatives", &mut cues.locatives),
        ("address", &mut cues.address),
        ("region_words", &mut cues.region_words),
        ("street_words", &mut cues.street_words),
        ("prepositions", &mut cues.prepositions),
    ] {
        out.push((name.to_owned(), list));
    }
    out
}

pub(super) fn cues(pack: &LexiconPack) -> Vec<String> {
    let mut copy = pack.cues.clone();
    let of =
        |(name, list): (String, &mut Vec<String>)| list.iter().map(|cue| format!("{name}: {cue}")).collect::<Vec<_>>();
    lists(&mut copy).into_iter().flat_map(of).collect()
}

pub(super) fn drop_cue(pack: &mut LexiconPack, mut at: usize, _: &mut Draw) -> Option<String> {
    for (_, list) in lists(&mut pack.cues) {
        if at < list.len() {
            list.remove(at);
            return Some("gone".to_owned());
        }
        at -= list.len();
    }
    None
}
