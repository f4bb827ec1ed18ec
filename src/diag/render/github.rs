//! Workflow commands that GitHub turns into annotations on the changed lines.

use std::fmt::Write;

use super::visible::{is_unsafe, visible};
use super::{Diagnostic, Lang, Location, place, sentences};
use crate::diag::Severity;

/// Lines of the form `::error file=…,line=…,col=…,title=CK0401::message`.
///
/// A workbook has no lines that the site could mark, so its cells are named in the message instead.
#[must_use]
pub fn github(diagnostics: &[Diagnostic], lang: Lang) -> String {
    let mut lines = String::new();
    for diagnostic in diagnostics {
        let command = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        let properties = properties(diagnostic);
        // Writing to a String cannot fail.
        let _ = writeln!(lines, "::{command} {properties}::{}", message(diagnostic, lang));
    }
    lines
}

/// `file`, `line` and `col` as far as they are known, and `title`.
fn properties(diagnostic: &Diagnostic) -> String {
    let mut properties = String::new();
    if let Some(path) = diagnostic.location.path() {
        let _ = write!(properties, "file={},", property(path.as_str()));
    }
    let (line, column) = match &diagnostic.location {
        Location::Text { position: Some(at), .. } => (Some(at.line), Some(at.column)),
        Location::Pointer { line, .. } => (*line, None),
        Location::Text { position: None, .. } | Location::Cell { .. } | Location::Key { .. } => (None, None),
    };
    if let Some(line) = line {
        let _ = write!(properties, "line={line},");
    }
    if let Some(column) = column {
        let _ = write!(properties, "col={column},");
    }
    let _ = write!(properties, "title={}", diagnostic.code());
    properties
}

/// The place where the properties cannot tell it, the message, and the help on a line of its own.
fn message(diagnostic: &Diagnostic, lang: Lang) -> String {
    let (message, help) = sentences(diagnostic, lang);
    let place = match &diagnostic.location {
        Location::Text { header: None, .. } => String::new(),
        location => format!("{}: ", place(location, lang)),
    };
    let text = format!("{place}{message}");
    format!("{}%0A{}: {}", data(&text), super::full::help_word(lang), data(&help))
}

/// Escapes the text after the last `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes the value of a property; characters that GitHub cannot decode again are shown by their numbers.
fn property(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '%' => escaped.push_str("%25"),
            '\r' => escaped.push_str("%0D"),
            '\n' => escaped.push_str("%0A"),
            ':' => escaped.push_str("%3A"),
            ',' => escaped.push_str("%2C"),
            _ if is_unsafe(char) => escaped.push_str(&visible(char.encode_utf8(&mut [0; 4]))),
            _ => escaped.push(char),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::{data, property};

    #[test]
    fn properties_and_text_are_escaped_as_github_decodes_them() {
        assert_eq!(property("a:b,c%d\r\n\u{1b}"), r"a%3Ab%2Cc%25d%0D%0A\u{1b}");
        assert_eq!(data("50%\r\n::error::x, y"), "50%25%0D%0A::error::x, y");
    }
}
