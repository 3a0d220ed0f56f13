//! Digits as people write them: in groups, of other scripts, in words, with letters that look like digits.

use super::bytes::{self, walked};
use super::found::{LOOK_ALIKE, Signs, WRITTEN_OUT};
use super::scan::Scan;
use super::words::{DIGIT, Roles};

/// Signs between two digits of a number, at most.
const GAP: usize = 3;
/// Digits of a run, at most: no number has more than a few dozen, and what follows is looked at anew.
const MOST: usize = 64;

/// The zeros of the scripts whose digits occur in texts from a phone: each is followed by one to nine.
const ZEROS: [u32; 20] = [
    0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50, 0x0ed0, 0x1040, 0x17e0, 0x1b50, 0x1bb0, 0xa9d0, 0xff10, 0x1d7ce, 0x1d7d8,
    0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1fbf0, 0x0ae6, 0x0a66,
];

/// The value of a digit of another script, or in a circle.
pub(super) fn value(c: char) -> Option<u8> {
    let code = u32::from(c);
    if code < 0x0660 {
        return None;
    }
    if let Some(zero) = ZEROS.iter().find(|zero| (**zero..**zero + 10).contains(&code)) {
        return u8::try_from(code - zero).ok();
    }
    match code {
        0x2460..=0x2468 => u8::try_from(code - 0x245f).ok(),
        0x24ea => Some(0),
        0x2070 | 0x2074..=0x2079 => u8::try_from(code - 0x2070).ok(),
        0x2080..=0x2089 => u8::try_from(code - 0x2080).ok(),
        _ => None,
    }
}

/// The digit that a letter looks like.
pub(super) fn look_alike(b: u8) -> Option<u8> {
    match b {
        b'O' | b'o' | b'Q' => Some(b'0'),
        b'I' | b'l' | b'|' => Some(b'1'),
        _ => None,
    }
}

/// What separates a group of digits from the one before.
pub(super) type Gap = u8;
pub(super) const BLANK: Gap = 1;
pub(super) const DOT: Gap = 2;
pub(super) const DASH: Gap = 4;
pub(super) const SLASH: Gap = 8;
pub(super) const BRACKET: Gap = 16;
pub(super) const LINE: Gap = 32;
pub(super) const PLUS: Gap = 64;

/// Digits without anything between them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Group {
    /// First digit of the run.
    pub(super) from: usize,
    /// One past its last digit.
    pub(super) to: usize,
    /// Where it begins in the text.
    pub(super) start: usize,
    /// Where it ends.
    pub(super) end: usize,
    /// What stands before it.
    pub(super) gap: Gap,
}

impl Group {
    pub(super) fn len(self) -> usize {
        self.to - self.from
    }
}

/// Groups of digits that may be one number.
#[derive(Debug, Default)]
pub(super) struct Run {
    /// The digits, ASCII.
    pub(super) digits: Vec<u8>,
    pub(super) groups: Vec<Group>,
    /// How they were written.
    pub(super) signs: Signs,
    /// Where the pass goes on.
    pub(super) next: usize,
    /// Letters that touch the first digit.
    pub(super) glued: bool,
}

impl Run {
    /// Empty, and its room kept.
    fn clear(&mut self) {
        self.digits.clear();
        self.groups.clear();
        (self.signs, self.next, self.glued) = (0, 0, false);
    }

    pub(super) fn push(&mut self, digit: u8, (start, end): (usize, usize), gap: Option<Gap>) {
        let at = self.digits.len();
        self.digits.push(digit);
        match (gap, self.groups.last_mut()) {
            (None, Some(group)) => (group.to, group.end) = (at + 1, end),
            (gap, _) => self.groups.push(Group { from: at, to: at + 1, start, end, gap: gap.unwrap_or(0) }),
        }
        self.next = end;
    }

    /// The digits of the groups `first..=last` as text.
    pub(super) fn text(&self, first: Group, last: Group) -> &str {
        self.digits.get(first.from..last.to).and_then(|d| std::str::from_utf8(d).ok()).unwrap_or("")
    }
}

