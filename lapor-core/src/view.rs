//! Who sees what of a complaint: the rows of the policy, compiled. Nothing here knows a complaint; what a row does not name is not seen.

use crate::error::Error;
use crate::pack::{self, ViewRow, ViewSpanRow};
use crate::privacy::Whose;
use serde::Serialize;

/// What becomes of a member. The stricter comes later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Treatment {
    /// As it was given.
    Shown,
    /// Without personal data.
    Redacted,
    /// With less precision.
    Coarse,
    /// Not at all.
    Withheld,
}

/// Treatments by their names in the pack, the last for the whole complaint.
const TREATMENTS: [(&str, Treatment, bool); 5] = [
    ("shown", Treatment::Shown, false),
    ("redacted", Treatment::Redacted, false),
    ("coarse", Treatment::Coarse, false),
    ("withheld", Treatment::Withheld, false),
    ("unlisted", Treatment::Withheld, true),
];

/// Conditions of a complaint, one bit each.
pub type Flags = u32;
/// The reporter's name is hidden.
pub const ANONYMOUS: Flags = 1;
/// The content is hidden from the public.
pub const SECRET: Flags = 1 << 1;
/// It is about abuse of authority.
pub const WHISTLEBLOWER: Flags = 1 << 2;

/// Conditions by their names in the pack.
const CONDITIONS: [(&str, Flags); 3] = [("anonymous", ANONYMOUS), ("secret", SECRET), ("whistleblower", WHISTLEBLOWER)];

/// Whose data it is, by its name in the pack.
const WHOSE: [(&str, Whose); 4] = [
    ("reporter", Whose::Reporter),
    ("third_party", Whose::ThirdParty),
    ("official", Whose::Official),
    ("unknown", Whose::Unknown),
];

/// Members of a complaint, in byte order of their paths: what a row may name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the members of Complaint")]
pub enum Member {
    Answers,
    Attachments,
    Category,
    Channel,
    Classification,
    Content,
    DateOfIncident,
    Extra,
    IsAnonymous,
    IsSecret,
    LocationAddress,
    LocationLat,
    LocationLng,
    LocationPostalCode,
    LocationRegion,
    ReceivedAt,
    ReporterAddress,
    ReporterEmail,
    ReporterName,
    ReporterNik,
    ReporterOnBehalfOf,
    ReporterPhone,
    SuggestedInstitution,
    Supervision,
    Title,
}

/// Their paths below the complaint, in the order of [`Member`].
const PATHS: [&str; 25] = [
    "answers",
    "attachments",
    "category",
    "channel",
    "classification",
    "content",
    "date_of_incident",
    "extra",
    "is_anonymous",
    "is_secret",
    "location/address",
    "location/lat",
    "location/lng",
    "location/postal_code",
    "location/region",
    "received_at",
    "reporter/address",
    "reporter/email",
    "reporter/name",
    "reporter/nik",
    "reporter/on_behalf_of",
    "reporter/phone",
    "suggested_institution",
    "supervision",
    "title",
];

impl Member {
    /// JSON pointer into the complaint.
    #[must_use]
    pub fn path(self) -> String {
        format!("/{}", PATHS.get(self as usize).unwrap_or(&""))
    }
}

/// Somebody who looks at complaints: a row of the policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Audience(usize);

#[derive(Debug)]
struct Row {
    id: String,
    audience: usize,
    when: Flags,
    members: u32,
    treatment: Treatment,
    unlisted: bool,
}

#[derive(Debug)]
struct SpanRow {
    audience: usize,
    when: Flags,
    whose: u32,
    /// None for all.
    kinds: Option<Vec<String>>,
    shown: bool,
}

/// The rows of the policy.
#[derive(Debug, Default)]
pub struct Views {
    audiences: Vec<String>,
    rows: Vec<Row>,
    spans: Vec<SpanRow>,
}

impl Views {
    /// Compiles the rows.
    ///
    /// # Errors
    /// [`PackInvalid`](crate::ErrorCode::PackInvalid) for a condition, member, treatment or owner that the library does not know: a slip must not
    /// show what it was meant to hide.
    pub fn new(views: Vec<ViewRow>, spans: Vec<ViewSpanRow>) -> Result<Self, Error> {
        let mut out = Views::default();
        for (n, row) in views.into_iter().enumerate() {
            let refused = |member: &str| pack::refused(&format!("/views/{n}/{member}"), "why_view");
            let audience = out.audience(&row.audience).map_or(out.audiences.len(), |Audience(at)| at);
            if audience == out.audiences.len() {
                out.audiences.push(row.audience);
            }
            let known = TREATMENTS.iter().find(|(name, ..)| *name == row.treatment);
            let (_, treatment, unlisted) = known.ok_or_else(|| refused("treatment"))?;
            out.rows.push(Row {
                id: row.id,
                audience,
                when: bits(&row.when, condition).ok_or_else(|| refused("when"))?,
                members: bits(&row.members, member).ok_or_else(|| refused("members"))?,
                treatment: *treatment,
                unlisted: *unlisted,
            });
        }
        for (n, row) in spans.into_iter().enumerate() {
            let refused = |member: &str| pack::refused(&format!("/view_spans/{n}/{member}"), "why_view");
            let Audience(audience) = out.audience(&row.audience).ok_or_else(|| refused("audience"))?;
            let shown = match row.treatment.as_str() {
                "shown" => true,
                "redacted" => false,
                _ => return Err(refused("treatment")),
            };
            out.spans.push(SpanRow {
                audience,
                when: bits(&row.when, condition).ok_or_else(|| refused("when"))?,
                whose: bits(&row.whose, owner).ok_or_else(|| refused("whose"))?,
                kinds: (row.kinds != "*").then(|| row.kinds.split(' ').map(str::to_owned).collect()),
                shown,
            });
        }
        Ok(out)
    }
}

