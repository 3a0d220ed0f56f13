//! Pengaduan, aspirasi or permintaan informasi: which kind of report it is.

use super::CueList;
use crate::complaint::{Classification, ClassificationValue, Complaint, Reason, Supervision};
use crate::message::Params;
use crate::text::Hit;

/// Pengaduan, aspirasi or permintaan informasi; and whether it is about abuse of authority. `cues` are the hits of cue lists.
#[must_use]
pub fn classify(complaint: &Complaint, cues: &[Hit]) -> Classification {
    let count = |list: CueList| {
        let hits = cues.iter().filter(|h| h.entry.value == list.value());
        hits.map(|h| i64::from(h.words)).sum::<i64>()
    };
    let (wish, ask, wrong) = (count(CueList::Aspiration), count(CueList::Information), count(CueList::Complaint));
    let (value, reason, score) = match complaint.classification {
        Some(value) => (value, "classification_given", 1000),
        None => {
            let (value, most) = if ask * 2 > wrong && ask >= wish && ask > 0 {
                (ClassificationValue::PermintaanInformasi, ask)
            } else if wish > wrong && wish > 0 {
                (ClassificationValue::Aspirasi, wish)
            } else {
                (ClassificationValue::Pengaduan, wrong)
            };
            let all = wish + ask + wrong;
            let score = u16::try_from((most * 1000 + 500) / (all + 1)).unwrap_or(1000).min(950);
            (value, if all == 0 { "classification_default" } else { "classification_cue" }, score)
        }
    };
    let abuse = cues.iter().any(|h| CueList::abuse(h.entry.value).is_some());
    let signs = (abuse || count(CueList::Supervision) > 0) && value == ClassificationValue::Pengaduan;
    let supervision = complaint.supervision.unwrap_or(if signs {
        Supervision::BerkadarPengawasan
    } else {
        Supervision::TidakBerkadarPengawasan
    });
    let sensitive = count(CueList::Secret) > 0 || (abuse && signs);
    let secret_advised = sensitive && complaint.is_secret != Some(true);
    let mut reasons = vec![Reason::new(reason, crate::message::pairs([("value", value.as_str().into())]))];
    if signs && complaint.supervision.is_none() {
        reasons.push(Reason::new("supervision_cue", Params::new()));
    }
    if secret_advised {
        reasons.push(Reason::new("secret_advised", Params::new()));
    }
    Classification { value, given: complaint.classification, score, supervision, secret_advised, reasons }
}
