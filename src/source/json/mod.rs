//! JSON documents and JSON lines.
//!
//! The reader only cuts text into records; a batch of raw records is parsed by whichever thread calls
//! [`Batch::parse`](super::Batch::parse). Each record is a row and each of its keys a column; nested values become
//! lists and maps whose cells carry their JSON pointers.
//!
//! - `null` is an empty cell. Whole numbers above 2⁵³ keep their digits, as text.
//! - A key that comes twice in one object: the first is kept, the other reported.
//! - A record that is not an object, or is not JSON, is reported with its line and column and left out.

mod number;
mod record;
mod split;
#[cfg(test)]
mod tests;

use std::io::{BufRead, Read};
use std::ops::Range;
use std::sync::Arc;

use camino::Utf8Path;

use self::record::Records;
use super::place::{column_after, count, position_of};
use super::{BATCH_BYTES, BATCH_ROWS, Halt, Limits, Parsed, Raw, input::Text};
use crate::diag::{Diagnostic, Location, Position, SourceProblem};

/// Name of the format in messages.
const FORMAT: &str = "JSON";

/// Cuts JSON lines into batches, without parsing them.
pub(super) struct LineReader {
    text: Text,
    limits: Limits,
    /// Lines read so far.
    lines: usize,
    /// Lines that are not blank.
    records: usize,
}

/// Raw JSON lines that stand together.
pub(super) struct Lines {
    /// Number of the first line, from 1.
    first: u32,
    bytes: Vec<u8>,
    /// Where each line ends.
    ends: Vec<usize>,
}

impl LineReader {
    pub(super) const fn new(text: Text, limits: Limits) -> Self {
        Self { text, limits, lines: 0, records: 0 }
    }

    /// Reads one line, at most as long as a record may be; false at the end of the file.
    fn line(&mut self, bytes: &mut Vec<u8>) -> Result<bool, Halt> {
        let limit = self.limits.record_bytes;
        let length = self.text.by_ref().take(limit as u64 + 1).read_until(b'\n', bytes)?;
        if length > limit {
            let problem = SourceProblem::TooLarge { limit_mib: Limits::mib(limit as u64) };
            return Err(Halt::at(problem, Position { line: count(self.lines).saturating_add(1), column: 1 }));
        }
        self.lines += usize::from(length > 0);
        Ok(length > 0)
    }

    fn batch(&mut self) -> Result<Option<Lines>, Halt> {
        let mut batch = Lines { first: count(self.lines).saturating_add(1), bytes: Vec::new(), ends: Vec::new() };
        let mut records = 0;
        while records < BATCH_ROWS && batch.bytes.len() < BATCH_BYTES {
            let start = batch.bytes.len();
            if !self.line(&mut batch.bytes)? {
                break;
            }
            batch.ends.push(batch.bytes.len());
            records += usize::from(!batch.bytes[start..].trim_ascii().is_empty());
        }
        self.records += records;
        if self.records > self.limits.rows {
            return Err(Halt::problem(SourceProblem::TooManyRows { limit: self.limits.rows }));
        }
        Ok((!batch.ends.is_empty()).then_some(batch))
    }
}

impl Iterator for LineReader {
    type Item = Result<Raw, Halt>;

    fn next(&mut self) -> Option<Self::Item> {
        self.batch().map(|batch| batch.map(Raw::JsonLines)).transpose()
    }
}

impl Lines {
    pub(super) fn parse(&self, path: &Utf8Path) -> Parsed {
        let mut records = Records::new(path);
        let mut start = 0;
        for (index, end) in self.ends.iter().enumerate() {
            let line = self.first.saturating_add(count(index));
            let bytes = self.bytes[start..*end].trim_ascii_end();
            if !bytes.trim_ascii_start().is_empty() {
                read_line(&mut records, bytes, line, path);
            }
            start = *end;
        }
        let (table, findings) = records.finish();
        Parsed { tables: table.into_iter().collect(), findings }
    }
}

/// Reads one JSON line; a bad one is reported and the others go on.
fn read_line<'p>(records: &mut Records<'p>, bytes: &'p [u8], line: u32, path: &Utf8Path) {
    let problem = match std::str::from_utf8(bytes) {
        Err(error) => Some((SourceProblem::NotUtf8, error.valid_up_to())),
        Ok(raw) => records.read(raw, Some(line), "").err().map(|error| syntax_problem(&error, bytes)),
    };
    if let Some((problem, offset)) = problem {
        let location = Location::text(path, line, column_after(&bytes[..offset]));
        records.findings().push(Diagnostic::new(problem, location));
    }
}

