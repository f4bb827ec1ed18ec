//! Headings → columns.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::diag::{ColumnProblem, Diagnostic};
use crate::source::{Heading, Origin, Row, Table, Value};
use crate::text;

use super::column::{Column, Schema};

/// A heading row is looked for in this many rows; above it stand mottoes and titles.
const HEADER_SEARCH: usize = 15;

/// Which column each cell of a row belongs to.
#[derive(Debug)]
pub(super) struct Mapping {
    columns: Vec<(Option<Column>, String)>,
    /// Row or line of the heading row, where the headings stand among the rows.
    header_line: Option<u32>,
    /// Whether every mandatory column is there.
    is_complete: bool,
    /// Headings of `[data.columns]` that were found.
    pub(super) matched: BTreeSet<String>,
    /// Names that `[data.columns]` gives to components, by heading.
    renamed: BTreeMap<String, String>,
}

/// A heading and the column that it was found to name.
pub(super) struct Found {
    /// The heading, with the headings above it where it stands under some.
    pub(super) heading: Heading,
    /// Its column.
    pub(super) column: Option<Column>,
    /// The key of `[data.columns]` that names it.
    pub(super) key: Option<String>,
}

/// `[data.columns]`, resolved: folded heading → column, heading as the user wrote it, and for a component the name
/// that it is given.
pub(super) type Overrides = BTreeMap<String, (Column, String, Option<String>)>;

/// Resolves `[data.columns]`; entries that name no column are handed back as problems.
pub(super) fn overrides(schema: &Schema, columns: &BTreeMap<String, String>) -> (Overrides, Vec<ColumnProblem>) {
    let mut known = Overrides::new();
    let mut problems = Vec::new();
    for (heading, target) in columns {
        match schema.by_id(target).or_else(|| schema.find(target)) {
            Some(entry) => {
                known.insert(text::heading_key(heading), (entry.id, heading.clone(), None));
            }
            None if schema.is_open() => {
                known.insert(text::heading_key(heading), (Column::Other, heading.clone(), Some(target.clone())));
            }
            None => {
                let nearest = schema.nearest_id(target);
                problems.push(ColumnProblem::UnknownTarget { target: target.clone(), nearest });
            }
        }
    }
    (known, problems)
}

impl Mapping {
    /// Resolves the headings of a table: its own, or the heading row among its first rows.
    ///
    /// `None` where no row has a known heading.
    pub(super) fn resolve(schema: &Schema, overrides: &Overrides, table: &Table) -> Option<(Self, Vec<Diagnostic>)> {
        if !table.headings.is_empty() {
            return Self::of_headings(schema, overrides, table, &table.headings, None);
        }
        let rows = table.rows.iter().take(HEADER_SEARCH);
        let scored = rows.map(|row| (score(schema, overrides, row), row));
        // The first of equally good rows: the heading row stands above repetitions of it.
        let best = scored.fold(None, |best: Option<((bool, usize), &Row)>, (score, row)| match best {
            Some((top, _)) if top >= score => best,
            _ => Some((score, row)),
        });
        let ((is_complete, known), row) = best?;
        // Where other headings are names of components, the mandatory ones are enough to know the row by.
        let enough = if schema.is_open() && is_complete { 1 } else { 2 };
        if known < enough {
            return None;
        }
        let headings: Vec<Heading> = row.cells.iter().map(heading_of).collect();
        Self::of_headings(schema, overrides, table, &headings, Some(line_of(&row.origin)))
    }

    fn of_headings(
        schema: &Schema,
        overrides: &Overrides,
        table: &Table,
        headings: &[Heading],
        header_line: Option<u32>,
    ) -> Option<(Self, Vec<Diagnostic>)> {
        let mut builder = Builder { schema, overrides, table, first: HashMap::new(), diagnostics: Vec::new() };
        let mut matched = BTreeSet::new();
        let columns: Vec<_> =
            headings.iter().map(|heading| (builder.column(heading, &mut matched), heading.text.clone())).collect();
        if builder.first.is_empty() {
            return None;
        }
        let is_complete = builder.report_missing(headings);
        let renamed = overrides.values().filter_map(|(_, heading, name)| Some((heading.clone(), name.clone()?)));
        let renamed = renamed.collect();
        Some((Self { columns, header_line, is_complete, matched, renamed }, builder.diagnostics))
    }

    /// The name of a component: its heading, unless `[data.columns]` gives it another.
    pub(super) fn component<'m>(&'m self, heading: &'m str) -> &'m str {
        self.renamed.get(heading).map_or(heading, String::as_str)
    }

    /// A mapping of headings that are resolved already; `last` is the row that holds the last of them.
    pub(super) fn of_columns(
        schema: &Schema,
        table: &Table,
        headings: Vec<Found>,
        last: &Row,
    ) -> (Self, Vec<Diagnostic>) {
        let overrides = Overrides::new();
        let mut builder =
            Builder { schema, overrides: &overrides, table, first: HashMap::new(), diagnostics: Vec::new() };
        let matched = headings.iter().filter_map(|found| found.key.clone()).collect();
        let columns: Vec<_> = headings
            .iter()
            .map(|found| (builder.accept(&found.heading, found.column), found.heading.text.clone()))
            .collect();
        let plain: Vec<Heading> = headings.into_iter().map(|found| found.heading).collect();
        let is_complete = builder.report_missing(&plain);
        let renamed = BTreeMap::new();
        let header_line = Some(line_of(&last.origin));
        (Self { columns, header_line, is_complete, matched, renamed }, builder.diagnostics)
    }

    /// Where a column stands.
    pub(super) fn position(&self, column: Column) -> Option<usize> {
        self.columns.iter().position(|(found, _)| *found == Some(column))
    }

