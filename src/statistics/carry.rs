//! Whether the number received includes what was carried over from the period before.

use crate::diag::CatalogProblem;
use crate::model::{Measure, RowRole, StatisticsRow};

use super::rates::{direct_postal, sum};
use super::{CarryOver, Flag, Report, Rows};

/// Finds out how a report counts, and flags one that counts in two ways.
pub(super) fn detect(report: &mut Report, rows: Rows<'_>) {
    let votes: Vec<(usize, CarryOver)> = rows.all(report).filter_map(|(at, row)| Some((at, of_row(row)?))).collect();
    let count = |wanted: CarryOver| votes.iter().filter(|(_, vote)| *vote == wanted).count();
    let (with, without) = (count(CarryOver::Included), count(CarryOver::Excluded));
    report.carry_over = match (with, without) {
        (0, 0) => CarryOver::Unknown,
        (_, 0) => CarryOver::Included,
        (0, _) => CarryOver::Excluded,
        _ => CarryOver::Mixed,
    };
    if report.carry_over == CarryOver::Mixed {
        let total = rows.all(report).position(|(_, row)| row.role == RowRole::Total);
        let row = total.or_else(|| votes.first().map(|(at, _)| *at)).unwrap_or(0);
        let problem = CatalogProblem::CarryOverMixed { with, without };
        report.flags.push(Flag { row, measures: vec![Measure::Received], problem: problem.into() });
    }
}

/// How a row counts, where something was carried over and one of the two ways adds up: by the ways of handing in,
/// else by the outcomes.
pub(super) fn of_row(row: &StatisticsRow) -> Option<CarryOver> {
    let received = row.number_of(Measure::Received)?;
    let carried = row.number_of(Measure::CarriedOver).filter(|carried| *carried > 0)?;
    let fresh = row.number_of(Measure::ReceivedOnline).zip(direct_postal(row));
    let fresh = fresh.and_then(|(online, direct)| online.checked_add(direct));
    let outcomes = sum(row, &[Measure::Resolved, Measure::Pending]);
    let by_ways = fresh.and_then(|fresh| way(received, fresh, fresh.checked_add(carried)));
    by_ways.or_else(|| match outcomes {
        Some(outcomes) if received == outcomes => Some(CarryOver::Included),
        Some(outcomes) if received.checked_add(carried) == Some(outcomes) => Some(CarryOver::Excluded),
        _ => None,
    })
}

fn way(received: u64, without: u64, with: Option<u64>) -> Option<CarryOver> {
    match received {
        received if Some(received) == with => Some(CarryOver::Included),
        received if received == without => Some(CarryOver::Excluded),
        _ => None,
    }
}
