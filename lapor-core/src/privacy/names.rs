//! Names of people, where a word announces one.

use super::found::CUE;
use super::scan::Scan;
use super::words::{CLOSING, HONORIFIC, KIN, LABEL, NAME, OTHER, Role, Roles, SELF, STOP, TITLE, Word};
use super::{Rule, Whose};

/// Words of a name, at most.
const MOST: usize = 4;
/// Bytes of a signature, at most.
const SIGNATURE: usize = 60;

/// How a word is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Case {
    /// `Budi`
    Title,
    /// `BUDI`
    Upper,
    /// `budi`
    Lower,
}

fn case(word: &[u8]) -> Case {
    match word {
        [first, rest @ ..] if first.is_ascii_uppercase() => {
            if rest.len() > 1 && rest.iter().all(u8::is_ascii_uppercase) { Case::Upper } else { Case::Title }
        }
        _ => Case::Lower,
    }
}

/// Who a name is announced by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    /// `nama saya`, `a.n.`: what follows is a name, however it is written.
    Said,
    /// `Pak`, `Ibu`: what follows may be a title or anything else.
    Honorific,
    /// `Pak Lurah`.
    Title,
}

impl Scan<'_> {
    /// Reads the name behind a word that announces one.
    pub(super) fn name(&mut self, cue: Word) {
        let before = self.before(cue.start).roles;
        if cue.role.is(NAME) {
            // the letters of `a.n.` and `a/n`: an n of its own is nothing
            if cue.end - cue.start == 1 && !self.abbreviates(cue) {
                return;
            }
            let start = self.over_fillers(cue.end, b":=.,\"'-(");
            let said = before | self.around(cue.end, start);
            let whose = if said & (OTHER | KIN) != 0 { Whose::ThirdParty } else { Whose::of(said & SELF) };
            self.person(start, By::Said, whose);
            return;
        }
        let mut at = cue.end;
        let mut by = By::Honorific;
        let mut roles = before;
        // `Bapak H. Drs.`, `Pak Lurah`
        for _ in 0..3 {
            let over = self
                .bytes
                .get(at..)
                .unwrap_or_default()
                .iter()
                .take(3)
                .take_while(|b| matches!(b, b' ' | b'.' | b'/'))
                .count();
            let Some(word) = self.rules.words.word_at(self.bytes, at + over) else { return };
            if word.role.is(TITLE) {
                by = By::Title;
            } else if !word.role.is(HONORIFIC) {
                at += over;
                break;
            }
            roles |= word.role.roles;
            at = word.end;
        }
        if self.bytes.get(cue.end..at).is_some_and(|gap| gap.contains(&b'/')) {
            return;
        }
        let whose = if by == By::Title {
            Whose::Official
        } else if roles & (OTHER | KIN) != 0 {
            Whose::ThirdParty
        } else {
            Whose::Unknown
        };
        self.person(at, by, whose);
    }

    /// True for the `n` of `a.n.` or `a/n`.
    fn abbreviates(&self, n: Word) -> bool {
        let Some(back) = n.start.checked_sub(2) else { return false };
        matches!(self.byte(back), b'a' | b'A')
            && matches!(self.byte(back + 1), b'.' | b'/')
            && !self.byte_before(back).is_ascii_alphanumeric()
    }

    /// Takes the words of a name at `start`.
    fn person(&mut self, start: usize, by: By, whose: Whose) {
        let Some((end, written, known)) = self.words_of_name(start, by) else { return };
        let small = written == Case::Lower;
        let rule = match (by, small) {
            (By::Said, false) => Rule::NameSaid,
            (By::Said, true) => Rule::NameSmall,
            (By::Title, _) => Rule::NameOfficial,
            (By::Honorific, false) => Rule::NameHonorific,
            (By::Honorific, true) => Rule::NameHonorificSmall,
        };
        self.note(rule, (start, end), CUE, if known && by == By::Title { 400 } else { 0 }, whose);
    }

    /// Where a name at `start` ends, how its first word is written, and whether all its words are words of the language too.
    fn words_of_name(&self, start: usize, by: By) -> Option<(usize, Case, bool)> {
        let mut at = start;
        let mut end = None;
        let mut first = None;
        let mut known = true;
        for n in 0..MOST {
            let Some(word) = self.rules.words.word_at(self.bytes, at) else { break };
            let letters = self.bytes.get(word.start..word.end).unwrap_or_default();
            let written = case(letters);
            let is_word = self.is_word(letters);
            let initial = letters.len() <= 3 && self.byte(word.end) == b'.' && written != Case::Lower;
            if !self.may_be_name(word.role, letters, written, (n, is_word), by) && !(initial && n > 0) {
                break;
            }
            // after a name in capitals or with a capital no small word is part of it
            if first.is_some_and(|f| f != Case::Lower) && written == Case::Lower {
                break;
            }
            first = first.or(Some(written));
            known &= is_word;
            // apostrophes and hyphens inside: `Ma'ruf`, `Al-Amin`
            let mut to = word.end;
            while matches!(self.byte(to), b'\'' | b'-' | b'`') && self.byte(to + 1).is_ascii_alphabetic() {
                to = self.rules.words.word_at(self.bytes, to + 1).map_or(to + 1, |w| w.end);
            }
            if initial {
                to += 1;
            }
            end = Some(to);
            // one blank, or none behind an initial, and the name goes on
            let blank = self.byte(to) == b' ';
            if !blank && !initial {
                break;
            }
            at = if blank { to + 1 } else { to };
        }
        let end = end?;
        let end = if self.byte(end.saturating_sub(1)) == b'.' && end - start > 4 { end - 1 } else { end };
        // glued to a digit it is a code
        (!self.byte(end).is_ascii_digit()).then_some((end, first?, known))
    }

    fn may_be_name(&self, role: Role, letters: &[u8], written: Case, (n, is_word): (usize, bool), by: By) -> bool {
        let spoken: Roles = STOP | LABEL | SELF | TITLE | NAME;
        if role.is(spoken) || letters.len() < 2 {
            return false;
        }
        match (by, written) {
            (_, Case::Title) => n > 0 || by != By::Title || !is_word || !role.is(STOP),
            (_, Case::Upper) => letters.len() >= 3 && !(n > 0 && is_word && by != By::Said),
            (By::Said, Case::Lower) => letters.len() >= 3 && (n == 0 || !is_word),
            (By::Honorific, Case::Lower) => letters.len() >= 3 && !is_word && n < 2,
            (By::Title, Case::Lower) => false,
        }
    }

    /// True for a word that some list of the library knows.
    fn is_word(&self, letters: &[u8]) -> bool {
        let lower = letters.to_ascii_lowercase();
        std::str::from_utf8(&lower).is_ok_and(|word| self.lookups.lexicon.id(word) != 0)
    }

    /// A name alone on the last line, after words that close a letter.
    pub(super) fn signature(&mut self) {
        let text = self.text.trim_end();
        let Some(line) = text.rfind('\n') else { return };
        let start = line
            + 1
            + text.get(line + 1..).unwrap_or("").bytes().take_while(|b| matches!(b, b' ' | b'(' | b'-' | b'~')).count();
        if text.len() - start > SIGNATURE {
            return;
        }
        let closes = (0..4).try_fold(line, |end, _| match self.word_before(end) {
            Some(word) if word.role.is(CLOSING) => Err(()),
            Some(word) => Ok(word.start),
            None => Ok(0),
        });
        if closes.is_ok() {
            return;
        }
        let Some((end, written, _)) = self.words_of_name(start, By::Said) else { return };
        let rest = text.get(end..).unwrap_or("");
        if written != Case::Lower && rest.bytes().all(|b| matches!(b, b' ' | b')' | b'.' | b'-' | b'~')) {
            self.note(Rule::NameSignature, (start, end), CUE, 0, Whose::Reporter);
        }
    }
}
