//! The body of the pack `identity`: forms of numbers and addresses.

use super::unpack::{Bytes, Unpack, packed};
use serde::{Deserialize, Serialize};

/// Forms of identity numbers, phone numbers and e-mail addresses.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct IdentityPack {
    /// A year of birth that makes the bearer of a NIK older is not offered.
    pub oldest_years: u8,
    /// Written region codes that have meant, or in other tables mean, another region.
    pub reused: Vec<String>,
    /// Province codes of citizens abroad.
    pub abroad: Vec<String>,
    /// Prefixes that tell the type of a number; the longest counts.
    pub kinds: Vec<PhoneKindRow>,
    /// Who was given which mobile prefixes.
    pub carriers: Vec<CarrierRow>,
    /// Area codes without the trunk 0 in order, each as the difference to the one before.
    pub area_steps: Vec<u16>,
    /// Their places in the same order, one a line.
    pub area_places: String,
    /// First digits and length of the numbers of services.
    pub short_codes: Vec<(String, u8)>,
    /// Slips of well-known domains and what they mean.
    pub slips: Vec<(String, String)>,
    /// Last labels of domains that never exist.
    pub reserved: Vec<String>,
    /// No family card with a number of today's form is older, a year.
    pub first_family_card: u16,
    /// Prefixes of number plates.
    pub plates: Vec<PlateRow>,
}

packed!(IdentityPack {
    oldest_years,
    reused,
    abroad,
    kinds,
    carriers,
    area_steps,
    area_places,
    short_codes,
    slips,
    reserved,
    first_family_card,
    plates
});

/// A prefix of number plates.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlateRow {
    /// One or two letters.
    pub prefix: String,
    /// Where it is used, in Indonesian.
    pub area: String,
    /// Codes of the provinces.
    pub provinces: Vec<u8>,
}

packed!(PlateRow { prefix, area, provinces });

/// What a prefix tells of a phone number.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhoneKindRow {
    /// First digits, without the trunk 0.
    pub prefix: String,
    /// Type.
    pub kind: PhoneKind,
    /// Fewest digits without the trunk 0.
    pub least: u8,
    /// Most digits.
    pub most: u8,
    /// True if it can be dialled from abroad.
    pub from_abroad: bool,
}

packed!(PhoneKindRow { prefix, kind, least, most, from_abroad });

/// Type of a phone number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PhoneKind {
    /// Mobile.
    #[default]
    Mobile,
    /// Fixed, with an area code.
    Fixed,
    /// The one who is called pays.
    TollFree,
    /// At a raised price.
    Premium,
    /// Both pay.
    SharedCost,
    /// One number of a company for the whole country.
    Uan,
    /// A service of three to six digits.
    ShortCode,
}

impl Unpack for PhoneKind {
    fn unpack(&mut self, from: &mut Bytes<'_>) -> Option<()> {
        use PhoneKind::{Fixed, Mobile, Premium, SharedCost, ShortCode, TollFree, Uan};
        *self = *[Mobile, Fixed, TollFree, Premium, SharedCost, Uan, ShortCode].get(from.count()?)?;
        Some(())
    }
}

/// Who was given which mobile prefixes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CarrierRow {
    /// Name.
    pub name: String,
    /// Three digits, without the trunk 0.
    pub prefixes: Vec<u16>,
}

packed!(CarrierRow { name, prefixes });
