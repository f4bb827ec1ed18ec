//! Text of cells: composed, without invisible characters, out of legacy charsets.

use super::{Findings, Value};
use crate::diag::{Diagnostic, Location, SourceProblem};
use crate::text;

/// Cleans one cell's text and notes what had to be changed. The place is worked out only where it is needed.
///
/// Inside text of several lines the indentation stays, because layouts read it as grammar; blank lines around the
/// text and blanks at the ends of lines go. Text of one line loses its outer blanks.
pub(super) fn cell_text(raw: &str, findings: &mut Findings, locate: impl FnOnce() -> Location) -> Value {
    if raw.is_empty() {
        return Value::Empty;
    }
    let decoded = text::legacy::detect(raw).map(|charset| (charset, text::legacy::decode(raw, charset)));
    if let Some((charset, _)) = &decoded {
        let problem = SourceProblem::LegacyCharset { charset: charset.name() };
        findings.push(Diagnostic::new(problem, locate()).with_value(raw));
    }
    let cleaned = text::clean_keeping_indent(decoded.as_ref().map_or(raw, |(_, text)| text));
    if cleaned.decomposed {
        findings.count_decomposed();
    }
    if cleaned.controls {
        findings.count_controls();
    }
    match trimmed(&cleaned.text) {
        "" => Value::Empty,
        kept if kept.len() == cleaned.text.len() => Value::Text(cleaned.text),
        kept => Value::Text(kept.to_owned()),
    }
}

/// A heading or key: one line, composed, outer blanks trimmed.
pub(super) fn heading_text(raw: &str) -> String {
    let cleaned = text::clean(raw).text;
    cleaned.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Without blank lines around the text; a text of one line also without its leading blanks.
fn trimmed(text: &str) -> &str {
    let text = text.trim_end();
    let start = text.len() - text.trim_start().len();
    let rest = &text[text[..start].rfind('\n').map_or(0, |at| at + 1)..];
    if rest.contains('\n') { rest } else { rest.trim_start() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(raw: &str) -> (Value, Vec<Diagnostic>) {
        let mut findings = Findings::new();
        let value = cell_text(raw, &mut findings, || Location::text("so.csv", 3, 2));
        (value, findings.into_diagnostics("so.csv".into()))
    }

    #[test]
    fn indentation_inside_several_lines_stays() {
        assert_eq!(read("\n  \n  Bước 1:\n    - nộp  \n\n").0, Value::Text("  Bước 1:\n    - nộp".into()));
        assert_eq!(read("  Tên thủ tục \n").0, Value::Text("Tên thủ tục".into()));
        assert_eq!(read(" \n\t\n ").0, Value::Empty);
    }

    #[test]
    fn decomposed_letters_are_composed_and_noted() {
        let (value, found) = read("Ho\u{323}\u{302} ti\u{323}ch");
        assert_eq!(value, Value::Text("Hộ tịch".into()));
        assert_eq!(found[0].problem, SourceProblem::Decomposed { cells: 1 }.into());
    }

    #[test]
    fn headings_become_one_line() {
        assert_eq!(heading_text("  Mã\r\n  thủ tục "), "Mã thủ tục");
    }
}
