//! Names of people, where a word announces one.

use super::bytes;
use super::found::CUE;
use super::scan::Scan;
use super::words::{
    ABBREVIATED, CHILD, CLOSING, FILLER, GIVEN, HONORIFIC, INSTITUTION, KIN, LABEL, NAME, OTHER, PLACE, Role, Roles,
    SELF, STOP, STREET, TITLE, Word,
};
use super::{Rule, Whose};

/// Words of a name, at most.
const MOST: usize = 4;
/// Parts of one word of a name behind apostrophes and hyphens, at most.
const PARTS: usize = 8;
/// Blanks and ends of lines between the closing of a letter and the signature, at most.
const APART: usize = 40;
/// Letters of a word that a full stop shortens, at most: `Kec.`
const ABBREVIATION: usize = 3;
/// Words that may stand between `nama` and the name: `nama anak saya adalah`.
const BETWEEN: Roles = FILLER | KIN | CHILD | OTHER | SELF;

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
            if !rest.is_empty() && rest.iter().all(u8::is_ascii_uppercase) { Case::Upper } else { Case::Title }
        }
        _ => Case::Lower,
    }
}

/// What announces a name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    /// `nama saya`, `a.n.`: what follows is a name, however it is written.
    Said,
    /// `Pak`, `Ibu`: what follows may be a title or anything else.
    Honorific,
    /// `Pak Lurah`.
    Title,
    /// `saya`: hardly anything that follows is one.
    Self_,
    /// The line below `Hormat saya,`.
    Signature,
}

