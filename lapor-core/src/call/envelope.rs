//! What a call gives back.

use crate::error::Error;

/// An envelope: `{"ok":true,"answer":…}` or `{"ok":false,"error":…}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    ok: bool,
    json: String,
}

impl Reply {
    pub(super) fn of(answer: Result<String, Error>) -> Reply {
        match answer {
            Ok(answer) => Reply { ok: true, json: format!("{{\"ok\":true,\"answer\":{answer}}}") },
            Err(error) => Reply::error(&error),
        }
    }

    /// The envelope of an error.
    #[must_use]
    pub fn error(error: &Error) -> Reply {
        // an error holds plain words and numbers only: writing it cannot fail
        let error = serde_json::to_string(error).unwrap_or_else(|_| "null".to_owned());
        Reply { ok: false, json: format!("{{\"ok\":false,\"error\":{error}}}") }
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
