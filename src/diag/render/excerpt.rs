//! The line or cell that a diagnostic is about, with the offending part marked.

use std::ops::Range;

use super::full::SourceLookup;
use super::visible::visible;
use super::{Diagnostic, Location};
use crate::diag::Position;

/// Characters kept before the mark, and most characters kept from the mark on. Some files are one line of megabytes.
const BEFORE: usize = 40;
const AFTER: usize = 120;

/// A safe line of text and the bytes of it that are marked.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// Number of the line or row, from 1.
    pub(super) line: usize,
    /// The line, or the part of it around the mark.
    pub(super) text: String,
    /// Byte range of the mark in `text`.
    pub(super) mark: Range<usize>,
}

impl Excerpt {
    /// The source line of a text location, or the value of a cell; `None` where neither can be shown.
    pub(super) fn of(diagnostic: &Diagnostic, source: SourceLookup<'_>) -> Option<Self> {
        let value = diagnostic.value.as_deref().unwrap_or_default();
        match &diagnostic.location {
            Location::Text { path, position: Some(at), header } => {
                Some(Self::of_line(&source(path, at.line)?, *at, value, header.is_some()))
            }
            Location::Cell { row, .. } if !value.is_empty() => Some(Self::new(*row, "", value, "")),
            Location::Text { .. } | Location::Cell { .. } | Location::Pointer { .. } | Location::Key { .. } => None,
        }
    }

    /// How many digits the number of the line has.
    pub(super) fn digits(&self) -> usize {
        self.line.to_string().len()
    }

    /// The part of a line around a position.
    fn of_line(line: &str, at: Position, value: &str, delimited: bool) -> Self {
        let column = usize::try_from(at.column.saturating_sub(1)).unwrap_or(usize::MAX);
        let line = line.trim_end_matches(['\r', '\n']);
        let (before, rest) = line.split_at(byte_of(line, column));
        let (opening, marked, after) = split_marked(rest, value, delimited);
        let skipped = before.chars().count().saturating_sub(BEFORE);
        let mut shown = before[byte_of(before, skipped)..].to_owned();
        if skipped > 0 {
            shown.insert(0, '…');
        }
        shown.push_str(opening);
        Self::new(at.line, &shown, marked, after)
    }

    /// Puts the three parts together, each made safe.
    fn new(line: u32, before: &str, marked: &str, after: &str) -> Self {
        let mut text = visible(before).into_owned();
        let start = text.len();
        text.push_str(&visible(super::shortened(marked, AFTER).as_ref()));
        let end = text.len();
        let room = AFTER.saturating_sub(marked.chars().count());
        text.push_str(&visible(super::shortened(after, room).as_ref()));
        Self { line: usize::try_from(line).unwrap_or(usize::MAX), text, mark: start..end }
    }
}

/// Splits the rest of a line into what opens the value, the marked part and what follows.
///
/// The value is marked where it stands there. Where the line writes it otherwise (doubled quotes, decomposed
/// Unicode), a delimited file's whole field is marked, else one character.
fn split_marked<'a>(rest: &'a str, value: &str, delimited: bool) -> (&'a str, &'a str, &'a str) {
    let value = value.trim_end_matches('…');
    let inner = rest.trim_start_matches([' ', '\t', '"']);
    let found = [rest, inner].into_iter().find(|tail| !value.is_empty() && tail.starts_with(value));
    let (tail, length) = match found {
        Some(tail) => (tail, value.len()),
        None if delimited => (rest, field_length(rest)),
        None => (rest, byte_of(rest, 1)),
    };
    let (opening, tail) = rest.split_at(rest.len() - tail.len());
    let (marked, after) = tail.split_at(length);
    (opening, marked, after)
}

/// The bytes of the field at the start of a delimited line, quotes included.
fn field_length(rest: &str) -> usize {
    if !rest.starts_with('"') {
        return rest.find([',', ';', '\t', '|']).unwrap_or(rest.len());
    }
    let mut end = 1;
    while let Some(quote) = rest[end..].find('"') {
        end += quote + 1;
        if !rest[end..].starts_with('"') {
            return end;
        }
        end += 1;
    }
    rest.len()
}

/// The byte where a character begins, counted from 0; the end of the text where it is shorter.
fn byte_of(text: &str, character: usize) -> usize {
    text.char_indices().nth(character).map_or(text.len(), |(byte, _)| byte)
}

#[cfg(test)]
mod tests {
    use super::{Excerpt, Position};

    /// The excerpt with its mark in brackets.
    fn marked(line: &str, column: u32, value: &str, delimited: bool) -> String {
        let excerpt = Excerpt::of_line(line, Position { line: 1, column }, value, delimited);
        let (before, rest) = excerpt.text.split_at(excerpt.mark.start);
        let (mark, after) = rest.split_at(excerpt.mark.len());
        format!("{before}[{mark}]{after}")
    }

    #[test]
    fn the_value_is_marked_where_it_stands() {
        assert_eq!(marked("mã,Lệ phí,x", 4, "Lệ phí", true), "mã,[Lệ phí],x");
        assert_eq!(marked("mã, \"a, b\",x", 4, "a, b", true), "mã, \"[a, b]\",x");
    }

    #[test]
    fn a_cut_value_is_marked_as_far_as_it_goes() {
        assert_eq!(marked("key = dài lắm", 7, "dài…", false), "key = [dài] lắm");
    }

    #[test]
    fn a_field_written_otherwise_is_marked_whole() {
        assert_eq!(marked("a,\"nói \"\"không\"\"\",b", 3, "nói \"không\"", true), "a,[\"nói \"\"không\"\"\"],b");
        assert_eq!(marked("a,le\u{323} phí;b", 3, "lẹ phí", true), "a,[le\u{323} phí];b");
        assert_eq!(marked("a,\"chưa đóng", 3, "", true), "a,[\"chưa đóng]");
    }

    #[test]
    fn elsewhere_one_character_is_marked() {
        assert_eq!(marked("title = Xã", 9, "", false), "title = [X]ã");
    }

    #[test]
    fn places_beyond_the_line_mark_its_end() {
        assert_eq!(marked("ngắn", 99, "x", false), "ngắn[]");
        assert_eq!(marked("", 1, "", true), "[]");
        assert_eq!(marked("dòng\r\n", 0, "", false), "[d]òng");
    }

    #[test]
    fn long_lines_are_cut_around_the_mark() {
        let line = format!("{}SAI{}", "đ".repeat(10_000), "y".repeat(10_000));
        let shown = marked(&line, 10_001, "SAI", false);
        assert!(shown.starts_with("…đ") && shown.contains("đ[SAI]y") && shown.ends_with("y…"), "{shown}");
        assert!(shown.chars().count() < 240, "{}", shown.chars().count());
    }

    #[test]
    fn marks_stay_in_place_when_codes_are_made_visible() {
        assert_eq!(marked("\u{1b}[2J,\tx\u{7},y", 6, "\tx\u{7}", true), r"\u{1b}[2J,[→x\u{7}],y");
    }
}
