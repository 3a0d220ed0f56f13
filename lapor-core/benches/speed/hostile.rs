//! Texts that nobody means well with: what a byte of them costs the recogniser of personal data, by their length. The last column is the
//! dearest byte over the cheapest; where time grows with the length alone it is near 1, where it grows with the square it is near 16.

#[path = "../../../tests/rust/hostile.rs"]
mod pieces;

use lapor_core::Engine;
use pieces::PIECES;
use std::hint::black_box;

/// Lengths of the texts; the last is that of the longest request.
const LENGTHS: [usize; 3] = [16 << 10, 64 << 10, 256 << 10];

/// The text of so many bytes; whole pieces only.
fn repeated(piece: &str, bytes: usize) -> String {
    piece.repeat(bytes / piece.len())
}

pub fn table(engine: &Engine) {
    println!("hostile texts       ns a byte at 16, 64, 256 KiB   dearest over cheapest");
    for piece in PIECES {
        let costs = LENGTHS.map(|length| {
            let text = repeated(piece, length);
            let seconds = super::best(3, 0.02, || _ = black_box(engine.personal_count(&text)));
            seconds * 1e9 / text.len() as f64
        });
        let ratio = costs.iter().copied().fold(0.0, f64::max) / costs.iter().copied().fold(f64::MAX, f64::min);
        println!(
            "  {:<20}{:>8.1} {:>8.1} {:>8.1}   {ratio:>8.2}",
            piece.escape_default().to_string(),
            costs[0],
            costs[1],
            costs[2]
        );
    }
}
