//! `cargo xtask schema`: JSON Schema of every operation, from the Rust types.

use crate::Done;
use crate::files;

/// Writes include/schema, or proves it current.
pub(crate) fn run(check: bool) -> Done {
    let made = lapor_core::schema::files();
    for (name, schema) in &made {
        let text = serde_json::to_string_pretty(schema).map_err(|e| e.to_string())? + "\n";
        // what is a link to those who read Rust is a name to everybody else
        let text = text.replace("[`", "`").replace("`]", "`");
        files::write(&format!("include/schema/{name}"), text.as_bytes(), check, "schema")?;
    }
    let known = |file: &std::path::PathBuf| made.iter().any(|(name, _)| file.ends_with(name));
    let dir = files::root().join("include/schema");
    match files::below(&dir, ".json")?.into_iter().find(|file| !known(file)) {
        Some(stray) => Err(format!("{} belongs to no operation", stray.display())),
        None => Ok(()),
    }
}
