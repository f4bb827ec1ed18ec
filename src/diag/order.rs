//! The order in which diagnostics are shown.

use std::cmp::Ordering;

use super::{Diagnostic, Location};

/// Puts diagnostics in reading order: by path, sheet, line or row, column, then code; records without a file last.
///
/// The order depends on the diagnostics alone, never on the threads that found them.
pub fn sort(diagnostics: &mut [Diagnostic]) {
    diagnostics.sort_by(compare);
}

/// Compares by place, then code, then everything else that can be seen.
fn compare(left: &Diagnostic, right: &Diagnostic) -> Ordering {
    place(&left.location)
        .cmp(&place(&right.location))
        .then_with(|| compare_pointers(pointer(&left.location), pointer(&right.location)))
        .then_with(|| left.code().cmp(&right.code()))
        .then_with(|| left.severity.cmp(&right.severity))
        .then_with(|| left.value.cmp(&right.value))
        .then_with(|| left.location.cmp(&right.location))
        .then_with(|| left.problem.text().vi.cmp(&right.problem.text().vi))
}

/// Whether there is no file, the path or key, the sheet, the line, the column.
fn place(location: &Location) -> (bool, &str, &str, Option<u32>, Option<u32>) {
    match location {
        Location::Text { path, position, .. } => {
            (false, path.as_str(), "", position.map(|at| at.line), position.map(|at| at.column))
        }
        Location::Cell { path, sheet, row, column, .. } => (false, path.as_str(), sheet, Some(*row), Some(*column)),
        Location::Pointer { path, line, .. } => (false, path.as_str(), "", *line, None),
        Location::Key { key } => (true, key, "", None, None),
    }
}

/// The JSON pointer; empty in other kinds of place.
fn pointer(location: &Location) -> &str {
    match location {
        Location::Pointer { pointer, .. } => pointer,
        Location::Text { .. } | Location::Cell { .. } | Location::Key { .. } => "",
    }
}

/// Compares pointers step by step, so that item 2 of a list stands before item 10.
fn compare_pointers(left: &str, right: &str) -> Ordering {
    let step = |step: &str| (step.parse::<u64>().ok(), step.to_owned());
    left.split('/').map(step).cmp(right.split('/').map(step))
}