    /// Whether there is no other column than these.
    pub(super) fn holds_only(&self, columns: &[Column]) -> bool {
        self.columns
            .iter()
            .filter_map(|(column, _)| *column)
            .all(|column| column == Column::Ignored || columns.contains(&column))
    }

    /// The column and heading of each cell of a row.
    pub(super) fn columns(&self) -> impl Iterator<Item = (Option<Column>, &str)> {
        self.columns.iter().map(|(column, heading)| (*column, heading.as_str()))
    }

    /// Whether rows can become records.
    pub(super) const fn is_complete(&self) -> bool {
        self.is_complete
    }

    /// Whether a row is above the records: a motto, a title, the headings, or the row of column numbers.
    pub(super) fn is_above_records(&self, row: &Row) -> bool {
        self.header_line.is_some_and(|header| line_of(&row.origin) <= header) || is_number_row(row)
    }

    /// Whether these are the headings that this mapping was made of.
    pub(super) fn fits(&self, headings: &[Heading]) -> bool {
        headings.is_empty()
            || (headings.len() == self.columns.len()
                && headings.iter().zip(&self.columns).all(|(heading, (_, known))| heading.text == *known))
    }
}

struct Builder<'a> {
    schema: &'a Schema,
    overrides: &'a Overrides,
    table: &'a Table,
    /// The heading under which each column was found first.
    first: HashMap<Column, String>,
    diagnostics: Vec<Diagnostic>,
}

impl Builder<'_> {
    fn column(&mut self, heading: &Heading, matched: &mut BTreeSet<String>) -> Option<Column> {
        if heading.text.trim().is_empty() {
            return None;
        }
        let column = find(self.schema, self.overrides, &heading.text, Some(matched));
        self.accept(heading, column)
    }

    /// Takes a heading for a column; reports it where it names none, or one that is taken.
    fn accept(&mut self, heading: &Heading, column: Option<Column>) -> Option<Column> {
        if heading.text.trim().is_empty() {
            return None;
        }
        let Some(column) = column else {
            if self.schema.is_open() {
                return Some(Column::Other);
            }
            let nearest = self.schema.nearest(&heading.text);
            self.report(heading, ColumnProblem::Unknown { heading: heading.text.clone(), nearest });
            return None;
        };
        if matches!(column, Column::Ignored | Column::Other) {
            return Some(column);
        }
        if let Some(first) = self.first.get(&column).cloned() {
            self.report(heading, ColumnProblem::Duplicate { heading: heading.text.clone(), first });
            return None;
        }
        self.first.insert(column, heading.text.clone());
        Some(column)
    }

    /// Reports mandatory columns that are not there; says whether all are.
    fn report_missing(&mut self, headings: &[Heading]) -> bool {
        let mut is_complete = true;
        for entry in self.schema.required().filter(|entry| !self.first.contains_key(&entry.id)) {
            is_complete = false;
            let problem = ColumnProblem::Missing { column: entry.heading.clone() };
            let location = match headings.first() {
                Some(heading) => self.table.locate(&heading.origin, None),
                None => crate::diag::Location::file(self.table.path.clone()),
            };
            self.diagnostics.push(Diagnostic::new(problem, location));
        }
        is_complete
    }

    fn report(&mut self, heading: &Heading, problem: ColumnProblem) {
        let location = self.table.locate(&heading.origin, Some(&heading.text));
        self.diagnostics.push(Diagnostic::new(problem, location).with_value(&heading.text));
    }
}

fn find(
    schema: &Schema,
    overrides: &Overrides,
    heading: &str,
    matched: Option<&mut BTreeSet<String>>,
) -> Option<Column> {
    let key = text::heading_key(heading);
    if let Some((column, ..)) = overrides.get(&key) {
        if let Some(matched) = matched {
            matched.insert(key);
        }
        return Some(*column);
    }
    schema.find(heading).map(|entry| entry.id)
}

/// Whether a row holds every mandatory heading, and how many known ones.
fn score(schema: &Schema, overrides: &Overrides, row: &Row) -> (bool, usize) {
    let texts = row.cells.iter().filter_map(|cell| cell.value.as_text()).filter(|text| text.len() <= 200);
    let found: BTreeSet<Column> = texts.filter_map(|text| find(schema, overrides, text, None)).collect();
    (schema.required().all(|entry| found.contains(&entry.id)), found.len())
}

fn heading_of(cell: &crate::source::Cell) -> Heading {
    let text = match &cell.value {
        Value::Text(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        _ => String::new(),
    };
    Heading { text, origin: cell.origin.clone() }
}

/// Row of a sheet, or line of a text file.
fn line_of(origin: &Origin) -> u32 {
    match origin {
        Origin::Sheet { row, .. } => *row,
        Origin::Text(position) => position.line,
        Origin::Pointer { line, .. } => line.unwrap_or(0),
    }
}

/// A row of column numbers: `(1)`, `(2)`, … or 1, 2, 3.
fn is_number_row(row: &Row) -> bool {
    let mut numbers = row.cells.iter().filter(|cell| !cell.value.is_empty()).map(|cell| column_number(&cell.value));
    let (Some(Some(first)), Some(Some(second)), Some(Some(third))) = (numbers.next(), numbers.next(), numbers.next())
    else {
        return false;
    };
    second == first + 1 && third == second + 1 && numbers.all(|number| number.is_some())
}

fn column_number(value: &Value) -> Option<u32> {
    match value {
        Value::Number(number) if number.fract() == 0.0 && (0.0..1000.0).contains(number) => Some(*number as u32),
        Value::Text(text) => text.trim_matches(|letter| matches!(letter, '(' | ')' | '[' | ']' | ' ')).parse().ok(),
        _ => None,
    }
}
