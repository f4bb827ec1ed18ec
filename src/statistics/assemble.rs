//! Rows → reports, and reports by period and by unit.

use std::collections::{BTreeMap, HashMap};

use crate::diag::Location;
use crate::model::{Catalog, PeriodSpan, RowRole, Sourced, StatisticsRow};
use crate::text;

use super::{PeriodReports, Report, Statistics, UnitReports};

/// What the rows of one report share: source, sheet, period and unit.
type ReportKey<'a> = (usize, Option<&'a str>, PeriodSpan, &'a str, Option<&'a str>);

/// Puts rows together; nothing is checked yet.
pub(super) fn assemble(catalog: &Catalog) -> Statistics {
    let mut reports = reports(catalog);
    for report in &mut reports {
        set_remarks_apart(report, catalog);
        report.headline = headline(report, catalog);
    }
    reports.retain(|report| !report.rows.is_empty());
    let periods = periods(&reports);
    let units = units(&reports);
    Statistics { reports, periods, units, targets: Vec::new() }
}

fn reports(catalog: &Catalog) -> Vec<Report> {
    let mut by_key: HashMap<ReportKey<'_>, usize> = HashMap::new();
    let mut reports: Vec<Report> = Vec::new();
    for (at, sourced) in catalog.statistics.iter().enumerate() {
        let row = &sourced.record;
        let report = *by_key.entry(key(sourced)).or_insert_with(|| {
            let section = catalog.provenances.get(sourced.provenance).map(|from| from.section.clone());
            reports.push(Report {
                section: section.unwrap_or_default(),
                unit: row.unit.clone(),
                period: row.period.clone(),
                ..Report::default()
            });
            reports.len() - 1
        });
        reports[report].rows.push(at);
    }
    reports
}

fn key(sourced: &Sourced<StatisticsRow>) -> ReportKey<'_> {
    let row = &sourced.record;
    let sheet = match &sourced.location {
        Location::Cell { sheet, .. } => Some(sheet.as_str()),
        _ => None,
    };
    let words = if row.period.span == PeriodSpan::Unknown { row.period.words.as_str() } else { "" };
    (sourced.provenance, sheet, row.period.span, words, row.unit.as_deref())
}

/// Takes away what stands below the last figures: remarks are kept apart, names under signatures are left out.
fn set_remarks_apart(report: &mut Report, catalog: &Catalog) {
    let record = |at: &usize| &catalog.statistics[*at].record;
    let last = report.rows.iter().rposition(|at| !record(at).counts.is_empty());
    let below = report.rows.split_off(last.map_or(0, |last| last + 1));
    let is_remark = |at: &usize| {
        let label = text::heading_key(record(at).label().unwrap_or_default());
        ["ghichu", "chuthich", "nguon", "luuy"].iter().any(|opener| label.starts_with(opener))
    };
    report.remarks = below.into_iter().filter(is_remark).collect();
}

/// The total; without one, the only row with figures.
fn headline(report: &Report, catalog: &Catalog) -> Option<usize> {
    let record = |at: &usize| &catalog.statistics[*at].record;
    let has_figures = |at: &&usize| record(at).counts.values().any(|count| count.number.is_some());
    let total = report.rows.iter().rposition(|at| record(at).role == RowRole::Total && has_figures(&at));
    total.or_else(|| (report.rows.len() == 1).then_some(0).filter(|at| has_figures(&&report.rows[*at])))
}

/// Reports by section and period, the newest first; sections in the order of their first report.
fn periods(reports: &[Report]) -> Vec<PeriodReports> {
    let mut periods: Vec<PeriodReports> = Vec::new();
    for (at, report) in reports.iter().enumerate() {
        let same = |known: &&mut PeriodReports| known.section == report.section && known.period.is_same(&report.period);
        match periods.iter_mut().find(same) {
            Some(known) => known.reports.push(at),
            None => periods.push(PeriodReports {
                section: report.section.clone(),
                period: report.period.clone(),
                slug: slug(report),
                reports: vec![at],
            }),
        }
    }
    periods.sort_by(|a, b| a.section.cmp(&b.section).then_with(|| b.period.cmp_in_time(&a.period)));
    number_slugs(periods.iter_mut().map(|period| (&period.section, &mut period.slug)));
    periods
}

fn slug(report: &Report) -> String {
    let words = text::slug(&report.period.words);
    let unnamed = || if words.is_empty() { "khong-ro-ky".to_owned() } else { words.clone() };
    report.period.span.slug().unwrap_or_else(unnamed)
}

/// Reports by section and unit, in the order of time.
fn units(reports: &[Report]) -> Vec<UnitReports> {
    let mut by_key: HashMap<(&str, String), usize> = HashMap::new();
    let mut units: Vec<UnitReports> = Vec::new();
    for (at, report) in reports.iter().enumerate() {
        let Some(name) = &report.unit else { continue };
        let unit = *by_key.entry((&report.section, text::heading_key(name))).or_insert_with(|| {
            let section = report.section.clone();
            units.push(UnitReports { section, name: name.clone(), slug: text::slug(name), reports: Vec::new() });
            units.len() - 1
        });
        units[unit].reports.push(at);
    }
    for unit in &mut units {
        unit.reports.sort_by(|a, b| reports[*a].period.cmp_in_time(&reports[*b].period).then(a.cmp(b)));
        if let Some(name) = unit.reports.last().and_then(|newest| reports[*newest].unit.clone()) {
            unit.name = name;
        }
    }
    number_slugs(units.iter_mut().map(|unit| (&unit.section, &mut unit.slug)));
    units
}

/// Tells equal addresses apart by numbers.
fn number_slugs<'a>(slugs: impl Iterator<Item = (&'a String, &'a mut String)>) {
    let mut taken: BTreeMap<(&String, String), usize> = BTreeMap::new();
    for (section, slug) in slugs {
        let count = taken.entry((section, slug.clone())).or_default();
        *count += 1;
        if *count > 1 {
            slug.push_str(&format!("-{count}"));
        }
    }
}
