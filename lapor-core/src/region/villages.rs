//! Villages: codes, names, and what their codes were before; and postal codes. Loaded from a pack of its own.

use crate::complaint::RegionCode;
use crate::error::Error;
use crate::pack::{self, FormerVillage, VillagesPack};
use crate::text;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// The table of villages.
#[derive(Debug, Default)]
pub struct Villages {
    codes: Vec<RegionCode>,
    names: String,
    /// Where each name begins in `names`, and one past the end.
    starts: Vec<u32>,
    /// Hash of a name's key and row, sorted: look-up by name without a string for each.
    keys: Vec<(u64, u32)>,
    former: Vec<FormerVillage>,
    /// Districts by postal code.
    postal: FxHashMap<u32, Vec<RegionCode>>,
}

/// FNV-1a over the key of a name: the same on every platform.
fn hash(key: &str) -> u64 {
    key.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, b| (hash ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3))
}

impl Villages {
    /// Builds the table from its pack.
    ///
    /// # Errors
    /// [`crate::error::ErrorCode::PackInvalid`] if codes and names do not agree.
    pub fn new(pack: VillagesPack) -> Result<Self, Error> {
        let bad = || pack::refused("/villages", "why_regions");
        let mut out = Villages { former: pack.former, ..Villages::default() };
        let mut steps = pack.number_steps.iter();
        let mut district = 0_u32;
        for (step, count) in pack.district_steps.iter().zip(&pack.counts) {
            district = district.checked_add(*step).ok_or_else(bad)?;
            let mut number = 0_u16;
            for step in steps.by_ref().take(usize::from(*count)) {
                number = number.checked_add(*step).filter(|n| *n < 10_000).ok_or_else(bad)?;
                let ten = u64::from(district) * 10_000 + u64::from(number);
                out.codes.push(RegionCode::from_ten(ten).ok_or_else(bad)?);
            }
        }
        let mut districts = pack.postal_districts.iter();
        let (mut postal, mut district) = (0_u32, 0_i64);
        for (step, count) in pack.postal_steps.iter().zip(&pack.postal_counts) {
            postal = postal.saturating_add(*step);
            let mut list = Vec::with_capacity(usize::from(*count));
            for delta in districts.by_ref().take(usize::from(*count)) {
                district += i64::from(*delta);
                list.extend(u32::try_from(district).ok().and_then(RegionCode::from_six));
            }
            out.postal.insert(postal, list);
        }
        let mut folded = String::new();
        for (row, name) in pack.names.split('\n').enumerate() {
            let row = u32::try_from(row).map_err(|_| bad())?;
            out.starts.push(u32::try_from(out.names.len()).map_err(|_| bad())?);
            out.names.push_str(name);
            folded.clear();
            text::key(name, &mut folded);
            out.keys.push((hash(&folded), row));
        }
        if out.codes.len() != out.starts.len() || !out.codes.is_sorted() {
            return Err(bad());
        }
        out.starts.push(u32::try_from(out.names.len()).map_err(|_| bad())?);
        out.keys.sort_unstable();
        Ok(out)
    }

    fn row_name(&self, row: usize) -> &str {
        let at = |row: usize| self.starts.get(row).map(|at| *at as usize);
        at(row).zip(at(row + 1)).and_then(|(a, b)| self.names.get(a..b)).unwrap_or("")
    }

    /// The name of a village.
    #[must_use]
    pub fn name(&self, code: RegionCode) -> Option<&str> {
        self.codes.binary_search(&code).ok().map(|row| self.row_name(row))
    }

    /// Districts that use a postal code.
    #[must_use]
    pub fn postal(&self, code: u32) -> &[RegionCode] {
        self.postal.get(&code).map_or(&[], Vec::as_slice)
    }

    /// The villages in a region, in code order.
    #[must_use]
    pub fn within(&self, region: RegionCode) -> &[RegionCode] {
        self.codes.get(self.rows_within(region)).unwrap_or(&[])
    }

    fn rows_within(&self, region: RegionCode) -> Range<usize> {
        let from = self.codes.partition_point(|c| *c < region);
        let rest = self.codes.get(from..).unwrap_or(&[]);
        from..from + rest.partition_point(|c| c.within(region))
    }

    /// The villages that bear a name, in code order; `key` is the name as [`text::key`] folds it.
    #[must_use]
    pub fn named(&self, key: &str) -> Vec<RegionCode> {
        let wanted = hash(key);
        let from = self.keys.partition_point(|(hash, _)| *hash < wanted);
        let same = self.keys.get(from..).unwrap_or(&[]).iter().take_while(|(hash, _)| *hash == wanted);
        let mut folded = String::new();
        same.filter_map(|(_, row)| {
            let row = *row as usize;
            folded.clear();
            text::key(self.row_name(row), &mut folded);
            self.codes.get(row).copied().filter(|_| folded == key)
        })
        .collect()
    }

    /// What a former code stands for today.
    #[must_use]
    pub fn former(&self, old: RegionCode) -> Option<(RegionCode, &FormerVillage)> {
        let row = self.former.binary_search_by_key(&Some(old), |row| RegionCode::from_ten(row.old)).ok()?;
        let row = self.former.get(row)?;
        Some((RegionCode::from_ten(row.new)?, row))
    }

    /// The former codes of a village.
    pub fn past(&self, code: RegionCode) -> impl Iterator<Item = &FormerVillage> {
        self.former.iter().filter(move |row| RegionCode::from_ten(row.new) == Some(code))
    }
}
