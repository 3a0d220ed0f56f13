//! Files: their sizes, one by one and together, and their types.

use super::{Known, one, resting_on, written};
use crate::complaint::Finding;
use crate::message::Params;
use crate::pack::Limit;

/// Top-level media types that IANA registers.
const TOP_LEVEL: [&str; 11] =
    ["application", "audio", "example", "font", "haptics", "image", "message", "model", "multipart", "text", "video"];

pub(super) fn check(known: &Known<'_>, out: &mut Vec<Finding>) {
    let rules = known.rules();
    let files = &known.complaint.attachments;
    for (n, file) in files.iter().enumerate() {
        let path = format!("/complaint/attachments/{n}");
        if let Some(params) = file.bytes.and_then(|size| over(&rules.attachment_bytes, size)) {
            let finding = Finding::new("attachment_large", &path, params);
            out.push(resting_on(&rules.attachment_bytes.source, finding));
        }
        let Some(kind) = written(file.media_type.as_ref()).map(bare) else { continue };
        if !rules.media_types.accepted.iter().any(|accepted| kind.starts_with(accepted.as_str())) {
            let says = is_media_type(&kind) && known.reader.is_some_and(|reader| reader.find(&kind).is_empty());
            let shown = if says { kind } else { "unknown".to_owned() };
            let finding = Finding::new("attachment_type", &format!("{path}/media_type"), one("media_type", shown));
            out.push(resting_on(&rules.media_types.source, finding));
        }
    }
    let sizes: Vec<u64> = files.iter().filter_map(|file| file.bytes).collect();
    let sum = sizes.iter().fold(0_u64, |sum, size| sum.saturating_add(*size));
    if let Some(params) = over(&rules.attachments_bytes, sum).filter(|_| sizes.len() > 1) {
        let finding = Finding::new("attachments_large", "/complaint/attachments", params);
        out.push(resting_on(&rules.attachments_bytes.source, finding));
    }
}

/// The parameters of a size above the limit.
fn over(limit: &Limit, size: u64) -> Option<Params> {
    // the wire has whole numbers within 2^53
    let size = i64::try_from(size).unwrap_or(i64::MAX).min((1 << 53) - 1);
    let mut params = one("limit", limit.value);
    params.insert("size", size.into());
    (size > limit.value).then_some(params)
}

/// A media type in lower case, without its parameters.
fn bare(text: &str) -> String {
    text.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// True for the form of a media type (RFC 6838 §4.2), which may still hold a name or a number: whatever else stands there is the reporter's words.
fn is_media_type(text: &str) -> bool {
    let name = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || b"!#$&-^_.+".contains(&c);
    text.split_once('/')
        .is_some_and(|(top, sub)| TOP_LEVEL.contains(&top) && (1..=80).contains(&sub.len()) && sub.bytes().all(name))
}
