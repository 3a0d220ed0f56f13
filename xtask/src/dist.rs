//! `cargo xtask dist PREFIX`: the C library as it is installed, and what belongs to it.
//!
//! ```text
//! PREFIX/bin/lapor                    the command, for hosts that cannot load a library (lapor call)
//! PREFIX/include/lapor.h, lapor.hpp, lapor-php.h
//! PREFIX/lib/liblapor.so.N            N is the ABI's number; liblapor.so leads to it
//! PREFIX/lib/liblapor.a
//! PREFIX/lib/pkgconfig/lapor.pc       finds its prefix by its own place, so the tree may be moved
//! PREFIX/share/doc/lapor/             licences and notices, which must travel with the library
//! PREFIX/share/lapor/packs/           overlays of six regions as examples, and villages.pack
//! ```

use crate::Done;
use crate::exports;
use crate::files::{below, read, root, target};
use crate::run::{cargo, output, program, run};
use std::path::{Path, PathBuf};

/// The oldest C library that servers in use still have (RHEL 8, Debian 10): major, minor.
const OLD_GLIBC: (u32, u32) = (2, 28);

/// What builds for an old C library: Zig brings the symbol tables of every glibc. Both are packages of Python's index.
const ZIG: [&str; 2] = ["cargo-zigbuild==0.24.1", "ziglang==0.17.1"];

/// What a program that links liblapor.a needs besides.
const STATIC_LIBS: &str = "-lgcc_s -lutil -lrt -lpthread -lm -ldl -lc";

/// Lays everything out below a prefix. With `old` nothing in it asks for a newer C library than [`OLD_GLIBC`].
pub(crate) fn run_to(prefix: &Path, old: bool) -> Done {
    let built = if old { build_old()? } else { build()? };
    let abi = lapor_core::ABI;
    let lib = prefix.join("lib");
    for dir in ["bin", "include", "lib/pkgconfig", "share/doc/lapor", "share/lapor/packs"] {
        std::fs::create_dir_all(prefix.join(dir)).map_err(|e| format!("{dir}: {e}"))?;
    }
    copy(&built.join("lapor"), &prefix.join("bin/lapor"))?;
    let shared = lib.join(format!("liblapor.so.{abi}"));
    copy(&built.join("liblapor.so"), &shared)?;
    copy(&built.join("liblapor.a"), &lib.join("liblapor.a"))?;
    for file in [prefix.join("bin/lapor"), shared.clone()] {
        run(program("strip").arg("--strip-unneeded").arg(file))?;
    }
    exports::check(&shared)?;
    run(program("strip").arg("--strip-debug").arg(lib.join("liblapor.a")))?;
    let link = lib.join("liblapor.so");
    let _ = std::fs::remove_file(&link);
    std::os::unix::fs::symlink(format!("liblapor.so.{abi}"), &link).map_err(|e| format!("liblapor.so: {e}"))?;
    std::fs::write(lib.join("pkgconfig/lapor.pc"), pkg_config()).map_err(|e| format!("lapor.pc: {e}"))?;

    for header in below(&root().join("include"), ".h")?.into_iter().chain(below(&root().join("include"), ".hpp")?) {
        copy_into(&header, &prefix.join("include"))?;
    }
    for name in ["LICENSE-APACHE", "LICENSE-MIT", "NOTICE"] {
        copy_into(&root().join(name), &prefix.join("share/doc/lapor"))?;
    }
    for overlay in below(&root().join("examples/packs"), ".json")? {
        copy_into(&overlay, &prefix.join("share/lapor/packs"))?;
    }
    copy_into(&root().join("lapor-core/data/packs/villages.pack"), &prefix.join("share/lapor/packs"))?;

    println!("{:<28}{:>12}   newest glibc symbol", "file", "bytes");
    for name in ["bin/lapor", &format!("lib/liblapor.so.{abi}"), "lib/liblapor.a"] {
        let file = prefix.join(name);
        let size = std::fs::metadata(&file).map_err(|e| format!("{name}: {e}"))?.len();
        let newest = if name.ends_with(".a") { None } else { newest_glibc(&file)? };
        let shown = newest.map_or("–".to_owned(), |(major, minor)| format!("{major}.{minor}"));
        println!("{name:<28}{size:>12}   {shown}");
        if old && newest > Some(OLD_GLIBC) {
            return Err(format!("{name} asks for glibc {shown}, newer than {}.{}", OLD_GLIBC.0, OLD_GLIBC.1));
        }
    }
    Ok(())
}

