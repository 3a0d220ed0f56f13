//! Engines that the process keeps, found by the bytes of their packs.
//!
//! A host that begins anew with each request, such as PHP under FPM, would otherwise build an engine for each of them.

use lapor_core::{Engine, Error};
use std::sync::{Arc, Mutex, PoisonError};

/// What [`crate::lapor_engine_shared`] keeps.
pub(crate) static PROCESS: Store = Store::new();

/// The engines that were asked for last, the latest at the end.
pub(crate) struct Store(Mutex<Vec<Kept>>);

/// An engine and the packs that it was made of. They are compared as they are: a digest would cost more than the comparison.
struct Kept {
    packs: Vec<Vec<u8>>,
    engine: Arc<Engine>,
}

impl Store {
    /// How many engines are kept. A process has one set of packs, or one for each region that it serves; a host that makes up packs
    /// must not fill the memory.
    pub(crate) const LIMIT: usize = 8;

    pub(crate) const fn new() -> Self {
        Store(Mutex::new(Vec::new()))
    }

    /// The engine of these packs, kept or made. Who asks while it is being made waits, so it is made once.
    pub(crate) fn get(&self, packs: &[&[u8]]) -> Result<Arc<Engine>, Error> {
        // a panic while an engine was made left the list as it was
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let found = match kept.iter().position(|one| one.packs == packs) {
            Some(at) => kept.remove(at),
            None => Kept {
                packs: packs.iter().map(|pack| pack.to_vec()).collect(),
                engine: Arc::new(packs.iter().fold(Engine::builder(), |builder, pack| builder.pack(pack)).build()?),
            },
        };
        let engine = Arc::clone(&found.engine);
        if kept.len() == Self::LIMIT {
            kept.remove(0);
        }
        kept.push(found);
        Ok(engine)
    }
}
