//! `cargo xtask java`: the Maven module in examples/java, by JNA and by java.lang.foreign.

use crate::Done;
use crate::c;
use crate::dist::copy;
use crate::files::target;
use crate::hosts;
use crate::run::{output, program, run};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The module.
const POM: &str = "examples/java/pom.xml";

/// The oldest Java that the tests run on; the newest is whichever is installed.
const OLDER: &str = "java-17-openjdk-*";

/// What Java is told so that it does not warn of calls to C.
const NATIVE: &str = "--enable-native-access=ALL-UNNAMED";

/// Tests and vectors on the newest Java by both bindings and on the older one by JNA, and what a reader of the package does with it.
pub(crate) fn check() -> Done {
    let built = build(&["verify"])?;
    let vectors = hosts::arguments()?;
    for (java, flags) in built.ways() {
        run(built.java(java, flags).arg("id.lapor.VectorRunner").args(&vectors))?;
    }
    Ok(())
}

/// What a call costs more than the native one, and what memory does over a million of them.
pub(crate) fn cost() -> Done {
    let built = build(&["package"])?;
    let native = built.dir.join("native.so");
    let mut gcc = program("gcc");
    gcc.args(["-std=c11", "-D_POSIX_C_SOURCE=200809L", "-Wall", "-Wextra", "-Werror", "-pedantic", "-Iinclude", "-O2"]);
    gcc.args(["-shared", "-fPIC", "examples/php/tests/native.c", "-o"]).arg(&native);
    run(gcc.arg(&built.library))?;
    // a heap that does not change its size, so that only native memory can grow
    let heap = ["-Xms64m", "-Xmx64m", "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC"];
    let mut good = Ok(());
    for (java, flags) in built.ways() {
        let mut cost = built.java(java, flags);
        cost.args(["id.lapor.Cost"]).arg(&native);
        cost.env("JDK_JAVA_OPTIONS", format!("{} -Dlapor.library={}", heap.join(" "), built.library.display()));
        good = good.and(run(&mut cost));
    }
    good
}

/// Where the two Javas and the class path are.
struct Built {
    dir: PathBuf,
    library: PathBuf,
    newest: PathBuf,
    older: PathBuf,
    jna: PathBuf,
}

impl Built {
    /// Each Java with the flags for each of its bindings.
    fn ways(&self) -> [(&Path, &'static [&'static str]); 3] {
        let jna = &[NATIVE, "-Dlapor.binding=jna"];
        [(&self.newest, &[NATIVE]), (&self.newest, jna), (&self.older, &[])]
    }

    /// A program of the tests over the jar.
    fn java(&self, home: &Path, flags: &[&str]) -> Command {
        let dir = Path::new("examples/java/target");
        let class_path = [dir.join("test-classes"), jar(), self.jna.clone()];
        let mut java = program(&home.join("bin/java").to_string_lossy());
        // cargo puts its own folders there, and in them lies another build of the library
        java.args(flags).env_remove("LD_LIBRARY_PATH").arg("-cp");
        java.arg(std::env::join_paths(class_path).unwrap_or_default());
        java
    }
}

fn jar() -> PathBuf {
    Path::new("examples/java/target").join(format!("lapor-{}.jar", lapor_core::VERSION))
}

/// Builds the library, lays it where the jar takes it from, and has Maven build and test the module.
fn build(goals: &[&str]) -> Result<Built, String> {
    let dir = target().join("hosts/java");
    let natives = dir.join("natives");
    let platform = natives.join(format!("native/linux-{}", std::env::consts::ARCH));
    std::fs::create_dir_all(&platform).map_err(|e| format!("{}: {e}", platform.display()))?;
    let plain = c::library()?;
    let library = platform.join(format!("liblapor.so.{}", lapor_core::ABI));
    copy(&plain, &library)?;
    run(program("strip").arg("--strip-unneeded").arg(&library))?;
    others(&dir)?;

    let (newest, older) = (home("temurin-*-jdk-*")?, home(OLDER)?);
    let mut words = vec!["-B".to_owned(), "-ntp".to_owned(), "-Dstyle.color=never".to_owned(), "-f".to_owned()];
    words.push(POM.to_owned());
    words.extend(goals.iter().map(|&goal| goal.to_owned()));
    words.push(format!("-Dlapor.natives={}", natives.display()));
    words.push(format!("-Dlapor.test.made={}", dir.display()));
    words.push(format!("-Dlapor.older={}", older.join("bin/java").display()));
    let maven = |offline: &[&str]| {
        let mut mvn = program("mvn");
        mvn.args(offline).args(&words).env("JAVA_HOME", &newest).env_remove("LD_LIBRARY_PATH");
        mvn.output().map_err(|e| format!("mvn: {e}"))
    };
    // what Maven has once fetched it need not ask for again
    let mut done = maven(&["-o"])?;
    if !done.status.success() && String::from_utf8_lossy(&done.stdout).contains("offline mode") {
        done = maven(&[])?;
    }
    let printed = String::from_utf8_lossy(&done.stdout);
    if !done.status.success() {
        return Err(format!("mvn verify: {}\n{printed}{}", done.status, String::from_utf8_lossy(&done.stderr)));
    }
    for line in printed.lines().filter(|line| line.contains("Tests run:") && !line.contains("Time elapsed")) {
        println!("   {line}");
    }
    let repository = std::env::var_os("HOME").map(PathBuf::from).ok_or("no HOME")?.join(".m2/repository");
    let jna = repository.join("net/java/dev/jna/jna/5.19.1/jna-5.19.1.jar");
    Ok(Built { dir, library, newest, older, jna })
}

/// The libraries that the tests need besides: one in which `test.panic` panics, and some that are not the right one.
fn others(dir: &Path) -> Done {
    let panic = dir.join("panic");
    std::fs::create_dir_all(&panic).map_err(|e| format!("{}: {e}", panic.display()))?;
    copy(&c::library_with_panic()?, &panic.join(format!("liblapor.so.{}", lapor_core::ABI)))?;
    let right = format!("-DABI={}", lapor_core::ABI);
    for (name, flags) in
        [("other-abi.so", &["-DABI=99"][..]), ("lacking.so", &[right.as_str()][..]), ("unrelated.so", &[][..])]
    {
        let mut gcc = program("gcc");
        gcc.args(["-shared", "-fPIC", "-Wall", "-Werror"]).args(flags).arg("examples/java/src/test/c/other.c");
        run(gcc.arg("-o").arg(dir.join(name)))?;
    }
    Ok(())
}

/// The folder of a Java, the newest of several.
fn home(pattern: &str) -> Result<PathBuf, String> {
    let list = format!("ls -d /usr/lib/jvm/{pattern} | sort -V | tail -1");
    let found = output(program("sh").args(["-c", &list]))?;
    match found.trim() {
        "" => Err(format!("no Java in /usr/lib/jvm/{pattern}")),
        path => Ok(path.into()),
    }
}
