//! `cargo xtask java`: the Maven module in examples/java, by JNA and by java.lang.foreign.

use crate::Done;
use crate::c;
use crate::dist::{copy, steps};
use crate::files::{below, root, target};
use crate::hosts;
use crate::run::{output, program, provide, run};
use std::path::{Path, PathBuf};
use std::process::Command;

const MODULE: &str = "examples/java";
const README: &str = "examples/java/README.md";

/// The Java by JNA, and the oldest that has java.lang.foreign, with which the module is built.
const OLDER: u32 = 17;
const NEWER: u32 = 22;

/// Whether everything is there that the steps below start; a Java of [`NEWER`] is looked for later, for not every Debian has one.
const THERE: &str =
    "for program in mvn gcc strip; do command -v $program || exit 1; done && ls /usr/lib/jvm/*17*/bin/javac";

/// Where it comes from on Debian.
const PACKAGES: &str = "maven openjdk-17-jdk-headless gcc libc6-dev binutils";

/// What Java is told so that it does not warn of calls to C.
const NATIVE: &str = "--enable-native-access=ALL-UNNAMED";

/// What the quickstart must print: the registered office of Medan and why, and the last day of an answer.
const EXPECTED: [&str; 4] =
    ["the jar's /native/", "Dinas Perhubungan Kota Medan", "Aturan daerah (12.71/medan-pju)", "2026-12-07"];

/// Tests and vectors on the newest Java by both bindings and on the older one by JNA, and what a reader of the package does with it.
pub(crate) fn check() -> Done {
    let built = build("verify")?;
    let vectors = hosts::arguments()?;
    for (java, flags) in built.ways() {
        run(built.java(java, flags).arg("id.lapor.VectorRunner").args(&vectors))?;
    }
    built.documentation()?;
    built.alone()?;
    built.readme()
}

/// What a call costs more than the native one, and what memory does over a million of them.
pub(crate) fn cost() -> Done {
    let built = build("package")?;
    let native = built.dir.join("native.so");
    let mut gcc = program("gcc");
    gcc.args(["-std=c11", "-D_POSIX_C_SOURCE=200809L", "-Wall", "-Wextra", "-Werror", "-pedantic", "-Iinclude", "-O2"]);
    gcc.args(["-shared", "-fPIC", "examples/php/tests/native.c", "-o"]).arg(&native);
    run(gcc.arg(&built.library))?;
    let library = format!("-Dlapor.library={}", built.library.display());
    // a heap that does not change its size, so that only native memory can grow
    let heap = ["-Xms64m", "-Xmx64m", "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC", &library];
    let mut good = Ok(());
    for (java, flags) in built.ways() {
        let flags: Vec<&str> = flags.iter().chain(&heap).copied().collect();
        good = good.and(run(built.java(java, &flags).arg("id.lapor.Cost").arg(&native)));
    }
    good
}

/// The library, the homes of two Javas, and where our own files are.
struct Built {
    dir: PathBuf,
    library: PathBuf,
    newest: PathBuf,
    older: PathBuf,
}

impl Built {
    /// Each Java with the flags for each of its bindings.
    fn ways(&self) -> [(&Path, &'static [&'static str]); 3] {
        let jna = &[NATIVE, "-Dlapor.binding=jna"];
        [(&self.newest, &[NATIVE]), (&self.newest, jna), (&self.older, &[])]
    }

    /// A program of the tests over the jar.
    fn java(&self, home: &Path, flags: &[&str]) -> Command {
        let mut java = tool(home, "java");
        let built = Path::new(MODULE).join("target");
        let path = [
            built.join("test-classes").display().to_string(),
            jar().display().to_string(),
            built.join("lib/*").display().to_string(),
        ];
        java.args(flags).args(["-cp", &path.join(":")]);
        java
    }

    /// Javadoc, every public item documented and every link right; and the examples as Java 11 would read them.
    fn documentation(&self) -> Done {
        let mut javac = tool(&self.newest, "javac");
        javac
            .args(["--release", "11", "-Xlint:all", "-Werror", "-d"])
            .arg(self.dir.join("examples"))
            .arg("-cp")
            .arg(jar());
        run(javac.args(below(&root().join(MODULE).join("examples"), ".java")?))?;
        let mut javadoc = tool(&self.newest, "javadoc");
        javadoc.args(["-quiet", "-Xdoclint:all", "-Werror", "--release", "11", "--module", "id.lapor"]);
        javadoc.args(["--module-source-path", "id.lapor=examples/java/src/main/java"]);
        run(javadoc.args(["--module-path", "examples/java/target/lib", "-d"]).arg(self.dir.join("javadoc")))
    }

    /// Two jars, an overlay and a program in a folder with nothing else, on the class path and as modules, without any property.
    fn alone(&self) -> Done {
        let empty = self.dir.join("empty");
        let _ = std::fs::remove_dir_all(&empty);
        std::fs::create_dir_all(empty.join("jars")).map_err(|e| format!("{}: {e}", empty.display()))?;
        copy(&root().join(jar()), &empty.join("jars/lapor.jar"))?;
        let jna = below(&root().join(MODULE).join("target/lib"), ".jar")?;
        for file in &jna {
            copy(file, &empty.join("jars/jna.jar"))?;
        }
        for file in ["examples/java/examples/Quickstart.java", c::PACK] {
            let from = root().join(file);
            copy(&from, &empty.join(from.file_name().unwrap_or_default()))?;
        }
        let modules = ["-p", "jars", "--add-modules", "id.lapor"];
        let allowed = "--enable-native-access=id.lapor,com.sun.jna";
        let ways: [(&Path, &str, &[&str]); 4] = [
            (&self.newest, "ffm", &[NATIVE, "-cp", "jars/*"]),
            (&self.newest, "ffm", &[&[allowed][..], &modules].concat()),
            (&self.older, "jna", &["-cp", "jars/*"]),
            (&self.older, "jna", &modules),
        ];
        for (home, binding, flags) in ways {
            let mut java = tool(home, "java");
            java.current_dir(&empty).args(flags).args(["Quickstart.java", "id.12.71.json"]);
            expect("the jar in an empty folder", &output(&mut java)?, &[&format!(", {binding}, ")])?;
        }
        println!("   the jar works in an empty folder, on the class path and as a module, by both bindings");
        Ok(())
    }

    /// The steps of the README, with the newest Java as a reader would have it.
    fn readme(&self) -> Done {
        let script = format!("set -euo pipefail\n{}", steps(README)?);
        let path = std::env::var_os("PATH").unwrap_or_default();
        let paths = std::iter::once(self.newest.join("bin")).chain(std::env::split_paths(&path));
        let mut bash = program("bash");
        bash.args(["-c", &script]).env("JAVA_HOME", &self.newest).env_remove("LD_LIBRARY_PATH");
        bash.env("PATH", std::env::join_paths(paths).map_err(|e| e.to_string())?);
        expect(README, &output(&mut bash)?, &[", ffm, "])?;
        println!("   {README}: its steps work as written");
        Ok(())
    }
}

