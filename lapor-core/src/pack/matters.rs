//! The body of the pack `matters`: matters, the facts that decide their receivers, and who examines reports of abuse.

use crate::complaint::Date;
use serde::{Deserialize, Serialize};

/// Matters and what decides their receivers.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct MattersPack {
    /// Facts that decide competence.
    pub discriminators: Vec<DiscriminatorRow>,
    /// Matters in the order of the source.
    pub matters: Vec<MatterRow>,
    /// Who examines reports of abuse of authority.
    pub abuse: AbuseRows,
}

/// A fact that decides competence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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

/// A matter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RouteRow {
    /// Values it stands for.
    pub values: Vec<String>,
    /// Other discriminators that must have one of these values as well; such routes stand before those without.
    pub also: Vec<(String, Vec<String>)>,
    /// Receivers.
    pub to: Vec<TargetRow>,
}

/// A receiver, before it is resolved to an office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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

/// What a report of abuse of authority changes: it never goes to the reported unit, but to who oversees it (routing.md §8, §10.11).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
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

/// Words that show abuse of authority, and what they change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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

/// Whose staff an office is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OwnerRow {
    /// A reference (`inst:polri`), a kind of national body (`kind:bumn`) or a level (`level:desa`).
    pub of: String,
    /// Value of the discriminator `actor`.
    pub actor: String,
}