impl Scan<'_> {
    /// Reads the name behind a word that announces one.
    pub(super) fn name(&mut self, cue: Word) {
        let role = cue.role;
        if role.is(SELF) {
            self.name_of_self(cue);
        }
        if role.is(NAME) {
            self.name_said(cue);
        } else if role.is(HONORIFIC | ABBREVIATED) {
            self.name_after_honorific(cue);
        }
    }

    /// `nama anak saya : …`, `a.n. …`
    fn name_said(&mut self, cue: Word) {
        // an n of its own is nothing
        if cue.end - cue.start == 1 && !self.abbreviates(cue) {
            return;
        }
        let signs: &[u8] = b":=.,\"'-(*\n\r";
        let start = self.over_fillers(cue.end, signs, BETWEEN);
        // in small letters `nama` alone announces anything: `nama jalan`, `nama yang sama`
        let colon = self.bytes.get(cue.end..start).is_some_and(|gap| gap.contains(&b':'));
        let word = self.bytes.get(cue.start..cue.end).unwrap_or_default();
        let over = self.ends_with(cue.start, b"atas");
        let between = self.around(cue.end, start);
        let clear = colon || over || word.len() != 4 || between & (SELF | KIN) != 0;
        let Some(name) = self.person(start, By::Said, clear) else { return };
        let said = self.before(cue.start).roles | between;
        let whose = if said & (OTHER | KIN | CHILD) != 0 { Whose::ThirdParty } else { Whose::of(said & SELF) };
        self.note_name(name, whose);
    }

    /// `Bapak H. Drs. …`, `Pak Lurah …`; after `Lurah` alone stands the name of a village as often.
    fn name_after_honorific(&mut self, cue: Word) {
        // `Bapak/Ibu` is nobody; what bears somebody's name is a place
        let before = self.rules.words.before(self.bytes, cue.start, 2);
        // a full stop behind a whole word ends the sentence: `lampu jalan. Bapak …` is not `Jl. Bapak …`
        let ends = |word: Word| self.byte(word.end) == b'.' && word.end - word.start > ABBREVIATION;
        let place = before.is_some_and(|word| word.role.is(PLACE | STREET) && !ends(word));
        if place || self.byte_before(cue.start) == b'/' || self.byte(cue.end) == b'/' {
            return;
        }
        let mut roles = 0;
        let mut by = By::Honorific;
        let (mut at, mut last) = (cue.end, cue);
        for _ in 0..3 {
            let over = bytes::over(self.bytes, at, 3, b" .");
            let Some(word) = self.rules.words.word_at(self.bytes, at + over) else { return };
            if last.role.is(ABBREVIATED)
                && !last.role.is(HONORIFIC)
                && (self.byte(at) != b'.' || !self.is_capital(word.start))
            {
                return;
            }
            let goes_on = word.role.is(HONORIFIC | TITLE) || (word.role.is(ABBREVIATED) && self.byte(word.end) == b'.');
            if !goes_on {
                at += over;
                break;
            }
            if word.role.is(TITLE) {
                by = By::Title;
            }
            roles |= word.role.roles;
            (at, last) = (word.end, word);
        }
        let Some(name) = self.person(at, by, false) else { return };
        let whose = match by {
            By::Title => Whose::Official,
            _ if (roles | self.before(cue.start).roles) & (OTHER | KIN) != 0 => Whose::ThirdParty,
            _ => Whose::Unknown,
        };
        self.note_name(name, whose);
    }

    /// `perkenalkan saya …`, `Saya Budi Santoso`
    fn name_of_self(&mut self, cue: Word) {
        if self.byte(cue.end) != b' ' {
            return;
        }
        // `perkenalkan saya budi`: nothing else can follow
        let introduced = self.ends_with(cue.start, b"perkenalkan");
        let by = if introduced { By::Said } else { By::Self_ };
        if (introduced || self.is_capital(cue.end + 1))
            && let Some(name) = self.person(cue.end + 1, by, introduced)
        {
            self.note_name(name, Whose::Reporter);
        }
    }

    /// The line below words that close a letter, where it holds a name only.
    pub(super) fn signature(&mut self, cue: Word) {
        let own = self.word(cue.end, b"").filter(|word| word.role.is(SELF | CLOSING)).map_or(cue.end, |word| word.end);
        let start = own + bytes::over(self.bytes, own, APART, b" ,.!\n\r(-~");
        if !self.bytes.get(own..start).is_some_and(|gap| gap.contains(&b'\n')) {
            return;
        }
        let Some(name) = self.words_of_name(start, By::Signature) else { return };
        let behind = self.byte(name.end + bytes::over(self.bytes, name.end, 8, b" ).-~,"));
        let titles = self.byte(name.end) == b',' && behind.is_ascii_alphabetic();
        let alone = matches!(behind, 0 | b'\n' | b'\r') || titles;
        // a place and a date look the same
        let alone = alone && (name.words < name.count || name.given > 0);
        let asked = self.is(cue, b"hormat") || self.is(cue, b"ttd");
        if alone && (asked || name.written != Case::Lower) {
            self.note(Rule::NameSignature, (start, name.end), CUE, 0, Whose::Reporter);
        }
    }

    /// True for the `n` of `a.n.` or `a/n`.
    fn abbreviates(&self, n: Word) -> bool {
        let Some(back) = n.start.checked_sub(2) else { return false };
        matches!(self.byte(back), b'a' | b'A')
            && matches!(self.byte(back + 1), b'.' | b'/')
            && !self.byte_before(back).is_ascii_alphanumeric()
    }

    fn is(&self, word: Word, letters: &[u8]) -> bool {
        self.bytes.get(word.start..word.end).is_some_and(|w| w.eq_ignore_ascii_case(letters))
    }

    /// True if that word, and one sign behind it, stand right before `at`.
    fn ends_with(&self, at: usize, word: &[u8]) -> bool {
        let Some(start) = at.checked_sub(word.len() + 1) else { return false };
        let there = self.bytes.get(start..at - 1).is_some_and(|letters| letters.eq_ignore_ascii_case(word));
        there && !self.byte_before(start).is_ascii_alphabetic()
    }

    fn is_capital(&self, at: usize) -> bool {
        self.byte(at).is_ascii_uppercase()
    }

    /// The name at `start`, if there is one, with its rule. `clear` says that what stands there can hardly be anything else.
    fn person(&self, start: usize, by: By, clear: bool) -> Option<(Rule, usize, usize)> {
        let name = self.words_of_name(start, by)?;
        let small = name.written == Case::Lower;
        let rule = match (by, small) {
            (By::Said, true) if !clear => return None,
            (By::Said, true) => Rule::NameSmall,
            (By::Said, false) => Rule::NameSaid,
            (By::Title, _) if name.words > 0 && name.given == 0 => return None,
            (By::Title, _) => Rule::NameOfficial,
            (By::Honorific, true) => Rule::NameHonorificSmall,
            (By::Honorific | By::Signature, _) => Rule::NameHonorific,
            (By::Self_, _) if name.given == 0 && (name.words > 0 || name.count < 2) => return None,
            (By::Self_, _) => Rule::NameSelf,
        };
        Some((rule, start, name.end))
    }

    /// Whose a name is, is asked only where there is one.
    fn note_name(&mut self, (rule, start, end): (Rule, usize, usize), whose: Whose) {
        self.note(rule, (start, end), CUE, 0, whose);
    }

    /// The name at `start`.
    fn words_of_name(&self, start: usize, by: By) -> Option<Name> {
        let mut at = start;
        let mut name: Option<Name> = None;
        for n in 0..MOST {
            let Some(word) = self.rules.words.word_at(self.bytes, at) else { break };
            let letters = self.bytes.get(word.start..word.end).unwrap_or_default();
            let written = case(letters);
            let is_word = self.is_word(letters);
            let initial = letters.len() <= 3 && self.byte(word.end) == b'.' && written != Case::Lower;
            let fits = may_be_name(word.role, letters, written, (n, is_word), by) || (initial && n > 0);
            let given = word.role.is(GIVEN);
            // after a name with a capital no small word is part of it
            let falls = name.as_ref().is_some_and(|name| name.written != Case::Lower && written == Case::Lower);
            if !fits || falls {
                break;
            }
            // apostrophes and hyphens inside: `Ma'ruf`, `Al-Amin`
            let (mut to, mut parts) = (word.end, 0);
            while parts < PARTS
                && matches!(self.byte(to), b'\'' | b'-' | b'`')
                && self.byte(to + 1).is_ascii_alphabetic()
            {
                to = self.rules.words.word_at(self.bytes, to + 1).map_or(to + 1, |w| w.end);
                parts += 1;
            }
            // what touches a digit is a code, and ends the name before it
            if n > 0 && self.byte(to).is_ascii_digit() {
                break;
            }
            if initial {
                to += 1;
            }
            let so_far = name.get_or_insert(Name { end: to, written, words: 0, given: 0, count: 0 });
            (so_far.end, so_far.count) = (to, so_far.count + 1);
            so_far.words += usize::from(is_word && !given);
            so_far.given += usize::from(given);
            // one blank, or none behind an initial, and the name goes on
            let blank = self.byte(to) == b' ';
            if !blank && !initial {
                break;
            }
            at = if blank { to + 1 } else { to };
        }
        let mut name = name?;
        // the full stop behind the last initial closes the sentence
        if self.byte(name.end - 1) == b'.' && name.count > 1 {
            name.end -= 1;
        }
        (!self.byte(name.end).is_ascii_digit()).then_some(name)
    }

    /// True for a word that some list of the library knows.
    fn is_word(&self, letters: &[u8]) -> bool {
        let lower = letters.to_ascii_lowercase();
        std::str::from_utf8(&lower).is_ok_and(|word| self.lookups.lexicon.id(word) != 0)
    }
}

