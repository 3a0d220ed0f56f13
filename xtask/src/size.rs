//! `cargo xtask size`: what a browser has to load.

use crate::Done;
use crate::files::{below, read, root, write};
use std::fmt::Write as _;
use std::io::Write as _;

/// The budget for code and packs together, brotli (design §9).
const BUDGET: usize = 350 * 1024;

/// The committed table.
const TABLE: &str = "lapor-wasm/sizes.tsv";

/// A file and its bytes, raw and brotli.
type Size = (String, [usize; 2]);

fn brotli(bytes: &[u8]) -> Result<usize, String> {
    let mut out = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
    out.write_all(bytes).and_then(|()| out.flush()).map_err(|e| e.to_string())?;
    Ok(out.into_inner().len())
}

/// Prints the sizes against the budget; fails above it. Writes the table, or with `check` proves it current.
pub(crate) fn run(check: bool) -> Done {
    let sizes = measure()?;
    println!("{:<24}{:>10}{:>10}", "file", "raw", "brotli");
    sizes.iter().for_each(|(name, [raw, packed])| println!("{name:<24}{raw:>10}{packed:>10}"));
    // villages are loaded on demand, outside the budget
    let loaded = sizes.iter().filter(|(name, _)| name != "villages.pack");
    let [raw, packed] = loaded.fold([0, 0], |sum, (_, size)| [sum[0] + size[0], sum[1] + size[1]]);
    println!("{:<24}{raw:>10}{packed:>10}   {} % of {BUDGET}", "sum", packed * 100 / BUDGET);
    let late = |name: &str| ["regions.pack", "lexicon.pack", "villages.pack"].contains(&name);
    let slim = sizes
        .iter()
        .filter(|(name, _)| !late(name))
        .fold([0, 0], |sum, (_, size)| [sum[0] + size[0], sum[1] + size[1]]);
    println!("{:<24}{:>10}{:>10}", "slim", slim[0], slim[1]);
    if packed > BUDGET {
        return Err(format!("{packed} bytes are more than the budget of {BUDGET}"));
    }
    if !check {
        return write(TABLE, table(&sizes).as_bytes(), false, "size");
    }
    if current(&read(TABLE)?, &sizes) { Ok(()) } else { Err(format!("{TABLE} is not current: run `cargo xtask size`")) }
}

/// The module and each pack.
fn measure() -> Result<Vec<Size>, String> {
    let mut files = vec![root().join("target/npm/module/lapor.wasm")];
    files.extend(below(&root().join("lapor-core/data/packs"), ".pack")?);
    let size = |file: std::path::PathBuf| {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let bytes = std::fs::read(&file).map_err(|e| format!("{name}: {e}; run `cargo xtask wasm` first"))?;
        Ok((name, [bytes.len(), brotli(&bytes)?]))
    };
    files.into_iter().map(size).collect()
}

fn table(sizes: &[Size]) -> String {
    let mut out = "file\traw\tbrotli\n".to_owned();
    for (name, [raw, packed]) in sizes {
        let _ = writeln!(out, "{name}\t{raw}\t{packed}");
    }
    out
}

/// Whether a table has these files, each size within a hundredth or 1 KiB: not every change of the code should have to bring a new table.
fn current(table: &str, sizes: &[Size]) -> bool {
    let near = |cell: &str, size: usize| cell.parse().is_ok_and(|n: usize| n.abs_diff(size) <= 1024.max(size / 100));
    let same = |(line, (name, [raw, packed])): (&str, &Size)| match line.split('\t').collect::<Vec<_>>()[..] {
        [file, a, b] => file == name && near(a, *raw) && near(b, *packed),
        _ => false,
    };
    let rows: Vec<&str> = table.lines().skip(1).collect();
    rows.len() == sizes.len() && rows.into_iter().zip(sizes).all(same)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_current_while_it_is_near() {
        let sizes = |raw| vec![("lapor.wasm".to_owned(), [raw, 200_000]), ("calendar.pack".to_owned(), [9_000, 1_400])];
        let known = table(&sizes(600_000));
        assert_eq!(known, "file\traw\tbrotli\nlapor.wasm\t600000\t200000\ncalendar.pack\t9000\t1400\n");
        assert!(current(&known, &sizes(605_000)));
        assert!(!current(&known, &sizes(610_000)));
        assert!(!current(&known, &sizes(600_000)[..1]), "a file too many");
        assert!(!current("file\traw\tbrotli\n", &sizes(600_000)), "files that are missing");
    }
}
