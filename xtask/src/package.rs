//! What a crate is published with: the licences, the notices that its data ask for, and where the data come from.

use crate::Done;
use crate::run::cargo;

/// Crates that others may build or ship.
const CRATES: [&str; 4] = ["lapor-core", "lapor-ffi", "lapor-wasm", "lapor-cli"];
/// Files that each must hold.
const LEGAL: [&str; 3] = ["LICENSE-APACHE", "LICENSE-MIT", "NOTICE"];
/// Says of each file of data where it comes from and how it was changed; the notices name it.
const SOURCES: &str = "data/sources/SOURCES.md";

/// Asks cargo what it would pack.
pub(crate) fn run() -> Done {
    for name in CRATES {
        let mut command = cargo(&["package", "--list", "-q", "--allow-dirty", "--offline", "-p", name]);
        let output = command.output().map_err(|e| format!("cargo package: {e}"))?;
        let list = String::from_utf8_lossy(&output.stdout);
        if !output.status.success() {
            return Err(format!("cargo package -p {name}: {}", String::from_utf8_lossy(&output.stderr)));
        }
        missing(name, &list)?;
    }
    Ok(())
}

fn missing(name: &str, list: &str) -> Done {
    let sources = [SOURCES].into_iter().filter(|_| name == "lapor-core");
    let lacks = LEGAL.into_iter().chain(sources).find(|file| list.lines().all(|line| line != *file));
    lacks.map_or(Ok(()), |file| Err(format!("{name} would be published without {file}")))
}

#[cfg(test)]
mod tests {
    use super::missing;

    #[test]
    fn what_is_missing_is_named() {
        let legal = "Cargo.toml\nLICENSE-APACHE\nLICENSE-MIT\nNOTICE\n";
        assert_eq!(missing("lapor-ffi", legal), Ok(()));
        assert_eq!(
            missing("lapor-core", legal),
            Err("lapor-core would be published without data/sources/SOURCES.md".to_owned())
        );
        assert_eq!(
            missing("lapor-ffi", "LICENSE-APACHE\nLICENSE-MIT\nsrc/NOTICE\n"),
            Err("lapor-ffi would be published without NOTICE".to_owned())
        );
    }
}
