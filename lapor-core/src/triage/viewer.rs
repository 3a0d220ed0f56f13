//! What becomes of each member of a complaint before somebody's eyes.

use super::view::FieldView;
use crate::complaint::{Attachment, Complaint, RegionCode};
use crate::engine::Engine;
use crate::privacy::{Found, Operator, Reader, redacted, replacement};
use crate::sorted::Sorted;
use crate::view::{Audience, Flags, Member, Treatment};
use serde_json::Value;

/// Digits of a degree that are left, as a factor: about 1.1 km.
const DEGREE: f64 = 100.0;
/// Letters of a day or moment that are its month.
const MONTH: usize = 7;
/// Level of the region that is left.
const REGENCY: u8 = 2;

/// Goes through the members of a complaint for an audience, and notes what became of each.
pub(super) struct Viewer<'a> {
    engine: &'a Engine,
    pub(super) complaint: &'a Complaint,
    /// None sees nothing.
    audience: Option<Audience>,
    flags: Flags,
    /// What finds personal data, if its packs are loaded.
    reader: Option<&'a Reader<'a>>,
    /// What is known already of the personal data of members.
    read: Vec<(Member, Vec<Found>)>,
    /// False where the audience must not know of the complaint.
    pub(super) listed: bool,
    /// What became of each member that was given.
    pub(super) fields: Vec<FieldView>,
    /// How many personal data were replaced, by kind.
    pub(super) hidden: Sorted<String, u32>,
    /// The pack without which a text had to be withheld.
    pub(super) not_checked: Option<&'static str>,
}

impl<'a> Viewer<'a> {
    pub(super) fn new(
        engine: &'a Engine,
        complaint: &'a Complaint,
        reader: Option<&'a Reader<'a>>,
        audience: Option<Audience>,
        flags: Flags,
    ) -> Self {
        Viewer {
            engine,
            complaint,
            audience,
            flags,
            reader,
            read: Vec::new(),
            listed: audience.is_some_and(|audience| !engine.views.unlisted(audience, flags)),
            fields: Vec::new(),
            hidden: Sorted::new(),
            not_checked: None,
        }
    }

    /// Says what personal data a member has, so that it is not read again.
    pub(super) fn knows(&mut self, member: Member, found: Vec<Found>) {
        self.read.push((member, found));
    }

    /// What the policy says of a member. `able` are the treatments that there are for such a member; what must be treated in another way is
    /// withheld.
    fn treatment(&self, member: Member, able: &[Treatment]) -> (Treatment, Option<&'a str>) {
        let Some(audience) = self.audience else { return (Treatment::Withheld, None) };
        let (treatment, rule) = self.engine.views.member(audience, self.flags, member);
        if self.listed && able.contains(&treatment) { (treatment, rule) } else { (Treatment::Withheld, rule) }
    }

    fn note(&mut self, member: Member, treatment: Treatment, rule: Option<&str>) {
        self.fields.push(FieldView { path: member.path(), treatment, rule: rule.map(str::to_owned) });
    }

    /// A text: shown, or without the personal data that the audience must not see.
    pub(super) fn text(&mut self, member: Member, text: Option<&String>) -> Option<String> {
        let text = text?;
        let (treatment, rule) = self.treatment(member, &[Treatment::Shown, Treatment::Redacted]);
        let (treatment, seen) = self.treated(member, treatment, text);
        self.note(member, treatment, rule);
        seen
    }

    fn treated(&mut self, member: Member, treatment: Treatment, text: &str) -> (Treatment, Option<String>) {
        match treatment {
            Treatment::Shown => (treatment, Some(text.to_owned())),
            Treatment::Redacted => match self.redacted(member, text) {
                None => (Treatment::Withheld, None),
                Some((seen, 0)) => (Treatment::Shown, Some(seen)),
                Some((seen, _)) => (treatment, Some(seen)),
            },
            _ => (treatment, None),
        }
    }

