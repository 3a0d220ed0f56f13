//! `cargo xtask mutate`: do the expectations bite? Changes one fact of the packs at a time and runs everything written by hand against it.
//!
//! Hashes of answers never judge here: they change with every byte and know nothing of what is right. A mutant is killed if a vector, a
//! sample or a row of a table no longer holds, or if the engine refuses the pack.

mod draw;
mod institutions;
mod judge;
mod kinds;
mod matters;
mod packs;
mod privacy;
mod regions;
mod rules;
mod words;

use crate::Done;
use crate::files::read;
use crate::vectors;
use draw::Draw;
use judge::Judge;
use kinds::Mutant;
use packs::Packs;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Survivors with the reason why nothing is expected of their fact, written by hand.
const SURVIVORS: &str = "tests/mutation/survivors.tsv";

/// The seeds of `--check`, or kinds of which every fact is changed: how many must be killed, and how many survivors may have no reason. The numbers
/// only get better.
const FLOORS: &str = "tests/mutation/floors.tsv";

/// What the command line says.
struct Options {
    seed: u64,
    count: u64,
    /// Only changes of this kind: what a kind lacks shows sooner.
    kind: Option<String>,
    list: bool,
    check: bool,
}

fn options(words: &[&str]) -> Result<Options, String> {
    let mut out = Options { seed: 1, count: 300, kind: None, list: false, check: false };
    let mut words = words.iter();
    while let Some(word) = words.next() {
        if *word == "--kind" {
            out.kind = words.next().map(|id| (*id).to_owned());
            continue;
        }
        let mut number = || {
            let text = words.next().ok_or_else(|| format!("{word} needs a number"))?;
            text.parse::<u64>().map_err(|_| format!("{word} needs a number, not {text:?}"))
        };
        match *word {
            "--seed" => out.seed = number()?,
            "--count" => out.count = number()?,
            "--list" => out.list = true,
            "--check" => out.check = true,
            other => return Err(format!("mutate has no {other}")),
        }
    }
    Ok(out)
}

/// Makes the mutants, judges each, and tells the score.
pub(crate) fn run(words: &[&str]) -> Done {
    let mut options = options(words)?;
    let packs = Packs::read(&vectors::manifest()?.packs)?;
    if options.list {
        for (n, mutant) in mutants(&packs, &options)?.iter().enumerate() {
            println!("{}.{n}\t{}\t{}\t{}", options.seed, mutant.kind, mutant.fact, mutant.change);
        }
        return Ok(());
    }
    let floors = if options.check { floors()? } else { vec![(options.seed, options.kind.clone(), 0, usize::MAX)] };
    let judge = Judge::new(&packs.engine(None).map_err(|e| e.to_string())?)?;
    let mut low = Vec::new();
    for (seed, kind, wanted, unexplained) in floors {
        options.seed = seed;
        options.kind = kind;
        let mutants = mutants(&packs, &options)?;
        let (killed, without) = report(&mutants, &judged(&packs, &mutants, &judge), seed);
        if killed < wanted || without > unexplained {
            low.push(format!(
                "seed {seed} {}: {killed} killed, {without} without a reason; {FLOORS} has {wanted} and {unexplained}",
                options.kind.as_deref().unwrap_or("-")
            ));
        }
    }
    if low.is_empty() { Ok(()) } else { Err(low.join("\n")) }
}

/// Seed, kind (`-` for the draw over kinds), killed, survivors without a reason.
type Floor = (u64, Option<String>, usize, usize);

fn floors() -> Result<Vec<Floor>, String> {
    let text = read(FLOORS)?;
    let rows = text.lines().filter(|line| !line.starts_with('#')).skip(1);
    let number = |line: &str, n: usize| line.split('\t').nth(n).and_then(|cell| cell.parse::<usize>().ok());
    let kind = |line: &str| line.split('\t').nth(1).filter(|kind| *kind != "-").map(str::to_owned);
    let floor =
        |line: &str| Some((u64::try_from(number(line, 0)?).ok()?, kind(line), number(line, 2)?, number(line, 3)?));
    rows.map(|line| floor(line).ok_or_else(|| format!("{FLOORS}: {line:?} is no floor"))).collect()
}

fn mutants(packs: &Packs, options: &Options) -> Result<Vec<Mutant>, String> {
    let mut taken = BTreeSet::new();
    let mut out = Vec::new();
    for number in 0..options.count {
        let known = |kind, change: &str| taken.contains(&(kind, change.to_owned()));
        let draw = &mut Draw::new(options.seed, number);
        let Some(mutant) = kinds::mutant(packs, draw, options.kind.as_deref(), &known)? else { break };
        taken.insert(mutant.key());
        out.push(mutant);
    }
    Ok(out)
}

/// Positions of the mutants that no expectation sees.
fn judged(packs: &Packs, mutants: &[Mutant], judge: &Judge) -> Vec<usize> {
    let (next, survivors) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(mutant) = mutants.get(at) else { return };
                    let lives = mutant.engine(packs).is_ok_and(|e| judge.first_broken(mutant.kind, &e).is_none());
                    if lives && let Ok(mut list) = survivors.lock() {
                        list.push(at);
                    }
                }
            });
        }
    });
    let mut list = survivors.into_inner().unwrap_or_default();
    list.sort_unstable();
    list
}

/// Tells the score; how many are killed, and how many live without a reason.
fn report(mutants: &[Mutant], survivors: &[usize], seed: u64) -> (usize, usize) {
    let mut kinds: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (at, mutant) in mutants.iter().enumerate() {
        let tally = kinds.entry(mutant.kind).or_default();
        tally.1 += 1;
        tally.0 += usize::from(!survivors.contains(&at));
    }
    for (kind, (killed, made)) in &kinds {
        println!("{kind:30} {killed:>3} of {made:>3}");
    }
    let known = explained();
    let mut without = 0;
    for mutant in survivors.iter().filter_map(|at| mutants.get(*at)) {
        let (kind, fact) = mutant.key();
        let reason = known.get(&(kind.to_owned(), fact.clone()));
        without += usize::from(reason.is_none());
        println!("survived\t{kind}\t{fact}\t{}", reason.map_or("", String::as_str));
    }
    let killed = mutants.len() - survivors.len();
    println!("seed {seed}: {killed} of {} killed, {without} survivors without a row in {SURVIVORS}", mutants.len());
    (killed, without)
}

/// Reasons by kind and fact.
fn explained() -> BTreeMap<(String, String), String> {
    let text = read(SURVIVORS).unwrap_or_default();
    let rows = text.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect::<Vec<_>>());
    let cells = rows.filter_map(|row| match row.as_slice() {
        [_, kind, fact, reason] if !reason.is_empty() => {
            Some((((*kind).to_owned(), (*fact).to_owned()), (*reason).to_owned()))
        }
        _ => None,
    });
    cells.collect()
}
