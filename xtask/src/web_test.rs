//! The page of `examples/web`, set up by the steps of its README and used in Chromium (`tests/npm/web`).

use crate::Done;
use crate::dist::steps;
use crate::files::root;
use crate::npm_test::tell;
use crate::run::{output, program};
use std::path::Path;

const README: &str = "examples/web/README.md";

/// `tests` is where the tests of the package run, with what they need beside them.
pub(crate) fn check(tests: &Path) -> Done {
    let web = root().join("examples/web");
    // the steps must install the package themselves
    let _ = std::fs::remove_dir_all(web.join("node_modules"));
    let mut test = program("node");
    test.args(["--test", "web/latest.test.js", "web/page.test.js"]).current_dir(tests);
    test.env("LAPOR_ROOT", root()).env("LAPOR_WEB", web).env("LAPOR_STEPS", steps(README)?);
    tell("examples/web", &output(&mut test)?);
    println!("   {README}: its steps work as written");
    Ok(())
}
