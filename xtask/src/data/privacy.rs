//! What recognises personal data.

use super::source::{json, number, table};
use lapor_core::pack::{PrivacyPack, PrivacyRule, PrivacyWords};

pub(super) fn privacy() -> Result<PrivacyPack, String> {
    let least = number(&json("privacy.json")?, "least").map_err(|e| format!("privacy.json: {e}"))?;
    let mut out = PrivacyPack { least, ..PrivacyPack::default() };
    for row in table("privacy-kinds.tsv")? {
        out.kinds.push((row.text("kind"), row.text("mask")));
    }
    let kinds: Vec<String> = out.kinds.iter().map(|(id, _)| id.clone()).collect();
    let kind = |id: &str| kinds.iter().position(|known| known == id).and_then(|n| u8::try_from(n).ok());
    for row in table("privacy-rules.tsv")? {
        out.rules.push(PrivacyRule {
            id: row.text("rule"),
            kind: kind(row.cell("kind")).ok_or_else(|| row.fault("kind"))?,
            base: row.number("base")?,
            label: row.number("label")?,
        });
    }
    for row in table("privacy-words.tsv")? {
        let value = match row.cell("role") {
            "label" => kind(row.cell("value")).ok_or_else(|| row.fault("value"))?,
            "digit" => row.number("value")?,
            _ => 0,
        };
        out.words.push(PrivacyWords { role: row.text("role"), value, words: row.text("words") });
    }
    Ok(out)
}
