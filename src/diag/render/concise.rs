//! One line a diagnostic, for editors and `grep`.

use std::fmt::Write;

use super::visible::visible;
use super::{Diagnostic, Lang, sentences};

/// Lines of the form `path:row:column: severity[CODE] message`; cells as `path › sheet › C12: …`.
#[must_use]
pub fn concise(diagnostics: &[Diagnostic], lang: Lang) -> String {
    let mut lines = String::new();
    for diagnostic in diagnostics {
        let place = diagnostic.location.to_string();
        let severity = diagnostic.severity.word(lang);
        let (message, _) = sentences(diagnostic, lang);
        // Writing to a String cannot fail.
        let _ = writeln!(lines, "{}: {severity}[{}] {message}", visible(&place), diagnostic.code());
    }
    lines
}
