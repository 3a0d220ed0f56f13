//! One sort for every list: std's stable sort is copied for each type that it sorts, and two dozen copies were a tenth of what a browser loads.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// Sorts as `slice::sort_by` does: elements that compare equal keep their order.
pub(crate) fn by<T>(list: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let at = |a: usize, b: usize| match (list.get(a), list.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    };
    if list.len() > 1 {
        for (a, b) in swaps(list.len(), &at) {
            list.swap(a, b);
        }
    }
}

/// Sorts as `slice::sort_by_key` does.
pub(crate) fn by_key<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
    by(list, |a, b| key(a).cmp(&key(b)));
}

/// A place of the list. Elements that compare equal are in the order of their places.
struct Place<'a> {
    at: usize,
    compare: &'a dyn Fn(usize, usize) -> Ordering,
}

impl Ord for Place<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.compare)(self.at, other.at).then(self.at.cmp(&other.at))
    }
}

impl PartialOrd for Place<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Place<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.at == other.at
    }
}

impl Eq for Place<'_> {}

/// The swaps, one after the other, that sort a list of which only this comparison is known. The types of the lists stay outside: here
/// indices are sorted, so there is one copy.
fn swaps(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<(usize, usize)> {
    // a heap is a twentieth of the code of std's sorts, and as sure of its n log n
    let places: Vec<Place<'_>> = (0..len).map(|at| Place { at, compare }).collect();
    let mut from: Vec<usize> = BinaryHeap::from(places).into_sorted_vec().into_iter().map(|place| place.at).collect();
    let mut out = Vec::new();
    for start in 0..len {
        // one cycle of the permutation: each place takes what belongs there, and what it held goes on to the next
        let mut at = start;
        while let Some(source) =
            from.get_mut(at).map(|slot| std::mem::replace(slot, at)).filter(|s| *s != start && *s != at)
        {
            out.push((at, source));
            at = source;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    proptest! {
        /// Few keys, so that the order of equals shows; long enough for every way in which std sorts.
        #[test]
        fn sorts_as_std_does(keys in prop::collection::vec(0_u8..9, 0..200)) {
            let list: Vec<(u8, usize)> = keys.into_iter().zip(0..).collect();
            let (mut ours, mut theirs) = (list.clone(), list);
            super::by_key(&mut ours, |(key, _)| *key);
            theirs.sort_by_key(|(key, _)| *key);
            prop_assert_eq!(ours, theirs);
        }
    }
}
