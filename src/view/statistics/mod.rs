//! Processing statistics: a section, a period, a unit over time.

mod chart;
mod headline;
pub(super) mod open_data;
mod overview;
mod period;
mod rates;
mod table;
mod unit;

pub use overview::StatisticsView;
pub use period::PeriodView;
pub use unit::UnitView;

pub(super) use overview::view as overview;
pub(super) use period::view as period;
pub(super) use unit::view as unit;

use crate::diag::{Lang, Text};
use crate::model::{Measure, PeriodSpan, ReportPeriod, StatisticsRow};
use crate::plan::PageKind;
use crate::statistics::{PeriodReports, Report, Statistics};
use crate::theme::Words;

use super::here::Here;
use super::link::{Link, Phrase};
use super::wording;

/// Roman numbers of the quarters.
const ROMAN: [&str; 4] = ["I", "II", "III", "IV"];

/// The name of a period: "Quý III năm 2026", "Quarter 3, 2026"; its own words where it is not known.
pub(super) fn period_name(words: &Words, period: &ReportPeriod) -> Phrase {
    Phrase::interface(match period.span {
        PeriodSpan::Unknown if period.words.is_empty() => words.get("stat_period_unknown").to_owned(),
        PeriodSpan::Unknown => return Phrase::record(period.words.clone()),
        _ => name_of_span(words, period.span, "stat_period"),
    })
}

/// The name in short, for charts: "Q.III/2026", "Q3 2026".
fn short_period_name(words: &Words, period: &ReportPeriod) -> String {
    match period.span {
        PeriodSpan::Unknown => period.words.clone(),
        span => name_of_span(words, span, "stat_short"),
    }
}

fn name_of_span(words: &Words, span: PeriodSpan, prefix: &str) -> String {
    let day = |day| wording::date(words.lang(), day);
    let fill = |key: &str, values: &[(&str, &str)]| words.fill(&format!("{prefix}_{key}"), values);
    match span {
        PeriodSpan::Month { year, month } => {
            fill("month", &[("month", &month.to_string()), ("year", &year.to_string())])
        }
        PeriodSpan::Quarter { year, quarter } => {
            let roman = usize::try_from(quarter - 1).ok().and_then(|at| ROMAN.get(at)).copied().unwrap_or_default();
            fill("quarter", &[("roman", roman), ("quarter", &quarter.to_string()), ("year", &year.to_string())])
        }
        PeriodSpan::HalfYear { year, half: 1 } => fill("first_half", &[("year", &year.to_string())]),
        PeriodSpan::HalfYear { year, .. } => fill("second_half", &[("year", &year.to_string())]),
        PeriodSpan::NineMonths { year } => fill("nine_months", &[("year", &year.to_string())]),
        PeriodSpan::Year { year } => fill("year", &[("year", &year.to_string())]),
        PeriodSpan::YearTo { day: last } => fill("year_to", &[("day", &day(last))]),
        PeriodSpan::Range { from, to } => fill("range", &[("from", &day(from)), ("to", &day(to))]),
        PeriodSpan::Unknown => String::new(),
    }
}

impl<'c> Here<'c> {
    /// The section of processing reports in a folder.
    pub(super) fn statistics_section(&self, folder: &str) -> Option<PageKind> {
        let lang = self.context.config.default_language;
        let own = |section: &crate::content::Section| section.folder == folder && section.lang == lang;
        self.context.content.sections.iter().position(own).map(PageKind::Statistics)
    }

    fn statistics(&self) -> &'c Statistics {
        self.context.statistics
    }

    fn report(&self, at: usize) -> &'c Report {
        &self.context.statistics.reports[at]
    }

    /// A row of a report.
    fn report_row(&self, report: &Report, row: usize) -> &'c StatisticsRow {
        &self.context.catalog.statistics[report.rows[row]].record
    }

    /// The row for the whole of a report.
    fn headline_row(&self, report: &Report) -> Option<&'c StatisticsRow> {
        report.headline.map(|row| self.report_row(report, row))
    }

    /// The days of a report: published, else by the calendar; nothing where they are the name itself.
    fn days_of(&self, period: &ReportPeriod) -> Option<String> {
        let (from, to) = period.days()?;
        let says_itself = matches!(period.span, PeriodSpan::Range { .. });
        (!says_itself).then(|| self.words.fill("stat_days", &[("from", &self.date(from)), ("to", &self.date(to))]))
    }

    /// A link to the page of a unit.
    fn unit_link(&self, report: &Report) -> Option<Link> {
        let key = crate::text::heading_key(report.unit.as_deref()?);
        let units = self.statistics().units.iter();
        let same = |unit: &crate::statistics::UnitReports| {
            unit.section == report.section && crate::text::heading_key(&unit.name) == key
        };
        let at = units.into_iter().position(same)?;
        self.link_to(PageKind::StatisticsUnit(at))
    }

    /// The period to which a report belongs.
    fn period_of(&self, report: usize) -> Option<usize> {
        self.statistics().periods.iter().position(|period: &PeriodReports| period.reports.contains(&report))
    }

    /// A count as the language writes it.
    fn count(&self, number: u64) -> String {
        match self.lang {
            Lang::Vi => crate::text::format_integer(number),
            Lang::En => crate::text::format_integer_en(number),
        }
    }

    /// A number of days as the language writes it; the words of the source where they are no number.
    fn days(&self, words: &str) -> String {
        let number = crate::text::parse_decimal(words);
        number.map_or_else(
            || words.to_owned(),
            |number| match self.lang {
                Lang::Vi => crate::text::format_decimal(number, 4),
                Lang::En => crate::text::format_decimal_en(number, 4),
            },
        )
    }

    /// The words of a contradiction in the page's language.
    fn flag_words(&self, text: Text) -> String {
        text.into_lang(self.lang).0
    }

    /// The name of a figure with a capital letter, where it stands alone.
    fn measure_name(&self, measure: Measure) -> &'c str {
        self.words.get(measure_key(measure))
    }
}

/// Key of the name under which a figure stands in a table, below the name of its group.
const fn measure_key(measure: Measure) -> &'static str {
    match measure {
        Measure::Received | Measure::Resolved | Measure::Pending => "stat_total",
        Measure::ReceivedOnline => "stat_online",
        Measure::ReceivedDirectPostal => "stat_direct_postal",
        Measure::ReceivedDirect => "stat_direct",
        Measure::ReceivedPostal => "stat_postal",
        Measure::CarriedOver => "stat_carried_over",
        Measure::ResolvedEarly => "stat_early",
        Measure::ResolvedOnTime => "stat_on_time",
        Measure::ResolvedInTime => "stat_in_time",
        Measure::ResolvedLate | Measure::PendingOverdue => "stat_late",
        Measure::PendingInTime => "stat_pending_in_time",
        Measure::Apologies => "stat_apologies",
    }
}
