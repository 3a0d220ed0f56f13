//! The engine: the built-in packs and those of the command line.

use crate::args::Packs;
use crate::stop::Stop;
use lapor_core::{Engine, Error};
use std::fs;

/// Builds the engine; a refused pack is named by its file.
pub(crate) fn engine(packs: &Packs) -> Result<Engine, Stop> {
    let mut loaded = Vec::with_capacity(packs.files.len());
    for file in &packs.files {
        loaded.push(fs::read(file).map_err(Stop::file(file))?);
    }
    build(&loaded).map_err(|error| blame(packs, &loaded, error))
}

/// An engine with these packs.
fn build(packs: &[Vec<u8>]) -> Result<Engine, Error> {
    packs.iter().fold(Engine::builder(), |builder, pack| builder.pack(pack)).build()
}

/// The first file with which the building fails is the one to name.
fn blame(packs: &Packs, loaded: &[Vec<u8>], error: Error) -> Stop {
    for (count, file) in (1..).zip(&packs.files) {
        if let Err(error) = build(loaded.get(..count).unwrap_or_default()) {
            return Stop::Pack(file.clone(), error);
        }
    }
    Stop::Engine(error)
}
