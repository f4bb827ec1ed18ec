//! TOML: the tables of the arrays at its top level, such as `[[procedure]]`.
//!
//! Each array of tables is a [`Table`] of its own, in the order of the file, whatever its name; a file without one is
//! a single record. Lines and columns are exact down to nested values.

use std::borrow::Cow;
use std::collections::BTreeMap;

use camino::Utf8Path;
use toml::Spanned;
use toml::de::{DeInteger, DeTable, DeValue};

use super::clean::{cell_text, heading_text};
use super::place::position_of;
use super::value::{date_or_text, time_text};
use super::{Cell, Findings, Halt, Heading, Limits, Origin, Parsed, Row, Table, Value};
use crate::diag::{Diagnostic, Location, Position, SourceProblem};

/// Largest whole number that a 64-bit float holds exactly, with all below it.
const EXACT: u64 = 1 << 53;

/// Reads a whole document.
pub(super) fn parse(bytes: &[u8], path: &Utf8Path, limits: &Limits) -> Result<Parsed, Halt> {
    let text = std::str::from_utf8(bytes)
        .map_err(|error| Halt::at(SourceProblem::NotUtf8, position_of(bytes, error.valid_up_to())))?;
    let (document, errors) = DeTable::parse_recoverable(text);
    let mut reading = Reading { path, text, lines: line_starts(text), findings: Findings::new() };
    for error in errors {
        let problem = SourceProblem::BadSyntax { format: "TOML", detail: error.message().to_owned() };
        let location = reading.location(error.span().map_or(0, |span| span.start));
        reading.findings.push(Diagnostic::new(problem, location));
    }
    let tables = if reading.findings.has_errors() { Vec::new() } else { reading.tables(document.get_ref(), limits)? };
    Ok(Parsed { tables, findings: reading.findings })
}

/// Where each line begins.
fn line_starts(text: &str) -> Vec<usize> {
    std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect()
}

struct Reading<'t> {
    path: &'t Utf8Path,
    text: &'t str,
    lines: Vec<usize>,
    findings: Findings,
}

/// The keys of an array's tables, in order of first appearance.
#[derive(Default)]
struct Columns {
    index: BTreeMap<String, usize>,
    headings: Vec<Heading>,
}

impl Columns {
    fn find(&mut self, key: &str, origin: impl FnOnce() -> Origin) -> usize {
        if let Some(column) = self.index.get(key) {
            return *column;
        }
        self.index.insert(key.to_owned(), self.headings.len());
        self.headings.push(Heading { text: heading_text(key), origin: origin() });
        self.headings.len() - 1
    }
}

/// A key and its value, with their places.
type Entry<'a, 'i> = (&'a Spanned<Cow<'i, str>>, &'a Spanned<DeValue<'i>>);

