//! Phrases, pairs, ambiguous words, spellings and cues: each points to a matter or value that exists, and none contradicts itself.

use super::{Faults, Known, cell, clean, json, list, string, strings, table};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn check(faults: &mut Faults, known: &Known) -> Result<(), String> {
    phrases(faults, known)?;
    for p in json("pairs.json")?.as_array().into_iter().flatten() {
        let matter = string(p, "matter");
        faults.need(known.matters.contains(matter), || format!("pairs.json: matter {matter}"));
        let (objects, conditions) = (strings(p, "objects"), strings(p, "conditions"));
        faults.need(!objects.is_empty() && !conditions.is_empty(), || format!("pairs.json {matter}: half a pair"));
        let both = objects.iter().find(|w| conditions.contains(w));
        faults.need(both.is_none(), || format!("pairs.json {matter}: {both:?} is object and condition"));
    }
    let ambiguous = json("ambiguity.json")?;
    let words = ambiguous.as_array().map_or(&[][..], Vec::as_slice);
    faults.no_twice("ambiguity.json", "word", words.iter().map(|a| string(a, "word")));
    for a in words {
        let place = format!("ambiguity.json {}", string(a, "word"));
        let alone = a.get("alone").filter(|v| !v.is_null());
        let named = list(a, "rules").iter().chain(alone).map(|r| string(r, "matter")).chain(strings(a, "drop"));
        for matter in named {
            faults.need(known.matters.contains(matter), || format!("{place}: matter {matter}"));
        }
        for rule in list(a, "rules") {
            faults.need(!list(rule, "near").is_empty(), || format!("{place}: a rule without words"));
        }
    }
    spellings(faults)?;
    values(faults, known)?;
    cues(faults, known)
}

fn phrases(faults: &mut Faults, known: &Known) -> Result<(), String> {
    let mut rows = table("phrases.tsv")?;
    rows.extend(table("phrases-more.tsv")?);
    let pairs: Vec<String> = rows.iter().map(|r| format!("{} = {}", cell(r, "phrase"), cell(r, "matter"))).collect();
    faults.no_twice("phrases", "phrase", pairs.iter().map(String::as_str));
    let mut with = BTreeSet::new();
    for row in &rows {
        let (phrase, matter) = (cell(row, "phrase"), cell(row, "matter"));
        faults.need(clean(phrase) && phrase == phrase.to_lowercase(), || format!("phrases: {phrase:?}"));
        faults.need(known.matters.contains(matter), || format!("phrases: {phrase:?} means {matter}"));
        faults
            .need(matches!(cell(row, "weight"), "1" | "2" | "3" | "4" | "5"), || format!("phrases: {phrase:?} weighs"));
        with.insert(matter);
    }
    for matter in &known.matters {
        faults.need(with.contains(matter.as_str()), || format!("phrases: none for {matter}"));
    }
    Ok(())
}

/// A spelling stands for words that are not spellings themselves.
fn spellings(faults: &mut Faults) -> Result<(), String> {
    let rows = table("words.tsv")?;
    let from: BTreeMap<&str, &str> = rows.iter().map(|r| (cell(r, "from"), cell(r, "to"))).collect();
    // the reader looks up one written word at a time, without the signs around it
    fn read(word: &str) -> &str {
        word.trim_matches(|c: char| !c.is_alphanumeric())
    }
    faults.no_twice("words.tsv", "spelling", rows.iter().map(|r| read(cell(r, "from"))));
    for (word, to) in &from {
        let plain = |c: char| c.is_lowercase() || c.is_ascii_digit() || c == '-';
        let readable = !read(word).is_empty() && read(word).chars().all(plain);
        faults.need(readable, || format!("words.tsv: {word:?} is never read as one word"));
        faults.need(word != to, || format!("words.tsv: {word} stands for itself"));
        for part in to.split(' ') {
            let again = from.get(part).filter(|next| *next != to);
            faults.need(again.is_none(), || format!("words.tsv: {word} becomes {to}, and {part} {again:?}"));
        }
    }
    Ok(())
}

fn values(faults: &mut Faults, known: &Known) -> Result<(), String> {
    let rows = table("discriminator-cues.tsv")?;
    let cues: Vec<String> = rows.iter().map(|r| format!("{}: {}", cell(r, "discriminator"), cell(r, "cue"))).collect();
    faults.no_twice("discriminator-cues.tsv", "cue", cues.iter().map(String::as_str));
    for row in &rows {
        let (fact, value) = (cell(row, "discriminator"), cell(row, "value"));
        let fits = known.discriminators.get(fact).is_some_and(|values| values.iter().any(|v| v == value));
        // `-` takes back what a shorter cue inside it would say
        let fits = fits || (value == "-" && known.discriminators.contains_key(fact));
        faults.need(fits, || format!("discriminator-cues.tsv: {fact} {value}"));
    }
    let texts = table("discriminator-texts.tsv")?;
    let have: BTreeSet<(&str, &str)> = texts.iter().map(|r| (cell(r, "discriminator"), cell(r, "value"))).collect();
    for (fact, values) in &known.discriminators {
        for value in values.iter().map(String::as_str).chain([""]) {
            faults
                .need(have.contains(&(fact, value)), || format!("discriminator-texts.tsv: no text for {fact} {value}"));
        }
    }
    for row in table("regional-words.tsv")? {
        for province in cell(&row, "provinces").split(',') {
            faults.need(known.regions.contains(province), || format!("regional-words.tsv: province {province}"));
        }
    }
    Ok(())
}

fn cues(faults: &mut Faults, known: &Known) -> Result<(), String> {
    let source = json("cues.json")?;
    for rule in list(&source, "employer_rules") {
        let matter = string(rule, "matter");
        faults.need(known.matters.contains(matter), || format!("cues.json: employers of {matter}"));
    }
    let empty = |v: &Value| v.as_array().is_some_and(Vec::is_empty);
    for (name, list) in source.as_object().into_iter().flatten() {
        faults.need(!empty(list), || format!("cues.json: {name} is empty"));
    }
    Ok(())
}
