//! The body of the pack `taxonomy`: the tree of categories.

use super::columns::{self, Row, optional, values};
use super::unpack::packed;
use serde::Serialize;

/// LAPOR!'s category tree.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct TaxonomyPack {
    /// Categories in the order of the source.
    #[serde(serialize_with = "columns::serialize")]
    pub categories: Vec<CategoryRow>,
}

packed!(TaxonomyPack { categories: columns::place });

/// One category.
#[derive(Debug, Clone, PartialEq)]
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
    /// The active category that took its place, where that is known.
    pub successor: Option<String>,
}

/// The last part of a path, as it mostly is made from the name.
fn slug(name: &str) -> String {
    let words = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-").to_ascii_lowercase()
}

/// A path that ends as its name says is written without that end.
impl Row<7> for CategoryRow {
    fn cells(&self) -> [String; 7] {
        let above = self.id.strip_suffix(&slug(&self.name)).filter(|above| above.is_empty() || above.ends_with('/'));
        [
            above.unwrap_or(&self.id).to_owned(),
            self.name.clone(),
            self.gloss.clone().unwrap_or_default(),
            self.status.to_string(),
            self.lapor_id.map(|id| id.to_string()).unwrap_or_default(),
            self.aliases.join("|"),
            self.successor.clone().unwrap_or_default(),
        ]
    }

    fn of([id, name, gloss, status, lapor_id, aliases, successor]: [&str; 7]) -> Option<Self> {
        let end = if id.is_empty() || id.ends_with('/') { slug(name) } else { String::new() };
        Some(CategoryRow {
            id: format!("{id}{end}"),
            name: name.to_owned(),
            gloss: optional(gloss),
            status: status.parse().ok()?,
            lapor_id: optional(lapor_id).map(|id| id.parse()).transpose().ok()?,
            aliases: values(aliases),
            successor: optional(successor),
        })
    }
}
