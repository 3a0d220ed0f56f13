//! What the flags say for lines that do not say it themselves.

use crate::args::Reading;
use crate::stop::Stop;
use crate::{dates, envelope, json};
use lapor_core::{Engine, Error, ErrorCode};

/// What the flags say for lines that do not say it themselves.
#[derive(Debug)]
pub(crate) struct Defaults {
    /// Moment of the triage.
    pub(crate) now: String,
    /// Region of the office at work.
    pub(crate) jurisdiction: Option<String>,
    /// How much an answer carries.
    pub(crate) detail: Option<&'static str>,
    /// The output shows reasons, which only the full answer has.
    pub(crate) reasons: bool,
}

impl Defaults {
    /// Reads the flags, and asks the library about them before the first line: a wrong flag is a usage error and not many bad lines.
    pub(crate) fn new(
        engine: &Engine,
        args: &Reading,
        detail: Option<&'static str>,
        reasons: bool,
    ) -> Result<Self, Stop> {
        let now = args.now.clone().unwrap_or_else(dates::now);
        let defaults = Defaults { now, jurisdiction: args.jurisdiction.clone(), detail, reasons };
        let reply = engine.call("triage", &json::wrap("{\"title\":\"-\",\"content\":\"-\"}", &defaults));
        let Some(fault) = envelope::read::<envelope::Answer>(reply.json()).error else {
            return Ok(defaults);
        };
        let code = ErrorCode::ALL.into_iter().find(|code| code.as_str() == fault.code).unwrap_or(ErrorCode::BadValue);
        let refused = |expected: &str| Error::new(code, fault.path.as_str()).with("expected", expected);
        match fault.path.as_str() {
            "/now" => Err(Stop::Flag("--now", refused("2026-11-23T09:00:00+07:00"))),
            "/jurisdiction" => Err(Stop::Flag("--jurisdiction", refused("12.71"))),
            _ => Ok(defaults),
        }
    }
}
