//! Cutting delimited text into records and cells by RFC 4180, as spreadsheet programs write it.
//!
//! The `csv` crate reads the same language, and a test holds the two together; it knows where a record begins but
//! not where each of its cells does, and a diagnostic must name the cell.

use std::borrow::Cow;

use crate::diag::Position;
use crate::source::place::{column_after, count};

/// Where the walk over a record stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    /// At the first byte of a record.
    #[default]
    RecordStart,
    /// At the first byte of a cell: only here a quotation mark opens a quotation.
    CellStart,
    Plain,
    Quoted,
    /// After a quotation mark inside a quotation: the end of it, or the first half of a doubled mark.
    QuoteInQuoted,
    /// After a carriage return, which ends a record with or without a line feed.
    AfterReturn,
}

/// Finds the ends of records in text that arrives in pieces.
#[derive(Clone, Debug)]
pub(super) struct RecordScanner {
    delimiter: u8,
    state: State,
}

impl RecordScanner {
    pub(super) const fn new(delimiter: u8) -> Self {
        Self { delimiter, state: State::RecordStart }
    }

    /// Whether the text so far ends between two records.
    pub(super) fn between_records(&self) -> bool {
        matches!(self.state, State::RecordStart | State::AfterReturn)
    }

    /// Whether the text so far ends inside a quotation.
    pub(super) fn in_quotation(&self) -> bool {
        self.state == State::Quoted
    }

    /// Walks over more text and gives the offset, in it, after each record that ends there. A line feed after a
    /// carriage return belongs to the record before, or stands alone when it opens a piece.
    pub(super) fn ends<'s>(&'s mut self, piece: &'s [u8]) -> impl Iterator<Item = usize> + 's {
        piece.iter().enumerate().filter_map(move |(at, byte)| {
            let follows = piece.get(at + 1).copied();
            self.step(*byte, follows).then_some(at + 1)
        })
    }

    /// How many delimiters stand in a whole record.
    pub(super) fn delimiters(&mut self, record: &[u8]) -> usize {
        let delimiter = self.delimiter;
        let separates = |byte: &&u8| {
            self.step(**byte, None);
            **byte == delimiter && self.state == State::CellStart
        };
        record.iter().filter(separates).count()
    }

    /// Takes one byte; true when it is the last of a record and its line break.
    fn step(&mut self, byte: u8, follows: Option<u8>) -> bool {
        self.state = match (self.state, byte) {
            (State::AfterReturn, b'\n') => State::RecordStart,
            (State::Quoted, b'"') => State::QuoteInQuoted,
            (State::QuoteInQuoted, b'"') | (State::Quoted, _) => State::Quoted,
            (_, b'\n') => State::RecordStart,
            (_, b'\r') => State::AfterReturn,
            (_, byte) if byte == self.delimiter => State::CellStart,
            (State::RecordStart | State::CellStart | State::AfterReturn, b'"') => State::Quoted,
            _ => State::Plain,
        };
        match self.state {
            State::RecordStart => true,
            State::AfterReturn => follows != Some(b'\n'),
            _ => false,
        }
    }
}

/// One cell of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CellText<'r> {
    /// The text, without the quotation marks around it.
    pub text: Cow<'r, str>,
    /// Where it begins, at its quotation mark if it has one.
    pub position: Position,
}

/// The cells of one record, which may end with its line break.
pub(super) struct CellTexts<'r> {
    record: &'r str,
    delimiter: u8,
    at: usize,
    position: Position,
    done: bool,
}

impl<'r> CellTexts<'r> {
    /// The cells of a record that begins on this line. A blank line has none.
    pub(super) fn new(record: &'r str, delimiter: u8, line: u32) -> Self {
        let record = record.trim_end_matches(['\r', '\n']);
        Self { record, delimiter, at: 0, position: Position { line, column: 1 }, done: record.is_empty() }
    }

    /// Moves on by so many bytes, counting lines and characters.
    fn advance(&mut self, bytes: usize) {
        let passed = &self.record[self.at..self.at + bytes];
        self.at += bytes;
        if let Some((_, last)) = passed.rsplit_once(LINE_BREAKS) {
            let lines = count(line_breaks(passed.as_bytes()));
            self.position.line = self.position.line.saturating_add(lines);
            self.position.column = column_after(last.as_bytes());
        } else {
            self.position.column = self.position.column.saturating_add(count(passed.chars().count()));
        }
    }

