//! Changes that the source records.

use super::lines::{filled_lines, without_bullet};
use super::scalar::date;
use crate::ingest::column::{Column, Shape};
use crate::ingest::record::{Entry, Record};
use crate::ingest::report::Report;
use crate::model::Change;
use crate::source::Value;
use crate::text;

/// The changes of a cell, newest first: lines `20/11/2026: what`, or `{ date, what, basis }`.
pub(in crate::ingest) fn changes(entry: Option<Entry<'_>>, report: &mut Report<'_>) -> Vec<Change> {
    let mut found = Vec::new();
    for item in entry.map(Entry::into_items).unwrap_or_default() {
        match item {
            Entry { value: Value::Map(entries), spot } => {
                let mut record = Record::nested(Shape::Change, entries, spot, report);
                let date = date(record.take(Column::Date), report);
                let what = record.text(Column::What, report).unwrap_or_default();
                let basis = record.text(Column::Basis, report);
                record.report_rest(report);
                found.push(Change { date, what, basis });
            }
            item => {
                let Some((text, _)) = item.into_text(report) else { continue };
                found.extend(filled_lines(&text).map(|line| change_of_line(without_bullet(line))));
            }
        }
    }
    found.sort_by_key(|change| std::cmp::Reverse(change.date));
    found
}

/// `20/11/2026: what`; a line without a day is kept whole.
fn change_of_line(line: &str) -> Change {
    if let Some((day, what)) = line.split_once(':')
        && let Some(date) = text::parse_date(day)
    {
        return Change { date: Some(date), what: what.trim().to_owned(), basis: None };
    }
    Change { date: None, what: line.to_owned(), basis: None }
}
