//! Region codes of Kemendagri: `12`, `12.71`, `12.71.01`, `12.71.01.1001`.

use crate::error::Error;
use crate::json::{Read, Slot, record, refused, text};
use serde::{Serialize, Serializer};
use serde_json::Value;
use std::fmt;

/// A region code. Ordered as the written codes are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[doc(alias = "wilayah")]
pub struct RegionCode(u64);

const UNIT: [u64; 4] = [100_000_000, 1_000_000, 10_000, 1];

impl RegionCode {
    /// Reads a written code. `None` if it is not of the form `PP[.RR[.KK[.VVVV]]]`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut value = 0;
        let mut parts = 0;
        for (part, unit) in text.split('.').zip(UNIT) {
            let width = if unit == 1 { 4 } else { 2 };
            if part.len() != width || !part.bytes().all(|b| b.is_ascii_digit()) {
                return None;
            }
            let number: u64 = part.parse().ok()?;
            if number == 0 {
                return None;
            }
            value += number * unit;
            parts += 1;
        }
        (text.split('.').count() == parts).then_some(RegionCode(value))
    }

    /// From six digits: `120000` is 12, `127100` is 12.71, `127101` is 12.71.01. `None` for more digits or no province.
    #[must_use]
    pub fn from_six(six: u32) -> Option<Self> {
        (10_000..1_000_000).contains(&six).then_some(RegionCode(u64::from(six) * UNIT[2]))
    }

    /// From the ten digits of a village. `None` if it is none.
    #[must_use]
    pub fn from_ten(ten: u64) -> Option<Self> {
        let code = RegionCode(ten);
        ((1_000_000_000..10_000_000_000).contains(&ten) && code.level() == 4).then_some(code)
    }

    /// Kind of a village, by the first of its four digits (Permendagri 58/2021): 1 kelurahan, 3 desa adat, else desa.
    #[must_use]
    pub fn village_kind(self) -> &'static str {
        match self.0 % 10_000 / 1_000 {
            1 => "kelurahan",
            3 => "desa_adat",
            _ => "desa",
        }
    }

    /// 1 province, 2 regency or city, 3 district (kecamatan), 4 village.
    #[must_use]
    pub fn level(self) -> u8 {
        if !self.0.is_multiple_of(10_000) {
            4
        } else if !self.0.is_multiple_of(1_000_000) {
            3
        } else if !self.0.is_multiple_of(100_000_000) {
            2
        } else {
            1
        }
    }

    /// The region of that level that this one lies in, or is; `None` if it is less exact than that.
    #[must_use]
    pub fn at(self, level: u8) -> Option<Self> {
        let unit = *UNIT.get(usize::from(level.checked_sub(1)?))?;
        (self.level() >= level).then_some(RegionCode(self.0 / unit * unit))
    }

    /// The region one level up.
    #[must_use]
    pub fn parent(self) -> Option<Self> {
        self.at(self.level().checked_sub(1)?)
    }

    /// True if `self` is `other` or lies in it.
    #[must_use]
    pub fn within(self, other: RegionCode) -> bool {
        self.at(other.level()) == Some(other)
    }
}

/// As it is written, and how long it is.
struct Written([u8; 13], usize);

impl RegionCode {
    /// Each of the ten digits, with the dots between the parts that it has. Every office has a code in its id, so it does without formatting.
    fn written(self) -> Written {
        let length = match self.level() {
            1 => 2,
            2 => 5,
            3 => 8,
            _ => 13,
        };
        let (mut out, mut rest) = ([b'.'; 13], self.0);
        for (at, place) in out.iter_mut().enumerate().rev() {
            if !matches!(at, 2 | 5 | 8) {
                *place = b'0' + (rest % 10) as u8;
                rest /= 10;
            }
        }
        Written(out, length)
    }

    /// The code and what follows it, such as an office's id.
    #[must_use]
    pub fn with(self, rest: &[&str]) -> String {
        let mut out = String::with_capacity(rest.iter().map(|part| part.len()).sum::<usize>() + 13);
        out.push_str(self.written().as_str());
        out.extend(rest.iter().copied());
        out
    }
}

impl Written {
    fn as_str(&self) -> &str {
        self.0.get(..self.1).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or("")
    }
}

impl fmt::Display for RegionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.written().as_str())
    }
}

impl Serialize for RegionCode {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl Slot for RegionCode {
    fn read(&mut self, value: &Value) -> Result<(), Error> {
        *self = RegionCode::parse(text(value, "want_region_code")?).ok_or_else(|| refused("want_region_code"))?;
        Ok(())
    }
}

impl Read for RegionCode {
    fn blank() -> Self {
        RegionCode(0)
    }
}

record!(serde RegionCode);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_read_and_write_and_nest() {
        for text in ["12", "12.71", "12.71.01", "12.71.01.1001"] {
            assert_eq!(RegionCode::parse(text).unwrap().to_string(), text);
        }
        for text in ["", "1", "12.", "12.7", "12.71.01.1001.1", "00", "ab", "12.71.1"] {
            assert_eq!(RegionCode::parse(text), None, "{text}");
        }
        let code = RegionCode::parse("12.71.01").unwrap();
        assert_eq!(code.at(1).unwrap().to_string(), "12");
        assert_eq!(code.at(4), None);
        assert!(code.within(RegionCode::parse("12.71").unwrap()));
        assert!(!code.within(RegionCode::parse("12.72").unwrap()));
    }
}
