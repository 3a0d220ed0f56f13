//! Files of the repository.

use std::path::{Path, PathBuf};

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// Where cargo puts what it builds.
pub(crate) fn target() -> PathBuf {
    root().join(std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()))
}

/// Reads a text by its path from the root.
pub(crate) fn read(path: &str) -> Result<String, String> {
    std::fs::read_to_string(root().join(path)).map_err(|e| format!("{path}: {e}"))
}

/// Writes a generated file, or with `check` proves that the committed one is current.
pub(crate) fn write(path: &str, content: &[u8], check: bool, command: &str) -> crate::Done {
    let file = root().join(path);
    if check {
        let same = std::fs::read(&file).is_ok_and(|old| old == content);
        return if same { Ok(()) } else { Err(format!("{path} is not current: run `cargo xtask {command}`")) };
    }
    if let Some(dir) = file.parent() {
        std::fs::create_dir_all(dir).map_err(|e| format!("{path}: {e}"))?;
    }
    std::fs::write(&file, content).map_err(|e| format!("{path}: {e}"))
}

/// All files below a directory with an ending, sorted.
pub(crate) fn below(dir: &Path, ending: &str) -> Result<Vec<PathBuf>, String> {
    let mut out = Vec::new();
    let entries = std::fs::read_dir(dir).map_err(|e| format!("{}: {e}", dir.display()))?;
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            out.extend(below(&path, ending)?);
        } else if path.to_string_lossy().ends_with(ending) {
            out.push(path);
        }
    }
    out.sort();
    Ok(out)
}