impl Scan<'_> {
    /// The run of digits at or around `at`, where a digit or a word for one stands.
    pub(super) fn read_run(&self, at: usize, run: &mut Run) {
        run.clear();
        // letters that look like digits right before the first one, unless they are the end of a word
        let back = at - bytes::behind(self.bytes, at, GAP, |b| look_alike(b).is_some());
        let begins = !self.byte_before(back).is_ascii_alphanumeric();
        let mut at = if begins && self.numeric(back).is_some() { back } else { at };
        run.glued = self.byte_before(at).is_ascii_alphabetic();
        // the end of a word of digits and look-alikes
        let mut numeric_to = 0;
        let mut gap = None;
        while run.digits.len() < MOST {
            walked(1);
            let b = self.byte(at);
            let read = if b.is_ascii_digit() {
                Some((b, 1, 0))
            } else if let Some(digit) =
                look_alike(b).filter(|_| at < numeric_to || self.opens(at, gap, &mut numeric_to))
            {
                Some((digit, 1, LOOK_ALIKE))
            } else if b.is_ascii_alphabetic() {
                let word = self
                    .rules
                    .words
                    .word_at(self.bytes, at)
                    .filter(|w| w.role.is(DIGIT) && (gap.is_some() || run.digits.is_empty()));
                word.map(|w| (b'0' + w.role.digit, w.end - w.start, WRITTEN_OUT))
            } else if b >= 0x80 {
                let c = self.char_at(at);
                c.and_then(|c| Some((b'0' + value(c)?, c.len_utf8(), WRITTEN_OUT)))
            } else {
                None
            };
            let Some((digit, len, sign)) = read else { break };
            run.signs |= sign;
            run.push(digit, (at, at + len), gap.take());
            let Some((over, between)) = self.gap(at + len) else { break };
            at += len + over;
            gap = (over > 0 && between != 0).then_some(between);
        }
        run.next = run.next.max(at.min(run.next + 1));
    }

    /// True if a look-alike at `at` begins, or goes on with, a word of digits and look-alikes.
    fn opens(&self, at: usize, gap: Option<Gap>, numeric_to: &mut usize) -> bool {
        let start = if gap.is_some() || at == 0 { at } else { self.token_start(at) };
        match self.numeric(start) {
            Some(end) => {
                *numeric_to = end;
                true
            }
            None => false,
        }
    }

    /// Where the word begins that holds `at`; it is no longer than a run.
    fn token_start(&self, at: usize) -> usize {
        at - bytes::behind(self.bytes, at, MOST, |b| b.is_ascii_digit() || look_alike(b).is_some())
    }

    /// The end of a word that consists of digits and look-alikes, digits being at least half of it.
    fn numeric(&self, start: usize) -> Option<usize> {
        let rest = self.bytes.get(start..)?;
        let (mut len, mut digits) = (0, 0);
        for b in rest.iter().take(MOST) {
            if b.is_ascii_digit() {
                digits += 1;
            } else if look_alike(*b).is_none() {
                break;
            }
            len += 1;
        }
        walked(len);
        (digits * 2 >= len && digits > 0 && !self.byte(start + len).is_ascii_alphabetic()).then_some(start + len)
    }

    /// How many bytes stand between digits at `at`, and what they are; `None` if no digit of the same number can follow.
    pub(super) fn gap(&self, at: usize) -> Option<(usize, Gap)> {
        let (mut over, mut seen, mut what) = (0, 0, 0);
        loop {
            let b = self.byte(at + over);
            let sign = match b {
                b' ' | b'\t' => BLANK,
                b'.' => DOT,
                b'-' | b'_' => DASH,
                b'/' => SLASH,
                b'(' | b')' => BRACKET,
                b'\n' => LINE,
                b'\r' => {
                    over += 1;
                    continue;
                }
                b'+' => PLUS,
                0x80.. => {
                    let c = self.char_at(at + over)?;
                    if value(c).is_some() {
                        return Some((over, what));
                    }
                    let sign = match c {
                        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}' => BLANK,
                        '\u{2010}'..='\u{2015}' | '\u{2212}' => DASH,
                        // invisible marks, and what makes a keycap of a digit
                        '\u{200b}'..='\u{200f}'
                        | '\u{202a}'..='\u{202e}'
                        | '\u{2060}'
                        | '\u{2066}'..='\u{2069}'
                        | '\u{feff}'
                        | '\u{fe0f}'
                        | '\u{20e3}' => {
                            over += c.len_utf8();
                            if over > 16 {
                                return None;
                            }
                            continue;
                        }
                        _ => return None,
                    };
                    over += c.len_utf8() - 1;
                    sign
                }
                b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | b'|' => return Some((over, what)),
                _ => return None,
            };
            if sign == LINE && what & LINE != 0 {
                return None;
            }
            over += 1;
            seen += 1;
            what |= sign;
            if seen > GAP || over > 16 {
                return None;
            }
        }
    }

    /// Reads over words such as `nomor`, `saya`, `adalah` and signs between a word and what it announces.
    pub(super) fn over_fillers(&self, mut at: usize, signs: &[u8], fillers: Roles) -> usize {
        for _ in 0..4 {
            match self.word(at, signs) {
                Some(word) if word.role.is(fillers) => at = word.end,
                _ => break,
            }
        }
        bytes::over_blanks(self.bytes, at, signs)
    }
}
