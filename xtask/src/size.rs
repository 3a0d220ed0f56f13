//! `cargo xtask size`: what a browser has to load.

use crate::Done;
use crate::files::{below, read, root, write};
use crate::run::program;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;

/// The budget for code and packs together, brotli (design §9).
const BUDGET: usize = 350 * 1024;
/// The same without regions and keywords. 200 were aimed at, which is less than the module alone.
const SLIM: usize = 264 * 1024;

/// The committed table.
const TABLE: &str = "lapor-wasm/sizes.tsv";

/// A file and its bytes: raw, gzip, brotli.
type Size = (String, [usize; 3]);

/// As the servers do it that have no brotli.
fn gzip(file: &Path) -> Result<usize, String> {
    let done = program("gzip").args(["-9", "-n", "-c"]).arg(file).output().map_err(|e| format!("gzip: {e}"))?;
    if done.status.success() { Ok(done.stdout.len()) } else { Err(format!("gzip: {}", done.status)) }
}

fn brotli(bytes: &[u8]) -> Result<usize, String> {
    let mut out = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
    out.write_all(bytes).and_then(|()| out.flush()).map_err(|e| e.to_string())?;
    Ok(out.into_inner().len())
}

/// Prints the sizes against the budget; fails above it. Writes the table, or with `check` proves it current.
pub(crate) fn run(check: bool) -> Done {
    let sizes = measure()?;
    println!("{:<24}{:>10}{:>10}{:>10}", "file", "raw", "gzip", "brotli");
    sizes.iter().for_each(|(name, [raw, zipped, packed])| println!("{name:<24}{raw:>10}{zipped:>10}{packed:>10}"));
    // villages are loaded on demand, outside the budget
    let sum = |late: &[&str]| {
        let loaded = sizes.iter().filter(|(name, _)| !late.contains(&name.as_str()));
        loaded.fold([0; 3], |[a, b, c], (_, [raw, zipped, packed])| [a + raw, b + zipped, c + packed])
    };
    let [raw, zipped, packed] = sum(&["villages.pack"]);
    println!("{:<24}{raw:>10}{zipped:>10}{packed:>10}   {} % of {BUDGET}", "sum", packed * 100 / BUDGET);
    let [raw, zipped, slim] = sum(&["regions.pack", "lexicon.pack", "villages.pack"]);
    println!("{:<24}{raw:>10}{zipped:>10}{slim:>10}   {} % of {SLIM}", "slim", slim * 100 / SLIM);
    for (bytes, budget) in [(packed, BUDGET), (slim, SLIM)] {
        if bytes > budget {
            return Err(format!("{bytes} bytes are more than the budget of {budget}"));
        }
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
        Ok((name, [bytes.len(), gzip(&file)?, brotli(&bytes)?]))
    };
    files.into_iter().map(size).collect()
}

fn table(sizes: &[Size]) -> String {
    let mut out = "file\traw\tgzip\tbrotli\n".to_owned();
    for (name, [raw, zipped, packed]) in sizes {
        let _ = writeln!(out, "{name}\t{raw}\t{zipped}\t{packed}");
    }
    out
}

/// Whether a table has these files, each size within a hundredth or 1 KiB: not every change of the code should have to bring a new table.
fn current(table: &str, sizes: &[Size]) -> bool {
    let near = |cell: &str, size: usize| cell.parse().is_ok_and(|n: usize| n.abs_diff(size) <= 1024.max(size / 100));
    let same = |(line, (name, sizes)): (&str, &Size)| {
        let mut cells = line.split('\t');
        cells.next() == Some(name) && sizes.iter().all(|size| cells.next().is_some_and(|cell| near(cell, *size)))
    };
    let rows: Vec<&str> = table.lines().skip(1).collect();
    rows.len() == sizes.len() && rows.into_iter().zip(sizes).all(same)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_current_while_it_is_near() {
        let sizes = |raw| {
            vec![
                ("lapor.wasm".to_owned(), [raw, 250_000, 200_000]),
                ("calendar.pack".to_owned(), [9_000, 1_500, 1_400]),
            ]
        };
        let known = table(&sizes(600_000));
        assert_eq!(
            known,
            "file\traw\tgzip\tbrotli\nlapor.wasm\t600000\t250000\t200000\ncalendar.pack\t9000\t1500\t1400\n"
        );
        assert!(current(&known, &sizes(605_000)));
        assert!(!current(&known, &sizes(610_000)));
        assert!(!current(&known, &sizes(600_000)[..1]), "a file too many");
        assert!(!current("file\traw\tgzip\tbrotli\n", &sizes(600_000)), "files that are missing");
    }
}
