//! The engine and the call.

use crate::answer::Answer;
use crate::guard::{self, LAPOR_BAD_ARGUMENT, LAPOR_ERROR_ANSWER, LAPOR_OK, Out, Status};
use crate::shared::PROCESS;
use lapor_core::{Engine, Error, ErrorCode, Reply};
use std::ffi::{c_char, c_void};
use std::ptr;
use std::sync::Arc;

/// An engine: the reference data, checked and compiled. It never changes.
pub struct EngineHandle(Arc<Engine>);

impl EngineHandle {
    /// The engine behind the handle: for the tests and the measurements, which are in Rust.
    #[doc(hidden)]
    #[must_use]
    pub fn inner(&self) -> Arc<Engine> {
        Arc::clone(&self.0)
    }
}

/// Bytes of the caller. NULL stands for no bytes if the length is 0.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct Bytes {
    /// The first byte.
    pub ptr: *const c_void,
    /// How many there are.
    pub len: usize,
}

/// Makes an engine from the built-in packs and, in this order, the given packs and overlays; the later one wins.
///
/// packs may be NULL if n is 0. The bytes are copied and may go afterwards. On LAPOR_OK *engine is to be freed with lapor_engine_free
/// and *error is NULL. On LAPOR_ERROR_ANSWER (a pack is refused: "/code", and "/path" as in "/packs/0/offices/3/type") and on
/// LAPOR_PANIC *engine is NULL and *error is to be freed with lapor_answer_free. On LAPOR_BAD_ARGUMENT (engine or error is NULL, or packs
/// or a pack in it is NULL with a length) both are NULL.
///
/// # Safety
/// Each pointer is NULL or valid: packs for n elements, each element for its length, engine and error for one write.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn lapor_engine_new(
    packs: *const Bytes,
    n: usize,
    engine: *mut *mut EngineHandle,
    error: *mut *mut Answer,
) -> Status {
    // SAFETY: the caller's promise is the same.
    unsafe {
        make(packs, n, engine, error, |packs| {
            packs.iter().fold(Engine::builder(), |builder, pack| builder.pack(pack)).build().map(Arc::new)
        })
    }
}

/// As lapor_engine_new, but the engine is kept for the process: the same packs, byte for byte and in the same order, give it again at once.
///
/// For hosts that begin anew with each request, such as PHP under FPM. Each handle is to be freed with lapor_engine_free; the engine
/// stays for the next to ask. The eight engines that were asked for last are kept, with a copy of their packs; one that falls out goes
/// with its last handle. Any number of threads may ask at once; who asks while an engine is being made waits for it.
///
/// # Safety
/// As for lapor_engine_new.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn lapor_engine_shared(
    packs: *const Bytes,
    n: usize,
    engine: *mut *mut EngineHandle,
    error: *mut *mut Answer,
) -> Status {
    // SAFETY: the caller's promise is the same.
    unsafe { make(packs, n, engine, error, |packs| PROCESS.get(packs)) }
}

/// Frees an engine. NULL is allowed. No call on it may be running; its answers stay valid.
///
/// # Safety
/// engine is NULL or comes from lapor_engine_new and was not freed yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn lapor_engine_free(engine: *mut EngineHandle) {
    guard::status(|| {
        if !engine.is_null() {
            // SAFETY: it comes from Box::into_raw in lapor_engine_new and is freed once.
            drop(unsafe { Box::from_raw(engine) });
        }
        LAPOR_OK
    });
}

/// Calls an operation, for example "triage": a JSON object in, an answer out.
///
/// op and request are UTF-8 and need no NUL at the end; a NULL with length 0 is an empty text. The bytes are not kept. On LAPOR_OK,
/// LAPOR_ERROR_ANSWER (the request is refused) and LAPOR_PANIC *answer is to be freed with lapor_answer_free; it does not depend on the
/// engine. On LAPOR_BAD_ARGUMENT (engine or answer is NULL, op or request is NULL with a length) it is NULL.
///
/// # Safety
/// Each pointer is NULL or valid: engine comes from lapor_engine_new and is not freed during the call, op and request are readable for
/// their lengths, answer for one write.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn lapor_call(
    engine: *const EngineHandle,
    op: *const c_char,
    op_len: usize,
    request: *const c_char,
    request_len: usize,
    answer: *mut *mut Answer,
) -> Status {
    // SAFETY: the caller promises that it is NULL or valid for one write.
    let Some(answer) = (unsafe { Out::new(answer, ptr::null_mut()) }) else { return LAPOR_BAD_ARGUMENT };
    // SAFETY: the caller promises NULL or a live engine, and bytes that are readable for their lengths.
    let inputs =
        unsafe { (engine.as_ref(), guard::bytes(op.cast(), op_len), guard::bytes(request.cast(), request_len)) };
    let (Some(engine), Some(op), Some(request)) = inputs else { return LAPOR_BAD_ARGUMENT };
    let called = guard::answer(|| {
        let op = std::str::from_utf8(op).map_err(|_| Reply::error(&Error::new(ErrorCode::BadUtf8, "")))?;
        Ok(engine.0.call(op, request))
    });
    let (status, reply) = match called {
        Ok(reply) => (if reply.is_ok() { LAPOR_OK } else { LAPOR_ERROR_ANSWER }, reply),
        Err(failed) => failed,
    };
    answer.set(Answer::into_raw(reply));
    status
}

/// Writes a handle of the engine that `build` gives for the packs, or why there is none.
///
/// # Safety
/// As for [`lapor_engine_new`].
unsafe fn make(
    packs: *const Bytes,
    n: usize,
    engine: *mut *mut EngineHandle,
    error: *mut *mut Answer,
    build: impl FnOnce(&[&[u8]]) -> Result<Arc<Engine>, Error>,
) -> Status {
    // SAFETY: the caller promises that both are NULL or valid for one write.
    let outputs = unsafe { (Out::new(engine, ptr::null_mut()), Out::new(error, ptr::null_mut())) };
    let (Some(engine), Some(error)) = outputs else { return LAPOR_BAD_ARGUMENT };
    // SAFETY: the caller promises n readable elements and that the bytes of each are readable.
    let Some(packs) = (unsafe { pack_slices(packs, n) }) else { return LAPOR_BAD_ARGUMENT };
    match guard::answer(|| build(&packs).map_err(|e| Reply::error(&e))) {
        Ok(built) => {
            engine.set(Box::into_raw(Box::new(EngineHandle(built))));
            LAPOR_OK
        }
        Err((status, reply)) => {
            error.set(Answer::into_raw(reply));
            status
        }
    }
}

/// The packs as slices; None if the array or one of them is NULL with a length.
///
/// # Safety
/// `packs` is NULL or has `n` readable elements, each with readable bytes, and nothing of it changes during `'a`.
unsafe fn pack_slices<'a>(packs: *const Bytes, n: usize) -> Option<Vec<&'a [u8]>> {
    if n == 0 {
        return Some(Vec::new());
    }
    let size = n.checked_mul(size_of::<Bytes>())?;
    if packs.is_null() || !packs.is_aligned() || isize::try_from(size).is_err() {
        return None;
    }
    // SAFETY: not NULL, aligned, no longer than an object can be, and n elements are readable as the caller promises.
    let packs = unsafe { std::slice::from_raw_parts(packs, n) };
    // SAFETY: the bytes of each element are readable as the caller promises.
    packs.iter().map(|pack| unsafe { guard::bytes(pack.ptr.cast(), pack.len) }).collect()
}
