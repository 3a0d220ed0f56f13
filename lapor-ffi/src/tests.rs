//! The rules of the header, kept from the Rust side. The C runner (`tests/c`) keeps them from the other.

use crate::shared::Store;
use crate::*;
use lapor_core::{Error, ErrorCode, Reply};
use std::ffi::{CStr, c_char};
use std::ptr;
use std::sync::Arc;

/// An engine and an answer, freed at the end of a test.
struct Engine(*mut EngineHandle);
struct Got(Status, *mut Answer);

impl Engine {
    fn inner(&self) -> Arc<lapor_core::Engine> {
        // SAFETY: a live engine.
        unsafe { &*self.0 }.inner()
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        // SAFETY: NULL or an engine that only this handle frees.
        unsafe { lapor_engine_free(self.0) }
    }
}
impl Drop for Got {
    fn drop(&mut self) {
        // SAFETY: NULL or an answer that only this handle frees.
        unsafe { lapor_answer_free(self.1) }
    }
}

type Maker = unsafe extern "C" fn(*const Bytes, usize, *mut *mut EngineHandle, *mut *mut Answer) -> Status;

fn build(packs: &[&[u8]]) -> (Engine, Got) {
    build_by(lapor_engine_new, packs)
}

fn build_by(make: Maker, packs: &[&[u8]]) -> (Engine, Got) {
    let packs: Vec<Bytes> = packs.iter().map(|p| Bytes { ptr: p.as_ptr().cast(), len: p.len() }).collect();
    let (mut engine, mut error) = (ptr::dangling_mut(), ptr::dangling_mut());
    // SAFETY: the slices and the two outputs live through the call.
    let status = unsafe { make(packs.as_ptr(), packs.len(), &raw mut engine, &raw mut error) };
    (Engine(engine), Got(status, error))
}

fn call(engine: &Engine, op: &[u8], request: &[u8]) -> Got {
    let mut answer = ptr::dangling_mut();
    let (op, op_len) = (op.as_ptr().cast(), op.len());
    // SAFETY: the engine lives, the slices and the output live through the call.
    let status = unsafe { lapor_call(engine.0, op, op_len, request.as_ptr().cast(), request.len(), &raw mut answer) };
    Got(status, answer)
}

fn reply(error: &Error) -> Got {
    Got(LAPOR_ERROR_ANSWER, Answer::into_raw(Reply::error(error)))
}

type TextGetter = unsafe extern "C" fn(*const Answer, *const c_char, *mut *const c_char, *mut usize) -> Status;

impl Got {
    fn ok(&self) -> i32 {
        // SAFETY: NULL or a live answer.
        unsafe { lapor_answer_ok(self.1) }
    }

    fn json(&self) -> Result<&str, Status> {
        unsafe extern "C" fn whole(
            answer: *const Answer,
            _: *const c_char,
            json: *mut *const c_char,
            len: *mut usize,
        ) -> Status {
            // SAFETY: handed on as it came.
            unsafe { lapor_answer_json(answer, json, len) }
        }
        self.text(whole, c"")
    }

    fn text(&self, get: TextGetter, pointer: &CStr) -> Result<&str, Status> {
        let (mut text, mut len) = (ptr::dangling(), 99);
        // SAFETY: NULL or a live answer, a C string, two outputs.
        match unsafe { get(self.1, pointer.as_ptr(), &raw mut text, &raw mut len) } {
            LAPOR_OK => {
                // SAFETY: on LAPOR_OK a text of that length, which lives as long as the answer.
                let bytes = unsafe { std::slice::from_raw_parts(text.cast(), len) };
                Ok(std::str::from_utf8(bytes).unwrap())
            }
            status => {
                assert!(text.is_null() && len == 0, "outputs are always written");
                Err(status)
            }
        }
    }

    fn str(&self, pointer: &CStr) -> Result<&str, Status> {
        self.text(lapor_answer_str, pointer)
    }

    fn raw(&self, pointer: &CStr) -> Result<&str, Status> {
        self.text(lapor_answer_raw, pointer)
    }

