//! What law and form demand of a report: limits, what is taken as a file, and the fields of the form.

use super::unpack::packed;
use serde::{Deserialize, Serialize};

/// Limits of law and form. None of them blocks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FilingRules {
    /// Days after the service within which a complaint is filed.
    pub filing_days: Limit,
    /// Years after which the Ombudsman takes up an event no more.
    pub ombudsman_years: Limit,
    /// Longest content, in grapheme clusters.
    pub content_characters: Limit,
    /// Largest attachment, in bytes.
    pub attachment_bytes: Limit,
    /// Largest sum of all attachments, in bytes.
    pub attachments_bytes: Limit,
    /// What is taken as an attachment.
    pub media_types: MediaTypes,
    /// The box around the country.
    pub bounds: Bounds,
}

packed!(FilingRules {
    filing_days,
    ombudsman_years,
    content_characters,
    attachment_bytes,
    attachments_bytes,
    media_types,
    bounds
});

/// A number with the law or form that it comes from. The number itself is within the limit.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limit {
    /// The number.
    pub value: i64,
    /// Law or form.
    pub source: String,
}

packed!(Limit { value, source });

/// Media types of attachments.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MediaTypes {
    /// How an accepted type begins, lower case: `image/`, `application/pdf`.
    pub accepted: Vec<String>,
    /// Where the list comes from.
    pub source: String,
}

packed!(MediaTypes { accepted, source });

/// A box on the map, in millionths of a degree.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bounds {
    /// Greatest latitude.
    pub north: i32,
    /// Least latitude.
    pub south: i32,
    /// Least longitude.
    pub west: i32,
    /// Greatest longitude.
    pub east: i32,
    /// Where the box comes from.
    pub source: String,
}

packed!(Bounds { north, south, west, east, source });

impl Bounds {
    /// True if the point, in degrees, lies in the box.
    #[must_use]
    pub fn hold(&self, lat: f64, lng: f64) -> bool {
        let within = |degrees: f64, least: i32, most: i32| {
            (f64::from(least)..=f64::from(most)).contains(&(degrees * 1_000_000.0))
        };
        within(lat, self.south, self.north) && within(lng, self.west, self.east)
    }
}

/// A field of the report form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldRow {
    /// JSON pointer into the complaint.
    pub path: String,
    /// `required`, `recommended`, `optional`, or `-` where a pengaduan has no such field.
    pub pengaduan: String,
    /// The same for an aspirasi.
    pub aspirasi: String,
    /// The same for a permintaan informasi.
    pub permintaan_informasi: String,
    /// What to write, in Indonesian.
    pub id: String,
    /// What to write, in English.
    pub en: String,
    /// Law or form it rests on; may be empty.
    pub source: String,
}

packed!(FieldRow { path, pengaduan, aspirasi, permintaan_informasi, id, en, source });
