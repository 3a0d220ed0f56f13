//! `taxonomy.search`: categories by path, by LAPOR!'s number, by name, and what lies below one.

use super::{Engine, names};
use crate::error::{Error, ErrorCode};
use crate::json::record;
use crate::pack::CategoryRow;
use crate::taxonomy::CategoryStatus;
use serde::Serialize;

/// Request of `taxonomy.search`: exactly one of the first four.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct CategoryRequest {
    /// Words of a name, gloss or alias.
    pub query: Option<String>,
    /// Path.
    pub id: Option<String>,
    /// LAPOR!'s own number.
    pub lapor_id: Option<String>,
    /// Path of the category whose children are wanted; empty for the top level.
    pub parent: Option<String>,
    /// Only categories of this status; without, `query` and `parent` list the active ones.
    pub status: Option<CategoryStatus>,
    /// At most so many, 1 to 200; 20 by default.
    pub limit: Option<u8>,
}

record!(default CategoryRequest { query, id, lapor_id, parent, status, limit });

/// Answer of `taxonomy.search`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CategoryList {
    /// `query`, `id`, `lapor_id`, `alias`, `parent` or `none`.
    pub matched: &'static str,
    /// Exact names first, then those that begin with the query, then the rest; inside that the order of the table.
    pub categories: Vec<CategoryDetail>,
}

/// Everything the tables know of a category.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CategoryDetail {
    /// Path.
    pub id: String,
    /// LAPOR!'s own number, where known.
    pub lapor_id: Option<String>,
    /// Its name.
    pub name: Glossed,
    /// Whether it is in use.
    pub status: CategoryStatus,
    /// 1 to 4.
    pub level: u8,
    /// Path of the category above.
    pub parent: Option<String>,
    /// From the top to its parent.
    pub path: Vec<CategoryName>,
    /// Other and former names.
    pub aliases: Vec<String>,
    /// Matters that lead to it, in the order of their table.
    pub matters: Vec<String>,
    /// How many categories lie directly below, whatever their status.
    pub children: usize,
    /// The active category that took the place of one that is no longer used, where that is known.
    pub successor: Option<String>,
}

/// A name with its English gloss, where there is one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Glossed {
    /// Indonesian.
    pub id: String,
    /// English.
    pub en: Option<String>,
}

/// A category by id and Indonesian name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CategoryName {
    /// Path.
    pub id: String,
    /// Indonesian name.
    pub name: String,
}

/// How well a category fits a query, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// Its name or gloss.
    Exact,
    /// One of its aliases.
    Alias,
    /// One of them begins with the query.
    Begins,
    /// In one of them each word of the query begins a word.
    Words,
}

impl Fit {
    fn of(wanted: &str, row: &CategoryRow) -> Option<Fit> {
        let named = std::iter::once(&row.name).chain(&row.gloss).map(|name| (name, Fit::Exact));
        let others = row.aliases.iter().map(|name| (name, Fit::Alias));
        let fits = |(name, exact): (&String, Fit)| {
            let name = names::plain(name);
            let has = |word: &str| name.split(' ').any(|own| own.starts_with(word));
            match &name {
                _ if name == wanted => Some(exact),
                _ if name.starts_with(wanted) => Some(Fit::Begins),
                _ => wanted.split(' ').all(has).then_some(Fit::Words),
            }
        };
        named.chain(others).filter_map(fits).min()
    }
}

impl Engine {
    /// Categories by one of four members.
    ///
    /// # Errors
    /// [`ErrorCode::MissingField`] without any of the four, [`ErrorCode::BadValue`] with two, for a blank query or out of range,
    /// [`ErrorCode::NotFound`] for an unknown `id`, `lapor_id` or `parent`.
    pub fn taxonomy_search(&self, request: &CategoryRequest) -> Result<CategoryList, Error> {
        let limit = names::limit(request.limit, 20, 200)?;
        let wrong = |code, path: &str| Error::new(code, path).with("expected", "want_one_of_four");
        let given = [
            ("/query", &request.query),
            ("/id", &request.id),
            ("/lapor_id", &request.lapor_id),
            ("/parent", &request.parent),
        ];
        let mut given = given.into_iter().filter_map(|(path, member)| Some((path, member.as_deref()?)));
        let (path, member) = given.next().ok_or_else(|| wrong(ErrorCode::MissingField, "/query"))?;
        if let Some((second, _)) = given.next() {
            return Err(wrong(ErrorCode::BadValue, second));
        }
        let tree = &self.taxonomy;
        let unknown = || Error::new(ErrorCode::NotFound, path);
        let active = Some(request.status.unwrap_or(CategoryStatus::Active));
        let (matched, status, mut rows) = match path {
            "/id" => ("id", request.status, vec![tree.category(member).ok_or_else(unknown)?]),
            "/lapor_id" => ("lapor_id", request.status, vec![tree.numbered(member).ok_or_else(unknown)?]),
            "/parent" => {
                let above = if member.is_empty() { None } else { Some(tree.category(member).ok_or_else(unknown)?) };
                ("parent", active, tree.below(above).collect())
            }
            _ => {
                let wanted = names::query(member)?;
                let fits = tree.categories().iter().filter(|row| Some(CategoryStatus::of(row)) == active);
                let mut found: Vec<_> = fits.filter_map(|row| Some((Fit::of(&wanted, row)?, row))).collect();
                // an alias that fits wholly is as good as a name
                crate::sort::by_key(&mut found, |(fit, _)| if *fit == Fit::Alias { Fit::Exact } else { *fit });
                let best = found.iter().map(|(fit, _)| *fit).min();
                let matched = if best == Some(Fit::Alias) { "alias" } else { "query" };
                (matched, active, found.into_iter().map(|(_, row)| row).collect())
            }
        };
        rows.retain(|row| status.is_none_or(|status| CategoryStatus::of(row) == status));
        rows.truncate(limit);
        let matched = if rows.is_empty() && matched != "parent" { "none" } else { matched };
        Ok(CategoryList { matched, categories: rows.into_iter().map(|row| self.category_detail(row)).collect() })
    }

    fn category_detail(&self, row: &CategoryRow) -> CategoryDetail {
        let tree = &self.taxonomy;
        let path = tree.above(row).map(|above| CategoryName { id: above.id.clone(), name: above.name.clone() });
        let mut path: Vec<_> = path.collect();
        path.reverse();
        CategoryDetail {
            id: row.id.clone(),
            lapor_id: row.lapor_id.map(|n| n.to_string()),
            name: Glossed { id: row.name.clone(), en: row.gloss.clone() },
            status: CategoryStatus::of(row),
            level: u8::try_from(path.len() + 1).unwrap_or(u8::MAX),
            parent: path.last().map(|above| above.id.clone()),
            path,
            aliases: row.aliases.clone(),
            matters: tree.matters_of(&row.id).map(|matter| matter.id.clone()).collect(),
            children: tree.below(Some(row)).count(),
            successor: row.successor.clone(),
        }
    }
}
