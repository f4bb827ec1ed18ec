//! Processing reports and rankings as rules see them.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::diag::Location;
use crate::model::{Measure, Sourced, StatisticsRow};
use crate::plan::PageKind;
use crate::statistics::{self, Outcome, RateId, Report, Verdict};
use crate::text;

use super::{Material, Records, Subject, value_of};

#[derive(Serialize)]
struct ReportFacts<'a> {
    /// Whether the report is of the site's own unit.
    own: bool,
    unit: Option<&'a str>,
    period: &'a str,
    from: Option<String>,
    to: Option<String>,
    form: Option<&'a str>,
    /// Contradictions in its figures.
    flags: usize,
    /// Figures of the report as a whole, by the names of the columns.
    counts: BTreeMap<&'static str, u64>,
    /// Rates of the report as a whole, in percent, by the ids of their definitions in small letters.
    rates: BTreeMap<String, f64>,
    /// Rates of which there is nothing to count.
    nothing_arose: Vec<String>,
    /// Rates with a target that is not reached.
    missed: Vec<String>,
    /// Rates with a target.
    targets: Vec<String>,
    average_days: bool,
}

/// Every processing report.
pub(super) fn reports(material: Material<'_>) -> Records<'_> {
    let reports = &material.statistics.reports;
    let value = move |at: usize| value_of(report_facts(&reports[at], &material));
    let subject = move |at: usize| {
        let report = &reports[at];
        let period = material.statistics.periods.iter().position(|period| period.reports.contains(&at));
        let unit = report.unit.clone().unwrap_or_default();
        Subject {
            key: report.period.span.slug().unwrap_or_else(|| report.period.words.clone()),
            label: format!("{} – {unit}", report.period.words).trim_end_matches([' ', '–']).to_owned(),
            page: period.and_then(|period| material.route(PageKind::StatisticsPeriod(period))),
            place: row_of(report, &material).map_or_else(|| Location::key(unit), |row| row.location.clone()),
        }
    };
    Records::new(reports.len(), value, subject, material.section("statistics", PageKind::Statistics))
}

/// The row for the whole; the first where there is none.
fn row_of<'a>(report: &Report, material: &Material<'a>) -> Option<&'a Sourced<StatisticsRow>> {
    let at = report.rows.get(report.headline.unwrap_or(0))?;
    material.catalog.statistics.get(*at)
}

fn report_facts<'a>(report: &'a Report, material: &Material<'a>) -> ReportFacts<'a> {
    let row = report.headline.and_then(|_| row_of(report, material)).map(|sourced| &sourced.record);
    let days = report.period.days();
    let outcomes = || RateId::ALL.into_iter().filter_map(|rate| Some((rate, statistics::rate(row?, rate))));
    let name = |rate: RateId| rate.id().trim_start_matches("R-").replace('-', "_").to_ascii_lowercase();
    let targets = || material.statistics.targets.iter().filter(|target| target.is_for(&report.section));
    let missed = outcomes().filter(|(rate, outcome)| {
        targets().any(|target| target.rate == *rate && target.verdict(*outcome) == Some(Verdict::Missed))
    });
    ReportFacts {
        own: is_own(report.unit.as_deref(), material),
        unit: report.unit.as_deref(),
        period: &report.period.words,
        from: days.map(|(from, _)| from.to_string()),
        to: days.map(|(_, to)| to.to_string()),
        form: row.and_then(|row| row.form.as_deref()),
        flags: report.flags.len(),
        counts: row.map(counts).unwrap_or_default(),
        rates: outcomes()
            .filter_map(|(rate, outcome)| match outcome {
                Outcome::Percent { hundredths, .. } => Some((name(rate), hundredths as f64 / 100.0)),
                Outcome::NothingArose | Outcome::NotPublished => None,
            })
            .collect(),
        nothing_arose: outcomes()
            .filter(|(_, outcome)| *outcome == Outcome::NothingArose)
            .map(|(rate, _)| name(rate))
            .collect(),
        missed: missed.map(|(rate, _)| name(rate)).collect(),
        targets: targets().map(|target| name(target.rate)).collect(),
        average_days: row.is_some_and(|row| row.average_days.is_some()),
    }
}

