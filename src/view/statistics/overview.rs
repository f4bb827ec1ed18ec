//! A section of processing reports: the latest figures, the trend, and the way to every period and unit.

use serde::Serialize;

use crate::model::Measure;
use crate::plan::PageKind;
use crate::statistics::{PeriodReports, UnitReports};
use crate::view::Page;
use crate::view::here::Here;
use crate::view::link::{Link, Phrase};

use super::chart::ChartView;
use super::period_name;
use super::rates::{Definition, RateView};
use super::unit::{Latest, latest};

/// What the page of the section shows.
#[derive(Clone, Debug, Serialize)]
pub struct StatisticsView {
    /// Head, navigation and footer.
    pub page: Page,
    /// Text of the section, HTML.
    pub html: String,
    /// Whether that text is in the page's language.
    pub translated: bool,
    /// The latest figures of the unit that reports most.
    pub latest: Option<Latest>,
    /// Charts of that unit.
    pub charts: Vec<ChartView>,
    /// The periods, the newest first.
    pub periods: Vec<PeriodRow>,
    /// The units, where there is more than one.
    pub units: Vec<UnitRow>,
    /// Definitions of the rates.
    pub definitions: Vec<Definition>,
}

/// A period in the list.
#[derive(Clone, Debug, Serialize)]
pub struct PeriodRow {
    /// Link to it.
    pub link: Link,
    /// How many units reported, in words.
    pub units: String,
    /// Received; nothing where several units reported.
    pub received: Option<String>,
    /// Resolved.
    pub resolved: Option<String>,
    /// On time.
    pub on_time: Option<RateView>,
    /// How many remarks there are about the figures, in words.
    pub flags: Option<String>,
}

/// A unit in the list.
#[derive(Clone, Debug, Serialize)]
pub struct UnitRow {
    /// Link to it.
    pub link: Link,
    /// How many periods it reported, in words.
    pub periods: String,
    /// Its newest period.
    pub newest: Phrase,
}

pub(in crate::view) fn view(here: &mut Here<'_>, section: usize) -> StatisticsView {
    let text = here.section_markdown(section);
    let here = &*here;
    let folder = here.context.content.sections[section].folder.as_str();
    let units: Vec<(usize, &UnitReports)> =
        here.statistics().units.iter().enumerate().filter(|(_, unit)| unit.section == folder).collect();
    let periods: Vec<PeriodRow> = here
        .statistics()
        .periods
        .iter()
        .enumerate()
        .filter(|(_, period)| period.section == folder)
        .filter_map(|(at, period)| period_row(here, at, period))
        .collect();
    let main = main_reports(here, folder, &units);
    let main = if is_up_to_date(here, folder, &main) { main } else { Vec::new() };
    let latest = latest(here, &main);
    let mut definitions = latest.as_ref().map(|(_, used)| used.clone()).unwrap_or_default();
    let targets = here.statistics().targets.iter().filter(|target| target.is_for(folder));
    definitions.extend(targets.map(|target| target.rate));
    let shown = periods.iter().filter_map(|row| crate::statistics::RateId::parse(row.on_time.as_ref()?.id));
    definitions.extend(shown);
    StatisticsView {
        page: here.page(here.context.section_title(section, here.lang), &text.description, Vec::new()),
        html: text.html,
        translated: text.translated,
        latest: latest.map(|(latest, _)| latest),
        charts: here.trends(&main),
        units: if units.len() > 1 {
            units.iter().filter_map(|unit| unit_row(here, *unit)).collect()
        } else {
            Vec::new()
        },
        periods,
        definitions: here.definitions(folder, definitions),
    }
}

/// The reports of the unit with the most of them, the oldest first; all reports where no unit is named.
fn main_reports(here: &Here<'_>, folder: &str, units: &[(usize, &UnitReports)]) -> Vec<usize> {
    let most = units.iter().rev().max_by_key(|(_, unit)| unit.reports.len());
    match most {
        Some((_, unit)) => unit.reports.clone(),
        None => {
            let own = here.statistics().periods.iter().filter(|period| period.section == folder);
            own.rev().flat_map(|period| period.reports.iter().copied()).collect()
        }
    }
}

/// Whether reports reach into the newest period of a section; else their latest figures are not those of the section.
fn is_up_to_date(here: &Here<'_>, folder: &str, reports: &[usize]) -> bool {
    let newest = here.statistics().periods.iter().find(|period| period.section == folder);
    newest.zip(reports.last()).is_some_and(|(period, last)| period.reports.contains(last))
}

fn period_row(here: &Here<'_>, at: usize, period: &PeriodReports) -> Option<PeriodRow> {
    let flags: usize = period.reports.iter().map(|report| here.report(*report).flags.len()).sum();
    let only = match period.reports.as_slice() {
        [report] => here.headline_row(here.report(*report)),
        _ => None,
    };
    let count = |measure: Measure| only.and_then(|row| row.number_of(measure)).map(|number| here.count(number));
    Some(PeriodRow {
        link: here.link_to(PageKind::StatisticsPeriod(at))?,
        units: here.words.count("stat_units_counted", period.reports.len()),
        received: count(Measure::Received),
        resolved: count(Measure::Resolved),
        on_time: only
            .and_then(|row| Some(here.rate_view(&period.section, row, here.on_time_id(&period.section, row)?))),
        flags: (flags > 0).then(|| here.words.count("stat_flags", flags)),
    })
}

fn unit_row(here: &Here<'_>, (at, unit): (usize, &UnitReports)) -> Option<UnitRow> {
    let newest = unit.reports.last().map(|report| period_name(here.words, &here.report(*report).period));
    Some(UnitRow {
        link: here.link_to(PageKind::StatisticsUnit(at))?,
        periods: here.words.count("stat_periods", unit.reports.len()),
        newest: newest.unwrap_or_default(),
    })
}
