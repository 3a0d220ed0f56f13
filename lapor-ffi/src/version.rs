//! The numbers a host compares before anything else.

use std::ffi::{CStr, c_char};

/// ABI version of this header. It changes when a program built against the old header would no longer run.
pub const LAPOR_ABI_VERSION: u32 = 1;

/// Wire version of this header: the JSON shapes of requests and answers.
pub const LAPOR_WIRE_VERSION: u32 = 1;

const _: () = assert!(LAPOR_ABI_VERSION == lapor_core::ABI && LAPOR_WIRE_VERSION == lapor_core::WIRE);

const VERSION: &CStr = match CStr::from_bytes_with_nul(concat!(env!("CARGO_PKG_VERSION"), "\0").as_bytes()) {
    Ok(version) => version,
    Err(_) => c"",
};

/// ABI version of the loaded library. Use the library only if it equals LAPOR_ABI_VERSION.
#[unsafe(no_mangle)]
pub extern "C" fn lapor_abi_version() -> u32 {
    LAPOR_ABI_VERSION
}

/// Wire version of the loaded library.
#[unsafe(no_mangle)]
pub extern "C" fn lapor_wire_version() -> u32 {
    LAPOR_WIRE_VERSION
}

/// Release of the loaded library, as in "1.2.3": NUL-terminated, valid as long as the library is loaded, not to be freed.
#[unsafe(no_mangle)]
pub extern "C" fn lapor_version() -> *const c_char {
    VERSION.as_ptr()
}
