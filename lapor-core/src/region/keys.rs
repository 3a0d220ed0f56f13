//! Names of districts and villages by their folded letters, however they are cut into words.

use crate::complaint::RegionCode;
use crate::text;

/// Hashes of folded names with the regions that bear them, sorted: a look-up without a string for each of 91,000 names.
#[derive(Debug, Default)]
pub(super) struct Keys(Vec<(u64, RegionCode)>);

/// FNV-1a over a folded name: the same on every platform.
fn hash(key: &str) -> u64 {
    key.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, b| (hash ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3))
}

impl Keys {
    /// The table of these regions.
    pub(super) fn of<'n>(named: impl Iterator<Item = (RegionCode, &'n str)>) -> Self {
        let mut folded = String::new();
        let mut list: Vec<(u64, RegionCode)> = named
            .map(|(code, name)| {
                folded.clear();
                text::key(name, &mut folded);
                (hash(&folded), code)
            })
            .collect();
        crate::sort::by(&mut list, Ord::cmp);
        Keys(list)
    }

    /// Regions that may bear a folded name, in code order: those whose names have its hash.
    pub(super) fn like(&self, key: &str) -> impl Iterator<Item = RegionCode> {
        let wanted = hash(key);
        let from = self.0.partition_point(|(hash, _)| *hash < wanted);
        let same = self.0.get(from..).unwrap_or(&[]).iter().take_while(move |(hash, _)| *hash == wanted);
        same.map(|(_, code)| *code)
    }
}
