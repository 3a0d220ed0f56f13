//! A CSV header and its rows made into complaints.
//!
//! Columns bear the names of the wire or their Indonesian names, those of LAPOR!'s own report export included; letter case and
//! punctuation do not count. A blank cell says nothing. A cell that cannot be read as its column asks is handed on as it stands,
//! so that the library refuses it with the path of the member. Columns that are not known here are kept in a CSV output only.

use crate::dates;
use crate::json::{self, Defaults, Item};
use csv::ByteRecord;
use lapor_core::{Error, ErrorCode};
use serde_json::{Map, Value};

/// What a column holds.
#[derive(Debug, Clone, PartialEq)]
enum Column {
    /// The id of the row.
    Id,
    /// A string member: object it lies in ("" = the complaint), name, and how the cell is read.
    Member(&'static str, String, Cell),
    /// A part of an address: the parts come from small to large.
    Part(Part),
    /// Anonim, Rahasia, both or neither.
    Secrecy,
    /// Not ours.
    Other,
}

/// How a cell is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cell {
    /// As it stands.
    Words,
    /// A code: `Permintaan Informasi` is `permintaan_informasi`.
    Code,
    /// Pengaduan, aspirasi or permintaan informasi, and in LAPOR!'s export whether it is about abuse of authority.
    Kind,
    /// A day.
    Day,
    /// A day or an instant.
    Instant,
    /// Yes or no.
    Flag,
    /// A decimal number.
    Decimal,
}

/// Parts of an address, from small to large.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Village,
    District,
    Regency,
    City,
    RegencyOrCity,
    Province,
}

impl Part {
    /// The word in front of a name, and the words with one of which the name may begin already.
    const fn words(self) -> (&'static str, &'static [&'static str]) {
        match self {
            Part::Village => ("Kel. ", &["kel", "desa", "ds"]),
            Part::District => ("Kec. ", &["kec", "distrik"]),
            Part::Regency => ("Kab. ", &["kab", "kota"]),
            Part::City => ("Kota ", &["kab", "kota"]),
            Part::RegencyOrCity => ("", &[]),
            Part::Province => ("Provinsi ", &["prov", "dki", "daerah"]),
        }
    }

    /// The name with its word.
    fn named(self, name: &str) -> String {
        let (word, known) = self.words();
        let start = name.split([' ', '.']).next().unwrap_or_default().to_lowercase();
        if known.iter().any(|known| start.starts_with(known)) { name.to_owned() } else { format!("{word}{name}") }
    }
}

/// The header of a CSV file.
#[derive(Debug, Default)]
pub(crate) struct Header {
    columns: Vec<Column>,
}

impl Header {
    /// Reads a header.
    pub(crate) fn read(record: &ByteRecord) -> Self {
        Header { columns: record.iter().map(|name| column(&plain(&String::from_utf8_lossy(name)))).collect() }
    }

    /// How many columns are known.
    pub(crate) fn known(&self) -> usize {
        self.columns.iter().filter(|column| **column != Column::Other).count()
    }

    /// True if there is a title or a content.
    pub(crate) fn is_usable(&self) -> bool {
        self.columns.iter().any(|column| match column {
            Column::Member("", name, _) => name == "title" || name == "content",
            _ => false,
        })
    }

