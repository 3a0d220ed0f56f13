//! Which numbers a run of digits can be.

use super::bytes::{self, walked};
use super::digits::{BLANK, BRACKET, DASH, DOT, Gap, Group, LINE, PLUS, Run, SLASH, look_alike};
use super::found::{CUE, FORM, LABELLED, LOOK_ALIKE, Signs, TABLE, WRITTEN_OUT};
use super::scan::{Before, Scan};
use super::words::{DIGIT, OTHER, UNIT};
use super::{Labelled, Rule, Whose};
use crate::identity::{self, Fit};

/// Fewest digits of a run that is looked at; a plate has fewer.
const FEWEST: usize = 8;
/// Digits of the longest number, a NITKU.
const LONGEST: usize = 22;
/// Digits that are at once seen to be no number of a person.
const ALONE: usize = FEWEST - 1;
/// Digits of the longest number plate.
const PLATE: usize = 4;
/// Signs at which one number may end and the next begin.
const APART: Gap = LINE | SLASH | BRACKET | PLUS;
/// Taken off where the number is part of a longer run of digits, or cut in a way that nobody writes.
const CUT: u16 = 250;
/// Taken off where the last group looks like another thing.
const RAGGED: u16 = 300;

/// Some groups of a run that may be one number.
struct Window<'a> {
    digits: &'a str,
    first: Group,
    last: Group,
    /// How many groups.
    groups: usize,
    /// It is the whole run.
    whole: bool,
    /// Signs between its groups.
    gaps: Gap,
    /// What its cut takes off the score.
    less: u16,
    signs: Signs,
}

