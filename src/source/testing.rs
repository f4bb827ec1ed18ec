//! Short ways to read a file held in a test and to look at what came out.

use super::*;
use crate::vfs::MemoryFiles;

/// What reading a file gave.
pub(super) struct Reading {
    pub tables: Vec<Table>,
    pub diagnostics: Vec<Diagnostic>,
}

pub(super) fn read(name: &str, bytes: impl AsRef<[u8]>) -> Reading {
    read_within(name, bytes, &Limits::default())
}

pub(super) fn read_within(name: &str, bytes: impl AsRef<[u8]>, limits: &Limits) -> Reading {
    let files = MemoryFiles::new().with(name, bytes);
    let mut tables = Vec::new();
    let diagnostics = read_each(&files, name.into(), limits, |table| table, |table| tables.push(table)).unwrap();
    Reading { tables, diagnostics }
}

impl Reading {
    /// The tables; fails when anything at all was reported.
    pub(super) fn clean(self) -> Vec<Table> {
        assert!(self.diagnostics.is_empty(), "{:?}", self.diagnostics);
        self.tables
    }

    /// Each diagnostic as `CK0207 so.csv:2:1`.
    pub(super) fn problems(&self) -> Vec<String> {
        self.diagnostics.iter().map(|found| format!("{} {}", found.code(), found.location)).collect()
    }

    /// Every row as its cells, written plainly.
    pub(super) fn rows(&self) -> Vec<Vec<String>> {
        self.tables.iter().flat_map(|table| &table.rows).map(|row| row.cells.iter().map(show).collect()).collect()
    }
}

/// A cell's value, written plainly: texts as they are, lists and maps in brackets.
pub(super) fn show(cell: &Cell) -> String {
    match &cell.value {
        Value::Empty => "-".to_owned(),
        Value::Text(text) => text.clone(),
        Value::Number(number) => format!("{number}"),
        Value::Bool(value) => format!("{value}"),
        Value::Date(date) => format!("<{date}>"),
        Value::List(items) => format!("[{}]", items.iter().map(show).collect::<Vec<_>>().join(", ")),
        Value::Map(entries) => {
            let entries: Vec<_> = entries.iter().map(|(key, cell)| format!("{key}: {}", show(cell))).collect();
            format!("{{{}}}", entries.join(", "))
        }
    }
}