/// Late and overdue dossiers of the newest own report that counts them.
pub(super) fn late(material: &Material<'_>) -> Option<u64> {
    let own = material.statistics.reports.iter().filter(|report| is_own(report.unit.as_deref(), material));
    let ended =
        own.filter_map(|report| Some((report.period.days()?.1, report))).filter(|(to, _)| *to <= material.as_of);
    let (_, newest) = ended.max_by_key(|(to, _)| *to)?;
    let row = &row_of(newest, material)?.record;
    row.number_of(Measure::ResolvedLate)?.checked_add(row.number_of(Measure::PendingOverdue)?)
}

/// Whether figures are of the site's own unit; a report that names no unit stands on the site of its own.
fn is_own(unit: Option<&str>, material: &Material<'_>) -> bool {
    unit.is_none_or(|unit| text::heading_key(unit) == text::heading_key(&material.config.unit.name))
}

fn counts(row: &StatisticsRow) -> BTreeMap<&'static str, u64> {
    Measure::ALL.into_iter().filter_map(|measure| Some((measure_name(measure), row.number_of(measure)?))).collect()
}

const fn measure_name(measure: Measure) -> &'static str {
    match measure {
        Measure::Received => "received",
        Measure::ReceivedOnline => "received_online",
        Measure::ReceivedDirectPostal => "received_direct_postal",
        Measure::ReceivedDirect => "received_direct",
        Measure::ReceivedPostal => "received_postal",
        Measure::CarriedOver => "carried_over",
        Measure::Resolved => "resolved",
        Measure::ResolvedEarly => "resolved_early",
        Measure::ResolvedOnTime => "resolved_on_time",
        Measure::ResolvedInTime => "resolved_in_time",
        Measure::ResolvedLate => "resolved_late",
        Measure::Pending => "pending",
        Measure::PendingInTime => "pending_in_time",
        Measure::PendingOverdue => "pending_overdue",
        Measure::Apologies => "apologies",
    }
}

#[derive(Serialize)]
struct EditionFacts<'a> {
    /// Id of the index, such as `766` or `par-index`.
    index: &'a str,
    edition: String,
    year: i16,
    /// Whether the site's own unit stands in it.
    own: bool,
    ranked: bool,
    scored: bool,
    /// Scores of groups and criteria of the own unit.
    components: usize,
    target: bool,
    of: Option<usize>,
    flags: usize,
    sourced: bool,
}

/// Every edition of every index.
pub(super) fn editions(material: Material<'_>) -> Records<'_> {
    let indexes = &material.rankings.indexes;
    let places: Vec<(usize, usize)> = indexes
        .iter()
        .enumerate()
        .flat_map(|(at, index)| (0..index.tables.len()).map(move |table| (at, table)))
        .collect();
    let count = places.len();
    let of = places.clone();
    let value = move |at: usize| {
        let (index, table) = places[at];
        value_of(edition_facts(&material, index, table))
    };
    let subject = move |at: usize| {
        let (index, table) = of[at];
        let found = &indexes[index];
        let edition = found.tables[table].edition;
        let first = found.tables[table].standings.first();
        Subject {
            key: format!("{}/{edition}", found.scheme.id),
            label: format!("{} {edition}", found.scheme.short.in_lang(super::lang(&material))),
            page: material.route(PageKind::RankingEdition(index, table)),
            place: first.map_or_else(|| Location::key(&found.scheme.id), |standing| standing.location.clone()),
        }
    };
    Records::new(count, value, subject, material.section("rankings", PageKind::Rankings))
}

fn edition_facts<'a>(material: &Material<'a>, index: usize, table: usize) -> EditionFacts<'a> {
    let found = &material.rankings.indexes[index];
    let table = &found.tables[table];
    let own_key = text::heading_key(&material.config.unit.name);
    let own = table.standings.iter().find(|standing| text::heading_key(&standing.published_name) == own_key);
    let sourced = |at: &usize| material.catalog.provenances.get(*at).is_some_and(|from| from.source.is_some());
    EditionFacts {
        index: &found.scheme.id,
        edition: table.edition.to_string(),
        year: table.edition.last_day().year(),
        own: own.is_some(),
        ranked: own.is_some_and(|standing| standing.rank().is_some()),
        scored: own.is_some_and(|standing| standing.total.is_some()),
        components: own.map_or(0, |standing| standing.scores.iter().flatten().count()),
        target: own.is_some_and(|standing| standing.target.is_some()),
        of: table.of,
        flags: table.standings.iter().map(|standing| standing.flags.len()).sum(),
        sourced: table.common_source().is_some()
            || table.standings.iter().all(|standing| standing.source.is_some())
            || table.provenances.iter().all(sourced),
    }
}
