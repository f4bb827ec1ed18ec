//! One row or nested object, its values by column.

use crate::diag::ColumnProblem;
use crate::source::{Cell, Origin, Value};

use super::column::{Column, Schema, Shape};
use super::report::{Report, Spot};

/// A value with its place.
#[derive(Debug)]
pub(super) struct Entry<'a> {
    pub(super) value: Value,
    pub(super) spot: Spot<'a>,
}

/// The values of one row or nested object; each is taken out once.
pub(super) struct Record<'a> {
    /// Where the row or object begins.
    pub(super) spot: Spot<'a>,
    entries: Vec<(Column, Entry<'a>)>,
}

impl<'a> Entry<'a> {
    pub(super) fn new(cell: Cell, heading: Option<&'a str>) -> Self {
        Self { value: cell.value, spot: Spot { origin: cell.origin, heading } }
    }

    /// The text, with its place.
    ///
    /// Numbers, truth values and dates become text as a person would write them; a list becomes one line an item.
    /// An object where text belongs is reported, and its values are kept as text.
    pub(super) fn into_text(self, report: &mut Report<'_>) -> Option<(String, Spot<'a>)> {
        let Self { value, spot } = self;
        let text = match value {
            Value::Text(text) => text,
            Value::Map(_) => {
                let text = flatten(value);
                report.unparsed(&spot, &text);
                text
            }
            other => flatten(other),
        };
        (!text.trim().is_empty()).then_some((text, spot))
    }

    /// The items of a list, or the value itself as the only one.
    pub(super) fn into_items(self) -> Vec<Self> {
        let Self { value, spot } = self;
        match value {
            Value::List(cells) => cells.into_iter().map(|cell| Self::new(cell, spot.heading)).collect(),
            Value::Empty => Vec::new(),
            value => vec![Self { value, spot }],
        }
    }

    /// Whether the value is a list or an object.
    pub(super) const fn is_nested(&self) -> bool {
        matches!(self.value, Value::List(_) | Value::Map(_))
    }
}

impl<'a> Record<'a> {
    /// The entries of a nested object; keys that its shape does not know are reported.
    pub(super) fn nested(
        shape: Shape,
        entries: Vec<(String, Cell)>,
        spot: Spot<'a>,
        report: &mut Report<'_>,
    ) -> Record<'a> {
        let schema = Schema::of(shape);
        let mut known = Vec::with_capacity(entries.len());
        for (key, cell) in entries {
            match schema.find(&key) {
                Some(column) if column.id == Column::Ignored => {}
                Some(column) => known.push((column.id, Entry::new(cell, spot.heading))),
                None => {
                    let place = Spot { origin: cell.origin, heading: spot.heading };
                    let nearest = schema.nearest(&key);
                    report.add(&place, ColumnProblem::Unknown { heading: key.clone(), nearest }, &flatten(cell.value));
                }
            }
        }
        Self { spot, entries: known }
    }

    /// The entries of a row, given the column and heading of each cell.
    pub(super) fn row(
        origin: Origin,
        cells: Vec<Cell>,
        columns: impl Iterator<Item = (Option<Column>, &'a str)>,
    ) -> Record<'a> {
        let named = cells.into_iter().zip(columns);
        let entries = named
            .filter(|(cell, _)| !cell.value.is_empty())
            .filter_map(|(cell, (column, heading))| Some((column?, Entry::new(cell, Some(heading)))))
            .filter(|(column, _)| *column != Column::Ignored)
            .collect();
        Self { spot: Spot { origin, heading: None }, entries }
    }

    /// A record without values.
    pub(super) fn empty(spot: Spot<'a>) -> Self {
        Self { spot, entries: Vec::new() }
    }

    /// Takes the value of a column, where there is one.
    pub(super) fn take(&mut self, column: Column) -> Option<Entry<'a>> {
        let at = self.entries.iter().position(|(found, entry)| *found == column && !entry.value.is_empty())?;
        Some(self.entries.swap_remove(at).1)
    }

    /// Takes the text of a column.
    pub(super) fn text(&mut self, column: Column, report: &mut Report<'_>) -> Option<String> {
        self.take(column)?.into_text(report).map(|(text, _)| text)
    }

    /// How many values are left.
    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    /// What was not taken, as text: nothing of the source is dropped in silence.
    pub(super) fn report_rest(self, report: &mut Report<'_>) {
        for (_, entry) in self.entries {
            if !entry.value.is_empty() {
                report.unparsed(&entry.spot, &flatten(entry.value));
            }
        }
    }
}

/// A value as text: numbers without needless decimals, lists one item a line, objects one value a line.
pub(super) fn flatten(value: Value) -> String {
    match value {
        Value::Empty => String::new(),
        Value::Text(text) => text,
        Value::Number(number) => number.to_string(),
        Value::Bool(true) => "có".to_owned(),
        Value::Bool(false) => "không".to_owned(),
        Value::Date(date) => crate::text::format_date(date),
        Value::List(cells) => join_lines(cells.into_iter().map(|cell| flatten(cell.value))),
        Value::Map(entries) => join_lines(entries.into_iter().map(|(_, cell)| flatten(cell.value))),
    }
}

fn join_lines(parts: impl Iterator<Item = String>) -> String {
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}