/// What the parser said, and the byte of `json` where it said so.
fn syntax_problem(error: &serde_json::Error, json: &[u8]) -> (SourceProblem, usize) {
    let message = error.to_string();
    let detail = message.rsplit_once(" at line ").map_or(message.as_str(), |(detail, _)| detail);
    let line_start = match error.line().saturating_sub(2) {
        _ if error.line() < 2 => 0,
        breaks => json.iter().enumerate().filter(|(_, byte)| **byte == b'\n').nth(breaks).map_or(0, |(at, _)| at + 1),
    };
    let offset = (line_start + error.column().saturating_sub(1)).min(json.len());
    (SourceProblem::BadSyntax { format: FORMAT, detail: detail.to_owned() }, offset)
}

/// Cuts a JSON document into batches, without parsing its records.
pub(super) struct ElementReader {
    document: Arc<Vec<u8>>,
    array: Option<Arc<str>>,
    records: std::vec::IntoIter<Range<usize>>,
    /// Elements given out so far.
    given: usize,
}

/// Raw records of a JSON document that stand together.
pub(super) struct Elements {
    document: Arc<Vec<u8>>,
    array: Option<Arc<str>>,
    /// Index of the first in the array.
    first: usize,
    records: Vec<Range<usize>>,
}

impl ElementReader {
    /// Finds the records of a document.
    pub(super) fn new(document: Vec<u8>, limits: &Limits) -> Result<Self, Halt> {
        if let Err(error) = std::str::from_utf8(&document) {
            return Err(Halt::at(SourceProblem::NotUtf8, position_of(&document, error.valid_up_to())));
        }
        if document.trim_ascii().is_empty() {
            return Ok(Self { document: Arc::default(), array: None, records: Vec::new().into_iter(), given: 0 });
        }
        let split::Outline { array, records } = match split::outline(&document, limits.rows) {
            Ok(outline) => outline,
            Err(split::Unsplit::TooMany) => {
                return Err(Halt::problem(SourceProblem::TooManyRows { limit: limits.rows }));
            }
            Err(split::Unsplit::Malformed) => return Err(malformed(&document)),
        };
        let array = array.map(Arc::from);
        Ok(Self { document: Arc::new(document), array, records: records.into_iter(), given: 0 })
    }
}

/// What the parser says about a document whose brackets do not fit together.
fn malformed(document: &[u8]) -> Halt {
    let (problem, offset) = match serde_json::from_slice::<serde::de::IgnoredAny>(document) {
        Err(error) => syntax_problem(&error, document),
        Ok(_) => {
            let detail = "expected an array of objects, or an object".to_owned();
            (SourceProblem::BadSyntax { format: FORMAT, detail }, 0)
        }
    };
    Halt::at(problem, position_of(document, offset))
}

impl Iterator for ElementReader {
    type Item = Result<Raw, Halt>;

    fn next(&mut self) -> Option<Self::Item> {
        let start = self.records.as_slice().first()?.start;
        let fits = |record: &Range<usize>| record.start - start < BATCH_BYTES;
        let length = self.records.as_slice().iter().take(BATCH_ROWS).take_while(|record| fits(record)).count();
        let records: Vec<_> = self.records.by_ref().take(length).collect();
        let first = self.given;
        self.given += records.len();
        let elements = Elements { document: Arc::clone(&self.document), array: self.array.clone(), first, records };
        Some(Ok(Raw::JsonElements(elements)))
    }
}

impl Elements {
    pub(super) fn parse(&self, path: &Utf8Path) -> Parsed {
        let mut records = Records::new(path);
        for (index, range) in self.records.iter().enumerate() {
            let bytes = &self.document[range.clone()];
            // The document is UTF-8 and is cut at brackets, commas and quotes only.
            let raw = std::str::from_utf8(bytes).unwrap_or_default();
            let pointer =
                self.array.as_ref().map_or_else(String::new, |array| format!("{array}/{}", self.first + index));
            if let Err(error) = records.read(raw, None, &pointer) {
                let (problem, offset) = syntax_problem(&error, bytes);
                let position = position_of(&self.document, range.start + offset);
                let location = Location::Text { path: path.to_owned(), position: Some(position), header: None };
                records.findings().push(Diagnostic::new(problem, location));
            }
        }
        let (table, findings) = records.finish();
        Parsed { tables: table.into_iter().collect(), findings }
    }
}
