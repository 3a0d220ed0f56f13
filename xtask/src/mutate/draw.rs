//! Chance with a seed, and draws that stay where they are when the data grow.

/// SplitMix64 (Steele, Lea and Flood, 2014): small, and the same everywhere.
#[derive(Debug, Clone)]
pub(super) struct Draw(u64);

fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// FNV-1a of a text.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3))
}

impl Draw {
    /// Chance for one mutant of one seed.
    pub(super) fn new(seed: u64, number: u64) -> Self {
        Draw(mix(seed).wrapping_add(mix(number.wrapping_mul(0x9e37_79b9_7f4a_7c15))))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mix(self.0)
    }

    /// A number below `n`; 0 if `n` is 0.
    pub(super) fn below(&mut self, n: usize) -> usize {
        let n = u64::try_from(n).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.next() % n).unwrap_or(0)
    }

    /// All positions in chance order. Each key draws a lot of its own, so a new row takes its chance and moves no other: a list of survivors
    /// stays right when tables grow.
    pub(super) fn order<S: AsRef<str>>(&mut self, keys: &[S]) -> Vec<usize> {
        let base = self.next();
        let mut lots: Vec<(u64, usize)> =
            keys.iter().enumerate().map(|(i, key)| (mix(base ^ hash(key.as_ref())), i)).collect();
        lots.sort_unstable();
        lots.into_iter().map(|(_, i)| i).collect()
    }

    /// One of several that differs from `not`.
    pub(super) fn other<'a>(&mut self, keys: &[&'a str], not: &str) -> Option<&'a str> {
        self.order(keys).into_iter().filter_map(|i| keys.get(i).copied()).find(|key| *key != not)
    }
}
