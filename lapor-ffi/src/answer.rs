//! An answer and its getters.

use crate::guard::{self, LAPOR_BAD_ARGUMENT, LAPOR_NOT_FOUND, LAPOR_OK, Out, Status};
use crate::pointer;
use lapor_core::Reply;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::ffi::c_char;
use std::ptr;
use std::sync::{Arc, Mutex, PoisonError};

/// An answer: the envelope that a call gave. It never changes.
pub struct Answer {
    ok: bool,
    json: String,
    /// The strings that were asked for and do not stand in the envelope as they are, because of an escape; by the place of their value.
    unescaped: Mutex<BTreeMap<usize, Arc<str>>>,
}

impl Answer {
    /// Hands a reply over to C.
    pub(crate) fn into_raw(reply: Reply) -> *mut Answer {
        let ok = reply.is_ok();
        Box::into_raw(Box::new(Answer { ok, json: reply.into_json(), unescaped: Mutex::default() }))
    }

    /// The text of the value at a pointer: in `answer`, or in `error`.
    fn find(&self, pointer: &str) -> Option<&str> {
        pointer::find(&self.json, if self.ok { "answer" } else { "error" }, pointer)
    }

    /// The string at a pointer; it lives as long as the answer.
    fn string(&self, pointer: &str) -> Option<*const [u8]> {
        let value = self.find(pointer)?;
        let plain = value.strip_prefix('"')?.strip_suffix('"')?;
        if !plain.contains('\\') {
            return Some(bytes(plain));
        }
        let mut kept = self.unescaped.lock().unwrap_or_else(PoisonError::into_inner);
        let at = value.as_ptr().addr() - self.json.as_ptr().addr();
        let text = match kept.entry(at) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => place.insert(serde_json::from_str::<String>(value).ok()?.into()),
        };
        // an Arc, because its text stays where it is when the map moves its entries, and nothing is ever taken out
        Some(Arc::as_ptr(text) as *const [u8])
    }
}

/// 1 if the answer holds an answer, 0 if it holds an error or is NULL.
///
/// # Safety
/// answer is NULL or a live answer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn lapor_answer_ok(answer: *const Answer) -> i32 {
    // SAFETY: the caller promises NULL or a live answer.
    unsafe { answer.as_ref() }.map_or(0, |answer| i32::from(answer.ok))
}

/// The whole envelope as JSON: {"ok":true,"answer":{...}} or {"ok":false,"error":{...}}, the same bytes in every host.
///
/// *json is UTF-8 of *len bytes without NUL at the end and lives as long as the answer. LAPOR_BAD_ARGUMENT if a pointer is NULL; then
/// *json is NULL and *len is 0.
///
/// # Safety
/// answer is NULL or a live answer; json and len are NULL or valid for one write.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn lapor_answer_json(answer: *const Answer, json: *mut *const c_char, len: *mut usize) -> Status {
    // SAFETY: the caller's promise is the same as that of `text_of`; the pointer "" is a literal.
    unsafe { text_of(answer, c"".as_ptr(), json, len, |answer, _| Some(bytes(&answer.json))) }
}

/// The string at a JSON pointer, without quotes and escapes.
///
/// *text is UTF-8 of *len bytes without NUL at the end (it may contain one) and lives as long as the answer. LAPOR_NOT_FOUND if there is
/// no string (null and numbers are none), LAPOR_BAD_ARGUMENT if a pointer is NULL or the JSON pointer is not one; then *text is NULL and
/// *len is 0.
///
/// # Safety
/// answer is NULL or a live answer; pointer is NULL or NUL-terminated; text and len are NULL or valid for one write.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn lapor_answer_str(
    answer: *const Answer,
    pointer: *const c_char,
    text: *mut *const c_char,
    len: *mut usize,
) -> Status {
    // SAFETY: the caller's promise is the same.
    unsafe { text_of(answer, pointer, text, len, Answer::string) }
}

/// The value at a JSON pointer as JSON, as it stands in the envelope: for decimals, for null, for handing a part on.
///
/// *json is UTF-8 of *len bytes without NUL at the end and lives as long as the answer. LAPOR_NOT_FOUND if there is no value,
/// LAPOR_BAD_ARGUMENT if a pointer is NULL or the JSON pointer is not one; then *json is NULL and *len is 0.
///
/// # Safety
/// answer is NULL or a live answer; pointer is NULL or NUL-terminated; json and len are NULL or valid for one write.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn lapor_answer_raw(
    answer: *const Answer,
    pointer: *const c_char,
    json: *mut *const c_char,
    len: *mut usize,
) -> Status {
    // SAFETY: the caller's promise is the same.
    unsafe { text_of(answer, pointer, json, len, |answer, at| answer.find(at).map(bytes)) }
}

