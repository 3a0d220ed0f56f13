//! Finding personal data: work grows with the length of a text and not with its square, whatever is in it. Work is counted, not timed: the bytes and words that the
//! recognisers look at.

#[path = "../../../tests/rust/hostile.rs"]
mod pieces;

use super::Engine;
use crate::complaint::Reporter;
use crate::privacy::STEPS;
use pieces::PIECES;

/// Length of the shorter text; beside it, what looks at its neighbours only sees little.
const LENGTH: usize = 1 << 10;
/// Steps a byte, at most; digits between full stops take the most.
const DEAREST: usize = 400;
/// What a run of digits costs at its end; one of the texts may have one more than twice those of the other.
const RUN: usize = 1000;

fn steps(engine: &Engine, text: &str) -> usize {
    STEPS.set(0);
    engine.personal_count(text).unwrap();
    STEPS.get()
}

fn repeated(piece: &str, bytes: usize) -> String {
    piece.repeat(bytes.div_ceil(piece.len()))
}

/// Reads a text and one twice as long.
fn judge(engine: &Engine, name: &str, made: impl Fn(usize) -> String) {
    compare(name, |bytes| steps(engine, &made(bytes)));
}

/// Compares the work for so many bytes with that for twice as many.
fn compare(name: &str, work: impl Fn(usize) -> usize) {
    let (less, more) = (work(LENGTH), work(2 * LENGTH));
    assert!(less >= LENGTH / 8, "{name}: {less} steps: nobody counts");
    assert!(more * 10 <= less * 22 + RUN * 10, "{name}: {less} steps, twice as long {more}");
    assert!(more <= 2 * LENGTH * DEAREST, "{name}: {more} steps");
}

#[test]
fn twice_the_text_is_twice_the_work() {
    let engine = Engine::embedded().unwrap();
    for a in PIECES {
        judge(&engine, a, |bytes| repeated(a, bytes));
        for b in PIECES {
            judge(&engine, &format!("{a}{b}"), |bytes| repeated(&format!("{a}{b}"), bytes));
            judge(&engine, &format!("{a}, then {b}"), |bytes| repeated(a, bytes / 2) + &repeated(b, bytes / 2));
        }
    }
}

#[test]
fn a_reporter_who_is_everywhere_is_no_square_either() {
    let engine = Engine::embedded().unwrap();
    // what a reporter gives, and what the text repeats; both grow
    for (given, tail, piece) in [
        ("a", "b", " a"),
        ("a", "b", "a-"),
        ("a", "", "a"),
        ("a ", "", " a"),
        ("abcdef ", "", " a b c d e"),
        ("rt 1 ", "", " rt 1"),
        ("1", "2", "1,"),
        ("1", "2", "1"),
        ("1", "2", "1-"),
        ("a1", "", "a1"),
        ("aA", "", "aA"),
    ] {
        compare(&format!("{given:?} in {piece:?}"), |bytes| {
            let given = Some(repeated(given, bytes) + tail);
            let (name, address, nik) = (given.clone(), given.clone(), given.clone());
            let reporter = Reporter { name, address, nik, phone: given, ..Reporter::default() };
            STEPS.set(0);
            let found = engine.reader(&reporter).unwrap().find(&repeated(piece, bytes));
            STEPS.get() + usize::from(found.is_empty())
        });
    }
}