/// One at a time: built in one go, the library would get the features of the command, which has the villages in it.
const PACKAGES: [&str; 2] = ["lapor-ffi", "lapor-cli"];

/// Library and command for this machine; where they are.
fn build() -> Result<PathBuf, String> {
    for package in PACKAGES {
        run(&mut cargo(&["build", "-q", "--profile", "ffi", "-p", package]))?;
    }
    Ok(target().join("ffi"))
}

/// The same for an old C library.
fn build_old() -> Result<PathBuf, String> {
    let tools = target().join("zig");
    let bin = tools.join("bin");
    if !bin.join("cargo-zigbuild").exists() {
        run(program("python3").args(["-m", "venv"]).arg(&tools))?;
        run(program(&bin.join("pip").to_string_lossy()).args(["install", "-q"]).args(ZIG))?;
    }
    let triple = format!("{}-unknown-linux-gnu", std::env::consts::ARCH);
    let path = std::env::var_os("PATH").unwrap_or_default();
    let paths = std::iter::once(bin).chain(std::env::split_paths(&path));
    let path = std::env::join_paths(paths).map_err(|e| e.to_string())?;
    let old = format!("{triple}.{}.{}", OLD_GLIBC.0, OLD_GLIBC.1);
    for package in PACKAGES {
        let mut zig = cargo(&["zigbuild", "-q", "--profile", "ffi", "-p", package, "--target", &old]);
        run(zig.env("PATH", &path))?;
    }
    Ok(target().join(triple).join("ffi"))
}

/// The highest version among the glibc symbols that a file asks for, read from its dynamic symbol table.
fn newest_glibc(file: &Path) -> Result<Option<(u32, u32)>, String> {
    let symbols = output(program("objdump").arg("-T").arg(file))?;
    let versions = symbols.split("GLIBC_").skip(1).filter_map(|after| {
        let version = after.split(|c: char| !c.is_ascii_digit() && c != '.').next()?;
        let mut numbers = version.split('.').map(str::parse::<u32>);
        Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
    });
    Ok(versions.max())
}

fn pkg_config() -> String {
    let version = lapor_core::VERSION;
    format!(
        "prefix=${{pcfiledir}}/../..
includedir=${{prefix}}/include
libdir=${{prefix}}/lib
packsdir=${{prefix}}/share/lapor/packs
# what a program that links ${{libdir}}/liblapor.a needs besides
staticlibs={STATIC_LIBS}

Name: lapor
Description: The logic of SP4N-LAPOR!, Indonesia's national public-service complaint system
Version: {version}
Cflags: -I${{includedir}}
Libs: -L${{libdir}} -llapor
Libs.private: ${{staticlibs}}
"
    )
}

fn copy_into(file: &Path, dir: &Path) -> Done {
    copy(file, &dir.join(file.file_name().unwrap_or_default()))
}

/// Copies a file in place of an older one.
pub(crate) fn copy(from: &Path, to: &Path) -> Done {
    // a library in use must not change under the program that has it loaded, so the old file goes first
    let _ = std::fs::remove_file(to);
    std::fs::copy(from, to).map(|_| ()).map_err(|e| format!("{}: {e}", from.display()))
}

/// The text of README steps: the blocks that a README marks as `sh`, in order, as one script.
pub(crate) fn steps(readme: &str) -> Result<String, String> {
    let text = read(readme)?;
    let blocks = text.split("```").skip(1).step_by(2).filter_map(|block| block.strip_prefix("sh\n"));
    let script: String = blocks.collect();
    if script.is_empty() { Err(format!("{readme}: no steps in it")) } else { Ok(script) }
}
