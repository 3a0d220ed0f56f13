//! Cutting a text into written words. Knows letters, no language.

use super::small::{lower_case, small};

/// A written word, folded.
pub(super) struct Raw<'a> {
    pub(super) start: usize,
    pub(super) end: usize,
    /// As it was sent.
    pub(super) written: &'a str,
    pub(super) folded: &'a str,
    /// Byte offsets in `folded` where a lower-case letter is followed by a capital.
    pub(super) seams: &'a [usize],
    pub(super) sentence_before: bool,
    /// What ends the sentence before it is one full stop only, which may belong to an abbreviation.
    pub(super) dot_before: bool,
    pub(super) capital: bool,
    pub(super) upper: bool,
    pub(super) mask: bool,
}

impl<'a> Raw<'a> {
    /// Places in the original of offsets in `folded`, asked for in rising order.
    pub(super) fn places(&self) -> Places<'a> {
        Places { written: self.written, start: self.start, end: self.end, length: self.folded.len(), at: 0, seen: 0 }
    }
}

/// Leads from the folded word back to the original, letter by letter: a folded letter may have fewer or more bytes.
pub(super) struct Places<'a> {
    written: &'a str,
    start: usize,
    end: usize,
    length: usize,
    at: usize,
    seen: usize,
}

impl Places<'_> {
    /// Where the letter at an offset of the folded word begins; what has no width belongs to the letter before it.
    pub(super) fn of(&mut self, folded: usize) -> usize {
        if folded == 0 || folded >= self.length {
            return if folded == 0 { self.start } else { self.end };
        }
        while let Some(c) = self.written.get(self.at..).and_then(|rest| rest.chars().next()) {
            let width = fold(c).map_or(0, char::len_utf8);
            if self.seen >= folded && width > 0 {
                break;
            }
            self.at += c.len_utf8();
            self.seen += width;
        }
        self.start + self.at
    }
}

/// A stretch of text as the library reads its letters.
pub(super) fn folded(text: &str) -> String {
    text.chars().filter_map(fold).collect()
}

/// Folds a letter: lower case, without accent, full-width forms as plain ones. `None` for what has no width.
pub(crate) fn fold(c: char) -> Option<char> {
    match c {
        'a'..='z' | '0'..='9' => Some(c),
        'A'..='Z' => Some(c.to_ascii_lowercase()),
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => None,
        'à'..='å' | 'À'..='Å' | 'ā' | 'Ā' | 'ă' | 'Ă' => Some('a'),
        'è'..='ë' | 'È'..='Ë' | 'ē' | 'Ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => Some('e'),
        'ì'..='ï' | 'Ì'..='Ï' | 'ī' | 'Ī' => Some('i'),
        'ò'..='ö' | 'Ò'..='Ö' | 'ō' | 'Ō' => Some('o'),
        'ù'..='ü' | 'Ù'..='Ü' | 'ū' | 'Ū' => Some('u'),
        'ç' | 'Ç' => Some('c'),
        'ñ' | 'Ñ' => Some('n'),
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).map(|c| c.to_ascii_lowercase()),
        // a capital may have an accent that only its small letter has in the table
        _ => match small(c) {
            small if small != c => fold(small),
            _ => Some(c),
        },
    }
}

/// True for what words are made of: letters, digits, and marks without width.
pub(crate) fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || (!c.is_ascii() && (c.is_alphanumeric() || fold(c).is_none()))
}

/// Lower case, letter by letter: a sigma that ends a word is no affair of ours, and its rules and tables are 5 KB.
#[must_use]
pub fn lower(text: &str) -> String {
    text.chars().flat_map(lower_case).collect()
}

/// Appends the letters and digits of a name, folded: "Taman-Baru", "Taman Baru" and "TAMANBARU" are one key.
pub fn key(name: &str, out: &mut String) {
    for c in name.chars() {
        if c.is_ascii() {
            if c.is_ascii_alphanumeric() {
                out.push(c.to_ascii_lowercase());
            }
        } else if is_word(c) {
            out.extend(fold(c));
        }
    }
}

/// The length in bytes of a mask at the start of the text (`[NAMA]`, `[NOMOR KTP DISENSOR]`).
fn mask_len(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('[')?;
    let end = inner.bytes().take(40).position(|b| b == b']')?;
    let name = inner.get(..end)?;
    (end >= 3 && name.bytes().all(|b| b.is_ascii_uppercase() || b == b' ')).then_some(end + 2)
}

