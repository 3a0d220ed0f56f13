//! What the tests share: the command with the status that is expected of it, and folders.

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

pub(crate) const NOW: &str = "2026-11-23T09:00:00+07:00";
/// What a spreadsheet in Indonesia puts first.
pub(crate) const MARK: &str = "\u{feff}";

/// Runs the command.
pub(crate) fn run(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_lapor")).args(args).output().unwrap()
}

/// Runs the command, which must end with that status.
pub(crate) fn lapor(status: i32, args: &[&str]) -> Output {
    let output = run(args);
    assert_eq!(output.status.code(), Some(status), "{args:?}\n{}{}", stdout(&output), stderr(&output));
    output
}

pub(crate) fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

pub(crate) fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

/// The path of an overlay of the examples.
pub(crate) fn example(name: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    root.join("examples/packs").join(name).to_str().unwrap().to_owned()
}

/// A folder of one test, empty at its start.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("pack-{name}"));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    pub(crate) fn path(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_owned()
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.join(name).exists()
    }

    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> &Self {
        fs::write(self.0.join(name), bytes).unwrap();
        self
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap()
    }

    pub(crate) fn json(&self, name: &str) -> Value {
        serde_json::from_str(&self.read(name)).unwrap()
    }

    /// The smallest folder of sheets that is good.
    pub(crate) fn small(name: &str) -> Self {
        let folder = Folder::new(name);
        folder
            .write("keterangan.csv", "isian;nilai\npaket;id.12.71\nversi;2026.1\nwilayah;12.71 Kota Medan\n")
            .write("sumber.csv", "id;keterangan\nK;pengetahuan umum\n")
            .write("perangkat-daerah.csv", "id;jenis;nama;sumber\ndishub;dishub;Dinas Perhubungan Kota Medan;K\n");
        folder
    }

    /// Builds `out.json` of the sheets, with that status.
    pub(crate) fn build(&self, status: i32, more: &[&str]) -> Output {
        let (dir, out) = (self.path(""), self.path("out.json"));
        lapor(status, &[&["pack", "build", &dir, "-o", &out], more].concat())
    }
}
