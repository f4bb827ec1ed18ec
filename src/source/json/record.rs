//! JSON objects → rows, straight from the parser, without a tree in between.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write};

use camino::Utf8Path;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::number;
use crate::diag::{ColumnProblem, Diagnostic, Location};
use crate::source::clean::{cell_text, heading_text};
use crate::source::{Cell, Findings, Heading, Origin, Row, Table, Value};

/// Most different keys in one batch: rows are as wide as the batch has keys, so a hostile file could otherwise ask
/// for rows times keys cells.
const MAX_KEYS: usize = 2_048;

/// Most values in one batch, nested ones counted: each costs many times its bytes in the file.
const MAX_VALUES: usize = 1_000_000;

/// Largest whole number that a 64-bit float holds exactly, with all below it.
const EXACT: u64 = 1 << 53;

/// Reads records one by one into rows under the keys met so far.
pub(super) struct Records<'p> {
    reading: Reading<'p>,
    columns: Columns,
    /// The cells of the record being read, by column.
    slots: Vec<Option<Cell>>,
    rows: Vec<Row>,
}

/// The keys of a batch, in order of first appearance.
#[derive(Default)]
struct Columns {
    index: BTreeMap<Box<str>, usize>,
    keys: Vec<Key>,
}

struct Key {
    raw: Box<str>,
    /// The key as a step of a JSON pointer, with its slash.
    step: Box<str>,
    heading: Heading,
}

/// Where the parser stands, and what it has noticed.
struct Reading<'p> {
    path: &'p Utf8Path,
    line: Option<u32>,
    pointer: String,
    /// The record being read, and how many of its numbers have been met.
    raw: &'p str,
    numbers: usize,
    /// Values met in the whole batch.
    values: usize,
    findings: Findings,
}

impl<'p> Records<'p> {
    pub(super) fn new(path: &'p Utf8Path) -> Self {
        let (pointer, findings) = (String::new(), Findings::new());
        let reading = Reading { path, line: None, pointer, raw: "", numbers: 0, values: 0, findings };
        Self { reading, columns: Columns::default(), slots: Vec::new(), rows: Vec::new() }
    }

    /// Where problems go that are not about a record's values.
    pub(super) fn findings(&mut self) -> &mut Findings {
        &mut self.reading.findings
    }

    /// Reads one record; `pointer` is the way to it from the document's root.
    pub(super) fn read(&mut self, raw: &'p str, line: Option<u32>, pointer: &str) -> Result<(), serde_json::Error> {
        self.reading.begin(raw, line, pointer);
        self.slots.clear();
        let origin = self.reading.origin();
        let mut parser = serde_json::Deserializer::from_str(raw);
        let record = Record { reading: &mut self.reading, columns: &mut self.columns, slots: &mut self.slots };
        record.deserialize(&mut parser)?;
        parser.end()?;
        let cells = self.take_cells();
        self.rows.push(Row { origin, cells });
        Ok(())
    }

    /// The cells of the record just read; a key that it lacks is an empty cell where it would stand.
    fn take_cells(&mut self) -> Vec<Cell> {
        let Self { reading, columns, slots, .. } = self;
        slots
            .drain(..)
            .zip(&columns.keys)
            .map(|(slot, key)| {
                slot.unwrap_or_else(|| Cell { value: Value::Empty, origin: reading.origin_below(&key.step) })
            })
            .collect()
    }

    /// The rows under the headings of all their keys; nothing when there are none.
    pub(super) fn finish(self) -> (Option<Table>, Findings) {
        let Self { reading, columns, rows, .. } = self;
        let headings = columns.keys.into_iter().map(|key| key.heading).collect();
        let table = Table { path: reading.path.to_owned(), sheet: None, headings, rows };
        ((!table.rows.is_empty()).then_some(table), reading.findings)
    }
}

impl<'p> Reading<'p> {
    fn begin(&mut self, raw: &'p str, line: Option<u32>, pointer: &str) {
        self.raw = raw;
        self.line = line;
        self.numbers = 0;
        self.pointer.clear();
        self.pointer.push_str(pointer);
    }

    fn origin(&self) -> Origin {
        Origin::Pointer { line: self.line, pointer: self.pointer.as_str().into() }
    }

    fn origin_below(&self, step: &str) -> Origin {
        Origin::Pointer { line: self.line, pointer: [&self.pointer, step].concat().into() }
    }

    fn location(&self) -> Location {
        Location::Pointer { path: self.path.to_owned(), line: self.line, pointer: self.pointer.clone() }
    }

    /// Does `read` one step deeper.
    fn below<T>(&mut self, step: impl fmt::Display, read: impl FnOnce(&mut Self) -> T) -> T {
        let length = self.pointer.len();
        write!(self.pointer, "{step}").expect("a string takes whatever is written");
        let result = read(self);
        self.pointer.truncate(length);
        result
    }

    fn text(&mut self, raw: &str) -> Value {
        let Self { path, line, pointer, findings, .. } = self;
        let locate = || Location::Pointer { path: path.to_owned(), line: *line, pointer: pointer.clone() };
        cell_text(raw, findings, locate)
    }

    fn repeated_key(&mut self, key: &str) {
        let problem = ColumnProblem::Duplicate { heading: key.to_owned(), first: key.to_owned() };
        let location = self.location();
        self.findings.push(Diagnostic::new(problem, location));
    }

