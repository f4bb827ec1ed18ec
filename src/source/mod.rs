//! Files → untyped cells that remember their origin.
//!
//! Comes in: the bytes of one source file of a data section. Goes out: [`Table`]s, in batches of rows, so a
//! large file is never held whole. Refuses to know: what a column means (that is `ingest`).
//!
//! Reading has two halves. [`open`] cuts a file into raw [`Batch`]es, in order and one after the other;
//! [`Batch::parse`] turns one into tables, on any thread. [`read_each`] does both for callers who want every batch
//! parsed and converted in parallel and handed over in order.
//!
//! | file | headings | rows | origin of a cell |
//! | --- | --- | --- | --- |
//! | `.xlsx` `.xls` `.ods` | none: `ingest` finds the heading row | every row with content of every visible sheet | row and column |
//! | `.csv` `.tsv` | none, as above | every record with content | line and column |
//! | `.json` `.jsonl` | the keys, in order of first appearance in the batch | one an object | JSON pointer |
//! | `.toml` | the keys, in order of first appearance in the array | one a table of an array of tables | line and column |
//!
//! Text files may be packed with gzip (`.gz`), begin with a byte order mark, or be in UTF-16 with one. Hidden sheets
//! are not read: templates keep the values of their drop-down lists there. Every text is composed (NFC) and freed of
//! invisible characters, and text in a pre-Unicode Vietnamese charset is converted; each such change is reported.

mod clean;
mod delimited;
mod findings;
mod format;
mod input;
mod json;
mod limits;
mod place;
mod select;
mod table;
#[cfg(test)]
mod testing;
mod toml;
mod value;
mod workbook;

use std::io;

use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;

pub use findings::Findings;
pub use format::{Format, Language};
pub use limits::Limits;
pub use select::select;
pub use table::{Cell, Heading, Origin, Row, Table, Value};

use crate::diag::{Diagnostic, Location, Position, SourceProblem};
use crate::vfs::{FileSystem, VfsError};

/// Most records in one batch.
const BATCH_ROWS: usize = 512;

/// Bytes after which a batch of raw text is full.
const BATCH_BYTES: usize = 8 << 20;

/// Raw records of one file that stand together.
pub struct Batch {
    path: Utf8PathBuf,
    raw: Raw,
}

/// What the readers hand over before it is parsed.
enum Raw {
    JsonElements(json::Elements),
    JsonLines(json::Lines),
    Records(delimited::Records),
    Sheet(workbook::SheetRows),
    /// Tables that are finished already.
    Tables(Parsed),
}

/// The tables of one batch, and what was found while reading it.
#[derive(Debug, Default)]
pub struct Parsed {
    /// The tables: mostly one; none when every record was broken; several for TOML with several arrays of tables.
    pub tables: Vec<Table>,
    /// The problems. Those of all batches of a file belong together: see [`Findings::absorb`].
    pub findings: Findings,
}

impl Batch {
    /// Parses the records and cleans their text. Needs nothing else, so batches can be parsed in parallel.
    #[must_use]
    pub fn parse(self) -> Parsed {
        match self.raw {
            Raw::JsonElements(elements) => elements.parse(&self.path),
            Raw::JsonLines(lines) => lines.parse(&self.path),
            Raw::Records(records) => records.parse(&self.path),
            Raw::Sheet(rows) => rows.parse(&self.path),
            Raw::Tables(parsed) => parsed,
        }
    }
}

/// The batches of one file, in order. A problem that ends the file early is in the last batch's findings; an error of
/// the disk is the last item.
pub struct Batches {
    path: Utf8PathBuf,
    stream: Stream,
    ended: bool,
}

/// What a reader is.
type Stream = Box<dyn Iterator<Item = Result<Raw, Halt>> + Send>;

/// Why a reader stops before the end.
#[derive(Debug)]
enum Halt {
    /// The machine's fault.
    Disk(io::Error),
    /// The file's fault.
    Problem { problem: SourceProblem, position: Option<Position> },
}

impl Halt {
    /// A problem of the file as a whole.
    const fn problem(problem: SourceProblem) -> Self {
        Self::Problem { problem, position: None }
    }

    /// A problem at a place of a text file.
    const fn at(problem: SourceProblem, position: Position) -> Self {
        Self::Problem { problem, position: Some(position) }
    }
}

/// Opens a file for reading in batches, by the ending of its name.
///
/// # Errors
/// When the file cannot be opened. What is wrong inside it is found in the batches.
pub fn open(files: &dyn FileSystem, path: &Utf8Path, limits: &Limits) -> Result<Batches, VfsError> {
    let stream = match Format::of(path) {
        Some(Format::Workbook) => workbook::open(files, path, *limits)?,
        Some(Format::Text { language, packed }) => {
            text_stream(input::open(files, path, packed, limits)?, path, language, *limits)
        }
        None => {
            let extension = path.extension().unwrap_or_default().to_owned();
            failed(Halt::problem(SourceProblem::UnknownFormat { extension }))
        }
    };
    Ok(Batches { path: path.to_owned(), stream, ended: false })
}