/// A written word while its letters are read.
#[derive(Default)]
struct Letters {
    uppers: usize,
    letters: usize,
    was_lower: bool,
}

impl Letters {
    /// The next letter, digit or mark; `folded` is where it stands in the folded word.
    fn take(&mut self, (upper, letter, lower): (bool, bool, bool), folded: usize, seams: &mut Vec<usize>) {
        if upper && self.was_lower {
            seams.push(folded);
        }
        self.uppers += usize::from(upper);
        self.letters += usize::from(letter);
        self.was_lower = lower;
    }
}

/// The letter or sign at an offset.
fn at_char(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// Reads the word that begins at `start`, and returns where it ends. Plain letters, which are nearly all, go over a stretch at a time.
fn word(text: &str, start: usize, buffer: &mut String, seams: &mut Vec<usize>, seen: &mut Letters) -> usize {
    let bytes = text.as_bytes();
    let mut at = start;
    loop {
        let (from, length, capitals) = (at, buffer.len(), seen.uppers);
        while let Some(b) = bytes.get(at) {
            match b {
                b'a'..=b'z' => {
                    seen.letters += 1;
                    seen.was_lower = true;
                }
                b'A'..=b'Z' => seen.take((true, true, false), length + at - from, seams),
                b'0'..=b'9' => seen.was_lower = false,
                _ => break,
            }
            at += 1;
        }
        buffer.push_str(text.get(from..at).unwrap_or(""));
        if seen.uppers > capitals
            && let Some(run) = buffer.get_mut(length..)
        {
            run.make_ascii_lowercase();
        }
        match bytes.get(at) {
            Some(b'-') if at_char(text, at + 1).is_some_and(is_word) => {
                buffer.push('-');
                seen.was_lower = false;
                at += 1;
            }
            Some(b) if !b.is_ascii() => {
                let Some(c) = at_char(text, at).filter(|c| is_word(*c)) else { return at };
                // a capital without a small letter (𝐀) stays when it is folded, and must then be read as before
                let upper = c.is_uppercase() && fold(c) != Some(c);
                seen.take((upper, c.is_alphabetic(), c.is_lowercase()), buffer.len(), seams);
                buffer.extend(fold(c));
                at += c.len_utf8();
            }
            _ => return at,
        }
    }
}

/// Calls `each` for every written word.
pub(super) fn cut(text: &str, buffer: &mut String, seams: &mut Vec<usize>, mut each: impl FnMut(Raw<'_>)) {
    let mut at = 0;
    let mut sentence_before = true;
    let mut dot_before = false;
    while let Some(b) = text.as_bytes().get(at) {
        let c = if b.is_ascii() { Some(char::from(*b)) } else { at_char(text, at) };
        let Some(c) = c else { break };
        if !is_word(c) || (!c.is_ascii() && fold(c).is_none()) {
            if c == '['
                && let Some(rest) = text.get(at..)
                && let Some(len) = mask_len(rest)
            {
                let raw = Raw {
                    start: at,
                    end: at + len,
                    written: rest.get(..len).unwrap_or(""),
                    folded: "",
                    seams: &[],
                    sentence_before,
                    dot_before,
                    capital: false,
                    upper: false,
                    mask: true,
                };
                each(raw);
                sentence_before = false;
                dot_before = false;
                at += len;
                continue;
            }
            match c {
                '.' => {
                    dot_before = !sentence_before;
                    sentence_before = true;
                }
                '!' | '?' | ';' | '\n' => (sentence_before, dot_before) = (true, false),
                // exports write a line break as the two characters \n
                '\\' if matches!(text.as_bytes().get(at + 1), Some(b'n' | b'r' | b't')) => {
                    (sentence_before, dot_before) = (true, false);
                    at += 1;
                }
                _ => {}
            }
            at += c.len_utf8();
            continue;
        }
        buffer.clear();
        seams.clear();
        let mut seen = Letters::default();
        let start = at;
        at = word(text, start, buffer, seams, &mut seen);
        each(Raw {
            start,
            end: at,
            written: text.get(start..at).unwrap_or(""),
            folded: buffer,
            seams,
            sentence_before,
            dot_before,
            capital: c.is_uppercase(),
            upper: seen.letters > 1 && seen.uppers == seen.letters,
            mask: false,
        });
        sentence_before = false;
        dot_before = false;
    }
}
