//! Delimited text: `.csv` and `.tsv`.
//!
//! All rows are given as rows, the heading row among them: which row holds the headings is for `ingest` to find, and
//! so is a row with more cells than there are headings. Blank lines, rows without content and empty cells at the end
//! of a row are left out.
//!
//! A quotation that is never closed would swallow the rest of the file in silence; it is reported where it opens, and
//! the rows before it stay. Bytes that are not UTF-8 cost the row they stand in. Error values such as `#REF!`, which
//! spreadsheet programs save as they show them, become empty and are reported.

mod cells;
mod sniff;
#[cfg(test)]
mod tests;

use std::io::{BufRead, BufReader, Cursor, Read};

use camino::Utf8Path;

use self::cells::{CellText, CellTexts, RecordScanner, line_breaks};
use super::clean::cell_text;
use super::input::Text;
use super::place::{column_after, count};
use super::value::is_error_value;
use super::{
    BATCH_BYTES, BATCH_ROWS, Cell, Findings, Halt, Limits, MAX_COLUMNS, Origin, Parsed, Raw, Row, Table, Value,
    drop_empty_tail, too_far_right,
};
use crate::diag::{Diagnostic, Location, Position, SourceProblem};

/// How much of a file is looked at to find its delimiter.
const HEAD: u64 = 1 << 16;

/// Cuts delimited text into batches of whole records.
pub(super) struct RecordReader {
    text: Text,
    delimiter: u8,
    scanner: RecordScanner,
    limits: Limits,
    /// Line breaks before the next batch.
    lines: usize,
    /// Records with content so far.
    rows: usize,
    /// Why the file ends after the batch that was given last.
    halt: Option<Halt>,
}

/// Raw records that stand together.
pub(super) struct Records {
    delimiter: u8,
    /// Number of the first line, from 1.
    first: u32,
    bytes: Vec<u8>,
    /// Where each record ends, its line break included.
    ends: Vec<usize>,
}

impl RecordReader {
    /// Reads with a known delimiter, or finds it by looking at the beginning of the text.
    pub(super) fn new(mut text: Text, delimiter: Option<u8>, limits: Limits) -> Result<Self, Halt> {
        let mut head = Vec::new();
        text.by_ref().take(HEAD).read_to_end(&mut head)?;
        let declared = sniff::declared(&head);
        let delimiter = declared.map(|(delimiter, _)| delimiter).or(delimiter).unwrap_or_else(|| sniff::guess(&head));
        if let Some((_, length)) = declared {
            head.drain(..length);
        }
        let text = BufReader::new(Box::new(Cursor::new(head).chain(text)) as Box<dyn Read + Send>);
        let lines = usize::from(declared.is_some());
        let scanner = RecordScanner::new(delimiter);
        Ok(Self { text, delimiter, scanner, limits, lines, rows: 0, halt: None })
    }

    fn batch(&mut self) -> Result<Option<Records>, Halt> {
        if let Some(halt) = self.halt.take() {
            return Err(halt);
        }
        let first = count(self.lines).saturating_add(1);
        let mut batch = Records { delimiter: self.delimiter, first, bytes: Vec::new(), ends: Vec::new() };
        while batch.ends.len() < BATCH_ROWS && batch.bytes.len() < BATCH_BYTES || !self.scanner.between_records() {
            let start = batch.bytes.len();
            let limit = self.limits.record_bytes as u64 + 1;
            if self.text.by_ref().take(limit).read_until(b'\n', &mut batch.bytes)? == 0 {
                self.finish(&mut batch);
                break;
            }
            batch.ends.extend(self.scanner.ends(&batch.bytes[start..]).map(|end| start + end));
            if batch.open_record().len() > self.limits.record_bytes {
                self.halt = Some(self.endless(&mut batch));
                break;
            }
        }
        self.lines += line_breaks(&batch.bytes);
        self.rows += batch.slices().filter(|record| !record.trim_ascii().is_empty()).count();
        if self.rows > self.limits.rows {
            return Err(Halt::problem(SourceProblem::TooManyRows { limit: self.limits.rows }));
        }
        Ok((!batch.ends.is_empty()).then_some(batch))
    }

    /// The last record, which may lack its line break.
    fn finish(&mut self, batch: &mut Records) {
        if self.scanner.in_quotation() {
            self.halt = Some(self.endless(batch));
        } else if !batch.open_record().is_empty() {
            batch.ends.push(batch.bytes.len());
        }
    }

