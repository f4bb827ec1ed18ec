//! Processing reports: which rows belong together, whether their figures agree, and the rates they give.
//!
//! Comes in: the checked catalogue. Goes out: [`Statistics`], reports by period and by unit, each with its flags, and
//! the same flags as diagnostics. Refuses to know: pages and words of the interface. Nothing is ever repaired: a flag
//! stands beside the published figure.

mod assemble;
mod carry;
mod checks;
mod names;
mod rates;
mod series;
mod targets;
#[cfg(test)]
mod tests;
mod totals;

use crate::config::StatisticsConfig;
use crate::diag::{Diagnostic, Problem};
use crate::model::{Catalog, Measure, ReportPeriod, Sourced, StatisticsRow};
use crate::validate::Checked;

pub use names::name;
pub use rates::{Outcome, RateId, Verification, rate};
pub use targets::{Bound, Target, Verdict, targets};

/// Whether the number received includes what was carried over from the period before; units differ.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum CarryOver {
    /// Column 3 is 4 + 5 + 6.
    Included,
    /// Column 3 is 4 + 5.
    Excluded,
    /// Some rows include it, others do not.
    Mixed,
    /// The figures do not tell, mostly because nothing was carried over.
    #[default]
    Unknown,
}

/// A contradiction in the figures of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flag {
    /// Index into [`Report::rows`].
    pub row: usize,
    /// The figures concerned; empty where it is the row or the report as a whole.
    pub measures: Vec<Measure>,
    /// What is wrong, in both languages.
    pub problem: Problem,
}

/// The figures of one unit and period in one source.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// Folder of the data section.
    pub section: String,
    /// The reporting unit.
    pub unit: Option<String>,
    /// The period.
    pub period: ReportPeriod,
    /// Indexes into `Catalog::statistics`, in the order of the source.
    pub rows: Vec<usize>,
    /// Remarks below the table: indexes into `Catalog::statistics`.
    pub remarks: Vec<usize>,
    /// The row for the whole: the total, or the only line. Index into [`Report::rows`].
    pub headline: Option<usize>,
    /// Whether the number received includes what was carried over.
    pub carry_over: CarryOver,
    /// Contradictions, in the order of the rows.
    pub flags: Vec<Flag>,
}

/// The reports of one period in one section.
#[derive(Clone, Debug, PartialEq)]
pub struct PeriodReports {
    /// Folder of the data section.
    pub section: String,
    /// The period.
    pub period: ReportPeriod,
    /// Last part of its address.
    pub slug: String,
    /// Indexes into [`Statistics::reports`], in the order of the sources.
    pub reports: Vec<usize>,
}

/// The reports of one unit in one section.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitReports {
    /// Folder of the data section.
    pub section: String,
    /// Name of the unit, as in its newest report.
    pub name: String,
    /// Last part of its address.
    pub slug: String,
    /// Indexes into [`Statistics::reports`], the oldest first.
    pub reports: Vec<usize>,
}

/// Everything that the processing reports say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Statistics {
    /// The reports, in the order of their sources.
    pub reports: Vec<Report>,
    /// By section and period, the newest first.
    pub periods: Vec<PeriodReports>,
    /// By section and unit, in the order of their first appearance.
    pub units: Vec<UnitReports>,
    /// What the site has set itself to reach.
    pub targets: Vec<Target>,
}

impl Statistics {
    /// The report that stands for a period where it is shared: its only one, where that has figures for the whole.
    #[must_use]
    pub fn share_figure(&self, period: &PeriodReports) -> Option<&Report> {
        let &[only] = period.reports.as_slice() else { return None };
        Some(&self.reports[only]).filter(|report| report.headline.is_some())
    }

