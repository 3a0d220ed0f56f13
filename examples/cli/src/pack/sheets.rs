//! The sheets of a pack's folder: which file holds which rows of the overlay, and which column which member.

/// How a cell is read and written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A text for people.
    Words,
    /// An id or another word of the tables: a spreadsheet must not have made a number or a date of it.
    Code,
    /// An office type, with or without its `opd:`.
    Type,
    /// Office types between `|`.
    Types,
    /// Texts between `|`.
    List,
    /// Ids between `|`.
    Codes,
    /// A day.
    Day,
    /// `discriminator=value,value | …`.
    When,
    /// What an exception does, by its Indonesian word or its code.
    Effect,
}

/// A column.
#[derive(Debug)]
pub(super) struct Column {
    /// Its heading.
    pub(super) heading: &'static str,
    /// The member it fills.
    pub(super) member: &'static str,
    /// How its cells are read.
    pub(super) kind: Kind,
    /// The column must be there, and its cells filled.
    pub(super) required: bool,
}

/// A file of the folder.
#[derive(Debug)]
pub(super) struct Sheet {
    /// Its name.
    pub(super) file: &'static str,
    /// The member of the overlay that its rows make.
    pub(super) member: &'static str,
    /// The file must be there.
    pub(super) required: bool,
    /// Its columns in the order in which they are written.
    pub(super) columns: &'static [Column],
}

const fn must(heading: &'static str, member: &'static str, kind: Kind) -> Column {
    Column { heading, member, kind, required: true }
}

const fn may(heading: &'static str, member: &'static str, kind: Kind) -> Column {
    Column { heading, member, kind, required: false }
}

/// What the overlay is: one entry a row.
pub(super) const ABOUT: Sheet = Sheet {
    file: "keterangan.csv",
    member: "about",
    required: true,
    columns: &[must("isian", "key", Kind::Words), may("nilai", "value", Kind::Words)],
};

/// Where the facts come from.
pub(super) const SOURCES: Sheet = Sheet {
    file: "sumber.csv",
    member: "sources",
    required: true,
    columns: &[must("id", "id", Kind::Code), must("keterangan", "text", Kind::Words)],
};

/// The rows of the overlay.
pub(super) const LISTS: [Sheet; 5] = [
    Sheet {
        file: "perangkat-daerah.csv",
        member: "offices",
        required: true,
        columns: &[
            must("id", "id", Kind::Code),
            must("jenis", "type", Kind::Type),
            must("nama", "name", Kind::Words),
            may("sebutan", "aliases", Kind::List),
            may("juga", "also", Kind::Types),
            may("mulai", "from", Kind::Day),
            may("sampai", "until", Kind::Day),
            must("sumber", "source", Kind::Code),
        ],
    },
    Sheet {
        file: "pengecualian.csv",
        member: "exceptions",
        required: false,
        columns: &[
            must("id", "id", Kind::Code),
            may("pokok_masalah", "matter", Kind::Code),
            may("kelompok", "group", Kind::Code),
            may("kata", "word", Kind::Words),
            may("bila", "when", Kind::When),
            must("tindakan", "effect", Kind::Effect),
            may("kepada", "to", Kind::Codes),
            may("tingkat", "level", Kind::Code),
            may("mulai", "from", Kind::Day),
            may("sampai", "until", Kind::Day),
            must("sumber", "source", Kind::Code),
            may("catatan", "note", Kind::Words),
        ],
    },
    Sheet {
        file: "kanal.csv",
        member: "channels",
        required: false,
        columns: &[
            must("id", "id", Kind::Code),
            must("nama", "name", Kind::Words),
            may("jenis", "kind", Kind::Code),
            may("mulai", "from", Kind::Day),
            may("sampai", "until", Kind::Day),
            must("sumber", "source", Kind::Code),
        ],
    },
    Sheet {
        file: "hari-libur.csv",
        member: "calendar",
        required: false,
        columns: &[
            must("tanggal", "date", Kind::Day),
            must("nama", "name", Kind::Words),
            must("sumber", "source", Kind::Code),
        ],
    },
    Sheet {
        file: "kata-setempat.csv",
        member: "words",
        required: false,
        columns: &[
            must("kata", "word", Kind::Words),
            must("arti", "means", Kind::Words),
            must("sumber", "source", Kind::Code),
        ],
    },
];

/// Entries of `keterangan.csv` and the members they fill.
pub(super) const KEYS: [(&str, &str); 4] =
    [("paket", "pack"), ("versi", "version"), ("wilayah", "for"), ("administrator", "administrator")];

/// What an exception does, as the sheet says it.
pub(super) const EFFECTS: [(&str, &str); 5] =
    [("to", "alihkan"), ("add", "tambahkan"), ("replace", "gantikan"), ("level", "tingkat"), ("means", "arti")];

/// Every sheet, in the order in which faults are listed.
pub(super) fn all() -> impl Iterator<Item = &'static Sheet> {
    [&ABOUT, &SOURCES].into_iter().chain(&LISTS)
}

impl Sheet {
    /// The headings, for people.
    pub(super) fn headings(&self) -> String {
        self.columns.iter().map(|column| column.heading).collect::<Vec<_>>().join(", ")
    }
}
