//! `cargo xtask data`: makes the packs in `lapor-core/data/packs` from the tables in `lapor-core/data/sources`.

mod checks;
mod competence;
mod identity;
mod institutions;
mod language;
mod privacy;
mod regions;
mod rules;
mod source;

use crate::Done;
use crate::files;
use lapor_core::pack::{self, Header};
use serde::Serialize;

/// Where the tables and the packs are.
const DATA: &str = "lapor-core/data";

/// Date of the data and running number, in every pack.
const VERSION: &str = "2026-11-23.1";

/// Makes every pack, or with `check` proves that the committed ones are current.
pub(crate) fn run(check: bool) -> Done {
    let (matters, institutions) = (competence::matters()?, institutions::institutions()?);
    checks::groups(&source::json("matters.json")?, &matters)?;
    checks::conditions(&matters)?;
    checks::abuse(&matters)?;
    checks::receivers(&matters, &institutions)?;
    checks::predecessors(&institutions)?;
    let packs = [
        ("messages.tsv".to_owned(), source::read("messages.tsv")?.into_bytes()),
        made("calendar", &rules::calendar()?)?,
        made("identity", &identity::identity()?)?,
        made("institutions", &institutions)?,
        made("lexicon", &language::lexicon()?)?,
        made("lifecycle", &rules::lifecycle()?)?,
        made("matters", &matters)?,
        made("policy", &rules::policy()?)?,
        made("privacy", &privacy::privacy()?)?,
        made("regions", &regions::regions()?)?,
        made("taxonomy", &competence::taxonomy()?)?,
        made("villages", &regions::villages()?)?,
    ];
    for (name, bytes) in packs {
        files::write(&format!("{DATA}/packs/{name}"), &bytes, check, "data")?;
        if !check {
            println!("{name:20} {:>8} bytes", bytes.len());
        }
    }
    Ok(())
}

/// A pack of that kind: its file and its bytes, which are read again as what was written.
fn made<T: Serialize + pack::Unpack + Default + PartialEq>(kind: &str, body: &T) -> Result<(String, Vec<u8>), String> {
    let header = Header { id: format!("id.{kind}"), kind: kind.to_owned(), version: VERSION.to_owned() };
    let bytes = pack::encode(&header, body).map_err(|e| format!("{kind}: {e}"))?;
    let read: T =
        pack::open(&bytes).and_then(|(header, rest)| pack::body(&header, rest)).map_err(|e| format!("{kind}: {e}"))?;
    if read != *body {
        return Err(format!("{kind}: is not read as it was written"));
    }
    Ok((format!("{kind}.pack"), bytes))
}
