//! What stands between C and Rust on every export.

use lapor_core::{Error, ErrorCode, Reply};
use std::ffi::{CStr, c_char};
use std::panic::{self, AssertUnwindSafe};
use std::ptr::NonNull;
use std::sync::Once;

/// What became of a call: one of the LAPOR_ numbers below. A later version may add numbers; treat one you do not know as a failure.
pub type Status = u32;

/// Done; every output holds its result.
pub const LAPOR_OK: Status = 0;
/// The caller broke a rule of this header: a NULL where none may be, a length that cannot be, a JSON pointer that is not one.
pub const LAPOR_BAD_ARGUMENT: Status = 1;
/// The answer holds an error: its code, path, parameters and text are at "/code", "/path", "/params" and "/text".
pub const LAPOR_ERROR_ANSWER: Status = 2;
/// The JSON pointer leads nowhere, or to a value of another type.
pub const LAPOR_NOT_FOUND: Status = 3;
/// A fault of lapor itself, caught. Where the function writes an answer, that holds the error "internal".
pub const LAPOR_PANIC: Status = 4;

/// An output of an export. Making one writes the neutral value, so that no way out of a function leaves it unwritten.
pub(crate) struct Out<T>(NonNull<T>);

impl<T> Out<T> {
    /// None if the pointer is NULL.
    ///
    /// # Safety
    /// `target` is NULL or valid for writes of a `T` for as long as the `Out` lives.
    pub(crate) unsafe fn new(target: *mut T, neutral: T) -> Option<Self> {
        let out = Out(NonNull::new(target)?);
        out.set(neutral);
        Some(out)
    }

    /// Writes the result.
    pub(crate) fn set(&self, value: T) {
        // SAFETY: `new` was promised a target that is valid for writes. `write` does not read what was there before.
        unsafe { self.0.as_ptr().write(value) }
    }
}

/// The bytes that C hands over; None for NULL with a length and for a length that no object can have.
///
/// # Safety
/// `start` is NULL or valid for reads of `len` bytes, which do not change during `'a`.
pub(crate) unsafe fn bytes<'a>(start: *const u8, len: usize) -> Option<&'a [u8]> {
    if len == 0 {
        return Some(&[]);
    }
    if start.is_null() || isize::try_from(len).is_err() {
        return None;
    }
    // SAFETY: not NULL, no longer than an object can be, and readable as the caller promises.
    Some(unsafe { std::slice::from_raw_parts(start, len) })
}

/// A NUL-terminated text; None for NULL and for what is not UTF-8.
///
/// # Safety
/// `text` is NULL or a NUL-terminated string that does not change during `'a`.
pub(crate) unsafe fn text<'a>(text: *const c_char) -> Option<&'a str> {
    if text.is_null() {
        return None;
    }
    // SAFETY: not NULL, and NUL-terminated as the caller promises.
    unsafe { CStr::from_ptr(text) }.to_str().ok()
}

/// Runs a body that writes no answer; a panic in it becomes [`LAPOR_PANIC`].
pub(crate) fn status(body: impl FnOnce() -> Status) -> Status {
    // A handle is only read, and a panic leaves it as it was.
    caught(body).unwrap_or(LAPOR_PANIC)
}

/// Runs a body that makes a value or an error; a panic in it becomes the error `internal` with [`LAPOR_PANIC`].
pub(crate) fn answer<T>(body: impl FnOnce() -> Result<T, Reply>) -> Result<T, (Status, Reply)> {
    match caught(body) {
        Some(Ok(value)) => Ok(value),
        Some(Err(reply)) => Err((LAPOR_ERROR_ANSWER, reply)),
        None => Err((LAPOR_PANIC, Reply::error(&Error::new(ErrorCode::Internal, "")))),
    }
}

/// Runs a body; None if it panics. Where it panicked goes to standard error, and nothing else: the message may quote the complaint.
fn caught<T>(body: impl FnOnce() -> T) -> Option<T> {
    static HOOK: Once = Once::new();
    // The library has a standard library of its own, so this hook is nobody else's.
    HOOK.call_once(|| {
        panic::set_hook(Box::new(|fault| match fault.location() {
            Some(at) => eprintln!("lapor: a fault of lapor itself at {}:{}", at.file(), at.line()),
            None => eprintln!("lapor: a fault of lapor itself"),
        }));
    });
    panic::catch_unwind(AssertUnwindSafe(body)).ok()
}
