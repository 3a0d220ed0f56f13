//! Two streams of chance: one decides what a request looks like, the other which values stand in it.
//!
//! So every request has a twin that differs in the values alone, their lengths being the same. What an answer and its twin's both have does not
//! come from the values.

/// SplitMix64 of Steele, Lea and Flood: small, and the same on every machine.
pub struct Stream(u64);

impl Stream {
    pub fn new(seed: u64) -> Self {
        Stream(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }

    /// True once in `n` times.
    pub fn once_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    pub fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    /// A number from `from` to `to`, both included, as two digits.
    pub fn two(&mut self, from: usize, to: usize) -> String {
        format!("{:02}", from + self.below(to - from + 1))
    }

    pub fn digits(&mut self, n: usize) -> String {
        (0..n).map(|_| char::from(b'0' + self.below(10) as u8)).collect()
    }
}

/// The two streams.
pub struct Draw {
    /// Which seed, which places, which forms and lengths.
    pub shape: Stream,
    /// Which digits and letters.
    pub value: Stream,
}

impl Draw {
    pub fn new(shape: u64, value: u64) -> Self {
        Draw { shape: Stream::new(shape), value: Stream::new(value ^ 0x5bd1_e995) }
    }
}
