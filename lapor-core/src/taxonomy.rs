//! LAPOR!'s categories and the matters with their routes.

use crate::message::Text;
use crate::pack::{AbuseRows, CategoryRow, DiscriminatorRow, MatterRow, MattersPack, TaxonomyPack};
use rustc_hash::FxHashMap;

/// The matter for what fits no other; no text leads to it.
pub const OTHER: &str = "lainnya";

/// Categories, matters and discriminators with their look-ups.
#[derive(Debug, Default)]
pub struct Taxonomy {
    categories: Vec<CategoryRow>,
    category_index: FxHashMap<String, usize>,
    matters: Vec<MatterRow>,
    matter_index: FxHashMap<String, usize>,
    discriminators: Vec<DiscriminatorRow>,
    abuse: AbuseRows,
}

impl Taxonomy {
    /// Builds the look-ups.
    #[must_use]
    pub fn new(tree: TaxonomyPack, matters: MattersPack) -> Self {
        let index = |ids: Vec<&String>| ids.into_iter().enumerate().map(|(i, id)| (id.clone(), i)).collect();
        Taxonomy {
            category_index: index(tree.categories.iter().map(|c| &c.id).collect()),
            matter_index: index(matters.matters.iter().map(|m| &m.id).collect()),
            categories: tree.categories,
            matters: matters.matters,
            discriminators: matters.discriminators,
            abuse: matters.abuse,
        }
    }

    /// Row number of a matter.
    #[must_use]
    pub fn matter_row(&self, id: &str) -> Option<usize> {
        self.matter_index.get(id).copied()
    }

    /// The matter in a row.
    #[must_use]
    pub fn matter(&self, row: usize) -> Option<&MatterRow> {
        self.matters.get(row)
    }

    /// All matters.
    #[must_use]
    pub fn matters(&self) -> &[MatterRow] {
        &self.matters
    }

    /// All categories, in the tree's order.
    #[must_use]
    pub fn categories(&self) -> &[CategoryRow] {
        &self.categories
    }

    /// Who examines reports of abuse of authority.
    #[must_use]
    pub fn abuse(&self) -> &AbuseRows {
        &self.abuse
    }

    /// True if a group is an affair, a discriminator or a named group of some matter.
    #[must_use]
    pub fn has_group(&self, group: &str) -> bool {
        self.discriminator(group).is_some()
            || self.matters.iter().any(|m| m.urusan == group || m.groups.iter().any(|g| g == group))
    }

    /// A category by id.
    #[must_use]
    pub fn category(&self, id: &str) -> Option<&CategoryRow> {
        self.categories.get(*self.category_index.get(id)?)
    }

    /// The category that a complaint names: by its id, or by LAPOR!'s number.
    #[must_use]
    pub fn category_named(&self, text: &str) -> Option<&CategoryRow> {
        let number = || text.parse().ok().and_then(|n| self.categories.iter().find(|c| c.lapor_id == Some(n)));
        self.category(text).or_else(number)
    }

    /// A discriminator by id.
    #[must_use]
    pub fn discriminator(&self, id: &str) -> Option<&DiscriminatorRow> {
        self.discriminators.iter().find(|d| d.id == id)
    }

    /// Every discriminator id.
    #[must_use]
    pub fn discriminator_ids(&self) -> Vec<&str> {
        self.discriminators.iter().map(|d| d.id.as_str()).collect()
    }
}

/// Name of a matter in both languages.
#[must_use]
pub fn matter_name(matter: &MatterRow) -> Text {
    Text::new(matter.name.clone(), matter.gloss.clone())
}

/// Name of a category; without a gloss the Indonesian name stands for both.
#[must_use]
pub fn category_name(category: &CategoryRow) -> Text {
    Text::new(category.name.clone(), category.gloss.clone().unwrap_or_else(|| category.name.clone()))
}