    fn value<T: Default + PartialEq + std::fmt::Debug>(
        &self,
        get: unsafe extern "C" fn(*const Answer, *const c_char, *mut T) -> Status,
        pointer: &CStr,
        before: T,
    ) -> Result<T, Status> {
        let mut value = before;
        // SAFETY: NULL or a live answer, a C string, one output.
        match unsafe { get(self.1, pointer.as_ptr(), &raw mut value) } {
            LAPOR_OK => Ok(value),
            status => {
                assert_eq!(value, T::default(), "outputs are always written");
                Err(status)
            }
        }
    }

    fn int(&self, pointer: &CStr) -> Result<i64, Status> {
        self.value(lapor_answer_int, pointer, 99)
    }

    fn truth(&self, pointer: &CStr) -> Result<i32, Status> {
        self.value(lapor_answer_bool, pointer, 99)
    }

    fn len(&self, pointer: &CStr) -> Result<usize, Status> {
        self.value(lapor_answer_len, pointer, 99)
    }
}

#[test]
fn versions_are_those_of_the_core() {
    assert_eq!((lapor_abi_version(), lapor_wire_version()), (lapor_core::ABI, lapor_core::WIRE));
    // SAFETY: a C string that is never freed.
    let version = unsafe { CStr::from_ptr(lapor_version()) };
    assert_eq!(version.to_str(), Ok(lapor_core::VERSION));
}

