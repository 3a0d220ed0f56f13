//! `cargo xtask size`: what a browser has to load.

use crate::Done;
use crate::files::{below, root};
use std::io::Write;

/// The budget for code and packs together, brotli (design §9).
const BUDGET: usize = 350 * 1024;

fn brotli(bytes: &[u8]) -> Result<usize, String> {
    let mut out = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
    out.write_all(bytes).and_then(|()| out.flush()).map_err(|e| e.to_string())?;
    Ok(out.into_inner().len())
}

/// Prints the table against the budget; fails above the budget.
pub(crate) fn table() -> Done {
    let mut files = vec![root().join("target/npm/module/lapor.wasm")];
    files.extend(below(&root().join("lapor-core/data/packs"), ".pack")?);
    let (mut raw, mut packed) = (0, 0);
    println!("{:<24}{:>10}{:>10}", "file", "raw", "brotli");
    for file in files {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let bytes = std::fs::read(&file).map_err(|e| format!("{name}: {e}; run `cargo xtask wasm` first"))?;
        let small = brotli(&bytes)?;
        println!("{name:<24}{:>10}{small:>10}", bytes.len());
        // loaded on demand, outside the budget
        if name != "villages.pack" {
            raw += bytes.len();
            packed += small;
        }
    }
    println!("{:<24}{raw:>10}{packed:>10}   {} % of {BUDGET}", "sum", packed * 100 / BUDGET);
    if packed <= BUDGET { Ok(()) } else { Err(format!("{packed} bytes are more than the budget of {BUDGET}")) }
}
