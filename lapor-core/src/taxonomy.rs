//! LAPOR!'s categories and the matters with their routes.

use crate::json::choices;
use crate::message::Text;
use crate::pack::{AbuseRows, CategoryRow, DiscriminatorRow, MatterRow, MattersPack, TaxonomyPack};
use rustc_hash::FxHashMap;
use serde::Serialize;

/// The matter for what fits no other; no text leads to it.
pub const OTHER: &str = "lainnya";

/// Whether a category is in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CategoryStatus {
    /// In LAPOR!'s tree of today.
    Active,
    /// In an older tree; never given to a new complaint.
    Historic,
    /// Seen in one copy of the tree only.
    Variant,
}

choices!(CategoryStatus { "active" => Active, "historic" => Historic, "variant" => Variant });

impl CategoryStatus {
    /// The status of a row.
    #[must_use]
    pub fn of(row: &CategoryRow) -> Self {
        match row.status {
            0 => CategoryStatus::Active,
            1 => CategoryStatus::Historic,
            _ => CategoryStatus::Variant,
        }
    }
}

/// The path of the category above; none at the top.
fn parent(id: &str) -> Option<&str> {
    id.rsplit_once('/').map(|(above, _)| above)
}

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

    /// Who examines reports of abuse of authority.
    #[must_use]
    pub fn abuse(&self) -> &AbuseRows {
        &self.abuse
    }

    /// True if a group is an affair, a discriminator or a named group of some matter.
    #[must_use]
    pub fn has_group(&self, group: &str) -> bool {
        self.discriminator(group).is_some() || self.matters.iter().any(|m| m.in_group(group))
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

    /// All categories, in the order of the table.
    #[must_use]
    pub fn categories(&self) -> &[CategoryRow] {
        &self.categories
    }

    /// A category by LAPOR!'s number, as it is written.
    #[must_use]
    pub fn numbered(&self, lapor_id: &str) -> Option<&CategoryRow> {
        self.categories.iter().find(|c| c.lapor_id.is_some_and(|n| n.to_string() == lapor_id))
    }

    /// The categories directly below one, or at the top, in the order of the table.
    pub fn below<'t>(&'t self, above: Option<&'t CategoryRow>) -> impl Iterator<Item = &'t CategoryRow> {
        let above = above.map(|row| row.id.as_str());
        self.categories.iter().filter(move |row| parent(&row.id) == above)
    }

    /// The categories above one, nearest first.
    pub fn above<'t>(&'t self, row: &'t CategoryRow) -> impl Iterator<Item = &'t CategoryRow> {
        let ids = std::iter::successors(parent(&row.id), |id| parent(id));
        ids.filter_map(|id| self.category(id))
    }

    /// Matters that lead to a category, in the order of their table.
    pub fn matters_of<'t>(&'t self, category: &'t str) -> impl Iterator<Item = &'t MatterRow> {
        self.matters.iter().filter(move |matter| matter.categories.iter().any(|id| id == category))
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
