//! The pack of villages (kelurahan, desa, desa adat) and postal codes: a pack of its own, for it is large and wanted seldom.

use super::unpack::packed;
use serde::Serialize;

/// Villages by district, in code order.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct VillagesPack {
    /// Districts that have villages (six digits), each as the difference to the one before.
    pub district_steps: Vec<u32>,
    /// How many villages each of them has.
    pub counts: Vec<u8>,
    /// The last four digits of each code, as the difference to the village before it (the first of a district: to zero).
    pub number_steps: Vec<u16>,
    /// Names, one a line.
    pub names: String,
    /// Codes that died and whose successor is certain.
    pub former: Vec<FormerVillage>,
    /// Postal codes in order, each as the difference to the one before.
    pub postal_steps: Vec<u32>,
    /// How many districts each postal code has.
    pub postal_counts: Vec<u8>,
    /// The districts (six digits), each as the difference to the one before.
    pub postal_districts: Vec<i32>,
}

packed!(VillagesPack {
    district_steps,
    counts,
    number_steps,
    names,
    former,
    postal_steps,
    postal_counts,
    postal_districts
});

/// A former code of a village.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct FormerVillage {
    /// Ten digits.
    pub old: u64,
    /// Ten digits of today.
    pub new: u64,
    /// Its name then; empty = that of today.
    pub name: String,
    /// Last year in which a decree has it.
    pub last_seen: u16,
}

packed!(FormerVillage { old, new, name, last_seen });