    /// A number too large for a float keeps its digits as text.
    fn large_number(&self, number: f64) -> Value {
        match number::token(self.raw, self.numbers - 1) {
            Some(digits) if number::is_whole(digits) => Value::Text(digits.to_owned()),
            _ => Value::Number(number),
        }
    }
}

impl Columns {
    /// The column of a key; `next` is where it would stand if this record were like the one before.
    fn find(&mut self, key: &str, next: usize, origin: impl FnOnce(&str) -> Origin) -> Option<usize> {
        if self.keys.get(next).is_some_and(|known| &*known.raw == key) {
            return Some(next);
        }
        if let Some(column) = self.index.get(key) {
            return Some(*column);
        }
        let column = self.keys.len();
        if column == MAX_KEYS {
            return None;
        }
        let step = Step(key).to_string();
        let heading = Heading { text: heading_text(key), origin: origin(&step) };
        self.keys.push(Key { raw: key.into(), step: step.into(), heading });
        self.index.insert(key.into(), column);
        Some(column)
    }
}

/// A key as a step of a JSON pointer (RFC 6901).
struct Step<'k>(&'k str);

impl fmt::Display for Step<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.contains(['~', '/']) {
            write!(f, "/{}", self.0.replace('~', "~0").replace('/', "~1"))
        } else {
            write!(f, "/{}", self.0)
        }
    }
}

/// A whole record.
struct Record<'r, 'p> {
    reading: &'r mut Reading<'p>,
    columns: &'r mut Columns,
    slots: &'r mut Vec<Option<Cell>>,
}

impl<'de> DeserializeSeed<'de> for Record<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, parser: D) -> Result<(), D::Error> {
        parser.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Record<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        let Self { reading, columns, slots } = self;
        let mut next = 0;
        while let Some(column) = entries.next_key_seed(ColumnOf { reading, columns, next })? {
            let cell = reading.below(&columns.keys[column].step, |reading| entries.next_value_seed(CellOf(reading)))?;
            if slots.len() <= column {
                slots.resize_with(column + 1, || None);
            }
            match &mut slots[column] {
                slot @ None => *slot = Some(cell),
                Some(_) => {
                    let key = &columns.keys[column];
                    reading.below(&key.step, |reading| reading.repeated_key(&key.raw));
                }
            }
            next = column + 1;
        }
        Ok(())
    }
}

/// A key of a record, as the number of its column.
struct ColumnOf<'r, 'p> {
    reading: &'r Reading<'p>,
    columns: &'r mut Columns,
    next: usize,
}

impl<'de> DeserializeSeed<'de> for ColumnOf<'_, '_> {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, parser: D) -> Result<usize, D::Error> {
        parser.deserialize_str(self)
    }
}

impl Visitor<'_> for ColumnOf<'_, '_> {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<usize, E> {
        self.columns
            .find(key, self.next, |step| self.reading.origin_below(step))
            .ok_or_else(|| E::custom(format_args!("more than {MAX_KEYS} different keys; records go into an array")))
    }
}

/// Any value, as a cell.
struct CellOf<'r, 'p>(&'r mut Reading<'p>);

impl<'de> DeserializeSeed<'de> for CellOf<'_, '_> {
    type Value = Cell;

    fn deserialize<D: Deserializer<'de>>(self, parser: D) -> Result<Cell, D::Error> {
        self.0.values += 1;
        if self.0.values > MAX_VALUES {
            return Err(D::Error::custom(format_args!("more than {MAX_VALUES} values")));
        }
        let origin = self.0.origin();
        let value = parser.deserialize_any(self)?;
        Ok(Cell { value, origin })
    }
}

impl<'de> Visitor<'de> for CellOf<'_, '_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Empty)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        self.0.numbers += 1;
        Ok(if number <= EXACT { Value::Number(number as f64) } else { Value::Text(number.to_string()) })
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        self.0.numbers += 1;
        let exact = number.unsigned_abs() <= EXACT;
        Ok(if exact { Value::Number(number as f64) } else { Value::Text(number.to_string()) })
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        self.0.numbers += 1;
        Ok(if number.abs() < EXACT as f64 { Value::Number(number) } else { self.0.large_number(number) })
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(self.0.text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut cells = Vec::new();
        loop {
            let step = format_args!("/{}", cells.len());
            match self.0.below(step, |reading| items.next_element_seed(CellOf(reading)))? {
                Some(cell) => cells.push(cell),
                None => return Ok(Value::List(cells)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut entries = Vec::new();
        while let Some(key) = items.next_key::<String>()? {
            let cell = self.0.below(Step(&key), |reading| items.next_value_seed(CellOf(reading)))?;
            entries.push((heading_text(&key), cell));
        }
        for key in drop_repeated(&mut entries) {
            self.0.below(Step(&key), |reading| reading.repeated_key(&key));
        }
        Ok(Value::Map(entries))
    }
}

/// Keeps the first entry of each key and gives the keys of the others.
fn drop_repeated(entries: &mut Vec<(String, Cell)>) -> Vec<String> {
    let distinct: BTreeSet<&str> = entries.iter().map(|(key, _)| key.as_str()).collect();
    if distinct.len() == entries.len() {
        return Vec::new();
    }
    let mut seen = BTreeSet::new();
    let (kept, repeated): (Vec<_>, Vec<_>) =
        std::mem::take(entries).into_iter().partition(|(key, _)| seen.insert(key.clone()));
    *entries = kept;
    repeated.into_iter().map(|(key, _)| key).collect()
}
