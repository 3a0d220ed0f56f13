//! Phone numbers as they are written in Indonesia, and what their prefix says (numbering as in libphonenumber).

use super::{Checked, Notes, Numbers, Verdict, is_blank, is_hyphen};
use crate::message::Params;
use crate::pack::{PhoneKind, PhoneKindRow};
use serde::Serialize;

/// Indonesia's country code.
const COUNTRY: &str = "62";
/// Fewest digits of a number after the country code, of whatever kind.
const LEAST: usize = 7;
/// Most digits of a number in this country after the country code, where its kind is not known.
const MOST: usize = 12;
/// Most digits of any number with its country code (E.164).
const MOST_ABROAD: usize = 15;

/// What a prefix says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Phone {
    /// Type of number.
    #[serde(rename = "type")]
    pub kind: PhoneKind,
    /// With `+62`, where it can be dialled from abroad.
    pub e164: Option<String>,
    /// As it is dialled in the country.
    pub national: String,
    /// To whom the prefix was given out.
    pub carrier: Option<String>,
    /// Places of the area code.
    pub area: Option<String>,
    /// False for the number of a service: nothing about a person.
    pub personal: bool,
}

/// Checks a phone number; blanks, dots, hyphens, slashes and brackets are read over. The findings stand at `path`.
#[must_use]
pub fn phone(value: &str, path: &str, tables: &Numbers) -> Checked<Phone> {
    let mut notes = Notes::at(path);
    let Some((plus, digits)) = dialled(value) else {
        notes.add(Verdict::Impossible, "phone_not_digits", Params::new());
        return notes.checked(None, None);
    };
    if !plus && tables.is_short_code(&digits) {
        notes.add(Verdict::Plausible, "phone_short_code", Params::new());
        let parts = Phone {
            kind: PhoneKind::ShortCode,
            e164: None,
            national: digits.clone(),
            carrier: None,
            area: None,
            personal: false,
        };
        return notes.checked(Some(digits), Some(parts));
    }
    match national(plus, &digits, tables) {
        Home::Here(number) => here(number, notes, tables),
        Home::Abroad => {
            let value = plus.then(|| format!("+{digits}"));
            if (LEAST..=MOST_ABROAD).contains(&digits.len()) {
                notes.add(Verdict::Doubtful, "phone_foreign", Params::new());
                return notes.checked(value, None);
            }
            notes.add(Verdict::Impossible, "phone_length", lengths(digits.len(), LEAST, MOST_ABROAD));
            notes.checked(None, None)
        }
    }
}

/// The digits, and whether a plus stands before them; `None` if there is any other sign.
fn dialled(value: &str) -> Option<(bool, String)> {
    let mut plus = false;
    let mut digits = String::with_capacity(MOST_ABROAD);
    for c in value.chars() {
        match c {
            '0'..='9' => digits.push(c),
            '+' if !plus && digits.is_empty() => plus = true,
            '.' | '/' | '(' | ')' => {}
            c if is_blank(c) || is_hyphen(c) => {}
            _ => return None,
        }
    }
    Some((plus, digits))
}

/// Where a number is at home.
pub(super) enum Home<'a> {
    /// In Indonesia: what follows `+62`.
    Here(&'a str),
    /// Elsewhere.
    Abroad,
}

pub(super) fn national<'a>(plus: bool, digits: &'a str, tables: &Numbers) -> Home<'a> {
    let without_trunk = |number: &'a str| Home::Here(number.strip_prefix('0').unwrap_or(number));
    let after_country = digits.strip_prefix(COUNTRY);
    if plus {
        return match after_country {
            Some(number) => without_trunk(number),
            // no country code begins with 0: the plus is a slip
            None if digits.starts_with('0') || digits.is_empty() => without_trunk(digits),
            None => Home::Abroad,
        };
    }
    if let Some(international) = digits.strip_prefix("00") {
        // 001803… and 007803… look as if they led abroad and are toll-free numbers of the country
        if tables.kind(digits).is_some() {
            return Home::Here(digits);
        }
        return international.strip_prefix(COUNTRY).map_or(Home::Abroad, without_trunk);
    }
    match after_country {
        Some(number) if number.len() >= LEAST => without_trunk(number),
        _ => without_trunk(digits),
    }
}

fn here(number: &str, mut notes: Notes<'_>, tables: &Numbers) -> Checked<Phone> {
    let row = tables.kind(number);
    let (least, most) = row.map_or((LEAST, MOST), |r| (usize::from(r.least), usize::from(r.most)));
    if !(least..=most).contains(&number.len()) {
        notes.add(Verdict::Impossible, "phone_length", lengths(number.len(), least, most));
        return notes.checked(None, None);
    }
    let e164 = format!("+{COUNTRY}{number}");
    let Some(row) = row else {
        notes.add(Verdict::Doubtful, "phone_prefix_unknown", Params::new());
        // a second 0 is neither trunk nor area code: what was meant cannot be told
        return notes.checked(Some(e164).filter(|_| !number.starts_with('0')), None);
    };
    let carrier = tables.carrier(number).filter(|_| row.kind == PhoneKind::Mobile);
    let area = tables.area(number).filter(|_| row.kind == PhoneKind::Fixed);
    let personal = matches!(row.kind, PhoneKind::Mobile | PhoneKind::Fixed);
    if personal && carrier.is_none() && area.is_none() {
        notes.add(Verdict::Doubtful, "phone_prefix_unknown", Params::new());
    }
    // services that begin with 1, and numbers that bring their zeros along, are dialled as they stand
    let national = if number.starts_with(['0', '1']) { number.to_owned() } else { format!("0{number}") };
    let e164 = row.from_abroad.then_some(e164);
    let value = e164.clone().unwrap_or_else(|| national.clone());
    let (carrier, area) = (carrier.map(str::to_owned), area.map(str::to_owned));
    notes.checked(Some(value), Some(Phone { kind: row.kind, e164, national, carrier, area, personal }))
}

fn lengths(size: usize, least: usize, most: usize) -> Params {
    crate::message::pairs([("least", least.into()), ("most", most.into()), ("size", size.into())])
}

impl Numbers {
    fn is_short_code(&self, digits: &str) -> bool {
        self.short_codes
            .iter()
            .any(|(prefix, length)| digits.len() == usize::from(*length) && digits.starts_with(prefix.as_str()))
    }

    /// The row with the longest prefix of the number.
    pub(super) fn kind(&self, number: &str) -> Option<&PhoneKindRow> {
        let rows = self.kinds.iter().filter(|row| number.starts_with(row.prefix.as_str()));
        rows.max_by_key(|row| row.prefix.len())
    }

    pub(super) fn carrier(&self, number: &str) -> Option<&str> {
        self.carriers.get(&number.get(..3)?.parse().ok()?).map(String::as_str)
    }

    pub(super) fn area(&self, number: &str) -> Option<&str> {
        let of = |digits: usize| self.areas.get(&number.get(..digits)?.parse().ok()?);
        of(3).or_else(|| of(2)).map(String::as_str)
    }
}