    /// The text of the cell that begins here, and its length with its quotation marks.
    fn cell(&self) -> (Cow<'r, str>, usize) {
        let rest = &self.record[self.at..];
        match rest.strip_prefix('"') {
            Some(quoted) => self.quoted(quoted),
            None => {
                let end = self.delimiter_in(rest);
                (Cow::Borrowed(&rest[..end]), end)
            }
        }
    }

    /// A quoted cell; what follows the closing mark before the delimiter belongs to the text, as elsewhere.
    fn quoted(&self, quoted: &'r str) -> (Cow<'r, str>, usize) {
        let mut text = Cow::Borrowed("");
        let mut at = 0;
        loop {
            let Some(length) = quoted[at..].find('"') else {
                return (text + &quoted[at..], 1 + quoted.len());
            };
            text += &quoted[at..at + length];
            at += length + 1;
            if !quoted[at..].starts_with('"') {
                break;
            }
            text += "\"";
            at += 1;
        }
        let tail = self.delimiter_in(&quoted[at..]);
        text += &quoted[at..at + tail];
        (text, 1 + at + tail)
    }

    fn delimiter_in(&self, text: &str) -> usize {
        text.bytes().position(|byte| byte == self.delimiter).unwrap_or(text.len())
    }
}

impl<'r> Iterator for CellTexts<'r> {
    type Item = CellText<'r>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.done {
            return None;
        }
        let (text, length) = self.cell();
        let cell = CellText { text, position: self.position };
        self.advance(length);
        if self.at < self.record.len() {
            self.advance(1);
        } else {
            self.done = true;
        }
        Some(cell)
    }
}

/// Characters that end a line.
const LINE_BREAKS: [char; 2] = ['\n', '\r'];

/// How many lines end in a text; a carriage return with a line feed is one break.
pub(super) fn line_breaks(bytes: &[u8]) -> usize {
    let ends = |at: usize| bytes[at] == b'\n' || bytes[at] == b'\r' && bytes.get(at + 1) != Some(&b'\n');
    (0..bytes.len()).filter(|at| ends(*at)).count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn records(text: &str, delimiter: u8) -> Vec<Vec<String>> {
        let mut scanner = RecordScanner::new(delimiter);
        let mut ends: Vec<_> = scanner.ends(text.as_bytes()).collect();
        ends.push(text.len());
        let starts = std::iter::once(0).chain(ends.iter().copied());
        let texts = |record: &str| CellTexts::new(record, delimiter, 1).map(|cell| cell.text.into_owned()).collect();
        starts.zip(&ends).map(|(start, end)| texts(&text[start..*end])).filter(|row: &Vec<_>| !row.is_empty()).collect()
    }

    fn positions(record: &str) -> Vec<(u32, u32)> {
        CellTexts::new(record, b';', 7).map(|cell| (cell.position.line, cell.position.column)).collect()
    }

    #[test]
    fn cells_know_their_line_and_column_also_after_quoted_line_breaks() {
        assert_eq!(positions("mã;\"tên\r\ncó \"\"xuống\"\" dòng\";phí;\r\n"), [(7, 1), (7, 4), (8, 20), (8, 24)]);
        assert_eq!(positions("\"a\rb\nc\";d"), [(7, 1), (9, 4)]);
        assert_eq!(positions(""), []);
    }

    #[test]
    fn a_mark_inside_a_plain_cell_is_text() {
        assert_eq!(records("5\" ống;\"a\"b;c\n", b';'), [["5\" ống", "ab", "c"]]);
    }

    proptest! {
        /// The crate that everybody uses sees the same cells.
        #[test]
        fn records_are_cut_as_the_csv_crate_cuts_them(text in "[ab;\"\r\né]{0,40}") {
            let mut scanner = RecordScanner::new(b';');
            scanner.ends(text.as_bytes()).for_each(drop);
            prop_assume!(!scanner.in_quotation());
            let reader = csv::ReaderBuilder::new()
                .has_headers(false).flexible(true).delimiter(b';').from_reader(text.as_bytes());
            let expected: Vec<Vec<String>> = reader
                .into_records()
                .map(|record| record.unwrap().iter().map(str::to_owned).collect())
                .collect();
            prop_assert_eq!(records(&text, b';'), expected);
        }
    }
}
