//! Why the whole work stops; a bad line never does.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Usage, pack or file error: exit status 2.
#[derive(Debug)]
pub(crate) enum Stop {
    /// A flag has a value that the library refuses.
    Flag(&'static str, lapor_core::Error),
    /// A pack was refused.
    Pack(PathBuf, lapor_core::Error),
    /// The engine cannot be built at all.
    Engine(lapor_core::Error),
    /// The header of a CSV file has no column that we know.
    Header,
    /// A file cannot be read.
    File(PathBuf, io::Error),
    /// The output cannot be written.
    Output(io::Error),
    /// A named file cannot be written.
    Written(PathBuf, io::Error),
    /// A region's code is refused.
    Region(String, lapor_core::Error),
    /// The folder to be written holds something already.
    Occupied(PathBuf),
    /// An overlay says something that has no place in the sheets, or the sheets would be refused: then with the fault.
    Unsayable(PathBuf, String),
}

impl Stop {
    /// A reading error of a named file.
    pub(crate) fn file(path: &Path) -> impl FnOnce(io::Error) -> Stop + '_ {
        |error| Stop::File(path.to_owned(), error)
    }

    /// A writing error of a named file.
    pub(crate) fn written(path: &Path) -> impl FnOnce(io::Error) -> Stop + '_ {
        |error| Stop::Written(path.to_owned(), error)
    }

    /// True when the reader of our output went away.
    pub(crate) fn is_closed_pipe(&self) -> bool {
        matches!(self, Stop::Output(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Stop::Output(error)
    }
}

impl From<csv::Error> for Stop {
    fn from(error: csv::Error) -> Self {
        Stop::Output(plain(error))
    }
}

/// The writing error inside an error of the csv crate, with its kind.
fn plain(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Stop::Flag(flag, error) => refused(f, flag, error),
            Stop::Pack(file, error) => refused(f, &file.display(), error),
            Stop::Engine(error) => refused(f, &"engine", error),
            Stop::Header => f.write_str(
                "tajuk CSV tidak memuat kolom judul atau isi | the CSV header has no column for title or content \
                 (title, content, judul, isi)",
            ),
            Stop::File(file, error) => {
                write!(f, "{}: berkas tidak terbaca | the file cannot be read: {error}", file.display())
            }
            Stop::Written(file, error) => {
                write!(f, "{}: berkas tidak dapat ditulis | the file cannot be written: {error}", file.display())
            }
            Stop::Region(code, error) => refused(f, code, error),
            Stop::Occupied(folder) => {
                write!(f, "{}: folder tidak kosong | the folder is not empty", folder.display())
            }
            Stop::Unsayable(file, fault) => {
                let file = file.display();
                write!(f, "{file}: lembar CSV tidak dapat memuat semua isinya | CSV sheets cannot hold all it says")?;
                if fault.is_empty() { Ok(()) } else { write!(f, ": {fault}") }
            }
            Stop::Output(error) => write!(f, "keluaran tidak dapat ditulis | the output cannot be written: {error}"),
        }
    }
}

/// What was refused, the code and place, and the sentence in both languages.
fn refused(f: &mut fmt::Formatter<'_>, what: &dyn fmt::Display, error: &lapor_core::Error) -> fmt::Result {
    let text = error.text();
    write!(f, "{what}: {} {:?}: {} | {}", error.code().as_str(), error.path(), text.id, text.en)
}
