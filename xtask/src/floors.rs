//! The house has floors: a module of lapor-core may use what lies on lower floors, itself, and the arrows drawn inside its floor. This reads
//! every `crate::…` path in the sources against the table.

use crate::Done;
use crate::files::{below, root};

/// Modules by floor, from the ground up (design §2; ARCHITECTURE.md draws the same).
const FLOORS: [&[&str]; 8] = [
    &["message", "error", "json"],
    &["complaint", "pack", "text"],
    &["region", "calendar", "taxonomy", "institution"],
    &["place", "matter"],
    &["routing"],
    &["case"],
    &["engine", "triage"],
    &["call", "schema"],
];

/// Arrows inside a floor: the first uses the second.
const ARROWS: [(&str, &str); 6] = [
    ("error", "message"),
    ("json", "error"),
    ("text", "complaint"),
    ("pack", "complaint"),
    ("institution", "region"),
    ("triage", "engine"),
];

/// Names that stand in lib.rs itself and may be used from anywhere.
const ROOT: [&str; 3] = ["VERSION", "WIRE", "ABI"];

fn floor(module: &str) -> Option<usize> {
    FLOORS.iter().position(|f| f.contains(&module))
}

fn allowed(from: &str, to: &str) -> Result<bool, String> {
    let unknown = |m: &str| format!("module `{m}` stands on no floor");
    let a = floor(from).ok_or_else(|| unknown(from))?;
    let b = floor(to).ok_or_else(|| unknown(to))?;
    Ok(from == to || b < a || ARROWS.contains(&(from, to)))
}

/// The modules that a line refers to by `crate::…`.
fn references(line: &str) -> Vec<&str> {
    let code = line.split("//").next().unwrap_or("");
    let paths = code.split("crate::").skip(1);
    paths.map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or("")).collect()
}

/// Checks every file of lapor-core.
pub(crate) fn run() -> Done {
    let src = root().join("lapor-core/src");
    let mut faults = Vec::new();
    for file in below(&src, ".rs")? {
        let name = file.strip_prefix(&src).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        let module = name.split(['/', '.']).next().unwrap_or_default().to_owned();
        if module == "lib" {
            continue;
        }
        let text = std::fs::read_to_string(&file).map_err(|e| format!("{name}: {e}"))?;
        for (n, line) in text.lines().enumerate() {
            for to in references(line).into_iter().filter(|to| !ROOT.contains(to) && !to.is_empty()) {
                match allowed(&module, to) {
                    Ok(true) => {}
                    Ok(false) => faults.push(format!("{name}:{}: {module} → {to} is not drawn", n + 1)),
                    Err(e) => faults.push(format!("{name}:{}: {e}", n + 1)),
                }
            }
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(format!("floors:\n  {}", faults.join("\n  "))) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_read_and_comments_are_not() {
        assert_eq!(references("use crate::place::Gazetteer; // crate::call"), ["place"]);
        assert_eq!(references("fn f(a: crate::error::Error, b: crate::pack::Overlay) {"), ["error", "pack"]);
        assert!(references("//! [`crate::call`]").is_empty());
    }

    #[test]
    fn down_is_allowed_up_is_not() {
        assert_eq!(allowed("routing", "region"), Ok(true));
        assert_eq!(allowed("region", "routing"), Ok(false));
        assert_eq!(allowed("place", "matter"), Ok(false));
        assert_eq!(allowed("triage", "engine"), Ok(true));
        assert_eq!(allowed("engine", "triage"), Ok(false));
        assert!(allowed("cellar", "error").is_err());
    }

    #[test]
    fn the_house_stands() {
        assert_eq!(run(), Ok(()));
    }
}
