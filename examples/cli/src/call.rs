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
/// Members in which a request may stand: as JSON, as its text, as its bytes in hexadecimal.
const REQUESTS: [&str; 3] = ["request", "request_text", "request_hex"];
/// Members of a line.
const MEMBERS: [&str; 5] = ["id", "op", "request", "request_text", "request_hex"];

/// Runs the command and says how many answers were errors.
///
/// Every line that is not blank gets one answer, in order. Nothing goes to standard error, which a host may not read.
pub(crate) fn run(args: &Call) -> Result<u64, Stop> {
    panic::set_hook(Box::new(|_| ()));
    let mut out = BufWriter::new(io::stdout().lock());
    let engine =
        if args.no_villages { packs::engine_without_villages(&args.packs) } else { packs::engine(&args.packs) };
    if args.hello {
        writeln!(out, "{}", hello(&engine))?;
        out.flush()?;
    }
    let engine = engine?;
    let input: Box<dyn Read> = if args.file.as_os_str() == "-" {
        Box::new(io::stdin())
    } else {
        Box::new(File::open(&args.file).map_err(Stop::file(&args.file))?)
    };
    let mut lines = Lines::new(BufReader::with_capacity(64 * 1024, input), LINE);
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

/// The first line for a host that asks for one: who answers here, or which pack is refused.
fn hello(engine: &Result<Engine, Stop>) -> String {
    match engine {
        Err(Stop::Pack(_, error) | Stop::Engine(error)) => envelope::refusal(error),
        _ => format!("{{\"lapor\":\"{}\",\"wire\":{}}}", lapor_core::VERSION, lapor_core::WIRE),
    }
}

/// The answer to one line, and whether it is ok.
fn answer(engine: &Engine, line: &[u8]) -> (String, bool) {
    let (id, called) = read(line);
    match called {
        Ok(Called { op, request }) => {
            // A fault of ours costs this answer, not the process that a host keeps. Its message could quote the complaint: it goes nowhere.
            let called = panic::catch_unwind(AssertUnwindSafe(|| engine.call(&op, &request)));
            let reply = called.unwrap_or_else(|_| Reply::error(&Error::new(ErrorCode::Internal, "")));
            (envelope::splice(id.as_deref(), None, reply.json()), reply.is_ok())
        }
        Err(error) => (envelope::splice(id.as_deref(), None, &envelope::refusal(&error)), false),
    }
}

/// What a line asks for.
struct Called {
    op: String,
    request: Vec<u8>,
}

/// The id as given, and the operation with its request (absent: an empty one).
fn read(line: &[u8]) -> (Option<String>, Result<Called, Error>) {
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
        (None, Some(Ok(op))) => request(REQUESTS.map(given)).map(|request| Called { op, request }),
    };
    (id, called)
}

/// The request, given as JSON, as its text or in hexadecimal; `{}` if it is not given.
fn request(given: [Option<&str>; 3]) -> Result<Vec<u8>, Error> {
    let string = |value, path| {
        serde_json::from_str::<String>(value)
            .map_err(|_| Error::new(ErrorCode::WrongType, path).with("expected", "want_string"))
    };
    match given {
        [json, None, None] => Ok(json.unwrap_or("{}").as_bytes().to_vec()),
        [None, Some(text), None] => string(text, "/request_text").map(String::into_bytes),
        [None, None, Some(hex)] => {
            let wrong = || Error::new(ErrorCode::BadValue, "/request_hex").with("expected", "[0-9a-f]*");
            bytes(&string(hex, "/request_hex")?).ok_or_else(wrong)
        }
        [_, _, None] => Err(Error::new(ErrorCode::BadValue, "/request_text").with("expected", "want_one_request")),
        [_, _, Some(_)] => Err(Error::new(ErrorCode::BadValue, "/request_hex").with("expected", &REQUESTS[..])),
    }
}

/// The bytes that a hexadecimal text stands for; None if it is none.
fn bytes(hex: &str) -> Option<Vec<u8>> {
    let (pairs, rest) = hex.as_bytes().as_chunks::<2>();
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let pair = |&[high, low]: &[u8; 2]| Some(digit(high)? << 4 | digit(low)?);
    rest.is_empty().then(|| pairs.iter().map(pair).collect())?
}

/// Why a line is no object.
fn unreadable(line: &[u8]) -> Error {
    match std::str::from_utf8(line).map(serde_json::from_str::<Value>) {
        Err(_) => Error::new(ErrorCode::BadUtf8, ""),
        Ok(Err(_)) => Error::new(ErrorCode::BadJson, ""),
        Ok(Ok(_)) => Error::new(ErrorCode::WrongType, "").with("expected", "want_object"),
    }
}
