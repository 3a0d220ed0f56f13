//! `identity.check`: the form of a number or an address.

use super::{Engine, lacking};
use crate::complaint::{Finding, Instant};
use crate::error::Error;
use crate::identity::{self, Bpjs, Checked, Email, FamilyCard, Nik, Nip, Npwp, Numbers, Phone, Plate, Verdict};
use crate::json::{choices, record};
use serde::Serialize;

/// What is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum IdentityKind {
    /// Population number, NIK or NIT.
    Nik,
    /// Number of a family card.
    Kk,
    /// Tax number, with the branch too (NITKU).
    Npwp,
    /// Number of a civil servant.
    Nip,
    /// Phone number.
    Phone,
    /// E-mail address.
    Email,
    /// Number plate of a vehicle.
    Plate,
    /// Number of a health or worker's insurance.
    Bpjs,
    /// Number of a passport.
    Passport,
    /// Number of a stay permit (KITAS, KITAP).
    Kitas,
    /// Number of a bank account.
    Account,
}

choices!(IdentityKind {
    "nik" => Nik,
    "kk" => Kk,
    "npwp" => Npwp,
    "nip" => Nip,
    "phone" => Phone,
    "email" => Email,
    "plate" => Plate,
    "bpjs" => Bpjs,
    "passport" => Passport,
    "kitas" => Kitas,
    "account" => Account,
});

/// Request of `identity.check`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IdentityRequest {
    /// What is checked.
    pub kind: IdentityKind,
    /// As it was written.
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
    /// The parts of a family card's number.
    pub kk: Option<FamilyCard>,
    /// The parts of a tax number.
    pub npwp: Option<Npwp>,
    /// The parts of a civil servant's number.
    pub nip: Option<Nip>,
    /// The parts of a number plate.
    pub plate: Option<Plate>,
    /// Which insurance a BPJS number is of.
    pub bpjs: Option<Bpjs>,
}

impl Identity {
    /// The answer of one kind; `put` sets the member of that kind.
    fn of<T>(kind: IdentityKind, checked: Checked<T>, put: impl FnOnce(&mut Identity, Option<T>)) -> Self {
        let Checked { value, verdict, findings, parts } = checked;
        let mut answer = Identity {
            kind,
            value,
            verdict,
            findings,
            nik: None,
            phone: None,
            email: None,
            kk: None,
            npwp: None,
            nip: None,
            plate: None,
            bpjs: None,
        };
        put(&mut answer, parts);
        answer
    }
}

impl Engine {
    /// What the form of a number or an address says.
    ///
    /// # Errors
    /// [`ErrorCode::PackMissing`](crate::ErrorCode::PackMissing) without the pack `id.identity`.
    pub fn identity_check(&self, request: &IdentityRequest) -> Result<Identity, Error> {
        let tables: &Numbers = self.identity.as_ref().ok_or_else(|| lacking("", "identity"))?;
        let IdentityRequest { kind, value, now } = request;
        if matches!(kind, IdentityKind::Nik | IdentityKind::Kk | IdentityKind::Npwp | IdentityKind::Plate) {
            self.has_regions("/kind")?;
        }
        let (path, regions) = ("/value", &self.regions);
        Ok(match kind {
            IdentityKind::Nik => {
                Identity::of(*kind, identity::nik(value, *now, path, tables, regions), |a, nik| a.nik = nik)
            }
            IdentityKind::Kk => {
                Identity::of(*kind, identity::kk(value, *now, path, tables, regions), |a, kk| a.kk = kk)
            }
            IdentityKind::Npwp => {
                Identity::of(*kind, identity::npwp(value, *now, path, tables, regions), |a, npwp| a.npwp = npwp)
            }
            IdentityKind::Nip => Identity::of(*kind, identity::nip(value, *now, path), |a, nip| a.nip = nip),
            IdentityKind::Phone => {
                Identity::of(*kind, identity::phone(value, path, tables), |a, phone| a.phone = phone)
            }
            IdentityKind::Email => {
                Identity::of(*kind, identity::email(value, path, tables), |a, email| a.email = email)
            }
            IdentityKind::Plate => {
                Identity::of(*kind, identity::plate(value, path, tables, regions), |a, plate| a.plate = plate)
            }
            IdentityKind::Bpjs => Identity::of(*kind, identity::bpjs(value, path), |a, bpjs| a.bpjs = bpjs),
            IdentityKind::Passport => Identity::of(*kind, identity::passport(value, path), |_, _| ()),
            IdentityKind::Kitas => Identity::of(*kind, identity::kitas(value, path), |_, _| ()),
            IdentityKind::Account => Identity::of(*kind, identity::account(value, path), |_, _| ()),
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
