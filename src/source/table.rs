//! Rows of untyped cells, each knowing where it stood.

use camino::{Utf8Path, Utf8PathBuf};
use jiff::civil::Date;

use crate::diag::{Location, Position};

/// A batch of rows of one sheet or file.
///
/// Spreadsheets and delimited files give flat cells and no headings: every row with content is a row here, the heading
/// row, titles and totals among them, because only `ingest` can tell them apart. The n-th cell of a row is column n.
///
/// JSON and TOML give one row per object, under one heading per key in order of first appearance, and nested values
/// as [`Value::List`] and [`Value::Map`]. Batches of one file may differ in their keys and in the order of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Path relative to the site's root.
    pub path: Utf8PathBuf,
    /// The sheet, in workbooks.
    pub sheet: Option<String>,
    /// The keys of JSON and TOML, and then every row has at most as many cells; empty for sheets and delimited files.
    pub headings: Vec<Heading>,
    /// The rows of this batch; a missing cell at the end is an empty one. Rows without content are left out.
    pub rows: Vec<Row>,
}

/// A heading as written, with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading {
    /// Text of the heading, trimmed, line breaks as spaces.
    pub text: String,
    /// Where it stands: in the first record of the batch that has it.
    pub origin: Origin,
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Where the row begins.
    pub origin: Origin,
    /// Cells in the order of the headings.
    pub cells: Vec<Cell>,
}

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// What it holds.
    pub value: Value,
    /// Where it stands.
    pub origin: Origin,
}

/// What a cell holds. Text is NFC and without control characters; line breaks are `\n`. A text of one line has no outer
/// blanks; in a text of several, lines keep their indentation, but no blank line stands around the text.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// Nothing, or only blanks.
    #[default]
    Empty,
    /// Text.
    Text(String),
    /// A number of a spreadsheet, JSON or TOML. Whole numbers that a float cannot hold are text.
    Number(f64),
    /// True or false.
    Bool(bool),
    /// A calendar date. With a time of day it is text: `2026-10-05 14:30`.
    Date(Date),
    /// A list, from JSON or TOML.
    List(Vec<Cell>),
    /// An object, from JSON or TOML, in the order of the file.
    Map(Vec<(String, Cell)>),
}

/// Where a cell stands inside its table's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Row and column of a sheet, both from 1.
    Sheet {
        /// Row, from 1.
        row: u32,
        /// Column, from 1.
        column: u32,
    },
    /// Line and column of a text file (delimited, TOML), both from 1.
    Text(Position),
    /// A JSON pointer; `line` from 1 in JSON-lines files.
    Pointer {
        /// Line, from 1, in JSON-lines files.
        line: Option<u32>,
        /// RFC 6901 pointer from the record (JSON lines) or the document (JSON).
        pointer: Box<str>,
    },
}

impl Table {
    /// Where an origin of this table is, for a diagnostic.
    #[must_use]
    pub fn locate(&self, origin: &Origin, header: Option<&str>) -> Location {
        let header = header.map(str::to_owned);
        match origin {
            Origin::Sheet { row, column } => Location::Cell {
                path: self.path.clone(),
                sheet: self.sheet.clone().unwrap_or_default(),
                row: *row,
                column: *column,
                header,
            },
            Origin::Text(position) => Location::Text { path: self.path.clone(), position: Some(*position), header },
            Origin::Pointer { line, pointer } => {
                Location::Pointer { path: self.path.clone(), line: *line, pointer: pointer.to_string() }
            }
        }
    }

    /// The path, for messages.
    #[must_use]
    pub fn path(&self) -> &Utf8Path {
        &self.path
    }
}

impl Value {
    /// Whether nothing is there.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.is_empty(),
            Self::List(items) => items.is_empty(),
            Self::Map(entries) => entries.is_empty(),
            Self::Number(_) | Self::Bool(_) | Self::Date(_) => false,
        }
    }

    /// The text, where it is text.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}
