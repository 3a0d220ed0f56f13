//! What goes in: the complaint as a channel hands it over.

use super::{Date, Instant};
use crate::json::{choices, record};
use crate::sorted::Sorted;
use serde::Serialize;

/// What the reporter sends.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
#[doc(alias = "laporan")]
pub struct Complaint {
    /// Title as the reporter wrote it.
    pub title: Option<String>,
    /// What happened, in the reporter's words.
    pub content: Option<String>,
    /// Kind of report, if the reporter or an officer chose one.
    pub classification: Option<ClassificationValue>,
    /// Whether it is about abuse of authority, if an officer has said so.
    pub supervision: Option<Supervision>,
    /// When it was received; the rules of that day judge. Default: the request's `now`.
    pub received_at: Option<Instant>,
    /// Day of the incident.
    pub date_of_incident: Option<Date>,
    /// Place of the object of the complaint.
    pub location: Location,
    /// Category id (path) or LAPOR! number.
    pub category: Option<String>,
    /// Institution the reporter named: an office id or words.
    pub suggested_institution: Option<String>,
    /// Channel it came through.
    pub channel: Option<String>,
    /// Name hidden from the public and the reported unit.
    #[doc(alias = "anonim")]
    pub is_anonymous: Option<bool>,
    /// Content hidden from the public.
    #[doc(alias = "rahasia")]
    pub is_secret: Option<bool>,
    /// Files sent with it; only their description.
    pub attachments: Vec<Attachment>,
    /// Who reports.
    pub reporter: Reporter,
    /// Answers to discriminator questions: id → value.
    pub answers: Sorted<String, String>,
    /// Anything else the host wants to keep beside it; never read.
    pub extra: Sorted<String, serde_json::Value>,
}

record!(default Complaint { title, content, classification, supervision, received_at, date_of_incident, location, category, suggested_institution, channel, is_anonymous, is_secret, attachments, reporter, answers: Given, extra });

/// Where the object of the complaint is.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Location {
    /// Region code, or the name of a region.
    pub region: Option<String>,
    /// Address in words.
    pub address: Option<String>,
    /// Five digits.
    pub postal_code: Option<String>,
    /// Latitude in degrees.
    pub lat: Option<f64>,
    /// Longitude in degrees.
    pub lng: Option<f64>,
}

record!(default Location { region, address, postal_code, lat, lng });

/// A file's description.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Attachment {
    /// File name.
    pub name: Option<String>,
    /// Media type.
    pub media_type: Option<String>,
    /// Size in bytes.
    pub bytes: Option<u64>,
}

record!(default Attachment { name, media_type, bytes });

/// Who reports. Only `complaint.view` gives any of it back, to audiences that may see it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
#[doc(alias = "pelapor")]
pub struct Reporter {
    /// Name.
    pub name: Option<String>,
    /// National identity number.
    pub nik: Option<String>,
    /// Phone number.
    pub phone: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Home address.
    pub address: Option<String>,
    /// On whose behalf.
    pub on_behalf_of: Option<String>,
}

record!(default Reporter { name, nik, phone, email, address, on_behalf_of });

/// The three kinds of report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ClassificationValue {
    /// A complaint about a service.
    Pengaduan,
    /// A wish or proposal.
    Aspirasi,
    /// A request for information.
    PermintaanInformasi,
}

choices!(ClassificationValue { "pengaduan" => Pengaduan, "aspirasi" => Aspirasi, "permintaan_informasi" => PermintaanInformasi });

impl ClassificationValue {
    /// The name on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            ClassificationValue::Pengaduan => "pengaduan",
            ClassificationValue::Aspirasi => "aspirasi",
            ClassificationValue::PermintaanInformasi => "permintaan_informasi",
        }
    }
}

/// Whether a complaint is about abuse of authority or breach of law by officials (Permendagri 8/2023 Pasal 1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Supervision {
    /// It is.
    BerkadarPengawasan,
    /// It is not.
    TidakBerkadarPengawasan,
}

choices!(Supervision { "berkadar_pengawasan" => BerkadarPengawasan, "tidak_berkadar_pengawasan" => TidakBerkadarPengawasan });

/// How much an answer carries.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Detail {
    /// At most three candidates each, no evidence.
    #[default]
    Brief,
    /// Everything, rejected candidates with their first failing condition included.
    Full,
}

choices!(default Detail { "brief" => Brief, "full" => Full });

impl Detail {
    /// Largest number of candidates of each kind (wire §4).
    #[must_use]
    pub const fn most(self) -> usize {
        match self {
            Detail::Brief => 3,
            Detail::Full => 10,
        }
    }
}

/// Unit of span offsets.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Offsets {
    /// UTF-8 bytes.
    #[default]
    Utf8,
    /// UTF-16 code units, as JavaScript and Java count.
    Utf16,
}

choices!(default Offsets { "utf8" => Utf8, "utf16" => Utf16 });
