//! An overlay: one region's own offices, exceptions, channels and words, as a civil servant can write it (design §4).

use crate::complaint::{Date, RegionCode};
use crate::json::{choices, record};
use crate::sorted::Sorted;
use serde::Serialize;

/// One region's own table.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Overlay {
    /// Stable id, such as `id.12.71`.
    pub pack: String,
    /// Always `overlay`.
    pub kind: String,
    /// Year and running number.
    pub version: String,
    /// The region it is for.
    #[serde(rename = "for")]
    pub region: RegionCode,
    /// What it needs.
    #[serde(default)]
    pub requires: Requires,
    /// Name of a special regime, for the built-in overlays.
    #[serde(default)]
    pub regime: Option<String>,
    /// Levels of government that do not exist here: their offices are those of another level.
    #[serde(default)]
    pub levels: Sorted<String, String>,
    /// Where the facts come from: source id → description.
    #[serde(default)]
    pub sources: Sorted<String, String>,
    /// The office that administers LAPOR! here.
    #[serde(default)]
    pub administrator: Option<String>,
    /// The region's offices.
    #[serde(default)]
    pub offices: Vec<OverlayOffice>,
    /// Where the general rule does not hold.
    #[serde(default)]
    pub exceptions: Vec<Exception>,
    /// Local channels.
    #[serde(default)]
    pub channels: Vec<LocalChannel>,
    /// Days off of the region, beside those of the country.
    #[serde(default)]
    pub calendar: Vec<LocalHoliday>,
    /// Local words.
    #[serde(default)]
    pub words: Vec<LocalWord>,
    /// Local messages.
    #[serde(default)]
    pub messages: Vec<Sorted<String, String>>,
    /// Thresholds.
    #[serde(default)]
    pub policy: Sorted<String, u16>,
}

record!(Overlay { pack, kind, version, region as "for", requires: Optional, regime, levels, sources, administrator, offices, exceptions, channels, calendar, words, messages, policy });

/// What an overlay needs of the library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Requires {
    /// Wire version.
    pub wire: u32,
    /// Features of the library; there is none yet that an overlay could need.
    pub features: Vec<String>,
}

record!(default Requires { wire, features });

impl Default for Requires {
    fn default() -> Self {
        Requires { wire: 1, features: Vec::new() }
    }
}

/// An office of the region.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OverlayOffice {
    /// Its id, without the region; `12/x` for an office of another owner.
    pub id: String,
    /// General type, `opd:…`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Official name.
    pub name: String,
    /// What people call it.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Other general types whose work it does.
    #[serde(default)]
    pub also: Vec<String>,
    /// First day.
    #[serde(default)]
    pub from: Option<Date>,
    /// Last day.
    #[serde(default)]
    pub until: Option<Date>,
    /// Source id.
    pub source: String,
}

record!(OverlayOffice { id, kind as "type", name, aliases, also, from, until, source });

/// What an exception does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// Replaces the region's own receivers.
    To,
    /// Adds coordinating offices.
    Add,
    /// Replaces every receiver.
    Replace,
    /// Moves the receivers to another level.
    Level,
    /// Gives a word another meaning.
    Means,
}

choices!(Effect { "to" => To, "add" => Add, "replace" => Replace, "level" => Level, "means" => Means });

/// Where the general rule does not hold.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Exception {
    /// Stable id, unique in its overlay.
    pub id: String,
    /// The matter it is for.
    #[serde(default)]
    pub matter: Option<String>,
    /// All matters of an affair, of a named group, or with that discriminator.
    #[serde(default)]
    pub group: Option<String>,
    /// A word, for `means`.
    #[serde(default)]
    pub word: Option<String>,
    /// Discriminator values it needs.
    #[serde(default)]
    pub when: Sorted<String, Vec<String>>,
    /// What it does.
    pub effect: Effect,
    /// Offices, first = lead.
    #[serde(default)]
    pub to: Vec<String>,
    /// New level, for `level`; for the other effects the level of the general types (`opd:…`) in `to`, where it is not that of the overlay.
    #[serde(default)]
    pub level: Option<String>,
    /// First day.
    #[serde(default)]
    pub from: Option<Date>,
    /// Last day.
    #[serde(default)]
    pub until: Option<Date>,
    /// Source id.
    pub source: String,
    /// Remark.
    #[serde(default)]
    pub note: Option<String>,
}

record!(Exception { id, matter, group, word, when, effect, to, level, from, until, source, note });

impl Exception {
    /// What decides between two exceptions of one overlay that both apply: the greater one wins.
    #[must_use]
    pub fn precedence(&self) -> (bool, usize, Option<Date>) {
        (self.matter.is_some(), self.when.len(), self.from)
    }
}

/// A local channel.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LocalChannel {
    /// Value of `complaint.channel`.
    pub id: String,
    /// Name.
    pub name: String,
    /// Kind.
    #[serde(default)]
    pub kind: Option<String>,
    /// First day.
    #[serde(default)]
    pub from: Option<Date>,
    /// Last day.
    #[serde(default)]
    pub until: Option<Date>,
    /// Source id.
    pub source: String,
}

record!(LocalChannel { id, name, kind, from, until, source });

/// A day on which the region's offices do not work.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LocalHoliday {
    /// The day.
    pub date: Date,
    /// Its name.
    pub name: String,
    /// Source id.
    pub source: String,
}

record!(LocalHoliday { date, name, source });

/// A local word; an alternative reading, never a replacement.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LocalWord {
    /// The word.
    pub word: String,
    /// Standard phrase.
    pub means: String,
    /// Source id.
    pub source: String,
}

record!(LocalWord { word, means, source });
