//! The façade: the name of an operation and JSON in, one envelope of JSON out (wire §1). Every binding and every vector goes through here.

mod envelope;
mod slim;

pub use envelope::Reply;
pub use slim::Slim;

use crate::engine::info::{DEPTH, OPERATIONS, REQUEST_BYTES};
use crate::engine::{Engine, InfoRequest};
use crate::error::{Error, ErrorCode};
use crate::json::{self, Read};
use serde::Serialize;
use serde_json::Value;

impl Engine {
    /// Calls an operation by name: one JSON object in, one envelope out, `{"ok":true,"answer":…}` or `{"ok":false,"error":…}`.
    ///
    /// Refusals come in this order: the size, UTF-8, JSON, its depth, the operation's name, then the members.
    #[must_use]
    pub fn call(&self, operation: &str, request: &[u8]) -> Reply {
        self.answer(operation, request).unwrap_or_else(|error| Reply::error(&error))
    }

    fn answer(&self, operation: &str, request: &[u8]) -> Result<Reply, Error> {
        let request = json::parse(request, REQUEST_BYTES, DEPTH)?;
        #[cfg(feature = "test-panic")]
        if operation == "test.panic" {
            #[expect(clippy::panic, reason = "what the feature is for")]
            {
                panic!("asked for by test.panic");
            }
        }
        if !OPERATIONS.contains(&operation) {
            return Err(Error::new(ErrorCode::UnknownOp, "").with("accepted", OPERATIONS));
        }
        self.can_answer(operation)?;
        let request = without_wire(request)?;
        match operation {
            "engine.info" => run(&request, &[], |InfoRequest {}| Ok(self.info())),
            "triage" => run(&request, &["now", "complaint"], |r| self.triage(r)),
            "complaint.validate" => run(&request, &["now", "complaint"], |r| self.complaint_validate(r)),
            "form.describe" => run(&request, &["now", "matter"], |r| self.form_describe(r)),
            "route.explain" => run(&request, &["now"], |r| self.route_explain(r)),
            "route" => run(&request, &["now", "matter"], |r| self.route(r)),
            "region.lookup" => run(&request, &[], |r| self.region_lookup(r)),
            "region.children" => run(&request, &[], |r| self.region_children(r)),
            "region.locate" => run(&request, &[], |r| self.region_locate(r)),
            "matter.suggest" => run(&request, &[], |r| self.matter_suggest(r)),
            "pack.check" => run(&request, &[], |r| self.pack_check(r)),
            "pack.diff" => run(&request, &["now"], |r| self.pack_diff(r)),
            "calendar.add" => run(&request, &["from", "length"], |r| self.calendar_add(r)),
            "calendar.count" => run(&request, &["from", "to"], |r| self.calendar_count(r)),
            "identity.check" => run(&request, &["kind", "value", "now"], |r| self.identity_check(r)),
            "institution.search" => run(&request, &[], |r| self.institution_search(r)),
            "taxonomy.search" => run(&request, &[], |r| self.taxonomy_search(r)),
            "text.normalize" => run(&request, &["text"], |r| self.text_normalize(r)),
            "complaint.view" => run(&request, &["complaint", "audience"], |r| Ok(self.complaint_view(r))),
            "text.redact" => run(&request, &["text"], |r| self.text_redact(r)),
            _ => Err(Error::new(ErrorCode::Internal, "")),
        }
    }
}

fn run<Q: Read, A: Serialize>(
    request: &Value,
    required: &[&'static str],
    operate: impl FnOnce(&Q) -> Result<A, Error>,
) -> Result<Reply, Error> {
    Reply::answer(&operate(&json::read(request, required)?)?)
}

/// Takes `"wire":1` out, which may be given with every request.
fn without_wire(mut request: Value) -> Result<Value, Error> {
    if let Value::Object(members) = &mut request
        && let Some(wire) = members.shift_remove("wire")
    {
        let wire: Option<u32> = json::read(&wire, &[]).map_err(|e| e.within("wire"))?;
        if wire.is_some_and(|w| w != crate::WIRE) {
            return Err(Error::new(ErrorCode::BadValue, "/wire").with("expected", "1"));
        }
    }
    Ok(request)
}