    /// A text without what the audience must not see, and how much that was; `None` if nothing can be found for want of a pack.
    fn redacted(&mut self, member: Member, text: &str) -> Option<(String, usize)> {
        let Some(reader) = self.reader else {
            let missing = if self.engine.identity.is_none() { "identity" } else { "privacy" };
            self.not_checked = Some(missing);
            return None;
        };
        let known = self.read.iter().position(|(known, _)| *known == member);
        let found = match known {
            Some(at) => self.read.swap_remove(at).1,
            None => reader.find(text),
        };
        let rules = reader.rules;
        let mut placed = Vec::with_capacity(found.len());
        for one in found {
            let kind = rules.kind(&one);
            let sees = |audience| self.engine.views.sees(audience, self.flags, one.whose, kind);
            if !one.is_mask() && !self.audience.is_some_and(sees) {
                let count = self.hidden.get(kind).copied().unwrap_or(0);
                self.hidden.insert(kind.to_owned(), count + 1);
                placed.push((one, replacement(rules, text, &one, Operator::Replace)));
            }
        }
        Some((redacted(text, &placed).into_owned(), placed.len()))
    }

    /// A plain value: shown or not.
    pub(super) fn plain<T>(&mut self, member: Member, value: Option<T>) -> Option<T> {
        let value = value?;
        let (treatment, rule) = self.treatment(member, &[Treatment::Shown]);
        self.note(member, treatment, rule);
        (treatment == Treatment::Shown).then_some(value)
    }

    /// A day or moment as written, or its month.
    pub(super) fn moment(&mut self, member: Member, written: Option<String>) -> Option<String> {
        let mut written = written?;
        let (treatment, rule) = self.treatment(member, &[Treatment::Shown, Treatment::Coarse]);
        self.note(member, treatment, rule);
        if treatment == Treatment::Coarse {
            written.truncate(MONTH);
        }
        (treatment != Treatment::Withheld).then_some(written)
    }

    /// A coordinate, or the same with two decimals. A number that is no degree may be anybody's.
    pub(super) fn degree(&mut self, member: Member, degree: Option<f64>) -> Option<f64> {
        let degree = degree?;
        let most = if member == Member::LocationLat { 90.0 } else { 180.0 };
        let able: &[Treatment] = if degree.abs() <= most { &[Treatment::Shown, Treatment::Coarse] } else { &[] };
        let (treatment, rule) = self.treatment(member, able);
        self.note(member, treatment, rule);
        match treatment {
            Treatment::Shown => Some(degree),
            // no minus before a zero
            Treatment::Coarse => Some((degree * DEGREE).round() / DEGREE + 0.0),
            _ => None,
        }
    }

    /// The region field: a text, or the regency or city of its code.
    pub(super) fn region(&mut self, text: Option<&String>) -> Option<String> {
        let text = text?;
        let member = Member::LocationRegion;
        let (treatment, rule) = self.treatment(member, &[Treatment::Shown, Treatment::Redacted, Treatment::Coarse]);
        let code = RegionCode::parse(text).filter(|code| self.engine.regions.today(*code).is_some());
        let (treatment, seen) = match (treatment, code) {
            (Treatment::Coarse, Some(code)) => (treatment, Some(code.at(REGENCY).unwrap_or(code).to_string())),
            (Treatment::Coarse, None) => (Treatment::Withheld, None),
            // a code of the tables is no text; that of a village has digits enough to be somebody's number
            (Treatment::Redacted, Some(code)) if self.engine.regions.knows(code) => {
                (Treatment::Shown, Some(text.clone()))
            }
            _ => self.treated(member, treatment, text),
        };
        self.note(member, treatment, rule);
        seen
    }

