//! Personal data in a text: found by recognisers that are rows of a pack, over one pass of its bytes.
//!
//! Most texts hold none, so the pass only asks whether something could begin here: a digit, an `@`, a bracket, or one of the words of the
//! pack. Only there it looks around. What is found carries the recogniser, a score and its signs; nothing carries words of the text.

mod bytes;
mod digits;
mod email;
mod found;
mod home;
mod labelled;
mod masks;
mod names;
mod numbers;
mod operate;
mod own;
mod plate;
mod scan;
mod sensitive;
mod words;

#[cfg(test)]
pub(crate) use bytes::STEPS;
pub use found::{Found, Whose};
pub use operate::{Operator, redacted, replacement};

use crate::complaint::Reporter;
use crate::error::Error;
use crate::identity::Numbers;
use crate::pack::{self, PrivacyPack, PrivacyRule};
use crate::region::Regions;
use crate::text::Lexicon;
use own::Own;
use words::Words;

/// Recognisers of the code, by the id of their row, in the order of [`Rule`].
const RULES: [&str; 42] = [
    "nik/form",
    "nik/region",
    "kk/label",
    "npwp/form",
    "npwp/digits",
    "npwp/check_digit",
    "nip/form",
    "bpjs/label",
    "passport/label",
    "kitas/label",
    "account/label",
    "phone/mobile",
    "phone/bare",
    "phone/fixed",
    "phone/abroad",
    "number/long",
    "number/label",
    "email/form",
    "email/spelled",
    "email/provider",
    "plate/capitals",
    "plate/glued",
    "plate/label",
    "name/said",
    "name/small",
    "name/honorific",
    "name/honorific_small",
    "name/official",
    "name/signature",
    "name/self",
    "address/home",
    "health/person",
    "child/age",
    "finance/amount",
    "crime/person",
    "mask/brackets",
    "reporter/nik",
    "reporter/phone",
    "reporter/email",
    "reporter/name",
    "reporter/on_behalf_of",
    "reporter/address",
];

/// A recogniser, as the code names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rule {
    NikForm,
    NikRegion,
    KkLabel,
    NpwpForm,
    NpwpDigits,
    NpwpCheckDigit,
    NipForm,
    BpjsLabel,
    PassportLabel,
    KitasLabel,
    AccountLabel,
    PhoneMobile,
    PhoneBare,
    PhoneFixed,
    PhoneAbroad,
    NumberLong,
    NumberLabel,
    EmailForm,
    EmailSpelled,
    EmailProvider,
    PlateCapitals,
    PlateGlued,
    PlateLabel,
    NameSaid,
    NameSmall,
    NameHonorific,
    NameHonorificSmall,
    NameOfficial,
    NameSignature,
    NameSelf,
    AddressHome,
    HealthPerson,
    ChildAge,
    FinanceAmount,
    CrimePerson,
    MaskBrackets,
    ReporterNik,
    ReporterPhone,
    ReporterEmail,
    ReporterName,
    ReporterOnBehalfOf,
    ReporterAddress,
}

/// A kind of number that a word may announce; the pack names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Labelled {
    Nik,
    Kk,
    Npwp,
    Nip,
    Phone,
    Email,
    Plate,
    Bpjs,
    Passport,
    Kitas,
    Account,
}

/// The same by their ids.
const LABELLED: [(&str, Labelled); 11] = [
    ("nik", Labelled::Nik),
    ("kk", Labelled::Kk),
    ("npwp", Labelled::Npwp),
    ("nip", Labelled::Nip),
    ("phone", Labelled::Phone),
    ("email", Labelled::Email),
    ("plate", Labelled::Plate),
    ("bpjs", Labelled::Bpjs),
    ("passport", Labelled::Passport),
    ("kitas", Labelled::Kitas),
    ("account", Labelled::Account),
];

/// The recognisers of a pack, ready to read texts.
#[derive(Debug)]
pub struct Recognisers {
    least: u16,
    kinds: Vec<(String, String)>,
    /// Rows in the order of [`RULES`]; those of the code that the pack leaves out find nothing.
    rules: Vec<PrivacyRule>,
    /// For each kind of the pack what it is as a label.
    labelled: Vec<Option<Labelled>>,
    words: Words,
}