#[test]
#[cfg_attr(miri, ignore = "an engine takes miri far too long")]
fn a_call_gives_what_the_core_gives() {
    let (engine, error) = build(&[]);
    assert_eq!((error.0, error.1.is_null()), (LAPOR_OK, true));
    let got = call(&engine, b"region.lookup", br#"{"code":"12.71"}"#);
    assert_eq!((got.0, got.ok()), (LAPOR_OK, 1));
    let core = lapor_core::Engine::builder().build().unwrap().call("region.lookup", br#"{"code":"12.71"}"#);
    assert_eq!(got.json(), Ok(core.json()));

    assert_eq!(got.str(c"/regions/0/name"), Ok("Kota Medan"));
    assert_eq!(got.int(c"/regions/0/level"), Ok(2));
    assert_eq!(got.len(c"/regions"), Ok(1));
    assert_eq!(got.raw(c"/matched"), Ok("\"code\""));
    assert_eq!(got.raw(c"/regions/0/level"), Ok("2"));
    assert_eq!(format!(r#"{{"ok":true,"answer":{}}}"#, got.raw(c"").unwrap()), core.json());

    for missing in [c"/nowhere", c"/regions/1", c"/regions/00", c"/regions/+0", c"/regions/-", c"/matched/0", c"/"] {
        let all = (got.str(missing), got.raw(missing), got.int(missing), got.truth(missing), got.len(missing));
        let none = LAPOR_NOT_FOUND;
        assert_eq!(all, (Err(none), Err(none), Err(none), Err(none), Err(none)), "{missing:?}");
    }
    assert_eq!(got.int(c"/matched"), Err(LAPOR_NOT_FOUND), "a string is no number");
    assert_eq!(got.int(c"/regions/0/lat"), Err(LAPOR_NOT_FOUND), "a decimal is no whole number");
    for bad in [c"matched", c"/\xff", c"/~", c"/regions/0/na~2me", c"/~01~"] {
        assert_eq!((got.str(bad), got.len(bad)), (Err(LAPOR_BAD_ARGUMENT), Err(LAPOR_BAD_ARGUMENT)), "{bad:?}");
    }
}

#[test]
#[cfg_attr(miri, ignore = "an engine takes miri far too long")]
fn truth_values_come_as_numbers() {
    let (engine, _) = build(&[]);
    let request = br#"{"now":"2026-11-23T09:00:00+07:00","complaint":{"title":"","content":""}}"#;
    let got = call(&engine, b"triage", request);
    assert_eq!((got.0, got.truth(c"/accepted")), (LAPOR_OK, Ok(0)));
    assert_eq!(got.raw(c"/route/lead"), Ok("null"));
    assert_eq!(got.str(c"/route/lead"), Err(LAPOR_NOT_FOUND), "null is no string");
}

#[test]
#[cfg_attr(miri, ignore = "an engine takes miri far too long")]
fn refusals_are_answers() {
    let (engine, _) = build(&[]);
    let refused: [(&[u8], &[u8], &str); 5] = [
        (b"triage", b"{\"now\":\"\xff\"}", "bad_utf8"),
        (b"tri\xffage", b"{}", "bad_utf8"),
        (b"triage\0", b"{}", "unknown_op"),
        (b"", b"{}", "unknown_op"),
        (b"triage", b"", "bad_json"),
    ];
    for (op, request, code) in refused {
        let got = call(&engine, op, request);
        assert_eq!((got.0, got.ok(), got.str(c"/code")), (LAPOR_ERROR_ANSWER, 0, Ok(code)));
    }
}

#[test]
fn a_refused_pack_is_an_answer() {
    let (none, error) = build(&[b"{}"]);
    assert_eq!((none.0.is_null(), error.0, error.str(c"/code")), (true, LAPOR_ERROR_ANSWER, Ok("pack_invalid")));
    assert!(error.str(c"/path").unwrap().starts_with("/packs/0"));
}

#[test]
#[cfg_attr(miri, ignore = "an engine takes miri far too long")]
fn an_answer_outlives_its_engine_and_may_be_read_by_many() {
    let (engine, _) = build(&[]);
    let got = call(&engine, b"engine.info", b"{}");
    drop(engine);
    // SAFETY: a live answer; a shared reference crosses threads only if the type is Sync.
    let shared = unsafe { &*got.1 };
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(move || {
                let mut wire = 0;
                // SAFETY: a live answer, a C string, one output.
                let status = unsafe { lapor_answer_int(shared, c"/wire".as_ptr(), &raw mut wire) };
                assert_eq!((status, wire), (LAPOR_OK, 1));
            });
        }
    });
}

#[test]
fn null_is_a_bad_argument_and_outputs_are_written() {
    let bad = LAPOR_BAD_ARGUMENT;
    // SAFETY: what is not NULL is a live handle, a C string or a local output; a length beyond the text goes with NULL or is refused unread.
    unsafe {
        let (mut made, mut error) = (ptr::dangling_mut(), ptr::dangling_mut());
        assert_eq!(lapor_engine_new(ptr::null(), 0, ptr::null_mut(), &raw mut error), bad);
        assert_eq!(lapor_engine_new(ptr::null(), 0, &raw mut made, ptr::null_mut()), bad);
        assert!(made.is_null() && error.is_null());
        assert_eq!(lapor_engine_new(ptr::null(), 1, &raw mut made, &raw mut error), bad);
        assert_eq!(lapor_engine_new(ptr::null(), usize::MAX, &raw mut made, &raw mut error), bad);
        let pack = Bytes { ptr: ptr::null(), len: 1 };
        assert_eq!(lapor_engine_new(&raw const pack, 1, &raw mut made, &raw mut error), bad);

        let mut answer = ptr::dangling_mut();
        let op = c"engine.info".as_ptr();
        assert_eq!(lapor_call(ptr::null(), op, 11, op, 0, &raw mut answer), bad);
        assert!(answer.is_null());

        let nothing = Got(LAPOR_OK, ptr::null_mut());
        assert_eq!(nothing.ok(), 0);
        assert_eq!((nothing.str(c""), nothing.raw(c""), nothing.int(c"")), (Err(bad), Err(bad), Err(bad)));
        assert_eq!(nothing.json(), Err(bad));
        assert_eq!((nothing.truth(c""), nothing.len(c"")), (Err(bad), Err(bad)));
        let got = reply(&Error::new(ErrorCode::BadValue, "/a"));
        let (mut text, mut len) = (ptr::dangling(), 99);
        assert_eq!(lapor_answer_str(got.1, ptr::null(), &raw mut text, &raw mut len), bad);
        assert!(text.is_null() && len == 0);
        assert_eq!(lapor_answer_json(got.1, &raw mut text, ptr::null_mut()), bad);
        assert_eq!(lapor_answer_json(got.1, ptr::null_mut(), &raw mut len), bad);
        assert_eq!(lapor_answer_int(got.1, c"/path".as_ptr(), ptr::null_mut()), bad);

        lapor_engine_free(ptr::null_mut());
        lapor_answer_free(ptr::null_mut());
    }
}

#[test]
#[cfg_attr(miri, ignore = "an engine takes miri far too long")]
fn a_call_without_its_bytes_or_its_output_is_a_bad_argument() {
    let (engine, _) = build(&[]);
    let (bad, op) = (LAPOR_BAD_ARGUMENT, c"engine.info".as_ptr());
    let mut answer = ptr::dangling_mut();
    // SAFETY: a live engine, a C string, a local output; a length beyond the text goes with NULL or is refused unread.
    unsafe {
        assert_eq!(lapor_call(engine.0, ptr::null(), 1, op, 0, &raw mut answer), bad);
        assert!(answer.is_null());
        assert_eq!(lapor_call(engine.0, op, 11, ptr::null(), 1, &raw mut answer), bad);
        assert_eq!(lapor_call(engine.0, op, usize::MAX, op, 0, &raw mut answer), bad);
        assert_eq!(lapor_call(engine.0, op, 11, op, 0, ptr::null_mut()), bad);
    }
}

/// An overlay that only gives an office of its region a name.
fn overlay(name: &str) -> Vec<u8> {
    let pack = r#"{"pack":"id.12.71","kind":"overlay","version":"1","for":"12.71","requires":{"wire":1},"sources":{"S":"a test"},
        "offices":[{"id":"12.71/dishub","type":"opd:dishub","name":"NAME","source":"S"}]}"#;
    pack.replace("NAME", name).into_bytes()
}

