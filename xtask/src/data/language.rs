//! Phrases, words and cues.

use super::source::{json, json_list, list, member, number, string, strings, table};
use lapor_core::pack::{
    AmbiguityRow, AmbiguityRule, CuesPack, DiscriminatorCue, LexiconPack, NamedCues, PairRow, PhraseRow, RegionalWord,
    WordRow,
};
use serde_json::Value;
use std::collections::BTreeMap;

pub(super) fn lexicon() -> Result<LexiconPack, String> {
    let mut out = LexiconPack { cues: cues()?, ..LexiconPack::default() };
    for name in ["phrases.tsv", "phrases-more.tsv"] {
        for row in table(name)? {
            out.phrases.push(PhraseRow {
                phrase: row.text("phrase"),
                matter: row.text("matter"),
                weight: row.number("weight")?,
                landmark: row.cell("flags").split(',').any(|flag| flag == "landmark"),
            });
        }
    }
    // matter by matter, in the order in which each comes first, which compresses better than the order of two files
    let mut place = BTreeMap::new();
    for row in &out.phrases {
        let next = place.len();
        place.entry(row.matter.clone()).or_insert(next);
    }
    out.phrases.sort_by_key(|row| place.get(&row.matter).copied());
    for p in json_list("pairs.json")? {
        out.pairs.push(pair(&p).map_err(|e| format!("pairs.json: {e}"))?);
    }
    for a in json_list("ambiguity.json")? {
        out.ambiguity.push(ambiguity(&a).map_err(|e| format!("ambiguity.json: {e}"))?);
    }
    for row in table("words.tsv")? {
        out.words.push(WordRow { from: row.text("from"), to: row.text("to") });
    }
    for row in table("regional-words.tsv")? {
        out.regional.push(RegionalWord {
            provinces: row.cell("provinces").split(',').map(str::to_owned).collect(),
            word: row.text("word"),
            means: row.text("means"),
        });
    }
    for row in table("discriminator-cues.tsv")? {
        out.discriminator_cues.push(DiscriminatorCue {
            discriminator: row.text("discriminator"),
            value: row.text("value"),
            cue: row.text("cue"),
            near: row.cell("flags") == "near",
        });
    }
    Ok(out)
}

fn pair(p: &Value) -> Result<PairRow, String> {
    Ok(PairRow {
        matter: string(p, "matter"),
        objects: strings(p, "objects"),
        conditions: strings(p, "conditions"),
        window: number(p, "window")?,
        weight: number(p, "weight")?,
    })
}

fn ambiguity(a: &Value) -> Result<AmbiguityRow, String> {
    let rules = list(a, "rules").map(|r| {
        Ok(AmbiguityRule {
            near: strings(r, "near"),
            window: number(r, "window")?,
            matter: string(r, "matter"),
            weight: number(r, "weight")?,
        })
    });
    let alone = a.get("alone").filter(|v| !v.is_null());
    Ok(AmbiguityRow {
        word: string(a, "word"),
        rules: rules.collect::<Result<_, String>>()?,
        alone: alone.map(|v| Ok::<_, String>((string(v, "matter"), number(v, "weight")?))).transpose()?,
        drop: strings(a, "drop"),
        upper: string(a, "case") == "upper",
    })
}

fn cues() -> Result<CuesPack, String> {
    let source = json("cues.json")?;
    let named = |v: &Value, id: &str| NamedCues { id: string(v, id), cues: strings(v, "cues") };
    let (classification, spam) = (member(&source, "classification"), member(&source, "spam"));
    Ok(CuesPack {
        classification: ["pengaduan", "aspirasi", "permintaan_informasi"]
            .map(|id| NamedCues { id: id.to_owned(), cues: strings(classification, id) })
            .into(),
        supervision: strings(&source, "supervision"),
        secret_advised: strings(&source, "secret_advised"),
        emergency: strings(&source, "emergency"),
        out_of_scope: list(&source, "out_of_scope").map(|v| named(v, "id")).collect(),
        employers: list(&source, "employer_rules").map(|v| named(v, "matter")).collect(),
        wages: strings(&source, "wage_words"),
        gambling: strings(spam, "gambling"),
        gambling_named: strings(spam, "gambling_named"),
        promo: strings(spam, "promo"),
        report: strings(spam, "report"),
        group: strings(&source, "group"),
        affected: strings(&source, "affected"),
        follow_up: strings(&source, "follow_up"),
        locatives: strings(&source, "locatives"),
        address: strings(&source, "address_words"),
        region_words: strings(&source, "region_words"),
        village_words: strings(&source, "village_words"),
        district_words: strings(&source, "district_words"),
        home_words: strings(&source, "home_words"),
        street_words: strings(&source, "street_words"),
        facility_words: strings(&source, "facility_words"),
        function_words: strings(&source, "function_words"),
        prepositions: strings(&source, "prepositions"),
        road_words: strings(&source, "road_words"),
        seat_words: strings(&source, "seat_words"),
        unit_words: strings(&source, "unit_words"),
        name_tails: strings(&source, "name_tails"),
        directions: strings(&source, "directions"),
        common_words: strings(&source, "common_words"),
        name_words: list(&source, "name_words").map(|v| named(v, "short")).collect(),
    })
}
