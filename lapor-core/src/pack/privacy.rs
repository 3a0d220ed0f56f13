//! The body of the pack `privacy`: what recognises personal data in a text.

use super::unpack::packed;
use serde::{Deserialize, Serialize};

/// Recognisers, the words that they lean on, and the masks that take the place of what they find.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrivacyPack {
    /// Score from which a finding counts where the host says nothing, per mille.
    pub least: u16,
    /// Kinds in the order in which the first of two equal findings stays, each with its mask.
    pub kinds: Vec<(String, String)>,
    /// Recognisers.
    pub rules: Vec<PrivacyRule>,
    /// Words by what they say about the data beside them.
    pub words: Vec<PrivacyWords>,
}

packed!(PrivacyPack { least, kinds, rules, words });

/// A recogniser: what it finds, and how sure that is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrivacyRule {
    /// Stable id, such as `nik/form`.
    pub id: String,
    /// Row of its kind.
    pub kind: u8,
    /// Score of the form alone, per mille; 0 finds nothing.
    pub base: u16,
    /// Score where a word for the kind stands before it.
    pub label: u16,
}

packed!(PrivacyRule { id, kind, base, label });

/// Words with one role.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrivacyWords {
    /// Name of the role.
    pub role: String,
    /// What the role needs beside it: the row of a kind for `label`, the digit for `digit`, else 0.
    pub value: u8,
    /// The words in lower case, one blank between them.
    pub words: String,
}

packed!(PrivacyWords { role, value, words });
