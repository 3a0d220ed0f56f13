//! `form.describe`: what a form about a matter should ask, with why, and whom each answer would reach.

use super::request::RouteRequest;
use crate::complaint::{ClassificationValue, Detail, Instant, QuestionOption, RegionCode};
use crate::engine::Engine;
use crate::error::Error;
use crate::json::record;
use crate::message::Text;
use crate::pack::{FieldRow, MatterRow};
use crate::sorted::Sorted;
use crate::taxonomy::matter_name;
use serde::Serialize;

/// Request of `form.describe`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FormRequest {
    /// The moment it is; offices and rules of its day are meant.
    pub now: Instant,
    /// Matter id.
    pub matter: String,
    /// Region of the object, if it is known already.
    #[serde(default)]
    pub region: Option<RegionCode>,
    /// Kind of report; none = a pengaduan, as triage assumes too.
    #[serde(default)]
    pub classification: Option<ClassificationValue>,
}

record!(FormRequest { now, matter, region, classification });

/// The answer of `form.describe`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[doc(alias = "formulir")]
pub struct Form {
    /// The matter.
    pub matter: NamedMatter,
    /// Facts that decide who receives; empty where none does.
    pub facts: Vec<Fact>,
    /// Fields of the report form, in its order.
    pub fields: Vec<Field>,
}

/// A matter and its name.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NamedMatter {
    /// Matter id.
    pub id: String,
    /// Its name.
    pub name: Text,
}

/// A fact to ask for.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Fact {
    /// Discriminator to answer in `complaint.answers`.
    pub discriminator: String,
    /// It matters only after one of these answers to another fact; empty = always.
    pub when: Sorted<String, Vec<String>>,
    /// The question.
    pub text: Text,
    /// Why it is asked.
    pub why: Text,
    /// True if nobody can receive before it is answered.
    pub required: bool,
    /// The value that is assumed without an answer.
    pub default: Option<String>,
    /// Possible answers and whom each would reach.
    pub options: Vec<QuestionOption>,
}

/// How much a field is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Requirement {
    /// The form cannot be sent without it.
    Required,
    /// It helps the receiver.
    Recommended,
    /// Whoever wants may give it.
    Optional,
}

/// A field of the form.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Field {
    /// JSON pointer into the complaint.
    pub path: String,
    /// How much it is wanted.
    pub requirement: Requirement,
    /// What to write.
    pub text: Text,
    /// Law or form it rests on.
    pub source: Option<String>,
}

impl Engine {
    /// Describes the form for a matter.
    ///
    /// # Errors
    /// [`ErrorCode::BadValue`](crate::ErrorCode::BadValue) for a matter or region that does not exist.
    pub fn form_describe(&self, request: &FormRequest) -> Result<Form, Error> {
        let matter = self.known_matter(&request.matter)?;
        self.known_region(request.region, "/region")?;
        let kind = request.classification.unwrap_or(ClassificationValue::Pengaduan);
        let rows = &self.words.matter_rules.policy.form;
        Ok(Form {
            matter: NamedMatter { id: matter.id.clone(), name: matter_name(matter) },
            facts: self.facts(matter, request)?,
            fields: rows.iter().filter_map(|row| field(row, kind)).collect(),
        })
    }

    /// The facts that decide who receives: the matter's own, then those that a route needs besides.
    fn facts(&self, matter: &MatterRow, request: &FormRequest) -> Result<Vec<Fact>, Error> {
        let Some(own) = matter.discriminator.as_deref().filter(|_| !matter.routes.is_empty()) else {
            return Ok(Vec::new());
        };
        let mut out = Vec::new();
        for id in matter.discriminators() {
            let mut when = Sorted::new();
            if id != own {
                let mut values: Vec<String> = Vec::new();
                let needing = matter.routes.iter().filter(|r| r.also.iter().any(|(also, _)| also == id));
                for value in needing.flat_map(|route| &route.values) {
                    if !values.contains(value) {
                        values.push(value.clone());
                    }
                }
                when.insert(own.to_owned(), values);
            }
            out.extend(self.fact(matter, id, when, request)?);
        }
        Ok(out)
    }

    /// One fact, if some answer would change the lead; without a region, if one may.
    fn fact(
        &self,
        matter: &MatterRow,
        id: &str,
        when: Sorted<String, Vec<String>>,
        request: &FormRequest,
    ) -> Result<Option<Fact>, Error> {
        let Some(d) = self.taxonomy.discriminator(id) else { return Ok(None) };
        let before: Sorted<_, _> =
            when.iter().filter_map(|(id, values)| Some((id.clone(), values.first()?.clone()))).collect();
        let lead = |value: Option<&str>| {
            let mut answers = before.clone();
            if let Some(value) = value {
                answers.insert(d.id.clone(), value.to_owned());
            }
            self.lead_with(request.now, matter, request.region, answers)
        };
        let without = lead(None)?;
        let mut options = Vec::with_capacity(d.values.len());
        for (value, id, en) in &d.values {
            options.push(QuestionOption { value: value.clone(), text: Text::new(id, en), lead: lead(Some(value))? });
        }
        let changes = request.region.is_none() || options.iter().any(|option| option.lead != without);
        Ok(changes.then(|| Fact {
            discriminator: d.id.clone(),
            when,
            text: Text::new(&d.ask_id, &d.ask_en),
            why: Text::new(&d.why_id, &d.why_en),
            required: d.default.is_none(),
            default: d.default.clone(),
            options,
        }))
    }

    /// The id of the office that leads with these answers.
    pub(super) fn lead_with(
        &self,
        now: Instant,
        matter: &MatterRow,
        region: Option<RegionCode>,
        answers: Sorted<String, String>,
    ) -> Result<Option<String>, Error> {
        let route = self.route(&RouteRequest {
            now,
            matter: matter.id.clone(),
            region,
            classification: None,
            supervision: None,
            answers,
            suggested_institution: None,
            detail: Detail::Brief,
        })?;
        Ok(route.lead.map(|office| office.id))
    }
}

/// A field as the classification wants it; none if the classification does not have it.
fn field(row: &FieldRow, kind: ClassificationValue) -> Option<Field> {
    let wanted = match kind {
        ClassificationValue::Pengaduan => &row.pengaduan,
        ClassificationValue::Aspirasi => &row.aspirasi,
        ClassificationValue::PermintaanInformasi => &row.permintaan_informasi,
    };
    let requirement = match wanted.as_str() {
        "required" => Requirement::Required,
        "recommended" => Requirement::Recommended,
        "optional" => Requirement::Optional,
        _ => return None,
    };
    Some(Field {
        path: row.path.clone(),
        requirement,
        text: Text::new(&row.id, &row.en),
        source: Some(row.source.clone()).filter(|source| !source.is_empty()),
    })
}
