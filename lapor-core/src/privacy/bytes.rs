//! Steps over the bytes of a text. They are no iterators, of which each chain would be compiled for itself: a browser loads all of this.

/// How many bytes from `at` on, at most `most`, are such.
pub(super) fn ahead(text: &[u8], at: usize, most: usize, such: fn(u8) -> bool) -> usize {
    let mut count = 0;
    while count < most && text.get(at + count).is_some_and(|b| such(*b)) {
        count += 1;
    }
    count
}

/// How many bytes before `at`, at most `most`, are such.
pub(super) fn behind(text: &[u8], at: usize, most: usize, such: fn(u8) -> bool) -> usize {
    let mut count = 0;
    while count < most && at > count && text.get(at - count - 1).is_some_and(|b| such(*b)) {
        count += 1;
    }
    count
}

/// How many bytes from `at` on, at most `most`, are among these signs.
pub(super) fn over(text: &[u8], at: usize, most: usize, signs: &[u8]) -> usize {
    let mut count = 0;
    while count < most && text.get(at + count).is_some_and(|b| signs.contains(b)) {
        count += 1;
    }
    count
}

/// The first place from `at` on where neither a blank nor one of the signs stands.
pub(super) fn over_blanks(text: &[u8], mut at: usize, signs: &[u8]) -> usize {
    while text.get(at).is_some_and(|b| matches!(b, b' ' | b'\t') || signs.contains(b)) {
        at += 1;
    }
    at
}

/// How many bytes before `at`, at most `most`, are among these signs.
pub(super) fn back_over(text: &[u8], at: usize, most: usize, signs: &[u8]) -> usize {
    let mut count = 0;
    while count < most && at > count && text.get(at - count - 1).is_some_and(|b| signs.contains(b)) {
        count += 1;
    }
    count
}

pub(super) fn is_letter(b: u8) -> bool {
    b.is_ascii_alphabetic()
}

pub(super) fn is_digit(b: u8) -> bool {
    b.is_ascii_digit()
}
