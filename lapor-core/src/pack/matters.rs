//! The body of the pack `matters`: matters, the facts that decide their receivers, and who examines reports of abuse.

use super::columns::{self, Row, day, optional, parts, read_day, values};
use super::unpack::packed;
use crate::complaint::Date;
use serde::Serialize;

/// Matters and what decides their receivers.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct MattersPack {
    /// Facts that decide competence.
    #[serde(serialize_with = "columns::serialize")]
    pub discriminators: Vec<DiscriminatorRow>,
    /// Matters in the order of the source.
    #[serde(serialize_with = "columns::serialize")]
    pub matters: Vec<MatterRow>,
    /// Who examines reports of abuse of authority.
    pub abuse: AbuseRows,
}

packed!(MattersPack { discriminators: columns::place, matters: columns::place, abuse });

/// A fact that decides competence.
#[derive(Debug, Clone, PartialEq)]
pub struct DiscriminatorRow {
    /// Its id.
    pub id: String,
    /// The question in Indonesian.
    pub ask_id: String,
    /// The question in English.
    pub ask_en: String,
    /// Why it is asked, in Indonesian.
    pub why_id: String,
    /// Why it is asked, in English.
    pub why_en: String,
    /// Values with their labels in Indonesian and English.
    pub values: Vec<(String, String, String)>,
    /// The value to assume when it is not known.
    pub default: Option<String>,
}

impl Row<9> for DiscriminatorRow {
    fn cells(&self) -> [String; 9] {
        let texts = [&self.id, &self.ask_id, &self.ask_en, &self.why_id, &self.why_en].map(String::clone);
        let [id, ask_id, ask_en, why_id, why_en] = texts;
        let column =
            |of: fn(&(String, String, String)) -> &str| self.values.iter().map(of).collect::<Vec<_>>().join("|");
        let (value, label_id, label_en) = (column(|v| &v.0), column(|v| &v.1), column(|v| &v.2));
        let default = self.default.clone().unwrap_or_default();
        [id, ask_id, ask_en, why_id, why_en, value, label_id, label_en, default]
    }

    fn of([id, ask_id, ask_en, why_id, why_en, value, label_id, label_en, default]: [&str; 9]) -> Option<Self> {
        let [id, ask_id, ask_en, why_id, why_en] = [id, ask_id, ask_en, why_id, why_en].map(str::to_owned);
        let labels = values(label_id).into_iter().zip(values(label_en));
        let values = values(value).into_iter().zip(labels).map(|(value, (id, en))| (value, id, en)).collect();
        Some(DiscriminatorRow { id, ask_id, ask_en, why_id, why_en, values, default: optional(default) })
    }
}

/// A matter.
#[derive(Debug, Clone, PartialEq)]
pub struct MatterRow {
    /// Its id.
    pub id: String,
    /// Indonesian name.
    pub name: String,
    /// English name.
    pub gloss: String,
    /// Affair of government it belongs to.
    pub urusan: String,
    /// Category ids, best first.
    pub categories: Vec<String>,
    /// Groups it belongs to, besides its affair and its discriminators.
    pub groups: Vec<String>,
    /// Discriminator id.
    pub discriminator: Option<String>,
    /// Routes that depend on its value.
    pub routes: Vec<RouteRow>,
    /// Receivers when no route applies.
    pub default: Vec<TargetRow>,
}

impl Row<9> for MatterRow {
    fn cells(&self) -> [String; 9] {
        [
            self.id.clone(),
            self.name.clone(),
            self.gloss.clone(),
            self.urusan.clone(),
            self.categories.join("|"),
            self.groups.join("|"),
            self.discriminator.clone().unwrap_or_default(),
            self.routes.iter().map(RouteRow::cell).collect::<Vec<_>>().join("|"),
            targets(&self.default),
        ]
    }

    fn of([id, name, gloss, urusan, categories, groups, discriminator, routes, default]: [&str; 9]) -> Option<Self> {
        let [id, name, gloss, urusan] = [id, name, gloss, urusan].map(str::to_owned);
        Some(MatterRow {
            id,
            name,
            gloss,
            urusan,
            categories: values(categories),
            groups: values(groups),
            discriminator: optional(discriminator),
            routes: values(routes).iter().map(|route| RouteRow::of(route)).collect::<Option<_>>()?,
            default: read_targets(default)?,
        })
    }
}

impl MatterRow {
    /// True if the matter belongs to a group: an affair, one of its discriminators, or a named group.
    #[must_use]
    pub fn in_group(&self, group: &str) -> bool {
        self.urusan == group || self.groups.iter().any(|g| g == group) || self.discriminators().any(|id| id == group)
    }

