//! Total rows and headings against the sum of their lines.

use crate::diag::CatalogProblem;
use crate::model::{Measure, RowRole, StatisticsRow};

use super::{Flag, Report, Rows, name};

/// Flags totals that their lines do not give.
pub(super) fn check(report: &mut Report, rows: Rows<'_>) {
    let all: Vec<&StatisticsRow> = rows.all(report).map(|(_, row)| row).collect();
    let mut flags = Vec::new();
    for (at, row) in all.iter().enumerate() {
        let parts = match row.role {
            RowRole::Line => continue,
            RowRole::Heading { level } => lines(below(&all[at + 1..], level)),
            RowRole::Total => lines(&all),
        };
        if parts.is_empty() || (is_of_a_scope(row) && !shares_a_sum(row, &parts)) {
            continue;
        }
        flags.extend(Measure::ALL.into_iter().filter_map(|measure| disagreement(at, row, &parts, measure)));
    }
    report.flags.extend(flags);
}

fn lines<'a>(rows: &[&'a StatisticsRow]) -> Vec<&'a StatisticsRow> {
    rows.iter().copied().filter(|row| row.role == RowRole::Line).collect()
}

/// The rows up to the next heading of this level or a higher one, or the total.
fn below<'r, 'a>(rows: &'r [&'a StatisticsRow], level: u8) -> &'r [&'a StatisticsRow] {
    let ends = |row: &&StatisticsRow| match row.role {
        RowRole::Total => true,
        RowRole::Heading { level: next } => next <= level,
        RowRole::Line => false,
    };
    &rows[..rows.iter().position(ends).unwrap_or(rows.len())]
}

/// "Toàn tỉnh" beside some scopes: these may or may not be all of its parts.
fn is_of_a_scope(row: &StatisticsRow) -> bool {
    row.role == RowRole::Total && row.field.is_none()
}

/// Whether the lines add up to the row in one figure, so that they are its parts.
fn shares_a_sum(row: &StatisticsRow, parts: &[&StatisticsRow]) -> bool {
    let agrees = |measure: Measure| {
        row.number_of(measure).filter(|total| *total > 0).is_some_and(|total| sums(parts, measure).exact == Some(total))
    };
    parts.len() >= 2 && Measure::ALL.into_iter().any(agrees)
}

/// The sum of a figure over lines.
struct Sums {
    /// Of the lines that publish it.
    known: u64,
    /// Of all lines, where each publishes it.
    exact: Option<u64>,
}

fn sums(parts: &[&StatisticsRow], measure: Measure) -> Sums {
    let known = parts.iter().filter_map(|row| row.number_of(measure)).fold(0, u64::saturating_add);
    let all = parts.iter().all(|row| row.number_of(measure).is_some());
    Sums { known, exact: all.then_some(known) }
}

/// A total that the lines do not give. Lines without the figure may hold what is missing, but never less than nothing.
fn disagreement(at: usize, row: &StatisticsRow, parts: &[&StatisticsRow], measure: Measure) -> Option<Flag> {
    let total = row.number_of(measure)?;
    let Sums { known, exact } = sums(parts, measure);
    let disagrees = exact.map_or(known > total, |sum| sum != total);
    let label = row.label().unwrap_or_default().to_owned();
    let problem = CatalogProblem::TotalDisagrees { row: label, figure: name(measure), sum: known, total };
    disagrees.then(|| Flag { row: at, measures: vec![measure], problem: problem.into() })
}
