//! `lapor call`: any operation over JSON Lines.

use crate::args::Call;
use crate::envelope;
use crate::input::{self, Lines};
use crate::json::Members;
use crate::packs;
use crate::stop::Stop;
use lapor_core::{Engine, Error, ErrorCode, Reply};
use serde_json::Value;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::panic::{self, AssertUnwindSafe};

/// Twice the largest request of any operation (64 MiB), for its escapes as text, and room for the op and the id around it.
const LINE: usize = (128 << 20) + (64 << 10);
/// Members of a line.
const MEMBERS: [&str; 4] = ["id", "op", "request", "request_text"];

/// Runs the command and says how many answers were errors.
///
/// Every line that is not blank gets one answer, in order. Nothing goes to standard error, which a host may not read.
pub(crate) fn run(args: &Call) -> Result<u64, Stop> {
    panic::set_hook(Box::new(|_| ()));
    let engine = packs::engine(&args.packs)?;
    let input: Box<dyn Read> = if args.file.as_os_str() == "-" {
        Box::new(io::stdin())
    } else {
        Box::new(File::open(&args.file).map_err(Stop::file(&args.file))?)
    };
    let mut lines = Lines::new(BufReader::with_capacity(64 * 1024, input), LINE);
    let mut out = BufWriter::new(io::stdout().lock());
    let mut bad = 0;
    while let Some(line) = lines.next().map_err(Stop::file(&args.file))? {
        let (answer, ok) = match line.bytes {
            Ok(bytes) if bytes.trim_ascii().is_empty() => continue,
            Ok(bytes) => answer(&engine, bytes),
            Err(size) => (envelope::refusal(&input::too_large(LINE, size)), false),
        };
        bad += u64::from(!ok);
        out.write_all(answer.as_bytes())?;
        out.write_all(b"\n")?;
        // A host that waits for this answer before it asks again must get it now.
        if !lines.more() {
            out.flush()?;
        }
    }
    out.flush()?;
    Ok(bad)
}

/// The answer to one line, and whether it is ok.
fn answer(engine: &Engine, line: &[u8]) -> (String, bool) {
    let (id, called) = read(line);
    match called {
        Ok((op, request)) => {
            // A fault of ours costs this answer, not the process that a host keeps. Its message could quote the complaint: it goes nowhere.
            let called = panic::catch_unwind(AssertUnwindSafe(|| engine.call(&op, request.as_bytes())));
            let reply = called.unwrap_or_else(|_| Reply::error(&Error::new(ErrorCode::Internal, "")));
            (envelope::splice(id.as_deref(), None, reply.json()), reply.is_ok())
        }
        Err(error) => (envelope::splice(id.as_deref(), None, &envelope::refusal(&error)), false),
    }
}

/// The id as given, and the operation with the text of its request (absent: an empty one).
fn read(line: &[u8]) -> (Option<String>, Result<(String, String), Error>) {
    let Ok(Members(members)) = serde_json::from_slice::<Members<'_>>(line) else {
        return (None, Err(unreadable(line)));
    };
    let given = |name| {
        let member = members.iter().rfind(|(other, value)| other == name && value.get() != "null");
        member.map(|(_, value)| value.get())
    };
    let id = given("id").map(str::to_owned);
    let unknown = members.iter().find(|(name, _)| !MEMBERS.contains(&name.as_str()));
    let called = match (unknown, given("op").map(serde_json::from_str::<String>)) {
        (Some((name, _)), _) => {
            Err(Error::new(ErrorCode::UnknownField, "").within(name).with("accepted", &MEMBERS[..]))
        }
        (None, None) => Err(Error::new(ErrorCode::MissingField, "/op")),
        (None, Some(Err(_))) => Err(Error::new(ErrorCode::WrongType, "/op").with("expected", "want_string")),
        (None, Some(Ok(op))) => request(given("request"), given("request_text")).map(|request| (op, request)),
    };
    (id, called)
}

/// The request, given as JSON or as its text; `{}` if it is not given.
fn request(json: Option<&str>, text: Option<&str>) -> Result<String, Error> {
    match (json, text) {
        (Some(_), Some(_)) => {
            Err(Error::new(ErrorCode::BadValue, "/request_text").with("expected", "want_one_request"))
        }
        (json, None) => Ok(json.unwrap_or("{}").to_owned()),
        (None, Some(text)) => serde_json::from_str(text)
            .map_err(|_| Error::new(ErrorCode::WrongType, "/request_text").with("expected", "want_string")),
    }
}

/// Why a line is no object.
fn unreadable(line: &[u8]) -> Error {
    match std::str::from_utf8(line).map(serde_json::from_str::<Value>) {
        Err(_) => Error::new(ErrorCode::BadUtf8, ""),
        Ok(Err(_)) => Error::new(ErrorCode::BadJson, ""),
        Ok(Ok(_)) => Error::new(ErrorCode::WrongType, "").with("expected", "want_object"),
    }
}