    /// Takes the record that does not end out of the batch, and says what is wrong with it.
    fn endless(&self, batch: &mut Records) -> Halt {
        let start = batch.ends.last().copied().unwrap_or(0);
        let record = batch.bytes.split_off(start);
        let line = batch.first.saturating_add(count(line_breaks(&batch.bytes)));
        if !self.scanner.in_quotation() {
            let problem = SourceProblem::TooLarge { limit_mib: Limits::mib(self.limits.record_bytes as u64) };
            return Halt::at(problem, Position { line, column: 1 });
        }
        let text = String::from_utf8_lossy(&record);
        let opened = CellTexts::new(&text, self.delimiter, line)
            .last()
            .map_or(Position { line, column: 1 }, |cell| cell.position);
        let detail = "a quotation mark opens here and is never closed".to_owned();
        Halt::at(SourceProblem::BadSyntax { format: "CSV", detail }, opened)
    }
}

impl Iterator for RecordReader {
    type Item = Result<Raw, Halt>;

    fn next(&mut self) -> Option<Self::Item> {
        match self.batch() {
            Ok(Some(batch)) => Some(Ok(Raw::Records(batch))),
            Ok(None) => self.halt.take().map(Err),
            Err(halt) => Some(Err(halt)),
        }
    }
}

impl Records {
    /// What stands after the last whole record.
    fn open_record(&self) -> &[u8] {
        &self.bytes[self.ends.last().copied().unwrap_or(0)..]
    }

    fn slices(&self) -> impl Iterator<Item = &[u8]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| &self.bytes[start..*end])
    }

    pub(super) fn parse(&self, path: &Utf8Path) -> Parsed {
        let mut findings = Findings::new();
        let mut rows = Vec::with_capacity(self.ends.len());
        let mut line = self.first;
        for bytes in self.slices() {
            match std::str::from_utf8(bytes) {
                Ok(record) => rows.extend(row(record, self.delimiter, line, path, &mut findings)),
                Err(error) => {
                    let position = position_in(&bytes[..error.valid_up_to()], line);
                    findings.push(Diagnostic::new(SourceProblem::NotUtf8, at(path, position)));
                }
            }
            line = line.saturating_add(count(line_breaks(bytes)));
        }
        let table = Table { path: path.to_owned(), sheet: None, headings: Vec::new(), rows };
        Parsed { tables: (!table.rows.is_empty()).then_some(table).into_iter().collect(), findings }
    }
}

/// One row without the empty cells at its end; nothing when all are empty.
fn row(record: &str, delimiter: u8, line: u32, path: &Utf8Path, findings: &mut Findings) -> Option<Row> {
    let mut texts = CellTexts::new(record, delimiter, line);
    let mut cells: Vec<Cell> =
        texts.by_ref().take(MAX_COLUMNS as usize).map(|text| cell(&text, path, findings)).collect();
    let beyond = texts.enumerate().find(|(_, cell)| !cell.text.trim().is_empty());
    if let Some((index, cell)) = beyond {
        findings.push(too_far_right(MAX_COLUMNS + 1 + count(index), at(path, cell.position)));
    }
    drop_empty_tail(&mut cells);
    (!cells.is_empty()).then_some(Row { origin: Origin::Text(Position { line, column: 1 }), cells })
}

fn cell(raw: &CellText<'_>, path: &Utf8Path, findings: &mut Findings) -> Cell {
    let position = raw.position;
    let value = if is_error_value(&raw.text) {
        let problem = SourceProblem::CellError { error: raw.text.to_string() };
        findings.push(Diagnostic::new(problem, at(path, position)));
        Value::Empty
    } else {
        cell_text(&raw.text, findings, || at(path, position))
    };
    Cell { value, origin: Origin::Text(position) }
}

fn at(path: &Utf8Path, position: Position) -> Location {
    Location::Text { path: path.to_owned(), position: Some(position), header: None }
}

/// The place after some bytes of a record that begins on this line.
fn position_in(before: &[u8], line: u32) -> Position {
    let line_start = before.iter().rposition(|byte| matches!(byte, b'\n' | b'\r')).map_or(0, |at| at + 1);
    Position { line: line.saturating_add(count(line_breaks(before))), column: column_after(&before[line_start..]) }
}
