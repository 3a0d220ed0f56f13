//! Cutting a text into written words. Knows letters, no language.

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
fn fold(c: char) -> Option<char> {
    match c {
        'a'..='z' | '0'..='9' => Some(c),
        'A'..='Z' => Some(c.to_ascii_lowercase()),
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{ad}' => None,
        'à'..='å' | 'À'..='Å' | 'ā' | 'Ā' | 'ă' | 'Ă' => Some('a'),
        'è'..='ë' | 'È'..='Ë' | 'ē' | 'Ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => Some('e'),
        'ì'..='ï' | 'Ì'..='Ï' | 'ī' | 'Ī' => Some('i'),
        'ò'..='ö' | 'Ò'..='Ö' | 'ō' | 'Ō' => Some('o'),
        'ù'..='ü' | 'Ù'..='Ü' | 'ū' | 'Ū' => Some('u'),
        'ç' | 'Ç' => Some('c'),
        'ñ' | 'Ñ' => Some('n'),
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).map(|c| c.to_ascii_lowercase()),
        // a capital may have an accent that only its small letter has in the table
        _ => match c.to_lowercase().next() {
            Some(small) if small != c => fold(small),
            small => small,
        },
    }
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || (!c.is_ascii() && (c.is_alphanumeric() || fold(c).is_none()))
}

/// Appends the letters and digits of a name, folded: "Taman-Baru", "Taman Baru" and "TAMANBARU" are one key.
pub fn key(name: &str, out: &mut String) {
    out.extend(name.chars().filter(|c| is_word(*c)).filter_map(fold));
}

/// The length in bytes of a mask at the start of the text (`[NAMA]`, `[NOMOR KTP DISENSOR]`).
fn mask_len(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('[')?;
    let end = inner.bytes().take(40).position(|b| b == b']')?;
    let name = inner.get(..end)?;
    (end >= 3 && name.bytes().all(|b| b.is_ascii_uppercase() || b == b' ')).then_some(end + 2)
}

/// Calls `each` for every written word.
pub(super) fn cut(text: &str, buffer: &mut String, seams: &mut Vec<usize>, mut each: impl FnMut(Raw<'_>)) {
    let mut at = 0;
    let mut sentence_before = true;
    let mut dot_before = false;
    while let Some(rest) = text.get(at..) {
        let Some(c) = rest.chars().next() else { break };
        if !is_word(c) || fold(c).is_none() {
            if let Some(len) = mask_len(rest) {
                buffer.clear();
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
                '\\' if rest.starts_with("\\n") || rest.starts_with("\\r") || rest.starts_with("\\t") => {
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
        let start = at;
        let (mut uppers, mut letters, mut was_lower) = (0, 0, false);
        let mut chars = rest.char_indices().peekable();
        let mut end = start;
        while let Some((i, c)) = chars.next() {
            if is_word(c) {
                // a capital without a small letter (𝐀) stays when it is folded, and must then be read as before
                let upper = c.is_uppercase() && fold(c) != Some(c);
                if upper && was_lower {
                    seams.push(buffer.len());
                }
                uppers += usize::from(upper);
                letters += usize::from(c.is_alphabetic());
                was_lower = c.is_lowercase();
                if let Some(c) = fold(c) {
                    buffer.push(c);
                }
            } else if c == '-' && chars.peek().is_some_and(|&(_, next)| is_word(next)) {
                buffer.push('-');
                was_lower = false;
            } else {
                break;
            }
            end = start + i + c.len_utf8();
        }
        each(Raw {
            start,
            end,
            written: text.get(start..end).unwrap_or(""),
            folded: buffer,
            seams,
            sentence_before,
            dot_before,
            capital: c.is_uppercase(),
            upper: letters > 1 && uppers == letters,
            mask: false,
        });
        sentence_before = false;
        dot_before = false;
        at = end;
    }
}