/// A name in a text.
struct Name {
    end: usize,
    /// How its first word is written.
    written: Case,
    /// How many of its words are words of the language, and no names that people bear.
    words: usize,
    /// How many of its words are names that people bear.
    given: usize,
    /// How many words it has.
    count: usize,
}

/// True if a word may be the `n`th of a name.
fn may_be_name(role: Role, letters: &[u8], written: Case, (n, is_word): (usize, bool), by: By) -> bool {
    let given = role.is(GIVEN);
    let other: Roles = STOP | LABEL | SELF | TITLE | NAME | INSTITUTION | CLOSING;
    if (role.is(other) && !(given && (n > 0 || by != By::Self_))) || letters.len() < 2 {
        return false;
    }
    match (by, written) {
        (By::Title, Case::Title | Case::Upper) => !role.is(STREET | PLACE),
        (By::Title | By::Self_, Case::Lower) => false,
        (By::Self_, Case::Upper) => letters.len() >= 3 && !is_word,
        (By::Said, Case::Title) if is_word && is_verb(letters) => false,
        (_, Case::Title) => true,
        (_, Case::Upper) => letters.len() >= 2 && (n == 0 || !is_word || by == By::Said),
        (By::Said | By::Signature, Case::Lower) => {
            given || (letters.len() >= 3 && !role.is(KIN | OTHER | CHILD) && (!is_word || n > 0) && !is_verb(letters))
        }
        // anything may follow `pak` in small letters
        (By::Honorific, Case::Lower) => given,
    }
}

/// True for a small word whose affixes make it a verb or a thing of somebody: `dicoret`, `menunggu`, `rumahnya`.
fn is_verb(letters: &[u8]) -> bool {
    let long = letters.len() >= 6;
    let heads: [&[u8]; 5] = [b"meng", b"mem", b"men", b"ber", b"ter"];
    let tails: [&[u8]; 3] = [b"nya", b"kan", b"lah"];
    long && (heads.iter().any(|head| letters.starts_with(head)) || tails.iter().any(|tail| letters.ends_with(tail)))
}
