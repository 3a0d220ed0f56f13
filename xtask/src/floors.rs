//! The house has floors: a module of lapor-core may use what lies on lower floors, itself, and the arrows drawn inside its floor. This reads
//! every path from the root of the crate against the table.

use crate::Done;
use crate::files::{below, root};

/// Modules by floor, from the ground up (design §2; ARCHITECTURE.md draws the same).
const FLOORS: &[&[&str]] = &[
    &["message", "error", "json", "sort", "sorted"],
    &["complaint", "pack", "text"],
    &["region", "calendar", "taxonomy", "institution", "identity"],
    &["place", "matter", "privacy"],
    &["routing", "view"],
    &["case"],
    &["engine", "triage", "pack_check"],
    &["call", "schema"],
];

/// Arrows inside a floor: the first uses the second.
const ARROWS: &[(&str, &str)] = &[
    ("error", "message"),
    ("json", "error"),
    ("json", "sorted"),
    ("message", "sorted"),
    ("sorted", "sort"),
    ("text", "complaint"),
    ("pack", "complaint"),
    ("institution", "region"),
    ("identity", "region"),
    ("triage", "engine"),
    ("pack_check", "engine"),
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

/// The modules that a file names, each with its line: what follows `crate::`, or as many `super::` as lead from its depth to the root.
/// Comments and tests do not count.
fn references(depth: usize, text: &str) -> Vec<(usize, String)> {
    let lines = text.lines().map(|line| line.split("//").next().unwrap_or_default());
    let code = lines.collect::<Vec<_>>().join("\n");
    let code = code.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let mut found = Vec::new();
    for start in ["crate::", &"super::".repeat(depth)] {
        for (at, _) in code.match_indices(start) {
            let before = code.get(..at).unwrap_or_default();
            // `other_crate::`, `$crate::` and a longer row of `super::` are something else.
            if !before.ends_with(|c: char| c.is_alphanumeric() || "_$:".contains(c)) {
                let line = before.matches('\n').count() + 1;
                let rest = code.get(at + start.len()..).unwrap_or_default();
                found.extend(heads(rest).into_iter().map(|name| (line, name)));
            }
        }
    }
    found.sort();
    found
}

/// The first names of a path, or of each path in a group: of `{a::B, c::{D, E}}` a and c.
fn heads(rest: &str) -> Vec<String> {
    let name = |s: &str| s.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let Some(group) = rest.trim_start().strip_prefix('{') else { return vec![name(rest)] };
    let mut names = vec![name(group)];
    let mut depth = 0;
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(name(group.get(at + 1..).unwrap_or_default())),
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty());
    names
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
        let depth = name.trim_end_matches(".rs").trim_end_matches("/mod").split('/').count();
        for (line, to) in references(depth, &text).into_iter().filter(|(_, to)| !ROOT.contains(&to.as_str())) {
            match allowed(&module, &to) {
                Ok(true) => {}
                Ok(false) => faults.push(format!("{name}:{line}: {module} → {to} is not drawn")),
                Err(e) => faults.push(format!("{name}:{line}: {e}")),
            }
        }
        if floor(&module).is_none() {
            faults.push(format!("{name}: module `{module}` stands on no floor"));
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(format!("floors:\n  {}", faults.join("\n  "))) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(depth: usize, text: &str) -> Vec<String> {
        references(depth, text).into_iter().map(|(_, name)| name).collect()
    }

    #[test]
    fn paths_are_read_and_comments_are_not() {
        assert_eq!(names(1, "use crate::place::Gazetteer; // crate::call"), ["place"]);
        assert_eq!(names(1, "fn f(a: crate::error::Error, b: crate::pack::Overlay) {"), ["error", "pack"]);
        assert!(names(1, "//! [`crate::call`]\nuse some_crate::call;").is_empty());
        assert_eq!(references(1, "\nuse crate::text::Hit;"), [(2, "text".to_owned())]);
    }

    #[test]
    fn groups_and_supers_are_read_and_tests_are_not() {
        assert_eq!(names(1, "use crate::{\n    region::{Name, call},\n    text::Hit,\n};"), ["region", "text"]);
        assert_eq!(names(2, "use super::check; use super::super::call::x;"), ["call"]);
        assert_eq!(names(1, "use super::call; use self::build::x;"), ["call"]);
        assert!(names(1, "#[cfg(test)]\nmod tests { use crate::call; }").is_empty());
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