    /// What became of the dossiers of a period as a whole, where there is enough for a chart.
    #[must_use]
    pub fn outcomes<'r>(&self, period: &PeriodReports, catalog: &'r Catalog) -> Option<&'r StatisticsRow> {
        let row = headline(self.share_figure(period)?, catalog)?;
        let known = OUTCOMES.iter().filter_map(|measure| row.number_of(*measure));
        (known.clone().count() >= LEAST_BARS && known.max() > Some(0)).then_some(row)
    }

    /// Reports of a unit that make one series, with the row of each for the whole: those whose periods are as long as
    /// the newest one's and whose figures are of the same scope.
    #[must_use]
    pub fn alike<'r>(&self, reports: &[usize], catalog: &'r Catalog) -> Vec<(usize, &'r StatisticsRow)> {
        let with_headline = |at: &usize| Some((*at, headline(&self.reports[*at], catalog)?));
        let Some((newest, own)) = reports.iter().rev().find_map(with_headline) else { return Vec::new() };
        let span = self.reports[newest].period.span;
        let like = reports.iter().filter(|at| self.reports[**at].period.span.is_like(span)).filter_map(with_headline);
        like.filter(|(_, row)| row.scope == own.scope).collect()
    }
}

/// What may become of a dossier, as charts show it: apart and, where a source joins early and on time, together.
pub const OUTCOMES: [Measure; 6] = [
    Measure::ResolvedEarly,
    Measure::ResolvedOnTime,
    Measure::ResolvedInTime,
    Measure::ResolvedLate,
    Measure::PendingInTime,
    Measure::PendingOverdue,
];

/// Fewer bars compare nothing.
pub const LEAST_BARS: usize = 2;

/// Fewer periods make no trend.
pub const LEAST_PERIODS: usize = 2;

/// The row for the whole of a report.
fn headline<'r>(report: &Report, catalog: &'r Catalog) -> Option<&'r StatisticsRow> {
    report.headline.map(|row| &catalog.statistics[report.rows[row]].record)
}

/// Puts the rows of the catalogue together, checks them, and reads the targets of the configuration.
#[must_use]
pub fn analyse(catalog: &Checked<Catalog>, config: &StatisticsConfig) -> (Statistics, Vec<Diagnostic>) {
    let catalog = catalog.catalog();
    let rows = Rows(&catalog.statistics);
    let mut statistics = assemble::assemble(catalog);
    let Statistics { reports, units, .. } = &mut statistics;
    for report in reports.iter_mut() {
        carry::detect(report, rows);
        checks::rows(report, rows);
        totals::check(report, rows);
    }
    series::check_carry_over(reports, units, rows);
    series::check_repetition(reports, rows);
    let (targets, mut found) = targets(config);
    statistics.targets = targets;
    for report in &mut statistics.reports {
        report.flags.sort_by_key(|flag| flag.row);
        found.extend(report.flags.iter().map(|flag| diagnostic(report, flag, rows)));
    }
    (statistics, found)
}

/// The rows of the catalogue.
#[derive(Clone, Copy)]
struct Rows<'a>(&'a [Sourced<StatisticsRow>]);

impl<'a> Rows<'a> {
    /// A row of a report, by its place in it.
    fn of(self, report: &Report, row: usize) -> &'a StatisticsRow {
        &self.0[report.rows[row]].record
    }

    /// All rows of a report, with their places in it.
    fn all(self, report: &Report) -> impl Iterator<Item = (usize, &'a StatisticsRow)> {
        report.rows.iter().map(move |&at| &self.0[at].record).enumerate()
    }
}

/// A flag as a diagnostic at the cell of its last figure, which is mostly the total.
fn diagnostic(report: &Report, flag: &Flag, rows: Rows<'_>) -> Diagnostic {
    let sourced = &rows.0[report.rows[flag.row]];
    match flag.measures.last() {
        Some(&measure) => {
            let location = sourced.record.place_of(measure, &sourced.location, name(measure).vi);
            let words = sourced.record.counts.get(&measure).map_or("", |count| &count.words);
            Diagnostic::new(flag.problem.clone(), location).with_value(words)
        }
        None => Diagnostic::new(flag.problem.clone(), sourced.location.clone())
            .with_value(sourced.record.label().unwrap_or_default()),
    }
}
