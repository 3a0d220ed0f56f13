//! The body of the pack `taxonomy`: the tree of categories.

use serde::{Deserialize, Serialize};

/// LAPOR!'s category tree.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct TaxonomyPack {
    /// Categories in the order of the source.
    pub categories: Vec<CategoryRow>,
}

/// One category.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