#[test]
#[cfg_attr(miri, ignore = "an engine takes miri far too long")]
fn a_shared_engine_is_made_once_and_outlives_its_handles() {
    let (one, two) = (overlay("Dinas Satu"), overlay("Dinas Dua"));
    let name = |engine: &Engine| {
        let got = call(engine, b"institution.search", br#"{"query":"12.71/dishub"}"#);
        got.str(c"/institutions/0/office/name").map(str::to_owned)
    };
    let ((first, error), (second, _)) =
        (build_by(lapor_engine_shared, &[&one]), build_by(lapor_engine_shared, &[&two]));
    assert_eq!((error.0, error.1.is_null()), (LAPOR_OK, true));
    assert_eq!((name(&first), name(&second)), (Ok("Dinas Satu".into()), Ok("Dinas Dua".into())));
    let kept = first.inner();
    drop(first);
    let (again, _) = build_by(lapor_engine_shared, &[&one]);
    assert!(Arc::ptr_eq(&kept, &again.inner()), "the engine of before, though no handle of it was left");
    assert!(!Arc::ptr_eq(&kept, &second.inner()), "other packs, another engine");
    let (own, _) = build(&[&one]);
    assert!(!Arc::ptr_eq(&kept, &own.inner()), "lapor_engine_new shares with nobody");
}

#[test]
#[cfg_attr(miri, ignore = "an engine takes miri far too long")]
fn only_the_engines_asked_for_last_are_kept() {
    let (store, packs) = (Store::new(), [overlay("Dinas Satu"), overlay("Dinas Dua"), overlay("Dinas Tiga")]);
    let [one, two, three] = packs.each_ref().map(Vec::as_slice);
    let get = |pack: &[u8]| store.get(&[pack]).unwrap();
    let first = get(one);
    for number in 1..Store::LIMIT {
        get(&overlay(&format!("Dinas {number}")));
    }
    assert!(Arc::ptr_eq(&first, &get(one)), "the limit is not passed yet");
    get(two);
    assert!(Arc::ptr_eq(&first, &get(one)), "asked for a moment ago");
    get(three);
    for number in 1..Store::LIMIT {
        get(&overlay(&format!("Dinas {number}")));
    }
    assert_eq!(Arc::strong_count(&first), 1, "nobody asked for it as long as for {} others", Store::LIMIT);
    assert!(!Arc::ptr_eq(&first, &get(one)));
}

#[test]
fn a_refused_pack_is_not_kept() {
    for _ in 0..2 {
        let (none, error) = build_by(lapor_engine_shared, &[b"{}"]);
        assert_eq!((none.0.is_null(), error.0, error.str(c"/code")), (true, LAPOR_ERROR_ANSWER, Ok("pack_invalid")));
    }
    let bad = LAPOR_BAD_ARGUMENT;
    // SAFETY: NULL, or a local output.
    unsafe {
        let (mut made, mut error) = (ptr::dangling_mut(), ptr::dangling_mut());
        assert_eq!(lapor_engine_shared(ptr::null(), 0, ptr::null_mut(), &raw mut error), bad);
        assert_eq!(lapor_engine_shared(ptr::null(), 0, &raw mut made, ptr::null_mut()), bad);
        assert!(made.is_null() && error.is_null());
        assert_eq!(lapor_engine_shared(ptr::null(), 1, &raw mut made, &raw mut error), bad);
    }
}

#[test]
#[cfg_attr(miri, ignore = "an engine takes miri far too long")]
fn many_threads_ask_for_one_shared_engine() {
    let pack = overlay("Dinas Bersama");
    let made: Vec<_> = std::thread::scope(|scope| {
        let ask = || {
            let (engine, _) = build_by(lapor_engine_shared, &[&pack]);
            engine.inner()
        };
        let threads: Vec<_> = (0..4).map(|_| scope.spawn(ask)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert!(made.windows(2).all(|pair| matches!(pair, [a, b] if Arc::ptr_eq(a, b))));
}

#[test]
fn a_text_with_escapes_keeps_its_place() {
    let got = reply(&Error::new(ErrorCode::BadValue, "/a\"b").with("c\"d", "e\nf"));
    let (first, params) = (got.str(c"/path").unwrap(), got.str(c"/params/c\"d").unwrap());
    assert_eq!((first, params), ("/a\"b", "e\nf"));
    assert_eq!(got.raw(c"/path"), Ok(r#""/a\"b""#));
    assert_eq!(first.as_ptr(), got.str(c"/path").unwrap().as_ptr(), "asked twice, one text");
}

#[test]
fn many_threads_read_one_answer() {
    let got = reply(&Error::new(ErrorCode::BadValue, "/a\"b").with("c\"d", "e\nf"));
    // SAFETY: a live answer; a shared reference crosses threads only if the type is Sync.
    let shared = unsafe { &*got.1 };
    let read = |pointer: &CStr| {
        let (mut text, mut len) = (ptr::null(), 0);
        // SAFETY: a live answer, a C string, two outputs.
        let status = unsafe { lapor_answer_str(shared, pointer.as_ptr(), &raw mut text, &raw mut len) };
        assert_eq!(status, LAPOR_OK);
        // SAFETY: on LAPOR_OK a text of that length, which lives as long as the answer.
        let bytes: &[u8] = unsafe { std::slice::from_raw_parts(text.cast(), len) };
        (bytes, text.addr())
    };
    let places: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..4).map(|_| scope.spawn(|| [read(c"/path"), read(c"/params/c\"d")])).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert!(places.iter().all(|[path, param]| path.0 == b"/a\"b" && param.0 == b"e\nf"));
    assert!(places.windows(2).all(|pair| matches!(pair, [a, b] if a == b)), "every thread got the same texts");
}

#[test]
fn a_panic_stops_at_the_guard() {
    assert_eq!(guard::status(|| panic!("a test")), LAPOR_PANIC);
    let Err((status, reply)) = guard::answer::<()>(|| panic!("a test")) else { panic!("a value out of a panic") };
    let got = Got(status, Answer::into_raw(reply));
    assert_eq!((got.0, got.ok()), (LAPOR_PANIC, 0));
    assert_eq!((got.str(c"/code"), got.str(c"/path")), (Ok("internal"), Ok("")));
}

#[test]
fn pointers_are_unescaped() {
    let error = Error::new(ErrorCode::BadValue, "/a~1b\u{0}é").with("x/y~1", 7usize);
    let got = reply(&error);
    assert_eq!(got.int(c"/params/x~1y~01"), Ok(7));
    assert_eq!(got.raw(c"/params/x~1y~01"), Ok("7"));
    assert_eq!(got.str(c"/path"), Ok("/a~1b\u{0}é"), "NUL is a character like any other");
    assert_eq!(got.len(c"/params"), Ok(1));
}
