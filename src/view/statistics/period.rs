//! One period: every unit that reported, with counts, rates and what does not agree.

use serde::Serialize;

use crate::plan::PageKind;
use crate::statistics::{CarryOver, PeriodReports, Report};
use crate::view::here::Here;
use crate::view::link::{Link, Outside, Phrase};
use crate::view::{DataLink, Page};

use super::chart::ChartView;
use super::headline::Headline;
use super::rates::Definition;
use super::table::{TableBuilder, Tables, Wanted};

/// What the page of a period shows.
#[derive(Clone, Debug, Serialize)]
pub struct PeriodView {
    /// Head, navigation and footer.
    pub page: Page,
    /// The section, above the title.
    pub section: Phrase,
    /// First and last day.
    pub days: Option<String>,
    /// The words of the source, where they could not be understood.
    pub unknown: Option<String>,
    /// The reports.
    pub reports: Vec<ReportView>,
    /// The period before.
    pub earlier: Option<Link>,
    /// The period after.
    pub later: Option<Link>,
    /// The figures as files.
    pub files: Vec<DataLink>,
    /// Definitions of the rates.
    pub definitions: Vec<Definition>,
}

/// One report, or several that have one row each.
#[derive(Clone, Debug, Serialize)]
pub struct ReportView {
    /// Anchor.
    pub id: String,
    /// The unit.
    pub title: Phrase,
    /// Link to the unit over time.
    pub href: Option<String>,
    /// Number of the form.
    pub form: Option<String>,
    /// Whether those received include those carried over, in words.
    pub carry_over: Option<String>,
    /// The figures to begin with.
    pub headline: Option<Headline>,
    /// Charts.
    pub charts: Vec<ChartView>,
    /// Counts and rates.
    pub tables: Tables,
    /// Remarks of the source: what they are about, and their words.
    pub remarks: Vec<Remark>,
    /// Where the figures come from.
    pub sources: Vec<SourceNote>,
}

/// A remark of the source.
#[derive(Clone, Debug, Serialize)]
pub struct Remark {
    /// The row it is about, where it is about one.
    pub row: Option<String>,
    /// Its words.
    pub text: String,
}

/// A source of figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SourceNote {
    /// Its name; nothing where the unit publishes its own figures.
    pub name: Option<String>,
    /// Its address.
    pub url: Option<Outside>,
    /// Day on which it was taken over.
    pub retrieved: Option<String>,
}

pub(in crate::view) fn view(here: &Here<'_>, at: usize) -> PeriodView {
    let period = &here.statistics().periods[at];
    let mut builder = TableBuilder::new(here);
    let mut definitions = Vec::new();
    let reports = reports(here, period, &mut builder, &mut definitions);
    definitions.append(&mut builder.definitions);
    let section = here.statistics_section(&period.section);
    let title = here.title_of(PageKind::StatisticsPeriod(at));
    let section_title = section.map(|kind| here.title_of(kind)).unwrap_or_default();
    let description =
        here.words.fill("stat_period_description", &[("period", &title.text), ("section", &section_title.text)]);
    let neighbour = |at: Option<usize>| {
        let at = at?;
        let same = here.statistics().periods.get(at).is_some_and(|other| other.section == period.section);
        same.then(|| here.link_to(PageKind::StatisticsPeriod(at)))?
    };
    PeriodView {
        page: here.page(title, &description, section.and_then(|kind| here.link_to(kind)).into_iter().collect()),
        section: section_title,
        days: here.days_of(&period.period),
        unknown: period.period.days().is_none().then(|| period.period.words.clone()),
        reports,
        files: here.data_links(PageKind::StatisticsPeriod(at)),
        // Periods are listed with the newest first.
        earlier: neighbour(Some(at + 1)),
        later: neighbour(at.checked_sub(1)),
        definitions: here.definitions(&period.section, definitions),
    }
}

/// Reports of several rows each by itself; those of one row together, as units to be compared.
fn reports(
    here: &Here<'_>,
    period: &PeriodReports,
    builder: &mut TableBuilder<'_, '_>,
    definitions: &mut Vec<crate::statistics::RateId>,
) -> Vec<ReportView> {
    let is_single = |at: &usize| here.report(*at).rows.len() == 1;
    let singles: Vec<usize> = period.reports.iter().copied().filter(is_single).collect();
    let together = singles.len() > 1;
    let mut views = Vec::new();
    if together {
        views.push(compared(here, &singles, builder));
    }
    for &at in period.reports.iter().filter(|at| !(together && is_single(at))) {
        let (view, used) = report(here, at, views.len() + 1, builder);
        views.push(view);
        definitions.extend(used);
    }
    views
}

