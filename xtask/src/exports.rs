//! The symbols of the C library: those of the committed list, and no other.

use crate::Done;
use crate::files::read;
use crate::run::{output, program};
use std::collections::BTreeSet;
use std::path::Path;

/// One name a line, sorted.
const LIST: &str = "lapor-ffi/exports.txt";

/// Compares what a shared library exports, and what the header declares, with the committed list.
pub(crate) fn check(library: &Path) -> Done {
    let list = read(LIST)?;
    let names: BTreeSet<&str> = list.lines().collect();
    let header = read("include/lapor.h")?;
    let symbols = output(program("nm").args(["-D", "--defined-only"]).arg(library))?;
    let exported = symbols.lines().filter_map(|line| line.split_whitespace().last()).collect();
    same("the library exports", &exported, &names)?;
    same("lapor.h declares", &declared(&header), &names)
}

/// The functions of the header: the names that stand before a parenthesis outside its comments.
fn declared(header: &str) -> BTreeSet<&str> {
    let code = header.lines().filter(|line| !line.starts_with("//"));
    let before = code.filter_map(|line| line.split_once('(')).map(|(before, _)| before);
    before.filter_map(|text| text.rsplit([' ', '*']).next()).filter(|name| name.starts_with("lapor_")).collect()
}

fn same(what: &str, found: &BTreeSet<&str>, list: &BTreeSet<&str>) -> Done {
    let more: Vec<_> = found.difference(list).collect();
    let missing: Vec<_> = list.difference(found).collect();
    if more.is_empty() && missing.is_empty() {
        return Ok(());
    }
    Err(format!("{what} other functions than {LIST}: more {more:?}, missing {missing:?}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_are_told_from_prose_and_types() {
        let header = "// lapor_free(NULL) is allowed\n#define LAPOR_OK 0\nconst char *lapor_version(void);\nvoid lapor_free(struct lapor *x,\n                (void)0);\n";
        assert_eq!(declared(header), BTreeSet::from(["lapor_version", "lapor_free"]));
    }

    #[test]
    fn a_name_too_many_or_too_few_is_told() {
        let (one, two) = (BTreeSet::from(["a"]), BTreeSet::from(["a", "b"]));
        assert!(same("x", &two, &one).is_err_and(|e| e.contains("more [\"b\"]")));
        assert!(same("x", &one, &two).is_err_and(|e| e.contains("missing [\"b\"]")));
        assert_eq!(same("x", &one, &one), Ok(()));
    }
}
