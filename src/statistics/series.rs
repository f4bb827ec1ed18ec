//! Reports of one unit after each other, and repetitions.

use std::collections::HashMap;

use crate::diag::CatalogProblem;
use crate::model::{Measure, PeriodSpan, RowRole, StatisticsRow};
use crate::text;

use super::{Flag, Report, Rows, UnitReports};

/// What a row counts, so that it is found again in another report: its heading, its label, and whether it is a total.
type RowKey = (String, String, bool);

/// Flags rows whose carried-over dossiers are not those pending at the end of the period before.
pub(super) fn check_carry_over(reports: &mut [Report], units: &[UnitReports], rows: Rows<'_>) {
    for unit in units {
        for pair in unit.reports.windows(2) {
            let &[earlier, later] = pair else { continue };
            if reports[later].period.follows(&reports[earlier].period) {
                let flags = carried(&reports[earlier], &reports[later], rows);
                reports[later].flags.extend(flags);
            }
        }
    }
}

fn carried(earlier: &Report, later: &Report, rows: Rows<'_>) -> Vec<Flag> {
    let pending: HashMap<RowKey, u64> = keys(earlier, rows)
        .filter_map(|(key, at)| Some((key, rows.of(earlier, at).number_of(Measure::Pending)?)))
        .collect();
    let disagrees = |(key, at): (RowKey, usize)| {
        let carried = rows.of(later, at).number_of(Measure::CarriedOver)?;
        let pending = *pending.get(&key).filter(|pending| **pending != carried)?;
        let before = earlier.period.words.clone();
        let problem = CatalogProblem::CarryOverDisagrees { carried, pending, before };
        Some(Flag { row: at, measures: vec![Measure::CarriedOver], problem: problem.into() })
    };
    keys(later, rows).filter_map(disagrees).collect()
}

/// The rows of a report with figures, by what they count.
fn keys<'a>(report: &'a Report, rows: Rows<'a>) -> impl Iterator<Item = (RowKey, usize)> + 'a {
    let mut heading = String::new();
    rows.all(report).filter_map(move |(at, row)| {
        let label = text::heading_key(row.label().unwrap_or_default());
        if matches!(row.role, RowRole::Heading { .. }) {
            heading.clone_from(&label);
        }
        let is_total = row.role == RowRole::Total;
        let below = if is_total { String::new() } else { heading.clone() };
        (!row.counts.is_empty()).then_some(((below, label, is_total), at))
    })
}

/// Flags the rows of a unit and period that another report, or another row of the same one, has already given.
pub(super) fn check_repetition(reports: &mut [Report], rows: Rows<'_>) {
    type Key = (String, Option<String>, PeriodSpan, String, RowKey);
    let mut first: HashMap<Key, usize> = HashMap::new();
    for report in reports {
        let unit = report.unit.as_deref().map(text::heading_key);
        let mut repeated = None;
        for (row_key, at) in keys(report, rows) {
            let (span, words) = (report.period.span, unnamed(report));
            let scope = scope_key(rows.of(report, at), row_key);
            let key = (report.section.clone(), unit.clone(), span, words, scope);
            let known = *first.entry(key).or_insert(report.rows[at]);
            if known != report.rows[at] && repeated.is_none() {
                repeated = Some((at, known));
            }
        }
        if let Some((row, known)) = repeated {
            let problem = CatalogProblem::RepeatedReport {
                unit: report.unit.clone().unwrap_or_default(),
                period: report.period.words.clone(),
                first: rows.0[known].location.to_string(),
            };
            report.flags.push(Flag { row, measures: Vec::new(), problem: problem.into() });
        }
    }
}

/// The words of a period that is not known, which tell it apart from others.
fn unnamed(report: &Report) -> String {
    match report.period.span {
        PeriodSpan::Unknown => report.period.words.clone(),
        _ => String::new(),
    }
}

/// With the scope beside the field, where a row has both.
fn scope_key(row: &StatisticsRow, (heading, label, is_total): RowKey) -> RowKey {
    let scope = row.scope.as_deref().filter(|_| row.field.is_some()).map(text::heading_key).unwrap_or_default();
    (heading + "/" + &scope, label, is_total)
}
