//! Steps over the bytes of a text. They are no iterators, of which each chain would be compiled for itself: a browser loads all of this.
//! Every loop over a text is here or tells [`walked`].

/// A byte of a machine word in each of its places.
const ONES: u64 = 0x0101_0101_0101_0101;

/// Letters from `at` on: how many, and the first eight of them, small, packed into a number.
#[inline]
pub(super) fn letters(text: &[u8], at: usize) -> (usize, u64) {
    walked(1);
    let eight = eight(text, at);
    let other = others(eight);
    let mut len = other.trailing_zeros() as usize / 8;
    let key = first(eight | (ONES * 0x20), len);
    let mut step = len;
    while step == 8 {
        walked(1);
        step = others(self::eight(text, at + len)).trailing_zeros() as usize / 8;
        len += step;
    }
    (len, key)
}

/// The highest bit of each of eight bytes that is no letter: adding to a number of eight bytes asks all of them at once.
#[inline]
fn others(eight: u64) -> u64 {
    let low = (eight | (ONES * 0x20)) & (ONES * 0x7f);
    // it becomes set from `a` on, and beyond `z`
    let letter = (low + ONES * 0x1f) & !(low + ONES * 0x05) & !eight;
    !letter & (ONES * 0x80)
}

/// The first so many bytes of eight.
#[inline]
pub(super) fn first(eight: u64, count: usize) -> u64 {
    let all = 8 * count.min(8) as u32;
    eight & u64::MAX.checked_shr(64 - all).unwrap_or(0)
}

/// Eight bytes from `at` on, zeros behind the end of the text.
#[inline]
fn eight(text: &[u8], at: usize) -> u64 {
    let whole = text.get(at..).and_then(|rest| rest.first_chunk());
    whole.map_or_else(|| last(text, at), |eight| u64::from_le_bytes(*eight))
}

#[cold]
#[inline(never)]
fn last(text: &[u8], at: usize) -> u64 {
    text.get(at..).unwrap_or_default().iter().rev().fold(0, |eight, b| eight << 8 | u64::from(*b))
}

#[cfg(test)]
thread_local! {
    /// What [`walked`] has counted.
    pub(crate) static STEPS: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// Counts work where a test asks how much there is; nothing otherwise.
#[inline(always)]
pub(super) fn walked(_steps: usize) {
    #[cfg(test)]
    STEPS.with(|all| all.set(all.get() + _steps));
}

/// How many bytes from `at` on, at most `most`, are such.
pub(super) fn ahead(text: &[u8], at: usize, most: usize, such: fn(u8) -> bool) -> usize {
    let mut count = 0;
    while count < most && text.get(at + count).is_some_and(|b| such(*b)) {
        count += 1;
    }
    walked(count + 1);
    count
}

/// How many bytes before `at`, at most `most`, are such.
pub(super) fn behind(text: &[u8], at: usize, most: usize, such: fn(u8) -> bool) -> usize {
    let mut count = 0;
    while count < most && at > count && text.get(at - count - 1).is_some_and(|b| such(*b)) {
        count += 1;
    }
    walked(count + 1);
    count
}

/// How many bytes from `at` on, at most `most`, are among these signs.
pub(super) fn over(text: &[u8], at: usize, most: usize, signs: &[u8]) -> usize {
    let mut count = 0;
    while count < most && text.get(at + count).is_some_and(|b| signs.contains(b)) {
        count += 1;
    }
    walked(count + 1);
    count
}

/// The first place from `at` on where neither a blank nor one of the signs stands.
pub(super) fn over_blanks(text: &[u8], mut at: usize, signs: &[u8]) -> usize {
    while text.get(at).is_some_and(|b| matches!(b, b' ' | b'\t') || signs.contains(b)) {
        at += 1;
        walked(1);
    }
    at
}

/// How many bytes before `at`, at most `most`, are among these signs.
pub(super) fn back_over(text: &[u8], at: usize, most: usize, signs: &[u8]) -> usize {
    let mut count = 0;
    while count < most && at > count && text.get(at - count - 1).is_some_and(|b| signs.contains(b)) {
        count += 1;
    }
    walked(count + 1);
    count
}

pub(super) fn is_letter(b: u8) -> bool {
    b.is_ascii_alphabetic()
}

pub(super) fn is_digit(b: u8) -> bool {
    b.is_ascii_digit()
}
