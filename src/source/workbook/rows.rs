//! Rows as they come out of a sheet, and their way into a table.

use camino::Utf8Path;

use crate::diag::{Diagnostic, SourceProblem};
use crate::source::clean::cell_text;
use crate::source::place::count;
use crate::source::{
    Cell, Findings, Limits, MAX_COLUMNS, Origin, Parsed, Row, Table, Value, drop_empty_tail, too_far_right,
};

/// What a cell costs beside its text, for the limit on a sheet's size.
const CELL_BYTES: u64 = 64;

/// A cell with content.
pub(super) struct RawCell {
    /// Column, from 1.
    pub column: u32,
    pub content: Content,
}

/// What a cell holds, its text not yet cleaned.
#[derive(Debug, PartialEq)]
pub(super) enum Content {
    Value(Value),
    /// An error value such as `#REF!`.
    Error(String),
}

/// The cells with content of one row.
pub(super) struct RawRow {
    /// Row, from 1.
    pub row: u32,
    pub cells: Vec<RawCell>,
}

/// A sheet as far as it could be read.
pub(super) struct Sheet {
    pub rows: Vec<RawRow>,
    /// What ended the reading early, and in which row.
    pub problem: Option<(SourceProblem, u32)>,
}

/// A sheet that could not be read at all.
pub(super) struct SheetError(pub SourceProblem);

impl From<SourceProblem> for SheetError {
    fn from(problem: SourceProblem) -> Self {
        Self(problem)
    }
}

/// Whether a cell was taken; otherwise which limit it passes, and in which row.
pub(super) type Pushed = Result<(), (SourceProblem, u32)>;

/// Gathers cells into rows, within the limits.
pub(super) struct Gathering {
    rows: Vec<RawRow>,
    bytes_left: u64,
    limits: Limits,
}

impl Gathering {
    pub(super) const fn new(limits: Limits) -> Self {
        Self { rows: Vec::new(), bytes_left: limits.unpacked_bytes, limits }
    }

    /// Adds a cell, if it has content, at a row and column counted from 0.
    pub(super) fn push_at(&mut self, (row, column): (u32, u32), content: Option<Content>) -> Pushed {
        match content {
            Some(content) => self.push(row.saturating_add(1), column.saturating_add(1), content),
            None => Ok(()),
        }
    }

    /// Adds a cell, both counts from 1. Fails at the first cell beyond a limit.
    pub(super) fn push(&mut self, row: u32, column: u32, content: Content) -> Pushed {
        let too_large = || (SourceProblem::TooLarge { limit_mib: Limits::mib(self.limits.unpacked_bytes) }, row);
        self.bytes_left = self.bytes_left.checked_sub(content.bytes()).ok_or_else(too_large)?;
        let cell = RawCell { column, content };
        let full = self.rows.len() == self.limits.rows;
        match self.rows.last_mut() {
            Some(last) if last.row == row => last.cells.push(cell),
            _ if full => return Err((SourceProblem::TooManyRows { limit: self.limits.rows }, row)),
            _ => self.rows.push(RawRow { row, cells: vec![cell] }),
        }
        Ok(())
    }

    /// The place after the cell that was added last.
    pub(super) fn next_place(&self) -> (u32, u32) {
        let last = self.rows.last().and_then(|row| Some((row.row, row.cells.last()?.column)));
        last.map_or((1, 1), |(row, column)| (row, column.saturating_add(1)))
    }

    pub(super) fn finish(self, problem: Option<(SourceProblem, u32)>) -> Sheet {
        Sheet { rows: self.rows, problem }
    }
}

impl Content {
    fn bytes(&self) -> u64 {
        let text = match self {
            Self::Value(Value::Text(text)) | Self::Error(text) => text.len(),
            Self::Value(_) => 0,
        };
        CELL_BYTES + text as u64
    }
}

/// Raw rows of one sheet that stand together.
pub(in crate::source) struct SheetRows {
    pub(super) sheet: String,
    pub(super) rows: Vec<RawRow>,
}

impl SheetRows {
    /// Cleans the text of every cell.
    pub(in crate::source) fn parse(self, path: &Utf8Path) -> Parsed {
        let mut findings = Findings::new();
        let mut table =
            Table { path: path.to_owned(), sheet: Some(self.sheet), headings: Vec::new(), rows: Vec::new() };
        for raw in self.rows {
            let row = row(raw, &table, &mut findings);
            table.rows.extend(row);
        }
        Parsed { tables: (!table.rows.is_empty()).then_some(table).into_iter().collect(), findings }
    }
}

/// One row, every cell at the index of its column; nothing when no cell has content.
fn row(raw: RawRow, table: &Table, findings: &mut Findings) -> Option<Row> {
    let origin = |column| Origin::Sheet { row: raw.row, column };
    let mut cells: Vec<Cell> = Vec::with_capacity(raw.cells.len());
    for RawCell { column, content } in raw.cells {
        let place = origin(column);
        let locate = || table.locate(&place, None);
        let value = match content {
            Content::Value(Value::Text(text)) => cell_text(&text, findings, locate),
            Content::Value(value) => value,
            Content::Error(error) => {
                findings.push(Diagnostic::new(SourceProblem::CellError { error }, locate()));
                Value::Empty
            }
        };
        if column > MAX_COLUMNS && !value.is_empty() {
            findings.push(too_far_right(column, locate()));
        } else if (1..=MAX_COLUMNS).contains(&column) {
            while count(cells.len()) < column {
                cells.push(Cell { value: Value::Empty, origin: origin(count(cells.len()) + 1) });
            }
            cells[column as usize - 1].value = value;
        }
    }
    drop_empty_tail(&mut cells);
    (!cells.is_empty()).then_some(Row { origin: origin(1), cells })
}
