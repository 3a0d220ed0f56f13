//! The engine: the built-in packs and those of the command line.

use crate::args::Packs;
use crate::stop::Stop;
use lapor_core::{Engine, EngineBuilder, Error};
use std::fs;

/// Builds the engine; a refused pack is named by its file.
pub(crate) fn engine(packs: &Packs) -> Result<Engine, Stop> {
    add(&Engine::builder(), packs)
}

/// The same without the built-in villages.
pub(crate) fn engine_without_villages(packs: &Packs) -> Result<Engine, Stop> {
    add(&Engine::builder().without_villages(), packs)
}

fn add(start: &EngineBuilder, packs: &Packs) -> Result<Engine, Stop> {
    let mut loaded = Vec::with_capacity(packs.files.len());
    for file in &packs.files {
        loaded.push(fs::read(file).map_err(Stop::file(file))?);
    }
    build(start, &loaded).map_err(|error| blame(start, packs, &loaded, error))
}

/// An engine with these packs.
fn build(start: &EngineBuilder, packs: &[Vec<u8>]) -> Result<Engine, Error> {
    packs.iter().fold(start.clone(), |builder, pack| builder.pack(pack)).build()
}

/// The first file with which the building fails is the one to name.
fn blame(start: &EngineBuilder, packs: &Packs, loaded: &[Vec<u8>], error: Error) -> Stop {
    for (count, file) in (1..).zip(&packs.files) {
        if let Err(error) = build(start, loaded.get(..count).unwrap_or_default()) {
            return Stop::Pack(file.clone(), error);
        }
    }
    Stop::Engine(error)
}
