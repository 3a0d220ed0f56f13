//! Gives the shared library its SONAME, and keeps it loaded.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_OS").as_deref() == Ok("linux") {
        // The number changes together with LAPOR_ABI_VERSION, when a program built against the old header would no longer run.
        println!("cargo:rustc-cdylib-link-arg=-Wl,-soname,liblapor.so.1");
        // PHP closes the library at the end of each request and opens it for the next. Unloaded in between, it would lose the engines that
        // lapor_engine_shared keeps for the process.
        println!("cargo:rustc-cdylib-link-arg=-Wl,-z,nodelete");
    }
}