fn expect(what: &str, printed: &str, more: &[&str]) -> Done {
    let missing = EXPECTED.iter().chain(more).find(|text| !printed.contains(**text));
    missing.map_or(Ok(()), |text| Err(format!("{what}: does not print {text:?}, but:\n{printed}")))
}

fn jar() -> PathBuf {
    Path::new(MODULE).join(format!("target/lapor-{}.jar", lapor_core::VERSION))
}

/// A program of a JDK.
fn tool(home: &Path, name: &str) -> Command {
    let mut command = program(&home.join("bin").join(name).to_string_lossy());
    // cargo puts its own folders there, and in them lies another build of the library
    command.env_remove("LD_LIBRARY_PATH");
    command
}

/// Installs what is missing, builds the library, lays it where the jar takes it from, and has Maven do its part.
fn build(goal: &str) -> Result<Built, String> {
    provide(THERE, PACKAGES)?;
    let (newest, older) = (home(|version| version >= NEWER)?, home(|version| version == OLDER)?);
    let dir = target().join("hosts/java");
    let natives = dir.join("natives");
    let platform = natives.join(format!("native/linux-{}", std::env::consts::ARCH));
    std::fs::create_dir_all(&platform).map_err(|e| format!("{}: {e}", platform.display()))?;
    let library = platform.join(library_name());
    copy(&c::library()?, &library)?;
    run(program("strip").arg("--strip-unneeded").arg(&library))?;
    others(&dir)?;

    let told = |name: &str, path: &Path| format!("-Dlapor.{name}={}", path.display());
    let words = [
        format!("--file={MODULE}/pom.xml"),
        told("natives", &natives),
        told("test.made", &dir),
        told("older", &older.join("bin/java")),
        goal.to_owned(),
    ];
    maven(&newest, &words)?;
    Ok(Built { dir, library, newest, older })
}

fn library_name() -> String {
    format!("liblapor.so.{}", lapor_core::ABI)
}

/// Runs Maven; of what it prints only the counts of tests are shown, or everything if it fails.
fn maven(home: &Path, words: &[String]) -> Done {
    let maven = |offline: &[&str]| {
        let mut mvn = program("mvn");
        mvn.args(["-B", "-ntp", "-Dstyle.color=never"]).args(offline).args(words).env("JAVA_HOME", home);
        mvn.env_remove("LD_LIBRARY_PATH").output().map_err(|e| format!("mvn: {e}"))
    };
    // what Maven has once fetched it need not ask for again
    let mut done = maven(&["-o"])?;
    if !done.status.success() && String::from_utf8_lossy(&done.stdout).contains("offline mode") {
        done = maven(&[])?;
    }
    let printed = String::from_utf8_lossy(&done.stdout);
    if !done.status.success() {
        return Err(format!("mvn: {}\n{printed}{}", done.status, String::from_utf8_lossy(&done.stderr)));
    }
    for line in printed.lines().filter(|line| line.contains("Tests run:") && !line.contains("Time elapsed")) {
        println!("   {}", line.trim_start_matches("[INFO] ").trim_start_matches("[WARNING] "));
    }
    Ok(())
}

/// The libraries that the tests need besides: one in which `test.panic` panics, and some that are not the right one.
fn others(dir: &Path) -> Done {
    let panic = dir.join("panic");
    std::fs::create_dir_all(&panic).map_err(|e| format!("{}: {e}", panic.display()))?;
    copy(&c::library_with_panic()?, &panic.join(library_name()))?;
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

/// The home of the newest JDK whose version is one of those, read from the file that every Java has.
fn home(fits: impl Fn(u32) -> bool) -> Result<PathBuf, String> {
    let homes = std::fs::read_dir("/usr/lib/jvm").map_err(|e| format!("/usr/lib/jvm: {e}"))?;
    let versions = homes.flatten().filter_map(|home| {
        let home = home.path();
        let release = std::fs::read_to_string(home.join("release")).ok()?;
        let version = release.split("JAVA_VERSION=\"").nth(1)?.split(['.', '"']).next()?.parse().ok()?;
        (home.join("bin/javac").exists() && fits(version)).then_some((version, home))
    });
    let newest = versions.max();
    newest.map(|(_, home)| home).ok_or_else(|| {
        format!("a JDK is missing in /usr/lib/jvm: {OLDER} and one of {NEWER} or newer, such as Temurin 25, are needed")
    })
}
