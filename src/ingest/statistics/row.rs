//! One row → a row of a processing report.

use std::collections::BTreeMap;

use crate::diag::{Position, ValueProblem};
use crate::ingest::column::Column;
use crate::ingest::record::{Entry, Record, flatten};
use crate::ingest::report::{Report, Spot};
use crate::ingest::value::part::stated;
use crate::ingest::value::scalar::date;
use crate::ingest::words::{normal, words};
use crate::model::{Count, Measure, PeriodSpan, PublishedRate, ReportPeriod, RowRole, StatisticsRow};
use crate::source::{Origin, Value};
use crate::text;

use super::{Head, MEASURES, period};

/// Reads a row; lines of signatures and blank lines of the form give none.
pub(in crate::ingest) fn row(mut record: Record<'_>, head: &Head, report: &mut Report<'_>) -> Option<StatisticsRow> {
    let mut number = stated(record.text(Column::Ordinal, report));
    let mut field = stated(record.text(Column::Field, report));
    // "TỔNG CỘNG" and section names stand in the first of merged cells, which is the column of numbers.
    if field.is_none() && number.as_deref().is_some_and(|number| !is_ordinal(number)) {
        field = number.take();
    }
    let counts = counts(&mut record);
    if is_no_row(&counts, number.as_deref(), field.as_deref()) {
        return None;
    }
    let unit = stated(record.text(Column::Unit, report));
    let (unit, field) = match (&head.unit, unit) {
        // Where the form names the reporting unit, a unit in the row is what the row counts.
        (Some(reporting), Some(row)) => (Some(reporting.clone()), field.or(Some(row))),
        (reporting, row) => (row.or_else(|| reporting.clone()), field),
    };
    let mut found = StatisticsRow {
        period: period_of(&mut record, head, report),
        unit,
        unit_code: stated(record.text(Column::Code, report)),
        scope: stated(record.text(Column::Scope, report)),
        field,
        number,
        role: RowRole::Line,
        counts: BTreeMap::new(),
        average_days: stated(record.text(Column::AverageDays, report)),
        on_time_rate: rate(record.take(Column::OnTimeRate), report),
        form: head.form.clone(),
        source: stated(record.text(Column::Source, report)),
        note: stated(record.text(Column::Note, report)),
    };
    report_unreadable(&counts, report);
    found.counts = counts.into_iter().map(|(measure, (count, _))| (measure, count)).collect();
    found.role = role(&found);
    record.report_rest(report);
    Some(found)
}

type Counts<'a> = BTreeMap<Measure, (Count, Spot<'a>)>;

fn counts<'a>(record: &mut Record<'a>) -> Counts<'a> {
    let mut counts = BTreeMap::new();
    for (column, measure) in MEASURES {
        if let Some(Entry { value, spot }) = record.take(column) {
            let number = whole(&value);
            let words = flatten(value).trim().into();
            counts.insert(measure, (Count { number, words, place: place(&spot.origin) }, spot));
        }
    }
    counts
}

/// The count in a cell, where it says one plainly.
fn whole(value: &Value) -> Option<u64> {
    // Numbers of spreadsheets are floats; up to here each whole one has a value of its own.
    const LARGEST: f64 = 9_007_199_254_740_992.0;
    match value {
        Value::Number(number) if number.fract() == 0.0 && (0.0..LARGEST).contains(number) => Some(*number as u64),
        Value::Text(text) => text::parse_integer(text),
        _ => None,
    }
}

const fn place(origin: &Origin) -> Position {
    match origin {
        Origin::Sheet { row, column } => Position { line: *row, column: *column },
        Origin::Text(position) => *position,
        Origin::Pointer { .. } => Position { line: 0, column: 0 },
    }
}

/// A dash: the source says that there is nothing to count.
fn is_dash(words: &str) -> bool {
    !words.is_empty() && words.chars().all(|letter| matches!(letter, '-' | '–' | '—' | '/' | '.' | '…'))
}