    /// The request of a row.
    pub(crate) fn item(&self, record: &ByteRecord, defaults: &Defaults) -> Item {
        let mut id = None;
        let mut fault = None;
        let mut complaint = Map::new();
        let mut parts = Vec::new();
        for (column, cell) in self.columns.iter().zip(record) {
            if *column == Column::Other {
                continue;
            }
            let Ok(cell) = std::str::from_utf8(cell) else {
                fault.get_or_insert_with(|| Error::new(ErrorCode::BadUtf8, path(column)));
                continue;
            };
            let cell = cell.trim();
            if cell.is_empty() {
                continue;
            }
            match column {
                Column::Id => _ = id.get_or_insert_with(|| json::quote(cell)),
                Column::Member(parent, name, kind) => {
                    if *kind == Cell::Kind
                        && let Some(supervision) = supervision(cell)
                    {
                        put(&mut complaint, "", "supervision", supervision.into());
                    }
                    put(&mut complaint, parent, name, value(*kind, cell));
                }
                Column::Part(part) => parts.push((*part, cell)),
                Column::Secrecy => {
                    let cell = cell.to_lowercase();
                    for (word, name) in [("anonim", "is_anonymous"), ("rahasia", "is_secret")] {
                        if cell.contains(word) {
                            put(&mut complaint, "", name, true.into());
                        }
                    }
                }
                Column::Other => {}
            }
        }
        place(&mut complaint, parts);
        let title = complaint.get("title").and_then(Value::as_str).unwrap_or_default().to_owned();
        let request = match fault {
            Some(fault) => Err(fault),
            None => Ok(json::wrap(&Value::Object(complaint).to_string(), defaults)),
        };
        Item { id, request, title }
    }
}

/// Where a column's member lies in the request.
fn path(column: &Column) -> String {
    match column {
        Column::Id => "/id".to_owned(),
        Column::Member("", name, _) => format!("/complaint/{name}"),
        Column::Member(parent, name, _) => format!("/complaint/{parent}/{name}"),
        Column::Part(_) => "/complaint/location/address".to_owned(),
        Column::Secrecy | Column::Other => "/complaint".to_owned(),
    }
}

/// Puts a value into the complaint or an object in it; the first of two columns for one member wins.
fn put(complaint: &mut Map<String, Value>, parent: &str, name: &str, value: Value) {
    let object = if parent.is_empty() {
        Some(complaint)
    } else {
        complaint.entry(parent).or_insert_with(|| Value::Object(Map::new())).as_object_mut()
    };
    if let Some(object) = object {
        object.entry(name).or_insert(value);
    }
}

/// Puts the parts of an address behind the address; a code among them is the region.
fn place(complaint: &mut Map<String, Value>, mut parts: Vec<(Part, &str)>) {
    parts.sort_by_key(|(part, _)| *part);
    let mut address = Vec::new();
    for (part, cell) in parts {
        if cell.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
            put(complaint, "location", "region", cell.into());
        } else {
            address.push(part.named(cell));
        }
    }
    if address.is_empty() {
        return;
    }
    put(complaint, "location", "address", Value::String(String::new()));
    if let Some(Value::String(given)) = complaint.get_mut("location").and_then(|place| place.get_mut("address")) {
        if !given.is_empty() {
            address.insert(0, std::mem::take(given));
        }
        *given = address.join(", ");
    }
}

/// A cell as a value of its kind; as it stands where it cannot be read so.
fn value(kind: Cell, cell: &str) -> Value {
    match kind {
        Cell::Words => None,
        Cell::Code => Some(plain(cell).into()),
        Cell::Kind => {
            let code = plain(cell);
            Some(if code.starts_with("pengaduan_") { "pengaduan".into() } else { code.into() })
        }
        Cell::Day => dates::day(cell).map(Value::from),
        Cell::Instant => dates::day(cell).map(|day| format!("{day}T00:00:00+07:00").into()),
        Cell::Flag => match plain(cell).as_str() {
            "ya" | "y" | "yes" | "true" | "benar" | "1" => Some(true.into()),
            "tidak" | "t" | "n" | "no" | "false" | "salah" | "0" => Some(false.into()),
            _ => None,
        },
        Cell::Decimal => cell.parse::<f64>().ok().and_then(serde_json::Number::from_f64).map(Value::Number),
    }
    .unwrap_or_else(|| cell.into())
}

/// What LAPOR!'s export says beside "Pengaduan".
fn supervision(cell: &str) -> Option<&'static str> {
    match plain(cell).as_str() {
        "pengaduan_berkadar_pengawasan" => Some("berkadar_pengawasan"),
        "pengaduan_tidak_berkadar_pengawasan" => Some("tidak_berkadar_pengawasan"),
        _ => None,
    }
}

/// A name without letter case and punctuation: `Tanggal Kejadian` → `tanggal_kejadian`.
pub(crate) fn plain(name: &str) -> String {
    let words = name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("_")
}

