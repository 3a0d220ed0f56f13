//! The part of the pack `policy` by which an audience sees a complaint.

use super::unpack::packed;
use serde::{Deserialize, Serialize};

/// How an audience sees members of a complaint.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ViewRow {
    /// Stable id.
    pub id: String,
    /// Who.
    pub audience: String,
    /// Conditions that must all hold, one blank between them: `anonymous`, `secret`, `whistleblower`.
    pub when: String,
    /// Members as paths without the first slash, one blank between them; `*` for all.
    pub members: String,
    /// `shown`, `redacted`, `coarse`, `withheld`, or `unlisted` where the whole complaint is not to be seen.
    pub treatment: String,
}

packed!(ViewRow { id, audience, when, members, treatment });

/// Whether an audience sees personal data in a text; what no row names is redacted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ViewSpanRow {
    /// Stable id.
    pub id: String,
    /// Who.
    pub audience: String,
    /// Conditions that must all hold.
    pub when: String,
    /// Whose data: `reporter`, `third_party`, `official`, `unknown`, one blank between them.
    pub whose: String,
    /// Of which kinds, one blank between them; `*` for all.
    pub kinds: String,
    /// `shown` or `redacted`.
    pub treatment: String,
}

packed!(ViewSpanRow { id, audience, when, whose, kinds, treatment });
