//! One unit over time.

use serde::Serialize;

use crate::plan::PageKind;
use crate::view::here::Here;
use crate::view::link::{Link, Phrase};
use crate::view::{DataLink, Page};

use super::chart::ChartView;
use super::headline::Headline;
use super::period::{SourceNote, sources};
use super::period_name;
use super::rates::Definition;
use super::table::{TableBuilder, Tables, Wanted};

/// What the page of a unit shows.
#[derive(Clone, Debug, Serialize)]
pub struct UnitView {
    /// Head, navigation and footer.
    pub page: Page,
    /// The section, above the title.
    pub section: Phrase,
    /// Code of the unit in the source.
    pub code: Option<String>,
    /// How many periods, in words.
    pub total: String,
    /// The newest period with figures for the whole.
    pub latest: Option<Latest>,
    /// Charts.
    pub charts: Vec<ChartView>,
    /// Counts and rates, the newest period first.
    pub tables: Tables,
    /// Where the figures come from.
    pub sources: Vec<SourceNote>,
    /// The figures as files.
    pub files: Vec<DataLink>,
    /// Definitions of the rates.
    pub definitions: Vec<Definition>,
}

/// The newest period of a unit.
#[derive(Clone, Debug, Serialize)]
pub struct Latest {
    /// Link to the period.
    pub period: Link,
    /// First and last day.
    pub days: Option<String>,
    /// The unit.
    pub unit: Option<Phrase>,
    /// Its figures.
    pub headline: Headline,
}

pub(in crate::view) fn view(here: &Here<'_>, at: usize) -> UnitView {
    let unit = &here.statistics().units[at];
    let mut builder = TableBuilder::new(here);
    let wanted = unit.reports.iter().rev().flat_map(|&report| rows(here, report)).collect();
    let mut tables = builder.tables("dong", here.words.get("stat_period"), wanted);
    // Each row stands for the whole of its period; none sums up the others.
    tables.rows.iter_mut().for_each(|row| row.role = "item");
    let latest = latest(here, &unit.reports);
    let mut definitions = std::mem::take(&mut builder.definitions);
    definitions.extend(latest.as_ref().map(|(_, used)| used.clone()).unwrap_or_default());
    let section = here.statistics_section(&unit.section);
    let section_title = section.map(|kind| here.title_of(kind)).unwrap_or_default();
    let description =
        here.words.fill("stat_unit_description", &[("unit", &unit.name), ("section", &section_title.text)]);
    let newest = unit.reports.last().map(|report| here.report_row(here.report(*report), 0));
    UnitView {
        page: here.page(
            here.title_of(PageKind::StatisticsUnit(at)),
            &description,
            section.and_then(|kind| here.link_to(kind)).into_iter().collect(),
        ),
        section: section_title,
        code: newest.and_then(|row| row.unit_code.clone()),
        total: here.words.count("stat_periods", unit.reports.len()),
        latest: latest.map(|(latest, _)| latest),
        files: here.data_links(PageKind::StatisticsUnit(at)),
        charts: here.trends(&unit.reports),
        tables,
        sources: sources(here, unit.reports.iter().copied()),
        definitions: here.definitions(&unit.section, definitions),
    }
}

/// The row for the whole of a report; every line where there is none.
fn rows(here: &Here<'_>, at: usize) -> Vec<Wanted> {
    let report = here.report(at);
    let name = period_name(here.words, &report.period);
    let href = here.period_of(at).and_then(|period| here.href_to(PageKind::StatisticsPeriod(period)));
    let with_figures = |row: &usize| !here.report_row(report, *row).counts.is_empty();
    let shown: Vec<usize> = match report.headline {
        Some(row) => vec![row],
        None => (0..report.rows.len()).filter(with_figures).collect(),
    };
    let wanted = |row: usize| {
        let record = here.report_row(report, row);
        let what = record.scope.as_deref().or(record.field.as_deref().filter(|_| report.headline.is_none()));
        let label = match what {
            Some(what) => Phrase { text: format!("{}: {what}", name.text), record: name.record },
            None => name.clone(),
        };
        Wanted { report: at, row, label, href: href.clone() }
    };
    shown.into_iter().map(wanted).collect()
}

/// The newest of some reports that has figures for the whole, with the definitions that they use.
pub(super) fn latest(here: &Here<'_>, reports: &[usize]) -> Option<(Latest, Vec<crate::statistics::RateId>)> {
    let (at, row) = reports.iter().rev().find_map(|&at| Some((at, here.headline_row(here.report(at))?)))?;
    let report = here.report(at);
    let (headline, used) = here.headline(&report.section, row);
    let latest = Latest {
        period: here.link_to(PageKind::StatisticsPeriod(here.period_of(at)?))?,
        days: here.days_of(&report.period),
        unit: report.unit.clone().map(Phrase::record),
        headline,
    };
    Some((latest, used))
}
