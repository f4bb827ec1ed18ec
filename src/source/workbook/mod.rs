//! Workbooks: `.xlsx`, `.xls` and `.ods`, read by calamine.
//!
//! The first bytes tell the form, because exports often carry the wrong ending. Before calamine sees a file, the
//! guards in [`archive`] and [`ole`] go through it and refuse what would unpack or expand beyond the limits; calamine
//! itself trusts what a file says about itself. Should it panic nevertheless, the file is reported as one that cannot
//! be opened.
//!
//! - Every visible worksheet is read, in the order of its tabs; hidden sheets and charts are not.
//! - Rows without content are left out, and so are empty cells at the end of a row. The n-th cell of a row is column n.
//! - Of merged cells the top left one holds the value, as the program shows it.
//! - Formulas are read as the value that was stored with them. Error values such as `#REF!` become empty and are
//!   reported.
//! - Dates become dates in both date systems (1900 and 1904); with a time of day, or only one, they become text
//!   (`2026-10-05 14:30`, `07:30`).
//! - Cells right of column [`MAX_COLUMNS`](super::MAX_COLUMNS) are left out and reported.

mod archive;
mod biff;
mod cells;
mod contain;
mod ods;
mod ole;
mod rows;
mod tags;
#[cfg(test)]
mod tests;

use std::io::{Cursor, Read};

use calamine::{Ods, Reader, Sheet, SheetType, SheetVisible, Xls, Xlsx};
use camino::{Utf8Path, Utf8PathBuf};

pub(super) use self::rows::SheetRows;
use self::rows::{Sheet as ReadSheet, SheetError};
use super::{BATCH_ROWS, Findings, Halt, Limits, Parsed, Raw, Stream, failed};
use crate::diag::{Diagnostic, Location, SourceProblem};
use crate::vfs::{FileSystem, VfsError};

/// The bytes of a workbook, as calamine wants them.
type Bytes = Cursor<Vec<u8>>;

/// An opened workbook.
enum Book {
    Ods(Box<Ods<Bytes>>),
    Xls(Box<Xls<Bytes>>),
    Xlsx(Box<Xlsx<Bytes>>),
}

/// Opens a workbook; what is wrong inside it is found while reading.
pub(super) fn open(files: &dyn FileSystem, path: &Utf8Path, limits: Limits) -> Result<Stream, VfsError> {
    let mut bytes = Vec::new();
    let limit = limits.workbook_bytes;
    files.open(path)?.take(limit + 1).read_to_end(&mut bytes).map_err(|source| VfsError::io(path, source))?;
    if bytes.len() as u64 > limit {
        return Ok(failed(Halt::problem(SourceProblem::TooLarge { limit_mib: Limits::mib(limit) })));
    }
    Ok(match Book::open(bytes, &limits) {
        Ok(book) => Box::new(SheetReader::new(book, path.to_owned(), limits)),
        Err(problem) => failed(Halt::problem(problem)),
    })
}

/// A workbook that cannot be opened, in the words of what met it.
fn bad_workbook(detail: impl ToString) -> SourceProblem {
    SourceProblem::BadWorkbook { detail: detail.to_string() }
}

impl Book {
    fn open(bytes: Vec<u8>, limits: &Limits) -> Result<Self, SourceProblem> {
        match bytes[..] {
            [b'P', b'K', ..] => match archive::check(&bytes, limits)? {
                archive::Kind::OpenDocument => {
                    contain::contained(|| Ods::new(Cursor::new(bytes)).map(Box::new).map(Self::Ods))
                }
                archive::Kind::OfficeOpen => {
                    contain::contained(|| Xlsx::new(Cursor::new(bytes)).map(Box::new).map(Self::Xlsx))
                }
            },
            [0xD0, 0xCF, 0x11, 0xE0, ..] => {
                ole::check(&bytes, limits)?;
                contain::contained(|| Xls::new(Cursor::new(bytes)).map(Box::new).map(Self::Xls))
            }
            _ => Err(bad_workbook(not_a_workbook(&bytes))),
        }
    }

    fn sheets(&self) -> &[Sheet] {
        match self {
            Self::Ods(book) => book.sheets_metadata(),
            Self::Xls(book) => book.sheets_metadata(),
            Self::Xlsx(book) => book.sheets_metadata(),
        }
    }

    fn read(&mut self, sheet: &str, limits: &Limits) -> Result<ReadSheet, SheetError> {
        match self {
            Self::Ods(book) => cells::read_range(&contain::contained(|| book.worksheet_range(sheet))?, limits),
            Self::Xls(book) => cells::read_range(&contain::contained(|| book.worksheet_range(sheet))?, limits),
            Self::Xlsx(book) => contain::contained(|| Ok::<_, String>(cells::read_streaming(book, sheet, limits)))?,
        }
    }
}

/// What a file with the ending of a workbook is, when it is none.
fn not_a_workbook(bytes: &[u8]) -> &'static str {
    match bytes.trim_ascii_start() {
        [] => "the file is empty",
        [b'<', ..] | [0xEF, 0xBB, 0xBF, b'<', ..] => {
            "the file is a web page or XML with the ending of a workbook; open it in a spreadsheet program and save it as .xlsx"
        }
        _ => "the file is not a workbook",
    }
}

/// Reads the visible sheets of a workbook one after the other, and cuts them into batches.
struct SheetReader {
    book: Book,
    path: Utf8PathBuf,
    limits: Limits,
    /// Names of the sheets still to read, the next at the end.
    left: Vec<String>,
    /// The sheet being given out.
    current: Option<(String, std::vec::IntoIter<rows::RawRow>)>,
}

impl SheetReader {
    fn new(book: Book, path: Utf8PathBuf, limits: Limits) -> Self {
        let visible = |sheet: &&Sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible;
        let left = book.sheets().iter().filter(visible).map(|sheet| sheet.name.clone()).rev().collect();
        Self { book, path, limits, left, current: None }
    }

    /// The next batch of the sheet being given out.
    fn batch(&mut self) -> Option<Raw> {
        let (sheet, left) = self.current.as_mut()?;
        let rows: Vec<_> = left.take(BATCH_ROWS).collect();
        if rows.is_empty() {
            self.current = None;
            return None;
        }
        Some(Raw::Sheet(SheetRows { sheet: sheet.clone(), rows }))
    }

    /// Reads one sheet; gives its problem, if it has one.
    fn read(&mut self, sheet: String) -> Option<Raw> {
        let (rows, problem) = match self.book.read(&sheet, &self.limits) {
            Ok(ReadSheet { rows, problem }) => (rows, problem),
            Err(SheetError(problem)) => (Vec::new(), Some((problem, 1))),
        };
        let raw = problem.map(|(problem, row)| {
            let location =
                Location::Cell { path: self.path.clone(), sheet: sheet.clone(), row, column: 1, header: None };
            let mut findings = Findings::new();
            findings.push(Diagnostic::new(problem, location));
            Raw::Tables(Parsed { tables: Vec::new(), findings })
        });
        self.current = Some((sheet, rows.into_iter()));
        raw
    }
}

impl Iterator for SheetReader {
    type Item = Result<Raw, Halt>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(batch) = self.batch() {
                return Some(Ok(batch));
            }
            let sheet = self.left.pop()?;
            if let Some(problem) = self.read(sheet) {
                return Some(Ok(problem));
            }
        }
    }
}
