//! Charts of processing reports.

use serde::Serialize;

use crate::chart::{self, Bar, ChartText, Line, NumberStyle, Scale};
use crate::model::{Measure, StatisticsRow};
use crate::statistics::{Bound, LEAST_BARS, LEAST_PERIODS, OUTCOMES, Outcome, RateId, rate};
use crate::view::here::Here;

use super::rates::{bound, key};
use super::short_period_name;

/// A chart on a page.
#[derive(Clone, Debug, Serialize)]
pub struct ChartView {
    /// What it shows, above it.
    pub title: String,
    /// The drawing.
    pub svg: String,
}

impl Here<'_> {
    /// How the dossiers of a row came in and what became of them.
    pub(super) fn composition(&self, row: &StatisticsRow) -> Vec<ChartView> {
        use Measure::{ReceivedDirect, ReceivedDirectPostal, ReceivedOnline, ReceivedPostal};
        let ways = [
            ("stat_online", ReceivedOnline),
            ("stat_direct_postal", ReceivedDirectPostal),
            ("stat_direct", ReceivedDirect),
            ("stat_postal", ReceivedPostal),
        ];
        [self.outcomes(row), self.bars("stat_chart_ways", row, &ways)].into_iter().flatten().collect()
    }

    /// What became of the dossiers of a row.
    pub(super) fn outcomes(&self, row: &StatisticsRow) -> Option<ChartView> {
        self.bars("stat_chart_outcomes", row, &OUTCOMES.map(|measure| (outcome_key(measure), measure)))
    }

    fn bars(&self, title: &str, row: &StatisticsRow, parts: &[(&str, Measure)]) -> Option<ChartView> {
        let bar = |(label, measure): &(&str, Measure)| {
            let number = row.number_of(*measure)?;
            let label = self.words.get(label).to_owned();
            Some(Bar { label, value: Some(number as f64), display: self.count(number), emphasis: false })
        };
        let bars: Vec<Bar> = parts.iter().filter_map(bar).collect();
        let max = bars.iter().filter_map(|bar| bar.value).fold(0.0, f64::max);
        if bars.len() < LEAST_BARS || max <= 0.0 {
            return None;
        }
        let title = self.words.get(title).to_owned();
        let text = ChartText { title: title.clone(), description: chart::describe_bars(&bars, &self.counts(), None) };
        Some(ChartView { title, svg: chart::bars(&text, &bars, max, None) })
    }

    /// Rates on time and dossiers over the reports of a unit, the oldest first.
    pub(super) fn trends(&self, reports: &[usize]) -> Vec<ChartView> {
        let rows: Vec<(String, &StatisticsRow)> = self.comparable(reports);
        if rows.len() < LEAST_PERIODS {
            return Vec::new();
        }
        let categories: Vec<String> = rows.iter().map(|(name, _)| name.clone()).collect();
        let rows: Vec<&StatisticsRow> = rows.into_iter().map(|(_, row)| row).collect();
        let section = reports.last().map_or("", |at| self.report(*at).section.as_str());
        let rate = rows.last().and_then(|row| self.on_time_id(section, row));
        let on_time = rate.map(|id| self.rate_trend(section, id, &categories, &rows));
        on_time
            .into_iter()
            .chain([self.count_trend(&categories, &rows)])
            .filter(|chart| !chart.svg.is_empty())
            .collect()
    }

    /// The headline rows whose periods are like the newest, so that a line may join them.
    fn comparable(&self, reports: &[usize]) -> Vec<(String, &StatisticsRow)> {
        let alike = self.statistics().alike(reports, self.context.catalog).into_iter();
        alike.map(|(at, row)| (short_period_name(self.words, &self.report(at).period), row)).collect()
    }

    fn rate_trend(&self, section: &str, id: RateId, categories: &[String], rows: &[&StatisticsRow]) -> ChartView {
        let point = |row: &&StatisticsRow| match rate(row, id) {
            Outcome::Percent { hundredths, .. } => Some(hundredths as f64 / 100.0),
            Outcome::NothingArose | Outcome::NotPublished => None,
        };
        let name_key = format!("{}_name", key(id));
        let name = self.words.get(&name_key);
        let lines = [Line { name: name.to_owned(), points: rows.iter().map(point).collect() }];
        let target = self.targets_of(section, id).next().map(|target| {
            let words = match target.bound {
                Bound::AtLeast(_) => "stat_chart_at_least",
                Bound::AtMost(_) => "stat_chart_at_most",
            };
            let percent = target.bound.percent();
            let label = self.words.fill(words, &[("percent", &bound(self.lang, percent))]);
            chart::Target { value: percent, label }
        });
        let unit = "%";
        let numbers = NumberStyle { lang: self.lang, decimals: 2, unit };
        let title = format!("{name} ({})", id.id());
        let description = chart::describe_lines(categories, &lines, &numbers, target.as_ref());
        let scale = Scale { numbers, max: Some(100.0).filter(|_| !id.is_of_delay()), ..Scale::default() };
        let text = ChartText { title: title.clone(), description };
        ChartView { title, svg: chart::lines(&text, categories, &lines, scale, target) }
    }

    fn count_trend(&self, categories: &[String], rows: &[&StatisticsRow]) -> ChartView {
        let series = [("stat_received", Measure::Received), ("stat_resolved", Measure::Resolved)];
        let line = |(name, measure): (&str, Measure)| {
            let points: Vec<Option<f64>> =
                rows.iter().map(|row| row.number_of(measure).map(|number| number as f64)).collect();
            points.iter().any(Option::is_some).then(|| Line { name: self.words.get(name).to_owned(), points })
        };
        let lines: Vec<Line> = series.into_iter().filter_map(line).collect();
        let title = self.words.get("stat_chart_counts").to_owned();
        let description = chart::describe_lines(categories, &lines, &self.counts(), None);
        let text = ChartText { title: title.clone(), description };
        let scale = Scale { min: Some(0.0), max: None, numbers: self.counts() };
        ChartView { title, svg: chart::lines(&text, categories, &lines, scale, None) }
    }

    fn counts(&self) -> NumberStyle {
        NumberStyle { lang: self.lang, decimals: 0, unit: "" }
    }
}

/// The label of an outcome.
const fn outcome_key(outcome: Measure) -> &'static str {
    match outcome {
        Measure::ResolvedEarly => "stat_bar_early",
        Measure::ResolvedOnTime => "stat_bar_on_time",
        Measure::ResolvedInTime => "stat_bar_in_time",
        Measure::ResolvedLate => "stat_bar_late",
        Measure::PendingInTime => "stat_bar_pending_in_time",
        _ => "stat_bar_pending_overdue",
    }
}
