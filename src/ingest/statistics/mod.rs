//! Processing reports: form II.06 and II.06a with headings over merged cells, and long tables of one row a report.
//!
//! The form says its period and unit above the table, so a sheet is opened with its [`Head`]; sections and totals
//! stand among the rows, and every row keeps its role. Which rows belong together, and whether they add up, is for
//! `statistics` to say: here a row is read by itself, on any thread.

mod form;
mod head;
mod period;
mod row;

pub(super) use form::open;
pub(super) use head::Head;
pub(super) use period::parse as parse_period;
pub(super) use row::row;

use super::column::Column;
use crate::model::Measure;

/// The columns that hold counts, and what they count.
const MEASURES: [(Column, Measure); 15] = [
    (Column::Received, Measure::Received),
    (Column::ReceivedOnline, Measure::ReceivedOnline),
    (Column::ReceivedDirectPostal, Measure::ReceivedDirectPostal),
    (Column::ReceivedDirect, Measure::ReceivedDirect),
    (Column::ReceivedPostal, Measure::ReceivedPostal),
    (Column::CarriedOver, Measure::CarriedOver),
    (Column::Resolved, Measure::Resolved),
    (Column::ResolvedEarly, Measure::ResolvedEarly),
    (Column::ResolvedOnTime, Measure::ResolvedOnTime),
    (Column::ResolvedInTime, Measure::ResolvedInTime),
    (Column::ResolvedLate, Measure::ResolvedLate),
    (Column::Pending, Measure::Pending),
    (Column::PendingInTime, Measure::PendingInTime),
    (Column::PendingOverdue, Measure::PendingOverdue),
    (Column::Apologies, Measure::Apologies),
];

/// What a column counts.
fn measure_of(column: Column) -> Option<Measure> {
    MEASURES.iter().find(|(known, _)| *known == column).map(|(_, measure)| *measure)
}