impl Scan<'_> {
    /// Everything that begins in the run at `at`; where the pass goes on.
    pub(super) fn number(&mut self, at: usize) -> usize {
        if let Some(next) = self.few(at) {
            return next;
        }
        let mut run = std::mem::take(&mut self.run);
        self.read_run(at, &mut run);
        if let Some(own) = self.own {
            self.rules.own_numbers(&run, own, &mut self.own_found);
        }
        if let Some(first) = run.groups.first().filter(|first| first.len() <= PLATE) {
            self.plate(*first);
        }
        if run.digits.len() >= FEWEST {
            for from in 0..run.groups.len() {
                self.windows(&run, from);
            }
        }
        let next = run.next;
        self.run = run;
        next
    }

    /// Most digits of a text are few and alone: part of a plate at most, or of the reporter's own number. Where the pass goes on behind such.
    fn few(&mut self, at: usize) -> Option<usize> {
        let len = bytes::ahead(self.bytes, at, ALONE + 1, bytes::is_digit);
        let own = self.own.is_some() && len > PLATE;
        if !(1..=ALONE).contains(&len) || own || look_alike(self.byte_before(at)).is_some() {
            return None;
        }
        let end = at + len;
        let mut next = end;
        if let Some((over, _)) = self.gap(end) {
            // letters that are no digits
            let word = self.word_at(end + over)?;
            if word.role.is(DIGIT) || look_alike(self.byte(word.start)).is_some() {
                return None;
            }
            next += over.min(1);
        }
        if len <= PLATE {
            self.plate(Group { from: 0, to: len, start: at, end, gap: 0 });
        }
        Some(next)
    }

    /// The windows that begin with a group of the run.
    fn windows(&mut self, run: &Run, from: usize) {
        let Some(first) = run.groups.get(from).copied() else { return };
        if is_date(run, from) || (from > 0 && is_date(run, from - 1)) || (from > 1 && is_date(run, from - 2)) {
            return;
        }
        let mut before = None;
        let mut gaps = 0;
        for to in from..run.groups.len() {
            let Some(last) = run.groups.get(to).copied() else { return };
            if to > from {
                gaps |= last.gap;
            }
            let len = last.to - first.from;
            if len > LONGEST || gaps & PLUS != 0 {
                return;
            }
            if len < FEWEST {
                continue;
            }
            let ends = |next: Option<&Group>| next.is_none_or(|next| next.gap & APART != 0);
            let whole = (from == 0 || first.gap & APART != 0) && ends(run.groups.get(to + 1));
            let several = to > from;
            // what is left of a number written in fours is no other thing
            let even = run.groups.get(from..to).is_some_and(|groups| groups.iter().all(|g| g.len() == first.len()));
            let ragged = several
                && !(even && to > from + 1)
                && last.len() < 3
                && first.len() >= 3
                && last.gap & (BLANK | LINE) != 0;
            let less = if several && !whole { CUT } else { 0 } + if ragged { RAGGED } else { 0 };
            let digits = run.text(first, last);
            let window = Window { digits, first, last, groups: to - from + 1, whole, gaps, less, signs: run.signs };
            let before = *before.get_or_insert_with(|| self.before(first.start));
            self.window(&window, before, run.glued && from == 0);
        }
    }

    /// What a window is, by its length and the word before it.
    fn window(&mut self, w: &Window<'_>, before: Before, glued: bool) {
        walked(1);
        let label = before.label;
        let len = w.digits.len();
        let coded = self.coded(w.first.start);
        if before.office || (glued && label.is_none() && !self.blank_missing(w)) || (label.is_none() && coded) {
            return;
        }
        match len {
            16 if label == Some(Labelled::Kk) && identity::is_day(w.digits) => {
                self.take(w, Rule::KkLabel, FORM | LABELLED, before);
            }
            16 if matches!(label, Some(Labelled::Account | Labelled::Bpjs | Labelled::Nip)) => {}
            16 if w.digits.starts_with('0') => self.tax(w, before),
            16 => self.population(w, before),
            15 => self.tax(w, before),
            22 if label == Some(Labelled::Npwp) => self.take(w, Rule::NpwpDigits, FORM | LABELLED, before),
            18 => self.servant(w, before),
            _ => {}
        }
        match label {
            Some(Labelled::Bpjs) if matches!(len, 11 | 13) => self.take(w, Rule::BpjsLabel, FORM | LABELLED, before),
            Some(Labelled::Account) if len <= 18 => self.take(w, Rule::AccountLabel, FORM | LABELLED, before),
            _ => {}
        }
        if len <= 15
            && !matches!(
                label,
                Some(Labelled::Account | Labelled::Nik | Labelled::Kk | Labelled::Npwp | Labelled::Bpjs)
            )
        {
            self.phone(w, before);
        }
        // mistyped, or of a kind that is not known here
        let said = w.whole
            && !coded
            && before.distance <= 2
            && label.is_some_and(|label| !matches!(label, Labelled::Email | Labelled::Plate))
            && !identity::is_service(w.digits, self.lookups.numbers);
        if said {
            self.take(w, Rule::NumberLabel, FORM | LABELLED, before);
        } else if len == 16 && w.groups == 1 {
            self.take(w, Rule::NumberLong, FORM, before);
        }
    }

    fn take(&mut self, w: &Window<'_>, rule: Rule, signs: Signs, before: Before) {
        self.take_less(w, rule, signs, before, 0);
    }

    /// Notes a window, unless what is counted follows it: `1500000000 rupiah`.
    fn take_less(&mut self, w: &Window<'_>, rule: Rule, signs: Signs, before: Before, less: u16) {
        if self.word(w.last.end, b"").is_some_and(|word| word.role.is(UNIT)) {
            return;
        }
        let whose = if rule == Rule::NipForm { Whose::Official } else { Whose::of(before.roles) };
        let cue = if before.roles & OTHER != 0 { CUE } else { 0 };
        let written = w.signs & (WRITTEN_OUT | LOOK_ALIKE);
        // a bracket that opens before the number, or a plus, belongs to it
        let start = if self.byte_before(w.first.start) == b'+' { w.first.start - 1 } else { w.first.start };
        self.note(rule, (start, w.last.end), signs | written | cue, w.less + less, whose);
    }

    fn population(&mut self, w: &Window<'_>, before: Before) {
        let labelled = if before.label == Some(Labelled::Nik) { LABELLED } else { 0 };
        match identity::population(w.digits, self.lookups.numbers, self.lookups.regions) {
            Fit::Known => self.take(w, Rule::NikForm, FORM | TABLE | labelled, before),
            Fit::Formed => self.take(w, Rule::NikRegion, FORM | labelled, before),
            Fit::Dated if labelled != 0 => self.take(w, Rule::NikRegion, FORM | labelled, before),
            Fit::Dated | Fit::No => {}
        }
        if before.label == Some(Labelled::Npwp) {
            self.take(w, Rule::NpwpDigits, FORM | LABELLED, before);
        }
    }

    fn tax(&mut self, w: &Window<'_>, before: Before) {
        let labelled = if before.label == Some(Labelled::Npwp) { LABELLED } else { 0 };
        let checked = identity::tax_check_digit(w.digits);
        let dotted = w.gaps & DOT != 0 && w.gaps & DASH != 0 && w.gaps & SLASH == 0;
        if checked && (dotted || labelled != 0) {
            self.take(w, Rule::NpwpForm, FORM | labelled, before);
        } else if dotted || labelled != 0 {
            self.take(w, Rule::NpwpCheckDigit, FORM | labelled, before);
        } else if checked && w.groups == 1 {
            self.take(w, Rule::NpwpDigits, FORM, before);
        }
    }

    fn servant(&mut self, w: &Window<'_>, before: Before) {
        let labelled = if before.label == Some(Labelled::Nip) { LABELLED } else { 0 };
        if identity::servant(w.digits) {
            self.take(w, Rule::NipForm, FORM | labelled, before);
        }
    }

    fn phone(&mut self, w: &Window<'_>, before: Before) {
        if w.gaps & SLASH != 0 && w.groups > 2 {
            return;
        }
        let plus = self.byte_before(w.first.start) == b'+' || w.first.gap & PLUS != 0;
        let labelled = if before.label == Some(Labelled::Phone) { LABELLED } else { 0 };
        let Some(phone) = identity::likely_phone(w.digits, plus, self.lookups.numbers) else {
            if plus && w.whole {
                self.take(w, Rule::PhoneAbroad, FORM | labelled, before);
            }
            return;
        };
        let table = if phone.known { TABLE } else { 0 };
        // behind a full stop stands the rest of a decimal
        let decimal = w.first.gap & DOT != 0 || (w.gaps & DOT != 0 && w.groups == 2 && w.first.len() <= 3);
        let rule = match (phone.mobile, w.digits.starts_with('8')) {
            (true, true) if labelled == 0 && (w.groups > 1 || decimal) => return,
            (true, true) => Rule::PhoneBare,
            (true, false) => Rule::PhoneMobile,
            // digits in a row may be a date or a number of anything, where they are few or no area is known
            (false, _) if labelled == 0 && (decimal || w.digits.len() < 9) => return,
            (false, _) if labelled == 0 && w.groups == 1 && !(phone.known && w.digits.len() >= 10) => return,
            (false, _) => Rule::PhoneFixed,
        };
        let strange = if phone.known { 0 } else { CUT };
        self.take_less(w, rule, FORM | table | labelled, before, strange);
    }

    /// True if the digits go on from a code of letters and a sign, as in `INV-0812…`, or such a code goes on from them.
    fn coded(&self, start: usize) -> bool {
        let sign = self.byte_before(start);
        let letter = start.checked_sub(1).is_some_and(|at| self.byte_before(at).is_ascii_alphabetic());
        matches!(sign, b'-' | b'/' | b'_') && letter
    }

    /// True for a number that touches a word in small letters, where a blank is missing: `Hadi0812…`. `INV0812…` is a code, and so is all that has
    /// no form by which a phone number or a NIK is told from others.
    fn blank_missing(&self, w: &Window<'_>) -> bool {
        let phone = || w.digits.len() >= 10 && w.digits.starts_with("08");
        let nik = || {
            w.digits.len() == 16
                && identity::population(w.digits, self.lookups.numbers, self.lookups.regions) == Fit::Known
        };
        self.byte_before(w.first.start).is_ascii_lowercase() && (phone() || nik())
    }
}

/// True if three groups are a day, month and year, with the same sign between them.
fn is_date(run: &Run, from: usize) -> bool {
    let Some([day, month, year]) = run.groups.get(from..from + 3) else { return false };
    if month.gap & (DOT | DASH | SLASH) == 0 || month.gap != year.gap {
        return false;
    }
    let number = |group: &Group| run.text(*group, *group).parse::<u32>().unwrap_or(0);
    let order = |d: u32, m: u32| (1..=31).contains(&d) && (1..=12).contains(&m);
    let short = day.len() <= 2 && month.len() <= 2;
    let day_first =
        short && order(number(day), number(month)) && (year.len() == 2 || (1900..=2100).contains(&number(year)));
    let year_first = day.len() == 4
        && (1900..=2100).contains(&number(day))
        && month.len() <= 2
        && year.len() <= 2
        && order(number(year), number(month));
    day_first || year_first
}
