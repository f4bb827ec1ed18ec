//! Where in the user's files a problem is.

use std::fmt;

use camino::Utf8PathBuf;

/// A place in a text file, both counted from 1; the column counts characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

impl Position {
    /// The place of a byte offset in a text; the end of the text where the offset lies beyond it.
    #[must_use]
    pub fn at(text: &str, offset: usize) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Self {
            line: count(before.matches('\n').count()).saturating_add(1),
            column: count(before[line_start..].chars().count()).saturating_add(1),
        }
    }
}

/// One of the four kinds of place: text, spreadsheet cell, JSON pointer, or the key of a record.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Location {
    /// A text file, or a whole file when `position` is empty.
    Text {
        /// Path relative to the site's root.
        path: Utf8PathBuf,
        /// Line and column.
        position: Option<Position>,
        /// Heading of the column, in delimited files.
        header: Option<String>,
    },
    /// A cell of a workbook, shown as `so.xlsx › TTHC › C12`.
    Cell {
        /// Path relative to the site's root.
        path: Utf8PathBuf,
        /// Name of the sheet.
        sheet: String,
        /// Row, from 1, as the spreadsheet program shows it.
        row: u32,
        /// Column, from 1 (1 is A).
        column: u32,
        /// Heading of the column.
        header: Option<String>,
    },
    /// A value inside JSON, by RFC 6901 pointer.
    Pointer {
        /// Path relative to the site's root.
        path: Utf8PathBuf,
        /// Line, from 1, in JSON-lines files.
        line: Option<u32>,
        /// The pointer, such as `/dossier/2/copies`; empty for the whole value.
        pointer: String,
    },
    /// A record of the catalogue, where no single place in a file is to blame.
    Key {
        /// The record's key, such as a procedure code or an office id.
        key: String,
    },
}

impl Location {
    /// A whole file.
    pub fn file(path: impl Into<Utf8PathBuf>) -> Self {
        Self::Text { path: path.into(), position: None, header: None }
    }

    /// A line and column of a text file.
    pub fn text(path: impl Into<Utf8PathBuf>, line: u32, column: u32) -> Self {
        Self::Text { path: path.into(), position: Some(Position { line, column }), header: None }
    }

    /// A record of the catalogue.
    pub fn key(key: impl Into<String>) -> Self {
        Self::Key { key: key.into() }
    }

    /// The file, where there is one.
    #[must_use]
    pub fn path(&self) -> Option<&camino::Utf8Path> {
        match self {
            Self::Text { path, .. } | Self::Cell { path, .. } | Self::Pointer { path, .. } => Some(path),
            Self::Key { .. } => None,
        }
    }

    /// The column's heading, where there is one.
    #[must_use]
    pub fn header(&self) -> Option<&str> {
        match self {
            Self::Text { header, .. } | Self::Cell { header, .. } => header.as_deref(),
            Self::Pointer { .. } | Self::Key { .. } => None,
        }
    }

    /// The address of a cell as spreadsheet programs write it, such as `C12`.
    #[must_use]
    pub fn cell(&self) -> Option<String> {
        match self {
            Self::Cell { row, column, .. } => Some(format!("{}{row}", column_letters(*column))),
            Self::Text { .. } | Self::Pointer { .. } | Self::Key { .. } => None,
        }
    }

    /// The line or row, where there is one.
    #[must_use]
    pub fn line(&self) -> Option<u32> {
        match self {
            Self::Text { position, .. } => position.map(|at| at.line),
            Self::Cell { row, .. } => Some(*row),
            Self::Pointer { line, .. } => *line,
            Self::Key { .. } => None,
        }
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text { path, position: None, .. } => write!(f, "{path}"),
            Self::Text { path, position: Some(at), .. } => write!(f, "{path}:{}:{}", at.line, at.column),
            Self::Cell { path, sheet, row, column, .. } => {
                write!(f, "{path}")?;
                step(f, sheet)?;
                write!(f, " › {}{row}", column_letters(*column))
            }
            Self::Pointer { path, line, pointer } => {
                write!(f, "{path}")?;
                line.map_or(Ok(()), |line| write!(f, ":{line}"))?;
                step(f, pointer)
            }
            Self::Key { key } => f.write_str(key),
        }
    }
}

/// Writes a step further into a file, unless it is the whole of it.
fn step(f: &mut fmt::Formatter<'_>, name: &str) -> fmt::Result {
    if name.is_empty() { Ok(()) } else { write!(f, " › {name}") }
}

/// The letters of a spreadsheet column counted from 1: 1 is `A`, 28 is `AB`.
fn column_letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column.max(1);
    while rest > 0 {
        let digit = (rest - 1) % 26;
        letters.push(char::from(b'A' + u8::try_from(digit).unwrap_or(0)));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::column_letters;

    #[test]
    fn columns_are_lettered_as_spreadsheets_do() {
        let named: Vec<_> = [1, 26, 27, 28, 52, 703].into_iter().map(column_letters).collect();
        assert_eq!(named, ["A", "Z", "AA", "AB", "AZ", "AAA"]);
    }
}