/// The column of a plain name.
fn column(name: &str) -> Column {
    let member = |parent, name: &str, cell| Column::Member(parent, name.to_owned(), cell);
    if let Some(id) = name.strip_prefix("answers_").or_else(|| name.strip_prefix("jawaban_")) {
        return member("answers", id, Cell::Words);
    }
    let name = name.strip_prefix("location_").unwrap_or(name);
    match name {
        "id" | "tracking_id" | "id_laporan" | "nomor_laporan" | "nomor_tiket" => Column::Id,
        "title" | "judul" | "judul_laporan" => member("", "title", Cell::Words),
        "content" | "isi" | "isi_laporan" | "isi_laporan_awal" | "uraian" => member("", "content", Cell::Words),
        "classification" | "klasifikasi" | "klasifikasi_laporan" => member("", "classification", Cell::Kind),
        "supervision" | "kadar_pengawasan" => member("", "supervision", Cell::Code),
        "received_at" | "tanggal_diterima" | "tanggal_laporan_masuk" | "tanggal_laporan" => {
            member("", "received_at", Cell::Instant)
        }
        "date_of_incident" | "tanggal_kejadian" | "tgl_kejadian" => member("", "date_of_incident", Cell::Day),
        "category" | "id_kategori" | "kategori" => member("", "category", Cell::Words),
        "suggested_institution" | "instansi_tujuan" | "instansi" => member("", "suggested_institution", Cell::Words),
        "channel" | "kanal" => member("", "channel", Cell::Words),
        "is_anonymous" | "anonim" => member("", "is_anonymous", Cell::Flag),
        "is_secret" | "rahasia" => member("", "is_secret", Cell::Flag),
        "tipe_laporan" | "tipe_laporan_anonim_rahasia" => Column::Secrecy,
        "region" | "wilayah" | "kode_wilayah" => member("location", "region", Cell::Words),
        "address" | "alamat" | "lokasi" | "alamat_kejadian" | "lokasi_kejadian" => {
            member("location", "address", Cell::Words)
        }
        "postal_code" | "kode_pos" | "kodepos" => member("location", "postal_code", Cell::Words),
        "lat" | "latitude" | "lintang" => member("location", "lat", Cell::Decimal),
        "lng" | "lon" | "longitude" | "bujur" => member("location", "lng", Cell::Decimal),
        "kelurahan" | "desa" | "kelurahan_desa" | "desa_kelurahan" => Column::Part(Part::Village),
        "kecamatan" | "distrik" => Column::Part(Part::District),
        "kabupaten" => Column::Part(Part::Regency),
        "kota" => Column::Part(Part::City),
        "kota_kabupaten" | "kabupaten_kota" | "kab_kota" => Column::Part(Part::RegencyOrCity),
        "provinsi" => Column::Part(Part::Province),
        "reporter_name" | "nama_pelapor" => member("reporter", "name", Cell::Words),
        "reporter_nik" | "nik_pelapor" | "nik" => member("reporter", "nik", Cell::Words),
        "reporter_phone" | "telepon_pelapor" | "telepon" => member("reporter", "phone", Cell::Words),
        "reporter_email" | "email_pelapor" | "email" => member("reporter", "email", Cell::Words),
        "reporter_address" | "alamat_pelapor" => member("reporter", "address", Cell::Words),
        "reporter_on_behalf_of" | "atas_nama" => member("reporter", "on_behalf_of", Cell::Words),
        _ => Column::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complaint(header: &[&str], cells: &[&str]) -> Value {
        let header = Header::read(&ByteRecord::from(header.to_vec()));
        let defaults = Defaults { now: "N".into(), jurisdiction: None, detail: None, reasons: false };
        let item = header.item(&ByteRecord::from(cells.to_vec()), &defaults);
        let request: Value = serde_json::from_slice(&item.request.unwrap()).unwrap();
        request["complaint"].clone()
    }

    #[test]
    fn wire_names_and_kinds_of_cells() {
        let header =
            ["title", "content", "is_secret", "location.lat", "lng", "answers.road_status", "category", "free note"];
        let cells = ["A", "B", "ya", "3.5", "98,7", "kota", " ", "kept elsewhere"];
        assert_eq!(
            complaint(&header, &cells),
            serde_json::json!({
                "title": "A", "content": "B", "is_secret": true, "location": {"lat": 3.5, "lng": "98,7"},
                "answers": {"road_status": "kota"}
            })
        );
    }

    #[test]
    fn names_of_the_report_export() {
        let header = [
            "Judul Laporan",
            "Isi Laporan Awal",
            "Klasifikasi Laporan",
            "Tipe Laporan (Anonim/Rahasia)",
            "Tanggal Laporan Masuk",
            "Provinsi",
            "Kota/Kabupaten",
            "Kecamatan",
            "Kelurahan",
        ];
        let cells = [
            "A",
            "B",
            "Pengaduan Tidak Berkadar Pengawasan",
            "Anonim|Rahasia",
            "18 Jan 2024",
            "Jawa Barat",
            "Kab. Bandung",
            "Cileunyi",
            "",
        ];
        assert_eq!(
            complaint(&header, &cells),
            serde_json::json!({
                "title": "A", "content": "B", "classification": "pengaduan", "supervision": "tidak_berkadar_pengawasan",
                "is_anonymous": true, "is_secret": true, "received_at": "2024-01-18T00:00:00+07:00",
                "location": {"address": "Kec. Cileunyi, Kab. Bandung, Provinsi Jawa Barat"}
            })
        );
    }

    #[test]
    fn parts_stand_behind_the_address_and_codes_are_the_region() {
        assert_eq!(
            complaint(&["isi", "kota", "alamat", "kecamatan"], &["x", "Medan", "Jl. Camar 1", "12.71.04"]),
            serde_json::json!({"content": "x", "location": {"address": "Jl. Camar 1, Kota Medan", "region": "12.71.04"}})
        );
    }
}