/// What the recognisers look things up in.
#[derive(Debug, Clone, Copy)]
pub struct Lookups<'a> {
    /// Forms of numbers.
    pub numbers: &'a Numbers,
    /// Regions of population numbers.
    pub regions: &'a Regions,
    /// Words that are words, and so no names.
    pub lexicon: &'a Lexicon,
}

/// What reads the texts of one complaint: the recognisers, and what is its reporter's own.
#[derive(Debug)]
pub struct Reader<'a> {
    /// The recognisers.
    pub rules: &'a Recognisers,
    lookups: Lookups<'a>,
    own: Own<'a>,
}

impl<'a> Reader<'a> {
    /// Reads the members of the reporter.
    #[must_use]
    pub fn new(rules: &'a Recognisers, lookups: Lookups<'a>, reporter: &'a Reporter) -> Self {
        Reader { rules, lookups, own: Own::of(reporter) }
    }

    /// The personal data of a text and what is the reporter's own, in order, none over another.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Found> {
        let Reader { rules, lookups, own } = self;
        let (found, mut own_found) = scan::Scan::of(rules, text, rules.least, Some(own), *lookups);
        rules.own(text, own, *lookups, &mut own_found);
        found::join(text, found::settle(text, found), own_found)
    }
}

impl Recognisers {
    /// Compiles the pack.
    ///
    /// # Errors
    /// [`PackInvalid`](crate::ErrorCode::PackInvalid) for a rule that the library does not know, or whose kind is not in the pack.
    pub fn new(pack: PrivacyPack) -> Result<Self, Error> {
        let mut rules = Vec::with_capacity(RULES.len());
        for id in RULES {
            let silent = || PrivacyRule { id: id.to_owned(), kind: 0, base: 0, label: 0 };
            rules.push(pack.rules.iter().find(|rule| rule.id == id).cloned().unwrap_or_else(silent));
        }
        for (n, rule) in pack.rules.iter().enumerate() {
            if !RULES.contains(&rule.id.as_str()) || usize::from(rule.kind) >= pack.kinds.len() {
                return Err(pack::refused(&format!("/rules/{n}"), "why_rule"));
            }
        }
        let of = |id: &str| LABELLED.iter().find(|(known, _)| *known == id).map(|(_, kind)| *kind);
        let labelled: Vec<_> = pack.kinds.iter().map(|(id, _)| of(id)).collect();
        let anchored = |row: u8| {
            let kind = labelled.get(usize::from(row)).copied().flatten();
            matches!(kind, Some(Labelled::Passport | Labelled::Kitas))
        };
        let words = Words::new(&pack.words, anchored);
        Ok(Recognisers { least: pack.least, kinds: pack.kinds, rules, labelled, words })
    }

    /// Id of a kind.
    #[must_use]
    pub fn kind(&self, found: &Found) -> &str {
        self.kinds.get(usize::from(found.kind)).map_or("", |(id, _)| id)
    }

    /// The mask of its kind.
    fn mask(&self, found: &Found) -> &str {
        self.kinds.get(usize::from(found.kind)).map_or("", |(_, mask)| mask)
    }

    /// Id of the recogniser.
    #[must_use]
    pub fn rule(&self, found: &Found) -> &str {
        self.rules.get(usize::from(found.rule)).map_or("", |rule| rule.id.as_str())
    }

    /// The personal data of a text that reach a score, by default that of the pack; in order, none over another.
    ///
    /// Time grows with the length of the text, whatever is in it.
    #[must_use]
    pub fn find(&self, text: &str, least: Option<u16>, lookups: Lookups<'_>) -> Vec<Found> {
        found::settle(text, scan::Scan::of(self, text, least.unwrap_or(self.least), None, lookups).0)
    }

    /// What a label of the table names.
    fn label(&self, role: words::Role) -> Option<Labelled> {
        if role.is(words::LABEL) { self.labelled.get(usize::from(role.kind)).copied().flatten() } else { None }
    }
}
