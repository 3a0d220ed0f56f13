//! Cells that a spreadsheet would calculate instead of showing them.

/// True if a spreadsheet would calculate such a cell.
pub(crate) fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@'])
}

/// The cell with the mark in front that keeps a spreadsheet from calculating it, where it needs one.
pub(crate) fn harmless(cell: &str) -> String {
    if is_formula(cell) { format!("'{cell}") } else { cell.to_owned() }
}