impl Views {
    /// The audience of that name.
    #[must_use]
    pub fn audience(&self, name: &str) -> Option<Audience> {
        self.audiences.iter().position(|known| known == name).map(Audience)
    }

    /// Its name.
    #[must_use]
    pub fn name(&self, Audience(at): Audience) -> &str {
        self.audiences.get(at).map_or("", String::as_str)
    }

    /// What becomes of a member, by the strictest of the rows that name it, and that row's id; the first of equally strict ones.
    #[must_use]
    pub fn member(&self, Audience(at): Audience, flags: Flags, member: Member) -> (Treatment, Option<&str>) {
        let bit = 1 << member as u32;
        let mut out: Option<&Row> = None;
        for row in self.rows.iter().filter(|row| row.audience == at && row.when & !flags == 0 && row.members & bit != 0)
        {
            if out.is_none_or(|best| (best.treatment, best.unlisted) < (row.treatment, row.unlisted)) {
                out = Some(row);
            }
        }
        out.map_or((Treatment::Withheld, None), |row| (row.treatment, Some(row.id.as_str())))
    }

    /// True if the audience must not know that there is such a complaint.
    #[must_use]
    pub fn unlisted(&self, Audience(at): Audience, flags: Flags) -> bool {
        self.rows.iter().any(|row| row.audience == at && row.when & !flags == 0 && row.unlisted)
    }

    /// True if the audience sees such data in a text: some row shows it and none redacts it.
    #[must_use]
    pub fn sees(&self, Audience(at): Audience, flags: Flags, whose: Whose, kind: &str) -> bool {
        let bit = WHOSE.iter().position(|(_, known)| *known == whose).map_or(0, |n| 1 << n);
        let mut shown = false;
        for row in self.spans.iter().filter(|row| row.audience == at && row.when & !flags == 0 && row.whose & bit != 0)
        {
            if row.kinds.as_ref().is_none_or(|kinds| kinds.iter().any(|known| known == kind)) {
                if !row.shown {
                    return false;
                }
                shown = true;
            }
        }
        shown
    }
}

/// The bits of names with one blank between them; `None` if one is unknown.
fn bits(names: &str, bit: fn(&str) -> Option<u32>) -> Option<u32> {
    names.split_whitespace().try_fold(0, |bits, name| Some(bits | bit(name)?))
}

fn condition(name: &str) -> Option<u32> {
    CONDITIONS.iter().find(|(known, _)| *known == name).map(|(_, bit)| *bit)
}

fn owner(name: &str) -> Option<u32> {
    WHOSE.iter().position(|(known, _)| *known == name).map(|n| 1 << n)
}

fn member(name: &str) -> Option<u32> {
    if name == "*" { Some(u32::MAX) } else { PATHS.iter().position(|path| *path == name).map(|n| 1 << n) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(when: &str, members: &str, treatment: &str) -> ViewRow {
        let [when, members, treatment] = [when, members, treatment].map(str::to_owned);
        ViewRow { id: format!("a/{treatment}"), audience: "a".to_owned(), when, members, treatment }
    }

    #[test]
    fn members_stand_in_byte_order_and_each_has_its_path() {
        assert!(PATHS.is_sorted());
        assert_eq!(Member::Answers.path(), "/answers");
        assert_eq!(Member::LocationPostalCode.path(), "/location/postal_code");
        assert_eq!(Member::Title.path(), "/title");
    }

    #[test]
    fn the_strictest_row_that_holds_decides() {
        let rows =
            vec![row("", "title", "shown"), row("anonymous secret", "*", "withheld"), row("", "title", "redacted")];
        let views = Views::new(rows, Vec::new()).unwrap();
        let a = views.audience("a").unwrap();
        assert_eq!(views.member(a, 0, Member::Title), (Treatment::Redacted, Some("a/redacted")));
        assert_eq!(views.member(a, SECRET, Member::Title).0, Treatment::Redacted);
        assert_eq!(views.member(a, SECRET | ANONYMOUS, Member::Title), (Treatment::Withheld, Some("a/withheld")));
        assert_eq!(views.member(a, WHISTLEBLOWER, Member::Content), (Treatment::Withheld, None));
    }

    #[test]
    fn a_slip_in_a_row_is_refused_with_its_place() {
        for (row, path) in [
            (row("annonymous", "title", "shown"), "/views/0/when"),
            (row("", "title contents", "shown"), "/views/0/members"),
            (row("", "title", "show"), "/views/0/treatment"),
        ] {
            assert_eq!(Views::new(vec![row], Vec::new()).unwrap_err().path(), path);
        }
    }
}