/// Whether a row holds no figures but words in their columns, as the lines of signatures do, or nothing at all.
fn is_no_row(counts: &Counts<'_>, number: Option<&str>, field: Option<&str>) -> bool {
    let readable = |(count, _): &(Count, Spot<'_>)| count.number.is_some() || is_dash(&count.words);
    let has_figures = counts.values().any(readable);
    let is_numbered = number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.'));
    match (has_figures, counts.is_empty()) {
        (true, _) => false,
        (false, true) => field.is_none(),
        (false, false) => !is_numbered,
    }
}

fn report_unreadable(counts: &Counts<'_>, report: &mut Report<'_>) {
    for (count, spot) in counts.values() {
        if count.number.is_none() && !is_dash(&count.words) {
            report.add(spot, ValueProblem::CountUnparsed, &count.words);
        }
    }
}

/// Whether a text numbers a row: `1`, `1.2`, `IV`, `A`, `(1)`.
fn is_ordinal(text: &str) -> bool {
    let text = text.trim_matches(['(', ')', '.', ' ']);
    let digits = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    digits || is_roman(text) || is_letter(text)
}

fn is_roman(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| b"IVX".contains(&byte))
}

fn is_letter(text: &str) -> bool {
    matches!(text.as_bytes(), [b'A'..=b'H'])
}

/// A total by its label; a heading by its number, or by having no figures.
fn role(row: &StatisticsRow) -> RowRole {
    let number = row.number.as_deref().map(|number| number.trim_matches(['(', ')', '.', ' ']));
    let is_total = |label: &str| words().totals.contains(&normal(label.split('(').next().unwrap_or(label)));
    match number {
        _ if row.field.as_deref().or(row.scope.as_deref()).is_some_and(is_total) => RowRole::Total,
        Some(number) if is_letter(number) => RowRole::Heading { level: 0 },
        Some(number) if is_roman(number) => RowRole::Heading { level: 1 },
        _ if row.counts.is_empty() => RowRole::Heading { level: 1 },
        _ => RowRole::Line,
    }
}

/// The period of the row's own columns, else that above the table.
fn period_of(record: &mut Record<'_>, head: &Head, report: &mut Report<'_>) -> ReportPeriod {
    let days = (date(record.take(Column::ValidFrom), report), date(record.take(Column::ValidTo), report));
    let named = record.take(Column::Period).map(|entry| {
        let is_text = matches!(entry.value, Value::Text(_) | Value::Number(_));
        let (spot, words) = (entry.spot, flatten(entry.value));
        // A date cell may have been "3/2026" before the spreadsheet took it for a day.
        let found = if is_text { period::parse(&words) } else { ReportPeriod::default() };
        (ReportPeriod { words: words.clone(), ..found }, spot)
    });
    let mut period = match (named, days) {
        (Some((mut named, spot)), (from, to)) => {
            named.span = match (named.span, from, to) {
                (PeriodSpan::Unknown, Some(from), Some(to)) if from <= to => period::of_days(from, to).span,
                (span, _, _) => span,
            };
            if named.span == PeriodSpan::Unknown {
                report.add(&spot, ValueProblem::PeriodUnparsed, &named.words);
            }
            named
        }
        (None, (Some(from), Some(to))) if from <= to => period::of_days(from, to),
        (None, _) => match &head.period {
            Some(period) => period.clone(),
            None => {
                if !head.lacks_period {
                    report.add(&record.spot, ValueProblem::PeriodUnparsed, "");
                }
                ReportPeriod::default()
            }
        },
    };
    period.from = days.0.or(period.from);
    period.to = days.1.or(period.to);
    period
}

/// A rate that the source printed; a number of a spreadsheet up to 1 is a share, as percentages are stored there.
fn rate(entry: Option<Entry<'_>>, report: &mut Report<'_>) -> Option<PublishedRate> {
    let Entry { value, spot } = entry?;
    let percent = match &value {
        Value::Number(share) if (0.0..=1.0).contains(share) => Some(share * 100.0),
        Value::Number(percent) => Some(*percent),
        Value::Text(words) => text::parse_percent(words),
        _ => None,
    };
    let percent = percent.filter(|percent| (0.0..=100.0).contains(percent));
    let words = match (&value, percent) {
        (Value::Number(_), Some(percent)) => text::format_percent(percent),
        _ => flatten(value),
    };
    if percent.is_none() && !is_dash(&words) {
        report.add(&spot, ValueProblem::RateUnparsed, &words);
    }
    Some(PublishedRate { percent, words })
}