    /// Descriptions of files, or what they are without their names.
    pub(super) fn files(&mut self, files: &[Attachment]) -> Vec<Attachment> {
        if files.is_empty() {
            return Vec::new();
        }
        let member = Member::Attachments;
        let (treatment, rule) = self.treatment(member, &[Treatment::Shown, Treatment::Coarse]);
        self.note(member, treatment, rule);
        match treatment {
            Treatment::Shown => files.to_vec(),
            Treatment::Coarse => files.iter().map(|file| self.nameless(file)).collect(),
            _ => Vec::new(),
        }
    }

    /// A file without its name; and without its type if somebody wrote a person into it.
    fn nameless(&self, file: &Attachment) -> Attachment {
        let clean = |text: &&String| self.reader.is_some_and(|reader| reader.find(text).is_empty());
        Attachment { name: None, media_type: file.media_type.as_ref().filter(clean).cloned(), bytes: file.bytes }
    }

    /// Answers that the tables know; others may be anything.
    pub(super) fn answers(&mut self, answers: &Sorted<String, String>) -> Sorted<String, String> {
        let mut seen = Sorted::new();
        for (id, value) in answers.iter() {
            let question = self.engine.taxonomy.discriminator(id);
            if question.is_some_and(|question| question.values.iter().any(|(known, ..)| known == value)) {
                seen.insert(id.clone(), value.clone());
            }
        }
        self.plain(Member::Answers, (!answers.is_empty()).then_some(seen)).unwrap_or_default()
    }

    /// What the host keeps beside the complaint.
    pub(super) fn extra(&mut self, extra: &Sorted<String, Value>) -> Sorted<String, Value> {
        self.plain(Member::Extra, (!extra.is_empty()).then(|| extra.clone())).unwrap_or_default()
    }
}

#[cfg(all(test, feature = "embed"))]
mod tests {
    use super::*;
    use crate::view::Views;

    const REQUEST: &[u8] = br#"{"audience":"public","complaint":{"title":"Lampu mati","is_anonymous":false}}"#;

    #[test]
    fn a_text_that_nobody_can_read_for_personal_data_is_withheld() {
        for (privacy, pack) in [(true, "privacy"), (false, "identity")] {
            let mut engine = Engine::embedded().unwrap();
            if privacy {
                engine.privacy = None;
            } else {
                engine.identity = None;
            }
            let reply = engine.call("complaint.view", REQUEST);
            let answer: Value = serde_json::from_str(reply.json()).unwrap();
            assert_eq!(answer["answer"]["complaint"]["title"], Value::Null);
            assert_eq!(answer["answer"]["complaint"]["is_anonymous"], false);
            assert_eq!(answer["answer"]["fields"][1]["treatment"], "withheld");
            assert_eq!(answer["answer"]["reasons"][0]["code"], "view_not_checked");
            assert_eq!(answer["answer"]["reasons"][0]["params"]["pack"], pack);
            let triage = br#"{"now":"2026-11-23T09:00:00+07:00","complaint":{"title":"Lampu mati"}}"#;
            let reply = engine.call("triage", triage);
            let answer: Value = serde_json::from_str(reply.json()).unwrap();
            assert_eq!(answer["answer"]["privacy"], Value::Null);
            let findings = answer["answer"]["findings"].as_array().unwrap();
            assert!(findings.iter().any(|f| f["code"] == "not_checked" && f["params"]["pack"] == "privacy"));
        }
    }

    #[test]
    fn without_rows_nobody_sees_anything() {
        let mut engine = Engine::embedded().unwrap();
        engine.views = Views::default();
        for audience in ["public", "reporter", "coordinator"] {
            let request = String::from_utf8_lossy(REQUEST).replace("public", audience);
            let reply = engine.call("complaint.view", request.as_bytes());
            let answer: Value = serde_json::from_str(reply.json()).unwrap();
            assert_eq!(answer["answer"]["audience"], Value::Null);
            assert_eq!(answer["answer"]["listed"], false);
            assert!(!reply.json().contains("Lampu"));
        }
    }
}