impl Reading<'_> {
    fn position(&self, offset: usize) -> Position {
        let line = self.lines.partition_point(|start| *start <= offset).saturating_sub(1);
        let start = self.lines[line];
        let inside = position_of(&self.text.as_bytes()[start..], offset - start);
        Position { line: super::place::count(line).saturating_add(1), column: inside.column }
    }

    fn origin(&self, offset: usize) -> Origin {
        Origin::Text(self.position(offset))
    }

    fn location(&self, offset: usize) -> Location {
        Location::Text { path: self.path.to_owned(), position: Some(self.position(offset)), header: None }
    }

    fn tables(&mut self, document: &DeTable<'_>, limits: &Limits) -> Result<Vec<Table>, Halt> {
        let arrays: Vec<Vec<_>> = in_file_order(document).into_iter().filter_map(|(_, value)| records(value)).collect();
        if arrays.iter().map(Vec::len).sum::<usize>() > limits.rows {
            return Err(Halt::problem(SourceProblem::TooManyRows { limit: limits.rows }));
        }
        // Rows are as wide as the widest before them, so few bytes could ask for very many cells.
        let mut cells_left = limits.sheet_cells;
        let mut table = |records: &[(usize, &DeTable<'_>)]| self.table(records, &mut cells_left, limits);
        if arrays.is_empty() {
            return if document.is_empty() { Ok(Vec::new()) } else { Ok(vec![table(&[(0, document)])?]) };
        }
        arrays.iter().map(|records| table(records)).collect()
    }

    /// The rows of one array, under all the keys of its tables in order of first appearance.
    fn table(
        &mut self,
        records: &[(usize, &DeTable<'_>)],
        cells_left: &mut u64,
        limits: &Limits,
    ) -> Result<Table, Halt> {
        let mut columns = Columns::default();
        let mut rows = Vec::with_capacity(records.len());
        for (start, record) in records {
            rows.push(self.row(*start, record, &mut columns));
            *cells_left = cells_left
                .checked_sub(columns.headings.len() as u64)
                .ok_or(Halt::problem(SourceProblem::TooLarge { limit_mib: Limits::mib(limits.toml_bytes) }))?;
        }
        Ok(Table { path: self.path.to_owned(), sheet: None, headings: columns.headings, rows })
    }

    fn row(&mut self, start: usize, record: &DeTable<'_>, columns: &mut Columns) -> Row {
        let origin = self.origin(start);
        let empty = || Cell { value: Value::Empty, origin: origin.clone() };
        let mut cells = Vec::new();
        for (key, value) in in_file_order(record) {
            let column = columns.find(key.get_ref(), || self.origin(key.span().start));
            if cells.len() <= column {
                cells.resize_with(column + 1, empty);
            }
            cells[column] = self.cell(value);
        }
        Row { origin, cells }
    }

    fn cell(&mut self, value: &Spanned<DeValue<'_>>) -> Cell {
        let start = value.span().start;
        let origin = self.origin(start);
        let value = match value.get_ref() {
            DeValue::String(text) => {
                let location =
                    || Location::Text { path: self.path.to_owned(), position: position(&origin), header: None };
                cell_text(text, &mut self.findings, location)
            }
            DeValue::Integer(number) => integer(number),
            DeValue::Float(number) => float(number.as_str()),
            DeValue::Boolean(value) => Value::Bool(*value),
            DeValue::Datetime(moment) => datetime(moment),
            DeValue::Array(items) => Value::List(items.iter().map(|item| self.cell(item)).collect()),
            DeValue::Table(table) => {
                let entries = in_file_order(table);
                Value::Map(
                    entries.into_iter().map(|(key, value)| (heading_text(key.get_ref()), self.cell(value))).collect(),
                )
            }
        };
        Cell { value, origin }
    }
}

const fn position(origin: &Origin) -> Option<Position> {
    match origin {
        Origin::Text(position) => Some(*position),
        _ => None,
    }
}

/// The entries of a table as they stand in the file; the parser sorts them by key.
fn in_file_order<'a, 'i>(table: &'a DeTable<'i>) -> Vec<Entry<'a, 'i>> {
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    entries
}

/// The tables of an array and where each begins; nothing for other values.
fn records<'a, 'i>(value: &'a Spanned<DeValue<'i>>) -> Option<Vec<(usize, &'a DeTable<'i>)>> {
    let items = value.get_ref().as_array()?;
    let tables: Vec<_> = items.iter().map_while(|item| Some((item.span().start, item.get_ref().as_table()?))).collect();
    (!tables.is_empty() && tables.len() == items.len()).then_some(tables)
}

/// A whole number; one that a float cannot hold keeps its digits as text.
fn integer(number: &DeInteger<'_>) -> Value {
    match i64::from_str_radix(number.as_str(), number.radix()) {
        Ok(whole) if whole.unsigned_abs() <= EXACT => Value::Number(whole as f64),
        _ => Value::Text(number.to_string()),
    }
}

/// A number; infinity and the like are text.
fn float(digits: &str) -> Value {
    match digits.parse::<f64>() {
        Ok(number) if number.is_finite() => Value::Number(number),
        _ => Value::Text(digits.to_owned()),
    }
}

/// A date; with a time of day, or only one, text.
fn datetime(moment: &toml::value::Datetime) -> Value {
    let Some(date) = &moment.date else {
        return moment.time.as_ref().map_or(Value::Empty, |time| {
            Value::Text(time_text(u32::from(time.hour), u32::from(time.minute), u32::from(time.second.unwrap_or(0))))
        });
    };
    let time = moment.time.as_ref().map(|time| (time.hour, time.minute, time.second.unwrap_or(0)));
    date_or_text(i32::from(date.year), date.month, date.day, time).unwrap_or_else(|| Value::Text(moment.to_string()))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{read, read_within};
    use super::*;

    const OFFICES: &str = "title = 'Danh bạ'\n\n[[office]]\nid = 'một-cửa'\nhours = [{ day = 'thứ hai', from = 07:30:00 }]\n\n\
         [[officer]]\nname = \"Lò Văn A\"\nsince = 2026-10-05\n\n[[office]]\nid = 'công an'\nfloor = 2\n";

    fn place(origin: &Origin) -> (u32, u32) {
        position(origin).map(|at| (at.line, at.column)).unwrap()
    }

    #[test]
    fn each_array_of_tables_is_a_table_in_the_order_of_the_file() {
        let read = read("so.toml", OFFICES);
        let expected = [
            vec!["một-cửa", "[{day: thứ hai, from: 07:30}]"],
            vec!["công an", "-", "2"],
            vec!["Lò Văn A", "<2026-10-05>"],
        ];
        assert_eq!(read.rows(), expected);
        let headings: Vec<Vec<_>> = read
            .tables
            .iter()
            .map(|table| table.headings.iter().map(|heading| heading.text.as_str()).collect())
            .collect();
        assert_eq!(headings, [vec!["id", "hours", "floor"], vec!["name", "since"]]);
    }

    #[test]
    fn lines_and_columns_are_those_of_the_values() {
        let tables = read("so.toml", OFFICES).clean();
        let row = &tables[0].rows[0];
        assert_eq!(place(&row.origin), (3, 1));
        assert_eq!(place(&row.cells[0].origin), (4, 6));
        let Value::List(hours) = &row.cells[1].value else { panic!() };
        let Value::Map(entries) = &hours[0].value else { panic!() };
        assert_eq!(place(&entries[1].1.origin), (5, 36));
        assert_eq!(place(&tables[0].headings[2].origin), (13, 1));
    }

    #[test]
    fn a_file_without_arrays_of_tables_is_one_record() {
        let read = read("so.toml", "b = 1\na = ['x', 'y']\n[c]\nd = 9223372036854775807\n");
        assert_eq!(read.rows(), [["1", "[x, y]", "{d: 9223372036854775807}"]]);
    }

    #[test]
    fn moments_and_odd_numbers_are_text() {
        let read = read("so.toml", "a = 2026-10-05T14:30:00\nb = 2026-10-05T00:00:00\nc = inf\nd = 0xff\ne = 1.5\n");
        assert_eq!(read.rows(), [["2026-10-05 14:30", "<2026-10-05>", "inf", "255", "1.5"]]);
    }

    #[test]
    fn every_error_is_reported_with_its_place() {
        let found = read("so.toml", "a = \n[[x]]\nb = 1\nb = 2\n");
        assert!(found.problems().starts_with(&["CK0207 so.toml:1:5".to_owned()]), "{:?}", found.problems());
        assert!(found.problems().contains(&"CK0207 so.toml:4:1".to_owned()), "{:?}", found.problems());
        assert!(found.tables.is_empty());
        assert_eq!(read("so.toml", b"a = 'x\xFF'").problems(), ["CK0203 so.toml:1:7"]);
    }

    #[test]
    fn few_bytes_cannot_ask_for_many_cells() {
        let keys: String = (0..100).map(|key| format!("k{key} = 1\n")).collect();
        let text = format!("[[x]]\n{keys}{}", "[[x]]\nk99 = 1\n".repeat(100));
        let limits = Limits { sheet_cells: 10_000, ..Limits::default() };
        assert_eq!(read_within("so.toml", &text, &limits).problems(), ["CK0205 so.toml"]);
        let limits = Limits { rows: 100, ..Limits::default() };
        assert_eq!(read_within("so.toml", &text, &limits).problems(), ["CK0206 so.toml"]);
    }

    #[test]
    fn deep_nesting_is_an_error_and_not_an_overflow() {
        for text in ["a = ".to_owned() + &"[".repeat(100_000), "a.".repeat(100_000) + "b = 1", "a={b=".repeat(50_000)] {
            let found = read("so.toml", text);
            assert!(found.problems().iter().all(|problem| problem.starts_with("CK0207")));
            assert!(!found.diagnostics.is_empty());
        }
    }
}