    /// Its discriminators: its own, then those that a route asks for besides.
    pub fn discriminators(&self) -> impl Iterator<Item = &str> {
        let own = self.discriminator.as_deref();
        let also = self.routes.iter().flat_map(|r| r.also.iter().map(|(id, _)| id.as_str()));
        let mut seen: Vec<&str> = Vec::new();
        own.into_iter().chain(also).filter(move |id| {
            let new = !seen.contains(id);
            seen.push(id);
            new
        })
    }
}

/// Receivers for some values of the discriminator.
#[derive(Debug, Clone, PartialEq)]
pub struct RouteRow {
    /// Values it stands for.
    pub values: Vec<String>,
    /// Other discriminators that must have one of these values as well; such routes stand before those without.
    pub also: Vec<(String, Vec<String>)>,
    /// Receivers.
    pub to: Vec<TargetRow>,
}

/// In a cell: `tol;toll_operator=jasa-marga>bumn inst:jasa-marga,+pusat inst:kemen-pu`.
impl RouteRow {
    fn cell(&self) -> String {
        let also = self.also.iter().map(|(id, values)| format!(";{id}={}", values.join(",")));
        format!("{}{}>{}", self.values.join(","), also.collect::<String>(), targets(&self.to))
    }

    fn of(cell: &str) -> Option<Self> {
        let (when, to) = cell.split_once('>')?;
        let (values, also) = when.split_once(';').unwrap_or((when, ""));
        let also = parts(also, ';');
        let also = also.iter().map(|one| one.split_once('=').map(|(id, of)| (id.to_owned(), parts(of, ','))));
        Some(RouteRow { values: parts(values, ','), also: also.collect::<Option<_>>()?, to: read_targets(to)? })
    }
}

/// A receiver, before it is resolved to an office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetRow {
    /// `pusat`, `bumn`, `provinsi`, `kabkota`, `desa`.
    pub level: String,
    /// `opd:…` or `inst:…`.
    pub reference: String,
    /// `utama` (true) or `koordinasi`.
    pub lead: bool,
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub until: Option<Date>,
}

/// In a cell: `kabkota opd:dinas-pupr`, after `+` where it takes part; days follow where they are known.
impl TargetRow {
    fn cell(&self) -> String {
        let mark = if self.lead { "" } else { "+" };
        let cell = format!("{mark}{} {} {} {}", self.level, self.reference, day(self.from), day(self.until));
        cell.trim_end().to_owned()
    }

    fn of(cell: &str) -> Option<Self> {
        let bare = cell.strip_prefix('+');
        let mut words = bare.unwrap_or(cell).split(' ');
        let (level, reference) = (words.next()?.to_owned(), words.next()?.to_owned());
        let mut day = || read_day(words.next().unwrap_or(""));
        Some(TargetRow { level, reference, lead: bare.is_none(), from: day()?, until: day()? })
    }
}

fn targets(rows: &[TargetRow]) -> String {
    rows.iter().map(TargetRow::cell).collect::<Vec<_>>().join(",")
}

fn read_targets(cell: &str) -> Option<Vec<TargetRow>> {
    parts(cell, ',').iter().map(|target| TargetRow::of(target)).collect()
}

/// What a report of abuse of authority changes: it never goes to the reported unit, but to who oversees it (routing.md §8, §10.11).
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct AbuseRows {
    /// Matters that are about abuse themselves: their routes name who examines.
    pub matters: Vec<String>,
    /// Who may receive them: kinds of offices that oversee others (routing.md §10.11).
    pub oversight: Vec<String>,
    /// Signs of abuse in a text about a service, and what they change.
    pub overlays: Vec<AbuseOverlay>,
    /// Whose staff an office is, as a value of the discriminator `actor`; the first that fits.
    pub owners: Vec<OwnerRow>,
    /// Values of `actor` that have an overseer of their own, whatever office the matter names.
    pub own_bodies: Vec<String>,
    /// References of units that serve people themselves: a report of abuse about their service is about them.
    pub frontline: Vec<String>,
}

packed!(AbuseRows { matters, oversight, overlays, owners, own_bodies, frontline });

/// Words that show abuse of authority, and what they change.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct AbuseOverlay {
    /// Its id.
    pub id: String,
    /// The matter whose receivers oversee, by `actor`.
    pub matter: String,
    /// True: the overseer leads; false: it takes part, unless a front-line unit would lead.
    pub lead: bool,
    /// True for the overlay of a report that is given as `berkadar_pengawasan`.
    pub supervised: bool,
    /// The words.
    pub cues: Vec<String>,
}

packed!(AbuseOverlay { id, matter, lead, supervised, cues });

/// Whose staff an office is.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct OwnerRow {
    /// A reference (`inst:polri`), a kind of national body (`kind:bumn`) or a level (`level:desa`).
    pub of: String,
    /// Value of the discriminator `actor`.
    pub actor: String,
}

packed!(OwnerRow { of, actor });
