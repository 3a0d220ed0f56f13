//! The program texts that stand in headers and READMEs, compiled: what a reader copies must work.

use crate::Done;
use crate::files::{read, target};
use crate::run::{program, run};

/// A text, where it stands, and what a reader has around it.
struct Snippet {
    file: &'static str,
    compiler: [&'static str; 4],
    before: &'static str,
    after: &'static str,
}

const SNIPPETS: [Snippet; 3] = [
    Snippet {
        file: "include/lapor.h",
        compiler: ["gcc", "-std=c11", "-x", "c"],
        before: "#include \"lapor.h\"\n#include <stdio.h>\n#include <string.h>\nvoid snippet(const char *request);\nvoid snippet(const char *request)\n{\n",
        after: "}\n",
    },
    Snippet {
        file: "include/lapor.hpp",
        compiler: ["g++", "-std=c++17", "-x", "c++"],
        before: "#include \"lapor.hpp\"\n#include <iostream>\nint fail(std::string_view);\nint snippet(std::string_view request);\nint snippet(std::string_view request) {\n",
        after: "return 0;\n}\n",
    },
    Snippet {
        file: "examples/cpp/README.md",
        compiler: ["g++", "-std=c++17", "-x", "c++"],
        before: "#include \"lapor.hpp\"\n#include <iostream>\nvoid snippet(std::string_view request);\nvoid snippet(std::string_view request) {\n",
        after: "(void)office, (void)sure;\n}\n",
    },
];

/// Compiles each as strictly as the examples.
pub(crate) fn check() -> Done {
    let dir = target().join("hosts");
    std::fs::create_dir_all(&dir).map_err(|e| format!("hosts: {e}"))?;
    for snippet in SNIPPETS {
        let text = read(snippet.file)?;
        let body = if snippet.file.ends_with(".md") { fenced(&text, "cpp") } else { indented(&text) };
        if body.is_empty() {
            return Err(format!("{}: no program text in it", snippet.file));
        }
        let source = dir.join("snippet.txt");
        std::fs::write(&source, format!("{}{body}{}", snippet.before, snippet.after)).map_err(|e| e.to_string())?;
        let [compiler, flags @ ..] = snippet.compiler;
        let strict = ["-Wall", "-Wextra", "-Werror", "-pedantic", "-fsyntax-only", "-Iinclude"];
        run(program(compiler).args(flags).args(strict).arg(source)).map_err(|e| format!("{}: {e}", snippet.file))?;
    }
    Ok(())
}

/// The lines of the prose before the include guard that are set off as program text.
fn indented(header: &str) -> String {
    let prose = header.lines().take_while(|line| line.is_empty() || line.starts_with("//"));
    let code = prose.filter_map(|line| line.strip_prefix("//     "));
    // a table is set off too: its first column is prose, and no statement begins with "a", "an" or "no"
    code.filter(|line| !["a ", "an ", "no "].iter().any(|word| line.starts_with(word)))
        .flat_map(|l| [l, "\n"])
        .collect()
}

fn fenced(readme: &str, language: &str) -> String {
    let blocks = readme.split("```").skip(1).step_by(2);
    blocks.filter_map(|block| block.strip_prefix(language)?.strip_prefix('\n')).collect()
}
