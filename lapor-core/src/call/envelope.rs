//! What a call gives back.

use crate::error::{Error, ErrorCode};
use crate::json::written_between;
use serde::Serialize;

/// An envelope: `{"ok":true,"answer":…}` or `{"ok":false,"error":…}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    ok: bool,
    json: String,
}

impl Reply {
    /// The envelope of an answer.
    pub(super) fn answer(answer: &impl Serialize) -> Result<Reply, Error> {
        let json = written_between("{\"ok\":true,\"answer\":", answer, "}");
        json.map(|json| Reply { ok: true, json }).map_err(|_| Error::new(ErrorCode::Internal, ""))
    }

    /// The envelope of an error.
    #[must_use]
    pub fn error(error: &Error) -> Reply {
        // an error holds plain words and numbers only: writing it cannot fail
        let json = written_between("{\"ok\":false,\"error\":", error, "}");
        let json = json.unwrap_or_else(|_| "{\"ok\":false,\"error\":null}".to_owned());
        Reply { ok: false, json }
    }

    /// True if there is an answer.
    #[must_use]
    pub fn is_ok(&self) -> bool {
        self.ok
    }

    /// The whole envelope.
    #[must_use]
    pub fn json(&self) -> &str {
        &self.json
    }

    /// The whole envelope.
    #[must_use]
    pub fn into_json(self) -> String {
        self.json
    }
}
