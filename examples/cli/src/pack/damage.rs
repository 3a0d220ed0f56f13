//! What a spreadsheet leaves of a cell that it could not calculate, or that it took for a number or a date.

use crate::dates;

/// What a spreadsheet shows for a formula that failed, or a column too narrow for a number: `#NAME?`, `#N/A`, `#####`.
pub(super) fn is_error(cell: &str) -> bool {
    let rest = cell.strip_prefix('#');
    rest.is_some_and(|rest| {
        let capitals = rest.bytes().all(|byte| byte.is_ascii_uppercase() || b"/0!?#".contains(&byte));
        capitals && (rest.ends_with(['!', '?', '#']) || rest == "N/A")
    })
}

/// The fault of a code that a spreadsheet took for a number or a date: `12,71`, `1,2E+10`, `12-Mei`, `Des-71`, `12/05/2026`.
pub(super) fn destroyed(cell: &str) -> Option<&'static str> {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = cell.replacen("E+", "", 1);
    if let Some((whole, rest)) = number.split_once(',')
        && digits(whole)
        && digits(rest)
    {
        return Some("excel_number");
    }
    if number != cell && digits(&number) {
        return Some("excel_number");
    }
    let month = |text: &str| text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_alphabetic());
    let short = |text: &str| digits(text) && text.len() <= 2;
    let is_short_date = cell.split_once('-').is_some_and(|(first, second)| {
        (short(first) && month(second) || month(first) && short(second)) && dates::is_month(first, second)
    });
    (is_short_date || dates::day(cell).is_some()).then_some("excel_date")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_destroys_is_seen() {
        for (cell, code) in [
            ("12,71", Some("excel_number")),
            ("1,2E+10", Some("excel_number")),
            ("12-Mei", Some("excel_date")),
            ("Des-71", Some("excel_date")),
            ("12/05/2026", Some("excel_date")),
            ("dlh", None),
            ("D-1", None),
            ("W-upt-2021", None),
            ("12/perumda-tirtanadi", None),
            ("cc-112-medan", None),
            ("S-12", None),
            ("kpk-12", None),
            ("2026.1", None),
        ] {
            assert_eq!(destroyed(cell), code, "{cell}");
        }
        for cell in ["#NAME?", "#N/A", "#REF!", "#DIV/0!", "########"] {
            assert!(is_error(cell), "{cell}");
        }
        for cell in ["#1", "# catatan", "#LAPOR", "NAME?"] {
            assert!(!is_error(cell), "{cell}");
        }
    }
}