/// The whole number at a JSON pointer.
///
/// LAPOR_NOT_FOUND if there is no whole number (a decimal is none), LAPOR_BAD_ARGUMENT if a pointer is NULL or the JSON pointer is not
/// one; then *number is 0.
///
/// # Safety
/// answer is NULL or a live answer; pointer is NULL or NUL-terminated; number is NULL or valid for one write.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn lapor_answer_int(answer: *const Answer, pointer: *const c_char, number: *mut i64) -> Status {
    // SAFETY: the caller's promise is the same.
    unsafe { value_of(answer, pointer, number, 0, |json| serde_json::from_str(json).ok()) }
}

/// The truth value at a JSON pointer: 1 for true, 0 for false.
///
/// LAPOR_NOT_FOUND if there is none (null is none), LAPOR_BAD_ARGUMENT if a pointer is NULL or the JSON pointer is not one; then *truth
/// is 0.
///
/// # Safety
/// answer is NULL or a live answer; pointer is NULL or NUL-terminated; truth is NULL or valid for one write.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn lapor_answer_bool(answer: *const Answer, pointer: *const c_char, truth: *mut i32) -> Status {
    // SAFETY: the caller's promise is the same.
    unsafe { value_of(answer, pointer, truth, 0, |json| serde_json::from_str::<bool>(json).ok().map(i32::from)) }
}

/// How many items the list, or members the object, at a JSON pointer has.
///
/// LAPOR_NOT_FOUND if there is neither, LAPOR_BAD_ARGUMENT if a pointer is NULL or the JSON pointer is not one; then *len is 0.
///
/// # Safety
/// answer is NULL or a live answer; pointer is NULL or NUL-terminated; len is NULL or valid for one write.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn lapor_answer_len(answer: *const Answer, pointer: *const c_char, len: *mut usize) -> Status {
    // SAFETY: the caller's promise is the same.
    unsafe { value_of(answer, pointer, len, 0, pointer::len) }
}

/// Frees an answer and every text that its getters gave out. NULL is allowed.
///
/// # Safety
/// answer is NULL or comes from this library, was not freed yet, and no getter is running on it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn lapor_answer_free(answer: *mut Answer) {
    guard::status(|| {
        if !answer.is_null() {
            // SAFETY: it comes from Box::into_raw in Answer::into_raw and is freed once.
            drop(unsafe { Box::from_raw(answer) });
        }
        LAPOR_OK
    });
}

/// A text as it is handed out: the place and the length, without the lifetime, which C cannot be held to.
fn bytes(text: &str) -> *const [u8] {
    ptr::from_ref(text.as_bytes())
}

/// Writes a text of the answer.
///
/// # Safety
/// Each pointer is NULL or valid: a live answer, a NUL-terminated string, outputs for one write.
unsafe fn text_of(
    answer: *const Answer,
    pointer: *const c_char,
    text: *mut *const c_char,
    len: *mut usize,
    get: impl FnOnce(&Answer, &str) -> Option<*const [u8]>,
) -> Status {
    // SAFETY: the caller promises that both are NULL or valid for one write.
    let outputs = unsafe { (Out::new(text, ptr::null()), Out::new(len, 0)) };
    let (Some(text), Some(len)) = outputs else { return LAPOR_BAD_ARGUMENT };
    // SAFETY: the caller promises NULL or a live answer, and NULL or a NUL-terminated string.
    let Some((answer, pointer)) = (unsafe { place(answer, pointer) }) else { return LAPOR_BAD_ARGUMENT };
    guard::status(|| {
        let Some(found) = get(answer, pointer) else { return LAPOR_NOT_FOUND };
        text.set(found.cast());
        len.set(found.len());
        LAPOR_OK
    })
}

/// Writes a value of the answer.
///
/// # Safety
/// As for [`text_of`].
unsafe fn value_of<T>(
    answer: *const Answer,
    pointer: *const c_char,
    output: *mut T,
    neutral: T,
    get: impl FnOnce(&str) -> Option<T>,
) -> Status {
    // SAFETY: the caller promises that it is NULL or valid for one write.
    let Some(output) = (unsafe { Out::new(output, neutral) }) else { return LAPOR_BAD_ARGUMENT };
    // SAFETY: the caller promises NULL or a live answer, and NULL or a NUL-terminated string.
    let Some((answer, pointer)) = (unsafe { place(answer, pointer) }) else { return LAPOR_BAD_ARGUMENT };
    guard::status(|| {
        let Some(found) = answer.find(pointer).and_then(get) else { return LAPOR_NOT_FOUND };
        output.set(found);
        LAPOR_OK
    })
}

/// The answer and the JSON pointer that C hands over; None if one is NULL or the pointer is not one.
///
/// # Safety
/// As for [`text_of`]; neither changes during `'a`.
unsafe fn place<'a>(answer: *const Answer, pointer: *const c_char) -> Option<(&'a Answer, &'a str)> {
    // SAFETY: the caller promises NULL or a live answer, and NULL or a NUL-terminated string.
    let (answer, pointer) = unsafe { (answer.as_ref()?, guard::text(pointer)?) };
    pointer::is_one(pointer).then_some((answer, pointer))
}