fn report(
    here: &Here<'_>,
    at: usize,
    number: usize,
    builder: &mut TableBuilder<'_, '_>,
) -> (ReportView, Vec<crate::statistics::RateId>) {
    let report = here.report(at);
    let link = here.unit_link(report);
    let id = format!("bao-cao-{number}");
    let wanted =
        (0..report.rows.len()).map(|row| Wanted { report: at, row, label: label(here, report, row), href: None });
    let tables = builder.tables(&format!("dong-{number}"), here.words.get("stat_line"), wanted.collect());
    let headline = here.headline_row(report).map(|row| (here.headline(&report.section, row), here.composition(row)));
    let (headline, charts) = headline.map_or((None, Vec::new()), |(head, charts)| (Some(head), charts));
    let (headline, used) = headline.map_or((None, Vec::new()), |(head, used)| (Some(head), used));
    let view = ReportView {
        id,
        title: title(here, report),
        href: link.map(|link| link.href),
        form: here.report_row(report, 0).form.clone(),
        carry_over: carry_over(here, report),
        headline,
        charts,
        tables,
        remarks: remarks(here, report),
        sources: sources(here, [at]),
    };
    (view, used)
}

/// Reports of one row each in one table.
fn compared(here: &Here<'_>, reports: &[usize], builder: &mut TableBuilder<'_, '_>) -> ReportView {
    let wanted = reports.iter().map(|&at| {
        let report = here.report(at);
        let label = match here.report_row(report, 0).scope.as_deref().zip(report.unit.as_deref()) {
            Some((scope, unit)) => Phrase::record(format!("{unit}: {scope}")),
            None => title(here, report),
        };
        Wanted { report: at, row: 0, label, href: here.unit_link(report).map(|link| link.href) }
    });
    let tables = builder.tables("dong-1", here.words.get("stat_unit"), wanted.collect());
    ReportView {
        id: "bao-cao-1".to_owned(),
        title: Phrase::interface(here.words.get("stat_units")),
        href: None,
        form: None,
        carry_over: None,
        headline: None,
        charts: Vec::new(),
        tables,
        remarks: reports.iter().flat_map(|at| remarks(here, here.report(*at))).collect(),
        sources: sources(here, reports.iter().copied()),
    }
}

fn title(here: &Here<'_>, report: &Report) -> Phrase {
    match &report.unit {
        Some(unit) => Phrase::record(unit.clone()),
        None => Phrase::interface(here.words.get("stat_unit_unknown")),
    }
}

/// What a row counts, with its number.
fn label(here: &Here<'_>, report: &Report, row: usize) -> Phrase {
    let record = here.report_row(report, row);
    let name = match (record.field.as_deref(), record.scope.as_deref()) {
        (Some(field), Some(scope)) => format!("{field} ({scope})"),
        (Some(name), None) | (None, Some(name)) => name.to_owned(),
        (None, None) => return Phrase::interface(here.words.get("stat_whole")),
    };
    Phrase::record(match &record.number {
        Some(number) => format!("{number}. {name}"),
        None => name,
    })
}

fn carry_over(here: &Here<'_>, report: &Report) -> Option<String> {
    let key = match report.carry_over {
        CarryOver::Included => "stat_carry_included",
        CarryOver::Excluded => "stat_carry_excluded",
        CarryOver::Mixed => "stat_carry_mixed",
        CarryOver::Unknown => return None,
    };
    Some(here.words.get(key).to_owned())
}

/// Remarks beside the rows and below the table.
fn remarks(here: &Here<'_>, report: &Report) -> Vec<Remark> {
    let beside = (0..report.rows.len()).filter_map(|row| {
        let text = here.report_row(report, row).note.clone()?;
        let alone = report.rows.len() == 1;
        let name = if alone { title(here, report) } else { label(here, report, row) };
        Some(Remark { row: Some(name.text), text })
    });
    let below = report.remarks.iter().filter_map(|at| here.context.catalog.statistics[*at].record.label());
    beside.chain(below.map(|text| Remark { row: None, text: text.to_owned() })).collect()
}

/// The sources of reports: as the rows say, else as their file's section says; each once.
pub(super) fn sources(here: &Here<'_>, reports: impl IntoIterator<Item = usize>) -> Vec<SourceNote> {
    let mut notes: Vec<SourceNote> = Vec::new();
    for at in reports.into_iter().flat_map(|at| here.report(at).rows.iter()) {
        let sourced = &here.context.catalog.statistics[*at];
        let from = here.context.catalog.provenances.get(sourced.provenance);
        let note = SourceNote {
            name: sourced.record.source.clone().or_else(|| from?.source.clone()),
            url: from.and_then(|from| from.source_url.as_deref()).and_then(Outside::web),
            retrieved: from.and_then(|from| from.retrieved).map(|day| here.date(day)),
        };
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
    notes
}
