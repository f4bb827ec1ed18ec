//! Text → HTML.

use minijinja::{AutoEscape, Error, Output, State, Value, escape_formatter};

/// Writes a value. Text is escaped where it could be taken for HTML, and nowhere else: the engine's own formatter
/// also escapes every `/`, which makes each link of a page a third longer.
pub(super) fn format(output: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    match value.as_str() {
        Some(text) if !value.is_safe() && matches!(state.auto_escape(), AutoEscape::Html) => Ok(write(output, text)?),
        _ => escape_formatter(output, state, value),
    }
}

fn write(output: &mut Output<'_>, text: &str) -> std::fmt::Result {
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'')) {
        output.write_str(&rest[..at])?;
        output.write_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "&#39;",
        })?;
        rest = &rest[at + 1..];
    }
    output.write_str(rest)
}
