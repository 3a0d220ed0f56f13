//! `identity.check`: the form of a reporter's numbers.

use super::Engine;
use crate::complaint::{Finding, Instant};
use crate::error::{Error, ErrorCode};
use crate::identity::{self, Checked, Email, Nik, Numbers, Phone, Verdict};
use crate::json::{choices, record};
use serde::Serialize;

/// What is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum IdentityKind {
    /// Population number, NIK or NIT.
    Nik,
    /// Phone number.
    Phone,
    /// E-mail address.
    Email,
}

choices!(IdentityKind { "nik" => Nik, "phone" => Phone, "email" => Email });

/// Request of `identity.check`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IdentityRequest {
    /// What is checked.
    pub kind: IdentityKind,
    /// As the reporter wrote it.
    pub value: String,
    /// The present moment; a date of birth does not lie after it.
    pub now: Instant,
}

record!(IdentityRequest { kind, value, now });

/// Answer of `identity.check`. It never says that a number is real.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Identity {
    /// What was checked.
    pub kind: IdentityKind,
    /// The plain form, where there is one.
    pub value: Option<String>,
    /// What the form allows to say.
    pub verdict: Verdict,
    /// By code.
    pub findings: Vec<Finding>,
    /// The parts of a NIK.
    pub nik: Option<Nik>,
    /// What the prefix of a phone number says.
    pub phone: Option<Phone>,
    /// The parts of an address.
    pub email: Option<Email>,
}

impl Identity {
    /// The answer of one kind; `put` sets the member of that kind.
    fn of<T>(kind: IdentityKind, checked: Checked<T>, put: impl FnOnce(&mut Identity, Option<T>)) -> Self {
        let Checked { value, verdict, findings, parts } = checked;
        let mut answer = Identity { kind, value, verdict, findings, nik: None, phone: None, email: None };
        put(&mut answer, parts);
        answer
    }
}

impl Engine {
    /// What the form of a NIK, a phone number or an e-mail address says.
    ///
    /// # Errors
    /// [`ErrorCode::PackMissing`] without the pack `id.identity`.
    pub fn identity_check(&self, request: &IdentityRequest) -> Result<Identity, Error> {
        let missing = || Error::new(ErrorCode::PackMissing, "").with("pack", "identity");
        let tables: &Numbers = self.identity.as_ref().ok_or_else(missing)?;
        let IdentityRequest { kind, value, now } = request;
        Ok(match kind {
            IdentityKind::Nik => {
                let checked = identity::nik(value, *now, "/value", tables, &self.regions);
                Identity::of(*kind, checked, |answer, parts| answer.nik = parts)
            }
            IdentityKind::Phone => {
                let checked = identity::phone(value, "/value", tables);
                Identity::of(*kind, checked, |answer, parts| answer.phone = parts)
            }
            IdentityKind::Email => {
                let checked = identity::email(value, "/value", tables);
                Identity::of(*kind, checked, |answer, parts| answer.email = parts)
            }
        })
    }
}

#[cfg(all(test, feature = "embed"))]
mod tests {
    use super::*;

    #[test]
    fn without_its_pack_the_operation_says_which_one_is_missing_and_the_rest_works() {
        let mut engine = Engine::embedded().unwrap();
        engine.identity = None;
        let request = r#"{"kind":"email","value":"warga@example.org","now":"2026-11-23T09:00:00+07:00"}"#;
        let reply = engine.call("identity.check", request.as_bytes());
        assert!(reply.json().contains(r#""code":"pack_missing","path":"","params":{"pack":"identity"}"#));
        assert!(engine.call("region.lookup", br#"{"code":"12.71"}"#).is_ok());
        let complaint = r#"{"title":"a","content":"b","reporter":{"email":"warga@example.org"}}"#;
        let request = format!(r#"{{"now":"2026-11-23T09:00:00+07:00","complaint":{complaint}}}"#);
        let reply = engine.call("complaint.validate", request.as_bytes());
        let expected =
            r#""code":"not_checked","severity":"info","path":"/complaint/reporter/email","params":{"pack":"identity"}"#;
        assert!(reply.json().contains(expected), "{}", reply.json());
    }
}
