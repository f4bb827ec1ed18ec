//! One record → a row of an index ranking.

use crate::diag::{RankingProblem, ValueProblem};
use crate::model::{ComponentScore, Edition, Figure, PublishedRank, RankedUnit};
use crate::source::Value;
use crate::text;

use super::column::{Column, Schema, Shape};
use super::record::{Entry, Record};
use super::report::{Report, Spot};
use super::value::part::{is_absent, stated};
use super::words::normal;

/// Most decimals that a published score can have; what lies beyond is noise of a spreadsheet.
const MOST_DECIMALS: usize = 6;

/// Names under which the long form states the total.
const TOTALS: [&str; 5] = ["tong", "tong diem", "tong so diem", "diem tong", "total"];

/// Reads a row; without a unit there is none, and the report says so.
///
/// `name` gives the name of the component that a heading stands for.
pub(super) fn ranked_unit<'a>(
    mut record: Record<'a>,
    name: impl Fn(&'a str) -> &'a str,
    report: &mut Report<'_>,
) -> Option<RankedUnit> {
    let unit = unit(&mut record, report)?;
    let edition = match record.take(Column::Edition) {
        Some(entry) => Some(edition(entry, report)?),
        None => None,
    };
    let (value, maximum) = (score(record.take(Column::Value), report), score(record.take(Column::Maximum), report));
    let part = stated(record.text(Column::Component, report));
    let mut row = RankedUnit {
        index: stated(record.text(Column::Index, report)),
        edition,
        unit,
        code: stated(record.text(Column::Code, report)),
        total: score(record.take(Column::Total), report),
        rank: rank(record.take(Column::Rank), report),
        class: stated(record.text(Column::Class, report)),
        target: score(record.take(Column::Target), report),
        gaps: record.take(Column::Gaps).and_then(|entry| count(entry, report)),
        source: stated(record.text(Column::Source, report)),
        note: stated(record.text(Column::Note, report)),
        is_part: part.is_some(),
        components: Vec::new(),
    };
    let of = record.take(Column::Of).and_then(|entry| count(entry, report));
    if let Some(rank) = &mut row.rank {
        rank.of = rank.of.or(of);
    }
    place_value(&mut row, part, value, maximum.map(|figure| figure.value));
    while let Some(entry) = record.take(Column::Other) {
        let heading = name(entry.spot.heading.unwrap_or_default()).to_owned();
        let figure = score(Some(entry), report);
        row.components.extend(figure.map(|figure| ComponentScore { heading, figure, maximum: None }));
    }
    // Values are taken out in no order; the one of the source decides where unknown headings stand.
    row.components.sort_by(|a, b| a.figure.at.cmp(&b.figure.at));
    record.report_rest(report);
    Some(row)
}

fn unit(record: &mut Record<'_>, report: &mut Report<'_>) -> Option<String> {
    let unit = record.text(Column::Unit, report).map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "));
    if unit.is_none() && record.len() > 0 {
        let column = Schema::of(Shape::Rankings).heading(Column::Unit).to_owned();
        report.add(&record.spot.clone(), ValueProblem::Missing { column }, "");
    }
    unit
}

/// A value of the long form: the total, or the score of a component.
fn place_value(row: &mut RankedUnit, part: Option<String>, value: Option<Figure>, maximum: Option<f64>) {
    let Some(figure) = value else { return };
    match part {
        Some(heading) if !TOTALS.contains(&normal(&heading).as_str()) => {
            row.components.push(ComponentScore { heading, figure, maximum });
        }
        _ if row.total.is_none() => row.total = Some(figure),
        _ => {}
    }
}

/// A year (`2024`, `Năm 2024`) or a day.
fn edition(entry: Entry<'_>, report: &mut Report<'_>) -> Option<Edition> {
    let Entry { value, spot } = entry;
    let written = match value {
        Value::Date(day) => return Some(Edition::Day(day)),
        value => super::record::flatten(value),
    };
    let edition = parse_edition(&written);
    if edition.is_none() {
        report.add(&spot, RankingProblem::NoEdition, &written);
    }
    edition
}

/// Reads a year or day as people write it: `2024`, `Năm 2024`, `10/10/2026`, `2026-10-10`.
#[must_use]
pub fn parse_edition(written: &str) -> Option<Edition> {
    let folded = normal(written);
    let year = folded.strip_prefix("nam ").unwrap_or(&folded);
    if year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()) {
        return year.parse().ok().filter(|year| (1990..=2100).contains(year)).map(Edition::Year);
    }
    text::parse_date(folded.strip_prefix("ngay ").unwrap_or(written)).map(Edition::Day)
}

/// A score: a number, a percentage, or a number out of another.
fn score(entry: Option<Entry<'_>>, report: &mut Report<'_>) -> Option<Figure> {
    let Entry { value, spot } = entry?;
    let figure = match &value {
        Value::Number(number) => figure_of_number(*number, &spot, report),
        Value::Text(text) if is_absent(text) => return None,
        Value::Text(text) => figure_of_text(text, &spot, report),
        _ => None,
    };
    if figure.is_none() {
        report.add(&spot, RankingProblem::BadScore, &super::record::flatten(value));
    }
    figure
}

fn figure_of_number(number: f64, spot: &Spot<'_>, report: &Report<'_>) -> Option<Figure> {
    if !number.is_finite() {
        return None;
    }
    // A spreadsheet keeps 68.11 as the nearest binary number; the shortest text of it is what was typed.
    let shortest = number.to_string();
    let decimals = shortest.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    if decimals <= MOST_DECIMALS {
        return Some(Figure { value: number, decimals: decimals as u8, at: report.locate(spot) });
    }
    let rounded = format!("{number:.MOST_DECIMALS$}");
    let kept = rounded.trim_end_matches('0').split_once('.').map_or(0, |(_, decimals)| decimals.len());
    Some(Figure { value: rounded.parse().ok()?, decimals: kept as u8, at: report.locate(spot) })
}

fn figure_of_text(text: &str, spot: &Spot<'_>, report: &Report<'_>) -> Option<Figure> {
    let written = text.split('/').next().unwrap_or(text).trim().trim_end_matches("điểm").trim_end_matches('%').trim();
    let value = text::parse_decimal(written)?;
    let decimals = written.rsplit_once(['.', ',']).map_or(0, |(_, decimals)| decimals.len());
    Some(Figure { value, decimals: u8::try_from(decimals).unwrap_or(u8::MAX), at: report.locate(spot) })
}

/// A rank: `6`, or `6/11`.
fn rank(entry: Option<Entry<'_>>, report: &mut Report<'_>) -> Option<PublishedRank> {
    let Entry { value, spot } = entry?;
    let written = super::record::flatten(value);
    if is_absent(&written) {
        return None;
    }
    let (rank, of) = written.split_once('/').map_or((written.as_str(), None), |(rank, of)| (rank, Some(of)));
    let whole = |text: &str| text.trim().parse::<u32>().ok().filter(|number| *number > 0);
    let read = whole(rank).filter(|_| of.is_none_or(|of| whole(of).is_some()));
    match read {
        Some(rank) => Some(PublishedRank { rank, of: of.and_then(whole), at: report.locate(&spot) }),
        None => {
            report.add(&spot, RankingProblem::BadRank, &written);
            None
        }
    }
}

fn count(entry: Entry<'_>, report: &mut Report<'_>) -> Option<u32> {
    let Entry { value, spot } = entry;
    let written = super::record::flatten(value);
    let read = text::parse_integer(&written).and_then(|number| u32::try_from(number).ok());
    if read.is_none() && !is_absent(&written) {
        report.unparsed(&spot, &written);
    }
    read
}