/// The reader of a text file.
fn text_stream(text: input::Text, path: &Utf8Path, language: Language, limits: Limits) -> Stream {
    match language {
        Language::Csv => or_failed(delimited::RecordReader::new(text, None, limits)),
        Language::Tsv => or_failed(delimited::RecordReader::new(text, Some(b'\t'), limits)),
        Language::JsonLines => Box::new(json::LineReader::new(text, limits)),
        Language::Json => {
            let document = input::read_document(text, limits.json_bytes);
            or_failed(document.and_then(|document| json::ElementReader::new(document, &limits)))
        }
        Language::Toml => {
            let document = input::read_document(text, limits.toml_bytes);
            let parsed = document.and_then(|document| toml::parse(&document, path, &limits));
            Box::new(std::iter::once(parsed.map(Raw::Tables)))
        }
    }
}

fn or_failed(reader: Result<impl Iterator<Item = Result<Raw, Halt>> + Send + 'static, Halt>) -> Stream {
    reader.map_or_else(failed, |reader| Box::new(reader))
}

/// A reader that has nothing to give but a problem.
fn failed(halt: Halt) -> Stream {
    Box::new(std::iter::once(Err(halt)))
}

impl Iterator for Batches {
    type Item = Result<Batch, VfsError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let raw = match self.stream.next() {
            Some(Ok(raw)) => Some(Ok(raw)),
            Some(Err(halt)) => {
                self.ended = true;
                Some(self.halted(halt))
            }
            None => None,
        };
        raw.map(|raw| raw.map(|raw| Batch { path: self.path.clone(), raw }))
    }
}

impl Batches {
    /// A problem of the file as a batch that holds only it.
    fn halted(&self, halt: Halt) -> Result<Raw, VfsError> {
        match halt {
            Halt::Disk(error) => Err(VfsError::io(self.path.clone(), error)),
            Halt::Problem { problem, position } => {
                let location = Location::Text { path: self.path.clone(), position, header: None };
                let mut findings = Findings::new();
                findings.push(Diagnostic::new(problem, location));
                Ok(Raw::Tables(Parsed { tables: Vec::new(), findings }))
            }
        }
    }
}

/// Reads a whole file: parses its batches and converts their tables on all threads of the pool, and hands the results
/// over in the order of the file. At most a few batches are held at a time.
///
/// The diagnostics are those of the file, among them one when it holds no record at all.
///
/// # Errors
/// When the file cannot be opened, or reading fails on the way.
pub fn read_each<T: Send>(
    files: &dyn FileSystem,
    path: &Utf8Path,
    limits: &Limits,
    convert: impl Fn(Table) -> T + Sync,
    mut take: impl FnMut(T),
) -> Result<Vec<Diagnostic>, VfsError> {
    let mut batches = open(files, path, limits)?;
    let mut findings = Findings::new();
    let mut empty = true;
    loop {
        let group: Vec<Batch> = batches.by_ref().take(2 * rayon::current_num_threads()).collect::<Result<_, _>>()?;
        if group.is_empty() {
            break;
        }
        let parsed: Vec<_> = group.into_par_iter().map(|batch| parse_and_convert(batch, &convert)).collect();
        for (converted, found) in parsed {
            findings.absorb(found);
            empty &= converted.is_empty();
            converted.into_iter().for_each(&mut take);
        }
    }
    if empty && !findings.has_errors() {
        findings.push(Diagnostic::new(SourceProblem::Empty, Location::file(path)));
    }
    Ok(findings.into_diagnostics(path))
}

fn parse_and_convert<T>(batch: Batch, convert: impl Fn(Table) -> T) -> (Vec<T>, Findings) {
    let Parsed { tables, findings } = batch.parse();
    (tables.into_iter().map(convert).collect(), findings)
}

/// Rightmost column of sheets and delimited files that is read. Forms have a few dozen columns; a forgotten cell at the
/// far right would make every row as wide as the sheet.
const MAX_COLUMNS: u32 = 1_024;

/// A cell that is left out because it stands right of [`MAX_COLUMNS`].
fn too_far_right(column: u32, location: Location) -> Diagnostic {
    let problem = SourceProblem::UnevenRow { expected: MAX_COLUMNS as usize, found: column as usize };
    Diagnostic::new(problem, location)
}

/// Takes away the empty cells at the end of a row.
fn drop_empty_tail(cells: &mut Vec<Cell>) {
    let filled = cells.iter().rposition(|cell| !cell.value.is_empty()).map_or(0, |last| last + 1);
    cells.truncate(filled);
}
