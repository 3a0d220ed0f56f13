//! Every expectation that stands in the repository, in the order in which it is most likely to break.

use crate::files::root;
use crate::vectors::cases::{self, Case};
use lapor_core::Engine;
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::Mutex;

#[path = "../../../tests/rust/samples.rs"]
mod samples;
#[path = "../../../tests/rust/tables/mod.rs"]
mod tables;

/// Where an expectation comes from.
enum Source {
    Vector(Box<Case>),
    Sample(samples::Sample),
    Table(tables::Check),
}

/// One expectation with its request.
struct Expectation {
    /// Expectations that break together: the folder of a vector, a table.
    group: String,
    request: String,
    source: Source,
}

impl Expectation {
    fn id(&self) -> &str {
        match &self.source {
            Source::Vector(case) => &case.id,
            Source::Sample(sample) => &sample.id,
            Source::Table(check) => &check.id,
        }
    }

    fn holds(&self, engine: &Engine) -> bool {
        self.faults(engine).is_empty()
    }

    fn faults(&self, engine: &Engine) -> Vec<String> {
        let operation = match &self.source {
            Source::Vector(case) => case.op.as_str(),
            Source::Sample(_) => "triage",
            Source::Table(check) => check.op,
        };
        let reply = engine.call(operation, self.request.as_bytes());
        let Ok(envelope) = serde_json::from_str::<Value>(reply.json()) else {
            return vec!["no JSON".to_owned()];
        };
        match &self.source {
            Source::Vector(case) => case.faults(&envelope),
            Source::Sample(sample) => sample.faults(&envelope),
            Source::Table(check) => check.faults(&envelope),
        }
    }
}

/// What broke for a kind of change before.
#[derive(Default, Clone)]
struct Memory {
    killers: Vec<usize>,
    groups: BTreeMap<String, u32>,
}

/// All expectations, and the memory of what kills what.
pub(super) struct Judge {
    all: Vec<Expectation>,
    memory: Mutex<BTreeMap<&'static str, Memory>>,
}

impl Judge {
    /// Reads them; only those that hold for the committed packs can judge.
    pub(super) fn new(engine: &Engine) -> Result<Self, String> {
        let mut all = Vec::new();
        for case in cases::all(&root())? {
            all.push(Expectation {
                group: case.area.clone(),
                request: case.request()?,
                source: Source::Vector(Box::new(case)),
            });
        }
        for sample in samples::all(&root())? {
            let request = sample.request.clone();
            all.push(Expectation { group: "samples".to_owned(), request, source: Source::Sample(sample) });
        }
        for check in tables::all(&root())? {
            let group = check.id.split(':').next().unwrap_or_default().to_owned();
            all.push(Expectation { group, request: check.request.clone(), source: Source::Table(check) });
        }
        let read = all.len();
        all.retain(|e| {
            let faults = e.faults(engine);
            for fault in &faults {
                println!("not met by the packs as they are: {}\t{fault}", e.id());
            }
            faults.is_empty()
        });
        println!("{} of {read} expectations hold for the packs as they are", all.len());
        Ok(Judge { all, memory: Mutex::default() })
    }

    /// The first expectation that an engine breaks.
    pub(super) fn first_broken(&self, kind: &'static str, engine: &Engine) -> Option<&str> {
        let memory =
            self.memory.lock().map_or_else(|_| Memory::default(), |m| m.get(kind).cloned().unwrap_or_default());
        let known = memory.killers.iter().rev().copied();
        let mut rest: Vec<usize> = (0..self.all.len()).collect();
        let rank = |i: &usize| self.all.get(*i).and_then(|e| memory.groups.get(&e.group)).copied().unwrap_or(0);
        // stable: inside a group the order of the files stays
        rest.sort_by_key(|i| std::cmp::Reverse(rank(i)));
        let broken = known.chain(rest).find(|i| self.all.get(*i).is_some_and(|e| !e.holds(engine)))?;
        let expectation = self.all.get(broken)?;
        if let Ok(mut all) = self.memory.lock() {
            let mine = all.entry(kind).or_default();
            mine.killers.retain(|i| *i != broken);
            mine.killers.push(broken);
            *mine.groups.entry(expectation.group.clone()).or_default() += 1;
        }
        Some(expectation.id())
    }
}
