//! The form of an e-mail address (RFC 5321, 5322) without its rare corners: no quoted part, no comments, no address of numbers.

use super::{Checked, Notes, Numbers, Verdict, is_blank};
use crate::message::Params;
use serde::Serialize;

/// Most bytes before @ (RFC 5321 4.5.3.1.1).
const LOCAL: usize = 64;
/// Most bytes of a domain.
const DOMAIN: usize = 253;
/// Most bytes of one label of it.
const LABEL: usize = 63;
/// Signs that may stand before @ beside letters, digits and dots.
const SIGNS: &str = "!#$%&'*+-/=?^_`{|}~";

/// The two parts of an address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Email {
    /// What stands before @, as written.
    pub local: String,
    /// The domain in lower case.
    pub domain: String,
}

/// Checks an e-mail address. The findings stand at `path`.
#[must_use]
pub fn email(value: &str, path: &str, tables: &Numbers) -> Checked<Email> {
    let mut notes = Notes::at(path);
    let parts =
        value.trim_matches(is_blank).split_once('@').filter(|(local, domain)| is_local(local) && is_domain(domain));
    let Some((local, domain)) = parts else {
        notes.add(Verdict::Impossible, "email_form", Params::new());
        return notes.checked(None, None);
    };
    let domain = crate::text::lower(domain);
    if let Some((_, means)) = tables.slips.iter().find(|(slip, _)| *slip == domain) {
        notes.add(Verdict::Doubtful, "email_domain", crate::message::pairs([("means", means.as_str().into())]));
    } else if is_unusual(&domain, tables) {
        notes.add(Verdict::Doubtful, "email_domain", Params::new());
    }
    notes.checked(Some(format!("{local}@{domain}")), Some(Email { local: local.to_owned(), domain }))
}

fn is_local(local: &str) -> bool {
    let sign = |c: char| c.is_alphanumeric() || SIGNS.contains(c);
    local.len() <= LOCAL && local.split('.').all(|part| !part.is_empty() && part.chars().all(sign))
}

fn is_domain(domain: &str) -> bool {
    let label = |part: &str| {
        !part.is_empty()
            && part.len() <= LABEL
            && !part.starts_with('-')
            && !part.ends_with('-')
            && part.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    domain.len() <= DOMAIN && domain.split('.').all(label)
}

/// True for a domain of one label, and where the last label is a number, a single sign or a name that never exists.
fn is_unusual(domain: &str, tables: &Numbers) -> bool {
    let Some((_, last)) = domain.rsplit_once('.') else { return true };
    last.chars().count() < 2
        || last.chars().all(|c| c.is_ascii_digit())
        || tables.reserved.iter().any(|name| name == last)
}
